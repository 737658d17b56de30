// The sentences of a progress report are true by the data, as they stood on its last day, and worded for who reads it.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/library/content/readability.h"
#include "core/reports/attendance_facts.h"
#include "core/reports/progress_facts.h"
#include "core/reports/progress_words.h"
#include "tests/core/library_at_hand.h"
#include "tests/core/reports_support.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
namespace report_progress {

using reports::Audience;
using reports::Choices;
using reports::Kind;

struct Bench {
    TempFolder folder;
    Clock clock;
    std::unique_ptr<Caseload> caseload = make_caseload(folder, &clock);
    Sample sample = fill(*caseload);
    Date today = sample_today();

    Goal goal() const { return *caseload->goal(sample.goal); }
    void edit(const Goal& changed) { must(caseload->run(EditGoal{changed})); }
    /// A goal of percents of tries with a start, a baseline and a due day.
    void make_plain() {
        Goal plain = goal();
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
        edit(plain);
    }
    void see(Date date, int done, int of) {
        DataPoint point = sample_point(sample.goal, date, done, "");
        point.measure = "trials";
        point.n = of;
        point.assist = 0;
        point.prompt = 0;
        point.kind = PointKind::measured;
        must(caseload->run(RecordPoint{point}));
    }
    Choices choices(Date to) const {
        Choices made;
        made.kind = Kind::progress_report;
        made.child = sample.child;
        made.from = today - 90;
        made.to = to;
        return made;
    }
    std::string page(Choices made, Audience audience) const {
        made.audience = audience;
        const auto document = reports::document_of(*caseload, library(), made, today);
        EXPECT_TRUE(document.ok());
        return document.ok() ? words_of(document.value()) : std::string();
    }
};

TEST(ReportProgress, AReportSpeaksOfNothingAfterItsLastDay) {
    Bench bench;
    bench.make_plain();
    for (int week = 0; week < 4; ++week) bench.see(bench.today - 40 + 7 * week, 2, 5);
    const std::string before = bench.page(bench.choices(bench.today - 10), Audience::school);
    bench.see(bench.today - 5, 5, 5);
    EXPECT_EQ(bench.page(bench.choices(bench.today - 10), Audience::school), before);
    EXPECT_NE(bench.page(bench.choices(bench.today), Audience::school).find("100 % (5 of 5)"), std::string::npos);
    EXPECT_EQ(before.find("100 %"), std::string::npos);
}

TEST(ReportProgress, AGoalThatIsMetLaterIsStillOpenInAnEarlierReport) {
    Bench bench;
    bench.make_plain();
    for (int week = 0; week < 4; ++week) bench.see(bench.today - 40 + 7 * week, 2, 5);
    must(bench.caseload->run(SetGoalStatus{bench.sample.goal, GoalStatus::met, bench.today}));
    EXPECT_NE(bench.page(bench.choices(bench.today), Audience::school).find("Closed as met on"), std::string::npos);
    EXPECT_EQ(bench.page(bench.choices(bench.today - 3), Audience::school).find("Closed as met on"), std::string::npos);
}

TEST(ReportProgress, AFamilyReadsCountsAndNoPercents) {
    Bench bench;
    bench.make_plain();
    for (int week = 0; week < 6; ++week) bench.see(bench.today - 40 + 7 * week, 3, 5);
    const std::string page = bench.page(bench.choices(bench.today), Audience::family);
    EXPECT_NE(page.find("3 of 5 tries"), std::string::npos) << page;
    EXPECT_NE(page.find("1 in every 5"), std::string::npos);
    EXPECT_NE(page.find("4 of 5 tries"), std::string::npos);
    // What a therapist typed into the goal stands as it is.
    std::string own = page;
    for (const std::string& typed : {bench.goal().sentence, bench.goal().title})
        if (const auto at = own.find(typed); at != std::string::npos) own.erase(at, typed.size());
    for (const char* word : {"%", "aim line", "baseline", "trend", "mastered", "Mastered", "plateau", "percent"})
        EXPECT_EQ(own.find(word), std::string::npos) << word << "\n" << own;
}

TEST(ReportProgress, WithoutDataItSaysSoAndNothingElse) {
    Bench bench;
    bench.make_plain();
    for (const Audience audience : {Audience::family, Audience::school, Audience::clinic}) {
        const std::string page = bench.page(bench.choices(bench.today), audience);
        EXPECT_NE(page.find("No data yet"), std::string::npos);
        EXPECT_EQ(page.find("On track"), std::string::npos);
        EXPECT_NE(page.find("1 too new to tell"), std::string::npos);
    }
}

TEST(ReportProgress, TooFewTriesAreNotNothing) {
    Bench bench;
    bench.make_plain();
    bench.see(bench.today - 4, 1, 2);
    const std::string page = bench.page(bench.choices(bench.today), Audience::family);
    EXPECT_NE(page.find("Since then there were too few tries to count."), std::string::npos) << page;
    EXPECT_EQ(page.find("Nothing has been written down"), std::string::npos);
    EXPECT_EQ(page.find("no data yet"), std::string::npos);
}

TEST(ReportProgress, AStepThatIsMetLaterIsNotMetOnAnEarlierChart) {
    Bench bench;
    bench.make_plain();
    for (int week = 0; week < 4; ++week) bench.see(bench.today - 40 + 7 * week, 2, 5);
    Goal step = bench.goal();
    step.id = mint<GoalId>();
    step.parent = bench.sample.goal;
    step.term = GoalTerm::short_term;
    step.title = "Cuts along a curve";
    step.target = 60;
    step.successes = 3;
    must(bench.caseload->run(AddGoal{step}));
    must(bench.caseload->run(SetGoalStatus{step.id, GoalStatus::met, bench.today}));
    EXPECT_NE(bench.page(bench.choices(bench.today), Audience::school).find("Step 1 met"), std::string::npos);
    EXPECT_EQ(bench.page(bench.choices(bench.today - 3), Audience::school).find("Step 1 met"), std::string::npos);
}

TEST(ReportProgress, FamilySentencesAreEasyToRead) {
    std::string all;
    for (const Child& child : paper_caseload().children()) {
        Choices choices = paper_choices(Kind::progress_report, call_name(child));
        const auto facts = reports::progress_facts(paper_caseload(), choices, paper_day);
        ASSERT_TRUE(facts.ok());
        for (const auto& goal : facts.value().goals) {
            for (const std::string& each : reports::what_we_see(goal, Audience::family)) all += each + " ";
            for (const std::string& each : reports::what_comes_next(goal, Audience::family, paper_day))
                all += each + " ";
        }
    }
    EXPECT_GT(all.size(), 1000U);
    EXPECT_LE(content::reading_grade(all), 6.0);
}

TEST(ReportProgress, SessionsAreCountedAsWhatTheyWere) {
    for (const Child& child : paper_caseload().children()) {
        const auto lines = reports::attendance_of(paper_caseload(), child.id, paper_day - 120, paper_day, paper_day);
        const auto sum = reports::sum_of(lines);
        EXPECT_EQ(sum.here + sum.absent + sum.not_held, sum.sessions);
        EXPECT_EQ(static_cast<std::size_t>(sum.sessions + sum.open + sum.to_come), lines.size());
        int reasons = 0;
        for (const auto& [reason, count] : sum.reasons) reasons += count;
        EXPECT_EQ(reasons, sum.absent + sum.not_held);
        for (const auto& line : lines) EXPECT_TRUE(line.came == reports::Came::here || line.given_min == 0);
    }
}

TEST(ReportProgress, LookingOverTellsOfDraftsAndUnsignedNotes) {
    Bench bench;
    Goal draft = sample_goal(bench.sample.child, "hops");
    draft.status = GoalStatus::draft;
    must(bench.caseload->run(AddGoal{draft}));
    Session session = sample_session(bench.sample.child, bench.sample.goal, bench.today - 7);
    session.note.clear();
    must(bench.caseload->run(AddSession{session}));
    must(bench.caseload->run(HoldSession{session.id, 40, {}}));
    const Choices choices = bench.choices(bench.today);
    const auto document = reports::document_of(*bench.caseload, library(), choices, bench.today);
    ASSERT_TRUE(document.ok());
    const auto says = [&](const std::string& words) {
        const auto minds = reports::look_over(*bench.caseload, library(), choices, document.value(), bench.today);
        return std::ranges::any_of(minds,
                                   [&](const std::string& each) { return each.find(words) != std::string::npos; });
    };
    EXPECT_TRUE(says("1 goal is a draft and is not in it."));
    EXPECT_TRUE(says("precautions not asked"));
    EXPECT_FALSE(says("birth date"));
    EXPECT_TRUE(says("1 session of this period has no note."));
    SessionNote note = sample_note(bench.sample.child, session.id);
    note.author = bench.sample.therapist;
    must(bench.caseload->run(WriteNote{note}));
    EXPECT_FALSE(says("has no note"));
    EXPECT_TRUE(says("1 note of this period is not signed yet."));
    must(bench.caseload->run(FinishNote{note.id}));
    EXPECT_FALSE(says("not signed"));
}

TEST(ReportProgress, AnUnknownChildOrSessionIsASentence) {
    Choices choices;
    choices.child = mint<ChildId>();
    choices.session = mint<SessionId>();
    for (const Kind kind : reports::all_kinds()) {
        choices.kind = kind;
        const auto made = reports::document_of(paper_caseload(), library(), choices, paper_day);
        if (kind == Kind::my_day) continue;
        ASSERT_FALSE(made.ok());
        EXPECT_TRUE(made.error().message.ends_with("no longer there."));
    }
}

}  // namespace report_progress
}  // namespace
}  // namespace pegboard::test
