// The skills map: what comes before and after, what there is to work on a skill with, and which skills to browse.
#include "core/library/skill_graph.h"
#include "tests/core/library_at_hand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace pegboard {
namespace {

std::vector<std::string> ids(const std::vector<const Skill*>& skills) {
    std::vector<std::string> all;
    for (const Skill* skill : skills) all.push_back(skill->id);
    return all;
}

bool holds(const std::vector<const Skill*>& skills, const std::string& id) {
    return std::ranges::find(skills, id, &Skill::id) != skills.end();
}

TEST(SkillGraph, AStepStandsBetweenItsNeighbours) {
    const auto view = view_skill(library(), "fm.cut4_line");
    ASSERT_NE(view.skill, nullptr);
    ASSERT_NE(view.sequence, nullptr);
    EXPECT_EQ(view.sequence->id, "fm.cut");
    ASSERT_FALSE(view.before.empty() || view.after.empty());
    EXPECT_TRUE(
        std::ranges::any_of(view.before, [](const Skill* s) { return s->parent == "fm.cut" && s->step_no == 3; }));
    EXPECT_TRUE(
        std::ranges::any_of(view.after, [](const Skill* s) { return s->parent == "fm.cut" && s->step_no == 5; }));
    EXPECT_TRUE(view.steps.empty());
}

TEST(SkillGraph, TheFirstStepBuildsOnWhatItsSequenceBuildsOn) {
    const auto sequence = view_skill(library(), "gm.hop");
    EXPECT_EQ(sequence.steps.size(), 4U);
    EXPECT_TRUE(holds(sequence.before, "bc.one_foot"));
    EXPECT_TRUE(holds(sequence.before, "gm.jump_up"));
    const auto first = view_skill(library(), sequence.steps.front()->id);
    EXPECT_TRUE(holds(first.before, "bc.one_foot"));
}

TEST(SkillGraph, BeforeAndAfterMirrorEachOther) {
    int links = 0;
    for (const Skill& skill : library().skills()) {
        const auto view = view_skill(library(), skill.id);
        EXPECT_FALSE(holds(view.before, skill.id)) << skill.id;
        EXPECT_FALSE(holds(view.after, skill.id)) << skill.id;
        for (const std::string& needed : skill.prerequisites) {
            const Skill* before = library().skill(needed);
            ASSERT_NE(before, nullptr);
            if (before->parent == skill.id || before->id == skill.parent) continue;
            ++links;
            EXPECT_TRUE(holds(view.before, needed)) << skill.id << " builds on " << needed;
            const bool inside_one_sequence = !skill.parent.empty() && before->parent == skill.parent;
            const bool mirrored = holds(view_skill(library(), needed).after, skill.id);
            EXPECT_TRUE(mirrored || inside_one_sequence) << needed << " leads to " << skill.id;
        }
        for (const auto* list : {&view.before, &view.after}) {
            const auto all = ids(*list);
            EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size()) << skill.id;
        }
    }
    EXPECT_GT(links, 80);
}

TEST(SkillGraph, EverySkillHasActivitiesAndGoalsAndThoseWithItFirstComeFirst) {
    for (const Skill& skill : library().skills()) {
        const auto view = view_skill(library(), skill.id);
        EXPECT_FALSE(view.activities.empty()) << skill.id;
        EXPECT_FALSE(view.goals.empty()) << skill.id;
        bool first = true;
        for (const int index : view.activities) {
            const Activity& one = library().activities()[static_cast<std::size_t>(index)];
            const Skill* main = library().skill(one.skills.front());
            const bool is_main = main->id == skill.id || main->parent == skill.id;
            EXPECT_TRUE(first || !is_main) << skill.id << " " << one.id;
            first = is_main;
        }
    }
    EXPECT_EQ(view_skill(library(), "no.such").skill, nullptr);
}

TEST(SkillGraph, BrowsesByFocusAgeDisciplineAndWords) {
    EXPECT_EQ(find_skills(library(), {}).size(), 103U) << "98 skills and 5 sequences";
    for (const Skill* skill : find_skills(library(), {.focus = "balance_coord"}))
        EXPECT_TRUE(skill->focus == "balance_coord" || skill->focus2 == "balance_coord" || skill->kind == "sequence");
    const auto at_two = find_skills(library(), {.age_months = 24});
    EXPECT_TRUE(holds(at_two, "ms.stairs_up"));
    EXPECT_FALSE(holds(at_two, "fm.pincer"));
    EXPECT_TRUE(holds(find_skills(library(), {.query = "SCISS"}), "fm.cut"));
    EXPECT_TRUE(holds(find_skills(library(), {.query = "five hop"}), "gm.hop")) << "found by the words of a step";
    EXPECT_TRUE(find_skills(library(), {.query = "zzz"}).empty());
    for (const Skill* skill : find_skills(library(), {.discipline = "PT"})) EXPECT_NE(skill->discipline, "OT");
    const auto all = find_skills(library(), {});
    EXPECT_FALSE(all.back()->from_months) << "those without a window stand last";
}

TEST(SkillGraph, WindowsAreSaidWithoutJudgingAChild) {
    for (const Skill& skill : library().skills()) {
        const std::string words = fold(say_window(skill));
        EXPECT_EQ(words.find("late"), std::string::npos);
        EXPECT_EQ(words.find("behind"), std::string::npos);
        EXPECT_EQ(words.starts_with("usually"), skill.from_months && skill.to_months && skill.compare_window)
            << skill.id;
    }
    EXPECT_EQ(say_window(*library().skill("ms.stairs_up")), "Usually grows between 1 y 6 m and 3 y. Children differ.");
    EXPECT_TRUE(grows_at(*library().skill("ms.stairs_up"), 18));
    EXPECT_TRUE(grows_at(*library().skill("ms.stairs_up"), 36));
    EXPECT_FALSE(grows_at(*library().skill("ms.stairs_up"), 37));
    EXPECT_FALSE(grows_at(*library().skill("ms.device"), 37));
}

}  // namespace
}  // namespace pegboard
