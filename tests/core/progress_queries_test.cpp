// What screens ask about progress: the picture of one goal, a child's overview, what waits for a therapist.
#include <algorithm>

#include "core/progress/goal_picture.h"
#include "core/progress/overview.h"
#include "core/progress/todo.h"
#include "tests/core/progress_support.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
using namespace pegboard::progress;

GoalInput input_of(Goal goal, std::vector<DataPoint> points, std::vector<PhaseChange> changes = {}) {
    return {std::move(goal),
            std::make_shared<const std::vector<DataPoint>>(std::move(points)),
            std::move(changes),
            {},
            DecisionRule::four_point};
}

TEST(GoalPicture, ShowsWhatWasLeftOutWithItsReasonButNeverATapTakenBack) {
    auto points = series_of({0, 7, 14}, {2, 3, 4});
    points[1].valid = false;
    points[1].invalid_reason = "New shoes";
    points[1].note = "Slipped twice";
    points[2].note = "Counted aloud";
    points.push_back(measured(21, 9));
    points[3].valid = false;
    points[3].invalid_reason = taken_back;
    const GoalPicture picture = picture_of(input_of(goal_of("count", 5), points));
    EXPECT_EQ(picture.analysis.values.size(), 2u);
    ASSERT_EQ(picture.left_out.size(), 1u);
    EXPECT_EQ(picture.left_out[0].date, day_zero + 7);
    EXPECT_EQ(picture.left_out[0].value, 3);
    EXPECT_EQ(picture.left_out[0].reason, "New shoes");
    ASSERT_EQ(picture.notes.size(), 1u);
    EXPECT_EQ(picture.notes[0].text, "Counted aloud");
}

TEST(GoalPicture, DividesTheTimeAxisIntoItsPhases) {
    Goal goal = goal_of("count", 5, {}, 100);
    const auto points = series_of({-9, -6, -3, 4, 11, 18}, {1, 2, 1, 2, 3, 3});
    const auto only_start = picture_of(input_of(goal, points)).stretches;
    ASSERT_EQ(only_start.size(), 2u);
    EXPECT_EQ(only_start[0].phase, Phase::baseline);
    EXPECT_EQ(only_start[0].from, day_zero - 9);
    EXPECT_EQ(only_start[1].from, day_zero);
    EXPECT_EQ(only_start[1].words, "Practice");
    const PhaseChange change{PhaseChangeId{1}, goal.child, goal.id, day_zero + 10, Phase::intervention, "Slant board"};
    const auto changed = picture_of(input_of(goal, points, {change})).stretches;
    ASSERT_EQ(changed.size(), 3u);
    EXPECT_EQ(changed[2].words, "Slant board");
    EXPECT_TRUE(picture_of(input_of(goal, {}, {change})).stretches.empty());
}

TEST(GoalPicture, TheTrendLiesBetweenItsEnds) {
    for (const bool lower : {false, true}) {
        const Goal goal = goal_of(lower ? "time_s" : "count", lower ? 1 : 12);
        std::vector<DataPoint> points;
        for (int i = 0; i < 10; ++i) points.push_back(measured(i * 7, lower ? 30 - 2 * i + i % 3 : 2 + i + i % 3));
        const Analysis analysis = picture_of(input_of(goal, points)).analysis;
        ASSERT_TRUE(analysis.trend && analysis.trend_low && analysis.trend_high);
        EXPECT_LE(analysis.trend_low->per_week, analysis.trend->per_week);
        EXPECT_GE(analysis.trend_high->per_week, analysis.trend->per_week);
        EXPECT_LT(analysis.trend_low->per_week, analysis.trend_high->per_week);
        EXPECT_NEAR(analysis.trend_low->per_week, *analysis.trend_low_per_week, 1e-9);
        EXPECT_NEAR(analysis.trend_high->per_week, *analysis.trend_high_per_week, 1e-9);
    }
}

TEST(GoalPicture, SaysWhatGeneralisingAndKeepingAskFor) {
    Goal goal = goal_of("count", 5);
    EXPECT_TRUE(say_probes(picture_of(input_of(goal, {})), day_zero).empty());
    goal.generalise = goal.maintain = true;
    auto points = series_of({0, 7, 14}, {5, 6, 5});
    for (DataPoint& point : points) {
        point.setting = "Gym";
        point.rater = "Ana Ruiz";
    }
    const auto lines = [&](int after) { return say_probes(picture_of(input_of(goal, points)), day_zero + after); };
    EXPECT_EQ(lines(14)[0],
              "Reached in 1 place: Gym; with 1 person: Ana Ruiz. A second place or person is still wanted.");
    EXPECT_EQ(lines(14)[1], "Probes 2 and 4 weeks after it is reached will show whether it is kept.");
    points[2].setting = "Home";
    EXPECT_EQ(lines(14)[0], "Reached in 2 places: Gym, Home; with 1 person: Ana Ruiz.");
    EXPECT_EQ(lines(15)[1], "Look again from " + say(day_zero + 28) + " to see if it is kept.");
    EXPECT_EQ(lines(28)[1], "Look again now to see if it is kept.");
    points.push_back(measured(29, 5));
    EXPECT_EQ(lines(30)[1], "Kept 2 weeks later, on " + say(day_zero + 29) + ". Look again from " + say(day_zero + 42) +
                                " to see if it is kept.");
    points.push_back(measured(43, 2));
    EXPECT_EQ(lines(44)[1], "Not kept 4 weeks later, on " + say(day_zero + 43) + ".");
}

/// A child with a goal, recorded week by week.
struct Year {
    TempFolder folder;
    Clock clock;
    std::unique_ptr<Caseload> caseload = make_caseload(folder, &clock);
    Sample on = fill(*caseload);
    Date today = sample_today();

    Year() { must(caseload->run(ReadmitChild{on.child})); }
    Goal add_goal(const std::string& title, std::initializer_list<double> values, GoalTerm term = GoalTerm::long_term) {
        Goal goal = goal_of("count", 5, {1, 1, 1}, 0);
        goal.id = mint<GoalId>();
        goal.child = on.child;
        goal.title = title;
        goal.term = term;
        if (term == GoalTerm::short_term) goal.parent = on.goal;
        goal.start = today - 90;
        goal.due = today + 60;
        must(caseload->run(AddGoal{goal}));
        int week = static_cast<int>(values.size());
        for (const double value : values)
            must(caseload->run(RecordPoint{sample_point(goal.id, today - 7 * --week - 1, value)}));
        return goal;
    }
    Session hold(int days_ago, Attendance attendance = Attendance::attended) {
        Session session = sample_session(on.child, on.goal, today - days_ago);
        session.note.clear();
        session.therapist = on.therapist;
        session.participants[0].attendance = attendance;
        session.status = SessionStatus::held;
        session.held_min = 40;
        must(caseload->run(AddSession{session}));
        return session;
    }
    [[nodiscard]] std::vector<Todo> todo() const { return attention_list(*caseload, on.therapist, today); }
    [[nodiscard]] int count(TodoKind kind) const {
        const auto list = todo();
        return static_cast<int>(std::ranges::count(list, kind, &Todo::kind));
    }
};

TEST(Overview, PutsWhatNeedsALookFirstAndMilestonesNewestFirst) {
    Year year;
    const Goal reached = year.add_goal("Jumps", {2, 3, 5, 5, 6}, GoalTerm::short_term);
    const Goal lost = year.add_goal("Climbs", {3, 3, 0, 0, 0});
    const Goal flat = year.add_goal("Stands", {2, 2, 2, 2, 2, 2, 2, 2});
    const ChildOverview overview = child_overview(*year.caseload, year.on.child, year.today).take();
    ASSERT_EQ(overview.goals.size(), 4u) << "the sample goal is collecting";
    EXPECT_EQ(overview.goals[0].goal, lost.id);
    EXPECT_EQ(overview.goals[0].judgement.status, ProgressStatus::check_now);
    EXPECT_EQ(overview.goals[1].goal, flat.id);
    EXPECT_EQ(overview.goals[3].judgement.status, ProgressStatus::collecting);
    EXPECT_EQ(overview.goals[1].spark.size(), 8u);
    EXPECT_EQ(overview.goals[1].spark.back().value, 2);
    EXPECT_EQ(overview.goals[1].target, 5);
    EXPECT_EQ(overview.strengths, std::vector{reached.id});
    EXPECT_EQ(overview.growth, (std::vector{lost.id, flat.id}));
    ASSERT_EQ(overview.milestones.size(), 1u);
    EXPECT_EQ(overview.milestones[0].date, year.today - 1);
    EXPECT_EQ(overview.milestones[0].words, "Reached 6");
    EXPECT_FALSE(overview.milestones[0].big) << "an objective on the way";
}

TEST(Overview, CountsTheLastEightWeeks) {
    Year year;  // its day is a Monday
    year.hold(7);
    year.hold(6, Attendance::absent);
    Session late = year.hold(14);
    late.participants[0].late_min = 10;
    late.blocks[0].state = BlockState::skipped;
    late.blocks[1].done_s = 6 * 60;
    must(year.caseload->run(EditSession{late}));
    year.hold(80);
    const ChildOverview overview = child_overview(*year.caseload, year.on.child, year.today).take();
    EXPECT_EQ(overview.weeks[7].monday, year.today);
    EXPECT_EQ(overview.weeks[7].planned, 1);
    EXPECT_EQ(overview.weeks[6].held, 1);
    EXPECT_EQ(overview.weeks[6].not_held, 1);
    EXPECT_EQ(overview.weeks[6].minutes, 40);
    EXPECT_EQ(overview.weeks[5].minutes, 30);
    ASSERT_EQ(overview.goals.size(), 1u);
    EXPECT_EQ(overview.goals[0].minutes[6], 30) << "three activities of 10 minutes as planned";
    EXPECT_EQ(overview.goals[0].minutes[5], 16) << "one left out, one for 6 minutes, one as planned";
    EXPECT_EQ(overview.goals[0].minutes[0], 0);
}

TEST(Overview, AttainmentUsesTheNewestLevels) {
    Year year;
    for (int i = 0; i < 3; ++i) {
        Goal goal = goal_of("gas", 0);
        goal.id = mint<GoalId>();
        goal.child = year.on.child;
        goal.baseline = {-2, -2, -2};
        goal.gas_levels = {"none", "one", "two", "three", "four"};
        must(year.caseload->run(AddGoal{goal}));
        for (const int level : {-1, 2 - i}) {
            DataPoint point = sample_point(goal.id, year.today - 10 + level, level);
            point.kind = PointKind::attainment;
            must(year.caseload->run(RecordPoint{point}));
        }
    }
    const AttainmentReport report = attainment_of(*year.caseload, year.on.child).take();
    EXPECT_EQ(report.counted, 3);
    EXPECT_FALSE(report.few);
    EXPECT_NEAR(*report.start, 22.61, 0.005);
    EXPECT_NEAR(*report.now, 63.69, 0.005) << "levels +2, +1, 0";
}

TEST(Todos, AsksForNotesOfOnesOwnSessionsOnly) {
    Year year;
    const Session held = year.hold(3);
    year.hold(2, Attendance::absent);
    year.hold(90);
    EXPECT_EQ(year.count(TodoKind::no_note), 1);
    Session short_words = year.hold(4);
    short_words.note = "Good start";
    must(year.caseload->run(EditSession{short_words}));
    EXPECT_EQ(year.count(TodoKind::no_note), 1) << "a few words with the session do";
    EXPECT_EQ(attention_list(*year.caseload, TherapistId{5}, year.today).size(), year.todo().size() - 1);
    const SessionNote note = sample_note(year.on.child, held.id);
    must(year.caseload->run(WriteNote{note}));
    EXPECT_EQ(year.count(TodoKind::no_note), 0);
    ASSERT_EQ(year.count(TodoKind::draft), 1);
    must(year.caseload->run(FinishNote{note.id}));
    EXPECT_EQ(year.count(TodoKind::draft), 0);
}

TEST(Todos, AsksTheSupervisorToSign) {
    Year year;
    const Session held = year.hold(3);
    const Therapist assistant = sample_therapist("Berg");
    must(year.caseload->run(AddTherapist{assistant}));
    Practice practice = year.caseload->practice();
    practice.me = assistant.id;
    must(year.caseload->run(EditPractice{practice}));
    SessionNote note = sample_note(year.on.child, held.id);
    note.cosigner = year.on.therapist;
    must(year.caseload->run(WriteNote{note}));
    EXPECT_EQ(year.count(TodoKind::sign), 0) << "a draft";
    must(year.caseload->run(FinishNote{note.id}));
    EXPECT_EQ(year.count(TodoKind::sign), 1);
    practice.me = year.on.therapist;
    must(year.caseload->run(EditPractice{practice}));
    must(year.caseload->run(CosignNote{note.id}));
    EXPECT_EQ(year.count(TodoKind::sign), 0);
}

TEST(Todos, AGoalWithoutDataForThreeWeeksIsNamedOnceForItsObjectivesToo) {
    Year year;
    const Goal quiet = year.add_goal("Waits", {});
    year.add_goal("On the way", {}, GoalTerm::short_term);
    const auto looks = goals_to_look_at(*year.caseload, year.today);
    ASSERT_EQ(looks.size(), 1u);
    EXPECT_EQ(looks[0].goal, quiet.id);
    EXPECT_EQ(looks[0].kind, LookKind::no_data);
    must(year.caseload->run(RecordPoint{sample_point(quiet.id, year.today - 20, 2)}));
    EXPECT_TRUE(goals_to_look_at(*year.caseload, year.today).empty());
    EXPECT_EQ(goals_to_look_at(*year.caseload, year.today + 1).size(), 2u) << "the sample goal waits three weeks too";
}

TEST(Todos, GoByHowMuchTheyPress) {
    Year year;
    Child child = *year.caseload->child(year.on.child);
    child.plan_of_care_end = year.today + 12;
    child.reevaluation_due = year.today - 2;
    child.iep_date = year.today - 40;
    must(year.caseload->run(EditChild{child}));
    year.add_goal("Jumps", {2, 3, 5, 5, 6});
    year.add_goal("Climbs", {3, 3, 0, 0, 0});
    year.hold(3);
    const auto list = year.todo();
    ASSERT_GE(list.size(), 5u);
    EXPECT_EQ(list[0].look, LookKind::check_now);
    EXPECT_EQ(list[1].words, "Re-evaluation was due on " + say_short(year.today - 2, year.today));
    EXPECT_EQ(list[2].look, LookKind::met);
    EXPECT_EQ(list[3].kind, TodoKind::no_note);
    EXPECT_EQ(list[4].words, "Plan of care ends in 12 days: report due");
    const auto children = by_child(list);
    ASSERT_EQ(children.size(), 1u);
    EXPECT_EQ(children[0].count, static_cast<int>(list.size()));
    EXPECT_EQ(children[0].words, "Worse than at baseline: check now");
    must(year.caseload->run(ArchiveChild{year.on.child}));
    EXPECT_TRUE(year.todo().empty());
}

TEST(Todos, TellOfASessionOfOnesOwnThatTheOtherDisciplineWritesUp) {
    Year year;
    Session held = year.hold(3);
    Therapist physio = sample_therapist("Berg");
    physio.discipline = Discipline::pt;
    must(year.caseload->run(AddTherapist{physio}));
    const auto count = [&] {
        const std::vector<Todo> list = attention_list(*year.caseload, physio.id, year.today);
        return std::ranges::count(list, TodoKind::others, &Todo::kind);
    };
    EXPECT_EQ(count(), 0) << "a colleague's session";
    held.therapist = physio.id;
    must(year.caseload->run(EditSession{held}));
    EXPECT_EQ(count(), 1);
    must(year.caseload->run(WriteNote{sample_note(year.on.child, held.id)}));
    EXPECT_EQ(count(), 0);
}

}  // namespace
}  // namespace pegboard::test
