// A goal of the bank: a sentence with six slots, examples for its target, and the criterion that is
// usual for it. It holds no child's words.
#pragma once
#include <string>
#include <vector>

namespace pegboard {

struct GoalTemplate {
    std::string id, skill, measure;
    /// "By {by}, {child} will pick up {target} ... with {assist} in {n} of {of} tries."
    std::string text;
    std::vector<std::string> targets;       ///< words for {target}, easiest first
    std::vector<double> values;             ///< the targets in the measure's unit; empty when they are words only
    int n = 0, of = 0;                      ///< usual ratio
    int mastery_percent = 0;                ///< the same as a percent: 80
    int sessions_in_row = 0;                ///< where the ratio counts tries: in so many sessions in a row
    int sessions_met = 0, sessions_of = 0;  ///< or in so many of so many sessions; 0 of 0: in a row
    int weeks = 0;                          ///< usual time to meet it
    std::string why;                        ///< the family or school routine it serves
    std::vector<std::string> needs;         ///< what a child must have for it: "wheelchair"; empty: as its activities
    /// Activities of its skill in which this very deed is done, where others of the skill do another; empty: all of
    /// them.
    std::vector<std::string> practiced_in;
    /// Of those the ones whose own count is data for this goal; empty: all that are measured as it is.
    std::vector<std::string> recorded_in;
    bool counted_apart = false;  ///< no activity's count is data for it: it is counted in its own routine
};

}  // namespace pegboard
