// The Plan screen: one session for one child or several, made of goals, blocks and materials. Every edit sends
// the whole session, so that each is one step to take back. What the planner chose is planned again around each
// change; what the therapist fixed it refuses to move.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/contacts.h"
#include "app/screens/packing.h"
#include "app/screens/parts.h"
#include "app/screens/plan_desk.h"
#include "app/screens/plan_ideas.h"
#include "app/ui.h"
#include "core/rules/precautions.h"

namespace pegboard {

/// Someone the session is for.
struct PlanChild {
    const Child* child = nullptr;
    std::string name;  ///< the call name, or initials
    bool present = true;
    Energy energy = Energy::usual;
};

/// A goal as the left column shows it.
struct PlanGoal {
    const Goal* goal = nullptr;
    GoalLook look;
    std::string title;  ///< short where that is clear, for chips and legends; of several children with the name
    bool chosen = false;
    int planned_min = 0;  ///< minutes of blocks that serve it
};

/// A line on a block that is never cut: why it is there, what to take care of, where a child starts, what to note.
struct PlanLine {
    const char* icon = nullptr;
    Role role = Role::ink_2;
    std::string words;
    bool asks_reason = false;  ///< excluded and no reason noted yet
    bool if_room = false;      ///< shown when the block is chosen or has the room
};

/// What a block needs to be drawn, beside the block itself.
struct PlanBlock {
    const Activity* activity = nullptr;  ///< null when the library does not know it
    std::string illustration;
    Hue hue = Hue::indigo;
    std::optional<Lead> lead;       ///< who leads it in a co-treatment, else whose skills it works on
    std::string materials;          ///< "Cones (4), soft ball"
    int before_min = 0;             ///< minutes to get from the block before to this one, in a plan the planner made
    std::string before_words;       ///< "Move to the table"
    std::vector<PlanLine> care;     ///< precautions, and why it is used anyway
    std::vector<PlanLine> starts;   ///< "Yusra starts easier: use bigger beads"
    std::vector<PlanLine> planned;  ///< what the planner found: the rest of the reasons, records, what else to see
};

/// One session made ready, gathered again only when the caseload or the day changes.
struct PlanView {
    SessionId of{};
    std::uint64_t revision = 0;
    int version = 0;  ///< of the edits that are not saved yet
    Date today;
    bool made = false;
    const Session* session = nullptr;
    std::shared_ptr<const Session> unsaved;  ///< keeps `session` alive where it is not in the caseload yet
    const Child* child = nullptr;            ///< the first of those who come, for whom alone a session mostly is
    std::vector<PlanChild> children;
    bool editable = false;  ///< planned and the file can be written
    bool live = false;      ///< the planner chose blocks of it: changes plan the rest again
    planning::Facts facts;  ///< what the planner is told
    int weighing = -1;      ///< number of the weighing that `planned` of the blocks came from
    std::vector<PlanGoal> goals;
    std::vector<PlanBlock> blocks;
    std::vector<Material> materials;  ///< to bring
    std::vector<Material> needed;     ///< those, and what is kept at the place
    std::vector<BadgeWords> precautions;
    std::vector<std::string> care_lines;  ///< what the precautions ask for, in a sentence each
    SessionId last_plan{};                ///< the newest earlier session of the same children with blocks
    std::string when_line;                ///< "Today 10:45 to 11:30, with Daniel Reyes. Oakfield Primary, gym"
    int covered = 0, chosen = 0;          ///< goals
    int between_min = 0;                  ///< minutes between blocks, all together
    /// Minutes of the session that nothing uses; negative when the plan is too long.
    [[nodiscard]] int left_min() const;
};
/// Puts what the planner found on the blocks of the view.
void add_planned(PlanView& self, const Weighed& found);
/// Precautions of everyone who comes against an activity, strongest first; of several children each with the name.
std::vector<Finding> findings_of(const Ui& ui, const PlanView& view, const Activity& activity);
/// Makes the view of `session` (null: gone) ready; `version` tells unsaved edits of it apart.
void follow_plan(PlanView& self, const Ui& ui, SessionId id, const Session* session, int version);

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
};
struct PlanChoices {
    std::vector<PlanChoice::Kind> kinds;
    std::vector<PlanChoice> found;  ///< once the planner answered
    std::uint64_t revision = 0;     ///< of the caseload they were asked for
};

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
    float covered_h = 0;     ///< of the card "Goals covered" when the plan was last weighed
    std::string item_query;  ///< of the dialog "At hand"
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
/// Sends an edit that still waits for the planner as it is; called wherever the screen is left.
void settle_plan(PlanScreen& self, Ui& ui);

}  // namespace pegboard
