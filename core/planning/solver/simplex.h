// A small linear program solved by the bounded primal simplex method with a dense basis inverse (Dantzig 1963):
// maximise cost x subject to rows A x <= right with right >= 0 and 0 <= x <= upper. It gives the rows' prices; rounding
// is the caller's affair, who only takes bounds from prices and never trusts the optimum itself.
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace pegboard::planning {

class Simplex {
 public:
    struct Entry {
        std::uint16_t row;
        double factor;
    };
    explicit Simplex(std::vector<double> right) : right_(std::move(right)) {}

    /// A variable between 0 and `upper`.
    void add(double cost, double upper, std::span<const Entry> entries);
    [[nodiscard]] std::size_t variables() const { return columns_.size(); }
    /// What a variable earns from now on. The next solve() goes on from where the last one ended.
    void set_cost(std::size_t variable, double cost) { columns_[variable].cost = cost; }
    /// Prices of the rows at the optimum, or after `most_steps`; never below zero.
    std::vector<double> solve(int most_steps);
    /// Entries that the last solve() looked at, roughly; the work of a step is counted in them too.
    [[nodiscard]] std::int64_t effort() const { return effort_; }
    /// After solve(): the value of a variable.
    [[nodiscard]] double value(std::size_t variable) const { return value_[variable]; }

 private:
    struct Column {
        double cost, upper;
        std::uint32_t from, to;
    };
    void start();
    void price_rows();
    // The two innermost loops stand here, where every caller takes them in.
    [[nodiscard]] double price_out(const Column& column) const {
        double gain = column.cost;
        for (std::uint32_t e = column.from; e < column.to; ++e) gain -= prices_[entries_[e].row] * entries_[e].factor;
        return gain;
    }
    /// What a unit of a variable gains, upward from 0 or downward from its limit.
    [[nodiscard]] double gain_of(std::size_t variable) const {
        if (state_[variable] == 2) return 0;
        const double gain = price_out(columns_[variable]);
        return state_[variable] == 0 ? gain : -gain;
    }
    int entering(bool& upward);
    bool look_for_candidates();
    void direction(std::size_t variable);
    bool move(int variable, bool upward);
    void pivot(std::size_t row);

    std::vector<double> right_;
    std::vector<Column> columns_;
    std::vector<Entry> entries_;
    std::int64_t effort_ = 0;
    // State: `basic_` holds a variable by row, or -1 - row for the row's own slack.
    std::vector<int> basic_;
    std::vector<char> state_;  ///< of a variable: 0 at 0, 1 at its upper limit, 2 basic
    std::vector<char> slack_out_;
    std::vector<std::pair<double, std::size_t>> candidates_;  ///< variables that gained most when all were looked at
    std::vector<double> inverse_, level_, prices_, direction_, value_;
};

}  // namespace pegboard::planning
