// The cards under the sentence: baseline, goal line, help and dates beside each other, how the goal will
// read, and what else a plan of care wants to know of it.
#include <algorithm>
#include <array>
#include <utility>

#include "app/goals/goal_writer.h"
#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "core/progress/measure.h"

namespace pegboard {
namespace {

/// Under a value it says how it was read: room for that line, so that nothing moves while one types.
constexpr float column_pad = 20, reading_h = 20;

/// A common combination of help by hand and prompting.
struct Help {
    int assist;
    std::optional<int> prompt;
    std::string_view label;
};
constexpr std::array usual_help{Help{0, 0, "No help"}, Help{0, 5, "A spoken prompt"}, Help{0, 6, "A demonstration"},
                                Help{4, std::nullopt, "A light touch"}, Help{7, std::nullopt, "A lot of help"}};

void heading(Ui& ui, Rect& column, std::string_view words) {
    text(ui, column.pos(), words, {.type = Type::section, .heading = true});
    column.cut_top(34);
}

float draw_baseline(GoalDraft& draft, Rect column) {
    GoalPage& page = draft.page;
    Ui& ui = page.ui;
    heading(ui, column, "Baseline");
    const Measure* measure = ui.library->measure(page.goal.measure);
    std::string how = "How " + shown_call_name(ui, page.child) + " does now";
    if (page.goal.measure == "distance_cm")
        how += ". Write lengths like 12 m or 6 ft 2 in.";
    else if (page.goal.measure.ends_with("_s"))
        how += ". Write times like 75 s, 1:15 or 20 min.";
    else if (measure != nullptr && !measure->unit.empty())
        how += ", in " + measure->unit;
    const float how_h =
        text_wrapped(ui, {column.x, column.y, column.w, 60}, how, {.type = Type::caption, .role = Role::ink_2});
    column.cut_top(how_h + 6);
    page.baseline_values(column.cut_top(page.baseline_height(column.w), metrics::s));
    column.cut_top(reading_h);
    page.text_field(column.cut_top(60, 4), "Why fewer than three", "baseline_reason", page.goal.baseline_reason,
                    "Only with one value");
    return column.y;
}

void draw_measure(GoalDraft& draft, Rect row) {
    GoalPage& page = draft.page;
    Ui& ui = page.ui;
    if (draft.words.bank.empty()) {
        int measure = index_in(page.self.measure_ids, page.goal.measure);
        if (!page.pick(row, "Measured as", "measure", page.self.measure_names, measure)) return;
        page.goal.measure = page.self.measure_ids[static_cast<std::size_t>(measure)];
        draft.words.own_measure = true;
        draft.follow();
        return;
    }
    text(ui, row.pos(), "Measured as", {.type = Type::caption, .role = Role::ink_2});
    text_in(ui, {row.x, row.y + metrics::field_label, row.w, metrics::field}, ui.library->name_of(page.goal.measure),
            {.type = Type::label});
}

float draw_goal_line(GoalDraft& draft, Rect column) {
    GoalPage& page = draft.page;
    Goal& goal = page.goal;
    heading(page.ui, column, "Goal line");
    const Goal before = goal;
    Rect row = column.cut_top(60, metrics::s);
    page.number(row.cut_left((row.w - 12) / 2, 12), "Reached in", "successes", goal.successes, 0, 100, 1, "");
    page.number(row, "out of", "attempts", goal.attempts, 0, 100, 1, "");
    page.pick_ratio_noun(column.cut_top(60, metrics::s));
    row = column.cut_top(60, metrics::s);
    const float half = (row.w - 12) / 2;
    const Rect in_row = row.cut_left(half, 12);
    Rect rate = column.cut_top(60 + reading_h, metrics::s);
    const Rect met = rate.cut_left(half, 12);
    page.pick_sessions(in_row, met, rate);
    if (goal.measure != "trials" && page.value(row, page.label_in_unit("Goal"), "target", goal.target))
        draft.words.value = goal.target;
    if (!(before == goal)) draft.follow();
    draw_measure(draft, column.cut_top(60, 4));
    const progress::MeasureRule* rule = progress::measure_rule(goal.measure);
    const bool pooled =
        rule != nullptr && (rule->pooling == progress::Pooling::percent || rule->pooling == progress::Pooling::rate);
    if (rule != nullptr && !pooled) page.pick_tries_count(column.cut_top(60, 4));
    if (goal.measure == "distance_cm") page.pick_unit(column.cut_top(60, 4));
    return column.y;
}

float draw_help(GoalDraft& draft, Rect column) {
    GoalPage& page = draft.page;
    Ui& ui = page.ui;
    heading(ui, column, "Help allowed");
    bool known = false;
    for (const Help& help : usual_help) {
        const bool no_help = help.assist == 0 && help.prompt == 0 && !draft.words.prompt_level;
        const bool on = page.goal.assist_level == help.assist && (draft.words.prompt_level == help.prompt || no_help);
        known = known || on;
        const Rect row = column.cut_top(32);
        if (on) fill(ui, Rect{row.x - 8, row.y, row.w + 8, row.h}, Role::primary_tint, metrics::radius_small);
        if (!radio(ui, {row.x, row.y + 6}, help.label, on) || on) continue;
        page.goal.assist_level = help.assist;
        draft.words.prompt_level = help.prompt == 0 ? std::nullopt : help.prompt;
        draft.follow();
    }
    if (known) {
        const ButtonLook look{.kind = ButtonKind::ghost, .height = metrics::button_small};
        if (button(ui, Vec{column.x - 8, column.y + 4}, "Another level", look))
            page.self.writer.slot = GoalSlot::assist;
        return column.y + 36;
    }
    const Rect row = column.cut_top(32);
    fill(ui, Rect{row.x - 8, row.y, row.w + 8, row.h}, Role::primary_tint, metrics::radius_small);
    radio(ui, {row.x, row.y + 6}, say_help(page.goal.assist_level, draft.words.prompt_level), true);
    return column.y;
}

float draw_dates(GoalDraft& draft, Rect column) {
    GoalPage& page = draft.page;
    heading(page.ui, column, "Dates");
    page.date(column.cut_top(goal_row_h - 8), "Starts", "start", page.goal.start);
    const auto due = page.goal.due;
    page.date(column.cut_top(goal_row_h - 8), "Meet it by", "due", page.goal.due);
    if (due != page.goal.due) draft.follow();
    return column.y;
}

}  // namespace

bool take_focus_of_words(GoalWriter& self, Ui& ui, Rect field) {
    if (!std::exchange(self.focus_words, false)) return false;
    scroll_to(ui, field);
    return true;
}

float draw_goal_numbers(GoalDraft& draft, Rect rect) {
    Ui& ui = draft.page.ui;
    const Scope scope(ui, "Numbers");
    float& known = draft.page.self.writer.heights["numbers"];
    const Rect whole{rect.x, rect.y, rect.w, std::max(known, 200.0F)};
    card(ui, whole);
    using Part = float (*)(GoalDraft&, Rect);
    constexpr std::array<std::pair<Part, float>, 4> parts{
        {{draw_baseline, 0.96F}, {draw_goal_line, 1.16F}, {draw_help, 0.9F}, {draw_dates, 0.98F}}};
    const std::size_t across = rect.w >= 900 ? 4 : rect.w >= 440 ? 2 : 1;
    float y = whole.y + metrics::l, bottom = y;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        float all = 0;
        float before = 0;
        const std::size_t first = i / across * across;
        for (std::size_t j = first; j < std::min(first + across, parts.size()); ++j) {
            if (j < i) before += parts[j].second;
            all += parts[j].second;
        }
        if (i == first && i > 0) y = bottom + metrics::l;
        const float x = whole.x + whole.w * before / all;
        const float width = whole.w * parts[i].second / all;
        if (i > first) fill(ui, Rect{x, y - metrics::s, 1, whole.bottom() - y}, Role::line);
        bottom = std::max(bottom, parts[i].first(draft, {x + column_pad, y, width - 2 * column_pad, 400}));
    }
    const float height = bottom + metrics::l - whole.y;
    if (known < height - 0.5F || known > height + 0.5F) ui.wake_in(0);
    known = height;
    return whole.y + height;
}

float draw_goal_reading(GoalDraft& draft, Rect rect) {
    GoalWriter& self = draft.page.self.writer;
    Ui& ui = draft.page.ui;
    const Scope scope(ui, "How it will read");
    TallCard card(draft, rect, "reading", "How it will read");
    constexpr std::array<std::string_view, 2> ways{"Report", "Family"};
    int way = self.for_family ? 1 : 0;
    if (segmented(ui, {card.whole().right() - 176, card.whole().y + 10, 160, 36}, "Written for", ways, way))
        self.for_family = way == 1;
    const Rect inside = card.inside();
    const std::string& words = self.for_family ? self.found.family : self.found.statement;
    float y = inside.y + 4 + text_wrapped(ui, {inside.x, inside.y + 4, inside.w, 400}, words) + metrics::m;
    if (self.for_family) return card.end(y - metrics::m);
    const ButtonLook look{.kind = ButtonKind::ghost, .height = metrics::button_small};
    if (button(ui, Vec{inside.x - 8, y}, self.own_words ? "Done" : "Write it in my own words", look))
        self.focus_words = self.own_words = !self.own_words;
    const float beside = button_width(ui, "Write it in my own words", look);
    if (!draft.words.sentence.empty() && button(ui, Vec{inside.x + beside, y}, "Back to the parts", look)) {
        draft.words.sentence.clear();
        draft.page.ui.drafts->drop(draft.page.name("sentence"));
        self.own_words = false;
        draft.follow();
    }
    y += metrics::button_small + metrics::s;
    if (!self.own_words) return card.end(y - metrics::s);
    constexpr float note_box_h = 120;
    const Rect box{inside.x, y, inside.w, note_box_h};
    if (const auto typed =
            note_field(ui, box, "The goal in your own words", draft.page.name("sentence"), draft.page.goal.sentence,
                       {.error = draft.page.error("sentence"),
                        .label_above = false,
                        .focus_now = take_focus_of_words(self, ui, box),
                        .focus_at_end = true})) {
        draft.take_own_sentence(*typed);
    }
    return card.end(y + note_box_h);
}

float draw_goal_more(GoalDraft& draft, Rect rect) {
    GoalPage& page = draft.page;
    Goal& goal = page.goal;
    const Scope scope(page.ui, "More about it");
    TallCard card(draft, rect, "more", "In the plan of care");
    Flow flow(card.inside(), 4);
    auto [title, skill] = flow.columns<2>(goal_row_h - 8, {1, 1});
    if (page.text_field(title, "Goal in one line", "title", goal.title, "Cuts out a 10 cm circle close to the line"))
        draft.words.title = goal.title;
    const std::string before = goal.skill;
    page.pick_skill(skill);
    if (before != goal.skill) {
        if (draft.from.skill != goal.skill && !draft.words.bank.empty()) {
            draft.words.bank.clear();
            draft.words.own_measure = true;  // it stays measured as the bank's was
        }
        draft.follow();
        draft.discipline_follows();
    }
    auto [routine, side] = flow.columns<2>(goal_row_h - 8, {1, 1});
    page.text_field(routine, "Family or school routine it serves", "routine", goal.routine, "Getting ready for school");
    page.pick_side(side);
    auto [parent, therapist] = flow.columns<2>(goal_row_h - 8, {1, 1});
    page.pick_parent(parent);
    page.pick_therapist(therapist);
    auto [priority, minutes] = flow.columns<2>(goal_row_h - 8, {1, 1});
    page.pick_priority(priority);
    page.number(minutes, "Minutes a week", "minutes_per_week", goal.minutes_per_week, 0, 600, 5, "min");
    auto [note, discipline] = flow.columns<2>(goal_row_h - 8, {1, 1});
    page.text_field(note, "Note", "note", goal.note, "Anything the next therapist should know");
    text(page.ui, discipline.pos(), "Discipline", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 2> disciplines{"OT", "PT"};
    int which = static_cast<int>(goal.discipline);
    if (segmented(page.ui, {discipline.x, discipline.y + metrics::field_label, 160, 40}, "Discipline", disciplines,
                  which)) {
        goal.discipline = static_cast<Discipline>(which);
        page.therapist_follows();
        page.changed = true;
    }
    return card.end(flow.bottom(), metrics::m);
}

}  // namespace pegboard
