// What happens between Start and the last tap: blocks and their time, attendance, points that are kept, judged and
// taken back, a session nobody ended.
#include "core/progress/entry.h"
#include "core/rules/live.h"
#include "core/store/database.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

/// A caseload whose sample session is today's.
struct Today {
    TempFolder folder;
    Clock clock;
    std::unique_ptr<Caseload> caseload = make_caseload(folder, &clock);
    Sample on = fill(*caseload);

    Today() {
        Session session = *caseload->session(on.session);
        session.date = sample_today();
        must(caseload->run(EditSession{session}));
    }
    void start() { must(caseload->run(StartSession{on.session})); }
    void pass(int minutes) { clock.ms += minutes * 60'000; }
    [[nodiscard]] const Session& session() const { return *caseload->session(on.session); }
    [[nodiscard]] Status tap(PointKind kind = PointKind::correct) {
        return caseload->run(RecordPoint{sample_tap(on.session, on.goal, kind)});
    }
    [[nodiscard]] Points points() const { return caseload->points(on.session).take(); }
    [[nodiscard]] std::string newest_label() const { return caseload->history({}, 1).take().at(0).label; }
};

TEST(LiveSession, GoesFromBlockToBlockAndKeepsTheirTime) {
    Today today;
    today.start();
    EXPECT_TRUE(is_running(today.session()));
    EXPECT_EQ(running_session(today.caseload->sessions()), &today.session());
    const std::vector<Block> blocks = today.session().blocks;
    EXPECT_EQ(today.session().current_block, blocks[0].id);
    today.pass(6);
    EXPECT_EQ(seconds_on(*current_block(today.session()), "2026-09-21T14:19:20Z"), 360);
    must(today.caseload->run(ShowBlock{today.on.session, blocks[1].id}));
    EXPECT_EQ(today.newest_label(), "Go on with Road cutter");
    EXPECT_EQ(today.session().blocks[0].state, BlockState::done);
    EXPECT_EQ(today.session().blocks[0].done_s, 360);
    today.pass(2);
    must(today.caseload->run(PauseBlock{today.on.session}));
    today.pass(5);
    EXPECT_EQ(today.session().blocks[1].done_s, 120) << "a pause does not count";
    must(today.caseload->run(ShowBlock{today.on.session, blocks[1].id}));
    today.pass(1);
    must(today.caseload->run(SkipBlock{today.on.session, blocks[1].id}));
    EXPECT_EQ(today.session().blocks[1].state, BlockState::skipped);
    EXPECT_EQ(today.session().blocks[1].done_s, 180);
    EXPECT_EQ(today.session().current_block, blocks[2].id);
    today.pass(4);
    must(today.caseload->run(EndSession{today.on.session}));
    const Session& ended = today.session();
    EXPECT_EQ(ended.status, SessionStatus::held);
    EXPECT_EQ(ended.held_min, 18);
    EXPECT_EQ(ended.blocks[2].state, BlockState::done);
    EXPECT_EQ(ended.blocks[2].done_s, 240);
    EXPECT_FALSE(ended.current_block);
    EXPECT_EQ(ended.participants[0].attendance, Attendance::attended);
    EXPECT_FALSE(is_running(ended));
}

TEST(LiveSession, AnActivityIsSwappedOrAddedOnTheFly) {
    Today today;
    today.start();
    const std::vector<Block> blocks = today.session().blocks;
    today.clock.ms += 10'000;
    must(today.caseload->run(SwapBlock{today.on.session, blocks[0].id, sample_block("Hole punch")}));
    EXPECT_EQ(today.newest_label(), "Swap Worm snips for Hole punch");
    ASSERT_EQ(today.session().blocks.size(), 3u) << "what was only looked at is replaced";
    EXPECT_EQ(today.session().blocks[0].title, "Hole punch");
    EXPECT_EQ(today.session().current_block, today.session().blocks[0].id);
    EXPECT_EQ(today.session().swapped_out, std::vector<std::string>{blocks[0].activity});
    today.pass(4);
    must(today.caseload->run(SwapBlock{today.on.session, today.session().blocks[0].id, sample_block("Straws")}));
    ASSERT_EQ(today.session().blocks.size(), 4u) << "what was done for a while stays";
    EXPECT_EQ(today.session().blocks[0].state, BlockState::skipped);
    EXPECT_EQ(today.session().blocks[0].done_s, 240);
    EXPECT_EQ(today.session().blocks[1].title, "Straws");
    EXPECT_EQ(today.session().current_block, today.session().blocks[1].id);
    must(today.caseload->run(SwapBlock{today.on.session, blocks[2].id, sample_block("Story")}));
    EXPECT_EQ(today.session().blocks[3].title, "Story");
    EXPECT_EQ(today.session().current_block, today.session().blocks[1].id) << "one that waits is swapped quietly";
    must(today.caseload->run(AddBlock{today.on.session, sample_block("Bubbles"), {}, false}));
    EXPECT_EQ(today.session().blocks[2].title, "Bubbles");
    today.pass(3);
    must(today.caseload->run(AddBlock{today.on.session, sample_block("Rest"), {}, true}));
    EXPECT_EQ(today.session().blocks[2].title, "Rest");
    EXPECT_EQ(today.session().current_block, today.session().blocks[2].id);
    EXPECT_EQ(today.session().blocks[1].state, BlockState::done);
    EXPECT_EQ(today.session().blocks[1].done_s, 180);
    must(today.caseload->run(EndSession{today.on.session}));
    EXPECT_EQ(today.caseload->run(AddBlock{today.on.session, sample_block("Late"), {}, true}).error().kind,
              ErrorKind::refused);
}

TEST(LiveSession, OnlyWhatWasTouchedOrIsSaidToBeDoneIsDone) {
    const auto states = [](const Today& today) {
        std::vector<BlockState> all;
        for (const Block& block : today.session().blocks) all.push_back(block.state);
        return all;
    };
    using enum BlockState;
    Today followed, looked_at, never_next, said;
    followed.start();
    followed.pass(2);
    must(followed.caseload->run(ShowBlock{followed.on.session, followed.session().blocks[1].id}));
    followed.pass(2);
    must(followed.caseload->run(EndSession{followed.on.session}));
    EXPECT_EQ(states(followed), (std::vector{done, done, skipped}));
    looked_at.start();
    looked_at.clock.ms += 20'000;
    must(looked_at.caseload->run(ShowBlock{looked_at.on.session, looked_at.session().blocks[1].id}));
    looked_at.pass(5);
    must(looked_at.caseload->run(EndSession{looked_at.on.session}));
    EXPECT_EQ(states(looked_at), (std::vector{skipped, done, skipped})) << "20 seconds are no activity";
    never_next.start();
    never_next.pass(30);
    must(never_next.caseload->run(EndSession{never_next.on.session}));
    EXPECT_EQ(states(never_next), (std::vector{done, skipped, skipped})) << "nothing planned is stated as done";
    said.start();
    said.pass(30);
    const std::vector<Block> plan = said.session().blocks;
    must(said.caseload->run(EndSession{said.on.session, 0, std::vector{plan[0].id, plan[2].id}}));
    EXPECT_EQ(states(said), (std::vector{done, skipped, done}));
    const std::vector<int> spent = minutes_spent(said.session());
    EXPECT_EQ(spent, (std::vector{10, 0, 10})) << "without times of their own: as planned, within the 30 held";
}

TEST(LiveSession, MinutesOfAShortBlockAreNotTakenFromAnother) {
    Session session = sample_session({}, {}, sample_today());  // three blocks of 10 minutes
    session.status = SessionStatus::held;
    session.held_min = 10;
    for (Block& block : session.blocks) block.state = BlockState::done;
    session.blocks[0].done_s = 15;
    session.blocks[1].done_s = 9 * 60 + 40;
    session.blocks[2].done_s = 20;
    EXPECT_TRUE(has_block_times(session));
    EXPECT_EQ(minutes_spent(session), (std::vector{0, 10, 0})) << "each to the nearest minute";
    session.held_min = 4;
    session.blocks[0].done_s = session.blocks[1].done_s = 95;
    session.blocks[2].done_s = 40;
    EXPECT_EQ(minutes_spent(session), (std::vector{1, 2, 1})) << "5 minutes by rounding, 4 were held";
}

TEST(LiveSession, MinutesSpentAreNeverMoreThanMinutesHeld) {
    Session session = sample_session({}, {}, sample_today());  // three blocks of 10 minutes
    session.status = SessionStatus::held;
    session.held_min = 6;
    for (Block& block : session.blocks) block.state = BlockState::done;
    EXPECT_EQ(minutes_spent(session), (std::vector{2, 2, 2}));
    session.held_min = 30;
    session.blocks[0].done_s = 5 * 60;
    session.blocks[1].done_s = 20 * 60;
    session.blocks[2].state = BlockState::skipped;
    session.blocks[2].done_s = 100;
    EXPECT_EQ(minutes_spent(session), (std::vector{5, 20, 2})) << "100 seconds are nearer to 2 minutes";
    session.status = SessionStatus::not_held;
    EXPECT_EQ(minutes_spent(session), (std::vector{0, 0, 0}));
}

TEST(LiveSession, StartsOnItsOwnDayAndOneAtATime) {
    Today today;
    const Session tomorrow = sample_session(today.on.child, today.on.goal, sample_today() + 1);
    must(today.caseload->run(AddSession{tomorrow}));
    EXPECT_EQ(today.caseload->run(StartSession{tomorrow.id}).error().kind, ErrorKind::refused);
    EXPECT_EQ(today.caseload->run(EndSession{today.on.session}).error().kind, ErrorKind::refused);
    today.start();
    EXPECT_EQ(today.caseload->run(StartSession{today.on.session}).error().kind, ErrorKind::refused);
    Session later = sample_session(today.on.child, today.on.goal, sample_today());
    must(today.caseload->run(AddSession{later}));
    EXPECT_EQ(today.caseload->run(StartSession{later.id}).error().message,
              "Teo García's session still runs. End it first.");
}

TEST(LiveSession, LeftOpenIsClosedAtTheLastTapOrThePlannedEnd) {
    Today today;
    today.start();
    today.pass(30);
    EXPECT_EQ(today.caseload->run(CloseLeftOpen{today.on.session}).error().kind, ErrorKind::refused);
    today.pass(30);
    must(today.tap());
    today.pass(20 * 60);  // the next morning
    EXPECT_TRUE(is_left_open(today.session(), "2026-09-22T11:00:00Z"));
    must(today.caseload->run(CloseLeftOpen{today.on.session}));
    EXPECT_EQ(today.session().status, SessionStatus::held);
    EXPECT_EQ(today.session().date, sample_today());
    EXPECT_EQ(today.session().held_min, 60) << "the last tap came after the planned 45 minutes";
    EXPECT_EQ(today.session().blocks[0].done_s, 3600);
    EXPECT_EQ(today.newest_label(), "Close Teo García's session, left open since Mon 21 Sep");

    Today quiet;
    quiet.start();
    quiet.pass(3 * 24 * 60);
    must(quiet.caseload->run(CloseLeftOpen{quiet.on.session}));
    EXPECT_EQ(quiet.session().held_min, 45);
}

TEST(LiveSession, AttendanceAndResponsesAreSaidInWords) {
    Today today;
    today.start();
    Participant part = today.session().participants[0];
    part.attendance = Attendance::attended;
    must(today.caseload->run(SetAttendance{today.on.session, part}));
    EXPECT_EQ(today.newest_label(), "Mark Teo García here");
    part.late_min = 5;
    must(today.caseload->run(SetAttendance{today.on.session, part}));
    EXPECT_EQ(today.newest_label(), "Teo García came 5 minutes late");
    must(today.caseload->run(
        SetResponse{today.on.session, today.session().blocks[0].id, today.on.child, Response::loved}));
    EXPECT_EQ(today.newest_label(), "Teo García loved Worm snips");
    EXPECT_EQ(today.session().blocks[0].children.at(0).response, Response::loved);
    part.attendance = Attendance::absent;
    part.absence_reason = NotHeldReason::child_ill;
    must(today.caseload->run(SetAttendance{today.on.session, part}));
    EXPECT_EQ(today.newest_label(), "Mark Teo García absent: Child unwell");
    EXPECT_EQ(today.session().participants[0].late_min, 0);
    EXPECT_EQ(today.tap().error().kind, ErrorKind::refused) << "an absent child records nothing";
    must(today.caseload->run(EndSession{today.on.session}));
    EXPECT_EQ(today.session().status, SessionStatus::not_held);
    EXPECT_EQ(today.session().not_held_reason, NotHeldReason::child_ill);
}

TEST(Recording, ATapIsFilledKeptAndJudgedAtOnce) {
    Today today;
    today.start();
    for (int i = 0; i < 4; ++i) must(today.tap());
    must(today.tap(PointKind::with_help));
    EXPECT_EQ(today.newest_label().find("Record with help: Teo García, Cuts"), 0u);
    const Points points = today.points();
    ASSERT_EQ(points->size(), 5u);
    const DataPoint& first = points->front();
    EXPECT_EQ(first.child, today.on.child);
    EXPECT_EQ(first.date, sample_today());
    EXPECT_EQ(first.value, 1);
    EXPECT_EQ(first.n, 1);
    EXPECT_EQ(first.setting, "Oakfield gym");
    EXPECT_EQ(first.rater, "Ana Ruiz");
    EXPECT_EQ(first.therapist, today.on.therapist);
    EXPECT_EQ(first.at_utc.substr(0, 10), "2026-09-21");
    const progress::GoalFacts& facts = *today.caseload->facts(today.on.goal);
    EXPECT_EQ(facts.last_value, 80);
    EXPECT_EQ(facts.last_tries, 5);
    EXPECT_EQ(facts.last_on, sample_today());
}

TEST(Recording, ATapTakenBackStaysInTheRecordAndCountsNowhere) {
    Today today;
    today.start();
    must(today.tap());
    must(today.tap(PointKind::not_yet));
    EXPECT_EQ(today.caseload->facts(today.on.goal)->last_tries, 2);
    must(today.caseload->run(TakeBackPoint{today.on.session, today.on.goal}));
    EXPECT_EQ(today.newest_label().substr(0, 18), "Take back not yet:");
    ASSERT_EQ(today.points()->size(), 2u);
    EXPECT_FALSE(today.points()->back().valid);
    EXPECT_EQ(today.points()->back().invalid_reason, taken_back);
    EXPECT_EQ(today.caseload->facts(today.on.goal)->last_tries, 1);
    must(today.caseload->run(TakeBackPoint{today.on.session, {}}));
    EXPECT_EQ(today.caseload->facts(today.on.goal)->last_value, std::nullopt);
    EXPECT_EQ(today.caseload->run(TakeBackPoint{today.on.session, {}}).error().kind, ErrorKind::refused);
    must(today.caseload->undo());
    EXPECT_EQ(today.caseload->facts(today.on.goal)->last_value, 100) << "undo judges the goal again too";
    EXPECT_EQ(today.caseload->run(InvalidatePoint{today.points()->front().id, "  "}).error().field, "reason");
}

TEST(Recording, AfterwardsWithTheRightDay) {
    Today today;
    DataPoint paper = sample_point(today.on.goal, sample_today() - 5, 3);
    paper.n = 5;
    must(today.caseload->run(RecordPoint{paper}));
    EXPECT_EQ(today.caseload->facts(today.on.goal)->last_on, sample_today() - 5);
    EXPECT_EQ(today.caseload->facts(today.on.goal)->last_value, 60);
    paper.id = {};
    paper.date = sample_today() + 1;
    EXPECT_EQ(today.caseload->run(RecordPoint{paper}).error().field, "date");
    paper.date = sample_today() - 1;
    paper.session = today.on.session;
    EXPECT_EQ(today.caseload->run(RecordPoint{paper}).error().field, "date") << "the session was today";
    paper.date = {};
    must(today.caseload->run(RecordPoint{paper}));
    // A session moved to the day it really was takes its points along.
    Session session = today.session();
    session.date = sample_today() - 2;
    must(today.caseload->run(EditSession{session}));
    EXPECT_EQ(today.points()->front().date, sample_today() - 2);
    EXPECT_EQ(today.caseload->facts(today.on.goal)->last_on, sample_today() - 2);
    must(today.caseload->undo());
    EXPECT_EQ(today.points()->front().date, sample_today());
    session.date = sample_today() + 7;
    EXPECT_EQ(today.caseload->run(EditSession{session}).error().kind, ErrorKind::refused);
    EXPECT_EQ(today.caseload->run(RemoveSession{session.id}).error().kind, ErrorKind::refused);
    EXPECT_EQ(today.caseload->run(MissSession{session.id, NotHeldReason::other, ""}).error().kind, ErrorKind::refused);
    EXPECT_EQ(today.caseload->run(RemoveGoal{today.on.goal}).error().kind, ErrorKind::refused);
}

TEST(Recording, OnlyWhatTheMeasureCanBe) {
    Goal goal;
    const auto refused_field = [&](DataPoint point) {
        const Status status = progress::check_point(goal, progress::with_kind_filled(goal, point));
        return status.ok() ? std::string() : status.error().field;
    };
    const auto value = [](double number, std::optional<int> n = {}) {
        DataPoint point;
        point.value = number;
        point.n = n;
        return point;
    };
    DataPoint step;
    step.kind = PointKind::step;
    step.value = 1;
    goal.measure = "trials";
    EXPECT_EQ(refused_field(value(3, 5)), "");
    EXPECT_EQ(refused_field(value(6, 5)), "value");
    EXPECT_EQ(refused_field(value(101)), "value");
    EXPECT_EQ(refused_field(value(80)), "");
    EXPECT_EQ(refused_field(step), "kind");
    goal.measure = "steps_pct";
    goal.task_steps = {"Opens the box", "Takes one"};
    step.step = 3;
    EXPECT_EQ(refused_field(step), "step");
    step.step = 2;
    EXPECT_EQ(refused_field(step), "");
    EXPECT_EQ(progress::with_kind_filled(goal, step).steps_in_list, 2);
    goal.measure = "rate_min";
    EXPECT_EQ(refused_field(value(20)), "n");
    EXPECT_EQ(refused_field(value(20, 60)), "");
    goal.measure = "latency_s";
    EXPECT_EQ(refused_field(value(601)), "value");
    goal.measure = "rating4";
    EXPECT_EQ(refused_field(value(2.5)), "value");
    EXPECT_EQ(refused_field(value(3)), "");
    goal.measure = "gas";
    DataPoint level = value(-2);
    level.kind = PointKind::attainment;
    EXPECT_EQ(refused_field(level), "");
    level.value = 3;
    EXPECT_EQ(refused_field(level), "value");
    goal.measure = "count";
    DataPoint with_level = value(4);
    with_level.assist = 9;
    EXPECT_EQ(refused_field(with_level), "assist");
}

TEST(Statuses, RowsKeptUpWithEveryTapEqualAFullRebuild) {
    Today today;
    today.start();
    const Goal second = sample_goal(today.on.child, "second");
    must(today.caseload->run(AddGoal{second}));
    for (int day = 30; day > 0; --day) {
        DataPoint point = sample_point(day % 3 ? today.on.goal : second.id, sample_today() - day, day % 7);
        point.n = 7;
        must(today.caseload->run(RecordPoint{point}));
        if (day % 5 == 0) must(today.caseload->run(InvalidatePoint{point.id, "Test"}));
        if (day % 11 == 0) must(today.caseload->undo());
    }
    must(today.caseload->run(AddPhaseChange{{{}, {}, second.id, sample_today() - 12, Phase::intervention, ""}}));
    EXPECT_EQ(today.caseload->facts(second.id)->in_stretch < today.caseload->facts(second.id)->sessions, true);
    std::map<GoalId, progress::GoalFacts> kept;
    for (const Goal& goal : today.caseload->goals()) kept[goal.id] = *today.caseload->facts(goal.id);
    today.caseload.reset();
    // As older rules might have left them: one row says nonsense, one is not there.
    {
        const auto db = store::open_database(today.folder.file(), {passphrase, {}}, store::Access::write, true).take();
        db->exec("UPDATE goal_status SET made_by = 1, sessions = 99, four_point = 'raise'");
        db->exec("DELETE FROM goal_status WHERE id = " + std::to_string(second.id.value));
    }
    for (int opening = 0; opening < 2; ++opening) {
        const auto reopened = reopen(today.folder, &today.clock);
        for (const auto& [id, facts] : kept) EXPECT_EQ(facts, *reopened->facts(id)) << "opening " << opening;
    }
}

}  // namespace
}  // namespace pegboard::test
