// How far two phases overlap: the share of values after the change that are better than those before. Values are
// oriented: more is better (measures where less is better come multiplied by -1).
#pragma once
#include <optional>
#include <span>

namespace pegboard::progress {

/// Non-overlap of phase B (after) with phase A (before).
struct Overlap {
    int before = 0;            ///< values in A
    int after = 0;             ///< values in B
    int better_than_best = 0;  ///< values of B better than the single best of A; ties are not better
    /// 0..1; PND = better_than_best / after (Scruggs, Mastropieri and Casto 1987). Falls as the baseline grows, so it
    /// is shown with NAP.
    double pnd = 0;
    double nap = 0;  ///< 0..1; pairs (A, B) with B better, ties half, over all pairs (Parker and Vannest 2009)
    double tau = 0;  ///< -1..1; 2 NAP - 1
    double pem = 0;  ///< 0..1; share of B better than the median of A, ties half
};
/// From 3 values in each phase. O((nA + nB) log nA).
std::optional<Overlap> overlap(std::span<const double> before, std::span<const double> after);
/// Usual words for a PND: over 0.9 very effective, from 0.7 effective, from 0.5 questionable, else not effective
/// (bands of Scruggs and Mastropieri 1998, from general professional knowledge).
const char* pnd_band(double pnd);

/// Mean of the baseline plus and minus two standard deviations (n - 1) (Nourbakhsh and Ottenbacher 1994).
struct TwoSdBand {
    double mean = 0, low = 0, high = 0;
    /// Index in B of the second of the first two values in a row outside on the same side; -1 for none: notable.
    int notable_at = -1;
    bool notable_better = false;  ///< they lie on the better side
    /// Each baseline value leans on the one before (correlation above 0.5): the band is too narrow to trust.
    bool leans = false;
};
/// From 5 baseline values.
std::optional<TwoSdBand> two_sd_band(std::span<const double> before, std::span<const double> after);

}  // namespace pegboard::progress
