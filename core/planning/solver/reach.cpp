#include "core/planning/solver/reach.h"

namespace pegboard::planning {
namespace {

constexpr std::uint16_t unreachable = 10'000;

/// The bits of `all` that are set in `covers`, side by side.
std::uint16_t packed(unsigned covers, unsigned all) {
    unsigned place = 0, next = 1;
    for (unsigned rest = all; rest != 0; rest &= rest - 1, next <<= 1)
        if ((covers >> std::countr_zero(rest) & 1U) != 0) place |= next;
    return static_cast<std::uint16_t>(place);
}

}  // namespace

Reach::Reach(const std::vector<Option>& options, int transition, const Target& target, unsigned covered) {
    unsigned open = 0;
    if (!target.met(covered)) {
        for (const Option& option : options) open |= option.covers;
        open &= ~covered & (target.must | (target.children > 0 ? cover_children : 0U));
    }
    width_ = std::size_t{1} << std::popcount(open);
    table_.assign((options.size() + 1) * width_, unreachable);
    std::uint16_t* last = &table_[options.size() * width_];
    for (unsigned covers = 0; covers <= cover_all; ++covers) {
        place_[covers] = packed(covers, open);
        if ((covers & ~open) == 0 && target.met(covers | covered)) last[place_[covers]] = 0;
    }
    for (std::size_t j = options.size(); j-- > 0;) {
        const std::uint16_t* later = &table_[(j + 1) * width_];
        std::uint16_t* row = &table_[j * width_];
        const auto minutes = static_cast<std::uint16_t>(options[j].shortest + transition);
        const std::size_t mine = place_[options[j].covers & cover_all];
        for (std::size_t place = 0; place < width_; ++place)
            row[place] =
                std::min<std::uint16_t>(later[place], static_cast<std::uint16_t>(minutes + later[place | mine]));
    }
}

}  // namespace pegboard::planning
