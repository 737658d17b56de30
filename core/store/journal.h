// The journal: what each command changed, row by row, chained by hashes. Undo, redo and the history
// read it. It is only added to; erasing a child is the one exception and leaves the hashes.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/change.h"
#include "core/store/database.h"
#include "core/store/file/known_head.h"

namespace pegboard::store {

class Seals;

enum class ChangeKind { edit, undo, redo, final_ };

/// One captured row change; no `before` means it was added, no `after` that it was removed.
struct Change {
    std::string table;
    std::int64_t row = 0;
    std::optional<std::string> before, after;
};

/// A change set as it is written. `step` is the id of the first set of one undo step.
struct Entry {
    ChangeSetId id;
    ChangeKind kind = ChangeKind::edit;
    std::string at_utc;
    TherapistId therapist;
    std::string device;
    std::string command;
    std::string label;
    ChildId child;
    ChangeSetId step;
    ChangeSetId undoes;
    bool erased = false;  ///< emptied with a child's record: it can be neither shown nor undone
};

/// From here on the triggers record into `id`; 0 lets writes pass unrecorded (erasing only).
void open_change_set(Database& db, ChangeSetId id);
/// The changes captured so far for a set, in order.
std::vector<Change> changes_of(Database& db, ChangeSetId id);
/// Writes the entry with its hashes and closes the set; the digests follow `changes` and `unkept`. Returns the new end
/// of the chain.
Head close_change_set(Database& db, Seals& seals, const Entry& entry, const std::vector<Change>& changes,
                      const std::vector<Change>& unkept);
/// Puts back what all sets of `step` changed, newest first. The caller has a set open.
void take_back(Database& db, ChangeSetId step);
/// What is left of a final command: the sets it emptied, which are recorded, and the rows it changed, which are not.
struct Emptied {
    std::vector<Change> sets, rows;
};
/// Empties what the journal says of a child, in words and in rows, and of the open set, which records nothing from here
/// on; the hashes stay. Of sessions shared with other children all entries go.
Emptied empty_journal_of(Database& db, ChildId child, const std::vector<SessionId>& shared);
/// Adds changes by hand to the open set (only for what empty_journal_of returned).
void add_changes(Database& db, ChangeSetId set, const std::vector<Change>& changes);

/// The newest `limit` entries, oldest first, to rebuild the undo steps after opening.
std::vector<Entry> newest_entries(Database& db, int limit);
/// History for people, newest first.
std::vector<ChangeSet> read_history(Database& db, ChildId child, int limit);

/// The first entry that does not fit the chain, if any.
struct JournalFault {
    std::int64_t sequence = 0;
    ChangeSetId id;  ///< none when entries are missing at the end
};
std::optional<JournalFault> verify_journal(Database& db);
/// All of them; `end` is the chain's end as the entries have it.
std::vector<JournalFault> journal_faults(Database& db, Head& end);
/// The fault in words for people: "entry 12 of the history does not fit".
std::string journal_fault_words(const JournalFault& fault);

}  // namespace pegboard::store
