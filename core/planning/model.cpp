#include "core/planning/model.h"

#include <algorithm>
#include <bit>

#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

constexpr int none = 2, classes = 3;  // seat class before the first block: none
constexpr int never = 100;
using Ends = std::array<int, classes>;  ///< fewest changes so far, by the class of the last block

/// Seat classes of the pins of an arc, in order: 0 floor, 1 table.
std::vector<int> pinned_classes(const Model& model, Arc arc) {
    std::vector<int> found;
    for (const Placed& pin : model.pins)
        if (pin.arc == arc) found.push_back(model.columns[static_cast<std::size_t>(pin.column)].table ? 1 : 0);
    return found;
}

void relax(Ends& ends, int from, int to, int before) {
    const int cost = before + (from != none && from != to ? 1 : 0);
    ends[static_cast<std::size_t>(to)] = std::min(ends[static_cast<std::size_t>(to)], cost);
}

/// Passes through one arc: pins in order, the free floor and table blocks as one run each, anywhere.
Ends pass(const Ends& entry, const std::vector<int>& pins, unsigned free) {
    // Fewest changes by (pins placed, free classes placed, class of the last block).
    std::vector<std::array<Ends, 4>> at(pins.size() + 1);
    for (auto& row : at)
        for (auto& ends : row) ends.fill(never);
    at[0][0] = entry;
    for (std::size_t placed = 0; placed <= pins.size(); ++placed)
        for (unsigned done = 0; done < 4; ++done)
            for (int last = 0; last < classes; ++last) {
                const int before = at[placed][done][static_cast<std::size_t>(last)];
                if (before >= never) continue;
                if (placed < pins.size()) relax(at[placed + 1][done], last, pins[placed], before);
                for (int seat = 0; seat < 2; ++seat)
                    if (const unsigned mark = 1U << seat; (free & mark) != 0 && (done & mark) == 0)
                        relax(at[placed][done | mark], last, seat, before);
            }
    return at[pins.size()][free];
}

}  // namespace

SeatChanges::SeatChanges(const Model& model) {
    std::array<std::vector<int>, 4> pins;
    for (const Arc arc : {Arc::opener, Arc::main, Arc::function, Arc::closer})
        pins[static_cast<std::size_t>(arc)] = pinned_classes(model, arc);
    const auto fill = [&](auto& self, std::size_t arc, const Ends& entry, unsigned code) -> void {
        if (arc == 4) {
            const int fewest = *std::ranges::min_element(entry);
            fewest_[code] = static_cast<std::uint8_t>(fewest);
            return;
        }
        for (unsigned free = 0; free < 4; ++free)
            self(self, arc + 1, pass(entry, pins[arc], free), code | free << (2 * arc));
    };
    fill(fill, 0, Ends{never, never, 0}, 0);
}

Worth judge(const Model& model, const SeatChanges& changes, std::span<const Placed> chosen) {
    Worth worth;
    Shape shape;
    std::array<int, 64> tenths{};
    std::vector<bool> carried(model.item_cost.size(), false);
    unsigned children = 0;
    bool has_main = false, has_familiar = false, has_opener = false;
    int blocks = 0;
    const auto take = [&](const Placed& block) {
        const Column& column = model.columns[static_cast<std::size_t>(block.column)];
        for (const FitEntry& fit : model.fits_of(column)) tenths[fit.goal] += fit.tenths * block.minutes;
        for (const auto item : model.items_of(column))
            if (!carried[item]) {
                carried[item] = true;
                worth.items += model.item_load[item];
                worth.item_costs += model.item_cost[item];
            }
        children |= column.children;
        has_main = has_main || block.arc == Arc::main;
        has_familiar = has_familiar || column.familiar;
        has_opener = has_opener || block.arc == Arc::opener;
        worth.look_costs += column.cost;
        worth.length_costs += model.own_cost(column, block.minutes) - column.cost;
        worth.bonus += column.bonus;
        worth.minutes += model.minute * block.minutes;
        worth.used_min += block.minutes;
        ++blocks;
    };
    for (const Placed& pin : model.pins) take(pin);
    for (const Placed& block : chosen) {
        take(block);
        const Column& column = model.columns[static_cast<std::size_t>(block.column)];
        worth.off_typical += std::abs(block.minutes - column.typical);
        shape.add(block.arc, column.table);
    }
    worth.blocks = static_cast<int>(chosen.size());
    worth.seat_changes = changes.of(shape);
    worth.seat_costs = model.seat_change * worth.seat_changes;
    worth.used_min += std::max(0, blocks - 1) * model.transition + worth.seat_changes * weights::seat_change_min;
    for (std::size_t g = 0; g < model.goals.size(); ++g) worth.goals += model.goals[g].earned(tenths[g]);
    worth.extras = extras_of(model, worth.bonus + worth.minutes, worth.item_costs + worth.seat_costs);
    worth.units = worth.goals + worth.extras + worth.look_costs + worth.length_costs;
    worth.score = to_millionths(worth.units);
    worth.served = std::popcount(children);
    worth.opens = !model.need_opener || has_opener ? 1 : 0;
    worth.structure = (!model.need_main || has_main ? 2 : 0) + (!model.need_familiar || has_familiar ? 1 : 0);
    return worth;
}

int compare(const Worth& one, const Worth& other) {
    const auto first = [](auto mine, auto theirs) { return mine < theirs ? -1 : mine > theirs ? 1 : 0; };
    if (const int more = first(other.structure, one.structure)) return more;
    if (const int more = first(other.served, one.served)) return more;
    if (const int more = first(other.opens, one.opens)) return more;
    if (const int more = first(other.score, one.score)) return more;
    if (const int less = first(one.items, other.items)) return less;
    if (const int less = first(one.off_typical, other.off_typical)) return less;
    return first(one.blocks, other.blocks);
}

bool better(const Worth& one, const Worth& other) { return compare(one, other) < 0; }

}  // namespace pegboard::planning
