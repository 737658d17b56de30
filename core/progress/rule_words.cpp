// What the rules and their levers are called, and how values lie to one another, in words.
#include <array>

#include "core/progress/status.h"

namespace pegboard::progress {

std::string_view lever_words(Lever lever) {
    constexpr std::array<std::string_view, 7> words{"How often and how long it is practiced",
                                                    "Which prompts are given, and how they fade",
                                                    "The size of the step: smaller, or the next one",
                                                    "Where, when and with whom it is practiced",
                                                    "What makes it worth doing for this child",
                                                    "Sleep, pain, illness, medicine, glasses, equipment",
                                                    "Whether this goal still fits the child and the family"};
    return words[static_cast<std::size_t>(lever)];
}

std::string_view rule_words(DecisionRule rule, Verdict verdict) {
    struct Words {
        std::string_view too_few, change, raise, keep;
    };
    constexpr std::array<Words, 4> all{
        Words{"This rule needs 3 sessions before it can say anything",
              "The last 3 are all behind the aim line: change something",
              "The last 3 are all ahead of the aim line and at the goal: raise it or close it",
              "The last 3 do not all lie behind the aim line, nor all ahead of it at the goal: keep going"},
        Words{"This rule needs 6 sessions over 3 weeks before it can say anything",
              "The last 4 are all behind the aim line: change something",
              "The last 4 are all ahead of the aim line: raise the goal or the step",
              "The last 4 are not all on one side of the aim line: keep going"},
        Words{"This rule needs 3 sessions before it can say anything",
              "The median of the last 3 is behind the aim line: change something",
              "The median of the last 3 is ahead of the aim line and at the goal: raise it or close it",
              "The median of the last 3 is on the way: keep going"},
        Words{"This rule needs 8 sessions over 4 weeks before it can say anything",
              "The trend is less steep than the aim line: change something",
              "The trend is steeper than the aim line and has come up to it: raise the goal or the step",
              "The trend is about as steep as the aim line, or steeper: keep going"}};
    const Words& words = all[static_cast<std::size_t>(rule)];
    switch (verdict) {
        case Verdict::no_aim:
            return "This rule compares with an aim line, and there is none: it needs a baseline, a value to reach and "
                   "a due date";
        case Verdict::no_slope:
            return "This rule compares how fast values change, and levels of help or a rating have no pace: choose "
                   "another "
                   "rule";
        case Verdict::late:
            return "The trend is as steep as the aim line, but the last 3 are behind it and it heads past the due "
                   "date: change something";
        case Verdict::too_few:
            return words.too_few;
        case Verdict::change:
            return words.change;
        case Verdict::raise:
            return words.raise;
        case Verdict::keep_going:
            break;
    }
    return words.keep;
}

int false_alarms_in_100(DecisionRule rule) {
    constexpr std::array rates{67, 40, 98, 75};
    return rates[static_cast<std::size_t>(rule)];
}

std::string_view worse_than(const Criterion& criterion) {
    if (criterion.measure == "assist") return "with more help than";
    if (criterion.measure == "prompts") return "with more prompting than";
    if (!criterion.lower_is_better) return "below";
    if (criterion.measure == "time_s") return "slower than";
    if (criterion.measure == "latency_s") return "longer than";
    return criterion.measure == "deviation_mm" ? "farther off than" : "more than";
}

std::string_view better_than(const Criterion& criterion) {
    if (criterion.measure == "assist") return "with less help than";
    if (criterion.measure == "prompts") return "with less prompting than";
    if (!criterion.lower_is_better) return "above";
    if (criterion.measure == "time_s") return "faster than";
    if (criterion.measure == "latency_s") return "shorter than";
    return criterion.measure == "deviation_mm" ? "closer than" : "fewer than";
}

}  // namespace pegboard::progress
