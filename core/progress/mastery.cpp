#include "core/progress/mastery.h"

#include <set>

namespace pegboard::progress {
namespace {

/// Passes in a row, with the places and people they were seen with.
struct Run {
    int length = 0;
    std::optional<Date> last_day;
    std::set<std::string> settings, raters;

    void add(const SessionValue& value) {
        if (value.too_few_tries) return;
        if (!value.passes) {
            length = 0;
            last_day.reset();
            return;
        }
        settings.insert(value.settings.begin(), value.settings.end());
        raters.insert(value.raters.begin(), value.raters.end());
        if (last_day == value.date) return;
        last_day = value.date;
        ++length;
    }
    [[nodiscard]] bool long_enough(const Criterion& criterion) const { return length >= criterion.in_row; }
    [[nodiscard]] bool varied_enough(const Criterion& criterion) const {
        return !criterion.generalise || settings.size() >= 2 || raters.size() >= 2;
    }
};

Gap gap_of(const Criterion& criterion, std::span<const SessionValue> values, const Run& run) {
    if (!criterion.target) return Gap::no_criterion;
    if (values.empty()) return Gap::no_data;
    if (run.long_enough(criterion)) return run.varied_enough(criterion) ? Gap::none : Gap::one_place;
    if (values.back().too_few_tries) return Gap::too_few_tries;
    if (values.back().passes) return Gap::run_short;
    return values.back().too_much_help ? Gap::too_much_help : Gap::below;
}

/// The probes after practice ended; the index of the value that slipped, or -1.
int look_at_probes(std::span<const SessionValue> values, Mastery& mastery) {
    struct Window {
        int from, until, weeks;
    };
    for (const Window window :
         {Window{two_week_probe_from, four_week_probe_from - 1, 2}, Window{four_week_probe_from, probes_until, 4}}) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int days = values[i].date - *mastery.practice_ended;
            if (days < window.from || days > window.until || values[i].too_few_tries) continue;
            mastery.probe = values[i].passes ? ProbeResult::kept : ProbeResult::slipped;
            mastery.probe_on = values[i].date;
            mastery.probe_weeks = window.weeks;
            if (!values[i].passes) return static_cast<int>(i);
            break;
        }
    }
    return -1;
}

/// Index of the value with which the criterion is met, from `first` on; -1 when it is not.
int met_at(const Criterion& criterion, std::span<const SessionValue> values, std::size_t first, Run& run) {
    run = {};
    for (std::size_t i = first; i < values.size(); ++i) {
        run.add(values[i]);
        if (criterion.target && run.long_enough(criterion) && run.varied_enough(criterion)) return static_cast<int>(i);
    }
    return -1;
}
}  // namespace

Mastery mastery_of(const Criterion& criterion, std::span<const SessionValue> values) {
    Mastery mastery;
    Run run;
    std::size_t first = 0;
    for (;;) {
        const int met = met_at(criterion, values, first, run);
        if (met >= 0) {
            mastery.mastered_on = values[static_cast<std::size_t>(met)].date;
        } else if (first == 0 && criterion.met_on) {
            mastery.mastered_on = criterion.met_on;
        } else {
            break;
        }
        mastery.practice_ended = mastery.mastered_on;
        if (criterion.met_on && *criterion.met_on > *mastery.mastered_on) mastery.practice_ended = criterion.met_on;
        mastery.probe = ProbeResult::none;
        mastery.probe_on.reset();
        mastery.probe_weeks = 0;
        if (!criterion.maintain) break;
        const int slipped = look_at_probes(values, mastery);
        if (slipped < 0) break;
        first = static_cast<std::size_t>(slipped) + 1;
    }
    mastery.run = run.length;
    mastery.gap =
        mastery.mastered_on && mastery.probe != ProbeResult::slipped ? Gap::none : gap_of(criterion, values, run);
    return mastery;
}

}  // namespace pegboard::progress
