#include "core/reports/progress_words.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/model/first_letter.h"
#include "core/reports/parts.h"

namespace pegboard::reports {
namespace {

using progress::Criterion;
using progress::GoalFacts;
using progress::Pooling;

bool is_percent(const Criterion& criterion) { return criterion.rule.pooling == Pooling::percent; }

/// What a percent of is called: "tries", "steps".
std::string_view parts_of(const Criterion& criterion) {
    if (criterion.measure == "steps_pct") return "steps";
    if (criterion.measure == "interval_pct") return "looks";
    if (criterion.measure == "legible_pct") return "letters";
    if (criterion.measure == "in_bounds_pct") return "parts";
    return "tries";
}

/// "4 in every 5": a share without a count behind it, as a family reads it.
std::string say_share(double percent) {
    const long rounded = std::lround(percent);
    if (rounded <= 0) return "none";
    if (rounded >= 100) return "all";
    for (const long of : {2L, 4L, 5L, 10L, 20L})
        if (rounded * of % 100 == 0) return std::to_string(rounded * of / 100) + " in every " + std::to_string(of);
    return std::to_string(rounded) + " in every 100";
}

std::string family_value(const Criterion& criterion, double value) {
    if (is_percent(criterion)) return say_share(value);
    if (criterion.measure == "prompts")
        return std::string(progress::prompt_words(static_cast<int>(std::lround(value))));
    return progress::say_in_unit(criterion, value);
}

/// The newest value with the count behind it: "32 of 50 tries".
std::string family_newest(const Criterion& criterion, const GoalFacts& facts) {
    if (!facts.last_value) return {};
    if (is_percent(criterion) && facts.last_tries > 0)
        return progress::say_plain(facts.last_successes) + " of " + std::to_string(facts.last_tries) + " " +
               std::string(parts_of(criterion));
    return family_value(criterion, *facts.last_value);
}

/// "64 % (32 of 50)", as short as a column.
std::string short_newest(const Criterion& criterion, const GoalFacts& facts) {
    if (!facts.last_value) return {};
    std::string words = progress::say_in_unit(criterion, *facts.last_value);
    if (is_percent(criterion) && facts.last_tries > 0)
        words += " (" + progress::say_plain(facts.last_successes) + " of " + std::to_string(facts.last_tries) + ")";
    return words;
}

/// What is to be reached, as the goal itself says it.
std::string say_aim(const ReportedGoal& goal, Audience audience) {
    const Criterion& criterion = goal.data.criterion;
    const Goal& kept = goal.goal;
    if (kept.measure == "trials" && kept.attempts > 0) {
        const std::string noun = kept.ratio_noun.empty() ? "tries" : kept.ratio_noun;
        return std::to_string(kept.successes) + " of " + std::to_string(kept.attempts) + " " + noun;
    }
    if (!criterion.target) return {};
    return audience == Audience::family ? family_value(criterion, *criterion.target) : progress::say_target(criterion);
}

struct StatusWords {
    std::string_view family, school;
    Ink fill, colour;
    Sign sign;
};
/// In the order of ProgressStatus.
constexpr std::array<StatusWords, 9> status_words{{
    {"Just begun", "Collecting data", ink::sunken, ink::soft, Sign::clock},
    {"Harder than at the start", "Check now", ink::danger_tint, ink::danger, Sign::alert},
    {"Reached", "Mastered", ink::good_tint, ink::good, Sign::star},
    {"Reached and kept", "Mastered and kept", ink::good_tint, ink::good, Sign::star},
    {"Reached, not kept yet", "Reached, then slipped", ink::warn_tint, ink::warn, Sign::alert},
    {"Behind plan", "Behind plan", ink::warn_tint, ink::warn, Sign::alert},
    {"Ahead of plan", "Ahead of plan", ink::good_tint, ink::good, Sign::trend},
    {"About the same", "No clear change", ink::warn_tint, ink::warn, Sign::flat},
    {"On track", "On track", ink::good_tint, ink::good, Sign::trend},
}};

std::string day_words(const std::optional<Date>& day) { return day && is_known(*day) ? " on " + say(*day) : ""; }

std::string short_day(const std::optional<Date>& day, Date today) {
    return day && is_known(*day) ? " on " + say_short(*day, today) : "";
}

/// "Mastered" is the profession's word, the newest value has to be said with it where it no longer reaches the goal.
bool newest_misses(const ReportedGoal& goal) {
    const GoalFacts& facts = goal.found.facts;
    return facts.mastery.mastered_on && facts.last_on && *facts.last_on > *facts.mastery.mastered_on &&
           facts.last_value && !goal.data.criterion.reached(*facts.last_value);
}

/// The trend of the newest values went the other way by more than can be said in tenths.
bool went_back(const ReportedGoal& goal) {
    const auto& change = goal.found.facts.recent_change;
    return change && goal.data.criterion.oriented(*change) < 0 && progress::say_plain(*change) != "0";
}

/// On track by the chosen rule, while most of the newest values lie behind the aim line.
bool lags(const ReportedGoal& goal) {
    const progress::Judgement& judgement = goal.found.judgement;
    if (judgement.status != ProgressStatus::on_track || judgement.early) return false;
    const auto [ahead, of] = progress::ahead_of_aim(goal.found);
    return of > 0 && 2 * ahead < of;
}

/// A pace only where the rule looked at one; the others look at where the newest values lie.
std::string_view behind_words(const ReportedGoal& goal) {
    return goal.rule == DecisionRule::trend_line ? "Slower than planned" : "Behind plan";
}
std::string_view ahead_words(const ReportedGoal& goal) {
    return goal.rule == DecisionRule::trend_line ? "Faster than planned" : "Ahead of plan";
}

/// When the data reached the goal, and when a therapist closed it: two days that need not be one.
void add_reached(std::vector<std::string>& all, const ReportedGoal& goal, Audience audience) {
    const progress::Mastery& mastery = goal.found.facts.mastery;
    if (mastery.mastered_on && mastery.mastered_value)
        all.push_back("The goal was reached" + day_words(mastery.mastered_on) + ".");
    if (goal.standing != Standing::met) return;
    all.push_back((audience == Audience::family ? "We closed it as met" : "The therapist closed it as met") +
                  day_words(goal.goal.closed_on) + ".");
}

/// Start, last time and aim, as they stand in the table.
std::vector<std::string> three_sentences(const ReportedGoal& goal, Audience audience) {
    const GoalFacts& facts = goal.found.facts;
    const ThreeValues values = three_values(goal, audience);
    std::vector<std::string> all;
    if (!values.start.empty()) all.push_back("At the start: " + values.start + ".");
    if (facts.sessions > 0 && !values.last.empty())
        all.push_back("Last time," + day_words(facts.last_on) + ": " + values.last + ".");
    else if (goal.standing != Standing::met && values.start.empty())
        all.emplace_back(facts.left_out > 0 ? "There were too few tries to count yet."
                                            : "Nothing has been written down yet.");
    else if (goal.standing != Standing::met)
        all.emplace_back(facts.left_out > 0 ? "Since then there were too few tries to count."
                                            : "Nothing has been written down since then.");
    return all;
}

/// What a family is told of a goal that is worked on, by its status.
void add_family_status(std::vector<std::string>& all, const ReportedGoal& goal) {
    const GoalFacts& facts = goal.found.facts;
    const bool pace = goal.rule == DecisionRule::trend_line;
    switch (goal.found.judgement.status) {
        case ProgressStatus::collecting:
            all.push_back("We need 3 to say more. So far there " +
                          std::string(facts.sessions == 1 ? "is 1." : "are " + std::to_string(facts.sessions) + "."));
            break;
        case ProgressStatus::check_now:
            all.emplace_back(
                "The last three times were harder than any at the start. Please tell us if something has changed.");
            break;
        case ProgressStatus::mastered:
        case ProgressStatus::kept:
            if (newest_misses(goal)) all.emplace_back("The last time it was not.");
            break;
        case ProgressStatus::slipped:
            all.emplace_back("When we looked again it was not kept, so we practice it again.");
            break;
        case ProgressStatus::change_suggested:
            all.emplace_back(facts.below_baseline ? "The last three times were harder than at the start."
                             : pace               ? "That is slower than we planned."
                                                  : "That is behind what we planned for now.");
            break;
        case ProgressStatus::raise_suggested:
            all.emplace_back(pace ? "That is faster than we planned." : "That is ahead of what we planned for now.");
            if (facts.flat) all.emplace_back("Lately it has stayed about the same.");
            break;
        case ProgressStatus::plateau:
            all.emplace_back(went_back(goal) ? "Lately it has been a little harder."
                                             : "It has stayed about the same for a while.");
            break;
        case ProgressStatus::on_track:
            all.emplace_back(goal.found.judgement.early ? "It is too early to say more."
                             : lags(goal)               ? "That is a little behind what we planned for now."
                                                        : "That is as we planned.");
            break;
    }
}

constexpr std::size_t most_levers = 3;

std::string with_stop(std::string words) {
    if (!words.empty() && words.back() != '.' && words.back() != '?') words += ".";
    return words;
}

}  // namespace

ThreeValues three_values(const ReportedGoal& goal, Audience audience) {
    const Criterion& criterion = goal.data.criterion;
    const GoalFacts& facts = goal.found.facts;
    ThreeValues values;
    const bool family = audience == Audience::family;
    if (goal.found.baseline_level)
        values.start = family ? family_value(criterion, *goal.found.baseline_level)
                              : progress::say_in_unit(criterion, *goal.found.baseline_level);
    if (facts.sessions == 0 && facts.left_out > 0) values.last = "too few tries";
    if (facts.sessions > 0) {
        values.last = family ? family_newest(criterion, facts) : short_newest(criterion, facts);
        values.last_on = facts.last_on;
    }
    values.aim = say_aim(goal, audience);
    return values;
}

std::string say_in_tens(double percent) {
    const long rounded = std::lround(percent);
    if (rounded <= 0) return "none";
    if (rounded >= 100) return "all";
    if (rounded % 10 == 0) return std::to_string(rounded / 10) + " in 10";
    return std::to_string(rounded) + " in 100";
}

Pill status_pill(const ReportedGoal& goal, Audience audience, Date today) {
    switch (goal.standing) {
        case Standing::met:
            return {"Closed as met" + short_day(goal.goal.closed_on, today), ink::good_tint, ink::good, Sign::star};
        case Standing::ended:
            return {"Ended" + short_day(goal.goal.closed_on, today), ink::sunken, ink::soft, Sign::none};
        case Standing::on_hold:
            return {"On hold", ink::sunken, ink::soft, Sign::clock};
        case Standing::practised:
            break;
    }
    const progress::Judgement& judgement = goal.found.judgement;
    const StatusWords& words = status_words[static_cast<std::size_t>(judgement.status)];
    std::string said(audience == Audience::family ? words.family : words.school);
    const bool back = judgement.status == ProgressStatus::plateau
                          ? went_back(goal)
                          : judgement.status == ProgressStatus::change_suggested && goal.found.facts.below_baseline;
    if (judgement.status == ProgressStatus::change_suggested) said = behind_words(goal);
    if (judgement.status == ProgressStatus::raise_suggested) said = ahead_words(goal);
    if (judgement.status == ProgressStatus::change_suggested && goal.found.facts.below_baseline) said = "Look at again";
    if (audience == Audience::family && back) said = "Harder lately";
    if (judgement.status == ProgressStatus::on_track && judgement.early) said = "On track so far";
    if (lags(goal)) return {"A little behind plan", ink::warn_tint, ink::warn, Sign::flat};
    if (goal.found.facts.sessions == 0) said = goal.found.facts.left_out > 0 ? "Too few tries" : "No data yet";
    return {std::move(said), words.fill, words.colour, words.sign};
}

std::vector<std::string> what_we_see(const ReportedGoal& goal, Audience audience) {
    std::vector<std::string> all = three_sentences(goal, audience);
    const auto add = [&](const std::string& words) {
        if (!words.empty() && std::ranges::find(all, words) == all.end()) all.push_back(words);
    };
    const bool judged = goal.standing == Standing::practised && audience == Audience::clinic;
    const bool nothing = goal.found.facts.sessions == 0;
    // The clinic's sentence of a goal that was reached says when by itself.
    if (!judged || goal.found.judgement.sentence.find("Reached") == std::string::npos) add_reached(all, goal, audience);
    if (audience == Audience::family) {
        // Of a goal that rests or has ended nothing is practiced or planned any more; only that it was reached stays
        // true.
        const ProgressStatus status = goal.found.judgement.status;
        const bool reached = status == ProgressStatus::mastered || status == ProgressStatus::kept;
        const bool told = goal.standing == Standing::practised || (goal.standing != Standing::met && reached);
        if (!nothing && told) add_family_status(all, goal);
        return all;
    }
    if (nothing) return all;
    if (!judged) {
        add(with_stop(goal.story.since));
        if (goal.found.judgement.status == ProgressStatus::raise_suggested && goal.found.facts.flat)
            add("Lately it has stayed about the same.");
        return all;
    }
    const std::string trend = progress::say_trend(goal.data.criterion, goal.found.facts);
    add(with_stop(goal.found.judgement.sentence));
    if (goal.found.judgement.sentence.find(trend) == std::string::npos) add(with_stop("Trend: " + trend));
    return all;
}

std::vector<std::string> what_comes_next(const ReportedGoal& goal, Audience audience, Date today) {
    std::vector<std::string> all;
    if (goal.standing == Standing::met || goal.standing == Standing::ended) return all;
    if (goal.standing == Standing::on_hold) return {"This goal rests for now."};
    const std::string aim = say_aim(goal, audience);
    // Reached once and not kept: it is practiced again, and the aim stands again.
    const progress::Mastery& mastery = goal.found.facts.mastery;
    const bool reached = mastery.mastered_on && mastery.probe != progress::ProbeResult::slipped;
    if (!reached && !aim.empty()) {
        std::string words = "The aim stays: " + aim;
        const auto due = audience == Audience::family ? std::nullopt : known(goal.goal.due);
        if (due) words += *due < today ? ". It was due by " + say(*due) : " by " + say(*due);
        all.push_back(words + ".");
    }
    if (audience == Audience::family) {
        const ProgressStatus status = goal.found.judgement.status;
        if (status == ProgressStatus::change_suggested || status == ProgressStatus::plateau)
            all.emplace_back("We will think about what to change.");
        if (reached) all.emplace_back("We will talk about what comes after it.");
        return all;
    }
    if (!reached) {
        std::string gap = goal.found.not_mastered;
        if (!gap.empty()) all.push_back(std::move(gap));
    }
    if (audience == Audience::clinic && !goal.found.judgement.levers.empty()) {
        std::vector<std::string> levers;
        for (const progress::Lever each : goal.found.judgement.levers) {
            if (levers.size() == most_levers) break;
            levers.push_back(lower_first(progress::lever_words(each)));
        }
        all.push_back(with_stop("To think about: " + joined(levers, "; ")));
    }
    return all;
}

std::string say_summary(const ProgressFacts& facts, const std::string& name) {
    int goals = 0, met = 0, well = 0, slow = 0, early = 0, other = 0;
    for (const ReportedGoal& each : facts.goals) {
        if (each.step) continue;
        ++goals;
        const progress::Judgement& judgement = each.found.judgement;
        using enum ProgressStatus;
        const ProgressStatus status = judgement.status;
        if (each.standing == Standing::on_hold || each.standing == Standing::ended)
            ++other;
        else if (each.standing == Standing::met || status == mastered || status == kept)
            ++met;
        else if (status == collecting || judgement.early)
            ++early;
        else if ((status == on_track && !lags(each)) || status == raise_suggested)
            ++well;
        else
            ++slow;
    }
    if (goals == 0) return name + " has no goals in this period.";
    std::vector<std::string> counts;
    const auto add = [&](int count, const char* words) {
        if (count > 0) counts.push_back(std::to_string(count) + " " + words);
    };
    add(met, "reached or closed as met");
    add(well, "on track or ahead");
    add(slow, "to look at again");
    add(early, "too new to tell");
    add(other, "on hold or ended");
    return name + " has " + std::to_string(goals) + (goals == 1 ? " goal" : " goals") +
           " in this report: " + joined(counts) + ".";
}

}  // namespace pegboard::reports
