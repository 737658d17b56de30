#include "core/progress/attainment.h"

#include <cmath>
#include <set>

#include "core/rules/typed/typed_text.h"

namespace pegboard::progress {
namespace {
constexpr int goals_wanted = 3;
bool blank(const std::string& text) { return without_blanks(text).empty(); }
}  // namespace

std::optional<double> t_score(std::span<const Attained> goals, double rho) {
    double weighted = 0, squares = 0, sum = 0;
    for (const Attained& goal : goals) {
        if (goal.weight <= 0) return std::nullopt;
        weighted += goal.weight * goal.level;
        squares += goal.weight * goal.weight;
        sum += goal.weight;
    }
    if (goals.empty()) return std::nullopt;
    return 50 + 10 * weighted / std::sqrt((1 - rho) * squares + rho * sum * sum);
}

AttainmentReport attainment_report(std::vector<AttainmentLine> lines) {
    AttainmentReport report;
    std::vector<Attained> start, now;
    for (const AttainmentLine& line : lines) {
        if (!line.start || !line.now) continue;
        start.push_back({static_cast<double>(*line.start), static_cast<double>(line.weight)});
        now.push_back({static_cast<double>(*line.now), static_cast<double>(line.weight)});
    }
    report.counted = static_cast<int>(now.size());
    report.few = report.counted < goals_wanted;
    report.start = t_score(start);
    report.now = t_score(now);
    if (report.start && report.now) report.change = *report.now - *report.start;
    report.lines = std::move(lines);
    return report;
}

Status check_levels(const std::array<std::string, 5>& levels) {
    std::set<std::string> different;
    int filled = 0;
    for (const std::string& level : levels) {
        filled += !blank(level);
        different.insert(level);
    }
    if (filled == 0) return {};
    if (filled < 5) return invalid("gas_levels", "Describe all five levels, so that each result has its place.");
    if (different.size() < 5) return invalid("gas_levels", "Two levels read the same. Make each one its own step.");
    return {};
}

}  // namespace pegboard::progress
