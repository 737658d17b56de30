#include "core/progress/criterion.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/progress/help_limit.h"

namespace pegboard::progress {
namespace {
constexpr int usual_in_row = 3;
constexpr int usual_min_tries = 5;
constexpr double rounding = 1e-9;
}  // namespace

bool Criterion::reached(double value) const { return target && oriented(value) >= oriented(*target) - rounding; }

double Criterion::tolerance(double tries) const {
    const double one_try = tries > 0 ? 100 / tries : 1;
    const double natural = rule.pooling == Pooling::percent ? one_try : rule.unit;
    return std::max(natural, 0.05 * std::abs(target.value_or(0)));
}

RatioKind ratio_kind(std::string_view noun) {
    constexpr std::array<std::string_view, 9> tries{"",       "tries",    "chances",       "samples", "times",
                                                    "trials", "attempts", "opportunities", "goes"};
    constexpr std::array<std::string_view, 9> sessions{
        "sessions", "days", "school days", "weeks", "mornings", "afternoons", "evenings", "nights", "school mornings"};
    if (std::ranges::find(tries, noun) != tries.end()) return RatioKind::tries;
    return std::ranges::find(sessions, noun) != sessions.end() ? RatioKind::sessions : RatioKind::occasions;
}

HelpAllowed help_allowed(const Goal& goal) {
    // The value of a goal that measures help is the help itself.
    if (goal.measure == "assist" || goal.measure == "gas") return {};
    // Prompting that gives no more help than the help by hand does: none beside no help, words, pictures and showing
    // beside an adult close by, a hand for part of it beside some help by hand.
    constexpr std::array<int, 9> beside{0, 0, 6, 6, 6, 7, 7, 8, 8};
    const auto level = static_cast<std::size_t>(std::clamp(goal.assist_level, 0, 8));
    HelpAllowed most{goal.assist_level, goal.prompt_max ? goal.prompt_max : std::optional(beside[level])};
    // Nobody helps a child who is independent with a device, set-up or extra time.
    if (level == 0 && !forbids_equipment(goal)) most.assist = own_equipment;
    if (goal.measure == "prompts") most.prompt.reset();
    if (level == 8 && goal.prompt_max.value_or(8) == 8) return {};
    return most;
}

TriesCount tries_count_of(const Goal& goal) {
    if (goal.tries_count) return *goal.tries_count;
    const MeasureRule* rule = measure_rule(goal.measure);
    if (!rule) return TriesCount::middle;
    // What is counted in a row, or judged try by try, does not add up over the tries.
    const auto says = [&](std::string_view words) {
        return goal.sentence.find(words) != std::string::npos || goal.title.find(words) != std::string::npos;
    };
    if (goal.measure != "count") return rule->usual_count;
    const bool in_a_row = says("times in a row") || says("steps in a row") || says("in a row with") ||
                          says("in a row on") || says("without ");
    if (in_a_row) return TriesCount::best;
    return goal.attempts > 0 && ratio_kind(goal.ratio_noun) != RatioKind::sessions ? TriesCount::middle
                                                                                   : rule->usual_count;
}

namespace {
void add_ratio(const Goal& goal, Criterion& criterion) {
    criterion.ratio = ratio_kind(goal.ratio_noun);
    const double share = goal.attempts > 0 ? static_cast<double>(goal.successes) / goal.attempts : 0;
    const bool percent = criterion.rule.pooling == Pooling::percent;
    if (goal.measure == "trials")
        criterion.min_tries = goal.attempts > 0 ? std::min(goal.attempts, usual_min_tries) : usual_min_tries;
    if (goal.attempts <= 0) return;
    if (criterion.ratio == RatioKind::tries) {
        if (percent && !criterion.target) {
            criterion.target = 100 * share;
        } else if (goal.measure != "trials" && criterion.rule.pooling != Pooling::rate) {
            criterion.share = share;
            criterion.min_to_pass = std::min(goal.attempts, usual_min_tries);
        }
        return;
    }
    // So many of the last so many, instead of a run: a session or an occasion with tries passes when all are done.
    criterion.passes = goal.successes;
    criterion.passes_of = goal.attempts;
    if (percent && !criterion.target) criterion.target = 100;
    criterion.min_tries = 1;
    if (criterion.ratio == RatioKind::occasions) criterion.share = share;
}
}  // namespace

Criterion criterion_of(const Goal& goal) {
    Criterion criterion;
    criterion.measure = goal.measure;
    const MeasureRule* rule = measure_rule(goal.measure);
    criterion.rule = rule ? *rule : *measure_rule("count");
    criterion.lower_is_better =
        criterion.rule.better == Better::down || (criterion.rule.better == Better::by_goal && goal.lower_is_better);
    criterion.target = goal.target;
    criterion.tries_count = tries_count_of(goal);
    criterion.unit = goal.unit;
    criterion.lap_cm = goal.lap_cm;
    add_ratio(goal, criterion);
    if (criterion.passes_of == 0 && goal.sessions_of > 0) {
        criterion.passes = goal.sessions_met;
        criterion.passes_of = goal.sessions_of;
    }
    if (goal.sessions_in_row > 0)
        criterion.in_row = goal.sessions_in_row;
    else if (criterion.passes_of > 0)
        criterion.in_row = 1;
    if (goal.min_tries > 0 && criterion.rule.pooling == Pooling::percent) criterion.min_tries = goal.min_tries;
    const HelpAllowed allowed = help_allowed(goal);
    criterion.assist_max = allowed.assist;
    criterion.prompt_max = allowed.prompt;
    criterion.generalise = goal.generalise;
    criterion.maintain = goal.maintain;
    criterion.side = goal.side;
    criterion.typed_baseline = goal.baseline;
    criterion.start = known(goal.start);
    criterion.due = known(goal.due);
    if (goal.status == GoalStatus::met) criterion.met_on = known(goal.closed_on);
    return criterion;
}

Status check_sessions(const Goal& goal) {
    if (goal.sessions_met > goal.sessions_of)
        return invalid("sessions_of", "There are more sessions reached than sessions. Raise the number of sessions.");
    if (goal.sessions_of > 0 && goal.sessions_met == 0)
        return invalid("sessions_met", "Say in how many of these sessions it has to be reached.");
    if (goal.sessions_of > 0 && goal.sessions_in_row > 1)
        return invalid("sessions_in_row", "Say sessions in a row, or so many of the last sessions, not both.");
    if (goal.sessions_of > 0 && goal.attempts > 0 && ratio_kind(goal.ratio_noun) != RatioKind::tries)
        return invalid("sessions_of",
                       "So many of so many " + goal.ratio_noun + " says by itself how often. Leave the sessions out.");
    return {};
}

}  // namespace pegboard::progress
