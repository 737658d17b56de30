// How many minutes a target still asks for. Pure.
#pragma once
#include "core/planning/solver/target.h"

namespace pegboard::planning {

/// Fewest minutes in which options from one on can bring what the target lacks.
class Reach {
 public:
    /// `covered` is what every plan looked at has already.
    Reach(const std::vector<Option>& options, int transition, const Target& target, unsigned covered);
    /// Of options `from` and later where `covers` are there; more than any session holds when they cannot.
    [[nodiscard]] int minutes(std::size_t from, unsigned covers) const {
        return table_[from * width_ + place_[covers & cover_all]];
    }

 private:
    static constexpr unsigned cover_all = 511;
    std::array<std::uint16_t, cover_all + 1> place_{};  ///< covers without the bits that are settled
    std::size_t width_ = 1;
    std::vector<std::uint16_t> table_;
};

}  // namespace pegboard::planning
