// The session planner: facts in, the best session with its reasons out. Pure and deterministic: no
// database, no clock, no randomness; the same facts give the same plan. It proposes; a therapist decides.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/planning/input/facts.h"
#include "core/rules/materials.h"

namespace pegboard::planning {

/// A score in whole millionths: 1'000'000 is what serving one goal of need 1 for its dose earns.
using Millionths = std::int64_t;

/// The hard rules, and the two reasons that are no rule.
enum class Rule {
    precaution,   ///< a precaution of a participant excludes it
    needs,        ///< asks for what a participant does not have: standing, two hands, a walker
    item,         ///< a required item is not at hand
    space,        ///< the place does not offer the space
    group_size,   ///< too few or too many children
    supervision,  ///< not enough adults
    excluded,     ///< the therapist ruled it out for a participant
    step,         ///< more than one step beyond a participant's present step, without an easier rung
    age,          ///< too early for a participant, or too young in look and no step asks for it
    unasked,      ///< made for one device or an injury, or for the other discipline, and no goal asks for it
    tired,        ///< vigorous, and a participant is tired today
    lively,       ///< a calm opener, and a participant is lively today
    swapped_out,  ///< swapped out of this session
    no_activity,  ///< no rule: the library has nothing for it
    time,         ///< no rule: it could be used, the minutes went to what is needed more
};
/// "precaution", "item not at hand" ...
std::string_view words(Rule rule);

/// Why an activity may not be used.
struct RuledOut {
    Rule rule = Rule::time;
    std::string subject;  ///< id of what is missing or speaks against it: item, space, precaution, skill
    ChildId child;        ///< whose precaution, step or exclusion it is; none when it concerns all
    std::string words;    ///< "needs the hall; you are in Room 4"
};

/// What a score is made of.
enum class Term { goals, interest, novelty, familiar, favourite, minutes, items, seat_changes, length, look };
/// "goals served", "interests" ...
std::string_view words(Term term);

/// Parts of a score. Bonuses count up to the clamp, costs come off that; `clamped_away` is what the clamp took (or
/// gave, negative).
struct ScoreParts {
    Millionths goals = 0;
    Millionths interest = 0, novelty = 0, familiar = 0, favourite = 0, minutes = 0;  ///< bonuses
    Millionths items = 0, seat_changes = 0;                                          ///< costs, not positive
    Millionths length = 0, look = 0;  ///< minutes above typical, too young in look; not positive, never clamped
    Millionths clamped_away = 0;
    Millionths total = 0;
    bool operator==(const ScoreParts&) const = default;
};

/// Something the therapist must see before using the plan.
struct Flag {
    enum class Kind { not_asked, precaution, universal, override_kept, rule_kept } kind = Kind::precaution;
    ChildId child;       ///< none when it concerns all
    std::string code;    ///< precaution code, attribute or position
    std::string label;   ///< "Latex allergy"
    std::string reason;  ///< why this block
    std::string line;    ///< what to do
};

/// Where on its ladder an activity starts for a child.
enum class Grade { easier, as_written, harder };
std::string_view words(Grade grade);
struct ChildGrade {
    ChildId child;
    Grade grade = Grade::as_written;
    int rung = 0;              ///< as Block keeps it: -1.. easier ones, 1.. harder ones
    std::vector<int> offered;  ///< rungs that nothing about the child, the place or the things speaks against
    std::string change;        ///< the rung to begin with, from the activity; empty as written
    std::string why;           ///< "Ana is at step 2 of 8 of Scissor skills; this is step 4"
};

/// A goal a block works on.
struct ServedGoal {
    ChildId child;
    GoalId goal;
    int fit_tenths = 0;   ///< 10 the child's own step, 8 one step away, 6 second skill, 4 prerequisite, 2 same focus
    std::string measure;  ///< measure id to take
    std::string what;     ///< "trials: cuts on the line, out of 5"
};

/// What a discipline writes down about a block.
struct Record {
    Discipline discipline = Discipline::ot;
    std::string what;
};

struct PlanBlock {
    const Activity* activity = nullptr;
    Arc arc = Arc::main;
    int minutes = 0;
    int start_min = 0;              ///< minutes after the session begins
    int transition_before_min = 0;  ///< 0 for the first block
    bool pinned = false;
    std::vector<ChildGrade> grades;    ///< one per participant
    std::vector<ServedGoal> goals;     ///< best fit first
    std::vector<std::string> reasons;  ///< sentences, most telling first
    std::vector<Flag> flags;
    std::vector<std::string> stand_ins;  ///< "light scarf in place of Balloon"
    bool stations = false;               ///< runs as parallel stations for this group
    Discipline led_by = Discipline::ot;
    std::vector<Record> records;  ///< of each leading discipline that has something to write down
    ScoreParts parts;             ///< its own share; items shared with earlier blocks count there
};

/// What a goal gets out of the session.
struct Coverage {
    ChildId child;
    GoalId goal;
    double need = 0;        ///< 0..1
    int minutes = 0;        ///< of the blocks that work on it or on what it stands on; the same area is not enough
    int practiced_min = 0;  ///< of those the blocks that practice it; what only comes before it is not enough
    double served_min = 0;  ///< weighted by fit
    int dose_min = 8;
    double cover = 0;  ///< 1 at the dose, a quarter more for each further one
    Millionths earned = 0;
};

/// A goal that no block practices, and why; it may have minutes of what comes before it.
struct NotServed {
    ChildId child;
    GoalId goal;
    Rule rule = Rule::time;
    std::string words;
};

/// How sure the answer is.
struct Proof {
    bool proved = true;       ///< no plan serves more children or scores higher
    bool ties_proved = true;  ///< nor is there an equal one that the order of preference puts first
    Millionths bound = 0;     ///< no plan that serves as many children scores more than this
    Millionths gap = 0;       ///< bound - score; 0 when proved
    int most_servable = 0;    ///< proven: no plan serves more children than this
    std::int64_t nodes = 0;   ///< search nodes looked at
    bool stopped = false;     ///< cancelled: the plan is usable, not the best known to be
};

struct Plan {
    std::vector<PlanBlock> blocks;  ///< in order
    std::vector<Coverage> coverage;
    std::vector<NotServed> not_served;
    std::vector<Material> materials;
    std::vector<Flag> flags;         ///< what concerns the whole session
    int block_notes = 0;             ///< so many of the last notes are about the blocks, whoever chose them
    std::vector<std::string> notes;  ///< what the therapist should know: no Focus activity fits ...
    ScoreParts score;
    int children_served = 0, children_with_goals = 0;
    int minutes_left = 0;  ///< the child's own choice at the end; negative when the pins are too long
    Proof proof;
};

/// Activities compiled for planning: built once for a library and a therapist's own activities, used
/// for many plans from any thread. Keeps pointers: the library and the activities must outlive it.
class ActivityIndex {
 public:
    ActivityIndex(const Library& library, std::span<const Activity* const> activities);
    /// Every activity of the library.
    explicit ActivityIndex(const Library& library);
    ~ActivityIndex();
    ActivityIndex(ActivityIndex&&) noexcept;
    ActivityIndex& operator=(ActivityIndex&&) noexcept;
    ActivityIndex(const ActivityIndex&) = delete;
    ActivityIndex& operator=(const ActivityIndex&) = delete;

    struct Inner;
    [[nodiscard]] const Inner& inner() const { return *inner_; }

 private:
    std::unique_ptr<const Inner> inner_;
};

/// How long the planner may look: at once, within the blink of a frame or a few, or until all is looked through, as far
/// as some two seconds reach.
enum class Effort { at_once, thorough };
/// Minutes between two blocks: the practice's own, and time for a cuddle where a child is younger than two.
int pause_min(const Facts& facts);
/// The best session for these facts. When `stop` is asked for, returns early with what it has.
Plan plan(const Facts& facts, const ActivityIndex& index, std::stop_token stop = {}, Effort effort = Effort::at_once);

/// Why the activity may not be used in this session; empty when it may. All causes, strongest first.
std::vector<RuledOut> ruled_out(const Facts& facts, const ActivityIndex& index, const Activity& activity);

/// Activities that do not suit a participant wherever the session is, by id, each with the first reason: what it needs,
/// age, step. Precautions are not asked.
std::map<std::string, RuledOut, std::less<>> unsuited(const Facts& facts, const ActivityIndex& index);

/// Another activity for a block, with what the change costs.
struct Alternative {
    const Activity* activity = nullptr;
    Arc arc = Arc::main;
    int minutes = 0;
    bool usable = true;
    Millionths lost = 0;      ///< score lost against the plan; negative when it would gain
    int children_lost = 0;    ///< children no longer served
    Term term = Term::goals;  ///< the term that lost most
    RuledOut rule;            ///< when not usable
    std::string words;        ///< "serves Ana's jumping goal less; needs one more item"
};
/// The next best activities for block `block`, the other blocks staying as they are: first `count` that
/// may be used, by score lost, then those that would have been better than the last of them but for a rule.
std::vector<Alternative> alternatives(const Facts& facts, const ActivityIndex& index, const Plan& plan,
                                      std::size_t block, std::size_t count = 5);

/// Plans several sessions in the order given. Within one date, items that an earlier session brings are
/// already coming along. `done` is called after each session with the number planned so far.
std::vector<Plan> plan_in_order(std::span<const Facts> sessions, const ActivityIndex& index,
                                const std::stop_token& stop = {}, const std::function<void(std::size_t)>& done = {});

}  // namespace pegboard::planning
