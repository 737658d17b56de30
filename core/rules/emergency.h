// The number to call in an emergency: the practice's own, else the one usual in the region of this machine. It refuses
// to guess where the region is unknown.
#pragma once
#include <string>
#include <string_view>

#include "core/model/therapist.h"

namespace pegboard {

/// Region of a locale's name: "US" of "en_US.UTF-8"; empty where it names none, as in "C".
std::string region_of(std::string_view locale);
/// What is called in a region, "911" in "US"; empty where that is not known.
std::string_view usual_emergency_number(std::string_view region);
/// The practice's own number, else the region's; empty where neither is known.
std::string emergency_number(const Practice& practice, std::string_view region);

}  // namespace pegboard
