// The commands of a session that runs and of what is recorded: each a small struct, each one durable transaction. They
// are part of the one variant in command.h. A point is marked or taken back, never deleted.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/data_point.h"
#include "core/model/session.h"

namespace pegboard {

// ---- a session that runs
struct StartSession {
    SessionId id;
};  ///< now; its first planned block begins. Refused on another day and while another session runs
struct ShowBlock {
    SessionId session;
    BlockId block;
};  ///< goes on to this block, or goes on with it after a pause; the one before counts as done
struct PauseBlock {
    SessionId session;
};  ///< the current block rests; its time stands still
struct SkipBlock {
    SessionId session;
    BlockId block;
};  ///< leaves it out; from the current block to the next planned one
struct SwapBlock {
    SessionId session;
    BlockId block;
    Block with;
};  ///< another activity instead, at once when the block is shown. One that was begun stays, left out, with its time
struct AddBlock {
    SessionId session;
    Block block;
    BlockId after;      ///< none: after the block that is shown, else at the end
    bool show = false;  ///< go on with it at once
};  ///< an activity nobody planned
struct EndSession {
    SessionId id;
    int held_min = 0;                               ///< 0: from start to now
    std::optional<std::vector<BlockId>> done = {};  ///< the blocks that were done; not asked: those touched
};  ///< now. All other blocks are left out, expected children are here; with nobody here it was not held
struct CloseLeftOpen {
    SessionId id;
};  ///< ends a session nobody ended, at its planned end or at the last thing recorded in it
struct SetAttendance {
    SessionId session;
    Participant part;  ///< of the child it names: here, absent with reason, minutes late or early, how it is today
};
struct SetResponse {
    SessionId session;
    BlockId block;
    ChildId child;
    Response response = Response::not_noted;
};  ///< how an activity went for a child

// ---- points
struct RecordPoint {
    DataPoint point;
};  ///< what is empty is filled: id, child, instant, who; in a session its date and place; of a tap value and tries
struct InvalidatePoint {
    PointId id;
    std::string reason;
};  ///< it stays in the record and counts nowhere
struct CountPointAgain {
    PointId id;
};
struct TakeBackPoint {
    SessionId session;
    GoalId goal;  ///< none: of any goal
};  ///< the newest point of the session counts no more

// ---- the time axis of a goal
struct AddPhaseChange {
    PhaseChange change;
};
struct EditPhaseChange {
    PhaseChange change;
};
struct RemovePhaseChange {
    PhaseChangeId id;
};
struct AddEvent {
    TimeEvent event;
};
struct EditEvent {
    TimeEvent event;
};
struct RemoveEvent {
    EventId id;
};

}  // namespace pegboard
