// Steps on the way to the goal being written, and what the goal check says of it.
#include <algorithm>

#include "app/goals/goal_writer.h"
#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"

namespace pegboard {
namespace {

constexpr float step_gap = 8, stair = 12, number_r = 13, step_least = 132;

/// How high the words of one step stand.
float step_height(const Ui& ui, const LadderRung& rung, float width) {
    return 20 + wrapped_height(ui, rung.goal.title, width - 24, Type::caption_strong) + 4 +
           wrapped_height(ui, rung.why, width - 24, Type::caption) + 4 + 20 + 36;
}

void draw_step(GoalDraft& draft, Rect rect, std::size_t i) {
    GoalWriter& self = draft.page.self.writer;
    Ui& ui = draft.page.ui;
    const LadderRung& rung = self.found.rungs[i];
    std::set<std::string>& ticked = self.ticked[draft.page.goal.id];
    const bool taken = ticked.contains(rung.goal.title);
    fill(ui, rect, taken ? Role::primary_tint : Role::sunken, metrics::radius_large);
    outline(ui, rect, taken ? Role::primary_line : Role::line, metrics::radius_large);
    const Rect number{rect.x + 12, rect.y - number_r, 2 * number_r, 2 * number_r};
    fill(ui, number, taken ? Role::primary : Role::line_strong, number_r);
    text_in(ui, number, std::to_string(i + 1),
            {.type = Type::caption_strong, .role = taken ? Role::on_primary : Role::surface, .align = Align::centre});
    const float width = rect.w - 24;
    float y = rect.y + 20;
    y += text_wrapped(ui, {rect.x + 12, y, width, 200}, rung.goal.title, {.type = Type::caption_strong}) + 4;
    y += text_wrapped(ui, {rect.x + 12, y, width, 200}, rung.why, {.type = Type::caption, .role = Role::ink_2}) + 4;
    if (rung.goal.due)
        text(ui, {rect.x + 12, y}, "by " + say(*rung.goal.due),
             {.type = Type::caption_medium, .role = Role::primary, .max_w = width});
    bool on = taken;
    const std::string label = "Add step " + std::to_string(i + 1);
    if (checkbox(ui, {rect.x + 10, rect.bottom() - 36}, label, on, false, width)) {
        if (on)
            ticked.insert(rung.goal.title);
        else
            ticked.erase(rung.goal.title);
    }
}

/// Opens what a finding speaks of, where the sentence can mend it.
GoalSlot slot_of(const GoalFinding& finding) {
    if (finding.field == "statement") return GoalSlot::target;
    if (finding.field == "condition") return GoalSlot::condition;
    if (finding.field == "due") return GoalSlot::by;
    return GoalSlot::none;
}

void mend(GoalDraft& draft, const Goal& mended) {
    GoalPage& page = draft.page;
    const bool other_skill = mended.skill != page.goal.skill;
    page.goal = mended;
    page.changed = true;
    if (page.stored) return;
    if (other_skill) {
        const auto of_skill = page.ui.library->goal_templates(mended.skill);
        if (!of_skill.empty()) return draft.use(of_skill.front()->id);
        draft.words.bank.clear();
        draft.words.own_measure = true;
    }
    if (page.goal.target != page.self.writer.found.of.target) draft.words.value = mended.target;
    draft.words.prompt_level = mended.prompt_max;
    draft.follow();
}

constexpr ButtonLook mend_look{.kind = ButtonKind::tonal, .height = metrics::button_small};

/// The button that mends what was said above it; `what` tells it from the others of the same words. The y below.
float draw_mend(GoalDraft& draft, Rect at, const GoalMend& offered, const std::string& what) {
    Ui& ui = draft.page.ui;
    ButtonLook look = mend_look;
    const std::string name = offered.label + ": " + what;
    if (!what.empty()) look.name = name;
    const float taken = std::min(at.w, button_width(ui, offered.label, look));
    if (button(ui, Rect{at.x, at.y + 6, taken, metrics::button_small}, offered.label, look)) mend(draft, offered.goal);
    return at.y + 48;
}

/// The other differences between sentence and goal line; the y below.
float draw_also(GoalDraft& draft, Rect at, const GoalFinding& finding) {
    for (const GoalFinding::Also& each : finding.also) {
        at.y += text_wrapped(draft.page.ui, {at.x, at.y, at.w, 200}, each.words,
                             {.type = Type::caption, .role = Role::ink_2});
        at.y = each.mend ? draw_mend(draft, at, *each.mend, each.words.substr(0, each.words.find(':'))) : at.y + 10;
    }
    return at.y;
}

float draw_finding(GoalDraft& draft, Rect rect, const GoalFinding& finding) {
    Ui& ui = draft.page.ui;
    divider(ui, rect.pos(), rect.w);
    float y = rect.y + 12;
    icon_at(ui, {rect.x, y}, finding.good ? icon::check_circle : icon::alert, 24,
            finding.good ? Role::good : Role::warn);
    const float x = rect.x + 36, width = rect.w - 36;
    text(ui, {x, y - 2}, finding.title, {.type = Type::label, .max_w = width});
    y += 20 + text_wrapped(ui, {x, y + 20, width, 200}, finding.words, {.type = Type::caption, .role = Role::ink_2});
    if (finding.good) return y + 10;
    if (finding.mend || !finding.also.empty()) {
        y = finding.mend ? draw_mend(draft, {x, y, width, 0}, *finding.mend, {}) : y + 10;
        return draw_also(draft, {x, y, width, 0}, finding);
    }
    const GoalSlot slot = slot_of(finding);
    if (slot == GoalSlot::none || draft.page.stored) return y + 10;
    const std::string name = "Mend: " + finding.title;
    ButtonLook look = mend_look;
    look.name = name;
    if (button(ui, Vec{x, y + 6}, "Change the words", look)) {
        draft.page.self.writer.slot = slot;
        // The field may be out of sight: it gets the cursor and comes into view.
        const std::string_view field = slot == GoalSlot::target      ? "target"
                                       : slot == GoalSlot::condition ? "condition"
                                                                     : "by";
        ask_for(ui, draft.page.draft + ".slot." + std::string(field), {});
    }
    return y + 48;
}

/// Adds the ticked steps under the stored goal, in one step to take back.
float draw_add_steps(GoalDraft& draft, Rect rect) {
    GoalPage& page = draft.page;
    std::vector<Goal> steps = chosen_steps(draft, page.goal.id, GoalStatus::draft);
    const std::size_t count = steps.size();
    const std::string label = count == 0   ? "Add steps"
                              : count == 1 ? "Add 1 step"
                                           : "Add " + std::to_string(count) + " steps";
    const ButtonLook look{.kind = ButtonKind::tonal, .icon = icon::plus, .enabled = count > 0};
    if (button(page.ui, rect.pos(), label, look)) send_goal(page, AddSteps{page.goal.id, std::move(steps)}, {}, {});
    return rect.bottom();
}

}  // namespace

float draw_goal_steps(GoalDraft& draft, Rect rect) {
    GoalWriter& self = draft.page.self.writer;
    Ui& ui = draft.page.ui;
    const Scope scope(ui, "Steps on the way");
    const auto& rungs = self.found.rungs;
    TallCard card(draft, rect, "steps", "Steps on the way",
                  rungs.empty() ? std::string_view{} : "Tick those to add as drafts under this goal");
    const Rect inside = card.inside();
    if (rungs.empty()) {
        const bool objective = draft.page.goal.term == GoalTerm::short_term;
        const std::string_view why = objective ? "An objective is itself a step. It has none of its own."
                                     : draft.words.target.empty()
                                         ? "Choose a goal first. Steps are proposed from its skill's sequence."
                                         : "The library knows no smaller steps for this goal. You can add "
                                           "objectives under it later.";
        return card.end(inside.y + text_wrapped(ui, {inside.x, inside.y, inside.w, 80}, why, {.role = Role::ink_2}));
    }
    const auto fit = static_cast<std::size_t>(std::max(1.0F, (inside.w + step_gap) / (step_least + step_gap)));
    const std::size_t across = std::min(fit, rungs.size());
    const float width = (inside.w - step_gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    float y = inside.y + number_r;
    for (std::size_t first = 0; first < rungs.size(); first += across) {
        const std::size_t last = std::min(first + across, rungs.size());
        float height = 0;
        for (std::size_t i = first; i < last; ++i) height = std::max(height, step_height(ui, rungs[i], width));
        const float climb = stair * static_cast<float>(last - first - 1);
        for (std::size_t i = first; i < last; ++i) {
            const auto place = static_cast<float>(i - first);
            const float top = y + climb - stair * place;
            draw_step(draft, {inside.x + place * (width + step_gap), top, width, y + climb + height - top}, i);
        }
        y += climb + height + number_r + step_gap;
    }
    y -= number_r + step_gap;
    if (draft.page.stored) y = draw_add_steps(draft, {inside.x, y + metrics::m, inside.w, metrics::button});
    return card.end(y);
}

float draw_goal_check(GoalDraft& draft, Rect rect) {
    Ui& ui = draft.page.ui;
    const Scope scope(ui, "Goal check");
    TallCard card(draft, rect, "check", "Goal check");
    const Rect inside = card.inside();
    const std::vector<GoalFinding> findings = draft.page.self.writer.found.findings;
    const std::string count = std::to_string(count_good(findings)) + " of " + std::to_string(findings.size());
    text_in(ui, {inside.x, inside.y - 34, inside.w, 24}, count,
            {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    float y = inside.y;
    for (const GoalFinding& finding : findings) y = draw_finding(draft, {inside.x, y, inside.w, 0}, finding);
    return card.end(y, metrics::s);
}

}  // namespace pegboard
