// What the planner takes for practised, and for done: blocks that took place, values that were recorded.
#include "tests/core/planning_gather_fixture.h"

namespace pegboard::planning {
namespace {

TEST_F(Gather, WhatWasRecordedCountsAsWorkedOn) {
    record(*caseload, hop, today - 12, 3);
    record(*caseload, hop, today - 5, 4);
    EXPECT_EQ(gather(*caseload, library(), session).participants[1].goals.at(0).last_worked_on, today - 5);
    session.date = today - 8;
    EXPECT_EQ(gather(*caseload, library(), session).participants[1].goals.at(0).last_worked_on, today - 12)
        << "nothing after the plan's day";
    session.date = today - 20;
    EXPECT_FALSE(gather(*caseload, library(), session).participants[1].goals.at(0).last_worked_on);
}

TEST_F(Gather, OfASessionRunLiveOnlyWhatWasTouchedTookPlace) {
    Session held = session;
    held.id = mint<SessionId>();
    held.date = today - 3;
    held.status = SessionStatus::held;
    held.held_min = 30;
    held.started_at = "2026-09-26T09:00:00Z";
    held.ended_at = "2026-09-26T09:30:00Z";
    for (const char* id : {"SX07", "SX08", "SX09"}) {
        Block block;
        block.activity = block.title = id;
        block.goals = {cut.id};
        held.blocks.push_back(block);
    }
    held.blocks[1].done_s = 240;
    held.blocks[2].children = {{{}, ana.id, 0, Response::fine}};
    must(caseload->run(AddSession{held}));
    const auto history = gather(*caseload, library(), session).participants[0].history;
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0], (HistoryFacts{"SX08", today - 3, Outcome::not_noted})) << "nobody said how it went";
    EXPECT_EQ(history[1], (HistoryFacts{"SX09", today - 3, Outcome::fine}));
}

TEST_F(Gather, OfASessionOnlyMarkedHeldNothingIsKnownAboutItsBlocks) {
    Session held = session;
    held.id = mint<SessionId>();
    held.date = today - 3;
    held.status = SessionStatus::held;
    held.held_min = 30;
    for (const char* id : {"SX07", "SX08", "SX09"}) {
        Block block;
        block.activity = block.title = id;
        held.blocks.push_back(block);
    }
    held.blocks[0].goals = {cut.id};
    held.blocks[1].children = {{{}, ana.id, 0, Response::refused}};
    held.blocks[2].children = {{{}, ana.id, 0, Response::loved}};
    must(caseload->run(AddSession{held}));
    const Facts facts = gather(*caseload, library(), session);
    const auto& history = facts.participants[0].history;
    ASSERT_EQ(history.size(), 2U) << "nothing said is nothing known";
    EXPECT_EQ(history[0], (HistoryFacts{"SX08", today - 3, Outcome::refused}));
    EXPECT_EQ(history[1], (HistoryFacts{"SX09", today - 3, Outcome::loved}));
    EXPECT_FALSE(facts.participants[0].goals.at(0).last_worked_on) << "what was not done is not practiced";
    EXPECT_EQ(HistoryFacts().outcome, Outcome::not_noted);
}

}  // namespace
}  // namespace pegboard::planning
