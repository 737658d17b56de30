// The bar below the plan: minutes used, what to bring, and the next step. What is rarer stands in the head's menu.
#include <algorithm>

#include "app/parts/start_session.h"
#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float minutes_w = 176;

void draw_minutes(PlanScreen& self, Ui& ui, Rect rect) {
    const Session& session = *self.view.session;
    const int left = self.view.left_min();
    const std::string words = std::to_string(planned_minutes(session) + self.view.between_min) + " of " +
                              std::to_string(session.length_min) + " min";
    const Rect line{rect.x, rect.y + 14, rect.w, 24};
    text_in(ui, line, words, {.type = Type::section});
    if (left == 0) icon_at(ui, {line.right() - 20, line.y + 2}, icon::check_circle, 20, Role::good);
    if (left < 0)
        text_in(ui, line, std::to_string(-left) + " min over",
                {.type = Type::caption_strong, .role = Role::warn, .align = Align::right});
    if (left > 0)
        text_in(ui, line, std::to_string(left) + " min left",
                {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    draw_segments(ui, {rect.x, rect.y + 48, rect.w, 8}, self.view);
}

void draw_things(PlanScreen& self, Ui& ui, Rect rect) {
    const auto& list = self.view.materials;
    if (list.empty()) {
        text_in(ui, rect, self.view.blocks.empty() ? "Nothing to bring yet" : "Nothing to bring",
                {.role = Role::ink_2, .max_w = rect.w});
        return;
    }
    const Scope scope(ui, "Things to bring");
    const std::string words = "Bring " + std::to_string(list.size()) + (list.size() == 1 ? " thing" : " things");
    text(ui, {rect.x, rect.y + 10}, words, {.type = Type::caption, .role = Role::ink_2});
    float x = rect.x;
    const float y = rect.y + 32;
    const float more_w = 44;
    std::size_t drawn = 0;
    for (; drawn < list.size(); ++drawn) {
        const Material& material = list[drawn];
        const bool packed = self.packed.items.contains(material.item);
        const std::string name = say(material);
        const float width = text_width(ui, name, Type::caption_strong) + (packed ? 38.0F : 20.0F);
        const bool last = drawn + 1 == list.size();
        if (x + width + (last ? 0 : more_w) > rect.right()) break;
        const Rect chip_rect{x, y, width, metrics::chip_small};
        if (pressable(ui, chip_rect, "Packed: " + name, WidgetRole::checkbox, packed, metrics::chip_small / 2).clicked)
            set_packed(self.packed, ui, material.item, !packed);
        fill(ui, chip_rect, packed ? Role::good_tint : Role::sunken, metrics::chip_small / 2);
        if (!packed) outline(ui, chip_rect, Role::line, metrics::chip_small / 2);
        if (packed) icon_at(ui, {x + 8, y + 4}, icon::check, 16, Role::good);
        text(ui, {x + (packed ? 28.0F : 10.0F), y + 4}, name,
             {.type = Type::caption_strong, .role = packed ? Role::good : Role::ink});
        x += width + 6;
    }
    const bool all = drawn == list.size();
    const std::string label = all ? "List" : "+" + std::to_string(list.size() - drawn);
    if (all && x + more_w > rect.right()) return;
    const Rect more{x, y, more_w, metrics::chip_small};
    if (pressable(ui, more, "All things to bring", WidgetRole::button, false, more.h / 2).clicked) open_materials(ui);
    fill(ui, more, Role::sunken, more.h / 2);
    outline(ui, more, Role::line, more.h / 2);
    text_in(ui, more, label, {.type = Type::caption_strong, .align = Align::centre});
}

void leave(Ui& ui) {
    if (ui.nav->can_go_back())
        ui.nav->back();
    else
        ui.nav->go({.screen = Screen::today});
}

/// Buttons at the right end; returns their left edge.
float draw_buttons(PlanScreen& self, Ui& ui, Rect bar) {
    const Session& session = *self.view.session;
    const float y = bar.y + (bar.h - metrics::button) / 2;
    float x = bar.right();
    const auto put = [&](std::string_view label, ButtonLook look) {
        x -= button_width(ui, label, look);
        const bool pressed = button(ui, Vec{x, y}, label, look);
        x -= metrics::s;
        return pressed;
    };
    if (session.status != SessionStatus::planned) {
        if (put("Done", {.kind = ButtonKind::primary, .icon = icon::check})) leave(ui);
        if (put("Reopen", {.icon = icon::history, .tooltip = "Back to planned"}))
            ui.outbox->send(ReopenSession{session.id});
        const BadgeWords status = badge_of(session, ui.clock.today);
        x -= badge_words_width(ui, status);
        draw_badge(ui, {x, bar.y + (bar.h - metrics::badge) / 2}, status);
        return x;
    }
    constexpr float roomy_from_w = 800;
    const bool roomy = ui.window.w >= roomy_from_w;
    const bool runs = is_running(session);
    const ButtonLook go{.kind = ButtonKind::primary, .icon = icon::play, .tooltip = "Ctrl Enter"};
    if (session.date == ui.clock.today && put(runs ? "Go on" : "Start session", go)) start_session(ui, session.id);
    if (session.date != ui.clock.today && put("Done", {.kind = ButtonKind::primary, .icon = icon::check})) leave(ui);
    if (self.view.editable) {
        const bool planning = self.draft && !self.draft->sent;
        const ButtonLook look{.kind = ButtonKind::tonal,
                              .icon = icon::auto_fix,
                              .enabled = !planning,
                              .tooltip = "Nothing changes before you choose. Key: G"};
        if (roomy && put(planning ? "Planning..." : "Suggest a plan", look)) suggest(self, ui);
        if (!roomy) {
            x -= metrics::button;
            if (icon_button(ui, {x, y}, icon::auto_fix, "Suggest a plan", {.bordered = true, .enabled = !planning}))
                suggest(self, ui);
            x -= metrics::s;
        }
    }
    return x;
}

}  // namespace

void draw_segments(Ui& ui, Rect rect, const PlanView& view) {
    const Session& session = *view.session;
    const int whole = std::max({1, session.length_min, planned_minutes(session)});
    fill(ui, rect, Role::track, rect.h / 2);
    float x = rect.x;
    for (std::size_t i = 0; i < session.blocks.size(); ++i) {
        const float width = rect.w * static_cast<float>(session.blocks[i].minutes) / static_cast<float>(whole);
        swatch(ui, {x, rect.y, std::max(1.0F, width - 2), rect.h}, view.blocks[i].hue, rect.h / 2);
        x += width;
    }
}

void draw_bottom_bar(PlanScreen& self, Ui& ui, Rect bar) {
    const Scope scope(ui, "Plan bar");
    fill(ui, bar, Role::surface);
    fill(ui, {bar.x, bar.y, bar.w, 1}, Role::line);
    Rect inside = bar.inset(metrics::page_pad, 0);
    const float left = draw_buttons(self, ui, inside);
    inside.w = left - metrics::l - inside.x;
    draw_minutes(self, ui, inside.cut_left(minutes_w, metrics::l));
    fill(ui, {inside.x, bar.y + metrics::m, 1, bar.h - 2 * metrics::m}, Role::line);
    inside.cut_left(metrics::l);
    if (self.view.chosen > 0 && ui.window.w < metrics::drawer_below_w && inside.w > 320) {
        const std::string words =
            std::to_string(self.view.covered) + " of " + std::to_string(self.view.chosen) + " goals";
        const Rect goals = inside.cut_left(text_width(ui, words, Type::label), metrics::l);
        text_in(ui, goals, words, {.type = Type::label});
    }
    if (inside.w > 100) draw_things(self, ui, inside);
}

}  // namespace pegboard
