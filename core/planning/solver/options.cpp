#include "core/planning/solver/options.h"

#include <algorithm>
#include <map>

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

const Column& column_of(const Model& model, const Option& option) { return model.columns[at(option.column)]; }

bool same_fits(const Model& model, const Column& one, const Column& other) {
    const auto mine = model.fits_of(one), theirs = model.fits_of(other);
    return std::ranges::equal(
        mine, theirs, [](const FitEntry& a, const FitEntry& b) { return a.goal == b.goal && a.tenths == b.tenths; });
}

/// Serves every goal at least as well. Entries stand by goal.
bool serves_as_well(const Model& model, const Column& one, const Column& other) {
    const auto mine = model.fits_of(one);
    auto my = mine.begin();
    for (const FitEntry& their : model.fits_of(other)) {
        while (my != mine.end() && my->goal < their.goal) ++my;
        if (my == mine.end() || my->goal != their.goal || my->tenths < their.tenths) return false;
    }
    return true;
}

/// Brings nothing that the other would not bring, unless it costs nothing.
bool no_more_to_carry(const Model& model, const Column& one, const Column& other, bool count_all) {
    const auto theirs = model.items_of(other);
    return std::ranges::all_of(model.items_of(one), [&](std::uint16_t item) {
        return (!count_all && model.item_cost[item] == 0) || std::ranges::count(theirs, item) > 0;
    });
}

std::vector<FitEntry> key_of(const Model& model, const Column& column) {
    const auto fits = model.fits_of(column);
    std::vector<FitEntry> key(fits.begin(), fits.end());
    key.push_back({255, static_cast<std::uint8_t>(column.table ? 1 : 0)});
    return key;
}

struct ByFits {
    bool operator()(const std::vector<FitEntry>& one, const std::vector<FitEntry>& other) const {
        return std::ranges::lexicographical_compare(one, other, [](const FitEntry& a, const FitEntry& b) {
            return a.goal != b.goal ? a.goal < b.goal : a.tenths < b.tenths;
        });
    }
};

/// Marks the options of one kin that could only be chosen after more others than a session can hold.
void mark_hopeless(const Model& model, std::vector<Option>& kin, std::size_t most_blocks, std::vector<int>& hopeless) {
    // Likely replacements first, so that most options meet enough of them soon.
    std::ranges::sort(kin, [&](const Option& a, const Option& b) {
        const auto rank = [&](const Option& option) {
            return std::tuple(-option.bonus, model.items_of(column_of(model, option)).size(), option.shortest,
                              -option.longest, option.column);
        };
        return rank(a) < rank(b);
    });
    for (const Option& option : kin) {
        std::size_t before = 0;
        for (const Option& other : kin) {
            if (other.column == option.column || !can_replace_in_ties(model, other, option)) continue;
            if (++before < most_blocks) continue;
            hopeless.push_back(option.column);
            break;
        }
    }
}

}  // namespace

bool can_replace(const Model& model, const Option& one, const Option& other) {
    if (!could_replace(one, other)) return false;
    const Column &mine = column_of(model, one), &theirs = column_of(model, other);
    if (!serves_as_well(model, mine, theirs) || !no_more_to_carry(model, mine, theirs, false)) return false;
    // Of two that can replace each other the first by id does.
    return one.column < other.column || !could_replace(other, one) || !same_fits(model, mine, theirs) ||
           !no_more_to_carry(model, theirs, mine, false);
}

bool can_replace_in_ties(const Model& model, const Option& one, const Option& other) {
    if (one.column >= other.column || one.typical != other.typical || !could_replace(one, other)) return false;
    const Column &mine = column_of(model, one), &theirs = column_of(model, other);
    return serves_as_well(model, mine, theirs) && no_more_to_carry(model, mine, theirs, true);
}

std::vector<Option> read_options(const Model& model, int budget) {
    std::map<std::vector<FitEntry>, std::vector<Option>, ByFits> kins;
    int shortest = budget;
    for (int c = 0; c < static_cast<int>(model.choosable); ++c) {
        const Column& column = model.columns[at(c)];
        if (column.shortest + model.transition > budget) continue;
        Option option{c, column.shortest, column.typical, column.longest, SeatStates::kind(column.arcs, column.table),
                      0, column.children, column.bonus,   column.cost,    1};
        option.longest = std::min(option.longest, budget - model.transition);
        if (option.focus()) option.covers |= cover_main;
        if (column.familiar) option.covers |= cover_familiar;
        if ((column.arcs & bit(Arc::opener)) != 0) option.covers |= cover_opener;
        shortest = std::min(shortest, column.shortest + model.transition);
        kins[key_of(model, column)].push_back(option);
    }
    const auto most_blocks = at(budget / std::max(1, shortest));
    std::vector<Option> options;
    std::vector<int> hopeless;
    int number = 0;
    for (auto& [key, kin] : kins) {
        hopeless.clear();
        mark_hopeless(model, kin, most_blocks, hopeless);
        for (Option& option : kin) {
            option.kin = number;
            if (std::ranges::count(hopeless, option.column) == 0) options.push_back(option);
        }
        ++number;
    }
    std::ranges::sort(options, {}, &Option::column);
    return options;
}

Ledger::Ledger(const Model& model, SeatStates& seats)
    : model_(model), seats_(seats), tenths_(model.goals.size(), 0), carried_(model.item_cost.size(), 0) {
    for (const Placed& pin : model.pins) {
        const Column& column = model.columns[at(pin.column)];
        for (const FitEntry& fit : model.fits_of(column)) tenths_[fit.goal] += fit.tenths * pin.minutes;
        for (const auto item : model.items_of(column))
            if (carried_[item]++ == 0) {
                now_.costs += model.item_cost[item];
                now_.items += model.item_load[item];
            }
        now_.bonuses += column.bonus + model.minute * pin.minutes;
        now_.own += model.own_cost(column, pin.minutes);
        now_.used += pin.minutes + model.transition;
        now_.covers |= column.children | (pin.arc == Arc::main ? cover_main : 0U) |
                       (column.familiar ? cover_familiar : 0U) | (pin.arc == Arc::opener ? cover_opener : 0U);
    }
    for (std::size_t g = 0; g < tenths_.size(); ++g) now_.goals += model.goals[g].earned(tenths_[g]);
    pins_ = now_;
    pinned_tenths_ = tenths_;
    pinned_carried_ = carried_;
}

bool Ledger::add(const Option& option, int minutes) {
    const int seat = seats_.add(now_.seat, option.kind_for(minutes));
    if (seat == SeatStates::impossible) return false;
    const Column& column = column_of(model_, option);
    for (const FitEntry& fit : model_.fits_of(column)) {
        int& tenths = tenths_[fit.goal];
        now_.goals -= model_.goals[fit.goal].earned(tenths);
        tenths += fit.tenths * minutes;
        now_.goals += model_.goals[fit.goal].earned(tenths);
    }
    for (const auto item : model_.items_of(column))
        if (carried_[item]++ == 0) {
            now_.costs += model_.item_cost[item];
            now_.items += model_.item_load[item];
        }
    now_.bonuses += option.bonus + model_.minute * minutes;
    now_.own += model_.own_cost(column, minutes);
    now_.used += minutes + model_.transition;
    now_.off += std::abs(minutes - option.typical);
    ++now_.blocks;
    now_.covers |= option.covers_for(minutes);
    now_.seat = seat;
    return true;
}

void Ledger::take_back(const Option& option, int minutes, const Tally& before) {
    const Column& column = column_of(model_, option);
    for (const FitEntry& fit : model_.fits_of(column)) tenths_[fit.goal] -= fit.tenths * minutes;
    for (const auto item : model_.items_of(column)) --carried_[item];
    now_ = before;
}

void Ledger::lengthen(const Option& option, int minutes, int by) {
    for (const FitEntry& fit : model_.fits_of(column_of(model_, option))) {
        int& tenths = tenths_[fit.goal];
        now_.goals -= model_.goals[fit.goal].earned(tenths);
        tenths += fit.tenths * by;
        now_.goals += model_.goals[fit.goal].earned(tenths);
    }
    const Column& column = column_of(model_, option);
    now_.own += model_.own_cost(column, minutes + by) - model_.own_cost(column, minutes);
    now_.bonuses += model_.minute * by;
    now_.used += by;
    now_.off += std::abs(minutes + by - option.typical) - std::abs(minutes - option.typical);
}

void Ledger::clear() {
    now_ = pins_;
    tenths_ = pinned_tenths_;
    carried_ = pinned_carried_;
}

}  // namespace pegboard::planning
