// What every command does with what it is given: check the rules, write through the stores, and say
// in words what it did. It refuses to open transactions; the front door does that.
#pragma once
#include <string>
#include <vector>

#include "core/commands/command.h"
#include "core/result.h"
#include "core/store/journal.h"
#include "core/store/snapshot.h"

namespace pegboard::commands {

/// What a command works on: rows to write, and the state before it.
struct Work {
    store::Database& db;
    const store::Snapshot& now;
    Date today;
    std::string at_utc;
};

/// What a command did, for the journal.
struct Done {
    std::string label;
    ChildId child;
    store::Emptied emptied;  ///< by a final command
};

Result<Done> apply(Work& work, const AddTherapist& command);
Result<Done> apply(Work& work, const EditTherapist& command);
Result<Done> apply(Work& work, const ArchiveTherapist& command);
Result<Done> apply(Work& work, const EditPractice& command);
Result<Done> apply(Work& work, const AddPlace& command);
Result<Done> apply(Work& work, const EditPlace& command);
Result<Done> apply(Work& work, const AddBag& command);
Result<Done> apply(Work& work, const EditBag& command);
Result<Done> apply(Work& work, const AddGroup& command);
Result<Done> apply(Work& work, const EditGroup& command);
Result<Done> apply(Work& work, const AddChild& command);
Result<Done> apply(Work& work, const EditChild& command);
Result<Done> apply(Work& work, const DischargeChild& command);
Result<Done> apply(Work& work, const ReadmitChild& command);
Result<Done> apply(Work& work, const ArchiveChild& command);
Result<Done> apply(Work& work, const RestoreChild& command);
Result<Done> apply(Work& work, const EraseChild& command);
Result<Done> apply(Work& work, const AddGoal& command);
Result<Done> apply(Work& work, const AddGoalWithSteps& command);
Result<Done> apply(Work& work, const AddSteps& command);
Result<Done> apply(Work& work, const EditGoal& command);
Result<Done> apply(Work& work, const ChangeMeasure& command);
Result<Done> apply(Work& work, const SetGoalStatus& command);
Result<Done> apply(Work& work, const RemoveGoal& command);
Result<Done> apply(Work& work, const AddSession& command);
Result<Done> apply(Work& work, const EditSession& command);
Result<Done> apply(Work& work, const PlanSessions& command);
Result<Done> apply(Work& work, const RemoveSession& command);
Result<Done> apply(Work& work, const RepeatSession& command);
Result<Done> apply(Work& work, const CopyPlan& command);
Result<Done> apply(Work& work, const HoldSession& command);
Result<Done> apply(Work& work, const MissSession& command);
Result<Done> apply(Work& work, const ReopenSession& command);
Result<Done> apply(Work& work, const StartSession& command);
Result<Done> apply(Work& work, const ShowBlock& command);
Result<Done> apply(Work& work, const PauseBlock& command);
Result<Done> apply(Work& work, const SkipBlock& command);
Result<Done> apply(Work& work, const EndSession& command);
Result<Done> apply(Work& work, const CloseLeftOpen& command);
Result<Done> apply(Work& work, const SetAttendance& command);
Result<Done> apply(Work& work, const SetResponse& command);
Result<Done> apply(Work& work, const RecordPoint& command);
Result<Done> apply(Work& work, const InvalidatePoint& command);
Result<Done> apply(Work& work, const CountPointAgain& command);
Result<Done> apply(Work& work, const TakeBackPoint& command);
Result<Done> apply(Work& work, const AddPhaseChange& command);
Result<Done> apply(Work& work, const EditPhaseChange& command);
Result<Done> apply(Work& work, const RemovePhaseChange& command);
Result<Done> apply(Work& work, const AddEvent& command);
Result<Done> apply(Work& work, const EditEvent& command);
Result<Done> apply(Work& work, const RemoveEvent& command);
Result<Done> apply(Work& work, const SwapBlock& command);
Result<Done> apply(Work& work, const AddBlock& command);
Result<Done> apply(Work& work, const AddQuickNote& command);
Result<Done> apply(Work& work, const RemoveQuickNote& command);
Result<Done> apply(Work& work, const WriteNote& command);
Result<Done> apply(Work& work, const FinishNote& command);
Result<Done> apply(Work& work, const AmendNote& command);
Result<Done> apply(Work& work, const CosignNote& command);
Result<Done> apply(Work& work, const RemoveNote& command);
Result<Done> apply(Work& work, const SetHelpChoices& command);
Result<Done> apply(Work& work, const AddSnippet& command);
Result<Done> apply(Work& work, const EditSnippet& command);
Result<Done> apply(Work& work, const RemoveSnippet& command);
Result<Done> apply(Work& work, const AddOwnActivity& command);
Result<Done> apply(Work& work, const EditOwnActivity& command);
Result<Done> apply(Work& work, const CopyActivity& command);
Result<Done> apply(Work& work, const ArchiveOwnActivity& command);
Result<Done> apply(Work& work, const RestoreOwnActivity& command);
Result<Done> apply(Work& work, const ImportPack& command);
Result<Done> apply(Work& work, const SetFavourite& command);
Result<Done> apply(Work& work, const RecordDisclosure& command);

/// A record looked up, or the sentence that it is gone meanwhile.
Result<const Child*> find_child(const Work& work, ChildId id);
Result<const Goal*> find_goal(const Work& work, GoalId id);
Result<const Session*> find_session(const Work& work, SessionId id);
/// Fails when a therapist is named that is not on the team.
Status check_therapist(const Work& work, TherapistId id);

// ---- sessions: shared by planning them and by running them
/// Writes `after` over a stored session, after the rules; points recorded in it follow its date.
Result<Done> replace_session(Work& work, const Session& before, const Session& after, std::string label);

// ---- words for labels
/// What a child is called; "a child" when the record is gone.
std::string name_of(const Work& work, ChildId id);
/// "Mateo", "Mateo and Ana", or the group's name.
std::string names_of(const Work& work, const Session& session);
/// "Mateo's session", "Mateo and Ana's session", "Tuesday hoppers' session".
std::string session_of(const Work& work, const Session& session);
/// "Mateo's", "Agnès'".
std::string possessive(const std::string& name);
/// "a", "a and b", "a, b and c"; nothing sensible for none.
std::string listed(const std::vector<std::string>& words);
/// The start of a long title, cut at a word.
std::string shortened(const std::string& title);

}  // namespace pegboard::commands
