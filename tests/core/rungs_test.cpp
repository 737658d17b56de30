// What a rung of an activity asks for, and what precautions and ways of moving say to it.
#include "core/rules/rungs.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/library/find_goals.h"
#include "core/rules/moving.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard {
namespace {

using namespace precaution_test;

constexpr auto exclude = Verdict::exclude;
constexpr auto flag = Verdict::flag;
constexpr auto fine = Verdict::fine;

TEST(Rungs, ARungIsJudgedByWhatItChanges) {
    Activity fishing = precaution_test::activity("@SF +scarves");
    fishing.harder = {{"position", "Kneel up to fish."}, {"speed", "Fish in a race."}};
    fishing.harder[0].position = "TK";
    fishing.harder[1].adds = {"RUN"};
    fishing.easier = {{"position", "Sit at a table."}, {"tool", "Take a balloon."}};
    fishing.easier[0].position = "SC";
    fishing.easier[1].items = {"balloon"};
    const auto of = [&](const char* code, const char* parameters, int rung) {
        return verdict(check_precautions(child_with(code, parameters), fishing, rung, library(), {}, today, 1));
    };
    EXPECT_EQ(of("wb_leg", "grade=NWB", 0), fine);
    EXPECT_EQ(of("wb_leg", "grade=NWB", 1), exclude);
    EXPECT_EQ(of("wb_leg", "grade=NWB", 2), exclude);
    EXPECT_EQ(of("wb_leg", "grade=NWB", -1), fine);
    EXPECT_EQ(of("latex", "", 0), fine);
    EXPECT_EQ(of("latex", "", -2), exclude);
    EXPECT_EQ(of("hypermobile", "", 0), flag);
    EXPECT_EQ(of("hypermobile", "", -1), fine) << "no longer on the floor";
    EXPECT_EQ(of("wb_leg", "grade=NWB", 3), fine) << "a rung it does not have is the activity as written";
}

TEST(Rungs, ARungDropsWhatTheActivityHasAndTakesWhatItsPositionBrings) {
    Activity bear = precaution_test::activity("@QU WBA RUN +scissors");
    bear.easier = {{"position", "Walk upright."}, {"tool", "Without scissors."}};
    bear.easier[0].position = "WK";
    bear.easier[0].drops = {"WBA", "RUN"};
    bear.easier[1].drops = {"SHP"};
    bear.harder = {{"complexity", "Jump."}};
    bear.harder[0].position = "JP";
    bear.harder[0].needs = {"walk_free"};
    EXPECT_EQ(asked_of(bear, -1, library()).attributes, std::vector<std::string>{"SHP"});
    EXPECT_EQ(asked_of(bear, -1, library()).needs, std::vector<std::string>{"walk"}) << "walking says so itself";
    EXPECT_EQ(asked_of(bear, -2, library()).attributes, (std::vector<std::string>{"WBA", "RUN"}));
    EXPECT_EQ(asked_of(bear, 1, library()).attributes, (std::vector<std::string>{"IMP", "WBA", "SHP", "RUN"}));
    EXPECT_EQ(asked_of(bear, 1, library()).needs, std::vector<std::string>{"walk_free"});
    EXPECT_TRUE(asked_of(bear, 0, library()).needs.empty());
}

TEST(Moving, WhatIsRecordedDecidesAndWhatIsNotAskedRulesNothingOutButDevices) {
    Child child;
    for (const char* need : {"stand", "walk", "walk_free", "two_hands"})
        EXPECT_TRUE(meets_need(child, need, today)) << need;
    for (const char* need : {"wheelchair", "walker", "crutches", "cane", "gait_trainer", "stander"})
        EXPECT_FALSE(meets_need(child, need, today)) << need;
    child.moves_by = MovesBy::walks_with_device;
    child.devices = {{{}, DeviceKind::crutches, Side::both, ""}};
    EXPECT_TRUE(meets_need(child, "walk", today));
    EXPECT_TRUE(meets_need(child, "crutches", today));
    EXPECT_FALSE(meets_need(child, "walk_free", today));
    EXPECT_FALSE(meets_need(child, "walker", today));
    EXPECT_FALSE(meets_need(child, "wheelchair", today));
    EXPECT_EQ(unmet_need(child, {"walk", "two_hands", "walk_free"}, today), "walk_free");
    child.moves_by = MovesBy::wheels;
    EXPECT_TRUE(meets_need(child, "wheelchair", today));
    EXPECT_FALSE(meets_need(child, "stand", today));
    EXPECT_FALSE(meets_need(child, "walk", today));
    child.moves_by = MovesBy::carried;
    EXPECT_FALSE(meets_need(child, "stand", today));
    child.devices = {{{}, DeviceKind::wheelchair, Side::none, ""}};
    EXPECT_FALSE(meets_need(child, "wheelchair", today)) << "is pushed in it, and does not drive";
    child.hands = Hands::one;
    EXPECT_FALSE(meets_need(child, "two_hands", today));
}

TEST(Moving, ABabyWhoIsCarriedAboutMayStandWhereThatIsRecorded) {
    Child child;
    child.moves_by = MovesBy::carried;
    child.present_steps = {{{}, "gm.cruise", "emerging"}};
    EXPECT_TRUE(meets_need(child, "stand", today));
    EXPECT_FALSE(meets_need(child, "walk", today));
    child.present_steps = {{{}, "gm.walk", "emerging"}};
    EXPECT_TRUE(meets_need(child, "walk", today));
    EXPECT_FALSE(meets_need(child, "walk_free", today));
    child.gmfcs = 5;
    EXPECT_FALSE(meets_need(child, "stand", today)) << "a level speaks against it";
    child.gmfcs.reset();
    child.moves_by = MovesBy::wheels;
    EXPECT_FALSE(meets_need(child, "stand", today));
    child.moves_by = MovesBy::carried;
    child.present_steps[0].step = "not_yet";
    EXPECT_FALSE(meets_need(child, "stand", today));
}

TEST(Moving, ALevelSpeaksWhereNobodyAskedHowTheChildMoves) {
    Child child;
    child.gmfcs = 2;
    EXPECT_TRUE(meets_need(child, "walk_free", today));
    child.gmfcs = 3;
    EXPECT_TRUE(meets_need(child, "walk", today));
    EXPECT_FALSE(meets_need(child, "walk_free", today));
    child.gmfcs = 4;
    EXPECT_FALSE(meets_need(child, "stand", today));
    EXPECT_FALSE(meets_need(child, "wheelchair", today)) << "a chair is had, not inferred";
    child.moves_by = MovesBy::walks;
    EXPECT_TRUE(meets_need(child, "walk_free", today)) << "what was asked goes before the level";
    child.macs = 5;
    EXPECT_FALSE(meets_need(child, "two_hands", today));
}

TEST(Moving, IsSaidInPlainWords) {
    Child child;
    EXPECT_EQ(say_moving(child), "");
    child.first_name = "Robin";
    child.moves_by = MovesBy::walks_with_device;
    child.gmfcs = 3;
    child.devices = {{{}, DeviceKind::walker, Side::none, "reverse"},
                     {{}, DeviceKind::ankle_foot_orthosis, Side::both, ""}};
    EXPECT_EQ(say_moving(child), "Walks with a device; GMFCS III; walker; ankle-foot orthosis, both sides");
    EXPECT_EQ(say_unmet(child, "walk", today), "");
    EXPECT_EQ(say_unmet(child, "wheelchair", today),
              "This needs an own wheelchair. Recorded for Robin: Walks with a device; GMFCS III; walker; ankle-foot "
              "orthosis, both sides.");
}

TEST(Moving, TheGoalBankLeavesOutWhatTheChildCannotDoAndNothingElse) {
    Child child;
    child.moves_by = MovesBy::wheels;
    GoalBankFilter filter;
    const auto all = find_goals(library(), filter);
    filter.unmet = unmet_needs(child, library(), today);
    const auto left = find_goals(library(), filter);
    const auto has = [](const auto& goals, std::string_view skill) {
        return std::ranges::any_of(goals, [&](const GoalTemplate* goal) { return goal->skill.starts_with(skill); });
    };
    for (const char* skill : {"gm.hop", "gm.run", "gm.skip", "gm.gallop"}) {
        EXPECT_TRUE(has(all, skill)) << skill;
        EXPECT_FALSE(has(left, skill)) << skill;
    }
    for (const char* skill : {"fm.cut", "fm.button", "sc.spoon", "vm.pw", "fm.hw_letters"})
        EXPECT_TRUE(has(left, skill)) << skill;
    child.moves_by = MovesBy::not_asked;
    filter.unmet = unmet_needs(child, library(), today);
    EXPECT_TRUE(has(find_goals(library(), filter), "gm.hop")) << "what was not asked leaves nothing out";
}

TEST(Moving, RungsThatArePrecludedAreNotOffered) {
    Activity fishing = precaution_test::activity("@SF");
    fishing.harder = {{"position", "Kneel up."}, {"position", "Fish from standing."}, {"number", "One more fish."}};
    fishing.harder[0].position = "TK";
    fishing.harder[1].position = "ST";
    Child child = child_with("wb_leg", "grade=NWB");
    const auto offered = [&] { return offered_rungs(child, fishing, false, library(), {}, today, 1); };
    EXPECT_EQ(offered(), std::vector<int>{3});
    child.precautions.clear();
    EXPECT_EQ(offered(), (std::vector<int>{1, 2, 3}));
    child.moves_by = MovesBy::wheels;
    EXPECT_EQ(offered(), (std::vector<int>{1, 3})) << "standing is beyond, kneeling was not asked";
}

}  // namespace
}  // namespace pegboard
