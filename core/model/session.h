// A session: when, where, for whom, its plan in blocks, and how it went.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/date.h"
#include "core/model/enums.h"
#include "core/model/ids.h"

namespace pegboard {

struct Block {
    BlockId id;
    Arc arc = Arc::main;
    std::string activity;       ///< activity id of the library
    std::string title;          ///< as it read when it was planned
    int minutes = 5;            ///< 1..120
    std::vector<GoalId> goals;  ///< goals this block serves
    std::string note;
    std::string override_reason;  ///< why it is used although a precaution excludes it
    TherapistId override_by;
    std::string override_at;  ///< UTC instant
    bool operator==(const Block&) const = default;
};

struct Session {
    SessionId id;
    ChildId child;
    Date date;
    int start_min = 9 * 60;  ///< minute of day
    int length_min = 30;     ///< 5..240
    std::string place;       ///< "Oakfield Primary, gym"
    std::string space;       ///< space id of the library: room, hall, table ...
    Lead lead = Lead::ot;
    TherapistId therapist;
    TherapistId co_therapist;
    SeriesId series;  ///< sessions repeated together
    std::vector<GoalId> goals;
    std::vector<Block> blocks;  ///< in order
    SessionStatus status = SessionStatus::planned;
    int held_min = 0;
    std::string note;
    NotHeldReason not_held_reason = NotHeldReason::other;
    bool operator==(const Session&) const = default;
};

/// Minutes planned in blocks.
inline int planned_minutes(const Session& session) {
    int total = 0;
    for (const Block& block : session.blocks) total += block.minutes;
    return total;
}

}  // namespace pegboard
