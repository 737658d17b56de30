// Toasts, the empty state and the banner that stays.
#include <algorithm>
#include <cmath>

#include "app/actions/actions.h"
#include "app/widgets/interact.h"

namespace pegboard {

namespace {

constexpr float toast_h = 48, toast_pad = 16, toast_icon = 20, toast_gap = 12, toast_edge = 24, toast_most = 560;

/// "Undo" on the dark toast: words only.
bool toast_button(Ui& ui, Rect rect, std::string_view label) {
    Target target{.role = WidgetRole::button, .label = label};
    const Touch at = touch(ui, rect, target);
    const float radius = ui.px(metrics::radius_small);
    if (at.held || at.hovered)
        paint::list().AddRectFilled(at.box.Min, at.box.Max,
                                    paint::colour(ui, Role::toast_text, at.held ? 0.24F : 0.14F), radius);
    if (at.focused) paint::border(ui, at.box, paint::colour(ui, Role::toast_text), radius, paint::line_px(ui, 2));
    const float width = paint::width_px(ui, Type::button, label);
    paint::words_in(ui, Type::button, {{std::round(at.box.GetCenter().x - width / 2), at.box.Min.y}, at.box.Max},
                    paint::colour(ui, Role::toast_action), label);
    return at.pressed;
}

void draw_toast(Ui& ui, const Toasts::Toast& toast, Rect rect, float undo_w) {
    const ImRect box = paint::pixels(ui, rect);
    const float radius = ui.px(metrics::radius_large);
    paint::list().PushClipRectFullScreen();
    ui.design->shadow(paint::list(), 2, box.Min, box.Max, radius);
    paint::fill(ui, box, Role::toast, radius);
    paint::list().PopClipRect();
    icon_at(ui, {rect.x + toast_pad, rect.y + (toast_h - toast_icon) / 2},
            toast.refused ? icon::alert_circle_outline : icon::check_circle, toast_icon, Role::toast_text);
    const float x = rect.x + toast_pad + toast_icon + toast_gap;
    const float room = rect.right() - x - toast_pad - undo_w;
    record_words(ui, WidgetRole::toast, toast.words, box);
    bool cut = false;
    const std::string words = paint::elide(ui, Type::body, toast.words, ui.px(room), &cut);
    ImRect at = box;
    at.Min.x = std::round(ui.px(x));
    paint::words_in(ui, Type::body, at, paint::colour(ui, Role::toast_text), words);
    if (cut) tell_whole(ui, box, toast.words);
}

}  // namespace

void draw_toasts(Ui& ui) {
    if (!ui.toasts) return;
    Toasts& toasts = *ui.toasts;
    const double now = ui.clock.time_s;
    if (toasts.wanted) {
        toasts.current = std::move(toasts.wanted);
        toasts.wanted.reset();
        toasts.current->until_s = now + static_cast<double>(motion::toast_stay_s);
    }
    if (!toasts.current) return;
    if (now >= toasts.current->until_s) {
        toasts.current.reset();
        return;
    }
    const float undo_w = toasts.current->undo ? text_width(ui, "Undo", Type::button) + 24 : 0;
    const float needed = toast_pad + toast_icon + toast_gap + text_width(ui, toasts.current->words) + toast_pad +
                         (toasts.current->undo ? undo_w + 8 : 0);
    const float width = std::clamp(needed, 240.0F, std::min(toast_most, ui.window.w - 2 * toast_edge));
    const float left = std::max(ui.area.x, ui.window.x) + toast_edge;
    const Rect rect{left, ui.window.bottom() - ui.foot_h - toast_edge - toast_h, width, toast_h};
    const ImRect box = paint::pixels(ui, rect);
    ImGui::SetNextWindowPos(box.Min);
    ImGui::SetNextWindowSize(box.GetSize());
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::Begin("toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    // A dialog that closes hands the keyboard to the front window. That is the toast, which no Tab leads out of: it
    // goes to what lies below.
    if (GImGui->NavWindow == ImGui::GetCurrentWindow() && GImGui->ActiveId == 0)
        ImGui::FocusTopMostWindowUnderOne(ImGui::GetCurrentWindow(), nullptr, nullptr,
                                          ImGuiFocusRequestFlags_RestoreFocusedChild);
    if (ui.record) ui.record->scopes.emplace_back("Toast");
    draw_toast(ui, *toasts.current, rect, toasts.current->undo ? undo_w + 8 : 0);
    const bool rested = ImGui::IsWindowHovered();
    if (toasts.current->undo &&
        toast_button(ui, {rect.right() - undo_w - 8, rect.y + 8, undo_w, toast_h - 16}, "Undo")) {
        if (toasts.current->step)
            toasts.undo_pressed = toasts.current->step;
        else if (ui.actions)
            ui.actions->ask(ActionId::undo);
        toasts.current.reset();
    }
    if (ui.record && !ui.record->scopes.empty()) ui.record->scopes.pop_back();
    ImGui::End();
    if (!toasts.current) return;
    // Someone who is reading it, or on the way to Undo, is not hurried.
    if (rested) toasts.current->until_s = std::max(toasts.current->until_s, now + 2);
    ui.wake_in(toasts.current->until_s - now);
}

bool empty_state(Ui& ui, Rect rect, std::string_view picture, Hue hue, std::string_view heading, std::string_view line,
                 std::string_view button_label) {
    const float line_w = std::min(rect.w - 32, 420.0F);
    const float line_h = wrapped_height(ui, line, line_w);
    const float height = metrics::tile_l + 16 + line_height(Type::heading) + 4 + line_h +
                         (button_label.empty() ? 0 : 16 + metrics::button);
    const float middle = rect.centre().x;
    float y = rect.y + std::max(0.0F, (rect.h - height) / 2);
    tile(ui, {middle - metrics::tile_l / 2, y, metrics::tile_l, metrics::tile_l}, picture, hue, 24);
    y += metrics::tile_l + 16;
    text(ui, {middle, y}, heading, {.type = Type::heading, .max_w = rect.w, .align = Align::centre, .heading = true});
    y += line_height(Type::heading) + 4;
    text_wrapped(ui, {middle - line_w / 2, y, line_w, line_h}, line, {.role = Role::ink_2, .align = Align::centre});
    y += line_h + 16;
    if (button_label.empty()) return false;
    const ButtonLook look{.kind = ButtonKind::tonal};
    const float width = button_width(ui, button_label, look);
    return button(ui, Vec{middle - width / 2, y}, button_label, look);
}

namespace {

struct BannerRoles {
    Role words, fill;
    const char* glyph;
};

BannerRoles roles_of(BadgeKind kind) {
    switch (kind) {
        case BadgeKind::good:
            return {Role::good, Role::good_tint, icon::check_circle_outline};
        case BadgeKind::warn:
            return {Role::warn, Role::warn_tint, icon::alert_circle_outline};
        case BadgeKind::danger:
            return {Role::danger, Role::danger_tint, icon::alert};
        case BadgeKind::info:
            return {Role::info, Role::info_tint, icon::lightbulb_outline};
        case BadgeKind::plain:
            break;
    }
    return {Role::ink_2, Role::sunken, icon::lightbulb_outline};
}

}  // namespace

int banner(Ui& ui, Rect rect, BadgeKind kind, std::string_view words, std::initializer_list<std::string_view> buttons,
           float* height) {
    constexpr float pad = 16, glyph = 20, gap = 12;
    const BannerRoles roles = roles_of(kind);
    const ButtonLook look{.kind = ButtonKind::secondary, .height = metrics::button_small};
    float buttons_w = 0;
    for (const std::string_view label : buttons) buttons_w += button_width(ui, label, look) + 8;
    const float words_x = rect.x + pad + glyph + gap;
    const float words_w = std::max(80.0F, rect.right() - pad - buttons_w - words_x - (buttons.size() > 0 ? 8 : 0));
    const float words_h = wrapped_height(ui, words, words_w);
    const float total = std::max(words_h, metrics::button_small) + 2 * 12;
    const Rect whole{rect.x, rect.y, rect.w, total};
    fill(ui, whole, roles.fill, metrics::radius_large);
    icon_at(ui, {rect.x + pad, whole.centre().y - glyph / 2}, roles.glyph, glyph, roles.words);
    text_wrapped(ui, {words_x, whole.centre().y - words_h / 2, words_w, words_h}, words, {});
    int pressed = -1;
    int index = 0;
    float x = rect.right() - pad - buttons_w + 8;
    for (const std::string_view label : buttons) {
        if (button(ui, Vec{x, whole.centre().y - metrics::button_small / 2}, label, look)) pressed = index;
        x += button_width(ui, label, look) + 8;
        ++index;
    }
    if (height) *height = total;
    return pressed;
}

}  // namespace pegboard
