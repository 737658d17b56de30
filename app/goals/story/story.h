// The story of a stored goal: its chart, what the data say in two lines, the steps, the recent sessions, and beside
// them the goal word for word with its quick verbs. It refuses to decide: every sentence names what was seen and leaves
// the judgement to the therapist.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/parts/goal_picture.h"
#include "app/parts/parts.h"
#include "app/ui.h"
#include "core/progress/story.h"

namespace pegboard {

struct GoalPage;

/// One try as its row shows it.
struct StoryTry {
    std::string words;
    bool taken = false;  ///< the value of the session is this one
};
/// How the badge of help looks: help that was given, none, or nobody noted it.
enum class StoryHelp { none, given, not_noted };
/// One session of the goal as its row reads.
struct StorySession {
    SessionId session;
    std::string when, value, help, note;
    StoryHelp helped = StoryHelp::none;
    bool best = false;            ///< the best of the tries is the value
    std::vector<StoryTry> tries;  ///< of what was measured more than once
};
/// A step on the way, an objective under the goal.
struct StoryStep {
    GoalId goal;
    std::string title, below;
    Peg peg = Peg::hollow;
    bool met = false;
};
/// What the page says in words, made once per revision and analysis.
struct StoryRows {
    std::uint64_t revision = 0;
    Date today;
    GoalId of{};
    ChildId child{};
    bool analysed = false;
    progress::Story story;
    std::string measured, all_sessions;
    std::vector<StorySession> sessions;  ///< the newest, newest first
    std::vector<StoryStep> steps;
    std::string parent;  ///< title of the goal this is a step to
    SessionId next;      ///< the next planned session
    std::string next_act;
};

struct GoalStory {
    GoalId of{};
    GoalPicture picture;
    ChartView view;
    StoryRows rows;
    bool as_table = false, more_numbers = false;
    bool show_chart = false, show_numbers = false;  ///< scrolled to in the next frame
    std::optional<std::size_t> point;               ///< whose menu is open
    Rect point_at;
    bool enter_value = false;  ///< the dialog for a typed value was asked for
    bool save_picture = false, copy_picture = false;
    std::string copy_problem, copy_words;  ///< why the picture could not be copied: a dialog offers a file instead
    std::map<std::string, float> heights;  ///< of cards, as they came out last
    // The dialog that is open
    PhaseChangeId phase{};  ///< whose change is typed; none: a new one
    EventId event{};
    std::string error, error_field;
    bool dialog_done = false;
};

/// The whole story in the screen's area.
void draw_goal_story(GoalPage& page);

// ---- the parts, each in its own file; each returns the lowest y
/// The goal word for word, its dates, the steps on the way.
float draw_story_goal(GoalPage& page, Rect rect);
float draw_story_steps(GoalPage& page, Rect rect);
/// The two lines below the chart, and what was recorded lately.
float draw_story_words(GoalStory& self, Ui& ui, Rect rect);
float draw_story_sessions(GoalStory& self, Ui& ui, Rect rect);
/// What the data suggest, under the chosen rule.
float draw_story_advice(GoalStory& self, Ui& ui, Rect rect, const Goal& goal);
/// Phases, notes and events.
float draw_story_notes(GoalStory& self, Ui& ui, Rect rect, const Goal& goal);
/// The numbers, and the goal's own scale.
float draw_story_numbers(GoalStory& self, Ui& ui, Rect rect, const Goal& goal);
/// Whether the goal was reached lately: then a card above the chart says so and offers to mark it met.
bool celebrates(const GoalStory& self, Date today);
/// Brings the words up to date.
void follow_rows(GoalStory& self, const Ui& ui, const Goal& goal);
/// Phase changes, events, and leaving a point out. Without a stored one the dialog adds.
void open_phase_change(GoalStory& self, Ui& ui, const Goal& goal, const PhaseChange* stored);
void open_event(GoalStory& self, Ui& ui, const Goal& goal, const TimeEvent* stored);
void open_leave_out(GoalStory& self, Ui& ui, PointId point);
void draw_story_dialogs(GoalStory& self, Ui& ui, const Goal& goal);

/// A card whose height is the one it had in the frame before.
template <class Draw>
float story_card(GoalStory& self, Ui& ui, Rect rect, const std::string& name, Draw draw_inside,
                 const CardLook& look = {}) {
    float& height = self.heights[name];
    if (height > 0) card(ui, {rect.x, rect.y, rect.w, height}, look);
    const Scope scope(ui, name);
    const float bottom = draw_inside(rect.inset(20, 16)) + 16;
    if (bottom - rect.y != height) ui.wake_in(0);
    height = bottom - rect.y;
    return bottom;
}

}  // namespace pegboard
