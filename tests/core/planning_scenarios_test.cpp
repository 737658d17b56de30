// The worked sessions of tests/data/planning: what a therapist would expect of each is asserted.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/rungs.h"

#include "tests/core/planning_check.h"
#include "tests/core/planning_fixture.h"
#include "tests/core/planning_scenario.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

std::vector<std::filesystem::path> files() {
    std::vector<std::filesystem::path> all;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(PEGBOARD_TEST_DATA) / "planning"))
        if (entry.path().extension() == ".toml") all.push_back(entry.path());
    std::ranges::sort(all);
    return all;
}

std::pair<std::string, std::string> two(const std::string& text) {
    const auto cut = text.find(' ');
    return {text.substr(0, cut), cut == std::string::npos ? std::string{} : text.substr(cut + 1)};
}

/// The plan as lines, shown when something is not as expected.
std::string lines(const Plan& plan) {
    std::string all;
    for (const PlanBlock& block : plan.blocks) {
        all += "\n  " + std::to_string(block.start_min) + "' " + block.activity->id + " " + block.activity->title +
               ", " + std::to_string(block.minutes) + " min";
        for (const auto& reason : block.reasons) all += "\n      " + reason;
    }
    return all + "\n  left " + std::to_string(plan.minutes_left);
}

class PlanScenario : public testing::TestWithParam<std::filesystem::path> {
 protected:
    /// The full answer, which the therapist is offered where the first one is not the best.
    PlanScenario()
        : scenario_(read_scenario(GetParam(), library())),
          plan_(plan(scenario_.facts, index(), {}, Effort::thorough)) {}

    [[nodiscard]] const std::string& skill_of(GoalId id) const {
        static const std::string none;
        for (const auto& one : scenario_.facts.participants)
            for (const GoalFacts& goal : one.goals)
                if (goal.goal == id) return goal.skill;
        return none;
    }

    template <class Test>
    [[nodiscard]] bool any_block(Test test) const {
        return std::ranges::any_of(plan_.blocks, test);
    }

    void check_goals() const {
        for (const auto& skill : scenario_.expected.serves)
            EXPECT_TRUE(std::ranges::any_of(
                plan_.coverage, [&](const Coverage& goal) { return skill_of(goal.goal) == skill && goal.minutes > 0; }))
                << skill << " gets no minutes";
        for (const auto& skill : scenario_.expected.served_at_step)
            EXPECT_TRUE(any_block([&](const PlanBlock& block) {
                return std::ranges::any_of(block.goals, [&](const ServedGoal& goal) {
                    return skill_of(goal.goal) == skill && goal.fit_tenths >= 8;
                });
            })) << skill
                << " has no block at its step";
        for (const auto& expected : scenario_.expected.not_served) {
            const auto [skill, rule] = two(expected);
            EXPECT_TRUE(std::ranges::any_of(plan_.not_served, [&, &skill = skill, &rule = rule](const NotServed& none) {
                return skill_of(none.goal) == skill && words(none.rule) == rule;
            })) << expected;
        }
    }

    void check_rules() const {
        const Expected& expected = scenario_.expected;
        for (const PlanBlock& block : plan_.blocks) {
            const Activity& activity = *block.activity;
            EXPECT_EQ(std::ranges::count(expected.none_of, activity.id), 0) << activity.id;
            EXPECT_EQ(std::ranges::count(expected.without_spaces, activity.space), 0) << activity.id;
            EXPECT_TRUE(expected.only_spaces.empty() || std::ranges::count(expected.only_spaces, activity.space) > 0)
                << activity.id << " asks for " << activity.space;
            EXPECT_FALSE(expected.no_vigorous && activity.intensity == "vigorous") << activity.id;
            for (const auto& mark : effective_attributes(activity, library(), scenario_.facts.place.inventory))
                EXPECT_EQ(std::ranges::count(expected.without, mark), 0) << activity.id << " has " << mark;
            for (const ActivityItem& used : activity.items)
                EXPECT_TRUE(used.optional || std::ranges::count(expected.without_items, used.item) == 0)
                    << activity.id << " needs " << used.item;
        }
        for (const auto& each : expected.ruled_out) {
            const auto [id, rule] = two(each);
            const Activity* activity = library().activity(id);
            ASSERT_NE(activity, nullptr) << id;
            const auto why = ruled_out(scenario_.facts, index(), *activity);
            EXPECT_TRUE(std::ranges::any_of(why, [&rule = rule](const RuledOut& one) {
                return words(one.rule) == rule;
            })) << each;
        }
    }

    void check_words() const {
        const Expected& expected = scenario_.expected;
        for (const auto& code : expected.flags)
            EXPECT_EQ(std::ranges::count(plan_.flags, code, &Flag::code) > 0, true) << code;
        for (const auto& piece : expected.reasons)
            EXPECT_TRUE(any_block([&](const PlanBlock& block) {
                return std::ranges::any_of(block.reasons,
                                           [&](const auto& reason) { return reason.find(piece) != std::string::npos; });
            })) << piece;
        for (const auto& each : expected.grades) {
            const auto [name, grade] = two(each);
            EXPECT_TRUE(any_block([&, &name = name, &grade = grade](const PlanBlock& block) {
                return std::ranges::any_of(block.grades, [&](const ChildGrade& one) {
                    const auto& children = *scenario_.facts.kept;
                    const auto who = std::ranges::find(children, one.child, &Child::id);
                    return who->first_name == name && words(one.grade) == grade;
                });
            })) << each;
        }
    }

    void check_shape() const {
        const Expected& expected = scenario_.expected;
        int changes = 0;
        for (std::size_t i = 1; i < plan_.blocks.size(); ++i)
            if (plan_.blocks[i].transition_before_min > scenario_.facts.session.transition_min) ++changes;
        const auto at_most = [](int asked, int found, const char* what) {
            EXPECT_TRUE(asked < 0 || found <= asked) << found << " " << what;
        };
        at_most(expected.most_seat_changes, changes, "moves between table and floor");
        const auto needed =
            std::ranges::count_if(plan_.materials, [](const Material& material) { return !material.optional; });
        at_most(expected.most_items, static_cast<int>(needed), "things to bring");
        at_most(expected.most_left, plan_.minutes_left, "minutes left");
        at_most(expected.most_blocks, static_cast<int>(plan_.blocks.size()), "blocks");
        EXPECT_GE(std::ranges::count(plan_.blocks, Arc::main, &PlanBlock::arc), expected.fewest_main);
        const auto known = [&](const PlanBlock& block) {
            return std::ranges::count(expected.familiar, block.activity->id) > 0;
        };
        EXPECT_TRUE(expected.familiar.empty() || any_block(known));
        EXPECT_TRUE(!expected.stations || any_block([](const PlanBlock& block) { return block.stations; }));
        EXPECT_TRUE(!expected.stand_in || any_block([](const PlanBlock& block) { return !block.stand_ins.empty(); }));
        for (const Discipline each : {Discipline::ot, Discipline::pt})
            EXPECT_TRUE(!expected.both_record || any_block([&](const PlanBlock& block) {
                return std::ranges::count(block.records, each, &Record::discipline) == 1;
            })) << "a discipline records nothing in the whole session";
        if (expected.moving_opener) {
            ASSERT_FALSE(plan_.blocks.empty());
            constexpr std::array moving{"WK", "JP", "ST", "SW"};
            EXPECT_EQ(plan_.blocks.front().arc, Arc::opener);
            EXPECT_GT(std::ranges::count(moving, plan_.blocks.front().activity->position), 0);
        }
    }

    Scenario scenario_;
    Plan plan_;
};

TEST_P(PlanScenario, RungsAgesAndTheBeginningAreWhatATherapistExpects) {
    const Expected& expected = scenario_.expected;
    const auto has = [](const auto& list, const std::string& one) { return std::ranges::count(list, one) > 0; };
    for (const PlanBlock& block : plan_.blocks) {
        EXPECT_LE(block.activity->age_min_months, expected.oldest_start) << block.activity->title;
        EXPECT_GE(block.activity->age_max_months, expected.youngest_end) << block.activity->title;
        EXPECT_LE(block.minutes, expected.longest) << block.activity->title;
        for (const ChildGrade& grade : block.grades) {
            std::vector<int> rungs = grade.offered;
            rungs.push_back(0);
            for (const int rung : rungs) {
                const Asked asked = asked_of(*block.activity, rung, library(), scenario_.facts.place.inventory);
                const std::string what = block.activity->title + ", rung " + std::to_string(rung);
                EXPECT_FALSE(has(expected.without_positions, asked.position)) << what;
                for (const auto& mark : asked.attributes) EXPECT_FALSE(has(expected.without, mark)) << what << mark;
                for (const auto& need : asked.needs) EXPECT_FALSE(has(expected.unmet, need)) << what << need;
                EXPECT_FALSE(has(asked.needs, "wheelchair") && has(asked.attributes, "WHL"))
                    << what << ": the own chair is no scooter board";
                for (const auto& word : expected.rungs_without)
                    if (const Rung* found = rung_of(*block.activity, rung); found != nullptr) {
                        EXPECT_EQ(found->change.find(word), std::string::npos) << what << ": " << found->change;
                    }
            }
        }
    }
    if (!expected.first_flag.empty()) {
        ASSERT_FALSE(plan_.flags.empty());
        EXPECT_EQ(plan_.flags.front().code, expected.first_flag);
    }
    if (expected.calm_first) {
        ASSERT_FALSE(plan_.blocks.empty());
        const auto& skills = plan_.blocks.front().activity->skills;
        EXPECT_TRUE(has(skills, "sp.calm") || has(skills, "sp.self_reg") || has(skills, "sp.movement"))
            << plan_.blocks.front().activity->title;
    }
}

TEST_P(PlanScenario, IsWhatATherapistExpects) {
    check_goals();
    check_rules();
    check_words();
    check_shape();
    for (const auto& broken : broken_rules(scenario_.facts, plan_, library())) ADD_FAILURE() << broken;
    EXPECT_TRUE(plan_.proof.proved);
    if (HasFailure() || std::getenv("PEGBOARD_SHOW_PLANS") != nullptr)
        std::cout << scenario_.name << lines(plan_) << "\n";
}

INSTANTIATE_TEST_SUITE_P(Worked, PlanScenario, testing::ValuesIn(files()), [](const auto& file) {
    std::string name = file.param.stem().string();
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(PlanScenarios, ThereAreThirtyEight) { EXPECT_GE(files().size(), 38U); }

}  // namespace
}  // namespace pegboard::planning
