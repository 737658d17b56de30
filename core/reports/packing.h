// What sessions need that is not kept where they are: one list for the screen and for paper.
#pragma once
#include <span>
#include <vector>

#include "core/caseload.h"
#include "core/library/library.h"
#include "core/rules/materials.h"

namespace pegboard {

/// Sessions of `date` that may still need their things: all but those not held.
std::vector<const Session*> sessions_to_pack(const Caseload& caseload, Date date);

/// Children who come to the session.
std::vector<const Child*> coming(const Session& session, const Caseload& caseload);
/// What these sessions need that is not kept where they are, without what is optional and stays away from a child.
std::vector<Material> materials_to_bring(std::span<const Session* const> sessions, const Caseload& caseload,
                                         const Library& library);

}  // namespace pegboard
