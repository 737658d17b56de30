// Every weight of the planner, each with the sentence that justifies it. Nothing else in core/planning
// holds a number that sways a choice.
#pragma once
#include <cstdint>

namespace pegboard::planning::weights {

// Need of a goal: four parts between 0 and 1, weighted to a sum of 1 (planner.md part 4).
inline constexpr double need_priority = 0.35;   ///< what the team called important counts most
inline constexpr double need_staleness = 0.30;  ///< a goal left alone for two intervals must come up again
inline constexpr double need_shortfall = 0.25;  ///< a child below the aim line needs more practice than planned
inline constexpr double need_due = 0.10;        ///< a due date presses only when it is near
inline constexpr double stale_intervals = 2;    ///< intervals of the plan of care after which a goal is fully stale
inline constexpr double shortfall_without_data = 0.5;  ///< no data is neither good nor bad news
inline constexpr int due_full_days = 14;               ///< within two weeks a due date counts in full
inline constexpr int due_none_days = 90;               ///< three months ahead it does not count yet

// How well an activity answers a goal, in tenths.
inline constexpr int fit_exact = 10;                    ///< its main skill is the goal's skill at the child's step
inline constexpr int fit_near = 8;                      ///< same sequence, one step away: still the same movement
inline constexpr int fit_second = 6;                    ///< the skill is practised, but beside the main thing
inline constexpr int fit_prerequisite = 4;              ///< it builds what the goal stands on
inline constexpr int fit_focus = 2;                     ///< the same area, so not lost for the goal
inline constexpr int beyond_level_months = 12;          ///< nor is what begins a year above the step worked on
inline constexpr int outgrown_infant_after_months = 3;  ///< below three years a quarter of one is as far
inline constexpr int outgrown_after_months = 12;  ///< what is made for much younger children is no groundwork any more,
                                                  ///< unless the child is known to work on it still

// Age (planner.md part 2): what ends this much below a child's age looks too young. What is too early is a rule of its
// own: months_ahead().
inline constexpr int infant_below_months = 36;      ///< below, months of development tell more than later on
inline constexpr int young_look_after_months = 24;  ///< toys of children more than two years younger shame
inline constexpr int young_look_infant_months = 6;  ///< before three years half a year is as far; from then on the
                                                    ///< distance grows by a month each month, up to the two years
inline constexpr int demeaning_after_months = 48;   ///< four years younger: no step asks for that any more

// Cover of a goal by served minutes: full slope to the dose, because practice beyond it helps less, a quarter of it to
// twice the dose or, where the session has the time, to the goal's equal share of it; then flat.
inline constexpr int slope_after_dose_divisor = 4;

inline constexpr int time_for_goals_pct = 90;  ///< of a session; the rest goes into moving from one thing to the next

// Extras of a block, in millionths of the score.
inline constexpr std::int64_t interest = 30'000;      ///< a child joins in sooner when the theme is loved
inline constexpr std::int64_t novelty = 30'000;       ///< what was not done for three weeks keeps the work on goals
                                                      ///< fresh; what serves no goal is not taken for being new
inline constexpr std::int64_t familiar = 20'000;      ///< a known, liked activity needs no explaining
inline constexpr std::int64_t favourite = 10'000;     ///< the therapist runs a favourite well
inline constexpr std::int64_t minute = 1'000;         ///< a used minute is worth a little more than an empty one
inline constexpr std::int64_t item = -4'000;          ///< every different item must be carried and cleaned
inline constexpr std::int64_t item_coming = -500;     ///< an item another session of the day brings is nearly free
inline constexpr int load = 8, load_coming = 1;       ///< of equally good plans the one with less to pack comes first
inline constexpr std::int64_t seat_change = -10'000;  ///< each move between table and floor costs calm

/// A block too young in look costs this, whatever else is pleasant: where two serve a goal alike the older one wins.
inline constexpr std::int64_t young_look = -50'000;
/// A minute above an activity's typical ones: longer than usual only where a goal lacks its dose.
inline constexpr std::int64_t overlong_minute = -20'000;

/// All extras together stay within this either way: half of what serving one goal of need 0.2 for its dose
/// earns, so that comfort never outweighs a needed goal, whatever the sliders say. The bonuses are clamped before the
/// costs come off: were the sum clamped, costs would be free wherever bonuses abound, and a higher cost could be made
/// good by one more pleasant block with things of its own.
inline constexpr std::int64_t extras_clamp = 100'000;

inline constexpr int novel_after_days = 21;      ///< "not done for three weeks"
inline constexpr int familiar_within_days = 56;  ///< "done in the last 8 weeks"
inline constexpr int slider_most = 200;          ///< a slider at most doubles its weight

// Minutes.
inline constexpr int seat_change_min = 2;     ///< moving between table and floor, on top of the transition
inline constexpr int main_from_min = 15;      ///< a session this long has at least one Focus block
inline constexpr int opener_from_min = 20;    ///< a session this long begins with a warm-up, if one fits
inline constexpr int filler_most_min = 5;     ///< what serves no goal begins or ends a session, and takes no more
inline constexpr int opener_within_min = 5;   ///< a warm-up whose shortest bout is longer is no warm-up
inline constexpr int shortest_block_min = 3;  ///< setting up for less is not worth the change
inline constexpr int most_openers = 1, most_functions = 2, most_closers = 1;
inline constexpr int opener_most_min = 8,
                     closer_most_min = 5;                   ///< what warms up or winds down is soon done (content.md)
inline constexpr int rest_below_months = 24, rest_min = 3;  ///< the youngest need a cuddle between two blocks
inline constexpr int most_prone_below_two = 2;              ///< and are not laid on the tummy again and again
inline constexpr int most_jumping = 3, most_jumping_young = 2;  ///< joints and breath of a child have had enough then
inline constexpr int most_legs_tired = 2;                       ///< blocks of work for the legs, for who tires or hurts
inline constexpr int break_from_min = 45;                       ///< who sits for so long needs to move in between
inline constexpr int stretch_tenths = 15;                       ///< at most 1.5 times the typical minutes
inline constexpr int stretch_tenths_young = 12, young_below_months = 60;  ///< 1.2 times for children who tire sooner
/// Work on a walker, in a chair or on crutches tires arms and skin: no longer than the young.
inline constexpr int stretch_tenths_device = 12;
/// Below 36 months one block lasts at most 3 minutes for each year of age and 3 more.
inline constexpr int infant_minutes_a_year = 3, infant_minutes_more = 3;

// What speaks against an order of the blocks within an arc. None of it sways which blocks are chosen.
inline constexpr int harm_jump_before_return = 100;  ///< a leg just out of a cast walks before anything jumps
inline constexpr int harm_three_prone = 80;          ///< a baby on the tummy block after block only cries
inline constexpr int harm_two_vigorous = 40;         ///< breath comes back in a quiet block between
inline constexpr int harm_two_jumps = 30;            ///< and feet and knees rest between two blocks of jumping
inline constexpr int harm_two_strength = 12;         ///< muscles rest while something else is done
inline constexpr int harm_strength_last = 10;        ///< nobody should go home worn out
inline constexpr int harm_harder_first = 3;          ///< of one skill the way of the younger prepares that of the older
inline constexpr int harm_same_pace = 2;             ///< active blocks beside quiet ones keep the child with it

// The search.
// Search nodes for the best score, and what else the search does counted as nodes of about a tenth of a microsecond:
// where the proof takes longer, a plan on the screen in a blink is worth more. That is some 4 ms for one child and 12
// for six at the built-in library's size, 25 at a clinic's own of 5,000 activities.
inline constexpr std::int64_t node_limit_a_child = 18'000, node_limit_an_activity = 30;
inline constexpr std::int64_t tie_node_limit = 2'000;  ///< further nodes to settle ties by items, minutes and ids
/// The same for the second answer, which nobody waits for: some two seconds.
inline constexpr std::int64_t thorough_nodes = 15'000'000, thorough_tie_nodes = 100'000;

}  // namespace pegboard::planning::weights
