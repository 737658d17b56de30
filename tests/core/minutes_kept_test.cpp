// What the ledger of minutes stands on, as the file keeps it: dates of a service, the session a make-up makes up, and
// which minutes the practice owes. All of it is taken back by undo and told in the history.
#include "core/rules/minutes/ledger.h"
#include "tests/core/command_setting.h"

namespace pegboard::test {
namespace {
namespace minutes_kept {

/// A session of the sample child, a week before today and missed.
Session missed_session(const Setting& on) {
    Session session = sample_session(on.sample.child, on.sample.goal, sample_today() - 7);
    session.id = mint<SessionId>();
    must(on.caseload.run(AddSession{session}));
    must(on.caseload.run(MissSession{session.id, NotHeldReason::therapist_away, {}}));
    return session;
}

Session make_up_of(const Setting& on, SessionId missed) {
    Session session = sample_session(on.sample.child, on.sample.goal, sample_today() + 3);
    session.id = mint<SessionId>();
    session.start_min = 15 * 60;
    session.makes_up = missed;
    return session;
}

TEST(MinutesKept, AMakeUpNamesWhatItMakesUpAndIsKept) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    const Session missed = missed_session(on);
    const Session make_up = make_up_of(on, missed.id);
    must(caseload->run(AddSession{make_up}));
    EXPECT_EQ(caseload->session(make_up.id)->makes_up, missed.id);
    caseload.reset();
    caseload = reopen(folder);
    ASSERT_NE(caseload, nullptr);
    EXPECT_EQ(caseload->session(make_up.id)->makes_up, missed.id);
    EXPECT_EQ(caseload->journal_fault().take(), "");
    must(caseload->run(RepeatSession{make_up.id, make_up.date + 14}));
    int made = 0;
    for (const Session& session : caseload->sessions()) made += session.makes_up ? 1 : 0;
    EXPECT_EQ(made, 1) << "a missed session is made up once, not every week";
}

TEST(MinutesKept, AMakeUpIsOfASessionOfTheSameChild) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    const Session missed = missed_session(on);
    Session make_up = make_up_of(on, missed.id);
    make_up.child = on.friend_;
    make_up.participants = {{.child = on.friend_}};
    make_up.goals.clear();
    make_up.blocks.clear();
    make_up.group = {};
    const Status refused = caseload->run(AddSession{make_up});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().field, "makes_up");
    make_up = make_up_of(on, SessionId{4711});
    EXPECT_FALSE(caseload->run(AddSession{make_up}).ok()) << "a session that is not there";
    make_up.makes_up = make_up.id;
    EXPECT_FALSE(caseload->run(AddSession{make_up}).ok()) << "itself";
}

TEST(MinutesKept, AMakeUpOfARemovedSessionStandsForItselfUntilThatIsUndone) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    const Session missed = missed_session(on);
    const Session make_up = make_up_of(on, missed.id);
    must(caseload->run(AddSession{make_up}));
    must(caseload->run(RemoveSession{missed.id}));
    EXPECT_FALSE(caseload->session(make_up.id)->makes_up);
    EXPECT_EQ(caseload->journal_fault().take(), "");
    must(caseload->undo());
    EXPECT_EQ(caseload->session(make_up.id)->makes_up, missed.id);
    must(caseload->redo());
    EXPECT_FALSE(caseload->session(make_up.id)->makes_up);
    EXPECT_EQ(caseload->journal_fault().take(), "");
}

TEST(MinutesKept, WhichMinutesAreOwedIsTheFilesAndItsChangeIsTold) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    EXPECT_EQ(caseload->practice().minutes, MinutesRules{}) << "school and therapist owe, child and family do not";
    Practice practice = caseload->practice();
    practice.minutes.owed[static_cast<std::size_t>(MissedWhy::no_show)] = true;
    must(caseload->run(EditPractice{practice}));
    EXPECT_EQ(caseload->history({}, 1).take().at(0).label, "Change which missed minutes are owed");
    practice.minutes.split_cotreat = true;
    practice.minutes.term_from = make_date(2026, 8, 31);
    practice.minutes.term_to = make_date(2026, 12, 18);
    must(caseload->run(EditPractice{practice}));
    EXPECT_EQ(caseload->history({}, 1).take().at(0).label, "Change how co-treatment minutes count and the school term");
    caseload.reset();
    caseload = reopen(folder);
    EXPECT_EQ(caseload->practice().minutes, practice.minutes);
    must(caseload->undo());
    EXPECT_FALSE(caseload->practice().minutes.term_from);
    practice.minutes.term_to = make_date(2026, 8, 1);
    EXPECT_EQ(caseload->run(EditPractice{practice}).error().field, "term_to");
}

TEST(MinutesKept, AServiceEndsAfterItBegins) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    Child child = on.child();
    ASSERT_FALSE(child.services.empty());
    child.services[0].from = sample_today();
    child.services[0].to = sample_today() - 1;
    const Status refused = caseload->run(EditChild{child});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().message, "This service ends before it begins. Choose a later last day.");
    child.services[0].to = sample_today();
    must(caseload->run(EditChild{child}));
    EXPECT_EQ(on.child().services[0].to, sample_today());
}

}  // namespace minutes_kept
}  // namespace
}  // namespace pegboard::test
