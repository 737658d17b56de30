// How often the long tests repeat: a usual count for every commit, another one by the environment.
#pragma once
#include <algorithm>
#include <cstdlib>

namespace pegboard {

/// PEGBOARD_COUNT where it is set. Without it `usual`, and a quarter of that under sanitizers, which look at each
/// step closely but take several times as long for it.
inline int count_of(int usual) {
    if (const char* asked = std::getenv("PEGBOARD_COUNT")) return std::max(1, std::atoi(asked));
#if defined(__SANITIZE_ADDRESS__)
    return std::max(1, usual / 4);
#else
    return usual;
#endif
}

}  // namespace pegboard
