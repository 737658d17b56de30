// What to bring: the items of the planned blocks with their quantities, merged over a session or a
// day. Pure. It refuses to know a bag or an inventory; what is packed is the screen's view state.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/library/library.h"
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

/// Items of all blocks, in the order they are first needed. What is used up adds up; what comes back
/// after a block counts once, at the most any block needs. Blocks of unknown activities bring nothing.
std::vector<Material> materials(std::span<const Session* const> sessions, const Library& library);
/// The same for activities of one session, built-in or a therapist's own.
std::vector<Material> materials(std::span<const Activity* const> activities, SessionId session, const Library& library);
/// The same for one block.
std::vector<Material> materials(const Block& block, const Library& library);
/// "Cones", "Cones (4)".
std::string say(const Material& material);

}  // namespace pegboard
