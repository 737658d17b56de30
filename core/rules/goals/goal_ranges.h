// Ranges in a goal's sentence: "80 to 90 %", "3-4 of 5 tries", "between 30 and 40 seconds". A goal line holds one
// number; a range is reached from its easier end on, and that is said wherever it is read so. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace pegboard {

/// A range as it stands in a sentence, and the end from which on it is reached.
struct SaidRange {
    std::string words;     ///< "80 to 90 %"
    std::string from;      ///< "80 %"
    bool at_most = false;  ///< less is better: reached at the upper end or below
    bool operator==(const SaidRange&) const = default;
};

namespace goal_ranges {

/// The folded sentence with every range that `measure` or a count of tries can take replaced by the end from which on
/// it is reached; `found` tells which.
std::string reached_from(std::string folded, std::string_view measure, std::vector<SaidRange>& found);
/// "80 to 90 % is reached from 80 % on."; empty without ranges.
std::string say(const std::vector<SaidRange>& ranges);

}  // namespace goal_ranges
}  // namespace pegboard
