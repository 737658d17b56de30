// A chart of one goal over time: what was seen, where it should go, where it is going, and what else happened. A
// description alone, for the painter of the screen and the one of paper: days, numbers and words. It refuses to know
// goals, children and rules of progress.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/date.h"
#include "core/model/enums.h"

namespace pegboard {

enum class ChartMark {
    before,    ///< hollow square: baseline
    after,     ///< filled circle
    left_out,  ///< hollow and crossed: recorded, counts nowhere
};
struct ChartPoint {
    Date day = {};
    double value = 0;
    ChartMark mark = ChartMark::after;
    bool joined = false;           ///< a line leads here from the last point that counts
    bool reached = false;          ///< a halo: it met the goal
    std::string words = {};        ///< "66 %"
    std::string detail = {};       ///< "33 of 50, a spoken prompt. Ahead of the aim of 60 %."
    std::string note = {};         ///< as it was written
    int number = 0;                ///< of its note in the list below; 0: none
    std::optional<int> help = {};  ///< level in the strip below
    std::string help_words = {};
    bool outside = false;  ///< a day's values that were recorded outside a session
};
/// A vertical line with its name; the first may be the start of all, which draws no line.
struct ChartStretch {
    Date from = {};
    std::string name = {};
    bool before = false;  ///< baseline: lies on a sunken band
};
struct ChartEvent {
    Date from = {};
    std::optional<Date> until = {};  ///< last day; none for a single day
    std::string name = {};
    int number = 0;
};
struct ChartSegment {
    Date from = {}, to = {};
    double from_value = 0, to_value = 0;
    [[nodiscard]] double at(double day) const;  ///< goes on beyond both ends; `day` since 1970
};
/// A level to reach, with a peg at the right: filled once it is met.
struct ChartLevel {
    double value = 0;
    std::string words = {};  ///< "Goal 80 %"
    bool met = false;
    bool step = false;  ///< a step on the way: dotted
};
/// Where the trend line meets the goal, and the days between which its ends do; no last day when the data allow none.
struct ChartMeeting {
    Date day = {};
    Date from = {};
    std::optional<Date> until = {};
    std::string words = {};       ///< "Trend meets goal 11 Nov"
    std::string band_words = {};  ///< "23 Oct to 30 Nov"
};
struct ChartTick {
    double value = 0;
    std::string words = {};
};
struct ChartHelp {
    std::string name = {};                ///< "Help given"
    std::vector<std::string> words = {};  ///< of levels 0.. for the labels
    std::optional<int> allowed = {};      ///< the most a pass may have
};
struct GoalChart {
    std::string name = {};  ///< "Letters on the line: chart"
    Discipline series = Discipline::ot;
    Date from = {}, until = {};  ///< the whole time axis
    double low = 0, high = 100;
    std::vector<ChartTick> ticks = {};
    std::vector<ChartPoint> points = {};  ///< in order of day
    std::vector<ChartStretch> stretches = {};
    std::vector<ChartEvent> events = {};
    std::vector<ChartLevel> levels = {};
    std::optional<ChartSegment> aim = {}, trend = {};
    std::optional<ChartSegment> trend_low = {}, trend_high = {};  ///< the ends of its honest interval
    std::optional<ChartMeeting> meeting = {};
    std::optional<Date> due = {};
    std::string due_words = {};  ///< "Target 11 Dec"
    std::optional<ChartHelp> help = {};
};

// ------------------------------------------------------------------ axes (chart_ticks.cpp): pure
struct TimeTick {
    Date day = {};
    std::string words = {};
};
/// Days, Mondays, months, quarters or years: the finest that gives at most `most` ticks in the days shown.
std::vector<TimeTick> time_ticks(double from, double to, int most);
/// Round values from at or below `low` to at or above `high`, about `wanted` of them; steps of 1, 2, 2.5 or 5.
std::vector<double> value_ticks(double low, double high, int wanted, bool whole_numbers);

}  // namespace pegboard
