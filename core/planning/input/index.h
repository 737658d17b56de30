// Activities, items and skills of the library as numbers and bits, so that a plan looks at thousands of
// activities in a millisecond. Built once; it refuses to know a child or a session.
#pragma once
#include <bitset>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/planning/plan.h"

namespace pegboard::planning {

inline constexpr std::size_t most_ids = 512;  ///< skills, or items, that a mask can tell apart
using Mask = std::uint64_t;                   ///< small vocabularies: attributes, allergens, interests ...
using WideMask = std::bitset<most_ids>;

/// Ids of one vocabulary as numbers from 0 in library order.
class Numbers {
 public:
    void add(std::string_view id) { known_.emplace(id, static_cast<int>(known_.size())); }
    /// -1 when the vocabulary does not hold it.
    [[nodiscard]] int of(std::string_view id) const {
        const auto found = known_.find(id);
        return found == known_.end() ? -1 : found->second;
    }
    /// A mask of those known among `ids`.
    template <class Ids>
    [[nodiscard]] Mask mask(const Ids& ids) const {
        Mask bits = 0;
        for (const auto& id : ids)
            if (const int number = of(id); number >= 0 && number < 64) bits |= Mask{1} << number;
        return bits;
    }
    template <class Ids>
    [[nodiscard]] WideMask wide_mask(const Ids& ids) const {
        WideMask bits;
        for (const auto& id : ids)
            if (const int number = of(id); number >= 0 && number < static_cast<int>(most_ids))
                bits.set(static_cast<std::size_t>(number));
        return bits;
    }
    [[nodiscard]] std::size_t size() const { return known_.size(); }

 private:
    std::unordered_map<std::string_view, int> known_;
};

struct ItemBits {
    Mask attributes = 0, allergens = 0;
    Mask substitute_attributes = 0, substitute_allergens = 0;
    bool has_substitute = false;
};

struct Needed {
    int item = -1;  ///< -1: not in the library, so never at hand
    int quantity = 1;
};

/// What a rung changes, and what is asked for on it.
struct RungBits {
    int position = -1, space = -1;
    Mask needs = 0;
    Mask adds = 0, drops = 0;    ///< attributes; `adds` with those of its position
    std::vector<Needed> needed;  ///< all that it takes
    std::vector<Needed> taken;   ///< of that, what it names itself
    WideMask item_bits;
    WideMask skill_bits;  ///< as ActivityBits, less what the rung leaves out
};

struct ActivityBits {
    const Activity* activity = nullptr;
    std::vector<int> skills;  ///< known ones, main first; -1 for an unknown main skill
    std::vector<Needed> needed;
    std::vector<RungBits> easier_rungs, harder_rungs;  ///< nearest first
    Mask attributes = 0, allergens = 0, interests = 0;
    WideMask skill_bits;  ///< with the sequences they belong to
    WideMask item_bits;
    int space = -1, position = -1;
    Mask needs = 0;  ///< what the child must be able to do or have
    unsigned arcs = 0;
    int shortest = 1, typical = 1;
    int group_min = 1, group_max = 1;         ///< with parallel stations
    int group_alone = 1, station_adults = 1;  ///< largest group without stations; adults whom stations take
    bool table = false, vigorous = false, active = false, seated = false, moving = false, hands_on = false;
    bool lands = false;  ///< jumps or hops, as its position or its own marks say
    bool has_easier = false, regulating = false;
    bool leaves_out = false;     ///< some rung leaves a skill out
    bool moves = false;          ///< some rung changes where or in which position it is done, or how hard it lands
    bool upright_free = false;   ///< on the feet, and nothing is held: neither a device nor a bar
    bool has_hold_rung = false;  ///< an easier rung gives a hold or a seat
    bool floor_free = false;     ///< sitting on the floor, and nobody and nothing holds
    bool has_seat_rung = false;  ///< an easier rung gives a seat, a lap or a place to lie
    bool own_device = false;     ///< on a walker, in a chair, on crutches
    bool prone = false, strength = false, impact = false, eases_in = false;  ///< as Column
    bool special = false;  ///< for one device or after an injury: nothing to round a session off with
};

/// A rung on which the child holds on to something, or is off the feet.
bool gives_hold(const Activity& activity, int rung);
/// A rung on which the child is held while sitting, or sits on a chair or lies.
bool gives_seat(const Activity& activity, int rung);

struct SkillBits {
    const Skill* skill = nullptr;
    int sequence = -1;  ///< number of the sequence it is a step of, or its own when it is one
    int step = 0;       ///< 1 .. n in the sequence
    int focus = -1;
    std::vector<int> prerequisites;
};

struct ActivityIndex::Inner {
    const Library& library;
    Numbers attributes, allergens, interests, needs, spaces, positions, items, skills, focus_areas;
    std::vector<ItemBits> item_bits;
    std::vector<SkillBits> skill_bits;
    std::vector<ActivityBits> activities;  ///< by activity id
    std::unordered_map<std::string_view, int> by_id;
    std::vector<Mask> space_holds;  ///< per space: itself and what it contains
    Mask risky = 0;                 ///< attributes that only a goal makes worth their risk
    Mask toppling = 0;              ///< attributes of a fall, a landing or carried weight, milder with a hold
    Mask shared = 0;                ///< attributes that those next to the child meet too
    Mask latex = 0;                 ///< the attribute that a latex-free item loses
    WideMask calming_goals;         ///< skills of settling, waiting, attending and body awareness
    int attending = -1;             ///< the skill of staying with a task

    explicit Inner(const Library& from) : library(from) {}
    /// Index of an activity, -1 when it is not among them.
    [[nodiscard]] int find(std::string_view id) const {
        const auto found = by_id.find(id);
        return found == by_id.end() ? -1 : found->second;
    }
};

}  // namespace pegboard::planning
