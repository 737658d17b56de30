#include "app/today/today.h"

#include <algorithm>
#include <array>

#include "app/actions/actions.h"
#include "app/parts/close_session.h"
#include "app/parts/forms.h"
#include "app/parts/new_session.h"
#include "app/parts/start_session.h"
#include "app/widgets/widgets.h"
#include "core/reports/reports.h"

namespace pegboard {
namespace {

constexpr float head_h = 56, wide_time_w = 84, narrow_time_w = 64, card_h = 88, card_gap = 9, now_gap = 28,
                right_w = 424;
constexpr float bar_room = 12;  ///< beside a column, for its scroll bar
constexpr float actions_h = metrics::button_small;

// ------------------------------------------------------------------ head

std::string_view greeting(int minute) {
    if (minute < 12 * 60) return "Good morning";
    return minute < 17 * 60 ? "Good afternoon" : "Good evening";
}

std::string greeting_words(const Ui& ui) {
    std::string words(greeting(ui.clock.minute));
    if (const Therapist* me = ui.caseload->therapist(ui.caseload->practice().me))
        words += ", " + me->name.substr(0, me->name.find(' '));
    return words;
}

/// Pegs of the day with their words below; returns the left edge.
float draw_done(Ui& ui, const TodayRows& rows, float right, float y) {
    if (rows.rows.empty()) return right;
    const int due = static_cast<int>(rows.rows.size()) - rows.not_held;
    std::string words =
        std::to_string(rows.done) + " of " + std::to_string(due) + (due == 1 ? " session done" : " sessions done");
    if (rows.not_held > 0) words += ", " + std::to_string(rows.not_held) + " missed";
    std::vector<Peg> row;
    for (const TodayRow& each : rows.rows)
        row.push_back(each.session->status == SessionStatus::planned ? Peg::hollow : Peg::filled);
    const float width = text_width(ui, words, Type::caption);
    text(ui, {right, y + 26}, words, {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    constexpr float step = metrics::peg + metrics::s;
    const auto shown = static_cast<float>(std::min<std::size_t>(row.size(), 12));
    const float pegs_w = std::max(width, shown * step - metrics::s + (row.size() > 12 ? 28.0F : 0.0F));
    pegs(ui, {right - pegs_w, y + 8}, row, metrics::peg, words);
    return right - pegs_w;
}

void draw_steppers(TodayScreen& self, Ui& ui, Rect& head, Date day) {
    const float y = head.y + 8;
    const auto place = [&](float width) { return Vec{head.cut_right(width, metrics::s).x, y}; };
    const IconButtonLook look{.bordered = true};
    if (icon_button(ui, place(metrics::button), icon::chevron_right, "Next day", look)) self.day = day + 1;
    const ButtonLook today{.enabled = day != ui.clock.today, .name = "Show today"};
    if (button(ui, place(button_width(ui, "Today", today)), "Today", today)) self.day.reset();
    if (icon_button(ui, place(metrics::button), icon::chevron_left, "Previous day", look)) self.day = day - 1;
    if (self.day == ui.clock.today) self.day.reset();
}

void add_session(Ui& ui, Date day) { open_new_session(ui, ChildId{}, day); }

/// Words where there is room for them.
void draw_suggest(TodayScreen& self, Ui& ui, Rect& head, Date day) {
    const ButtonLook look{.kind = ButtonKind::tonal, .icon = icon::auto_fix};
    const float width = button_width(ui, "Suggest plans", look);
    const bool words = ui.window.w >= metrics::drawer_below_w;
    const Vec at{head.cut_right(words ? width : metrics::button, metrics::s).x, head.y + 8};
    const bool pressed = words ? button(ui, at, "Suggest plans", look)
                               : icon_button(ui, at, icon::auto_fix, "Suggest plans", {.bordered = true});
    if (pressed) open_plan_day(self.plan_day, ui, day);
}

/// My day, and each plan of the day: one press to choose, one more on the pages themselves.
void draw_print(const TodayScreen& self, Ui& ui, Rect& head) {
    constexpr std::string_view menu = "Print of this day";
    const Rect at = head.cut_right(metrics::button, metrics::s);
    if (icon_button(ui, {at.x, at.y + 8}, icon::printer, "Print", {.bordered = true})) open_menu(ui, menu);
    if (!begin_menu(ui, menu, {at.x, at.y + 8, metrics::button, metrics::button}, 320)) return;
    if (menu_item(ui, "My day", {.icon = icon::white_balance_sunny, .shortcut = "Ctrl P"}))
        ui.actions->ask(ActionId::print);
    for (const TodayRow& row : self.rows.rows)
        if (!row.session->blocks.empty() && menu_item(ui, "Plan: " + row.spoken, {.icon = icon::clipboard_text}))
            ui.nav->go({.screen = Screen::reports,
                        .child = row.session->child,
                        .session = row.session->id,
                        .detail = std::string(reports::key(reports::Kind::session_plan))});
    end_menu(ui);
}

void draw_head(TodayScreen& self, Ui& ui, Rect head, Date day) {
    const bool today = day == ui.clock.today;
    const ButtonLook add{.kind = ButtonKind::primary, .icon = icon::plus};
    const float add_w = button_width(ui, "Add session", add);
    if (button(ui, Vec{head.cut_right(add_w, metrics::l).x, head.y + 8}, "Add session", add)) add_session(ui, day);
    draw_steppers(self, ui, head, day);
    draw_print(self, ui, head);
    if (self.rows.unplanned > 0 && !ui.caseload->read_only()) draw_suggest(self, ui, head, day);
    head.cut_right(metrics::s);
    if (ui.window.w >= metrics::one_column_below_w) {
        const float left = draw_done(ui, self.rows, head.right(), head.y);
        head.w = left - metrics::l - head.x;
    }
    text(ui, head.pos(), today ? greeting_words(ui) : say_long(day),
         {.type = Type::title, .max_w = head.w, .heading = true});
    text(ui, {head.x, head.y + 36}, today ? say_long(day) : say_near(day, ui.clock.today),
         {.role = Role::ink_2, .max_w = head.w});
}

// ------------------------------------------------------------------ session cards

struct CardActions {
    bool plan = false, hold = false, miss = false, phone = false, start = false, note = false;
};

std::string named(std::string_view act, const TodayRow& row) { return std::string(act) + " " + row.spoken; }

/// Buttons at the right end, status above them; returns the left edge.
float draw_actions(Ui& ui, Rect inside, const TodayRow& row, CardActions& asked, bool next) {
    const Session& session = *row.session;
    const bool open = session.status == SessionStatus::planned;
    const bool can_close = open && session.date <= ui.clock.today;
    const bool unplanned = open && session.blocks.empty();
    struct Act {
        std::string_view label;
        ButtonKind kind;
        bool* flag;
        std::string name;
    };
    std::vector<Act> acts{{open ? "Plan" : "See plan", unplanned ? ButtonKind::tonal : ButtonKind::secondary,
                           &asked.plan, named(open ? "Plan" : "See plan of", row)}};
    const bool runs = is_running(session);
    if (session.status == SessionStatus::held)
        acts.push_back({note_act(row.note), ButtonKind::secondary, &asked.note,
                        named(std::string(note_act(row.note)) + ":", row)});
    if (open && (runs || session.date == ui.clock.today))
        acts.insert(acts.begin() + 1,
                    {runs ? "Go on" : "Start", next || runs ? ButtonKind::primary : ButtonKind::secondary, &asked.start,
                     named(runs ? "Go on:" : "Start:", row)});
    if (can_close && !runs) {
        acts.push_back({"Done", ButtonKind::secondary, &asked.hold, named("Completed:", row)});
        acts.push_back({"Missed", ButtonKind::secondary, &asked.miss, named("Missed:", row)});
    }
    float width = -metrics::s;
    for (const Act& act : acts) width += button_width(ui, act.label, {.height = actions_h}) + metrics::s;
    const float status_w = badge_words_width(ui, row.status) + metrics::s + actions_h;
    const float left = inside.right() - std::max(width, status_w);
    const float y = inside.y + (card_h - 2 * actions_h - metrics::xs) / 2;
    draw_badge(ui, {left, y + (actions_h - metrics::badge) / 2}, row.status);
    const IconButtonLook small{.size = actions_h};
    if (icon_button(ui, {inside.right() - actions_h, y}, icon::phone, named("Phones and rescue plan:", row), small))
        asked.phone = true;
    float x = inside.right() - width;
    for (const Act& act : acts) {
        const ButtonLook look{.kind = act.kind, .height = actions_h, .name = act.name};
        if (button(ui, Vec{x, y + actions_h + metrics::xs}, act.label, look)) *act.flag = true;
        x += button_width(ui, act.label, look) + metrics::s;
    }
    return left;
}

void draw_first_line(Ui& ui, Rect line, const TodayRow& row) {
    const Lead lead = row.session->lead;
    const std::string_view together = lead == Lead::both ? "Co-treat" : "";
    const float tags =
        tag_width(ui, lead) + (together.empty() ? 0 : metrics::xs + text_width(ui, together, Type::caption));
    const float age_w = text_width(ui, row.age, Type::caption);
    const float name_w = std::max(40.0F, line.w - tags - age_w - 3 * metrics::s);
    float x = line.x + text(ui, {line.x, line.y}, row.name, {.type = Type::section, .max_w = name_w}) + metrics::s;
    x += text(ui, {x, line.y + 5}, row.age, {.type = Type::caption, .role = Role::ink_2}) + metrics::s;
    x += tag(ui, {x, line.y + 2}, lead) + metrics::xs;
    if (x + 2 + text_width(ui, together, Type::caption) <= line.right())  // the tags say it too
        text(ui, {x + 2, line.y + 4}, together, {.type = Type::caption, .role = Role::ink_2});
}

void draw_second_line(Ui& ui, Rect line, const TodayRow& row) {
    float x = line.x;
    for (const auto& [words, hue] : row.focus) {
        const float width = focus_chip_width(ui, words);
        if (x + width > line.right()) break;
        focus_chip(ui, {x, line.y}, words, hue);
        x += width + metrics::s;
    }
    const std::string& place = row.session->place;
    if (!place.empty() && line.right() - x > 60)
        icon_text(ui, {x, line.y + 4}, icon::map_marker, place, Type::caption, Role::ink_2, line.right() - x);
}

/// Badges wrap over as many lines as they need; one wider than the card wraps its words. Draws, or only measures;
/// returns the lowest y.
float lay_care(Ui& ui, const TodayRow& row, Rect in, bool drawing) {
    constexpr float sign = 20;
    Wrap wrap(in.x, in.y, in.w, metrics::badge, metrics::xs);
    float bottom = in.y;
    for (const BadgeWords& care : row.care) {
        const float width = badge_words_width(ui, care);
        if (width <= in.w) {
            const Vec at = wrap.place(width);
            if (drawing) draw_badge(ui, at, care);
            bottom = at.y + metrics::badge;
            continue;
        }
        const Role role = care.kind == BadgeKind::danger ? Role::danger : Role::warn;
        const Vec at = wrap.place(in.w);
        const float height = wrapped_height(ui, care.words, in.w - sign, Type::caption_strong) + metrics::s;
        if (drawing) {
            icon_at(ui, {at.x, at.y + 4}, care.icon, 16, role);
            text_wrapped(ui, {at.x + sign, at.y + 4, in.w - sign, height}, care.words,
                         {.type = Type::caption_strong, .role = role});
        }
        bottom = at.y + height;
        wrap = Wrap(in.x, bottom + metrics::xs, in.w, metrics::badge, metrics::xs);
    }
    return bottom;
}

float care_height(Ui& ui, const TodayRow& row, float width) {
    if (row.care.empty()) return 0;
    return lay_care(ui, row, {0, 0, width, 0}, false) + metrics::xs;
}

constexpr float text_left = 112;

float row_height(Ui& ui, const TodayRow& row, float card_w) {
    return card_h + care_height(ui, row, card_w - text_left - metrics::l);
}

CardActions draw_card(Ui& ui, Rect rect, const TodayRow& row, bool next) {
    const Scope scope(ui, row.spoken);
    const bool open = row.session->status == SessionStatus::planned;
    CardLook look;
    look.fill = open ? Role::surface : Role::canvas;
    look.shadow = next ? 2 : open ? 1 : 0;
    look.selected = next;
    look.stripe = row.session->lead;
    card(ui, rect, look);
    CardActions asked;
    asked.plan = pressable(ui, rect, "Session: " + row.spoken, WidgetRole::card, false, metrics::radius_card).clicked;
    draw_faces(ui, {rect.x + 36, rect.y + 22}, row.children);
    const Rect inside{rect.x + text_left, rect.y, rect.w - text_left - metrics::l, rect.h};
    const float left = draw_actions(ui, inside, row, asked, next);
    const float width = left - inside.x - metrics::m;
    draw_first_line(ui, {inside.x, rect.y + 16, width, 24}, row);
    draw_second_line(ui, {inside.x, rect.y + 47, width, 24}, row);
    lay_care(ui, row, {inside.x, rect.y + card_h - metrics::s, inside.w, 0}, true);
    return asked;
}

/// Of a group the first child whose note asks for most.
ChildId child_to_write(const Ui& ui, const TodayRow& row) {
    for (const Participant& each : row.session->participants)
        if (each.attendance != Attendance::absent && note_state(*ui.caseload, *row.session, each.child) == row.note)
            return each.child;
    return row.session->child;
}

void obey(TodayScreen& self, Ui& ui, const TodayRow& row, const CardActions& asked) {
    if (asked.hold)
        open_hold(ui, row.session->id);
    else if (asked.miss)
        open_miss(ui, row.session->id);
    else if (asked.start)
        start_session(ui, row.session->id);
    else if (asked.note)
        ui.nav->go({.screen = Screen::note, .child = child_to_write(ui, row), .session = row.session->id});
    else if (asked.phone)
        open_contacts(ui, self.contacts, *row.session);
    else if (asked.plan)
        ui.nav->go({.screen = Screen::plan, .child = row.session->child, .session = row.session->id});
}

bool has_wide_times(const Ui& ui) { return ui.window.w >= metrics::drawer_below_w; }

float time_width(const Ui& ui) { return has_wide_times(ui) ? wide_time_w : narrow_time_w; }

void draw_now(Ui& ui, float x, float y, float right) {
    const std::string words = "Now " + say_time(ui.clock.minute);
    text(ui, {x, y - 8}, words, {.type = Type::caption_strong, .role = Role::danger});
    const float from = x + std::max(time_width(ui), text_width(ui, words, Type::caption_strong) + 11);
    fill(ui, {from - 5, y - 5, 10, 10}, Role::danger, 5);
    fill(ui, {from, y - 1, right - from, 2}, Role::danger, 1);
}

/// Draws the day's cards from `column`'s top; returns the lowest y.
float draw_sessions(TodayScreen& self, Ui& ui, Rect column) {
    const auto now = now_before(self.rows, ui.clock);
    const int next = next_row(self.rows, ui.clock);
    const float time_w = time_width(ui);
    const Type time_type = has_wide_times(ui) ? Type::section : Type::label;
    float y = column.y;
    for (std::size_t i = 0; i < self.rows.rows.size(); ++i) {
        const TodayRow& row = self.rows.rows[i];
        if (now == i) {
            draw_now(ui, column.x, y + now_gap / 2 - (i == 0 ? 4.0F : card_gap / 2), column.right());
            y += now_gap - card_gap / 2;
        }
        const Rect rect{column.x + time_w, y, column.w - time_w, row_height(ui, row, column.w - time_w)};
        if (visible(ui, {column.x, y, column.w, rect.h})) {
            text(ui, {column.x, y + 17}, say_time(row.session->start_min), {.type = time_type});
            text(ui, {column.x, y + 41}, row.minutes, {.type = Type::caption, .role = Role::ink_2});
            obey(self, ui, row, draw_card(ui, rect, row, static_cast<int>(i) == next));
        }
        y = rect.bottom() + card_gap;
    }
    if (now == self.rows.rows.size()) {
        draw_now(ui, column.x, y + now_gap / 2, column.right());
        y += now_gap;
    }
    return y;
}

// ------------------------------------------------------------------ the page

/// The list, or a kind word when there is none; returns the lowest y.
float draw_day(TodayScreen& self, Ui& ui, Rect column) {
    if (!self.rows.rows.empty()) return draw_sessions(self, ui, column);
    const Date day = self.rows.of;
    const std::string day_name = say_long(day).substr(0, say_long(day).find(' '));
    const Rect rect{column.x, column.y, column.w, 320};
    if (empty_state(ui, rect, "play-social", Hue::pink, "No sessions on " + day_name,
                    "What you add for this day stands here with its plan and its things to pack.", "Add the first"))
        add_session(ui, day);
    return rect.bottom();
}

}  // namespace

void draw(TodayScreen& self, Ui& ui) {
    const Date day = self.day.value_or(ui.clock.today);
    follow_today(self.rows, ui, day);
    follow_packing(self.packing, ui, day);

    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(metrics::l);
    draw_head(self, ui, page.cut_top(head_h, metrics::l), day);

    const bool wide = ui.window.w >= metrics::drawer_below_w;
    Rect side = wide ? page.cut_right(right_w, metrics::page_pad) : Rect{};
    page.w += bar_room;
    Rect list = begin_scroll(ui, "Sessions of the day", page);
    list.w -= bar_room;
    float bottom = draw_day(self, ui, list);
    if (!wide) {
        list.cut_top(bottom - list.y + metrics::gutter);
        bottom = draw_today_side(self, ui, list, ui.window.w >= metrics::one_column_below_w);
    }
    end_scroll(ui, bottom + metrics::xl);
    if (wide) {
        side.w += bar_room;
        side = begin_scroll(ui, "Side", side);
        side.w -= bar_room;
        end_scroll(ui, draw_today_side(self, ui, side, false) + metrics::xl);
    }
    draw_contacts(self.contacts, ui);
    draw_plan_day(self.plan_day, ui);
}

}  // namespace pegboard
