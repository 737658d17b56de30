// Goals of a running session: open ones as cards with their buttons, the others folded in a list. Keys reach the goal
// that is chosen.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/session/session.h"
#include "app/widgets/grab.h"
#include "app/widgets/tally.h"
#include "core/progress/measure.h"

namespace pegboard {
namespace {

constexpr float live_goal_pad_in = 20, live_goal_head_h = 64, live_goal_help_name_w = 96, live_goal_folded_h = 68,
                live_goal_value_w = 108;

/// As many as a therapist's list may hold, in the order of the keyboard.
using HelpKey = std::pair<ImGuiKey, std::string_view>;
constexpr std::array help_keys{HelpKey{ImGuiKey_Q, "Q"}, HelpKey{ImGuiKey_W, "W"}, HelpKey{ImGuiKey_E, "E"},
                               HelpKey{ImGuiKey_R, "R"}, HelpKey{ImGuiKey_T, "T"}, HelpKey{ImGuiKey_Y, "Y"},
                               HelpKey{ImGuiKey_U, "U"}, HelpKey{ImGuiKey_I, "I"}, HelpKey{ImGuiKey_O, "O"},
                               HelpKey{ImGuiKey_P, "P"}, HelpKey{ImGuiKey_A, "A"}, HelpKey{ImGuiKey_S, "S"}};
constexpr std::size_t open_by_itself = 2;

/// Open: the first two, those opened by hand or by a tap, those of the current activity; never one closed by hand.
bool is_unfolded(const SessionScreen& self, const LiveGoal& goal, std::size_t index) {
    const GoalId id = goal.goal->id;
    if (self.closed.contains(id)) return false;
    return index < open_by_itself || goal.now || std::ranges::find(self.opened, id) != self.opened.end();
}

/// Cards stand in the order in which they were opened, so that one that comes moves none of those there.
void order_cards(SessionScreen& self, std::vector<LiveGoal*>& unfolded, const std::vector<LiveGoal*>& folded) {
    std::vector<GoalId>& order = self.card_order;
    for (const LiveGoal* goal : folded) std::erase(order, goal->goal->id);
    for (const LiveGoal* goal : unfolded)
        if (std::ranges::find(order, goal->goal->id) == order.end()) order.push_back(goal->goal->id);
    std::ranges::stable_sort(unfolded, {},
                             [&](const LiveGoal* goal) { return std::ranges::find(order, goal->goal->id); });
}

/// Takes the newest tap back. The level of help stays chosen, and that is said: the next try would have it, too.
void take_back(SessionScreen& self, Ui& ui, const LiveGoal& goal) {
    const std::string help = wants_help(goal) ? name_of_help(self, ui, *goal.goal) : std::string();
    if (goal.tally.points == 0 || help.empty()) return send_live(self, ui, TakeBackPoint{self.view.of, goal.goal->id});
    ui.outbox->send(TakeBackPoint{self.view.of, goal.goal->id},
                    [&self, toasts = ui.toasts, help](const Status& status) {
                        self.error = status.ok() ? std::string() : status.error().message;
                        if (status.ok())
                            toasts->show("Taken back. Help is still set to " + help + ".");
                        else
                            toasts->warn(status.error().message);
                    });
    read_again(self, ui);
}

std::string so_far(const LiveGoal& goal) {
    const LiveTally& tally = goal.tally;
    if (tally.points == 0) return "Nothing yet today";
    const std::size_t tries = tally.pegs.size() + static_cast<std::size_t>(tally.typed_tries);
    if (goal.wanted > 0) return std::to_string(tries) + " of " + std::to_string(goal.wanted) + " tries";
    return std::to_string(tally.points) + (tally.points == 1 ? " entry, last " : " entries, last ") + tally.last;
}

/// Pegs, how many tries, and Undo at the right end; returns the left edge.
float draw_progress(SessionScreen& self, Ui& ui, Rect head, const LiveGoal& goal) {
    float right = head.right();
    const ButtonLook undo{.icon = icon::undo_variant,
                          .height = metrics::button_large,
                          .enabled = goal.tally.points > 0,
                          .tooltip = "Take the last tap back  Backspace",
                          .name = "Undo last tap"};
    const float undo_w = button_width(ui, "Undo", undo);
    if (button(ui, Rect{right - undo_w, head.y, undo_w, 48}, "Undo", undo)) take_back(self, ui, goal);
    right -= undo_w + metrics::m;
    const std::string words = so_far(goal);
    const float words_w = text_width(ui, words, Type::caption);
    const auto pegs_shown = static_cast<float>(std::min<std::size_t>(goal.tally.pegs.size(), 12));
    const float pegs_w = goal.tally.pegs.empty() ? 0 : pegs_shown * 21 + (goal.tally.pegs.size() > 12 ? 30.0F : 0.0F);
    if (right - head.x - pegs_w - words_w < 260) {  // little room: words below pegs are left out
        if (right - head.x - words_w < 200) return right;
        text(ui, {right, head.y + 16}, words, {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
        return right - words_w - metrics::m;
    }
    if (pegs_w > 0) pegs(ui, {right - pegs_w + 5, head.y + 16}, goal.tally.pegs, metrics::peg_l, "Tries: " + words);
    text(ui, {right - pegs_w - 4, head.y + 16}, words,
         {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    return right - pegs_w - words_w - metrics::l;
}

void draw_head(SessionScreen& self, Ui& ui, Rect head, const LiveGoal& goal, bool chosen) {
    const Rect press{head.x - 8, head.y - 4, 56, 56};
    if (pressable(ui, press, "Choose goal: " + goal.goal->title, WidgetRole::radio, chosen).clicked)
        self.chosen = goal.goal->id;
    tile(ui, {head.x, head.y + 2, metrics::tile, metrics::tile}, goal.look.illustration, goal.look.hue);
    Rect rest{head.x + 56, head.y, head.w - 56, head.h};
    if (icon_button(ui, {rest.right() - 48, rest.y}, icon::chevron_down, "Fold away: " + goal.goal->title,
                    {.size = 48})) {
        self.closed.insert(goal.goal->id);
        std::erase(self.opened, goal.goal->id);
    }
    rest.w -= 52;
    const float left = draw_progress(self, ui, rest, goal);
    const float width = std::max(60.0F, left - rest.x - metrics::s);
    const Lead lead = goal.goal->discipline == Discipline::ot ? Lead::ot : Lead::pt;
    const float tag_w = tag_width(ui, lead);
    const float title_w =
        text(ui, {rest.x, rest.y + 1}, goal.goal->title, {.type = Type::section, .max_w = width - tag_w - 8});
    tag(ui, {rest.x + title_w + 8, rest.y + 3}, lead);
    text(ui, {rest.x, rest.y + 27}, goal.criterion, {.type = Type::caption, .role = Role::ink_2, .max_w = width});
}

std::vector<std::string_view> help_names(const HelpRows& kept) {
    std::vector<std::string_view> names;
    for (const HelpChoice& each : kept.list) names.push_back(each.name);
    return names;
}

bool names_its_help(float width) { return width > 620; }

/// The rows of the help selector in a card's inside of `width`.
const ChoiceRows& help_rows(SessionScreen& self, const Ui& ui, const Goal& goal, float width) {
    HelpRows& kept = help_rows_of(self, goal);
    if (kept.width == width && kept.scale == ui.design->scale()) return kept.rows;
    const float taken = names_its_help(width) ? live_goal_help_name_w + metrics::s : 0;
    kept.width = width;
    kept.scale = ui.design->scale();
    kept.rows = choice_rows(ui, width - taken, help_names(kept));
    return kept.rows;
}

void draw_help_line(SessionScreen& self, Ui& ui, Rect rect, const LiveGoal& goal) {
    const HelpLine line = help_line(self, ui, goal);
    if (line.beyond) icon_at(ui, {rect.x, rect.y}, icon::alert, 18, Role::warn);
    rect = line.beyond ? Rect{rect.x + 24, rect.y, rect.w - 24, rect.h} : rect;
    text_wrapped(
        ui, {rect.x, rect.y, rect.w, 0}, line.words,
        {.type = line.beyond ? Type::caption_strong : Type::caption, .role = line.beyond ? Role::ink : Role::ink_2});
}

void draw_help(SessionScreen& self, Ui& ui, Rect rect, const LiveGoal& goal, bool chosen) {
    const HelpRows& kept = help_rows_of(self, *goal.goal);
    const std::vector<std::string_view> names = help_names(kept);
    const ChoiceRows& rows = help_rows(self, ui, *goal.goal, rect.w);
    draw_help_line(self, ui, rect.cut_top(help_line_height(self, ui, goal, rect.w)), goal);
    const int before = chosen_help(self, ui, *goal.goal);
    int now = before;
    if (chosen)
        for (std::size_t i = 0; i < std::min(help_keys.size(), names.size()); ++i)
            if (page_key(ui, help_keys[i].first)) now = static_cast<int>(i);
    if (names_its_help(rect.w)) {
        Rect name = rect.cut_left(live_goal_help_name_w, metrics::s);
        name.h = rows.row_h;
        text_in(ui, name, "Help this try", {.role = Role::ink_2});
    }
    std::array<std::string_view, help_keys.size()> letters;
    std::ranges::transform(help_keys, letters.begin(), &HelpKey::second);
    const Scope scope(ui, goal.goal->title);
    large_choice(ui, rect, "Help", names, letters, rows, now);
    if (now != before) choose_help(self, ui, *goal.goal, now);
}

/// "3 of 7 count": what the percent is of, where not every try that was done counts as the goal asks.
std::string count_words(const progress::SessionValue& value) {
    const std::string words = progress::say_plain(value.successes) + " of " + std::to_string(value.tries);
    return value.with_more_help > 0 || value.left_out > 0 ? words + " count" : words;
}

/// The percent or newest value with the goal's target below; pressing it types a value.
void draw_value(SessionScreen& self, Ui& ui, Rect rect, const LiveGoal& goal) {
    const auto target = goal.goal->target;
    rect.h = 88;
    const Pressed pressed = pressable(ui, rect, "Type a value: " + goal.goal->title, WidgetRole::button, false);
    if (pressed.hovered) fill(ui, rect, Role::hover, metrics::radius_small);
    if (pressed.clicked) self.type_value = goal.goal->id;
    icon_at(ui, {rect.right() - 18, rect.y + 2}, icon::pencil, 16, Role::ink_3);
    if (!goal.value) {
        text(ui, {rect.centre().x, rect.y + 36}, "No value yet",
             {.type = Type::caption, .role = Role::ink_2, .max_w = rect.w, .align = Align::centre});
        return;
    }
    const std::string value = progress::say_value(goal.goal->measure, goal.value->value);
    const Type type = text_width(ui, value, Type::title) <= rect.w ? Type::title : Type::section;
    text(ui, {rect.centre().x, rect.y + 14}, value, {.type = type, .max_w = rect.w, .align = Align::centre});
    const progress::MeasureRule* rule = progress::measure_rule(goal.goal->measure);
    if (rule != nullptr && rule->pooling == progress::Pooling::percent && goal.value->tries > 0)
        text(ui, {rect.x + 2, rect.y - 2}, count_words(*goal.value), {.type = Type::caption, .max_w = rect.w - 22});
    if (rule != nullptr && rule->pooling == progress::Pooling::percent && target)
        bar(ui, {rect.x + 4, rect.y + 54, rect.w - 8, 8}, static_cast<float>(goal.value->value / 100), Role::primary,
            static_cast<float>(*target / 100));
    if (target)
        text(ui, {rect.centre().x, rect.y + 66}, "goal " + progress::say_value(goal.goal->measure, *target),
             {.type = Type::caption, .role = Role::ink_2, .max_w = rect.w, .align = Align::centre});
}

float help_height(SessionScreen& self, const Ui& ui, const LiveGoal& goal, float inside) {
    if (!wants_help(goal)) return 0;
    return help_rows(self, ui, *goal.goal, inside).height() + help_line_height(self, ui, goal, inside) + metrics::m;
}

float card_height(SessionScreen& self, const Ui& ui, const LiveGoal& goal, float width) {
    const float all = width - 2 * live_goal_pad_in;
    const float inside = all - (width > 560 ? live_goal_value_w + metrics::l : 0.0F);
    return live_goal_pad_in - 4 + live_goal_head_h + help_height(self, ui, goal, all) + pad_height(ui, goal, inside) +
           live_goal_pad_in;
}

float draw_card(SessionScreen& self, Ui& ui, Rect rect, const LiveGoal& goal) {
    const bool chosen = self.chosen == goal.goal->id;
    rect.h = card_height(self, ui, goal, rect.w);
    if (!visible(ui, rect) && !chosen) return rect.bottom();
    card(ui, rect, {.line = chosen ? Role::primary_line : Role::line});
    if (chosen) outline(ui, rect, Role::primary_line, metrics::radius_card, 2);
    const auto watch = self.intervals.find(goal.goal->id);
    if (watch != self.intervals.end() && watch->second.runs() && goal.goal->interval_s > 0) {
        const double passed = watch->second.seconds(ui.clock.time_s);
        const double since = passed - static_cast<double>(goal.goal->interval_s) *
                                          std::floor(passed / static_cast<double>(goal.goal->interval_s));
        if (passed >= goal.goal->interval_s) gentle_cue(ui, rect, ui.clock.time_s - since);
    }
    const Scope scope(ui, goal.goal->title);
    Rect in{rect.x + live_goal_pad_in, rect.y + live_goal_pad_in - 4, rect.w - 2 * live_goal_pad_in,
            rect.h - 2 * live_goal_pad_in + 4};
    draw_head(self, ui, in.cut_top(live_goal_head_h), goal, chosen);
    if (wants_help(goal))
        draw_help(self, ui, in.cut_top(help_height(self, ui, goal, in.w) - metrics::m, metrics::m), goal, chosen);
    if (rect.w > 560) draw_value(self, ui, in.cut_right(live_goal_value_w, metrics::l), goal);
    draw_pad(self, ui, in, goal, chosen);
    return rect.bottom();
}

float draw_folded(SessionScreen& self, Ui& ui, Rect rect, const std::vector<LiveGoal*>& folded) {
    rect.h = static_cast<float>(folded.size()) * live_goal_folded_h + metrics::s;
    card(ui, rect);
    const Scope scope(ui, "More goals");
    Rect in = rect.inset(metrics::m, metrics::xs);
    for (const LiveGoal* goal : folded) {
        const Rect line = in.cut_top(live_goal_folded_h);
        if (goal != folded.front()) divider(ui, {line.x + 8, line.y}, line.w - 16);
        const Rect row = line.inset(0, 2);
        if (pressable(ui, row, "Record: " + goal->goal->title, WidgetRole::row).clicked) {
            self.opened.push_back(goal->goal->id);
            self.closed.erase(goal->goal->id);
            self.chosen = goal->goal->id;
        }
        tile(ui, {row.x + 8, row.y + 10, metrics::tile, metrics::tile}, goal->look.illustration, goal->look.hue);
        icon_at(ui, {row.right() - 36, row.y + 20}, icon::chevron_down, 24);
        const Lead lead = goal->goal->discipline == Discipline::ot ? Lead::ot : Lead::pt;
        const float room = row.w - 64 - 44 - tag_width(ui, lead) - 8;
        const float title_w =
            text(ui, {row.x + 64, row.y + 10}, goal->goal->title, {.type = Type::section, .max_w = room});
        tag(ui, {row.x + 64 + title_w + 8, row.y + 12}, lead);
        text(ui, {row.x + 64, row.y + 36}, so_far(*goal),
             {.type = Type::caption, .role = Role::ink_2, .max_w = room + 40});
    }
    return rect.bottom();
}

/// Children to switch between, and whose discipline is shown; returns the lowest y.
float draw_switches(SessionScreen& self, Ui& ui, Rect rect) {
    const LiveView& view = self.view;
    float bottom = rect.y;
    const bool both = view.session->lead == Lead::both;
    if (both) {
        constexpr std::array<std::string_view, 3> labels{"All", "OT", "PT"};
        const Rect at{rect.right() - 220, rect.y, 220, metrics::button_large};
        segmented(ui, at, "Goals shown", labels, self.discipline);
        bottom = at.bottom();
        rect.w -= 236;
    }
    if (view.children.size() < 2) return both ? bottom + metrics::m : bottom;
    float x = rect.x, y = rect.y;
    for (const LiveChild& each : view.children) {
        const bool absent = each.part.attendance == Attendance::absent;
        std::string label = each.name + (absent ? ", absent" : ", " + std::to_string(each.points));
        const bool on = each.child->id == self.child;
        const float width = large_chip_width(ui, label, on);
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += large_chip_h + metrics::s;
        }
        if (large_chip(ui, {x, y}, label, on, "Child: " + each.name)) {
            self.child = each.child->id;
            self.chosen = {};
        }
        x += width + metrics::s;
    }
    return std::max(bottom, y + large_chip_h) + metrics::m;
}

void read_goal_keys(SessionScreen& self, Ui& ui, const std::vector<LiveGoal*>& unfolded) {
    const auto at = std::ranges::find_if(unfolded, [&](const LiveGoal* g) { return g->goal->id == self.chosen; });
    if (at == unfolded.end()) {
        self.chosen = unfolded.empty() ? GoalId{} : unfolded.front()->goal->id;
        return;
    }
    if (page_key(ui, ImGuiKey_DownArrow) && at + 1 != unfolded.end()) self.chosen = (*(at + 1))->goal->id;
    if (page_key(ui, ImGuiKey_UpArrow) && at != unfolded.begin()) self.chosen = (*(at - 1))->goal->id;
    if (page_key(ui, ImGuiKey_Backspace)) take_back(self, ui, **at);
}

}  // namespace

float draw_live_goals(SessionScreen& self, Ui& ui, Rect column) {
    float y = draw_switches(self, ui, column);
    const std::vector<LiveGoal*> goals = shown_goals(self);
    const LiveChild* child = shown_child(self);
    if (child != nullptr && child->part.attendance == Attendance::absent) {
        text_wrapped(ui, {column.x, y + metrics::l, column.w, 0},
                     child->name + " is not here today. \"Who is here\" changes that.", {.role = Role::ink_2});
        return y + 60;
    }
    std::vector<LiveGoal*> unfolded, folded;
    for (std::size_t i = 0; i < goals.size(); ++i)
        (is_unfolded(self, *goals[i], i) ? unfolded : folded).push_back(goals[i]);
    order_cards(self, unfolded, folded);
    read_goal_keys(self, ui, unfolded);
    if (goals.empty()) {
        text_wrapped(ui, {column.x, y + metrics::l, column.w, 0},
                     "No goals to record here. Goals that are active can be recorded as soon as they are written.",
                     {.role = Role::ink_2});
        y += 60;
    }
    for (const LiveGoal* goal : unfolded) y = draw_card(self, ui, {column.x, y, column.w, 0}, *goal) + metrics::gutter;
    const bool beside = column.w >= 820 && !folded.empty();
    const float half = (column.w - metrics::gutter) / 2;
    float left = y;
    if (!folded.empty()) left = draw_folded(self, ui, {column.x, y, beside ? half : column.w, 0}, folded);
    const float note_y = beside ? y : folded.empty() ? y : left + metrics::gutter;
    const Rect note{beside ? column.x + half + metrics::gutter : column.x, note_y, beside ? half : column.w, 0};
    return std::max(left, draw_quick_note(self, ui, note));
}

}  // namespace pegboard
