// What a careful reader of many suggested plans found wrong in what was said, each with the words that are true.
#include <gtest/gtest.h>

#include "tests/core/planning_review.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

// ------------------------------------------------------------------ true words

TEST(PlanReview, TheActivitysOwnWordsAreRecordedOnlyForItsVeryStep) {
    Child ada = of_age(66);
    ada.present_steps = {{{}, "fm.cut", "fm.cut3_forward"}};
    int near = 0;
    for (const PlanBlock& block : plan(both(ada, {"fm.cut3_forward"}, 60), index()).blocks)
        for (const ServedGoal& served : block.goals) {
            if (served.fit_tenths >= weights::fit_exact || served.fit_tenths < weights::fit_second) continue;
            ++near;
            EXPECT_EQ(served.what.find(block.activity->measure_what), std::string::npos) << served.what;
        }
    EXPECT_GT(near, 0);
}

TEST(PlanReview, AGoalThatOnlyGroundworkTouchesIsNotCovered) {
    const Child ada = of_age(66);
    Facts given = both(ada, {"fm.cut3_forward"}, 30);
    for (const Activity& activity : library().activities())
        if (std::ranges::any_of(activity.skills, [](const auto& skill) { return skill.starts_with("fm.cut"); }))
            given.participants[0].excluded.insert(activity.id);
    const Plan made = plan(given, index());
    ASSERT_EQ(made.coverage.size(), 1U);
    ASSERT_GT(made.coverage[0].minutes, 0) << "what comes before it is in the plan";
    EXPECT_EQ(made.coverage[0].practiced_min, 0);
    ASSERT_EQ(made.not_served.size(), 1U);
    EXPECT_EQ(made.not_served[0].words.find("Only what comes before it is in the plan."), 0U)
        << made.not_served[0].words;
    EXPECT_EQ(made.not_served[0].rule, Rule::excluded);
    for (const Block& block : with_plan({}, given, made).blocks) EXPECT_TRUE(block.goals.empty()) << block.title;
}

TEST(PlanReview, ThreeEverydayGoalsEachGetTheirOwnActivity) {
    const Child ada = of_age(84);
    const std::vector<std::string> skills{"fm.zip_pull", "sc.wash_hands", "sc.shoes_socks", "sc.spoon"};
    std::vector<std::string> known;
    for (const auto& skill : skills)
        if (library().skill(skill) != nullptr) known.push_back(skill);
    ASSERT_GE(known.size(), 3U);
    const Plan made = plan(both(ada, known, 60), index(), {}, Effort::thorough);
    for (const Coverage& each : made.coverage) {
        const auto out = std::ranges::find(made.not_served, each.goal, &NotServed::goal);
        EXPECT_GT(each.practiced_min, 0) << (out == made.not_served.end() ? "" : out->words);
    }
}

TEST(PlanReview, AGoalThatGotNothingIsToldWhichLimitBit) {
    const Child ada = of_age(84);
    const Plan made = plan(both(ada, many_goals, 10), index());
    int told = 0;
    for (const NotServed& each : made.not_served) {
        if (each.rule != Rule::time) continue;
        EXPECT_EQ(each.words.find("need them more"), std::string::npos) << each.words;
        told += each.words.find("the shortest takes") != std::string::npos ? 1 : 0;
    }
    EXPECT_GT(told, 0);
}

TEST(PlanReview, WordsOfStepsBagsAndAgesStandOnlyWhereTheyAreKnown) {
    Child ada = of_age(66);
    Facts given = both(ada, {"fm.cut4_line", "gm.ball4_catch_chest"}, 45);
    given.place.has_bag = false;
    const Plan unknown = plan(given, index());
    EXPECT_FALSE(any_reason(unknown, "Right at the step"));
    EXPECT_FALSE(any_reason(unknown, "One step away"));
    EXPECT_FALSE(any_reason(unknown, "your bag"));
    EXPECT_FALSE(any_reason(unknown, "Chosen by skill"));
    ada.present_steps = {{{}, "fm.cut", "fm.cut4_line"}};
    given.place.has_bag = true;
    const Plan known = plan(given, index());
    EXPECT_TRUE(any_reason(known, "Right at the step"));
    EXPECT_TRUE(any_reason(known, "your bag"));
}

TEST(PlanReview, InAGroupItIsSaidWhoLacksTheWalker) {
    const Child mia = on_a_walker(90);
    Child leo = child("Leo", 7, 2);
    Facts given = both(mia, {"ms.device"}, 30);
    given.participants.push_back({&leo, {goal("ms.device", 9)}, {}, {}});
    for (const RuledOut& why : ruled_out(given, index(), *library().activity("MS19"))) {
        if (why.rule != Rule::needs) continue;
        EXPECT_NE(why.words.find("Leo"), std::string::npos) << why.words;
        return;
    }
    FAIL() << "Leo has no walker";
}

TEST(PlanReview, TheNearestReasonIsNamed) {
    Child ada = of_age(90);
    ada.moves_by = MovesBy::walks;
    Facts given = both(ada, {"fm.cut3_forward"}, 30);
    given.place.in_bag.clear();
    given.place.here.clear();
    const Plan made = plan(given, index());
    ASSERT_EQ(made.not_served.size(), 1U);
    EXPECT_EQ(made.not_served[0].rule, Rule::item) << made.not_served[0].words;
    given.participants[0].goals[0].skill = "ms.device";
    given.place.here["own_device"] = 0;
    ada.devices = {{{}, DeviceKind::gait_trainer, Side::none, {}}};
    const Plan device = plan(given, index());
    ASSERT_EQ(device.not_served.size(), 1U);
    EXPECT_EQ(device.not_served[0].words.find("walker, "), std::string::npos) << device.not_served[0].words;
}

TEST(PlanReview, ASpaceThatIsMissingIsNamedInASentence) {
    const Child ada = of_age(100);
    Facts given = both(ada, {"sc.fork"}, 45);
    given.place.spaces = {"room"};
    given.place.name = "Room 4";
    std::set<std::string> said;
    for (const Activity& one : library().activities())
        for (const RuledOut& why : ruled_out(given, index(), one))
            if (why.rule == Rule::space) said.insert(why.words);
    EXPECT_TRUE(said.contains("needs a kitchen; you are in Room 4"));
    EXPECT_TRUE(said.contains("needs stairs; you are in Room 4"));
    EXPECT_TRUE(said.contains("is done outdoors; you are in Room 4"));
    EXPECT_TRUE(said.contains("needs a hall (8 m run); you are in Room 4"));
    for (const std::string& words : said) EXPECT_EQ(words.find(": "), std::string::npos) << words;
}

TEST(PlanReview, HowAChildIsTodayIsSaidWhereNoBlockStandsToo) {
    const Child ada = with(of_age(70), "today", {{"fever_or_red_flag", "yes"}, {"pain", "no"}});
    const Plan made = plan(both(ada, {"vm.eyehand"}, 30), index());
    EXPECT_TRUE(made.blocks.empty());
    const auto said = std::ranges::find(made.flags, "today", &Flag::code);
    ASSERT_NE(said, made.flags.end());
    EXPECT_FALSE(said->line.empty());
    const Child well = with(of_age(70), "today", {{"fever_or_red_flag", "no"}, {"pain", "no"}});
    const Plan usual = plan(both(well, {"vm.eyehand"}, 30), index());
    EXPECT_EQ(std::ranges::count(usual.flags, "today", &Flag::code), 0);
}

TEST(PlanReview, AnHourInTheSeatAsksForAMovementBreak) {
    Child ada = of_age(130);
    Facts given = both(ada, {"fm.hw_letters"}, 60);
    given.hand.pins = {{"HW01", Arc::main, 30, {}}, {"HW03", Arc::main, 28, {}}};
    const auto asks = [&](const char* words) {
        const Plan made = plan(given, index());
        return std::ranges::any_of(made.notes, [&](const auto& note) { return note.find(words) != std::string::npos; });
    };
    EXPECT_TRUE(asks("movement break"));
    ada.moves_by = MovesBy::wheels;
    ada.devices = {{{}, DeviceKind::wheelchair, Side::none, {}}};
    EXPECT_TRUE(asks("change of position"));
    EXPECT_FALSE(asks("movement break"));
    given.session.length_min = 30;
    EXPECT_FALSE(asks("Every block is seated"));
}

}  // namespace
}  // namespace pegboard::planning
