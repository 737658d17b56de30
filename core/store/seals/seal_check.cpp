#include "core/store/seals/seal_check.h"

#include <algorithm>
#include <vector>

#include "core/model/date.h"
#include "core/store/goal_store.h"
#include "core/store/journal.h"
#include "core/store/migrate.h"
#include "core/store/seals/access_log.h"
#include "core/store/seals/altered_rows.h"
#include "core/store/seals/seals.h"
#include "core/store/status_store.h"

namespace pegboard::store {
namespace {
constexpr std::size_t most_told = 3;
constexpr const char* seal_does_not_fit = "its seal does not fit";

/// Before the steps of the schema a file is checked too; what only the newest form has is not there yet.
bool is_current(Database& db) { return !needs_migration(db); }

void add_records(Database& db, const Seals& seals, const SealRow& row, std::vector<std::string>& found) {
    const auto kept = Seals::tables_in(row);
    if (!kept) {
        found.emplace_back("the digests of the records do not read");
        return;
    }
    for (const std::string_view name : tracked_tables()) {
        const std::string table(name);
        const TableSeal now = seals.work_out(table);
        const auto sealed = kept->find(table);
        const TableSeal before = sealed == kept->end() ? TableSeal{} : sealed->second;
        if (now == before) continue;
        auto rows = altered_rows(db, table, now.rows - before.rows);
        if (rows.empty()) rows.push_back("something among " + words_for_table(table) + " does not fit");
        found.insert(found.end(), rows.begin(), rows.end());
    }
}

void add_schema(Database& db, const Seals& seals, const SealRow& row, std::vector<std::string>& found) {
    const auto kept = Seals::tables_in(row);
    const auto sealed = kept ? kept->find(schema_seal) : TableSeals::const_iterator{};
    const bool fits = kept && sealed != kept->end() && sealed->second == seals.work_out_schema();
    if (!fits || (is_current(db) && !strangers_in_schema(db).empty()))
        found.emplace_back("the parts that keep and record what you enter were changed");
}

/// What is derived from the points must be what they say: it is on screen before anybody counts again.
void add_statuses(Database& db, std::vector<std::string>& found) {
    std::unordered_map<std::int64_t, progress::KeptFacts> kept;
    for (progress::KeptFacts& row : read_statuses(db)) kept[row.id.value] = row;
    std::size_t wrong = 0;
    for (const progress::KeptFacts& row : work_out_statuses(db, read_goals(db))) {
        const auto found_row = kept.find(row.id.value);
        const bool current = found_row != kept.end() && found_row->second.made_by == row.made_by;
        if (current && !says_the_same(found_row->second, row)) ++wrong;
    }
    if (wrong > 0) found.push_back("what is shown of " + std::to_string(wrong) + " goals is not what their values say");
}

void add_lines(Database& db, const SealRow& row, std::vector<std::string>& found) {
    const AccessWalk walk = walk_access(db);
    const bool complete = walk.end.count == row.events.count && walk.end.hash == row.events.hash;
    if (walk.faults.empty() && complete) return;
    const std::int64_t line = walk.faults.empty() ? walk.end.count + 1 : walk.faults.front();
    found.push_back("line " + std::to_string(line) + " of the list of who opened and looked does not fit");
}

std::string sentence_of(Database& db, const std::vector<std::string>& found) {
    std::string words = "Something outside Pegboard changed this file: ";
    for (std::size_t i = 0; i < std::min(found.size(), most_told); ++i) words += (i == 0 ? "" : "; ") + found[i];
    if (found.size() > most_told) words += "; and " + std::to_string(found.size() - most_told) + " more";
    words += ".";
    const auto last = from_iso(
        db.text(std::string("SELECT substr(value, 1, 10) FROM view_state WHERE name = '") + all_fitted_name + "'"));
    if (last) words += " Everything fitted when it was last checked, on " + say(*last) + ".";
    return words + " Compare with a backup.";
}
/// What is told already comes first; it hides nothing that came after it.
std::string all_told(Database& db, const std::string& before, const std::vector<std::string>& found) {
    if (found.empty()) return before;
    return before + (before.empty() ? "" : " ") + sentence_of(db, found);
}

std::vector<std::string> found_in_records(Database& db, const Seals& seals, const SealRow& row) {
    std::vector<std::string> found;
    add_records(db, seals, row, found);
    add_schema(db, seals, row, found);
    add_lines(db, row, found);
    if (found.empty() && is_current(db)) add_statuses(db, found);
    if (found.empty() && seals.seal_of(row) != row.seal) found.emplace_back(seal_does_not_fit);
    return found;
}
}  // namespace

std::string what_records_do_not_fit(Database& db) {
    if (!has_seals(db)) return {};
    Seals seals(db);
    const SealRow row = seals.read();
    return all_told(db, row.found, found_in_records(db, seals, row));
}

std::string what_does_not_fit(Database& db) {
    std::vector<std::string> found;
    if (const auto fault = verify_journal(db)) found.push_back(journal_fault_words(*fault));
    if (!has_seals(db)) return all_told(db, {}, found);
    Seals seals(db);
    const SealRow row = seals.read();
    const std::vector<std::string> records = found_in_records(db, seals, row);
    // The seal holds the end of the history too: that it does not fit says no more than the entry.
    if (found.empty() || records != std::vector<std::string>{seal_does_not_fit})
        found.insert(found.end(), records.begin(), records.end());
    return all_told(db, row.found, found);
}

}  // namespace pegboard::store
