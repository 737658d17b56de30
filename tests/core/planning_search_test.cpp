// The planner's inner parts by themselves: the ledger's sums and the linear programs' optima.
#include <gtest/gtest.h>

#include <random>

#include "core/planning/build.h"
#include "core/planning/solver/options.h"
#include "core/planning/solver/simplex.h"
#include "tests/core/planning_fixture.h"
#include "tests/core/planning_random.h"

namespace pegboard::planning_test {
namespace {

using namespace planning;

bool same(const Ledger& one, const Ledger& other) {
    const Tally &a = one.now(), &b = other.now();
    return one.tenths() == other.tenths() &&
           std::tie(a.goals, a.bonuses, a.costs, a.used, a.items, a.off, a.blocks) ==
               std::tie(b.goals, b.bonuses, b.costs, b.used, b.items, b.off, b.blocks);
}

TEST(PlanLedger, ABlockMadeLongerCountsAsIfTakenThatLong) {
    RandomSessions chance(library(), 21);
    int lengthened = 0;
    for (int round = 0; round < 150; ++round) {
        Wish wish;
        wish.children = chance.number(1, 6);
        wish.minutes = 90;
        const Facts facts = chance.next(wish);
        const Situation situation(facts, index());
        const Model model = build(situation);
        const SeatChanges changes(model);
        SeatStates seats(model, changes);
        Ledger at_once(model, seats), step_by_step(model, seats);
        for (const Option& option : read_options(model, wish.minutes)) {
            if (at_once.now().blocks > 6) break;
            const int minutes = chance.number(option.shortest, option.longest);
            const int before = chance.number(option.shortest, option.longest);
            if (option.kind_for(before) != option.kind_for(minutes)) continue;  // it would lose or win a place
            if (!at_once.add(option, minutes)) continue;
            ASSERT_TRUE(step_by_step.add(option, before));
            step_by_step.lengthen(option, before, minutes - before);
            lengthened += minutes != before ? 1 : 0;
            ASSERT_TRUE(same(at_once, step_by_step));
        }
    }
    EXPECT_GT(lengthened, 80);
}

/// A random program with some rows that give a variable of their own its room, as a plan's goals do.
struct Program {
    std::vector<double> right, cost, upper;
    std::vector<std::vector<Simplex::Entry>> columns;

    explicit Program(std::mt19937_64& chance) {
        const auto number = [&](int low, int high) {
            return low + static_cast<int>(chance() % static_cast<std::uint64_t>(high - low + 1));
        };
        const int rows = number(2, 9);
        for (int row = 0; row < rows; ++row) right.push_back(number(0, 2) == 0 ? 0 : number(1, 20));
        for (int row = 0; row < rows; row += 2)
            add(number(-1, 6), number(1, 5), {{static_cast<std::uint16_t>(row), 1}});
        for (int more = number(1, 25); more > 0; --more) {
            std::vector<Simplex::Entry> entries;
            for (int row = 0; row < rows; ++row)
                if (number(0, 2) == 0) entries.push_back({static_cast<std::uint16_t>(row), number(-4, 6) * 0.5});
            add(number(-3, 5), number(1, 3), std::move(entries));
        }
    }
    void add(double earns, double most, std::vector<Simplex::Entry> entries) {
        cost.push_back(earns);
        upper.push_back(most);
        columns.push_back(std::move(entries));
    }
    [[nodiscard]] Simplex simplex() const {
        Simplex made(right);
        for (std::size_t v = 0; v < cost.size(); ++v) made.add(cost[v], upper[v], columns[v]);
        return made;
    }
    [[nodiscard]] double earned(const Simplex& solved) const {
        double sum = 0;
        for (std::size_t v = 0; v < cost.size(); ++v) sum += cost[v] * solved.value(v);
        return sum;
    }
    /// No solution earns more than its rows and limits are worth at any prices (weak duality).
    [[nodiscard]] double bound(const std::vector<double>& prices) const {
        double sum = 0;
        for (std::size_t row = 0; row < right.size(); ++row) sum += right[row] * prices[row];
        for (std::size_t v = 0; v < cost.size(); ++v) {
            double gain = cost[v];
            for (const auto& entry : columns[v]) gain -= prices[entry.row] * entry.factor;
            sum += std::max(0.0, gain) * upper[v];
        }
        return sum;
    }
    [[nodiscard]] bool kept(const Simplex& solved) const {
        std::vector<double> used(right.size(), 0);
        for (std::size_t v = 0; v < cost.size(); ++v) {
            if (solved.value(v) < -1e-5 || solved.value(v) > upper[v] + 1e-5) return false;
            for (const auto& entry : columns[v]) used[entry.row] += entry.factor * solved.value(v);
        }
        for (std::size_t row = 0; row < right.size(); ++row)
            if (used[row] > right[row] + 1e-4) return false;
        return true;
    }
};

TEST(PlanSimplex, WhatItEarnsIsWhatItsPricesAllow) {
    std::mt19937_64 chance(5);
    constexpr int steps = 1000;
    for (int round = 0; round < 500; ++round) {
        Program program(chance);
        Simplex simplex = program.simplex();
        for (int again = 0; again < 3; ++again) {
            const auto prices = simplex.solve(steps);
            ASSERT_TRUE(program.kept(simplex)) << round;
            ASSERT_NEAR(program.earned(simplex), program.bound(prices), 1e-3) << round;
            // The next solution goes on from this one.
            const std::size_t which = chance() % program.cost.size();
            program.cost[which] = static_cast<double>(chance() % 9) - 3;
            simplex.set_cost(which, program.cost[which]);
        }
    }
}

}  // namespace
}  // namespace pegboard::planning_test
