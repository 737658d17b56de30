#include "core/rules/goals/goal_check.h"

#include <algorithm>

#include "core/library/skill_graph.h"
#include "core/progress/criterion.h"
#include "core/progress/measure.h"
#include "core/rules/goals/goal_measure.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/goals/goal_words.h"
#include "core/rules/goals/goal_writing.h"
#include "core/rules/typed/units.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

constexpr int usual_weeks = 10;               ///< for a short goal, content part 3.1: 8 to 12 weeks
constexpr int short_days = 14;                ///< under it there is hardly time to measure
constexpr int longest_short_goal_days = 183;  ///< half a year
constexpr int longest_days = 372;             ///< a plan year and a few days

GoalFinding good(GoalAspect aspect, const char* title, std::string words, const char* field) {
    return {aspect, true, title, std::move(words), field, std::nullopt};
}
GoalFinding to_mend(GoalAspect aspect, const char* title, std::string words, const char* field,
                    std::optional<GoalMend> mend = std::nullopt) {
    return {aspect, false, title, std::move(words), field, std::move(mend)};
}

GoalFinding check_behaviour(const GoalCheckFacts& facts) {
    constexpr const char* title = "One behavior";
    if (facts.statement.empty())
        return to_mend(GoalAspect::behaviour, title, "Choose a goal from the bank, or write what the child will do.",
                       "statement");
    if (std::string fault = goal_words::behaviour_fault(facts.statement); !fault.empty())
        return to_mend(GoalAspect::behaviour, title, std::move(fault), "statement");
    return good(GoalAspect::behaviour, title, "One thing that anyone can see.", "statement");
}

/// Every difference between sentence and data in these parts, in their order.
std::vector<GoalFinding::Also> differences(const std::vector<Disagreement>& all,
                                           std::initializer_list<SentencePartKind> parts) {
    std::vector<GoalFinding::Also> found;
    for (const Disagreement& each : all) {
        if (std::ranges::find(parts, each.part) == parts.end()) continue;
        std::optional<GoalMend> mend;
        if (each.mend) mend = GoalMend{"Use the sentence's", *each.mend};
        found.push_back({each.words, std::move(mend)});
    }
    return found;
}

/// Where sentence and data differ in these parts, all of it; none when they agree.
std::optional<GoalFinding> differing(GoalAspect aspect, const char* title, const char* field,
                                     const std::vector<Disagreement>& all,
                                     std::initializer_list<SentencePartKind> parts) {
    std::vector<GoalFinding::Also> found = differences(all, parts);
    if (found.empty()) return std::nullopt;
    GoalFinding finding = to_mend(aspect, title, std::move(found.front().words), field, std::move(found.front().mend));
    found.erase(found.begin());
    finding.also = std::move(found);
    return finding;
}

GoalFinding check_condition(const Goal& goal, const GoalCheckFacts& facts, const std::vector<Disagreement>& differ) {
    constexpr const char* title = "Condition";
    if (auto found = differing(GoalAspect::condition, title, "condition", differ, {SentencePartKind::condition}))
        return std::move(*found);
    const bool stated = goal_words::is_condition(goal.condition);
    if (stated || goal_words::names_condition(facts.statement))
        return good(GoalAspect::condition, title, "It says when, where or with what.", "condition");
    return to_mend(GoalAspect::condition, title,
                   "Say when, where or with what: \"given a loose jacket\", \"at the coat hooks\".", "condition");
}

/// "4 of 5 tries"
std::string say_ratio(const Goal& goal) {
    return std::to_string(goal.successes) + " of " + std::to_string(goal.attempts) + " " +
           (goal.ratio_noun.empty() ? "tries" : goal.ratio_noun);
}

/// What is missing before the app can tell from taps and measurements whether the goal is reached.
std::string criterion_fault(const Goal& goal, const Library& library) {
    const Measure* measure = library.measure(goal.measure);
    const progress::MeasureRule* rule = progress::measure_rule(goal.measure);
    if (measure == nullptr || rule == nullptr) return "Choose what is recorded: tries, seconds, distance, steps done.";
    const bool ratio = goal.attempts > 0 && goal.successes > 0;
    if (goal.successes > goal.attempts) return "There are more successes than tries. Raise the number of tries.";
    if (goal.attempts > 0 && goal.successes == 0)
        return say_ratio(goal) + " asks for nothing. Say how many of them it has to be.";
    const bool percent = rule->pooling == progress::Pooling::percent;
    if (percent && !goal.target && !ratio) return "Say how many of how many: 4 of 5 tries.";
    if (!percent && !goal.target)
        return "Give the number to reach, in " + (measure->unit.empty() ? measure->name : measure->unit) + ".";
    return goal.target ? value_fault(goal, *goal.target) : std::string();
}

/// Sessions in a row, so many of so many sessions, and a ratio that counts sessions itself: only one of them.
std::optional<GoalFinding> said_twice(const Goal& goal, bool of_sessions) {
    const bool in_row = goal.sessions_in_row > 1, of_so_many = goal.sessions_of > 0;
    const std::string run = say_sessions(goal.sessions_in_row, 0, 0);
    const std::string some = say_sessions(0, goal.sessions_met, goal.sessions_of);
    if (int{of_sessions} + int{in_row} + int{of_so_many} < 2) return std::nullopt;
    const std::string first = of_sessions ? say_ratio(goal) : some, second = in_row ? run : some;
    GoalMend mend{in_row ? "Leave the sessions in a row out" : "Leave the sessions out", goal};
    mend.goal.sessions_in_row = 0;
    if (of_sessions) mend.goal.sessions_met = mend.goal.sessions_of = 0;
    return to_mend(GoalAspect::criterion, "Measurable",
                   "It says " + first + " and " + second + ": two ways of saying how often. Keep one.",
                   in_row ? "sessions_in_row" : "sessions_of", std::move(mend));
}

/// "30 s, 4 of 5 tries, 3 sessions in a row".
std::string say_criterion(const Goal& goal, bool of_sessions) {
    std::string words;
    if (goal.target) words = units::say_value(goal, *goal.target) + ", ";
    if (of_sessions) return words + say_ratio(goal);
    if (goal.attempts > 0) words += say_ratio(goal) + ", ";
    const std::string sessions = say_sessions(goal.sessions_in_row, goal.sessions_met, goal.sessions_of);
    return words + (sessions.empty() ? "in one session" : sessions);
}

/// Where several parts of the sentence wait to be taken over, one button takes them all.
void take_all_at_once(GoalFinding& found, const Goal& goal, const Library& library, const GoalCheckFacts& facts) {
    const auto offered = std::ranges::count_if(found.also, [](const auto& each) { return each.mend.has_value(); });
    if (offered + (found.mend ? 1 : 0) < 2) return;
    Goal said = goal;
    said.sentence = facts.statement;
    said.due = {};  // the day is spoken of by itself
    Goal taken = as_its_sentence_says(said, library, facts.order);
    taken.sentence = goal.sentence;
    taken.due = goal.due;
    found.mend = GoalMend{"Use all the sentence says", std::move(taken)};
}

GoalFinding check_criterion(const Goal& goal, const GoalCheckFacts& facts, const Library& library,
                            const std::vector<Disagreement>& differ) {
    const std::string& statement = facts.statement;
    using enum SentencePartKind;
    constexpr const char* title = "Measurable";
    Goal said = goal;
    said.sentence = statement;
    std::string other_measure = measure_fault(said);
    const bool measured = library.measure(goal.measure) != nullptr && other_measure.empty();
    if (std::string fault = other_measure.empty() ? criterion_fault(goal, library) : std::move(other_measure);
        !fault.empty()) {
        GoalFinding found = to_mend(GoalAspect::criterion, title, std::move(fault), measured ? "target" : "measure");
        found.also = differences(differ, {target, help, ratio, in_row});
        take_all_at_once(found, goal, library, facts);
        return found;
    }
    if (auto found = differing(GoalAspect::criterion, title, "target", differ, {target, help, ratio, in_row})) {
        take_all_at_once(*found, goal, library, facts);
        return std::move(*found);
    }
    const bool of_sessions = goal.attempts > 0 && progress::ratio_kind(goal.ratio_noun) != progress::RatioKind::tries;
    if (auto twice = said_twice(goal, of_sessions)) return std::move(*twice);
    if (goal.sessions_in_row <= 0 && goal.sessions_of <= 0 && !of_sessions) {
        GoalMend mend{"Use 3 sessions in a row", goal};
        mend.goal.sessions_in_row = 3;
        return to_mend(GoalAspect::criterion, title,
                       "Say in how many sessions, in a row or of so many, so that one good day is not it.",
                       "sessions_in_row", std::move(mend));
    }
    const std::string ranges = say_ranges(said);
    return good(
        GoalAspect::criterion, title,
        "The app can record it: " + say_criterion(goal, of_sessions) + "." + (ranges.empty() ? "" : " ") + ranges,
        "target");
}

GoalFinding check_baseline(const Goal& goal) {
    constexpr const char* title = "Baseline";
    const auto level = baseline_level(goal);
    for (const double value : goal.baseline)
        if (std::string fault = value_fault(goal, value); !fault.empty())
            return to_mend(GoalAspect::baseline, title, std::move(fault), "baseline");
    if (!level)
        return to_mend(GoalAspect::baseline, title, "Measure three times before it starts, or once with the reason.",
                       "baseline");
    if (goal.baseline.size() < 3 && goal.baseline_reason.find_first_not_of(' ') == std::string::npos)
        return to_mend(GoalAspect::baseline, title, "Add values until there are three, or say why there are fewer.",
                       "baseline_reason");
    const std::string from = goal.baseline.size() < 3 ? "One measurement with its reason: "
                                                      : "The middle of " + std::to_string(goal.baseline.size()) + ": ";
    return good(GoalAspect::baseline, title, from + progress::say_value(goal.measure, *level) + ".", "baseline");
}

/// The step of the goal's sequence the child is at; null when nothing is known.
const Skill* present_step(const Goal& goal, const Child* child, const Library& library) {
    const Skill* skill = library.skill(goal.skill);
    if (child == nullptr || skill == nullptr) return nullptr;
    const std::string_view sequence = sequence_of(*skill);
    for (const PresentStep& present : child->present_steps)
        if (!sequence.empty() && present.skill == sequence) return library.skill(present.step);
    return nullptr;
}

GoalFinding check_steps_ahead(const Goal& goal, const Skill& present, const Library& library) {
    constexpr const char* title = "Achievable";
    const Skill* skill = library.skill(goal.skill);
    const auto steps = library.steps_of(sequence_of(*skill));
    const int wanted = skill->kind == "sequence" ? (steps.empty() ? 0 : steps.back()->step_no) : skill->step_no;
    const auto next = std::ranges::find(steps, present.step_no + 1, &Skill::step_no);
    const int ahead = wanted - present.step_no;
    if (ahead == 1)
        return good(GoalAspect::achievable, title, "The next step after: " + present.short_name + ".", "skill");
    std::optional<GoalMend> mend;
    if (next != steps.end()) {
        mend = GoalMend{"Use: " + (*next)->short_name, goal};
        mend->goal.skill = (*next)->id;
    }
    if (ahead <= 0)
        return to_mend(GoalAspect::achievable, title,
                       "This is at or before the present step, " + present.short_name + ". Choose the step after it.",
                       "skill", std::move(mend));
    if (goal.term == GoalTerm::long_term)
        return good(GoalAspect::achievable, title,
                    std::to_string(ahead) + " steps ahead: add an objective for each step between.", "skill");
    return to_mend(GoalAspect::achievable, title,
                   std::to_string(ahead) + " steps ahead. The step between comes first: " +
                       (next == steps.end() ? std::string("see the sequence") : (*next)->short_name) + ".",
                   "skill", std::move(mend));
}

GoalFinding check_achievable(const Goal& goal, const GoalCheckFacts& facts, const Library& library) {
    constexpr const char* title = "Achievable";
    const progress::Criterion criterion = progress::criterion_of(goal);
    const auto level = baseline_level(goal);
    if (level && criterion.target && goal.measure != "assist" && criterion.reached(*level))
        return to_mend(GoalAspect::achievable, title,
                       "The baseline already reaches it: " + progress::say_value(goal.measure, *level) +
                           ". Ask for more, or for less help.",
                       "target");
    if (const Skill* present = present_step(goal, facts.child, library))
        return check_steps_ahead(goal, *present, library);
    return good(GoalAspect::achievable, title, "Nothing on record speaks against it. Your judgement decides.", "skill");
}

GoalFinding check_relevant(const Goal& goal, const Library& library) {
    constexpr const char* title = "Relevant";
    if (goal.routine.find_first_not_of(' ') != std::string::npos)
        return good(GoalAspect::relevant, title, "It serves a routine at home or school.", "routine");
    std::optional<GoalMend> mend;
    for (const GoalTemplate* each : library.goal_templates(goal.skill)) {
        mend = GoalMend{"Use: " + each->why, goal};
        mend->goal.routine = each->why;
        break;
    }
    return to_mend(GoalAspect::relevant, title, "Name the routine at home or school it serves.", "routine",
                   std::move(mend));
}

GoalMend mend_due(const Goal& goal, const GoalCheckFacts& facts, const Library& library) {
    const auto templates = library.goal_templates(goal.skill);
    const int weeks = templates.empty() ? usual_weeks : templates.front()->weeks;
    const Date from = std::max(goal.start.value_or(facts.today), facts.today);
    GoalMend mend{"Use " + std::to_string(weeks) + " weeks: " + say(from + 7 * weeks), goal};
    mend.goal.due = from + 7 * weeks;
    return mend;
}

GoalFinding check_due(const Goal& goal, const GoalCheckFacts& facts, const Library& library,
                      const std::vector<Disagreement>& differ) {
    constexpr const char* title = "Time-bound";
    if (goal.due)
        if (auto found = differing(GoalAspect::due, title, "due", differ, {SentencePartKind::date}))
            return std::move(*found);
    const auto mend = [&](std::string words) {
        return to_mend(GoalAspect::due, title, std::move(words), "due", mend_due(goal, facts, library));
    };
    if (!goal.due) return mend("Say by which day it should be met.");
    if (*goal.due <= facts.today) return mend("The day has passed. Choose one ahead.");
    const int days = *goal.due - std::max(goal.start.value_or(facts.today), facts.today);
    if (days < short_days) return mend("That leaves " + std::to_string(days) + " days. Give it two weeks at least.");
    if (goal.term == GoalTerm::short_term && days > longest_short_goal_days)
        return mend("An objective is usually met in 8 to 12 weeks. Choose an earlier day, or a smaller step.");
    if (days > longest_days) return mend("A goal looks a year ahead at most. Choose an earlier day.");
    return good(GoalAspect::due, title, "Ends " + say(*goal.due) + ", in " + std::to_string(days / 7) + " weeks.",
                "due");
}

GoalFinding check_words(const GoalCheckFacts& facts) {
    constexpr const char* title = "Clear words";
    const auto vague = goal_words::vague_words(facts.statement);
    if (vague.empty()) return good(GoalAspect::words, title, "No vague words.", "statement");
    return to_mend(GoalAspect::words, title,
                   "\"" + vague.front().word + "\" means something else to everyone. " + vague.front().instead,
                   "statement");
}

}  // namespace

std::vector<GoalFinding> check_goal(const Goal& goal, const GoalCheckFacts& facts, const Library& library) {
    Goal read = goal;
    read.sentence = facts.statement;
    std::vector<Disagreement> differ = disagreements(read, library, facts.order);
    for (Disagreement& each : differ)
        if (each.mend) each.mend->sentence = goal.sentence;
    return {check_behaviour(facts),
            check_condition(goal, facts, differ),
            check_criterion(goal, facts, library, differ),
            check_baseline(goal),
            check_achievable(goal, facts, library),
            check_relevant(goal, library),
            check_due(goal, facts, library, differ),
            check_words(facts)};
}

CriterionFault criterion_lack(const Goal& goal, const Library& library) {
    if (goal.measure == "gas") return {};  // its levels say what is reached
    std::string words = criterion_fault(goal, library);
    if (words.empty()) return {};
    const progress::MeasureRule* rule = progress::measure_rule(goal.measure);
    if (rule == nullptr) return {"measure", std::move(words)};
    const bool counted = goal.attempts > 0 || rule->pooling == progress::Pooling::percent;
    return {counted && !goal.target ? "successes" : "target", std::move(words)};
}

int count_good(const std::vector<GoalFinding>& findings) {
    return static_cast<int>(std::ranges::count(findings, true, &GoalFinding::good));
}

}  // namespace pegboard
