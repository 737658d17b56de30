// What the planner would change, said before anything changes: filling the gaps of a plan or replacing its blocks, and
// a better plan that was found while the first one was already on screen. Nothing happens until one is chosen.
#include <algorithm>

#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"

namespace pegboard {
namespace {

constexpr std::string_view choices_name = "Suggest for this plan", better_name = "A better plan";
constexpr float dialog_w = 600, act_w = 190;

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
    close_dialog(ui);
    ui.outbox->send(PlanSessions{{session}},
                    [said = std::move(said), toasts = ui.toasts](const Status& status) { toasts->tell(status, said); });
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
        for (std::size_t i = 0; i < found.size(); ++i)
            self.choices->found.push_back({self.choices->kinds[i], with_pins_of(std::move(found[i].session), before)});
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

std::string effect_of(const PlanScreen& self, const PlanChoice& choice) {
    const Session& before = *self.view.session;
    if (changes_anything(before, choice.session)) return say_change(before, choice.session);
    if (choice.kind != PlanChoice::Kind::fill) return "Nothing would change: these are the blocks that fit best.";
    return self.view.left_min() > 0 ? "Nothing fits into the minutes that are left." : "No minutes are left to fill.";
}

void draw_choice(PlanScreen& self, Ui& ui, Flow& flow, const PlanChoice& choice) {
    const Rect at = flow.row(metrics::button);
    const Session& before = *self.view.session;
    const bool possible = changes_anything(before, choice.session);
    const ButtonLook look{.kind = ButtonKind::tonal, .enabled = possible};
    const Rect words{at.x + act_w + metrics::l, at.y + 8, at.w - act_w - metrics::l, 600};
    flow.grew(words.y + text_wrapped(ui, words, effect_of(self, choice), {.role = Role::ink_2}));
    if (button(ui, Rect{at.x, at.y, act_w, metrics::button}, label_of(choice.kind), look))
        take(self, ui, choice.session, said_of(choice.kind, before, choice.session));
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
    if (pressed == 0) return take(self, ui, Session(self.better->session), "The better plan was taken over");
    if (pressed == 1) {
        self.better.reset();
        close_dialog(ui);
    }
}

/// What the best plan around the therapist's blocks would do for the goals, in words.
std::string say_gain(const PlanScreen& self) {
    const Weighed& found = *self.weighed;
    std::vector<std::string> gains;
    constexpr std::size_t most = 2;
    for (const planning::Coverage& best : found.best.coverage) {
        const auto now = std::ranges::find(found.now.coverage, best.goal, &planning::Coverage::goal);
        const auto goal =
            std::ranges::find(self.view.goals, best.goal, [](const PlanGoal& one) { return one.goal->id; });
        if (now == found.now.coverage.end() || goal == self.view.goals.end() || gains.size() == most) continue;
        if (best.minutes > now->minutes)
            gains.push_back(goal->title + " " + std::to_string(best.minutes - now->minutes) + " min more");
    }
    return gains.empty() ? "suit this session a little better" : "give " + join(gains);
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
    return "A suggested plan around what you pinned would " + say_gain(self) + ".";
}

void show_offer(PlanScreen& self, Ui& ui) {
    if (has_better(self)) return open_dialog(ui, better_name);
    open_choices(self, ui);
}

void open_choices(PlanScreen& self, Ui& ui) {
    ask(self, ui);
    open_dialog(ui, choices_name);
}

void draw_offers(PlanScreen& self, Ui& ui) {
    draw_better(self, ui);
    const auto inside = begin_dialog(ui, choices_name, "Suggest for a session that has a plan?", dialog_w);
    if (!inside) return;
    if (!self.choices || self.choices->revision != ui.caseload->revision()) ask(self, ui);
    Flow flow(*inside);
    if (self.choices->found.empty()) {
        text(ui, flow.row(20).pos(), "Looking at what would change...", {.role = Role::ink_2});
        ui.wake_in(1.0 / 60);
    }
    for (const PlanChoice& choice : std::vector(self.choices->found)) {
        draw_choice(self, ui, flow, choice);
        if (!self.choices) break;  // taken
    }
    if (end_dialog(ui, flow.bottom(), {"Change nothing"}) == 0) {
        self.choices.reset();
        close_dialog(ui);
    }
}

}  // namespace pegboard
