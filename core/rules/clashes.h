// Two sessions at one time for one child or one therapist. It refuses nothing: a therapist may know why.
#pragma once
#include <vector>

#include "core/model/session.h"
#include "core/rules/live.h"

namespace pegboard {

/// Another session at the same time, and whom both need.
struct Clash {
    const Session* other = nullptr;
    RealSpan at;  ///< what was compared of the other: the planned time, or the real one once it was started
    std::vector<ChildId> children;
    std::vector<TherapistId> therapists;
};
/// Whether two sessions overlap in time, on one day.
bool same_time(const Session& one, const Session& other);
/// Sessions that take a child or a therapist of this one at its time, by start; not itself, none that was not held.
/// Children who are absent are free. Pointers are into `all`.
std::vector<Clash> clashes(const std::vector<Session>& all, const Session& session);

}  // namespace pegboard
