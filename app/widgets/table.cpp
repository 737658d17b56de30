// Table head with sorting, and table rows.
#include <algorithm>
#include <cmath>

#include "app/widgets/interact.h"

namespace pegboard {

namespace {

constexpr float cell_pad = 16, arrow = 16;

std::vector<Rect> lay_out(Rect rect, std::span<const Column> columns) {
    float fixed = 0;
    float sharing = 0;
    for (const Column& column : columns) {
        fixed += column.width;
        if (column.width <= 0) sharing += 1;
    }
    const float share = sharing > 0 ? std::max(0.0F, rect.w - 2 * cell_pad - fixed) / sharing : 0;
    std::vector<Rect> cells;
    float x = rect.x + cell_pad;
    for (const Column& column : columns) {
        const float width = column.width > 0 ? column.width : share;
        cells.push_back({x, rect.y, width, rect.h});
        x += width;
    }
    return cells;
}

void head_cell(Ui& ui, Rect cell, const Column& column, int index, TableState& state) {
    const bool sorted = column.sortable && state.sort == index;
    const Role role = sorted ? Role::ink : Role::ink_2;
    if (!column.sortable) {
        TextLook look{.type = Type::caption_strong, .role = role};
        text_in(ui, {cell.x, cell.y, cell.w - 8, cell.h}, column.name, look);
        return;
    }
    Target target{.role = WidgetRole::button, .label = column.name};
    target.value = !sorted ? "" : state.descending ? "sorted down" : "sorted up";
    target.selected = sorted;
    const Rect press{cell.x - 8, cell.y + 4,
                     std::min(cell.w, text_width(ui, column.name, Type::caption_strong) + 16 + 6 + arrow), cell.h - 8};
    const Touch at = touch(ui, press, target);
    if (at.pressed) {
        state.descending = sorted && !state.descending;
        state.sort = index;
    }
    if (!at.visible) return;
    const float radius = ui.px(metrics::radius_small);
    if (at.hovered) paint::fill(ui, at.box, at.held ? Role::press : Role::hover, radius);
    if (at.focused) paint::focus_inside(ui, at.box, radius);
    const float room = press.w - 16 - (sorted ? arrow + 4 : 0);
    const std::string words = paint::elide(ui, Type::caption_strong, column.name, ui.px(room));
    paint::words_in(ui, Type::caption_strong, paint::pixels(ui, Rect{cell.x, cell.y, cell.w, cell.h}),
                    paint::colour(ui, role), words);
    if (sorted)
        icon_at(ui, {cell.x + text_width(ui, words, Type::caption_strong) + 4, cell.y + (cell.h - arrow) / 2},
                state.descending ? icon::arrow_down : icon::arrow_up, arrow, Role::ink);
}

}  // namespace

std::vector<Rect> table_head(Ui& ui, Rect rect, std::span<const Column> columns, TableState& state) {
    paint::fill(ui, paint::pixels(ui, rect), Role::sunken, ui.px(metrics::radius_card - 1),
                ImDrawFlags_RoundCornersTop);
    divider(ui, {rect.x, rect.bottom() - 1}, rect.w);
    std::vector<Rect> cells = lay_out(rect, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) head_cell(ui, cells[i], columns[i], static_cast<int>(i), state);
    return cells;
}

bool table_row(Ui& ui, Rect rect, std::string_view label, bool selected, bool last) {
    Target target{.role = WidgetRole::row, .label = label};
    target.selected = selected;
    target.under = true;
    const Touch at = touch(ui, rect, target);
    if (!at.visible) return at.pressed;
    const float radius = last ? ui.px(metrics::radius_card - 1) : 0;
    if (selected)
        paint::fill(ui, at.box, Role::primary_tint, radius, ImDrawFlags_RoundCornersBottom);
    else if (at.hovered)
        paint::fill(ui, at.box, at.held ? Role::press : Role::hover, radius, ImDrawFlags_RoundCornersBottom);
    if (!last) divider(ui, {rect.x, rect.bottom() - 1}, rect.w);
    if (selected) icon_at(ui, {rect.right() - 36, rect.y + (rect.h - 20) / 2}, icon::chevron_right, 20, Role::ink_2);
    if (at.focused) paint::focus_inside(ui, at.box, ui.px(metrics::radius_small));
    return at.pressed;
}

}  // namespace pegboard
