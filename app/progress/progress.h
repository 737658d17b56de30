// The Progress screen: all goals in a list, most pressing first; each leads to its story (app/goals/story). It refuses
// to decide: it orders by what the data say and leaves the judgement to the therapist.
#pragma once
#include <string>
#include <vector>

#include "app/parts/goal_picture.h"
#include "app/parts/parts.h"
#include "app/ui.h"

namespace pegboard {

/// One goal of the list as its row reads.
struct ProgressRow {
    const Goal* goal = nullptr;
    std::string child, newest, trend;
    std::string folded;  ///< for finding
    GoalLook look;
    BadgeWords badge;
    bool look_at = false;  ///< asks for a look
    bool mine = false;
    int rank = 99;  ///< most pressing first
};
struct ProgressRows {
    std::uint64_t revision = 0;
    Date today;
    bool made = false;
    std::vector<ProgressRow> all;
    int look_at = 0;
    std::string typed;
    int which = -1;
    bool mine = false;
    std::vector<int> shown;
};

struct ProgressScreen {
    // The list
    ProgressRows rows;
    int which = 0;  ///< 0 worth a look, 1 all
    bool mine = false;
    std::string typed;
    Sparks sparks;
};
void draw(ProgressScreen& self, Ui& ui);

}  // namespace pegboard
