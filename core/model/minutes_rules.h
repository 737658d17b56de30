// How a practice counts its minutes: which minutes that did not take place it owes, how a co-treatment counts, and when
// the school term is. Kept with the practice.
#pragma once
#include <array>
#include <cstddef>
#include <optional>

#include "core/model/date.h"
#include "core/model/enums.h"

namespace pegboard {

/// Why minutes of a session did not take place: the reasons of a session that was not held, in their order, and those
/// of one that was held but shorter.
enum class MissedWhy {
    child_ill,
    family_cancelled,
    school_event,
    therapist_away,
    no_show,
    other,
    came_late,   ///< the child came late or left early
    ended_early  ///< the session was shorter than planned
};
inline constexpr std::size_t missed_whys = 8;

struct MinutesRules {
    /// Owed to the child, by reason. What the child or family missed is excused; what nobody explained is owed.
    std::array<bool, missed_whys> owed{false, false, true, true, false, true, false, true};
    bool split_cotreat = false;  ///< half of a co-treatment to OT and half to PT; else whole to both
    std::optional<Date> term_from, term_to;
    bool operator==(const MinutesRules&) const = default;
};

/// The reason a session was not held or a child was away; one that could not be read counts as another reason.
inline MissedWhy missed_why(NotHeldReason reason) {
    return is_known(reason) ? static_cast<MissedWhy>(static_cast<int>(reason)) : MissedWhy::other;
}

}  // namespace pegboard
