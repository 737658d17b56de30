// The head of the session plan with what its signs mean, and what stands there while nothing is planned.
#include "app/plan/plan_panels.h"

namespace pegboard {
namespace {

/// What the signs on a group's blocks mean.
void draw_legend(Ui& ui, Rect rect) {
    float x = rect.x;
    const float y = rect.y + (rect.h - 16) / 2;
    const auto put = [&](const char* glyph, Role role, std::string_view sign, std::string_view words) {
        const float sign_w = glyph != nullptr ? 18 : text_width(ui, sign, Type::caption_strong) + 4;
        const float width = sign_w + text_width(ui, words, Type::caption);
        if (x + width > rect.right()) return;
        if (glyph != nullptr) icon_at(ui, {x, y}, glyph, 16, role);
        if (glyph == nullptr) text(ui, {x, y}, sign, {.type = Type::caption_strong});
        text(ui, {x + sign_w, y}, words, {.type = Type::caption, .role = Role::ink_2});
        x += width + metrics::m;
    };
    put(icon::arrow_down, Role::info, {}, "easier");
    put(nullptr, Role::ink, "=", "as written");
    put(icon::arrow_up, Role::good, {}, "harder");
    put(nullptr, Role::ink, "Bold", "own goal");
}

}  // namespace

void draw_timeline_head(PlanScreen& self, Ui& ui, Rect head) {
    head = head.inset(metrics::l + 4, 0);
    const auto put = [&](std::string_view label, ButtonLook look, PlanSide side) {
        look.kind = ButtonKind::ghost;
        look.height = metrics::button_small;
        const float width = button_width(ui, label, look);
        if (!button(ui, Vec{head.cut_right(width, metrics::s).x, head.y + 8}, label, look)) return;
        self.find_ideas = side == PlanSide::ideas;
        if (show_side(self, ui, side)) return;
        if (ui.window.w < metrics::one_column_below_w)
            self.tab = 2;
        else
            open_drawer(ui, "Ideas");
    };
    const bool narrow = ui.window.w < metrics::drawer_below_w;  // else ideas stand beside an empty plan already
    if (self.view.editable && (narrow || !self.view.blocks.empty()))
        put("Add block", {.icon = icon::plus}, PlanSide::ideas);
    if (narrow && self.view.children.size() > 1 && !self.view.blocks.empty())
        put("Each child", {.icon = icon::account_multiple}, PlanSide::children);
    const float x = head.x + text_in(ui, head, "Session plan", {.type = Type::section, .heading = true}) + metrics::m;
    if (self.view.blocks.empty() || head.right() - x <= 110) return;
    if (self.view.children.size() > 1) return draw_legend(ui, {x, head.y, head.right() - x, head.h});
    const std::size_t count = self.view.blocks.size();
    const std::string words = std::to_string(count) + (count == 1 ? " block" : " blocks") + ", drawn to time";
    text_in(ui, {x, head.y + 1, head.right() - x, head.h}, words, {.type = Type::caption, .role = Role::ink_2});
}

void draw_no_blocks(PlanScreen& self, Ui& ui, Rect rect) {
    if (self.draft && !self.draft->sent) {
        text_in(ui, rect, "Planning...", {.role = Role::ink_2, .align = Align::centre});
        return;
    }
    const std::string_view line = self.view.editable
                                      ? "Let Pegboard suggest one and change what you like, or add activities yourself."
                                      : "This session has no plan.";
    if (empty_state(ui, rect, "play-social", Hue::pink, "Nothing planned yet", line,
                    self.view.editable ? "Suggest a first plan" : ""))
        suggest(self, ui);
}

}  // namespace pegboard
