#include "core/planning/solver/seat_states.h"

#include <algorithm>

#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

// A way to place blocks, in bits: 0-7 the shape's code, 8 opener used, 9-10 function blocks, 11 closer used.
constexpr std::array<unsigned, 4> place_shift{8, 0, 9, 11};
constexpr std::array<unsigned, 4> place_mask{1, 0, 3, 1};

int used(std::uint16_t way, Arc arc) {
    const auto a = static_cast<std::size_t>(arc);
    return static_cast<int>(way >> place_shift[a] & place_mask[a]);
}

unsigned shape_of(std::uint16_t way) { return way & 0xFFU; }

/// Uses no more places than the other for the same shape.
bool at_most(std::uint16_t one, std::uint16_t other) {
    return shape_of(one) == shape_of(other) && used(one, Arc::opener) <= used(other, Arc::opener) &&
           used(one, Arc::function) <= used(other, Arc::function) && used(one, Arc::closer) <= used(other, Arc::closer);
}

void keep_cheapest(std::vector<std::uint16_t>& ways) {
    std::ranges::sort(ways);
    ways.erase(std::ranges::unique(ways).begin(), ways.end());
    std::erase_if(ways, [all = ways](std::uint16_t way) {
        return std::ranges::any_of(all, [&](std::uint16_t other) { return other != way && at_most(other, way); });
    });
}

}  // namespace

SeatStates::SeatStates(const Model& model, const SeatChanges& changes) : changes_(changes) {
    const std::array<int, 4> most{weights::most_openers, 100, weights::most_functions, weights::most_closers};
    for (const Arc arc : {Arc::opener, Arc::main, Arc::function, Arc::closer}) {
        const auto pinned = std::ranges::count(model.pins, arc, &Placed::arc);
        places_[static_cast<std::size_t>(arc)] = most[static_cast<std::size_t>(arc)] - static_cast<int>(pinned);
        if (arc == Arc::main) pinned_main_ = pinned > 0;
        if (arc == Arc::opener) pinned_opener_ = pinned > 0;
    }
    number_of({0});
}

int SeatStates::work_out(int state, int kind) {
    std::vector<std::uint16_t> ways;
    const unsigned seat = (kind & 16) != 0 ? 2U : 1U;
    for (const std::uint16_t way : ways_[static_cast<std::size_t>(state)])
        for (const Arc arc : {Arc::opener, Arc::main, Arc::function, Arc::closer}) {
            const auto a = static_cast<std::size_t>(arc);
            if ((static_cast<unsigned>(kind) & bit(arc)) == 0 || used(way, arc) >= places_[a]) continue;
            const unsigned place = arc == Arc::main ? 0U : 1U << place_shift[a];
            ways.push_back(static_cast<std::uint16_t>((way + place) | seat << (2 * a)));
        }
    keep_cheapest(ways);
    const int next = ways.empty() ? impossible : number_of(std::move(ways));
    next_[static_cast<std::size_t>(state)][static_cast<std::size_t>(kind)] = next;
    return next;
}

int SeatStates::number_of(std::vector<std::uint16_t> ways) {
    const auto [known, is_new] = known_.emplace(std::move(ways), static_cast<int>(info_.size()));
    if (!is_new) return known->second;
    Info info;
    for (const std::uint16_t way : known->first) {
        Shape shape;
        for (std::size_t arc = 0; arc < 4; ++arc)
            shape.classes[arc] = static_cast<std::uint8_t>(shape_of(way) >> (2 * arc) & 3U);
        const int changes = changes_.of(shape);
        info.fewest = std::min(info.fewest, changes);
        const bool main = pinned_main_ || shape.classes[static_cast<std::size_t>(Arc::main)] != 0;
        const bool opener = pinned_opener_ || shape.classes[static_cast<std::size_t>(Arc::opener)] != 0;
        for (unsigned asked = 0; asked < 4; ++asked)
            if ((main || (asked & 1U) == 0) && (opener || (asked & 2U) == 0))
                info.with[asked] = std::min(info.with[asked], changes);
    }
    info_.push_back(info);
    ways_.push_back(known->first);
    next_.emplace_back().fill(unknown);
    return known->second;
}

}  // namespace pegboard::planning
