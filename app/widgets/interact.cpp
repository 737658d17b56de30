// Ids, hover, press, focus and the record, for all widgets alike.
#include "app/widgets/interact.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/widgets/pushing.h"

namespace pegboard {

namespace {

constexpr double tip_after_s = 0.5;

/// A popup whose screen is gone would keep everything else from being pressed.
void shut_forgotten_popups(int frame) {
    const ImVector<ImGuiPopupData>& open = GImGui->OpenPopupStack;
    for (int i = GImGui->BeginPopupStack.Size; i < open.Size; ++i)
        if (open[i].Window && open[i].Window->LastFrameActive < frame - 1) {
            ImGui::ClosePopupToLevel(i, true);
            return;
        }
}

/// Reads F6, and goes past a pane in which nothing took the keyboard.
void turn_panes(WidgetMemory& m) {
    Panes& panes = m.panes;
    panes.count = panes.drawn;
    panes.drawn = 0;
    const bool key = ImGui::IsKeyPressed(ImGuiKey_F6, false) && GImGui->OpenPopupStack.Size == 0;
    if (key) {
        // What is being typed ends here, as with Tab.
        if (GImGui->ActiveId != 0 && m.edits.contains(GImGui->ActiveId)) ImGui::ClearActiveID();
        panes.step = ImGui::GetIO().KeyShift ? -1 : 1;
        panes.tries = 0;
        if (GImGui->NavId == 0) panes.of_focus = 0;
        panes.wanted = panes.of_focus;
    }
    if (panes.wanted == 0 && !key) return;
    if (panes.count == 0 || panes.tries++ >= panes.count) {
        panes.wanted = 0;
        return;
    }
    panes.wanted = (std::max(panes.wanted, panes.step > 0 ? 0 : 1) - 1 + panes.step + panes.count) % panes.count + 1;
}

/// Tab from a control that is gone goes on from where it stood: to what took its place, or backwards to what stood
/// before it. On another page it begins at the first control of the part that had the keyboard.
void tab_from_what_is_gone(WidgetMemory& m, bool same_place) {
    if (!m.focus_gone || !GImGui->NavMoveScoringItems || GImGui->NavTabbingDir == 0) return;
    if (same_place && m.stop_of_focus >= 0) {
        const int wanted = GImGui->NavTabbingDir > 0 ? m.stop_of_focus : m.stop_of_focus - 1;
        m.wanted_stop = std::clamp(wanted, 0, std::max(0, m.stops_before - 1));
        ImGui::NavMoveRequestCancel();
        return;
    }
    if (m.panes.of_focus > 0 && GImGui->OpenPopupStack.Size == 0) {
        ImGui::NavMoveRequestCancel();
        m.panes.wanted = m.panes.of_focus;
        m.panes.step = m.panes.tries = 1;
    } else if (GImGui->NavTabbingDir > 0) {
        GImGui->NavTabbingDir = 0;
    }
}

/// With Ctrl or Alt, Enter and Space are shortcuts: they never press what shows its ring as well. Nor does Space press
/// what stood under a ring that went away when the pointer moved: on a page it is a key of the page then.
void keep_shortcuts_from_pressing(bool rings_show) {
    ImGuiContext& g = *GImGui;
    const bool no_ring = !rings_show && g.OpenPopupStack.Size == 0 && ImGui::IsKeyPressed(ImGuiKey_Space, false);
    if (!(with_command_key() || no_ring) || (g.NavActivateFlags & ImGuiActivateFlags_FromTabbing) != 0) return;
    g.NavActivateId = g.NavActivateDownId = g.NavActivatePressedId = 0;
}

void turn_over(WidgetMemory& m, const Ui& ui, int frame, bool same_place) {
    m.stops_before = std::exchange(m.stops, 0);
    m.wanted_stop = -1;
    shut_forgotten_popups(frame);
    keep_shortcuts_from_pressing(ui.keyboard);
    m.frame = frame;
    settle_pushes(m, ui.clock.time_s);
    m.seen.clear();
    std::swap(m.letters_before, m.letters);
    m.letters.clear();
    for (const auto& [first, last] : {std::pair(ImGuiKey_0, ImGuiKey_Z), std::pair(ImGuiKey_Space, ImGuiKey_Space),
                                      std::pair(ImGuiKey_Slash, ImGuiKey_Slash)})
        for (int key = first; key <= last && !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt; ++key)
            if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), false)) m.letters.push_back(static_cast<ImGuiKey>(key));
    std::swap(m.red_before, m.red);
    m.red.clear();
    std::swap(m.below_before, m.below);
    m.below.clear();
    m.entered.clear();
    constexpr int soon = 30;  // frames: a dialog measures itself first, a page may open by steps
    std::erase_if(m.asked, [frame](const auto& asked) { return asked.second.frame < frame - soon; });
    m.esc_used = false;
    m.last = {};
    m.regions.clear();
    m.panels.clear();
    turn_panes(m);
    tab_from_what_is_gone(m, same_place);
    // A field that is drawn no longer cannot hand over its text: that stays in the drafts and is handed over when the
    // field is seen again.
    for (const auto& [id, edit] : m.edits)
        if (edit.frame < frame - 1) m.left_unseen.insert(id);
    std::erase_if(m.edits, [frame](const auto& edit) { return edit.second.frame < frame - 1; });
    m.typed_in = 0;
    for (OpenDialog& dialog : m.dialogs) dialog.fields = 0;
    std::erase_if(m.dialogs, [frame](const OpenDialog& dialog) { return dialog.frame < frame - 1; });
}

std::string scope_of(const Record& record) {
    std::string path;
    for (const std::string& scope : record.scopes) {
        if (!path.empty()) path += " > ";
        path += scope;
    }
    return path;
}

void apply_force(WidgetState force, Touch& touch) {
    if (force == WidgetState::live) return;
    touch.hovered = force == WidgetState::hover || force == WidgetState::pressed;
    touch.held = force == WidgetState::pressed;
    touch.focused = force == WidgetState::focus;
}

ImRect hit_box(const Ui& ui, Rect rect, float least) {
    const float more_x = std::max(0.0F, least - rect.w) / 2;
    const float more_y = std::max(0.0F, least - rect.h) / 2;
    return paint::pixels(ui, Rect{rect.x - more_x, rect.y - more_y, rect.w + 2 * more_x, rect.h + 2 * more_y});
}

bool pointer_rests(const ImRect& box) {
    return GImGui->HoveredWindow == ImGui::GetCurrentWindow() && ImGui::IsMouseHoveringRect(box.Min, box.Max);
}

/// Pressing it changes what a dialog says; opening a list or a menu does not yet.
bool chooses(WidgetRole role) {
    switch (role) {
        case WidgetRole::chip:
        case WidgetRole::checkbox:
        case WidgetRole::radio:
        case WidgetRole::switch_:
        case WidgetRole::choice:
            return true;
        default:
            return false;
    }
}

}  // namespace

void note_touched(WidgetMemory& m) {
    for (OpenDialog& dialog : m.dialogs)
        for (const OpenPanel& panel : m.panels)
            if (panel.name == dialog.name) dialog.touched = true;
}

WidgetMemory& memory(Ui& ui) {
    if (!ui.memory) ui.memory = std::make_shared<WidgetMemory>();
    const int frame = ImGui::GetFrameCount();
    if (ui.memory->frame != frame)
        turn_over(*ui.memory, ui, frame, ui.nav == nullptr || ui.memory->focus_at == ui.nav->here());
    return *ui.memory;
}

const WidgetMemory* memory(const Ui& ui) { return ui.memory.get(); }

void force_state(Ui& ui, WidgetState state) { memory(ui).force = state; }

int fields_typed_in(const Ui& ui) {
    const WidgetMemory* m = memory(ui);
    return m != nullptr ? m->typed_in : 0;
}

void finish_typing() { ImGui::ClearActiveID(); }

bool typing(const Ui& ui) { return ui.memory && ImGui::GetIO().WantTextInput; }

ImGuiID widget_id(Ui& ui, WidgetRole role, std::string_view label) {
    const ImGuiID seed = ImGui::GetID(static_cast<int>(role) + 1);
    const ImGuiID id = ImHashStr(label.data(), label.size(), seed);
    const int nth = memory(ui).seen[id]++;
    return nth == 0 ? id : ImHashData(&nth, sizeof nth, id);
}

void record(Ui& ui, WidgetInfo info, const ImRect& box) {
    if (!ui.record) return;
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    info.scope = scope_of(*ui.record);
    info.min = box.Min;
    info.max = box.Max;
    info.clip_min = clip.Min;
    info.clip_max = clip.Max;
    info.scrolls = !memory(ui).regions.empty();
    info.layer = GImGui->BeginPopupStack.Size;
    ui.record->widgets.push_back(std::move(info));
}

void record_words(Ui& ui, WidgetRole role, std::string_view label, const ImRect& box, bool clipped,
                  std::string_view value) {
    if (!ui.record) return;
    WidgetInfo info;
    info.role = role;
    info.label = label;
    info.value = value;
    info.clipped = clipped;
    record(ui, std::move(info), box);
}

Touch touch(Ui& ui, Rect rect, const Target& target) {
    WidgetMemory& m = memory(ui);
    Touch touch;
    touch.box = paint::pixels(ui, rect);
    touch.id = widget_id(ui, target.role, target.label);
    const ImRect hit = hit_box(ui, rect, target.hit);
    ImGuiItemFlags flags = 0;
    if (!target.enabled) flags |= ImGuiItemFlags_Disabled;
    if (target.under) flags |= ImGuiItemFlags_AllowOverlap;
    if (target.no_nav) flags |= ImGuiItemFlags_NoNav;
    touch.visible = ImGui::ItemAdd(hit, touch.id, nullptr, flags);
    const ImGuiContext& g = *GImGui;
    if (target.enabled && !target.no_nav) note_stop(ui, touch.id, touch.visible);
    const bool has_focus = g.NavId == touch.id && target.enabled;
    if (touch.visible) {
        ImGuiButtonFlags buttons = ImGuiButtonFlags_None;
        if (target.no_nav) buttons |= ImGuiButtonFlags_NoNavFocus;
        if (target.enabled)
            touch.pressed = ImGui::ButtonBehavior(hit, touch.id, &touch.hovered, &touch.held, buttons);
        else
            ImGui::ItemHoverable(hit, touch.id, flags);  // keeps what lies under from being pressed
        touch.right_clicked = touch.hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right);
        touch.focused = has_focus && ring_at(ui, touch.id);
        apply_force(target.enabled ? m.force : WidgetState::live, touch);
        if (m.force != WidgetState::live) touch.pressed = false;
    }
    m.last = {touch.id, hit, touch.visible && pointer_rests(hit), touch.focused};
    if (touch.pressed && chooses(target.role)) note_touched(m);
    if (ui.record) {
        WidgetInfo info;
        info.role = target.role;
        info.label = target.label;
        info.value = target.value;
        info.enabled = target.enabled;
        info.selected = target.selected;
        info.focused = has_focus;
        info.ring = touch.focused;
        info.clipped = target.clipped;
        info.id = touch.id;
        info.by_tab = !target.no_nav;
        record(ui, std::move(info), hit);
    }
    return touch;
}

bool ring_at(const Ui& ui, ImGuiID id) {
    const ImGuiContext& g = *GImGui;
    return g.NavId == id && ui.keyboard && g.NavCursorVisible;
}

void note_stop(Ui& ui, ImGuiID id, bool visible) {
    WidgetMemory& m = memory(ui);
    const ImGuiContext& g = *GImGui;
    const int stop = m.stops++;
    const bool on_page = g.BeginPopupStack.Size == 0;
    const bool of_pane = visible && on_page && m.panes.wanted != 0 && m.panes.wanted == m.panes.drawn;
    if (of_pane) m.panes.wanted = 0;
    const bool of_place = m.wanted_stop == stop;
    if (of_place) m.wanted_stop = -1;
    const bool asked = std::exchange(m.take_keyboard, false);
    if (of_pane || of_place || asked) {
        ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
        ImGui::SetNavCursorVisible(true);
        ui.keyboard = true;
    }
    if (g.NavId != id) return;
    m.stop_of_focus = stop;
    if (ui.nav != nullptr) m.focus_at = ui.nav->here();
    if (on_page && visible) m.panes.of_focus = m.panes.drawn;
}

void take_keyboard(Ui& ui) {
    memory(ui).take_keyboard = true;
    ui.wake_in(0);
}

std::optional<int> list_by_keys(Ui& ui, int row, int count) {
    const LastWidget& last = memory(ui).last;
    if (last.id == 0 || GImGui->NavId != last.id || count < 1) return std::nullopt;
    constexpr int page = 8;
    constexpr std::array keys{std::pair(ImGuiKey_DownArrow, 1),   std::pair(ImGuiKey_UpArrow, -1),
                              std::pair(ImGuiKey_PageDown, page), std::pair(ImGuiKey_PageUp, -page),
                              std::pair(ImGuiKey_End, 1'000'000), std::pair(ImGuiKey_Home, -1'000'000)};
    std::optional<int> wanted;
    for (const auto& [key, by] : keys) {
        own_key(key, last.id);
        if (key_pressed(key)) wanted = std::clamp(row + by, 0, count - 1);
    }
    if (wanted == row) wanted.reset();
    if (wanted) ui.wake_in(0);
    return wanted;
}

void next_pane(Ui& ui) { ++memory(ui).panes.drawn; }

void rest_on(Ui& ui, const ImRect& box) {
    memory(ui).last = {ImHashData(&box, sizeof box, 1), box, pointer_rests(box), false};
}

void tell_whole(Ui& ui, const ImRect& box, std::string_view words) {
    const LastWidget last = memory(ui).last;
    rest_on(ui, box);
    tooltip(ui, words);
    memory(ui).last = last;
}

bool esc_pressed(Ui& ui) { return !memory(ui).esc_used && ImGui::IsKeyPressed(ImGuiKey_Escape, false); }

void use_esc(Ui& ui) { memory(ui).esc_used = true; }

bool with_command_key() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.KeyCtrl || io.KeyAlt || io.KeySuper;
}

void own_key(ImGuiKey key, ImGuiID id) { ImGui::SetKeyOwner(key, id); }

bool key_pressed(ImGuiKey key, bool repeat) { return ImGui::IsKeyPressed(key, repeat); }

void want_letters() {
    ImGuiPlatformImeData& ime = GImGui->PlatformImeData;
    ime.WantTextInput = true;
    ime.ViewportId = ImGui::GetMainViewport()->ID;
}

namespace {

void draw_tip(Ui& ui, std::string_view words, const ImRect& about) {
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const float wrap = ui.px(320);
    ImFont* font = paint::font(ui, Type::caption_medium);
    const float size = paint::font_px(ui, Type::caption_medium);
    const ImVec2 extent = font->CalcTextSizeA(size, FLT_MAX, wrap, words.data(), words.data() + words.size());
    const ImVec2 pad{ui.px(10), ui.px(6)};
    const ImVec2 box{extent.x + 2 * pad.x, extent.y + 2 * pad.y};
    const ImRect screen = paint::pixels(ui, ui.window);
    ImVec2 at{about.GetCenter().x - box.x / 2, about.Max.y + ui.px(6)};
    if (at.y + box.y > screen.Max.y) at.y = about.Min.y - ui.px(6) - box.y;
    at.x = ImClamp(at.x, screen.Min.x + ui.px(4), std::max(screen.Min.x, screen.Max.x - box.x - ui.px(4)));
    at = ImTrunc(at);
    list.AddRectFilled(at, at + box, paint::colour(ui, Role::toast), ui.px(metrics::radius_small));
    list.AddText(font, size, at + pad, paint::colour(ui, Role::toast_text), words.data(), words.data() + words.size(),
                 wrap);
}

}  // namespace

void tooltip(Ui& ui, std::string_view words) {
    WidgetMemory& m = memory(ui);
    if (words.empty() || !(m.last.over || m.last.focused) || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
    if (GImGui->OpenPopupStack.Size > GImGui->BeginPopupStack.Size) return;  // it would lie over the open menu
    if (m.tip_id != m.last.id || m.tip_frame < m.frame - 1) m.tip_since_s = ui.clock.time_s;
    m.tip_id = m.last.id;
    m.tip_frame = m.frame;
    const double left = tip_after_s - (ui.clock.time_s - m.tip_since_s);
    if (left > 0) {
        ui.wake_in(left);
        return;
    }
    draw_tip(ui, words, m.last.box);
    if (ui.record) {
        WidgetInfo info;
        info.label = words;
        info.value = "tooltip";
        record(ui, std::move(info), m.last.box);
    }
}

void settle_frame(Ui& ui) {
    const ImGuiContext& g = *GImGui;
    memory(ui).focus_gone = g.NavId != 0 && !g.NavIdIsAlive && g.ActiveId == 0;
    // In a dialog what shows its ring answers Enter and Space, also after the mouse was used.
    const bool in_panel = g.OpenPopupStack.Size > 0;
    if (in_panel && ui.keyboard && g.NavId != 0 && g.NavIdIsAlive && g.ActiveId == 0 && !g.NavCursorVisible)
        ImGui::SetNavCursorVisible(true);
    memory(ui).focus_shown = g.NavId != 0 && g.NavIdIsAlive && g.NavCursorVisible;
    if (memory(ui).panes.wanted != 0) ui.wake_in(0);
    // What lies under other widgets learns one frame later that nothing on top took the pointer.
    if (g.HoveredId != g.HoveredIdPreviousFrame) ui.wake_in(0);
}

}  // namespace pegboard
