// The clock of a running session: how long it and its blocks have taken, which one comes next, when one was left open.
// Pure; instants are UTC text as kept in the file. It refuses to read a clock.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/session.h"
#include "core/result.h"

namespace pegboard {

inline constexpr int longest_session_min = 240;
/// A session that runs so long beyond its planned end was left open.
inline constexpr int left_open_after_min = 120;

/// Whole seconds from one instant to another; below 0 when `until_utc` is the earlier, or an instant is none.
std::int64_t seconds_from(std::string_view from_utc, std::string_view until_utc);
/// The session that runs; null when none does. The newest when a file holds several.
const Session* running_session(const std::vector<Session>& sessions);
/// Seconds since the session was started, up to its end or to `now_utc`; 0 before the start.
std::int64_t seconds_in(const Session& session, std::string_view now_utc);
/// Seconds spent on a block up to `now_utc`; time in which it rests does not count.
std::int64_t seconds_on(const Block& block, std::string_view now_utc);
/// The block shown now; null when none is.
const Block* current_block(const Session& session);
/// The first planned block after `block` that was neither done nor skipped, else the first of all; null when none is
/// left. None given: the first of all.
const Block* next_block(const Session& session, BlockId block);

/// Fails when its day has not come: what lies in the future was not held.
Status has_come(const Session& session, Date today);
/// True when a running session was forgotten: it runs 2 hours beyond its planned end.
bool is_left_open(const Session& session, std::string_view now_utc);
/// When a session that was left open ended: at its planned end, or at `last_entry` if that was later; never after
/// `now_utc` nor more than 240 minutes after its start.
std::string left_open_end(const Session& session, std::string_view last_entry, std::string_view now_utc);
/// Whole minutes from start to `end_utc`, 1..240.
int held_minutes(const Session& session, std::string_view end_utc);

/// A block shown for less was only looked at.
inline constexpr int begun_after_s = 30;
/// The blocks that were touched by `now_utc`: begun and gone on from, or shown now, for half a minute or more; said to
/// have gone well or hard; or something was recorded in them. Not those left out, nor those a child did not want.
std::set<BlockId> touched_blocks(const Session& session, const std::set<BlockId>& recorded_in,
                                 std::string_view now_utc);
/// The session as it stands at `end_utc`: held, the current block's time kept, the blocks in `done` done and all others
/// left out, expected children here. Not held when every child was absent.
Session ended(Session session, const std::string& end_utc, const std::set<BlockId>& done);
/// The same blocks marked done, the others left out.
Session with_done(Session session, const std::set<BlockId>& done);
/// Minutes spent on each block, to the nearest, in their order; 0 is under half a minute. Together never more than the
/// session was held. Measured where the session was followed block by block; else as planned, no longer than measured,
/// within the minutes held.
std::vector<int> minutes_spent(const Session& session);
/// When the session began and ended by the clock on the wall, as minutes of the day; nothing when nobody started it.
struct RealSpan {
    int from = 0, to = 0;
};
std::optional<RealSpan> real_span(const Session& session);
/// Minute of the day at which it was started; nothing when nobody did.
std::optional<int> real_start(const Session& session);
/// True when each block that was done has a time of its own.
bool has_block_times(const Session& session);
/// The session with another block shown, or none; the block shown before is done, unless it was skipped.
Session showing(Session session, BlockId block, const std::string& now_utc);
/// The session with its current block resting.
Session resting(Session session, const std::string& now_utc);

}  // namespace pegboard
