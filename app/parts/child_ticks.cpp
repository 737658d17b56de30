#include "app/parts/child_ticks.h"

#include <algorithm>

#include "app/parts/forms.h"
#include "app/parts/parts.h"

namespace pegboard {

namespace {
constexpr float row_h = 40;
}  // namespace

std::optional<ChildId> draw_child_ticks(Ui& ui, Rect rect, std::string& query, const std::vector<ChildId>& ticked) {
    std::vector<const Child*> known;
    for (const Child& child : ui.caseload->children())
        if (is_current(child, ui.clock.today) || std::ranges::count(ticked, child.id) > 0) known.push_back(&child);
    std::ranges::sort(known, {}, [](const Child* child) { return fold(full_name(*child)); });
    live_field(ui, rect.cut_top(metrics::field, metrics::s), "Search children", query,
               {.hint = "Search children", .icon = icon::magnify, .label_above = false, .clear_button = true});
    std::optional<ChildId> pressed;
    Rect list = begin_scroll(ui, "Children", rect);
    for (const Child* child : known) {
        const std::string name = shown_name(ui, *child);
        if (!query.empty() && fold(name).find(fold(query)) == std::string::npos) continue;
        const Rect row = list.cut_top(row_h);
        if (!visible(ui, row)) continue;
        bool on = std::ranges::count(ticked, child->id) > 0;
        if (checkbox(ui, {row.x, row.y + 10}, name, on, false, row.w)) pressed = child->id;
    }
    end_scroll(ui, list.y);
    return pressed;
}

}  // namespace pegboard
