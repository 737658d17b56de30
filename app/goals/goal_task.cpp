// What a goal's own measure stands on, on the page of a stored goal and in the writer: the steps of its task in order,
// and the five levels of its scale. Levels are kept all together or not at all; until then they stay as typed.
#include <algorithm>
#include <array>

#include "app/goals/goal_writer.h"
#include "app/parts/forms.h"
#include "app/widgets/interact.h"
#include "core/progress/attainment.h"

namespace pegboard {
namespace {

constexpr float task_row_h = 48, task_tool = 36, task_disc = 24, level_h = 60, task_note_h = 40, not_saved_h = 20;
constexpr double just_now_s = 0.2;
constexpr std::array<std::string_view, 5> level_labels{"-2: much less than expected", "-1: less than expected",
                                                       "0: as expected", "+1: more than expected",
                                                       "+2: much more than expected"};

using Steps = std::vector<std::string>;

/// Room for the line below a field that says its text is not saved yet.
float below_field(const GoalPage& page, const std::string& name) {
    return page.ui.drafts->find(page.name(name)) != nullptr ? not_saved_h : 0;
}

/// What the core says against a list; it stands where the next thing is drawn. Returns the y below.
float draw_list_error(const GoalPage& page, Rect rect, std::string_view words) {
    if (words.empty()) return rect.y;
    return rect.y + metrics::xs +
           text_wrapped(page.ui, {rect.x, rect.y, rect.w, 60}, words, {.type = Type::caption, .role = Role::danger});
}

/// The buttons at the right end of a step; the list as it is after one was pressed.
std::optional<Steps> draw_step_tools(Ui& ui, Rect row, const Steps& steps, std::size_t i) {
    const std::string step = "step " + std::to_string(i + 1);
    float x = row.right() - task_tool;
    std::optional<Steps> changed;
    const auto tool = [&](const char* glyph, const std::string& name, bool enabled) {
        const bool pressed = icon_button(ui, {x, row.y + 2}, glyph, name, {.size = task_tool, .enabled = enabled});
        x -= task_tool;
        if (pressed) changed = steps;
        return pressed;
    };
    if (tool(icon::delete_, "Remove " + step, true)) changed->erase(changed->begin() + static_cast<std::ptrdiff_t>(i));
    if (tool(icon::arrow_down, "Move " + step + " down", i + 1 < steps.size()))
        std::swap((*changed)[i], (*changed)[i + 1]);
    if (tool(icon::arrow_up, "Move " + step + " up", i > 0)) std::swap((*changed)[i], (*changed)[i - 1]);
    return changed;
}

/// One step with its text; an emptied text takes the step away.
std::optional<Steps> draw_step_row(GoalPage& page, Rect row, const Steps& steps, std::size_t i) {
    Ui& ui = page.ui;
    const bool fresh = i == steps.size();
    const std::string number = std::to_string(i + 1);
    const Rect disc{row.x, row.y + 8, task_disc, task_disc};
    fill(ui, disc, Role::sunken, task_disc / 2);
    text_in(ui, disc, number, {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::centre});
    const float room = row.w - task_disc - metrics::s - 3 * task_tool - metrics::s;
    const Rect box{row.x + task_disc + metrics::s, row.y, room, metrics::field};
    int& next = page.self.writer.focus_step;
    const bool focus = next == static_cast<int>(i);
    if (focus) next = -1;
    const auto typed = field(ui, box, fresh ? "Add a step" : "Step " + number,
                             page.name("task_steps." + std::to_string(i)), fresh ? std::string() : steps[i],
                             {.hint = fresh ? "Add a step" : "", .label_above = false, .focus_now = focus});
    // Enter goes on to the next step; a click elsewhere leaves the keyboard there.
    if (typed && fresh && ui.clock.time_s - page.self.writer.entered_s < just_now_s) next = static_cast<int>(i) + 1;
    if (!typed) return fresh ? std::nullopt : draw_step_tools(ui, row, steps, i);
    Steps changed = steps;
    if (fresh)
        changed.push_back(*typed);
    else if (typed->empty())
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
    else
        changed[i] = *typed;
    return changed;
}

/// The levels as they are written now: what was typed over what is kept.
std::array<std::string, 5> written_levels(const GoalPage& page) {
    std::array<std::string, 5> levels = page.goal.gas_levels;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (const std::string* typed = page.ui.drafts->find(page.name("gas_levels." + std::to_string(i))))
            levels[i] = trimmed(*typed);
    return levels;
}

/// Fields from +2 down to -2; true when one was finished.
bool draw_level_fields(GoalPage& page, Flow& flow) {
    bool finished = false;
    for (std::size_t i = level_labels.size(); i-- > 0;) {
        const std::string name = "gas_levels." + std::to_string(i);
        const auto typed = field(page.ui, flow.row(level_h + below_field(page, name)), level_labels[i], page.name(name),
                                 page.goal.gas_levels[i], {.hint = i == 2 ? "What the goal asks for" : ""});
        finished |= typed.has_value();
        if (typed && !page.stored) page.goal.gas_levels[i] = *typed;
    }
    return finished;
}

void draw_scale_choices(GoalPage& page, Flow& flow) {
    Goal& goal = page.goal;
    const std::vector<std::string> starts{"-2", "-1", "0"}, weights{"1, a little", "2, some", "3, a lot"};
    auto [start_at, importance_at, difficulty_at] = flow.columns<3>(level_h, {1, 1, 1}, metrics::m);
    int start = goal.gas_baseline + 2, importance = goal.gas_importance - 1, difficulty = goal.gas_difficulty - 1;
    if (page.pick(start_at, "Level at the start", "gas_baseline", starts, start)) goal.gas_baseline = start - 2;
    if (page.pick(importance_at, "Importance", "gas_importance", weights, importance))
        goal.gas_importance = importance + 1;
    if (page.pick(difficulty_at, "Difficulty", "gas_difficulty", weights, difficulty))
        goal.gas_difficulty = difficulty + 1;
}

}  // namespace

float draw_goal_task(GoalDraft& draft, Rect rect) {
    GoalPage& page = draft.page;
    if (page.goal.measure != "steps_pct" && page.goal.task_steps.empty()) return rect.y;
    const Scope scope(page.ui, "Steps of the task");
    TallCard card(draft, rect, "task", "Steps of the task", "In the order they are done");
    Rect inside = card.inside();
    if (!with_command_key() && (key_pressed(ImGuiKey_Enter, false) || key_pressed(ImGuiKey_KeypadEnter, false)))
        page.self.writer.entered_s = page.ui.clock.time_s;
    const Steps steps = page.goal.task_steps;
    std::optional<Steps> changed;
    for (std::size_t i = 0; i <= steps.size(); ++i)
        if (auto made = draw_step_row(
                page, inside.cut_top(task_row_h + below_field(page, "task_steps." + std::to_string(i))), steps, i))
            changed = std::move(made);
    inside.y = draw_list_error(page, inside, page.error("task_steps"));
    if (changed) {
        // Rows that moved are other rows now: what was half typed in them belongs nowhere.
        if (changed->size() < steps.size() || std::ranges::is_permutation(*changed, steps))
            page.ui.drafts->drop_prefix(page.name("task_steps."));
        page.goal.task_steps = std::move(*changed);
        page.changed = true;
    }
    return card.end(inside.y, metrics::m) + metrics::gutter;
}

float draw_goal_scale(GoalDraft& draft, Rect rect) {
    GoalPage& page = draft.page;
    const auto filled = [](const std::string& level) { return !level.empty(); };
    const bool has_levels = std::ranges::any_of(page.goal.gas_levels, filled);
    if (page.goal.measure != "gas" && !has_levels && !page.self.writer.scale_open) {
        // Beside a number it is the family's own yardstick: offered, not asked for.
        const ButtonLook look{.kind = ButtonKind::ghost, .icon = icon::plus};
        if (button(page.ui, rect.pos(), "Add a goal scale", look)) page.self.writer.scale_open = true;
        return rect.y + metrics::button + metrics::gutter;
    }
    const Scope scope(page.ui, "Goal scale");
    TallCard card(draft, rect, "scale", "Goal scale", "Five levels, each its own step");
    Flow flow(card.inside(), 4);
    const bool finished = draw_level_fields(page, flow);
    const std::array<std::string, 5> levels = written_levels(page);
    const Status fits = progress::check_levels(levels);
    if (finished && fits.ok()) page.goal.gas_levels = levels;
    page.changed |= finished && (fits.ok() || !page.stored);
    if (!fits.ok()) {
        const bool refused = !page.error("gas_levels").empty();
        const Rect at = flow.row(task_note_h);
        const std::string words = std::to_string(std::ranges::count_if(levels, filled)) +
                                  " of 5 levels written. They are kept together. " + fits.error().message;
        flow.grew(
            text_wrapped(page.ui, at, words, {.type = Type::caption, .role = refused ? Role::danger : Role::ink_2}) +
            at.y);
    }
    draw_scale_choices(page, flow);
    return card.end(flow.bottom(), metrics::m) + metrics::gutter;
}

}  // namespace pegboard
