// The first draft of a session note, written from what was recorded: figures with last time's, what the rules say, what
// comes next. A therapist edits it; it refuses to invent anything that was not recorded.
#pragma once
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/progress/status.h"

namespace pegboard::progress {

/// One goal in one session, for the end of a session and for the note.
struct GoalLine {
    GoalId goal;
    std::string title;
    std::string full;    ///< the goal's sentence word for word; empty when it has none
    std::string now;     ///< "64 % (32 of 50)"
    std::string help;    ///< ", with light touch"; empty when no level was noted, or not the same one for all tries
    std::string tries;   ///< then: each with its own, "2 of 4 independent; 1 of 2 with spoken prompt"
    std::string before;  ///< the value before it; empty when this is the first
    std::optional<Date> before_on;
    std::string trend;    ///< "+1.8 % a week (likely between ...)", or what a trend still needs
    Judgement judgement;  ///< as the data stood on that day
};
/// The goals of a child for which something that counts was recorded in the session, in the order of the session. Of a
/// co-treatment only the author's discipline, where one is known.
Result<std::vector<GoalLine>> goal_lines(const Caseload& caseload, SessionId session, ChildId child,
                                         TherapistId author);

/// Of a child who was absent only that, and why. Else subjective: quick notes, how the child was. Objective: the real
/// time, activities that were done with how they went, figures per goal with last time's. Assessment: what the rules
/// found in the data up to that day, nothing where they found nothing yet: that is the therapist's to say. Plan: the
/// next session where it is still to come, and what to think about where the data ask for a change. Of a session of
/// another discipline nothing: its note is not this author's. Not kept until WriteNote.
Result<SessionNote> draft_note(const Caseload& caseload, SessionId session, ChildId child, TherapistId author);

}  // namespace pegboard::progress
