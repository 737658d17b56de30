#include "app/plan/plan.h"

#include <algorithm>
#include <array>

#include "app/parts/contacts.h"
#include "app/plan/plan_panels.h"
#include "core/rules/pronouns.h"

namespace pegboard {
namespace {

constexpr float left_w = 296, centre_most_w = 960, right_w = 352;

// ------------------------------------------------------------------ columns

void draw_wide(PlanScreen& self, Ui& ui, Rect page) {
    draw_needs(self, ui, page.cut_left(left_w, metrics::gutter));
    const float centre_w = std::min(centre_most_w, page.w - right_w - metrics::gutter);
    draw_timeline(self, ui, page.cut_left(centre_w, metrics::gutter));
    const Rect right = page.cut_left(right_w);
    card(ui, right);
    draw_side(self, ui, right, 0);
}

void draw_medium(PlanScreen& self, Ui& ui, Rect page) {
    draw_needs(self, ui, page.cut_left(left_w, metrics::gutter));
    draw_timeline(self, ui, page);
    const auto drawer = begin_drawer(ui, "Ideas", metrics::right_drawer_w);
    if (!drawer) return;
    const Rect panel{drawer->x - metrics::l, drawer->y - metrics::s, drawer->w + 2 * metrics::l, drawer->h};
    draw_side(self, ui, panel, metrics::button);
    end_drawer(ui, drawer->bottom() - metrics::xl);
}

void draw_narrow(PlanScreen& self, Ui& ui, Rect page) {
    const std::array<Tab, 3> all{Tab{"Plan"}, Tab{"Goals", self.view.chosen}, Tab{"Ideas"}};
    tabs(ui, page.cut_top(metrics::button, metrics::m), all, self.tab);
    if (self.tab == 1) return draw_needs(self, ui, page);
    if (self.tab == 2) {
        card(ui, page);
        return draw_side(self, ui, page, 0);
    }
    draw_timeline(self, ui, page);
}

/// The place the navigator names; opened without a session it has nothing to show.
void draw_nothing(Ui& ui) {
    if (empty_state(ui, ui.area, "play-social", Hue::pink, "This session is no longer here",
                    "It may have been removed. Undo brings it back.", "Go to Today"))
        ui.nav->go({.screen = Screen::today});
}

void forget_other_session(PlanScreen& self, Ui& ui, SessionId session) {
    if (self.view.of == session || !self.view.made) return;
    settle_plan(self, ui);
    PlanIdeas ideas = std::move(self.ideas);
    auto desk = std::move(self.desk);
    const int version = self.draft_version + 1;
    self = {};
    self.desk = std::move(desk);
    self.draft_version = version;
    self.ideas.for_goals = ideas.for_goals;
    self.ideas.home = ideas.home;
}

}  // namespace

void use_last_plan(PlanScreen& self, Ui& ui) {
    ui.outbox->send(CopyPlan{self.view.last_plan, self.view.of},
                    [toasts = ui.toasts](const Status& status) { toasts->tell(status, "Last plan copied"); });
}

void add_activity(PlanScreen& self, Ui& ui, const Activity& activity) {
    if (verdict(findings_of(ui, self.view, activity)) == Verdict::exclude)
        return open_override(self, ui, activity.id, BlockId{});
    const std::vector<const Goal*> goals = planning::goals_weighed(*ui.caseload, *self.view.session);
    Block block = make_block(activity, *self.view.session, goals, *ui.library);
    block.pinned = true;  // put there by hand: the planner leaves it
    self.chosen = block.id;
    self.show_chosen = true;
    send_edit(self, ui, with_block(with_goals(*self.view.session, goals), std::move(block)), "Added " + activity.title);
}

std::string whose_words(const Ui& ui, const PlanView& view) {
    if (view.children.size() > 1) return "the group's";
    if (const auto pronouns = pronouns_of(view.child->pronouns)) return std::string(pronouns->possessive);
    return shown_call_name(ui, *view.child) + "'s";
}

void draw(PlanScreen& self, Ui& ui) {
    const SessionId session = ui.nav->here().session;
    forget_other_session(self, ui, session);
    follow_planner(self, ui);
    if (self.view.child == nullptr) return draw_nothing(ui);
    if (self.drag.index >= self.view.blocks.size()) self.drag = {};
    follow_packed(self.packed, ui, self.view.session->date);

    Rect page = ui.area;
    ui.foot_h = metrics::bottom_bar;
    draw_bottom_bar(self, ui, page.cut_bottom(ui.foot_h));
    page = page.inset(metrics::page_pad, 0);
    page.cut_top(metrics::m);
    page.cut_top(draw_plan_head(self, ui, page) - page.y, metrics::m);
    page.cut_bottom(metrics::l);
    if (ui.window.w >= metrics::drawer_below_w)
        draw_wide(self, ui, page);
    else if (ui.window.w >= metrics::one_column_below_w)
        draw_medium(self, ui, page);
    else
        draw_narrow(self, ui, page);
    draw_plan_dialogs(self, ui);
    draw_contacts(self.contacts, ui);
}

}  // namespace pegboard
