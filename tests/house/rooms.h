// The rooms of the house as the README lists them, from the top down, and what they forbid: a file includes only rooms
// below its own. Nothing here reads the disk, so that a test can show each rule failing.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/house/rules.h"

namespace pegboard::house {

/// Rooms by path ("app/today"), each with its row in the README's table: row 0 stands on all others. Rooms of one row
/// do not know each other.
using Rooms = std::map<std::string, std::size_t, std::less<>>;

/// Reads the table under "## The rooms"; the first column names the rooms in code marks.
Rooms rooms_of(std::string_view readme);
/// The room a file stands in: the longest listed folder on its path; empty when none is listed.
std::string room_of(const Rooms& rooms, std::string_view path);
/// Every include that does not lead down, as "app/today/today.cpp includes app/plan/plan.h: not below app/today".
Findings includes_lead_down(const Rooms& rooms, const SourceFile& file);
/// Folders with more than 25 sources, as "app/screens holds 138 sources".
std::vector<std::string> overfull(const std::vector<SourceFile>& tree);
/// Headers of app and core that no production source includes.
std::vector<std::string> unused_headers(const std::vector<SourceFile>& tree);

}  // namespace pegboard::house
