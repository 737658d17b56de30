#include "core/progress/status.h"

#include <array>
#include <cmath>

#include "core/rules/units.h"

namespace pegboard::progress {
namespace {
using enum ProgressStatus;

std::string count_of(int number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string sessions_words(int number) { return count_of(number, "session", "sessions"); }

std::string say(const Criterion& criterion, double value) {
    if (criterion.measure == "distance_cm") return units::say_length(value, {criterion.unit, criterion.lap_cm});
    return say_value(criterion.measure, value);
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
        return "What is usual now needs 3 sessions, there " + std::string(facts.sessions == 1 ? "is " : "are ") +
               std::to_string(facts.sessions);
    const std::string now = say(criterion, *facts.recent_level) + " over the last 3 sessions";
    if (!facts.baseline_level) return "Now " + now;
    return "From " + say(criterion, *facts.baseline_level) + " at baseline to " + now;
}

std::string left_out_words(const Criterion& criterion, const GoalFacts& facts) {
    if (facts.left_out == 0) return {};
    return " " + sessions_words(facts.left_out) + " with fewer than " + std::to_string(criterion.min_tries) +
           " tries " + (facts.left_out == 1 ? "is" : "are") + " not counted.";
}

std::string collecting_words(const Criterion& criterion, const GoalFacts& facts) {
    if (facts.sessions == 0 && facts.left_out == 0) return "Nothing recorded yet since the baseline.";
    return "Too little data to tell: " + sessions_words(facts.sessions) + " so far, 3 are needed." +
           left_out_words(criterion, facts);
}

/// Three baseline values say how the child was; one or two, often typed in from memory, do not.
bool baseline_is_sure(const GoalFacts& facts) { return facts.baseline_values >= 3; }

std::string check_now_words(const Criterion& criterion, const GoalFacts& facts) {
    return "The last three sessions are all " + std::string(worse_than(criterion)) + " the worst baseline value (" +
           say(criterion, facts.baseline_worst.value_or(0)) +
           "). Has something changed? If a skill may be going, ask a doctor to look soon.";
}

std::string below_typed_words(const Criterion& criterion, const GoalFacts& facts) {
    return "The last three sessions are all " + std::string(worse_than(criterion)) +
           (facts.baseline_values == 1 ? " the one baseline value (" : " both baseline values (the nearer is ") +
           say(criterion, facts.baseline_worst.value_or(0)) +
           "). Was the start set too high, or has something changed?";
}

/// Said beside a mastered goal whose newest session does not reach it any more.
std::string newest_misses(const Criterion& criterion, const GoalFacts& facts) {
    const bool later = facts.last_on && facts.mastery.mastered_on && *facts.last_on > *facts.mastery.mastered_on;
    if (!later || !facts.last_value || criterion.reached(*facts.last_value)) return {};
    return " The newest session did not: " + newest_with_date(criterion, facts) + ".";
}

/// "3 weeks later", as it is by the calendar, whichever probe it was.
std::string weeks_later(Date from, Date to) { return count_of((to - from + 3) / 7, "week", "weeks") + " later"; }

std::string mastery_words(const Criterion& criterion, const GoalFacts& facts) {
    const Mastery& mastery = facts.mastery;
    const std::string day = pegboard::say(*mastery.mastered_on);
    // Marked met by hand: nothing here says that the value was reached.
    const std::string reached =
        mastery.mastered_value ? "Reached " + say_target(criterion) + " on " + day : "Marked met on " + day;
    if (!criterion.maintain) return reached + "." + newest_misses(criterion, facts);
    const std::string weeks = mastery.probe_on ? weeks_later(*mastery.mastered_on, *mastery.probe_on) : std::string();
    switch (mastery.probe) {
        case ProbeResult::kept:
            return reached + " and kept " + weeks + ", on " + pegboard::say(*mastery.probe_on) + ".";
        case ProbeResult::slipped:
            return reached + ", but not kept " + weeks + ", on " + pegboard::say(*mastery.probe_on) + ".";
        case ProbeResult::none:
            break;
    }
    return reached + "." + newest_misses(criterion, facts) + " Look again from " +
           pegboard::say(*mastery.practice_ended + two_week_probe_due) + " to see if it is kept.";
}

std::string rule_sentence(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule, Verdict verdict) {
    std::string words(rule_words(rule, verdict));
    if (rule == DecisionRule::trend_line)
        words += ". " + say_trend(criterion, facts) + ".";
    else if (facts.mastery.gap == Gap::too_few_tries)  // the newest value is none of those the rule looked at
        words += "." + left_out_words(criterion, facts);
    else
        words += ". " + newest_with_date(criterion, facts) + ", where the aim was " +
                 say(criterion, facts.aim_at_last.value_or(0)) + ".";
    return words;
}

std::string plateau_words(const Criterion& criterion, const GoalFacts& facts) {
    if (!facts.recent_change)
        return "The last 6 sessions were all at the same level: " + say_newest(criterion, facts) + ".";
    const double change = facts.recent_change.value_or(0);
    const bool falls = criterion.oriented(change) < 0 && say_plain(change) != "0";
    if (falls) return "Over the last 6 sessions the trend went the other way, by " + with_sign(criterion, change) + ".";
    return "Over the last 6 sessions the trend moved by " + with_sign(criterion, change) +
           ", too little to call progress.";
}

/// Why the chosen rule has not spoken, or what it saw.
std::string on_track_words(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule, Verdict verdict) {
    if (verdict == Verdict::keep_going || verdict == Verdict::no_slope)
        return std::string(rule_words(rule, verdict)) + ". " + say_trend(criterion, facts) + ".";
    if (verdict == Verdict::no_aim)
        return "There is no aim line to compare with: it needs a baseline, a value to reach and a due date. " +
               say_trend(criterion, facts) + ".";
    constexpr std::array needs{"3 sessions", "6 sessions over 3 weeks", "3 sessions", "8 sessions over 4 weeks"};
    return "Nothing speaks against the plan so far; the chosen rule needs " +
           std::string(needs[static_cast<std::size_t>(rule)]) + ", and there " +
           (facts.in_stretch == 1 ? "is " : "are ") + std::to_string(facts.in_stretch) +
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

namespace {
/// ", 1 more with more help than the goal allows"
std::string more_help_words(const SessionValue& value) {
    if (value.with_more_help == 0) return {};
    return ", " + std::to_string(value.with_more_help) + " more with more help than the goal allows";
}

}  // namespace

std::string_view taken_words(const Criterion& criterion) {
    constexpr std::array<std::string_view, 4> words{"best", "middle", "total", "last"};
    return words[static_cast<std::size_t>(criterion.tries_count)];
}

std::string say_session(const Criterion& criterion, const SessionValue& value) {
    std::string words = say(criterion, value.value);
    if (value.tries > 0 && criterion.rule.pooling == Pooling::percent)
        words +=
            " (" + say_plain(value.successes) + " of " + std::to_string(value.tries) + more_help_words(value) + ")";
    else if (value.measured > 1)
        words += " (" + std::string(taken_words(criterion)) + " of " + std::to_string(value.measured) + ")";
    return words;
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
    return criterion.target ? say(criterion, *criterion.target) : std::string();
}

std::string say_trend(const Criterion& criterion, const GoalFacts& facts) {
    if (criterion.rule.pooling == Pooling::ordinal) return say_levels(criterion, facts);
    if (!facts.per_week)
        return "A trend needs 5 sessions, there " + std::string(facts.sessions == 1 ? "is " : "are ") +
               std::to_string(facts.sessions);
    std::string words = with_sign(criterion, *facts.per_week) + " a week";
    if (facts.per_week_low)
        words += std::string(facts.leaning ? " (at least between " : " (between ") +
                 with_sign(criterion, *facts.per_week_low) + " and " + with_sign(criterion, *facts.per_week_high) + ")";
    return words;
}

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
            return so_far + "the newest session has fewer than " +
                   std::to_string(std::max(criterion.min_tries, criterion.min_to_pass)) + " tries, too few to count.";
        case Gap::below:
            return so_far + "the newest session reached " + say_newest(criterion, facts) + ", the goal is " +
                   say_target(criterion) + ".";
        case Gap::too_much_help:
            return so_far + "the newest session reached " + say_newest(criterion, facts) +
                   ", but with more help than the goal allows.";
        case Gap::help_not_noted:
            return so_far + "the newest session reached " + say_newest(criterion, facts) +
                   ", but nobody noted the help, and the goal does not allow any help there is.";
        case Gap::too_few_passes:
            return so_far + "of the last " + count_of(facts.mastery.looked_at, "one that counts, ", "that count, ") +
                   std::to_string(facts.mastery.passed) + " reached " + say_target(criterion) + "; the goal is " +
                   std::to_string(criterion.passes) + " of " + std::to_string(criterion.passes_of) + ".";
        case Gap::run_short:
            return so_far + count_of(missing, "more session", "more sessions") + " at " + say_target(criterion) +
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

std::string_view lever_words(Lever lever) {
    constexpr std::array<std::string_view, 7> words{"How often and how long it is practiced",
                                                    "Which prompts are given, and how they fade",
                                                    "The size of the step: smaller, or the next one",
                                                    "Where, when and with whom it is practiced",
                                                    "What makes it worth doing for this child",
                                                    "Sleep, pain, illness, medicine, glasses, equipment",
                                                    "Whether this goal still fits the child and the family"};
    return words[static_cast<std::size_t>(lever)];
}

std::string_view rule_words(DecisionRule rule, Verdict verdict) {
    struct Words {
        std::string_view too_few, change, raise, keep;
    };
    constexpr std::array<Words, 4> all{
        Words{"This rule needs 3 sessions before it can say anything",
              "The last 3 are all behind the aim line: change something",
              "The last 3 are all ahead of the aim line and at the goal: raise it or close it",
              "The last 3 do not all lie behind the aim line, nor all ahead of it at the goal: keep going"},
        Words{"This rule needs 6 sessions over 3 weeks before it can say anything",
              "The last 4 are all behind the aim line: change something",
              "The last 4 are all ahead of the aim line: raise the goal or the step",
              "The last 4 are not all on one side of the aim line: keep going"},
        Words{"This rule needs 3 sessions before it can say anything",
              "The median of the last 3 is behind the aim line: change something",
              "The median of the last 3 is ahead of the aim line and at the goal: raise it or close it",
              "The median of the last 3 is on the way: keep going"},
        Words{"This rule needs 8 sessions over 4 weeks before it can say anything",
              "The trend is less steep than the aim line: change something",
              "The trend is steeper than the aim line and has come up to it: raise the goal or the step",
              "The trend is about as steep as the aim line, or steeper: keep going"}};
    const Words& words = all[static_cast<std::size_t>(rule)];
    switch (verdict) {
        case Verdict::no_aim:
            return "This rule compares with an aim line, and there is none: it needs a baseline, a value to reach and "
                   "a due date";
        case Verdict::no_slope:
            return "This rule compares slopes, and levels of help or a rating have none: choose another rule";
        case Verdict::late:
            return "The trend is as steep as the aim line, but the last 3 are behind it and it heads past the due "
                   "date: change something";
        case Verdict::too_few:
            return words.too_few;
        case Verdict::change:
            return words.change;
        case Verdict::raise:
            return words.raise;
        case Verdict::keep_going:
            break;
    }
    return words.keep;
}

int false_alarms_in_100(DecisionRule rule) {
    constexpr std::array rates{67, 40, 98, 75};
    return rates[static_cast<std::size_t>(rule)];
}

std::string_view worse_than(const Criterion& criterion) {
    if (criterion.measure == "assist") return "with more help than";
    if (criterion.measure == "prompts") return "with more prompting than";
    if (!criterion.lower_is_better) return "below";
    if (criterion.measure == "time_s") return "slower than";
    if (criterion.measure == "latency_s") return "longer than";
    return criterion.measure == "deviation_mm" ? "farther off than" : "more than";
}

std::string_view better_than(const Criterion& criterion) {
    if (criterion.measure == "assist") return "with less help than";
    if (criterion.measure == "prompts") return "with less prompting than";
    if (!criterion.lower_is_better) return "above";
    if (criterion.measure == "time_s") return "faster than";
    if (criterion.measure == "latency_s") return "shorter than";
    return criterion.measure == "deviation_mm" ? "closer than" : "fewer than";
}

}  // namespace pegboard::progress
