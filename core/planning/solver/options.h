// The columns of a planning problem as the search looks at them: which can stand in for which, what the pins have
// used up already. It refuses to choose.
#pragma once
#include <span>
#include <vector>

#include "core/planning/solver/seat_states.h"

namespace pegboard::planning {

inline constexpr unsigned cover_main = 1U << 6;      ///< could be a Focus block
inline constexpr unsigned cover_familiar = 1U << 7;  ///< is familiar
inline constexpr unsigned cover_children = cover_main - 1;
inline constexpr unsigned cover_opener = 1U << 8;  ///< could be the Warm-up
inline constexpr unsigned cover_musts = ~0U << 9;  ///< each of these: one option that every plan of a region has
inline constexpr std::size_t cover_bits = 32;

/// An activity that may be chosen.
struct Option {
    int column = 0;  ///< of the model
    int shortest = 1, typical = 1, longest = 1;
    int kind = 0;  ///< arcs and seat class, SeatStates::kind
    int kin = 0;   ///< options of one kin serve the same goals alike and sit alike
    unsigned covers =
        0;  ///< children with a goal it serves, cover_main, cover_familiar, cover_opener, one of cover_musts
    Units bonus = 0;
    Units cost = 0;     ///< Column::cost
    int weight = 1;     ///< its part in the cost of items that others need too, against theirs; above zero
    bool once = false;  ///< the relaxation must be told that it can be chosen only once
    [[nodiscard]] bool table() const { return (kind & 16) != 0; }
    [[nodiscard]] bool focus() const { return (static_cast<unsigned>(kind) & bit(Arc::main)) != 0; }
    /// Its kind when it takes so many minutes: what lasts long is neither Warm-up nor Wrap-up.
    [[nodiscard]] int kind_for(int minutes) const {
        return static_cast<int>(arcs_for(static_cast<unsigned>(kind), minutes));
    }
    /// What it covers when it takes so many minutes.
    [[nodiscard]] unsigned covers_for(int minutes) const {
        const bool opens = (static_cast<unsigned>(kind_for(minutes)) & bit(Arc::opener)) != 0;
        return opens ? covers : covers & ~cover_opener;
    }
};

/// What blocks chosen so far come to. Times include one transition for each block.
struct Tally {
    Units goals = 0;    ///< earned
    Units bonuses = 0;  ///< with those of minutes
    Units costs = 0;    ///< of items, without seat changes; not positive
    Units own = 0;      ///< Model::own_cost of the blocks; not positive
    int used = 0;       ///< minutes and transitions
    int items = 0, off = 0, blocks = 0;
    unsigned covers = 0;
    int seat = SeatStates::start;
};

/// Counts blocks in and out again.
class Ledger {
 public:
    Ledger(const Model& model, SeatStates& seats);
    /// The pins alone.
    [[nodiscard]] const Tally& pins() const { return pins_; }
    [[nodiscard]] const Tally& now() const { return now_; }
    [[nodiscard]] const std::vector<int>& tenths() const { return tenths_; }
    [[nodiscard]] bool carries(int item) const { return carried_[static_cast<std::size_t>(item)] > 0; }
    /// False, and nothing is changed, when no arc has room for it.
    bool add(const Option& option, int minutes);
    /// Takes the block added last out again; `before` is what now() was.
    void take_back(const Option& option, int minutes, const Tally& before);
    /// Gives a block that was added `by` minutes more, or fewer, where that takes no place from it.
    void lengthen(const Option& option, int minutes, int by);
    void clear();

 private:
    const Model& model_;
    SeatStates& seats_;
    Tally pins_, now_;
    std::vector<int> tenths_, pinned_tenths_;
    std::vector<std::uint16_t> carried_, pinned_carried_;
};

/// All that may be chosen, without those that could only stand behind more others than a session can hold.
std::vector<Option> read_options(const Model& model, int budget);
/// False when `one` cannot take the place of `other` in every plan, by what is quickly seen: where and how long it can
/// stand, its bonus, what it covers.
inline bool could_replace(const Option& one, const Option& other) {
    const auto arcs = [](const Option& option) { return static_cast<unsigned>(option.kind) & 15U; };
    return one.bonus >= other.bonus && one.cost >= other.cost && one.typical >= other.typical &&
           one.shortest <= other.shortest && one.longest >= other.longest && one.table() == other.table() &&
           (arcs(other) & ~arcs(one)) == 0 && (other.covers & ~one.covers & ~(cover_main | cover_opener)) == 0;
}
/// True when `one` can take the place of `other` in any plan without lowering its score or the children served.
bool can_replace(const Model& model, const Option& one, const Option& other);
/// The same without making the plan come later in the order of preference: no more items, the same typical minutes.
bool can_replace_in_ties(const Model& model, const Option& one, const Option& other);

}  // namespace pegboard::planning
