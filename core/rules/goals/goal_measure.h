// What a goal written in own words is to be measured by: a time or a way it names is no count of tries. Pure; it
// proposes, and what the therapist chose stays.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/model/goal.h"

namespace pegboard {

/// The measure the words name a number for: "sit for 5 minutes" is duration_s, "in less than 30 seconds" time_s, "calm
/// down within 2 minutes" latency_s, "walk 20 feet" distance_cm. Nothing where they name none of these.
std::optional<std::string> measure_said(std::string_view words);
/// Tries, while the goal's own words name a time or a way: why that is not what the sentence says; else empty.
std::string measure_fault(const Goal& goal);

}  // namespace pegboard
