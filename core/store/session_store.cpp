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
}
}  // namespace

std::vector<Session> read_sessions(Database& db, SessionId id) {
    std::vector<Session> sessions = read_rows<Session>(db, id.value);
    std::unordered_map<std::int64_t, std::size_t> at;
    for (std::size_t i = 0; i < sessions.size(); ++i) at[sessions[i].id.value] = i;
    std::unordered_map<std::int64_t, std::pair<std::size_t, std::size_t>> block_at;
    for (Owned<Block>& owned : read_owned<Block>(db, id.value)) {
        const auto found = at.find(owned.owner);
        if (found == at.end()) continue;
        std::vector<Block>& blocks = sessions[found->second].blocks;
        block_at[owned.row.id.value] = {found->second, blocks.size()};
        blocks.push_back(std::move(owned.row));
    }
    for (const Owned<SessionGoal>& owned : read_owned<SessionGoal>(db, id.value)) {
        const auto found = at.find(owned.owner);
        if (found != at.end()) sessions[found->second].goals.push_back(owned.row.goal);
    }
    for (const Owned<BlockGoal>& owned : read_owned<BlockGoal>(db, id.value)) {
        const auto found = block_at.find(owned.row.block.value);
        if (found != block_at.end())
            sessions[found->second.first].blocks[found->second.second].goals.push_back(owned.row.goal);
    }
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
