// Whose hand records for a goal, and with which words of help.
#pragma once
#include <vector>

#include "app/ui.h"

namespace pegboard {

/// The help selector of a discipline, least help first: of who records for it, else the usual one.
const std::vector<HelpChoice>& help_buttons(const Ui& ui, const Session* session, Discipline discipline);
/// Who records for this goal: of two therapists the one of its discipline.
TherapistId recorder_of(const Ui& ui, const Session& session, const Goal& goal);

}  // namespace pegboard
