// A session is completed on its day or later: nothing on record was held in the future, and what runs can always end.
#include <gtest/gtest.h>

#include "core/rules/live.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
namespace session_day {

struct Desk {
    TempFolder folder;
    Clock clock;
    std::unique_ptr<Caseload> caseload = make_caseload(folder, &clock);
    Sample on = fill(*caseload);

    Status move_to(Date date) {
        Session session = *caseload->session(on.session);
        session.date = date;
        return caseload->run(EditSession{session});
    }
    [[nodiscard]] const Session& session() const { return *caseload->session(on.session); }
};

TEST(SessionDay, OneThatLiesInTheFutureIsNotCompleted) {
    Desk desk;
    must(desk.move_to(sample_today() + 3));
    const Status held = desk.caseload->run(HoldSession{desk.on.session, 30, {}});
    ASSERT_FALSE(held.ok());
    EXPECT_EQ(held.error().message,
              "This session is planned for " + say_day(sample_today() + 3) +
                  ", which has not come yet. If it was held on another day, move it there first.");
    EXPECT_EQ(desk.session().status, SessionStatus::planned);
    EXPECT_FALSE(desk.caseload->run(StartSession{desk.on.session}).ok());
    must(desk.caseload->run(MissSession{desk.on.session, NotHeldReason::therapist_away, {}}));  // known before
}

TEST(SessionDay, ACompletedOrRunningOneIsNotMovedIntoTheFuture) {
    Desk desk;
    must(desk.move_to(sample_today()));
    must(desk.caseload->run(StartSession{desk.on.session}));
    EXPECT_FALSE(desk.move_to(sample_today() + 1).ok());
    must(desk.caseload->run(EndSession{desk.on.session}));
    EXPECT_FALSE(desk.move_to(sample_today() + 1).ok());
    must(desk.move_to(sample_today() + -1));
}

TEST(SessionDay, WhatRunsEndsEvenWhenTheClockWasSetBack) {
    Desk desk;
    must(desk.move_to(sample_today()));
    must(desk.caseload->run(StartSession{desk.on.session}));
    desk.clock.ms -= std::int64_t{2} * 24 * 3'600'000;
    EXPECT_TRUE(desk.caseload->run(EndSession{desk.on.session}).ok());
}

}  // namespace session_day
}  // namespace
}  // namespace pegboard::test
