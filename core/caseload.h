// The front door of the core: open a caseload file, read it, run commands, undo, redo. It refuses
// to show SQL or rows; storage errors are caught here once and become Error{storage}.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/commands/command.h"
#include "core/model/access.h"
#include "core/model/change.h"
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
#include "core/progress/facts.h"
#include "core/result.h"
#include "core/secret.h"

namespace pegboard {

/// What opens a file: a passphrase, or the raw key printed on the recovery sheet.
struct Key {
    Secret passphrase;
    Secret recovery;  ///< groups as typed; used when not empty
};

/// Where the program keeps what is not the caseload; tests point these at temporary folders.
struct Places {
    std::filesystem::path state;    ///< salts of known files, logs
    std::filesystem::path backups;  ///< one folder per caseload
};

struct OpenOptions {
    Places places;
    bool read_only = false;
    std::string device = "this laptop";
    std::function<std::int64_t()> now_ms;  ///< milliseconds since 1970 UTC; the system clock when empty
    bool fast_key = false;                 ///< few key-derivation rounds, for tests and --demo only
    bool throwaway = false;                ///< the file goes at exit (--demo only): commits do not wait for the disk
};

/// What became of the open file; everything but `ours` means that nothing is written there any more.
enum class FileState {
    ours,         ///< the path still names the file that was opened
    renamed,      ///< the file is whole and has another name or folder now
    deleted,      ///< the file has no name left
    replaced,     ///< another file took its place
    overwritten,  ///< another program wrote into it
    taken_over    ///< another Pegboard, on another computer, writes to it now
};
struct FileNews {
    FileState state = FileState::ours;
    std::string message;           ///< what a person is told; empty while the file is ours
    std::filesystem::path now_at;  ///< where a renamed file is now; empty when nobody knows
};

/// What tells this file, and how far it has come, from every other: on the recovery sheet and in Settings.
struct FileMark {
    std::string file_id;
    std::int64_t changes = 0;
    std::string mark;  ///< of the newest change
    /// "4f2a81c09d3e5b76-1234-9c1f23ab"
    [[nodiscard]] std::string words() const;
};

/// Everything that was committed, as the bytes of file and log, still encrypted: it outlives the file.
struct FileImage {
    std::string file, log;
    std::vector<Command> after;  ///< committed later, when the medium did not read any more
};

namespace store {
struct RawKey;
}

/// All that the slow parts of a passphrase change need, away from the open caseload.
struct RekeyJob {
    std::filesystem::path caseload_file, written;  ///< the new file until it takes its place
    Secret current, next;                          ///< passphrases
    std::shared_ptr<const FileImage> image;
    std::shared_ptr<const store::RawKey> fresh;  ///< of the file that was written
    AccessEvent event;                           ///< noted in it
    bool fast_key = false;
};
/// Kept copies that may still open only with a key of before.
struct OldCopies {
    std::filesystem::path caseload_file, second_folder;
    std::vector<std::shared_ptr<const store::RawKey>> old_keys;
    std::shared_ptr<const store::RawKey> key;
    Places places;
};

/// What undo or redo would do next.
struct UndoStep {
    ChangeSetId id;
    std::string label;         ///< "Move block"
    bool earlier_day = false;  ///< ask before taking back a step of an earlier day
    bool clinical = false;     ///< ask as well: a recorded try, a goal met, a session held
    ChildId child = {};        ///< whom it is about; none: nobody, or several
};

/// Points as they stood when they were asked for: safe to hand to a worker.
using Points = std::shared_ptr<const std::vector<DataPoint>>;

class Caseload {
 public:
    virtual ~Caseload() = default;

    /// Makes a new encrypted caseload at `path`. Errors: invalid passphrase (shorter than 10
    /// characters), a file already there, storage.
    static Result<std::unique_ptr<Caseload>> create(const std::filesystem::path& path, const Key& key,
                                                    const OpenOptions& options);
    /// Opens a caseload, migrating an older one after a backup. Errors: one sentence for a wrong
    /// passphrase or damaged file, others for a newer file, a file that is not ours, no permission.
    static Result<std::unique_ptr<Caseload>> open(const std::filesystem::path& path, const Key& key,
                                                  const OpenOptions& options);

    // ---- reading: plain data, valid until the next run(), undo() or redo(); no SQL while drawing
    [[nodiscard]] virtual std::uint64_t revision() const = 0;  ///< grows with every change
    [[nodiscard]] virtual const std::vector<Child>& children() const = 0;
    [[nodiscard]] virtual const std::vector<Goal>& goals() const = 0;
    [[nodiscard]] virtual const std::vector<Session>& sessions() const = 0;  ///< by date, then start
    [[nodiscard]] virtual const std::vector<Therapist>& therapists() const = 0;
    [[nodiscard]] virtual const Practice& practice() const = 0;
    [[nodiscard]] virtual const std::vector<WorkPlace>& places() const = 0;
    [[nodiscard]] virtual const std::vector<Bag>& bags() const = 0;
    [[nodiscard]] virtual const std::vector<Group>& groups() const = 0;
    [[nodiscard]] virtual const WorkPlace* place(PlaceId id) const = 0;
    [[nodiscard]] virtual const Bag* bag(BagId id) const = 0;
    [[nodiscard]] virtual const Group* group(GroupId id) const = 0;
    [[nodiscard]] virtual const Child* child(ChildId id) const = 0;
    [[nodiscard]] virtual const Goal* goal(GoalId id) const = 0;
    [[nodiscard]] virtual const Session* session(SessionId id) const = 0;
    [[nodiscard]] virtual const Therapist* therapist(TherapistId id) const = 0;

    // ---- what was recorded. Points are read on demand and kept until they change: ask when the revision has grown.
    /// What the data of a goal say, kept up with every change; null for a goal that is not there.
    [[nodiscard]] virtual const progress::GoalFacts* facts(GoalId id) const = 0;
    /// In order of date.
    [[nodiscard]] virtual const std::vector<PhaseChange>& phase_changes(GoalId id) const = 0;
    /// Of the child and of single goals, in order of date.
    [[nodiscard]] virtual const std::vector<TimeEvent>& events(ChildId id) const = 0;
    /// Which reports about the child left, to whom and why; newest first.
    [[nodiscard]] virtual const std::vector<Disclosure>& disclosures(ChildId id) const = 0;
    /// All points of a goal by date; of a session as entered. Invalid ones too.
    [[nodiscard]] virtual Result<Points> points(GoalId id) const = 0;
    [[nodiscard]] virtual Result<Points> points(SessionId id) const = 0;

    // ---- what was written
    /// Who wrote a note on a session, and whether it is final; in no particular order.
    [[nodiscard]] virtual const std::vector<NoteHead>& notes(SessionId id) const = 0;
    /// A whole note with its amendments, and the quick notes of a session as written: read from the file, so keep
    /// them by revision. Missing when it is gone.
    [[nodiscard]] virtual Result<SessionNote> note(NoteId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<QuickNote>> quick_notes(SessionId id) const = 0;
    /// Notes that hold all the words, newest session first, at most `limit`; read from the file, for a worker or
    /// between frames. Case, accents and apostrophes do not matter.
    [[nodiscard]] virtual Result<std::vector<NoteFound>> find_notes(const std::string& words, int limit) const = 0;
    /// The buttons of the help selector: the therapist's own, else the usual ones of the discipline.
    [[nodiscard]] virtual const std::vector<HelpChoice>& help_choices(TherapistId id) const = 0;
    /// Of all therapists, by name.
    [[nodiscard]] virtual const std::vector<Snippet>& snippets() const = 0;

    /// By title, archived ones too; the library shows them once they are handed to Library::include_own.
    [[nodiscard]] virtual const std::vector<OwnActivity>& own_activities() const = 0;
    [[nodiscard]] virtual const OwnActivity* own_activity(OwnActivityId id) const = 0;
    [[nodiscard]] virtual const std::vector<Favourite>& favourites() const = 0;  ///< oldest first
    /// The revision at which own activities or favourites last changed.
    [[nodiscard]] virtual std::uint64_t own_activities_revision() const = 0;
    /// This instant by the caseload's clock: "2026-09-29T09:20:11Z".
    [[nodiscard]] virtual std::string now_utc() const = 0;
    [[nodiscard]] virtual bool read_only() const = 0;
    [[nodiscard]] virtual const std::filesystem::path& path() const = 0;

    /// Newest first; of one child when `child` is given. Reads the journal: cache by revision.
    [[nodiscard]] virtual Result<std::vector<ChangeSet>> history(ChildId child, int limit) const = 0;

    /// Reads journal, records and schema and checks all of it against chain, digests and seal: empty when it is whole,
    /// else a sentence that names the first entry or the records that were changed from outside.
    [[nodiscard]] virtual Result<std::string> journal_fault() const = 0;
    /// The person has seen what does not fit and goes on with it: the records are sealed as they are, and that is
    /// noted.
    virtual Status accept_records() = 0;
    /// Everything was found to fit just now: what a later finding is dated from.
    virtual void note_all_fits() = 0;
    /// The file's number and how far it has come.
    [[nodiscard]] virtual Result<FileMark> file_mark() const = 0;
    /// Empty when this file goes on from what `words` (of a recovery sheet) say; else a sentence. Errors: invalid
    /// `mark`, when they cannot be read.
    [[nodiscard]] virtual Result<std::string> compare_mark(const std::string& words) const = 0;

    // ---- who opened, looked, locked, copied and saved
    /// Adds a line; `detail` is one of our own keys, never anybody's words. Nothing is kept while the file is open to
    /// look only. Errors: invalid, storage.
    virtual Status note_access(AccessKind kind, ChildId child, std::string_view detail) = 0;
    /// Newest first; of one child when `child` is given.
    [[nodiscard]] virtual Result<std::vector<AccessEvent>> access_log(ChildId child, int limit) const = 0;
    /// Empty when this file goes on from what was last saved on this laptop; else a sentence: an older copy, or
    /// one with another history, took its place. Known from a second place, so a journal that fits is no excuse.
    [[nodiscard]] virtual const std::string& swapped() const = 0;
    /// The therapist knows why: from now on this file is the one.
    virtual void accept_file() = 0;
    /// What opening found and a person must know: a log of another file set aside, a second name of the file, a
    /// folder whose locks do not hold, kept copies that still open with the passphrase of before. It grows as rows are
    /// read in which a cell cannot be understood: an unknown word, no date, a number out of its range.
    [[nodiscard]] virtual const std::vector<std::string>& warnings() const = 0;
    /// Compares the open file with what its path names now: a few looks at names, before each write and when the
    /// window is entered. From the first difference on nothing is written there.
    virtual const FileNews& look_at_file() = 0;
    [[nodiscard]] virtual const FileNews& file_news() const = 0;  ///< as last looked
    /// All that is committed, for a copy although the medium is gone; null when the file is open to look only or
    /// could not be followed.
    [[nodiscard]] virtual std::shared_ptr<const FileImage> image() const = 0;

    // ---- writing
    /// Runs a command in one transaction; an error leaves nothing behind.
    virtual Status run(const Command& command) = 0;
    [[nodiscard]] virtual const UndoStep* next_undo() const = 0;  ///< null when nothing to undo
    [[nodiscard]] virtual const UndoStep* next_redo() const = 0;
    /// True when nothing can be taken back because the newest edit is a signature: it is final, and so is what came
    /// before it.
    [[nodiscard]] virtual bool undo_ends_at_signature() const = 0;
    virtual Status undo() = 0;
    virtual Status redo() = 0;

    // ---- drafts and view state: no edits, never journaled, never undone
    virtual Status keep_draft(std::string_view field, std::string_view text) = 0;
    virtual Status drop_draft(std::string_view field) = 0;
    [[nodiscard]] virtual const std::map<std::string, std::string, std::less<>>& drafts() const = 0;
    virtual Status remember(std::string_view name, std::string_view value) = 0;
    [[nodiscard]] virtual std::string recall(std::string_view name) const = 0;

    // ---- keys and copies (slow ones are safe to call on a worker only where it says so)
    /// The raw key in groups of four, for the recovery sheet.
    [[nodiscard]] virtual Result<std::string> recovery_key() const = 0;
    /// Re-encrypts the file and every kept backup under a new passphrase.
    virtual Status change_passphrase(std::string_view current, std::string_view next) = 0;
    /// The same in steps, so that the slow ones run on a worker: write_rekeyed() with this, take_rekeyed() between two
    /// frames, rekey_backups() with old_copies(). Until it is taken nothing may be written.
    [[nodiscard]] virtual Result<RekeyJob> rekey_job(std::string_view current, std::string_view next) const = 0;
    virtual Status take_rekeyed(const RekeyJob& job) = 0;
    /// What is left to do of a passphrase change, also of one that was cut short; nothing when all copies open with the
    /// present key.
    [[nodiscard]] virtual std::optional<OldCopies> old_copies() const = 0;
    /// All kept copies open with the present key: the one of before is forgotten.
    virtual Status forget_old_key() = 0;
    /// True when `passphrase` opens this file (used by the lock screen).
    [[nodiscard]] virtual bool check_passphrase(const Key& key) const = 0;
};

}  // namespace pegboard
