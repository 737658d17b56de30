#include "core/planning/solver/simplex.h"

#include <algorithm>
#include <cmath>

namespace pegboard::planning {
namespace {

constexpr double small = 1e-9;
constexpr std::size_t most_candidates = 16;
constexpr int nothing = -1'000'000;
std::size_t at(int number) { return static_cast<std::size_t>(number); }

}  // namespace

void Simplex::add(double cost, double upper, std::span<const Entry> entries) {
    const auto from = static_cast<std::uint32_t>(entries_.size());
    entries_.insert(entries_.end(), entries.begin(), entries.end());
    columns_.push_back({cost, upper, from, static_cast<std::uint32_t>(entries_.size())});
}

/// Looks at every variable and keeps the most gaining few. False when none gains.
bool Simplex::look_for_candidates() {
    candidates_.clear();
    effort_ += static_cast<std::int64_t>(entries_.size());
    for (std::size_t v = 0; v < columns_.size(); ++v)
        if (const double gain = gain_of(v); gain > small) candidates_.emplace_back(-gain, v);
    const auto kept = std::min(candidates_.size(), most_candidates);
    std::ranges::partial_sort(candidates_, candidates_.begin() + static_cast<std::ptrdiff_t>(kept));
    candidates_.resize(kept);
    return kept > 0;
}

/// The variable that gains most a unit among the candidates, or among all when no candidate gains any more (multiple
/// pricing); slacks are always looked at and are numbered -1 - row. -1000000 when none gains.
int Simplex::entering(bool& upward) {
    for (bool fresh = false;; fresh = true) {
        int best = nothing;
        double most = small;
        for (const auto& [before, v] : candidates_)
            if (const double gain = gain_of(v); gain > most)
                most = gain, best = static_cast<int>(v), upward = state_[v] == 0;
        for (std::size_t row = 0; row < right_.size(); ++row)
            if (slack_out_[row] != 0 && -prices_[row] > most)
                most = -prices_[row], best = -1 - static_cast<int>(row), upward = true;
        if (best != nothing || fresh || !look_for_candidates()) return best;
    }
}

/// How the basic levels fall for a unit of the variable.
void Simplex::direction(std::size_t variable) {
    const std::size_t rows = right_.size();
    std::ranges::fill(direction_, 0.0);
    const Column& column = columns_[variable];
    for (std::uint32_t e = column.from; e < column.to; ++e) {
        const double factor = entries_[e].factor;
        const double* in = &inverse_[entries_[e].row];
        for (std::size_t row = 0; row < rows; ++row) direction_[row] += in[row * rows] * factor;
    }
}

void Simplex::pivot(std::size_t leaving) {
    const std::size_t rows = right_.size();
    double* mine = &inverse_[leaving * rows];
    const double by = 1 / direction_[leaving];
    for (std::size_t k = 0; k < rows; ++k) mine[k] *= by;
    for (std::size_t row = 0; row < rows; ++row) {
        const double factor = direction_[row];
        if (row == leaving || std::abs(factor) < 1e-12) continue;
        double* other = &inverse_[row * rows];
        for (std::size_t k = 0; k < rows; ++k) other[k] -= factor * mine[k];
    }
}

/// Moves the variable as far as it goes. False when nothing stops it, which the rows of a plan never allow.
bool Simplex::move(int variable, bool upward) {
    const std::size_t rows = right_.size();
    const bool slack = variable < 0;
    if (slack) {
        const std::size_t own = at(-1 - variable);
        for (std::size_t row = 0; row < rows; ++row) direction_[row] = inverse_[row * rows + own];
    } else {
        direction(at(variable));
    }
    const double sign = upward ? 1 : -1;
    double furthest = slack ? 1e30 : columns_[at(variable)].upper;
    std::size_t leaving = rows;
    bool at_upper = false;
    double pivot_size = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const double falls = sign * direction_[row];
        if (std::abs(falls) < small) continue;
        const double upper = basic_[row] < 0 ? 1e30 : columns_[at(basic_[row])].upper;
        const double room = falls > 0 ? level_[row] / falls : (upper - level_[row]) / -falls;
        const double reach = std::max(0.0, room);
        if (reach > furthest + small || (reach > furthest - small && std::abs(falls) <= pivot_size)) continue;
        if (leaving == rows && reach >= furthest) continue;
        furthest = std::min(furthest, reach);
        leaving = row;
        at_upper = falls < 0;
        pivot_size = std::abs(falls);
    }
    if (furthest > 1e29) return false;
    for (std::size_t row = 0; row < rows; ++row) level_[row] -= sign * furthest * direction_[row];
    if (leaving == rows) {
        state_[at(variable)] = upward ? 1 : 0;
        return true;
    }
    const double gain = slack ? -prices_[at(-1 - variable)] : price_out(columns_[at(variable)]);
    const int out = basic_[leaving];
    if (out < 0)
        slack_out_[at(-1 - out)] = 1;
    else
        state_[at(out)] = at_upper ? 1 : 0;
    pivot(leaving);
    // New prices: the entering variable gains nothing any more.
    const double* row = &inverse_[leaving * rows];
    for (std::size_t k = 0; k < rows; ++k) prices_[k] += gain * row[k];
    basic_[leaving] = variable;
    if (slack) {
        slack_out_[at(-1 - variable)] = 0;
        level_[leaving] = furthest;
    } else {
        level_[leaving] = upward ? furthest : columns_[at(variable)].upper - furthest;
        state_[at(variable)] = 2;
    }
    return true;
}

/// The basis of all slacks, or of what a single row limits and would come in for its slack at once.
void Simplex::start() {
    const std::size_t rows = right_.size();
    basic_.resize(rows);
    slack_out_.assign(rows, 0);
    state_.assign(columns_.size(), 0);
    inverse_.assign(rows * rows, 0);
    direction_.assign(rows, 0);
    level_ = right_;
    for (std::size_t row = 0; row < rows; ++row) {
        basic_[row] = -1 - static_cast<int>(row);
        inverse_[row * rows + row] = 1;
        // Rows without room would stall the method: a hair of room each, every one another.
        level_[row] += 1e-7 * (1 + static_cast<double>(row * 7 % 13));
    }
    for (std::size_t v = 0; v < columns_.size(); ++v) {
        const Column& column = columns_[v];
        if (column.to - column.from != 1 || column.cost <= 0) continue;
        const Entry& only = entries_[column.from];
        if (only.factor != 1 || basic_[only.row] >= 0 || level_[only.row] > column.upper) continue;
        basic_[only.row] = static_cast<int>(v);
        slack_out_[only.row] = 1;
        state_[v] = 2;
    }
}

/// The rows' prices at the present basis and costs.
void Simplex::price_rows() {
    const std::size_t rows = right_.size();
    prices_.assign(rows, 0);
    for (std::size_t row = 0; row < rows; ++row) {
        const double cost = basic_[row] < 0 ? 0 : columns_[at(basic_[row])].cost;
        if (cost == 0) continue;
        for (std::size_t k = 0; k < rows; ++k) prices_[k] += cost * inverse_[row * rows + k];
    }
}

std::vector<double> Simplex::solve(int most_steps) {
    if (basic_.empty()) start();
    price_rows();
    candidates_.clear();
    effort_ = 0;
    for (int step = 0; step < most_steps; ++step) {
        bool upward = true;
        const int variable = entering(upward);
        if (variable == nothing || !move(variable, upward)) break;
        constexpr std::size_t for_a_step = 60, products_an_entry = 25;
        effort_ += static_cast<std::int64_t>(for_a_step + right_.size() * right_.size() / products_an_entry);
    }
    value_.assign(columns_.size(), 0);
    for (std::size_t v = 0; v < columns_.size(); ++v) value_[v] = state_[v] == 1 ? columns_[v].upper : 0;
    for (std::size_t row = 0; row < right_.size(); ++row)
        if (basic_[row] >= 0) value_[at(basic_[row])] = level_[row];
    std::vector<double> prices = prices_;
    for (double& price : prices) price = std::max(0.0, price);
    return prices;
}

}  // namespace pegboard::planning
