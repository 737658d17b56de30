#include "core/store/session_store.h"

#include "core/store/rows.h"

namespace pegboard::store {

template <>
struct TableOf<Session> {
    static constexpr const char* name = "session";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("date", r.date);
        v("start_min", r.start_min);
        v("length_min", r.length_min);
        v("place", r.place);
        v("space", r.space);
        v("lead", r.lead);
        v("therapist_id", r.therapist);
        v("co_therapist_id", r.co_therapist);
        v("series_id", r.series);
        v("status", r.status);
        v("held_min", r.held_min);
        v("note", r.note);
        v("not_held_reason", r.not_held_reason);
        v("group_id", r.group);
        v("place_id", r.work_place);
        v("bag_id", r.bag);
        v("started_at", r.started_at);
        v("ended_at", r.ended_at);
        v("current_block_id", r.current_block);
        v("makes_up_id", r.makes_up);
    }
};

template <>
struct TableOf<Block> {
    static constexpr const char* name = "block";
    static constexpr const char* owner = "session_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("arc", r.arc);
        v("activity", r.activity);
        v("title", r.title);
        v("minutes", r.minutes);
        v("note", r.note);
        v("override_reason", r.override_reason);
        v("override_by_id", r.override_by);
        v("override_at", r.override_at);
        v("pinned", r.pinned);
        v("suggested", r.suggested);
        v("lead", r.lead);
        v("why", r.why);
        v("state", r.state);
        v("started_at", r.started_at);
        v("done_s", r.done_s);
    }
};

template <>
struct TableOf<Participant> {
    static constexpr const char* name = "participant";
    static constexpr const char* owner = "session_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("attendance", r.attendance);
        v("absence_reason", r.absence_reason);
        v("absence_note", r.absence_note);
        v("late_min", r.late_min);
        v("left_early_min", r.left_early_min);
        v("energy", r.energy);
    }
};

namespace {
struct SessionLine {
    RowId id;
    std::string kind;
    std::string value;
};
/// A block's child, with the block it belongs to.
struct ChildOfBlock {
    RowId id;
    BlockId block;
    BlockChild of;
};
}  // namespace

template <>
struct TableOf<SessionLine> {
    static constexpr const char* name = "session_line";
    static constexpr const char* owner = "session_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("kind", r.kind);
        v("value", r.value);
    }
};

template <>
struct TableOf<ChildOfBlock> {
    static constexpr const char* name = "block_child";
    static constexpr const char* owner = "session_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("block_id", r.block);
        v("child_id", r.of.child);
        v("rung", r.of.rung);
        v("response", r.of.response);
    }
};

namespace {
struct SessionGoal {
    RowId id;
    GoalId goal;
};
struct BlockGoal {
    RowId id;
    BlockId block;
    GoalId goal;
};
}  // namespace

template <>
struct TableOf<SessionGoal> {
    static constexpr const char* name = "session_goal";
    static constexpr const char* owner = "session_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("goal_id", r.goal);
    }
};

template <>
struct TableOf<BlockGoal> {
    static constexpr const char* name = "block_goal";
    static constexpr const char* owner = "session_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("block_id", r.block);
        v("goal_id", r.goal);
    }
};

namespace {
struct LineList {
    const char* kind;
    std::vector<std::string> Session::* list;
};
constexpr LineList line_lists[] = {{"without_item", &Session::without}, {"swapped_out", &Session::swapped_out}};

bool is_line_kind(const std::string& kind) {
    return std::ranges::any_of(line_lists, [&](const LineList& each) { return kind == each.kind; });
}

void save_lists(Database& db, Session session) {
    const std::int64_t owner = session.id.value;
    save_owned(db, owner, session.blocks);
    std::vector<SessionGoal> goals;
    for (const GoalId goal : session.goals) goals.push_back({{}, goal});
    save_by_place(db, owner, std::move(goals));
    std::vector<BlockGoal> links;
    for (const Block& block : session.blocks)
        for (const GoalId goal : block.goals) links.push_back({{}, block.id, goal});
    save_by_place(db, owner, std::move(links));
    save_owned(db, owner, session.participants);
    std::vector<ChildOfBlock> children;
    for (const Block& block : session.blocks)
        for (const BlockChild& each : block.children) children.push_back({each.id, block.id, each});
    save_owned(db, owner, children);
    std::vector<SessionLine> lines;
    for (const LineList& each : line_lists)
        for (const std::string& value : session.*each.list) lines.push_back({{}, each.kind, value});
    for (SessionLine& line : lines_of_no_kind(read_owned<SessionLine>(db, owner), is_line_kind))
        lines.push_back(std::move(line));
    save_by_place(db, owner, std::move(lines));
}

/// Where the blocks of the sessions being read stand: session and block by the block's id.
using BlockPlaces = std::unordered_map<std::int64_t, std::pair<std::size_t, std::size_t>>;

Block* block_at(std::vector<Session>& sessions, const BlockPlaces& places, BlockId id) {
    const auto found = places.find(id.value);
    return found == places.end() ? nullptr : &sessions[found->second.first].blocks[found->second.second];
}

void attach_participants(Database& db, std::int64_t only, std::vector<Session>& sessions,
                         const std::unordered_map<std::int64_t, std::size_t>& at) {
    for (Owned<Participant>& owned : read_owned<Participant>(db, only)) {
        const auto found = at.find(owned.owner);
        if (found != at.end()) sessions[found->second].participants.push_back(std::move(owned.row));
    }
    // Sessions of files older than groups have no such rows.
    for (Session& session : sessions)
        if (!participant(session, session.child))
            session.participants.insert(session.participants.begin(), Participant{.child = session.child});
}

void attach_block_parts(Database& db, std::int64_t only, std::vector<Session>& sessions, const BlockPlaces& places) {
    for (const Owned<BlockGoal>& owned : read_owned<BlockGoal>(db, only))
        if (Block* block = block_at(sessions, places, owned.row.block)) block->goals.push_back(owned.row.goal);
    for (Owned<ChildOfBlock>& owned : read_owned<ChildOfBlock>(db, only)) {
        owned.row.of.id = owned.row.id;
        if (Block* block = block_at(sessions, places, owned.row.block)) block->children.push_back(owned.row.of);
    }
}

void attach_lines(Database& db, std::int64_t only, std::vector<Session>& sessions,
                  const std::unordered_map<std::int64_t, std::size_t>& at) {
    for (Owned<SessionLine>& owned : read_owned<SessionLine>(db, only)) {
        const auto found = at.find(owned.owner);
        if (found == at.end()) continue;
        if (!is_line_kind(owned.row.kind)) report_kind(db, owned.row);
        for (const LineList& each : line_lists)
            if (owned.row.kind == each.kind) (sessions[found->second].*each.list).push_back(std::move(owned.row.value));
    }
}
}  // namespace

std::vector<Session> read_sessions(Database& db, SessionId id) {
    std::vector<Session> sessions = read_rows<Session>(db, id.value);
    std::unordered_map<std::int64_t, std::size_t> at;
    for (std::size_t i = 0; i < sessions.size(); ++i) at[sessions[i].id.value] = i;
    BlockPlaces places;
    for (Owned<Block>& owned : read_owned<Block>(db, id.value)) {
        const auto found = at.find(owned.owner);
        if (found == at.end()) continue;
        std::vector<Block>& blocks = sessions[found->second].blocks;
        places[owned.row.id.value] = {found->second, blocks.size()};
        blocks.push_back(std::move(owned.row));
    }
    for (const Owned<SessionGoal>& owned : read_owned<SessionGoal>(db, id.value)) {
        const auto found = at.find(owned.owner);
        if (found != at.end()) sessions[found->second].goals.push_back(owned.row.goal);
    }
    attach_block_parts(db, id.value, sessions, places);
    attach_participants(db, id.value, sessions, at);
    attach_lines(db, id.value, sessions, at);
    return sessions;
}

void insert_session(Database& db, const Session& session) {
    insert(db, session);
    save_lists(db, session);
}

void update_session(Database& db, const Session& before, const Session& after) {
    update(db, before, after);
    save_lists(db, after);
}

void delete_session(Database& db, SessionId id) { delete_row(db, "session", id.value); }

}  // namespace pegboard::store
