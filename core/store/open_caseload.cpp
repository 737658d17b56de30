#include "core/store/open_caseload.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/rules/typed/typed_text.h"
#include "core/store/clock.h"
#include "core/store/file/fault.h"
#include "core/store/seals/access_log.h"

namespace pegboard::store {
namespace {
constexpr int steps_kept = 5000;  // undo reaches this many change sets back across a restart
// Keys of before are no view state: they are read when they are needed, and nowhere else.
const std::string view_state_query = "SELECT name, value FROM view_state WHERE name NOT LIKE 'rekey.%'";
constexpr std::int64_t fold_seconds = 60;  // repeated edits of one field become one undo step

/// "child/17/school" when the changes are one column of one row; empty otherwise.
std::string single_field(const std::vector<Change>& changes) {
    if (changes.size() != 1 || !changes.front().before || !changes.front().after) return {};
    const auto before = nlohmann::json::parse(*changes.front().before, nullptr, false);
    const auto after = nlohmann::json::parse(*changes.front().after, nullptr, false);
    if (!before.is_object() || !after.is_object()) return {};
    std::string field;
    for (const auto& [name, value] : after.items()) {
        if (before.contains(name) && before[name] == value) continue;
        if (!field.empty()) return {};
        field = name;
    }
    return changes.front().table + "/" + std::to_string(changes.front().row) + "/" + field;
}

Error not_recorded() {
    return {
        ErrorKind::storage,
        {},
        "This change was not kept: the part of the file that records changes is missing. Close Pegboard and open the "
        "file again; it is put back then.",
        "rows written without a change"};
}

/// All that an erased child leaves in memory.
Touched records_of(const Snapshot& now, ChildId child) {
    Touched touched;
    touched.children.insert(child.value);
    touched.event_children.insert(child.value);
    touched.report_children.insert(child.value);
    for (const Goal& goal : now.goals.rows())
        if (goal.child == child) touched.goals.insert(goal.id.value);
    touched.judged = touched.goals;
    for (const Session& session : now.sessions.rows())
        if (is_for(session, child)) touched.sessions.insert(session.id.value);
    touched.point_sessions = touched.sessions;
    touched.note_sessions = touched.sessions;
    touched.places = true;
    return touched;
}
}  // namespace

OpenCaseload::OpenCaseload(std::unique_ptr<InstanceLock> lock, std::unique_ptr<FileLock> file_lock,
                           std::unique_ptr<Database> db, std::filesystem::path path, OpenOptions options,
                           bool read_only, std::vector<std::string> warnings)
    : lock_(std::move(lock)),
      file_lock_(std::move(file_lock)),
      warnings_(std::move(warnings)),
      path_(std::move(path)),
      options_(std::move(options)),
      read_only_(read_only),
      known_head_(options_.places, path_, db->key().salt) {
    use_connection(std::move(db));
}

OpenCaseload::~OpenCaseload() { drop_connection(); }

void OpenCaseload::load() {
    now_.load(*db_);
    read_steps();
    if (const Entry* newest = steps_.newest()) last_field_ = single_field(changes_of(*db_, newest->id));
    drafts_ = read_words("SELECT field, text FROM draft");
    view_state_ = read_words(view_state_query);
    const auto known = known_head_.read();
    if (known) swapped_ = what_is_missing(*db_, *known);
    note_head();
    // Written to only once all of it was read: a file that turns out to be damaged is left as it is.
    mend_what_records();
    bring_statuses_up_to_date();
    mark_as_writer();
    db_->bound_work(false);
}

void OpenCaseload::accept_file() {
    swapped_.clear();
    if (read_only_) return;
    try {
        note_head();
    } catch (const SQLite::Exception&) {
        // Told once more at the next opening.
    }
}

void OpenCaseload::note_head() {
    if (!swapped_.empty() || read_only_) return;
    const SealRow row = seals_->read();
    known_head_.write(row.journal, row.events);
}

void OpenCaseload::read_steps() {
    steps_ = UndoSteps();
    for (const Entry& entry : newest_entries(*db_, steps_kept)) steps_.note(entry);
}

OpenCaseload::Words OpenCaseload::read_words(const std::string& query) {
    Words words;
    SQLite::Statement all(db_->sql(), query);
    while (all.executeStep()) words[all.getColumn(0).getString()] = all.getColumn(1).getString();
    return words;
}

std::string OpenCaseload::now_utc() const { return utc_text(now_ms()); }

std::int64_t OpenCaseload::now_ms() const { return options_.now_ms ? options_.now_ms() : system_now_ms(); }

Status OpenCaseload::may_write() {
    if (!db_)
        return Error{ErrorKind::storage, {}, "The file is closed. Open it again to go on; nothing saved is lost.", {}};
    if (Status followed = follow_file(); !followed.ok()) return followed;
    if (!read_only_ && look_at_file().state == FileState::ours) return {};
    if (!read_only_) return Error{ErrorKind::storage, {}, news_.message, "the file is another one"};
    return Error{
        ErrorKind::refused,
        {},
        "This caseload is open for reading only, so nothing can be changed. Save a copy elsewhere to work on it.",
        {}};
}

Entry OpenCaseload::new_entry(ChangeKind kind) const {
    Entry entry;
    entry.id = mint<ChangeSetId>();
    entry.kind = kind;
    entry.at_utc = utc_text(now_ms());
    entry.therapist = now_.practice.me;
    entry.device = options_.device;
    entry.step = entry.id;
    return entry;
}

Result<std::vector<ChangeSet>> OpenCaseload::history(ChildId child, int limit) const {
    try {
        return read_history(*db_, child, limit);
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
}

Status OpenCaseload::run(const Command& command) {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    const bool final_command = erases(command);
    Entry entry = new_entry(final_command ? ChangeKind::final_ : ChangeKind::edit);
    entry.command = command_id(command);
    Status outcome;
    try {
        run_in_transaction(command, entry, outcome);
        if (outcome.ok()) keeper_->note(command);
    } catch (const std::exception& failure) {
        if (final_command)
            keeper_->note_other();
        else if (behind_)
            keeper_->note(command);
        return behind_ ? follow_file() : storage_error(failure, path_);
    }
    return outcome;
}

// There was no memory for what was committed: all of it is read once more, now or before the next edit.
Status OpenCaseload::follow_file() {
    if (!behind_) return {};
    try {
        Snapshot fresh;
        fresh.load(*db_);
        now_ = std::move(fresh);
        read_steps();
        goal_points_.clear();
        session_points_.clear();
        last_field_.clear();
        ++revision_;
        own_activities_revision_ = revision_;
        behind_ = false;
    } catch (const std::exception& failure) {
        db_->rest();
        return storage_error(failure, path_);
    }
    return {};
}

void OpenCaseload::run_in_transaction(const Command& command, Entry& entry, Status& outcome) {
    const bool final_command = entry.kind == ChangeKind::final_;
    Transaction transaction(*db_);
    open_change_set(*db_, entry.id);
    const std::int64_t written_before = db_->rows_written();
    commands::Work work{*db_, now_, local_date(now_ms()), entry.at_utc};
    const auto done = std::visit([&](const auto& each) { return commands::apply(work, each); }, command);
    if (!done.ok()) {
        outcome = done.error();
        return;
    }
    entry.label = done.value().label;
    entry.child = done.value().child;
    if (final_command) add_changes(*db_, entry.id, done.value().emptied.sets);
    const std::vector<Change> changes = changes_of(*db_, entry.id);
    if (changes.empty() && !final_command) {
        // Nothing differs: no entry, nothing to undo. What was written unrecorded is no edit that could be kept.
        if (db_->rows_written() != written_before) outcome = not_recorded();
        return;
    }
    if (!final_command) fold_into_newest(entry, changes);
    commit(transaction, entry, changes, done.value().emptied.rows,
           final_command ? records_of(now_, entry.child) : touched_by(changes));
    last_field_ = single_field(changes);
    if (!final_command) return;
    read_steps();
    drafts_ = read_words("SELECT field, text FROM draft");
    view_state_ = read_words(view_state_query);
    // What was erased must not wait in the WAL either.
    db_->checkpoint();
    keeper_->take_whole();
    written();
}

void OpenCaseload::fold_into_newest(Entry& entry, const std::vector<Change>& changes) {
    const Entry* newest = steps_.newest();
    if (!newest || newest->command != entry.command || newest->therapist != entry.therapist) return;
    const std::string field = single_field(changes);
    const std::int64_t apart = seconds_of(entry.at_utc) - seconds_of(newest->at_utc);
    if (field.empty() || field != last_field_ || apart < 0 || apart >= fold_seconds) return;
    entry.step = newest->step;
}

/// Erasing and settings stand in the list of who looked too: whoever reads only that one misses nothing.
void OpenCaseload::note_in_list(const Entry& entry, const std::vector<Change>& changes) {
    const bool settings = std::ranges::any_of(changes, [](const Change& each) { return each.table == "practice"; });
    Status noted;
    if (entry.kind == ChangeKind::final_)
        noted = add_access(*db_, *seals_, new_event(AccessKind::erased, entry.child, {}));
    else if (settings)
        noted = add_access(*db_, *seals_, new_event(AccessKind::settings, {}, "practice"));
    if (!noted.ok()) throw std::runtime_error(noted.error().message);
}

void OpenCaseload::commit(Transaction& transaction, const Entry& entry, const std::vector<Change>& changes,
                          const std::vector<Change>& unkept, const Touched& touched) {
    close_change_set(*db_, *seals_, entry, changes, unkept);
    note_in_list(entry, changes);
    Refresh refresh = read_refresh(*db_, touched);
    refresh_statuses(touched, refresh);
    fault_point("commit.before");
    transaction.commit();
    behind_ = true;
    written();
    fault_point("commit.after");
    note_head();
    now_.take(std::move(refresh));
    forget_points(touched);
    steps_.note(entry);
    ++revision_;
    if (touched.own_activities) own_activities_revision_ = revision_;
    behind_ = false;
}

const UndoStep* OpenCaseload::next_undo() const {
    return read_only_ ? nullptr : steps_.next_undo(local_date(now_ms()));
}

const UndoStep* OpenCaseload::next_redo() const {
    return read_only_ ? nullptr : steps_.next_redo(local_date(now_ms()));
}

Status OpenCaseload::undo() {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    const UndoStep* step = next_undo();
    if (!step) return Error{ErrorKind::missing, {}, "There is nothing to undo.", {}};
    return take(new_entry(ChangeKind::undo), *step, steps_.undo_child(), "Undo: ");
}

Status OpenCaseload::redo() {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    const UndoStep* step = next_redo();
    if (!step) return Error{ErrorKind::missing, {}, "There is nothing to redo.", {}};
    return take(new_entry(ChangeKind::redo), *step, steps_.redo_child(), "Redo: ");
}

/// Undo takes back a step; redo takes back the undo: both are one change set that names what it undoes.
Status OpenCaseload::take(Entry entry, const UndoStep& step, ChildId child, const char* verb) {
    entry.command = entry.kind == ChangeKind::undo ? "undo" : "redo";
    entry.label = verb + step.label;
    entry.child = child;
    entry.undoes = step.id;
    try {
        Transaction transaction(*db_);
        open_change_set(*db_, entry.id);
        take_back(*db_, entry.undoes);
        const std::vector<Change> changes = changes_of(*db_, entry.id);
        commit(transaction, entry, changes, {}, touched_by(changes));
        keeper_->note_other();
        last_field_.clear();
    } catch (const std::exception& failure) {
        if (behind_) keeper_->note_other();
        return behind_ ? follow_file() : storage_error(failure, path_);
    }
    return {};
}

Status OpenCaseload::write_word(const char* statement, std::string_view name, std::string_view value) {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    try {
        SQLite::Statement& query = db_->prepared(statement);
        query.bind(1, std::string(name));
        if (query.getBindParameterCount() > 1) query.bind(2, std::string(value));
        query.exec();
        written();
    } catch (const std::exception& failure) {
        db_->rest();
        return storage_error(failure, path_);
    }
    return {};
}

// Memory first: when the disk is gone, what was typed is still here to be saved elsewhere.
Status OpenCaseload::keep_draft(std::string_view field, std::string_view text) {
    drafts_.insert_or_assign(std::string(field), std::string(text));
    return write_word("INSERT INTO draft VALUES (?1, ?2) ON CONFLICT (field) DO UPDATE SET text = ?2", field, text);
}

Status OpenCaseload::drop_draft(std::string_view field) {
    const auto found = drafts_.find(field);
    if (found == drafts_.end()) return {};
    const std::string name = found->first;  // `field` may be a view of the entry that goes
    drafts_.erase(found);
    return write_word("DELETE FROM draft WHERE field = ?1", name, {});
}

Status OpenCaseload::remember(std::string_view name, std::string_view value) {
    const auto found = view_state_.find(name);
    if (found != view_state_.end() && found->second == value) return {};
    view_state_.insert_or_assign(std::string(name), std::string(value));
    if (read_only_) return {};  // kept until the program ends; nothing a person would miss
    return write_word("INSERT INTO view_state VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2", name,
                      value);
}

std::string OpenCaseload::recall(std::string_view name) const {
    const auto found = view_state_.find(name);
    return found == view_state_.end() ? std::string() : found->second;
}

Result<std::string> OpenCaseload::recovery_key() const { return recovery_groups(key_); }

bool OpenCaseload::check_passphrase(const Key& key) const {
    if (!key.recovery.empty()) {
        const auto typed = read_recovery(key.recovery);
        return typed && *typed == key_.key;
    }
    for (const std::string& form : passphrase_forms(key.passphrase))
        if (same_key(derive_key(form, key_.salt, options_.fast_key), key_)) return true;
    return false;
}

}  // namespace pegboard::store
