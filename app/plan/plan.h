// The Plan screen: one session for one child or several, made of goals, blocks and materials. Every edit sends
// the whole session, so that each is one step to take back. What the planner chose is planned again around each
// change; what the therapist fixed it refuses to move.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/parts/contacts.h"
#include "app/parts/packing.h"
#include "app/parts/parts.h"
#include "app/parts/plan_desk.h"
#include "app/parts/plan_ideas.h"
#include "app/parts/plan_view.h"
#include "app/ui.h"

namespace pegboard {

/// A block being dragged or stretched; view state until it is let go.
struct BlockDrag {
    enum class Kind { none, move, stretch };
    Kind kind = Kind::none;
    std::size_t index = 0;
    std::size_t to = 0;  ///< where it would stand
    int minutes = 0;     ///< what it would last
    float by_y = 0;
    bool cancelled = false;
};
/// A block that was just dropped slides to its place.
struct BlockSettle {
    BlockId block{};
    float from_y = 0;
    double since_s = -1;
};

/// An edit that waits for the planner: shown at once, saved together with the blocks planned around it.
struct PlanDraft {
    std::shared_ptr<const Session> session;  ///< shared with the view: a frame may begin the next edit while it draws
    std::string said;                        ///< for the toast
    bool suggesting = false;                 ///< the therapist asked for a plan
    bool sent = false;                       ///< on its way to the caseload
    std::uint64_t revision = 0;              ///< of the caseload it was made from
    int number = 0;                          ///< tells it from the edit that follows while it is on its way
};

/// One way to have blocks suggested for a session that has some.
struct PlanChoice {
    enum class Kind { fill, rest, all } kind = Kind::fill;  ///< hold every block, the pinned ones, none that can wait
    Session session;                                        ///< with the blocks it comes to
    std::string effect = {};                                ///< what it changes, in sentences
    int covered = 0;                                        ///< goals that its blocks serve
    bool possible = false;                                  ///< it changes anything
};
struct PlanChoices {
    std::vector<PlanChoice::Kind> kinds;
    std::vector<PlanChoice> found;  ///< once the planner answered
    std::uint64_t revision = 0;     ///< of the caseload they were asked for
};

/// What stands beside the plan: each child's rungs on the chosen block of a group, what could stand in for it, or
/// ideas.
enum class PlanSide { children, swap, ideas };

struct PlanScreen {
    PlanView view;
    std::unique_ptr<PlanDesk> desk;
    std::optional<PlanDraft> draft;
    int draft_version = 0;
    int drafts_made = 0;
    std::optional<Weighed> weighed;  ///< of the newest state that was weighed
    int weighing = 0;                ///< its number
    std::uint64_t weighed_revision = 0;
    bool weigh_asked = false;
    std::optional<PlanChoices> choices;          ///< of the dialog that offers them
    std::optional<PlanDesk::Suggestion> better;  ///< found by looking on, not taken over yet
    std::uint64_t better_revision = 0;           ///< of the caseload it is better than
    BlockId swapping{};                          ///< block whose alternatives are shown
    std::optional<std::vector<planning::Alternative>> others;
    bool others_asked = false;
    int others_of = 0;             ///< the weighing they were asked for
    std::optional<PlanSide> side;  ///< beside the plan; nothing chosen yet: what suits the session
    bool find_ideas = false;       ///< the search for ideas takes the keyboard
    float standing_h = 0;          ///< of what is said of the whole plan when it was last weighed
    std::string item_query;        ///< of the dialog "At hand"
    BlockId chosen{};
    bool focus_chosen = false;  ///< the keyboard goes to the chosen block
    int focus_moving = 0;       ///< frames until the focus has followed `chosen`; till then it does not choose
    bool show_chosen = false;   ///< and it scrolls into sight
    float per_min = metrics::plan_per_min;  ///< height of a minute in the plan
    BlockDrag drag;
    BlockSettle settle;
    PlanIdeas ideas;
    Packed packed;
    int tab = 0;                  ///< under 1000: Plan, Goals, Ideas
    std::string detail;           ///< activity shown in the drawer
    std::string overriding;       ///< activity of the dialog "Use it anyway?"
    BlockId override_block{};     ///< the block it is for; none: a new one
    bool care_open = false;       ///< the strip says what each precaution asks for
    std::vector<GoalId> touched;  ///< goals ticked or not on this visit: they keep their row
    bool all_goals = false;       ///< the left column shows every goal, not only those it has room for
    Contacts contacts;
    std::string error;  ///< why the last dialog did not go through
    bool dialog_done = false;
};

void draw(PlanScreen& self, Ui& ui);
/// Sends an edit that still waits for the planner as it is; called wherever the screen is left.
void settle_plan(PlanScreen& self, Ui& ui);

}  // namespace pegboard
