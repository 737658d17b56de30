// Ui: everything a draw function may touch. Drawing reads the caseload and sends commands; it never
// writes. All positions are logical units; widgets turn them into pixels.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/base/record.h"
#include "app/design/design.h"
#include "core/caseload.h"
#include "core/library/library.h"

namespace pegboard {

struct Vec {
    float x = 0, y = 0;
};

/// A rectangle in logical units, with the cuts that lay a screen out.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Vec pos() const { return {x, y}; }
    [[nodiscard]] Vec centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    [[nodiscard]] Rect inset(float by_x, float by_y) const { return {x + by_x, y + by_y, w - 2 * by_x, h - 2 * by_y}; }
    [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    /// Takes `height` (and then `gap`) off the top and returns the part taken; the others likewise.
    Rect cut_top(float height, float gap = 0);
    Rect cut_bottom(float height, float gap = 0);
    Rect cut_left(float width, float gap = 0);
    Rect cut_right(float width, float gap = 0);
};

enum class Screen {
    today,
    caseload,
    child,
    goals,
    goal,
    guide,  ///< OT, PT or both?
    activities,
    skills,
    plan,
    session,   ///< one that runs
    note,      ///< what is written about a session
    progress,  ///< of all goals, or of the one named
    reports,   ///< what goes on paper
    settings,
    history,
    gallery
};

/// Where the person is. Screens of one child, goal or session name it.
struct Place {
    Screen screen = Screen::today;
    ChildId child{};
    GoalId goal{};
    SessionId session{};
    std::string detail = {};  ///< tab, category or activity id, as the screen likes
    bool operator==(const Place&) const = default;
};

class Navigator {
 public:
    void go(Place place);    ///< after the frame
    void turn(Place place);  ///< the same record seen otherwise: what lies behind stays the way back
    void back();
    [[nodiscard]] const Place& here() const { return stack_.back(); }
    [[nodiscard]] bool can_go_back() const { return stack_.size() > 1; }
    /// The newest place of this screen on the way here; null when there was none.
    [[nodiscard]] const Place* newest(Screen screen) const;
    /// The newest place on the way here that is not of this screen; null when there was none.
    [[nodiscard]] const Place* before(Screen screen) const;
    /// Where apply() will go; nothing when one stays or goes back.
    [[nodiscard]] const std::optional<Place>& wanted() const { return wanted_; }
    void apply();  ///< the App calls this between frames

 private:
    std::vector<Place> stack_{Place{}};
    std::optional<Place> wanted_;
    bool wants_back_ = false, turns_ = false;
};

/// Commands sent while drawing, run after the frame, in order. `done` hears how it went.
class Outbox {
 public:
    using Done = std::function<void(const Status&)>;
    void send(Command command, Done done = {});
    struct Letter {
        Command command;
        Done done;
    };
    std::vector<Letter> take();
    [[nodiscard]] bool empty() const { return letters_.empty(); }

    /// A job for after the frame: reads that are no plain data (history), never drawing.
    void after_frame(std::function<void(Caseload&)> job) { jobs_.push_back(std::move(job)); }
    std::vector<std::function<void(Caseload&)>> take_jobs() { return std::exchange(jobs_, {}); }

    /// View state to keep in the caseload after the frame (Caseload::remember); no edit, never undone.
    void remember(std::string name, std::string value) { remembered_.emplace_back(std::move(name), std::move(value)); }
    std::vector<std::pair<std::string, std::string>> take_remembered() { return std::exchange(remembered_, {}); }

 private:
    std::vector<Letter> letters_;
    std::vector<std::pair<std::string, std::string>> remembered_;
    std::vector<std::function<void(Caseload&)>> jobs_;
};

/// Texts being typed, by name ("add_child.first_name"); kept in the caseload within 2 seconds or 40
/// characters so that a crash, a lock or Esc loses nothing.
class Drafts {
 public:
    [[nodiscard]] const std::string* find(std::string_view name) const;
    void set(std::string_view name, std::string text);
    void drop(std::string_view name);
    void drop_prefix(std::string_view prefix);
    [[nodiscard]] bool has_prefix(std::string_view prefix) const;
    [[nodiscard]] std::string text(std::string_view name, std::string_view otherwise = {}) const;
    [[nodiscard]] bool all_kept() const { return dirty_.empty(); }  ///< what "All changes saved" tells
    /// A text the core refused stays a draft, and nothing says that all is saved until it is taken or dropped.
    void refuse(std::string_view name, bool refused = true);
    [[nodiscard]] bool any_refused() const { return !refused_.empty(); }
    /// What was refused before and is still there stays refused.
    void load(const std::map<std::string, std::string, std::less<>>& stored);
    /// Forgets every text, all of them kept; which were refused is remembered.
    void put_away();
    /// Writes what is due (2 s after the first unsaved keystroke, 40 characters, or `now`). Returns the
    /// first error; unsaved text stays in memory.
    Status keep(Caseload& caseload, double time_s, bool all = false);
    [[nodiscard]] std::optional<double> next_due_s() const;

 private:
    struct Dirty {
        double since_s = 0;
        std::size_t typed = 0;
        bool drop = false;
    };
    std::map<std::string, std::string, std::less<>> texts_;
    std::map<std::string, Dirty, std::less<>> dirty_;
    std::set<std::string, std::less<>> refused_;
};

struct Toasts {
    /// A line at the bottom left for 6 s. With `undo`, it offers to take back the edit that was just made: the App
    /// notes which one it is, and drops the offer where nothing changed or another edit came after it.
    void show(std::string words, bool undo = false);
    /// What was refused and why, under another sign.
    void warn(std::string words);
    /// `words` with Undo when it went well, else what went wrong.
    void tell(const Status& status, std::string words);
    struct Toast {
        std::string words;
        bool undo = false;
        double until_s = 0;
        bool refused = false;
        ChangeSetId step = {};  ///< what its Undo takes back
    };
    ChangeSetId undo_pressed = {};  ///< taken by the App after the frame
    std::optional<Toast> current;
    std::optional<Toast> wanted;
};

/// Today and now, fixed in tests and pictures.
struct Clock {
    Date today;
    int minute = 9 * 60;       ///< minute of day
    double time_s = 0;         ///< steady seconds for motion and timers
    std::string now_utc = {};  ///< the instant by the caseload's clock: "2026-09-29T09:20:11Z"
};

struct MachineSettings;
struct WidgetMemory;
class Actions;
class Services;

struct Ui {
    const Caseload* caseload = nullptr;  ///< null before a file is open
    const Library* library = nullptr;
    Design* design = nullptr;
    Navigator* nav = nullptr;
    Outbox* outbox = nullptr;
    Drafts* drafts = nullptr;
    Toasts* toasts = nullptr;
    Actions* actions = nullptr;
    const MachineSettings* machine = nullptr;
    std::function<std::string()>
        selected_elsewhere;        ///< what a middle click pastes; empty where there is no such thing
    Services* services = nullptr;  ///< slow things the frame does for a screen
    Clock clock;
    Record* record = nullptr;  ///< null unless someone reads the widgets
    Rect window;               ///< whole window
    Rect area;                 ///< what the screen may use: below the top bar, right of the rail
    float foot_h = 0;          ///< of a bar at the window's foot; what is told in passing stands above it
    float notices_h = 0;       ///< kept free above that bar for lines that stay: nothing else moves for them
    bool keyboard = false;     ///< last input was the keyboard: focus rings show
    bool reduce_motion = false;
    std::shared_ptr<WidgetMemory> memory;  ///< what widgets keep between frames; they make it when first asked
    double wake_s = -1;                    ///< a widget that moves asks for a frame: soonest steady time wanted

    [[nodiscard]] float px(float logical) const { return logical * design->scale(); }
    /// Asks for another frame within `seconds` (0: the next one).
    void wake_in(double seconds);
};

/// Name to draw: the whole name, or initials when "initials only" is on.
std::string shown_name(const Ui& ui, const Child& child);
std::string shown_call_name(const Ui& ui, const Child& child);
/// "MG", never more than two letters.
std::string initials(std::string_view name);
/// The colour that stays with this child's avatar.
Hue child_hue(ChildId id);

}  // namespace pegboard
