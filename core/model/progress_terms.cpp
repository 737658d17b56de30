#include "core/model/progress_terms.h"

namespace pegboard {
namespace {
constexpr std::array point_kind_terms{Term{"correct", "Correct"},   Term{"with_help", "With help"},
                                      Term{"not_yet", "Not yet"},   Term{"step", "Step"},
                                      Term{"interval", "Interval"}, Term{"tally", "Counted"},
                                      Term{"measured", "Measured"}, Term{"attainment", "Goal scale"}};
constexpr std::array phase_terms{Term{"baseline", "Baseline"}, Term{"intervention", "Practice"},
                                 Term{"generalisation", "New places and people"}, Term{"maintenance", "Keeping it up"}};
constexpr std::array rule_terms{Term{"three_point", "3 points in a row"}, Term{"four_point", "Last 4 points"},
                                Term{"median_of_three", "Median of the last 3"}, Term{"trend_line", "Trend line"}};
constexpr std::array status_terms{Term{"collecting", "Collecting"},
                                  Term{"check_now", "Check now"},
                                  Term{"mastered", "Mastered"},
                                  Term{"kept", "Kept"},
                                  Term{"slipped", "Slipped"},
                                  Term{"change_suggested", "Change suggested"},
                                  Term{"raise_suggested", "Raise suggested"},
                                  Term{"plateau", "Plateau"},
                                  Term{"on_track", "On track"}};
}  // namespace

template <>
std::span<const Term> terms<PointKind>() {
    return point_kind_terms;
}
template <>
std::span<const Term> terms<Phase>() {
    return phase_terms;
}
template <>
std::span<const Term> terms<DecisionRule>() {
    return rule_terms;
}
template <>
std::span<const Term> terms<ProgressStatus>() {
    return status_terms;
}

}  // namespace pegboard
