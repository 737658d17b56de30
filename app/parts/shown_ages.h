// The ages of a child as they stand over windows of skills.
#pragma once
#include <string>

#include "app/ui.h"

namespace pegboard {

/// Ages of the child drawn over windows; the corrected one only while it counts.
struct ShownAges {
    int months = -1;  ///< -1: no child is chosen
    int corrected = -1;
    std::string who;
};
ShownAges ages_of(const Ui& ui, ChildId child);

}  // namespace pegboard
