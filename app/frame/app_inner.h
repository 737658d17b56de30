// What the App holds. Shared by app*.cpp alone.
#pragma once
#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/base/services.h"
#include "app/base/worker.h"
#include "app/frame/app.h"
#include "app/frame/gate.h"
#include "app/frame/shell.h"
#include "core/lock_box.h"

namespace pegboard {

/// Name of the dialog that asks for the child of a new goal.
inline constexpr std::string_view whose_goal_dialog = "Whose goal";

/// What is typed has to be handed over before this one runs.
bool leaves_fields(ActionId id);

struct App::Inner final : Services {
    Inner(AppOptions given, Machine& given_machine);
    ~Inner() override;
    Inner(const Inner&) = delete;
    Inner& operator=(const Inner&) = delete;

    // ---- app.cpp: opening and closing
    [[nodiscard]] OpenOptions open_options() const;
    Status open(const std::filesystem::path& file, const Key& with);
    Status create(const std::filesystem::path& file, const Key& with);
    void adopt(std::unique_ptr<Caseload> opened, const Key& with);
    void settle();              ///< which page or screen comes next
    void look_after_opening();  ///< checks and copies, on workers
    void close();
    void keep_at_the_end();
    void need_library();
    void share_own_activities();  ///< the library shows what the caseload holds, when that has changed

    // ---- app_frame.cpp: one frame
    void begin_frame(double time_s);
    void draw();
    void draw_screens();
    void draw_live_session();
    void draw_screen();
    void draw_overlays();
    void ask_for_values();
    void draw_undo_question();
    [[nodiscard]] const Child* shown_beside(const UndoStep& step) const;
    void draw_whose_goal();
    [[nodiscard]] std::optional<double> next_wake_s(bool unseen) const;
    void upkeep(double time_s);
    void save_waiting_edit();
    [[nodiscard]] SaveState save_state() const;

    // ---- app_notices.cpp: what stays on top until it is good again
    void draw_notices(Rect& area);
    void notice(Rect& area, BadgeKind kind, std::string_view words, std::string_view first, std::string_view second,
                const std::function<void()>& on_first, const std::function<void()>& on_second);
    void notices_of_the_file(Rect& area);
    void go_on_with_this_file();  ///< what does not fit was seen
    void notices_of_the_copies(Rect& area);

    // ---- app_keeping.cpp: is what was done kept, and where
    void look_at_file();  ///< as the window is entered, and once a minute
    [[nodiscard]] bool unsaved() const;
    [[nodiscard]] MemoryCopy all_of_it() const;  ///< with every edit and draft that waits
    void try_again();
    void save_copy_to(const std::filesystem::path& target);
    /// Leaves the file for the one under its new name; nothing that waits is lost.
    void go_on_where_it_is();
    void go_on_in_the_copy();  ///< the one saved after the file was lost
    void go_on_in(const std::filesystem::path& there, const std::vector<Outbox::Letter>& waiting, const char* said);
    void notice_of_the_clock(Rect& area);
    /// Keeps all there is among the backups, then asks for the passphrase of what lies there now.
    void look_at_the_other_file();
    void open_to_look_only();
    void go_to_newest_good_copy();
    /// False when the person must be asked first; then the question is on screen.
    bool may_end();
    void draw_quit_question();
    void copies_failed(const Error& error);
    void watch_copies();  ///< a copy that failed is tried again while the caseload is open
    void finish_keeping_jobs();
    void start_page_check();

    // ---- app_access.cpp: who looked, locked, copied and saved, for the list in the file
    void note(AccessKind kind, ChildId child, std::string_view detail) override;
    void write_notes();
    void note_views();  ///< of the screen in sight
    void note_locked();
    void note_unlocked(std::string_view how);

    // ---- app_passphrase.cpp: changed on a worker, in three steps
    void finish_rekey_jobs();
    void resume_rekeying();  ///< one that was cut short
    void rekey_copies();
    void passphrase_ended(const Status& how);
    [[nodiscard]] bool rekeying() const { return rekey_job.valid(); }

    // ---- app_after.cpp: what happens between frames
    void after_frame();
    void run_letters();
    void run_letter(Outbox::Letter letter);
    void wait_behind(Outbox::Letter letter);
    bool run_stuck();  ///< true when nothing waits any more
    void run_undo(bool redo, bool asked = false);
    [[nodiscard]] Place place_of_steps() const;  ///< the screen in sight, whatever its tab
    [[nodiscard]] bool undo_asks(const UndoStep& step) const;
    /// By the toast of the command that was just run. `led` says that its own answer opens the place asked for.
    void offer_undo(const Command& command, bool changed, bool led);
    void keep_offer_true();                                    ///< a toast's Undo takes back its own step or is gone
    void note_step(const UndoStep* step, bool ahead = false);  ///< made on the screen in sight, or the one ahead
    void keep_drafts(bool all);
    void show_toast();
    void storage_failed(const Error& error);
    void watch_file();
    void close_left_open();  ///< ends a session that was forgotten, and says so

    // ---- app_actions.cpp
    /// A sentence why an action is not possible now; empty when it is.
    [[nodiscard]] std::string_view why_not(ActionId id) const;
    [[nodiscard]] bool enabled(ActionId id) const { return why_not(id).empty(); }
    void read_shortcuts();
    void run_action(ActionId id);
    bool go_to(ActionId id);
    void open_asked_dialogs();
    void change_text_size(int percent);
    void change_theme(ThemeChoice theme);

    // ---- app_lock.cpp: lock and unlock
    void lock();
    void let_go();          ///< closes and wipes what the lock hides, as soon as nothing works with it any more
    void put_away();        ///< what the screens show again after unlocking, sealed; then forget_records()
    void forget_records();  ///< nothing of the caseload is left in memory
    [[nodiscard]] bool at_work() const;
    [[nodiscard]] bool session_still_on() const;  ///< the one that ran as it was locked
    [[nodiscard]] std::string instant() const;
    void answer_unlock(const GateAsk& ask);
    void answer_pin();
    void reopen(const Key& with);
    /// What was locked goes on where it was; anything else is adopted.
    void take_in(std::unique_ptr<Caseload> opened, const Key& with);
    void take_up(const Secret& sealed);  ///< the file is open again: all as it was
    void come_back();                    ///< the screens show
    bool all_kept_behind_lock();         ///< after one more try, when one is due
    [[nodiscard]] std::string why_held() const;
    void tell_later();  ///< what a toast would have said is told after the lock
    /// From now on the file's own key opens copies and checks; the passphrase is kept nowhere.
    void hold_key(const Key& with);

    // ---- app_gate.cpp: opening by the gate
    void dismiss();  ///< closes dialogs, menus and the finder
    void answer_gate();
    void answer_open(const GateAsk& ask);
    void answer_look(const GateAsk& ask);
    void answer_salvage(const GateAsk& ask);
    void answer_create(const GateAsk& ask);
    void answer_restore(const GateAsk& ask);
    void finish_gate_job();
    /// The session that runs and was not forgotten; null without one.
    [[nodiscard]] const Session* session_going_on() const;
    void save_sheet();
    void ask_for(const std::filesystem::path& file);

    // ---- app_services.cpp
    void set_machine(MachineSettings next) override;
    void back_up_now() override;
    void restore_backup(const std::filesystem::path& backup) override;
    void restore_from_file() override;
    [[nodiscard]] const std::vector<Backup>& backups() const override { return kept; }
    void read_backups() override;
    [[nodiscard]] const BackupNews& backup_news() const override { return copies_news; }
    void change_passphrase(std::string current, std::string next, Done done) override;
    void save_recovery_sheet(std::string passphrase, Done done) override;
    void save_text(std::string name, std::string text, Done done) override;
    void save_pdf(std::string name, std::string pdf, ChildId child, Done done) override;
    bool print_pdf(std::string title, const std::string& pdf, ChildId child,
                   std::function<void(PrintEnd)> done) override;
    void read_text(std::function<void(const Result<TextFile>&)> done) override;
    [[nodiscard]] std::string_view busy() const override { return busy_words; }
    void write_sheet(const std::filesystem::path& file, const Done& done);
    void pick(FilePicker::What what, std::string name, std::function<void(std::filesystem::path)> done);
    void save_chart();  ///< asks for a file and saves the chart on screen as a picture
    void copy_chart();  ///< puts that picture on the clipboard
    /// Draws the chart on screen alone and hands it on with its size in pixels, unless its goal is gone.
    void draw_chart_alone(const std::function<void(ImDrawData&, int, int)>& use);
    void start_backup();
    void start_history_check();
    void check_everything() override;
    [[nodiscard]] std::string file_mark() const override;
    [[nodiscard]] Result<std::string> compare_mark(const std::string& words) const override;
    void finish_jobs();
    void finish_history_check();
    void finish_backup();
    void took_copies_news();  ///< a new copy is noted
    [[nodiscard]] ChildId child_of_chart() const;

    AppOptions options;
    Machine& machine;
    std::future<Result<std::unique_ptr<Library>>> library_coming;
    std::unique_ptr<Library> library;
    std::optional<std::uint64_t> own_shared;  ///< the own activities' revision that the library shows
    std::unique_ptr<Design> design;
    std::unique_ptr<Caseload> caseload;
    Key key;  ///< of the open file, as on its recovery sheet

    MachineSettings settings;
    std::filesystem::path settings_file;
    Screens screens;
    Navigator nav;
    std::map<Screen, Place> shown_before;  ///< what each screen showed last
    Screen drawn_last = Screen::today;
    Outbox outbox;
    Drafts drafts;
    Toasts toasts;
    Actions actions;
    Ui ui;

    Gate gate;
    /// What a locked program still holds.
    struct Locked {
        std::filesystem::path file;
        bool read_only = false;
        SealedWords words;  ///< typed to find something, told and not yet read; empty while the file is open
        PinBox pin;
        Session running;     ///< times alone
        double retry_s = 0;  ///< what could not be saved is tried again
    } locked;
    bool drawn_before = false;  ///< what ImGui drew before the lock is still to be overwritten
    TopBar top_bar;
    Finder finder;
    FilePicker picker;
    using Picked = std::function<void(std::filesystem::path)>;
    std::vector<std::weak_ptr<Picked>> picks;  ///< file dialogs that are open
    using PrintHeard = std::function<void(PrintEnd)>;
    std::vector<std::weak_ptr<PrintHeard>> prints;  ///< print dialogs that are open
    std::vector<ActionId> dialogs_asked;            ///< actions that open a dialog, done inside the frame
    int whose_goal = -1;                            ///< choice of the dialog for a new goal
    bool open_undo_question = false;                ///< the step is older, of another screen or clinical
    bool redo_asked = false;                        ///< the question is about redo
    std::map<ChangeSetId, Place> steps_made;        ///< since the file was opened, and where

    // Notices that stay
    /// In a running session: the room they keep, how much of it they use, and until when they are not pressed.
    struct LiveNotices {
        float room = 0, height = 0;
        double quiet_until_s = 0;
    } live_notices;
    std::string library_problem;                 ///< the built-in content is missing
    std::string damage_problem;                  ///< the file does not fit together
    std::vector<std::string> told;               ///< what opening and reading found, until it is read
    std::size_t warnings_heard = 0;              ///< of the caseload's
    std::vector<std::string> heard_before_lock;  ///< not told again when the file is read again
    BackupNews copies_news;                      ///< how the kept copies stand
    bool lost_told = false;                      ///< what became of the file was noticed
    bool open_quit_question = false;             ///< quitting would discard something
    bool leave_anyway = false;
    bool saved_elsewhere = false;  ///< a copy has all there is since
    std::string quit_reason;
    std::int64_t copies_tried_minute = -1, file_looked_minute = -1;
    std::optional<Error> storage_problem;
    std::filesystem::path saving_to, saved_copy;  ///< where a copy goes; one made after the file was lost
    std::size_t saved_waiting = 0;                ///< so many commands that wait are in that copy
    std::optional<Date> clock_is_right;           ///< somebody said so of this day
    std::optional<Date> newest_session;           ///< of this revision
    std::uint64_t newest_of = 0;
    std::vector<Outbox::Letter> stuck;  ///< commands the storage did not take, for "Try again"
    std::string history_problem;        ///< the file was changed or swapped from outside, in words
    struct Unnoted {
        AccessKind kind;
        ChildId child;
        std::string detail;
    };
    std::vector<Unnoted> unnoted;                 ///< for the list of who looked, in order
    std::set<ChildId> in_sight;                   ///< children whose records the screen shows
    int refused_at_lock = 0;                      ///< tries since it was locked
    std::string_view unlocked_by = "passphrase";  ///< with what it is being unlocked
    bool lock_warning = false;
    std::optional<double> warn_due_s;  ///< next change of the warning, or the lock itself

    // Work under way
    std::string busy_words;
    std::future<Status> backup_job;
    bool backup_tells = false;  ///< a toast says when it is done
    std::future<std::vector<Backup>> backups_job;
    std::future<Result<std::string>> history_job;
    bool check_tells = false;         ///< a toast says that everything fits
    bool records_do_not_fit = false;  ///< going on with the file seals it as it is
    std::future<Status> copy_job;     ///< of a picture
    std::future<Status> pages_job;
    std::future<Result<std::vector<std::string>>> save_job;  ///< a copy from memory
    std::future<std::optional<Backup>> good_copy_job;
    std::future<Result<RekeyJob>> rekey_job;
    std::future<Status> rekey_copies_job;
    std::atomic<int> copies_done{0}, copies_all{0};
    Done passphrase_done;
    /// What the gate asked for, done on a worker.
    struct GateDone {
        Status status;
        std::filesystem::path file;
        std::string words;  ///< told when it went well
        Key key;
        bool lost = false;  ///< not all could be saved: the words stay until they were read
    };
    std::future<GateDone> gate_job;
    std::vector<Backup> kept;
    std::vector<std::function<void()>> between_frames;  ///< slow work; the next frame says so first
    std::vector<std::function<void()>> announced;       ///< that frame is drawn after these were moved here

    std::int64_t looked_minute = -1;  ///< when a forgotten session was last looked for

    bool quit = false;
    int frames_wanted = 0;
};

}  // namespace pegboard
