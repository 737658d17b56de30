// The open caseload's seals: the whole of it checked and accepted, how far it has come, who looked.
#include <charconv>

#include "core/store/clock.h"
#include "core/store/file/copies_ahead.h"
#include "core/store/file/known_files.h"
#include "core/store/journal.h"
#include "core/store/migrate.h"
#include "core/store/open_caseload.h"
#include "core/store/seals/access_log.h"
#include "core/store/seals/seal_check.h"
#include "core/store/status_store.h"

namespace pegboard {
namespace {
constexpr std::size_t mark_length = 8;
}  // namespace

std::string FileMark::words() const { return file_id + "-" + std::to_string(changes) + "-" + mark; }

namespace store {

Result<std::string> OpenCaseload::journal_fault() const {
    try {
        return what_does_not_fit(*db_);
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
}

Status OpenCaseload::accept_records() {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    try {
        Transaction transaction(*db_);
        const std::vector<std::string> accepted = accept_chains();
        SealRow row = seals_->read();
        row.found.clear();
        seals_->renew(row);
        seals_->write(row);
        const auto statuses = work_out_statuses(*db_, now_.goals.rows());
        for (const progress::KeptFacts& each : statuses) write_status(*db_, each);
        for (const std::string& detail : accepted)
            if (Status noted = add_access(*db_, *seals_, new_event(AccessKind::accepted, {}, detail)); !noted.ok())
                return noted;
        transaction.commit();
        written();
        note_head();
        for (const progress::KeptFacts& each : statuses) now_.statuses[each.id.value] = each;
        ++revision_;
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
    return {};
}

/// Both chains go on from where they stand in the file; what is noted as accepted, in keys of the list.
std::vector<std::string> OpenCaseload::accept_chains() {
    constexpr std::size_t most_lines = 1000;
    seal_key_anew(*db_);
    seals_ = std::make_unique<Seals>(*db_);
    SealRow row = seals_->read();
    std::vector<std::string> accepted;
    const AccessWalk walk = walk_access(*db_);
    for (const std::int64_t line : walk.faults) accepted.push_back("line_" + std::to_string(line));
    for (const JournalFault& fault : journal_faults(*db_, row.journal))
        if (fault.id && !walk.accepted.entries.contains(fault.sequence))
            accepted.push_back("entry_" + std::to_string(fault.sequence));
    for (const CopyAhead& copy : copies_ahead(*db_, path_, now_.practice.second_backup_folder, options_))
        accepted.push_back("ahead_" + mark_of(copy.head));
    if (accepted.size() > most_lines) accepted.resize(most_lines);
    if (accepted.empty()) accepted.emplace_back();
    row.events = walk.end;
    seals_->write(row);
    return accepted;
}

void OpenCaseload::note_all_fits() {
    // A finding without a date is still a finding.
    static_cast<void>(remember(all_fitted_name, now_utc()));
}

void OpenCaseload::mend_what_records() {
    if (read_only_) return;
    const auto kept = Seals::tables_in(seals_->read());
    const auto sealed = kept ? kept->find(schema_seal) : TableSeals::const_iterator{};
    if (kept && sealed != kept->end() && sealed->second == seals_->work_out_schema()) return;
    try {
        mend_schema_and_tell();
    } catch (const SQLite::Exception&) {
        db_->rest();  // a disk that is full now: told by the check after opening, and no edit goes unrecorded
    }
}

void OpenCaseload::mend_schema_and_tell() {
    Transaction transaction(*db_);
    if (!mend_schema(*db_)) return;  // told by the check after opening
    SealRow row = seals_->read_to_write();
    row.found += (row.found.empty() ? "" : " ") +
                 std::string(
                     "Something outside Pegboard took away or changed the parts of this file that record what you "
                     "enter. They were "
                     "put back just now, ") +
                 say(local_date(now_ms())) +
                 ". What was changed meanwhile may not be in the history. Compare with a backup.";
    seals_->write(row);
    transaction.commit();
    written();
}

Result<FileMark> OpenCaseload::file_mark() const {
    try {
        const SealRow row = seals_->read();
        return FileMark{row.file_id, row.journal.count, row.journal.hash.substr(0, mark_length)};
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
}

Result<std::string> OpenCaseload::compare_mark(const std::string& words) const {
    const auto first = words.find('-');
    const auto last = words.rfind('-');
    std::int64_t count = -1;
    if (first != std::string::npos && last > first) {
        const auto read = std::from_chars(words.data() + first + 1, words.data() + last, count);
        if (read.ec != std::errc() || read.ptr != words.data() + last) count = -1;
    }
    if (count < 0 || words.size() - last - 1 != (count == 0 ? 0 : mark_length))
        return invalid("mark", "Type it as it stands on the sheet: three groups, with a dash between.");
    try {
        const SealRow row = seals_->read();
        if (row.file_id != words.substr(0, first)) return std::string("This sheet is of another caseload file.");
        if (row.journal.count < count)
            return "This file is older than the sheet: it has " + std::to_string(row.journal.count) +
                   " changes, the sheet tells of " + std::to_string(count) + ". Look for a newer copy.";
        SQLite::Statement entry(db_->sql(), "SELECT substr(hash, 1, 8) FROM change_set WHERE sequence = ?");
        entry.bind(1, count);
        const bool same =
            count == 0 || (entry.executeStep() && entry.getColumn(0).getString() == words.substr(last + 1));
        return same ? std::string() : std::string("This file's history went another way than the sheet's.");
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
}

AccessEvent OpenCaseload::new_event(AccessKind kind, ChildId child, std::string_view detail) const {
    return {0, utc_text(now_ms()), kind, now_.practice.me, options_.device, child, std::string(detail)};
}

Status OpenCaseload::note_access(AccessKind kind, ChildId child, std::string_view detail) {
    if (read_only_) return {};
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    try {
        Transaction transaction(*db_);
        if (Status noted = add_access(*db_, *seals_, new_event(kind, child, detail)); !noted.ok()) return noted;
        transaction.commit();
        written();
        note_head();
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
    return {};
}

void OpenCaseload::note_how_it_came(bool updated) {
    if (read_only_) return;
    const auto restored = restored_from(options_.places, path_);
    // A copy whose way was cut short never came here.
    if (restored && restored->head == seals_->read().journal) {
        std::string detail = restored->copy;
        if (const auto ahead = copies_ahead(*db_, path_, now_.practice.second_backup_folder, options_); !ahead.empty())
            detail += "_" + mark_of(ahead.front().head);
        // A file that takes no line now, as on a full disk, opens all the same; it is noted at the next opening.
        if (!note_access(AccessKind::restored, {}, detail).ok()) return;
    }
    if (restored) forget_restored(options_.places, path_);
    const std::string step = "step_" + std::to_string(schema_steps.size());
    if (updated) static_cast<void>(note_access(AccessKind::updated, {}, step));
}

Result<std::vector<AccessEvent>> OpenCaseload::access_log(ChildId child, int limit) const {
    try {
        return read_access(*db_, child, limit);
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
}

}  // namespace store
}  // namespace pegboard
