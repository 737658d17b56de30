// Who is in a session: discharge and attendance, and what follows from them. Shared by the commands on sessions and on
// children.
#pragma once
#include "core/commands/apply.h"

namespace pegboard::commands {

/// Discharged before the day. On the day of the discharge a child may still come.
bool gone_by(const Work& work, ChildId id, Date date);
/// Fails when somebody in the session was discharged before its day.
Status check_discharged(const Work& work, const Session& session);
/// Who was expected came, unless discharged before.
void mark_attended(const Work& work, Session& session);
/// What was recorded for a child who is not here counts no more, and counts again when the child is here after all.
void points_follow_attendance(Work& work, const Session& before, const Session& after);
/// The session without what belongs to children who are not among its participants, of whom there is one: goals,
/// steps, who keeps it. For one child alone it is no longer the group's.
Session without_those_gone(Session session, const Work& work);
/// Takes those out who are discharged by the session's day; false when nobody is left.
bool leave_discharged(const Work& work, Session& session);

}  // namespace pegboard::commands
