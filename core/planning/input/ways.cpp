#include "core/planning/input/ways.h"

#include <algorithm>

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

bool has(Mask mask, int number) { return number >= 0 && (mask >> number & 1U) != 0; }

/// What the things of a list bring, and what a mark of the activity itself loses because the thing it stands for is
/// replaced or free of latex.
struct Brought {
    Mask kept = 0, gone = 0, added = 0;

    /// An own mark that only replaced or latex-free things bring goes with them.
    [[nodiscard]] Mask with(Mask own) const { return (own & ~(gone & ~kept)) | kept | added; }
};

struct AllBrought {
    Brought attributes, allergens;
};

AllBrought brought_by(const Situation& situation, std::span<const Needed> needed) {
    AllBrought all;
    for (const Needed& one : needed) {
        if (one.item < 0) continue;
        const ItemBits& item = situation.index.item_bits[at(one.item)];
        bool replaced = false;
        if (situation.at_hand(one, &replaced) && replaced) {
            all.attributes.gone |= item.attributes;
            all.allergens.gone |= item.allergens;
            all.attributes.added |= item.substitute_attributes;
            all.allergens.added |= item.substitute_allergens;
            continue;
        }
        const Mask resolved = situation.items[at(one.item)].latex_free ? item.attributes & situation.index.latex : 0;
        all.attributes.gone |= resolved;
        all.attributes.kept |= item.attributes & ~resolved;
        all.allergens.kept |= item.allergens;
    }
    return all;
}

const RungBits* rung_bits(const ActivityBits& activity, int rung) {
    const auto& rungs = rung < 0 ? activity.easier_rungs : activity.harder_rungs;
    const std::size_t place = at(rung < 0 ? -(rung + 1) : rung - 1);
    return rung == 0 || place >= rungs.size() ? nullptr : &rungs[place];
}

/// The place offers the rung's space, and its things are at hand.
bool is_here(const Situation& situation, const RungBits& rung) {
    return has(situation.spaces, rung.space) &&
           std::ranges::all_of(rung.needed, [&](const Needed& needed) { return situation.at_hand(needed); });
}

bool may_be_offered(const Situation& situation, const ChildState& child, const Way& written, int rung) {
    const Way way = on_rung(situation, *written.bits, rung);
    const int group = situation.group_size();
    if ((child.unmet & way.needs) != 0 || is_excluded(child, way, group)) return false;
    const bool reaches = (way.hazards.attributes & situation.index.shared & ~written.hazards.attributes) != 0;
    return !reaches || std::ranges::none_of(situation.children, [&](const ChildState& other) {
        return &other != &child && is_excluded(other, way, group);
    });
}

}  // namespace

Way as_written(const Situation& situation, const ActivityBits& activity) {
    const AllBrought brought = brought_by(situation, activity.needed);
    return {
        &activity,
        activity.position,
        activity.space,
        activity.needs,
        {brought.attributes.with(activity.attributes), brought.allergens.with(activity.allergens), activity.item_bits},
        activity.skill_bits};
}

Way on_rung(const Situation& situation, const ActivityBits& activity, int number) {
    Way way = as_written(situation, activity);
    const RungBits* rung = rung_bits(activity, number);
    if (rung == nullptr) return way;
    way.position = rung->position;
    way.space = rung->space;
    way.needs = rung->needs;
    const Brought own = brought_by(situation, rung->taken).attributes;
    way.hazards.attributes = (way.hazards.attributes & ~rung->drops) | rung->adds | own.kept | own.added;
    way.hazards.allergens = brought_by(situation, rung->needed).allergens.with(activity.allergens);
    way.hazards.items = rung->item_bits;
    way.practiced = rung->skill_bits;
    return way;
}

bool matches(const ExclusionBits& one, const Way& way, int group_size) {
    if (one.allergen_overlap && (one.allergens & way.hazards.allergens) == 0) return false;
    if ((one.unless_needs & way.needs) != 0) return false;
    return (one.attributes & way.hazards.attributes) != 0 || has(one.positions, way.position) ||
           has(one.spaces, way.space) || (one.needs & way.needs) != 0 || (one.items & way.hazards.items).any() ||
           (one.skills & way.bits->skill_bits).any() || (one.group_above > 0 && group_size > one.group_above) ||
           (one.hands_on && way.bits->hands_on);
}

bool is_excluded(const ChildState& child, const Way& way, int group_size) {
    return std::ranges::any_of(child.exclusions,
                               [&](const ExclusionBits& one) { return matches(one, way, group_size); });
}

bool is_flagged(const ChildState& child, const Way& written, int group_size) {
    return std::ranges::any_of(child.flaggings, [&](const auto& one) {
        const auto& [flagging, minutes_above] = one;
        return !flagging.reminder && (minutes_above == 0 || written.bits->typical > minutes_above) &&
               matches(flagging, written, group_size);
    });
}

std::vector<int> rungs_that_fit(const Situation& situation, const ChildState& child, const ActivityBits& activity) {
    std::vector<int> fit;
    const Way written = as_written(situation, activity);
    for (const int sign : {-1, 1}) {
        const auto& rungs = sign < 0 ? activity.easier_rungs : activity.harder_rungs;
        for (std::size_t i = 0; i < rungs.size(); ++i) {
            const int rung = sign * static_cast<int>(i + 1);
            if (is_here(situation, rungs[i]) && may_be_offered(situation, child, written, rung)) fit.push_back(rung);
        }
    }
    return fit;
}

}  // namespace pegboard::planning
