// Instants of the journal: milliseconds since 1970 UTC, as text, and the civil day they fall on here.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "core/model/date.h"

namespace pegboard::store {

/// The system's clock.
std::int64_t system_now_ms();
/// "2026-09-29T09:20:11Z".
std::string utc_text(std::int64_t ms);
/// Seconds since 1970 of such a text; 0 when it is none.
std::int64_t seconds_of(std::string_view utc_text);
/// The civil day at this place at that instant.
Date local_date(std::int64_t ms);
/// The minute of that day, by the clock on the wall.
int local_minute(std::int64_t ms);

}  // namespace pegboard::store
