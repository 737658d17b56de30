// How suggested plans are weighed, under Settings: three preferences inside bounds that never outweigh a needed goal,
// until when ages are corrected, and the minutes between two blocks.
#include <algorithm>
#include <array>

#include "app/settings/kits.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float slider_h = 84;

/// One preference of five steps; true when it was moved.
bool draw_step(Ui& ui, Rect rect, std::string_view name, std::string_view line, int& value) {
    text(ui, rect.pos(), name, {.type = Type::label});
    text(ui, {rect.x, rect.y + 20}, line, {.type = Type::caption, .role = Role::ink_2, .max_w = rect.w});
    constexpr std::array<std::string_view, 5> steps{"None", "Less", "Usual", "More", "Most"};
    int step = std::clamp(value, -2, 2) + 2;
    const bool moved =
        segmented(ui, {rect.x, rect.y + 40, std::min(rect.w, 420.0F), metrics::button_small}, name, steps, step);
    value = step - 2;
    return moved;
}

/// Until which age a child born early is met at the corrected age; true when it was changed.
bool draw_corrected_age(Ui& ui, Rect rect, int& months) {
    text(ui, rect.pos(), "Age corrected for early birth until", {.type = Type::label});
    text(ui, {rect.x, rect.y + 20}, "For children born before 37 weeks, in every rule, filter and reason",
         {.type = Type::caption, .role = Role::ink_2, .max_w = rect.w});
    constexpr std::array<std::string_view, 2> ends{"24 months", "36 months"};
    int end = months >= 36 ? 1 : 0;
    const bool changed = segmented(ui, {rect.x, rect.y + 40, std::min(rect.w, 220.0F), metrics::button_small},
                                   "Age corrected for early birth until", ends, end);
    months = end == 1 ? 36 : 24;
    return changed;
}

}  // namespace

float draw_weights_card(Ui& ui, Rect at) {
    const Scope scope(ui, "Suggested plans");
    constexpr std::string_view hint =
        "What counts besides the goals. Together these never outweigh a goal that needs work.";
    const float hint_h = wrapped_height(ui, hint, at.w - 40, Type::caption);
    at.h = 16 + 36 + hint_h + 8 + 4 * slider_h + metrics::field_label + metrics::field + 20;
    card(ui, at);
    Rect inside = at.inset(20, 16);
    text(ui, inside.cut_top(28, 8).pos(), "Suggested plans", {.type = Type::section, .heading = true});
    text_wrapped(ui, inside.cut_top(hint_h, 8), hint, {.type = Type::caption, .role = Role::ink_2});
    Practice next = ui.caseload->practice();
    bool moved =
        draw_step(ui, inside.cut_top(slider_h), "Variety", "What was not done for three weeks", next.plan_variety);
    moved |=
        draw_step(ui, inside.cut_top(slider_h), "Fun", "Interests, familiar things and your favorites", next.plan_fun);
    moved |= draw_step(ui, inside.cut_top(slider_h), "Few materials", "Little to carry and to clean",
                       next.plan_few_materials);
    moved |= draw_corrected_age(ui, inside.cut_top(slider_h), next.corrected_until_months);
    const Rect row = inside.cut_top(metrics::field_label + metrics::field);
    if (const auto typed =
            number_field(ui, {row.x, row.y, std::min(row.w, 220.0F), row.h}, "Minutes between two blocks",
                         "practice.transition_min", next.transition_min, 0, 5, 1, "min")) {
        next.transition_min = *typed;
        moved = true;
    }
    if (moved) ui.outbox->send(EditPractice{next});
    return at.bottom();
}

}  // namespace pegboard
