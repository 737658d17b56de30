// One value per goal and session: what every rule of progress works on. Points marked invalid never enter.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/model/data_point.h"
#include "core/progress/criterion.h"
#include "core/progress/score.h"
#include "core/progress/statistics.h"

namespace pegboard::progress {

/// What one session says about one goal. Points outside a session count together by day.
struct SessionValue {
    Date date;
    SessionId session;
    double value = 0;      ///< in the measure's unit
    double successes = 0;  ///< sum of what counted, where tries were recorded
    int tries = 0;         ///< sum of the tries (seconds for a rate); 0 when only finished values were recorded
    int points = 0;        ///< valid points behind it
    std::optional<int> assist, prompt;  ///< median level; the one with more help of two middle ones
    int measured = 0;                   ///< measurements the value was taken from: "best of 3"
    int with_more_help = 0;             ///< tries done, but with more help than the goal allows: they do not count
    int left_out = 0;  ///< tries that are no part of the value: nobody noted their help, but that of others
    HelpNoted noted = HelpNoted::all;  ///< of the tries the value is from
    bool help_not_noted = false;       ///< reaches the value, but for some of it nobody noted the help
    bool passes = false;               ///< reaches the criterion with no more help than it allows
    bool too_much_help = false;        ///< reaches the value, but not with the help allowed
    bool too_few_tries = false;        ///< neither counts nor breaks a run
    bool too_few_to_pass = false;      ///< fewer tries than the goal speaks of: neither passes nor breaks a run
    std::vector<bool> occasions;       ///< each measurement in order: whether it reaches the criterion as allowed
    std::vector<std::string> settings, raters;
    Phase phase = Phase::intervention;
    int stretch = 0;  ///< number of the phase change it follows; 0 before the first
    bool operator==(const SessionValue&) const = default;
};

/// All session values of a goal in order of date, then from worse to better. Percents pool their tries: only tries
/// with no more help than the goal allows count, and those whose help nobody noted stay out where others' was; steps of
/// a task analysis not scored that session count as not done. Other measures take the best, the middle, the last or the
/// sum of the tries, as the goal says. Goals measured on each side take the less favourable side. O(n log n).
std::vector<SessionValue> session_values(const Criterion& criterion, std::span<const DataPoint> points,
                                         std::span<const PhaseChange> changes = {});

/// The values as oriented points (more is better) of the phases wanted.
Series oriented_series(const Criterion& criterion, std::span<const SessionValue> values);
/// The levels -2..+2 recorded for a goal, by date: the newest is last.
std::vector<At> attainment_levels(const Criterion& criterion, std::span<const DataPoint> points);

}  // namespace pegboard::progress
