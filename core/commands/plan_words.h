// What changed in a session, in words for undo and history: "Move Road cutter before Worm snips".
#pragma once
#include <string>

#include "core/model/session.h"

namespace pegboard::commands {

/// `whose` is "Mateo's session".
std::string say_session_difference(const Session& before, const Session& after, const std::string& whose);

}  // namespace pegboard::commands
