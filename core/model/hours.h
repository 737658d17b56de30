// Whether this machine says times of day with twelve hours or with twenty-four. Set once, as the program starts.
#pragma once
#include <string_view>

namespace pegboard {

enum class Hours { twelve, twenty_four };
/// By the time format of a language ("%H:%M:%S", "%r"); twelve where it does not say.
Hours hours_of(std::string_view time_format);
/// From now on say_time writes so.
void say_hours(Hours hours);

}  // namespace pegboard
