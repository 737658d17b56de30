// Whether the computer's clock can be right. Every session and value gets its day from it. Pure; it refuses nothing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/date.h"
#include "core/model/session.h"

namespace pegboard {

/// The newest day on which a session was held or is running; none without any.
std::optional<Date> newest_held(const std::vector<Session>& sessions);

struct ClockDoubt {
    std::string words;     ///< "This computer says it is 1 Jan 1970. ..."; empty while nothing speaks against it
    bool certain = false;  ///< no day on which this program could run
};
/// What speaks against `today`: a year before this program, a day before the newest session held, or more than a year
/// after it.
ClockDoubt doubt_clock(Date today, std::optional<Date> newest);

}  // namespace pegboard
