// What a clinician's third reading of suggested plans found in the content: jolts on stairs, planks on a leg at rest,
// walkers under a resting arm, inflamed hands, hard moments acted out, balls at an airway, heads held back, hands that
// move a fragile baby, bends over a running feed, school work after a knock to the head.
#include <gtest/gtest.h>

#include "tests/core/planning_review.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard::planning {
namespace {
namespace third_reading {

using namespace planning_test;
using precaution_test::child_with;

constexpr auto excluded = Verdict::exclude;
constexpr auto flagged = Verdict::flag;
constexpr auto fine = Verdict::fine;

bool holds(const std::vector<std::string>& list, const std::string& id) { return std::ranges::count(list, id) > 0; }
bool says(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }
const Activity& the(const std::string& id) { return *library().activity(id); }

Verdict judged(const Child& child, const std::string& id, int rung = 0) {
    return verdict(check_precautions(child, the(id), rung, library(), {}, planning_test::today, 1));
}

void expect_all(const Child& child, const std::vector<const char*>& ids, Verdict expected) {
    for (const char* id : ids) EXPECT_EQ(judged(child, id), expected) << id;
}

std::vector<std::string> marks_on(const Activity& one, int rung) {
    return asked_of(one, rung, library(), {}).attributes;
}

/// The rung that a child begins on when the therapist puts the activity into the plan.
const Rung* begun(const Child& who, const std::string& id, int& number) {
    Facts given = both(who, {the(id).skills.front()}, 45);
    given.hand.pins = {{id, the(id).arcs.front(), the(id).minutes, {}, {}}};
    for (const PlanBlock& block : plan(given, index()).blocks)
        if (block.activity->id == id) {
            number = block.grades.front().rung;
            return rung_of(*block.activity, number);
        }
    ADD_FAILURE() << id << " is not in the plan";
    return nullptr;
}

bool barred(const Facts& given, const std::string& id, Rule rule) {
    return std::ranges::count(ruled_out(given, index(), the(id)), rule, &RuledOut::rule) > 0;
}

// ------------------------------------------------------------------ A1: down the stairs

TEST(ThirdReadingA1, GoingDownOnTheBottomIsAJoltWithABentBack) {
    const std::vector<Child> resting{child_with("spine", "kind=fusion or rods,cleared=no"),
                                     child_with("hip", "cleared=no"), child_with("bone_fragile", "")};
    int ways = 0;
    for (const Activity& one : library().activities())
        for (int rung = -1; rung_of(one, rung) != nullptr; --rung) {
            const std::string& change = rung_of(one, rung)->change;
            const bool down = says(change, "on the bottom") || says(change, "own sitting");
            if (!down || !says(one.skills.front(), "stairs")) continue;
            ++ways;
            for (const char* mark : {"IMP", "HIP", "WBA"}) EXPECT_TRUE(holds(marks_on(one, rung), mark)) << one.id;
            for (const Child& child : resting) EXPECT_EQ(judged(child, one.id, rung), excluded) << one.id;
        }
    EXPECT_GE(ways, 2);
    for (const auto& step : the("MS01").steps) EXPECT_FALSE(says(step, "sitting")) << step;
}

TEST(ThirdReadingA1, AFusedSpineClimbsHeldOrTakesTheElevatorDown) {
    for (const int years : {12, 14}) {
        const Child nia = with(of_age(12 * years), "spine", {{"kind", "fusion or rods"}, {"cleared", "no"}});
        int number = 0;
        const Rung* way = begun(nia, "MS16", number);
        ASSERT_NE(way, nullptr);
        EXPECT_FALSE(says(way->change, "sitting")) << way->change;
        EXPECT_TRUE(way->dimension == "support" || says(way->change, "elevator")) << way->change;
    }
    EXPECT_TRUE(std::ranges::any_of(the("MS16").easier, [](const Rung& rung) {
        return rung.dimension == "support" && says(rung.change, "helper") && rung.adds.empty();
    })) << "a rail and a helper's hand";
}

// ------------------------------------------------------------------ A2, A3: a leg or an arm at rest

TEST(ThirdReadingA2, APlankLoadsTheLegs) {
    for (const char* grade : {"side=left,grade=NWB", "side=left,grade=TTWB"}) {
        const Child ada = child_with("wb_leg", grade);
        expect_all(ada, {"SE17", "SE13"}, excluded);
        EXPECT_EQ(judged(ada, "SE17", -1), fine) << "leaning back on a chair";
        for (const int harder : {1, 2, 3, 4}) EXPECT_EQ(judged(ada, "SE13", harder), excluded) << harder;
    }
}

TEST(ThirdReadingA3, AWalkerACaneAndARailCarryWeightThroughTheArms) {
    const Child ada = child_with("wb_arm", "side=left,grade=NWB,hand_free=yes");
    int devices = 0;
    for (const Activity& one : library().activities()) {
        const bool leans = std::ranges::any_of(one.needs, [](const std::string& need) {
            return need == "walker" || need == "crutches" || need == "cane" || need == "one_cane";
        });
        if (!leans || one.position != "WK") continue;
        ++devices;
        EXPECT_EQ(judged(ada, one.id), excluded) << one.id;
    }
    EXPECT_GE(devices, 5);
    EXPECT_EQ(judged(ada, "MS31"), excluded) << "both hands on the table";
    EXPECT_NE(judged(ada, "MS31", -1), excluded) << "sitting";
    const std::pair<const char*, int> held[]{{"MS16", -2}, {"MS18", -4}, {"GM06", -1}, {"SE18", -1}},
        free[]{{"MS16", -3}, {"MS18", -3}, {"MS32", -2}, {"SE18", -3}};
    for (const auto& [id, rung] : held) EXPECT_EQ(judged(ada, id, rung), excluded) << id;
    for (const auto& [id, rung] : free) EXPECT_NE(judged(ada, id, rung), excluded) << id;
    EXPECT_EQ(judged(child_with("cardiac", "surgery_recovery=yes"), "SE18", -1), excluded) << "pushing up on the arms";
    EXPECT_TRUE(says(library().precaution("wb_arm")->line, "platform"));
    EXPECT_NE(judged(ada, "MS26"), fine) << "a wheelchair pushed with a resting arm";
}

// ------------------------------------------------------------------ A4: hands that hurt

TEST(ThirdReadingA4, InflamedHandsDoNotCutTwistOrPullAndAreNamedInTheRest) {
    const Child flare = child_with("arthritis", "flare=yes,hands=yes"), unknown = child_with("arthritis", ""),
                knee = child_with("arthritis", "flare=yes,hands=no"), calm = child_with("arthritis", "flare=no");
    int cuts = 0;
    for (const Activity& one : library().activities())
        for (const std::string& skill : one.skills) {
            if (!skill.starts_with("fm.cut")) continue;
            ++cuts;
            EXPECT_EQ(judged(flare, one.id), excluded) << one.id;
            EXPECT_EQ(judged(unknown, one.id), excluded) << one.id << ": nobody said it is another joint";
            EXPECT_NE(judged(calm, one.id), fine) << one.id;
        }
    EXPECT_GT(cuts, 10);
    for (const char* id : {"DR04", "DL16", "DL32", "SX14", "SX13", "DL12", "DR01", "HW18"})
        for (const Child& child : {flare, knee, calm}) EXPECT_NE(judged(child, id), fine) << id;
    EXPECT_EQ(judged(knee, "SX14"), flagged) << "a knee does not take the scissors away";
    for (const char* skill : {"fm.twist", "fm.snap_buckle", "fm.zip_join", "fm.tie"})
        for (const Activity& one : library().activities())
            if (holds(one.skills, skill)) {
                EXPECT_EQ(judged(flare, one.id), excluded) << one.id;
            }
}

TEST(ThirdReadingA4, PainTodayIsSaidOfWhatTheHandsDo) {
    const Child sore = child_with("today", "fever_or_red_flag=no,pain=yes"),
                well = child_with("today", "fever_or_red_flag=no,pain=no");
    for (const char* id : {"SX14", "SX13", "DL12", "DR01", "HW18", "DR04", "DL16"}) {
        EXPECT_NE(judged(sore, id), fine) << id;
        EXPECT_EQ(judged(well, id), fine) << id;
    }
}

// ------------------------------------------------------------------ A5: what hurts to go back to

TEST(ThirdReadingA5, AHardMomentIsNotReplayedUnchosen) {
    const Child unchosen = child_with("trauma", "chosen_today=no"), chosen = child_with("trauma", "chosen_today=yes");
    EXPECT_EQ(judged(unchosen, "SP25"), excluded);
    EXPECT_EQ(judged(chosen, "SP25"), flagged);
    EXPECT_EQ(judged(chosen, "SP25", -3), fine) << "a film scene or toy figures";
    for (const Activity& one : library().activities())
        for (const char* skill : {"sc.period", "sc.toilet", "sc.bath", "sc.personal", "sc.shave"})
            if (holds(one.skills, skill)) {
                EXPECT_EQ(judged(chosen, one.id), flagged) << one.id;
            }
    Child teen = with(of_age(17 * 12), "trauma", {{"chosen_today", "yes"}});
    int number = 0;
    ASSERT_NE(begun(teen, "SP25", number), nullptr);
    EXPECT_EQ(number, -3);
}

// ------------------------------------------------------------------ A6, A7: airway and neck

TEST(ThirdReadingA6, ABallThatFliesIsNamedWhereThereIsAnAirwayTube) {
    for (const char* device : {"tracheostomy", "ventilator"}) {
        const Child ada =
            child_with("line_trach", std::string("carer_trained=yes,care_plan_allows=yes,device=") + device);
        int balls = 0;
        for (const Activity& one : library().activities())
            for (const char* skill : {"gm.ball3_overhand", "gm.ball4_catch_chest", "gm.ball5_catch_hands"})
                if (holds(one.skills, skill)) {
                    ++balls;
                    EXPECT_NE(judged(ada, one.id), fine) << one.id;
                }
        EXPECT_GT(balls, 10);
    }
    EXPECT_TRUE(says(the("BA20").easier.front().change, "Roll the ball over a table"));
}

TEST(ThirdReadingA7, AnUnstableNeckDoesNotLookStraightUp) {
    const Child known = child_with("aai", "status=known,cleared=no");
    expect_all(known, {"BA12", "BA08", "HJ06", "SE01"}, excluded);
    EXPECT_NE(judged(known, "BA12", -2), excluded) << "after its bounce, with the eyes down";
    EXPECT_EQ(judged(known, "DR20"), flagged) << "a shirt over the head";
    for (const auto& step : the("DR14").steps) EXPECT_FALSE(says(step, "Bend your head")) << step;
    Child risk = child_with("aai", "cleared=no");
    risk.precautions.front().parameters["status"] = "a risk, not checked yet";
    expect_all(risk, {"BA12", "BA08", "SE01"}, flagged);
    EXPECT_EQ(judged(risk, "DR20"), fine) << "dressing is not taken to be dangerous where nothing was found";
    EXPECT_EQ(judged(child_with("shunt", "recent_surgery=no"), "BA08"), fine) << "looking up is no danger to a valve";
    EXPECT_EQ(judged(child_with("cochlear", ""), "DR20"), flagged);
}

// ------------------------------------------------------------------ A8, A9, B6: chest, arm and hip

TEST(ThirdReadingA8, ArmsAboveTheHeadSayWhatTheyAre) {
    const std::vector<Child> resting{child_with("cardiac", "surgery_recovery=yes"),
                                     child_with("plexus", "side=left,cleared=no"),
                                     child_with("wb_arm", "side=left,grade=NWB,hand_free=yes"),
                                     child_with("spine", "kind=fusion or rods,cleared=no")};
    for (const Child& child : resting) {
        EXPECT_EQ(judged(child, "PL07"), excluded) << child.precautions.front().code;
        EXPECT_EQ(judged(child, "DR20"), excluded) << child.precautions.front().code;
    }
    EXPECT_FALSE(holds(marks_on(the("DR20"), -4), "OVH")) << "front-opening, the sore arm first";
    EXPECT_NE(judged(resting[1], "DR20", -4), excluded);
    for (const char* id : {"BA05", "BA06", "BA07", "BA22"}) {
        EXPECT_NE(judged(resting[1], id), fine) << id;
        EXPECT_NE(judged(resting[2], id), fine) << id;
    }
}

TEST(ThirdReadingA8, DressingNamesTheSoreArmTheCastAndTheSkin) {
    const std::vector<Child> sore{child_with("cast_tone", "kind=serial cast,where=arm or hand"),
                                  child_with("plexus", "side=left,cleared=yes"), child_with("skin_blister", ""),
                                  child_with("wb_arm", "side=left,grade=PWB,hand_free=yes"),
                                  child_with("bone_fragile", "")};
    for (const Child& child : sore)
        for (const Activity& one : library().activities())
            if (holds(one.skills, "sc.dress") || holds(one.skills, "sc.undress")) {
                EXPECT_NE(judged(child, one.id), fine) << one.id;
            }
}

TEST(ThirdReadingA9, AHipThatIsNotClearedIsNotSwungNorPerchedNorFolded) {
    const Child ada = child_with("hip", "cleared=no");
    int swings = 0;
    for (const Activity& one : library().activities()) {
        const bool gives_way = std::ranges::any_of(one.items, [](const ActivityItem& used) {
            return !used.optional && (used.item == "therapy_ball" || used.item == "wobble_cushion");
        });
        if (!gives_way && one.position != "SW") continue;
        ++swings;
        EXPECT_EQ(judged(ada, one.id), excluded) << one.id;
    }
    EXPECT_GE(swings, 4);
    expect_all(ada, {"SP07", "PA13", "DR22"}, excluded);
    EXPECT_NE(judged(ada, "DR22", -2), excluded) << "the jacket only";
    EXPECT_EQ(judged(child_with("wb_leg", "side=left,grade=PWB"), "SP07"), excluded);
}

// ------------------------------------------------------------------ A10, A11: babies

TEST(ThirdReadingA10, AFragileBabyBeginsWhereNoHandMovesIt) {
    const Child ada = with(of_age(7), "bone_fragile");
    for (const char* id : {"GM11", "GM12", "GM15"}) {
        EXPECT_TRUE(holds(the(id).attributes, "HND")) << id;
        EXPECT_EQ(judged(ada, id), flagged) << id;
        int number = 0;
        const Rung* way = begun(ada, id, number);
        ASSERT_NE(way, nullptr) << id << " is begun as written";
        EXPECT_FALSE(holds(marks_on(the(id), number), "HND")) << id << ": " << way->change;
    }
    for (const Activity& one : library().activities())
        if (one.supervision == "hands_on") {
            EXPECT_NE(judged(ada, one.id), fine) << one.id;
        }
    EXPECT_EQ(judged(child_with("bone_fragile", ""), "PA10"), flagged);
}

TEST(ThirdReadingA11, NothingSoftLiesUnderABabyOnTheTummy) {
    for (const char* soft : {"comforter", "pillow", "quilt"}) {
        EXPECT_FALSE(says(library().item("mat")->substitute, soft));
        EXPECT_FALSE(says(library().item("crash_mat")->substitute, soft));
    }
    EXPECT_TRUE(says(library().item("mat")->substitute, "firm"));
}

// ------------------------------------------------------------------ A12 to A14: feed, head, blood

TEST(ThirdReadingA12, NobodyFoldsOverARunningFeedAndTheTubeIsNamedOnTheFeet) {
    const Child fed = child_with("gtube", "in_feed_window=yes"), later = child_with("gtube", "in_feed_window=no");
    expect_all(fed, {"SE05", "DR06", "DR23", "DR24"}, excluded);
    EXPECT_NE(judged(fed, "BC13"), fine) << "half kneeling bends no further than a right angle";
    for (const Activity& one : library().activities())
        if (one.position == "ST" || one.position == "WK") {
            EXPECT_NE(judged(fed, one.id), fine) << one.id;
        }
    EXPECT_EQ(judged(later, "DR24"), fine);
    EXPECT_EQ(judged(child_with("shunt", "recent_surgery=yes"), "DR24"), flagged);
}

TEST(ThirdReadingA13, TheFirstStageAfterAKnockIsNoSchoolDay) {
    const Child first = child_with("concussion", "stage=stage 1"), second = child_with("concussion", "stage=stage 2");
    expect_all(first, {"DL30", "HW13", "VM11", "VM10"}, excluded);
    expect_all(second, {"DL30", "HW13", "VM11", "VM10"}, flagged);
    expect_all(first, {"DL27"}, flagged);
    expect_all(child_with("concussion", "stage=cleared in writing"), {"DL27", "DL30", "VM11"}, fine);
}

TEST(ThirdReadingA14, WhoBleedsEasilyDoesNotPushCrates) {
    int heavy = 0;
    for (const Activity& one : library().activities()) {
        if (!holds(one.effective_attributes, "EXT")) continue;
        ++heavy;
        EXPECT_EQ(judged(child_with("bleeding", "cleared=no"), one.id), excluded) << one.id;
        EXPECT_NE(judged(child_with("line_trach", "device=central line"), one.id), fine) << one.id;
    }
    EXPECT_GT(heavy, 10);
}

// ------------------------------------------------------------------ B: what was wrong or untrue

TEST(ThirdReadingB9, ATeenagerWalksAStoryInAHall) {
    const Child teen = of_age(16 * 12);
    Facts given = both(teen, {"se.endurance"}, 40);
    given.place.spaces = {"hall", "table"};
    EXPECT_TRUE(ruled_out(given, index(), the("SE10")).empty());
    const Child runs_off = with(of_age(72), "elopement", {{"one_to_one_closed", "no"}});
    EXPECT_EQ(judged(runs_off, "SE10"), flagged);
    EXPECT_EQ(judged(runs_off, "SE10", 2), excluded) << "the way outdoors";
}

TEST(ThirdReadingB7, BreadIsSpreadAtATableAndAKitchenHoldsOne) {
    const Child ada = of_age(60), baby = of_age(20);
    Facts school = both(ada, {"sc.knife"}, 30), home = both(baby, {"sc.spoon"}, 30);
    school.place.spaces = {"table", "room"};
    home.place.spaces = {"kitchen"};
    for (const char* id : {"DL03", "DL04"}) EXPECT_FALSE(barred(school, id, Rule::space)) << id;
    EXPECT_FALSE(barred(home, "DL01", Rule::space));
}

TEST(ThirdReadingB12, ACordInjuryAtT4CurlsNoBelly) {
    const Child ada = child_with("autonomic", "");
    EXPECT_EQ(judged(ada, "SE02"), excluded);
    for (const Activity& one : library().activities())
        if (holds(one.effective_attributes, "HIP")) {
            EXPECT_NE(judged(ada, one.id), fine) << one.id;
        }
    EXPECT_NE(judged(ada, "PA18"), excluded) << "leans in the chair stay";
}

TEST(ThirdReadingB18, LowVisionIsNamedAtScreensAndPrint) {
    const Child ada = child_with("vision", "");
    for (const char* id : {"FM20", "SP01", "HW13", "VM04", "HW08"}) EXPECT_EQ(judged(ada, id), flagged) << id;
}

TEST(ThirdReadingB19, ToesAreNotTakenAwayFromWhoStandsOnThem) {
    const Child ada = child_with("muscle", "kind=Duchenne or Becker");
    for (const char* id : {"GM06", "MS32"}) EXPECT_NE(judged(ada, id), fine) << id;
    const auto found = check_precautions(ada, the("GM06"), 0, library(), {}, planning_test::today, 1);
    EXPECT_TRUE(std::ranges::any_of(found, [](const Finding& one) { return says(one.reason, "toes"); }));
}

TEST(ThirdReadingB20, GettingDownAndUpIsNamedForAFreshSpine) {
    const Child ada = child_with("spine", "kind=fusion or rods,cleared=no");
    for (const Activity& one : library().activities())
        if (one.position == "SU" || one.position == "PR" || one.position == "SF" || one.space == "stairs") {
            EXPECT_NE(judged(ada, one.id), fine) << one.id;
        }
    for (const char* id : {"DR03", "DR11", "SE09", "BA20"}) EXPECT_NE(judged(ada, id), fine) << id;
    EXPECT_EQ(judged(child_with("spine", "kind=brace only"), "DR11"), fine);
}

// ------------------------------------------------------------------ C8: what was missing

TEST(ThirdReadingC8, AFreshSpineRollsAHealingLegClimbsAndAYoungChildSlides) {
    EXPECT_NE(judged(child_with("spine", "kind=fusion or rods,cleared=no"), "MS42"), excluded);
    EXPECT_FALSE(holds(marks_on(the("MS42"), 0), "TWI"));
    for (const char* grade : {"side=left,grade=NWB", "side=left,grade=TTWB", "side=right,grade=PWB"})
        EXPECT_EQ(judged(child_with("wb_leg", grade), "MS43"), flagged) << grade;
    EXPECT_EQ(judged(child_with("wb_leg", "side=both,grade=NWB"), "MS43"), excluded);
    EXPECT_EQ(judged(child_with("wb_arm", "side=left,grade=NWB"), "MS43"), excluded);
    EXPECT_LE(the("MS44").age_min_months, 60);
    Child six = of_age(75);
    six.moves_by = MovesBy::wheels;
    six.devices = {{{}, DeviceKind::wheelchair, Side::none, {}}};
    EXPECT_FALSE(barred(both(six, {"ms.transfer"}, 30), "MS44", Rule::age));
    const Child nia = with(of_age(144), "spine", {{"kind", "fusion or rods"}, {"cleared", "no"}});
    const Plan made = plan(both(nia, {"ms.transfer"}, 30), index());
    EXPECT_TRUE(std::ranges::any_of(made.blocks, [](const PlanBlock& one) { return one.activity->id == "MS42"; }));
}

}  // namespace third_reading
}  // namespace
}  // namespace pegboard::planning
