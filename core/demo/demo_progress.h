// What was recorded in the invented sessions: points along believable courses, events on the time axis, quick notes and
// session notes. Like the rest of the demo it uses no chance.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "core/caseload.h"
#include "core/commands/command.h"
#include "core/demo/demo.h"

namespace pegboard::demo {

/// How a goal has gone so far.
enum class Course { steady, ahead, plateau, behind, reached, slipped, dropping, few, none };
/// The course of goal number `index` of a child.
Course course_of(std::string_view child, std::size_t index);
/// What the goal needs so that its course can be seen: probes after mastery for one that slipped.
void prepare_goal(Goal& goal, Course course);

using Run = std::function<void(const Command&)>;
/// Records each goal in the held sessions that name it, oldest first; events and phases of a child that has some.
void record_child(const Run& run, std::string_view name, std::span<const Goal> goals, std::span<const Session> sessions,
                  Date today);
/// How each activity of a held session went, and who was here.
void add_responses(Session& session, int week);
/// Two children who hop together, a week ago without one of them; then quick notes and notes of the last days: one is a
/// draft, the others are final; today's are still to be written.
/// Each is written when its session is over, as far as there is a clock to say so.
void add_group_and_notes(const Run& run, const Caseload& caseload, Date today, DemoClock* clock);
/// So many days back have their notes.
inline constexpr int notes_of_days = 9;

}  // namespace pegboard::demo
