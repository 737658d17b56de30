// The right column of Today: what needs attention, the most pressing first and the rest folded away, and what to pack.
#include "app/today/today.h"

#include <algorithm>

#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float note_head_h = 44, note_h = 57, more_h = 48;
constexpr std::size_t pressing_notes = 4;  // so that what to pack stays in sight

bool is_folding(const TodayRows& rows) { return rows.notes.size() > pressing_notes + 1; }
std::size_t shown_notes(const TodayScreen& self) {
    return is_folding(self.rows) && !self.all_notes ? pressing_notes : self.rows.notes.size();
}

std::pair<Role, Role> colours(BadgeKind kind) {
    switch (kind) {
        case BadgeKind::good:
            return {Role::good_tint, Role::good};
        case BadgeKind::warn:
            return {Role::warn_tint, Role::warn};
        case BadgeKind::danger:
            return {Role::danger_tint, Role::danger};
        case BadgeKind::info:
            return {Role::info_tint, Role::info};
        case BadgeKind::plain:
            break;
    }
    return {Role::sunken, Role::ink_2};
}

float words_width(const Ui& ui, float row_w, const TodayNote& note) {
    return row_w - metrics::tile_s - metrics::m - link_width(ui, note.action) - metrics::l;
}

/// What it is about is read whole, in a second line where one is too short.
float title_height(const Ui& ui, float row_w, const TodayNote& note) {
    return wrapped_height(ui, note.title, words_width(ui, row_w, note), Type::label);
}

float note_height(const Ui& ui, float row_w, const TodayNote& note) {
    return note_h - line_height(Type::label) + title_height(ui, row_w, note);
}

float notes_height(const TodayScreen& self, const Ui& ui, float width) {
    float list = self.rows.notes.empty() ? 40.0F : 0;
    for (std::size_t i = 0; i < shown_notes(self); ++i)
        list += note_height(ui, width - 2 * metrics::l, self.rows.notes[i]);
    return metrics::s + note_head_h + list + (is_folding(self.rows) ? more_h : 0) + metrics::s;
}

void draw_note(Ui& ui, Rect row, const TodayNote& note) {
    divider(ui, row.pos(), row.w);
    const auto [tint, ink] = colours(note.kind);
    fill(ui, {row.x, row.y + 10, metrics::tile_s, metrics::tile_s}, tint, metrics::radius_small);
    icon_at(ui, {row.x + 8, row.y + 18}, note.icon, 20, ink);
    const float action_w = link_width(ui, note.action);
    const float x = row.x + metrics::tile_s + metrics::m;
    const float width = words_width(ui, row.w, note);
    const float title_h = text_wrapped(ui, {x, row.y + 9, width, 0}, note.title, {.type = Type::label});
    text(ui, {x, row.y + 30 - line_height(Type::label) + title_h}, note.line,
         {.type = Type::caption, .role = Role::ink_2, .max_w = width});
    if (link(ui, {row.right() - action_w - metrics::s, row.y + 18}, note.action,
             note.action + ": " + note.title + ", " + note.line))
        ui.nav->go(note.target);
}

void draw_notes(TodayScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Needs your attention");
    next_pane(ui);
    card(ui, rect);
    Rect inside = rect.inset(metrics::l, metrics::s);
    Rect head = inside.cut_top(note_head_h);
    const std::size_t count = self.rows.notes.size();
    text_in(ui, head, "Needs your attention", {.type = Type::section, .heading = true});
    if (count == 0) {
        text_wrapped(ui, inside, "Nothing is waiting for you.", {.role = Role::ink_2});
        return;
    }
    text_in(ui, head, std::to_string(count) + (count == 1 ? " item" : " items"),
            {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    for (std::size_t i = 0; i < shown_notes(self); ++i)
        if (const Rect row = inside.cut_top(note_height(ui, inside.w, self.rows.notes[i])); visible(ui, row))
            draw_note(ui, row, self.rows.notes[i]);
    if (!is_folding(self.rows)) return;
    divider(ui, inside.pos(), inside.w);
    const std::string more = self.all_notes
                                 ? "Show the most pressing only"
                                 : "Show " + std::to_string(count - pressing_notes) + " more that need attention";
    if (link(ui, {inside.x, inside.y + 14}, more)) self.all_notes = !self.all_notes;
}

std::string pack_title(const Ui& ui, Date day) {
    return day == ui.clock.today ? "Pack for today" : "Pack for " + say_day(day);
}

}  // namespace

float draw_today_side(TodayScreen& self, Ui& ui, Rect column, bool beside) {
    const float gap = metrics::gutter;
    const float notes_w = beside ? (column.w - gap) / 2 : column.w;
    Rect notes{column.x, column.y, notes_w, notes_height(self, ui, notes_w)};
    Rect packing{column.x, notes.bottom() + gap, column.w, packing_height(self.packing)};
    if (beside) {
        packing.w = notes_w;
        packing.x = notes.right() + gap;
        packing.y = notes.y;
    }
    draw_notes(self, ui, notes);
    draw_packing(self.packing, ui, packing, pack_title(ui, self.rows.of));
    return std::max(notes.bottom(), packing.bottom());
}

}  // namespace pegboard
