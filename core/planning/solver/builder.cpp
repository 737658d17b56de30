#include "core/planning/solver/builder.h"

#include <algorithm>

#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

/// Even where the clamp leaves bonuses worthless at the margin they tell blocks apart.
constexpr int least_share = share_parts / 16;

/// As dear as looking at so many options.
constexpr std::int64_t changed_minutes = 3, tried_plan = 7;

int met_of(const Target& target, unsigned covers) {
    return 8 * std::popcount(covers & target.must) + std::min(target.children, std::popcount(covers & cover_children));
}

}  // namespace

Builder::Value Builder::value_now() const {
    const Tally& now = ledger_.now();
    int changes = target_.changes(seats_, now.seat);
    if (changes >= SeatStates::never) changes = seats_.fewest(now.seat);
    if (now.blocks > 0 && now.used - ledger_.pins().used + changes * weights::seat_change_min > budget_) return {};
    return {met_of(target_, now.covers), units_of(model_, now, changes)};
}

Builder::Value Builder::value(const std::vector<Block>& blocks) {
    ledger_.clear();
    for (const Block& block : blocks)
        if (!ledger_.add((*options_)[block.option], block.minutes)) return {};
    return value_now();
}

int Builder::left() const {
    const Tally& now = ledger_.now();
    return budget_ - (now.used - ledger_.pins().used) - seats_.fewest(now.seat) * weights::seat_change_min;
}

bool Builder::chosen(std::size_t option) const {
    return std::ranges::any_of(blocks_, [&](const Block& block) { return block.option == option; });
}

/// The block that gains most beyond the cost of its minutes.
Builder::Step Builder::best_step(Units minute, bool needed_only) {
    Step best;
    const int left_now = left();
    const Tally& now = ledger_.now();
    const int met = met_of(target_, now.covers);
    effort_ += static_cast<std::int64_t>(options_->size());
    for (std::size_t j = 0; j < options_->size(); ++j) {
        const Option& option = (*options_)[j];
        const int most = std::min(option.longest, left_now - model_.transition);
        if (most < option.shortest || (needed_only && met_of(target_, now.covers | option.covers) <= met)) continue;
        if (chosen(j)) continue;
        const int seat = seats_.add(now.seat, option.kind);
        if (seat == SeatStates::impossible) continue;
        const int moves = seats_.fewest(seat) - seats_.fewest(now.seat);
        const Column& column = model_.columns[at(option.column)];
        Units cost = model_.seat_change * moves;
        for (const auto item : model_.items_of(column))
            if (!ledger_.carries(item)) cost += model_.item_cost[item];
        const int longest = most - moves * weights::seat_change_min;
        if (longest < option.shortest) continue;
        const auto worth = [&](int minutes) {
            Units sum =
                shared(option.bonus + model_.minute * minutes, share_) + cost + model_.own_cost(column, minutes);
            for (const FitEntry& fit : model_.fits_of(column)) {
                const ModelGoal& goal = model_.goals[fit.goal];
                const int tenths = ledger_.tenths()[fit.goal];
                sum += goal.earned(tenths + fit.tenths * minutes) - goal.earned(tenths);
            }
            return sum;
        };
        const int besides = model_.transition + moves * weights::seat_change_min;
        const Units spared = model_.own_cost(column, option.shortest) - model_.own_cost(column, longest);
        if (best.found && worth(longest) + spared - minute * (option.shortest + besides) <= best.gain) continue;
        // Where minutes are free, all up to the typical ones are worth taking.
        for (int m = minute > 0 ? option.shortest : std::clamp(option.typical, option.shortest, longest); m <= longest;
             ++m)
            if (const Units gain = worth(m) - minute * (m + besides); !best.found || gain > best.gain)
                best = {j, m, gain, true};
    }
    return best;
}

void Builder::cover() {
    for (;;) {
        const Step step = best_step(0, true);
        if (!step.found) return;
        // Shortest first: minutes are given out once all are served.
        const int minutes = (*options_)[step.option].shortest;
        if (!ledger_.add((*options_)[step.option], minutes)) return;
        blocks_.push_back({step.option, minutes});
    }
}

void Builder::grow(Units minute) {
    for (;;) {
        const Step step = best_step(minute, false);
        if (!step.found || step.gain <= 0) return;
        if (!ledger_.add((*options_)[step.option], step.minutes)) return;
        blocks_.push_back({step.option, step.minutes});
    }
}

/// Makes a block of the ledger longer, or shorter, by so many minutes.
void Builder::lengthen(Block& block, int by) {
    ledger_.lengthen((*options_)[block.option], block.minutes, by);
    block.minutes += by;
    effort_ += changed_minutes;
}

/// Gives minutes that are left to the block that gains most by one more.
void Builder::stretch() {
    Value best = value_now();
    for (;;) {
        Block* longer = nullptr;
        for (Block& block : blocks_) {
            if (!may_lengthen(block, 1)) continue;
            lengthen(block, 1);
            if (const Value now = value_now(); now > best) best = now, longer = &block;
            lengthen(block, -1);
        }
        if (longer == nullptr) return;
        lengthen(*longer, 1);
    }
}

/// Moves minutes from one block to another while that gains.
void Builder::shift_minutes() {
    Value best = value_now();
    for (bool moved = true; moved;) {
        moved = false;
        for (Block& from : blocks_)
            for (Block& to : blocks_) {
                if (&from == &to) continue;
                for (const int step : {1, 3}) {
                    if (!may_lengthen(from, -step) || !may_lengthen(to, step)) continue;
                    lengthen(from, -step);
                    lengthen(to, step);
                    if (const Value now = value_now(); now > best) {
                        best = now;
                        moved = true;
                    } else {
                        lengthen(to, -step);
                        lengthen(from, step);
                    }
                }
            }
    }
}

/// Fills what is left of the session around the blocks in the ledger.
void Builder::fill(Units minute) {
    cover();
    grow(minute);
    grow(0);
    stretch();
    shift_minutes();
}

/// Takes each block out in turn and fills the gap anew, as long as that gains.
void Builder::exchange(Units minute) {
    Value best = value_now();
    auto kept = blocks_;
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        bool any = false;
        for (std::size_t out = 0; out < kept.size(); ++out) {
            blocks_ = kept;
            blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(out));
            value(blocks_);
            fill(minute);
            if (const Value now = value_now(); now > best) {
                best = now;
                kept = blocks_;
                any = true;
            }
        }
        if (!any) break;
    }
    blocks_ = kept;
}

/// Offers what the ledger holds. True when that was taken.
bool Builder::offer(Best& best) {
    const Value now = value_now();
    const Tally& tally = ledger_.now();
    if (now.met < 0 || !target_.met(tally.covers) || !best.could_be(now.units, tally)) return false;
    if (target_.changes(seats_, tally.seat) >= SeatStates::never) return false;
    std::vector<Placed> chosen;
    for (const Block& block : blocks_) chosen.push_back({(*options_)[block.option].column, Arc::main, block.minutes});
    return best.offer(now.units, tally, chosen);
}

/// True when a block may be so much longer, or shorter.
bool Builder::may_lengthen(const Block& block, int by) const {
    const Option& option = (*options_)[block.option];
    const int minutes = block.minutes + by;
    // Its places were given to it by the minutes it had.
    const bool keeps_places = by < 0 || option.kind_for(minutes) == option.kind_for(block.minutes);
    return minutes >= option.shortest && minutes <= option.longest && keeps_places;
}

/// Tries other minutes: a few more or less, or moved from one block to another.
bool Builder::settle_minutes(Best& best) {
    value(blocks_);
    for (Block& block : blocks_)
        for (const int step : {-3, -1, 1, 3}) {
            if (!may_lengthen(block, step)) continue;
            lengthen(block, step);
            if (offer(best)) return true;
            for (Block& other : blocks_) {
                if (&other == &block || !may_lengthen(other, -step)) continue;
                lengthen(other, -step);
                if (offer(best)) return true;
                lengthen(other, step);
            }
            lengthen(block, -step);
        }
    return false;
}

/// Tries every block without, and every other activity in its place.
bool Builder::settle_blocks(Best& best) {
    const auto kept = blocks_;
    std::vector<char> taken(options_->size(), 0);
    for (const Block& block : kept) taken[block.option] = 1;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(i));
        value(blocks_);
        if (offer(best)) return true;
        blocks_ = kept;
        const Tally without = ledger_.now();
        effort_ += tried_plan * static_cast<std::int64_t>(options_->size());
        for (std::size_t j = 0; j < options_->size(); ++j) {
            const Option& option = (*options_)[j];
            const int minutes = std::clamp(kept[i].minutes, option.shortest, option.longest);
            if (taken[j] != 0 || minutes > kept[i].minutes || !ledger_.add(option, minutes)) continue;
            blocks_[i] = {j, minutes};
            if (offer(best)) return true;
            ledger_.take_back(option, minutes, without);
        }
        blocks_ = kept;
    }
    return false;
}

/// Takes over those blocks whose activities are among the options.
void Builder::put(const std::vector<Placed>& blocks) {
    blocks_.clear();
    for (const Placed& block : blocks)
        for (std::size_t j = 0; j < options_->size(); ++j)
            if ((*options_)[j].column == block.column) blocks_.push_back({j, block.minutes});
}

void Builder::settle(const std::vector<Option>& options, Best& best) {
    if (!best.known) return;
    options_ = &options;
    put(best.chosen);
    if (blocks_.size() != best.chosen.size()) return;
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round)
        if (!settle_minutes(best) && !settle_blocks(best)) break;
    ledger_.clear();
}

void Builder::build(const std::vector<Option>& options, Units minute, int share, Best& best) {
    build_on({}, options, minute, share, best);
}

void Builder::build_on(const std::vector<Placed>& start, const std::vector<Option>& options, Units minute, int share,
                       Best& best) {
    options_ = &options;
    share_ = std::max(share, least_share);
    put(start);
    if (value(blocks_).met < 0) {
        blocks_.clear();
        ledger_.clear();
    }
    fill(minute);
    exchange(minute);
    value(blocks_);
    offer(best);
    ledger_.clear();
}

}  // namespace pegboard::planning
