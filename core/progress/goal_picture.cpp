#include "core/progress/goal_picture.h"

#include <algorithm>
#include <set>

#include "core/progress/attention.h"

namespace pegboard::progress {
namespace {

bool was_left_out(const DataPoint& point) { return !point.valid && point.invalid_reason != taken_back; }

std::vector<LeftOut> left_out_of(const Criterion& criterion, std::vector<DataPoint> points) {
    std::erase_if(points, [](const DataPoint& point) { return !was_left_out(point); });
    const auto reason_of = [&](const SessionValue& value) {
        for (const DataPoint& point : points)
            if (point.session == value.session && (value.session || point.date == value.date))
                return point.invalid_reason;
        return std::string();
    };
    std::vector<DataPoint> as_if = points;
    for (DataPoint& point : as_if) point.valid = true;
    std::vector<LeftOut> all;
    for (const SessionValue& value : session_values(criterion, as_if))
        all.push_back({value.date, value.value, say_session(criterion, value), reason_of(value)});
    return all;
}

Stretch stretch_of(const PhaseChange& change) {
    return {change.date, change.phase, change.label.empty() ? std::string(words(change.phase)) : change.label};
}

/// Baseline up to the goal's start where recorded values lie before it, then one part for each change.
std::vector<Stretch> stretches_of(const Criterion& criterion, const std::vector<SessionValue>& values,
                                  const std::vector<PhaseChange>& changes) {
    if (values.empty()) return {};
    std::vector<Stretch> all;
    const Date first = values.front().date;
    if (changes.empty() || changes.front().date > first) {
        const Phase phase = values.front().phase;
        all.push_back({first, phase, std::string(words(phase))});
        const bool start_follows =
            criterion.start && *criterion.start > first && (changes.empty() || *criterion.start < changes.front().date);
        if (phase == Phase::baseline && start_follows)
            all.push_back({*criterion.start, Phase::intervention, std::string(words(Phase::intervention))});
    }
    for (const PhaseChange& change : changes) all.push_back(stretch_of(change));
    return all;
}

std::vector<PointNote> notes_of(const std::vector<DataPoint>& points) {
    std::vector<PointNote> notes;
    for (const DataPoint& point : points)
        if (point.valid && !point.note.empty()) notes.push_back({point.date, point.note});
    return notes;
}

void add_where(GoalPicture& picture) {
    std::set<std::string> places, people;
    for (const SessionValue& value : picture.analysis.values) {
        if (value.phase == Phase::baseline || !value.passes || value.too_few_tries) continue;
        places.insert(value.settings.begin(), value.settings.end());
        people.insert(value.raters.begin(), value.raters.end());
    }
    picture.places.assign(places.begin(), places.end());
    picture.people.assign(people.begin(), people.end());
}

std::string seen(const std::vector<std::string>& names, const char* one, const char* many) {
    std::string text = std::to_string(names.size()) + " " + (names.size() == 1 ? one : many);
    for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? ": " : ", ") + names[i];
    return text;
}

std::string say_generalised(const GoalPicture& picture) {
    if (picture.places.empty() && picture.people.empty())
        return "Not reached anywhere yet; two places or two people are wanted.";
    const bool enough = picture.places.size() >= 2 || picture.people.size() >= 2;
    return "Reached in " + seen(picture.places, "place", "places") + "; with " +
           seen(picture.people, "person", "people") + (enough ? "." : ". A second place or person is still wanted.");
}

std::string say_kept(const Mastery& mastery, Date today) {
    if (!mastery.practice_ended) return "Probes 2 and 4 weeks after it is reached will show whether it is kept.";
    const int by_calendar = mastery.probe_on ? (*mastery.probe_on - *mastery.practice_ended + 3) / 7 : 0;
    const std::string weeks =
        std::to_string(by_calendar) + (by_calendar == 1 ? " week later, on " : " weeks later, on ");
    if (mastery.probe == ProbeResult::slipped) return "Not kept " + weeks + say(*mastery.probe_on) + ".";
    const bool last = mastery.probe == ProbeResult::kept && mastery.probe_weeks >= 4;
    std::string text = mastery.probe == ProbeResult::kept ? "Kept " + weeks + say(*mastery.probe_on) + ". " : "";
    if (last) return text + "Nothing more to look at.";
    const bool second = mastery.probe_weeks >= 2 || today - *mastery.practice_ended >= four_week_probe_due;
    const Date due = *mastery.practice_ended + (second ? four_week_probe_due : two_week_probe_due);
    const Date until = *mastery.practice_ended + probes_until;
    if (today > until) return text + "The time for probes ended on " + say(until) + ".";
    return text + (today >= due ? "Look again now" : "Look again from " + say(due)) + " to see if it is kept.";
}
}  // namespace

Result<GoalInput> goal_input(const Caseload& caseload, GoalId id) {
    const Goal* goal = caseload.goal(id);
    if (!goal) return Error{ErrorKind::missing, {}, "This goal is no longer there.", {}};
    auto points = caseload.points(id);
    if (!points.ok()) return points.error();
    GoalInput input{*goal, points.take(), caseload.phase_changes(id), {}, rule_for(caseload.practice(), *goal)};
    // What has no day has no place on the axis.
    std::erase_if(input.changes, [](const PhaseChange& change) { return !is_known(change.date); });
    for (const TimeEvent& event : caseload.events(goal->child))
        if (is_known(event.date) && (!event.goal || event.goal == id)) input.events.push_back(event);
    return input;
}

GoalPicture picture_of(const GoalInput& input) {
    const Criterion criterion = criterion_of(input.goal);
    GoalPicture picture;
    picture.analysis = analyse(criterion, *input.points, input.changes, input.rule);
    picture.left_out = left_out_of(criterion, *input.points);
    picture.stretches = stretches_of(criterion, picture.analysis.values, input.changes);
    picture.events = input.events;
    picture.notes = notes_of(*input.points);
    for (const At& at : attainment_levels(criterion, *input.points))
        picture.levels.push_back({Date{static_cast<int>(at.day)}, static_cast<int>(at.value)});
    add_where(picture);
    return picture;
}

std::vector<std::string> say_probes(const GoalPicture& picture, Date today) {
    std::vector<std::string> lines;
    const Criterion& criterion = picture.analysis.criterion;
    if (criterion.generalise) lines.push_back(say_generalised(picture));
    if (criterion.maintain) lines.push_back(say_kept(picture.analysis.facts.mastery, today));
    return lines;
}

}  // namespace pegboard::progress
