#include "app/progress/progress.h"

#include <algorithm>
#include <array>

#include "app/actions/actions.h"
#include "app/widgets/fields/fields.h"
#include "core/progress/measure.h"

namespace pegboard {
namespace {

constexpr float goals_head_h = 56, goals_filter_h = 56, goals_row_h = 64, goals_bar_room = 12;
constexpr int unranked = 99;

ProgressRow make_row(const Ui& ui, const Goal& goal, const Child& child) {
    const Caseload& caseload = *ui.caseload;
    ProgressRow row;
    row.goal = &goal;
    row.child = shown_name(ui, child);
    row.look = look_of(*ui.library, goal.skill);
    row.badge = standing_badge(caseload, goal, ui.clock.today);
    row.mine = serves(caseload, child, caseload.practice().me);
    row.folded = fold(row.child + " " + goal.title);
    if (const progress::GoalFacts* facts = caseload.facts(goal.id)) {
        const auto criterion = progress::criterion_of(goal);
        row.newest = progress::say_newest(criterion, *facts);
        if (facts->per_week) row.trend = progress::say_trend(criterion, *facts);
        if (const std::size_t at = row.trend.find(" ("); at != std::string::npos) row.trend.resize(at);
    }
    return row;
}

void gather(ProgressRows& self, const Ui& ui) {
    self.all.clear();
    for (const Goal& goal : ui.caseload->goals()) {
        if (goal.status != GoalStatus::active) continue;
        const Child* child = ui.caseload->child(goal.child);
        if (child != nullptr && is_current(*child, ui.clock.today)) self.all.push_back(make_row(ui, goal, *child));
    }
    self.look_at = 0;
    for (const progress::Look& look : progress::goals_to_look_at(*ui.caseload, ui.clock.today)) {
        const auto row = std::ranges::find(self.all, look.goal, [](const ProgressRow& each) { return each.goal->id; });
        if (row == self.all.end()) continue;
        row->look_at = true;
        row->rank = static_cast<int>(look.kind);
        if (look.kind == progress::LookKind::no_data || look.kind == progress::LookKind::probe_due)
            row->badge = {BadgeKind::plain, icon::clock, std::string(progress::look_words(look.kind))};
        ++self.look_at;
    }
    std::ranges::stable_sort(self.all, {},
                             [](const ProgressRow& row) { return std::pair(row.rank == unranked ? 1 : 0, row.rank); });
}

void follow_rows(ProgressScreen& self, const Ui& ui) {
    ProgressRows& rows = self.rows;
    const bool fresh = !rows.made || rows.revision != ui.caseload->revision() || rows.today != ui.clock.today;
    if (fresh) {
        gather(rows, ui);
        rows.made = true;
        rows.revision = ui.caseload->revision();
        rows.today = ui.clock.today;
    }
    if (!fresh && rows.typed == self.typed && rows.which == self.which && rows.mine == self.mine) return;
    rows.typed = self.typed;
    rows.which = self.which;
    rows.mine = self.mine;
    rows.shown.clear();
    const std::string wanted = fold(self.typed);
    for (std::size_t i = 0; i < rows.all.size(); ++i) {
        const ProgressRow& row = rows.all[i];
        if (self.which == 0 && !row.look_at && wanted.empty()) continue;
        if (self.mine && !row.mine) continue;
        if (!wanted.empty() && row.folded.find(wanted) == std::string::npos) continue;
        rows.shown.push_back(static_cast<int>(i));
    }
}

void draw_row(ProgressScreen& self, Ui& ui, Rect line, const ProgressRow& row) {
    const std::string spoken = row.child + ": " + row.goal->title;
    if (pressable(ui, line, spoken, WidgetRole::row).clicked)
        ui.nav->go({.screen = Screen::goal, .child = row.goal->child, .goal = row.goal->id});
    Rect in = line.inset(metrics::m, 0);
    tile(ui, {in.x, in.y + 10, metrics::tile, metrics::tile}, row.look.illustration, row.look.hue);
    in.cut_left(metrics::tile, metrics::m);
    const Rect chevron = in.cut_right(24, metrics::s);
    icon_at(ui, {chevron.x, chevron.y + (chevron.h - 24) / 2}, icon::chevron_right, 24);
    const float badge_w = badge_words_width(ui, row.badge);
    const Rect badge_at = in.cut_right(std::max(badge_w, 176.0F), metrics::m);
    draw_badge(ui, {badge_at.x, badge_at.y + (badge_at.h - metrics::badge) / 2}, row.badge);
    if (in.w > 620) {
        const Rect numbers = in.cut_right(150, metrics::l);
        text(ui, {numbers.x, numbers.y + 12}, row.newest, {.type = Type::label, .max_w = numbers.w});
        text(ui, {numbers.x, numbers.y + 34}, row.trend,
             {.type = Type::caption, .role = Role::ink_2, .max_w = numbers.w});
    }
    if (in.w > 420) {
        const Rect line_at = in.cut_right(128, metrics::l);
        draw_spark(ui, {line_at.x, line_at.y + 12, 128, 40}, self.sparks, *row.goal);
    }
    const Lead lead = row.goal->discipline == Discipline::ot ? Lead::ot : Lead::pt;
    text(ui, {in.x, in.y + 11}, row.goal->title, {.type = Type::label, .max_w = in.w});
    const float tag_w = tag(ui, {in.x, in.y + 34}, lead);
    text(ui, {in.x + tag_w + metrics::s, in.y + 36}, row.child,
         {.type = Type::caption, .role = Role::ink_2, .max_w = in.w - tag_w - metrics::s});
}

void draw_filters(ProgressScreen& self, Ui& ui, Rect rect) {
    const std::string worth = "Worth a look, " + std::to_string(self.rows.look_at);
    const std::string all = "All active, " + std::to_string(self.rows.all.size());
    const std::array<std::string_view, 2> labels{worth, all};
    const Rect choice_at = rect.cut_left(std::min(340.0F, rect.w * 0.5F), metrics::m);
    segmented(ui, {choice_at.x, choice_at.y, choice_at.w, metrics::button}, "Goals", labels, self.which);
    const float chip_w = chip_width(ui, "My children", {.selected = self.mine});
    const Rect chip_at = rect.cut_right(chip_w, metrics::m);
    if (chip(ui, {chip_at.x, chip_at.y + 4}, "My children", {.selected = self.mine})) self.mine = !self.mine;
    const float field_w = std::min(rect.w, 320.0F);
    live_field(ui, {rect.x, rect.y, field_w, metrics::field}, "Find a goal or child", self.typed,
               {.hint = "Find a goal or child", .icon = icon::magnify, .label_above = false, .clear_button = true});
}

}  // namespace

void draw(ProgressScreen& self, Ui& ui) {
    follow_rows(self, ui);
    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(metrics::l);
    Rect head = page.cut_top(goals_head_h, metrics::s);
    const ButtonLook print{.icon = icon::printer};
    const Rect print_at = head.cut_right(button_width(ui, "Print a report", print), metrics::l);
    if (button(ui, Vec{print_at.x, print_at.y + 8}, "Print a report", print)) ui.actions->ask(ActionId::print);
    text(ui, head.pos(), "Progress", {.type = Type::title, .heading = true});
    text(ui, {head.x, head.y + 36}, "What each goal's data say, most pressing first. Your own judgement comes first.",
         {.role = Role::ink_2, .max_w = head.w});
    draw_filters(self, ui, page.cut_top(goals_filter_h));
    page.w += goals_bar_room;
    Rect list = begin_scroll(ui, "Goals by what they need", page);
    list.w -= goals_bar_room;
    const auto count = self.rows.shown.size();
    if (count == 0) {
        const bool quiet = self.typed.empty();
        empty_state(ui, {list.x, list.y, list.w, 300}, "balance", Hue::leaf,
                    quiet ? "Nothing asks for a look" : "No goal found",
                    quiet ? "Goals stand here when their criterion is met, data are missing or the line flattens."
                          : "Try part of a name, or look at all active goals.");
        end_scroll(ui, list.y + 300);
        return;
    }
    const Rect all{list.x, list.y, list.w, goals_row_h * static_cast<float>(count) + metrics::s};
    card(ui, all);
    Rect line{list.x + metrics::xs, list.y + metrics::xs, list.w - 2 * metrics::xs, goals_row_h};
    for (std::size_t i = 0; i < count; ++i, line.y += goals_row_h) {
        if (!visible(ui, line)) continue;
        if (i > 0) divider(ui, {line.x + metrics::m, line.y}, line.w - 2 * metrics::m);
        draw_row(self, ui, line.inset(0, 1), self.rows.all[static_cast<std::size_t>(self.rows.shown[i])]);
    }
    end_scroll(ui, all.bottom() + metrics::xl);
}

}  // namespace pegboard
