// Dialogs over a scrim and the drawer at the right. A dialog keeps the keyboard to itself; Esc closes it, and what was
// typed stays in the drafts. A press on the scrim closes one in which nothing was typed or chosen.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/widgets/fields/field_parts.h"
#include "app/widgets/panels.h"
#include "app/widgets/pushing.h"

namespace pegboard {

namespace {

constexpr float pad = 24, title_gap = 12, foot_gap = 24, button_gap = 12, edge = 24, first_guess = 200;

OpenDialog* find_dialog(WidgetMemory& m, std::string_view name) {
    for (OpenDialog& dialog : m.dialogs)
        if (dialog.name == name) return &dialog;
    return nullptr;
}

std::string window_name(std::string_view name) { return "dialog " + std::string(name); }

constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                  ImGuiWindowFlags_NoScrollWithMouse;

/// Opens or goes on with the modal window; false when another dialog stands before it.
bool begin_modal(Ui& ui, std::string_view name, Rect rect) {
    WidgetMemory& m = memory(ui);
    const std::string window = window_name(name);
    const ImGuiID id = panel_id("dialogs", window);
    if (!ImGui::IsPopupOpen(id, ImGuiPopupFlags_None)) {
        if (m.dialogs.back().name != name) return false;
        ImGui::OpenPopupEx(id);
        m.focus_first_field = true;
    }
    const ImRect box = paint::window_pixels(ui, rect);
    ImGui::SetNextWindowPos(box.Min);
    ImGui::SetNextWindowSize(box.GetSize());
    const float dim = ui.design->palette().scrim_alpha;
    ImGui::PushStyleColor(ImGuiCol_ModalWindowDimBg, paint::colour(ui, Role::scrim, dim));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    // BeginPopupModal would take its id from the id stack here, which the new window then hides.
    constexpr ImGuiWindowFlags modal = bare | ImGuiWindowFlags_Popup | ImGuiWindowFlags_Modal;
    const bool open = ImGui::Begin(window.c_str(), nullptr, modal);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    if (!open) ImGui::EndPopup();
    GImGui->DimBgRatio = 1;
    return open;
}

/// A press that begins and ends on the scrim, with no menu open over the dialog.
bool scrim_pressed(OpenDialog& dialog, const ImRect& box) {
    const bool outside = !box.Contains(ImGui::GetIO().MousePos);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        dialog.armed = outside && GImGui->OpenPopupStack.Size == GImGui->BeginPopupStack.Size;
    if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return false;
    return std::exchange(dialog.armed, false) && outside;
}

}  // namespace

void open_dialog(Ui& ui, std::string_view name) {
    WidgetMemory& m = memory(ui);
    std::erase_if(m.dialogs, [&](const OpenDialog& dialog) { return dialog.name == name; });
    m.dialogs.push_back({std::string(name), m.frame});
    ui.wake_in(0);
}

void close_dialog(Ui& ui) {
    WidgetMemory& m = memory(ui);
    // The one being drawn, else the newest.
    if (!m.panels.empty() && find_dialog(m, m.panels.back().name)) {
        const std::string name = m.panels.back().name;
        std::erase_if(m.dialogs, [&](const OpenDialog& dialog) { return dialog.name == name; });
        ImGui::CloseCurrentPopup();
    } else if (!m.dialogs.empty()) {
        m.dialogs.pop_back();
    }
    ui.wake_in(0);
}

std::optional<Rect> begin_dialog(Ui& ui, std::string_view name, std::string_view title, float width) {
    WidgetMemory& m = memory(ui);
    OpenDialog* dialog = find_dialog(m, name);
    if (!dialog) return std::nullopt;
    dialog->frame = m.frame;
    const auto known = m.heights.find(name);
    const bool measured = known != m.heights.end();
    const float content = measured ? known->second : first_guess;
    const float frame_h = pad + line_height(Type::heading) + title_gap + foot_gap + metrics::button + pad;
    const float height = std::min(frame_h + content, std::max(240.0F, ui.window.h - 2 * edge));
    width = std::min(width, ui.window.w - 2 * edge);
    const Vec centre = ui.window.centre();
    const Rect rect{std::round(centre.x - width / 2), std::round(centre.y - height / 2), width, height};
    if (!begin_modal(ui, name, rect)) return std::nullopt;
    // The first frame only measures.
    if (!measured) {
        ImGui::GetCurrentWindow()->Hidden = true;
        ui.wake_in(0);
    }
    m.panels.push_back({std::string(name), rect, 0, ImGui::GetCurrentWindow()->ID});
    own_key(ImGuiKey_Escape, m.panels.back().id);
    if (ui.record) ui.record->scopes.emplace_back(name);
    record_words(ui, WidgetRole::dialog, title, paint::pixels(ui, rect));
    paint::popover(ui, paint::pixels(ui, rect), metrics::radius_card, 3);
    Rect inside = rect.inset(pad, pad);
    text(ui, inside.pos(), title, {.type = Type::heading, .max_w = inside.w, .heading = true});
    const float above = line_height(Type::heading) + title_gap;
    const Rect body{inside.x, inside.y + above, inside.w, height - frame_h};
    return begin_scroll(ui, "dialog", body);
}

namespace {

/// The foot: the main act at the right end, the others before it.
int foot(Ui& ui, Rect rect, std::initializer_list<std::string_view> buttons, const FootLook& of) {
    int pressed = -1;
    struct Placed {
        std::string_view label;
        ButtonLook look;
        Rect rect;
    };
    std::vector<Placed> placed;
    const float height = of.large ? metrics::touch : metrics::button;
    float right = rect.right() - pad;
    int index = 0;
    for (const std::string_view label : buttons) {
        ButtonLook look{.kind = index > 0 ? ButtonKind::quiet : of.danger ? ButtonKind::danger : ButtonKind::primary};
        look.enabled = index > 0 || of.main_enabled || !of.lacks.empty();
        const float width = button_width(ui, label, look);
        right -= width;
        placed.push_back({label, look, {right, rect.bottom() - pad - height, width, height}});
        right -= index == 0 ? button_gap : 4;
        ++index;
    }
    // Drawn from left to right, so that Tab goes that way.
    for (std::size_t i = placed.size(); i-- > 0;)
        if (button(ui, placed[i].rect, placed[i].label, placed[i].look)) pressed = static_cast<int>(i);
    return pressed;
}

bool main_by_key(const OpenDialog& dialog, const FootLook& look) {
    const bool ctrl_enter = ImGui::GetIO().KeyCtrl && key_pressed(ImGuiKey_Enter, false);
    // What cannot be taken back wants more than an Enter among several fields.
    return ctrl_enter || (dialog.entered && (dialog.fields == 1 || !look.danger));
}

/// A red field of the dialog, or what is still wanted, has the keyboard instead of the act that was pressed.
bool led_away(Ui& ui, const std::string& panel, bool main, const FootLook& look) {
    for (const RedField& field : memory(ui).red)
        if (field.panel == panel) return lead_to(ui, field), true;
    if (!main || look.lacks.empty()) return false;
    ask_for(ui, look.lacks_at, look.lacks);
    return true;
}

}  // namespace

int end_dialog(Ui& ui, float bottom, std::initializer_list<std::string_view> buttons, bool danger, bool main_enabled) {
    return end_dialog(ui, bottom, buttons, FootLook{.danger = danger, .main_enabled = main_enabled});
}

int end_dialog(Ui& ui, float bottom, std::initializer_list<std::string_view> buttons, const FootLook& look) {
    WidgetMemory& m = memory(ui);
    if (m.panels.empty()) return -1;
    const OpenPanel panel = m.panels.back();
    const Rect body = m.regions.empty() ? panel.rect : m.regions.back().rect;
    const float scroll = ImGui::GetScrollY() / ui.design->scale();
    const float content = std::ceil(bottom + pushed_by(ui, bottom) + scroll - body.y);
    end_scroll(ui, bottom);
    if (const auto known = m.heights.find(panel.name); known == m.heights.end() || known->second != content) {
        m.heights[panel.name] = content;
        ui.wake_in(0);
    }
    int pressed = foot(ui, panel.rect, buttons, look);
    OpenDialog* dialog = find_dialog(m, panel.name);
    const bool main_open = look.main_enabled || !look.lacks.empty();
    if (pressed < 0 && dialog && main_open && buttons.size() > 0 && main_by_key(*dialog, look)) pressed = 0;
    const bool an_act = pressed == 0 || (pressed > 0 && pressed + 1 < static_cast<int>(buttons.size()));
    if (an_act && led_away(ui, panel.name, pressed == 0, look)) pressed = -1;
    if (dialog) dialog->entered = false;
    m.focus_first_field = false;
    const bool escaped = esc_pressed(ui);
    if (escaped) use_esc(ui);
    const bool beside = dialog && scrim_pressed(*dialog, paint::window_pixels(ui, panel.rect)) && !dialog->touched;
    if (dialog && (beside || escaped)) close_dialog(ui);
    m.panels.pop_back();
    if (ui.record && !ui.record->scopes.empty()) ui.record->scopes.pop_back();
    ImGui::EndPopup();
    return pressed;
}

void open_drawer(Ui& ui, std::string_view name) {
    memory(ui).want_drawer = name;
    ui.wake_in(0);
}

void close_drawer(Ui& ui, std::string_view name) {
    WidgetMemory& m = memory(ui);
    if (m.drawer == name) m.drawer.clear();
    ui.wake_in(0);
}

std::optional<Rect> begin_drawer(Ui& ui, std::string_view name, float width) {
    WidgetMemory& m = memory(ui);
    const ImGuiID id = panel_id("drawer", name);
    if (m.want_drawer == name) {
        m.drawer = std::exchange(m.want_drawer, "");
        ImGui::OpenPopupEx(id);
    }
    if (m.drawer != name) return std::nullopt;
    const float top = ui.area.y;
    const Rect rect{ui.window.right() - width, top, width, ui.window.bottom() - top};
    if (!begin_panel(ui, id, name, rect, 3, 0)) {
        m.drawer.clear();
        return std::nullopt;
    }
    if (icon_button(ui, {rect.right() - 12 - 36, rect.y + 12}, icon::close, "Close", {.size = 36})) m.drawer.clear();
    return begin_scroll(ui, "drawer", {rect.x + pad, rect.y + 16, rect.w - 2 * pad, rect.h - 16});
}

void end_drawer(Ui& ui, float bottom) {
    WidgetMemory& m = memory(ui);
    end_scroll(ui, bottom + pad);
    if (m.drawer.empty()) close_panel(ui);
    end_panel(ui);
}

}  // namespace pegboard
