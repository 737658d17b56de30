#include "core/store/file/backups.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/store/clock.h"
#include "core/store/file/copies.h"
#include "core/store/file/damage.h"
#include "core/store/file/fault.h"
#include "core/store/file/files.h"
#include "core/store/file/known_files.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;
using store::Access;
using store::Database;
using store::RawKey;

constexpr std::int64_t between_ms = 30 * 60 * 1000;
constexpr int days_kept = 12;
constexpr int weeks_kept = 10;
constexpr int months_kept = 9;
constexpr int days_kept_whole = 2;
constexpr std::size_t longest_news = 1000;

/// One folder per caseload; two of the same name in different places stay apart.
fs::path folder_name(const fs::path& caseload_file) {
    fs::path name = caseload_file.stem();
    name += "-" + store::path_mark(caseload_file).substr(0, 8);
    return name;
}

std::vector<Backup> copies_in(const fs::path& folder, const fs::path& caseload_file) {
    std::vector<Backup> found;
    for (const fs::path& each : store::entries_of(folder)) {
        const auto instant = store::instant_of_name(each, caseload_file.stem());
        std::error_code unreadable;
        if (instant && fs::is_regular_file(each, unreadable))
            found.push_back({each, *instant, fs::file_size(each, unreadable)});
    }
    std::sort(found.begin(), found.end(), [](const Backup& a, const Backup& b) { return a.at_utc > b.at_utc; });
    return found;
}

Date day_of(const Backup& backup) { return from_iso(backup.at_utc.substr(0, 10)).value_or(Date{}); }

// ---- what was backed up last, so that an unchanged caseload makes no new copy
fs::path mark_file(const BackupJob& job) {
    return job.places.state / "known" / (store::path_mark(job.caseload_file) + ".backup");
}

bool changed_since_last(const BackupJob& job) {
    if (job.places.state.empty()) return true;
    std::ifstream in(mark_file(job));
    std::int64_t last = -1;
    return !(in >> last) || last != job.newest_change;
}

void remember_backup(const BackupJob& job) {
    if (job.places.state.empty()) return;
    store::make_private_folder(job.places.state / "known");
    store::write_durably(mark_file(job), std::to_string(job.newest_change) + "\n");
}

bool is_due(const BackupJob& job, const std::vector<Backup>& kept) {
    if (kept.empty()) return true;
    if (!changed_since_last(job)) return false;
    if (job.closing) return true;
    const std::int64_t last_ms = store::seconds_of(kept.front().at_utc) * 1000;
    // A clock that was set back must not stop the backups until it has caught up.
    return job.now_ms - last_ms >= between_ms || last_ms > job.now_ms;
}

void thin(const fs::path& folder, const fs::path& caseload_file) {
    for (const Backup& each : backups_to_thin(copies_in(folder, caseload_file))) store::remove_quietly(each.file);
    store::sync_folder_of(folder / "any");
}

/// A copy cut short by a kill is no backup and would never be named.
void remove_unfinished(const fs::path& folder) {
    for (const fs::path& each : store::entries_of(folder))
        for (const char* ending : {".part", ".part-journal", ".part-wal", ".part-shm"})
            if (each.native().ends_with(ending)) store::remove_quietly(each);
}

Status copy_to_second_folder(const BackupJob& job) {
    if (job.second_folder.empty()) return {};
    const auto kept = kept_backups(job.places, job.caseload_file);
    if (kept.empty()) return {};
    try {
        if (!fs::is_directory(job.second_folder))
            return Error{ErrorKind::storage,
                         "second_backup_folder",
                         "The second backup folder is not there, so the newest copy is on this computer only. Plug it "
                         "in, or choose another folder in Settings.",
                         {}};
        const fs::path folder = job.second_folder / folder_name(job.caseload_file);
        const fs::path target = folder / kept.front().file.filename();
        if (fs::exists(target)) return {};
        store::make_private_folder(folder);
        remove_unfinished(folder);
        const store::Unfinished part(store::with_suffix(target, ".part"));
        store::copy_durably(kept.front().file, part.file());
        store::fault_point("backup.second_copied");
        if (Status whole = verify_backup(part.file(), job.key, job.fast_key); !whole.ok()) return whole;
        store::move_durably(part.file(), target);
        thin(folder, job.caseload_file);
        return {};
    } catch (const std::exception& failure) {
        return store::copy_failed(failure, job.second_folder);
    }
}
}  // namespace

fs::path backup_folder(const Places& places, const fs::path& caseload_file) {
    // A caseload opened without a place of its own for backups keeps them beside itself.
    const fs::path root = places.backups.empty() ? caseload_file.parent_path() / "backups" : places.backups;
    return root / folder_name(caseload_file);
}

std::vector<Backup> second_copies(const fs::path& second_folder, const fs::path& caseload_file) {
    if (second_folder.empty()) return {};
    return copies_in(second_folder / folder_name(caseload_file), caseload_file);
}

std::vector<Backup> kept_backups(const Places& places, const fs::path& caseload_file) {
    return copies_in(backup_folder(places, caseload_file), caseload_file);
}

Status back_up(const fs::path& caseload_file, const Key& key, const fs::path& target, bool fast_key) {
    if (store::is_part_of(caseload_file, target))
        return Error{ErrorKind::refused, {}, "This is the open caseload itself. Give the copy another name.", {}};
    try {
        auto db = store::open_database(caseload_file, key, store::reading_access(caseload_file), fast_key);
        if (!db.ok()) return db.error();
        return store::copy_verified(*db.value(), db.value()->key(), target);
    } catch (const std::exception& failure) {
        return store::copy_failed(failure, target);
    }
}

BackupJob backup_job(const Caseload& caseload, const Key& key, const OpenOptions& options, bool closing) {
    BackupJob job;
    job.caseload_file = caseload.path();
    job.key = key;
    job.places = options.places;
    job.second_folder = caseload.practice().second_backup_folder;
    if (const auto newest = caseload.history({}, 1); newest.ok() && !newest.value().empty())
        job.newest_change = newest.value().front().id.value;
    job.now_ms = options.now_ms ? options.now_ms() : store::system_now_ms();
    job.fast_key = options.fast_key;
    job.closing = closing;
    job.image = caseload.image();
    job.from_image = caseload.file_news().state != FileState::ours;
    return job;
}

namespace {
/// From the file, so that what lies on the disk is checked too; from memory where the file is not ours or fails.
Status copy_of(const BackupJob& job, const fs::path& target) {
    Status made =
        job.from_image ? Status(store::does_not_open()) : back_up(job.caseload_file, job.key, target, job.fast_key);
    if (made.ok() || !job.image) return made;
    MemoryCopy copy{job.caseload_file, job.image, job.key, {}, {}, {}};
    copy.options.fast_key = job.fast_key;
    const auto saved = save_from_memory(copy, target);
    if (!saved.ok()) return saved.error();
    // The copy is good; that the file itself does not read must still be told.
    return job.from_image ? Status{} : made;
}

/// The newest kept copy is what a person counts on: one that went bad on the disk is no copy any more. It is set aside
/// under another name, so that a new one is due; the sentence says so, empty when the newest is good.
std::string set_bad_copy_aside(const BackupJob& job) {
    const auto kept = kept_backups(job.places, job.caseload_file);
    if (kept.empty()) return {};
    const Status good = verify_backup(kept.front().file, job.key, job.fast_key);
    // One of before a passphrase change does not open either, but it begins otherwise.
    const bool same_key = store::read_salt(kept.front().file) == store::read_salt(job.caseload_file);
    const bool is_bad = !good.ok() && (is_damage(good.error()) || (same_key && good.error().field == "passphrase"));
    if (!is_bad) return {};
    const fs::path aside = store::with_suffix(kept.front().file, ".damaged");
    store::move_durably(kept.front().file, aside);
    return "The kept copy of " + say(day_of(kept.front())) + " was damaged on the disk and is set aside as " +
           aside.filename().string() + ". A new copy was made and checked. Look after this disk.";
}

Status keep_in_set(const BackupJob& job) {
    const fs::path folder = backup_folder(job.places, job.caseload_file);
    std::string went_bad;
    try {
        if (!job.closing) went_bad = set_bad_copy_aside(job);
        if (!went_bad.empty() || is_due(job, kept_backups(job.places, job.caseload_file))) {
            store::make_private_folder(folder);
            remove_unfinished(folder);
            const fs::path target = store::free_copy_name(folder, job.caseload_file.stem(), job.now_ms);
            if (Status made = copy_of(job, target); !made.ok()) return made;
            remember_backup(job);
            store::fault_point("backup.remembered");
            thin(folder, job.caseload_file);
        }
    } catch (const std::exception& failure) {
        return store::copy_failed(failure, folder);
    }
    if (Status second = copy_to_second_folder(job); !second.ok()) return second;
    if (went_bad.empty()) return {};
    return Error{ErrorKind::storage, "kept_copy", went_bad, "a kept copy was damaged"};
}

fs::path news_file(const Places& places, const fs::path& caseload_file) {
    return places.state / "known" / (store::path_mark(caseload_file) + ".copies");
}
}  // namespace

BackupNews backup_news(const Places& places, const fs::path& caseload_file) {
    BackupNews news;
    const auto kept = kept_backups(places, caseload_file);
    if (!kept.empty()) news.last_good_utc = kept.front().at_utc;
    if (places.state.empty()) return news;
    std::ifstream in(news_file(places, caseload_file));
    std::string note(longest_news, '\0');
    in.read(note.data(), static_cast<std::streamsize>(note.size()));
    note.resize(static_cast<std::size_t>(in.gcount()));
    std::istringstream lines(note);
    std::getline(lines, news.failed_utc);
    std::getline(lines, news.why);
    if (news.why.empty()) news.failed_utc.clear();
    return news;
}

Status keep_backup(const BackupJob& job) {
    const Status kept = keep_in_set(job);
    if (job.places.state.empty()) return kept;
    try {
        // Told at the next opening too: a copy on closing may fail with nobody there to read it.
        const fs::path note = news_file(job.places, job.caseload_file);
        if (kept.ok()) {
            store::remove_quietly(note);
        } else {
            store::make_private_folder(note.parent_path());
            store::write_durably(note, store::utc_text(job.now_ms) + "\n" + kept.error().message + "\n");
        }
    } catch (const std::exception&) {
        // The caller tells the failure itself; where no note can be kept the next opening's own copy fails, and says
        // so.
    }
    return kept;
}

Status keep_backup(const Caseload& caseload, const Key& key, const OpenOptions& options, bool closing) {
    return keep_backup(backup_job(caseload, key, options, closing));
}

Result<Backup> keep_backup_of(Database& db, const fs::path& caseload_file, const OpenOptions& options) {
    try {
        const fs::path folder = backup_folder(options.places, caseload_file);
        store::make_private_folder(folder);
        const std::int64_t now_ms = options.now_ms ? options.now_ms() : store::system_now_ms();
        const fs::path target = store::free_copy_name(folder, caseload_file.stem(), now_ms);
        if (Status made = store::copy_verified(db, db.key(), target); !made.ok()) return made.error();
        return Backup{target, *store::instant_of_name(target, caseload_file.stem()), fs::file_size(target)};
    } catch (const std::exception& failure) {
        return store::copy_failed(failure, options.places.backups);
    }
}

std::vector<Backup> backups_to_thin(const std::vector<Backup>& backups) {
    std::vector<Backup> gone;
    std::set<int> days, weeks, months;
    for (const Backup& each : backups) {
        const Date day = day_of(each);
        const YearMonthDay date = parts(day);
        // All of the newest two days stay: an hour's work, or the copy made before a restore, must not
        // be thinned away by the next closing.
        if (day_of(backups.front()) - day < days_kept_whole) {
            days.insert(day.day);
            continue;
        }
        const auto takes = [](std::set<int>& seen, int most, int value) {
            return static_cast<int>(seen.size()) < most && seen.insert(value).second;
        };
        if (static_cast<int>(days.size()) < days_kept || days.contains(day.day)) {
            if (!takes(days, days_kept, day.day)) gone.push_back(each);
        } else if (const int week = (day - Date{-3}) / 7;
                   static_cast<int>(weeks.size()) < weeks_kept || weeks.contains(week)) {
            if (!takes(weeks, weeks_kept, week)) gone.push_back(each);
        } else if (!takes(months, months_kept, date.year * 12 + date.month)) {
            gone.push_back(each);
        }
    }
    return gone;
}

Status verify_backup(const fs::path& backup, const Key& key, bool fast_key) {
    auto db = store::open_database(backup, key, Access::frozen, fast_key);
    if (!db.ok()) return db.error();
    try {
        return store::check_whole(*db.value());
    } catch (const std::exception& failure) {
        return store::storage_error(failure, backup);
    }
}

std::optional<Backup> newest_good_backup(const Places& places, const fs::path& caseload_file, const Key& key,
                                         bool fast_key) {
    for (Backup& each : kept_backups(places, caseload_file))
        if (verify_backup(each.file, key, fast_key).ok()) return std::move(each);
    return std::nullopt;
}

}  // namespace pegboard
