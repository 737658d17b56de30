// Prices of a planning problem's scarce things: served minutes of each goal, room under the clamp of the bonuses,
// places in an arc, session minutes, and of what every plan must have. For any prices the sum of what each option gains
// at them bounds every plan; good prices bound it closely (Lagrangian relaxation). Bounds are exact whole numbers,
// however the prices were found.
#pragma once
#include <algorithm>
#include <bit>
#include <span>
#include <vector>

#include "core/planning/solver/region.h"

namespace pegboard::planning {

/// Parts of one for the share of the bonuses that counts.
inline constexpr int share_parts = 1 << 16;

struct Prices {
    std::vector<Units> first;               ///< by goal: of a tenth of a served minute up to the dose
    std::vector<Units> second;              ///< of one between the dose and twice the dose; never above the first
    int share = 0;                          ///< of share_parts: what a unit of bonus is worth; the rest is the clamp's
    std::array<Units, 3> side{};            ///< of the places as opener, function block and closer
    Units minute = 0;                       ///< of a session minute
    std::array<Units, cover_bits> cover{};  ///< by bit of Option::covers: of a block that has it, where it is asked for
    /// What a block with these covers is worth beyond what it earns.
    [[nodiscard]] Units of(unsigned covers) const {
        Units sum = 0;
        for (; covers != 0; covers &= covers - 1) sum += cover[static_cast<std::size_t>(std::countr_zero(covers))];
        return sum;
    }
};

/// Units times share, rounded up.
constexpr Units shared(Units units, int share) { return (units * share + share_parts - 1) / share_parts; }

/// What an option gains at prices when it takes so many minutes. A single block can fill each half of a goal's wish
/// only once, which is what makes the bound close.
Units gain_of(const Model& model, const Region& region, const Wanted& wanted, const Prices& prices,
              const Option& option, int minutes);
/// What its place costs.
Units place_price(const Prices& prices, const Option& option);

/// The most that a goal can come to from `tenths` on, when what is added is paid at these prices.
inline Units hope(const ModelGoal& goal, Units first, Units second, int tenths) {
    const int dose = goal.dose_tenths, most = dose + goal.more_tenths;
    const Units to_dose = tenths < dose ? dose - tenths : 0;
    const Units to_most = tenths < dose ? goal.more_tenths : tenths < most ? most - tenths : 0;
    return goal.earned(tenths) + to_dose * std::max<Units>(0, 4 * goal.slope - first) +
           to_most * std::max<Units>(0, goal.slope - second);
}
/// What extras can come to at most, with bonuses that follow paid by the share and costs that follow paid in full.
inline Units hope_of_extras(const Model& model, const Region& region, const Prices& prices, Units bonuses,
                            Units costs) {
    if (!region.count_extras) return -model.clamp;
    return shared(bonuses, prices.share) + shared(model.clamp, share_parts - prices.share) + costs;
}
/// What places cost when all free ones are filled, less the worth of what is asked for.
Units paid(const Model& model, const Region& region, const Prices& prices);

/// Prices, and what they say of each option.
struct Priced {
    Prices prices;
    double bound = 0;             ///< of every plan in the region, in score
    std::vector<double> gains;    ///< of each option beyond the minutes it uses, in score; below zero: a plan with it
                                  ///< stays that much under the bound
    std::vector<double> used;     ///< how much of each option the relaxation used; empty where prices were only valued
    std::vector<double> minutes;  ///< its minutes in all, in as many
    std::int64_t effort = 0;      ///< Simplex::effort of all programs that it took
};
/// The prices of the linear relaxation. `placed` holds the pins and whatever is decided already. Splits the costs of
/// items anew, so many times or until the bound is below `enough`: the more of an option the relaxation used, the more
/// of them it pays.
Priced find_prices(const Model& model, const Ledger& placed, Region& region, int splits, double enough);
/// What prices found elsewhere say.
Priced value_prices(const Model& model, const Ledger& placed, const Region& region, const Prices& prices);

}  // namespace pegboard::planning
