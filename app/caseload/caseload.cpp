#include "app/caseload/caseload.h"

#include <algorithm>
#include <array>

#include "app/actions/actions.h"
#include "app/design/icons.h"
#include "app/parts/add_child.h"
#include "app/parts/forms.h"
#include "app/parts/new_session.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/fields/type_to_find.h"

namespace pegboard {
namespace {
constexpr float pad_top = 20;
constexpr float find_w = 240;
constexpr std::string_view row_menu = "Child menu", focus_menu = "Working on menu", age_menu = "Age menu";

std::string children_words(int count) {
    return count == 1 ? std::string("1 child") : std::to_string(count) + " children";
}

std::string_view age_words(AgeBand band) {
    constexpr std::array<std::string_view, 5> all{"Any age", "Under 3", "3 to 5", "6 to 8", "9 and over"};
    return all[static_cast<std::size_t>(band)];
}

// ------------------------------------------------------------------ title row
void draw_title(CaseloadScreen& self, Ui& ui, Rect row) {
    const bool primary = button(ui, row.cut_right(button_width(ui, "Add child", {.icon = icon::plus}), metrics::m),
                                "Add child", {.kind = ButtonKind::primary, .icon = icon::plus});
    if (primary) open_add_child(ui);
    constexpr std::string_view guide = "OT, PT or both?";
    const ButtonLook guide_look{.icon = icon::help_circle_outline};
    if (row.w > 900 && button(ui, row.cut_right(button_width(ui, guide, guide_look), metrics::m), guide, guide_look))
        ui.actions->ask(ActionId::open_guide);
    constexpr std::array<std::string_view, 2> teams{"My children", "Whole team"};
    segmented(ui, row.cut_right(220, metrics::m), "Whose children", teams, self.filter.team);
    const float width = text_in(ui, row, "Caseload", {.type = Type::title, .heading = true});
    const CaseloadRows& rows = self.rows;
    const int all = self.filter.archived ? rows.archived : rows.on_caseload;
    const int shown = static_cast<int>(rows.shown.size());
    std::string count = children_words(all);
    if (shown != all) count = std::to_string(shown) + " of " + count;
    pill(ui, {row.x + width + metrics::m, row.y + (row.h - metrics::badge) / 2}, count);
}

// ------------------------------------------------------------------ filters
void draw_focus_menu(CaseloadScreen& self, Ui& ui, Rect anchor) {
    if (!begin_menu(ui, focus_menu, anchor, 220)) return;
    if (menu_item(ui, "Anything", {.ticked = self.filter.category.empty()})) self.filter.category.clear();
    menu_divider(ui);
    for (const GoalLook& look : self.rows.categories)
        if (menu_item(ui, look.short_name, {.ticked = self.filter.category == look.category}))
            self.filter.category = look.category;
    end_menu(ui);
}

void draw_age_menu(CaseloadScreen& self, Ui& ui, Rect anchor) {
    if (!begin_menu(ui, age_menu, anchor, 180)) return;
    for (const AgeBand band :
         {AgeBand::any, AgeBand::under_3, AgeBand::from_3_to_5, AgeBand::from_6_to_8, AgeBand::from_9})
        if (menu_item(ui, age_words(band), {.ticked = self.filter.age == band})) self.filter.age = band;
    end_menu(ui);
}

std::string working_on_words(const CaseloadScreen& self) {
    for (const GoalLook& look : self.rows.categories)
        if (look.category == self.filter.category) return look.short_name;
    return "Working on";
}

/// Draws the filter chips in one or more lines; returns the lowest y.
float draw_chips(CaseloadScreen& self, Ui& ui, Rect rect) {
    CaseloadFilter& filter = self.filter;
    Wrap line(rect.x, rect.y, rect.w, metrics::chip);
    const auto one = [&](std::string_view label, const ChipLook& look) {
        return chip(ui, line.place(chip_width(ui, label, look)), label, look);
    };
    if (one("OT", {.selected = filter.ot})) filter.ot = !filter.ot;
    if (one("PT", {.selected = filter.pt})) filter.pt = !filter.pt;
    if (one("Needs attention", {.selected = filter.attention, .count = self.rows.attention}))
        filter.attention = !filter.attention;
    const std::string working_on = working_on_words(self);
    const ChipLook focus_look{.selected = !filter.category.empty(), .menu = true};
    const Vec focus_at = line.place(chip_width(ui, working_on, focus_look));
    if (chip(ui, focus_at, working_on, focus_look)) open_menu(ui, focus_menu);
    draw_focus_menu(self, ui, {focus_at.x, focus_at.y, 120, metrics::chip});
    const std::string_view age = filter.age == AgeBand::any ? std::string_view("Age") : age_words(filter.age);
    const ChipLook age_look{.selected = filter.age != AgeBand::any, .menu = true};
    const Vec age_at = line.place(chip_width(ui, age, age_look));
    if (chip(ui, age_at, age, age_look)) open_menu(ui, age_menu);
    draw_age_menu(self, ui, {age_at.x, age_at.y, 120, metrics::chip});
    if (self.rows.archived > 0 || filter.archived)
        if (one("Archived", {.selected = filter.archived, .count = self.rows.archived}))
            filter.archived = !filter.archived;
    return line.bottom();
}

void draw_find(CaseloadScreen& self, Ui& ui, Rect rect) {
    live_field(ui, rect, "Find by name", self.filter.typed,
               {.hint = "Find by name",
                .icon = icon::magnify,
                .label_above = false,
                .clear_button = true,
                .focus_now = std::exchange(self.find_now, false),
                .focus_at_end = true});
    if (const std::string typed = typed_at_list(ui); !typed.empty()) {
        self.filter.typed += typed;
        self.find_now = true;
        ui.wake_in(0);
    }
}

// ------------------------------------------------------------------ table
enum class Cell { child, age, service, working_on, next, open_goals, alerts, menu };

struct Layout {
    std::vector<Cell> cells;
    std::vector<Column> columns;
};

/// The columns there is room for: narrow windows keep who, how old, when, and what needs attention.
Layout layout_for(const Ui& ui) {
    Layout layout;
    const auto add = [&](Cell cell, std::string_view name, float width, bool sortable) {
        layout.cells.push_back(cell);
        layout.columns.push_back({name, width, sortable});
    };
    constexpr float service_from_w = 1216;  // below, the name would get less than 200
    const bool roomy = ui.window.w >= metrics::drawer_below_w, narrow = ui.window.w < service_from_w;
    add(Cell::child, "Child", 0, true);
    add(Cell::age, "Age", 108, true);
    if (!narrow) add(Cell::service, "Service", 84, false);
    if (!narrow) add(Cell::working_on, "Working on", roomy ? 280 : 220, false);
    add(Cell::next, "Next session", narrow ? 130 : 172, true);
    if (roomy) add(Cell::open_goals, "Open goals", 96, true);
    add(Cell::alerts, "Alerts", narrow ? 190 : 240, true);
    add(Cell::menu, "", 48, false);
    return layout;
}

CaseloadSort sort_of(Cell cell) {
    switch (cell) {
        case Cell::age:
            return CaseloadSort::age;
        case Cell::next:
            return CaseloadSort::next;
        case Cell::open_goals:
            return CaseloadSort::open_goals;
        case Cell::alerts:
            return CaseloadSort::alerts;
        default:
            return CaseloadSort::name;
    }
}

std::vector<Rect> draw_head(CaseloadScreen& self, Ui& ui, Rect rect, const Layout& layout) {
    TableState state{.sort = 0, .descending = self.descending};
    for (std::size_t i = 0; i < layout.cells.size(); ++i)
        if (layout.columns[i].sortable && sort_of(layout.cells[i]) == self.sort) state.sort = static_cast<int>(i);
    const auto rects = table_head(ui, rect, layout.columns, state);
    self.sort = sort_of(layout.cells[static_cast<std::size_t>(state.sort)]);
    self.descending = state.descending;
    return rects;
}

void draw_two_lines(Ui& ui, Rect cell, std::string_view first, std::string_view second, Type type = Type::body) {
    if (second.empty()) {
        text_in(ui, cell, first, {.type = type});
        return;
    }
    text(ui, {cell.x, cell.y + 5}, first, {.type = type, .max_w = cell.w});
    text(ui, {cell.x, cell.y + 25}, second, {.type = Type::caption, .role = Role::ink_2, .max_w = cell.w});
}

void draw_focus_cell(Ui& ui, Rect cell, const CaseloadRow& row) {
    float x = cell.x;
    const float y = cell.y + (cell.h - metrics::chip_small) / 2;
    for (std::size_t i = 0; i < row.focus.size(); ++i) {
        const float width = focus_chip_width(ui, row.focus[i].short_name);
        const bool last = i + 1 == row.focus.size();
        if (x + width + (last ? 0.0F : 36.0F) > cell.right()) {
            text(ui, {x, cell.y + (cell.h - 16) / 2}, "+" + std::to_string(row.focus.size() - i),
                 {.type = Type::caption, .role = Role::ink_2});
            return;
        }
        x += focus_chip(ui, {x, y}, row.focus[i].short_name, row.focus[i].hue) + metrics::xs;
    }
}

Role alert_role(BadgeKind kind) {
    switch (kind) {
        case BadgeKind::good:
            return Role::good;
        case BadgeKind::warn:
            return Role::warn;
        case BadgeKind::danger:
            return Role::danger;
        case BadgeKind::info:
            return Role::info;
        case BadgeKind::plain:
            break;
    }
    return Role::ink_2;
}

/// A badge; where its words are wider than the room, they stand in two lines instead. Returns its width.
float draw_alert(Ui& ui, Rect room, const BadgeWords& alert) {
    if (badge_words_width(ui, alert) <= room.w)
        return draw_badge(ui, {room.x, room.y + (room.h - metrics::badge) / 2}, alert);
    constexpr float icon_w = 16, icon_room = icon_w + metrics::xs;
    constexpr int most_lines = 2;  // as many as a row is high
    const float words_w = room.w - icon_room;
    const float most_h = most_lines * wrapped_height(ui, "A", words_w, Type::caption_strong);
    const float words_h = std::min(wrapped_height(ui, alert.words, words_w, Type::caption_strong), most_h);
    icon_at(ui, {room.x, room.y + (room.h - icon_w) / 2}, alert.icon, icon_w, alert_role(alert.kind));
    text_wrapped(ui, {room.x + icon_room, room.y + (room.h - words_h) / 2, words_w, 0}, alert.words,
                 {.type = Type::caption_strong, .role = alert_role(alert.kind)}, most_lines);
    return room.w;
}

void draw_alerts_cell(Ui& ui, Rect cell, const CaseloadRow& row) {
    const float y = cell.y + (cell.h - metrics::badge) / 2;
    if (!row.left.empty()) {
        pill(ui, {cell.x, y}, row.left);
        return;
    }
    if (row.alerts.empty()) {
        text_in(ui, cell, "No alerts", {.type = Type::caption, .role = Role::ink_3});
        return;
    }
    const std::string more = row.alerts.size() < 2 ? std::string() : "+" + std::to_string(row.alerts.size() - 1);
    Rect room = cell;
    if (!more.empty()) room.w -= metrics::s + text_width(ui, more, Type::caption);
    const float width = draw_alert(ui, room, row.alerts.front());
    if (more.empty()) return;
    text(ui, {cell.x + width + metrics::s, cell.y + (cell.h - 16) / 2}, more,
         {.type = Type::caption, .role = Role::ink_2});
    std::string rest;
    for (std::size_t i = 1; i < row.alerts.size(); ++i) rest += (i > 1 ? ", " : "") + row.alerts[i].words;
    tooltip(ui, rest);
}

void draw_cell(Ui& ui, Cell cell, Rect rect, const CaseloadRow& row) {
    switch (cell) {
        case Cell::child:
            avatar(ui, {rect.x, rect.y + (rect.h - metrics::avatar_s) / 2}, metrics::avatar_s, row.avatar,
                   child_hue(row.id));
            rect.cut_left(metrics::avatar_s, metrics::m);
            text_in(ui, rect, row.name, {.type = Type::button});
            break;
        case Cell::age:
            draw_two_lines(ui, rect, row.age, row.corrected);
            break;
        case Cell::service:
            if (row.lead) tag(ui, {rect.x, rect.y + (rect.h - metrics::tag) / 2}, *row.lead);
            break;
        case Cell::working_on:
            draw_focus_cell(ui, rect, row);
            break;
        case Cell::next:
            if (row.when.empty())
                text_in(ui, rect, "None yet", {.type = Type::caption, .role = Role::ink_3});
            else
                draw_two_lines(ui, rect, row.when, row.where, Type::label);
            break;
        case Cell::open_goals:
            text_in(ui, rect, std::to_string(row.open_goals), {});
            break;
        case Cell::alerts:
            draw_alerts_cell(ui, rect, row);
            break;
        case Cell::menu:
            break;
    }
}

void draw_row(CaseloadScreen& self, Ui& ui, Rect line, const Layout& layout, const std::vector<Rect>& heads,
              const CaseloadRow& row, bool last) {
    const std::string menu_name = "More for " + row.name;
    if (table_row(ui, line, row.name, false, last)) ui.nav->go({.screen = Screen::child, .child = row.id});
    for (std::size_t i = 0; i < layout.cells.size(); ++i) {
        const float right = i + 1 < heads.size() ? heads[i + 1].x - metrics::s : line.right();
        draw_cell(ui, layout.cells[i], {heads[i].x, line.y, right - heads[i].x, line.h}, row);
    }
    const Vec at{line.right() - metrics::button_small - metrics::s, line.y + (line.h - metrics::button_small) / 2};
    if (icon_button(ui, at, icon::dots_horizontal, menu_name, {.size = metrics::button_small})) {
        self.menu_child = row.id;
        self.menu_anchor = {at.x, at.y, metrics::button_small, metrics::button_small};
        open_menu(ui, row_menu);
    }
}

void archive(Ui& ui, const Child& child) {
    const std::string name = shown_name(ui, child);
    const auto say_done = [toasts = ui.toasts](std::string words) {
        return [toasts, words = std::move(words)](const Status& status) { toasts->tell(status, words); };
    };
    if (child.archived)
        ui.outbox->send(RestoreChild{child.id}, say_done(name + " is back on the caseload"));
    else
        ui.outbox->send(ArchiveChild{child.id}, say_done("Archived " + name));
}

void draw_row_menu(CaseloadScreen& self, Ui& ui) {
    if (!self.menu_child) return;
    const Child* child = ui.caseload->child(self.menu_child);
    if (!child || !begin_menu(ui, row_menu, self.menu_anchor, 220)) {
        self.menu_child = {};
        return;
    }
    const ChildId id = child->id;
    if (menu_item(ui, "Open", {.icon = icon::account})) ui.nav->go({.screen = Screen::child, .child = id});
    if (menu_item(ui, "New session", {.icon = icon::calendar_plus, .enabled = is_current(*child, ui.clock.today)}))
        open_new_session(ui, id);
    if (menu_item(ui, "Add goal", {.icon = icon::flag_variant, .enabled = is_current(*child, ui.clock.today)}))
        ui.nav->go({.screen = Screen::goal, .child = id});
    menu_divider(ui);
    if (menu_item(ui, child->archived ? "Restore" : "Archive", {.icon = icon::package_variant_closed}))
        archive(ui, *child);
    end_menu(ui);
}

void draw_table(CaseloadScreen& self, Ui& ui, Rect rect) {
    const Layout layout = layout_for(ui);
    const float wanted = metrics::table_head + metrics::table_row * static_cast<float>(self.rows.shown.size());
    rect.h = std::min(rect.h, wanted);
    card(ui, rect);
    const std::vector<Rect> heads = draw_head(self, ui, {rect.x, rect.y, rect.w, metrics::table_head}, layout);
    Rect body = rect;
    body.cut_top(metrics::table_head);
    const Rect inside = begin_scroll(ui, "Children", body);
    Rect line{inside.x, inside.y, rect.w, metrics::table_row};
    for (const int index : self.rows.shown) {
        if (visible(ui, line))
            draw_row(self, ui, line, layout, heads, self.rows.all[static_cast<std::size_t>(index)],
                     index == self.rows.shown.back());
        line.y += metrics::table_row;
    }
    end_scroll(ui, line.y);
}

void draw_nobody(CaseloadScreen& self, Ui& ui, Rect rect) {
    if (self.rows.all.empty()) {
        if (empty_state(ui, rect, "play-social", Hue::pink, "No children yet",
                        "A first name and a date of birth are enough to begin.", "Add the first child"))
            open_add_child(ui);
        return;
    }
    const bool archive_empty = self.filter.archived && self.rows.archived == 0;
    if (empty_state(ui, rect, "play-social", Hue::pink, archive_empty ? "The archive is empty" : "No child matches",
                    "Show everyone on the caseload again.", "Clear filters"))
        self.filter = {};
}
}  // namespace

void draw(CaseloadScreen& self, Ui& ui) {
    if (!ui.caseload) return;
    find_caseload_rows(self.rows, ui, self.filter, self.sort, self.descending);
    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(pad_top);
    page.cut_bottom(metrics::l);
    draw_title(self, ui, page.cut_top(metrics::button, metrics::m));
    if (!self.rows.all.empty()) {
        const bool narrow = page.w < 760;
        draw_find(self, ui, {page.x, page.y, narrow ? page.w : find_w, metrics::field});
        Rect chips = page;
        if (narrow)
            chips.cut_top(metrics::field, metrics::s);
        else
            chips.cut_left(find_w, metrics::s), chips.y += 4;
        page.cut_top(std::max(metrics::field, draw_chips(self, ui, chips) - page.y), metrics::m);
    }
    if (self.rows.shown.empty())
        draw_nobody(self, ui, page);
    else
        draw_table(self, ui, page);
    draw_row_menu(self, ui);
}

}  // namespace pegboard
