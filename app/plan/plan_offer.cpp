// What the planner would change, said before anything changes: filling the gaps of a plan or replacing its blocks, and
// a better plan that was found while the first one was already on screen. Nothing happens until one is chosen.
#include <algorithm>

#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr std::string_view choices_name = "Suggest for this plan", better_name = "A better plan";
constexpr float dialog_w = 600, popover_w = 352, choice_pad = 12;

std::string join(const std::vector<std::string>& names) {
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i)
        all += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return all;
}

std::string say_blocks(std::size_t count) { return std::to_string(count) + (count == 1 ? " block" : " blocks"); }

const Block* same_block(const Session& session, const Block& block) {
    const auto found = std::ranges::find(session.blocks, block.id, &Block::id);
    return found == session.blocks.end() ? nullptr : &*found;
}

/// "Puts in Tree in the wind (6 min). Takes out Statue garden. 3 blocks stay as they are."
std::string say_change(const Session& before, const Session& after) {
    std::vector<std::string> in, out, other;
    std::size_t kept = 0;
    for (const Block& block : after.blocks) {
        const Block* old = same_block(before, block);
        const std::string minutes = std::to_string(block.minutes) + " min";
        if (old == nullptr) in.push_back(block.title + " (" + minutes + ")");
        if (old != nullptr && old->minutes != block.minutes) other.push_back(block.title + " (" + minutes + ")");
        if (old != nullptr && old->minutes == block.minutes) ++kept;
    }
    for (const Block& block : before.blocks)
        if (same_block(after, block) == nullptr) out.push_back(block.title);
    std::string words;
    const auto add = [&](const std::string& sentence) { words += (words.empty() ? "" : " ") + sentence; };
    if (!in.empty()) add("Puts in " + join(in) + ".");
    if (!out.empty()) add("Takes out " + join(out) + ".");
    if (!other.empty()) add("Gives other minutes to " + join(other) + ".");
    if (kept > 0) add(say_blocks(kept) + (kept == 1 ? " stays as it is." : " stay as they are."));
    return words;
}

bool changes_anything(const Session& before, const Session& after) {
    return before.blocks.size() != after.blocks.size() || std::ranges::any_of(after.blocks, [&](const Block& block) {
               const Block* old = same_block(before, block);
               return old == nullptr || old->minutes != block.minutes;
           });
}

/// The session for the planner to choose around: everything held, what is pinned held, or only what has begun.
Session variant(Session session, PlanChoice::Kind kind) {
    for (Block& block : session.blocks)
        if (kind != PlanChoice::Kind::rest) block.pinned = kind == PlanChoice::Kind::fill;
    return session;
}

/// Holding blocks for the planner was no wish of the therapist's: their pins are as they were.
Session with_pins_of(Session session, const Session& before) {
    for (Block& block : session.blocks)
        if (const Block* old = same_block(before, block)) block.pinned = old->pinned;
    return session;
}

void take(PlanScreen& self, Ui& ui, const Session& session, std::string said) {
    self.better.reset();
    self.choices.reset();
    ui.outbox->send(PlanSessions{{session}},
                    [said = std::move(said), toasts = ui.toasts](const Status& status) { toasts->tell(status, said); });
}

std::string effect_of(const Session& before, PlanChoice::Kind kind, const Session& after, int left_min) {
    if (changes_anything(before, after)) return say_change(before, after);
    if (kind != PlanChoice::Kind::fill) return "Nothing would change: these are the blocks that fit best.";
    return left_min > 0 ? "Nothing fits into the minutes that are left." : "No minutes are left to fill.";
}

void ask(PlanScreen& self, Ui& ui) {
    const Session& session = *self.view.session;
    PlanChoices choices;
    choices.revision = ui.caseload->revision();
    choices.kinds = {PlanChoice::Kind::fill, PlanChoice::Kind::all};
    const auto pinned = std::ranges::count(session.blocks, true, &Block::pinned);
    if (pinned > 0 && pinned < std::ssize(session.blocks))
        choices.kinds.insert(choices.kinds.begin() + 1, PlanChoice::Kind::rest);
    std::vector<PlanDesk::Wish> wishes;
    for (const auto kind : choices.kinds) {
        const Session asked = variant(session, kind);
        wishes.push_back({asked, planning::gather(*ui.caseload, *ui.library, asked)});
    }
    self.choices = std::move(choices);
    self.desk->propose(std::move(wishes), [&self, before = session](std::vector<PlanDesk::Suggestion> found) {
        if (!self.choices) return;
        self.choices->found.clear();
        for (std::size_t i = 0; i < found.size(); ++i) {
            PlanChoice choice{.kind = self.choices->kinds[i],
                              .session = with_pins_of(std::move(found[i].session), before),
                              .effect = {}};
            choice.effect = effect_of(before, choice.kind, choice.session, self.view.left_min());
            choice.covered = static_cast<int>(covered_goals(choice.session).size());
            choice.possible = changes_anything(before, choice.session);
            self.choices->found.push_back(std::move(choice));
        }
    });
}

std::string_view label_of(PlanChoice::Kind kind) {
    switch (kind) {
        case PlanChoice::Kind::fill:
            return "Fill the gaps";
        case PlanChoice::Kind::rest:
            return "Keep what is pinned";
        case PlanChoice::Kind::all:
            return "Replace all";
    }
    return {};
}

std::string said_of(PlanChoice::Kind kind, const Session& before, const Session& after) {
    std::vector<std::string> in;
    for (const Block& block : after.blocks)
        if (same_block(before, block) == nullptr) in.push_back(block.title);
    if (kind == PlanChoice::Kind::fill) return "Filled the gaps: " + join(in);
    return "Plan replaced: " + say_blocks(after.blocks.size()) + ", " + std::to_string(planned_minutes(after)) +
           " min of activities";
}

void draw_better(PlanScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, better_name, "A slightly better plan was found", dialog_w);
    if (!inside) return;
    float y = inside->y;
    const bool there = has_better(self);
    y += text_wrapped(ui, *inside,
                      there ? say_change(*self.view.session, self.better->session)
                            : std::string("The plan was changed meanwhile, so this one is gone."));
    const int pressed = end_dialog(ui, y, {"Use it", "Keep the plan as it is"}, false, there);
    if (pressed < 0) return;
    close_dialog(ui);
    if (pressed == 0) return take(self, ui, Session(self.better->session), "The better plan was taken over");
    self.better.reset();
}

/// What the best plan around the therapist's blocks would do for the goals, in words; the choice says it in full.
std::string say_gain(const PlanScreen& self) {
    const Weighed& found = *self.weighed;
    const auto gains = std::ranges::count_if(found.best.coverage, [&](const planning::Coverage& best) {
        const auto now = std::ranges::find(found.now.coverage, best.goal, &planning::Coverage::goal);
        return now != found.now.coverage.end() && best.minutes > now->minutes;
    });
    if (gains == 0) return "suits this session a little better";
    return "gives " + std::to_string(gains) + (gains == 1 ? " goal" : " goals") + " more time";
}

constexpr int most_pegs = 10;  ///< of one row; more would not stand beside each other twice

float pegs_height(const PlanScreen& self) {
    const int all = self.view.chosen;
    return all == 0 ? 0 : all > most_pegs ? metrics::xs + 16 : metrics::xs + 32;
}

/// Goals served now and then, as pegs and in words.
void draw_pegs(const PlanScreen& self, Ui& ui, Vec at, const PlanChoice& choice) {
    const int all = self.view.chosen;
    if (all == 0) return;
    float x = at.x, y = at.y + metrics::xs;
    const auto row_of = [&](int covered) {
        std::vector<Peg> row(static_cast<std::size_t>(all), Peg::hollow);
        std::fill_n(row.begin(), std::min(covered, all), Peg::filled);
        const std::string words = std::to_string(covered) + " of " + std::to_string(all);
        x += pegs(ui, {x, y + 3}, row, metrics::peg_s, words) + metrics::xs;
    };
    if (all <= most_pegs) {
        row_of(self.view.covered);
        icon_at(ui, {x, y}, icon::arrow_right, 16, Role::ink_2);
        x += 16 + metrics::xs;
        row_of(choice.covered);
        y += 16;
    }
    const std::string words = std::to_string(self.view.covered) + " of " + std::to_string(all) + " goals now, then " +
                              std::to_string(choice.covered) + " of " + std::to_string(all);
    text(ui, {at.x, y}, words, {.type = Type::caption});
}

/// One way, pressed as a whole; true when it was taken.
bool draw_choice(PlanScreen& self, Ui& ui, Flow& flow, const PlanChoice& choice) {
    Rect at = flow.row(metrics::button);
    const float room = at.w - 2 * choice_pad;
    const float words_h = wrapped_height(ui, choice.effect, room, Type::caption);
    at.h = choice_pad + 22 + words_h + (choice.possible ? pegs_height(self) : 0.0F) + choice_pad;
    flow.grew(at.bottom());
    const Pressed pressed =
        choice.possible ? pressable(ui, at, label_of(choice.kind), WidgetRole::button, false, metrics::radius_large)
                        : Pressed{};
    fill(ui, at,
         !choice.possible  ? Role::sunken
         : pressed.hovered ? Role::hover
                           : Role::surface,
         metrics::radius_large);
    outline(ui, at, choice.possible ? Role::line_strong : Role::line, metrics::radius_large);
    const Rect inside = at.inset(choice_pad, choice_pad);
    text(ui, inside.pos(), label_of(choice.kind),
         {.type = Type::button, .role = choice.possible ? Role::ink : Role::disabled});
    text_wrapped(ui, {inside.x, inside.y + 22, room, words_h}, choice.effect,
                 {.type = Type::caption, .role = Role::ink_2});
    if (choice.possible) draw_pegs(self, ui, {inside.x, inside.y + 22 + words_h}, choice);
    return pressed.clicked;
}

/// The ways to choose from; returns the lowest y.
float draw_choices(PlanScreen& self, Ui& ui, Rect inside) {
    if (!self.choices || self.choices->revision != ui.caseload->revision()) ask(self, ui);
    Flow flow(inside);
    if (self.choices->found.empty()) {
        text(ui, flow.row(20).pos(), "Looking at what would change...", {.role = Role::ink_2});
        ui.wake_in(1.0 / 60);
    }
    const PlanChoice* taken = nullptr;
    for (const PlanChoice& choice : self.choices->found)
        if (draw_choice(self, ui, flow, choice)) taken = &choice;
    const float bottom = flow.bottom();
    if (taken != nullptr) {
        const PlanChoice choice = *taken;
        take(self, ui, choice.session, said_of(choice.kind, *self.view.session, choice.session));
    }
    return bottom;
}

/// Beside the plan where there is a column for it, so that no block is hidden; else a dialog.
void draw_suggesting(PlanScreen& self, Ui& ui) {
    constexpr std::string_view title = "You have a plan already", line = "One press; Undo brings this plan back.";
    const float foot = ui.window.bottom() - ui.foot_h;
    const Rect anchor{ui.area.right() - metrics::page_pad - popover_w, foot - metrics::xs, popover_w, metrics::xs};
    if (const auto inside = begin_popover(ui, choices_name, anchor, popover_w)) {
        text(ui, inside->pos(), title, {.type = Type::section, .heading = true});
        text(ui, {inside->x, inside->y + 26}, line, {.type = Type::caption, .role = Role::ink_2});
        const float bottom = draw_choices(self, ui, {inside->x, inside->y + 52, inside->w, 0});
        const ButtonLook ghost{.kind = ButtonKind::ghost};
        const float width = button_width(ui, "Change nothing", ghost);
        if (button(ui, Vec{inside->right() - width, bottom + metrics::m}, "Change nothing", ghost))
            self.choices.reset();
        if (!self.choices) close_popover(ui);
        end_popover(ui, bottom + metrics::m + metrics::button);
    }
    const auto inside = begin_dialog(ui, choices_name, title, dialog_w);
    if (!inside) return;
    text(ui, inside->pos(), line, {.role = Role::ink_2});
    const float bottom = draw_choices(self, ui, {inside->x, inside->y + 32, inside->w, 0});
    if (end_dialog(ui, bottom, {"Change nothing"}) == 0) self.choices.reset();
    if (!self.choices) close_dialog(ui);
}

}  // namespace

bool has_better(const PlanScreen& self) {
    return self.better && self.better->session.id == self.view.of && self.better_revision == self.view.revision &&
           self.view.editable && !self.draft;
}

std::string say_offer(const PlanScreen& self) {
    if (!self.view.editable || !is_weighed(self) || self.view.session->blocks.empty()) return {};
    if (has_better(self)) return "A slightly better plan was found.";
    constexpr double worth_saying_pct = 0.5;
    if (self.weighed->is_best || self.weighed->better_pct < worth_saying_pct) return {};
    return "A suggested plan " + say_gain(self) + ".";
}

void show_offer(PlanScreen& self, Ui& ui) {
    if (has_better(self)) return open_dialog(ui, better_name);
    open_choices(self, ui);
}

void open_choices(PlanScreen& self, Ui& ui) {
    ask(self, ui);
    constexpr float least_h = 800;  // lower ones might not hold it: a dialog scrolls
    if (ui.window.w >= metrics::drawer_below_w && ui.window.h >= least_h)
        open_menu(ui, choices_name);
    else
        open_dialog(ui, choices_name);
}

void draw_offers(PlanScreen& self, Ui& ui) {
    draw_better(self, ui);
    draw_suggesting(self, ui);
}

}  // namespace pegboard
