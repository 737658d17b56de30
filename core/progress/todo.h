// What waits for the therapist who sits here: goals worth a look, held sessions without a note, notes to sign, reports
// that fall due. Read from what is in memory, cheap enough to ask for after every change. It decides nothing.
#pragma once
#include <string>
#include <vector>

#include "core/progress/attention.h"

namespace pegboard::progress {

enum class TodoKind {
    goal,       ///< look says why
    no_note,    ///< a session was held and nothing is written about the child, not even with the session
    others,     ///< the same, but a therapist of the other discipline writes it
    draft,      ///< the therapist's note is not final
    sign,       ///< a colleague's final note waits for this therapist's name
    report_due  ///< plan of care, IEP or re-evaluation falls due
};
inline constexpr int notes_back_days = 60;  ///< sessions before that are not asked about
inline constexpr int reports_ahead_days = 30;

struct Todo {
    TodoKind kind = TodoKind::goal;
    LookKind look = LookKind::no_data;  ///< of a goal
    ChildId child;
    GoalId goal;
    SessionId session;
    NoteId note;
    std::optional<Date> date;  ///< since when, or when it is due
    std::string words;         ///< "Criterion met: review", "No note yet on Mon 21 Sep", "IEP meeting in 12 days"
    bool operator==(const Todo&) const = default;
};
/// Most pressing first: skills that may be going, reports overdue, goals to review, notes by age, the rest. Sessions of
/// `me`, or of nobody in particular; goals of all current children. O(goals + sessions of the last 60 days).
std::vector<Todo> attention_list(const Caseload& caseload, TherapistId me, Date today);

/// How much waits for one child.
struct ChildAttention {
    ChildId child;
    int count = 0;
    std::size_t rank = 0;  ///< place of the child's most pressing entry in attention_list
    std::string words;     ///< of that entry
};
/// Children for whom something waits, most pressing first.
std::vector<ChildAttention> by_child(const std::vector<Todo>& list);

}  // namespace pegboard::progress
