// Each example that was once seen to go wrong in suggested plans, by its letter and number, with the right answer. What
// is a rule for all children is tested where the rule is; this is the list of the cases themselves.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/age.h"
#include "core/rules/asking.h"
#include "core/rules/by_hand.h"
#include "core/rules/rungs.h"
#include "core/rules/safety_lines.h"
#include "tests/core/planning_fixture.h"
#include "tests/core/planning_random.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

Child of_age(int months) {
    Child made = child("Ada", 0);
    made.date_of_birth = add_months(today, -months);
    return made;
}

const Activity& record(const std::string& id) { return *library().activity(id); }

bool ruled(const Child& child, const std::string& activity, Rule rule, const std::string& subject = {}) {
    const Facts given = facts(child, {goal("vm.eyehand", 1)}, 30);
    return std::ranges::any_of(ruled_out(given, index(), record(activity)), [&](const RuledOut& why) {
        return why.rule == rule && (subject.empty() || why.subject == subject);
    });
}

/// The activity's own words for a rung, to its number; 0 when it has none like it.
int rung_saying(const Activity& activity, const std::string& words) {
    for (std::size_t i = 0; i < activity.easier.size(); ++i)
        if (activity.easier[i].change.find(words) != std::string::npos) return -static_cast<int>(i) - 1;
    for (std::size_t i = 0; i < activity.harder.size(); ++i)
        if (activity.harder[i].change.find(words) != std::string::npos) return static_cast<int>(i) + 1;
    return 0;
}

bool offers(const Child& child, const std::string& activity, int rung) {
    return std::ranges::count(offered_rungs(child, record(activity), rung < 0, library(), {}, today, 1), rung) > 0;
}

// ------------------------------------------------------------------ A1: no lower age limit

TEST(FindingsA1, WhatBeginsFarAboveAChildsAgeIsNotOffered) {
    const struct {
        int months;
        const char* goal;
        std::vector<std::string> skills;
    } cases[] = {{6, "fm.pincer", {"fm.cut1_hold", "fm.cut2_snip", "fm.cut4_line", "fm.cut6_circle"}},
                 {7, "fm.pincer", {"fm.tie"}},
                 {12, "gm.ball1_roll", {"gm.ball3_overhand", "gm.ball5_catch_hands"}},
                 {60, "vm.eyehand", {"vm.copy_far"}}};
    for (const auto& one : cases) {
        const Child ada = of_age(one.months);
        int tried = 0;
        for (const Activity& activity : library().activities()) {
            const bool asks = std::ranges::count(one.skills, activity.skills.front()) > 0;
            if (!asks || activity.age_min_months <= one.months + (one.months < 36 ? 3 : 6)) continue;
            EXPECT_TRUE(ruled(ada, activity.id, Rule::age)) << activity.title << " at " << one.months;
            ++tried;
        }
        EXPECT_GT(tried, 0) << one.months;
        for (const int minutes : {20, 30, 45})
            for (const PlanBlock& block : plan(facts(ada, {goal(one.goal, 1)}, minutes), index()).blocks)
                EXPECT_LE(block.activity->age_min_months, one.months + (one.months < 36 ? 3 : 6))
                    << block.activity->title;
    }
    EXPECT_TRUE(ruled(of_age(60), "VM11", Rule::age)) << "copying from the board at five";
}

TEST(FindingsA1, NoPlanBelowFiveHoldsABlockFarAboveTheAge) {
    RandomSessions sessions(library(), 101);
    int plans = 0;
    for (int i = 0; i < 400 && plans < 60; ++i) {
        const Facts given = sessions.next({1, 30, false, false});
        const Child& who = *given.participants.front().child;
        const int age = rule_age_months(who, today);
        if (age >= 60) continue;
        ++plans;
        for (const PlanBlock& block : plan(given, index()).blocks)
            EXPECT_FALSE(is_too_early(who, *block.activity, library(), today))
                << block.activity->title << " at " << age;
    }
    EXPECT_GE(plans, 40);
}

// ------------------------------------------------------------------ A2: one age everywhere

TEST(FindingsA2, LibraryAndPlannerGoByTheSameCorrectedAge) {
    Child ada = of_age(17);
    ada.gestation_weeks = 27;  // 13 weeks: 14 months corrected
    int differ = 0;
    const auto ruled_as_early = [&](const Activity& activity) {
        const auto why = ruled_out(facts(ada, {goal("vm.eyehand", 1)}, 30), index(), activity);
        return std::ranges::any_of(why, [](const RuledOut& one) {
            return one.rule == Rule::age && one.words.find("and up") != std::string::npos;
        });
    };
    for (const Activity& activity : library().activities()) {
        const bool early = is_too_early(ada, activity, library(), today);
        EXPECT_EQ(early, ruled_as_early(activity)) << activity.title;
        Child by_calendar = ada;
        by_calendar.gestation_weeks.reset();
        differ += early != is_too_early(by_calendar, activity, library(), today) ? 1 : 0;
    }
    EXPECT_GT(differ, 3) << "the correction decides";
}

// ------------------------------------------------------------------ A3: not yet reaches what needs it

TEST(FindingsA3, NoLacesWhileThePincerIsNotYetThere) {
    Child ada = of_age(66);
    ada.present_steps = {{{}, "fm.pincer", "not_yet"}};
    for (const char* laces : {"DR07", "DR17", "DR18"}) EXPECT_TRUE(ruled(ada, laces, Rule::step)) << laces;
}

// ------------------------------------------------------------------ A4: what precautions let pass

TEST(FindingsA4, EachActivityThatWasLetPassIsExcluded) {
    const struct {
        const char* code;
        std::map<std::string, std::string> answers;
        std::vector<std::string> activities;
    } cases[] = {
        {"wb_leg", {{"grade", "NWB"}, {"side", "left"}}, {"MS09", "MS08", "SE06", "PA13", "SE08"}},
        {"wb_leg", {{"grade", "TTWB"}, {"side", "right"}}, {"MS09", "MS08", "SE06", "PA13", "SE08"}},
        {"bone_fragile", {}, {"GM07", "GM08", "BC10", "PL11", "MS13", "BA18"}},
        {"bleeding", {{"cleared", "no"}}, {"GM07", "GM08", "BC10", "PL11", "MS13", "BA18"}},
        {"spine", {{"cleared", "no"}}, {"GM05", "GM01", "SE04", "PA07", "GM07", "MS13"}},
        {"hip", {{"cleared", "no"}}, {"SE03", "SE04", "GM05", "GM07", "BC10"}},
        {"gtube", {{"in_feed_window", "yes"}}, {"MS07", "SE02"}},
        {"cardiac", {{"surgery_recovery", "yes"}}, {"GM03"}},
        {"muscle", {}, {"SE05", "SE02", "SE03"}},
    };
    for (const auto& one : cases) {
        Child ada = of_age(84);
        ada.precautions = {{{}, one.code, one.answers, {}}};
        for (const auto& activity : one.activities)
            EXPECT_TRUE(ruled(ada, activity, Rule::precaution, one.code)) << one.code << " " << activity;
    }
}

TEST(FindingsA4, WhateverRunsIsExcludedWhereRunningIs) {
    for (const char* code : {"bone_fragile", "bleeding", "spine", "hip", "wb_leg", "concussion", "aai"}) {
        Child ada = of_age(96);
        ada.precautions = {{{}, code, {}, {}}};
        int running = 0;
        for (const Activity& activity : library().activities()) {
            if (std::ranges::count(activity.effective_attributes, "RUN") == 0) continue;
            ++running;
            EXPECT_TRUE(ruled(ada, activity.id, Rule::precaution, code)) << code << " " << activity.title;
        }
        EXPECT_GT(running, 8);
    }
}

TEST(FindingsA4, AMuscleDiseaseIsGivenNoSquatsNorStairsDownNorHeavyWork) {
    Child theo = of_age(120);
    theo.precautions = {{{}, "muscle", {{"kind", "Duchenne or Becker"}}, {}}};
    for (const char* skill : {"se.legs", "se.core", "ms.stairs_down", "se.fitness"})
        for (const PlanBlock& block :
             plan(facts(theo, {goal(skill, 1, Discipline::pt), goal("se.arms", 2)}, 30), index()).blocks)
            for (const char* mark : {"ECC", "EXT", "IMP"})
                EXPECT_EQ(std::ranges::count(block.activity->effective_attributes, mark), 0) << block.activity->title;
}

// ------------------------------------------------------------------ A5: rungs

TEST(FindingsA5, NobodyWhoseLegBearsNothingKneelsUpToFish) {
    const int kneel = rung_saying(record("VM13"), "kneel up to fish");
    ASSERT_GT(kneel, 0);
    Child ada = of_age(84);
    EXPECT_TRUE(offers(ada, "VM13", kneel));
    ada.precautions = {{{}, "wb_leg", {{"grade", "NWB"}}, {}}};
    EXPECT_FALSE(offers(ada, "VM13", kneel));
    EXPECT_TRUE(offers(ada, "VM13", 2)) << "the others stay";
}

TEST(FindingsA5, NobodyWhoIsNilByMouthPracticesAtAMeal) {
    Child ada = of_age(60);
    ada.precautions = {{{}, "dysphagia", {{"order", "nil by mouth"}}, {}}};
    int eaten = 0;
    for (const Activity& activity : library().activities())
        for (const bool easier : {true, false}) {
            const auto offered = offered_rungs(ada, activity, easier, library(), {}, today, 1);
            const bool as_written = !ruled(ada, activity.id, Rule::precaution);
            for (const int rung : offered) {
                const std::string& change = rung_of(activity, rung)->change;
                const bool meal =
                    change.find("to a meal") != std::string::npos || change.find("at a meal") != std::string::npos ||
                    change.find("of the meal") != std::string::npos || change.find("whole meal") != std::string::npos ||
                    change.find("class meal") != std::string::npos;
                EXPECT_FALSE(meal && as_written) << activity.id << " " << change;
                eaten += meal ? 1 : 0;
            }
        }
    EXPECT_EQ(eaten, 0);
    EXPECT_FALSE(offers(ada, "DL02", rung_saying(record("DL02"), "to a meal")));
}

// ------------------------------------------------------------------ A6: ways of moving and devices

Child crutch_walker() {
    Child made = of_age(120);
    made.moves_by = MovesBy::walks_with_device;
    made.devices = {{{}, DeviceKind::crutches, Side::none, {}}};
    return made;
}
Child wheelchair_user(int months) {
    Child made = of_age(months);
    made.moves_by = MovesBy::wheels;
    made.devices = {{{}, DeviceKind::wheelchair, Side::none, {}}};
    return made;
}

TEST(FindingsA6, ACrutchWalkerIsNotSentToDriveAWheelchair) {
    const Child ada = crutch_walker();
    Facts given = facts(ada, {goal("ms.crutches", 1, Discipline::pt), goal("ms.community", 2, Discipline::pt)}, 45);
    given.session.lead = Lead::pt;
    given.place.here["own_device"] = 0;
    for (const char* driving : {"MS11", "MS25", "MS26", "MS27", "MS28"})
        EXPECT_TRUE(ruled(ada, driving, Rule::needs, "wheelchair") || ruled(ada, driving, Rule::needs, "manual_chair"))
            << driving;
    const Plan made = plan(given, index());
    ASSERT_FALSE(made.blocks.empty());
    bool on_crutches = false;
    for (const PlanBlock& block : made.blocks) {
        EXPECT_EQ(std::ranges::count(block.activity->needs, "wheelchair"), 0) << block.activity->title;
        on_crutches = on_crutches || std::ranges::count(block.activity->skills, "ms.crutches") > 0;
    }
    EXPECT_TRUE(on_crutches) << "what serves the goal best is on crutches";
}

TEST(FindingsA6, AWheelchairUserIsNotSentOnAWalker) {
    const Child ada = wheelchair_user(96);
    for (const char* walking : {"MS10", "MS19", "MS20"}) EXPECT_TRUE(ruled(ada, walking, Rule::needs)) << walking;
    Facts given = facts(ada, {goal("ms.device", 1, Discipline::pt)}, 30);
    given.session.lead = Lead::pt;
    given.place.here["own_device"] = 0;
    for (const PlanBlock& block : plan(given, index()).blocks)
        EXPECT_EQ(std::ranges::count(block.activity->needs, "walker"), 0) << block.activity->title;
}

TEST(FindingsA6, TheOwnChairAsksForNoHelmet) {
    for (const char* driving : {"MS11", "MS25", "MS26", "MS27", "MS28"}) {
        const Activity& activity = record(driving);
        EXPECT_EQ(std::ranges::count(activity.items, std::string("helmet"), &ActivityItem::item), 0) << driving;
        const auto marks = effective_attributes(activity, library(), {});
        EXPECT_EQ(std::ranges::count(marks, "WHL"), 0) << driving;
        for (const SafetyLine& line : universal_lines(marks, activity.position, 96, library()))
            EXPECT_EQ(line.line.find("elmet"), std::string::npos) << driving << ": " << line.line;
    }
    Child shunted = wheelchair_user(96);
    shunted.precautions = {{{}, "shunt", {{"programmable", "no"}, {"recent_surgery", "no"}}, {}}};
    EXPECT_FALSE(ruled(shunted, "MS25", Rule::precaution));
}

TEST(FindingsA6, ATeenagerInAChairIsNotStoodUpAtAShop) {
    const Child theo = wheelchair_user(15 * 12);
    for (const char* shop : {"GM02", "SE05"}) EXPECT_TRUE(ruled(theo, shop, Rule::needs)) << shop;
    for (const char* skill : {"se.arms", "ms.wheelchair", "sc.meal", "pl.rules", "ms.community"}) {
        Facts given = facts(theo, {goal(skill, 1)}, 45);
        given.session.lead = Lead::both;
        for (const PlanBlock& block : plan(given, index()).blocks)
            for (const char* upright : {"ST", "VS", "WK", "JP"})
                EXPECT_NE(block.activity->position, upright) << block.activity->title;
    }
}

TEST(FindingsA6, WhatIsForADeviceOrAnInjuryRoundsOffNobodyElsesSession) {
    Child ada = of_age(96);
    ada.moves_by = MovesBy::walks;
    for (const char* goal_skill : {"ms.stairs_up", "vm.eyehand", "se.core"})
        for (const int minutes : {20, 30, 45, 60}) {
            Facts given = facts(ada, {goal(goal_skill, 1, Discipline::pt), goal("fm.button", 2)}, minutes);
            given.session.lead = Lead::both;
            for (const PlanBlock& block : plan(given, index()).blocks)
                EXPECT_NE(block.activity->skills.front(), "ms.gait_return") << block.activity->title;
        }
    EXPECT_TRUE(ruled(ada, "MS34", Rule::unasked)) << "an ankle out of a boot";
    Facts asked = facts(ada, {goal("ms.gait_return", 1, Discipline::pt)}, 30);
    asked.session.lead = Lead::pt;
    const auto why = ruled_out(asked, index(), record("MS34"));
    EXPECT_EQ(std::ranges::count(why, Rule::unasked, &RuledOut::rule), 0);
}

TEST(FindingsA8, PhysicalTherapyIsNotFilledWithHandwriting) {
    const Child ada = crutch_walker();
    for (const int minutes : {20, 30, 45, 60}) {
        Facts given = facts(ada, {goal("ms.crutches", 1, Discipline::pt)}, minutes);
        given.session.lead = Lead::pt;
        given.place.here["own_device"] = 0;
        for (const PlanBlock& block : plan(given, index()).blocks)
            EXPECT_FALSE(block.activity->discipline == "OT" &&
                         std::ranges::none_of(block.goals, [](const auto& each) { return each.fit_tenths >= 4; }))
                << block.activity->title;
    }
}

// ------------------------------------------------------------------ A7: diagnoses and what was asked

TEST(FindingsA7, DiagnosesProposeAndNeverAskedIsNotNone) {
    Child ada = of_age(60);
    ada.diagnoses = {{{}, "Trisomy 21", "Q90.9"}};
    std::vector<std::string> codes;
    for (const auto& proposed : proposed_precautions(ada, library())) codes.push_back(proposed.precaution->code);
    for (const char* code : {"aai", "cardiac", "hypermobile"}) EXPECT_EQ(std::ranges::count(codes, code), 1) << code;
    EXPECT_TRUE(ada.precautions.empty()) << "proposed, never added";
    const auto not_asked_flag = [&] {
        const Plan made = plan(facts(ada, {goal("vm.eyehand", 1)}, 30), index());
        return !made.flags.empty() && made.flags.front().kind == Flag::Kind::not_asked;
    };
    EXPECT_TRUE(not_asked_flag()) << "stands first";
    PrecautionAsking asking;
    asking.on = today;
    asking.of = "mother";
    for (const Precaution& precaution : library().precautions())
        if (precaution.asked) asking.none.push_back(precaution.code);
    ada.askings = {asking};
    EXPECT_FALSE(not_asked_flag()) << "asked, and there is none";
}

// ------------------------------------------------------------------ A8: minutes, beginnings, what settles, looks

TEST(FindingsA8, CalmingComesFirstAndNobodySitsInAQuietCornerForAQuarterOfAnHour) {
    Child ada = of_age(48);
    ada.present_steps = {{{}, "sp.attend", "not_yet"}};
    const Plan made = plan(facts(ada, {goal("fm.cut2_snip", 1), goal("sp.calm", 2)}, 30), index());
    ASSERT_FALSE(made.blocks.empty());
    const auto settles = [](const PlanBlock& block) {
        return std::ranges::any_of(block.activity->skills, [](const auto& skill) { return skill.starts_with("sp."); });
    };
    EXPECT_TRUE(settles(made.blocks.front())) << made.blocks.front().activity->title;
    for (const PlanBlock& block : made.blocks)
        if (block.activity->intensity == "seated") {
            EXPECT_LT(block.minutes, block.activity->minutes + 1) << block.activity->title;
        }
    for (const PlanBlock& block : made.blocks) EXPECT_LT(block.minutes, 15) << block.activity->title;
}

TEST(FindingsA8, ATwelveYearOldIsHandedNoDollsNorToyCars) {
    const Child theo = of_age(144);
    EXPECT_TRUE(ruled(theo, "DL08", Rule::age)) << "dolls";
    EXPECT_TRUE(ruled(theo, "HW02", Rule::age)) << "toy cars";
}

TEST(FindingsA8, NothingIsSaidToHaveBeenDoneBeforeTheFirstSession) {
    const Child ada = wheelchair_user(96);
    Facts given = facts(ada, {goal("ms.wheelchair", 1, Discipline::pt), goal("se.arms", 2, Discipline::pt)}, 45);
    given.session.lead = Lead::pt;
    given.place.here["own_device"] = 0;
    const Plan made = plan(given, index());
    int looked_at = 0;
    for (std::size_t block = 0; block < made.blocks.size(); ++block)
        for (const Alternative& other : alternatives(given, index(), made, block)) {
            EXPECT_EQ(other.words.find("done in the last"), std::string::npos) << other.activity->title;
            ++looked_at;
        }
    EXPECT_GT(looked_at, 5);
}

// A9 to A11 are rules of the caseload and the screens: Gather.WhatWasRecordedCountsAsWorkedOn,
// PlanCoverage.WhatTheTherapistTickedOnABlockCounts, PlannerEdits (tests/ui).

}  // namespace
}  // namespace pegboard::planning
