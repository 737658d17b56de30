#include "core/rules/live.h"

#include <algorithm>
#include <cmath>

#include "core/store/clock.h"

namespace pegboard {
namespace {
std::int64_t seconds_between(std::string_view from, std::string_view until) {
    return std::max<std::int64_t>(0, seconds_from(from, until));
}

std::string later_by(std::string_view utc, std::int64_t seconds) {
    return store::utc_text((store::seconds_of(utc) + seconds) * 1000);
}

Block* find(Session& session, BlockId id) {
    const auto found = std::ranges::find(session.blocks, id, &Block::id);
    return found == session.blocks.end() ? nullptr : &*found;
}

bool nobody_came(const Session& session) {
    return !session.participants.empty() && std::ranges::all_of(session.participants, [](const Participant& each) {
        return each.attendance == Attendance::absent;
    });
}
}  // namespace

std::int64_t seconds_from(std::string_view from_utc, std::string_view until_utc) {
    const std::int64_t from = store::seconds_of(from_utc), until = store::seconds_of(until_utc);
    return from > 0 && until > 0 ? until - from : -1;
}

const Session* running_session(const std::vector<Session>& sessions) {
    const auto found = std::find_if(sessions.rbegin(), sessions.rend(), is_running);
    return found == sessions.rend() ? nullptr : &*found;
}

std::int64_t seconds_in(const Session& session, std::string_view now_utc) {
    if (session.started_at.empty()) return 0;
    return seconds_between(session.started_at, session.ended_at.empty() ? now_utc : session.ended_at);
}

std::int64_t seconds_on(const Block& block, std::string_view now_utc) {
    return block.done_s + (block.started_at.empty() ? 0 : seconds_between(block.started_at, now_utc));
}

const Block* current_block(const Session& session) {
    const auto found = std::ranges::find(session.blocks, session.current_block, &Block::id);
    return !session.current_block || found == session.blocks.end() ? nullptr : &*found;
}

const Block* next_block(const Session& session, BlockId block) {
    const auto waits = [&](const Block& each) { return each.state == BlockState::planned && each.id != block; };
    const auto here = std::ranges::find(session.blocks, block, &Block::id);
    const auto after =
        std::find_if(here == session.blocks.end() ? session.blocks.begin() : here, session.blocks.end(), waits);
    if (after != session.blocks.end()) return &*after;
    const auto first = std::ranges::find_if(session.blocks, waits);
    return first == session.blocks.end() ? nullptr : &*first;
}

Status has_come(const Session& session, Date today) {
    if (session.date <= today) return {};
    return Error{ErrorKind::refused,
                 "date",
                 "This session is planned for " + say_day(session.date) +
                     ", which has not come yet. If it was held on another day, move it there first.",
                 {}};
}

bool is_left_open(const Session& session, std::string_view now_utc) {
    return is_running(session) && seconds_in(session, now_utc) >= (session.length_min + left_open_after_min) * 60;
}

std::string left_open_end(const Session& session, std::string_view last_entry, std::string_view now_utc) {
    std::string end = later_by(session.started_at, session.length_min * 60);
    if (last_entry > end) end = last_entry;
    end = std::min(end, later_by(session.started_at, longest_session_min * 60));
    return now_utc < end ? std::string(now_utc) : end;
}

int held_minutes(const Session& session, std::string_view end_utc) {
    const std::int64_t minutes = (seconds_between(session.started_at, end_utc) + 30) / 60;
    return static_cast<int>(std::clamp<std::int64_t>(minutes, 1, longest_session_min));
}

Session resting(Session session, const std::string& now_utc) {
    for (Block& block : session.blocks) {
        if (block.started_at.empty()) continue;
        const std::int64_t most = longest_session_min * 60;
        block.done_s = static_cast<int>(std::min<std::int64_t>(most, seconds_on(block, now_utc)));
        block.started_at.clear();
    }
    return session;
}

Session showing(Session session, BlockId block, const std::string& now_utc) {
    const bool same = session.current_block == block;
    session = resting(std::move(session), now_utc);
    Block* before = find(session, session.current_block);
    if (before && !same && before->state == BlockState::planned) before->state = BlockState::done;
    session.current_block = {};
    if (Block* now = find(session, block)) {
        session.current_block = block;
        now->state = BlockState::planned;
        now->started_at = now_utc;
    }
    return session;
}

std::set<BlockId> touched_blocks(const Session& session, const std::set<BlockId>& recorded_in,
                                 std::string_view now_utc) {
    std::set<BlockId> touched;
    for (const Block& block : session.blocks) {
        const auto said = [&](Response response) {
            return std::ranges::any_of(block.children,
                                       [&](const BlockChild& each) { return each.response == response; });
        };
        const bool went = said(Response::loved) || said(Response::fine) || said(Response::hard);
        const bool shown = block.state == BlockState::done || block.id == session.current_block;
        const bool begun = shown && seconds_on(block, now_utc) >= begun_after_s && !said(Response::refused);
        const bool left_out = block.state == BlockState::skipped && !recorded_in.contains(block.id);
        if (!left_out && (begun || went || recorded_in.contains(block.id))) touched.insert(block.id);
    }
    return touched;
}

Session with_done(Session session, const std::set<BlockId>& done) {
    for (Block& block : session.blocks) block.state = done.contains(block.id) ? BlockState::done : BlockState::skipped;
    return session;
}

Session ended(Session session, const std::string& end_utc, const std::set<BlockId>& done) {
    session = with_done(showing(std::move(session), {}, end_utc), done);
    session.ended_at = end_utc;
    if (nobody_came(session)) {
        session.status = SessionStatus::not_held;
        session.held_min = 0;
        session.not_held_reason = session.participants.front().absence_reason;
        return session;
    }
    session.status = SessionStatus::held;
    session.held_min = held_minutes(session, end_utc);
    for (Participant& each : session.participants)
        if (each.attendance == Attendance::expected) each.attendance = Attendance::attended;
    return session;
}

namespace {
/// Whole minutes nearest to so many seconds each, together no more than `most`: what is too much is taken where
/// rounding had added most. Seconds that do not fit in `most` are shared by size.
std::vector<int> in_minutes(const std::vector<int>& seconds, int most) {
    std::int64_t all = 0;
    for (const int each : seconds) all += each;
    const double fits = all > 60 * most + 30 ? 60.0 * most / static_cast<double>(all) : 1;
    std::vector<int> minutes(seconds.size(), 0);
    std::vector<double> added(seconds.size(), 0);
    int sum = 0;
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        const double exact = seconds[i] * fits / 60;
        minutes[i] = static_cast<int>(std::lround(exact));
        added[i] = minutes[i] - exact;
        sum += minutes[i];
    }
    for (; sum > most; --sum) {
        const auto at = static_cast<std::size_t>(std::ranges::max_element(added) - added.begin());
        --minutes[at];
        --added[at];
    }
    return minutes;
}
}  // namespace

std::optional<RealSpan> real_span(const Session& session) {
    const std::int64_t from = store::seconds_of(session.started_at), to = store::seconds_of(session.ended_at);
    if (from <= 0 || to <= 0) return std::nullopt;
    RealSpan span{store::local_minute(from * 1000), store::local_minute(to * 1000)};
    // Seconds are not said: the end is rounded so that it agrees with the minutes that stand beside it.
    const int over = session.held_min - (span.to - span.from);
    if (session.held_min > 0 && (over == 1 || over == -1)) span.to += over;
    return span;
}

std::optional<int> real_start(const Session& session) {
    const std::int64_t from = store::seconds_of(session.started_at);
    return from > 0 ? std::optional(store::local_minute(from * 1000)) : std::nullopt;
}

bool has_block_times(const Session& session) {
    const auto timed = [](const Block& block) {
        return block.state == BlockState::skipped || (block.state == BlockState::done && block.done_s > 0);
    };
    return std::ranges::all_of(session.blocks, timed);
}

std::vector<int> minutes_spent(const Session& session) {
    std::vector<int> seconds(session.blocks.size(), 0);
    if (session.status != SessionStatus::held) return seconds;
    const bool timed = has_block_times(session);
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        const Block& block = session.blocks[i];
        const bool own = block.done_s > 0;
        if (block.state == BlockState::skipped)
            seconds[i] = timed ? block.done_s : 0;
        else
            seconds[i] = own ? block.done_s : 60 * block.minutes;
        // Where Next was not pressed, a block's time holds that of others, too.
        if (!timed && own) seconds[i] = std::min(seconds[i], 60 * block.minutes);
    }
    return in_minutes(seconds, session.held_min);
}

}  // namespace pegboard
