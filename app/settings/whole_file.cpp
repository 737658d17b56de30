#include "app/settings/whole_file.h"

#include "app/base/services.h"
#include "app/settings/access_list.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr std::string_view about =
    "After opening, Pegboard checks in the background that every page, the history and each record are as it wrote "
    "them. "
    "What does not fit is told on top of every screen until you have seen to it.";

void compare(WholeFileState& self, Ui& ui) {
    const auto answer = ui.services->compare_mark(trimmed(self.mark));
    self.fits = answer && answer.value().empty();
    self.answer = !answer ? answer.error().message : answer.value();
    if (self.fits) self.answer = "This file goes on from what the sheet says.";
}

}  // namespace

float draw_whole_file_card(WholeFileState& self, Ui& ui, Rect at) {
    const Scope scope(ui, "Whole file");
    constexpr float field_h = metrics::field_label + metrics::field;
    constexpr std::string_view ask = "Show the state of this file";
    const std::string now = self.shown ? "State of this file: " + ui.services->file_mark() : std::string(ask);
    const float inner = at.w - 40;
    const float about_h = wrapped_height(ui, about, inner) + 8, now_h = wrapped_height(ui, now, inner) + 8;
    const float answer_h = self.answer.empty() ? 0.0F : wrapped_height(ui, self.answer, inner) + 8;
    at.h = 16 + 36 + about_h + 52 + now_h + field_h + 8 + 52 + answer_h + 28 + 16;
    card(ui, at);
    Rect inside = at.inset(20, 16);
    text(ui, inside.cut_top(28, 8).pos(), "Is the file whole?", {.type = Type::section, .heading = true});
    text_wrapped(ui, inside.cut_top(about_h), about, {.role = Role::ink_2});
    const bool free = ui.services->busy().empty();
    if (button(ui, inside.cut_top(52).pos(), "Check everything now", {.kind = ButtonKind::tonal, .enabled = free}))
        ui.services->check_everything();
    const Rect state = inside.cut_top(now_h);
    if (self.shown)
        text_wrapped(ui, state, now, {.role = Role::ink_2});
    else if (link(ui, state.pos(), ask))
        self.shown = true;
    live_field(ui, inside.cut_top(field_h, 8), "State on a recovery sheet", self.mark,
               {.hint = "As it stands on the sheet"});
    if (button(ui, inside.cut_top(52).pos(), "Compare with this file", {.enabled = !self.mark.empty()}))
        compare(self, ui);
    if (!self.answer.empty())
        text_wrapped(ui, inside.cut_top(answer_h), self.answer, {.role = self.fits ? Role::good : Role::danger});
    if (link(ui, inside.pos(), "Who opened and looked"))
        ui.nav->go({.screen = Screen::history, .detail = std::string(access_detail)});
    return at.bottom();
}

}  // namespace pegboard
