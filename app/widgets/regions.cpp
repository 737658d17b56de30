// Scrolling regions and named scopes. A region is an ImGui child window whose focus order runs
// through its parent's; a thin bar lies over its right edge only when there is something to scroll.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/widgets/interact.h"
#include "app/widgets/pushing.h"

namespace pegboard {

namespace {

constexpr float side_room = 10;  ///< so that focus rings and shadows at the edge are not cut
constexpr float end_room = 5;
constexpr float bar_thin = 4, bar_wide = 8, bar_reach = 12, bar_least = 32;
constexpr float reach_beyond = 160;  ///< rows just outside are drawn, so that Tab and arrows can go on

struct Bar {
    ImRect track, thumb;
    bool needed = false;
};

/// The bar lies in the gutter beside a column of cards, else over the region's right edge.
Bar bar_of(Ui& ui, const ImGuiWindow& window, const ImRect& view, bool wide) {
    Bar bar;
    if (window.ScrollMax.y < 1) return bar;
    bar.needed = true;
    const float width = std::round(ui.px(wide ? bar_wide : bar_thin));
    const float in = std::round(ui.px(2));
    const float right =
        memory(ui).card_columns.contains(window.ID) ? view.Max.x + std::round(ui.px(side_room)) : view.Max.x - in;
    bar.track = {{right - width, view.Min.y + in}, {right, view.Max.y - in}};
    const float seen = view.GetHeight() / (view.GetHeight() + window.ScrollMax.y);
    const float length = std::max(std::min(ui.px(bar_least), bar.track.GetHeight()), bar.track.GetHeight() * seen);
    const float top = (bar.track.GetHeight() - length) * (window.Scroll.y / window.ScrollMax.y);
    bar.thumb = {{bar.track.Min.x, bar.track.Min.y + top}, {bar.track.Max.x, bar.track.Min.y + top + length}};
    return bar;
}

/// Dragging the bar; asked before the content so that it wins where they overlap.
void drag_bar(Ui& ui, ImGuiWindow& window, const ImRect& view) {
    const Bar bar = bar_of(ui, window, view, true);
    if (!bar.needed) return;
    ImRect hit = bar.thumb;
    hit.Min.x = bar.thumb.Max.x - std::round(ui.px(bar_reach));
    const ImGuiID id = window.GetID("scroll bar");
    if (!ImGui::ItemAdd(hit, id, nullptr, ImGuiItemFlags_NoNav)) return;
    bool hovered = false;
    bool held = false;
    ImGui::ButtonBehavior(hit, id, &hovered, &held, ImGuiButtonFlags_NoNavFocus);
    if (hovered || held) memory(ui).scroll_hot = id;
    if (!held) return;
    const float room = bar.track.GetHeight() - bar.thumb.GetHeight();
    if (room <= 0) return;
    const float grip = GImGui->ActiveIdClickOffset.y;
    const float share = (ImGui::GetIO().MousePos.y - grip - bar.track.Min.y) / room;
    ImGui::SetScrollY(&window, std::clamp(share, 0.0F, 1.0F) * window.ScrollMax.y);
}

/// What may be drawn: the region itself, and a little more where nothing is hidden beyond.
ImRect clip_of(const Ui& ui, const ImGuiWindow& window, const ImRect& view) {
    ImRect clip = view;
    const float side = std::round(ui.px(side_room));
    const float end = std::round(ui.px(end_room));
    clip.Min.x -= side;
    clip.Max.x += side;
    if (window.Scroll.y < 1) clip.Min.y -= end;
    if (window.Scroll.y >= window.ScrollMax.y - 1) clip.Max.y += end;
    return clip;
}

}  // namespace

Scope::Scope(Ui& of, std::string_view name) : ui(of) {
    ImGui::PushID(name.data(), name.data() + name.size());
    if (ui.record) ui.record->scopes.emplace_back(name);
}

Scope::Scope(Ui& of, std::string_view name, std::int64_t id) : ui(of) {
    ImGui::PushID(reinterpret_cast<const char*>(&id), reinterpret_cast<const char*>(&id) + sizeof id);
    if (ui.record) ui.record->scopes.emplace_back(name);
}

Scope::~Scope() {
    ImGui::PopID();
    if (ui.record && !ui.record->scopes.empty()) ui.record->scopes.pop_back();
}

void show_tops(Ui& ui) { memory(ui).to_top = memory(ui).frame; }

Rect begin_scroll(Ui& ui, std::string_view name, Rect rect) {
    WidgetMemory& m = memory(ui);
    // What scrolls by itself is a part of the window that F6 goes to.
    if (m.regions.empty() && GImGui->BeginPopupStack.Size == 0) next_pane(ui);
    const Rect stands = pushed(ui, rect);
    const ImRect view = paint::window_pixels(ui, stands);
    ImRect outer = view;
    outer.Expand({std::round(ui.px(side_room)), std::round(ui.px(end_room))});
    ImGuiWindow* parent = ImGui::GetCurrentWindow();
    const ImVec2 before = parent->DC.CursorPos;
    parent->DC.CursorPos = outer.Min;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, 0);
    ImGui::BeginChild(ImGui::GetID(name.data(), name.data() + name.size()), outer.GetSize(),
                      ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
    // Where the region stands is the screen's business: the parent's own flow stays as it was.
    parent->DC.CursorPos = before;
    parent->DC.IsSetPos = false;
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    if (m.to_top == m.frame) {
        window->Scroll.y = 0;
        window->ScrollTarget.y = FLT_MAX;  // nothing else is wanted
    }
    ImRect clip = clip_of(ui, *window, view);
    clip.ClipWithFull(parent->ClipRect);
    ImGui::PushClipRect(clip.Min, clip.Max, false);
    if (ui.record) ui.record->scopes.emplace_back(name);
    const float scroll = window->Scroll.y / ui.design->scale();
    m.regions.push_back({std::string(name), rect, window, view, rect.y - scroll, stands.y - rect.y});
    drag_bar(ui, *window, view);
    return {rect.x, rect.y - scroll, rect.w, rect.h};
}

void end_scroll(Ui& ui, float bottom) {
    WidgetMemory& m = memory(ui);
    if (m.regions.empty()) return;
    const OpenRegion region = m.regions.back();
    const float end_y = bottom + region.moved + pushed_by(ui, bottom);
    m.regions.pop_back();
    ImGuiWindow* window = region.window;
    const ImRect& view = region.view;
    IM_ASSERT(ImGui::GetCurrentWindow() == window && "begin_scroll and end_scroll in pairs");
    const ImGuiID id = window->GetID("scroll bar");
    const bool hot = m.scroll_hot == id && (GImGui->HoveredId == id || GImGui->ActiveId == id);
    const Bar bar = bar_of(ui, *window, view, hot);
    if (bar.needed)
        window->DrawList->AddRectFilled(bar.thumb.Min, bar.thumb.Max,
                                        paint::colour(ui, Role::line_strong, hot ? 0.9F : 0.4F),
                                        bar.thumb.GetWidth() / 2);
    ImGui::PopClipRect();
    // The region's height is what the screen says was drawn, plus the room its clip adds at both ends.
    const float end = std::round(ui.px(end_room));
    window->DC.CursorMaxPos = {window->DC.CursorStartPos.x, std::round(ui.px(end_y)) + end};
    window->DC.IdealMaxPos = window->DC.CursorMaxPos;
    window->DC.CursorPos = window->DC.CursorStartPos;
    window->DC.IsSetPos = false;
    ImGuiWindow* parent = window->ParentWindow;
    const ImVec2 parent_at = parent->DC.CursorPos;
    const ImVec2 parent_max = parent->DC.CursorMaxPos;
    ImGui::EndChild();
    parent->DC.CursorPos = parent_at;
    parent->DC.CursorMaxPos = parent_max;
    parent->DC.IsSetPos = false;
    if (ui.record && !ui.record->scopes.empty()) ui.record->scopes.pop_back();
}

bool visible(const Ui& ui, Rect rect) {
    ImRect box = paint::pixels(ui, rect);
    box.Expand(ui.px(reach_beyond));
    return ImGui::GetCurrentWindow()->ClipRect.Overlaps(box);
}

void scroll_by_keys(Ui& ui) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    if (window->ScrollMax.y < 1 || typing(ui)) return;
    const float line = std::round(ui.px(40)), page = std::max(line, window->InnerRect.GetHeight() - line);
    const std::array ways{std::pair(ImGuiKey_DownArrow, line),          std::pair(ImGuiKey_UpArrow, -line),
                          std::pair(ImGuiKey_PageDown, page),           std::pair(ImGuiKey_PageUp, -page),
                          std::pair(ImGuiKey_End, window->ScrollMax.y), std::pair(ImGuiKey_Home, -window->ScrollMax.y)};
    for (const auto& [key, by] : ways) {
        own_key(key, window->ID);
        if (!key_pressed(key, true)) continue;
        ImGui::SetScrollY(window, std::clamp(window->Scroll.y + by, 0.0F, window->ScrollMax.y));
        ui.wake_in(0);
    }
}

void scroll_to(Ui& ui, Rect rect) {
    ImRect box = paint::pixels(ui, rect);
    if (!memory(ui).regions.empty())
        box.Expand({0, std::round(ui.px(end_room))});  // the region's window reaches further
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), box, ImGuiScrollFlags_KeepVisibleEdgeY);
    ui.wake_in(0);
}

}  // namespace pegboard
