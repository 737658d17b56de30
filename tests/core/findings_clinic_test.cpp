// What a clinician found in suggested plans, by its letter and number: what records, rules and needs must say so that
// it does not come back. Each holds for the kind of fault, not only for the record in which it was seen.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "core/library/content/words.h"
#include "core/rules/asking.h"
#include "core/rules/by_hand.h"
#include "core/rules/materials.h"
#include "core/rules/moving.h"
#include "core/rules/rungs.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard::clinic {
namespace {

using precaution_test::child_with;
using precaution_test::library;
using precaution_test::today;

bool names(const std::vector<std::string>& list, std::string_view id) { return std::ranges::count(list, id) > 0; }
const Activity& record(std::string_view id) { return *library().activity(id); }

Verdict of(const Child& child, std::string_view id, int rung = 0) {
    return verdict(check_precautions(child, record(id), rung, library(), {}, today, 1));
}
void all_are(const Child& child, Verdict wanted, const std::vector<const char*>& ids) {
    for (const char* id : ids) EXPECT_EQ(of(child, id), wanted) << id;
}
/// Excluded or flagged: never silent.
void all_speak(const Child& child, const std::vector<const char*>& ids) {
    for (const char* id : ids) EXPECT_NE(of(child, id), Verdict::fine) << id;
}
std::string first_main(std::string_view id) { return record(id).skills.front(); }

TEST(ClinicA2, StationsSayHowManyAdultsTheyTakeAndOneAdultIsNotEnoughForTwo) {
    for (const Activity& one : library().activities()) {
        if (one.stations_group_max == 0) continue;
        EXPECT_GE(one.station_adults, 1) << one.id;
        const bool each = one.stations_how.find("adult at each") != std::string::npos ||
                          one.stations_how.find("adult in each") != std::string::npos ||
                          one.stations_how.find("adult each") != std::string::npos ||
                          one.stations_how.find("adults") != std::string::npos;
        if (each) {
            EXPECT_GE(one.station_adults, 2) << one.id << ": " << one.stations_how;
        }
    }
    EXPECT_EQ(record("PL10").station_adults, 3) << "a climb, another, and the gate";
    EXPECT_EQ(record("SE10").station_adults, 4);
    EXPECT_EQ(record("HJ12").station_adults, 1) << "one between the two lanes";
    EXPECT_TRUE(lacks_hands(record("PL10"), 1, record("PL10").stations_group_max));
    EXPECT_FALSE(lacks_hands(record("PL10"), 3, record("PL10").stations_group_max));
    EXPECT_FALSE(lacks_hands(record("PL10"), 1, record("PL10").group_max));
}

TEST(ClinicA3, ALegOfPartWeightStandsOnNothingThatGivesWay) {
    const Child child = child_with("wb_leg", "side=left,grade=PWB");
    for (const Activity& one : library().activities())
        for (const ActivityItem& used : one.items)
            for (const char* item : {"balance_board", "beam", "step_stones", "mini_tramp", "therapy_ball"})
                if (!used.optional && used.item == item) {
                    EXPECT_EQ(of(child, one.id), Verdict::exclude) << one.id;
                }
    // Crutches keep the order, as they do where no weight at all is allowed.
    for (const char* grade : {"NWB", "PWB"})
        all_are(child_with("wb_leg", std::string("side=left,grade=") + grade), Verdict::flag, {"MS22", "MS23"});
    for (const Finding& one : check_precautions(child, record("MS22"), library(), {}, today, 1))
        EXPECT_EQ(one.line.find("seated or lying"), std::string::npos) << one.line;
}

TEST(ClinicA4, AHipThatIsNotClearedDoesNotKneelSideSitOrBendDeeply) {
    const Child open = child_with("hip", "cleared=no");
    all_are(open, Verdict::exclude, {"PA03", "PA06", "PA07", "MS04", "BC13"});
    all_speak(child_with("hip", "cleared=yes"), {"SE17", "PA03", "PA06"});
    all_speak(open, {"SE17"});
}

TEST(ClinicA5, RecordsSayWhatTheyTwistLowerAndLoad) {
    const struct {
        const char* mark;
        std::vector<const char*> ids;
    } marks[] = {{"TWI", {"DR25", "MS26", "SP26", "MS05", "MS40", "DL24", "BC15", "MS22"}},
                 {"LEG", {"DR25", "BC13"}},
                 {"INV", {"SP26"}},
                 {"ECC", {"PA08", "BC13", "MS01", "MS03", "MS15", "MS16"}}};
    for (const auto& one : marks)
        for (const char* id : one.ids) EXPECT_TRUE(names(record(id).effective_attributes, one.mark)) << id << one.mark;
    all_are(child_with("spine", "cleared=no"), Verdict::exclude, {"DR25", "MS26", "MS05", "MS40", "DL24"});
    all_are(child_with("muscle", ""), Verdict::exclude, {"PA08", "BC13", "MS16"});
    for (const std::string& step : record("MS16").steps) EXPECT_EQ(step.find("bag"), std::string::npos) << step;
    EXPECT_EQ(of(child_with("muscle", ""), "MS16", -4), Verdict::flag) << "the elevator takes the way down";
}

TEST(ClinicA6, DuchenneDoesNotWorkToTiredness) {
    all_are(child_with("muscle", "kind=Duchenne or Becker"), Verdict::exclude,
            {"GM19", "BA16", "BA18", "BC10", "MS13", "SE15"});
    const Child allowed = child_with("muscle", "kind=Duchenne or Becker,hard_play_allowed=yes");
    all_are(allowed, Verdict::flag, {"BA16"});
    const Child grips = child_with("muscle", "kind=another muscle disease,resistance_allowed=yes");
    for (const Activity& one : library().activities())
        if (names(one.skills, "fm.hand_strength")) {
            EXPECT_NE(of(grips, one.id), Verdict::fine) << one.id;
        }
}

TEST(ClinicA7, DoughIsNothingForAChildWithPica) {
    const Child child = child_with("mouthing", "kind=pica");
    all_are(child, Verdict::exclude, {"SX03", "FM11", "DL02", "HW17", "PL01"});
    EXPECT_TRUE(names(record("SX03").effective_attributes, "SMP")) << "what is snipped off";
    const Child edible = child_with("mouthing", "kind=pica,edible_only=yes");
    all_speak(edible, {"DL02", "HW17", "PL01"});
    // What stands in for foam or dough is no safer in the mouth.
    const auto with = [&](const char* id, const char* replaced) {
        Inventory home;
        home.substituted.insert(replaced);
        return verdict(check_precautions(child, record(id), library(), home, today, 1));
    };
    EXPECT_EQ(with("SP05", "foam"), Verdict::exclude);
    EXPECT_EQ(with("DL02", "dough"), Verdict::exclude);
}

TEST(ClinicA8, NothingIsEatenWhileATubeFeeds) {
    for (const Activity& one : library().activities()) {
        if (!names(one.effective_attributes, "FOD")) continue;
        EXPECT_EQ(of(child_with("gtube", "in_feed_window=yes"), one.id), Verdict::exclude) << one.id;
        EXPECT_EQ(of(child_with("gtube", "in_feed_window=no"), one.id), Verdict::flag) << one.id;
    }
}

TEST(ClinicA9, FoodIsNeverToldToBeWiderThanSmallParts) {
    for (const Activity& one : library().activities())
        EXPECT_FALSE(names(one.effective_attributes, "FOD") && names(one.effective_attributes, "SMP")) << one.id;
}

/// Foods that hold an allergen, as words of a record that is eaten.
TEST(ClinicA10, AFoodNamedInTheWordsIsInTheAllergens) {
    const struct {
        const char *words, *allergen;
    } foods[] = {{"\\b(bread|flatbread|toast|pancakes?|noodles?|pasta|crackers?|tortillas? of wheat)\\b", "wheat"},
                 {"\\b(omelette?|pancakes?|scrambled)\\b", "egg"},
                 {"\\b(yogurt|cheese|milk|pancakes?)\\b", "milk"}};
    for (const Activity& one : library().activities()) {
        if (!names(one.effective_attributes, "FOD")) continue;
        std::vector<std::string> texts = one.setup;
        texts.insert(texts.end(), one.steps.begin(), one.steps.end());
        for (const auto* rungs : {&one.easier, &one.harder})
            for (const Rung& rung : *rungs) texts.push_back(rung.change);
        for (const auto& food : foods)
            for (const std::string& text : texts)
                if (std::regex_search(text, std::regex(food.words, std::regex::icase))) {
                    EXPECT_TRUE(names(one.allergens, food.allergen)) << one.id << " " << food.allergen << ": " << text;
                }
        // Latex: a fruit that can set it off is never what one begins with.
        for (const std::string& step : one.steps)
            EXPECT_FALSE(std::regex_search(step, std::regex("banana|avocado|kiwi", std::regex::icase))) << one.id;
        for (const Rung& rung : one.easier)
            EXPECT_FALSE(std::regex_search(rung.change, std::regex("banana|avocado|kiwi", std::regex::icase)))
                << one.id;
    }
    EXPECT_EQ(record("DL04").title.find("Banana"), std::string::npos);
}

TEST(ClinicA11, PainRulesOutHardWorkAndHopsDoNotOpenASession) {
    const Child child = child_with("today", "fever_or_red_flag=no,pain=yes");
    for (const Activity& one : library().activities()) {
        const auto& marks = one.effective_attributes;
        if (names(marks, "IMP") || names(marks, "EXT") || names(marks, "AER")) {
            EXPECT_EQ(of(child, one.id), Verdict::exclude) << one.id;
        }
    }
    for (const char* id : {"HJ09", "HJ10"}) EXPECT_EQ(std::ranges::count(record(id).arcs, Arc::opener), 0) << id;
}

TEST(ClinicA12, AfterAConcussionEffortWaitsForStageThreeAndWheelsForClearance) {
    for (const char* stage : {"stage 1", "stage 2"}) {
        const Child child = child_with("concussion", std::string("stage=") + stage);
        all_are(child, Verdict::exclude, {"SE15", "SP08", "MS08"});
        all_speak(child, {"BA06", "BA09", "BA11", "BA12", "BA17", "BA19", "FM21", "FM22", "FM23"});
    }
    all_are(child_with("concussion", "stage=stage 4"), Verdict::exclude, {"SP08", "MS08"});
    EXPECT_EQ(of(child_with("concussion", "stage=stage 3"), "SE15"), Verdict::flag);
    all_speak(child_with("photosensitive", ""), {"FM22", "FM23", "FM24"});
}

TEST(ClinicA13, HandsFreeMeansHandsFree) {
    Child walker;
    walker.date_of_birth = *make_date(2018, 3, 1);
    walker.moves_by = MovesBy::walks_with_device;
    walker.gmfcs = 3;
    walker.devices = {{{}, DeviceKind::walker, Side::none, ""}};
    const auto barred = [&](const Child& child, std::string_view id, int rung = 0) {
        return !unmet_need(child, asked_of(record(id), rung, library()).needs, today).empty();
    };
    for (const char* id :
         {"BC01", "BC06", "BA15", "BA10", "BA03", "BA04", "BA05", "BA07", "BA08", "BA09", "BA11", "BA12",
          "BA17", "BA19", "BC05", "BC07", "BC08", "BC12", "BC14", "FM02", "VM07", "HJ02", "PL11", "MS24"})
        EXPECT_TRUE(barred(walker, id)) << id;
    for (const char* id : {"BC01", "BC05", "BC06", "BC14"}) EXPECT_FALSE(barred(walker, id, -1)) << id << " on support";
    EXPECT_FALSE(barred(walker, "BA03", -2));
    EXPECT_FALSE(barred(walker, "VM07", -2)) << "seated";

    Child power;
    power.date_of_birth = walker.date_of_birth;
    power.moves_by = MovesBy::wheels;
    power.gmfcs = 4;
    power.devices = {{{}, DeviceKind::power_wheelchair, Side::none, ""}};
    EXPECT_TRUE(barred(power, "MS25"));
    EXPECT_FALSE(barred(power, "MS26")) << "in any chair";
    for (const char* id : {"SE17", "PA06", "PA07"}) EXPECT_TRUE(barred(power, id)) << id;
    EXPECT_FALSE(barred(power, "SE17", -1)) << "on a chair";
    power.devices.push_back({{}, DeviceKind::wheelchair, Side::none, ""});
    EXPECT_FALSE(barred(power, "MS25"));
}

TEST(ClinicA13, ABabyOfWhomNobodyAskedDoesNotStand) {
    Child baby;
    baby.date_of_birth = add_months(today, -11);
    for (const char* need : {"stand", "stand_free", "walk", "walk_free"}) EXPECT_FALSE(meets_need(baby, need, today));
    baby.present_steps = {{{}, "gm.cruise", "emerging"}};
    EXPECT_TRUE(meets_need(baby, "stand", today)) << "where it is recorded";
    Child older;
    older.date_of_birth = add_months(today, -40);
    EXPECT_TRUE(meets_need(older, "walk_free", today));
    older.present_steps = {{{}, "gm.sit", "emerging"}};
    EXPECT_FALSE(meets_need(older, "stand", today));
    EXPECT_FALSE(meets_need(older, "sit_free", today));
}

TEST(ClinicC2, HandsThatHoldNothingGetNoWritingScissorsOrTools) {
    Child child;
    child.date_of_birth = *make_date(2018, 3, 1);
    child.macs = 5;
    for (const Activity& one : library().activities()) {
        if (one.category != "handwriting" && one.category != "scissors") continue;
        EXPECT_FALSE(unmet_need(child, one.needs, today).empty()) << one.id;
        for (int rung = 1; rung <= static_cast<int>(one.easier.size()); ++rung)
            if (const Rung* easier = rung_of(one, -rung); easier->needs && !easier->needs->empty()) {
                EXPECT_FALSE(unmet_need(child, *easier->needs, today).empty()) << one.id << " -" << rung;
            }
    }
    EXPECT_FALSE(unmet_need(child, record("SP22").needs, today).empty());
    child.macs = 4;
    EXPECT_TRUE(meets_need(child, "hand_use", today));
}

TEST(ClinicA14, PressureBreaksAreASkillOfTheirOwn) {
    EXPECT_EQ(library().goal_template("G151")->skill, "ms.pressure");
    EXPECT_EQ(first_main("MS28"), "ms.pressure");
    for (const char* id : {"MS25", "MS26", "MS27"}) EXPECT_FALSE(names(record(id).skills, "ms.pressure")) << id;
}

TEST(ClinicA15, SmallerGapsAreClosed) {
    all_speak(child_with("seizure", "control=controlled"), {"MS29", "MS30", "MS38"});
    all_speak(child_with("sound", ""), {"VM07"});
    all_speak(child_with("plexus", "cleared=yes"), {"GM11", "FM15", "PA02"});
    for (const Activity& one : library().activities()) {
        if (one.supervision == "hands_on") {
            all_speak(child_with("trauma", "chosen_today=yes"), {one.id.c_str()});
        }
        if (names(one.effective_attributes, "RUN")) {
            all_speak(child_with("cardiac", "surgery_recovery=no"), {one.id.c_str()});
        }
    }
    all_speak(child_with("insensate", ""),
              {"BC01", "GM06", "PA08", "PA12", "BC06", "HJ10", "HJ12", "MS01", "MS15", "GM03", "GM18", "GM24"});
}

TEST(ClinicB2, TheMainSkillIsWhatIsDone) {
    EXPECT_NE(first_main("PA02"), "pa.prone");
    for (const char* id : {"PA09", "PA10"}) EXPECT_NE(first_main(id), "pa.sit_table") << id;
    for (const char* id : {"BC05", "BC13"}) EXPECT_NE(first_main(id), "bc.one_foot") << id;
    EXPECT_NE(first_main("MS39"), "ms.crutches");
    EXPECT_TRUE(names(record("DL13").effective_attributes, "FOD")) << "the spoon reaches the mouth";
    // What is not done there is no skill of the activity at all: its goal could not be measured.
    const std::pair<const char*, const char*> not_done[] = {
        {"PA02", "pa.prone"},   {"PA09", "pa.sit_table"}, {"PA10", "pa.sit_table"}, {"HW14", "se.arms"},
        {"MS26", "vm.eyehand"}, {"MS39", "ms.crutches"},  {"MS14", "ms.safety"},    {"FM16", "gm.sit"},
        {"FM29", "sc.meal"},    {"DR08", "fm.tie"},       {"BC05", "bc.one_foot"},  {"DL14", "sc.plan"}};
    for (const auto& [id, skill] : not_done) EXPECT_FALSE(names(record(id).skills, skill)) << id << " " << skill;
}

TEST(ClinicB5, EverySkillHasAnActivityForTheMainPartOfASession) {
    for (const Skill& skill : library().skills()) {
        if (skill.kind == "sequence") continue;
        EXPECT_TRUE(std::ranges::any_of(library().activities(), [&](const Activity& one) {
            return one.skills.front() == skill.id && std::ranges::count(one.arcs, Arc::main) > 0;
        })) << skill.id;
    }
}

TEST(ClinicB6B7, WhatIsThreeThingsIsThreeSkills) {
    EXPECT_EQ(library().goal_template("G133")->skill, "sc.personal");
    EXPECT_EQ(library().goal_template("G134")->skill, "sc.period");
    EXPECT_EQ(first_main("DL37"), "sc.personal");
    EXPECT_EQ(first_main("DL38"), "sc.shave");
    EXPECT_EQ(first_main("DL39"), "sc.period");
    EXPECT_EQ(library().goal_template("G153")->skill, "ms.gait");
    EXPECT_EQ(library().goal_template("G154")->skill, "ms.gait_return");
    EXPECT_EQ(library().skill("ms.gait")->short_name.find("injury"), std::string::npos);
    Child child;
    child.date_of_birth = *make_date(2014, 3, 1);
    child.moves_by = MovesBy::walks;
    for (const char* id : {"MS31", "MS33", "MS34"}) {
        EXPECT_EQ(first_main(id), "ms.gait_return") << id;
        EXPECT_EQ(unmet_need(child, record(id).needs, today), "leg_limit") << id;
        Child hurt = child_with("wb_leg", "side=left,grade=WBAT");
        hurt.moves_by = MovesBy::walks;
        EXPECT_EQ(unmet_need(hurt, record(id).needs, today), "") << id;
    }
}

TEST(ClinicB8, NoFalseWords) {
    const Child child = child_with("latex", "");
    EXPECT_NE(say_not_asked(child, library()), "Precautions not asked") << "one of them is recorded";
    EXPECT_NE(say_not_asked(child, library()), "");
    for (const Finding& one : check_precautions(child_with("hearing", ""), record("SP01"), library(), {}, today, 3))
        EXPECT_EQ(one.reason.find("group game"), std::string::npos) << one.reason;
    for (const Finding& one :
         check_precautions(child_with("plexus", "cleared=yes"), record("MS29"), library(), {}, today, 1))
        EXPECT_EQ(one.reason.find("hanging"), std::string::npos) << one.reason;
    Child walks;
    walks.moves_by = MovesBy::walks;
    EXPECT_TRUE(stays_away("own_device", {&walks}, library(), today));
    walks.devices = {{{}, DeviceKind::ankle_foot_orthosis, Side::both, ""}};
    EXPECT_FALSE(stays_away("own_device", {&walks}, library(), today));
}

TEST(ClinicB9, AnOptionalThingBringsItsHazardOnlyWhereItIsUsed) {
    for (const char* id : {"FM20", "HW25", "SP20", "SP26", "DL32", "PL15"})
        EXPECT_FALSE(names(record(id).effective_attributes, "SMP")) << id;
    EXPECT_FALSE(names(record("SP24").effective_attributes, "ALG"));
    EXPECT_FALSE(names(record("SE14").effective_attributes, "LTX"));
    for (const char* id : {"MS24", "MS29", "MS30", "MS32", "GM22", "PL15"})
        EXPECT_FALSE(names(record(id).effective_attributes, "LOU")) << id;
    // And it stays away from a child it is not for.
    const Child latex = child_with("latex", ""), pica = child_with("mouthing", "kind=pica"), fine;
    EXPECT_TRUE(stays_away("band", {&latex}, library(), today));
    EXPECT_TRUE(stays_away("cards", {&fine, &pica}, library(), today));
    EXPECT_FALSE(stays_away("cards", {&fine}, library(), today));
    Session session;
    session.blocks.emplace_back().activity = "SE14";
    const std::vector<const Session*> day{&session};
    const auto brings = [&](const LeavesOut& leaves_out) {
        const auto list = materials(day, library(), leaves_out);
        return std::ranges::count(list, "band", &Material::item) > 0;
    };
    EXPECT_TRUE(brings({}));
    EXPECT_FALSE(
        brings([&](SessionId, std::string_view item) { return stays_away(item, {&latex}, library(), today); }));
}

TEST(ClinicC7C8C9, PlaceWaterAndAgesAreTrue) {
    EXPECT_EQ(record("MS20").space, "kitchen");
    for (const char* id : {"MS29", "MS30", "MS38", "SP26"}) EXPECT_EQ(record(id).space, "floor_small") << id;
    for (const char* parameters : {"care_plan_allows=no,carer_trained=no", "device=ventilator"}) {
        const Child airway = child_with("line_trach", parameters);
        all_are(airway, Verdict::flag, {"DL06", "DL23", "DL25"});
        all_are(airway, Verdict::exclude, {"DL24", "SP05", "PL16", "DL38"});
    }
    all_are(child_with("oxygen", "water_kept_away=no,texture_order=yes"), Verdict::flag,
            {"DL06", "DL22", "DL23", "DL25"});
    EXPECT_EQ(record("SP17").age_min_months, 60);
    EXPECT_EQ(record("DL14").age_min_months, 48);
    for (const Activity& one : library().activities())
        for (const auto& text : content::texts_of(one)) {
            const bool teen = std::regex_search(text.text, std::regex("\\bteen", std::regex::icase));
            EXPECT_FALSE(teen && one.age_min_months < 144) << one.id << ": " << text.text;
        }
}

TEST(ClinicD, WordsArePlainAmericanEnglishAndTrue) {
    const std::regex british("squeezy|centres\\b|pedalled|to hospital\\b|colour|favourite", std::regex::icase);
    for (const Activity& one : library().activities())
        for (const auto& text : content::texts_of(one))
            EXPECT_FALSE(std::regex_search(text.text, british)) << one.id << ": " << text.text;
    EXPECT_EQ(record("GM25").idea.find("tickers"), std::string::npos);
    for (const Activity& one : library().activities())
        EXPECT_FALSE(one.space == "table" && one.position == "SF") << one.id;
    EXPECT_EQ(library().precaution("hypermobile")->line.find("diary"), std::string::npos);
}

TEST(ClinicAgain, HipCastPainHeadAndShreddedPaper) {
    const Child hip = child_with("hip", "cleared=no");
    all_are(hip, Verdict::exclude, {"MS29", "MS30", "MS38"});
    all_speak(hip, {"MS32", "MS19"});
    const Child cast = child_with("cast_tone", "kind=serial cast,where=leg");
    all_are(cast, Verdict::exclude, {"BC01", "BC03", "BC04", "BC05", "BC06", "BA15", "MS09", "HJ12", "HJ16", "PA08"});
    const Child hurts = child_with("today", "pain=yes,fever_or_red_flag=no");
    all_are(hurts, Verdict::exclude, {"BC01", "BC05", "BC06", "BC13", "BA15", "BC03", "BC04"});
    all_are(child_with("concussion", "stage=stage 1"), Verdict::exclude, {"FM24", "FM23"});
    all_are(child_with("wb_arm", "side=left,grade=NWB,hand_free=no"), Verdict::exclude, {"HW17", "HW29"});
    EXPECT_TRUE(names(library().item("dry_bin")->substitute_attributes, "SMP")) << "shredded paper is swallowed too";
}

}  // namespace
}  // namespace pegboard::clinic
