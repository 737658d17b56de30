// Named points at which a test may stop the process or throw. Empty, and free, in production.
#pragma once
#include <functional>
#include <string_view>

namespace pegboard::store {

/// Set by tests only; called with the name of each point passed.
inline std::function<void(std::string_view)> fault_hook;

/// Marks a step after which a kill must leave the old or the new state.
inline void fault_point(std::string_view name) {
    if (fault_hook) fault_hook(name);
}

}  // namespace pegboard::store
