// In which arcs a growing set of blocks can stand, and what moving between table and floor costs at the least. States
// are worked out once and remembered; it refuses to know activities, only their arcs and seat class.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "core/planning/model.h"

namespace pegboard::planning {

class SeatStates {
 public:
    SeatStates(const Model& model, const SeatChanges& changes);

    static constexpr int start = 0;        ///< the pins alone
    static constexpr int impossible = -1;  ///< no arcs can hold these blocks
    static constexpr int never = 100;
    /// What the search calls a block's arcs together with its seat class.
    static int kind(unsigned arcs, bool table) { return static_cast<int>(arcs) | (table ? 16 : 0); }

    /// The state after one more block of that kind.
    int add(int state, int kind) {
        const int known = next_[static_cast<std::size_t>(state)][static_cast<std::size_t>(kind)];
        return known == unknown ? work_out(state, kind) : known;
    }
    /// Fewest moves between table and floor; more blocks never need fewer.
    [[nodiscard]] int fewest(int state) const { return info_[static_cast<std::size_t>(state)].fewest; }
    /// The same where a Focus block or a Warm-up is asked for; `never` when none of the blocks can stand there.
    [[nodiscard]] int fewest_with(int state, bool main, bool opener) const {
        return info_[static_cast<std::size_t>(state)].with[(main ? 1U : 0U) | (opener ? 2U : 0U)];
    }

 private:
    struct Info {
        int fewest = never;
        std::array<int, 4> with{never, never, never, never};  ///< a Focus block 1, a Warm-up 2
    };
    static constexpr int unknown = -2, kinds = 32;
    int work_out(int state, int kind);
    int number_of(std::vector<std::uint16_t> ways);

    const SeatChanges& changes_;
    std::array<int, 4> places_{};  ///< free places by arc
    bool pinned_main_ = false, pinned_opener_ = false;
    std::vector<std::vector<std::uint16_t>> ways_;  ///< of each state: shape and places used, sorted
    std::vector<std::array<int, kinds>> next_;
    std::vector<Info> info_;
    std::map<std::vector<std::uint16_t>, int> known_;
};

}  // namespace pegboard::planning
