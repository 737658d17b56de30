// The Child screen: header with what to take care of, and the tabs Overview, Goals, Sessions, Progress,
// Details. It
// refuses to cut or fold a precaution.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/parts/contacts.h"
#include "app/parts/goal_picture.h"
#include "app/parts/lines.h"
#include "app/parts/parts.h"
#include "app/ui.h"
#include "core/progress/overview.h"
#include "core/rules/contradictions.h"
#include "core/rules/minutes/ledger.h"

namespace pegboard {

/// One goal as its row reads.
struct GoalRow {
    GoalId id, parent;
    GoalLook look;
    std::string title, criterion, due;
    Discipline discipline = Discipline::ot;
    BadgeWords badge;
    bool open = true;
    int objectives = 0;  ///< open ones under it
};

struct SessionRow {
    SessionId id;
    std::string when, detail, note;
    Lead lead = Lead::ot;
    BadgeWords badge;
    bool coming = false, unclosed = false;
    bool to_make_up = false;           ///< missed, owed, and no make-up is booked
    std::optional<NoteState> written;  ///< of a session that was held
};

/// What the screen shows of one child, made once per revision and day.
struct ChildView {
    std::uint64_t revision = 0;
    Date today;
    ChildId of{};
    bool made = false;
    std::string name, call, age, diagnoses, guardian, moving;
    std::optional<Lead> lead;
    std::vector<BadgeWords> take_care;
    std::vector<Contradiction> contradicting;  ///< what cannot both be right
    bool asks = false;                         ///< the first of them says what has not been asked
    std::vector<std::string> loves;
    std::vector<GoalRow> goals;        ///< long-term, each followed by its objectives
    std::vector<SessionRow> sessions;  ///< coming ones soonest first, then past ones newest first
    std::vector<BadgeWords> alerts;
    std::string next, last, goals_line;
    SessionId next_id{};
    int open_goals = 0, coming = 0;
};

enum class ChildTab { overview, goals, sessions, progress, details };

/// What the Progress tab shows, read between frames.
struct ChildProgress {
    ChildId of{};
    std::uint64_t revision = 0;
    Date today;
    bool asked = false, ready = false;
    progress::ChildOverview overview;
    progress::AttainmentReport scale;
};

/// A figure of the ledger of minutes whose sessions are shown.
enum class MinutesFigure { none, promised, given, excused, owed, booked, not_closed, to_book, over };

/// The ledger of minutes, made once per revision, day and period.
struct ChildMinutes {
    minutes::Period period = minutes::Period::month;
    MinutesFigure shown = MinutesFigure::none;
    std::size_t shown_line = 0;
    RowId shown_of;  ///< the service of that line; none: what no service promises
    // What it shows now; the lines live as long as the revision.
    bool made = false;
    ChildId of{};
    std::uint64_t revision = 0;
    Date today;
    minutes::Period made_for = minutes::Period::month;
    std::vector<minutes::Line> lines;
    std::set<SessionId> to_make_up;
};

struct ChildScreen {
    Place place;  ///< followed already
    ChildTab tab = ChildTab::overview;
    std::map<ChildTab, ChildId> scrolled_for;  ///< whose record a tab showed last: another one opens at its top
    ChildView view;
    Sparks sparks;
    ChildProgress progress;
    ChildMinutes minutes;
    int goal_filter = 0;  ///< 0 open, 1 all
    LinesState lines;
    // Details: errors of the last edits by field, heights of the sections as last drawn, forms begun.
    std::map<std::string, std::string> errors;
    std::map<std::string, float> heights;
    std::optional<Child> pending;          ///< the record with this frame's edits
    std::string adding;                    ///< "guardian" or "diagnosis": its form is open
    bool asking = false;                   ///< the list of precautions to ask about is open
    bool show_asking = false;              ///< and is to come into sight
    std::string typed_in;                  ///< the section of the details whose field has the keyboard
    std::vector<std::string> asked_about;  ///< codes of that list; what was answered stays in its line
    std::string answered_by;               ///< who answers the questions now
    // Dialogs
    Contacts contacts;
    std::string typed_name;  ///< typed to confirm erasing
    std::string dialog_error;
    bool dialog_done = false;
};
void draw(ChildScreen& self, Ui& ui);

// ---- the parts, each in its own file
/// Brings the view up to date; does nothing when revision, day and child are the same.
void find_child_view(ChildView& view, const Ui& ui, const Child& child);
/// Draws the header card at the rect's top and width; returns its height.
float draw_child_header(ChildScreen& self, Ui& ui, Rect rect, const Child& child);
/// The tabs' contents from the rect's top; each returns the lowest y.
float draw_child_overview(ChildScreen& self, Ui& ui, Rect rect, const Child& child);
float draw_child_goals(ChildScreen& self, Ui& ui, Rect rect, const Child& child);
float draw_child_sessions(ChildScreen& self, Ui& ui, Rect rect, const Child& child);
/// The card of minutes above the sessions.
float draw_child_minutes(ChildScreen& self, Ui& ui, Rect rect, const Child& child);
float draw_child_progress(ChildScreen& self, Ui& ui, Rect rect, const Child& child);
float draw_child_details(ChildScreen& self, Ui& ui, Rect rect, const Child& child);
/// Phone and rescue plan, discharge, erase.
void draw_child_dialogs(ChildScreen& self, Ui& ui, const Child& child);
void open_discharge(Ui& ui, const Child& child);
void open_erase(ChildScreen& self, Ui& ui);

}  // namespace pegboard
