// Blocks of a session to come that something recorded since speaks against. It only reads, and refuses to change a
// plan.
#pragma once
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/library/library.h"

namespace pegboard::planning {

/// A block that a child's precautions or facts of moving rule out, without a reason of the therapist beside it.
struct RuledBlock {
    const Activity* activity = nullptr;
    ChildId child;
    std::string why;  ///< "Neck instability", "This needs standing."
};
/// Of the blocks of `session`, for the children who come, at the rung each of them begins on; one line a block and
/// child. Only for sessions still to come: what was done is done.
std::vector<RuledBlock> ruled_blocks(const Caseload& caseload, const Library& library, const Session& session);

}  // namespace pegboard::planning
