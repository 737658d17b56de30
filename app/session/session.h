// The live Session screen: clock, the current activity, large buttons for each goal, quick notes, what comes next.
// Every tap is one command. It refuses to keep a record of its own: what is shown is read back from the caseload.
#pragma once
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/parts/contacts.h"
#include "app/parts/parts.h"
#include "app/parts/plan_ideas.h"
#include "app/parts/plan_view.h"
#include "app/parts/who_records.h"
#include "app/ui.h"
#include "app/widgets/tally.h"
#include "core/model/data_point.h"
#include "core/model/note.h"
#include "core/progress/series.h"

namespace pegboard {

/// Logical width below which a running session stands in one column.
inline constexpr float live_one_column_below_w = 900;
/// Logical height below which everything stands closer, and what keeps an activity safe before its picture.
inline constexpr float live_low_h = 700;

/// What was recorded for one goal in this session, as its buttons show it.
struct LiveTally {
    std::vector<Peg> pegs;  ///< tries in order
    int correct = 0, with_help = 0, not_yet = 0;
    int seen = 0, intervals = 0;
    double sum = 0;                          ///< counted in this try
    int try_number = 0;                      ///< of the newest count; 0: all counts are one try
    PointId newest_count{};                  ///< the newest count that stands
    std::vector<double> measured;            ///< finished values in order
    std::vector<std::optional<bool>> steps;  ///< newest answer of each step of the task analysis
    std::optional<int> level;                ///< newest level of the goal's own scale
    int typed_tries = 0;                     ///< of counts typed as so many out of so many
    int points = 0;
    std::string last;  ///< "12 s": what the newest tap recorded
};
/// Tallies the valid points of one goal, in the order they were entered.
LiveTally tally_of(const Goal& goal, std::span<const DataPoint> points);

struct LiveGoal {
    const Goal* goal = nullptr;
    GoalLook look;
    std::string criterion;  ///< "5 hops in a row, no hand held"
    std::vector<PointKind> kinds;
    LiveTally tally;
    std::optional<progress::SessionValue> value;  ///< what the rules make of the session so far
    int wanted = 0;                               ///< tries; 0: not counted
    bool now = false;                             ///< the current activity serves it
};
/// One precaution or take-care line of a child, as the strip and its sheet say it.
struct CareLine {
    BadgeWords badge;
    std::string line;                     ///< what to do
    std::vector<std::string> typed = {};  ///< "Rescue plan: in the blue folder": all that was typed with it
};
struct LiveChild {
    const Child* child = nullptr;
    Participant part;
    std::string name;
    int points = 0;
    std::vector<LiveGoal> goals;
    std::vector<CareLine> care;         ///< dangers first
    std::vector<std::string> findings;  ///< what speaks for care with the current activity: "Latex allergy: ..."
};

/// One running session made ready, gathered again only when the caseload changes.
struct LiveView {
    SessionId of{};
    std::uint64_t revision = 0;
    bool made = false;
    const Session* session = nullptr;
    std::vector<LiveChild> children;
    const Block* block = nullptr;  ///< shown now
    const Block* next = nullptr;
    const Activity* activity = nullptr;  ///< of `block`
    GoalLook look;                       ///< color of the activity
    std::string where;                   ///< "Oakfield, school gym. With Daniel Reyes"
};

struct Stopwatch {
    std::optional<double> since_s;  ///< steady time, also before this program began; none: stands
    std::string since_utc;          ///< the same instant by the caseload's clock
    int count = 0;                  ///< of a rate
    [[nodiscard]] double seconds(double now_s) const { return since_s ? now_s - *since_s : 0; }
    [[nodiscard]] bool runs() const { return since_s.has_value(); }
};
enum class WatchKind { time, intervals };

/// The help selector of a discipline, and its parts as they were last laid out.
struct HelpRows {
    std::vector<HelpChoice> list;  ///< another list starts the choices over
    float width = 0, scale = 0;
    ChoiceRows rows;
};

/// A level of help and of prompting, chosen for the tries of a goal.
struct ChosenHelp {
    std::optional<int> assist, prompt;
    std::string name;  ///< of the button: two may stand for one level
};
inline constexpr int no_help_chosen = -1;

struct SessionScreen {
    LiveView view;
    // Points and quick notes, read between frames.
    SessionId read_of{};
    std::uint64_t read_revision = 0;
    bool asked = false;
    std::vector<DataPoint> points;
    std::vector<QuickNote> notes;
    // What is chosen.
    ChildId child{};
    int discipline = 0;  ///< 0 both, 1 OT, 2 PT
    GoalId chosen{};
    std::map<ChildId, std::vector<GoalId>> goal_order;  ///< as the session began: cards never change places
    std::vector<GoalId> card_order;                     ///< of the open cards
    std::vector<GoalId> opened;                         ///< by hand or by a tap, newest last
    std::set<GoalId> closed;                            ///< by hand
    std::map<GoalId, ChosenHelp> help;                  ///< by its level: the list may change meanwhile
    std::array<HelpRows, 2> help_rows;                  ///< of OT and PT goals
    std::map<GoalId, PointId> next_try;     ///< the count behind which a new try begins, while it is the newest
    std::map<GoalId, float> help_lines;     ///< room kept for what is said above the help buttons
    std::pair<float, float> help_lines_at;  ///< width and scale of it
    std::map<GoalId, Stopwatch> watches;    ///< duration, latency, rate
    std::map<GoalId, Stopwatch> intervals;
    SessionId watches_of{};           ///< the session these belong to
    double watches_seen_s = -10;      ///< when the screen was last drawn
    std::map<GoalId, double> values;  ///< on the number pads
    int key = 0;                      ///< number key pressed this frame
    bool space = false;
    GoalId flash_goal{};
    int flash_key = 0;
    double flash_s = -10;
    bool note_focus = false;           ///< M was pressed
    float activity_h = 0, note_h = 0;  ///< of these cards, as last drawn
    // Dialogs
    PlanView plan;  ///< the session as the Plan screen sees it, for ideas
    PlanIdeas ideas;
    std::unique_ptr<PlanDesk> desk;  ///< the activities made ready for them
    BlockId swap{};                  ///< to be exchanged; none: one is added
    GoalId type_value{};             ///< the dialog for a typed value was asked for
    std::string error;
    // Safety and the end
    Contacts contacts;          ///< rescue plan and phones
    bool rescue_asked = false;  ///< F9 over another dialog: that one closes first
    std::set<BlockId> done;     ///< ticked at the end as done
};
void draw(SessionScreen& self, Ui& ui);

// ---- gathered (session_view.cpp)
void follow_session(SessionScreen& self, Ui& ui, SessionId id);
/// Reads points and notes of the session again after this frame's commands.
void read_again(SessionScreen& self, Ui& ui);
/// The child whose goals are shown; null when nobody is here.
LiveChild* shown_child(SessionScreen& self);
/// The goals to show, in the order they had when the session began: those of its first activity first.
std::vector<LiveGoal*> shown_goals(SessionScreen& self);
/// Sends a command of the session and reads what was recorded again.
void send_live(SessionScreen& self, Ui& ui, Command command);
/// "3:48", "-0:20" beyond the end.
std::string say_clock(std::int64_t seconds);

// ---- goals (session_goals.cpp, session_pads.cpp)
/// Cards of the open goals; the folded ones in a list; returns the lowest y.
float draw_live_goals(SessionScreen& self, Ui& ui, Rect column);
/// Height of the buttons of a goal at a width, and the buttons.
float pad_height(const Ui& ui, const LiveGoal& goal, float width);
void draw_pad(SessionScreen& self, Ui& ui, Rect rect, const LiveGoal& goal, bool chosen);
/// "At the end of each interval": how an interval of this goal is judged.
std::string_view words_of_method(const Goal& goal);

// ---- help chosen (session_help.cpp)
/// Where the selector of a goal is kept.
HelpRows& help_rows_of(SessionScreen& self, const Goal& goal);
/// Place in the goal's list of what is chosen; `no_help_chosen` where that level is not in the list any more.
int chosen_help(SessionScreen& self, const Ui& ui, const Goal& goal);
/// Chooses a level and keeps it in the caseload until the session ends.
void choose_help(SessionScreen& self, Ui& ui, const Goal& goal, int place);
/// Whether somebody's help of any kind is chosen: done with more of it is "More help" then.
bool some_help_chosen(SessionScreen& self, const Ui& ui, const Goal& goal);
/// Its name, "Light touch"; empty for none.
std::string name_of_help(SessionScreen& self, const Ui& ui, const Goal& goal);
/// What stands above the help buttons: that the help chosen is more than counts, what the goal allows, the term.
struct HelpLine {
    std::string words;
    bool beyond = false;  ///< tries do not count toward the goal
};
HelpLine help_line(SessionScreen& self, const Ui& ui, const LiveGoal& goal);
/// The room that line keeps at a width, whatever it comes to say: nothing below it moves.
float help_line_height(SessionScreen& self, const Ui& ui, const LiveGoal& goal, float width);
/// Whether its tries are kept with help: of a goal that measures help the value says it.
bool wants_help(const LiveGoal& goal);
/// One tap: with the help chosen for the goal, which its card shows.
void tap(SessionScreen& self, Ui& ui, const LiveGoal& goal, DataPoint point);
/// Drops what was kept for sessions that are over.
void forget_help(Outbox& outbox);

// ---- stopwatches and interval cues (session_watches.cpp)
/// Begins anew, from 0; kept in the caseload until it is stopped.
void start_watch(SessionScreen& self, Ui& ui, const Goal& goal, WatchKind kind);
void stop_watch(SessionScreen& self, Ui& ui, const Goal& goal, WatchKind kind);
/// One more of a rate.
void count_on(SessionScreen& self, Ui& ui, const Goal& goal);
/// Takes up what runs when the screen is come back to: after a crash, a lock, sleep or another screen.
void follow_watches(SessionScreen& self, Ui& ui);
/// Asks for the next frame while one runs.
void run_watches(const SessionScreen& self, Ui& ui);
/// Nothing of this session runs any more: it is over.
void forget_watches(SessionScreen& self, Outbox& outbox, SessionId session);

// ---- around them (session_side.cpp, session_bar.cpp)
float draw_clock_card(SessionScreen& self, Ui& ui, Rect rect, bool low);
float draw_activity_card(SessionScreen& self, Ui& ui, Rect rect);
float draw_quick_note(SessionScreen& self, Ui& ui, Rect rect);
/// Keeps what is typed as a quick note and was not kept yet, of every child.
void keep_typed_notes(SessionScreen& self, Ui& ui);
void draw_live_header(SessionScreen& self, Ui& ui, Rect rect);
void draw_next_strip(SessionScreen& self, Ui& ui, Rect rect);
/// Stops or goes on with the current activity.
void toggle_pause(SessionScreen& self, Ui& ui);
void go_to_next(SessionScreen& self, Ui& ui);

// ---- safety (session_safety.cpp)
/// Precautions of everyone here, and the way to the rescue plans: above all that scrolls, at every text size. Returns
/// the lowest y.
float draw_safety_strip(SessionScreen& self, Ui& ui, Rect rect);
/// What keeps the current activity safe: its own lines and what each child's precautions say to it; the lowest y.
float draw_activity_safety(SessionScreen& self, Ui& ui, Rect in);
void open_rescue(SessionScreen& self, Ui& ui);
void open_safety(Ui& ui);
void draw_safety_sheet(SessionScreen& self, Ui& ui);

// ---- dialogs (session_dialogs.cpp)
void open_attendance(Ui& ui);
void open_finish(SessionScreen& self, Ui& ui);
/// Whether who sits here writes a note on somebody who is in the session.
bool writes_note(const Ui& ui, const Session& session);
void open_exchange(SessionScreen& self, Ui& ui, BlockId swap);
void draw_session_dialogs(SessionScreen& self, Ui& ui);

}  // namespace pegboard
