// The sentence of a goal: a template of the goal bank with its slots filled, and what the app records of it.
// Pure. It refuses to invent a number: a target that names none leaves the goal without one.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/model/goal.h"

namespace pegboard {

enum class GoalSlot { none, by, condition, child, target, assist, ratio, in_row };

/// What stands in the slots of a goal's sentence.
struct GoalSlots {
    std::string child;      ///< call name
    std::string condition;  ///< "given his own jacket at the coat hooks"; may be empty
    std::string target;     ///< words of the bank or one's own; of the blank template, all that the child does
    int assist_level = 0;   ///< most help, 0..8, content part 4.2
    std::optional<int> prompt_level;        ///< most prompting, 0..8, content part 4.3; none: not spoken of
    int n = 0, of = 0;                      ///< 0 of 0: not stated yet
    std::string ratio_noun;                 ///< what they count: "tries", "sessions"; empty: as the template says
    int in_row = 0;                         ///< kept up for so many sessions; 0 or 1: not spoken of
    int sessions_met = 0, sessions_of = 0;  ///< or in so many of so many sessions; 0 of 0: not spoken of
    std::optional<Date> by;
    bool operator==(const GoalSlots&) const = default;
};

/// A stretch of the sentence: plain words, or a slot with what stands in it.
struct SentencePart {
    GoalSlot slot = GoalSlot::none;
    std::string words;   ///< "4 of 5"; what is asked for when the slot is not filled: "a date"
    bool filled = true;  ///< plain words always are
    bool operator==(const SentencePart&) const = default;
};

/// The template of a goal that is none of the bank's: "By {by}, {child} will {target} with {assist} in {n} of {of}
/// tries." A copy of it is given its skill and measure before it is used.
const GoalTemplate& blank_goal_template();
/// The bank's own slots for a template: its first target, ratio, sessions in a row; the date `weeks` after `start`.
GoalSlots usual_slots(const GoalTemplate& goal, const std::string& child, Date start);

/// The sentence in parts, for drawing slots as choices. Joined they are the sentence.
std::vector<SentencePart> sentence_parts(const GoalTemplate& goal, const GoalSlots& slots);
/// "By 11 Dec 2026, given his own jacket, Mateo will ... with a spoken prompt in 4 of 5 chances, 3 sessions in a row."
std::string write_goal(const GoalTemplate& goal, const GoalSlots& slots);
/// A sentence made of a goal's one line and its data, for one that was not written with a template: "By 11 Dec 2026,
/// Mateo joins and zips his jacket, given a loose jacket, with no help in 4 of 5 tries, 3 sessions in a row."
std::string plain_sentence(const Goal& goal, const std::string& child);
/// The same for a family: what the child is learning first, the numbers in a sentence of their own.
std::string write_goal_for_family(const GoalTemplate& goal, const GoalSlots& slots);
/// One line for lists: the skill's short name and the target, "Threads beads: 5 large". Of the blank template, the
/// target with a capital letter.
std::string goal_title(const GoalTemplate& goal, const GoalSlots& slots, const Library& library);
/// One line for lists out of a sentence in own words: what stands between "will" and the help, the count or the
/// condition behind it.
std::string title_of_sentence(std::string_view sentence);
/// "3 sessions in a row" or "in 3 of 4 sessions"; empty where neither is spoken of.
std::string say_sessions(int in_row, int met, int of);
/// What the template's ratio counts, as it stands there: "tries", "sessions", "dressing times".
std::string ratio_noun(const GoalTemplate& goal);
/// "no help", "a spoken prompt", "a light touch and a spoken prompt".
std::string say_help(int assist_level, std::optional<int> prompt_level);

/// The number the words of a target stand for in the unit of `measure`: "2 minutes" is 120 of duration_s,
/// "1.5 m" 150 of distance_cm, "3 of 5" 60 of a percent. "own starting time less 20 %" needs the baseline. Nothing when
/// no number is named or it is in another unit, and for trials, whose criterion is the ratio.
std::optional<double> read_target(std::string_view measure, std::string_view words, std::optional<double> baseline);
/// A value as one would write it in a sentence: "90 seconds", "2 minutes", "1.5 m", "80 %".
std::string say_target(std::string_view measure, double value);
/// Target of a template in the measure's unit: the bank's value when the words are the bank's, else read_target.
std::optional<double> target_value(const GoalTemplate& goal, const GoalSlots& slots, std::optional<double> baseline);

/// `goal` with its sentence and everything the sentence says: title, condition, skill, discipline, measure, target,
/// ratio and what it counts, sessions in a row, help, prompts and due date. What the sentence does not speak of stays.
Goal goal_from(Goal goal, const GoalTemplate& from, const GoalSlots& slots, const Library& library);

}  // namespace pegboard
