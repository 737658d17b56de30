// What a family is asked before a first visit: concerns, red flags, and the words for each result, English and Spanish.
// A conversation starter; it scores nothing by itself.
#pragma once
#include <string>
#include <vector>

namespace pegboard {

/// A part of daily life under which concerns are asked: "Dressing, eating and washing". In content order.
struct ConcernGroup {
    std::string id, name, name_es;
};
struct Concern {
    std::string id, words;
    std::string words_es;            ///< the same in Spanish, as the others below
    std::string in_short, short_es;  ///< a few words for a list: "Tight or tiring pencil hold"
    std::string group;               ///< id of its ConcernGroup
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
    std::string words_es;
    std::vector<std::string> sources;
};
struct ScreeningResult {
    std::string id;  ///< OT, PT, BOTH, WATCH, NONE, UNSURE, or a red flag's tier
    std::string words, title;
    std::string words_es, title_es;
};

}  // namespace pegboard
