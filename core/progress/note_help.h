// The help of a session's tries as a note says it: each try with its own help, in the words of who writes.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/model/data_point.h"
#include "core/model/goal.h"
#include "core/model/therapist.h"

namespace pegboard::progress {

/// "independent", "with contact guard (CGA)", "with spoken prompt", "help not noted". Of an OT goal by the name of the
/// button that was chosen, where one of `buttons` records just that; else by the terms of the scale, which is what the
/// buttons of PT stand for. Who was told what to do was not independent.
std::string say_help(const DataPoint& point, const Goal& goal, const std::vector<HelpChoice>& buttons);

/// What the points of one goal in one session say of help.
struct HelpSaid {
    std::string all;    ///< ", independent" where all tries had the same help; empty where nobody noted any
    std::string tries;  ///< else every try with its own: "20 m with minimal assist; 30 m, help not noted"
};
HelpSaid say_help_of(std::span<const DataPoint* const> points, const Goal& goal,
                     const std::vector<HelpChoice>& buttons);

}  // namespace pegboard::progress
