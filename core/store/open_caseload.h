// The open caseload behind core/caseload.h: one connection, the snapshot, the undo steps.
#pragma once
#include "core/caseload.h"
#include "core/commands/apply.h"
#include "core/store/file/file_watch.h"
#include "core/store/file/image_keeper.h"
#include "core/store/file/instance_lock.h"
#include "core/store/file/known_head.h"
#include "core/store/file/writer_mark.h"
#include "core/store/seals/seals.h"
#include "core/store/snapshot.h"
#include "core/store/undo_steps.h"

namespace pegboard::store {

class OpenCaseload final : public Caseload {
 public:
    OpenCaseload(std::unique_ptr<InstanceLock> lock, std::unique_ptr<FileLock> file_lock, std::unique_ptr<Database> db,
                 std::filesystem::path path, OpenOptions options, bool read_only, std::vector<std::string> warnings);
    ~OpenCaseload() override;
    OpenCaseload(const OpenCaseload&) = delete;
    OpenCaseload& operator=(const OpenCaseload&) = delete;

    /// Reads everything into memory; throws what SQLite throws.
    void load();
    /// Notes that the file was brought up to date, and that a kept copy was put in its place, when so.
    void note_how_it_came(bool updated);

    std::uint64_t revision() const override { return revision_; }
    const std::vector<Child>& children() const override { return now_.children.rows(); }
    const std::vector<Goal>& goals() const override { return now_.goals.rows(); }
    const std::vector<Session>& sessions() const override { return now_.sessions.rows(); }
    const std::vector<Therapist>& therapists() const override { return now_.therapists.rows(); }
    const Practice& practice() const override { return now_.practice; }
    const std::vector<WorkPlace>& places() const override { return now_.places.rows(); }
    const std::vector<Bag>& bags() const override { return now_.bags.rows(); }
    const std::vector<Group>& groups() const override { return now_.groups.rows(); }
    const WorkPlace* place(PlaceId id) const override { return now_.places.find(id); }
    const Bag* bag(BagId id) const override { return now_.bags.find(id); }
    const Group* group(GroupId id) const override { return now_.groups.find(id); }
    const Child* child(ChildId id) const override { return now_.children.find(id); }
    const Goal* goal(GoalId id) const override { return now_.goals.find(id); }
    const Session* session(SessionId id) const override { return now_.sessions.find(id); }
    const Therapist* therapist(TherapistId id) const override { return now_.therapists.find(id); }
    const progress::GoalFacts* facts(GoalId id) const override;
    const std::vector<PhaseChange>& phase_changes(GoalId id) const override;
    const std::vector<TimeEvent>& events(ChildId id) const override;
    const std::vector<Disclosure>& disclosures(ChildId id) const override;
    Result<Points> points(GoalId id) const override;
    Result<Points> points(SessionId id) const override;
    const std::vector<NoteHead>& notes(SessionId id) const override;
    Result<SessionNote> note(NoteId id) const override;
    Result<std::vector<QuickNote>> quick_notes(SessionId id) const override;
    Result<std::vector<NoteFound>> find_notes(const std::string& words, int limit) const override;
    const std::vector<HelpChoice>& help_choices(TherapistId id) const override;
    const std::vector<Snippet>& snippets() const override { return now_.snippets.rows(); }
    const std::vector<OwnActivity>& own_activities() const override { return now_.own_activities.rows(); }
    const OwnActivity* own_activity(OwnActivityId id) const override { return now_.own_activities.find(id); }
    const std::vector<Favourite>& favourites() const override { return now_.favourites; }
    std::uint64_t own_activities_revision() const override { return own_activities_revision_; }
    std::string now_utc() const override;
    bool read_only() const override { return read_only_; }
    const std::filesystem::path& path() const override { return path_; }
    Result<std::vector<ChangeSet>> history(ChildId child, int limit) const override;
    Result<std::string> journal_fault() const override;
    Status accept_records() override;
    void note_all_fits() override;
    Result<FileMark> file_mark() const override;
    Result<std::string> compare_mark(const std::string& words) const override;
    Status note_access(AccessKind kind, ChildId child, std::string_view detail) override;
    Result<std::vector<AccessEvent>> access_log(ChildId child, int limit) const override;
    const std::string& swapped() const override { return swapped_; }
    void accept_file() override;
    const std::vector<std::string>& warnings() const override;
    const FileNews& look_at_file() override;
    const FileNews& file_news() const override { return news_; }
    std::shared_ptr<const FileImage> image() const override;

    Status run(const Command& command) override;
    const UndoStep* next_undo() const override;
    const UndoStep* next_redo() const override;
    bool undo_ends_at_signature() const override { return !read_only_ && steps_.end_at_signature(); }
    Status undo() override;
    Status redo() override;

    Status keep_draft(std::string_view field, std::string_view text) override;
    Status drop_draft(std::string_view field) override;
    const std::map<std::string, std::string, std::less<>>& drafts() const override { return drafts_; }
    Status remember(std::string_view name, std::string_view value) override;
    std::string recall(std::string_view name) const override;

    Result<std::string> recovery_key() const override;
    Status change_passphrase(std::string_view current, std::string_view next) override;
    Result<RekeyJob> rekey_job(std::string_view current, std::string_view next) const override;
    Status take_rekeyed(const RekeyJob& job) override;
    std::optional<OldCopies> old_copies() const override;
    Status forget_old_key() override;
    bool check_passphrase(const Key& key) const override;

 private:
    /// Points read so far, by goal or session; forgotten when they change.
    using PointCache = std::unordered_map<std::int64_t, Points>;
    using Words = std::map<std::string, std::string, std::less<>>;

    /// Looks at the file too: what is refused here leaves everything as it was.
    Status may_write();
    /// Reads all of it again where memory could not follow the last commit.
    Status follow_file();
    /// The one place where a connection is taken into use, and the one where it is given up.
    void use_connection(std::unique_ptr<Database> db);
    void mark_as_writer();  ///< from now on this computer is the one that writes
    void drop_connection();
    void note_head();  ///< how far the file has come, outside of it
    void note_in_list(const Entry& entry, const std::vector<Change>& changes);
    std::vector<std::string> accept_chains();
    /// Puts back what records edits where somebody took it away, and tells.
    void mend_what_records();
    void mend_schema_and_tell();
    [[nodiscard]] AccessEvent new_event(AccessKind kind, ChildId child, std::string_view detail) const;
    /// After each commit: the file and its image are followed.
    void written();
    void part_from_file();
    Entry new_entry(ChangeKind kind) const;
    Status take(Entry entry, const UndoStep& step, ChildId child, const char* verb);
    void run_in_transaction(const Command& command, Entry& entry, Status& outcome);
    void fold_into_newest(Entry& entry, const std::vector<Change>& changes);
    void commit(Transaction& transaction, const Entry& entry, const std::vector<Change>& changes,
                const std::vector<Change>& unkept, const Touched& touched);
    void refresh_statuses(const Touched& touched, Refresh& refresh);
    void forget_points(const Touched& touched);
    void bring_statuses_up_to_date();
    void read_steps();
    Words read_words(const std::string& query);
    Status write_word(const char* statement, std::string_view name, std::string_view value);
    std::int64_t now_ms() const;
    void reopen_after_failed_rekey(const RawKey& fresh);
    void swap_in(const RekeyJob& job, const RawKey& fresh);

    // Both given up after the connection is closed; none to look only.
    std::unique_ptr<InstanceLock> lock_;
    std::unique_ptr<FileLock> file_lock_;
    // The journal is read by const functions; one thread owns the connection.
    mutable std::unique_ptr<Database> db_;
    mutable std::unique_ptr<Seals> seals_;
    std::unique_ptr<FileWatch> watch_;     ///< none to look only
    std::unique_ptr<ImageKeeper> keeper_;  ///< none to look only
    std::unique_ptr<WriterMark> mark_;     ///< none to look only
    FileNews news_;
    mutable std::vector<std::string> warnings_;  // grows as rows are read that say what cannot be understood
    mutable std::size_t unread_told_ = 0;
    std::filesystem::path path_;
    RawKey key_;
    OpenOptions options_;
    bool read_only_ = false;
    KnownHead known_head_;
    std::string swapped_;  ///< what the file lacks against what was last saved here
    std::uint64_t own_activities_revision_ = 0;
    std::uint64_t revision_ = 1;
    bool behind_ = false;  ///< what was committed last is not in `now_`
    Snapshot now_;
    UndoSteps steps_;
    std::string last_field_;  ///< the one field the newest edit wrote, for folding
    Words drafts_, view_state_;
    mutable PointCache goal_points_, session_points_;
};

}  // namespace pegboard::store
