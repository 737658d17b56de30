#include "core/progress/mastery.h"

#include <algorithm>
#include <deque>
#include <set>

namespace pegboard::progress {
namespace {

/// The newest values that count, as far as mastery looks back, with the places and people they were seen with.
struct Run {
    int length = 0;  ///< passes in a row on different days
    std::optional<Date> last_day;
    std::deque<bool> recent;  ///< passes of the last sessions or occasions, newest last
    std::optional<Date> recent_day;
    std::set<std::string> settings, raters;

    void add(const Criterion& criterion, const SessionValue& value) {
        if (value.too_few_tries) return;
        if (value.too_few_to_pass && criterion.ratio != RatioKind::occasions) return;
        add_recent(criterion, value);
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
    [[nodiscard]] int passed() const { return static_cast<int>(std::count(recent.begin(), recent.end(), true)); }
    [[nodiscard]] bool often_enough(const Criterion& criterion) const { return passed() >= criterion.passes; }
    [[nodiscard]] bool long_enough(const Criterion& criterion) const {
        // Of n of m the newest has to be one that passes: mastery is seen, not remembered.
        if (criterion.passes_of > 0 && criterion.in_row <= 1)
            return often_enough(criterion) && !recent.empty() && recent.back();
        return length >= criterion.in_row && often_enough(criterion);
    }
    [[nodiscard]] bool varied_enough(const Criterion& criterion) const {
        return !criterion.generalise || settings.size() >= 2 || raters.size() >= 2;
    }

 private:
    void add_recent(const Criterion& criterion, const SessionValue& value) {
        if (criterion.passes_of <= 0) return;
        if (criterion.ratio == RatioKind::occasions) {
            recent.insert(recent.end(), value.occasions.begin(), value.occasions.end());
        } else if (recent_day == value.date && !recent.empty()) {
            recent.back() = recent.back() && value.passes;  // two sessions of one day are one
        } else {
            recent.push_back(value.passes);
        }
        recent_day = value.date;
        while (static_cast<int>(recent.size()) > criterion.passes_of) recent.pop_front();
    }
};

Gap gap_of(const Criterion& criterion, std::span<const SessionValue> values, const Run& run) {
    if (!criterion.target) return Gap::no_criterion;
    if (values.empty()) return Gap::no_data;
    if (run.long_enough(criterion)) return run.varied_enough(criterion) ? Gap::none : Gap::one_place;
    const SessionValue& newest = values.back();
    const bool occasions = criterion.ratio == RatioKind::occasions;
    if (newest.too_few_tries || (newest.too_few_to_pass && !occasions)) return Gap::too_few_tries;
    if (newest.help_not_noted) return Gap::help_not_noted;
    if (newest.too_much_help) return Gap::too_much_help;
    if (criterion.passes_of > 0 && (!run.often_enough(criterion) || criterion.in_row <= 1)) return Gap::too_few_passes;
    return newest.passes ? Gap::run_short : Gap::below;
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
        run.add(criterion, values[i]);
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
            mastery.mastered_value = values[static_cast<std::size_t>(met)].value;
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
    mastery.passed = run.passed();
    mastery.looked_at = static_cast<int>(run.recent.size());
    mastery.gap =
        mastery.mastered_on && mastery.probe != ProbeResult::slipped ? Gap::none : gap_of(criterion, values, run);
    return mastery;
}

}  // namespace pegboard::progress
