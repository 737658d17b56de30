// What was recorded behind a signed note: a mark of it, so that a note that no longer agrees with its data can say so.
#pragma once
#include <functional>
#include <span>
#include <string>

#include "core/caseload.h"

namespace pegboard::progress {

using FindGoal = std::function<const Goal*(GoalId)>;

/// Whether the author of a note on the session speaks of a goal: of a co-treatment the own discipline's alone.
bool is_authors(const Session& session, const Goal& goal, const Therapist* author);
/// A mark of all that counts for the child in a session, in the author's part: 16 hex letters, the same for the same
/// data. It changes when something is recorded, left out or corrected.
std::string data_mark(std::span<const DataPoint> points, const Session& session, ChildId child, const FindGoal& goal,
                      const Therapist* author);
/// True when the data of a signed note are not those it was signed for, nor those of its newest amendment. Of a note
/// without a mark: when something was entered on a later day.
bool differs_from_data(const SessionNote& note, std::span<const DataPoint> points, const Session& session,
                       const FindGoal& goal, const Therapist* author);

}  // namespace pegboard::progress
