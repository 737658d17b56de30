// What Today shows, gathered from the caseload: the day's cards and the list of what needs attention.
#include <algorithm>
#include <set>
#include <utility>

#include "app/today/today.h"
#include "core/planning/input/ruled_blocks.h"
#include "core/progress/todo.h"
#include "core/rules/age.h"
#include "core/rules/asking.h"
#include "core/rules/care_lines.h"
#include "core/rules/clashes.h"
#include "core/rules/contradictions.h"

namespace pegboard {
namespace {

constexpr int plan_ahead_days = 3;   ///< how far ahead a session without a plan is pointed out
constexpr int ruled_ahead_days = 7;  ///< how far ahead a plan that is ruled out by now is pointed out
constexpr std::size_t most_chips = 3;

std::string short_age(const Child& child, Date today) {
    const int months = age_months(child.date_of_birth, today);
    return months < 24 ? say_age_on(child.date_of_birth, today) : std::to_string(months / 12) + " y";
}

/// How far the plan is, while the session is still to come.
BadgeWords status_of(const Session& session, Date today) {
    if (session.status != SessionStatus::planned || session.date < today) return badge_of(session, today);
    if (session.blocks.empty()) return {BadgeKind::warn, icon::alert_circle_outline, "Not planned yet"};
    const int planned = planned_minutes(session);
    if (planned * 4 < session.length_min * 3)
        return {BadgeKind::info, icon::pencil, "Draft plan, " + std::to_string(planned) + " min of activities"};
    return {BadgeKind::good, icon::check, "Planned"};
}

/// "6 y"; of several children how many, and how many of them come.
std::string say_who(const Session& session, const std::vector<const Child*>& children,
                    const std::vector<const Child*>& present, Date today) {
    if (children.size() == 1) return short_age(*children.front(), today) + (present.empty() ? ", absent" : "");
    std::string words = std::to_string(children.size()) + " children";
    if (present.size() < children.size()) words = std::to_string(present.size()) + " of " + words;
    return session.status == SessionStatus::not_held ? std::to_string(children.size()) + " children" : words;
}

/// Everything that is open about precautions, dangers and the other precautions of everyone who comes, in this order;
/// of several children each with its name.
std::vector<BadgeWords> care_of(const Ui& ui, const std::vector<const Child*>& present, bool several) {
    std::vector<std::pair<CareKind, BadgeWords>> all;
    for (const Child* child : present)
        for (const CareFact& fact : precaution_facts(*child, *ui.library, ui.clock.today)) {
            BadgeWords badge = badge_of(fact, *ui.library, ui.clock.today);
            if (several) badge.words = shown_call_name(ui, *child) + ": " + badge.words;
            all.emplace_back(fact.kind, std::move(badge));
        }
    std::ranges::stable_sort(all, {}, &std::pair<CareKind, BadgeWords>::first);
    std::vector<BadgeWords> care;
    for (auto& [kind, badge] : all) care.push_back(std::move(badge));
    return care;
}

TodayRow make_row(const Ui& ui, const Session& session, std::vector<const Child*> children) {
    TodayRow row;
    const std::vector<const Child*> present = present_of(*ui.caseload, session);
    row.session = &session;
    row.name = shown_names(ui, session);
    row.spoken = row.name + ", " + say_time(session.start_min);
    row.age = say_who(session, children, present, ui.clock.today);
    row.minutes = std::to_string(session.length_min) + " min";
    row.status = status_of(session, ui.clock.today);
    row.note = note_state(*ui.caseload, session);
    for (const GoalId id : session.goals) {
        const Goal* goal = ui.caseload->goal(id);
        if (goal == nullptr) continue;
        const GoalLook look = look_of(*ui.library, goal->skill);
        const std::pair chip{look.short_name, look.hue};
        if (row.focus.size() < most_chips && std::ranges::find(row.focus, chip) == row.focus.end())
            row.focus.push_back(chip);
    }
    row.care = care_of(ui, present, children.size() > 1);
    row.children = std::move(children);
    return row;
}

void add_dates(TodayRows& self, const Ui& ui) {
    const auto facts = gather_facts(*ui.caseload, ui.clock.today);
    const ChildFacts none;
    for (const Child& child : ui.caseload->children()) {
        const auto found = facts.find(child.id);
        for (const Attention& item : attention_of(child, found == facts.end() ? none : found->second, ui.clock.today)) {
            const Session* session = ui.caseload->session(item.session);
            // Sessions without a plan come from add_unplanned(), which looks further ahead.
            if (session != nullptr && session->date >= ui.clock.today) continue;
            const Place target = session != nullptr ? Place{.screen = Screen::plan, .session = session->id}
                                                    : Place{.screen = Screen::child, .child = child.id};
            self.notes.push_back({item.badge.kind, item.badge.icon, shown_name(ui, child), item.badge.words,
                                  session != nullptr ? "Close" : "Open", target});
        }
    }
}

/// How a line of the attention list looks, what its link says and where it leads.
struct TodoLook {
    BadgeKind kind = BadgeKind::plain;
    const char* icon = nullptr;
    std::string_view action;
};
TodoLook look_of_todo(const progress::Todo& todo) {
    using enum progress::LookKind;
    switch (todo.kind) {
        case progress::TodoKind::no_note:
            return {BadgeKind::warn, icon::note_outline, "Write"};
        case progress::TodoKind::others:
            return {BadgeKind::info, icon::note_outline, "See"};
        case progress::TodoKind::draft:
            return {BadgeKind::info, icon::pencil, "Finish"};
        case progress::TodoKind::sign:
            return {BadgeKind::info, icon::check, "Sign"};
        case progress::TodoKind::report_due:
        case progress::TodoKind::goal:
            break;
    }
    switch (todo.look) {
        case check_now:
        case slipped:
            return {BadgeKind::danger, icon::alert_circle_outline, "Look"};
        case met:
            return {BadgeKind::good, icon::star_circle, "Review"};
        case change:
        case plateau:
            return {BadgeKind::warn, icon::trending_neutral, "Look"};
        case raise:
            return {BadgeKind::info, icon::arrow_up, "Look"};
        case probe_due:
        case no_data:
            break;
    }
    return {BadgeKind::plain, icon::clock, "Look"};
}

std::string say_who_writes(const Ui& ui, SessionId id) {
    const Session* session = ui.caseload->session(id);
    return session != nullptr && session->lead == Lead::pt ? "A physical therapist writes it."
                                                           : "An occupational therapist writes it.";
}

/// Children who come soon and of whom not every precaution was asked.
void add_not_asked(TodayRows& self, const Ui& ui) {
    std::set<ChildId> coming;
    for (const Session& session : ui.caseload->sessions()) {
        if (session.date < ui.clock.today || session.date > ui.clock.today + ruled_ahead_days) continue;
        if (session.status == SessionStatus::not_held) continue;
        for (const Child* child : present_of(*ui.caseload, session)) coming.insert(child->id);
    }
    for (const Child& child : ui.caseload->children()) {
        if (!coming.contains(child.id) || !is_current(child, ui.clock.today)) continue;
        for (const Contradiction& each : contradictions(child, *ui.library, ui.clock.today))
            self.notes.push_back({BadgeKind::warn,
                                  icon::alert_circle_outline,
                                  shown_name(ui, child),
                                  each.words,
                                  "Look",
                                  {.screen = Screen::child, .child = child.id, .detail = "details"}});
        if (std::string open = say_not_asked(child, *ui.library); !open.empty())
            self.notes.push_back({BadgeKind::warn,
                                  icon::alert_circle_outline,
                                  shown_name(ui, child),
                                  std::move(open),
                                  "Ask",
                                  {.screen = Screen::child, .child = child.id}});
    }
}

/// Sessions of the days ahead at which somebody, a child or a therapist, has to be at two places.
void add_double_booked(TodayRows& self, const Ui& ui) {
    const auto& all = ui.caseload->sessions();
    for (const Session& session : all) {
        if (session.date < ui.clock.today || session.date > ui.clock.today + ruled_ahead_days) continue;
        if (session.status == SessionStatus::not_held || session.status == SessionStatus::held) continue;
        for (const Clash& clash : clashes(all, session)) {
            // Each pair once, from the session that begins later.
            const auto order = [](const Session& one) { return std::pair(one.start_min, one.id); };
            if (order(*clash.other) > order(session)) continue;
            const Therapist* therapist =
                clash.therapists.empty() ? nullptr : ui.caseload->therapist(clash.therapists.front());
            const Child* child = clash.children.empty() ? nullptr : ui.caseload->child(clash.children.front());
            const std::string who = child != nullptr       ? shown_call_name(ui, *child)
                                    : therapist != nullptr ? therapist->name
                                                           : std::string("Somebody");
            const std::string other = child != nullptr ? "another session" : shown_names(ui, *clash.other);
            self.notes.push_back(
                {BadgeKind::warn,
                 icon::calendar_blank,
                 shown_names(ui, session) + ", " + session_when(session, ui.clock.today),
                 "Two at one time: " + who + " has " + other + " then, " + session_span(*clash.other) + ".",
                 "Look",
                 {.screen = Screen::plan, .session = session.id}});
        }
    }
}

/// Goals that ask for a look, and notes to write or sign; dates of reports come from add_dates().
void add_todos(TodayRows& self, const Ui& ui) {
    for (const progress::Todo& todo :
         progress::attention_list(*ui.caseload, ui.caseload->practice().me, ui.clock.today)) {
        const Child* child = ui.caseload->child(todo.child);
        if (child == nullptr || todo.kind == progress::TodoKind::report_due) continue;
        const TodoLook look = look_of_todo(todo);
        const Goal* goal = ui.caseload->goal(todo.goal);
        const bool of_goal = todo.kind == progress::TodoKind::goal && goal != nullptr;
        const Place target = of_goal ? Place{.screen = Screen::goal, .child = todo.child, .goal = todo.goal}
                                     : Place{.screen = Screen::note, .child = todo.child, .session = todo.session};
        const std::string line = of_goal                                   ? goal->title
                                 : todo.kind == progress::TodoKind::others ? say_who_writes(ui, todo.session)
                                                                           : "Sessions are easiest to write "
                                                                             "about on the same day.";
        self.notes.push_back(
            {look.kind, look.icon, shown_name(ui, *child) + ": " + todo.words, line, std::string(look.action), target});
    }
}

void add_unplanned(TodayRows& self, const Ui& ui) {
    for (const Session& session : ui.caseload->sessions()) {
        if (session.date < ui.clock.today || session.date > ui.clock.today + plan_ahead_days) continue;
        if (session.status != SessionStatus::planned || !session.blocks.empty()) continue;
        const auto children = children_of(*ui.caseload, session);
        if (std::ranges::none_of(children, [&](const Child* child) { return is_current(*child, ui.clock.today); }))
            continue;
        self.notes.push_back({BadgeKind::warn,
                              icon::clipboard_text,
                              shown_names(ui, session),
                              "Not planned yet: " + session_when(session, ui.clock.today),
                              "Plan",
                              {.screen = Screen::plan, .session = session.id}});
    }
}

/// Plans that were right when they were made and hold something that is ruled out by now.
void add_ruled_out(TodayRows& self, const Ui& ui) {
    for (const Session& session : ui.caseload->sessions()) {
        if (session.date < ui.clock.today || session.date > ui.clock.today + ruled_ahead_days) continue;
        const auto ruled = planning::ruled_blocks(*ui.caseload, *ui.library, session);
        if (ruled.empty()) continue;
        std::string words = "Ruled out now: " + ruled.front().activity->title + " (" + ruled.front().why + ")";
        if (ruled.size() > 1) words += " and " + std::to_string(ruled.size() - 1) + " more";
        self.notes.push_back({BadgeKind::danger,
                              icon::alert,
                              shown_names(ui, session) + ", " + session_when(session, ui.clock.today),
                              words,
                              "Plan",
                              {.screen = Screen::plan, .session = session.id}});
    }
}

}  // namespace

void follow_today(TodayRows& self, const Ui& ui, Date day) {
    if (self.made && self.revision == ui.caseload->revision() && self.of == day && self.today == ui.clock.today) return;
    self = {};
    self.of = day;
    self.today = ui.clock.today;
    self.revision = ui.caseload->revision();
    self.made = true;
    for (const Session& session : ui.caseload->sessions()) {
        if (session.date != day) continue;
        auto children = children_of(*ui.caseload, session);
        if (children.empty()) continue;
        self.rows.push_back(make_row(ui, session, std::move(children)));
        if (session.status == SessionStatus::not_held)
            ++self.not_held;
        else if (session.status != SessionStatus::planned)
            ++self.done;
    }
    constexpr int days_ahead = 6;
    self.unplanned = static_cast<int>(unplanned_sessions(*ui.caseload, day, day + days_ahead, self.today).size());
    add_ruled_out(self, ui);
    add_double_booked(self, ui);
    add_unplanned(self, ui);
    add_dates(self, ui);
    add_todos(self, ui);
    add_not_asked(self, ui);
    add_minutes(self, ui);
    std::ranges::stable_sort(self.notes, {}, [](const TodayNote& note) {
        return note.kind == BadgeKind::danger ? 0 : note.kind == BadgeKind::warn ? 1 : 2;
    });
}

int next_row(const TodayRows& self, const Clock& clock) {
    if (self.of != clock.today) return -1;
    for (std::size_t i = 0; i < self.rows.size(); ++i) {
        const Session& session = *self.rows[i].session;
        if (session.status == SessionStatus::planned && session.start_min + session.length_min > clock.minute)
            return static_cast<int>(i);
    }
    return -1;
}

std::optional<std::size_t> now_before(const TodayRows& self, const Clock& clock) {
    if (self.of != clock.today || self.rows.empty()) return std::nullopt;
    const auto later = [&](const TodayRow& row) { return row.session->start_min > clock.minute; };
    return static_cast<std::size_t>(std::ranges::find_if(self.rows, later) - self.rows.begin());
}

}  // namespace pegboard
