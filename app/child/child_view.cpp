// What the Child screen shows, in words, made once per revision and day.
#include <algorithm>
#include <cctype>

#include "app/child/child.h"
#include "core/rules/asking.h"
#include "core/rules/contradictions.h"
#include "core/rules/minutes/ledger.h"
#include "core/rules/moving.h"

namespace pegboard {
namespace {
GoalRow goal_row(const Ui& ui, const Goal& goal) {
    GoalRow row;
    row.id = goal.id;
    row.parent = goal.parent;
    row.look = look_of(*ui.library, goal.skill);
    row.title = goal.title;
    row.criterion = say_criterion(goal, *ui.library);
    if (!row.criterion.empty())
        row.criterion[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(row.criterion[0])));
    if (goal.closed_on && !is_open(goal))
        row.due = say_short(*goal.closed_on, ui.clock.today);
    else if (goal.due)
        row.due = "by " + say_short(*goal.due, ui.clock.today);
    row.discipline = goal.discipline;
    row.badge = standing_badge(*ui.caseload, goal, ui.clock.today);
    row.open = is_open(goal);
    return row;
}

/// Long-term goals in order of priority and date, each followed by its objectives.
void find_goals(ChildView& view, const Ui& ui, ChildId child) {
    std::vector<const Goal*> all;
    for (const Goal& goal : ui.caseload->goals())
        if (goal.child == child) all.push_back(&goal);
    std::ranges::stable_sort(all, [](const Goal* a, const Goal* b) {
        if (is_open(*a) != is_open(*b)) return is_open(*a);
        if (a->priority != b->priority) return a->priority > b->priority;
        return a->due.value_or(Date{1 << 28}) < b->due.value_or(Date{1 << 28});
    });
    view.goals.clear();
    view.open_goals = 0;
    for (const Goal* goal : all) {
        if (!stands_alone(*goal)) continue;
        view.open_goals += is_open(*goal) ? 1 : 0;
        view.goals.push_back(goal_row(ui, *goal));
        const std::size_t at = view.goals.size() - 1;
        for (const Goal* objective : all)
            if (!stands_alone(*objective) && objective->parent == goal->id) {
                view.goals.push_back(goal_row(ui, *objective));
                view.goals[at].objectives += is_open(*objective) ? 1 : 0;
            }
    }
}

bool was_absent(const Session& session, ChildId child) {
    const Participant* part = participant(session, child);
    return session.status == SessionStatus::held && part != nullptr && part->attendance == Attendance::absent;
}

SessionRow session_row(const Caseload& caseload, const Session& session, ChildId child, Date today) {
    SessionRow row;
    row.id = session.id;
    row.when = session.date >= today && session.date - today < 7
                   ? session_when(session, today)
                   : say_day(session.date) + " " + say_time(session.start_min);
    if (parts(session.date).year != parts(today).year) row.when = say(session.date) + " " + say_time(session.start_min);
    const bool absent = was_absent(session, child);
    if (!absent) row.detail = std::to_string(session.length_min) + " min";
    if (!session.place.empty()) row.detail += ", " + session.place;
    row.note = session.note;
    row.lead = session.lead;
    row.badge = badge_of(session, today);
    if (absent)
        row.badge = {BadgeKind::plain, icon::close,
                     "Absent: " + std::string(words(participant(session, child)->absence_reason))};
    if (session.status == SessionStatus::held) row.written = note_state(caseload, session, child);
    row.coming = session.status == SessionStatus::planned && session.date >= today;
    row.unclosed = session.status == SessionStatus::planned && session.date < today;
    return row;
}

/// Which missed sessions are still to be made up, and which session makes up which.
void find_make_ups(ChildView& view, const Ui& ui, const Child& child) {
    const auto row_of_session = [&](SessionId id) { return std::ranges::find(view.sessions, id, &SessionRow::id); };
    const auto note = [](SessionRow& row, const std::string& words) {
        row.note = row.note.empty() ? words : words + ". " + row.note;
    };
    for (const Session& session : ui.caseload->sessions()) {
        if (!session.makes_up || !is_for(session, child.id)) continue;
        const Session* missed = ui.caseload->session(session.makes_up);
        if (missed == nullptr || !is_for(*missed, child.id)) continue;
        if (const auto row = row_of_session(session.id); row != view.sessions.end())
            note(*row, "Makes up " + say_day(missed->date));
        if (session.status == SessionStatus::not_held || was_absent(session, child.id)) continue;
        if (const auto row = row_of_session(missed->id); row != view.sessions.end())
            note(*row,
                 (session.status == SessionStatus::held ? "Made up " : "Make-up booked: ") + say_day(session.date));
    }
    if (!is_current(child, view.today)) return;
    const minutes::Asked asked{child, ui.caseload->sessions(), ui.caseload->practice().minutes, view.today};
    for (const minutes::Owed& owed : minutes::owed_sessions(asked))
        if (const auto row = row_of_session(owed.missed->id); row != view.sessions.end()) row->to_make_up = true;
}

void find_sessions(ChildView& view, const Ui& ui, ChildId child) {
    std::vector<const Session*> coming, past;  // by date
    const Date today = ui.clock.today;
    for (const Session& session : ui.caseload->sessions()) {
        if (!is_for(session, child)) continue;
        (session.status == SessionStatus::planned && session.date >= today ? coming : past).push_back(&session);
    }
    view.sessions.clear();
    for (const Session* session : coming) view.sessions.push_back(session_row(*ui.caseload, *session, child, today));
    for (auto at = past.rbegin(); at != past.rend(); ++at)
        view.sessions.push_back(session_row(*ui.caseload, **at, child, today));
    view.coming = static_cast<int>(coming.size());
    view.next = coming.empty()
                    ? std::string("None yet")
                    : session_when(*coming.front(), today) + (coming.front()->lead == Lead::both ? ", co-treat" : "");
    view.next_id = coming.empty() ? SessionId{} : coming.front()->id;
    const auto held = std::ranges::find_if(past.rbegin(), past.rend(), [&](const Session* s) {
        return s->status == SessionStatus::held && !was_absent(*s, child);
    });
    view.last = held == past.rend() ? std::string("None yet")
                                    : say_day((*held)->date) + ", " + std::to_string((*held)->held_min) + " min";
}

void find_words(ChildView& view, const Ui& ui, const Child& child) {
    view.name = shown_name(ui, child);
    view.call = shown_call_name(ui, child);
    view.age = say_child_age(child, ui.clock.today);
    view.lead = lead_of(child);
    view.guardian.clear();
    if (!child.guardians.empty()) {
        const Guardian& first = child.guardians.front();
        view.guardian = first.relationship.empty() ? first.name : first.name + ", " + first.relationship;
    }
    view.diagnoses.clear();
    for (const Diagnosis& diagnosis : child.diagnoses)
        view.diagnoses += (view.diagnoses.empty() ? "" : ", ") + diagnosis.name;
    view.take_care.clear();
    view.moving = say_moving(child);
    for (const ChildPrecaution& precaution : child.precautions)
        view.take_care.push_back(badge_of(precaution, *ui.library, ui.clock.today));
    std::ranges::stable_sort(view.take_care, [](const BadgeWords& a, const BadgeWords& b) {
        return a.kind == BadgeKind::danger && b.kind != BadgeKind::danger;
    });
    for (const std::string& line : child.take_care)
        view.take_care.push_back({BadgeKind::warn, icon::shield_outline, line});
    const std::string open = say_not_asked(child, *ui.library);
    view.contradicting = contradictions(child, *ui.library, ui.clock.today);
    view.asks = !open.empty() || !view.contradicting.empty();
    for (const Contradiction& each : view.contradicting)
        view.take_care.insert(view.take_care.begin(), {BadgeKind::warn, icon::alert_circle_outline, each.words});
    if (!open.empty())
        view.take_care.insert(view.take_care.begin(), {BadgeKind::warn, icon::alert_circle_outline, open});
    view.loves.clear();
    for (const std::string& interest : child.interests) view.loves.push_back(say_interest(*ui.library, interest));
    view.goals_line = std::to_string(view.open_goals) + " open";
    if (child.plan_of_care_end)
        view.goals_line += ". Plan of care ends " + say_short(*child.plan_of_care_end, ui.clock.today);
}
}  // namespace

void find_child_view(ChildView& view, const Ui& ui, const Child& child) {
    if (view.made && view.revision == ui.caseload->revision() && view.today == ui.clock.today && view.of == child.id)
        return;
    view.made = true;
    view.revision = ui.caseload->revision();
    view.today = ui.clock.today;
    view.of = child.id;
    find_goals(view, ui, child.id);
    find_sessions(view, ui, child.id);
    find_make_ups(view, ui, child);
    find_words(view, ui, child);
    view.alerts.clear();
    for (Attention& attention : attention_of(child, facts_of(*ui.caseload, child.id, view.today), view.today))
        view.alerts.push_back(std::move(attention.badge));
}

}  // namespace pegboard
