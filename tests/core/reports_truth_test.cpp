// What must not be missed stands on every page in the same words: what is open about precautions, every precaution, a
// rescue plan only where there is one; and a report says one truth about each goal.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/reports/progress_words.h"
#include "core/rules/asking.h"
#include "core/rules/care_lines.h"
#include "core/rules/precaution_answers.h"
#include "tests/core/library_at_hand.h"
#include "tests/core/reports_support.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
namespace report_truth {

using reports::Audience;
using reports::Choices;
using reports::Kind;

const std::string shunt_words = "Shunt is on record, and asked on ";

int times_in(const std::string& words, const std::string& part) {
    int times = 0;
    for (std::size_t at = words.find(part); at != std::string::npos; at = words.find(part, at + 1)) ++times;
    return times;
}

struct Table {
    TempFolder folder;
    Clock clock;
    std::unique_ptr<Caseload> caseload = make_caseload(folder, &clock);
    Sample sample = fill(*caseload);
    Date today = sample_today();

    /// A shunt that is there and none, asthma, a latex allergy, and kinds nobody asked about.
    void make_open() {
        Child child = *caseload->child(sample.child);
        child = with_none(child, {"seizure", "cardiac"}, {}, "mother", today);
        child.askings.back().none.emplace_back("shunt");
        child.precautions = {{mint<RowId>(), "respiratory", {}, "", {}, {}},
                             {mint<RowId>(), "latex", {}, "", {}, {}},
                             {mint<RowId>(), "shunt", {}, "", {}, {}}};
        child.rescue_plan.clear();
        must(caseload->run(EditChild{child}));
    }
    std::string page(Kind kind, Audience audience = Audience::school) const {
        Choices choices;
        choices.kind = kind;
        choices.audience = audience;
        choices.child = sample.child;
        choices.session = sample.session;
        choices.from = kind == Kind::my_day ? today + 1 : today - 90;
        choices.to = today;
        const auto document = reports::document_of(*caseload, library(), choices, today);
        EXPECT_TRUE(document.ok());
        return document.ok() ? words_of(document.value()) : std::string();
    }
    void see(GoalId goal, Date date, int done, int of) const {
        DataPoint point = sample_point(goal, date, done, "");
        point.measure = "trials";
        point.n = of;
        point.assist = 0;
        point.prompt = 0;
        point.kind = PointKind::measured;
        must(caseload->run(RecordPoint{point}));
    }
    Goal plain_goal() const {
        Goal plain = *caseload->goal(sample.goal);
        plain.measure = "trials";
        plain.target = 80;
        plain.successes = 4;
        plain.attempts = 5;
        plain.assist_level = 0;
        plain.prompt_max.reset();
        plain.baseline = {20, 20, 20};
        plain.start = today - 60;
        plain.due = today + 60;
        plain.maintain = plain.generalise = false;
        plain.sessions_in_row = 3;
        plain.sessions_met = plain.sessions_of = 0;
        return plain;
    }
};

TEST(CareLines, WhatIsOpenStandsFirstThenDangersThenTheRest) {
    Table table;
    table.make_open();
    Child child = *table.caseload->child(table.sample.child);
    child.take_care = {"Shoes on"};
    const auto facts = care_facts(child, library(), table.today);
    std::vector<CareKind> kinds;
    for (const CareFact& each : facts) kinds.push_back(each.kind);
    EXPECT_EQ(kinds, (std::vector{CareKind::not_asked, CareKind::conflict, CareKind::danger, CareKind::danger,
                                  CareKind::precaution, CareKind::own}));
    EXPECT_EQ(facts[0].words, say_not_asked(child, library()));
    EXPECT_TRUE(facts[1].words.starts_with(shunt_words));
    EXPECT_EQ(facts.back().words, "Shoes on");
}

TEST(CareLines, EveryPageOfWorkSaysWhatIsOpenAndEveryPrecaution) {
    Table table;
    table.make_open();
    const Child& child = *table.caseload->child(table.sample.child);
    for (const Kind kind : {Kind::session_plan, Kind::data_sheet, Kind::my_day}) {
        const std::string page = table.page(kind);
        const auto open = page.find(say_not_asked(child, library()));
        const auto conflict = page.find(shunt_words), latex = page.find("Latex allergy", conflict),
                   asthma = page.find("Asthma or lungs", conflict);
        EXPECT_NE(open, std::string::npos) << page;
        EXPECT_NE(conflict, std::string::npos) << page;
        EXPECT_NE(page.find("Latex allergy"), std::string::npos) << page;
        EXPECT_NE(asthma, std::string::npos) << page;
        EXPECT_LT(open, conflict);
        EXPECT_LT(conflict, asthma);
        EXPECT_LT(latex, asthma) << "dangers first";
    }
}

TEST(CareLines, WhatCannotBothBeRightIsLookedOver) {
    Table table;
    table.make_open();
    Choices choices;
    choices.kind = Kind::data_sheet;
    choices.child = table.sample.child;
    const auto document = reports::document_of(*table.caseload, library(), choices, table.today);
    const auto minds = reports::look_over(*table.caseload, library(), choices, document.value(), table.today);
    EXPECT_TRUE(std::ranges::any_of(
        minds, [](const std::string& each) { return each.find("Which is right?") != std::string::npos; }));
}

TEST(RescuePlan, TheBoxStandsOnlyWhereThereIsOne) {
    Table table;
    Child child = *table.caseload->child(table.sample.child);
    child.rescue_plan.clear();
    child.precautions = {{mint<RowId>(), "insensate", {{"detail", "both feet"}}, "", {}, {}}};
    must(table.caseload->run(EditChild{child}));
    const std::string without = table.page(Kind::session_plan);
    EXPECT_EQ(without.find("Rescue plan"), std::string::npos) << without;
    EXPECT_NE(without.find("both feet"), std::string::npos) << "it stands with what to take care of";
    EXPECT_TRUE(rescue_lines(child, library()).empty());
    EXPECT_EQ(beside_rescue(child, library()).size(), 1U);
    child.precautions.push_back({mint<RowId>(), "seizure", {{"rescue_plan", "in the blue folder"}}, "", {}, {}});
    must(table.caseload->run(EditChild{child}));
    const std::string with = table.page(Kind::session_plan);
    EXPECT_NE(with.find("Rescue plan\nSeizures. Rescue plan: in the blue folder"), std::string::npos) << with;
}

TEST(RescuePlan, ARewardPlanAndADressingPlanAreNone) {
    for (const char* code : {"elopement", "skin_blister", "torticollis"}) {
        Child child;
        child.precautions = {{{}, code, {{"detail", "a sticker each morning"}}, "", {}, {}}};
        EXPECT_TRUE(rescue_lines(child, library()).empty()) << code;
    }
    for (const char* code : {"autonomic", "diabetes", "sickle", "bleeding"}) {
        Child child;
        child.precautions = {{{}, code, {{"detail", "call first"}}, "", {}, {}}};
        EXPECT_EQ(rescue_lines(child, library()).size(), 1U) << code;
    }
}

TEST(OneTruth, TableAndSentencesSayTheSameLastTime) {
    Table table;
    must(table.caseload->run(EditGoal{table.plain_goal()}));
    for (const auto& [week, done] : {std::pair(0, 4), {1, 4}, {2, 4}, {3, 1}})
        table.see(table.sample.goal, table.today - 30 + 7 * week, done, 5);
    const std::string last = say(table.today - 9);
    for (const Audience audience : {Audience::family, Audience::school, Audience::clinic}) {
        const std::string page = table.page(Kind::progress_report, audience);
        EXPECT_EQ(page.find("Now:"), std::string::npos);
        EXPECT_EQ(page.find("the middle of the last"), std::string::npos) << page;
        const std::string value = audience == Audience::family ? "1 of 5 tries" : "20 % (1 of 5)";
        EXPECT_NE(page.find("Last time, on " + last + ": " + value), std::string::npos) << page;
        EXPECT_GE(times_in(page, value), 2) << "in the table, too";
    }
}

TEST(OneTruth, ReachedByTheDataAndClosedByTheTherapistAreTwoDays) {
    Table table;
    must(table.caseload->run(EditGoal{table.plain_goal()}));
    for (int week = 0; week < 4; ++week) table.see(table.sample.goal, table.today - 30 + 7 * week, 5, 5);
    must(table.caseload->run(SetGoalStatus{table.sample.goal, GoalStatus::met, table.today - 2}));
    for (const Audience audience : {Audience::family, Audience::school, Audience::clinic}) {
        const std::string page = table.page(Kind::progress_report, audience);
        EXPECT_EQ(page.find("Met on"), std::string::npos);
        EXPECT_NE(page.find("The goal was reached on "), std::string::npos) << page;
        EXPECT_NE(page.find("closed it as met on " + say(table.today - 2)), std::string::npos) << page;
    }
}

TEST(OneTruth, AStepThatIsMetWaitsForNoData) {
    Table table;
    must(table.caseload->run(EditGoal{table.plain_goal()}));
    Goal step = table.plain_goal();
    step.id = mint<GoalId>();
    step.parent = table.sample.goal;
    step.term = GoalTerm::short_term;
    step.title = "Cuts along a curve";
    must(table.caseload->run(AddGoal{step}));
    table.see(table.sample.goal, table.today - 9, 3, 5);
    EXPECT_NE(table.page(Kind::progress_report).find("no data yet"), std::string::npos);
    must(table.caseload->run(SetGoalStatus{step.id, GoalStatus::met, table.today - 2}));
    const std::string page = table.page(Kind::progress_report);
    EXPECT_EQ(page.find("no data yet"), std::string::npos) << page;
    EXPECT_NE(page.find("Closed as met on"), std::string::npos);
}

/// Words of a status never quarrel with the counts beside them.
TEST(OneTruth, OnTrackIsSaidOnlyWhereHalfOfTheNewestAreNotBehind) {
    for (const Child& child : paper_caseload().children()) {
        const auto facts = reports::progress_facts(paper_caseload(),
                                                   paper_choices(Kind::progress_report, call_name(child)), paper_day);
        ASSERT_TRUE(facts.ok());
        for (const auto& goal : facts.value().goals) {
            const auto pill = reports::status_pill(goal, Audience::family, paper_day);
            const auto [ahead, of] = progress::ahead_of_aim(goal.found);
            if (pill.words == "On track" && of > 0) {
                EXPECT_GE(2 * ahead, of) << goal.goal.title;
            }
        }
    }
}

TEST(PresentLevels, EachAreaSaysWhatIsSeenNowFromDataWithItsDay) {
    Choices choices = paper_choices(Kind::present_levels, "Mateo");
    choices.audience = Audience::school;
    const std::string page = words_of(paper_document(choices));
    const auto facts = reports::progress_facts(paper_caseload(), choices, paper_day);
    ASSERT_TRUE(facts.ok());
    for (const auto& goal : facts.value().goals) {
        EXPECT_NE(page.find(goal.goal.title), std::string::npos) << goal.goal.title;
        const auto values = reports::three_values(goal, Audience::school);
        if (values.last_on) {
            EXPECT_NE(page.find(values.last + "\non " + say(*values.last_on)), std::string::npos) << page;
        }
        const Skill* skill = library().skill(goal.goal.skill);
        const Focus* area = skill == nullptr ? nullptr : library().focus(skill->focus);
        EXPECT_NE(page.find("\n" + (area == nullptr ? "Other" : area->name) + "\n"), std::string::npos);
    }
    for (const std::string& each : paper_child("Mateo").strengths) EXPECT_NE(page.find(each), std::string::npos);
}

TEST(PresentLevels, WhatWasNotSeenInThePeriodIsSaidAndLookedOver) {
    Table table;
    must(table.caseload->run(EditGoal{table.plain_goal()}));
    for (int week = 0; week < 4; ++week) table.see(table.sample.goal, table.today - 50 + 7 * week, 3, 5);
    Choices choices;
    choices.kind = Kind::present_levels;
    choices.child = table.sample.child;
    choices.from = table.today - 10;
    choices.to = table.today;
    const auto document = reports::document_of(*table.caseload, library(), choices, table.today);
    ASSERT_TRUE(document.ok());
    EXPECT_NE(words_of(document.value()).find("nothing in this period; last on " + say(table.today - 29)),
              std::string::npos)
        << words_of(document.value());
    const auto minds = reports::look_over(*table.caseload, library(), choices, document.value(), table.today);
    EXPECT_EQ(std::ranges::count(minds, "1 active goal has no data in this period."), 1);
}

TEST(PlanOfCare, HasServicesOpenGoalsWithTheirDaysAndTheLinesToSign) {
    Table table;
    Goal goal = table.plain_goal();
    must(table.caseload->run(EditGoal{goal}));
    Goal met = table.plain_goal();
    met.id = mint<GoalId>();
    met.title = met.sentence = "Zips a coat";
    must(table.caseload->run(AddGoal{met}));
    must(table.caseload->run(SetGoalStatus{met.id, GoalStatus::met, table.today - 3}));
    Child child = *table.caseload->child(table.sample.child);
    child.plan_of_care_start = table.today - 10;
    child.plan_of_care_end = table.today + 80;
    child.services = {{mint<RowId>(), Discipline::ot, ServiceMode::individual, 30, 2, ServicePer::week, "Clinic", {}}};
    must(table.caseload->run(EditChild{child}));
    const std::string page = table.page(Kind::plan_of_care);
    EXPECT_NE(page.find("2 times a week, 30 minutes each time"), std::string::npos) << page;
    EXPECT_NE(page.find(say(*goal.due)), std::string::npos);
    EXPECT_NE(page.find(full_text(goal)), std::string::npos);
    EXPECT_EQ(page.find("Zips a coat"), std::string::npos) << "what is met is no plan";
    EXPECT_NE(page.find("From " + say(table.today - 10) + " to " + say(table.today + 80)), std::string::npos);
    for (const char* part : {"Certification", "Physician or other provider, signature", "NPI"})
        EXPECT_NE(page.find(part), std::string::npos) << part;
    child.plan_of_care_end = table.today - 1;
    child.plan_of_care_start = table.today - 90;
    child.services.clear();
    must(table.caseload->run(EditChild{child}));
    Choices choices;
    choices.kind = Kind::plan_of_care;
    choices.child = child.id;
    const auto document = reports::document_of(*table.caseload, library(), choices, table.today);
    const auto minds = reports::look_over(*table.caseload, library(), choices, document.value(), table.today);
    EXPECT_EQ(std::ranges::count(minds, "The plan of care ended on " + say(table.today - 1) + "."), 1);
    EXPECT_EQ(std::ranges::count(minds, "The record has no service with how often and how long."), 1);
}

TEST(PlanOfCare, OfADischargedChildSaysSoOnPaperAndBeforeItGoes) {
    Table table;
    const std::string told = "The child was discharged on " + say(table.today - 4) + ".";
    EXPECT_EQ(table.page(Kind::plan_of_care).find("was discharged"), std::string::npos);
    must(table.caseload->run(DischargeChild{table.sample.child, {table.today - 4, DischargeReason::moved, {}}}));
    for (const Kind kind : {Kind::plan_of_care, Kind::present_levels}) {
        EXPECT_NE(table.page(kind).find(told), std::string::npos) << table.page(kind);
        Choices choices;
        choices.kind = kind;
        choices.child = table.sample.child;
        const auto document = reports::document_of(*table.caseload, library(), choices, table.today);
        const auto minds = reports::look_over(*table.caseload, library(), choices, document.value(), table.today);
        EXPECT_EQ(std::ranges::count(minds, told), 1);
    }
}

/// Of a goal that rests nothing is said that asks the family or promises practice.
TEST(OneTruth, AFamilyReadsNoPlanOfAGoalThatRests) {
    Table table;
    must(table.caseload->run(EditGoal{table.plain_goal()}));
    for (int week = 0; week < 4; ++week) table.see(table.sample.goal, table.today - 30 + 7 * week, 0, 5);
    const std::string asks = "The last three times were harder";
    EXPECT_NE(table.page(Kind::progress_report, Audience::family).find(asks), std::string::npos)
        << table.page(Kind::progress_report, Audience::family);
    must(table.caseload->run(SetGoalStatus{table.sample.goal, GoalStatus::on_hold, table.today - 2}));
    const std::string page = table.page(Kind::progress_report, Audience::family);
    EXPECT_EQ(page.find(asks), std::string::npos) << page;
    EXPECT_NE(page.find("This goal rests for now."), std::string::npos);
}

TEST(FileName, TellsSessionOrPeriodAndNobodysName) {
    const auto name = [](Kind kind, const std::string& call) {
        return reports::file_name(paper_caseload(), paper_choices(kind, call), paper_day);
    };
    EXPECT_EQ(name(Kind::session_plan, "Mateo"), "Session plan MG 2026-09-29 1045.pdf");
    EXPECT_EQ(name(Kind::session_plan, ""), "Session plan 2026-09-29 0930.pdf") << "a group's is nobody's";
    EXPECT_EQ(name(Kind::progress_report, "Mateo"), "Progress report MG family 2026-06-01 to 2026-09-29.pdf");
    EXPECT_EQ(name(Kind::data_sheet, "Mateo"), "Data sheet MG 2026-09-29.pdf");
    EXPECT_EQ(name(Kind::my_day, ""), "My day 2026-09-29.pdf");
}

TEST(GroupPlan, InitialsAreExplainedAndThePlanComesLast) {
    const std::string page = words_of(paper_document(paper_choices(Kind::session_plan, "")));
    EXPECT_NE(page.find("Children stand here by the initials of their names."), std::string::npos) << page;
    EXPECT_LT(page.find("Mother: "), page.find("Plan, ")) << "whom to call fills the first page";
    Choices named = paper_choices(Kind::session_plan, "");
    named.name_others = true;
    EXPECT_EQ(words_of(paper_document(named)).find("initials"), std::string::npos);
}

TEST(Demo, HasReportsThatWentOut) {
    std::size_t all = 0;
    for (const Child& child : paper_caseload().children()) {
        all += paper_caseload().disclosures(child.id).size();
        for (const Disclosure& entry : paper_caseload().disclosures(child.id))
            EXPECT_EQ(entry.title.find(call_name(child)), std::string::npos);
    }
    EXPECT_EQ(all, 4U);
}

}  // namespace report_truth
}  // namespace
}  // namespace pegboard::test
