// The column beside the plan: each child's rung on one block of a group, what could stand in for the chosen block, or
// ideas to add. A rung changed here holds for this session; what suits a child is never decided here.
#include <algorithm>

#include "app/parts/forms.h"
#include "app/plan/plan_chips.h"
#include "app/plan/plan_panels.h"
#include "app/widgets/tint.h"

namespace pegboard {
namespace {

constexpr float tabs_h = 40, rung_h = 36, face_gap = 10, least_pill_w = 60;

bool is_wide(const Ui& ui) { return ui.window.w >= metrics::drawer_below_w; }

/// What can be shown here, in the order of the tabs.
std::vector<PlanSide> sides_of(const PlanScreen& self, const Ui& ui) {
    std::vector<PlanSide> sides;
    const bool any = !self.view.blocks.empty();
    if (any && is_group(self)) sides.push_back(PlanSide::children);
    if (any && self.view.editable && is_wide(ui)) sides.push_back(PlanSide::swap);
    sides.push_back(PlanSide::ideas);
    return sides;
}

/// The one chosen; else a group's children, else ideas.
PlanSide side_of(const PlanScreen& self, const std::vector<PlanSide>& sides) {
    if (self.side && std::ranges::find(sides, *self.side) != sides.end()) return *self.side;
    return sides.front() == PlanSide::children ? PlanSide::children : PlanSide::ideas;
}

std::string_view label_of(PlanSide side) {
    switch (side) {
        case PlanSide::children:
            return "Each child";
        case PlanSide::swap:
            return "Swap";
        case PlanSide::ideas:
            return "Ideas";
    }
    return {};
}

void draw_tabs(PlanScreen& self, Ui& ui, Rect rect, const std::vector<PlanSide>& sides, PlanSide side) {
    std::vector<std::string_view> labels;
    for (const PlanSide each : sides) labels.push_back(label_of(each));
    int chosen = static_cast<int>(std::ranges::find(sides, side) - sides.begin());
    if (segmented(ui, rect, "Beside the plan", labels, chosen)) self.side = sides[static_cast<std::size_t>(chosen)];
}

// ------------------------------------------------------------------ each child

std::size_t shown_block(const PlanScreen& self) {
    const auto& blocks = self.view.session->blocks;
    const auto at = std::ranges::find(blocks, self.chosen, &Block::id);
    return at == blocks.end() ? 0 : static_cast<std::size_t>(at - blocks.begin());
}

void set_rung(PlanScreen& self, Ui& ui, std::size_t index, ChildId child, int rung) {
    Session edited = *self.view.session;
    Block& block = edited.blocks[index];
    const auto part = std::ranges::find(block.children, child, &BlockChild::child);
    if (part != block.children.end())
        part->rung = rung;
    else
        block.children.push_back(BlockChild{.id = {}, .child = child, .rung = rung});
    fix_block(self, edited, block.id);
    send_edit(self, ui, std::move(edited));
}

/// The child's own goal on the block, or that there is none, as a pill at the row's right end.
void draw_goal(const PlanScreen& self, Ui& ui, Rect row, std::size_t index, ChildId child) {
    const PlanGoal* own = nullptr;
    for (const PlanGoal* goal : served_goals(self.view, self.view.session->blocks[index]))
        if (own == nullptr && goal->goal->child == child) own = goal;
    const std::string_view words = own != nullptr ? std::string_view(own->goal->title) : "No goal here";
    if (row.w < least_pill_w) return;
    const float width = std::min(row.w, text_width(ui, words, Type::caption) + 2 * metrics::m);
    const Rect pill{row.right() - width, row.y + (row.h - metrics::badge) / 2, width, metrics::badge};
    if (own != nullptr)
        fill(ui, pill, own->look.hue, pill.h / 2);
    else
        fill(ui, pill, Role::sunken, pill.h / 2);
    TextLook look{.type = Type::caption, .role = Role::ink_2, .align = Align::centre};
    if (own != nullptr) look.hue = own->look.hue;
    text_in(ui, pill.inset(metrics::m - 1, 0), words, look);
}

/// Returns the lowest y.
float draw_child(PlanScreen& self, Ui& ui, Rect at, std::size_t index, const PlanChild& who) {
    const Block& block = self.view.session->blocks[index];
    const PlanBlock& view = self.view.blocks[index];
    const auto part = std::ranges::find(block.children, who.child->id, &BlockChild::child);
    const int rung = part == block.children.end() ? 0 : part->rung;
    avatar(ui, at.pos(), metrics::avatar_s, initials(full_name(*who.child)), child_hue(who.child->id));
    Rect row{at.x + metrics::avatar_s + face_gap, at.y, at.w - metrics::avatar_s - face_gap, metrics::avatar_s};
    const float name_w = std::min(row.w, text_width(ui, who.name, Type::label) + 1);
    text_in(ui, row.cut_left(name_w, metrics::m), who.name, {.type = Type::label});
    draw_goal(self, ui, row, index, who.child->id);
    float y = at.y + metrics::avatar_s + metrics::s;
    const auto offered = std::ranges::find(view.rungs, who.child->id, &PlanRungs::child);
    int easier = offered == view.rungs.end() ? 0 : offered->easier;
    int harder = offered == view.rungs.end() ? 0 : offered->harder;
    if (rung < 0) easier = rung;
    if (rung > 0) harder = rung;
    std::vector<std::string_view> labels;
    std::vector<int> rungs;
    const auto put = [&](std::string_view label, int number) {
        labels.push_back(label);
        rungs.push_back(number);
    };
    if (easier < 0) put("Easier", easier);
    put("As written", 0);
    if (harder > 0) put("Harder", harder);
    int chosen = static_cast<int>(std::ranges::find(rungs, rung) - rungs.begin());
    if (segmented(ui, {at.x, y, at.w, rung_h}, "Rung for " + who.name, labels, chosen) && self.view.editable)
        set_rung(self, ui, index, who.child->id, rungs[static_cast<std::size_t>(chosen)]);
    y += rung_h + metrics::xs + 2;
    const bool changed = offered != view.rungs.end() && !offered->change.empty();
    const std::string_view words = changed              ? std::string_view(offered->change)
                                   : labels.size() == 1 ? "Nothing easier or harder suits here."
                                                        : "As the activity is written.";
    y += text_wrapped(ui, {at.x, y, at.w, 400}, words, {.type = Type::caption, .role = Role::ink_2});
    return y + metrics::m;
}

void draw_children(PlanScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Each child");
    const std::size_t index = shown_block(self);
    const Rect content = begin_scroll(ui, "Rungs", rect);
    const Rect inside = content.inset(metrics::l, 0);
    float y = inside.y + metrics::m;
    y += text_wrapped(ui, {inside.x, y, inside.w, 100}, self.view.session->blocks[index].title,
                      {.type = Type::section, .heading = true});
    y += metrics::m;
    bool first = true;
    for (const PlanChild& who : self.view.children) {
        if (!who.present) continue;
        if (!std::exchange(first, false)) divider(ui, {inside.x, y}, inside.w);
        y = draw_child(self, ui, {inside.x, y + metrics::m, inside.w, 0}, index, who);
    }
    constexpr std::string_view note =
        "A suggested plan takes each rung from what the child did before. Change one and it holds for this session.";
    const float words_w = inside.w - 2 * metrics::m - 28;
    const float note_h = wrapped_height(ui, note, words_w, Type::caption) + 2 * metrics::m;
    const Rect box{inside.x, y + metrics::s, inside.w, note_h};
    fill(ui, box, Role::primary_tint, metrics::radius);
    icon_at(ui, {box.x + metrics::m, box.y + metrics::m}, icon::lightbulb_outline, 20, Role::primary);
    text_wrapped(ui, {box.x + metrics::m + 28, box.y + metrics::m, words_w, note_h}, note, {.type = Type::caption});
    end_scroll(ui, box.bottom() + metrics::m);
}

}  // namespace

bool show_side(PlanScreen& self, const Ui& ui, PlanSide side) {
    self.side = side;
    return is_wide(ui);
}

void draw_side(PlanScreen& self, Ui& ui, Rect rect, float corner) {
    const std::vector<PlanSide> sides = sides_of(self, ui);
    const PlanSide side = side_of(self, sides);
    if (sides.size() > 1) {
        next_pane(ui);
        rect.cut_top(metrics::m);
        Rect row = rect.cut_top(tabs_h, metrics::s).inset(metrics::l, 0);
        row.cut_right(corner);
        draw_tabs(self, ui, row, sides, side);
        if (side != PlanSide::ideas) divider(ui, rect.pos(), rect.w);
        corner = 0;
    }
    if (side == PlanSide::ideas) return draw_add(self, ui, rect, corner);
    rect.cut_top(1);
    rect.cut_bottom(2);
    if (side == PlanSide::children) return draw_children(self, ui, rect);
    draw_swap_side(self, ui, rect);
}

}  // namespace pegboard
