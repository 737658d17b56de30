#include "core/planning/words/explain.h"

#include <algorithm>
#include <bit>

#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/rules/asking.h"
#include "core/rules/contradictions.h"
#include "core/rules/moving.h"
#include "core/rules/rungs.h"
#include "core/rules/safety_lines.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

const Column& column_of(const Model& model, const Placed& block) { return model.columns[at(block.column)]; }

/// The four bonuses told apart; the model keeps only their sum.
void add_bonuses(const Situation& situation, const Model& model, const Placed& block, ScoreParts& parts) {
    const int activity = column_of(model, block).activity;
    if (activity < 0) return;
    const Bonuses extra = bonuses(situation, activity);
    const Sliders& sliders = situation.facts.session.sliders;
    parts.interest += to_millionths(scaled(extra.interest, sliders.fun));
    parts.novelty += to_millionths(scaled(extra.novelty, sliders.variety));
    parts.familiar += to_millionths(scaled(extra.familiar, sliders.fun));
    parts.favourite += to_millionths(scaled(extra.favourite, sliders.fun));
}

ScoreParts difference(const Worth& with, const Worth& without) {
    ScoreParts parts;
    parts.goals = to_millionths(with.goals - without.goals);
    parts.minutes = to_millionths(with.minutes - without.minutes);
    parts.items = to_millionths(with.item_costs - without.item_costs);
    parts.seat_changes = to_millionths(with.seat_costs - without.seat_costs);
    parts.length = to_millionths(with.length_costs - without.length_costs);
    parts.look = to_millionths(with.look_costs - without.look_costs);
    const Units bonus = with.bonus - without.bonus;
    const Units raw = bonus + with.minutes - without.minutes + with.item_costs - without.item_costs + with.seat_costs -
                      without.seat_costs;
    parts.clamped_away = to_millionths(raw - (with.extras - without.extras));
    parts.total = to_millionths(with.units - without.units);
    return parts;
}

/// Worth of the first blocks of a plan, for every count from none to all: the blocks stand as pins, so that
/// their order is kept.
std::vector<Worth> worth_so_far(const Model& model, const std::vector<Placed>& order) {
    Model part = model;
    part.columns.clear();
    part.choosable = 0;
    part.pins.clear();
    std::vector<Worth> sums{Worth{}};
    for (const Placed& block : order) {
        part.pins.push_back({static_cast<int>(part.columns.size()), block.arc, block.minutes});
        part.columns.push_back(column_of(model, block));
        sums.push_back(judge(part, SeatChanges(part), {}));
    }
    return sums;
}

/// Lines that hold for everyone, of the ways in which the children begin.
void add_universal(const Situation& situation, const ActivityBits& bits, PlanBlock& block) {
    const Library& library = situation.index.library;
    const auto youngest = std::ranges::min_element(situation.children, {}, &ChildState::age_months);
    const int months = youngest == situation.children.end() ? 0 : youngest->age_months;
    for (const ChildGrade& grade : block.grades) {
        const Asked asked = asked_of(*bits.activity, grade.rung, library, inventory_for(situation, bits));
        for (SafetyLine& one : universal_lines(asked.attributes, asked.position, months, library))
            if (std::ranges::none_of(block.flags, [&](const Flag& known) {
                    return known.kind == Flag::Kind::universal && known.code == one.id;
                }))
                block.flags.push_back({Flag::Kind::universal, {}, one.id, one.name, {}, std::move(one.line)});
    }
}

/// Where a child begins on another rung, what is flagged of the written way alone waits until that way is tried.
void mark_for_later(const std::vector<ChildGrade>& grades, const std::vector<Flag>& on_rungs,
                    std::vector<Flag>& flags) {
    for (Flag& flag : flags) {
        if (flag.kind != Flag::Kind::precaution) continue;
        const bool elsewhere = std::ranges::any_of(
            grades, [&](const ChildGrade& grade) { return grade.child == flag.child && grade.rung != 0; });
        const bool there = std::ranges::any_of(on_rungs, [&](const Flag& one) {
            return one.child == flag.child && one.code == flag.code && one.reason == flag.reason;
        });
        if (elsewhere && !there) flag.reason = "once it is done as written: " + flag.reason;
    }
}

/// What a child's precautions flag on the rung the child begins with.
std::vector<Flag> rung_flags(const Situation& situation, const ActivityBits& bits, const ChildGrade& grade) {
    std::vector<Flag> flags;
    if (grade.rung == 0) return flags;
    for (const ChildState& child : situation.children) {
        if (child.facts->child->id != grade.child) continue;
        for (const Finding& finding :
             check_precautions(*child.facts->child, *bits.activity, grade.rung, situation.index.library,
                               inventory_for(situation, bits), situation.facts.session.date, situation.group_size()))
            if (finding.verdict == Verdict::flag)
                flags.push_back(
                    {Flag::Kind::precaution, grade.child, finding.code, finding.label, finding.reason, finding.line});
    }
    return flags;
}

void add_flags(const Situation& situation, const Pin* pin, int activity, PlanBlock& block) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    block.flags = precaution_flags(situation, bits, pin != nullptr);
    if (pin != nullptr)
        for (const RuledOut& rule : all_barriers(situation, activity))
            if (rule.rule != Rule::precaution && rule.rule != Rule::swapped_out)
                block.flags.push_back({Flag::Kind::rule_kept, rule.child, rule.subject, std::string(words(rule.rule)),
                                       rule.words,
                                       pin->override_reason.empty() ? "You put it in the plan."
                                                                    : "Your reason: " + pin->override_reason});
    std::vector<Flag> on_rungs;
    for (const ChildGrade& grade : block.grades)
        for (Flag& flag : rung_flags(situation, bits, grade)) on_rungs.push_back(std::move(flag));
    mark_for_later(block.grades, on_rungs, block.flags);
    for (Flag& flag : on_rungs)
        if (std::ranges::none_of(block.flags, [&](const Flag& known) {
                return known.child == flag.child && known.code == flag.code && known.reason == flag.reason;
            }))
            block.flags.push_back(std::move(flag));
    add_universal(situation, bits, block);
}

/// Begun on a rung, with a hand held or by steps instead of rungs, it is another thing than the activity's words count,
/// unless the rung says that they still hold.
void keep_what_is_done(const Activity& activity, PlanBlock& block) {
    for (ServedGoal& one : block.goals) {
        const auto grade = std::ranges::find(block.grades, one.child, &ChildGrade::child);
        const Rung* rung = grade == block.grades.end() ? nullptr : rung_of(activity, grade->rung);
        if (rung != nullptr && !rung->still_counts) one.what.clear();
    }
}

PlanBlock make_block(const Situation& situation, const Model& model, const Placed& placed) {
    PlanBlock block;
    block.arc = placed.arc;
    block.minutes = placed.minutes;
    const Pin* pin = nullptr;
    if (at(placed.column) >= model.choosable) pin = &situation.facts.hand.pins[at(placed.column) - model.choosable];
    block.pinned = pin != nullptr;
    const int activity = column_of(model, placed).activity;
    if (activity < 0) {
        block.flags.push_back({Flag::Kind::rule_kept,
                               {},
                               pin->activity,
                               "Unknown activity",
                               "This activity is not in the library any more.",
                               "Check it by hand."});
        return block;
    }
    const ActivityBits& bits = situation.index.activities[at(activity)];
    block.activity = bits.activity;
    block.grades = grades(situation, activity);
    block.goals = goals_served(situation, activity, pin != nullptr ? std::span(pin->goals) : std::span<const GoalId>{});
    block.reasons = reasons(situation, activity, block.goals);
    if (pin != nullptr) block.reasons.insert(block.reasons.begin(), "You put it here.");
    keep_what_is_done(*bits.activity, block);
    block.stand_ins = stand_ins(situation, bits);
    block.stations = bits.activity->stations_group_max > 0 && situation.group_size() > bits.activity->group_max;
    add_flags(situation, pin, activity, block);
    share_out(situation, activity, block);
    return block;
}

void set_times(const Model& model, const std::vector<Placed>& order, Plan& plan) {
    int now = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        PlanBlock& block = plan.blocks[i];
        if (i > 0) {
            const bool changes = column_of(model, order[i]).table != column_of(model, order[i - 1]).table;
            block.transition_before_min = model.transition + (changes ? weights::seat_change_min : 0);
        }
        block.start_min = now + block.transition_before_min;
        now = block.start_min + block.minutes;
    }
    plan.minutes_left = model.length - now;
}

void set_score(const Situation& situation, const Model& model, const std::vector<Placed>& order, const Worth& worth,
               Plan& plan) {
    const auto sums = worth_so_far(model, order);
    for (std::size_t i = 0; i < order.size(); ++i) {
        plan.blocks[i].parts = difference(sums[i + 1], sums[i]);
        add_bonuses(situation, model, order[i], plan.blocks[i].parts);
        add_bonuses(situation, model, order[i], plan.score);
    }
    const ScoreParts kept = plan.score;
    plan.score = difference(worth, Worth{});
    plan.score.interest = kept.interest;
    plan.score.novelty = kept.novelty;
    plan.score.familiar = kept.familiar;
    plan.score.favourite = kept.favourite;
}

void add_coverage(const Situation& situation, const Model& model, const std::vector<Placed>& order, Plan& plan) {
    std::vector<int> tenths(situation.goals.size(), 0), minutes(situation.goals.size(), 0),
        practiced(situation.goals.size(), 0);
    for (const Placed& block : order)
        for (const FitEntry& fit : model.fits_of(column_of(model, block))) {
            tenths[fit.goal] += fit.tenths * block.minutes;
            if (fit.tenths >= weights::fit_prerequisite) minutes[fit.goal] += block.minutes;
            if (fit.tenths >= weights::fit_second) practiced[fit.goal] += block.minutes;
        }
    for (std::size_t g = 0; g < situation.goals.size(); ++g) {
        const GoalState& goal = situation.goals[g];
        const ModelGoal& sums = model.goals[g];
        const double dose = sums.dose_tenths, served = tenths[g];
        const double more = std::clamp(served - dose, 0.0, static_cast<double>(sums.more_tenths));
        const double over = more / (weights::slope_after_dose_divisor * dose);
        plan.coverage.push_back({situation.children[at(goal.child)].facts->child->id, goal.facts->goal, goal.need,
                                 minutes[g], practiced[g], served / 10, goal.facts->dose_min,
                                 std::min(1.0, served / dose) + over, to_millionths(sums.earned(tenths[g]))});
    }
}

/// What nobody asked comes before all else: "none" is another answer.
void add_not_asked(const Situation& situation, Plan& plan) {
    for (const ChildState& child : situation.children) {
        const Child& who = *child.facts->child;
        for (const Contradiction& each : contradictions(who, situation.index.library, situation.facts.session.date))
            plan.flags.push_back({Flag::Kind::not_asked, who.id, "contradiction", call_name(who), {}, each.words});
        const std::string words = say_not_asked(who, situation.index.library);
        if (words.empty()) continue;
        plan.flags.push_back({Flag::Kind::not_asked, who.id, "not_asked", call_name(who), {}, words});
    }
}

/// How a child is today is said even where no block stands because of it.
void add_today(const Situation& situation, Plan& plan) {
    constexpr std::string_view today = "today";
    const Precaution* known = situation.index.library.precaution(today);
    if (known == nullptr) return;
    for (const ChildState& child : situation.children) {
        const Child& who = *child.facts->child;
        std::string reason;
        for (const ExclusionBits& one : child.exclusions)
            if (one.code == today && reason.empty()) reason = one.reason;
        for (const auto& [one, minutes] : child.flaggings)
            if (one.code == today && reason.empty()) reason = one.reason;
        if (!reason.empty())
            plan.flags.push_back(
                {Flag::Kind::precaution, who.id, std::string(today), known->short_label, reason, known->line});
    }
}

/// What must be seen, once for the whole session.
void gather_flags(Plan& plan) {
    for (const PlanBlock& block : plan.blocks)
        for (const Flag& flag : block.flags)
            if (std::ranges::none_of(plan.flags, [&](const Flag& known) {
                    return known.kind == flag.kind && known.child == flag.child && known.code == flag.code;
                }))
                plan.flags.push_back(flag);
}

/// What is dangerous for a child is told even where nothing in the plan meets it: who holds the plan must know of it.
void add_dangers(const Situation& situation, Plan& plan) {
    for (const ChildState& child : situation.children)
        for (const ChildPrecaution& recorded : child.facts->child->precautions) {
            const Precaution* known = situation.index.library.precaution(recorded.code);
            const ChildId who = child.facts->child->id;
            // How a child is today is told by add_today, where it says something.
            if (known == nullptr || known->severity != "danger" || recorded.code == "today" ||
                std::ranges::any_of(plan.flags,
                                    [&](const Flag& flag) { return flag.child == who && flag.code == recorded.code; }))
                continue;
            plan.flags.push_back(
                {Flag::Kind::precaution, who, recorded.code, known->short_label, "on record", known->line});
        }
}

/// Who may not move as they like moves as the order says: ", as the hip order allows,".
std::string as_ordered(const Situation& situation) {
    for (const ChildState& child : situation.children)
        for (const ExclusionBits& one : child.exclusions) {
            if (one.code == "hip") return ", as the hip order allows,";
            if (one.code == "spine") return ", as the back order allows,";
            if (one.code == "wb_leg") return ", as the weight order allows,";
        }
    return {};
}

void add_notes(const Situation& situation, const Model& model, const Found& found, Plan& plan) {
    const Worth& worth = found.worth;
    if (model.need_main && worth.structure < 2)
        plan.notes.emplace_back("No Focus activity can be used here, so the plan has none.");
    if (model.need_familiar && worth.structure % 2 == 0)
        plan.notes.emplace_back("No familiar activity fits, although today is a tired day.");
    if (plan.minutes_left < 0)
        plan.notes.push_back("What you pinned needs " + std::to_string(-plan.minutes_left) +
                             (plan.minutes_left == -1 ? " minute" : " minutes") + " more than the session has.");
    constexpr int worth_a_word = 10;  // minutes
    if (plan.minutes_left >= worth_a_word && !model.goals.empty())
        plan.notes.push_back(std::to_string(plan.minutes_left) +
                             " minutes stay open: " + why_open(situation, model, plan, found.chosen) + ".");
    if (plan.proof.stopped) plan.notes.emplace_back("The search was stopped early; this is the best found so far.");
    const bool on_the_move = std::ranges::any_of(plan.blocks, [&](const PlanBlock& block) {
        const int activity = block.activity == nullptr ? -1 : situation.index.find(block.activity->id);
        return activity < 0 || !situation.index.activities[at(activity)].seated;
    });
    const bool baby = std::ranges::any_of(
        situation.children, [](const ChildState& child) { return child.age_months < weights::rest_below_months; });
    const bool all_walk = std::ranges::all_of(situation.children, [&](const ChildState& child) {
        return meets_need(*child.facts->child, "walk_free", situation.facts.session.date);
    });
    if (model.length < weights::break_from_min || on_the_move || plan.blocks.empty() || baby) return;
    plan.block_notes = 1;
    plan.notes.push_back(std::string("Every block is seated: put ") +
                         (all_walk ? "a movement break" : "a change of position") + as_ordered(situation) +
                         " between two of them.");
}

/// A child all of whose goals belong to the discipline that does not lead is named: the plan works on none of them.
void add_lead_notes(const Situation& situation, Plan& plan) {
    for (std::size_t child = 0; child < situation.children.size(); ++child) {
        const Participant& one = *situation.children[child].facts;
        const bool any =
            std::ranges::any_of(situation.goals, [&](const GoalState& goal) { return at(goal.child) == child; });
        if (any || one.goals.empty()) continue;
        const bool ot_leads = situation.facts.session.lead == Lead::ot;
        plan.notes.push_back(call_name(*one.child) + " has only " + (ot_leads ? "PT" : "OT") +
                             " goals here, and the plan works on those of who leads, " + (ot_leads ? "OT" : "PT") +
                             ". Co-treat plans both.");
    }
}

/// In a group, a child for whom nothing works on a goal is named: the others' practice is not theirs.
void add_left_aside(const Situation& situation, Plan& plan) {
    if (situation.group_size() < 2 || plan.blocks.empty()) return;
    for (std::size_t child = 0; child < situation.children.size(); ++child) {
        const Child& who = *situation.children[child].facts->child;
        const auto of_child = [&](const GoalState& goal) { return at(goal.child) == child; };
        if (std::ranges::none_of(situation.goals, of_child)) continue;
        const bool served = std::ranges::any_of(plan.blocks, [&](const PlanBlock& block) {
            return std::ranges::any_of(block.goals, [&](const ServedGoal& goal) {
                return goal.child == who.id && goal.fit_tenths >= weights::fit_second;
            });
        });
        if (!served)
            plan.notes.push_back("Nothing here works on a goal of " + call_name(who) + ": plan for " + call_name(who) +
                                 " apart, or as a station beside.");
    }
}

}  // namespace

const GoalState& state_of(const Situation& situation, const ServedGoal& served) {
    return *std::ranges::find_if(situation.goals, [&](const GoalState& goal) {
        return goal.facts->goal == served.goal && situation.children[at(goal.child)].facts->child->id == served.child;
    });
}

Plan explain(const Situation& situation, const Model& model, const Found& found) {
    Plan plan;
    const auto order = ordered(model, found.chosen);
    for (const Placed& block : order) plan.blocks.push_back(make_block(situation, model, block));
    set_times(model, order, plan);
    set_score(situation, model, order, found.worth, plan);
    add_coverage(situation, model, order, plan);
    plan.not_served = not_served(situation, model, plan);
    std::vector<const Activity*> used;
    for (const PlanBlock& block : plan.blocks)
        if (block.activity != nullptr) used.push_back(block.activity);
    plan.materials = materials(used, situation.facts.session.id, situation.index.library);
    plan.children_served = found.worth.served;
    plan.children_with_goals = std::popcount(model.with_goals);
    plan.proof = {found.proved,        found.ties_proved, found.bound,  found.bound - found.worth.score,
                  found.most_servable, found.nodes,       found.stopped};
    add_not_asked(situation, plan);
    add_today(situation, plan);
    gather_flags(plan);
    add_dangers(situation, plan);
    add_lead_notes(situation, plan);
    add_left_aside(situation, plan);
    add_notes(situation, model, found, plan);
    return plan;
}

}  // namespace pegboard::planning
