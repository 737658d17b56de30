// Sessions of one child: those to come, then those that were, newest first.
#include "app/child/child.h"
#include "app/parts/close_session.h"
#include "app/parts/new_session.h"

namespace pegboard {
namespace {
constexpr float row_h = 64, pad = 16, head_h = 48;

void open_plan(Ui& ui, ChildId child, SessionId session) {
    ui.nav->go({.screen = Screen::plan, .child = child, .session = session});
}

/// Of a session that was held the note with its figures; of another the plan.
void open_session(Ui& ui, ChildId child, const SessionRow& row) {
    if (!row.written || *row.written == NoteState::absent) return open_plan(ui, child, row.id);
    ui.nav->go({.screen = Screen::note, .child = child, .session = row.id});
}

/// Buttons at the right end of a row; returns the room they took.
float draw_acts(Ui& ui, Rect line, const SessionRow& row, ChildId child) {
    const auto look = [&](const char* glyph, const std::string& name, ButtonKind kind) {
        return ButtonLook{.kind = kind, .icon = glyph, .height = metrics::button_small, .name = name};
    };
    float x = line.right();
    const auto place = [&](std::string_view label, const ButtonLook& how) {
        x -= button_width(ui, label, how);
        const bool pressed = button(ui, Vec{x, line.y + (line.h - metrics::button_small) / 2}, label, how);
        x -= metrics::s;
        return pressed;
    };
    const std::string plan = "Plan " + row.when, held = "Completed " + row.when, missed = "Missed " + row.when;
    if (row.coming) {
        if (place("Plan", look(icon::clipboard_text, plan, ButtonKind::secondary))) open_plan(ui, child, row.id);
    } else if (row.unclosed) {
        if (place("Missed", look(icon::close, missed, ButtonKind::ghost))) open_miss(ui, row.id);
        if (place("Completed", look(icon::check, held, ButtonKind::tonal))) open_hold(ui, row.id);
    } else if (row.to_make_up) {
        if (place("Book a make-up", look(icon::calendar_plus, "Book a make-up of " + row.when, ButtonKind::tonal)))
            open_make_up(ui, child, row.id);
    } else if (row.written) {
        const std::string note = std::string(note_act(*row.written)) + " " + row.when, see = "See plan " + row.when;
        const bool there = *row.written != NoteState::absent;
        if (there && place(note_act(*row.written), look(icon::pencil, note, ButtonKind::secondary)))
            open_session(ui, child, row);
        if (place("Plan", look(icon::clipboard_text, see, ButtonKind::ghost))) open_plan(ui, child, row.id);
    }
    return line.right() - x;
}

void draw_row(Ui& ui, Rect line, const SessionRow& row, ChildId child) {
    Rect in = line;
    line.w -= metrics::s;
    in.cut_right(draw_acts(ui, line, row, child) + metrics::s, metrics::s);
    const Pressed pressed = pressable(ui, in, row.when, WidgetRole::row);
    if (pressed.clicked) open_session(ui, child, row);
    in = in.inset(metrics::s, 0);
    const Rect when = in.cut_left(168, metrics::m);
    text(ui, {when.x, when.y + 12}, row.when, {.type = Type::label, .max_w = when.w});
    const float tag_w = tag(ui, {when.x, when.y + 34}, row.lead);
    text(ui, {when.x + tag_w + metrics::s, when.y + 36}, row.detail.substr(0, row.detail.find(',')),
         {.type = Type::caption, .role = Role::ink_2});
    const float badge_w = std::max(
        {badge_words_width(ui, row.badge), 140.0F, row.written ? badge_words_width(ui, badge_of(*row.written)) : 0.0F});
    const Rect badge_at = in.cut_left(std::min(badge_w, in.w), metrics::m);
    if (row.written && *row.written != NoteState::absent) {
        draw_badge(ui, {badge_at.x, badge_at.y + 8}, row.badge);
        draw_badge(ui, {badge_at.x, badge_at.y + 34}, badge_of(*row.written));
    } else {
        draw_badge(ui, {badge_at.x, badge_at.y + (badge_at.h - metrics::badge) / 2}, row.badge);
    }
    if (in.w < 80) return;
    const std::size_t comma = row.detail.find(", ");
    const std::string place = comma == std::string::npos ? std::string() : row.detail.substr(comma + 2);
    if (row.note.empty() || place.empty()) {
        text_in(ui, in, row.note.empty() ? place : row.note, {.role = Role::ink_2});
        return;
    }
    text(ui, {in.x, in.y + 12}, row.note, {.max_w = in.w});
    text(ui, {in.x, in.y + 36}, place, {.type = Type::caption, .role = Role::ink_2, .max_w = in.w});
}

/// One card with the rows of `coming`; returns the lowest y.
float draw_list(const ChildScreen& self, Ui& ui, Rect rect, std::string_view title, bool coming, ChildId child) {
    int count = 0;
    for (const SessionRow& row : self.view.sessions) count += row.coming == coming ? 1 : 0;
    if (count == 0) return rect.y;
    rect.h = head_h + row_h * static_cast<float>(count) + metrics::s;
    card(ui, rect);
    const Scope scope(ui, title);
    text(ui, {rect.x + pad, rect.y + 14}, title, {.type = Type::section, .heading = true});
    Rect line{rect.x + metrics::s, rect.y + head_h, rect.w - 2 * metrics::s, row_h};
    for (const SessionRow& row : self.view.sessions) {
        if (row.coming != coming) continue;
        if (visible(ui, line)) {
            divider(ui, {rect.x + pad, line.y}, rect.w - 2 * pad);
            draw_row(ui, line.inset(0, 1), row, child);
        }
        line.y += row_h;
    }
    return rect.bottom() + metrics::gutter;
}
}  // namespace

float draw_child_sessions(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    if (!child.services.empty()) rect.y = draw_child_minutes(self, ui, rect, child);
    if (self.view.sessions.empty()) {
        rect.h = 320;
        if (empty_state(ui, rect, "ball-skills", Hue::azure, "No sessions yet",
                        "Make the first one, then plan what happens in it.",
                        is_current(child, ui.clock.today) ? "New session" : ""))
            open_new_session(ui, child.id);
        return rect.bottom();
    }
    Rect head = rect.cut_top(metrics::button, metrics::m);
    const ButtonLook add{
        .kind = ButtonKind::tonal, .icon = icon::calendar_plus, .enabled = is_current(child, ui.clock.today)};
    if (button(ui, head.cut_right(button_width(ui, "New session", add)), "New session", add))
        open_new_session(ui, child.id);
    const std::string words =
        self.view.coming == 1 ? std::string("1 to come") : std::to_string(self.view.coming) + " to come";
    text_in(ui, head, words, {.role = Role::ink_2});
    rect.y = draw_list(self, ui, rect, "To come", true, child.id);
    return draw_list(self, ui, rect, "Past", false, child.id);
}

}  // namespace pegboard
