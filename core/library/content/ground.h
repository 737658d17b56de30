// What a record is checked against: the ids that exist, and the skills and items behind them. It can
// be made from content being compiled or from the open library, so that both are held to one check.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"

namespace pegboard::content {

/// The ids that exist, by vocabulary: "skill", "linkable" (skills an activity may name), "item",
/// "measure", "category", "focus" and each vocabulary of terms.
using Ids = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

struct Ground {
    Ids ids;
    std::map<std::string, const Skill*, std::less<>> skills;
    std::map<std::string, const Item*, std::less<>> items;
    std::vector<std::string> attribute_order;                ///< the vocabulary's
    std::map<std::string, std::string, std::less<>> screen;  ///< names of positions and attributes
};

/// The ground an open library gives; it points into the library.
Ground ground_of(const Library& library);

/// Something wrong with a record that is not read from a file.
struct Fault {
    std::string field;  ///< "steps" or, for the third step, "steps.2"
    std::string text;   ///< "needs 3 to 6 steps, has 2"
};

/// Fills what follows from the rest: discipline, effective attributes, and needs that only the position says.
void derive(Activity& activity, const Ground& ground);
/// Own attributes plus those of each required item, in the vocabulary's order.
std::vector<std::string> effective_attributes(const Activity& activity, const Ground& ground);

}  // namespace pegboard::content
