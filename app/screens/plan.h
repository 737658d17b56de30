// The Plan screen: one session for one child, made of goals, blocks and materials. Every edit sends
// the whole session, so that each is one step to take back. It refuses to choose for the therapist.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/contacts.h"
#include "app/screens/packing.h"
#include "app/screens/parts.h"
#include "app/screens/plan_ideas.h"
#include "app/ui.h"

namespace pegboard {

/// A goal of the child as the left column shows it.
struct PlanGoal {
    const Goal* goal = nullptr;
    GoalLook look;
    std::string title;       ///< short where that is clear, for chips and legends
    bool ambiguous = false;  ///< another chosen goal would read the same
    bool chosen = false;
    int planned_min = 0;  ///< minutes of blocks that serve it
};

/// A line that stays on a block: what to take care of, or why it is used anyway.
struct CareLine {
    bool danger = false;
    bool asks_reason = false;  ///< excluded and no reason noted yet
    std::string words;
};

/// What a block needs to be drawn, beside the block itself.
struct PlanBlock {
    const Activity* activity = nullptr;  ///< null when the library does not know it
    std::string illustration;
    Hue hue = Hue::indigo;
    std::optional<Lead> lead;
    std::string materials;  ///< "Cones (4), soft ball"
    std::vector<CareLine> care;
};

/// One session made ready, gathered again only when the caseload or the day changes.
struct PlanView {
    SessionId of{};
    std::uint64_t revision = 0;
    Date today;
    bool made = false;
    const Session* session = nullptr;
    const Child* child = nullptr;
    bool editable = false;  ///< planned and the file can be written
    std::vector<PlanGoal> goals;
    std::vector<PlanBlock> blocks;
    std::vector<Material> materials;
    std::vector<BadgeWords> precautions;
    std::vector<std::string> care_lines;  ///< what the child's precautions ask for, in a sentence each
    SessionId last_plan{};                ///< the child's newest earlier session with blocks
    std::string when_line;                ///< "Today 10:45 to 11:30, with Daniel Reyes. Oakfield Primary, gym"
    int covered = 0, chosen = 0;          ///< goals
};
void follow_plan(PlanView& self, const Ui& ui, SessionId session);
/// Chosen goals of the session, in its order.
std::vector<const Goal*> chosen_goals(const Caseload& caseload, const Session& session);

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

struct PlanScreen {
    PlanView view;
    BlockId chosen{};
    bool focus_chosen = false;  ///< the keyboard goes to the chosen block
    int focus_moving = 0;       ///< frames until the focus has followed `chosen`; till then it does not choose
    bool show_chosen = false;   ///< and it scrolls into sight
    BlockDrag drag;
    BlockSettle settle;
    PlanIdeas ideas;
    Packed packed;
    int tab = 0;               ///< under 1000: Plan, Goals, Ideas
    std::string detail;        ///< activity shown in the drawer
    std::string overriding;    ///< activity of the dialog "Use it anyway?"
    BlockId override_block{};  ///< the block it is for; none: a new one
    Contacts contacts;
    std::string error;  ///< why the last dialog did not go through
    bool dialog_done = false;
};

void draw(PlanScreen& self, Ui& ui);

}  // namespace pegboard
