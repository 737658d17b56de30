// A goal as the rules of progress see it: its measure, what has to be reached, and how often.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/goal.h"
#include "core/model/progress_terms.h"
#include "core/progress/measure.h"
#include "core/result.h"

namespace pegboard::progress {

/// What the n of m of a goal counts.
enum class RatioKind {
    tries,      ///< tries of one session
    sessions,   ///< sessions, days, mornings: values
    occasions,  ///< meals, games, visits: each is counted by itself, whichever session it was in
};
/// "tries", "chances" and the like, and no word at all, are tries; "sessions", "days", "mornings" are sessions.
RatioKind ratio_kind(std::string_view noun);

struct Criterion {
    std::string measure;  ///< measure id
    MeasureRule rule;     ///< of that measure; of `count` when it is unknown
    bool lower_is_better = false;
    std::optional<double> target;  ///< value to reach, in the measure's unit
    std::optional<double> share;   ///< 0..1: of one session's measurements that must reach it; percents have none
    RatioKind ratio = RatioKind::tries;
    int passes = 0, passes_of = 0;  ///< so many of the last so many sessions or occasions; 0 of 0: not asked for
    int in_row = 3;                 ///< sessions on different days
    TriesCount tries_count = TriesCount::middle;
    std::string unit;  ///< of lengths
    double lap_cm = 0;
    int min_tries = 1;              ///< of a percent; a session with fewer neither counts nor breaks the run
    int min_to_pass = 1;            ///< measurements a session needs to pass; with fewer it neither passes nor breaks
    std::optional<int> assist_max;  ///< most help a pass may have, 0..8; none: any
    std::optional<int> prompt_max;  ///< most prompting a pass may have, 0..8; none: any
    bool generalise = false;        ///< passes wanted in 2 places or with 2 people
    bool maintain = false;          ///< probes wanted 2 and 4 weeks after
    Side side = Side::none;
    std::vector<double> typed_baseline;
    std::optional<Date> start, due;
    std::optional<Date> met_on;  ///< the day the therapist marked the goal met

    /// Turns a value so that more is better, and back: -1 for measures where less is better.
    [[nodiscard]] double oriented(double value) const { return lower_is_better ? -value : value; }
    /// True when `value` reaches the target.
    [[nodiscard]] bool reached(double value) const;
    /// What counts as no change: the larger of one natural unit (one try of `tries` for percents) and 5 % of the
    /// target.
    [[nodiscard]] double tolerance(double tries) const;
};
/// Most help and prompting the goal allows in a pass; none where any will do. "No help" allows no prompt either; where
/// prompts are not spoken of, help by hand allows those that give no more help than it does. Modified independence (own
/// equipment, set-up, extra time) is independence: "no help" allows it, unless the goal's words rule equipment out.
struct HelpAllowed {
    std::optional<int> assist, prompt;
};
HelpAllowed help_allowed(const Goal& goal);
/// How the value of a session is taken from several tries: the goal's own choice, else what its measure usually takes.
TriesCount tries_count_of(const Goal& goal);

/// The criterion of a goal: what its sentence says, no more and no less. Percents without a target take n of m of the
/// tries, and all tries where n of m counts sessions; of measured tries n of m have to reach the target, and at least
/// so many (5 at most) have to be there. 3 sessions in a row where neither a run nor n of
/// m sessions is stated, be it beside the tries or in their place; at
/// least 5 tries of `trials`, fewer where the goal itself asks for fewer.
Criterion criterion_of(const Goal& goal);
/// How often over the sessions is said once: in a row, as so many of so many, or by what the tries themselves count.
Status check_sessions(const Goal& goal);

}  // namespace pegboard::progress
