// What the rules need to know of each measure of content part 4.1: which way is better, how several points of one
// session become one value, and the words for a value. A test compares it with the library's own table.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/model/goal.h"
#include "core/rules/typed/typed_number.h"

namespace pegboard::progress {

enum class Better { up, down, by_goal };
/// How the points of one session become its one value.
enum class Pooling {
    percent,  ///< 100 x sum of what counted / sum of tries
    rate,     ///< sum of what counted per minute of the summed time
    median,   ///< the median of what was measured; taps that count add up to one of them
    ordinal,  ///< a level: the less favourable of the two middle ones, never between
};
struct MeasureRule {
    std::string_view id;
    Better better = Better::up;
    Pooling pooling = Pooling::median;
    double unit = 1;                              ///< one natural unit; 0 for percents: there it is one try
    double lowest = 0;                            ///< of a finished value
    double highest = 0;                           ///< of a finished value; 0: open
    std::string_view after;                       ///< written behind the number: " %", " s"
    TriesCount usual_count = TriesCount::middle;  ///< which of several tries is the session's value, unless stated
};
/// The rule of a measure id; nothing for an unknown one.
const MeasureRule* measure_rule(std::string_view id);

/// The unit of a measure's values; none for counts, rates and levels.
Unit unit_of(std::string_view measure);
/// "64 %", "1:05 min", "1.5 m", "level 4 (a light touch)", "+1"; rounded to what the measure can tell.
std::string say_value(std::string_view measure, double value);
/// A number with at most one decimal and no needless zero: "64", "1.5".
std::string say_plain(double value);
/// "no help" .. "full help" of content part 4.2; empty outside 0..8.
std::string_view assist_words(int level);
/// "no prompts" .. "hand help" of content part 4.3; empty outside 0..8.
std::string_view prompt_words(int level);

}  // namespace pegboard::progress
