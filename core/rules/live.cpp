#include "core/rules/live.h"

#include <algorithm>

#include "core/store/clock.h"

namespace pegboard {
namespace {
std::int64_t seconds_between(std::string_view from, std::string_view until) {
    return std::max<std::int64_t>(0, seconds_from(from, until));
}

std::string later_by(std::string_view utc, std::int64_t seconds) {
    return store::utc_text((store::seconds_of(utc) + seconds) * 1000);
}

bool was_begun(const Block& block) {
    return !block.started_at.empty() || block.done_s > 0 || block.state == BlockState::done;
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

Session ended(Session session, const std::string& end_utc) {
    session = showing(std::move(session), {}, end_utc);
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
    // Whoever never turned to a second block did not use the strip: then the plan says what was done.
    if (std::ranges::count_if(session.blocks, was_begun) > 1)
        for (Block& block : session.blocks)
            if (block.state == BlockState::planned) block.state = BlockState::skipped;
    return session;
}

}  // namespace pegboard
