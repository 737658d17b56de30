// The open caseload's points, what they say, and what was written: read on demand, kept until they change, judged with
// every change.
#include <algorithm>

#include "core/library/library.h"
#include "core/store/note_store.h"
#include "core/store/open_caseload.h"
#include "core/store/point_store.h"
#include "core/store/unread_words.h"

namespace pegboard::store {
namespace {
constexpr std::size_t lists_kept = 256;  // of points read so far; a session's screens need a few dozen

template <class Cache, class Read>
Result<Points> cached(Cache& cache, std::int64_t id, const std::filesystem::path& file, Read read) {
    if (const auto found = cache.find(id); found != cache.end()) return found->second;
    try {
        Points points = std::make_shared<const std::vector<DataPoint>>(read());
        if (cache.size() >= lists_kept) cache.clear();
        cache[id] = points;
        return points;
    } catch (const std::exception& failure) {
        return storage_error(failure, file);
    }
}

template <class T>
const std::vector<T>& list_of(const std::unordered_map<std::int64_t, std::vector<T>>& lists, std::int64_t owner) {
    static const std::vector<T> none;
    const auto found = lists.find(owner);
    return found == lists.end() ? none : found->second;
}
}  // namespace

const progress::GoalFacts* OpenCaseload::facts(GoalId id) const {
    const auto found = now_.statuses.find(id.value);
    return found == now_.statuses.end() ? nullptr : &found->second.facts;
}

const std::vector<PhaseChange>& OpenCaseload::phase_changes(GoalId id) const { return list_of(now_.phases, id.value); }
const std::vector<TimeEvent>& OpenCaseload::events(ChildId id) const { return list_of(now_.events, id.value); }
const std::vector<Disclosure>& OpenCaseload::disclosures(ChildId id) const {
    return list_of(now_.disclosures, id.value);
}

const std::vector<std::string>& OpenCaseload::warnings() const {
    if (!db_) return warnings_;
    const std::span<const UnreadCell> all = db_->unread().all();
    if (all.size() > unread_told_) {
        warnings_.push_back(say_unread(*db_, now_, all.subspan(unread_told_)));
        unread_told_ = all.size();
    }
    return warnings_;
}

Result<Points> OpenCaseload::points(GoalId id) const {
    return cached(goal_points_, id.value, path_, [&] { return read_points(*db_, id); });
}

Result<Points> OpenCaseload::points(SessionId id) const {
    return cached(session_points_, id.value, path_, [&] { return read_session_points(*db_, id); });
}

const std::vector<NoteHead>& OpenCaseload::notes(SessionId id) const { return list_of(now_.notes, id.value); }

Result<SessionNote> OpenCaseload::note(NoteId id) const {
    try {
        if (auto note = read_note(*db_, id)) return std::move(*note);
        return Error{ErrorKind::missing, {}, "This note is no longer there.", {}};
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
}

namespace {
/// The words of a folded text, each of which has to be there.
std::vector<std::string> words_in(const std::string& folded) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from < folded.size();) {
        const std::size_t to = std::min(folded.find(' ', from), folded.size());
        if (to > from) words.push_back(folded.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

/// The line with the first of the words, or the first line.
std::string excerpt_of(const std::vector<std::string>& texts, const std::string& word) {
    std::string first;
    for (const std::string& text : texts)
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t to = std::min(text.find('\n', from), text.size());
            std::string line = text.substr(from, to - from);
            from = to + 1;
            if (fold(line).find(word) != std::string::npos) return line;
            if (first.empty()) first = std::move(line);
        }
    return first;
}
}  // namespace

Result<std::vector<NoteFound>> OpenCaseload::find_notes(const std::string& words, int limit) const {
    const std::vector<std::string> wanted = words_in(fold(words));
    std::vector<NoteFound> found;
    if (wanted.empty()) return found;
    try {
        const auto& sessions = now_.sessions.rows();
        for (auto session = sessions.rbegin(); session != sessions.rend(); ++session)
            for (const NoteHead& head : notes(session->id)) {
                const auto note = read_note(*db_, head.id);
                if (!note) continue;
                std::vector<std::string> texts{note->subjective, note->objective, note->assessment, note->plan};
                for (const Amendment& each : note->amendments) texts.push_back(each.text);
                std::string all;
                for (const std::string& text : texts) all += fold(text) + "\n";
                const auto is_there = [&](const std::string& word) { return all.find(word) != std::string::npos; };
                if (!std::ranges::all_of(wanted, is_there)) continue;
                found.push_back({head.id, head.child, head.session, excerpt_of(texts, wanted.front())});
                if (static_cast<int>(found.size()) >= limit) return found;
            }
        return found;
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
}

Result<std::vector<QuickNote>> OpenCaseload::quick_notes(SessionId id) const {
    try {
        return read_quick_notes(*db_, id);
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
}

const std::vector<HelpChoice>& OpenCaseload::help_choices(TherapistId id) const {
    const auto own = now_.help_choices.find(id);
    if (own != now_.help_choices.end()) return own->second;
    const Therapist* therapist = now_.therapists.find(id);
    return usual_help_choices(therapist ? therapist->discipline : Discipline::ot);
}

void OpenCaseload::forget_points(const Touched& touched) {
    for (const std::int64_t goal : touched.judged) goal_points_.erase(goal);
    for (const std::int64_t session : touched.point_sessions) session_points_.erase(session);
}

/// Inside the transaction: the rows of goals whose points, phases or criterion changed.
void OpenCaseload::refresh_statuses(const Touched& touched, Refresh& refresh) {
    for (const std::int64_t id : touched.judged) {
        const Goal* goal = now_.goals.find(GoalId{id});
        for (const auto& [changed, row] : refresh.goals)
            if (changed.value == id) goal = row ? &*row : nullptr;
        if (!goal) continue;
        refresh.statuses.push_back(work_out_status(*db_, *goal));
        write_status(*db_, refresh.statuses.back());
    }
}

/// Rows of older rules are made anew from the points, once, as the file is opened; so are those of goals that have none
/// yet. 300,000 points take about 0.3 s.
void OpenCaseload::bring_statuses_up_to_date() {
    std::vector<Goal> waiting;
    for (const Goal& goal : now_.goals.rows()) {
        const auto kept = now_.statuses.find(goal.id.value);
        if (kept == now_.statuses.end() || kept->second.made_by != progress::facts_version) waiting.push_back(goal);
    }
    if (waiting.empty()) return;
    const std::vector<progress::KeptFacts> rows = work_out_statuses(*db_, waiting);
    if (!read_only_) {
        Transaction transaction(*db_);
        for (const progress::KeptFacts& row : rows) write_status(*db_, row);
        transaction.commit();
        written();
    }
    for (const progress::KeptFacts& row : rows) now_.statuses[row.id.value] = row;
}

}  // namespace pegboard::store
