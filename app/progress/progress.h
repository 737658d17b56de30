// The Progress screen: all goals in a list, most pressing first; of one goal its chart, its numbers and what the data
// suggest. It refuses to decide: every sentence names what was seen and leaves the judgement to the therapist.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/parts/goal_picture.h"
#include "app/parts/parts.h"
#include "app/ui.h"

namespace pegboard {

/// One goal of the list as its row reads.
struct ProgressRow {
    const Goal* goal = nullptr;
    std::string child, newest, trend;
    std::string folded;  ///< for finding
    GoalLook look;
    BadgeWords badge;
    bool look_at = false;  ///< asks for a look
    bool mine = false;
    int rank = 99;  ///< most pressing first
};
struct ProgressRows {
    std::uint64_t revision = 0;
    Date today;
    bool made = false;
    std::vector<ProgressRow> all;
    int look_at = 0;
    std::string typed;
    int which = -1;
    bool mine = false;
    std::vector<int> shown;
};

struct ProgressScreen {
    // The list
    ProgressRows rows;
    int which = 0;  ///< 0 worth a look, 1 all
    bool mine = false;
    std::string typed;
    Sparks sparks;
    // One goal
    GoalPicture picture;
    ChartView view;
    GoalId of{};
    bool as_table = false, more_numbers = false;
    std::optional<std::size_t> point;  ///< whose menu is open
    Rect point_at;
    bool enter_value = false;  ///< the dialog for a typed value was asked for
    bool save_picture = false, copy_picture = false;
    std::string copy_problem, copy_words;  ///< why the picture could not be copied: a dialog offers a file instead
    float side_h = 0, numbers_h = 0, notes_h = 0, scale_h = 0;
    // The dialog that is open
    PhaseChangeId phase{};  ///< whose change is typed; none: a new one
    EventId event{};
    std::string error, error_field;
    bool dialog_done = false;
};
void draw(ProgressScreen& self, Ui& ui);

// ---- the parts, each in its own file
void draw_goal_progress(ProgressScreen& self, Ui& ui, const Goal& goal, const Child& child);
/// Numbers and what the data suggest; returns the lowest y.
float draw_progress_side(ProgressScreen& self, Ui& ui, Rect column, const Goal& goal);
/// Phases, notes and events below the chart; returns the lowest y.
float draw_progress_notes(ProgressScreen& self, Ui& ui, Rect in, const Goal& goal);
/// Phase changes, events, and leaving a point out. Without a stored one the dialog adds.
void open_phase_change(ProgressScreen& self, Ui& ui, const Goal& goal, const PhaseChange* stored);
void open_event(ProgressScreen& self, Ui& ui, const Goal& goal, const TimeEvent* stored);
void open_leave_out(ProgressScreen& self, Ui& ui, PointId point);
void draw_progress_dialogs(ProgressScreen& self, Ui& ui, const Goal& goal);

}  // namespace pegboard
