#include "app/activities/activity_to_plan.h"

#include <algorithm>

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "core/planning/input/gather.h"
#include "core/rules/by_hand.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr std::string_view menu_name = "Add to which plan", anyway_dialog = "Use it anyway";
constexpr std::string_view draft = "add_to_plan.reason";

std::string whose(const Ui& ui, const Session& session) {
    const Child* child = ui.caseload->child(session.child);
    std::string words = child != nullptr ? shown_call_name(ui, *child) : std::string("the session");
    if (session.participants.size() > 1) words += " and " + std::to_string(session.participants.size() - 1) + " more";
    return words;
}

void send_block(Ui& ui, const Session& session, const Activity& activity, const std::string& reason) {
    const std::vector<const Goal*> goals = planning::goals_weighed(*ui.caseload, session);
    Block block = make_block(activity, session, goals, *ui.library);
    if (!reason.empty()) {
        block.override_reason = reason;
        block.override_by = ui.caseload->practice().me;
        block.override_at = ui.clock.now_utc;
    }
    const std::string said = "Added to the plan for " + whose(ui, session);
    ui.outbox->send(EditSession{with_block(with_goals(session, goals), std::move(block))},
                    [toasts = ui.toasts, said](const Status& status) { toasts->tell(status, said); });
}

void add(AddToPlan& self, Ui& ui, const Session& session, const Activity& activity) {
    if (verdict(findings_for(ui, session, activity)) != Verdict::exclude) return send_block(ui, session, activity, {});
    if (self.activity != activity.id || self.session != session.id) ui.drafts->drop(draft);
    self.activity = activity.id;
    self.session = session.id;
    open_dialog(ui, anyway_dialog);
}

bool can_be_planned(const Session& session, Date today) {
    return session.status == SessionStatus::planned && session.date >= today;
}

}  // namespace

const Session* session_being_planned(const Ui& ui) {
    const Place* place = ui.nav->newest(Screen::plan);
    const Session* session =
        place != nullptr && ui.caseload != nullptr ? ui.caseload->session(place->session) : nullptr;
    return session != nullptr && can_be_planned(*session, ui.clock.today) ? session : nullptr;
}

std::vector<const Session*> sessions_to_plan(const Ui& ui, ChildId child, std::size_t most) {
    std::vector<const Session*> found;
    for (const Session& session : ui.caseload->sessions())
        if (found.size() < most && can_be_planned(session, ui.clock.today) && (!child || is_for(session, child)))
            found.push_back(&session);
    return found;
}

std::vector<Finding> findings_for(const Ui& ui, const Session& session, const Activity& activity) {
    std::vector<ChildId> children = present_children(session);
    if (children.empty()) children.push_back(session.child);
    std::vector<Finding> all;
    for (const ChildId id : children) {
        const Child* child = ui.caseload->child(id);
        if (child == nullptr) continue;
        for (Finding& finding :
             speaks_against(*child, activity, *ui.library, {}, session.date, static_cast<int>(children.size()))) {
            if (children.size() > 1) finding.label += " (" + shown_call_name(ui, *child) + ")";
            all.push_back(std::move(finding));
        }
    }
    if (auto hands = lacks_hands(activity, adults_of(session), static_cast<int>(children.size())))
        all.push_back(std::move(*hands));
    return all;
}

void draw_add_to_plan(AddToPlan& self, Ui& ui, Rect bar, const Activity& activity, ChildId child) {
    const Session* planning = session_being_planned(ui);
    if (planning != nullptr && child && !is_for(*planning, child)) planning = nullptr;
    const std::vector<const Session*> sessions = sessions_to_plan(ui, child);
    const bool can = !ui.caseload->read_only() && (planning != nullptr || !sessions.empty());
    const std::string label = planning != nullptr ? "Add to " + whose(ui, *planning) + "'s plan" : "Add to plan";
    const ButtonLook look{.kind = ButtonKind::primary,
                          .icon = icon::playlist_plus,
                          .enabled = can,
                          .tooltip = can ? "" : "No session to come is waiting for a plan"};
    const Rect at = bar.cut_right(std::min(bar.w, button_width(ui, label, look)));
    if (button(ui, {at.x, bar.centre().y - metrics::button / 2, at.w, metrics::button}, label, look)) {
        if (planning != nullptr)
            add(self, ui, *planning, activity);
        else
            open_menu(ui, menu_name);
    }
    if (!begin_menu(ui, menu_name, at, 320)) return;
    for (const Session* session : sessions) {
        const int left = minutes_left(*session);
        const std::string words = whose(ui, *session) + ", " + session_when(*session, ui.clock.today);
        const std::string note = left > 0 ? std::to_string(left) + " min free" : "full";
        if (menu_item(ui, words, {.icon = icon::calendar_blank, .shortcut = note})) add(self, ui, *session, activity);
    }
    end_menu(ui);
}

void draw_add_to_plan_dialog(AddToPlan& self, Ui& ui) {
    const auto inside = begin_dialog(ui, anyway_dialog, "Use it anyway?", 560);
    if (!inside) return;
    const Activity* activity = ui.library->activity(self.activity);
    const Session* session = ui.caseload->session(self.session);
    if (activity == nullptr || session == nullptr) {
        if (end_dialog(ui, inside->y, {"Close"}) == 0) close_dialog(ui);
        return;
    }
    Flow flow(*inside);
    const Rect title = flow.row(24);
    flow.grew(title.y + text_wrapped(ui, title, activity->title, {.type = Type::section}));
    for (const Finding& finding : findings_for(ui, *session, *activity)) {
        if (finding.verdict != Verdict::exclude) continue;
        badge(ui, flow.row(metrics::badge).pos(), BadgeKind::danger, icon::alert, finding.label);
        Rect row = flow.row(20);
        flow.grew(row.y + text_wrapped(ui, row, "This activity " + finding.reason + ".", {.type = Type::label}));
        row = flow.row(20);
        flow.grew(row.y + text_wrapped(ui, row, finding.line, {.role = Role::ink_2}));
    }
    form_note(ui, flow.row(112), "Why it is right this time", draft,
              {.hint = "For example: latex-free ball checked and packed"});
    text_wrapped(ui, flow.row(32), "The reason stays on the block with your name and today's date.",
                 {.type = Type::caption, .role = Role::ink_2});
    const std::string reason = draft_text(ui, draft);
    const int pressed = end_dialog(ui, flow.bottom(), {"Add with this reason", "Leave it out"},
                                   FootLook{.danger = true,
                                            .lacks = !reason.empty() ? std::string_view() : "Write the reason first.",
                                            .lacks_at = draft});
    if (pressed == 0) send_block(ui, *session, *activity, reason);
    if (pressed < 0) return;
    ui.drafts->drop(draft);
    close_dialog(ui);
}

}  // namespace pegboard
