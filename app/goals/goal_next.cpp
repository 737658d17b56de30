// What follows a goal: the next one when it was met, and the question that comes before another measure is taken for a
// goal that has data. Nothing is added until the therapist says so.
#include <algorithm>

#include "app/goals/goal_writer.h"
#include "app/parts/parts.h"
#include "core/progress/measure.h"

namespace pegboard {
namespace {

constexpr std::string_view measure_question = "Another measure";
constexpr float question_w = 520, next_row_h = 60;

/// Opens the writer with a goal begun; one that is being written already stays as it is.
void begin_goal(GoalPage& page, const Goal& goal, const GoalWords& words) {
    Ui& ui = page.ui;
    const Place writer{.screen = Screen::goal, .child = page.child.id};
    const GoalWords now = drafted_words(ui, page.child.id);
    if (!now.target.empty() || !now.sentence.empty()) {
        ui.toasts->show("A goal is being written already: it is finished first", false);
        return ui.nav->go(writer);
    }
    keep_drafted(ui, goal, words);
    ui.nav->go(writer);
}

void write_next(GoalPage& page, const NextGoal& next) {
    const Library& library = *page.ui.library;
    Goal goal = drafted_goal(page.ui, page.child.id);
    goal.parent = page.goal.parent;
    goal.term = page.goal.term;
    goal.side = page.goal.side;
    goal.routine = page.goal.routine;
    goal.therapist = page.goal.therapist;
    goal.skill = page.goal.skill;
    goal.unit = page.goal.unit;
    goal.lap_cm = page.goal.lap_cm;
    const GoalTemplate* from = library.goal_template(next.bank_goal);
    GoalTemplate blank = blank_goal_template();
    blank.skill = page.goal.skill;
    blank.measure = page.goal.measure;
    goal = goal_from(goal, from != nullptr ? *from : blank, next.slots, library);
    begin_goal(page, goal,
               {.bank = next.bank_goal,
                .condition = next.slots.condition,
                .target = next.slots.target,
                .prompt_level = next.slots.prompt_level,
                .title = {},
                .value = {},
                .sentence = {}});
}

/// The steps of the same goal that wait as drafts.
std::vector<const Goal*> waiting_steps(const GoalPage& page) {
    std::vector<const Goal*> waiting;
    for (const Goal& other : page.ui.caseload->goals())
        if (page.goal.parent && other.parent == page.goal.parent && other.status == GoalStatus::draft)
            waiting.push_back(&other);
    return waiting;
}

/// One line with its button; true when that was pressed.
bool draw_line(Ui& ui, Rect row, std::string_view title, std::string_view why, std::string_view act) {
    divider(ui, row.pos(), row.w);
    const ButtonLook look{.kind = ButtonKind::tonal, .height = metrics::button_small, .name = {}};
    const std::string name = std::string(act) + ": " + std::string(title);
    const float width = button_width(ui, act, look);
    const bool pressed = button(ui, Rect{row.right() - width, row.y + 14, width, metrics::button_small}, act,
                                {.kind = ButtonKind::tonal, .height = metrics::button_small, .name = name});
    const float room = row.w - width - metrics::l;
    text(ui, {row.x, row.y + 10}, title, {.type = Type::label, .max_w = room});
    text(ui, {row.x, row.y + 32}, why, {.type = Type::caption, .role = Role::ink_2, .max_w = room});
    return pressed;
}

}  // namespace

float draw_next_goals(GoalPage& page, Rect rect) {
    if (page.goal.status != GoalStatus::met) return rect.y;
    Ui& ui = page.ui;
    const LadderFacts facts{.child = &page.child,
                            .from = ui.library->goal_template(page.goal.bank_goal),
                            .slots = stored_slots(page.goal, call_name(page.child)),
                            .today = ui.clock.today};
    const std::vector<NextGoal> next = propose_next(page.goal, facts, *ui.library);
    const std::vector<const Goal*> waiting = waiting_steps(page);
    const Scope scope(ui, "What comes next");
    const auto rows = static_cast<float>(next.size() + waiting.size() + 1);
    rect.h = 54 + rows * next_row_h;
    Rect inside = titled_card(ui, rect, "What comes next", "This goal is met");
    for (const Goal* step : waiting)
        if (draw_line(ui, inside.cut_top(next_row_h), step->title, "A step that waits as a draft", "Open"))
            ui.nav->go({.screen = Screen::goal, .child = page.child.id, .goal = step->id});
    for (const NextGoal& each : next)
        if (draw_line(ui, inside.cut_top(next_row_h), each.title, each.why, "Write this goal")) write_next(page, each);
    if (draw_line(ui, inside.cut_top(next_row_h), "Another goal", "From the bank or in words of your own", "Choose"))
        ui.nav->go({.screen = Screen::goal, .child = page.child.id});
    return rect.bottom() + metrics::gutter;
}

void ask_about_measure(GoalPage& page, std::string measure) {
    page.self.other_measure = std::move(measure);
    open_dialog(page.ui, measure_question);
}

void draw_measure_question(GoalPage& page) {
    Ui& ui = page.ui;
    const auto inside = begin_dialog(ui, measure_question, "Measure it in another way?", question_w);
    if (!inside) return;
    const std::string count = std::to_string(page.self.recorded);
    const std::string words =
        (page.self.recorded == 1 ? "1 value is" : count + " values are") + " recorded as \"" +
        ui.library->name_of(page.goal.measure) + "\". They stay what they were and are not read as \"" +
        ui.library->name_of(page.self.other_measure) +
        "\". A phase line begins the new measure today, with a new baseline and a new value to reach; a new goal keeps "
        "this one as it is.";
    const float height = text_wrapped(ui, {inside->x, inside->y, inside->w, 300}, words);
    const int pressed = end_dialog(ui, inside->y + height, {"Phase line from today", "New goal", "Cancel"});
    if (pressed < 0) return;
    close_dialog(ui);
    Goal changed = page.goal;
    changed.measure = page.self.other_measure;
    if (pressed == 0) {
        page.changed = false;
        return send_goal(page, ChangeMeasure{changed, ui.clock.today}, {}, {});
    }
    if (pressed != 1) return;
    Goal fresh = drafted_goal(ui, page.child.id);
    fresh.parent = changed.parent;
    fresh.term = changed.term;
    fresh.skill = changed.skill;
    fresh.side = changed.side;
    fresh.routine = changed.routine;
    fresh.measure = changed.measure;
    fresh.title = changed.title;
    begin_goal(page, fresh,
               {.bank = {},
                .condition = changed.condition,
                .target = changed.title,
                .prompt_level = changed.prompt_max,
                .title = changed.title,
                .value = {},
                .sentence = {}});
}

}  // namespace pegboard
