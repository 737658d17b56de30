#include "core/commands/command.h"

namespace pegboard {
namespace {
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
    std::string_view operator()(const EditGoal&) const { return "edit_goal"; }
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
};
}  // namespace

std::string_view command_id(const Command& command) { return std::visit(IdOf{}, command); }

bool can_undo(const Command& command) { return !std::holds_alternative<EraseChild>(command); }

}  // namespace pegboard
