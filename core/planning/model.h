// The planning problem in numbers: columns (activities that may be used), goals, costs, what is pinned.
// Knows no words and no rules; the search and the proof against a general solver both stand on it.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/model/enums.h"
#include "core/planning/weights.h"

namespace pegboard::planning {

/// Scores are summed in whole trillionths: slopes are rounded to these units once, all sums are exact, and
/// only the finished sum is rounded, half up, to whole millionths. Two plans within a millionth are equal.
using Units = std::int64_t;
inline constexpr Units units_per_millionth = 1'000'000;

/// Units rounded to whole millionths, half up.
constexpr std::int64_t to_millionths(Units units) {
    const Units shifted = units + units_per_millionth / 2;
    const Units whole = shifted / units_per_millionth;
    return shifted % units_per_millionth < 0 ? whole - 1 : whole;
}

constexpr unsigned bit(Arc arc) { return 1U << static_cast<unsigned>(arc); }

/// Most minutes of a block that the planner places in an arc; 0: no other limit than the activity's own.
constexpr int most_minutes_in(Arc arc) {
    return arc == Arc::opener ? weights::opener_most_min : arc == Arc::closer ? weights::closer_most_min : 0;
}
/// Of the arcs in `arcs` those in which a block may last so many minutes. Other bits stay as they are.
constexpr unsigned arcs_for(unsigned arcs, int minutes) {
    for (const Arc arc : {Arc::opener, Arc::closer})
        if (minutes > most_minutes_in(arc)) arcs &= ~bit(arc);
    return arcs;
}
/// Most minutes of a block in any of these arcs, where the activity itself allows `longest`.
constexpr int longest_in(unsigned arcs, int longest) {
    if ((arcs & (bit(Arc::main) | bit(Arc::function))) != 0) return longest;
    const int most = (arcs & bit(Arc::opener)) != 0 ? most_minutes_in(Arc::opener) : most_minutes_in(Arc::closer);
    return longest < most ? longest : most;
}

/// How much of a goal a minute of a column serves.
struct FitEntry {
    std::uint8_t goal = 0;
    std::uint8_t tenths = 0;
};

/// One activity that may be used, or one pinned block.
struct Column {
    int activity = 0;  ///< index in the ActivityIndex
    int shortest = 1, typical = 1, longest = 1;
    unsigned arcs = 0;  ///< bits of bit(Arc)
    bool table = false;
    bool familiar = false;
    bool moving = false;  ///< standing, walking, jumping or swinging
    bool active = false;  ///< moderate or vigorous
    bool vigorous = false;
    bool prone = false;     ///< on the tummy
    bool strength = false;  ///< hard work of muscles
    bool impact = false;    ///< jumps, or runs
    bool lands = false;     ///< jumps, hops or lands hard
    bool eases_in = false;  ///< the careful return after an injury
    int skill = -1;         ///< number of the main skill
    int from_months = 0;    ///< age from which it is made
    unsigned children = 0;  ///< bit per participant who has a goal it serves
    Units bonus = 0;        ///< interest, novelty, familiar, favourite
    Units cost = 0;         ///< too young in look; not positive, outside the clamp
    std::uint32_t fit_from = 0, fit_to = 0;
    std::uint32_t item_from = 0, item_to = 0;  ///< items to carry
};

struct ModelGoal {
    int child = 0;
    int dose_tenths = 80;  ///< ten times the dose in minutes
    int more_tenths = 80;  ///< beyond the dose so many tenths of a minute earn something too
    Units slope = 0;       ///< per served tenth of a minute beyond the dose; four times as much up to it
    /// What `tenths` of served minutes earn.
    [[nodiscard]] Units earned(int tenths) const {
        const int full = tenths < dose_tenths ? tenths : dose_tenths;
        const int over = tenths - full < more_tenths ? tenths - full : more_tenths;
        return slope * (4 * full + over);
    }
};

/// Why an activity that may be used and prepares for a goal, or practices it, is no column.
enum class LeftOut {
    above_age,    ///< open only because its skill is underway, and something of the age serves as well
    young_look,   ///< something older in look serves as well
    flagged,      ///< only prepares, and asks for care
    calmer,       ///< jumps though a precaution flags it, and something calmer serves as well
    stander,      ///< the session has its block in the stander
    tummy,        ///< the session has its blocks on the tummy
    jumping,      ///< the session has its blocks of jumping
    legs,         ///< the session has its blocks of work for the legs, for a child who tires or hurts
    without_hold  ///< the way that gives a hold is not possible here
};
struct LeftOutActivity {
    int activity = 0;
    LeftOut why = LeftOut::flagged;
};

/// A block as the search sees it.
struct Placed {
    int column = 0;
    Arc arc = Arc::main;
    int minutes = 0;
    bool operator==(const Placed&) const = default;
};

struct Model {
    int length = 30;
    int transition = 1;
    int children = 1;             ///< participants
    unsigned with_goals = 0;      ///< bit per participant who has an active goal
    bool need_main = false;       ///< 15 minutes or more
    bool need_familiar = false;   ///< a participant is tired
    bool need_opener = false;     ///< long enough for a warm-up, and one fits
    Units minute = 0;             ///< bonus of a minute
    Units seat_change = 0;        ///< not positive
    Units overlong = 0;           ///< of a minute above typical; not positive, outside the clamp
    Units clamp = 0;              ///< bonuses count up to this; extras stay within it, either way
    std::vector<Column> columns;  ///< those that may be chosen, by activity id, then one for each pin
    std::size_t choosable = 0;    ///< number of the former
    std::vector<FitEntry> fits;
    std::vector<std::uint16_t> items;
    std::vector<Units> item_cost;  ///< by item number of this model; not positive
    std::vector<int> item_load;    ///< what it weighs among equally good plans: little when it comes along anyway
    std::vector<ModelGoal> goals;
    std::vector<Placed> pins;  ///< in the therapist's order
    std::vector<LeftOutActivity> left_out;

    /// What a block of so many minutes costs by itself, whatever the extras come to.
    [[nodiscard]] Units own_cost(const Column& column, int minutes) const {
        return column.cost + overlong * (minutes > column.typical ? minutes - column.typical : 0);
    }
    [[nodiscard]] std::span<const FitEntry> fits_of(const Column& column) const {
        return std::span(fits).subspan(column.fit_from, column.fit_to - column.fit_from);
    }
    [[nodiscard]] std::span<const std::uint16_t> items_of(const Column& column) const {
        return std::span(items).subspan(column.item_from, column.item_to - column.item_from);
    }
};

/// Which seat classes stand in which arc, pins included or not: what the number of changes depends on.
struct Shape {
    std::array<std::uint8_t, 4> classes{};  ///< by arc; bit 0 floor, bit 1 table
    bool operator==(const Shape&) const = default;
    void add(Arc arc, bool table) { classes[static_cast<std::size_t>(arc)] |= table ? 2 : 1; }
    /// A number under 256.
    [[nodiscard]] unsigned code() const { return classes[0] | classes[1] << 2 | classes[2] << 4 | classes[3] << 6; }
};

/// Fewest seat-class changes for every shape of the free blocks, the pins keeping their order within an arc.
class SeatChanges {
 public:
    explicit SeatChanges(const Model& model);
    [[nodiscard]] int of(const Shape& free) const { return fewest_[free.code()]; }

 private:
    std::array<std::uint8_t, 256> fewest_{};
};

/// The blocks in an order with fewest seat-class changes; pins keep their order within an arc, other blocks
/// stand by id where that costs no change.
std::vector<Placed> ordered(const Model& model, const std::vector<Placed>& chosen);

/// A plan judged in the order that part 4 of the planner's page compares.
struct Worth {
    int structure = 0;       ///< 2 for a Focus block where one is needed, 1 for a familiar one likewise
    int served = 0;          ///< participants served
    int opens = 1;           ///< 0: a warm-up is asked for and there is none
    std::int64_t score = 0;  ///< millionths
    int items = 0;           ///< loads of the different items to carry
    int off_typical = 0;     ///< minutes away from typical, summed over chosen blocks
    int blocks = 0;          ///< chosen ones: of two equal plans the one with fewer blocks
    Units units = 0;         ///< score before rounding
    /// Its parts.
    Units goals = 0, bonus = 0, minutes = 0, item_costs = 0, seat_costs = 0, extras = 0, length_costs = 0,
          look_costs = 0;
    int used_min = 0;  ///< with transitions
    int seat_changes = 0;
};
/// What bonuses and costs come to. Bonuses count up to the clamp and costs come off that, so that a thing to carry
/// costs the same however much else is pleasant; together they never fall below the clamp's lower end.
constexpr Units extras_of(const Model& model, Units bonuses, Units costs) {
    const Units extras = (bonuses < model.clamp ? bonuses : model.clamp) + costs;
    return extras < -model.clamp ? -model.clamp : extras;
}
/// Judges the pins together with `chosen`, in any order. Minutes may exceed the length only by the pins' doing.
Worth judge(const Model& model, const SeatChanges& changes, std::span<const Placed> chosen);
/// True when `one` comes before `other` (ids are not looked at).
bool better(const Worth& one, const Worth& other);
/// Below zero when `one` is the worthier, above when `other` is, zero when only ids could tell.
int compare(const Worth& one, const Worth& other);

}  // namespace pegboard::planning
