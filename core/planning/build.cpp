#include "core/planning/build.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/planning/keep.h"
#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"
#include "core/rules/rungs.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

bool familiar_to(const ChildState& child, int activity) {
    const Done* done = child.done(activity);
    return done != nullptr && done->familiar();
}

/// On a tired day the familiar block is for the child who is tired.
bool counts_as_familiar(const Situation& situation, int activity) {
    return std::ranges::any_of(situation.children, [&](const ChildState& child) {
        return (!situation.tired || child.facts->mood == DayMood::tired) && familiar_to(child, activity);
    });
}

ModelGoal goal_of(const GoalState& goal, const Situation& situation) {
    const int dose = std::clamp(goal.facts->dose_min, 1, 60);
    // What is left of an hour with one goal is spent on that goal, not on nothing: practice beyond the dose helps less,
    // but it helps as long as no other goal waits.
    const int goals = static_cast<int>(situation.goals.size());
    const int share = situation.facts.session.length_min * weights::time_for_goals_pct / 100 / goals;
    constexpr double units = 1e12;
    const double tenths = 10.0 * dose * weights::slope_after_dose_divisor;
    return {goal.child, 10 * dose, 10 * std::max(dose, share - dose),
            static_cast<Units>(std::llround(goal.need * units / tenths))};
}

void set_costs(const Situation& situation, Model& model) {
    const Sliders& sliders = situation.facts.session.sliders;
    for (const ItemState& item : situation.items) {
        model.item_cost.push_back(scaled(item.coming ? weights::item_coming : weights::item, sliders.few_materials));
        model.item_load.push_back(item.coming ? weights::load_coming : weights::load);
    }
    model.minute = weights::minute * units_per_millionth;
    model.seat_change = weights::seat_change * units_per_millionth;
    model.overlong = weights::overlong_minute * units_per_millionth;
    model.clamp = weights::extras_clamp * units_per_millionth;
}

void add_pins(const Situation& situation, Model& model) {
    for (const Pin& pin : situation.facts.hand.pins) {
        const int activity = situation.index.find(pin.activity);
        Column column;
        column.activity = -1;
        if (activity >= 0) column = pinned_column(situation, activity, pin.goals, model);
        column.arcs = bit(pin.arc);
        column.shortest = column.longest = pin.minutes;
        if (activity < 0) column.typical = pin.minutes;
        model.pins.push_back({static_cast<int>(model.columns.size()), pin.arc, pin.minutes});
        model.columns.push_back(column);
    }
}

}  // namespace

Units scaled(std::int64_t millionths, int percent) {
    return millionths * std::clamp(percent, 0, weights::slider_most) * (units_per_millionth / 100);
}

Bonuses bonuses(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    Bonuses found;
    const auto any = [&](auto test) { return std::ranges::any_of(situation.children, test); };
    const bool for_a_goal = situation.goals.empty() || std::ranges::any_of(situation.goals, [&](const GoalState& goal) {
                                return situation.fit(goal, bits) >= weights::fit_prerequisite;
                            });
    const bool recent = any([&](const ChildState& child) {
        const Done* done = child.done(activity);
        return done != nullptr && done->days_ago < weights::novel_after_days;
    });
    if (for_a_goal && !recent) found.novelty = weights::novelty;
    // A theme for much younger children is no treat.
    if (any([&](const ChildState& child) {
            return (child.interests & bits.interests) != 0 && (for_a_goal || !child.outgrown(bits));
        }))
        found.interest = weights::interest;
    if (any([&](const ChildState& child) { return familiar_to(child, activity); })) found.familiar = weights::familiar;
    if (among(situation.favourites, activity)) found.favourite = weights::favourite;
    return found;
}

int starting_fit(const Situation& situation, const GoalState& goal, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    const int fit = situation.fit(goal, bits);
    if (!bits.leaves_out || fit <= weights::fit_focus) return fit;
    const Rung* rung = rung_of(*bits.activity, begun_rung(situation, situation.children[at(goal.child)], activity));
    return rung == nullptr ? fit : situation.fit(goal, bits, rung->leaves_out);
}

int fit_by_hand(const Situation& situation, const GoalState& goal, int activity, std::span<const GoalId> goals) {
    const bool ticked = std::ranges::count(goals, goal.facts->goal) > 0;
    return std::max(starting_fit(situation, goal, activity), ticked ? weights::fit_second : 0);
}

Column make_column(const Situation& situation, int activity, Model& model) {
    return pinned_column(situation, activity, {}, model);
}

Column pinned_column(const Situation& situation, int activity, std::span<const GoalId> goals, Model& model) {
    Column column = bare_column(situation, activity, goals, model);
    set_begun(situation, column);
    return column;
}

void set_begun(const Situation& situation, Column& column) {
    const ActivityBits& bits = situation.index.activities[at(column.activity)];
    if (!bits.moves) return;
    const Activity& activity = *bits.activity;
    const auto rungs = begun_rungs(situation, column.activity);
    const auto any = [&](auto holds) { return std::ranges::any_of(rungs, holds); };
    column.table = at_table(activity, rungs);
    column.prone = any([&](int rung) { return is_prone(activity, rung); });
    column.lands = any([&](int rung) { return lands(activity, rung); });
    column.impact = column.lands || (bits.impact && !bits.lands);
}

Column bare_column(const Situation& situation, int activity, std::span<const GoalId> goals, Model& model) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    Column column;
    column.activity = activity;
    std::tie(column.shortest, column.longest) = situation.minutes(bits);
    // What asks for care lasts no longer than usual.
    if (is_flagged(situation, bits)) column.longest = std::max(column.shortest, std::min(column.longest, bits.typical));
    column.typical = std::min(bits.typical, column.longest);
    column.arcs = bits.arcs;
    column.table = bits.table;
    column.moving = bits.moving;
    column.active = bits.active;
    column.vigorous = bits.vigorous;
    column.prone = bits.prone;
    column.strength = bits.strength;
    column.impact = bits.impact;
    column.lands = bits.lands;
    column.skill = bits.skills.empty() ? -1 : bits.skills.front();
    column.from_months = bits.activity->age_min_months;
    column.eases_in = bits.eases_in;
    column.cost = situation.young_look(bits) ? weights::young_look * units_per_millionth : 0;
    column.familiar = counts_as_familiar(situation, activity);
    column.fit_from = static_cast<std::uint32_t>(model.fits.size());
    for (std::size_t g = 0; g < situation.goals.size(); ++g) {
        const int fit = fit_by_hand(situation, situation.goals[g], activity, goals);
        if (fit == 0) continue;
        model.fits.push_back({static_cast<std::uint8_t>(g), static_cast<std::uint8_t>(fit)});
        if (fit >= weights::fit_prerequisite) column.children |= 1U << situation.goals[g].child;
        // The very thing a goal is about is its Focus, everyday life or not.
        if (fit >= weights::fit_exact && (column.arcs & bit(Arc::function)) != 0) column.arcs |= bit(Arc::main);
    }
    column.fit_to = static_cast<std::uint32_t>(model.fits.size());
    column.item_from = static_cast<std::uint32_t>(model.items.size());
    for (const Needed& needed : bits.needed)
        if (situation.carried(needed)) model.items.push_back(static_cast<std::uint16_t>(needed.item));
    column.item_to = static_cast<std::uint32_t>(model.items.size());
    const Bonuses extra = bonuses(situation, activity);
    const Sliders& sliders = situation.facts.session.sliders;
    column.bonus =
        scaled(extra.novelty, sliders.variety) + scaled(extra.interest + extra.familiar + extra.favourite, sliders.fun);
    return column;
}

Model build(const Situation& situation) {
    Model model;
    const SessionFacts& session = situation.facts.session;
    model.length = session.length_min;
    model.transition = pause_min(situation.facts);
    model.children = situation.group_size();
    model.need_main = session.length_min >= weights::main_from_min;
    for (const GoalState& goal : situation.goals) {
        model.goals.push_back(goal_of(goal, situation));
        model.with_goals |= 1U << goal.child;
    }
    set_costs(situation, model);
    for (std::size_t a = 0; a < situation.index.activities.size(); ++a) {
        const int activity = static_cast<int>(a);
        if (among(situation.pinned, activity) || barred_by(situation, activity)) continue;
        model.columns.push_back(bare_column(situation, activity, {}, model));
    }
    keep_worthwhile(situation, model);
    model.choosable = model.columns.size();
    add_pins(situation, model);
    model.need_familiar =
        situation.tired && std::ranges::any_of(model.columns, [](const Column& column) { return column.familiar; });
    return model;
}

}  // namespace pegboard::planning
