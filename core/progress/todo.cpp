#include "core/progress/todo.h"

#include <algorithm>
#include <unordered_map>

namespace pegboard::progress {
namespace {

bool is_current(const Child* child, Date today) { return child && !child->archived && !is_discharged(*child, today); }

std::string in_days(Date date, Date today) {
    const int days = date - today;
    if (days == 0) return "today";
    if (days < 0) return "on " + say_short(date, today);
    return days == 1 ? "tomorrow" : "in " + std::to_string(days) + " days";
}

void add_goals(const Caseload& caseload, Date today, std::vector<Todo>& list) {
    for (const Look& look : goals_to_look_at(caseload, today)) {
        Todo todo;
        todo.look = look.kind;
        todo.child = look.child;
        todo.goal = look.goal;
        todo.date = look.since;
        todo.words = look_words(look.kind);
        list.push_back(std::move(todo));
    }
}

bool leads(const Session& session, TherapistId me) {
    if (!session.therapist && !session.co_therapist) return true;
    return session.therapist == me || session.co_therapist == me;
}

/// The note this therapist wrote on the child; null when there is none.
const NoteHead* own_note(const std::vector<NoteHead>& heads, ChildId child, TherapistId me) {
    for (const NoteHead& head : heads)
        if (head.child == child && head.author == me) return &head;
    return nullptr;
}

Todo about(const Session& session, ChildId child, TodoKind kind, std::string words) {
    Todo todo;
    todo.kind = kind;
    todo.child = child;
    todo.session = session.id;
    todo.date = session.date;
    todo.words = std::move(words);
    return todo;
}

void add_notes(const Caseload& caseload, const Session& session, TherapistId me, Date today, std::vector<Todo>& list) {
    const std::vector<NoteHead>& heads = caseload.notes(session.id);
    for (const NoteHead& head : heads) {
        if (head.status != NoteStatus::final_ || !me || head.cosigner != me || head.cosigned_on) continue;
        list.push_back(about(session, head.child, TodoKind::sign, "Note to sign, " + say_day(session.date)));
        list.back().note = head.id;
    }
    // A few words kept with the session itself do as a note.
    if (session.status != SessionStatus::held || !session.note.empty() || !leads(session, me)) return;
    const Therapist* author = caseload.therapist(me);  // who may write it
    const bool others =
        author && session.lead != Lead::both && (session.lead == Lead::ot) != (author->discipline == Discipline::ot);
    // A session of one's own that the other discipline writes up is known to wait only until somebody began.
    if (others && session.therapist != me && session.co_therapist != me) return;
    for (const Participant& part : session.participants) {
        if (part.attendance == Attendance::absent || !is_current(caseload.child(part.child), today)) continue;
        if (others) {
            if (std::ranges::none_of(heads, [&](const NoteHead& each) { return each.child == part.child; }))
                list.push_back(about(session, part.child, TodoKind::others, "No note yet, " + say_day(session.date)));
            continue;
        }
        const NoteHead* head = own_note(heads, part.child, me);
        if (head && head->status == NoteStatus::final_) continue;
        list.push_back(about(session, part.child, head ? TodoKind::draft : TodoKind::no_note,
                             (head ? "Note not finished, " : "No note yet, ") + say_day(session.date)));
        if (head) list.back().note = head->id;
    }
}

void add_reports(const Child& child, Date today, std::vector<Todo>& list) {
    const auto add = [&](const std::optional<Date>& date, const char* ahead, const char* past) {
        if (!date || *date - today > reports_ahead_days) return;
        Todo todo;
        todo.kind = TodoKind::report_due;
        todo.child = child.id;
        todo.date = date;
        todo.words = std::string(*date < today ? past : ahead) + " " + in_days(*date, today) +
                     (*date < today ? "" : ": report due");
        list.push_back(std::move(todo));
    };
    add(child.plan_of_care_end, "Plan of care ends", "Plan of care ended");
    add(child.reevaluation_due, "Re-evaluation", "Re-evaluation was due");
    // A meeting that has been is over; only one to come asks for a report.
    if (child.iep_date && *child.iep_date >= today) add(child.iep_date, "IEP meeting", "IEP meeting");
}

int pressing(const Todo& todo, Date today) {
    switch (todo.kind) {
        case TodoKind::goal:
            if (todo.look <= LookKind::slipped) return 0;
            if (todo.look <= LookKind::change) return 2;
            return 4;
        case TodoKind::report_due:
            return *todo.date < today ? 1 : 3;
        case TodoKind::no_note:
        case TodoKind::others:
        case TodoKind::draft:
        case TodoKind::sign:
            break;
    }
    return 3;
}
}  // namespace

std::vector<Todo> attention_list(const Caseload& caseload, TherapistId me, Date today) {
    std::vector<Todo> list;
    add_goals(caseload, today, list);
    const auto& sessions = caseload.sessions();
    const Date first = today + -notes_back_days;
    for (auto each = std::ranges::lower_bound(sessions, first, {}, &Session::date);
         each != sessions.end() && each->date <= today; ++each)
        add_notes(caseload, *each, me, today, list);
    for (const Child& child : caseload.children())
        if (is_current(&child, today)) add_reports(child, today, list);
    // Goals of one rank stay as they come; what has a date of its own goes by it.
    std::ranges::stable_sort(list, {}, [&](const Todo& todo) {
        return std::pair(pressing(todo, today), todo.kind == TodoKind::goal ? Date{} : todo.date.value_or(today));
    });
    return list;
}

std::vector<ChildAttention> by_child(const std::vector<Todo>& list) {
    std::vector<ChildAttention> all;
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto [place, fresh] = places.try_emplace(list[i].child.value, all.size());
        if (fresh) all.push_back({list[i].child, 0, i, list[i].words});
        ++all[place->second].count;
    }
    return all;
}

}  // namespace pegboard::progress
