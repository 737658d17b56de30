// A named group of children who are seen together.
#pragma once
#include <string>
#include <vector>

#include "core/model/ids.h"

namespace pegboard {

struct Group {
    GroupId id;
    std::string name;
    std::vector<ChildId> members;  ///< 2 to 6 children, in order
    std::string note;
    bool archived = false;
    bool operator==(const Group&) const = default;
};

inline constexpr std::size_t group_at_least = 2, group_at_most = 6;

}  // namespace pegboard
