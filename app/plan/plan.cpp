#include "app/plan/plan.h"

#include <algorithm>
#include <array>

#include "app/actions/actions.h"
#include "app/parts/contacts.h"
#include "app/plan/plan_panels.h"
#include "core/rules/pronouns.h"

namespace pegboard {
namespace {

constexpr float head_h = 56, left_w = 296, centre_most_w = 960, right_w = 352;

// ------------------------------------------------------------------ head

constexpr std::string_view more_menu = "More for this session";

void clear_plan(PlanScreen& self, Ui& ui) {
    Session edited = *self.view.session;
    edited.blocks.clear();
    edited.swapped_out.clear();
    send_edit(self, ui, std::move(edited), "Plan cleared");
}

/// Where there is no room for buttons.
void draw_more_menu(PlanScreen& self, Ui& ui, Rect anchor) {
    if (!begin_menu(ui, more_menu, anchor, 220)) return;
    const bool editable = self.view.editable;
    if (menu_item(ui, "Use last plan", {.icon = icon::history, .enabled = editable && bool(self.view.last_plan)}))
        use_last_plan(self, ui);
    if (menu_item(ui, "Repeat weekly", {.icon = icon::autorenew, .enabled = editable}))
        open_repeat(ui, *self.view.session);
    const bool full = editable && !self.view.session->blocks.empty();
    if (menu_item(ui, "Clear", {.icon = icon::delete_, .enabled = full})) clear_plan(self, ui);
    end_menu(ui);
}

/// Buttons at the right end of the head; returns their left edge.
float draw_acts(PlanScreen& self, Ui& ui, Rect head) {
    float x = head.right();
    const float y = head.y + 8;
    const Session& session = *self.view.session;
    const auto put = [&](std::string_view label, const ButtonLook& look) {
        x -= button_width(ui, label, look);
        const bool pressed = button(ui, Vec{x, y}, label, look);
        x -= metrics::s;
        return pressed;
    };
    const bool roomy = ui.window.w >= metrics::one_column_below_w;
    if (!roomy) {
        x -= metrics::button;
        if (icon_button(ui, {x, y}, icon::dots_horizontal, "More for this session", {})) open_menu(ui, more_menu);
        draw_more_menu(self, ui, {x - 180, y, 220, metrics::button});
        x -= metrics::s;
    } else if (self.view.editable) {
        if (put("Clear", {.kind = ButtonKind::ghost, .enabled = !session.blocks.empty()})) clear_plan(self, ui);
        const ButtonLook last{.icon = icon::history, .enabled = bool(self.view.last_plan)};
        if (put("Use last plan", last)) use_last_plan(self, ui);
    }
    const auto put_icon = [&](const char* glyph, ActionId id, const UndoStep* step) {
        const ActionRow& row = action_row(id);
        x -= metrics::button;
        const std::string name = std::string(row.label) + (step != nullptr ? ": " + step->label : "");
        const std::string keys = shortcut_words(row.shortcut.chord);
        const IconButtonLook look{.bordered = true, .enabled = step != nullptr, .shortcut = keys};
        if (icon_button(ui, {x, y}, glyph, name, look)) ui.actions->ask(id);
        x -= metrics::s;
    };
    put_icon(icon::redo_variant, ActionId::redo, ui.caseload->next_redo());
    put_icon(icon::undo_variant, ActionId::undo, ui.caseload->next_undo());
    return x;
}

/// "Mateo", or the group's name.
std::string whom(const PlanScreen& self, const Ui& ui) {
    return self.view.children.size() == 1 ? self.view.children.front().name : shown_names(ui, *self.view.session);
}

void draw_head(PlanScreen& self, Ui& ui, Rect head) {
    const Session& session = *self.view.session;
    const float right = draw_acts(self, ui, head);
    draw_faces(ui, {head.x + 2, head.y + 6}, children_of(*ui.caseload, session));
    float x = head.x + 64;
    const std::string_view together = session.lead == Lead::both ? "Co-treat" : "";
    const float tags_w = tag_width(ui, session.lead) + metrics::m +
                         (together.empty() ? 0.0F : text_width(ui, together, Type::caption) + metrics::s);
    const float phone_w = metrics::button_small + metrics::s;
    const float room = right - x - tags_w - phone_w;
    float after =
        x +
        text(ui, {x, head.y - 2}, "Plan for " + whom(self, ui), {.type = Type::title, .max_w = room, .heading = true}) +
        metrics::m;
    after += tag(ui, {after, head.y + 7}, session.lead) + 6;
    if (!together.empty())
        after += text(ui, {after, head.y + 9}, together, {.type = Type::caption, .role = Role::ink_2}) + metrics::xs;
    if (icon_button(ui, {after, head.y + 1}, icon::phone, "Phones and rescue plan", {.size = metrics::button_small}))
        open_contacts(ui, self.contacts, session);
    text(ui, {x, head.y + 34}, self.view.when_line, {.role = Role::ink_2, .max_w = right - x});
}

// ------------------------------------------------------------------ columns

/// True once there is a goal or a block to speak of.
bool has_coverage(const PlanScreen& self) { return self.view.chosen > 0 || !self.view.session->blocks.empty(); }

void draw_right(PlanScreen& self, Ui& ui, Rect rect) {
    if (has_coverage(self)) draw_covered(self, ui, rect.cut_top(covered_height(ui, self, rect), metrics::gutter));
    card(ui, rect);
    draw_add(self, ui, rect, 0);
}

void draw_wide(PlanScreen& self, Ui& ui, Rect page) {
    draw_needs(self, ui, page.cut_left(left_w, metrics::gutter));
    const float centre_w = std::min(centre_most_w, page.w - right_w - metrics::gutter);
    draw_timeline(self, ui, page.cut_left(centre_w, metrics::gutter));
    draw_right(self, ui, page.cut_left(right_w));
}

void draw_medium(PlanScreen& self, Ui& ui, Rect page) {
    draw_needs(self, ui, page.cut_left(left_w, metrics::gutter));
    draw_timeline(self, ui, page);
    const auto drawer = begin_drawer(ui, "Ideas", metrics::right_drawer_w);
    if (!drawer) return;
    Rect panel{drawer->x - metrics::l, drawer->y - metrics::s, drawer->w + 2 * metrics::l, drawer->h};
    if (has_coverage(self)) draw_covered(self, ui, panel.cut_bottom(covered_height(ui, self, panel), metrics::m));
    draw_add(self, ui, panel, metrics::button);
    end_drawer(ui, drawer->bottom() - metrics::xl);
}

void draw_narrow(PlanScreen& self, Ui& ui, Rect page) {
    const std::array<Tab, 3> all{Tab{"Plan"}, Tab{"Goals", self.view.chosen}, Tab{"Ideas"}};
    tabs(ui, page.cut_top(metrics::button, metrics::m), all, self.tab);
    if (self.tab == 1) {
        Rect beside = page.cut_right(page.w / 2, metrics::gutter);
        if (has_coverage(self)) draw_covered(self, ui, beside);
        return draw_needs(self, ui, page);
    }
    if (self.tab == 2) {
        card(ui, page);
        return draw_add(self, ui, page, 0);
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
    draw_head(self, ui, page.cut_top(head_h, metrics::m));
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
