#include "core/progress/story.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace pegboard::progress {
namespace {

constexpr std::size_t least_of_phase = 3, looked_at = 5;

using Values = std::vector<const SessionValue*>;

/// The middle of some values; of levels the less favourable of the two middle ones.
double middle_of(const Criterion& criterion, const Values& values) {
    std::vector<double> all;
    for (const SessionValue* value : values) all.push_back(value->value);
    if (criterion.rule.pooling == Pooling::ordinal) return *ordinal_median(std::move(all), criterion.lower_is_better);
    return *median(std::move(all));
}

double tries_behind(const Values& values) {
    std::vector<double> all;
    for (const SessionValue* value : values) all.push_back(value->tries);
    return *median(std::move(all));
}

/// A phase whose level differs from the one before it.
struct Turn {
    const PhaseChange* phase = nullptr;
    double before = 0, after = 0;
    bool better = false;
};

/// By phase change: what counts, in order; the first stands before all changes.
std::vector<Values> by_phase(const Analysis& found, std::size_t changes) {
    std::vector<Values> phases(changes + 1);
    for (const SessionValue& value : found.values)
        if (!value.too_few_tries && value.stretch >= 0 && static_cast<std::size_t>(value.stretch) <= changes)
            phases[static_cast<std::size_t>(value.stretch)].push_back(&value);
    return phases;
}

/// The first phase that changed the level, where what the child does now still lies on that side of what was before.
std::optional<Turn> turn_of(const Analysis& found, std::span<const PhaseChange> changes, bool better) {
    const Criterion& criterion = found.criterion;
    std::optional<double> before;
    if (found.baseline_level && found.baseline_values >= static_cast<int>(least_of_phase))
        before = found.baseline_level;
    const std::vector<Values> phases = by_phase(found, changes.size());
    for (std::size_t i = 0; i < phases.size(); ++i) {
        if (phases[i].size() < least_of_phase) {
            // A change may have begun in a phase too short to say so: then no later one is named for it.
            if (i > 0 && !phases[i].empty() && changes[i - 1].phase != Phase::baseline) before.reset();
            continue;
        }
        const double level = middle_of(criterion, phases[i]);
        const double least = criterion.tolerance(tries_behind(phases[i]));
        const auto beyond = [&](double value) {
            const double gain = criterion.oriented(value) - criterion.oriented(*before);
            return better ? gain > least : -gain > least;
        };
        if (i > 0 && before && beyond(level) && beyond(found.facts.recent_level.value_or(level)))
            return Turn{&changes[i - 1], *before, level, better};
        before = level;
    }
    return std::nullopt;
}

std::string name_of(const PhaseChange& phase) {
    return "\"" + (phase.label.empty() ? std::string(words(phase.phase)) : phase.label) + "\"";
}

std::string say_turn(const Criterion& criterion, const Turn& turn, Date today) {
    return std::string(turn.better ? "The change began in the phase "
                                   : "The values turned the other way in the phase ") +
           name_of(*turn.phase) + ", from " + say_short(turn.phase->date, today) + ": the middle value was " +
           say_in_unit(criterion, turn.before) + " before it and " + say_in_unit(criterion, turn.after) + " in it.";
}

/// "4 of the last 5 sessions are ahead of the aim line."
std::string say_aim(const Analysis& found) {
    const auto [ahead, of] = ahead_of_aim(found);
    if (of == 0) return {};
    return (ahead == 0    ? "None"
            : ahead == of ? "All"
                          : std::to_string(ahead)) +
           " of the last " + sessions_or_days(found.facts, of) + (ahead <= 1 ? " is" : " are") +
           " ahead of the aim line.";
}

std::string say_now(const Analysis& found) {
    const Criterion& criterion = found.criterion;
    const GoalFacts& facts = found.facts;
    const std::string at_baseline =
        found.baseline_level ? say_in_unit(criterion, *found.baseline_level) : std::string();
    if (facts.sessions == 0)
        return at_baseline.empty() ? "Nothing recorded yet." : at_baseline + " at baseline. Nothing recorded since.";
    std::string words = facts.recent_level ? say_in_unit(criterion, *facts.recent_level) + ", the middle of the last " +
                                                 sessions_or_days(facts, 3) + "."
                                           : say_newest(criterion, facts) + ", the newest value.";
    if (!at_baseline.empty()) words += " At baseline it was " + at_baseline + ".";
    if (const std::string target = say_target(criterion); !target.empty()) words += " The goal is " + target + ".";
    return words;
}

}  // namespace

std::string say_measured(const Criterion& criterion) {
    std::string words;
    switch (criterion.rule.pooling) {
        case Pooling::percent:
            words = "percent of each session";
            break;
        case Pooling::rate:
            words = "per minute, each session";
            break;
        case Pooling::ordinal:
            words = "level of each session";
            break;
        case Pooling::median:
            words = std::string(taken_words(criterion)) + " of each session";
            break;
    }
    return words + (criterion.lower_is_better ? ", lower is better" : ", higher is better");
}

AheadOfAim ahead_of_aim(const Analysis& found) {
    if (!found.aim) return {};
    const ChartLine& aim = *found.aim;
    Values newest;
    for (auto at = found.values.rbegin(); at != found.values.rend() && newest.size() < looked_at; ++at)
        if (at->phase != Phase::baseline && !at->too_few_tries) newest.push_back(&*at);
    if (newest.size() < least_of_phase || aim.to <= aim.from) return {};
    const auto ahead = std::ranges::count_if(newest, [&](const SessionValue* value) {
        const double share = std::min(1.0, static_cast<double>(value->date - aim.from) / (aim.to - aim.from));
        const double wanted = aim.from_value + (aim.to_value - aim.from_value) * share;
        return found.criterion.oriented(value->value) > found.criterion.oriented(wanted);
    });
    return {static_cast<int>(ahead), static_cast<int>(newest.size())};
}

Story tell_story(const Analysis& found, std::span<const PhaseChange> changes, Date today) {
    Story story{.now = say_now(found), .change = {}, .since = {}};
    if (found.facts.mastery.mastered_on)
        story.change = (found.facts.mastery.mastered_value ? "Reached on " : "Marked met on ") +
                       say_short(*found.facts.mastery.mastered_on, today) + ".";
    const auto add = [&](const std::string& words) {
        if (words.empty()) return;
        story.change += (story.change.empty() ? "" : " ") + words;
        story.since += (story.since.empty() ? "" : " ") + words;
    };
    auto turn = turn_of(found, changes, true);
    if (!turn) turn = turn_of(found, changes, false);
    if (turn) add(say_turn(found.criterion, *turn, today));
    add(say_aim(found));
    const bool none_yet = found.facts.sessions == 0 && found.facts.left_out == 0;
    if (story.change.empty())
        story.change = none_yet ? say_trend(found.criterion, found.facts) + "." : found.judgement.sentence;
    return story;
}

}  // namespace pegboard::progress
