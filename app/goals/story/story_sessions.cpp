// Below the chart of a goal: what the data say in two lines, and what was recorded in the last sessions.
#include <algorithm>
#include <utility>

#include "app/goals/story/story.h"

namespace pegboard {
namespace {

constexpr float words_least_h = 64, words_pad = 24, session_row_h = 38, session_narrow_h = 56;
constexpr std::string_view tries_word = "tries";

float try_width(const Ui& ui, const StoryTry& each) {
    return std::max(24.0F, text_width(ui, each.words, Type::button) + 12);
}

/// The tries of a session in their order, the one that is its value in a disc.
void draw_tries(Ui& ui, Rect in, const StorySession& row) {
    if (row.tries.empty()) return;
    text_in(ui, in.cut_left(text_width(ui, tries_word, Type::caption), metrics::s), tries_word,
            {.type = Type::caption, .role = Role::ink_2});
    for (const StoryTry& each : row.tries) {
        const Rect all = in.cut_left(try_width(ui, each), 2);
        const Rect at{all.x, all.y + (all.h - 24) / 2, all.w, 24};
        if (each.taken) fill(ui, at, row.best ? Role::good_tint : Role::sunken, 12);
        text_in(ui, at, each.words,
                {.type = each.taken ? Type::button : Type::body,
                 .role = !each.taken ? Role::ink_2
                         : row.best  ? Role::good
                                     : Role::ink,
                 .align = Align::centre});
    }
}

BadgeWords help_badge(const StorySession& row) {
    switch (row.helped) {
        case StoryHelp::none:
            return {BadgeKind::good, icon::check, row.help};
        case StoryHelp::given:
            return {BadgeKind::info, icon::account, row.help};
        case StoryHelp::not_noted:
            break;
    }
    return {BadgeKind::plain, icon::help_circle_outline, row.help};
}

void draw_help_badge(Ui& ui, Rect at, const StorySession& row) {
    if (!row.help.empty()) draw_badge(ui, {at.x, at.y + (at.h - metrics::badge) / 2}, help_badge(row));
}

float help_width(const Ui& ui, const StoryRows& rows) {
    float width = 0;
    for (const StorySession& row : rows.sessions)
        if (!row.help.empty()) width = std::max(width, badge_words_width(ui, help_badge(row)));
    return width;
}

float tries_width(const Ui& ui, const StoryRows& rows) {
    float most = 0;
    for (const StorySession& row : rows.sessions) {
        float width = 0;
        for (const StoryTry& each : row.tries) width += try_width(ui, each) + 2;
        most = std::max(most, width);
    }
    return most > 0 ? most + text_width(ui, tries_word, Type::caption) + metrics::s : 0;
}

/// Where the columns of the rows stand; a width of nought leaves a column out.
struct Columns {
    float when = 0, value = 0, tries = 0, help = 0;
    bool two_lines = false;
};

Columns columns_of(const Ui& ui, const StoryRows& rows, float room) {
    Columns columns;
    for (const StorySession& row : rows.sessions) {
        columns.when = std::max(columns.when, text_width(ui, row.when, Type::label));
        columns.value = std::max(columns.value, text_width(ui, row.value, Type::button));
    }
    columns.help = help_width(ui, rows);
    columns.tries = tries_width(ui, rows);
    const float gaps = 3 * metrics::xl;
    if (columns.when + columns.value + columns.tries + columns.help + gaps > room) columns.tries = 0;
    columns.two_lines = columns.when + columns.value + columns.help + gaps > room;
    return columns;
}

void draw_row(Ui& ui, Rect line, const StorySession& row, const Columns& columns, ChildId child) {
    const bool leads = bool(row.session);
    if (leads && pressable(ui, line.inset(-metrics::s, 1), "Session of " + row.when).clicked)
        ui.nav->go({.screen = Screen::note, .child = child, .session = row.session});
    Rect in = line;
    const Rect chevron = in.cut_right(24, metrics::s);
    if (leads) icon_at(ui, {chevron.x + 4, chevron.y + (chevron.h - 20) / 2}, icon::chevron_right, 20);
    if (columns.two_lines) {
        text(ui, {in.x, in.y + 8}, row.when, {.type = Type::label});
        text(ui, {in.x, in.y + 30}, row.value, {.type = Type::button, .max_w = in.w});
        if (columns.when + columns.help + metrics::l < in.w)
            draw_help_badge(ui, {in.right() - columns.help, in.y, columns.help, 32}, row);
        return;
    }
    text_in(ui, in.cut_left(columns.when, metrics::xl), row.when, {.type = Type::label});
    text_in(ui, in.cut_left(columns.value, metrics::xl), row.value, {.type = Type::button});
    if (columns.tries > 0) draw_tries(ui, in.cut_left(columns.tries, metrics::l), row);
    if (columns.help > 0) draw_help_badge(ui, in.cut_left(columns.help, metrics::xl), row);
    if (in.w > 60 && !row.note.empty()) text_in(ui, in, row.note, {.role = Role::ink_2});
}

}  // namespace

float draw_story_words(GoalStory& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "What the data say");
    const progress::Story& story = self.rows.story;
    if (!self.rows.analysed) return rect.y - metrics::gutter;
    const std::string_view how = self.rows.sessions.empty() ? "" : "How we know";
    const bool beside = how.empty() || rect.w > 520;
    const float link_w = how.empty() ? 0 : link_width(ui, how);
    const float x = rect.x + words_pad + 42;
    const float width = rect.right() - words_pad - x - (beside ? link_w + metrics::l : 0);
    const float now_h = wrapped_height(ui, story.now, width, Type::section);
    const float change_h = wrapped_height(ui, story.change, width, Type::caption);
    const float words_h = now_h + change_h + (beside ? 0 : 24);
    rect.h = std::max(words_least_h, words_h + 24);
    card(ui, rect, {.fill = Role::primary_tint, .line = Role::primary_line, .shadow = 0});
    icon_at(ui, {rect.x + words_pad, rect.centre().y - 12}, icon::lightbulb_outline, 24, Role::primary);
    const float y = rect.y + (rect.h - words_h) / 2;
    text_wrapped(ui, {x, y, width, 0}, story.now, {.type = Type::section});
    text_wrapped(ui, {x, y + now_h, width, 0}, story.change, {.type = Type::caption, .role = Role::ink_2});
    const Vec at =
        beside ? Vec{rect.right() - words_pad - link_w, rect.centre().y - 10} : Vec{x, y + now_h + change_h + 4};
    if (!how.empty() && link(ui, at, how)) self.show_numbers = true;
    return rect.bottom();
}

float draw_story_sessions(GoalStory& self, Ui& ui, Rect rect) {
    return story_card(self, ui, rect, "Recent sessions", [&](Rect in) {
        const StoryRows& rows = self.rows;
        text(ui, in.pos(), "Recent sessions", {.type = Type::section, .heading = true});
        if (rows.sessions.empty())
            return in.y + 36 +
                   text_wrapped(ui, {in.x, in.y + 36, in.w, 0},
                                "Nothing recorded yet. Enter a value here, or tap in a session.",
                                {.role = Role::ink_2});
        const std::string all = "All " + rows.all_sessions;
        if (link(ui, {in.right() - link_width(ui, all), in.y + 2}, all, all + " in a table")) {
            self.as_table = self.show_chart = true;
            ui.wake_in(0);
        }
        const Columns columns = columns_of(ui, rows, in.w - 32);
        Rect line{in.x, in.y + 36, in.w, columns.two_lines ? session_narrow_h : session_row_h};
        for (const StorySession& row : rows.sessions) {
            divider(ui, line.pos(), line.w);
            draw_row(ui, line, row, columns, rows.child);
            line.y += line.h;
        }
        return line.y;
    });
}

}  // namespace pegboard
