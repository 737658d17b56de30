#include "core/commands/command.h"

#include <algorithm>
#include <array>

namespace pegboard {
namespace {
using namespace std::string_view_literals;

// Ids are kept in files for good: never rename one, even when its struct is renamed.
struct IdOf {
    std::string_view operator()(const AddTherapist&) const { return "add_therapist"; }
    std::string_view operator()(const EditTherapist&) const { return "edit_therapist"; }
    std::string_view operator()(const ArchiveTherapist&) const { return "archive_therapist"; }
    std::string_view operator()(const EditPractice&) const { return "edit_practice"; }
    std::string_view operator()(const AddPlace&) const { return "add_place"; }
    std::string_view operator()(const EditPlace&) const { return "edit_place"; }
    std::string_view operator()(const AddBag&) const { return "add_bag"; }
    std::string_view operator()(const EditBag&) const { return "edit_bag"; }
    std::string_view operator()(const AddGroup&) const { return "add_group"; }
    std::string_view operator()(const EditGroup&) const { return "edit_group"; }
    std::string_view operator()(const AddChild&) const { return "add_child"; }
    std::string_view operator()(const EditChild&) const { return "edit_child"; }
    std::string_view operator()(const DischargeChild&) const { return "discharge_child"; }
    std::string_view operator()(const ReadmitChild&) const { return "readmit_child"; }
    std::string_view operator()(const ArchiveChild&) const { return "archive_child"; }
    std::string_view operator()(const RestoreChild&) const { return "restore_child"; }
    std::string_view operator()(const EraseChild&) const { return "erase_child"; }
    std::string_view operator()(const AddGoal&) const { return "add_goal"; }
    std::string_view operator()(const AddGoalWithSteps&) const { return "add_goal_with_steps"; }
    std::string_view operator()(const AddSteps&) const { return "add_steps"; }
    std::string_view operator()(const EditGoal&) const { return "edit_goal"; }
    std::string_view operator()(const ChangeMeasure&) const { return "change_measure"; }
    std::string_view operator()(const SetGoalStatus&) const { return "set_goal_status"; }
    std::string_view operator()(const RemoveGoal&) const { return "remove_goal"; }
    std::string_view operator()(const AddSession&) const { return "add_session"; }
    std::string_view operator()(const EditSession&) const { return "edit_session"; }
    std::string_view operator()(const PlanSessions&) const { return "plan_sessions"; }
    std::string_view operator()(const RemoveSession&) const { return "remove_session"; }
    std::string_view operator()(const RepeatSession&) const { return "repeat_session"; }
    std::string_view operator()(const CopyPlan&) const { return "copy_plan"; }
    std::string_view operator()(const HoldSession&) const { return "hold_session"; }
    std::string_view operator()(const MissSession&) const { return "miss_session"; }
    std::string_view operator()(const ReopenSession&) const { return "reopen_session"; }
    std::string_view operator()(const StartSession&) const { return "start_session"; }
    std::string_view operator()(const ShowBlock&) const { return "show_block"; }
    std::string_view operator()(const PauseBlock&) const { return "pause_block"; }
    std::string_view operator()(const SkipBlock&) const { return "skip_block"; }
    std::string_view operator()(const EndSession&) const { return "end_session"; }
    std::string_view operator()(const CloseLeftOpen&) const { return "close_left_open"; }
    std::string_view operator()(const SetAttendance&) const { return "set_attendance"; }
    std::string_view operator()(const SetResponse&) const { return "set_response"; }
    std::string_view operator()(const RecordPoint&) const { return "record_point"; }
    std::string_view operator()(const InvalidatePoint&) const { return "invalidate_point"; }
    std::string_view operator()(const CountPointAgain&) const { return "count_point_again"; }
    std::string_view operator()(const TakeBackPoint&) const { return "take_back_point"; }
    std::string_view operator()(const AddPhaseChange&) const { return "add_phase_change"; }
    std::string_view operator()(const EditPhaseChange&) const { return "edit_phase_change"; }
    std::string_view operator()(const RemovePhaseChange&) const { return "remove_phase_change"; }
    std::string_view operator()(const AddEvent&) const { return "add_event"; }
    std::string_view operator()(const EditEvent&) const { return "edit_event"; }
    std::string_view operator()(const RemoveEvent&) const { return "remove_event"; }
    std::string_view operator()(const SwapBlock&) const { return "swap_block"; }
    std::string_view operator()(const AddBlock&) const { return "add_block"; }
    std::string_view operator()(const AddQuickNote&) const { return "add_quick_note"; }
    std::string_view operator()(const RemoveQuickNote&) const { return "remove_quick_note"; }
    std::string_view operator()(const WriteNote&) const { return "write_note"; }
    std::string_view operator()(const FinishNote&) const { return "finish_note"; }
    std::string_view operator()(const AmendNote&) const { return "amend_note"; }
    std::string_view operator()(const CosignNote&) const { return "cosign_note"; }
    std::string_view operator()(const RemoveNote&) const { return "remove_note"; }
    std::string_view operator()(const SetHelpChoices&) const { return "set_help_choices"; }
    std::string_view operator()(const AddSnippet&) const { return "add_snippet"; }
    std::string_view operator()(const EditSnippet&) const { return "edit_snippet"; }
    std::string_view operator()(const RemoveSnippet&) const { return "remove_snippet"; }
    std::string_view operator()(const AddOwnActivity&) const { return "add_own_activity"; }
    std::string_view operator()(const EditOwnActivity&) const { return "edit_own_activity"; }
    std::string_view operator()(const CopyActivity&) const { return "copy_activity"; }
    std::string_view operator()(const ArchiveOwnActivity&) const { return "archive_own_activity"; }
    std::string_view operator()(const RestoreOwnActivity&) const { return "restore_own_activity"; }
    std::string_view operator()(const ImportPack&) const { return "import_pack"; }
    std::string_view operator()(const SetFavourite&) const { return "set_favourite"; }
    std::string_view operator()(const RecordDisclosure&) const { return "record_disclosure"; }
};
}  // namespace

std::string_view command_id(const Command& command) { return std::visit(IdOf{}, command); }

bool erases(const Command& command) { return std::holds_alternative<EraseChild>(command); }

bool is_signature(std::string_view id) { return id == "finish_note" || id == "cosign_note" || id == "amend_note"; }

bool is_clinical(std::string_view id) {
    constexpr std::array clinical{
        "record_point"sv,    "invalidate_point"sv, "count_point_again"sv, "take_back_point"sv,
        "set_goal_status"sv, "end_session"sv,      "close_left_open"sv,   "hold_session"sv,
        "miss_session"sv,    "reopen_session"sv,   "set_attendance"sv,    "set_response"sv,
        "discharge_child"sv, "readmit_child"sv,    "remove_note"sv,       "record_disclosure"sv};
    return std::ranges::find(clinical, id) != clinical.end();
}

bool is_decision(const Command& command) {
    constexpr std::array decisions{"finish_note"sv,
                                   "amend_note"sv,
                                   "cosign_note"sv,
                                   "remove_note"sv,
                                   "hold_session"sv,
                                   "miss_session"sv,
                                   "reopen_session"sv,
                                   "remove_session"sv,
                                   "end_session"sv,
                                   "start_session"sv,
                                   "close_left_open"sv,
                                   "repeat_session"sv,
                                   "copy_plan"sv,
                                   "discharge_child"sv,
                                   "readmit_child"sv,
                                   "archive_child"sv,
                                   "restore_child"sv,
                                   "erase_child"sv,
                                   "remove_goal"sv,
                                   "set_goal_status"sv,
                                   "change_measure"sv,
                                   "archive_therapist"sv,
                                   "invalidate_point"sv,
                                   "count_point_again"sv,
                                   "remove_phase_change"sv,
                                   "remove_event"sv,
                                   "remove_snippet"sv,
                                   "archive_own_activity"sv,
                                   "restore_own_activity"sv,
                                   "import_pack"sv};
    return std::ranges::find(decisions, command_id(command)) != decisions.end();
}

bool can_undo(const Command& command) { return !erases(command) && !is_signature(command_id(command)); }

}  // namespace pegboard
