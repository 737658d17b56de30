#include "app/settings/access_list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/settings/history.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float row_h = 46, day_h = 40;

struct DetailWords {
    std::string_view key, words;
};
constexpr std::array details{DetailWords{"passphrase", "with the passphrase"},
                             DetailWords{"recovery_key", "with the recovery key"},
                             DetailWords{"pin", "with the session's PIN"},
                             DetailWords{"recovery_sheet", "recovery sheet"},
                             DetailWords{"text", "a text"},
                             DetailWords{"chart", "a chart"},
                             DetailWords{"report", "a document"},
                             DetailWords{"whole_copy", "a copy of the whole caseload"},
                             DetailWords{"contacts", "phones and rescue plan"},
                             DetailWords{"practice", "of the practice"},
                             DetailWords{"this_computer", "of this computer"}};

std::string said(const AccessEvent& event) {
    std::string told(words(event.kind));
    const auto* found = std::ranges::find(details, event.detail, &DetailWords::key);
    if (found != details.end()) told += ": " + std::string(found->words);
    const auto rest = [&](std::string_view start) {
        return event.detail.starts_with(start) ? event.detail.substr(start.size()) : std::string();
    };
    const auto times = [](const std::string& count) { return count + (count == "1" ? " time" : " times"); };
    if (const std::string count = rest("tries_"); !count.empty()) told += ", " + times(count);
    if (const std::string count = rest("before_"); !count.empty()) told += ", " + times(count) + " before opening";
    if (const std::string entry = rest("entry_"); !entry.empty()) told += ": entry " + entry + " of the history";
    if (const std::string line = rest("line_"); !line.empty()) told += ": line " + line + " of this list";
    if (!rest("ahead_").empty()) told += ": an older file";
    return told;
}

AccessList::Row row_of(const Ui& ui, const AccessEvent& event) {
    AccessList::Row row;
    if (const auto when = local_time(event.at_utc)) {
        row.day =
            when->date == ui.clock.today ? "Today" : say_day(when->date) + " " + std::to_string(parts(when->date).year);
        row.time = say_time(when->minute);
    }
    row.what = said(event);
    const Therapist* who = ui.caseload->therapist(event.therapist);
    row.who = who != nullptr ? who->name : "Someone";
    if (const Child* child = ui.caseload->child(event.child))
        row.child = shown_name(ui, *child);
    else if (event.child)
        row.child = "An erased record";
    return row;
}

void ask_for_rows(AccessList& self, Ui& ui) {
    constexpr double away_s = 0.3;
    const ChildId child = ui.nav->here().child;
    const double last_s = std::exchange(self.drawn_s, ui.clock.time_s);
    if (ui.clock.time_s - last_s > away_s) self.asked = false;  // what happened meanwhile belongs into it
    if (self.asked && self.child == child && self.read_limit == self.limit) return;
    self.asked = true;
    self.child = child;
    self.read_limit = self.limit;
    AccessList* list = &self;
    Ui* view = &ui;
    ui.outbox->after_frame([list, view, child](Caseload& caseload) {
        const auto found = caseload.access_log(child, list->limit);
        list->problem = found ? std::string() : found.error().message;
        list->rows.clear();
        if (found)
            for (const AccessEvent& event : found.value()) list->rows.push_back(row_of(*view, event));
        view->wake_in(0);
    });
}

void draw_row(Ui& ui, Rect rect, const AccessList::Row& row) {
    divider(ui, {rect.x, rect.bottom()}, rect.w);
    text_in(ui, {rect.x + 16, rect.y, 72, rect.h}, row.time, {.role = Role::ink_2});
    text_in(ui, {rect.x + 96, rect.y, rect.w - 96 - 400, rect.h}, row.what, {.type = Type::label});
    text_in(ui, {rect.right() - 390, rect.y, 178, rect.h}, row.child, {.role = Role::ink_2});
    text_in(ui, {rect.right() - 200, rect.y, 184, rect.h}, row.who, {.role = Role::ink_2, .align = Align::right});
}

}  // namespace

void draw_access_list(AccessList& self, Ui& ui) {
    ask_for_rows(self, ui);
    const Child* child = ui.caseload->child(ui.nav->here().child);
    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(12);
    const Rect head = page.cut_top(48, 12);
    text(ui, {head.x, head.y + 6},
         child != nullptr ? "Who looked at " + shown_name(ui, *child) : std::string("Who opened and looked"),
         {.type = Type::title, .max_w = head.w, .heading = true});
    page.cut_bottom(16);
    if (!self.problem.empty()) {
        banner(ui, page, BadgeKind::danger, self.problem, {});
        return;
    }
    if (self.rows.empty()) {
        empty_state(ui, page, "handwriting", Hue::indigo, "Nothing yet",
                    "Opening, looking, locking, copying and saving are listed here.");
        return;
    }
    card(ui, page);
    const Rect content = begin_scroll(ui, "Access list", page.inset(1));
    float y = content.y;
    std::string day;
    for (const auto& row : self.rows) {
        if (row.day != day) {
            day = row.day;
            const Rect line{content.x, y, content.w, day_h};
            fill(ui, line, Role::sunken);
            if (visible(ui, line))
                text_in(ui, {line.x + 16, line.y, line.w - 32, line.h}, day, {.type = Type::button, .heading = true});
            y += day_h;
        }
        const Rect line{content.x, y, content.w, row_h};
        if (visible(ui, line)) draw_row(ui, line, row);
        y += row_h;
    }
    if (static_cast<int>(self.rows.size()) >= self.limit) {
        if (button(ui, Vec{content.x + 16, y + 12}, "Show older lines", {.kind = ButtonKind::tonal})) self.limit *= 2;
        y += 64;
    }
    end_scroll(ui, y);
}

}  // namespace pegboard
