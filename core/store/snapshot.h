// The caseload in memory: read once at opening, then refreshed record by record after each change.
// Screens read only this. It runs no SQL while drawing.
#pragma once
#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "core/model/child.h"
#include "core/model/data_point.h"
#include "core/model/disclosure.h"
#include "core/model/goal.h"
#include "core/model/group.h"
#include "core/model/note.h"
#include "core/model/own_activity.h"
#include "core/model/place.h"
#include "core/model/session.h"
#include "core/model/therapist.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/practice_store.h"
#include "core/store/status_store.h"

namespace pegboard::store {

/// Which records a set of changes touched.
struct Touched {
    std::set<std::int64_t> children, goals, sessions;
    std::set<std::int64_t> judged;           ///< goals whose points, phases or criterion changed
    std::set<std::int64_t> point_sessions;   ///< sessions whose points changed
    std::set<std::int64_t> event_children;   ///< children whose events changed
    std::set<std::int64_t> report_children;  ///< children of whom it changed who got a report
    std::set<std::int64_t> note_sessions;    ///< sessions whose session notes changed
    bool team = false;
    bool own_activities = false;  ///< or favourites
    bool places = false;          ///< places, bags or groups: few, so all are read again
};
Touched touched_by(const std::vector<Change>& changes);

/// Records in a fixed order, found by id. Order: T's `rank`, given with each row.
template <class T, class Rank>
class Shelf {
 public:
    using Key = decltype(T{}.id);

    [[nodiscard]] const std::vector<T>& rows() const { return rows_; }
    [[nodiscard]] const T* find(Key id) const {
        const auto found = at_.find(id.value);
        return found == at_.end() ? nullptr : &rows_[found->second];
    }
    void fill(std::vector<T> rows) {
        std::vector<std::pair<Rank, std::size_t>> order;
        order.reserve(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) order.emplace_back(Rank(rows[i]), i);
        std::sort(order.begin(), order.end());
        rows_.clear();
        ranks_.clear();
        rows_.reserve(rows.size());
        for (auto& [rank, from] : order) {
            rows_.push_back(std::move(rows[from]));
            ranks_.push_back(std::move(rank));
        }
        index_from(0);
    }
    /// Puts the new state of one record in, or takes it out.
    void put(Key id, std::optional<T> row) {
        const auto found = at_.find(id.value);
        if (found != at_.end() && row) {
            Rank rank(*row);
            if (rank == ranks_[found->second]) {
                rows_[found->second] = std::move(*row);
                return;
            }
        }
        if (found != at_.end()) take_out(found->second);
        if (row) put_in(std::move(*row));
    }

 private:
    void take_out(std::size_t place) {
        at_.erase(rows_[place].id.value);
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(place));
        ranks_.erase(ranks_.begin() + static_cast<std::ptrdiff_t>(place));
        index_from(place);
    }
    void put_in(T row) {
        Rank rank(row);
        const auto place = std::lower_bound(ranks_.begin(), ranks_.end(), rank) - ranks_.begin();
        rows_.insert(rows_.begin() + place, std::move(row));
        ranks_.insert(ranks_.begin() + place, std::move(rank));
        index_from(static_cast<std::size_t>(place));
    }
    void index_from(std::size_t first) {
        if (first == 0) at_.clear();
        for (std::size_t i = first; i < rows_.size(); ++i) at_[rows_[i].id.value] = i;
    }

    std::vector<T> rows_;
    std::vector<Rank> ranks_;
    std::unordered_map<std::int64_t, std::size_t> at_;
};

struct ByName {
    std::string name;
    std::int64_t id;
    explicit ByName(const Child& child);
    explicit ByName(const Therapist& therapist);
    explicit ByName(const WorkPlace& place);
    explicit ByName(const Bag& bag);
    explicit ByName(const Group& group);
    explicit ByName(const Snippet& snippet);
    explicit ByName(const OwnActivity& own);
    auto operator<=>(const ByName&) const = default;
};
struct ByCreation {
    std::int64_t id;
    explicit ByCreation(const Goal& goal) : id(goal.id.value) {}
    auto operator<=>(const ByCreation&) const = default;
};
struct ByTime {
    Date date;
    int start;
    std::int64_t id;
    explicit ByTime(const Session& session) : date(session.date), start(session.start_min), id(session.id.value) {}
    auto operator<=>(const ByTime&) const = default;
};

/// The new state of touched records, read inside the transaction so that a failing read rolls back.
struct Refresh {
    std::vector<std::pair<ChildId, std::optional<Child>>> children;
    std::vector<std::pair<GoalId, std::optional<Goal>>> goals;
    std::vector<std::pair<SessionId, std::optional<Session>>> sessions;
    std::vector<std::pair<GoalId, std::vector<PhaseChange>>> phases;
    std::vector<std::pair<ChildId, std::vector<TimeEvent>>> events;
    std::vector<std::pair<ChildId, std::vector<Disclosure>>> disclosures;
    std::vector<std::pair<SessionId, std::vector<NoteHead>>> notes;
    std::vector<progress::KeptFacts> statuses;
    std::optional<std::vector<Therapist>> therapists;
    std::optional<Practice> practice;
    std::optional<HelpLists> help_choices;
    std::optional<std::vector<Snippet>> snippets;
    std::optional<std::vector<WorkPlace>> places;
    std::optional<std::vector<Bag>> bags;
    std::optional<std::vector<Group>> groups;
    std::optional<std::vector<OwnActivity>> own_activities;
    std::optional<std::vector<Favourite>> favourites;
};

struct Snapshot {
    Shelf<Child, ByName> children;
    Shelf<Goal, ByCreation> goals;
    Shelf<Session, ByTime> sessions;
    Shelf<Therapist, ByName> therapists;
    Shelf<WorkPlace, ByName> places;
    Shelf<Bag, ByName> bags;
    Shelf<Group, ByName> groups;
    Shelf<Snippet, ByName> snippets;
    Shelf<OwnActivity, ByName> own_activities;
    std::vector<Favourite> favourites;
    Practice practice;
    HelpLists help_choices;
    std::unordered_map<std::int64_t, progress::KeptFacts> statuses;         ///< by goal
    std::unordered_map<std::int64_t, std::vector<PhaseChange>> phases;      ///< by goal, in order of date
    std::unordered_map<std::int64_t, std::vector<TimeEvent>> events;        ///< by child, in order of date
    std::unordered_map<std::int64_t, std::vector<Disclosure>> disclosures;  ///< by child, newest first
    std::unordered_map<std::int64_t, std::vector<NoteHead>> notes;          ///< by session

    void load(Database& db);
    void take(Refresh refresh);

 private:
    void follow_practice();
};

/// Reads the new state of the touched records.
Refresh read_refresh(Database& db, const Touched& touched);

}  // namespace pegboard::store
