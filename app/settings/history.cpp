#include "app/settings/history.h"

#include <cstdio>
#include <ctime>

#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {

std::optional<LocalTime> local_time(const std::string& utc) {
    std::tm tm{};
    if (std::sscanf(utc.c_str(), "%d-%d-%dT%d:%d:%d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour, &tm.tm_min,
                    &tm.tm_sec) != 6)
        return std::nullopt;
    tm.tm_year -= 1900;
    tm.tm_mon -= 1;
    const std::time_t instant = timegm(&tm);
    std::tm here{};
    if (localtime_r(&instant, &here) == nullptr) return std::nullopt;
    const auto date = make_date(here.tm_year + 1900, here.tm_mon + 1, here.tm_mday);
    if (!date) return std::nullopt;
    return LocalTime{*date, here.tm_hour * 60 + here.tm_min};
}

namespace {

void fill_rows(HistoryScreen& self, const Ui& ui, const std::vector<ChangeSet>& changes) {
    self.rows.all.clear();
    for (const ChangeSet& change : changes) {
        HistoryScreen::Row row{.change = change, .day = {}, .time = {}, .who = {}, .child = {}, .folded = {}};
        if (const auto when = local_time(change.at_utc)) {
            row.day = when->date == ui.clock.today ? "Today"
                                                   : say_day(when->date) + " " + std::to_string(parts(when->date).year);
            row.time = say_time(when->minute);
        }
        const Therapist* who = ui.caseload->therapist(change.therapist);
        row.who = who ? who->name : "Someone";
        const Child* child = ui.caseload->child(change.child);
        if (child != nullptr) row.child = shown_name(ui, *child);
        row.folded = fold(change.label + " " + row.who + " " + row.child);
        self.rows.all.push_back(std::move(row));
    }
}

void ask_for_rows(HistoryScreen& self, Ui& ui) {
    const ChildId child = ui.nav->here().child;
    auto& rows = self.rows;
    if (rows.asked && rows.revision == ui.caseload->revision() && rows.child == child && rows.limit == self.limit)
        return;
    rows.asked = true;
    rows.revision = ui.caseload->revision();
    rows.child = child;
    rows.limit = self.limit;
    HistoryScreen* screen = &self;
    Ui* view = &ui;
    ui.outbox->after_frame([screen, view, child](Caseload& caseload) {
        const auto found = caseload.history(child, screen->limit);
        screen->rows.problem = found ? std::string{} : found.error().message;
        if (found) fill_rows(*screen, *view, found.value());
        view->wake_in(0);
    });
}

void draw_row(Ui& ui, Rect rect, const HistoryScreen::Row& row, bool show_child) {
    divider(ui, {rect.x, rect.bottom()}, rect.w);
    text_in(ui, {rect.x + 16, rect.y, 72, rect.h}, row.time, {.role = Role::ink_2});
    const bool taken_back = row.change.undone;
    const float name_w = show_child ? 190.0F : 0.0F;
    const Rect words{rect.x + 96, rect.y, rect.w - 96 - 200 - name_w - (taken_back ? 120.0F : 0.0F), rect.h};
    text_in(ui, words, row.change.label, {.type = Type::label, .struck = taken_back});
    if (taken_back) badge(ui, {words.right() + 8, rect.y + 11}, BadgeKind::plain, icon::undo_variant, "Taken back");
    if (show_child && !row.child.empty())
        text_in(ui, {rect.right() - 200 - name_w, rect.y, name_w - 12, rect.h}, row.child, {.role = Role::ink_2});
    text_in(ui, {rect.right() - 200, rect.y, 184, rect.h}, row.who, {.role = Role::ink_2, .align = Align::right});
}

}  // namespace

void draw(HistoryScreen& self, Ui& ui) {
    if (ui.nav->here().detail == access_detail) return draw_access_list(self.access, ui);
    ask_for_rows(self, ui);
    const Child* child = ui.caseload->child(ui.nav->here().child);
    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(12);
    const Rect head = page.cut_top(48, 12);
    text(ui, {head.x, head.y + 6}, child ? "History of " + shown_name(ui, *child) : std::string("History"),
         {.type = Type::title, .max_w = head.w - 540, .heading = true});
    if (link(ui, {head.right() - 500, head.y + 14}, "Who opened and looked"))
        ui.nav->go({.screen = Screen::history, .child = ui.nav->here().child, .detail = std::string(access_detail)});
    live_field(ui, {head.right() - 280, head.y + 4, 280, metrics::field}, "Find in history", self.query,
               {.hint = "Find a change", .icon = icon::magnify, .label_above = false, .clear_button = true});
    page.cut_bottom(16);
    if (!self.rows.problem.empty()) {
        banner(ui, page, BadgeKind::danger, self.rows.problem, {});
        return;
    }
    const std::string wanted = fold(self.query);
    std::vector<const HistoryScreen::Row*> shown;
    for (const auto& row : self.rows.all)
        if (wanted.empty() || row.folded.find(wanted) != std::string::npos) shown.push_back(&row);
    if (shown.empty()) {
        empty_state(ui, page, "handwriting", Hue::indigo, self.rows.all.empty() ? "No changes yet" : "No change fits",
                    self.rows.all.empty() ? "Each edit is listed here with its time and who made it."
                                          : "Search for fewer words.");
        return;
    }
    card(ui, page);
    const Rect content = begin_scroll(ui, "History list", page.inset(1));
    float y = content.y;
    std::string day;
    for (const auto* row : shown) {
        if (row->day != day) {
            day = row->day;
            const Rect line{content.x, y, content.w, 40};
            fill(ui, line, Role::sunken);
            if (visible(ui, line))
                text_in(ui, {line.x + 16, line.y, line.w - 32, line.h}, day, {.type = Type::button, .heading = true});
            y += 40;
        }
        const Rect line{content.x, y, content.w, 46};
        if (visible(ui, line)) draw_row(ui, line, *row, child == nullptr);
        y += 46;
    }
    if (static_cast<int>(self.rows.all.size()) >= self.limit) {
        if (button(ui, Vec{content.x + 16, y + 12}, "Show older changes", {.kind = ButtonKind::tonal})) self.limit *= 2;
        y += 64;
    }
    end_scroll(ui, y);
}

}  // namespace pegboard
