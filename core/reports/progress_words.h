// The words of a progress report for those who read it: the rules of core/progress say what is true, here it is said
// so that a family, a school or a clinic can use it. A family reads no percentage without the count behind it, no
// pace, no forecast and none of the profession's words.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/reports/progress_facts.h"

namespace pegboard::reports {

/// How it was at the start, the last time and is to be, short enough for a column. The last time is the newest value
/// that counts, with its day; the same in table, sentences and chart.
struct ThreeValues {
    std::string start, last, aim;
    std::optional<Date> last_on = {};
};
ThreeValues three_values(const ReportedGoal& goal, Audience audience);
/// "On track", "Closed as met on 3 May": a word that fits the numbers beside it.
Pill status_pill(const ReportedGoal& goal, Audience audience, Date today);
/// "8 in 10" for 80 percent.
std::string say_in_tens(double percent);
/// What the data say, a sentence each.
std::vector<std::string> what_we_see(const ReportedGoal& goal, Audience audience);
/// What comes next, by the goal and the rules.
std::vector<std::string> what_comes_next(const ReportedGoal& goal, Audience audience, Date today);
/// "Mateo has 6 goals in this report: 1 reached or closed as met, 3 on track or ahead, 2 to look at again."
std::string say_summary(const ProgressFacts& facts, const std::string& name);

}  // namespace pegboard::reports
