// What else could stand in a block's place, and what each would cost. Pure.
#include <algorithm>

#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

/// The plan without one block, as pins of a model of its own; candidates take the free place.
struct Place {
    const Situation& situation;
    Model model;
    int left_min = 0;  ///< minutes free for the block and its transitions
    Arc arc = Arc::main;
    Worth before;                  ///< the plan as it stands
    std::vector<char> may_shrink;  ///< by block of the model: the planner chose its minutes
    SeatChanges changes;           ///< around the other blocks
    std::vector<unsigned> arcs;    ///< by activity: where it may stand if the planner may choose it, else none
};

Placed pin_of(const Situation& situation, const PlanBlock& block, Model& model) {
    const int activity = block.activity == nullptr ? -1 : situation.index.find(block.activity->id);
    const Placed pin{static_cast<int>(model.columns.size()), block.arc, block.minutes};
    Column column;
    column.activity = -1;
    std::vector<GoalId> goals;  // those ticked by hand count again
    for (const ServedGoal& one : block.goals)
        if (one.fit_tenths >= weights::fit_second) goals.push_back(one.goal);
    if (activity >= 0) column = pinned_column(situation, activity, goals, model);
    if (activity < 0) column.typical = block.minutes;
    model.columns.push_back(column);
    return pin;
}

Place open_place(const Situation& situation, const Plan& plan, std::size_t block) {
    Model model = build(situation);
    std::vector<unsigned> arcs(situation.index.activities.size(), 0);
    for (std::size_t c = 0; c < model.choosable; ++c) arcs[at(model.columns[c].activity)] = model.columns[c].arcs;
    model.pins.clear();
    model.columns.clear();
    model.choosable = 0;
    Model whole = model;
    for (const PlanBlock& each : plan.blocks) whole.pins.push_back(pin_of(situation, each, whole));
    std::vector<char> may_shrink;
    for (std::size_t i = 0; i < plan.blocks.size(); ++i) {
        if (i == block) continue;
        model.pins.push_back(pin_of(situation, plan.blocks[i], model));
        may_shrink.push_back(plan.blocks[i].pinned || plan.blocks[i].activity == nullptr ? 0 : 1);
    }
    const SeatChanges changes(model);
    Place place{situation,
                std::move(model),
                0,
                plan.blocks[block].arc,
                judge(whole, SeatChanges(whole), {}),
                std::move(may_shrink),
                changes,
                std::move(arcs)};
    return place;
}

/// The parts of a change, in the order of Term.
ScoreParts change(const Place& place, const Worth& after, int activity, const PlanBlock& block) {
    ScoreParts parts;
    parts.goals = to_millionths(after.goals - place.before.goals);
    parts.minutes = to_millionths(after.minutes - place.before.minutes);
    parts.items = to_millionths(after.item_costs - place.before.item_costs);
    parts.seat_changes = to_millionths(after.seat_costs - place.before.seat_costs);
    parts.length = to_millionths(after.length_costs - place.before.length_costs);
    parts.look = to_millionths(after.look_costs - place.before.look_costs);
    const Sliders& sliders = place.situation.facts.session.sliders;
    const Bonuses extra = bonuses(place.situation, activity);
    parts.interest = to_millionths(scaled(extra.interest, sliders.fun)) - block.parts.interest;
    parts.novelty = to_millionths(scaled(extra.novelty, sliders.variety)) - block.parts.novelty;
    parts.familiar = to_millionths(scaled(extra.familiar, sliders.fun)) - block.parts.familiar;
    parts.favourite = to_millionths(scaled(extra.favourite, sliders.fun)) - block.parts.favourite;
    parts.total = after.score - place.before.score;
    return parts;
}

Term worst(const ScoreParts& parts) {
    const std::array terms{
        std::pair{Term::goals, parts.goals},         std::pair{Term::interest, parts.interest},
        std::pair{Term::novelty, parts.novelty},     std::pair{Term::familiar, parts.familiar},
        std::pair{Term::favourite, parts.favourite}, std::pair{Term::minutes, parts.minutes},
        std::pair{Term::items, parts.items},         std::pair{Term::seat_changes, parts.seat_changes},
        std::pair{Term::length, parts.length},       std::pair{Term::look, parts.look}};
    return std::ranges::min_element(terms, {}, &std::pair<Term, Millionths>::second)->first;
}

std::string goal_words(const Situation& situation, const PlanBlock& block, const ActivityBits& bits) {
    double most = 0;
    std::string words = "serves the goals a little less";
    for (const ServedGoal& served : block.goals) {
        const GoalState& goal = state_of(situation, served);
        const int fit = starting_fit(situation, goal, situation.index.find(bits.activity->id));
        const double lost = goal.need * (served.fit_tenths - fit);
        if (lost <= most) continue;
        most = lost;
        const Skill* skill = situation.index.library.skill(goal.facts->skill);
        const std::string by_skill = skill == nullptr ? goal.facts->skill : skill->short_name;
        const std::string name = goal.facts->title.empty() ? by_skill : goal.facts->title;
        const std::string& who = call_name(*situation.children[at(goal.child)].facts->child);
        words = (fit == 0 ? "does not serve " : "serves less of ") + who + "'s goal \"" + name + "\"";
    }
    return words;
}

bool lately_done(const Situation& situation, const ActivityBits& bits) {
    const int activity = situation.index.find(bits.activity->id);
    return std::ranges::any_of(situation.children, [&](const ChildState& child) {
        const Done* done = child.done(activity);
        return done != nullptr && done->days_ago < weights::novel_after_days;
    });
}

std::string say(const Situation& situation, const PlanBlock& block, const ActivityBits& bits,
                const Alternative& other) {
    if (other.lost <= 0) return "as good here";
    switch (other.term) {
        case Term::goals:
            return goal_words(situation, block, bits);
        case Term::interest:
            return "has no theme that was named as liked";
        case Term::novelty:
            return lately_done(situation, bits) ? "was done in the last three weeks"
                                                : "works on none of the goals here";
        case Term::familiar:
            return "is not familiar";
        case Term::favourite:
            return "is not one of your favorites";
        case Term::minutes:
            return "uses fewer of the minutes";
        case Term::items:
            return "needs more to carry";
        case Term::seat_changes:
            return "means another move between table and floor";
        case Term::length:
            return "would last longer than usual";
        case Term::look:
            return "is made for younger children";
    }
    return {};
}

/// Takes minutes from the other blocks, where they matter least, until the block fits. False when that cannot be.
bool make_room(Place& place, const SeatChanges& changes, const Placed& placed) {
    for (;;) {
        const int most = std::max(place.model.length, place.before.used_min);
        if (judge(place.model, changes, std::span(&placed, 1)).used_min <= most) return true;
        Placed* giver = nullptr;
        Worth best;
        for (std::size_t i = 0; i < place.model.pins.size(); ++i) {
            Placed& pin = place.model.pins[i];
            if (place.may_shrink[i] == 0 || pin.minutes <= place.model.columns[at(pin.column)].shortest) continue;
            --pin.minutes;
            const Worth worth = judge(place.model, changes, std::span(&placed, 1));
            ++pin.minutes;
            if (giver == nullptr || better(worth, best)) giver = &pin, best = worth;
        }
        if (giver == nullptr) return false;
        --giver->minutes;
    }
}

/// The best arc and minutes for the activity in the free place; nothing when it does not fit in. With `squeeze` the
/// other blocks give it the minutes of its shortest bout.
std::optional<Alternative> best_use(Place& place, int activity, const PlanBlock& block, bool squeeze) {
    const std::size_t kept_fits = place.model.fits.size(), kept_items = place.model.items.size();
    place.model.columns.push_back(make_column(place.situation, activity, place.model));
    place.model.choosable = 0;
    if (const unsigned allowed = place.arcs[at(activity)]; allowed != 0) place.model.columns.back().arcs = allowed;
    const Column column = place.model.columns.back();
    const SeatChanges& changes = place.changes;
    std::optional<Alternative> best;
    Worth best_worth;
    const Arc arc = (column.arcs & bit(place.arc)) != 0 ? place.arc : Arc::main;
    const auto pins = place.model.pins;
    if (squeeze && (column.arcs & bit(arc)) != 0)
        make_room(place, changes, {static_cast<int>(place.model.columns.size()) - 1, arc, column.shortest});
    const int longest = longest_in(bit(arc), column.longest);
    for (int minutes = column.shortest; (column.arcs & bit(arc)) != 0 && minutes <= longest; ++minutes) {
        const Placed placed{static_cast<int>(place.model.columns.size()) - 1, arc, minutes};
        const Worth worth = judge(place.model, changes, std::span(&placed, 1));
        if (worth.used_min > place.model.length && minutes > column.shortest) break;
        if (worth.used_min > place.model.length && worth.used_min > place.before.used_min) break;
        if (best && !better(worth, best_worth)) continue;
        best_worth = worth;
        const ScoreParts parts = change(place, worth, activity, block);
        best = Alternative{place.situation.index.activities[at(activity)].activity,
                           arc,
                           minutes,
                           true,
                           -parts.total,
                           place.before.served - worth.served,
                           worst(parts),
                           {},
                           {}};
    }
    place.model.pins = pins;
    place.model.columns.pop_back();
    place.model.fits.resize(kept_fits);
    place.model.items.resize(kept_items);
    return best;
}

bool by_loss(const Alternative& one, const Alternative& other) {
    return one.children_lost != other.children_lost ? one.children_lost < other.children_lost : one.lost < other.lost;
}

}  // namespace

namespace {

/// Sorts every activity that is not in the plan into those that may be used and those that a rule bars.
void sort_out(Place& place, const Plan& plan, const PlanBlock& now, bool squeeze, std::vector<Alternative>& usable,
              std::vector<Alternative>& barred) {
    const Situation& situation = place.situation;
    for (std::size_t a = 0; a < situation.index.activities.size(); ++a) {
        const int activity = static_cast<int>(a);
        const Activity* each = situation.index.activities[a].activity;
        const auto known = [&](const auto& list) { return std::ranges::count(list, each, &Alternative::activity) > 0; };
        if (std::ranges::count(plan.blocks, each, &PlanBlock::activity) > 0 || known(usable) || known(barred)) continue;
        const auto rule = barred_by(situation, activity);
        if (rule && rule != Rule::space && rule != Rule::item && rule != Rule::precaution && rule != Rule::group_size)
            continue;
        // What the planner itself would not choose, for its looks, is no other choice either.
        if ((rule && squeeze) || (!rule && place.arcs[a] == 0)) continue;
        auto best = best_use(place, activity, now, squeeze);
        if (!best) continue;
        best->usable = !rule;
        (rule ? barred : usable).push_back(*std::move(best));
    }
    std::ranges::stable_sort(usable, by_loss);
    std::ranges::stable_sort(barred, by_loss);
}

}  // namespace

std::vector<Alternative> alternatives(const Facts& facts, const ActivityIndex& index, const Plan& plan,
                                      std::size_t block, std::size_t count) {
    const Situation situation(facts, index);
    std::vector<Alternative> usable, barred;
    if (block >= plan.blocks.size() || situation.children.empty()) return usable;
    Place place = open_place(situation, plan, block);
    const PlanBlock& now = plan.blocks[block];
    sort_out(place, plan, now, false, usable, barred);
    if (usable.size() < count) sort_out(place, plan, now, true, usable, barred);
    if (usable.size() > count) usable.resize(count);
    for (Alternative& each : usable)
        each.words = say(situation, now, situation.index.activities[at(situation.index.find(each.activity->id))], each);
    constexpr std::size_t most_barred = 3;
    std::size_t shown = 0;
    for (Alternative& each : barred) {
        if (shown == most_barred || (usable.size() == count && !by_loss(each, usable[count - 1]))) break;
        each.rule = all_barriers(situation, situation.index.find(each.activity->id)).front();
        each.words = each.rule.words;
        usable.push_back(each);
        ++shown;
    }
    return usable;
}

}  // namespace pegboard::planning
