#include "app/goals/goals.h"

#include <algorithm>

#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"

namespace pegboard {
namespace {

std::string filter_words(const GoalsScreen& self) {
    return self.query + '\n' + std::to_string(self.ot) + std::to_string(self.pt) + std::to_string(self.status) +
           self.focus + '\n' + std::to_string(self.therapist.value) + '/' + std::to_string(self.table.sort) +
           std::to_string(self.table.descending);
}

bool keeps(const GoalsScreen& self, const Ui& ui, const Goal& goal, const Child& child) {
    if (child.archived || is_discharged(child, ui.clock.today)) return false;
    if (goal.discipline == Discipline::ot ? !self.ot : !self.pt) return false;
    // Steps that wait as drafts stand under their goal; in the list they would hide what is worked on.
    const bool waits = goal.parent && goal.status == GoalStatus::draft;
    if (self.status == 1 && (!is_open(goal) || waits)) return false;
    if (self.status >= 2 && static_cast<int>(goal.status) != self.status - 2) return false;
    if (self.therapist && goal.therapist != self.therapist) return false;
    if (self.focus.empty()) return true;
    const Skill* skill = ui.library->skill(goal.skill);
    return skill != nullptr && (skill->focus == self.focus || skill->focus2 == self.focus);
}

void sort_rows(GoalsScreen& self, const Ui& ui) {
    const auto by = [&](const GoalsScreen::Row& a, const GoalsScreen::Row& b) {
        switch (self.table.sort) {
            case 1:
                return a.title < b.title;
            case 3:
                return a.due_day < b.due_day;
            case 4:
                return ui.caseload->goal(a.goal)->status < ui.caseload->goal(b.goal)->status;
            default:
                return fold(a.child) < fold(b.child);
        }
    };
    std::ranges::stable_sort(self.rows.shown, by);
    if (self.table.descending) std::ranges::reverse(self.rows.shown);
}

void find_rows(GoalsScreen& self, const Ui& ui) {
    const std::string filters = filter_words(self);
    if (self.rows.made && self.rows.revision == ui.caseload->revision() && self.rows.of == filters) return;
    self.rows = {.revision = ui.caseload->revision(), .made = true, .of = filters, .shown = {}};
    const std::string wanted = fold(self.query);
    for (const Goal& goal : ui.caseload->goals()) {
        const Child* child = ui.caseload->child(goal.child);
        if (child == nullptr || !keeps(self, ui, goal, *child)) continue;
        const GoalLook look = look_of(*ui.library, goal.skill);
        GoalsScreen::Row row{.goal = goal.id,
                             .child = shown_name(ui, *child),
                             .title = goal.title,
                             .criterion = say_criterion(goal, *ui.library),
                             .due = goal.due ? say_short(*goal.due, ui.clock.today) : "No date",
                             .folded = {},
                             .due_day = goal.due ? goal.due->day : 1 << 30,
                             .focus_name = look.short_name,
                             .hue = look.hue,
                             .picture = look.illustration};
        row.folded = fold(full_name(*child) + " " + goal.title + " " + row.focus_name);
        if (wanted.empty() || row.folded.find(wanted) != std::string::npos) self.rows.shown.push_back(std::move(row));
    }
    sort_rows(self, ui);
}

void draw_filters(GoalsScreen& self, Ui& ui, Rect line) {
    const Scope scope(ui, "Filters");
    live_field(ui, line.cut_left(240, 8), "Find goals", self.query,
               {.hint = "Find by child or words", .icon = icon::magnify, .label_above = false, .clear_button = true});
    Vec pos{line.x, line.y + 4};
    const auto toggle = [&](std::string_view label, bool& on) {
        if (chip(ui, pos, label, {.selected = on})) on = !on;
        pos.x += chip_width(ui, label, {.selected = on}) + 8;
    };
    toggle("OT", self.ot);
    toggle("PT", self.pt);
    const std::string status = self.status == 0 ? "All goals"
                               : self.status == 1
                                   ? "Open goals"
                                   : std::string(terms<GoalStatus>()[static_cast<std::size_t>(self.status - 2)].words);
    const ChipLook menu{.menu = true};
    const Rect status_at{pos.x, pos.y, chip_width(ui, status, menu), metrics::chip};
    if (chip(ui, pos, status, menu)) open_menu(ui, "Status");
    pos.x += status_at.w + 8;
    if (begin_menu(ui, "Status", status_at, 200)) {
        if (menu_item(ui, "All goals", {.ticked = self.status == 0})) self.status = 0;
        if (menu_item(ui, "Open goals", {.ticked = self.status == 1})) self.status = 1;
        for (int i = 0; i < static_cast<int>(terms<GoalStatus>().size()); ++i)
            if (menu_item(ui, terms<GoalStatus>()[static_cast<std::size_t>(i)].words, {.ticked = self.status == i + 2}))
                self.status = i + 2;
        end_menu(ui);
    }
    const Focus* focus = ui.library->focus(self.focus);
    const ChipLook focus_look{.selected = focus != nullptr, .menu = focus == nullptr, .removable = focus != nullptr};
    const std::string focus_words = focus ? focus->short_name : "Working on";
    const Rect focus_at{pos.x, pos.y, chip_width(ui, focus_words, focus_look), metrics::chip};
    if (chip(ui, pos, focus_words, focus_look)) {
        if (focus != nullptr)
            self.focus.clear();
        else
            open_menu(ui, "Working on");
    }
    if (begin_menu(ui, "Working on", focus_at, 260)) {
        for (const Focus& one : ui.library->focus_areas())
            if (menu_item(ui, one.name)) self.focus = one.id;
        end_menu(ui);
    }
}

/// `tight`: the child's name stands with the goal, beside the picture of who it is only.
void draw_row(Ui& ui, Rect rect, const std::vector<Rect>& columns, const GoalsScreen::Row& row, bool tight) {
    const Goal* goal = ui.caseload->goal(row.goal);
    if (goal == nullptr) return;
    if (table_row(ui, rect, row.child + ": " + row.title, false))
        ui.nav->go({.screen = Screen::goal, .child = goal->child, .goal = goal->id});
    const auto cell = [&](std::size_t i) { return Rect{columns[i].x, rect.y, columns[i].w - 12, rect.h}; };
    const auto hue = child_hue(goal->child);
    avatar(ui, {columns[0].x, rect.y + 13}, 32, initials(row.child), hue);
    if (!tight) text_in(ui, {columns[0].x + 42, rect.y, columns[0].w - 52, rect.h}, row.child, {.type = Type::button});
    tile(ui, {columns[1].x, rect.y + 11, 36, 36}, row.picture, row.hue, metrics::radius_small);
    const float x = columns[1].x + 46;
    text(ui, {x, rect.y + 9}, row.title, {.type = Type::label, .max_w = columns[1].w - 60});
    const Lead lead = goal->discipline == Discipline::ot ? Lead::ot : Lead::pt;
    tag(ui, {x, rect.y + 31}, lead);
    text(ui, {x + tag_width(ui, lead) + 8, rect.y + 33}, tight ? row.child + ", " + row.criterion : row.criterion,
         {.type = Type::caption, .role = Role::ink_2, .max_w = columns[1].w - 70 - tag_width(ui, lead)});
    focus_chip(ui, {columns[2].x, rect.y + 17}, row.focus_name, row.hue);
    text_in(ui, cell(3), row.due, {.role = Role::ink_2});
    draw_badge(ui, {columns[4].x, rect.y + 17}, badge_of(*goal, ui.clock.today));
}

}  // namespace

void draw(GoalsScreen& self, Ui& ui) {
    find_rows(self, ui);
    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(12);
    Rect title = page.cut_top(48, 12);
    const float x = title.x + text(ui, {title.x, title.y + 6}, "Goals", {.type = Type::title, .heading = true}) + 14;
    pill(ui, {x, title.y + 12},
         std::to_string(self.rows.shown.size()) + (self.rows.shown.size() == 1 ? " goal" : " goals"));
    draw_filters(self, ui, page.cut_top(metrics::field, 12));
    page.cut_bottom(16);
    if (self.rows.shown.empty()) {
        const bool any = !ui.caseload->goals().empty();
        empty_state(
            ui, page, "balance", Hue::leaf, any ? "No goal fits these filters" : "No goals yet",
            any ? "Take a filter away, or search for fewer words." : "Open a child and add the first goal there.");
        return;
    }
    card(ui, page);
    Rect inside = page.inset(1);
    const bool narrow = ui.area.w < 900, tight = ui.area.w < 760;
    const Column columns[] = {{.name = "Child",
                               .width = tight    ? 64.0F
                                        : narrow ? 180.0F
                                                 : 220.0F,
                               .sortable = true},
                              {.name = "Goal", .width = 0, .sortable = true},
                              {.name = "Works on", .width = 150},
                              {.name = "Due", .width = tight ? 90.0F : 110.0F, .sortable = true},
                              {.name = "Status", .width = tight ? 125.0F : 150.0F, .sortable = true}};
    const auto cells = table_head(ui, inside.cut_top(metrics::table_head), columns, self.table);
    const Rect content = begin_scroll(ui, "Goals list", inside);
    constexpr float row_h = 58;
    for (std::size_t i = 0; i < self.rows.shown.size(); ++i) {
        const Rect row{content.x, content.y + static_cast<float>(i) * row_h, content.w, row_h};
        if (visible(ui, row)) draw_row(ui, row, cells, self.rows.shown[i], tight);
    }
    end_scroll(ui, content.y + static_cast<float>(self.rows.shown.size()) * row_h);
}

}  // namespace pegboard
