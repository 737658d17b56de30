#include "core/planning/builder.h"

#include <algorithm>

#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

/// Even where the clamp leaves bonuses worthless at the margin they tell blocks apart.
constexpr int least_share = share_parts / 16;

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
        for (int m = option.shortest; m <= most - moves * weights::seat_change_min; ++m) {
            Units gain = shared(option.bonus + model_.minute * m, share_) + cost -
                         minute * (m + model_.transition + moves * weights::seat_change_min);
            for (const FitEntry& fit : model_.fits_of(column)) {
                const ModelGoal& goal = model_.goals[fit.goal];
                const int tenths = ledger_.tenths()[fit.goal];
                gain += goal.earned(tenths + fit.tenths * m) - goal.earned(tenths);
            }
            if (!best.found || gain > best.gain) best = {j, m, gain, true};
        }
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

/// Gives minutes that are left to the block that gains most by one more.
bool Builder::stretch() {
    Value best = value(blocks_);
    bool any = false;
    for (;;) {
        std::size_t where = blocks_.size();
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].minutes >= (*options_)[blocks_[i].option].longest) continue;
            ++blocks_[i].minutes;
            if (const Value now = value(blocks_); now > best) best = now, where = i;
            --blocks_[i].minutes;
        }
        if (where == blocks_.size()) return any;
        ++blocks_[where].minutes;
        any = true;
    }
}

/// Moves minutes from one block to another while that gains.
bool Builder::shift_minutes() {
    Value best = value(blocks_);
    bool any = false, moved = true;
    while (moved) {
        moved = false;
        for (auto& from : blocks_)
            for (auto& to : blocks_) {
                if (&from == &to) continue;
                for (const int step : {1, 3}) {
                    if (from.minutes - step < (*options_)[from.option].shortest ||
                        to.minutes + step > (*options_)[to.option].longest)
                        continue;
                    from.minutes -= step;
                    to.minutes += step;
                    if (const Value now = value(blocks_); now > best) {
                        best = now;
                        any = moved = true;
                    } else {
                        from.minutes += step;
                        to.minutes -= step;
                    }
                }
            }
    }
    return any;
}

/// Takes each block out in turn and fills the gap anew, as long as that gains.
void Builder::exchange(Units minute) {
    Value best = value(blocks_);
    auto kept = blocks_;
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        bool any = false;
        for (std::size_t out = 0; out < kept.size(); ++out) {
            blocks_ = kept;
            blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(out));
            value(blocks_);
            cover();
            grow(minute);
            grow(0);
            stretch();
            shift_minutes();
            if (const Value now = value(blocks_); now > best) {
                best = now;
                kept = blocks_;
                any = true;
            }
        }
        if (!any) break;
    }
    blocks_ = kept;
}

void Builder::keep(Best& best) {
    const Value now = value(blocks_);
    if (now.met < 0 || !target_.met(ledger_.now().covers)) return;
    if (target_.changes(seats_, ledger_.now().seat) >= SeatStates::never) return;
    std::vector<Placed> chosen;
    for (const Block& block : blocks_) chosen.push_back({(*options_)[block.option].column, Arc::main, block.minutes});
    best.offer(now.units, ledger_.now(), chosen);
}

bool Builder::offer(Best& best) {
    const Rank before = best.rank;
    const std::int64_t score = best.score;
    keep(best);
    return best.score != score || best.rank != before;
}

bool Builder::fits(const Block& block) const {
    const Option& option = (*options_)[block.option];
    return block.minutes >= option.shortest && block.minutes <= option.longest;
}

/// Tries other minutes: a few more or less, or moved from one block to another.
bool Builder::settle_minutes(Best& best) {
    for (std::size_t i = 0; i < blocks_.size(); ++i)
        for (const int step : {-3, -1, 1, 3}) {
            blocks_[i].minutes += step;
            if (fits(blocks_[i])) {
                if (offer(best)) return true;
                for (std::size_t j = 0; j < blocks_.size(); ++j) {
                    if (j == i) continue;
                    blocks_[j].minutes -= step;
                    if (fits(blocks_[j]) && offer(best)) return true;
                    blocks_[j].minutes += step;
                }
            }
            blocks_[i].minutes -= step;
        }
    return false;
}

/// Tries every block without, and every other activity in its place.
bool Builder::settle_blocks(Best& best) {
    const auto kept = blocks_;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        blocks_ = kept;
        blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(i));
        if (offer(best)) return true;
        for (std::size_t j = 0; j < options_->size(); ++j) {
            blocks_ = kept;
            if (chosen(j)) continue;
            const Option& option = (*options_)[j];
            const int minutes = std::clamp(kept[i].minutes, option.shortest, option.longest);
            if (minutes > kept[i].minutes) continue;
            blocks_[i] = {j, minutes};
            if (offer(best)) return true;
        }
    }
    blocks_ = kept;
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
    value(blocks_);
    cover();
    grow(minute);
    grow(0);
    stretch();
    shift_minutes();
    exchange(minute);
    keep(best);
    ledger_.clear();
}

}  // namespace pegboard::planning
