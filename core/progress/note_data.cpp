#include "core/progress/note_data.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "core/store/clock.h"
#include "core/store/file/raw_key.h"

namespace pegboard::progress {
namespace {
void add(std::string& bytes, std::int64_t number) { bytes += std::to_string(number) + ";"; }
void add(std::string& bytes, std::optional<int> number) { bytes += (number ? std::to_string(*number) : "-") + ";"; }
}  // namespace

bool is_authors(const Session& session, const Goal& goal, const Therapist* author) {
    return session.lead != Lead::both || !author || goal.discipline == author->discipline;
}

std::string data_mark(std::span<const DataPoint> points, const Session& session, ChildId child, const FindGoal& goal,
                      const Therapist* author) {
    std::vector<const DataPoint*> counted;
    for (const DataPoint& point : points) {
        const Goal* of = goal(point.goal);
        if (point.valid && point.child == child && of && is_authors(session, *of, author)) counted.push_back(&point);
    }
    std::ranges::sort(counted, {}, [](const DataPoint* point) { return point->id; });
    std::string bytes;
    for (const DataPoint* point : counted) {
        add(bytes, point->id.value);
        add(bytes, point->goal.value);
        add(bytes, static_cast<std::int64_t>(point->kind));
        add(bytes, std::bit_cast<std::int64_t>(point->value));
        for (const std::optional<int> number : {point->n, point->assist, point->prompt, std::optional(point->step)})
            add(bytes, number);
    }
    constexpr std::size_t letters = 16;
    return store::sha256(bytes).substr(0, letters);
}

bool differs_from_data(const SessionNote& note, std::span<const DataPoint> points, const Session& session,
                       const FindGoal& goal, const Therapist* author) {
    if (note.status != NoteStatus::final_) return false;
    std::string known = note.signed_data;
    for (const Amendment& each : note.amendments)
        if (!each.data.empty()) known = each.data;
    if (!known.empty()) return known != data_mark(points, session, note.child, goal, author);
    const auto later = [&](const DataPoint& point) {
        const Goal* of = goal(point.goal);
        return point.valid && point.child == note.child && of && is_authors(session, *of, author) && note.finished_on &&
               store::local_date(store::seconds_of(point.at_utc) * 1000) > *note.finished_on;
    };
    return std::ranges::any_of(points, later);
}

}  // namespace pegboard::progress
