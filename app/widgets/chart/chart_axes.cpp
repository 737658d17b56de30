// The shown part of a chart: arithmetic on days.
#include <algorithm>

#include "app/widgets/chart/chart.h"

namespace pegboard {
namespace {

constexpr double least_days = 7;

}  // namespace

std::pair<double, double> shown_days(const GoalChart& chart, const ChartView& view) {
    const double from = chart.from.day, to = std::max(chart.until.day, chart.from.day + 1);
    if (view.to <= view.from) return {from, to};
    return {std::clamp(view.from, from, to - 1), std::clamp(view.to, from + 1, to)};
}

void zoom(const GoalChart& chart, ChartView& view, double factor, double about) {
    const double from = chart.from.day, to = std::max(chart.until.day, chart.from.day + 1);
    const auto [left, right] = shown_days(chart, view);
    const double span = std::clamp((right - left) * factor, std::min(least_days, to - from), to - from);
    if (span >= to - from - 0.01) {
        view.from = view.to = 0;
        return;
    }
    const double share = right > left ? std::clamp((about - left) / (right - left), 0.0, 1.0) : 0.5;
    view.from = std::clamp(about - share * span, from, to - span);
    view.to = view.from + span;
}

void pan(const GoalChart& chart, ChartView& view, double days) {
    if (view.to <= view.from) return;
    const double span = view.to - view.from;
    view.from = std::clamp(view.from + days, static_cast<double>(chart.from.day), chart.until.day - span);
    view.to = view.from + span;
}

void show_day(const GoalChart& chart, ChartView& view, double day) {
    if (view.to <= view.from) return;
    const double room = (view.to - view.from) * 0.05;
    if (day < view.from + room) pan(chart, view, day - room - view.from);
    if (day > view.to - room) pan(chart, view, day + room - view.to);
}

}  // namespace pegboard
