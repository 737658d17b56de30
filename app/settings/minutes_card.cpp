// How the practice counts minutes, under Settings: which missed ones it makes up, how a co-treatment counts, and when
// the school term is.
#include <algorithm>
#include <array>

#include "app/parts/forms.h"
#include "app/settings/kits.h"
#include "core/rules/minutes/ledger_words.h"

namespace pegboard {
namespace {
constexpr float reason_h = 32;

bool draw_reasons(Ui& ui, Flow& flow, MinutesRules& rules) {
    bool changed = false;
    const bool two = flow.w() >= 420;
    const float width = two ? (flow.w() - metrics::l) / 2 : flow.w();
    const float rows = two ? missed_whys / 2.0F : static_cast<float>(missed_whys);
    const Rect at = flow.row(rows * reason_h);
    for (std::size_t why = 0; why < missed_whys; ++why) {
        const std::size_t column = two ? why % 2 : 0, row = two ? why / 2 : why;
        const Vec pos{at.x + static_cast<float>(column) * (width + metrics::l),
                      at.y + static_cast<float>(row) * reason_h};
        changed |= checkbox(ui, pos, minutes::say_why(static_cast<MissedWhy>(why)), rules.owed[why], false, width);
    }
    return changed;
}

bool draw_cotreat(Ui& ui, Flow& flow, MinutesRules& rules) {
    text(ui, flow.row(20).pos(), "Minutes of a co-treatment count", {.type = Type::label});
    constexpr std::array<std::string_view, 2> ways{"Whole for OT and PT", "Half for each"};
    int way = rules.split_cotreat ? 1 : 0;
    const Rect at = flow.row(metrics::button_small);
    const bool changed =
        segmented(ui, {at.x, at.y, std::min(at.w, 340.0F), at.h}, "Minutes of a co-treatment count", ways, way);
    rules.split_cotreat = way == 1;
    return changed;
}

bool draw_term(Ui& ui, Flow& flow, MinutesRules& rules) {
    bool changed = false;
    const auto cut = flow.columns(field_height(), std::array{1.0F, 1.0F});
    if (const auto typed = date_field(ui, cut[0], "First day of the term", "practice.term_from", rules.term_from,
                                      {.hint = "31 Aug"})) {
        rules.term_from = *typed;
        // The next term is typed from its first day on: the last day of the one before goes with it.
        if (rules.term_from && rules.term_to && *rules.term_to < *rules.term_from) rules.term_to.reset();
        changed = true;
    }
    if (const auto typed =
            date_field(ui, cut[1], "Last day of the term", "practice.term_to", rules.term_to, {.hint = "18 Dec"})) {
        rules.term_to = *typed;
        changed = true;
    }
    return changed;
}
}  // namespace

float draw_minutes_card(KitsState& self, Ui& ui, Rect at) {
    const Scope scope(ui, "Minutes");
    if (self.minutes_card_h > 0) card(ui, {at.x, at.y, at.w, self.minutes_card_h});
    Flow flow(at.inset(20, 16));
    text(ui, flow.row(28).pos(), "Minutes", {.type = Type::section, .heading = true});
    constexpr std::string_view hint =
        "What is missed for a marked reason is owed to the child until it is made up; the rest is excused.";
    text_wrapped(ui, flow.row(wrapped_height(ui, hint, flow.w(), Type::caption)), hint,
                 {.type = Type::caption, .role = Role::ink_2});
    Practice next = ui.caseload->practice();
    bool changed = draw_reasons(ui, flow, next.minutes);
    changed |= draw_cotreat(ui, flow, next.minutes);
    changed |= draw_term(ui, flow, next.minutes);
    if (!self.minutes_error.empty()) {
        const Rect line = flow.row(20);
        icon_text(ui, line.pos(), icon::alert_circle_outline, self.minutes_error, Type::caption, Role::danger);
    }
    if (changed)
        ui.outbox->send(EditPractice{next}, [&self](const Status& status) {
            self.minutes_error = status.ok() ? std::string() : status.error().message;
        });
    const float bottom = flow.bottom() + 20;
    if (bottom - at.y != self.minutes_card_h) ui.wake_in(0);
    self.minutes_card_h = bottom - at.y;
    return bottom;
}

}  // namespace pegboard
