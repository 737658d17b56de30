#include "core/progress/measure.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "core/rules/typed/units.h"

namespace pegboard::progress {
namespace {
using enum Better;
using enum TriesCount;
using enum Pooling;
constexpr std::array rules{
    MeasureRule{"trials", up, percent, 0, 0, 100, " %"},
    MeasureRule{"steps_pct", up, percent, 0, 0, 100, " %"},
    MeasureRule{"interval_pct", up, percent, 0, 0, 100, " %"},
    MeasureRule{"duration_s", up, Pooling::median, 1, 0, 0, " s", best},
    MeasureRule{"latency_s", down, Pooling::median, 1, 0, 600, " s"},
    MeasureRule{"time_s", down, Pooling::median, 1, 0, 0, " s"},
    MeasureRule{"count", up, Pooling::median, 1, 0, 0, "", total},
    MeasureRule{"rate_min", up, rate, 1, 0, 0, " a minute"},
    MeasureRule{"distance_cm", up, Pooling::median, 1, 0, 0, " cm"},
    MeasureRule{"deviation_mm", down, Pooling::median, 1, 0, 0, " mm"},
    MeasureRule{"in_bounds_pct", up, percent, 0, 0, 100, " %"},
    MeasureRule{"legible_pct", up, percent, 0, 0, 100, " %"},
    MeasureRule{"events", by_goal, Pooling::median, 1, 0, 0, "", total},
    MeasureRule{"assist", down, ordinal, 1, 0, 8, ""},
    MeasureRule{"prompts", down, ordinal, 1, 0, 0, "", middle},
    MeasureRule{"rating4", up, ordinal, 1, 0, 3, " of 3"},
    MeasureRule{"gas", up, ordinal, 1, -2, 2, ""},
};
constexpr std::array<std::string_view, 9> help_words{
    "no help",       "own equipment",        "an adult watching", "an adult close by", "a light touch",
    "a little help", "help with about half", "a lot of help",     "full help"};
constexpr std::array<std::string_view, 9> spoken_words{"no prompts",      "a wait",    "a picture prompt",
                                                       "a gesture",       "a hint",    "a spoken prompt",
                                                       "a demonstration", "part help", "hand help"};

std::string_view level_words(const std::array<std::string_view, 9>& words, int level) {
    return level >= 0 && level < 9 ? words[static_cast<std::size_t>(level)] : std::string_view{};
}
}  // namespace

const MeasureRule* measure_rule(std::string_view id) {
    for (const MeasureRule& rule : rules)
        if (rule.id == id) return &rule;
    return nullptr;
}

std::string_view assist_words(int level) { return level_words(help_words, level); }
std::string_view prompt_words(int level) { return level_words(spoken_words, level); }

Unit unit_of(std::string_view measure) {
    const MeasureRule* rule = measure_rule(measure);
    if (rule != nullptr && rule->pooling == Pooling::percent) return Unit::percent;
    if (measure.ends_with("_s")) return Unit::seconds;
    if (measure.ends_with("_cm")) return Unit::centimetres;
    return measure.ends_with("_mm") ? Unit::millimetres : Unit::none;
}

std::string say_plain(double value) {
    const double tenths = std::round(value * 10) / 10;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), tenths == std::round(tenths) ? "%.0f" : "%.1f", tenths + 0.0);
    return text.data();
}

std::string say_value(std::string_view measure, double value) {
    const MeasureRule* rule = measure_rule(measure);
    if (!rule) return say_plain(value);
    if (measure == "gas") return (value > 0 ? "+" : "") + say_plain(value);
    if (measure == "assist") {
        const std::string_view words = assist_words(static_cast<int>(std::lround(value)));
        return words.empty() ? "level " + say_plain(value) : std::string(words);
    }
    if (measure.ends_with("_s")) return units::say_time(value);
    if (measure == "distance_cm") return units::say_length(value);
    if (rule->pooling == Pooling::percent) return say_plain(std::round(value)) + std::string(rule->after);
    return say_plain(value) + std::string(rule->after);
}

}  // namespace pegboard::progress
