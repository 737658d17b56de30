// What a family is asked before a first visit: concerns, red flags, and the words for each result.
// A conversation starter; it scores nothing by itself.
#pragma once
#include <string>
#include <vector>

namespace pegboard {

struct Concern {
    std::string id, words;
    std::string route;               ///< OT, PT or BOTH
    std::vector<std::string> focus;  ///< focus areas it points to, the nearest first
    int from_months = 0;             ///< asked from this age on
    int week_under_months = 0;       ///< below this age any answer above "no" means the doctor this week; 0 = never
    std::vector<std::string> sources;
};
struct RedFlag {
    std::string id;
    std::string tier;  ///< 911: call now; today: the doctor today; week: the pediatrician this week
    std::string words, why;
    std::vector<std::string> sources;
};
struct ScreeningResult {
    std::string id;  ///< OT, PT, BOTH, WATCH, NONE, UNSURE, or a red flag's tier
    std::string words;
};

}  // namespace pegboard
