// What a goal's sentence says, read back out of its words, and where the data beside it say something else. Pure. It
// reads numbers, help and dates; it refuses to judge what the child is to do.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/model/date.h"
#include "core/model/goal.h"
#include "core/rules/goals/goal_ranges.h"

namespace pegboard {

/// What can be read out of a sentence.
struct SentenceSays {
    std::optional<Date> by;
    struct Ratio {
        int n = 0, of = 0;
        std::string noun;  ///< "tries", "sessions", "dressing times"
        bool operator==(const Ratio&) const = default;
    };
    std::optional<Ratio> ratio;
    std::optional<int> in_row;          ///< sessions in a row
    std::optional<int> assist, prompt;  ///< levels 0..8; none: not spoken of
    std::vector<double> values;         ///< numbers in the measure's unit that are none of the above
    std::vector<double> laps{};         ///< numbers of laps, however long one is
    std::optional<Ratio> sessions{};    ///< "in 3 of 4 sessions" where another ratio or a percent stands beside it
    std::optional<double> percent{};    ///< of the tries: "with 80 % accuracy"; none where that is the value itself
    std::vector<SaidRange> ranges{};    ///< each is read as the end from which on it is reached
    std::optional<Date> by_other{};     ///< "3/4/2027" read in the other order of day and month
    std::optional<Ratio> impossible{};  ///< "0 of 5" asks for nothing, "6 of 5" for more than there are
    bool operator==(const SentenceSays&) const = default;
};
/// Days in numbers are read in `order`.
SentenceSays read_sentence(std::string_view sentence, std::string_view measure,
                           DateOrder order = DateOrder::month_first);

/// The one number of the sentence that `says` was read from, where it can be what is to be reached. Only a time, a
/// length or a percent has units that tell it from other numbers; of other measures it stands in digits: "one chosen
/// garment" is no count. None of tries, help and goal attainment.
std::optional<double> number_said(std::string_view measure, std::string_view sentence, const SentenceSays& says);

/// The parts of a goal its sentence speaks of.
enum class SentencePartKind { date, condition, target, help, ratio, in_row };
/// One part in which sentence and data differ.
struct Disagreement {
    SentencePartKind part = SentencePartKind::target;
    std::string words;         ///< "The sentence says 4 of 5 tries, the goal line 3 of 5."
    std::optional<Goal> mend;  ///< the goal as the sentence says it, where that can be read
};
/// How the ranges of a goal's sentence are read: "\"80 to 90 %\" is reached from 80 % on."; empty without any.
std::string say_ranges(const Goal& goal);
/// Where the sentence and the data of a goal differ, in the order of the sentence. Empty for a goal without a sentence.
std::vector<Disagreement> disagreements(const Goal& goal, const Library& library,
                                        DateOrder order = DateOrder::month_first);
/// The goal with all that its sentence says and that can be read.
Goal as_its_sentence_says(Goal goal, const Library& library, DateOrder order = DateOrder::month_first);

}  // namespace pegboard
