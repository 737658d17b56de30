// What to bring: the items of the planned blocks with their quantities, merged over a session or a
// day. Pure. It refuses to know a bag or an inventory; what is packed is the screen's view state.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"
#include "core/model/session.h"

namespace pegboard {

struct Material {
    std::string item;         ///< item id of the library
    std::string name;         ///< "Non-slip floor spots"
    std::string substitute;   ///< "taped paper shapes"; empty when there is none
    std::string hazard_note;  ///< what to watch for; empty when nothing
    int quantity = 1;
    bool optional = false;            ///< no block needs it, some can use it
    std::vector<SessionId> sessions;  ///< whom it is for, in the order of the day
    bool operator==(const Material&) const = default;
};

/// Whether something optional stays at home for these children: a recorded precaution has something to say about it, or
/// it is a device of their own and none of them has one.
bool stays_away(std::string_view item, const std::vector<const Child*>& children, const Library& library, Date today);
/// What of the optional things of a session is not to be brought.
using LeavesOut = std::function<bool(SessionId, std::string_view item)>;

/// Items of all blocks, in the order they are first needed. What is used up adds up; what comes back
/// after a block counts once, at the most any block needs. Blocks of unknown activities bring nothing.
std::vector<Material> materials(std::span<const Session* const> sessions, const Library& library,
                                const LeavesOut& leaves_out = {});
/// The same for activities of one session, built-in or a therapist's own.
std::vector<Material> materials(std::span<const Activity* const> activities, SessionId session, const Library& library);
/// The same for one block.
std::vector<Material> materials(const Block& block, const Library& library, const LeavesOut& leaves_out = {});
/// "Cones", "Cones (4)".
std::string say(const Material& material);

}  // namespace pegboard
