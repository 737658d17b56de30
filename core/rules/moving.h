// Whether what an activity or a rung needs is there in how a child moves, what the hands do and which devices the child
// has. Pure. What was not asked rules nothing out, with two exceptions: devices, which only a child who has one can
// use, and standing and walking of a child too young for them or recorded before them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"

namespace pegboard {

/// True when the child has what `need` ("walk", "two_hands", "wheelchair" ...) names, or nobody asked. Under 15 months,
/// and where sitting or crawling is recorded as not there yet, "not asked" never means standing.
bool meets_need(const Child& child, std::string_view need, Date today);
/// The first of `needs` the child does not meet; empty when all are met. `needs` are those of Activity or Asked.
std::string_view unmet_need(const Child& child, const std::vector<std::string>& needs, Date today);
/// Every need of the library's vocabulary the child does not meet.
std::vector<std::string> unmet_needs(const Child& child, const Library& library, Date today);
/// "standing", "a walker" ...
std::string_view say_need(std::string_view need);
/// "This needs a walker. Maya moves in an own wheelchair."; empty when `need` is met.
std::string say_unmet(const Child& child, std::string_view need, Date today);
/// "Walks with a device; GMFCS III; walker, ankle-foot orthosis (both)"; empty when nothing was asked.
std::string say_moving(const Child& child);
/// "Ankle-foot orthosis, left".
std::string say(const ChildDevice& device);

}  // namespace pegboard
