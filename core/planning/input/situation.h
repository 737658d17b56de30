// The facts of one session compiled against the index: who stands where, what is at hand, which goals press.
// Pure; it decides nothing.
#pragma once
#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "core/planning/input/index.h"
#include "core/planning/model.h"

namespace pegboard::planning {

/// What is known of a child and a skill.
enum class Standing : std::int8_t { unknown, not_yet, emerging, done };

/// The parts of a goal's need, each 0..1, unweighted.
struct NeedParts {
    double priority = 0, staleness = 0, shortfall = 0, due = 0;
    [[nodiscard]] double need() const;
};
/// Need of a goal on a day, planner.md part 4.
NeedParts need_parts(const GoalFacts& goal, Date today);

struct ChildState;

struct GoalState {
    const GoalFacts* facts = nullptr;
    int child = 0;  ///< index of the participant
    NeedParts parts;
    double need = 0;
    std::vector<std::uint8_t> main_fit, other_fit;  ///< tenths by skill number: as main skill, as another
    std::vector<const Activity*> other_deeds;       ///< of its skill, yet not what the goal is about; sorted
    WideMask after;                                 ///< skills that stand on it: later steps, and what needs it
    int level_months = 0;  ///< by when most children do what is recorded as worked on; 0: not known
};

/// planner.md part 4, fit: by the number of the skill an activity works on, as its main skill and as another.
void read_fits(GoalState& goal, const ChildState& child, const ActivityIndex::Inner& index);
/// Notes the skills that stand on the goal, whose child is at step `now` of its sequence (0: not known).
void read_after(GoalState& goal, int now, const ActivityIndex::Inner& index);
/// Notes the activities of the goal's skill that do another deed than the goal is about.
void read_other_deeds(GoalState& goal, const ActivityIndex::Inner& index);

struct ExclusionBits {
    Mask attributes = 0, positions = 0, spaces = 0, needs = 0, unless_needs = 0, allergens = 0;
    WideMask items, skills;
    int group_above = 0;
    bool allergen_overlap = false;
    bool hands_on = false;
    bool reminder = false;
    /// What matching one means.
    std::string code, label, reason;
};

struct Done {
    int activity = 0;
    int days_ago = 0;
    Date on;
    Outcome outcome = Outcome::not_noted;
    [[nodiscard]] bool familiar() const;
};

struct ChildState {
    const Participant* facts = nullptr;
    std::vector<Standing> standing;  ///< by skill number
    std::vector<int> present_step;   ///< by skill number of a sequence: step number, 0 unknown
    WideMask behind;                 ///< skills the child does: recorded, or as walking and later skills show
    WideMask beyond;                 ///< skills more than one step beyond
    WideMask one_further;            ///< of those: steps that an easier rung brings within reach
    Mask interests = 0;
    Mask unmet = 0;  ///< needs that are not met
    Mask lacks = 0;  ///< those, and standing for whom a goal still is to sit or crawl
    std::vector<ExclusionBits> exclusions;
    std::vector<std::pair<ExclusionBits, int>> flaggings;  ///< with the typical minutes above which they speak; 0: any
    bool needs_hold = false;                    ///< walks with a device, or wheels: on the feet never with hands free
    bool needs_seat = false;                    ///< does not sit on the floor without support
    bool never_longer = false;                  ///< tires or hurts: no block lasts beyond its typical minutes
    std::vector<std::pair<Mask, int>> at_most;  ///< positions that tire this child, and minutes of one block in them
    std::vector<Done> history;                  ///< by activity, latest only
    std::vector<int> excluded;                  ///< activity numbers, sorted
    int age_months = 0;                         ///< rule_age_months
    [[nodiscard]] const Done* done(int activity) const;
    /// Made for children more than a year younger, and nothing says that this child still works on its skill.
    [[nodiscard]] bool outgrown(const ActivityBits& activity) const;
    /// What is recorded of the activity's main skill.
    [[nodiscard]] Standing main_standing(const ActivityBits& activity) const;
    /// Begins too far above the child's age; a little farther is not too far where the child does it already.
    [[nodiscard]] bool too_early(const ActivityBits& activity) const;
    /// Not too early only because its main skill is underway: begun easier, or not at all.
    [[nodiscard]] bool only_as_underway(const ActivityBits& activity) const;
    /// Its ages end so far below the child's that it may shame.
    [[nodiscard]] bool young_look(const ActivityBits& activity) const;
    /// So far below that no step and no goal asks for it.
    [[nodiscard]] bool demeaning(const ActivityBits& activity) const;
};

struct ItemState {
    int here = -1, bag = -1;  ///< quantity; 0 enough, -1 none
    bool substitute = false;  ///< its substitute counts
    bool latex_free = false;
    bool coming = false;  ///< another session of the day brings it
};

struct Situation {
    const Facts& facts;
    const ActivityIndex::Inner& index;
    std::vector<ChildState> children;
    std::vector<GoalState> goals;                      ///< of the leading disciplines, by child, most needed first
    std::vector<ItemState> items;                      ///< by item number
    Mask spaces = 0;                                   ///< offered, with what they contain
    std::vector<int> swapped_out, favourites, pinned;  ///< activity numbers, sorted
    bool tired = false, lively = false;
    bool calm_first = false;  ///< a goal of settling, waiting, attending or body awareness, or a lively day

    Situation(const Facts& facts, const ActivityIndex& index);
    [[nodiscard]] int group_size() const { return static_cast<int>(children.size()); }
    /// Tenths of a minute of `activity` that serve `goal`, done in a way that leaves these skills of it out.
    [[nodiscard]] int fit(const GoalState& goal, const ActivityBits& activity,
                          std::span<const std::string> left_out = {}) const;
    /// Too young in look for somebody, and no step or goal of anybody asks for it.
    [[nodiscard]] bool needlessly_young(const ActivityBits& activity) const;
    /// Made for one device or an injury, or occupational therapy where physical therapy leads, and no goal asks for it.
    [[nodiscard]] bool unasked(const ActivityBits& activity) const;
    /// Too young in look for somebody.
    [[nodiscard]] bool young_look(const ActivityBits& activity) const;
    /// Fewest and most minutes of a block of it: by the youngest child's age and how long the children can stay with
    /// it.
    [[nodiscard]] std::pair<int, int> minutes(const ActivityBits& activity) const;
    /// True when the item, or what replaces it, is there in that quantity. `replaced` tells which.
    [[nodiscard]] bool at_hand(const Needed& needed, bool* replaced = nullptr) const;
    /// True when the item is there, but must be carried.
    [[nodiscard]] bool carried(const Needed& needed) const;
};

/// True when `number` is in the sorted list.
inline bool among(const std::vector<int>& sorted, int number) { return std::ranges::binary_search(sorted, number); }

}  // namespace pegboard::planning
