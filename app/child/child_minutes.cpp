// The minutes of one child: what each service promises and what became of it this week, month or term, in words. Each
// figure opens the sessions it is made of.
#include <algorithm>
#include <array>

#include "app/child/child.h"
#include "app/parts/forms.h"
#include "app/parts/new_session.h"
#include "core/rules/minutes/ledger_words.h"

namespace pegboard {
namespace {

constexpr float minutes_pad = 20, periods_w = 330, minutes_least_title_w = 220;

minutes::Asked minutes_asked(const Ui& ui, const Child& child) {
    return {child, ui.caseload->sessions(), ui.caseload->practice().minutes, ui.clock.today};
}

/// None for what no service promises.
RowId service_of(const minutes::Line& line) { return line.service == nullptr ? RowId{} : line.service->id; }

void find_minutes(ChildMinutes& self, const Ui& ui, const Child& child) {
    const bool same = self.made && self.of == child.id && self.revision == ui.caseload->revision() &&
                      self.today == ui.clock.today && self.made_for == self.period;
    if (same) return;
    if (self.of != child.id) self.shown = MinutesFigure::none;
    const RowId shown_of = self.shown_of;
    self.made = true;
    self.of = child.id;
    self.revision = ui.caseload->revision();
    self.today = ui.clock.today;
    self.made_for = self.period;
    self.lines = minutes::ledger(minutes_asked(ui, child), self.period);
    // The figure that is open is of a service; the line of another one may stand in its place now.
    const bool there = self.shown_line < self.lines.size() && service_of(self.lines[self.shown_line]) == shown_of;
    if (!there) self.shown = MinutesFigure::none;
    self.to_make_up.clear();
    if (!is_current(child, ui.clock.today)) return;
    for (const minutes::Owed& owed : minutes::owed_sessions(minutes_asked(ui, child)))
        self.to_make_up.insert(owed.missed->id);
}

struct MinutesFigureLook {
    MinutesFigure figure;
    std::string_view name;
    int minutes::Figures::* amount;
    bool always;
};
constexpr std::array<MinutesFigureLook, 8> minutes_figure_looks{{
    {MinutesFigure::promised, "Promised", &minutes::Figures::promised, true},
    {MinutesFigure::given, "Given", &minutes::Figures::delivered, true},
    {MinutesFigure::excused, "Excused", &minutes::Figures::excused, false},
    {MinutesFigure::owed, "Owed", &minutes::Figures::owed, true},
    {MinutesFigure::booked, "Booked", &minutes::Figures::booked, true},
    {MinutesFigure::not_closed, "Not closed yet", &minutes::Figures::not_closed, false},
    {MinutesFigure::to_book, "To book", &minutes::Figures::to_book, true},
    {MinutesFigure::over, "Beyond the promise", &minutes::Figures::over, false},
}};

bool stands_behind(const minutes::Entry& entry, MinutesFigure figure) {
    switch (figure) {
        case MinutesFigure::given:
            return entry.delivered > 0;
        case MinutesFigure::excused:
            return entry.excused > 0;
        case MinutesFigure::owed:
            return entry.owed > 0;
        case MinutesFigure::booked:
            return entry.booked > 0;
        case MinutesFigure::not_closed:
            return entry.not_closed > 0;
        case MinutesFigure::over:
            return entry.delivered + entry.booked + entry.not_closed > 0;
        case MinutesFigure::promised:
        case MinutesFigure::to_book:
        case MinutesFigure::none:
            break;
    }
    return false;
}

/// What stands under the chips before the sessions.
std::string say_figure(const minutes::Line& line, MinutesFigure figure) {
    if (figure == MinutesFigure::promised)
        return std::string(line.service->per == ServicePer::week ? "Whole weeks, each counted where its Wednesday is: "
                                                                 : "Whole months, each counted where its 15th is: ") +
               say(line.span.from) + " to " + say(line.span.to) + ".";
    if (figure == MinutesFigure::to_book)
        return line.sum.to_book > 0
                   ? minutes::say_min(line.sum.to_book) + " of the promise are neither given, excused nor booked."
                   : std::string("Nothing is left to book.");
    const bool some =
        std::ranges::any_of(line.entries, [&](const minutes::Entry& each) { return stands_behind(each, figure); });
    return some ? std::string() : "No session.";
}

void open_entry(Ui& ui, const minutes::Entry& entry, const Child& child) {
    const Session& session = *entry.session;
    const bool written =
        session.status == SessionStatus::held && note_state(*ui.caseload, session, child.id) != NoteState::absent;
    ui.nav->go({.screen = written ? Screen::note : Screen::plan, .child = child.id, .session = session.id});
}

/// One session behind a figure; returns the lowest y.
float draw_minutes_entry(const ChildMinutes& self, Ui& ui, Rect at, const minutes::Entry& entry, const Child& child) {
    const std::string when = say_day(entry.session->date) + " " + say_time(entry.session->start_min);
    std::string words = minutes::say_entry(entry);
    if (entry.makes_up != nullptr) words += ". " + minutes::say_makes_up(entry);
    const bool may_book = entry.owed > 0 && self.to_make_up.contains(entry.session->id);
    const std::string name = "Book a make-up of the minutes of " + when;  // the look only points to it
    const ButtonLook look{.kind = ButtonKind::tonal, .height = metrics::button_small, .name = name};
    Rect row = at;
    if (may_book) row.w -= button_width(ui, "Book a make-up", look) + metrics::m;
    const float words_h = wrapped_height(ui, words, row.w - 2 * metrics::s, Type::caption);
    row.h = std::max(metrics::button_small + metrics::s, 34 + words_h);
    if (!visible(ui, row)) return row.bottom();
    if (pressable(ui, row, when + ", " + words, WidgetRole::row).clicked) open_entry(ui, entry, child);
    text(ui, {row.x + metrics::s, row.y + 6}, when, {.type = Type::label, .max_w = row.w - 2 * metrics::s});
    text_wrapped(ui, {row.x + metrics::s, row.y + 27, row.w - 2 * metrics::s, 0}, words,
                 {.type = Type::caption, .role = Role::ink_2});
    const Vec button_at{row.right() + metrics::m, row.y + (row.h - metrics::button_small) / 2};
    if (may_book && button(ui, button_at, "Book a make-up", look)) open_make_up(ui, child.id, entry.session->id);
    return row.bottom();
}

float draw_minutes_shown(const ChildMinutes& self, Ui& ui, Rect at, const minutes::Line& line, const Child& child) {
    float y = at.y;
    if (const std::string words = say_figure(line, self.shown); !words.empty())
        y += text_wrapped(ui, {at.x, y, at.w, 0}, words, {.type = Type::caption, .role = Role::ink_2}) + metrics::s;
    if (self.shown == MinutesFigure::to_book && line.sum.to_book > 0 && is_current(child, ui.clock.today)) {
        const ButtonLook look{.kind = ButtonKind::tonal, .icon = icon::calendar_plus, .height = metrics::button_small};
        if (button(ui, Vec{at.x, y}, "Book a session", look)) open_new_session(ui, child.id);
        y += metrics::button_small + metrics::s;
    }
    for (const minutes::Entry& entry : line.entries)
        if (stands_behind(entry, self.shown)) y = draw_minutes_entry(self, ui, {at.x, y, at.w, 0}, entry, child);
    return y;
}

BadgeWords badge_of_line(const minutes::Line& line) {
    if (line.service == nullptr) return {BadgeKind::info, icon::alert_circle_outline, "Fits no service"};
    if (line.sum.to_book > 0)
        return {BadgeKind::warn, icon::calendar_blank, minutes::say_min(line.sum.to_book) + " to book"};
    return {BadgeKind::good, icon::check, "Nothing to book"};
}

std::string title_of_line(const minutes::Line& line) {
    return line.service == nullptr ? "Sessions that no service promises" : minutes::say_promise(*line.service);
}

std::string below_title(const minutes::Line& line) {
    std::string words = say(line.span.from) + " to " + say(line.span.to);
    if (line.service == nullptr) return words + ". Another discipline, a group, or a day no service covers.";
    if (const std::string valid = minutes::say_valid(*line.service); !valid.empty()) words += ". Service " + valid;
    return words;
}

float draw_minutes_title(Ui& ui, Rect at, const minutes::Line& line) {
    const BadgeWords badge = badge_of_line(line);
    const bool consult = line.service != nullptr && line.service->mode == ServiceMode::consult;
    const float badge_w = badge_words_width(ui, badge);
    if (!consult && at.w - badge_w > minutes_least_title_w) {
        const Rect badge_at = at.cut_right(badge_w, metrics::m);
        draw_badge(ui, badge_at.pos(), badge);
    }
    float x = at.x;
    if (line.service != nullptr)
        x += tag(ui, {x, at.y + 1}, line.service->discipline == Discipline::ot ? Lead::ot : Lead::pt) + metrics::s;
    const float title_h = text_wrapped(ui, {x, at.y, at.right() - x, 0}, title_of_line(line), {.type = Type::label});
    return at.y + title_h + 2 +
           text_wrapped(ui, {at.x, at.y + title_h + 2, at.w, 0}, below_title(line),
                        {.type = Type::caption, .role = Role::ink_2});
}

float draw_minutes_line(ChildMinutes& self, Ui& ui, Rect at, const minutes::Line& line, std::size_t index,
                        const Child& child) {
    const Scope scope(ui, "Minutes line " + std::to_string(index + 1));
    divider(ui, at.pos(), at.w);
    float y = draw_minutes_title(ui, {at.x, at.y + metrics::m, at.w, 0}, line) + metrics::s;
    if (line.service != nullptr && line.service->mode == ServiceMode::consult)
        return y - metrics::s + metrics::xs +
               text_wrapped(ui, {at.x, y, at.w, 0},
                            minutes::say_min(line.sum.promised) +
                                " promised. Consults are not kept as sessions here, so they are not counted.",
                            {.type = Type::caption, .role = Role::ink_2}) +
               metrics::m;
    Wrap wrap(at.x, y, at.w, 32);
    for (const MinutesFigureLook& each : minutes_figure_looks) {
        const int amount = line.sum.*each.amount;
        const bool of_promise = each.figure == MinutesFigure::promised || each.figure == MinutesFigure::to_book ||
                                each.figure == MinutesFigure::owed;
        if ((!each.always && amount == 0) || (line.service == nullptr && of_promise)) continue;
        const bool open = self.shown == each.figure && self.shown_line == index;
        const std::string label = std::string(each.name) + " " + minutes::say_min(amount);
        const ChipLook look{.selected = open};
        if (chip(ui, wrap.place(chip_width(ui, label, look)), label, look)) {
            self.shown = open ? MinutesFigure::none : each.figure;
            self.shown_line = index;
            self.shown_of = service_of(line);
        }
    }
    y = wrap.bottom() + metrics::m;
    if (self.shown != MinutesFigure::none && self.shown_line == index)
        y = draw_minutes_shown(self, ui, {at.x, y, at.w, 0}, line, child) + metrics::m;
    return y;
}

float draw_minutes_head(ChildMinutes& self, Ui& ui, Rect in) {
    text(ui, in.pos(), "Minutes", {.type = Type::section, .heading = true});
    constexpr std::array<std::string_view, 3> names{"This week", "This month", "This term"};
    int chosen = static_cast<int>(self.period);
    const bool beside = in.w >= periods_w + 140;
    const Rect at = beside ? Rect{in.right() - periods_w, in.y - 4, periods_w, metrics::button_small}
                           : Rect{in.x, in.y + 32, std::min(in.w, periods_w), metrics::button_small};
    if (segmented(ui, at, "Period", names, chosen)) {
        self.period = static_cast<minutes::Period>(chosen);
        self.shown = MinutesFigure::none;
    }
    return beside ? in.y + 40 : at.bottom() + metrics::m;
}

/// Why there is no line, and where that is mended.
float draw_no_line(ChildScreen& self, Ui& ui, Rect at, const Child& child) {
    const bool no_service = child.services.empty();
    const MinutesRules& rules = ui.caseload->practice().minutes;
    const bool no_term = self.minutes.period == minutes::Period::term && (!rules.term_from || !rules.term_to);
    const std::string_view words =
        no_service ? "No service is promised yet, so there is nothing to count. Services are under Details."
        : no_term  ? "This practice has not said when its term is. Its first and last day are under Settings, Minutes."
                   : "No service is promised for these days.";
    float y = at.y + text_wrapped(ui, at, words, {.role = Role::ink_2}) + metrics::s;
    if (no_service && link(ui, {at.x, y}, "Open details")) self.tab = ChildTab::details;
    if (!no_service && no_term && link(ui, {at.x, y}, "Open settings")) ui.nav->go({.screen = Screen::settings});
    if (no_service || no_term) y += 24 + metrics::s;
    return y;
}
}  // namespace

float draw_child_minutes(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    find_minutes(self.minutes, ui, child);
    float& height = self.heights["minutes"];
    if (height > 0) card(ui, {rect.x, rect.y, rect.w, height});
    const Scope scope(ui, "Minutes");
    const Rect in = rect.inset(minutes_pad, minutes_pad);
    float y = draw_minutes_head(self.minutes, ui, in);
    if (self.minutes.lines.empty()) y = draw_no_line(self, ui, {in.x, y, in.w, 0}, child);
    for (std::size_t i = 0; i < self.minutes.lines.size(); ++i)
        y = draw_minutes_line(self.minutes, ui, {in.x, y, in.w, 0}, self.minutes.lines[i], i, child);
    y += metrics::s;
    if (y - rect.y != height) ui.wake_in(0);
    height = y - rect.y;
    return y + metrics::gutter;
}

}  // namespace pegboard
