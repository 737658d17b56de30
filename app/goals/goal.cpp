// The page of one stored goal: its story (story/story.h) and, when it is edited, a panel beside it: title, sentence,
// criterion, help, dates, baseline, and what the goal check says of it. A goal that is being written has a page of its
// own (goal_writer.h).
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

constexpr float panel_w = 456, panel_head_h = 64, panel_foot_h = 72, panel_pad = 24, panel_bar_room = 12,
                story_least_w = 640, form_most_w = 760, words_h = 140;
constexpr std::string_view measured_as = "Measured as";

float draw_title(GoalPage& page, Rect at) {
    page.text_field({at.x, at.y, at.w, goal_row_h}, "Goal in one line", "title", page.goal.title,
                    "Cuts out a 10 cm circle close to the line");
    return at.y + goal_row_h;
}

float draw_what(GoalPage& page, Rect at) {
    Goal& goal = page.goal;
    const Scope scope(page.ui, "What");
    Rect inside = page.part(at, "In the plan of care");
    page.pick_skill(inside.cut_top(goal_row_h));
    page.pick_side(inside.cut_top(goal_row_h));
    page.pick_parent(inside.cut_top(goal_row_h));
    page.text_field(inside.cut_top(goal_row_h), "Family or school routine it serves", "routine", goal.routine,
                    "Getting ready for school");
    Rect row = inside.cut_top(goal_row_h);
    page.pick_therapist(row.cut_left((row.w - 16) / 2, 16));
    page.pick_priority(row);
    page.text_field(inside.cut_top(goal_row_h), "Note", "note", goal.note, "Anything the next therapist should know");
    constexpr std::array<std::string_view, 2> disciplines{"OT", "PT"};
    int discipline = static_cast<int>(goal.discipline);
    if (segmented(page.ui, inside.cut_top(40).cut_left(160), "Discipline", disciplines, discipline)) {
        goal.discipline = static_cast<Discipline>(discipline);
        page.therapist_follows();
        page.changed = true;
    }
    return inside.y;
}

float draw_baseline(GoalPage& page, Rect at) {
    const Scope scope(page.ui, "Baseline");
    Rect inside = page.part(at, "Baseline", "Three values, or one with a reason");
    page.baseline_values(inside.cut_top(goal_row_h));
    page.text_field(inside.cut_top(goal_row_h), "Why fewer than three", "baseline_reason", page.goal.baseline_reason,
                    "Only when there is one value");
    return inside.y;
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
    if (!page.pick(rect, measured_as, "measure", page.self.measure_names, measure)) return;
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
    Rect inside = page.part(at, "Goal line", "What counts as reached");
    Rect row = inside.cut_top(goal_row_h);
    pick_measure(page, row.cut_left(row.w * 0.58F, 16));
    page.value(row, page.label_in_unit("Value"), "target", goal.target);
    row = inside.cut_top(goal_row_h);
    page.pick_tries_count(length ? row.cut_left((row.w - 16) / 2, 16) : row);
    if (length) page.pick_unit(row);
    row = inside.cut_top(goal_row_h);
    const float third = (row.w - 24) / 3;
    page.number(row.cut_left(third, 12), "Reached in", "successes", goal.successes, 0, 100, 1, "");
    page.number(row.cut_left(third, 12), "out of", "attempts", goal.attempts, 0, 100, 1, "");
    page.pick_ratio_noun(row);
    row = inside.cut_top(goal_row_h);
    const Rect in_row = row.cut_left(third, 12), met = row.cut_left(third, 12);
    page.pick_sessions(in_row, met, row);
    row = inside.cut_top(goal_row_h);
    int assist = goal.assist_level;
    if (page.pick(row.cut_left((row.w - 16) / 2, 16), "Help allowed", "assist_level", page.self.assist_names, assist))
        goal.assist_level = assist;
    pick_prompts(page, row);
    page.number(inside.cut_top(goal_row_h).cut_left((at.w - 16) / 2), "Minutes a week", "minutes_per_week",
                goal.minutes_per_week, 0, 600, 5, "min");
    return inside.y;
}

float draw_when(GoalPage& page, Rect at) {
    const Scope scope(page.ui, "Dates");
    Rect row{at.x, at.y, at.w, goal_row_h};
    page.date(row.cut_left((row.w - 16) / 2, 16), "Starts", "start", page.goal.start);
    page.date(row, "Meet it by", "due", page.goal.due);
    return at.y + goal_row_h;
}

/// The sentence word for word; it changes only by hand.
float draw_reading(GoalPage& page, Rect at) {
    Ui& ui = page.ui;
    const Scope scope(ui, "The goal in full");
    bool& open = page.self.writer.own_words;
    const std::string words = shown_sentence(ui, page.child, page.goal);
    Rect inside = page.part(at, "The goal in full", "Word for word, as it was written");
    inside.cut_top(text_wrapped(ui, inside, words), 12);
    const ButtonLook look{.kind = ButtonKind::tonal, .height = metrics::button_small};
    const bool was_open = open;
    if (button(ui, inside.cut_top(metrics::button_small, 8).pos(), open ? "Done" : "Change the words", look)) {
        page.self.writer.focus_words = open = !open;
        ui.wake_in(0);
    }
    if (!was_open || !open) return inside.y;  // the field comes with the next frame
    const Rect box = inside.cut_top(words_h, metrics::s);
    if (const auto typed = note_field(ui, box, "The goal in full", page.name("sentence"), full_text(page.goal),
                                      {.error = page.error("sentence"),
                                       .label_above = false,
                                       .focus_now = take_focus_of_words(page.self.writer, ui, box),
                                       .focus_at_end = true})) {
        page.goal.sentence = *typed;
        page.changed = true;
    }
    return inside.y;
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

/// Steps of the task and levels of the scale; returns the y below.
float draw_own_measure(GoalPage& page, Rect at) {
    GoalDraft draft{.page = page, .words = {}, .from = blank_goal_template()};
    at.y = draw_goal_task(draft, at);
    return draw_goal_scale(draft, at);
}

/// What editing does to what was recorded, said before it is asked.
float draw_kept_note(GoalPage& page, Rect at) {
    constexpr std::string_view words =
        "Each change is kept at once and can be undone. What was recorded stays; another measure draws a phase line.";
    const float width = at.w - 64;
    at.h = wrapped_height(page.ui, words, width, Type::caption) + 24;
    fill(page.ui, at, Role::info_tint, metrics::radius_large);
    icon_at(page.ui, {at.x + 16, at.centre().y - 10}, icon::history, 20, Role::info);
    text_wrapped(page.ui, {at.x + 48, at.y + 12, width, 0}, words, {.type = Type::caption});
    return at.bottom();
}

float draw_form(GoalPage& page, Rect at) {
    const auto below = [&](float y) { return Rect{at.x, y, at.w, 0}; };
    float y = at.y;
    if (const std::string_view problem = page.error(""); !problem.empty()) {
        float height = 0;
        banner(page.ui, at, BadgeKind::danger, problem, {}, &height);
        y += height + metrics::m;
    }
    y = draw_discipline_note(page, below(y));
    y = draw_title(page, below(y));
    y = draw_when(page, below(y));
    y = draw_reading(page, below(y)) + metrics::l;
    y = draw_criterion(page, below(y));
    y = draw_kept_note(page, below(y)) + metrics::xl;
    y = draw_baseline(page, below(y)) + metrics::s;
    y = draw_own_measure(page, below(y));
    y = draw_check(page, below(y)) + metrics::s;
    return draw_what(page, below(y));
}

/// Head, form and foot, in the screen's area.
void draw_panel(GoalPage& page) {
    Ui& ui = page.ui;
    page.in_panel = true;
    next_pane(ui);
    const Scope scope(ui, "Edit this goal");
    Rect panel = ui.area;
    fill(ui, panel, Role::surface);
    fill(ui, {panel.x, panel.y, 1, panel.h}, Role::line);
    Rect head = panel.cut_top(panel_head_h).inset(panel_pad, 0);
    if (icon_button(ui, {head.right() - 36, head.y + 14}, icon::close, "Close", {.size = 36})) page.edit(false);
    text(ui, {head.x, head.y + 18}, "Edit this goal", {.type = Type::heading, .max_w = head.w - 48, .heading = true});
    divider(ui, {panel.x, panel.y}, panel.w);
    Rect foot = panel.cut_bottom(panel_foot_h);
    divider(ui, foot.pos(), foot.w);
    foot = foot.inset(panel_pad, 16);
    foot.w = std::min(foot.w, form_most_w);
    const ButtonLook done{.kind = ButtonKind::primary, .icon = icon::check};
    Rect form = panel.inset(panel_pad, 0);
    form.w += panel_bar_room;
    Rect content = begin_scroll(ui, "Goal form", form);
    content.w = std::min(content.w - panel_bar_room, form_most_w);
    content.cut_top(metrics::l);
    end_scroll(ui, draw_form(page, content) + metrics::xl);
    if (button(ui, foot.cut_right(button_width(ui, "Done editing", done)), "Done editing", done)) page.edit(false);
}

void draw_stored(GoalPage& page) {
    Ui& ui = page.ui;
    const Rect whole = ui.area;
    const bool editing = page.editing();
    const bool beside = editing && whole.w - panel_w >= story_least_w;
    if (beside) ui.area.w -= panel_w;
    if (!editing || beside) draw_goal_story(page);
    if (editing) {
        ui.area = beside ? Rect{ui.area.right(), whole.y, panel_w, whole.h} : whole;
        if (!beside) ui.foot_h = panel_foot_h;
        draw_panel(page);
    }
    ui.area = whole;
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
