// The page of one stored goal: what, baseline, criterion, help, dates, the sentence it makes, and what the
// goal check says of it. A goal that is being written has a page of its own (goal_writer.h).
#include <algorithm>
#include <array>

#include "app/goals/goal_page.h"
#include "app/goals/goal_writer.h"
#include "app/parts/goal_form.h"
#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "core/progress/measure.h"

namespace pegboard {
namespace {

float draw_what(GoalPage& page, Rect at) {
    Goal& goal = page.goal;
    const Scope scope(page.ui, "What");
    at.h = 50 + 4 * goal_row_h + 64;
    Rect inside = titled_card(page.ui, at, "What " + shown_call_name(page.ui, page.child) + " will do");
    page.text_field(inside.cut_top(goal_row_h), "Goal in one line", "title", goal.title,
                    "Cuts out a 10 cm circle close to the line");
    Rect row = inside.cut_top(goal_row_h);
    page.pick_skill(row.cut_left(row.w * 0.58F, 16));
    page.pick_side(row);
    page.pick_parent(inside.cut_top(goal_row_h));
    page.text_field(inside.cut_top(goal_row_h), "Family or school routine it serves", "routine", goal.routine,
                    "Getting ready for school");
    constexpr std::array<std::string_view, 2> disciplines{"OT", "PT"};
    int discipline = static_cast<int>(goal.discipline);
    if (segmented(page.ui, inside.cut_top(40).cut_left(160), "Discipline", disciplines, discipline)) {
        goal.discipline = static_cast<Discipline>(discipline);
        page.therapist_follows();
        page.changed = true;
    }
    return at.bottom();
}

float draw_baseline(GoalPage& page, Rect at) {
    const Scope scope(page.ui, "Baseline");
    at.h = 50 + 2 * goal_row_h + 10;
    Rect inside = titled_card(page.ui, at, "Baseline", "Three values, or one with a reason");
    page.baseline_values(inside.cut_top(goal_row_h));
    page.text_field(inside.cut_top(goal_row_h), "Why fewer than three", "baseline_reason", page.goal.baseline_reason,
                    "Only when there is one value");
    if (const std::string_view error = page.error("baseline"); !error.empty())
        text_in(page.ui, {at.x + 20, at.bottom() - 26, at.w - 40, 20}, error,
                {.type = Type::caption, .role = Role::danger});
    return at.bottom();
}

/// The most prompting a pass may have.
void pick_prompts(GoalPage& page, Rect rect) {
    std::vector<std::string> prompts{"As the help by hand goes"};
    for (int level = 0; level <= 8; ++level) prompts.emplace_back(progress::prompt_words(level));
    int prompt = page.goal.prompt_max.value_or(-1) + 1;
    if (page.pick(rect, "Prompts allowed", "prompt_max", prompts, prompt))
        page.goal.prompt_max = prompt == 0 ? std::nullopt : std::optional(prompt - 1);
}

/// Another measure of a goal that has data is asked about first.
void pick_measure(GoalPage& page, Rect rect) {
    Goal& goal = page.goal;
    int measure = index_in(page.self.measure_ids, goal.measure);
    const bool was_changed = page.changed;
    if (!page.pick(rect, "Measured as", "measure", page.self.measure_names, measure)) return;
    const std::string& wanted = page.self.measure_ids[static_cast<std::size_t>(measure)];
    const auto points = page.ui.caseload->points(goal.id);
    page.self.recorded = points.ok() ? points.value()->size() : 0;
    if (page.self.recorded == 0 || wanted == goal.measure) {
        goal.measure = wanted;
        return;
    }
    page.changed = was_changed;
    ask_about_measure(page, wanted);
}

float draw_criterion(GoalPage& page, Rect at) {
    Goal& goal = page.goal;
    const Scope scope(page.ui, "Goal line");
    const bool length = goal.measure == "distance_cm";
    at.h = 50 + 6 * goal_row_h + 10;
    Rect inside = titled_card(page.ui, at, "Goal line", "What counts as reached");
    Rect row = inside.cut_top(goal_row_h);
    pick_measure(page, row.cut_left(row.w * 0.58F, 16));
    const Measure* chosen = page.ui.library->measure(goal.measure);
    page.value(row, chosen ? "Value in " + chosen->unit : std::string("Value"), "target", goal.target);
    row = inside.cut_top(goal_row_h);
    const float third = (row.w - 32) / 3;
    page.number(row.cut_left(third, 16), "Reached in", "successes", goal.successes, 0, 100, 1, "");
    page.number(row.cut_left(third, 16), "out of", "attempts", goal.attempts, 0, 100, 1, "");
    page.pick_ratio_noun(row);
    row = inside.cut_top(goal_row_h);
    const float across = (row.w - 24) / 3;
    const Rect in_row = row.cut_left(across, 12), met = row.cut_left(across, 12);
    page.pick_sessions(in_row, met, row);
    row = inside.cut_top(goal_row_h);
    page.pick_tries_count(length ? row.cut_left((row.w - 16) / 2, 16) : row);
    if (length) page.pick_unit(row);
    row = inside.cut_top(goal_row_h);
    int assist = goal.assist_level;
    if (page.pick(row.cut_left((row.w - 16) / 2, 16), "Help allowed", "assist_level", page.self.assist_names, assist))
        goal.assist_level = assist;
    pick_prompts(page, row);
    page.number(inside.cut_top(goal_row_h).cut_left((at.w - 56) / 2), "Minutes a week", "minutes_per_week",
                goal.minutes_per_week, 0, 600, 5, "min");
    return at.bottom();
}

float draw_when(GoalPage& page, Rect at) {
    Goal& goal = page.goal;
    const Scope scope(page.ui, "Dates");
    at.h = 50 + 3 * goal_row_h;
    Rect inside = titled_card(page.ui, at, "Dates and people");
    Rect row = inside.cut_top(goal_row_h);
    page.date(row.cut_left((row.w - 16) / 2, 16), "Starts", "start", goal.start);
    page.date(row, "Meet it by", "due", goal.due);
    row = inside.cut_top(goal_row_h);
    page.pick_therapist(row.cut_left((row.w - 16) / 2, 16));
    page.pick_priority(row);
    page.text_field(inside.cut_top(goal_row_h), "Note", "note", goal.note, "Anything the next therapist should know");
    return at.bottom();
}

/// The sentence word for word; it changes only by hand.
float draw_reading(GoalPage& page, Rect at) {
    Ui& ui = page.ui;
    const Scope scope(ui, "The goal in full");
    bool& open = page.self.writer.own_words;
    const std::string words = shown_sentence(ui, page.child, page.goal);
    const float words_h = wrapped_height(ui, words, at.w - 40, Type::body);
    constexpr float note_h = 150;
    at.h = 74 + words_h + metrics::button_small + 12 + (open ? note_h : 0);
    Rect inside = titled_card(ui, at, "The goal in full", "Word for word, as it was written");
    text_wrapped(ui, inside.cut_top(words_h, 12), words);
    const ButtonLook look{.kind = ButtonKind::tonal, .height = metrics::button_small};
    if (button(ui, inside.cut_top(metrics::button_small, 8).pos(), open ? "Done" : "Change the words", look)) {
        page.self.writer.focus_words = open = !open;
        ui.wake_in(0);
        return at.bottom();  // the card has room for the field from the next frame on
    }
    if (!open) return at.bottom();
    if (const auto typed = note_field(ui, inside, "The goal in full", page.name("sentence"), full_text(page.goal),
                                      {.error = page.error("sentence"),
                                       .label_above = false,
                                       .focus_now = take_focus_of_words(page.self.writer, ui, inside),
                                       .focus_at_end = true})) {
        page.goal.sentence = *typed;
        page.changed = true;
    }
    return at.bottom();
}

/// What the goal check says while the goal can still be mended, and steps for a long-term goal that has none yet.
float draw_check(GoalPage& page, Rect at) {
    if (!is_open(page.goal)) return at.y;
    GoalDraft draft{.page = page, .words = {}, .from = blank_goal_template()};
    draft.words = {.bank = page.goal.bank_goal,
                   .condition = page.goal.condition,
                   .target = page.goal.target_words.empty() ? page.goal.title : page.goal.target_words,
                   .prompt_level = page.goal.prompt_max,
                   .title = {},
                   .value = {},
                   .sentence = {}};
    find_out(draft);
    at.y = draw_goal_check(draft, at) + metrics::gutter;
    const bool none = std::ranges::none_of(page.ui.caseload->goals(),
                                           [&](const Goal& other) { return other.parent == page.goal.id; });
    if (!none || page.self.writer.found.rungs.empty()) return at.y;
    return draw_goal_steps(draft, at) + metrics::gutter;
}

/// From the right end; returns what is left of the line.
Rect draw_status_buttons(GoalPage& page, Rect line) {
    const GoalStatus now = page.goal.status;
    struct Step {
        std::string_view label;
        GoalStatus to;
        bool shown;
        ButtonKind kind;
    };
    const bool open = now == GoalStatus::active || now == GoalStatus::on_hold;
    const Step steps[] = {{"Start goal", GoalStatus::active, now == GoalStatus::draft, ButtonKind::primary},
                          {"Carry on", GoalStatus::active, now == GoalStatus::on_hold, ButtonKind::primary},
                          {"Open again", GoalStatus::active, !open && now != GoalStatus::draft, ButtonKind::secondary},
                          {"Mark met", GoalStatus::met, open, ButtonKind::primary},
                          {"Put on hold", GoalStatus::on_hold, now == GoalStatus::active, ButtonKind::secondary},
                          {"Discontinue", GoalStatus::discontinued, open, ButtonKind::ghost}};
    for (const Step& step : steps) {
        if (!step.shown) continue;
        const ButtonLook look{.kind = step.kind};
        const Rect at = line.cut_right(button_width(page.ui, step.label, look), 8);
        if (button(page.ui, at, step.label, look))
            send_goal(page, SetGoalStatus{page.goal.id, step.to, page.ui.clock.today}, {}, {});
    }
    if (page.goal.status == GoalStatus::draft) {
        const ButtonLook look{.kind = ButtonKind::danger, .icon = icon::delete_};
        if (button(page.ui, line.cut_right(button_width(page.ui, "Remove", look), 8), "Remove", look))
            send_goal(page, RemoveGoal{page.goal.id}, "Goal removed",
                      Place{.screen = Screen::child, .child = page.child.id, .detail = "goals"});
    }
    return line;
}

void draw_head(GoalPage& page, Rect line) {
    Ui& ui = page.ui;
    avatar(ui, {line.x, line.y + 2}, 44, initials(shown_name(ui, page.child)), child_hue(page.child.id));
    line.cut_left(56);
    const Rect left = draw_status_buttons(page, {line.x, line.y + 4, line.w, metrics::button});
    const Lead lead = page.goal.discipline == Discipline::ot ? Lead::ot : Lead::pt;
    const BadgeWords badge = badge_of(page.goal, ui.clock.today);
    const float marks_w = 24 + tag_width(ui, lead) + badge_words_width(ui, badge) + metrics::s;
    const float room = std::max(80.0F, left.w - marks_w);
    const float width = text(ui, {line.x, line.y + 6}, "Goal for " + shown_call_name(ui, page.child),
                             {.type = Type::title, .max_w = room, .heading = true});
    if (left.w < room + marks_w) return;  // the largest letters leave no room for marks
    tag(ui, {line.x + width + 12, line.y + 16}, lead);
    draw_badge(ui, {line.x + width + 24 + tag_width(ui, lead), line.y + 14}, badge);
}

/// Steps of the task and levels of the scale; returns the y below.
float draw_own_measure(GoalPage& page, Rect at) {
    GoalDraft draft{.page = page, .words = {}, .from = blank_goal_template()};
    at.y = draw_goal_task(draft, at);
    return draw_goal_scale(draft, at);
}

float draw_cards(GoalPage& page, Rect content) {
    const bool two = content.w >= 860;
    content.y = draw_next_goals(page, content);
    const float width = two ? (content.w - metrics::gutter) / 2 : content.w;
    const float left = draw_what(page, {content.x, content.y, width, 0}) + metrics::gutter;
    const float right_x = two ? content.x + width + metrics::gutter : content.x;
    float right = two ? content.y : left;
    right = draw_baseline(page, {right_x, right, width, 0}) + metrics::gutter;
    right = draw_criterion(page, {right_x, right, width, 0}) + metrics::gutter;
    right = draw_own_measure(page, {right_x, right, width, 0});
    const float below = draw_when(page, {content.x, two ? left : right, width, 0}) + metrics::gutter;
    const float read = draw_reading(page, {right_x, two ? right : below, width, 0}) + metrics::gutter;
    return std::max(below, draw_check(page, {right_x, read, width, 0}));
}

void draw_stored(GoalPage& page) {
    Ui& ui = page.ui;
    Rect area = ui.area.inset(metrics::page_pad, 0);
    area.cut_top(12);
    draw_head(page, area.cut_top(48, 12));
    if (const std::string_view problem = page.error(""); !problem.empty()) {
        float height = 0;
        banner(ui, area, BadgeKind::danger, problem, {}, &height);
        area.cut_top(height, 12);
    }
    constexpr float bar_room = 12;  // the scroll bar stands beside the cards
    Rect content = begin_scroll(ui, "Goal page", {area.x, area.y, area.w + bar_room, area.h});
    content.w -= bar_room;
    end_scroll(ui, draw_cards(page, content));
    draw_measure_question(page);
    if (page.changed) send_goal(page, EditGoal{page.goal}, {}, {});
}

}  // namespace

void draw(GoalScreen& self, Ui& ui) {
    const Place& here = ui.nav->here();
    const Goal* stored = ui.caseload->goal(here.goal);
    const Child* child = ui.caseload->child(stored ? stored->child : here.child);
    if (child == nullptr) {
        if (empty_state(ui, ui.area, "balance", Hue::leaf, "This goal is no longer here",
                        "It may have been removed or undone.", "Back to goals"))
            ui.nav->go({.screen = Screen::goals});
        return;
    }
    make_goal_choices(self, *ui.library);
    if (self.of != here.goal || self.for_child != child->id) {
        self.errors.clear();
        self.writer.own_words = false;
    }
    self.of = here.goal;
    self.for_child = child->id;
    GoalPage page{.self = self,
                  .ui = ui,
                  .child = *child,
                  .goal = stored ? *stored : drafted_goal(ui, child->id),
                  .stored = stored != nullptr,
                  .changed = false,
                  .draft = stored ? "goal." + std::to_string(stored->id.value) : goal_draft(child->id)};
    if (page.stored)
        draw_stored(page);
    else
        draw_goal_writer(page);
}

}  // namespace pegboard
