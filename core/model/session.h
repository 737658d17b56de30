// A session: when, where, for whom, its plan in blocks, and how it went.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/date.h"
#include "core/model/enums.h"
#include "core/model/ids.h"

namespace pegboard {

/// A child in a session: there or not, and how the child is today.
struct Participant {
    RowId id{};
    ChildId child{};
    Attendance attendance = Attendance::expected;
    NotHeldReason absence_reason = NotHeldReason::other;  ///< of an absent child
    std::string absence_note{};
    int late_min = 0;        ///< came so many minutes late
    int left_early_min = 0;  ///< left so many minutes before the end
    Energy energy = Energy::usual;
    bool operator==(const Participant&) const = default;
};

/// One child in one block.
struct BlockChild {
    RowId id;
    ChildId child;
    int rung = 0;  ///< 0 as written, -1.. the first, second ... easier rung, 1.. harder ones
    Response response = Response::not_noted;
    bool operator==(const BlockChild&) const = default;
};

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
    std::string override_at;                ///< UTC instant
    bool pinned = false;                    ///< the planner leaves it as it is
    bool suggested = false;                 ///< chosen by the planner, not by hand
    std::optional<Lead> lead = {};          ///< who leads it in a co-treatment
    std::string why = {};                   ///< the planner's reason, in words
    std::vector<BlockChild> children = {};  ///< only children of whom something is known
    BlockState state = BlockState::planned;
    std::string started_at = {};  ///< UTC instant at which it was begun for the last time; empty while it rests
    int done_s = 0;               ///< seconds spent on it before `started_at`
    bool operator==(const Block&) const = default;
};

struct Session {
    SessionId id;
    ChildId child;                          ///< whose record keeps it: of a group, the first member
    std::vector<Participant> participants;  ///< everyone it is for, `child` among them
    GroupId group;
    Date date;
    int start_min = 9 * 60;  ///< minute of day
    int length_min = 30;     ///< 5..240
    std::string place;       ///< "Oakfield Primary, gym"
    std::string space;       ///< space id of the library: room, hall, table ...
    PlaceId work_place;      ///< the kept place, if it is one
    BagId bag;
    std::vector<std::string> without;      ///< item ids that are not at hand this time
    std::vector<std::string> swapped_out;  ///< activity ids not to suggest again for this session
    Lead lead = Lead::ot;
    TherapistId therapist;
    TherapistId co_therapist;
    SeriesId series;          ///< sessions repeated together
    SessionId makes_up = {};  ///< the missed session this one makes up
    std::vector<GoalId> goals;
    std::vector<Block> blocks;  ///< in order
    SessionStatus status = SessionStatus::planned;
    int held_min = 0;
    std::string note;
    NotHeldReason not_held_reason = NotHeldReason::other;
    std::string started_at;  ///< UTC instant; set while it runs and kept afterwards
    std::string ended_at;    ///< UTC instant; empty while it runs
    BlockId current_block;
    bool operator==(const Session&) const = default;
};

/// Started and not ended yet.
inline bool is_running(const Session& session) { return !session.started_at.empty() && session.ended_at.empty(); }
/// The child's part in the session; null when it is not for this child.
inline const Participant* participant(const Session& session, ChildId child) {
    for (const Participant& each : session.participants)
        if (each.child == child) return &each;
    return nullptr;
}
/// Whether the session is for this child, alone or with others.
inline bool is_for(const Session& session, ChildId child) {
    return session.child == child || participant(session, child) != nullptr;
}
/// Children who are not absent, in order.
inline std::vector<ChildId> present_children(const Session& session) {
    std::vector<ChildId> present;
    for (const Participant& each : session.participants)
        if (each.attendance != Attendance::absent) present.push_back(each.child);
    return present;
}

/// Adults who lead it and can give a hand: two in a co-treatment or with a second therapist.
inline int adults_of(const Session& session) { return session.lead == Lead::both || session.co_therapist ? 2 : 1; }

/// Minutes planned in blocks.
inline int planned_minutes(const Session& session) {
    int total = 0;
    for (const Block& block : session.blocks) total += block.minutes;
    return total;
}

}  // namespace pegboard
