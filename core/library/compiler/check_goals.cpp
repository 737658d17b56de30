// The goal bank and the screening: slots, ratios and targets of goals; routes, ages and tiers of what
// families are asked; and a text for every result.
#include <algorithm>
#include <array>

#include "core/library/compiler/checks.h"
#include "core/progress/criterion.h"
#include "core/rules/goals/goal_writing.h"

namespace pegboard::compiler {
namespace {

constexpr std::array<std::string_view, 6> slots{"{by}", "{child}", "{target}", "{assist}", "{n}", "{of}"};
constexpr std::array<std::string_view, 3> tiers{"911", "today", "week"};
constexpr std::array<std::string_view, 6> results{"OT", "PT", "BOTH", "WATCH", "NONE", "UNSURE"};
constexpr int most_weeks = 52;

std::ptrdiff_t times_in(std::string_view text, std::string_view piece) {
    std::ptrdiff_t times = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size())) ++times;
    return times;
}

void check_template(const Record<GoalTemplate>& goal, Problems& problems) {
    const auto place = goal.at("template");
    for (const auto slot : slots)
        if (times_in(goal.text, slot) != 1)
            problems.add(place, together({goal.id, ": the template needs ", slot, " exactly once"}));
    if (times_in(goal.text, "{") != static_cast<std::ptrdiff_t>(slots.size()))
        problems.add(place, goal.id + ": the template has a slot that is not by, child, target, assist, n or of");
    if (!goal.text.ends_with('.')) problems.add(place, goal.id + ": the template must end with a full stop");
}

/// Easiest first: values rise for a measure that should rise, and fall for one that should fall. All may be the
/// same where the words of the target grade something else.
void check_values(const Record<GoalTemplate>& goal, const Content& content, Problems& problems) {
    if (goal.values.empty()) return;
    if (goal.values.size() != goal.targets.size())
        problems.add(goal.at("values"), goal.id + ": needs one value for each target, or none at all");
    for (const auto& measure : content.measures) {
        if (measure.id != goal.measure || measure.better == "goal") continue;
        const bool up = measure.better == "up";
        const auto out_of_order = std::ranges::adjacent_find(
            goal.values, [up](double easier, double harder) { return up ? easier >= harder : easier <= harder; });
        const bool all_one = std::ranges::count(goal.values, goal.values.front()) == std::ssize(goal.values);
        if (out_of_order != goal.values.end() && !all_one)
            problems.add(goal.at("values"), goal.id + ": values must " + (up ? "rise" : "fall") +
                                                ", as the easiest target comes first and " + measure.id + " gets " +
                                                (up ? "larger" : "smaller"));
    }
}

/// What mastery asks for is what the sentence says: n of of as a percent, and a run of sessions, or so many of so
/// many, only where n of of counts the tries of one session.
void check_mastery(const Record<GoalTemplate>& goal, Problems& problems) {
    const auto demand = [&](bool good, const std::string& text) {
        if (!good) problems.add(goal.at("mastery"), goal.id + ": " + text);
    };
    demand(goal.mastery_percent >= 50 && goal.mastery_percent <= 100, "mastery needs 50 to 100 percent");
    const int said = goal.of > 0 ? (200 * goal.n + goal.of) / (2 * goal.of) : 0;
    demand(goal.mastery_percent == said, "mastery must ask for the " + std::to_string(said) + " percent of n of of");
    const bool of_tries = progress::ratio_kind(ratio_noun(goal)) == progress::RatioKind::tries;
    const bool of_sessions = goal.sessions_met != 0 || goal.sessions_of != 0;
    if (of_sessions)
        demand(of_tries && goal.sessions_in_row == 0 && goal.sessions_met >= 1 &&
                   goal.sessions_met <= goal.sessions_of && goal.sessions_of <= 10,
               "so many of so many sessions needs 1 <= sessions_met <= sessions_of <= 10, n of of that counts tries, "
               "and no sessions in a row");
    else if (of_tries)
        demand(goal.sessions_in_row >= 1 && goal.sessions_in_row <= 10, "mastery needs 1 to 10 sessions in a row");
    else
        demand(goal.sessions_in_row == 0,
               "n of of " + ratio_noun(goal) + " stands for itself, without sessions in a row");
}

/// Each activity named works on the goal's skill; one that is recorded is practiced, and is measured as the goal is.
void check_activities(const Record<GoalTemplate>& goal, const Content& content, const Ids& ids, Problems& problems) {
    check_known(goal, goal.id, "practiced_in", "activity", goal.practiced_in, ids, problems);
    check_known(goal, goal.id, "recorded_in", "activity", goal.recorded_in, ids, problems);
    const auto demand = [&](bool good, const char* field, const std::string& text) {
        if (!good) problems.add(goal.at(field), goal.id + ": " + text);
    };
    const auto named = [](const std::vector<std::string>& ids_of, const std::string& id) {
        return std::ranges::count(ids_of, id) > 0;
    };
    demand(!goal.counted_apart || goal.recorded_in.empty(), "counted_apart", "is counted apart, yet recorded in");
    for (const auto& activity : content.activities) {
        const bool practices = named(activity.skills, goal.skill);
        if (named(goal.practiced_in, activity.id))
            demand(practices, "practiced_in", activity.id + " does not work on " + goal.skill);
        if (!named(goal.recorded_in, activity.id)) continue;
        demand(practices && activity.skills.front() == goal.skill && activity.measure_type == goal.measure,
               "recorded_in", activity.id + " is not measured as the goal is, or not about its skill first");
        demand(goal.practiced_in.empty() || named(goal.practiced_in, activity.id), "recorded_in",
               activity.id + " is not among those it is practiced in");
    }
}

void check_goal(const Record<GoalTemplate>& goal, const Content& content, const Ids& ids, Problems& problems) {
    const auto demand = [&](bool good, const char* field, const char* text) {
        if (!good) problems.add(goal.at(field), goal.id + ": " + text);
    };
    check_known(goal, goal.id, "skill", "linkable", goal.skill, ids, problems);
    check_known(goal, goal.id, "measure", "measure", goal.measure, ids, problems);
    check_known(goal, goal.id, "needs", "need", goal.needs, ids, problems);
    check_activities(goal, content, ids, problems);
    check_template(goal, problems);
    demand(!goal.targets.empty(), "targets", "needs at least one target");
    check_values(goal, content, problems);
    demand(goal.n >= 1 && goal.n <= goal.of && goal.of <= 20, "n", "the ratio needs 1 <= n <= of <= 20");
    check_mastery(goal, problems);
    demand(goal.weeks >= 1 && goal.weeks <= most_weeks, "weeks", "weeks must be 1 to 52");
}

}  // namespace

void check_goal_bank(const Content& content, const Ids& ids, Problems& problems) {
    std::map<std::string, std::string> by_text;
    for (const auto& goal : content.goals) {
        check_goal(goal, content, ids, problems);
        const auto [first, fresh] = by_text.emplace(goal.text, goal.id);
        if (!fresh) problems.add(goal.at("template"), goal.id + ": " + first->second + " has the same template");
    }
}

void check_screening(const Content& content, const Ids& ids, Problems& problems) {
    for (const auto& concern : content.concerns) {
        if (concern.route != "OT" && concern.route != "PT" && concern.route != "BOTH")
            problems.add(concern.at("route"), concern.id + ": route must be OT, PT or BOTH");
        if (concern.focus.empty() || concern.focus.size() > 2)
            problems.add(concern.at("focus"), concern.id + ": needs one or two focus areas");
        check_known(concern, concern.id, "focus", "focus", concern.focus, ids, problems);
        check_known(concern, concern.id, "group", "concern_group", {concern.group}, ids, problems);
        if (concern.from_months < 0 || concern.from_months > 252)
            problems.add(concern.at("from_months"), concern.id + ": from_months must lie between 0 and 252");
        if (concern.week_under_months != 0 &&
            (concern.week_under_months <= concern.from_months || concern.week_under_months > 252))
            problems.add(concern.at("week_under_months"),
                         concern.id + ": week_under_months must lie after from_months, up to 252");
        if (concern.sources.empty()) problems.add(concern.at("sources"), concern.id + ": needs at least one source");
    }
    for (const auto& flag : content.red_flags) {
        if (std::ranges::count(tiers, flag.tier) == 0)
            problems.add(flag.at("tier"), flag.id + ": tier must be 911, today or week");
        if (flag.sources.empty()) problems.add(flag.at("sources"), flag.id + ": needs at least one source");
    }
    std::set<std::string, std::less<>> wanted(results.begin(), results.end());
    for (const auto& flag : content.red_flags) wanted.insert(flag.tier);
    for (const auto& result : content.screening_results)
        if (wanted.erase(result.id) == 0 && std::ranges::count(tiers, result.id) == 0)
            problems.add(result.at("id"), result.id + ": is no result of a screening");
    if (content.concerns.empty()) return;
    for (const auto& missing : wanted)
        problems.add({content.concerns.front().place.file, 1},
                     together({"screening_result \"", missing, "\" is missing"}));
}

}  // namespace pegboard::compiler
