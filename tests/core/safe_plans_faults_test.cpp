// The checker of plans can fail: for each kind of rule a plan that breaks it, and that alone, must be told.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "tests/core/planning_fixture.h"
#include "tests/core/safe_plans_checker.h"

namespace pegboard::safe_plans {
namespace {

const Date day = *make_date(2026, 9, 29);

/// Two children, a place with everything, and one harmless block at a table.
struct Sound {
    Child ada = planning_test::child("Ada", 5, 1), ben = planning_test::child("Ben", 5, 2);
    pegboard::Activity block_of;
    Records records = shipped();
    planning::Facts facts;
    planning::Plan plan;
    Ages ages;

    Sound() {
        for (Child* child : {&ada, &ben}) child->moves_by = MovesBy::walks;
        block_of.id = "T1";
        Activity& one = record();
        one.position = "SC";
        one.space = "table";
        one.intensity = "seated";
        one.supervision = "room";
        one.from_months = 48;
        one.to_months = 96;
        one.minutes = 8;
        one.group_max = 4;
        one.skills = {"fm.cut4_line"};
        one.arcs = {"main"};
        one.easier = {{}, {}};
        one.harder = {{}, {}};
        facts = planning_test::facts(ada, {}, 30);
        facts.session.date = day;
        planning::Participant other;
        other.child = &ben;
        facts.participants.push_back(other);
        planning::PlanBlock block;
        block.activity = &block_of;
        block.arc = Arc::main;
        block.minutes = 8;
        for (const Child* child : {&ada, &ben}) {
            planning::ChildGrade grade;
            grade.child = child->id;
            block.grades.push_back(grade);
        }
        plan.blocks.push_back(block);
    }
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;

    Activity& record() { return records.activities["T1"]; }
    planning::ChildGrade& grade() { return plan.blocks.front().grades.front(); }
    planning::PlanBlock& block() { return plan.blocks.front(); }
    [[nodiscard]] std::vector<Broken> judged() const { return broken(facts, plan, records, ages); }
    [[nodiscard]] bool tells(Kind kind) const {
        const auto all = judged();
        return std::ranges::count(all, kind, &Broken::kind) > 0;
    }
    /// Told, and nothing but this.
    [[nodiscard]] bool tells_only(Kind kind) const {
        const auto all = judged();
        return !all.empty() && std::ranges::count(all, kind, &Broken::kind) == std::ssize(all);
    }
};

TEST(SafePlansFaults, NothingIsSaidOfASoundPlan) { EXPECT_TRUE(Sound().judged().empty()); }

struct Fault {
    const char* name;
    Kind kind;
    std::function<void(Sound&)> make;
};

/// A child at the first step of a sequence, or for whom a skill is not there yet.
void at(Sound& one, const char* skill, const char* step) { one.ada.present_steps.push_back({{}, skill, step}); }

void cut_well(Sound& one, int from_months, int rung) {
    for (Child* child : {&one.ada, &one.ben}) child->present_steps = {{{}, "fm.cut", "fm.cut8_complex"}};
    one.record().from_months = from_months;
    for (auto& grade : one.block().grades) grade.rung = rung, grade.offered = {-1};
}

const std::vector<Fault>& faults() {
    static const std::vector<Fault> all{
        {"an activity that is in no record", Kind::unknown, [](Sound& one) { one.records.activities.erase("T1"); }},
        {"starts 7 months above the age", Kind::too_early, [](Sound& one) { one.record().from_months = 63 + 7; }},
        {"starts 4 months above the age of an infant", Kind::too_early,
         [](Sound& one) {
             for (Child* child : {&one.ada, &one.ben}) child->date_of_birth = add_months(day, -30);
             one.block().minutes = 6;
             one.record().from_months = 34;
         }},
        {"sits a baby of two months up", Kind::too_early,
         [](Sound& one) {
             for (Child* child : {&one.ada, &one.ben}) child->date_of_birth = add_months(day, -2);
             one.block().minutes = 3;
             one.record().from_months = 4;
         }},
        {"starts 4 months above the corrected age", Kind::too_early,
         [](Sound& one) {
             for (Child* child : {&one.ada, &one.ben}) child->date_of_birth = add_months(day, -20);
             one.ada.gestation_weeks = 28;
             one.block().minutes = 4;
             one.record().from_months = 22;
         }},
        {"the same where the practice corrects until 36 months", Kind::too_early,
         [](Sound& one) {
             for (Child* child : {&one.ada, &one.ben}) child->date_of_birth = add_months(day, -30);
             one.ada.gestation_weeks = 28;
             one.ages.corrected_until_months = 36;
             one.block().minutes = 5;
             one.record().from_months = 33;
         }},
        {"13 months above the age, its skill done", Kind::too_early, [](Sound& one) { cut_well(one, 63 + 13, -1); }},
        {"as written above the age, its skill done", Kind::too_early, [](Sound& one) { cut_well(one, 63 + 8, 0); }},
        {"ends more than two years below the age, for no goal", Kind::too_young,
         [](Sound& one) { one.record().to_months = 63 - 25; }},
        {"three steps ahead", Kind::too_far, [](Sound& one) { at(one, "fm.cut", "fm.cut1_hold"); }},
        {"two steps ahead, not begun on an easier rung", Kind::too_far,
         [](Sound& one) { at(one, "fm.cut", "fm.cut2_snip"); }},
        {"needs what is not there yet", Kind::too_far,
         [](Sound& one) {
             one.record().skills = {"fm.tie"};
             at(one, "fm.pincer", "not_yet");
         }},
        {"on the floor as written, for a child who does not sit alone", Kind::unheld,
         [](Sound& one) {
             one.record().position = "SF";
             one.ada.gmfcs = 4;
             one.ada.moves_by = MovesBy::wheels;
         }},
        {"on the floor on an easier rung that holds nobody", Kind::unheld,
         [](Sound& one) {
             one.record().position = "SF";
             one.record().easier[0].dimension = "time";
             one.grade().rung = -1;
             one.grade().offered = {-1};
             at(one, "gm.sit", "not_yet");
         }},
        {"kneels up on a rung of time, for a child with a walker", Kind::unheld,
         [](Sound& one) {
             one.record().position = "TK";
             one.record().easier[0].dimension = "time";
             one.grade().rung = -1;
             one.grade().offered = {-1};
             one.ada.moves_by = MovesBy::walks_with_device;
         }},
        {"an item that is not at hand", Kind::item,
         [](Sound& one) {
             one.record().items["scissors"] = 1;
             one.facts.place.in_bag.erase("scissors");
         }},
        {"fewer than it takes", Kind::item,
         [](Sound& one) {
             one.record().items["cones"] = 6;
             one.facts.place.in_bag["cones"] = 4;
         }},
        {"a space that is not there", Kind::space,
         [](Sound& one) {
             one.record().space = "hall";
             one.facts.place.spaces = {"room", "table"};
         }},
        {"too many children", Kind::group, [](Sound& one) { one.record().group_max = 1; }},
        {"too few children", Kind::group, [](Sound& one) { one.record().group_min = 3; }},
        {"hands for each child", Kind::hands, [](Sound& one) { one.record().supervision = "hands_on"; }},
        {"ruled out for the child", Kind::excluded,
         [](Sound& one) { one.facts.participants.back().excluded.insert("T1"); }},
        {"swapped out", Kind::swapped_out, [](Sound& one) { one.facts.hand.swapped_out.insert("T1"); }},
        {"vigorous on a tired day", Kind::tired,
         [](Sound& one) {
             one.record().intensity = "vigorous";
             one.facts.participants.back().mood = planning::DayMood::tired;
         }},
        {"longer than typical on a tired day", Kind::minutes,
         [](Sound& one) {
             one.block().minutes = 9;
             one.facts.participants.back().mood = planning::DayMood::tired;
         }},
        {"half as long again and more", Kind::minutes, [](Sound& one) { one.block().minutes = 13; }},
        {"longer than a two-year-old stays", Kind::minutes,
         [](Sound& one) {
             for (Child* child : {&one.ada, &one.ben}) child->date_of_birth = add_months(day, -24);
             one.record().from_months = 18;
             one.block().minutes = 10;
         }},
        {"an arc it does not serve", Kind::arc, [](Sound& one) { one.block().arc = Arc::closer; }},
        {"begins on a rung that is not offered", Kind::rung_not_offered, [](Sound& one) { one.grade().rung = 1; }},
        {"offers a rung that is not there", Kind::rung_not_offered, [](Sound& one) { one.grade().offered = {3}; }},
        {"a rung in another space", Kind::rung_place,
         [](Sound& one) {
             one.record().harder[0].space = "outdoor";
             one.grade().offered = {1};
             one.facts.place.spaces.erase("outdoor");
         }},
        {"a rung with a thing that is not there", Kind::rung_item,
         [](Sound& one) {
             one.record().harder[1].items = {"bat"};
             one.grade().offered = {1, 2};
             one.facts.place.in_bag.erase("bat");
         }},
        {"a rung on the feet for a child in a chair", Kind::rung_needs,
         [](Sound& one) {
             one.record().harder[0].position = "ST";
             one.grade().offered = {1};
             one.ada.moves_by = MovesBy::wheels;
         }},
        {"an easier rung that takes a walker", Kind::rung_needs,
         [](Sound& one) {
             one.record().easier[0].needs = Set{"walker"};
             one.grade().offered = {-1};
         }},
        {"a rung that lands, for fragile bones", Kind::rung,
         [](Sound& one) {
             one.record().harder[0].adds = {"IMP"};
             one.grade().offered = {1};
             one.ada.precautions = {{{}, "bone_fragile", {}, {}}};
         }},
        {"a rung that kneels, for a leg that may bear nothing", Kind::rung,
         [](Sound& one) {
             one.record().harder[0].position = "TK";
             one.grade().offered = {1};
             one.ada.precautions = {{{}, "wb_leg", {}, {}}};
         }},
        {"a rung of one child that blows upon another", Kind::bystander,
         [](Sound& one) {
             one.record().harder[0].adds = {"BLO"};
             one.grade().offered = {1};
             one.ben.precautions = {{{}, "immune", {}, {}}};
         }},
        {"a balloon on one child's rung, latex allergy of the other", Kind::bystander,
         [](Sound& one) {
             one.record().easier[0].items = {"balloon"};
             one.grade().offered = {-1};
             one.ben.precautions = {{{}, "latex", {}, {}}};
         }},
    };
    return all;
}

TEST(SafePlansFaults, EachKindOfFaultIsToldAndNothingElse) {
    for (const Fault& fault : faults()) {
        Sound one;
        fault.make(one);
        EXPECT_TRUE(one.tells_only(fault.kind)) << fault.name;
    }
}

TEST(SafePlansFaults, WhatIsKnownToBeThereIsNoFault) {
    Sound early;
    cut_well(early, 63 + 10, -1);
    EXPECT_TRUE(early.judged().empty()) << "its main skill is underway, and it is begun easier";
    Sound next;
    at(next, "fm.cut", "fm.cut3_forward");
    EXPECT_FALSE(next.tells(Kind::too_far)) << "one step beyond";
    Sound eased;
    at(eased, "fm.cut", "fm.cut2_snip");
    eased.grade().offered = {-1};
    eased.grade().rung = -1;
    EXPECT_FALSE(eased.tells(Kind::too_far)) << "an easier rung brings one more";
    Sound over;
    over.record().attributes = {"WBA"};
    over.ada.precautions = {{{}, "wb_arm", {{"until", iso(day - 1)}}, {}}};
    EXPECT_TRUE(over.judged().empty()) << "the limit has run out";
    over.ada.precautions[0].parameters["until"] = iso(day);
    EXPECT_TRUE(over.tells(Kind::precaution));
}

TEST(SafePlansFaults, EachNeedIsToldOfAChildWhoDoesNotMeetIt) {
    for (const char* need : {"stand", "walk", "walk_free", "two_hands", "wheelchair", "walker", "crutches", "cane",
                             "gait_trainer", "stander"}) {
        Sound one;
        one.record().needs = {need};
        one.ada.moves_by = std::string_view(need) == "wheelchair" ? MovesBy::walks : MovesBy::wheels;
        one.ada.hands = Hands::one;
        EXPECT_TRUE(one.tells_only(Kind::needs)) << need;
    }
    for (const char* position : {"ST", "VS", "WK", "JP"}) {
        Sound one;
        one.record().position = position;
        one.ada.moves_by = MovesBy::carried;
        EXPECT_TRUE(one.tells(Kind::needs)) << position << " takes it without a word";
        one.ada.moves_by = MovesBy::not_asked;
        one.ada.gmfcs = 4;
        EXPECT_TRUE(one.tells(Kind::needs)) << position << ", by the level";
    }
}

/// Makes the block break one thing that a line of the page never offers.
void bring(Sound& one, const std::string& never) {
    const std::string id = never.substr(1);
    switch (never[0]) {
        case '@':
            one.record().position = id;
            break;
        case '~':
            one.record().space = id;
            break;
        case '+':
            one.record().items[id] = 1;
            one.facts.place.in_bag[id] = 0;
            break;
        case '#':
            one.record().needs.insert(id);
            break;
        case '^':
            one.record().skills.push_back(id);
            break;
        default:
            one.record().attributes.insert(never);
    }
}

/// The answers of a line: the first of each condition's, or none at all where the marked ones hold anyway.
std::map<std::string, std::string> answers_of(const PageLine& line, bool said) {
    std::map<std::string, std::string> answers;
    std::stringstream when(line.when);
    for (std::string condition; when >> condition;) {
        const auto equals = condition.find('=');
        std::string value = condition.substr(equals + 1, condition.find_first_of("*|", equals) - equals - 1);
        std::ranges::replace(value, '_', ' ');
        const bool careful = condition.find('*') != std::string::npos;
        if (said || !careful) answers[condition.substr(0, equals)] = value;
    }
    return answers;
}

TEST(SafePlansFaults, EachLineOfThePrecautionsPageIsToldByThePageAndByTheRecords) {
    int tried = 0;
    for (const PageLine& line : page())
        for (const bool said : {false, true}) {
            std::stringstream all(line.never);
            for (std::string never; all >> never; ++tried) {
                Sound one;
                one.ben.precautions = {{{}, line.code, answers_of(line, said), {}}};
                bring(one, never);
                EXPECT_TRUE(one.tells(Kind::page)) << line.code << " " << never << " when " << line.when;
                EXPECT_TRUE(one.tells(Kind::precaution))
                    << "the records let pass: " << line.code << " " << never << " when " << line.when;
            }
        }
    EXPECT_GT(tried, 200);
}

TEST(SafePlansFaults, WhatAnOrderOrAListRulesOutIsTold) {
    const struct {
        const char *code, *parameter, *value, *brings;
    } orders[] = {{"hip", "excluded_positions", "SF;TK", "@TK"},
                  {"spine", "excluded_positions", "SC", "@SC"},
                  {"cast_tone", "excluded_positions", "ST", "@ST"},
                  {"cast_tone", "excluded_attributes", "WTR", "WTR"},
                  {"cardiac", "excluded_attributes", "AER", "AER"}};
    for (const auto& order : orders) {
        Sound one;
        one.ada.precautions = {
            {{}, order.code, {{order.parameter, order.value}, {"cleared", "yes"}, {"surgery_recovery", "no"}}, {}}};
        bring(one, order.brings);
        EXPECT_TRUE(one.tells(Kind::precaution)) << order.code << " " << order.value;
    }
    Sound nuts;
    nuts.record().attributes = {"ALG"};
    nuts.record().allergens = {"peanut"};
    nuts.ada.precautions = {{{}, "food_allergy", {{"allergens", "egg;peanut"}}, {}}};
    EXPECT_TRUE(nuts.tells(Kind::precaution));
    nuts.ada.precautions[0].parameters["allergens"] = "egg";
    EXPECT_FALSE(nuts.tells(Kind::precaution));
    Sound infant;
    infant.record().attributes = {"BAL"};
    infant.record().from_months = 12;
    infant.block().minutes = 4;
    for (Child* child : {&infant.ada, &infant.ben}) child->date_of_birth = add_months(day, -30);
    EXPECT_TRUE(infant.tells_only(Kind::precaution)) << "under 36 months, whatever was recorded";
}

TEST(SafePlansFaults, WhatReplacesAThingCountsForWhatItBrings) {
    Sound one;
    one.facts.place.home = true;
    one.facts.place.in_bag.erase("balloon");
    one.record().items["balloon"] = 1;
    one.ada.precautions = {{{}, "latex", {}, {}}};
    ASSERT_TRUE(one.records.items.at("balloon").has_substitute);
    EXPECT_TRUE(one.judged().empty()) << "a scarf in its place";
    one.records.items["balloon"].substitute_attributes = {"LTX"};
    EXPECT_TRUE(one.tells(Kind::precaution));
    one.facts.place.home = false;
    EXPECT_TRUE(one.tells(Kind::item)) << "elsewhere nothing replaces it";
}

}  // namespace
}  // namespace pegboard::safe_plans
