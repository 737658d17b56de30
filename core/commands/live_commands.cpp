// Commands of a session that runs: start, go from block to block, who is here, how it went, end.
#include <algorithm>
#include <utility>

#include "core/commands/apply.h"
#include "core/rules/live.h"
#include "core/store/point_store.h"

namespace pegboard::commands {
namespace {
Error refused(std::string message) { return {ErrorKind::refused, {}, std::move(message), {}}; }

Result<const Session*> find_running(const Work& work, SessionId id) {
    const auto found = find_session(work, id);
    if (found.ok() && !is_running(*found.value())) return refused("This session does not run. Start it first.");
    return found;
}

Result<const Block*> find_block(const Session& session, BlockId id) {
    const auto found = std::ranges::find(session.blocks, id, &Block::id);
    if (found == session.blocks.end())
        return Error{ErrorKind::missing, {}, "This activity is no longer in the plan. Nothing was changed.", {}};
    return &*found;
}

std::string title_of(const Block& block) { return block.title.empty() ? "an activity" : shortened(block.title); }

/// The blocks in which something that counts was recorded.
std::set<BlockId> recorded_in(Work& work, SessionId session) {
    std::set<BlockId> blocks;
    for (const DataPoint& point : store::read_session_points(work.db, session))
        if (point.valid && point.block) blocks.insert(point.block);
    return blocks;
}

std::string minutes(int count) { return std::to_string(count) + (count == 1 ? " minute" : " minutes"); }

/// A block as it comes into a session that runs.
Block unplanned(Block block) {
    block.id = mint<BlockId>();
    block.state = BlockState::planned;
    block.started_at.clear();
    block.done_s = 0;
    for (BlockChild& each : block.children) each.id = {};
    return block;
}

/// "Mark Mateo absent: Child unwell", "Mateo came 5 minutes late".
std::string say_attendance(const Participant& before, const Participant& after, const std::string& name) {
    if (before.attendance != after.attendance || before.absence_reason != after.absence_reason) {
        if (after.attendance == Attendance::absent)
            return "Mark " + name + " absent: " + std::string(words(after.absence_reason));
        if (before.attendance != after.attendance)
            return after.attendance == Attendance::attended ? "Mark " + name + " here" : "Mark " + name + " expected";
    }
    if (before.late_min != after.late_min) return name + " came " + minutes(after.late_min) + " late";
    if (before.left_early_min != after.left_early_min)
        return name + " left " + minutes(after.left_early_min) + " early";
    if (before.energy != after.energy) return name + " today: " + std::string(words(after.energy));
    return "Change the note on why " + name + " was absent";
}

std::string say_response(Response response, const std::string& name, const std::string& title) {
    switch (response) {
        case Response::loved:
            return name + " loved " + title;
        case Response::fine:
            return name + " did fine with " + title;
        case Response::hard:
            return title + " was hard for " + name;
        case Response::refused:
            return name + " did not want " + title + " today";
        case Response::not_noted:
            break;
    }
    return "Clear how " + title + " went for " + name;
}
}  // namespace

Result<Done> apply(Work& work, const StartSession& command) {
    const auto before = find_session(work, command.id);
    if (!before.ok()) return before.error();
    const Session& session = *before.value();
    if (is_running(session)) return refused("This session runs already.");
    if (session.status != SessionStatus::planned)
        return refused("This session is already marked. Reopen it to go on with it.");
    if (session.date != work.today)
        return refused("This session is planned for " + say_day(session.date) +
                       ". Move it to today first, or enter afterward what was done then.");
    if (const Session* other = running_session(work.now.sessions.rows()))
        return refused(session_of(work, *other) + " still runs. End it first.");
    Session after = session;
    after.started_at = work.at_utc;
    after.ended_at.clear();
    if (const Block* first = next_block(after, {})) after = showing(after, first->id, work.at_utc);
    return replace_session(work, session, after, "Start " + session_of(work, after));
}

Result<Done> apply(Work& work, const ShowBlock& command) {
    const auto before = find_running(work, command.session);
    if (!before.ok()) return before.error();
    const auto block = find_block(*before.value(), command.block);
    if (!block.ok()) return block.error();
    if (before.value()->current_block == command.block && !block.value()->started_at.empty())
        return Done{};  // it is shown already: nothing differs
    return replace_session(work, *before.value(), showing(*before.value(), command.block, work.at_utc),
                           "Go on with " + title_of(*block.value()));
}

Result<Done> apply(Work& work, const PauseBlock& command) {
    const auto before = find_running(work, command.session);
    if (!before.ok()) return before.error();
    const Block* block = current_block(*before.value());
    if (!block) return refused("No activity is running.");
    return replace_session(work, *before.value(), resting(*before.value(), work.at_utc), "Pause " + title_of(*block));
}

Result<Done> apply(Work& work, const SkipBlock& command) {
    const auto before = find_running(work, command.session);
    if (!before.ok()) return before.error();
    const auto block = find_block(*before.value(), command.block);
    if (!block.ok()) return block.error();
    Session after = *before.value();
    if (after.current_block == command.block) {
        const Block* next = next_block(after, command.block);
        after = showing(after, next ? next->id : BlockId{}, work.at_utc);
    }
    std::ranges::find(after.blocks, command.block, &Block::id)->state = BlockState::skipped;
    return replace_session(work, *before.value(), after, "Skip " + title_of(*block.value()));
}

Result<Done> apply(Work& work, const SwapBlock& command) {
    const auto before = find_running(work, command.session);
    if (!before.ok()) return before.error();
    const auto block = find_block(*before.value(), command.block);
    if (!block.ok()) return block.error();
    const Block old = *block.value();
    const Block fresh = unplanned(command.with);
    const bool shown = before.value()->current_block == old.id;
    Session after = *before.value();
    auto place = std::ranges::find(after.blocks, old.id, &Block::id);
    if (seconds_on(old, work.at_utc) < begun_after_s && old.state == BlockState::planned) {
        *place = fresh;
        after.swapped_out.push_back(old.activity);
    } else {
        if (shown) after = resting(std::move(after), work.at_utc);
        place = std::ranges::find(after.blocks, old.id, &Block::id);
        if (place->state == BlockState::planned) place->state = BlockState::skipped;
        after.blocks.insert(place + 1, fresh);
    }
    if (shown) {
        after.current_block = {};
        after = showing(std::move(after), fresh.id, work.at_utc);
    }
    return replace_session(work, *before.value(), after, "Swap " + title_of(old) + " for " + title_of(fresh));
}

Result<Done> apply(Work& work, const AddBlock& command) {
    const auto before = find_running(work, command.session);
    if (!before.ok()) return before.error();
    const Block fresh = unplanned(command.block);
    Session after = *before.value();
    const BlockId behind = command.after ? command.after : after.current_block;
    const auto place = std::ranges::find(after.blocks, behind, &Block::id);
    after.blocks.insert(place == after.blocks.end() ? place : place + 1, fresh);
    if (command.show) after = showing(std::move(after), fresh.id, work.at_utc);
    return replace_session(work, *before.value(), after, "Add " + title_of(fresh));
}

Result<Done> apply(Work& work, const EndSession& command) {
    const auto before = find_running(work, command.id);
    if (!before.ok()) return before.error();
    const Session& session = *before.value();
    std::set<BlockId> done;
    if (command.done)
        done.insert(command.done->begin(), command.done->end());
    else
        done = touched_blocks(session, recorded_in(work, session.id), work.at_utc);
    Session after = ended(session, work.at_utc, done);
    if (command.held_min > 0 && after.status == SessionStatus::held) after.held_min = command.held_min;
    return replace_session(work, session, after, "End " + session_of(work, after));
}

Result<Done> apply(Work& work, const CloseLeftOpen& command) {
    const auto before = find_running(work, command.id);
    if (!before.ok()) return before.error();
    const Session& session = *before.value();
    if (!is_left_open(session, work.at_utc)) return refused("This session runs. End it when it is over.");
    const std::string last = store::last_entry(work.db, session.id, left_open_end(session, work.at_utc, work.at_utc));
    const std::string end = left_open_end(session, last, work.at_utc);
    const Session after = ended(session, end, touched_blocks(session, recorded_in(work, session.id), end));
    return replace_session(work, session, after,
                           "Close " + session_of(work, after) + ", left open since " + say_day(session.date));
}

Result<Done> apply(Work& work, const SetAttendance& command) {
    const auto before = find_session(work, command.session);
    if (!before.ok()) return before.error();
    Session after = *before.value();
    const auto part = std::ranges::find(after.participants, command.part.child, &Participant::child);
    if (part == after.participants.end())
        return Error{ErrorKind::missing, {}, "This child is not in the session. Nothing was changed.", {}};
    const Participant old = std::exchange(*part, command.part);
    part->id = old.id;
    if (part->attendance != Attendance::absent) {
        part->absence_reason = NotHeldReason::other;
        part->absence_note.clear();
    } else {
        part->late_min = part->left_early_min = 0;
    }
    const std::string label = say_attendance(old, *part, name_of(work, command.part.child));
    return replace_session(work, *before.value(), after, label);
}

Result<Done> apply(Work& work, const SetResponse& command) {
    const auto before = find_session(work, command.session);
    if (!before.ok()) return before.error();
    Session after = *before.value();
    const auto block = std::ranges::find(after.blocks, command.block, &Block::id);
    if (block == after.blocks.end() || !is_for(after, command.child))
        return Error{
            ErrorKind::missing, {}, "This child or activity is no longer in the session. Nothing was changed.", {}};
    const auto noted = std::ranges::find(block->children, command.child, &BlockChild::child);
    if (noted == block->children.end())
        block->children.push_back({{}, command.child, 0, command.response});
    else
        noted->response = command.response;
    const std::string label = say_response(command.response, name_of(work, command.child), title_of(*block));
    return replace_session(work, *before.value(), after, label);
}

}  // namespace pegboard::commands
