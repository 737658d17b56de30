// Tells damage from other failures of storage: what the file holds does not fit, whatever the disk and the key.
#pragma once
#include <string_view>

#include "core/result.h"

namespace pegboard {

/// Begins `detail` of an error that means damage.
inline constexpr std::string_view damage_mark = "damaged: ";
inline bool is_damage(const Error& error) { return error.detail.starts_with(damage_mark); }

}  // namespace pegboard
