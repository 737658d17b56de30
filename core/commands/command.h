// Every edit is a small struct, verb + noun, held in one variant. A command changes rows through
// the stores inside one transaction and says in words what it does. Screens send commands; they
// never write. A command missing from the test samples does not compile.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/commands/recording.h"
#include "core/commands/writing.h"
#include "core/model/child.h"
#include "core/model/disclosure.h"
#include "core/model/goal.h"
#include "core/model/group.h"
#include "core/model/own_activity.h"
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
struct AddGoalWithSteps {
    Goal goal;
    std::vector<Goal> steps;
};  ///< a long-term goal and its objectives; one step to take back
struct AddSteps {
    GoalId goal;
    std::vector<Goal> steps;
};  ///< objectives under a long-term goal that is there already; one step to take back
struct EditGoal {
    Goal goal;
};
struct ChangeMeasure {
    Goal goal;  ///< with its new measure
    Date on;    ///< first day of the new measure
};  ///< another measure for a goal that has data: a phase line on that day; what was recorded keeps its own measure
struct SetGoalStatus {
    GoalId id;
    GoalStatus status;
    Date on;
};
struct RemoveGoal {
    GoalId id;
};  ///< with its objectives; refused once a held session names it or something is recorded for it

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
    std::optional<std::vector<BlockId>> done = {};  ///< blocks that were done, the others were not; none: not asked
};
struct MissSession {
    SessionId id;
    NotHeldReason reason;
    std::string note;
};
struct ReopenSession {
    SessionId id;
};  ///< back to planned

// ---- a therapist's own activities and favourites. The rules that need the library (its skills, items, hazards) are
// asked before a command is sent, by check_own_activity and read_pack.
struct AddOwnActivity {
    OwnActivity own;
};
struct EditOwnActivity {
    OwnActivity own;
};
struct CopyActivity {
    Activity from;      ///< built-in or own, as the library holds it
    OwnActivityId own;  ///< id of the copy; minted when none
};  ///< a copy of one's own to adapt
struct ArchiveOwnActivity {
    OwnActivityId id;
};  ///< out of the library; plans that name it keep it
struct RestoreOwnActivity {
    OwnActivityId id;
};
struct ImportPack {
    std::string name;
    std::vector<Activity> activities;
};  ///< all or none; what is here already in the same words is left out
struct SetFavourite {
    std::string activity, title;  ///< the title is for the history
    bool on = true;
};

// ---- what leaves on paper or as a file
struct RecordDisclosure {
    std::vector<ChildId> children;  ///< all whom the report is about: each gets an entry
    Disclosure disclosure;  ///< its child counts for nothing; day, instant and who made it are filled where empty
};  ///< sent only once the report was saved or printed

using Command =
    std::variant<AddTherapist, EditTherapist, ArchiveTherapist, EditPractice, AddPlace, EditPlace, AddBag, EditBag,
                 AddGroup, EditGroup, AddChild, EditChild, DischargeChild, ReadmitChild, ArchiveChild, RestoreChild,
                 EraseChild, AddGoal, AddGoalWithSteps, AddSteps, EditGoal, ChangeMeasure, SetGoalStatus, RemoveGoal,
                 AddSession, EditSession, PlanSessions, RemoveSession, RepeatSession, CopyPlan, HoldSession,
                 MissSession, ReopenSession, StartSession, ShowBlock, PauseBlock, SkipBlock, EndSession, CloseLeftOpen,
                 SetAttendance, SetResponse, RecordPoint, InvalidatePoint, CountPointAgain, TakeBackPoint,
                 AddPhaseChange, EditPhaseChange, RemovePhaseChange, AddEvent, EditEvent, RemoveEvent, SwapBlock,
                 AddBlock, AddQuickNote, RemoveQuickNote, WriteNote, FinishNote, AmendNote, CosignNote, RemoveNote,
                 SetHelpChoices, AddSnippet, EditSnippet, RemoveSnippet, AddOwnActivity, EditOwnActivity, CopyActivity,
                 ArchiveOwnActivity, RestoreOwnActivity, ImportPack, SetFavourite, RecordDisclosure>;

/// Stable id kept in the journal: "add_child".
std::string_view command_id(const Command& command);
/// False for commands that undo cannot take back: signatures, and erasing.
bool can_undo(const Command& command);
/// True for the one command that empties the journal of what it takes away.
bool erases(const Command& command);
/// A signature, or what is added below one: it is final, and so is what it was put under.
bool is_signature(std::string_view id);
/// What is part of the clinical record in itself, as a recorded try or a goal met: undo asks before it takes it back.
bool is_clinical(std::string_view id);
/// What somebody decides once, in a dialog or a menu. Refused, it is told there and then, and is pressed again or left:
/// done later by itself it would sign words that were changed since, or mark a session that was not missed. Taps, typed
/// words and new records show as done on screen; they keep their place until there is room.
bool is_decision(const Command& command);

}  // namespace pegboard
