// "Swap", beside the plan or as a dialog: what could stand in for a block, each with the worth it would lose and why,
// and what a rule keeps out. The block chosen stays put; the one it replaces is not suggested again in this session.
#include <algorithm>

#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr std::string_view swap_dialog = "Swap";
constexpr float tile_size = 44, button_w = 96;

std::optional<std::size_t> index_of(const PlanScreen& self) {
    const auto& blocks = self.view.session->blocks;
    const auto found = std::ranges::find(blocks, self.swapping, &Block::id);
    if (found == blocks.end()) return std::nullopt;
    return static_cast<std::size_t>(found - blocks.begin());
}

/// Asks the planner, once, when the plan on screen was weighed.
void look(PlanScreen& self, const std::string& activity) {
    if (self.others || self.others_asked || !is_weighed(self)) return;
    self.others_asked = true;
    self.others_of = self.weighing;
    const auto& blocks = self.weighed->now.blocks;
    const auto at = std::ranges::find_if(blocks, [&](const planning::PlanBlock& block) {
        return block.activity != nullptr && block.activity->id == activity;
    });
    if (at == blocks.end()) {
        self.others.emplace();
        return;
    }
    self.desk->look_for_others(*self.weighed, static_cast<std::size_t>(at - blocks.begin()),
                               [&self, of = self.swapping](std::vector<planning::Alternative> found) {
                                   if (self.swapping == of) self.others = std::move(found);
                               });
}

std::string upper_first(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

/// "Serves less of Ana's jumping goal"; how much a swap loses is told by the order, not by a number.
std::string say_loss(const planning::Alternative& other) {
    if (!other.usable) return upper_first(other.words);
    if (other.children_lost > 0)
        return other.children_lost == 1 ? "One child fewer works on a goal"
                                        : std::to_string(other.children_lost) + " children fewer work on a goal";
    return other.lost <= 0 || other.words.empty() ? "As good here" : upper_first(other.words);
}

void swap_in(PlanScreen& self, Ui& ui, std::size_t index, const planning::Alternative& other) {
    Session edited = *self.view.session;
    const Block old = edited.blocks[index];
    const std::vector<const Goal*> goals = planning::goals_weighed(*ui.caseload, edited);
    Block block = make_block(*other.activity, edited, goals, *ui.library);
    block.arc = other.arc;
    block.minutes = other.minutes;
    block.pinned = true;
    edited = with_goals(std::move(edited), goals);
    edited.blocks[index] = block;
    std::erase(edited.swapped_out, block.activity);
    if (!old.activity.empty()) edited.swapped_out.push_back(old.activity);
    self.chosen = block.id;
    self.show_chosen = true;
    send_edit(self, ui, std::move(edited), "Swapped " + old.title + " for " + block.title);
}

void forget_others(PlanScreen& self, BlockId block) {
    self.swapping = block;
    self.others.reset();
    self.others_asked = false;
}

/// Pressed to use it: words in a dialog, a sign where room is short. True when it was.
bool draw_use(Ui& ui, Rect rect, const planning::Alternative& other, bool short_room) {
    const std::string name = "Use " + other.activity->title + " instead";
    const float y = rect.y + metrics::m;
    if (short_room)
        return icon_button(ui, {rect.right() - metrics::button, y}, icon::swap_horizontal, name, {.bordered = true});
    const ButtonLook look{.kind = ButtonKind::tonal, .height = metrics::button_small, .name = name};
    return button(ui, Rect{rect.right() - button_w, y + 6, button_w, metrics::button_small}, "Use it", look);
}

/// One alternative; true when it was chosen. `bottom` gets the lowest y.
bool draw_other(Ui& ui, Rect rect, const planning::Alternative& other, bool short_room, float& bottom) {
    picture_of(ui, {rect.x, rect.y + metrics::m, tile_size, tile_size}, *other.activity);
    const float x = rect.x + tile_size + metrics::m;
    const float use_w = short_room ? metrics::button : button_w;
    const float room = rect.right() - x - (other.usable ? use_w + metrics::m : 0.0F);
    float y = rect.y + metrics::m;
    y += text_wrapped(ui, {x, y, room, 100}, other.activity->title, {.type = Type::label});
    const std::string where = std::to_string(other.minutes) + " min, " + std::string(words(other.arc));
    if (other.usable) y += text_wrapped(ui, {x, y, room, 40}, where, {.type = Type::caption, .role = Role::ink_2});
    if (!other.usable) icon_at(ui, {x, y}, icon::lock_outline, 16, Role::warn);
    const float indent = other.usable ? 0.0F : 20.0F;
    y += text_wrapped(ui, {x + indent, y, room - indent, 200}, say_loss(other),
                      {.type = Type::caption, .role = other.usable ? Role::ink_2 : Role::warn});
    bottom = std::max(y, rect.y + metrics::m + tile_size) + metrics::m;
    divider(ui, {rect.x, bottom}, rect.w);
    return other.usable && draw_use(ui, rect, other, short_room);
}

/// What could stand in for block `index`, asked for where that is not known; returns the lowest y.
float draw_others(PlanScreen& self, Ui& ui, Rect rect, std::size_t index, bool short_room, bool& done) {
    look(self, self.view.session->blocks[index].activity);
    float y = rect.y;
    if (!self.others) {
        y += text_wrapped(ui, rect, "Looking for what could stand in...", {.role = Role::ink_2});
        ui.wake_in(1.0 / 60);
        return y;
    }
    if (self.others->empty())
        y += text_wrapped(ui, rect, "Nothing else in the library fits this place, these minutes and these children.",
                          {.role = Role::ink_2});
    for (const planning::Alternative& other : *self.others)
        if (draw_other(ui, {rect.x, y, rect.w, 0}, other, short_room, y)) {
            swap_in(self, ui, index, other);
            self.others.reset();
            done = true;
            break;
        }
    return y;
}

}  // namespace

void open_swap(PlanScreen& self, Ui& ui, BlockId block) {
    forget_others(self, block);
    self.chosen = block;
    if (!show_side(self, ui, PlanSide::swap)) open_dialog(ui, swap_dialog);
}

void draw_swap(PlanScreen& self, Ui& ui) {
    const auto index = index_of(self);
    const std::string title =
        index ? "What instead of " + self.view.session->blocks[*index].title + "?" : std::string("Swap");
    const auto inside = begin_dialog(ui, swap_dialog, title, 600);
    if (!inside) return;
    float y = inside->y;
    bool done = false;
    if (index)
        y = draw_others(self, ui, *inside, *index, false, done);
    else
        y += text_wrapped(ui, *inside, "This block is no longer in the plan.", {.role = Role::ink_2});
    if (done) close_dialog(ui);
    if (end_dialog(ui, y, {"Keep it"}) == 0) close_dialog(ui);
}

void draw_swap_side(PlanScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Swap");
    if (self.swapping != self.chosen || (self.others_asked && self.others_of != self.weighing))
        forget_others(self, self.chosen);
    const auto index = index_of(self);
    const Rect content = begin_scroll(ui, "Alternatives", rect);
    const Rect inside = content.inset(metrics::l, 0);
    float y = inside.y + metrics::m;
    const std::string title =
        index ? "Instead of " + self.view.session->blocks[*index].title : std::string("Choose a block of the plan");
    y += text_wrapped(ui, {inside.x, y, inside.w, 100}, title, {.type = Type::section, .heading = true}) + metrics::xs;
    bool done = false;
    if (index)
        y = draw_others(self, ui, {inside.x, y, inside.w, 0}, *index, true, done);
    else
        y += text_wrapped(ui, {inside.x, y, inside.w, 100}, "What could stand in for it shows here.",
                          {.role = Role::ink_2});
    end_scroll(ui, y + metrics::m);
}

}  // namespace pegboard
