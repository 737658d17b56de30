// What an activity asks for as it is done on one of its rungs: easier and harder ways can change position, place,
// hazards, materials and what the child must be able to do. Pure. It refuses to say whether that suits a child.
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/rules/precautions.h"

namespace pegboard {

/// The rung a block names: -1.. the first, second ... easier one, 1.. the harder ones; null for 0 (as written) and for
/// one the activity does not have.
const Rung* rung_of(const Activity& activity, int rung);

/// What is asked for on one rung.
struct Asked {
    std::string position, space;          ///< ids of the vocabularies
    std::vector<std::string> attributes;  ///< effective ones, in the vocabulary's order
    std::vector<std::string> needs;       ///< all of them, with what the position itself takes
    std::vector<ActivityItem> items;      ///< the activity's, then what the rung takes as well
};
/// Of the activity as written (rung 0) or on a rung; a rung it does not have counts as written.
Asked asked_of(const Activity& activity, int rung, const Library& library, const Inventory& inventory = {});

/// What one child does or uses and those next to it meet: a chase, noise, what is in the air or lies in the room.
inline constexpr std::array<std::string_view, 12> shared_marks{"RUN", "CNT", "LOU", "BAL", "LTX", "FOD",
                                                               "ALG", "ODR", "BLO", "SHP", "MAG", "FLS"};

/// Where the children come to a table or a chair, and where they leave it, minutes pass. True when a block of the
/// activity is done at the table: as written, unless every child begins with a rung that is done elsewhere.
bool at_table(const Activity& activity, std::span<const int> rungs);
/// True when a child lies on the tummy as it is done on the rung.
bool is_prone(const Activity& activity, int rung);
/// True when a child jumps or lands hard as it is done on the rung.
bool lands(const Activity& activity, int rung);

/// Numbers of the easier (-1, -2 ...) or harder (1, 2 ...) rungs that may be offered to the child: no precaution
/// excludes them, the child has what they need, and nothing they bring into the room speaks against `others`, who are
/// there too.
std::vector<int> offered_rungs(const Child& child, const Activity& activity, bool easier, const Library& library,
                               const Inventory& inventory, Date today, int group_size,
                               const std::vector<const Child*>& others = {});

}  // namespace pegboard
