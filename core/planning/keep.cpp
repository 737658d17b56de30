// Which of the activities that may be used are worth choosing among: what serves a goal, what fits the age and the
// child's look best, and not too much of one kind. Pure. What it leaves out it says.
#include "core/planning/keep.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/planning/build.h"
#include "core/planning/rules.h"
#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

constexpr std::string_view leg_strength = "se.legs";

std::size_t at(int number) { return static_cast<std::size_t>(number); }

int best_fit(const Model& model, const Column& column) {
    int best = 0;
    for (const FitEntry& fit : model.fits_of(column)) best = std::max<int>(best, fit.tenths);
    return best;
}

/// Takes the columns out that `goes` names, and notes those that would have helped a goal.
template <class Goes>
void leave_out(Model& model, LeftOut why, const Goes& goes) {
    std::erase_if(model.columns, [&](const Column& column) {
        if (!goes(column)) return false;
        if (best_fit(model, column) >= weights::fit_prerequisite) model.left_out.push_back({column.activity, why});
        return true;
    });
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
    if (situation.lively)
        known = keep(moving);
    else
        keep([](const Column& column) { return !column.lands; });  // nobody warms up with jumps
    const bool calm = situation.calm_first && keep(calming);
    const int from = calm ? weights::main_from_min : weights::opener_from_min;
    model.need_opener = situation.facts.session.length_min >= from;
    std::erase_if(model.columns, [](const Column& column) { return column.arcs == 0; });
}

/// What the therapist pinned, as columns of a model of their own: it is there, and serves what it serves.
Model pinned_blocks(const Situation& situation) {
    Model model;
    for (const int activity : situation.pinned) {
        Column column = bare_column(situation, activity, {}, model);
        set_begun(situation, column);
        model.columns.push_back(column);
    }
    return model;
}

void note_served(const Model& model, const Column& column, std::vector<int>& served) {
    for (const FitEntry& fit : model.fits_of(column)) served[fit.goal] = std::max<int>(served[fit.goal], fit.tenths);
}

/// Takes the columns out that `lesser` names and each of whose goals another column serves as well.
template <class Lesser>
void prefer_others(const Situation& situation, Model& model, LeftOut why, const Lesser& lesser) {
    std::vector<char> goes;
    std::vector<int> served(situation.goals.size(), 0);
    for (const Column& column : model.columns) {
        goes.push_back(lesser(column) ? 1 : 0);
        if (goes.back() == 0) note_served(model, column, served);
    }
    const Model pinned = pinned_blocks(situation);
    for (const Column& column : pinned.columns)
        if (!lesser(column)) note_served(pinned, column, served);
    std::size_t next = 0;
    leave_out(model, why, [&](const Column& column) {
        return goes[next++] != 0 && std::ranges::all_of(model.fits_of(column), [&](const FitEntry& fit) {
                   return served[fit.goal] >= fit.tenths;
               });
    });
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
    leave_out(model, LeftOut::young_look, [&](const Column& column) {
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
    prefer_others(situation, model, LeftOut::above_age, [&](const Column& column) {
        const ActivityBits& bits = situation.index.activities[at(column.activity)];
        return std::ranges::any_of(situation.children,
                                   [&](const ChildState& child) { return child.only_as_underway(bits); });
    });
}

/// What jumps or hops though a precaution flags it goes where something that does not practices each of its goals too:
/// care must never make the riskier of two ways the one that is left.
void prefer_calmer(const Situation& situation, Model& model) {
    prefer_others(situation, model, LeftOut::calmer, [&](const Column& column) {
        return column.lands && is_flagged(situation, situation.index.activities[at(column.activity)]);
    });
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
        if (is_flagged(situation, bits)) {
            column.arcs = 0;
            if (best >= weights::fit_prerequisite) model.left_out.push_back({column.activity, LeftOut::flagged});
        }
        if (best >= weights::fit_prerequisite || situation.goals.empty()) continue;
        column.arcs &= fills_gently(situation, bits) ? bit(Arc::opener) | bit(Arc::closer) : 0;
        column.longest = std::min(column.longest, weights::filler_most_min);
        if (column.shortest > column.longest) column.arcs = 0;
        column.typical = std::min(column.typical, column.longest);
    }
    std::erase_if(model.columns, [](const Column& column) { return column.arcs == 0; });
}

/// Keeps of the columns that `same` names the `most` that serve the goals best, each by what it adds to those kept
/// before it, and are nearest to what looks right; pinned ones count.
template <class Same>
void keep_best(const Situation& situation, Model& model, int most, LeftOut why, const Same& same) {
    std::vector<int> served(situation.goals.size(), 0), kept;
    const Model pinned = pinned_blocks(situation);
    for (const Column& column : pinned.columns) {
        if (!same(column)) continue;
        --most;
        note_served(pinned, column, served);
    }
    for (; most > 0; --most) {
        std::tuple<int, int, Units, int, int> best{-1, 0, 0, 0, 0};  // last by id
        for (const Column& column : model.columns) {
            if (!same(column) || std::ranges::count(kept, column.activity) > 0) continue;
            int adds = 0, fit = 0;
            for (const FitEntry& entry : model.fits_of(column)) {
                adds += std::max(0, entry.tenths - served[entry.goal]);
                fit += entry.tenths;
            }
            best = std::max(best, std::tuple(adds, fit, column.cost, column.typical, -column.activity));
        }
        if (std::get<0>(best) < 0) break;
        kept.push_back(-std::get<4>(best));
        for (const Column& column : model.columns)
            if (column.activity == kept.back()) note_served(model, column, served);
    }
    leave_out(model, why,
              [&](const Column& column) { return same(column) && std::ranges::count(kept, column.activity) == 0; });
}

/// Getting into a stander and out again takes time and two people: a session has one block of it. No baby is laid on
/// the tummy block after block, and nobody jumps all the time.
void keep_few_of_a_kind(const Situation& situation, Model& model) {
    const Mask stander = situation.index.needs.mask(std::array{std::string_view("stander")});
    keep_best(situation, model, 1, LeftOut::stander, [&](const Column& column) {
        return (situation.index.activities[at(column.activity)].needs & stander) != 0;
    });
    const auto below = [&](int months) {
        return std::ranges::any_of(situation.children,
                                   [&](const ChildState& child) { return child.age_months < months; });
    };
    if (below(weights::rest_below_months))
        keep_best(situation, model, weights::most_prone_below_two, LeftOut::tummy,
                  [](const Column& column) { return column.prone; });
    const int legs = situation.index.skills.of(leg_strength);
    const bool tires = situation.tired || std::ranges::any_of(situation.children, &ChildState::never_longer);
    if (tires)
        keep_best(situation, model, weights::most_legs_tired, LeftOut::legs, [&](const Column& column) {
            const auto& skills = situation.index.activities[at(column.activity)].skills;
            return std::ranges::count(skills, legs) > 0;
        });
    const int jumps = below(weights::young_below_months) ? weights::most_jumping_young : weights::most_jumping;
    keep_best(situation, model, jumps, LeftOut::jumping, [](const Column& column) { return column.lands; });
}

/// Where only a hold or a seat will do, the rung that gives one must be among those that may be offered here.
void keep_with_hold(const Situation& situation, Model& model) {
    for (const ChildState& child : situation.children)
        if (child.needs_hold || child.needs_seat)
            leave_out(model, LeftOut::without_hold, [&](const Column& column) {
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

}  // namespace

void keep_worthwhile(const Situation& situation, Model& model) {
    prefer_of_age(situation, model);
    prefer_older_looks(situation, model);
    keep_to_goals(situation, model);
    keep_with_hold(situation, model);
    keep_ends_short(model);
    for (Column& column : model.columns) set_begun(situation, column);
    prefer_calmer(situation, model);
    keep_few_of_a_kind(situation, model);
    keep_fitting_openers(situation, model);
    keep_ends_of_something(situation, model);
}

}  // namespace pegboard::planning
