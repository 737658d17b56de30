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
                                  Term{"raise_suggested", "Ready for more"},
                                  Term{"plateau", "Plateau"},
                                  Term{"on_track", "On track"}};
constexpr std::array interval_terms{Term{"momentary", "At the end of each interval"},
                                    Term{"partial", "At any time in the interval"},
                                    Term{"whole", "All through the interval"}};
constexpr std::array tries_terms{Term{"best", "The best try"}, Term{"middle", "The middle try"},
                                 Term{"total", "All tries added up"}, Term{"last", "The last try"}};
constexpr std::array event_terms{Term{"equipment", "New equipment"}, Term{"medical", "Illness or medical"},
                                 Term{"holiday", "Vacation"},        Term{"family", "At home"},
                                 Term{"school", "At school"},        Term{"other", "Something else"}};
constexpr std::array note_terms{Term{"draft", "Draft"}, Term{"final", "Final"}};
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
template <>
std::span<const Term> terms<IntervalMethod>() {
    return interval_terms;
}
template <>
std::span<const Term> terms<TriesCount>() {
    return tries_terms;
}
template <>
std::span<const Term> terms<EventKind>() {
    return event_terms;
}
template <>
std::span<const Term> terms<NoteStatus>() {
    return note_terms;
}

}  // namespace pegboard
