// "Add to plan" on an activity: into the session being planned, or one chosen from those to come.
// What a precaution excludes asks for a reason first; the rest is one edit with Undo.
#pragma once
#include <string>
#include <vector>

#include "app/ui.h"
#include "core/model/activity.h"
#include "core/model/session.h"
#include "core/rules/precautions.h"

namespace pegboard {

struct AddToPlan {
    std::string activity;  ///< of the dialog "Use it anyway?"
    SessionId session{};
};

/// The session whose plan was open last, if it can still be planned; null otherwise.
const Session* session_being_planned(const Ui& ui);
/// Planned sessions from today on, of `child` when one is named, soonest first; at most `most`.
std::vector<const Session*> sessions_to_plan(const Ui& ui, ChildId child, std::size_t most = 8);
/// What the precautions of everyone in the session say of the activity.
std::vector<Finding> findings_for(const Ui& ui, const Session& session, const Activity& activity);
/// The button with its menu at the right end of `bar`.
void draw_add_to_plan(AddToPlan& self, Ui& ui, Rect bar, const Activity& activity, ChildId child);
/// Its dialog, once a frame.
void draw_add_to_plan_dialog(AddToPlan& self, Ui& ui);

}  // namespace pegboard
