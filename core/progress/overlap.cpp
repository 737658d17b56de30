#include "core/progress/overlap.h"

#include <algorithm>
#include <vector>

#include "core/progress/statistics.h"

namespace pegboard::progress {
namespace {
constexpr std::size_t fewest_each = 3;
constexpr std::size_t fewest_for_band = 5;
constexpr double too_much_leaning = 0.5;
}  // namespace

std::optional<Overlap> overlap(std::span<const double> before, std::span<const double> after) {
    if (before.size() < fewest_each || after.size() < fewest_each) return std::nullopt;
    std::vector<double> sorted(before.begin(), before.end());
    std::sort(sorted.begin(), sorted.end());
    const double level = *median(sorted);
    double halves = 0, over_level = 0;
    Overlap found;
    for (const double value : after) {
        const auto below = std::lower_bound(sorted.begin(), sorted.end(), value);
        const auto ties = std::upper_bound(below, sorted.end(), value) - below;
        halves += 2.0 * static_cast<double>(below - sorted.begin()) + static_cast<double>(ties);
        found.better_than_best += value > sorted.back();
        over_level += value > level ? 1 : value == level ? 0.5 : 0;
    }
    found.before = static_cast<int>(before.size());
    found.after = static_cast<int>(after.size());
    const double count = found.after;
    found.pnd = found.better_than_best / count;
    found.nap = halves / 2 / (found.before * count);
    found.tau = 2 * found.nap - 1;
    found.pem = over_level / count;
    return found;
}

const char* pnd_band(double pnd) {
    if (pnd > 0.9) return "very effective";
    if (pnd >= 0.7) return "effective";
    return pnd >= 0.5 ? "questionable" : "not effective";
}

std::optional<TwoSdBand> two_sd_band(std::span<const double> before, std::span<const double> after) {
    if (before.size() < fewest_for_band) return std::nullopt;
    const auto base = spread(before);
    TwoSdBand band{base->mean, base->mean - 2 * base->sd, base->mean + 2 * base->sd, -1, false, false};
    band.leans = lag_one(before).value_or(0) > too_much_leaning;
    const auto side = [&](double value) { return value > band.high ? 1 : value < band.low ? -1 : 0; };
    for (std::size_t i = 1; i < after.size(); ++i) {
        if (side(after[i]) == 0 || side(after[i]) != side(after[i - 1])) continue;
        band.notable_at = static_cast<int>(i);
        band.notable_better = side(after[i]) > 0;
        break;
    }
    return band;
}

}  // namespace pegboard::progress
