// Every edit is a small struct, verb + noun, held in one variant. A command changes rows through
// the stores inside one transaction and says in words what it does. Screens send commands; they
// never write. A command missing from the test samples does not compile.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "core/model/child.h"
#include "core/model/goal.h"
#include "core/model/group.h"
#include "core/model/place.h"
#include "core/model/session.h"
#include "core/model/therapist.h"

namespace pegboard {

// ---- practice and team
struct AddTherapist {
    Therapist therapist;
};
struct EditTherapist {
    Therapist therapist;
};
struct ArchiveTherapist {
    TherapistId id;
};
struct EditPractice {
    Practice practice;
};

// ---- places, bags and groups; archiving is an edit
struct AddPlace {
    WorkPlace place;
};
struct EditPlace {
    WorkPlace place;
};
struct AddBag {
    Bag bag;
};
struct EditBag {
    Bag bag;
};
struct AddGroup {
    Group group;
};
struct EditGroup {
    Group group;
};

// ---- children. EditChild carries the whole record; only what differs is written and named.
struct AddChild {
    Child child;
};
struct EditChild {
    Child child;
};
struct DischargeChild {
    ChildId id;
    Discharge discharge;
};
struct ReadmitChild {
    ChildId id;
};
struct ArchiveChild {
    ChildId id;
};
struct RestoreChild {
    ChildId id;
};
struct EraseChild {
    ChildId id;
};  ///< for good: cannot be undone, empties the child's journal rows

// ---- goals
struct AddGoal {
    Goal goal;
};
struct EditGoal {
    Goal goal;
};
struct SetGoalStatus {
    GoalId id;
    GoalStatus status;
    Date on;
};
struct RemoveGoal {
    GoalId id;
};  ///< with its objectives; refused once a held session names it

// ---- sessions and plans
struct AddSession {
    Session session;
};
struct EditSession {
    Session session;
};  ///< time, place, goals, blocks: what differs is named
struct PlanSessions {
    std::vector<Session> sessions;
};  ///< new plans for several sessions at once; one step to take back
struct RemoveSession {
    SessionId id;
};
struct RepeatSession {
    SessionId id;
    Date until;
};  ///< weekly copies with the same plan
struct CopyPlan {
    SessionId from;
    SessionId to;
};  ///< "Use last plan"
struct HoldSession {
    SessionId id;
    int held_min;
    std::string note;
};
struct MissSession {
    SessionId id;
    NotHeldReason reason;
    std::string note;
};
struct ReopenSession {
    SessionId id;
};  ///< back to planned

using Command =
    std::variant<AddTherapist, EditTherapist, ArchiveTherapist, EditPractice, AddPlace, EditPlace, AddBag, EditBag,
                 AddGroup, EditGroup, AddChild, EditChild, DischargeChild, ReadmitChild, ArchiveChild, RestoreChild,
                 EraseChild, AddGoal, EditGoal, SetGoalStatus, RemoveGoal, AddSession, EditSession, PlanSessions,
                 RemoveSession, RepeatSession, CopyPlan, HoldSession, MissSession, ReopenSession>;

/// Stable id kept in the journal: "add_child".
std::string_view command_id(const Command& command);
/// False for commands that undo cannot take back.
bool can_undo(const Command& command);

}  // namespace pegboard
