#include "core/planning/build.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

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

/// Who may open the session: short enough for a warm-up; on a lively day one that moves, where a goal asks for calm one
/// that settles, both at once if there is one. The session begins with one of those, if any is left.
void keep_fitting_openers(const Situation& situation, Model& model) {
    const auto bits = [&](const Column& column) -> const ActivityBits& {
        return situation.index.activities[at(column.activity)];
    };
    const auto keep = [&](auto fits) {
        const auto opens = [&](const Column& c) { return (c.arcs & bit(Arc::opener)) != 0 && fits(c); };
        if (std::ranges::none_of(model.columns, opens)) return false;
        for (Column& column : model.columns)
            if (!opens(column)) column.arcs &= ~bit(Arc::opener);
        return true;
    };
    const auto moving = [&](const Column& column) { return bits(column).moving; };
    const auto calming = [&](const Column& column) { return bits(column).regulating; };
    bool known = keep([](const Column& column) { return column.shortest <= weights::opener_within_min; });
    if (!known) return;
    if (situation.lively) known = keep(moving);
    const bool calm = situation.calm_first && keep(calming);
    const int from = calm ? weights::main_from_min : weights::opener_from_min;
    model.need_opener = situation.facts.session.length_min >= from;
    std::erase_if(model.columns, [](const Column& column) { return column.arcs == 0; });
}

/// What looks too young goes where something older practices each of its goals too.
void prefer_older_looks(const Situation& situation, Model& model) {
    const auto young = [](const Column& column) { return column.cost < 0; };
    std::vector<int> served(situation.goals.size(), 0);
    for (const Column& column : model.columns) {
        if (young(column)) continue;
        for (const FitEntry& fit : model.fits_of(column))
            served[fit.goal] = std::max<int>(served[fit.goal], fit.tenths);
    }
    std::erase_if(model.columns, [&](const Column& column) {
        return young(column) && std::ranges::all_of(model.fits_of(column), [&](const FitEntry& fit) {
                   // A step that is recorded as worked on asks for itself; else practice of any kind will do.
                   const bool asks = situation.goals[fit.goal].level_months > 0;
                   const int enough = asks ? std::min<int>(fit.tenths, weights::fit_near) : weights::fit_second;
                   return fit.tenths < weights::fit_second || served[fit.goal] >= enough;
               });
    });
}

/// What is open above its age, because its skill is underway, goes where something that fits the age practices each of
/// its goals too.
void prefer_of_age(const Situation& situation, Model& model) {
    const auto above = [&](const Column& column) {
        const ActivityBits& bits = situation.index.activities[at(column.activity)];
        return std::ranges::any_of(situation.children,
                                   [&](const ChildState& child) { return child.only_as_underway(bits); });
    };
    std::vector<bool> early;
    std::vector<int> served(situation.goals.size(), 0);
    for (const Column& column : model.columns) {
        early.push_back(above(column));
        if (early.back()) continue;
        for (const FitEntry& fit : model.fits_of(column))
            served[fit.goal] = std::max<int>(served[fit.goal], fit.tenths);
    }
    std::size_t next = 0;
    std::erase_if(model.columns, [&](const Column& column) {
        if (!early[next++]) return false;
        return std::ranges::all_of(model.fits_of(column),
                                   [&](const FitEntry& fit) { return served[fit.goal] >= fit.tenths; });
    });
}

int best_fit(const Model& model, const Column& column) {
    int best = 0;
    for (const FitEntry& fit : model.fits_of(column)) best = std::max<int>(best, fit.tenths);
    return best;
}

bool of_the_lead(const Situation& situation, const Activity& activity) {
    const Lead lead = situation.facts.session.lead;
    return lead == Lead::both || activity.discipline != (lead == Lead::ot ? "PT" : "OT");
}

/// Serves no goal of anybody, and still may begin or end the session: gentle, of the leading discipline, right for the
/// age, and not about a device or an injury of its own.
bool fills_gently(const Situation& situation, const ActivityBits& bits) {
    Mask attributes = bits.attributes;
    for (const Needed& needed : bits.needed)
        if (needed.item >= 0) attributes |= situation.index.item_bits[at(needed.item)].attributes;
    const int main = bits.skills.empty() ? -1 : bits.skills.front();
    const bool of_every_child = main >= 0 && situation.index.skill_bits[at(main)].skill->to_months.has_value();
    const bool of_age = std::ranges::all_of(situation.children, [&](const ChildState& child) {
        const int most = bits.activity->age_max_months;
        return child.age_months >= bits.activity->age_min_months && (most <= 0 || child.age_months <= most);
    });
    return !bits.vigorous && (attributes & situation.index.risky) == 0 && of_every_child && of_age &&
           of_the_lead(situation, *bits.activity);
}

/// Time is not filled for its own sake: where there are goals, what serves none of them is no Focus and no Everyday
/// block, and opens or closes the session only where it is gentle. What a precaution of somebody flags must be worth
/// the care it asks for: it practices a goal, or it is not chosen. The same area alone is no reason for either.
void keep_to_goals(const Situation& situation, Model& model) {
    for (Column& column : model.columns) {
        const ActivityBits& bits = situation.index.activities[at(column.activity)];
        const int best = best_fit(model, column);
        if (best >= weights::fit_second) continue;
        if (is_flagged(situation, bits)) column.arcs = 0;
        if (best >= weights::fit_prerequisite || situation.goals.empty()) continue;
        column.arcs &= fills_gently(situation, bits) ? bit(Arc::opener) | bit(Arc::closer) : 0;
        column.longest = std::min(column.longest, weights::filler_most_min);
        if (column.shortest > column.longest) column.arcs = 0;
        column.typical = std::min(column.typical, column.longest);
    }
    std::erase_if(model.columns, [](const Column& column) { return column.arcs == 0; });
}

/// Keeps of the columns that `same` names the `most` that serve most and are nearest to what looks right; pinned ones
/// count.
template <class Same>
void keep_best(const Situation& situation, Model& model, int most, const Same& same) {
    const auto is_one = [&](int activity) { return activity >= 0 && same(situation.index.activities[at(activity)]); };
    most -= static_cast<int>(std::ranges::count_if(situation.pinned, is_one));
    std::vector<std::tuple<int, Units, int, int>> ranked;  // last by id
    for (const Column& column : model.columns) {
        if (!is_one(column.activity)) continue;
        int fit = 0;
        for (const FitEntry& entry : model.fits_of(column)) fit += entry.tenths;
        ranked.emplace_back(fit, column.cost, column.typical, -column.activity);
    }
    std::ranges::sort(ranked, std::greater{});
    ranked.resize(std::min(ranked.size(), at(std::max(0, most))));
    std::erase_if(model.columns, [&](const Column& column) {
        return is_one(column.activity) &&
               std::ranges::none_of(ranked, [&](const auto& kept) { return std::get<3>(kept) == -column.activity; });
    });
}

/// Getting into a stander and out again takes time and two people: a session has one block of it. And no baby is laid
/// on the tummy block after block.
void keep_few_of_a_kind(const Situation& situation, Model& model) {
    const Mask stander = situation.index.needs.mask(std::array{std::string_view("stander")});
    keep_best(situation, model, 1, [&](const ActivityBits& bits) { return (bits.needs & stander) != 0; });
    const bool baby = std::ranges::any_of(
        situation.children, [](const ChildState& child) { return child.age_months < weights::rest_below_months; });
    if (baby)
        keep_best(situation, model, weights::most_prone_below_two, [](const ActivityBits& bits) { return bits.prone; });
}

/// Where only a hold or a seat will do, the rung that gives one must be among those that may be offered here.
void keep_with_hold(const Situation& situation, Model& model) {
    for (const ChildState& child : situation.children)
        if (child.needs_hold || child.needs_seat)
            std::erase_if(model.columns, [&](const Column& column) {
                return lacks_hold(situation, child, situation.index.activities[at(column.activity)]);
            });
}

/// What lasts longer at the least is no Warm-up and no Wrap-up.
void keep_ends_short(Model& model) {
    for (Column& column : model.columns) {
        column.arcs = arcs_for(column.arcs, column.shortest);
        column.longest = longest_in(column.arcs, column.longest);
        column.typical = std::min(column.typical, column.longest);
    }
    std::erase_if(model.columns, [](const Column& column) { return column.arcs == 0; });
}

/// A Warm-up and a Wrap-up around nothing look like a session and are none: an empty plan says more.
void keep_ends_of_something(const Situation& situation, Model& model) {
    const bool any = std::ranges::any_of(model.columns, [&](const Column& column) { return column.children != 0; });
    if (!any && !situation.goals.empty() && situation.facts.hand.pins.empty()) model.columns.clear();
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
    const ChildId who = situation.children[at(goal.child)].facts->child->id;
    for (const ChildGrade& grade : grades(situation, activity))
        if (const Rung* rung = rung_of(*bits.activity, grade.rung); rung != nullptr && grade.child == who)
            return situation.fit(goal, bits, rung->leaves_out);
    return fit;
}

int fit_by_hand(const Situation& situation, const GoalState& goal, int activity, std::span<const GoalId> goals) {
    const bool ticked = std::ranges::count(goals, goal.facts->goal) > 0;
    return std::max(starting_fit(situation, goal, activity), ticked ? weights::fit_second : 0);
}

Column make_column(const Situation& situation, int activity, Model& model) {
    return pinned_column(situation, activity, {}, model);
}

Column pinned_column(const Situation& situation, int activity, std::span<const GoalId> goals, Model& model) {
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
        model.columns.push_back(make_column(situation, activity, model));
    }
    prefer_of_age(situation, model);
    prefer_older_looks(situation, model);
    keep_to_goals(situation, model);
    keep_with_hold(situation, model);
    keep_ends_short(model);
    keep_few_of_a_kind(situation, model);
    keep_fitting_openers(situation, model);
    keep_ends_of_something(situation, model);
    model.choosable = model.columns.size();
    add_pins(situation, model);
    model.need_familiar =
        situation.tired && std::ranges::any_of(model.columns, [](const Column& column) { return column.familiar; });
    return model;
}

}  // namespace pegboard::planning
