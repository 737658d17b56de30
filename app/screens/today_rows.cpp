// What Today shows, gathered from the caseload: the day's cards and the list of what needs attention.
#include <algorithm>

#include "app/screens/today.h"
#include "core/rules/age.h"

namespace pegboard {
namespace {

constexpr int plan_ahead_days = 3;  ///< how far ahead a session without a plan is pointed out
constexpr std::size_t most_chips = 3;

std::string short_age(const Child& child, Date today) {
    const int months = age_months(child.date_of_birth, today);
    return months < 24 ? say_age(months) : std::to_string(months / 12) + " y";
}

/// How far the plan is, while the session is still to come.
BadgeWords status_of(const Session& session, Date today) {
    if (session.status != SessionStatus::planned || session.date < today) return badge_of(session, today);
    if (session.blocks.empty()) return {BadgeKind::warn, icon::alert_circle_outline, "Not planned yet"};
    const int planned = planned_minutes(session);
    if (planned * 4 < session.length_min * 3)
        return {BadgeKind::info, icon::pencil, "Draft plan, " + std::to_string(planned) + " min"};
    return {BadgeKind::good, icon::check, "Planned"};
}

TodayRow make_row(const Ui& ui, const Session& session, const Child& child) {
    TodayRow row;
    row.session = &session;
    row.child = &child;
    row.name = shown_name(ui, child);
    row.spoken = row.name + ", " + say_time(session.start_min);
    row.age = short_age(child, ui.clock.today);
    row.minutes = std::to_string(session.length_min) + " min";
    row.status = status_of(session, ui.clock.today);
    for (const GoalId id : session.goals) {
        const Goal* goal = ui.caseload->goal(id);
        if (goal == nullptr) continue;
        const GoalLook look = look_of(*ui.library, goal->skill);
        const std::pair chip{look.short_name, look.hue};
        if (row.focus.size() < most_chips && std::ranges::find(row.focus, chip) == row.focus.end())
            row.focus.push_back(chip);
    }
    for (const ChildPrecaution& precaution : child.precautions)
        if (BadgeWords care = badge_of(precaution, *ui.library, ui.clock.today); care.kind == BadgeKind::danger)
            row.dangers.push_back(std::move(care));
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

void add_unplanned(TodayRows& self, const Ui& ui) {
    for (const Session& session : ui.caseload->sessions()) {
        if (session.date < ui.clock.today || session.date > ui.clock.today + plan_ahead_days) continue;
        if (session.status != SessionStatus::planned || !session.blocks.empty()) continue;
        const Child* child = ui.caseload->child(session.child);
        if (child == nullptr || !is_current(*child)) continue;
        self.notes.push_back({BadgeKind::warn,
                              icon::clipboard_text,
                              shown_name(ui, *child),
                              "Not planned yet: " + session_when(session, ui.clock.today),
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
        const Child* child = ui.caseload->child(session.child);
        if (child == nullptr) continue;
        self.rows.push_back(make_row(ui, session, *child));
        if (session.status != SessionStatus::planned) ++self.done;
    }
    add_unplanned(self, ui);
    add_dates(self, ui);
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
