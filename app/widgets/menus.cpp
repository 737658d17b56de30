// Menus, and the popups that choice lists and calendars stand on.
#include <algorithm>
#include <cmath>

#include "app/widgets/panels.h"
#include "app/widgets/pushing.h"

namespace pegboard {

namespace {

constexpr float menu_pad = 6, row_h = 36, row_pad = 12, icon_size = 20, icon_gap = 10, divider_h = 9;

constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                  ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

ImGuiID panel_id(std::string_view kind, std::string_view name) {
    return ImHashStr(name.data(), name.size(), ImHashStr(kind.data(), kind.size()));
}

Rect place_panel(const Ui& ui, Rect anchor, float width, float height) {
    constexpr float gap = 4, edge = 8;
    anchor = pushed(ui, anchor);
    Rect rect{anchor.x, anchor.bottom() + gap, width, height};
    if (rect.right() > ui.window.right() - edge) rect.x = anchor.right() - width;
    rect.x = std::clamp(rect.x, edge, std::max(edge, ui.window.right() - edge - width));
    if (rect.bottom() > ui.window.bottom() - edge) {
        const float above = anchor.y - gap - height;
        rect.y = above >= edge ? above : std::max(edge, ui.window.bottom() - edge - height);
    }
    rect.h = std::min(rect.h, ui.window.h - 2 * edge);
    return rect;
}

bool begin_panel(Ui& ui, ImGuiID id, std::string_view name, Rect rect, int shadow, float radius) {
    WidgetMemory& m = memory(ui);
    const ImRect box = paint::window_pixels(ui, rect);
    ImGui::SetNextWindowPos(box.Min);
    ImGui::SetNextWindowSize(box.GetSize());
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    const bool open = ImGui::BeginPopupEx(id, bare);
    ImGui::PopStyleVar();
    if (!open) return false;
    own_key(ImGuiKey_Escape, id);
    m.panels.push_back({std::string(name), rect, rect.y, id});
    if (ui.record) ui.record->scopes.emplace_back(name);
    paint::popover(ui, box, radius, shadow);
    return true;
}

void close_panel(Ui& ui) {
    ImGui::CloseCurrentPopup();
    ui.wake_in(0);
}

void end_panel(Ui& ui) {
    WidgetMemory& m = memory(ui);
    if (esc_pressed(ui)) {
        use_esc(ui);
        close_panel(ui);
    }
    if (!m.panels.empty()) m.panels.pop_back();
    if (ui.record && !ui.record->scopes.empty()) ui.record->scopes.pop_back();
    ImGui::EndPopup();
}

void open_menu(Ui& ui, std::string_view name) {
    memory(ui).want_menu = name;
    // ImGui answers Enter only while it shows where the keyboard stands, which a mouse used before has hidden.
    bool by_pointer = false;
    for (int i = 0; i < ImGuiMouseButton_COUNT; ++i)
        by_pointer = by_pointer || ImGui::IsMouseReleased(i) || ImGui::IsMouseClicked(i);
    if (!by_pointer) {
        ImGui::SetNavCursorVisible(true);
        ui.keyboard = true;
    }
    ui.wake_in(0);
}

bool begin_menu(Ui& ui, std::string_view name, Rect anchor, float width) {
    WidgetMemory& m = memory(ui);
    const ImGuiID id = panel_id("menu", name);
    if (m.want_menu == name) {
        m.want_menu.clear();
        ImGui::OpenPopupEx(id);
    }
    if (!ImGui::IsPopupOpen(id, ImGuiPopupFlags_None)) return false;
    const auto known = m.heights.find(name);
    const float height = known == m.heights.end() ? row_h + 2 * menu_pad : known->second;
    if (!begin_panel(ui, id, name, place_panel(ui, anchor, width, height))) return false;
    if (known == m.heights.end()) {
        ImGui::GetCurrentWindow()->Hidden = true;
        ui.wake_in(0);
    }
    m.panels.back().y += menu_pad;
    return true;
}

bool menu_item(Ui& ui, std::string_view label, const MenuItemLook& look) {
    WidgetMemory& m = memory(ui);
    if (m.panels.empty()) return false;
    OpenPanel& panel = m.panels.back();
    const Rect row{panel.rect.x + menu_pad, panel.y, panel.rect.w - 2 * menu_pad, row_h};
    panel.y += row_h;
    Target target{.role = WidgetRole::menu_item, .label = label, .value = look.ticked ? "ticked" : ""};
    target.enabled = look.enabled;
    target.selected = look.ticked;
    const Touch at = touch(ui, row, target);
    if (at.visible) {
        const float radius = ui.px(metrics::radius_small);
        if (at.held || at.hovered) paint::fill(ui, at.box, at.held ? Role::press : Role::hover, radius);
        if (at.focused) paint::focus_inside(ui, at.box, radius);
        const Role role = !look.enabled ? Role::disabled : look.danger ? Role::danger : Role::ink;
        float x = row.x + row_pad;
        const float icon_y = row.y + (row_h - icon_size) / 2;
        if (look.icon) {
            icon_at(ui, {x, icon_y}, look.icon, icon_size, look.enabled && !look.danger ? Role::ink_2 : role);
            x += icon_size + icon_gap;
        }
        const float keys_w = look.shortcut.empty() ? 0 : text_width(ui, look.shortcut, Type::caption) + 12;
        const float tick_w = look.ticked ? icon_size + 8 : 0;
        bool cut = false;
        const float room = row.right() - row_pad - keys_w - tick_w - x;
        const std::string words = paint::elide(ui, Type::body, label, ui.px(room), &cut);
        paint::words_in(ui, Type::body, {{std::round(ui.px(x)), at.box.Min.y}, at.box.Max}, paint::colour(ui, role),
                        words);
        if (!look.shortcut.empty()) {
            const Rect keys{row.right() - row_pad - keys_w + 12, row.y, keys_w, row_h};
            paint::words_in(ui, Type::caption, paint::pixels(ui, keys), paint::colour(ui, Role::ink_3), look.shortcut);
        }
        if (look.ticked)
            icon_at(ui, {row.right() - row_pad - keys_w - icon_size, icon_y}, icon::check, icon_size, Role::primary);
        if (cut) tooltip(ui, label);
    }
    if (at.pressed) close_panel(ui);
    return at.pressed;
}

void menu_divider(Ui& ui) {
    WidgetMemory& m = memory(ui);
    if (m.panels.empty()) return;
    OpenPanel& panel = m.panels.back();
    divider(ui, {panel.rect.x, panel.y + divider_h / 2}, panel.rect.w);
    panel.y += divider_h;
}

void end_menu(Ui& ui) {
    WidgetMemory& m = memory(ui);
    if (m.panels.empty()) return;
    const OpenPanel& panel = m.panels.back();
    const float height = panel.y + menu_pad - panel.rect.y;
    if (const auto known = m.heights.find(panel.name); known == m.heights.end() || known->second != height) {
        m.heights[panel.name] = height;
        ui.wake_in(0);
    }
    end_panel(ui);
}

std::optional<Rect> begin_popover(Ui& ui, std::string_view name, Rect anchor, float width) {
    if (!begin_menu(ui, name, anchor, width)) return std::nullopt;
    return memory(ui).panels.back().rect.inset(metrics::l, metrics::l);
}

void end_popover(Ui& ui, float bottom) {
    WidgetMemory& m = memory(ui);
    if (m.panels.empty()) return;
    m.panels.back().y = bottom + metrics::l - menu_pad;
    end_menu(ui);
}

void close_popover(Ui& ui) { close_panel(ui); }

}  // namespace pegboard
