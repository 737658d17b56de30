// Why a goal gets nothing, or only what comes before it, and why minutes stay open.
#include <algorithm>
#include <cmath>

#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

std::string activities(std::size_t number) {
    return number == 1 ? "1 activity" : std::to_string(number) + " activities";
}

std::string minutes_words(int minutes) { return minutes == 1 ? "1 minute" : std::to_string(minutes) + " minutes"; }

/// What the plan has room for still.
struct Room {
    int left = 0;               ///< minutes of one more block
    std::array<int, 4> free{};  ///< places by arc
    [[nodiscard]] bool has_place(const Column& column) const {
        const unsigned arcs = arcs_for(column.arcs, column.shortest);
        return std::ranges::any_of(std::array{Arc::opener, Arc::main, Arc::function, Arc::closer}, [&](Arc arc) {
            return (arcs & bit(arc)) != 0 && free[at(static_cast<int>(arc))] > 0;
        });
    }
};

Room room_in(const Model& model, const Plan& plan) {
    Room room;
    room.left = plan.minutes_left - (plan.blocks.empty() ? 0 : model.transition);
    room.free = {weights::most_openers, static_cast<int>(model.columns.size()), weights::most_functions,
                 weights::most_closers};
    for (const PlanBlock& block : plan.blocks) --room.free[at(static_cast<int>(block.arc))];
    return room;
}

/// How far an activity that a rule bars is from being used: what can be fetched, asked or changed today comes first.
int distance(Rule rule, bool unanswered) {
    switch (rule) {
        case Rule::item:
            return 0;
        case Rule::swapped_out:
        case Rule::excluded:
            return 1;
        case Rule::tired:
        case Rule::lively:
            return 2;
        case Rule::space:
            return 3;
        case Rule::supervision:
        case Rule::group_size:
            return 4;
        case Rule::precaution:
            return unanswered ? 2 : 8;
        case Rule::needs:
            return 6;
        case Rule::age:
            return 9;  // made for another age: seldom what keeps a goal waiting
        default:
            return 7;
    }
}

/// The activities that would practice a goal, told apart by whether a rule bars them.
struct Serving {
    std::vector<int> usable;
    std::vector<std::pair<int, int>> barred;  ///< by how far the first rule is, less the fit; the activity
    std::vector<int> without;                 ///< nothing bars it, yet the child begins in a way that leaves it out
};

Serving serving(const Situation& situation, const GoalState& goal, int least) {
    Serving found;
    for (std::size_t a = 0; a < situation.index.activities.size(); ++a) {
        const int fit = situation.fit(goal, situation.index.activities[a]);
        if (fit < least) continue;
        const int activity = static_cast<int>(a);
        constexpr int by_rule = 16;
        auto rule = barred_by(situation, activity);
        if (!rule && std::ranges::any_of(situation.children, [&](const ChildState& child) {
                return lacks_hold(situation, child, situation.index.activities[a]);
            }))
            rule = Rule::needs;
        if (rule)
            found.barred.emplace_back(by_rule * distance(*rule, false) - fit, activity);
        else if (starting_fit(situation, goal, activity) < least)
            found.without.push_back(activity);
        else
            found.usable.push_back(activity);
    }
    std::ranges::sort(found.barred);
    return found;
}

struct Barrier {
    int activity = -1;
    RuledOut rule;
};

/// A precaution that counts because nobody has answered whether it is one.
bool unanswered(const Situation& situation, const RuledOut& one) {
    return std::ranges::none_of(situation.children, [&](const ChildState& child) {
        const Child& who = *child.facts->child;
        return who.id == one.child && std::ranges::count(who.precautions, one.subject, &ChildPrecaution::code) > 0;
    });
}

/// Of the activities that are barred the one nearest to being used, with what keeps it from that most.
Barrier nearest(const Situation& situation, const Serving& found) {
    constexpr std::size_t looked_at = 12;
    Barrier best;
    std::pair<int, std::size_t> least{1000, 0};
    for (std::size_t i = 0; i < std::min(looked_at, found.barred.size()); ++i) {
        const int activity = found.barred[i].second;
        const auto barriers = all_barriers(situation, activity);
        const auto far = [&](const RuledOut& one) { return distance(one.rule, unanswered(situation, one)); };
        const auto worst = std::ranges::max_element(barriers, {}, far);
        if (worst == barriers.end()) continue;
        const std::pair now{far(*worst), barriers.size()};
        if (best.activity < 0 || now < least) least = now, best = {activity, *worst};
    }
    return best;
}

/// What kept it from being chosen at all: "the plan has as many blocks of jumping as a session should have".
std::string enough_words(LeftOut why) {
    switch (why) {
        case LeftOut::stander:
            return "the session has its block in the stander, and getting in and out twice takes too long";
        case LeftOut::tummy:
            return "the session has as many blocks on the tummy as a baby should have";
        case LeftOut::jumping:
            return "the session has as many blocks of jumping as it should have";
        case LeftOut::legs:
            return "the session has as many blocks of work for the legs as somebody who tires or hurts should have";
        case LeftOut::calmer:
            return "jumps and hops that a precaution flags wait where something calmer works on the same";
        case LeftOut::flagged:
            return "a precaution flags what would only prepare for it, so it is not suggested";
        case LeftOut::without_hold:
            return "the way that gives a hold or a seat is not possible here";
        case LeftOut::above_age:
            return "what is made for older children waits where something that fits the age works on the same";
        case LeftOut::young_look:
            return "what is made for younger children waits where something older in look works on the same";
    }
    return {};
}

std::string left_out_words(const Model& model, const std::vector<int>& usable) {
    for (const LeftOutActivity& one : model.left_out)
        if (std::ranges::count(usable, one.activity) > 0) return enough_words(one.why);
    return "it is a way to begin or to end, and others begin and end this session";
}

/// Which limit kept what could be used out of the plan.
std::string limit_words(const Model& model, const Plan& plan, const std::vector<int>& usable) {
    const Room room = room_in(model, plan);
    int shortest = 1000;
    bool listed = false, has_place = false;
    for (std::size_t c = 0; c < model.choosable; ++c) {
        const Column& column = model.columns[c];
        if (std::ranges::count(usable, column.activity) == 0) continue;
        listed = true;
        shortest = std::min(shortest, column.shortest);
        has_place = has_place || room.has_place(column);
    }
    if (!listed) return left_out_words(model, usable);
    if (!has_place) return "the places for Everyday activities are taken by goals that need them more";
    if (room.left < shortest)
        return "the shortest takes " + minutes_words(shortest) + ", and " + std::to_string(std::max(0, room.left)) +
               (room.left == 1 ? " is left" : " are left");
    return "it would cost more in carrying and moving about than it gives";
}

/// "Kickstand balance block is begun by Ada without it: Toes of the other foot stay on the floor."
std::string begun_without(const Situation& situation, const GoalState& goal, int activity) {
    const Child& who = *situation.children[at(goal.child)].facts->child;
    const auto all = grades(situation, activity);
    const auto grade = std::ranges::find(all, who.id, &ChildGrade::child);
    const std::string change = grade == all.end() ? std::string() : grade->change;
    return situation.index.activities[at(activity)].activity->title + " is begun by " + call_name(who) +
           " in a way that leaves it out: " + change;
}

NotServed why_not(const Situation& situation, const Model& model, const Plan& plan, std::size_t number) {
    const GoalState& goal = situation.goals[number];
    NotServed none{situation.children[at(goal.child)].facts->child->id, goal.facts->goal, Rule::time, {}};
    const bool begun = plan.coverage[number].minutes > 0;
    Serving found = serving(situation, goal, weights::fit_second);
    if (!begun && found.usable.empty() && found.barred.empty() && found.without.empty())
        found = serving(situation, goal, weights::fit_prerequisite);
    if (begun) none.words = "Only what comes before it is in the plan. ";
    if (!found.usable.empty()) {
        none.words += activities(found.usable.size()) + " would " + (begun ? "practice" : "serve") + " it; " +
                      limit_words(model, plan, found.usable) + ".";
        return none;
    }
    if (!found.without.empty()) {
        none.rule = Rule::step;
        none.words += begun_without(situation, goal, found.without.front());
        return none;
    }
    const Barrier barrier = nearest(situation, found);
    if (barrier.activity < 0) {
        none.rule = Rule::no_activity;
        none.words += goal.facts->skill.empty() ? "This goal names no skill yet; choose one to get suggestions."
                                                : "No activity in the library works on it.";
        return none;
    }
    none.rule = barrier.rule.rule;
    const std::string& title = situation.index.activities[at(barrier.activity)].activity->title;
    const bool reads_on = barrier.rule.words.starts_with("needs ") || barrier.rule.words.starts_with("is ");
    none.words += "None of " + activities(found.barred.size()) + (begun ? " that practice it" : "") + " can be used. " +
                  title + (reads_on ? " " : ": ") + barrier.rule.words + ".";
    return none;
}

}  // namespace

std::vector<NotServed> not_served(const Situation& situation, const Model& model, const Plan& plan) {
    std::vector<NotServed> found;
    for (std::size_t g = 0; g < model.goals.size(); ++g)
        if (plan.coverage[g].practiced_min == 0) found.push_back(why_not(situation, model, plan, g));
    return found;
}

namespace {
/// Something would work on a goal here, no rule bars it, and the planner leaves it to the therapist: it asks for care,
/// looks too young, or is one more of a kind.
bool any_left_to_hand(const Situation& situation, const Model& model) {
    for (std::size_t a = 0; a < situation.index.activities.size(); ++a) {
        const int activity = static_cast<int>(a);
        if (std::ranges::count(model.columns, activity, &Column::activity) > 0) continue;
        const auto works = [&](const GoalState& goal) {
            return starting_fit(situation, goal, activity) >= weights::fit_prerequisite;
        };
        const auto no_hold = [&](const ChildState& child) {
            return lacks_hold(situation, child, situation.index.activities[a]);
        };
        if (std::ranges::any_of(situation.goals, works) && !barred_by(situation, activity) &&
            std::ranges::none_of(situation.children, no_hold))
            return true;
    }
    return false;
}
}  // namespace

std::string why_open(const Situation& situation, const Model& model, const Plan& plan,
                     const std::vector<Placed>& chosen) {
    const Room room = room_in(model, plan);
    bool unused = false, helps = false, has_place = false, has_time = false;
    for (std::size_t c = 0; c < model.choosable; ++c) {
        const Column& column = model.columns[c];
        if (std::ranges::count(chosen, static_cast<int>(c), &Placed::column) > 0) continue;
        for (const FitEntry& fit : model.fits_of(column)) {
            if (fit.tenths < weights::fit_prerequisite) continue;
            unused = true;
            const ModelGoal& goal = model.goals[fit.goal];
            const int had = static_cast<int>(std::lround(plan.coverage[fit.goal].served_min * 10));
            if (goal.earned(had + fit.tenths * column.shortest) <= goal.earned(had)) continue;
            helps = true;
            const bool place = room.has_place(column);
            has_place = has_place || place;
            has_time = has_time || (place && column.shortest <= room.left);
        }
    }
    if (!unused && any_left_to_hand(situation, model))
        return "what else works on a goal here is chosen by hand alone: it asks for care, looks too young, or is one "
               "more of its kind";
    if (!unused && plan.children_served == 0) return "nothing that can be used here works on a goal";
    if (!unused && !model.left_out.empty()) {
        // What says most comes last in the list of reasons.
        const auto most = std::ranges::max_element(model.left_out, {}, &LeftOutActivity::why);
        const auto of_it = std::ranges::count(model.left_out, most->why, &LeftOutActivity::why);
        return std::to_string(of_it) + (of_it == 1 ? " more activity has" : " more activities have") +
               " to do with a goal, but " + enough_words(most->why);
    }
    if (!unused) return "everything that can be used here and works on a goal is in the plan";
    const bool all_worked_on =
        std::ranges::none_of(plan.coverage, [](const Coverage& each) { return each.practiced_min == 0; });
    if (!helps)
        return std::string(all_worked_on ? "the goals" : "the goals that can be worked on here") +
               " have as many minutes as one session helps them";
    if (!has_place)
        return "only Everyday activities are left for the goals, and the plan has as many as a session holds";
    if (!has_time) return "what is left for the goals takes longer";
    return "what is left would cost more in carrying and moving about than it gives";
}

}  // namespace pegboard::planning
