#include "core/progress/status.h"

#include <array>
#include <cmath>

#include "core/rules/typed/units.h"

namespace pegboard::progress {
namespace {
using enum ProgressStatus;

/// What a value stands for: a session, or a day when it was recorded outside one.
std::string_view counted(const GoalFacts& facts, int number) {
    const bool some = facts.outside > 0, all = some && facts.outside >= facts.sessions;
    if (number == 1) return all ? "day" : some ? "session or day" : "session";
    return all ? "days" : some ? "sessions or days" : "sessions";
}

std::string newest_of(const GoalFacts& facts) { return facts.outside > 0 ? "newest value" : "newest session"; }

/// "1 more session"
std::string more_sessions(const GoalFacts& facts, int number) {
    return std::to_string(number) + " more " + std::string(counted(facts, number));
}

std::string with_sign(const Criterion& criterion, double value) {
    const double tenths = std::round(value * 10) / 10;
    const std::string unit(criterion.rule.after);
    return (tenths > 0 ? "+" : "") + say_plain(tenths) + unit;
}

/// "40 % on 3 May"
std::string newest_with_date(const Criterion& criterion, const GoalFacts& facts) {
    return say_newest(criterion, facts) + " on " + pegboard::say(*facts.last_on);
}

/// Where the child was and is, by level: no pace, since levels have an order but no distances.
std::string say_levels(const Criterion& criterion, const GoalFacts& facts) {
    if (!facts.recent_level)
        return "What is usual now needs " + sessions_or_days(facts, 3) + ", there " +
               std::string(facts.sessions == 1 ? "is " : "are ") + std::to_string(facts.sessions);
    const std::string now =
        say_in_unit(criterion, *facts.recent_level) + " over the last " + sessions_or_days(facts, 3);
    if (!facts.baseline_level) return "Now " + now;
    return "From " + say_in_unit(criterion, *facts.baseline_level) + " at baseline to " + now;
}

/// Too small to be said in tenths.
bool is_nought(double value) { return std::round(value * 10) == 0; }

/// A pace of nought in words; where the level is another than at the start, both levels, as that is no standstill.
std::string steady_words(const Criterion& criterion, const GoalFacts& facts) {
    if (!facts.baseline_level || !facts.recent_level) return "Steady";
    const std::string was = say_in_unit(criterion, *facts.baseline_level),
                      now = say_in_unit(criterion, *facts.recent_level);
    return was == now ? "Steady" : "Steady, now " + now + ", at baseline " + was;
}

std::string left_out_words(const Criterion& criterion, const GoalFacts& facts) {
    if (facts.left_out == 0) return {};
    return " " + sessions_or_days(facts, facts.left_out) + " with fewer than " + std::to_string(criterion.min_tries) +
           " tries " + (facts.left_out == 1 ? "is" : "are") + " not counted.";
}

std::string collecting_words(const Criterion& criterion, const GoalFacts& facts) {
    if (facts.sessions == 0 && facts.left_out == 0)
        return facts.baseline_level ? "Nothing recorded yet since the baseline." : "Nothing recorded yet.";
    return "Too little data to tell: " + sessions_or_days(facts, facts.sessions) + " so far, 3 are needed." +
           left_out_words(criterion, facts);
}

/// Three baseline values say how the child was; one or two, often typed in from memory, do not.
bool baseline_is_sure(const GoalFacts& facts) { return facts.baseline_values >= 3; }

std::string check_now_words(const Criterion& criterion, const GoalFacts& facts) {
    return "The last three " + std::string(counted(facts, 3)) + " are all " + std::string(worse_than(criterion)) +
           " the worst baseline value (" + say_in_unit(criterion, facts.baseline_worst.value_or(0)) +
           "). Has something changed? If a skill may be going, ask a doctor to look soon.";
}

std::string below_typed_words(const Criterion& criterion, const GoalFacts& facts) {
    return "The last three " + std::string(counted(facts, 3)) + " are all " + std::string(worse_than(criterion)) +
           (facts.baseline_values == 1 ? " the one baseline value (" : " both baseline values (the nearer is ") +
           say_in_unit(criterion, facts.baseline_worst.value_or(0)) +
           "). Was the start set too high, or has something changed?";
}

/// Said beside a mastered goal whose newest session does not reach it any more.
std::string newest_misses(const Criterion& criterion, const GoalFacts& facts) {
    const bool later = facts.last_on && facts.mastery.mastered_on && *facts.last_on > *facts.mastery.mastered_on;
    if (!later || !facts.last_value || criterion.reached(*facts.last_value)) return {};
    return " The " + newest_of(facts) + " did not: " + newest_with_date(criterion, facts) + ".";
}

/// "3 weeks later", as it is by the calendar, whichever probe it was.
std::string weeks_later(Date from, Date to) {
    const int weeks = (to - from + 3) / 7;
    return std::to_string(weeks) + (weeks == 1 ? " week later" : " weeks later");
}

/// What was recorded outside a session counts by the day; a goal that speaks of sessions says so when it is reached.
std::string outside_words(const GoalFacts& facts) {
    if (facts.outside == 0) return {};
    return " " + std::to_string(facts.outside) + " of the " + std::to_string(facts.sessions) +
           (facts.sessions == 1 ? " value" : " values") + " since the baseline " +
           (facts.outside == 1 ? "was" : "were") + " recorded outside a session, by the day.";
}

std::string mastery_words(const Criterion& criterion, const GoalFacts& facts) {
    const Mastery& mastery = facts.mastery;
    const std::string day = pegboard::say(*mastery.mastered_on);
    // Marked met by hand: nothing here says that the value was reached.
    const std::string reached =
        mastery.mastered_value ? "Reached " + say_target(criterion) + " on " + day : "Marked met on " + day;
    if (!criterion.maintain) return reached + "." + newest_misses(criterion, facts) + outside_words(facts);
    const std::string weeks = mastery.probe_on ? weeks_later(*mastery.mastered_on, *mastery.probe_on) : std::string();
    switch (mastery.probe) {
        case ProbeResult::kept:
            return reached + " and kept " + weeks + ", on " + pegboard::say(*mastery.probe_on) + "." +
                   outside_words(facts);
        case ProbeResult::slipped:
            return reached + ", but not kept " + weeks + ", on " + pegboard::say(*mastery.probe_on) + ".";
        case ProbeResult::none:
            break;
    }
    return reached + "." + newest_misses(criterion, facts) + " Look again from " +
           pegboard::say(*mastery.practice_ended + two_week_probe_due) + " to see if it is kept." +
           outside_words(facts);
}

std::string rule_sentence(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule, Verdict verdict) {
    std::string words(rule_words(rule, verdict));
    if (rule == DecisionRule::trend_line)
        words += ". " + say_trend(criterion, facts) + ".";
    else if (facts.mastery.gap == Gap::too_few_tries)  // the newest value is none of those the rule looked at
        words += "." + left_out_words(criterion, facts);
    else
        words += ". " + newest_with_date(criterion, facts) + ", where the aim was " +
                 say_in_unit(criterion, facts.aim_at_last.value_or(0)) + ".";
    return words;
}

std::string plateau_words(const Criterion& criterion, const GoalFacts& facts) {
    if (!facts.recent_change)
        return "The last " + sessions_or_days(facts, 6) +
               " were all at the same level: " + say_newest(criterion, facts) + ".";
    const double change = facts.recent_change.value_or(0);
    if (is_nought(change))
        return "Over the last " + sessions_or_days(facts, 6) +
               " the trend neither rose nor fell: " + say_newest(criterion, facts) + " now.";
    const bool falls = criterion.oriented(change) < 0 && say_plain(change) != "0";
    if (falls)
        return "Over the last " + sessions_or_days(facts, 6) + " the trend went the other way, by " +
               with_sign(criterion, change) + ".";
    return "Over the last " + sessions_or_days(facts, 6) + " the trend moved by " + with_sign(criterion, change) +
           ", too little to call progress.";
}

/// Why the chosen rule has not spoken, or what it saw.
std::string on_track_words(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule, Verdict verdict) {
    if (verdict == Verdict::keep_going || verdict == Verdict::no_slope)
        return std::string(rule_words(rule, verdict)) + ". " + say_trend(criterion, facts) + ".";
    if (verdict == Verdict::no_aim)
        return "There is no aim line to compare with: it needs a baseline, a value to reach and a due date. " +
               say_trend(criterion, facts) + ".";
    constexpr std::array needs{3, 6, 3, 8};
    constexpr std::array<std::string_view, 4> over{"", " over 3 weeks", "", " over 4 weeks"};
    const auto at = static_cast<std::size_t>(rule);
    return "Nothing speaks against the plan so far; the chosen rule needs " + sessions_or_days(facts, needs[at]) +
           std::string(over[at]) + ", and there " + (facts.in_stretch == 1 ? "is " : "are ") +
           std::to_string(facts.in_stretch) +
           (facts.in_stretch < facts.sessions ? " since the last change of phase." : ".");
}

std::vector<Lever> levers_for(ProgressStatus status) {
    using enum Lever;
    switch (status) {
        case check_now:
            return {medical, setting, motivation, dose};
        case slipped:
            return {dose, setting, prompts, motivation};
        case change_suggested:
        case plateau:
            return {dose, prompts, step_size, setting, motivation, medical, goal_fit};
        case raise_suggested:
            return {step_size, prompts, goal_fit};
        default:
            return {};
    }
}
}  // namespace

ProgressStatus status_of(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule) {
    const Verdict verdict = verdict_of(facts.verdicts, rule);
    const Mastery& mastery = facts.mastery;
    // What a therapist marked met needs no three values of its own.
    if (facts.sessions < 3 && !criterion.met_on) return collecting;
    if (facts.below_baseline && baseline_is_sure(facts)) return check_now;
    if (mastery.mastered_on) {
        if (mastery.probe == ProbeResult::slipped) return slipped;
        return mastery.probe == ProbeResult::kept ? kept : mastered;
    }
    if (facts.below_baseline || asks_for_change(verdict)) return change_suggested;
    if (verdict == Verdict::raise) return raise_suggested;
    return facts.flat ? plateau : on_track;
}

std::string sessions_or_days(const GoalFacts& facts, int number) {
    return std::to_string(number) + " " + std::string(counted(facts, number));
}

std::string say_how_often(const Criterion& criterion, const GoalFacts& facts) {
    const Mastery& mastery = facts.mastery;
    if (criterion.passes_of > 0) {
        if (criterion.ratio == RatioKind::occasions || mastery.looked_at == 0) return {};
        return "in " + std::to_string(mastery.passed) + " of the last " + sessions_or_days(facts, mastery.looked_at);
    }
    return mastery.run > 1 ? sessions_or_days(facts, mastery.run) + " running" : std::string();
}

namespace {
/// "; 1 of the other 2 was done with more help than the goal allows": all of them are among the tries.
std::string more_help_words(const SessionValue& value) {
    const int more = value.with_more_help;
    if (more == 0) return {};
    const int others = value.tries - static_cast<int>(value.successes);
    std::string of_them = others > more    ? std::to_string(more) + " of the other " + std::to_string(others)
                          : others == 1    ? std::string("the other")
                          : others == more ? "the other " + std::to_string(others)
                                           : std::to_string(more);
    return "; " + of_them + (more == 1 ? " was" : " were") + " done with more help than the goal allows";
}

/// "; 5 left out: nobody noted the help"
std::string left_out_words(const SessionValue& value) {
    if (value.left_out == 0) return {};
    return "; " + std::to_string(value.left_out) + " left out: nobody noted the help";
}

}  // namespace

std::string say_in_unit(const Criterion& criterion, double value) {
    if (criterion.measure == "distance_cm") return units::say_length(value, {criterion.unit, criterion.lap_cm});
    return say_value(criterion.measure, value);
}

std::string_view taken_words(const Criterion& criterion) {
    constexpr std::array<std::string_view, 4> words{"best", "middle", "total", "last"};
    return words[static_cast<std::size_t>(criterion.tries_count)];
}

std::string say_session(const Criterion& criterion, const SessionValue& value) {
    std::string words = say_in_unit(criterion, value.value);
    if (value.tries > 0 && criterion.rule.pooling == Pooling::percent)
        words +=
            " (" + say_plain(value.successes) + " of " + std::to_string(value.tries) + more_help_words(value) + ")";
    else if (value.measured > 1)
        words += " (" + std::string(taken_words(criterion)) + " of " + std::to_string(value.measured) + ")";
    return words + left_out_words(value);
}

std::string say_newest(const Criterion& criterion, const GoalFacts& facts) {
    if (!facts.last_value) return {};
    SessionValue newest;
    newest.value = *facts.last_value;
    newest.tries = facts.last_tries;
    newest.successes = facts.last_successes;
    newest.measured = facts.last_measured;
    newest.with_more_help = facts.last_with_more_help;
    return say_session(criterion, newest);
}

std::string say_target(const Criterion& criterion) {
    return criterion.target ? say_in_unit(criterion, *criterion.target) : std::string();
}

std::string say_trend(const Criterion& criterion, const GoalFacts& facts) {
    if (criterion.rule.pooling == Pooling::ordinal) return say_levels(criterion, facts);
    if (!facts.per_week)
        return "A trend needs " + sessions_or_days(facts, 5) + ", there " +
               std::string(facts.sessions == 1 ? "is " : "are ") + std::to_string(facts.sessions);
    const bool steady = is_nought(*facts.per_week);
    std::string words = steady ? steady_words(criterion, facts) : with_sign(criterion, *facts.per_week) + " a week";
    // Another phase, another level: a pace across both says nothing of either.
    if (facts.in_stretch < facts.sessions) words += ", over all phases";
    const bool no_span = facts.per_week_low && is_nought(*facts.per_week_low) && is_nought(*facts.per_week_high);
    if (facts.per_week_low && !(steady && no_span))
        words += std::string(facts.leaning ? " (at least between " : " (between ") +
                 with_sign(criterion, *facts.per_week_low) + " and " + with_sign(criterion, *facts.per_week_high) +
                 (steady ? " a week)" : ")");
    return words;
}

namespace {
/// "of the last 4 sessions that count, 2 reached 80 %; the goal is 3 of 4."
std::string passes_words(const Criterion& criterion, const GoalFacts& facts) {
    const int seen = facts.mastery.looked_at;
    const bool tries = criterion.ratio == RatioKind::tries;
    return "of the last " + (tries ? sessions_or_days(facts, seen) : std::to_string(seen) + (seen == 1 ? " one" : "")) +
           (seen == 1 ? " that counts, " : " that count, ") + std::to_string(facts.mastery.passed) + " reached " +
           say_target(criterion) + "; the goal is " + std::to_string(criterion.passes) + " of " +
           std::to_string(criterion.passes_of) + ".";
}
}  // namespace

std::string why_not_mastered(const Criterion& criterion, const GoalFacts& facts) {
    const std::string so_far = "Not mastered yet: ";
    const int missing = std::max(0, criterion.in_row - std::max(0, facts.mastery.run));
    switch (facts.mastery.gap) {
        case Gap::none:
            return {};
        case Gap::no_criterion:
            return so_far + "the goal does not say which value to reach.";
        case Gap::no_data:
            return so_far + "nothing is recorded since the baseline.";
        case Gap::too_few_tries:
            return so_far + "the " + newest_of(facts) + " has fewer than " +
                   std::to_string(std::max(criterion.min_tries, criterion.min_to_pass)) + " tries, too few to count.";
        case Gap::below:
            return so_far + "the " + newest_of(facts) + " reached " + say_newest(criterion, facts) + ", the goal is " +
                   say_target(criterion) + ".";
        case Gap::too_much_help:
            return so_far + "the " + newest_of(facts) + " reached " + say_newest(criterion, facts) +
                   ", but with more help than the goal allows.";
        case Gap::help_not_noted:
            return so_far + "the " + newest_of(facts) + " reached " + say_newest(criterion, facts) +
                   ", but nobody noted the help, and the goal does not allow any help there is.";
        case Gap::too_few_passes:
            return so_far + passes_words(criterion, facts);
        case Gap::run_short:
            return so_far + more_sessions(facts, missing) + " at " + say_target(criterion) +
                   " in a row on another day, " + std::to_string(facts.mastery.run) + " of " +
                   std::to_string(criterion.in_row) + " so far.";
        case Gap::one_place:
            break;
    }
    return so_far + "it was seen in one place with one person; a second place or person is still wanted.";
}

Judgement judge(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule) {
    const Verdict verdict = verdict_of(facts.verdicts, rule);
    Judgement judgement;
    judgement.status = status_of(criterion, facts, rule);
    judgement.levers = levers_for(judgement.status);
    switch (judgement.status) {
        case collecting:
            judgement.sentence = collecting_words(criterion, facts);
            break;
        case check_now:
            judgement.sentence = check_now_words(criterion, facts);
            break;
        case mastered:
        case kept:
        case slipped:
            judgement.sentence = mastery_words(criterion, facts);
            break;
        case change_suggested:
        case raise_suggested:
            judgement.sentence = facts.below_baseline ? below_typed_words(criterion, facts)
                                                      : rule_sentence(criterion, facts, rule, verdict);
            break;
        case plateau:
            judgement.sentence = plateau_words(criterion, facts);
            break;
        case on_track:
            judgement.early = verdict != Verdict::keep_going;
            judgement.sentence = on_track_words(criterion, facts, rule, verdict);
            break;
    }
    return judgement;
}

}  // namespace pegboard::progress
