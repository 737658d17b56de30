// Ticks of a chart: arithmetic on days and values.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/progress/chart/goal_chart.h"

namespace pegboard {
namespace {

enum class Step { day, week, month, quarter, year };

/// The first tick at or after `from`.
Date first_tick(Step step, Date from) {
    if (step == Step::day) return from;
    if (step == Step::week) return from + (7 - weekday(from)) % 7;
    YearMonthDay at = parts(from);
    if (at.day > 1) at = parts(add_months(*make_date(at.year, at.month, 1), 1));
    if (step == Step::month) return *make_date(at.year, at.month, 1);
    if (step == Step::quarter) return add_months(*make_date(at.year, at.month, 1), (13 - at.month) % 3);
    return *make_date(at.month == 1 ? at.year : at.year + 1, 1, 1);
}

Date next_tick(Step step, Date at) {
    switch (step) {
        case Step::day:
            return at + 1;
        case Step::week:
            return at + 7;
        case Step::month:
            return add_months(at, 1);
        case Step::quarter:
            return add_months(at, 3);
        case Step::year:
            break;
    }
    return add_months(at, 12);
}

std::string tick_words(Step step, Date day, bool first) {
    const YearMonthDay at = parts(day);
    const std::string day_month = say_short(day, day);  // "5 Oct"
    const std::string month = day_month.substr(day_month.find(' ') + 1);
    if (step == Step::year) return std::to_string(at.year);
    const bool with_year = first || (at.month == 1 && (step != Step::week || at.day <= 7));
    if (step == Step::day || step == Step::week) return first ? say(day) : day_month;
    return with_year ? month + " " + std::to_string(at.year) : month;
}

double step_about(double raw) {
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double nice : {1.0, 2.0, 2.5, 5.0})
        if (raw <= nice * power * 1.0001) return nice * power;
    return 10 * power;
}

}  // namespace

double ChartSegment::at(double day) const {
    const double days = to.day - from.day;
    if (days == 0) return to_value;
    return from_value + (to_value - from_value) * (day - from.day) / days;
}

std::vector<TimeTick> time_ticks(double from, double to, int most) {
    std::vector<TimeTick> ticks;
    const double days = std::max(1.0, to - from);
    constexpr std::array lengths{1.0, 7.0, 30.4, 91.3, 365.2};
    std::size_t chosen = 0;
    while (chosen + 1 < lengths.size() && days / lengths[chosen] > std::max(1, most)) ++chosen;
    const Step step = static_cast<Step>(chosen);
    const Date last{static_cast<int>(std::floor(to))};
    for (Date day = first_tick(step, Date{static_cast<int>(std::ceil(from))}); day <= last; day = next_tick(step, day))
        ticks.push_back({day, tick_words(step, day, ticks.empty())});
    return ticks;
}

std::vector<double> value_ticks(double low, double high, int wanted, bool whole_numbers) {
    if (!(high > low)) high = low + 1;
    double step = step_about((high - low) / std::max(1, wanted));
    if (whole_numbers) step = std::max(1.0, std::ceil(step));
    std::vector<double> ticks;
    const double first = std::floor(low / step + 1e-9);
    const double last = std::ceil(high / step - 1e-9);
    for (double at = first; at <= last + 0.5; ++at) ticks.push_back(at * step);
    return ticks;
}

}  // namespace pegboard
