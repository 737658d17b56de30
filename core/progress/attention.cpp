#include "core/progress/attention.h"

#include <algorithm>

namespace pegboard::progress {
namespace {

/// The day from which an active goal waits for data: the newest value, else its start.
std::optional<Date> waits_since(const Goal& goal, const GoalFacts& facts) {
    const std::optional<Date> start = known(goal.start);
    if (facts.last_on && (!start || *facts.last_on > *start)) return facts.last_on;
    return start;
}

bool probe_is_due(const Criterion& criterion, const GoalFacts& facts, Date today) {
    const Mastery& mastery = facts.mastery;
    if (!criterion.maintain || !mastery.practice_ended || mastery.probe == ProbeResult::slipped) return false;
    const int days = today - *mastery.practice_ended;
    if (days > probes_until) return false;
    if (days >= four_week_probe_due) return mastery.probe_weeks < 4;
    return days >= two_week_probe_due && mastery.probe_weeks < 2;
}

std::optional<LookKind> kind_of(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule) {
    switch (status_of(criterion, facts, rule)) {
        case ProgressStatus::check_now:
            return LookKind::check_now;
        case ProgressStatus::slipped:
            return LookKind::slipped;
        case ProgressStatus::mastered:
        case ProgressStatus::kept:
            return LookKind::met;
        case ProgressStatus::change_suggested:
            return LookKind::change;
        case ProgressStatus::raise_suggested:
            return LookKind::raise;
        case ProgressStatus::plateau:
            return LookKind::plateau;
        case ProgressStatus::collecting:
        case ProgressStatus::on_track:
            break;
    }
    return std::nullopt;
}

std::optional<Look> look_at(const Goal& goal, const GoalFacts& facts, DecisionRule rule, Date today) {
    const Criterion criterion = criterion_of(goal);
    Look look{LookKind::no_data, goal.child, goal.id, facts.last_on};
    const bool probe = probe_is_due(criterion, facts, today);
    if (goal.status == GoalStatus::met) {
        // A closed goal is only looked at for its probes, and when it was not kept.
        if (facts.mastery.probe == ProbeResult::slipped)
            look.kind = LookKind::slipped;
        else if (probe)
            look.kind = LookKind::probe_due;
        else
            return std::nullopt;
        look.since = facts.mastery.practice_ended;
        return look;
    }
    if (const auto kind = kind_of(criterion, facts, rule)) {
        look.kind = *kind;
        if (look.kind == LookKind::met && probe) look.kind = LookKind::probe_due;
        if (look.kind == LookKind::met || look.kind == LookKind::probe_due) look.since = facts.mastery.mastered_on;
        return look;
    }
    // An objective on the way is seen in its goal's data, unless it has data of its own.
    if (goal.term == GoalTerm::short_term && !facts.last_on) return std::nullopt;
    look.since = waits_since(goal, facts);
    if (!look.since || today - *look.since < no_data_after_days) return std::nullopt;
    return look;
}

/// The aim line of a goal of which nothing counts since its baseline: through the newest day of a recorded baseline,
/// else from the goal's start.
std::optional<AimLine> aim_without_data(const Criterion& criterion, const GoalFacts& facts) {
    Baseline from;
    if (facts.last_on && facts.aim_at_last) {
        from.day = facts.last_on->day;
        from.level = criterion.oriented(*facts.aim_at_last);
    } else if (criterion.start) {
        from.day = criterion.start->day;
        from.level = criterion.oriented(*facts.baseline_level);
    } else {
        return std::nullopt;
    }
    return aim_line(from, criterion.oriented(*criterion.target), criterion.due->day);
}
}  // namespace

DecisionRule rule_for(const Practice& practice, const Goal& goal) {
    return goal.decision_rule.value_or(practice.decision_rule);
}

std::optional<Judgement> judgement_of(const Caseload& caseload, GoalId id) {
    const Goal* goal = caseload.goal(id);
    const GoalFacts* facts = caseload.facts(id);
    if (!goal || !facts) return std::nullopt;
    return judge(criterion_of(*goal), *facts, rule_for(caseload.practice(), *goal));
}

std::optional<Shortfall> shortfall_of(const Criterion& criterion, const GoalFacts& facts, Date day) {
    if (!facts.baseline_level || !criterion.target || !criterion.due) return std::nullopt;
    const double baseline = criterion.oriented(*facts.baseline_level), target = criterion.oriented(*criterion.target);
    if (target <= baseline) return std::nullopt;
    const bool recorded = facts.sessions > 0 && facts.last_value.has_value();
    const auto share = [&](double aim, double value) {
        return std::clamp((aim - value) / (target - baseline), 0.0, 1.0);
    };
    if (recorded && facts.aim_at_last)
        return Shortfall{share(criterion.oriented(*facts.aim_at_last), criterion.oriented(*facts.last_value)), true};
    if (recorded) return std::nullopt;
    const auto aim = aim_without_data(criterion, facts);
    if (!aim) return std::nullopt;
    return Shortfall{share(aim->at(day.day), baseline), false};
}

std::optional<Shortfall> shortfall_of(const Caseload& caseload, const Goal& goal, Date day) {
    const GoalFacts* facts = caseload.facts(goal.id);
    return facts ? shortfall_of(criterion_of(goal), *facts, day) : std::nullopt;
}

std::vector<Look> goals_to_look_at(const Caseload& caseload, Date today) {
    std::vector<Look> looks;
    for (const Goal& goal : caseload.goals()) {
        if (goal.status != GoalStatus::active && goal.status != GoalStatus::met) continue;
        const Child* child = caseload.child(goal.child);
        const GoalFacts* facts = caseload.facts(goal.id);
        if (!child || child->archived || is_discharged(*child, today) || !facts) continue;
        if (auto look = look_at(goal, *facts, rule_for(caseload.practice(), goal), today)) looks.push_back(*look);
    }
    std::stable_sort(looks.begin(), looks.end(),
                     [](const Look& one, const Look& other) { return one.kind < other.kind; });
    return looks;
}

std::string_view look_words(LookKind kind) {
    switch (kind) {
        case LookKind::check_now:
            return "Worse than at baseline: check now";
        case LookKind::slipped:
            return "Not kept: practice again";
        case LookKind::met:
            return "Criterion met: review";
        case LookKind::change:
            return "Change suggested";
        case LookKind::raise:
            return "Ready for more";
        case LookKind::plateau:
            return "Plateau";
        case LookKind::probe_due:
            return "See if it is kept";
        case LookKind::no_data:
            break;
    }
    return "No data for 3 weeks";
}

}  // namespace pegboard::progress
