// In which order the blocks of a plan stand: fewest moves between table and floor, then what wears out least.
#include <algorithm>
#include <array>

#include "core/planning/model.h"
#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

constexpr int none = 2;  // seat class before the first block
constexpr int never = 100;

struct Run {
    std::vector<Placed> pins, floor, table;
};

/// Places one arc's blocks from the class `last`, choosing the exit that the rest of the session likes best.
struct Orderer {
    const Model& model;
    std::array<Run, 4> runs;
    std::vector<Placed> best, current;
    int fewest = never;

    [[nodiscard]] int seat(const Placed& block) const {
        return model.columns[static_cast<std::size_t>(block.column)].table ? 1 : 0;
    }
    void append(const std::vector<Placed>& blocks) { current.insert(current.end(), blocks.begin(), blocks.end()); }
    /// Depth first over the few ways to interleave; the first of the best ways wins.
    void place(std::size_t arc, std::size_t pinned, unsigned done, int last, int cost) {
        if (cost >= fewest) return;
        if (arc == 4) {
            fewest = cost;
            best = current;
            return;
        }
        const Run& run = runs[arc];
        const unsigned free = (run.floor.empty() ? 0U : 1U) | (run.table.empty() ? 0U : 2U);
        if (pinned == run.pins.size() && done == free) return place(arc + 1, 0, 0, last, cost);
        const std::size_t kept = current.size();
        const auto step = [&](const std::vector<Placed>& blocks, int next, std::size_t pins, unsigned now) {
            append(blocks);
            place(arc, pins, now, next, cost + (last != none && last != next ? 1 : 0));
            current.resize(kept);
        };
        if (pinned < run.pins.size()) step({run.pins[pinned]}, seat(run.pins[pinned]), pinned + 1, done);
        if ((free & ~done & 1U) != 0) step(run.floor, 0, pinned, done | 1U);
        if ((free & ~done & 2U) != 0) step(run.table, 1, pinned, done | 2U);
    }
};

/// Turns round blocks that stand side by side in one arc and at one seat, so that the session does not tire or harm:
/// what follows what is judged over the whole session.
class Sequence {
 public:
    Sequence(const Model& model, std::vector<Placed>& blocks) : model_(model), blocks_(blocks) {
        for (std::size_t i = 0; i < blocks.size(); ++i)
            movable_.push_back(std::ranges::count(model.pins, blocks[i].column, &Placed::column) == 0);
    }

    void settle() {
        constexpr int rounds = 2;
        for (int round = 0; round < rounds; ++round)
            for (std::size_t from = 0; from < blocks_.size();) {
                std::size_t to = from + 1;
                while (to < blocks_.size() && together(from, to)) ++to;
                arrange(from, to);
                from = to;
            }
    }

 private:
    [[nodiscard]] const Column& column(std::size_t block) const {
        return model_.columns[static_cast<std::size_t>(blocks_[block].column)];
    }
    [[nodiscard]] bool together(std::size_t one, std::size_t other) const {
        return movable_[one] && movable_[other] && blocks_[one].arc == blocks_[other].arc &&
               column(one).table == column(other).table;
    }

    /// The best of all orders of a few blocks, the first by id among equals; where there are many each is moved alone.
    void arrange(std::size_t from, std::size_t to) {
        constexpr std::size_t few = 6;
        const auto begin = blocks_.begin() + static_cast<std::ptrdiff_t>(from),
                   end = blocks_.begin() + static_cast<std::ptrdiff_t>(to);
        std::vector<Placed> best(begin, end);
        int least = harm();
        const auto keep_better = [&] {
            if (const int now = harm(); now < least) least = now, best.assign(begin, end);
        };
        if (to - from <= few) {
            const auto by_id = [](const Placed& one, const Placed& other) { return one.column < other.column; };
            std::sort(begin, end, by_id);
            least = harm();
            best.assign(begin, end);
            while (std::next_permutation(begin, end, by_id)) keep_better();
        } else {
            for (auto one = begin; one != end; ++one)
                for (auto other = one + 1; other != end; ++other) {
                    std::iter_swap(one, other);
                    keep_better();
                    std::copy(best.begin(), best.end(), begin);
                }
        }
        std::copy(best.begin(), best.end(), begin);
    }

    [[nodiscard]] int harm() const {
        int sum = 0;
        bool jumped = false;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Column& now = column(i);
            if (now.eases_in && jumped) sum += weights::harm_jump_before_return;
            jumped = jumped || now.impact;
            if (i == 0) continue;
            const Column& before = column(i - 1);
            if (now.vigorous && before.vigorous) sum += weights::harm_two_vigorous;
            for (std::size_t k = 0; k < i; ++k)
                if (column(k).skill == now.skill && now.skill >= 0 && column(k).from_months > now.from_months)
                    sum += weights::harm_harder_first;
            if (now.lands && before.lands) sum += weights::harm_two_jumps;
            if (now.strength && before.strength) sum += weights::harm_two_strength;
            if (now.active == before.active) sum += weights::harm_same_pace;
            if (i > 1 && now.prone && before.prone && column(i - 2).prone) sum += weights::harm_three_prone;
        }
        if (!blocks_.empty() && column(blocks_.size() - 1).strength) sum += weights::harm_strength_last;
        return sum;
    }

    const Model& model_;
    std::vector<Placed>& blocks_;
    std::vector<bool> movable_;
};

}  // namespace

std::vector<Placed> ordered(const Model& model, const std::vector<Placed>& chosen) {
    Orderer orderer{model, {}, {}, {}};
    for (const Placed& pin : model.pins) orderer.runs[static_cast<std::size_t>(pin.arc)].pins.push_back(pin);
    auto free = chosen;
    std::ranges::sort(free, {}, &Placed::column);
    for (const Placed& block : free) {
        Run& run = orderer.runs[static_cast<std::size_t>(block.arc)];
        (orderer.seat(block) == 1 ? run.table : run.floor).push_back(block);
    }
    orderer.place(0, 0, 0, none, 0);
    Sequence(model, orderer.best).settle();
    return orderer.best;
}

}  // namespace pegboard::planning
