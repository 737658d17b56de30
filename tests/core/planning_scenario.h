// Worked sessions in tests/data/planning: a TOML file each, with a comment on what a therapist would expect and the
// things asserted. Children are invented. It refuses a field it does not know.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/planning/plan.h"

namespace pegboard::planning_test {

/// What a plan must be like; empty lists ask for nothing.
struct Expected {
    std::vector<std::string> serves;             ///< skills of goals that get minutes
    std::vector<std::string> served_at_step;     ///< skills of goals for which a block is right at the step or one away
    std::vector<std::string> not_served;         ///< "skill rule"
    std::vector<std::string> none_of;            ///< activities
    std::vector<std::string> without_positions;  ///< of blocks and of the rungs offered
    std::vector<std::string> rungs_without;      ///< words that no rung offered holds
    std::vector<std::string> unmet;              ///< needs that no block and no rung offered has
    std::string first_flag;                      ///< code of the plan's first flag
    int oldest_start = 1000;                     ///< months: no block's ages begin above
    int youngest_end = 0;                        ///< months: no block's ages end below
    int longest = 1000;                          ///< minutes of a block at most
    bool calm_first = false;                     ///< the first block trains settling or slow movement
    std::vector<std::string> without;            ///< effective attributes that no block has
    std::vector<std::string> without_items;      ///< items that no block needs
    std::vector<std::string> without_spaces;     ///< spaces that no block asks for
    std::vector<std::string> only_spaces;        ///< spaces that blocks may ask for
    std::vector<std::string> ruled_out;          ///< "activity rule"
    std::vector<std::string> flags;              ///< codes that must be seen
    std::vector<std::string> reasons;            ///< pieces of text that some reason of a block holds
    std::vector<std::string> grades;             ///< "child grade": on some block the child starts there
    std::vector<std::string> familiar;           ///< activities of which one is in the plan
    int most_seat_changes = -1, most_items = -1, most_left = -1, fewest_main = -1, most_blocks = -1;
    bool moving_opener = false, no_vigorous = false, both_record = false, stations = false, stand_in = false;
};

struct Scenario {
    std::string name;
    planning::Facts facts;
    Expected expected;
};

/// Reads one file; throws with its name and the field where something is wrong.
Scenario read_scenario(const std::filesystem::path& file, const Library& library);

}  // namespace pegboard::planning_test
