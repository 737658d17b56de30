#include "app/widgets/pushing.h"

#include <algorithm>
#include <cmath>

namespace pegboard {

namespace {

constexpr float far_away = 1e6F, line_gap = 4, slack = 0.5F, same_row = 8;
constexpr double passing_s = 0.4;

/// The region that is being drawn; null in a panel or a window of its own.
const OpenRegion* region_of(const WidgetMemory& m) {
    if (m.regions.empty() || m.regions.back().window != ImGui::GetCurrentWindow()) return nullptr;
    return &m.regions.back();
}

bool overlaps(const PushedBelow& push, const Rect& rect) {
    return rect.right() >= push.line.x && rect.x <= push.line.right();
}

/// How much room the line has above what comes next, or above the edge of the card around it.
void measure(PushedBelow& push, const Rect& rect, float top) {
    const float y = rect.y - top, bottom = rect.bottom() - top;
    if (!overlaps(push, rect)) return;
    if (y > push.line.y + slack)
        push.room = std::min(push.room, y - push.line.y);
    else if (y < push.top - slack && bottom > push.line.y + slack)
        push.room = std::min(push.room, bottom - push.line.y);
}

}  // namespace

Rect pushed(const Ui& ui, Rect rect) {
    WidgetMemory* m = ui.memory.get();
    const OpenRegion* region = m != nullptr ? region_of(*m) : nullptr;
    if (region == nullptr) return rect;
    Rect moved = rect.moved(0, region->moved);
    for (auto& [field, push] : m->pushed) {
        if (push.window != region->window->ID || field == m->saying) continue;
        measure(push, rect, region->top);
        const float y = rect.y - region->top;
        if (y > push.line.y + slack)
            moved.y += push.by;
        else if (y < push.top - slack && rect.bottom() - region->top > push.line.y + slack)
            moved.h += push.by;
    }
    return moved;
}

Vec pushed(const Ui& ui, Vec pos) { return pushed(ui, Rect{pos.x, pos.y, 0, 0}).pos(); }

float pushed_by(const Ui& ui, float bottom) {
    const WidgetMemory* m = ui.memory.get();
    const OpenRegion* region = m != nullptr ? region_of(*m) : nullptr;
    if (region == nullptr) return 0;
    float by = 0;
    for (const auto& [field, push] : m->pushed) {
        if (push.window != region->window->ID) continue;
        const float end = push.line.bottom() + region->top;
        by += push.by > 0 ? push.by : std::max(0.0F, end - bottom - by);
    }
    return by;
}

void push_below(Ui& ui, ImGuiID field, Rect line, float top, bool in_passing) {
    WidgetMemory& m = *ui.memory;
    const OpenRegion* region = region_of(m);
    if (region == nullptr) return;
    auto [at, added] = m.pushed.try_emplace(field);
    PushedBelow& push = at->second;
    if (added) push.since_s = ui.clock.time_s;
    const Rect before = push.line;
    push.window = region->window->ID;
    push.line = line.moved(0, -region->top);
    push.top = top - region->top;
    push.in_passing = in_passing;
    push.frame = m.frame;
    if (added || std::abs(before.h - push.line.h) > slack) ui.wake_in(0);
    if (in_passing && ui.clock.time_s - push.since_s < passing_s) ui.wake_in(passing_s);
}

void settle_pushes(WidgetMemory& m, double time_s) {
    // Nothing moves under a hand that presses: what was pressed is let go where it stands.
    for (const ImGuiMouseButton button : {ImGuiMouseButton_Left, ImGuiMouseButton_Right})
        if (ImGui::IsMouseDown(button) || ImGui::IsMouseReleased(button)) return;
    std::erase_if(m.pushed, [&](const auto& each) { return each.second.frame < m.frame - 1; });
    for (auto& [field, push] : m.pushed) {
        const bool stays = !push.in_passing || time_s - push.since_s >= passing_s;
        const float lacks = push.room < far_away ? push.line.h - push.room : 0;
        push.by = stays && lacks > slack ? lacks + line_gap : 0;
        push.room = far_away;
    }
    // Fields side by side push once, as far as the one that needs most.
    for (auto& [field, push] : m.pushed)
        for (auto& [other, beside] : m.pushed)
            if (field != other && push.window == beside.window && std::abs(push.line.y - beside.line.y) < same_row)
                (push.by < beside.by ? push : beside).by = 0;
}

}  // namespace pegboard
