// What the tests of commands work on: the usual records, and some in states that only certain commands take.
#pragma once
#include "tests/core/support.h"

namespace pegboard::test {

/// What samples work on: the usual records, and some in states that only certain commands take.
struct Setting {
    Caseload& caseload;
    std::int64_t* now;  ///< the clock
    Sample sample;
    TherapistId colleague{};
    SessionId held{}, empty{}, running{};  ///< `running` is today's, begun and with a tap
    GoalId plain{};
    ChildId friend_{};  ///< the other member of the group
    PlaceId place{};
    BagId bag{};
    GroupId group{};
    PointId point{};  ///< seen at home three days ago
    PhaseChangeId phase{};
    EventId event{};
    QuickNoteId quick{};
    NoteId draft{}, finished{},
        to_sign{};  ///< of `held`: my draft; of the running one: mine final, a colleague's to sign
    SnippetId snippet{};
    OwnActivityId own{};

    [[nodiscard]] Child child() const { return *caseload.child(sample.child); }
    [[nodiscard]] Goal goal() const { return *caseload.goal(sample.goal); }
    [[nodiscard]] Session session() const { return *caseload.session(sample.session); }
};

/// Fills a new caseload; the clock is kept for samples that let time pass.
Setting prepare(Caseload& caseload, Clock* clock = nullptr);

/// One of each command, made for such a caseload while it is as `prepare` left it.
using CommandMaker = Command (*)(const Setting&);
const std::vector<CommandMaker>& command_makers();

}  // namespace pegboard::test
