// What the planner is told: the session, who takes part, the place, what happened before and what
// the therapist fixed. Plain values; it refuses to read a file, a clock or a screen.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"
#include "core/rules/precautions.h"

namespace pegboard::planning {

/// How a child is today.
enum class DayMood { tired, usual, lively };
/// How an activity went the last time, as somebody noted it.
enum class Outcome { loved, fine, hard, refused, not_noted };

/// One active goal with the four things that make it pressing.
struct GoalFacts {
    GoalId goal;
    std::string title;                       ///< "Cuts out a 10 cm circle close to the line"
    std::string skill;                       ///< skill, step or sequence id of the library
    std::string bank_goal;                   ///< goal of the bank it was written with; empty: none
    Discipline discipline = Discipline::ot;  ///< goals of a discipline that does not lead are left out
    Side side = Side::none;                  ///< said in the reasons, weighs nothing
    int priority = 2;                        ///< 1 low, 2 medium, 3 high
    std::optional<Date> last_worked_on;      ///< in a block or by a value recorded; nothing: never
    double days_between_sessions = 7;        ///< as the plan of care asks
    std::optional<double> shortfall;         ///< distance below the aim line / (criterion - baseline), 0..1;
                                             ///< nothing: no data
    bool recorded = true;                    ///< false: the shortfall is the baseline's, nothing counts since then
    std::optional<Date> due;                 ///< nothing: no date presses
    int dose_min = 8;                        ///< served minutes that count in full
    int minutes_per_week = 0;                ///< planned; 0: not stated
    std::string measure;                     ///< measure id of the library; empty: the activity's own
    std::vector<GoalId> also;                ///< objectives the session chose that are the same work as this goal
    bool operator==(const GoalFacts&) const = default;
};

/// When a child last did an activity, and how it went.
struct HistoryFacts {
    std::string activity;
    Date last;
    Outcome outcome = Outcome::not_noted;
    bool operator==(const HistoryFacts&) const = default;
};

/// One child of the session. `child->present_steps` says where the child is: of a sequence the step
/// being worked on, of a stand-alone skill "not_yet", "emerging" or "does_it".
struct Participant {
    const Child* child = nullptr;  ///< must outlive the call
    std::vector<GoalFacts> goals;  ///< active ones, chosen for the session where any are
    std::vector<HistoryFacts> history;
    std::set<std::string, std::less<>> excluded;  ///< activities the therapist ruled out for this child
    DayMood mood = DayMood::usual;
};

/// Where the session is and what is at hand there.
struct PlaceFacts {
    std::string name;                                ///< "Oakfield Primary, gym"; said in the reasons
    std::set<std::string, std::less<>> spaces;       ///< space ids it offers; what a space contains need not be listed
    std::map<std::string, int, std::less<>> here;    ///< items kept at the place; quantity, 0: enough
    std::map<std::string, int, std::less<>> in_bag;  ///< items to carry; quantity, 0: enough
    bool has_bag = true;                             ///< a bag is named; else what it holds is only taken for granted
    bool home = false;                               ///< home substitutes count here
    std::set<std::string, std::less<>> substitutes_allowed;  ///< elsewhere: item ids whose substitute counts
    Inventory inventory;                                     ///< what is marked latex-free
};

/// A block the therapist put in place. It stays with its minutes, whatever the rules say.
struct Pin {
    std::string activity;
    Arc arc = Arc::main;
    int minutes = 5;
    std::string override_reason;  ///< why it is used although a rule excludes it
    std::vector<GoalId> goals{};  ///< the therapist has it work on these, whatever its skills say
    bool operator==(const Pin&) const = default;
};

/// What the therapist decided.
struct HandFacts {
    std::vector<Pin> pins;                           ///< in their order; the planner keeps that order within an arc
    std::set<std::string, std::less<>> swapped_out;  ///< not to be proposed this time
    std::set<std::string, std::less<>> favourites;
};

/// Three preferences of a practice in percent of the usual weight. Together the extras stay clamped,
/// so no setting lets them outweigh a needed goal. Saving more on materials never brings more of them, unless the goals
/// get more for it.
struct Sliders {
    int variety = 100;        ///< of the bonus for what was not done lately, 0..200
    int fun = 100;            ///< of the bonuses for interests, familiar and favourite activities, 0..200
    int few_materials = 100;  ///< of the cost of each item to carry, 0..200
    bool operator==(const Sliders&) const = default;
};

/// The session itself.
struct SessionFacts {
    SessionId id;  ///< only handed through to the materials list
    Date date;     ///< "today" of every rule
    int length_min = 30;
    Lead lead = Lead::ot;
    int adults = 1;          ///< adults who can give support, the leading ones included
    int transition_min = 1;  ///< between two blocks; two more where the seat class changes
    Sliders sliders;
    std::set<std::string, std::less<>> coming_along;  ///< items another session of the day brings anyway
};

/// Everything a plan depends on besides the activities.
struct Facts {
    SessionFacts session;
    std::vector<Participant> participants;  ///< 1 to 6
    PlaceFacts place;
    HandFacts hand;
    std::shared_ptr<const std::vector<Child>> kept;  ///< the children pointed at, where the facts keep copies
};

inline constexpr int most_participants = 6;
inline constexpr int most_goals_each = 8;  ///< a child's goals beyond these are left out, least needed first

}  // namespace pegboard::planning
