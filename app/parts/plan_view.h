// One session made ready to be shown as a plan: who comes, goals, blocks with what must be said of each, things to
// bring. Both the Plan screen and the running session read it.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/parts/parts.h"
#include "app/parts/plan_desk.h"
#include "app/ui.h"
#include "core/rules/care_lines.h"
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
    int planned_min = 0;       ///< minutes of blocks that serve it
    int to_do_min = 0;         ///< asked for in the session's week and not spent yet; this plan is not counted
    std::string why_not = {};  ///< in a plan that was weighed: why no block practices it, where that is known
};

/// A line on a block that is never cut: why it is there, what to take care of, where a child starts, what to note.
struct PlanLine {
    const char* icon = nullptr;
    Role role = Role::ink_2;
    std::string words;
    bool asks_reason = false;  ///< excluded and no reason noted yet
    std::string flag = {};     ///< of what to take care of: the short label that stands on the block at all times
    bool always = false;       ///< shown whole at all times: what waits for the therapist's own word
};

/// The nearest rungs that may be offered to one child on a block, 0 where there is none; and what the child's own
/// rung changes, empty where that is the activity as written.
struct PlanRungs {
    ChildId child{};
    int easier = 0, harder = 0;
    std::string change = {};
};

/// What a block needs to be drawn, beside the block itself.
struct PlanBlock {
    const Activity* activity = nullptr;  ///< null when the library does not know it
    Hue hue = Hue::indigo;
    std::optional<Lead> lead;       ///< who leads it in a co-treatment, else whose skills it works on
    std::string materials;          ///< "Cones (4), soft ball"
    std::vector<std::string> whys;  ///< single reasons short enough for one line, most telling first
    int before_min = 0;             ///< minutes to get from the block before to this one, in a plan the planner made
    std::string before_words;       ///< "Move to the table"
    std::vector<PlanLine> care;     ///< precautions, and why it is used anyway
    std::vector<PlanLine> starts;   ///< "Yusra starts easier: use bigger beads"
    std::vector<PlanRungs> rungs;   ///< of a group: everyone who comes
    std::vector<PlanLine> planned;  ///< what the planner found: the rest of the reasons, records, what else to see
};

/// Something to take care of in the whole session.
struct PlanCare {
    const Child* child = nullptr;
    BadgeWords badge;  ///< of several children with the name; a therapist's own words whole
    std::string line;  ///< what the precaution asks for; empty where the badge says all
    CareKind kind = CareKind::own;
    [[nodiscard]] bool open() const { return kind == CareKind::not_asked || kind == CareKind::conflict; }
};

struct PlanView;
/// The goals of the view that a block serves.
std::vector<const PlanGoal*> served_goals(const PlanView& view, const Block& block);

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
    std::vector<PlanCare> care;       ///< of everyone who comes, in the order of the children
    SessionId last_plan{};            ///< the newest earlier session of the same children with blocks
    std::string when_line;            ///< "Today 10:45 to 11:30"
    std::string with_line;            ///< "with Daniel Reyes"; empty when nobody else leads
    int covered = 0, chosen = 0;      ///< goals
    int between_min = 0;              ///< minutes between blocks, all together
    /// Minutes of the session that nothing uses; negative when the plan is too long.
    [[nodiscard]] int left_min() const;
};
/// The single sentences of a block's reasons that fit into one line, most telling first. A goal that stands on the
/// block by its title is not named again; no sentence is cut.
std::vector<std::string> short_whys(std::string_view why, const PlanView& view, const Block& block);
/// Puts what the planner found on the blocks of the view.
void add_planned(PlanView& self, const Weighed& found);
/// Precautions of everyone who comes against an activity, strongest first; of several children each with the name.
std::vector<Finding> findings_of(const Ui& ui, const PlanView& view, const Activity& activity);
/// Makes the view of `session` (null: gone) ready; `version` tells unsaved edits of it apart.
void follow_plan(PlanView& self, const Ui& ui, SessionId id, const Session* session, int version);

}  // namespace pegboard
