// The help a goal allows, against the help a try had: whether the try counts toward the goal, and the words for it.
// Pure; it refuses to guess at help that nobody noted.
#pragma once
#include <optional>
#include <string>

#include "core/model/goal.h"

namespace pegboard::progress {

/// The level of modified independence: own equipment, set-up or extra time, and nobody helps.
inline constexpr int own_equipment = 1;

/// Whether the goal's own words rule out equipment: "without a walker", "unaided".
bool forbids_equipment(const Goal& goal);
/// More help than the goal allows in a try that counts. Help that was not noted is not more.
bool is_more_help(const Goal& goal, std::optional<int> assist, std::optional<int> prompt);
/// "no help", "a spoken prompt or less", "a light touch or less"; empty where any help will do, or help is the value.
std::string say_help_allowed(const Goal& goal);

/// What becomes of a try that has more help than the goal allows, in a sentence: among the tries and not done, or a
/// value that does not reach the goal.
std::string say_beyond_help(const Goal& goal);
/// " 2 tries today had more help: they are among the tries, and not among those done."; empty for none.
std::string say_had_more_help(const Goal& goal, int count);

}  // namespace pegboard::progress
