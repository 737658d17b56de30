// Whether an activity is sound: references, numbers within sense, counts of lists, what position and
// gear demand, and words. Built-in and own activities are held to the same. It changes nothing.
#pragma once
#include <string>
#include <vector>

#include "core/library/content/ground.h"

namespace pegboard::content {

/// Everything wrong with one activity, in the order of its fields; texts go on after its id or title.
std::vector<Fault> check_activity(const Activity& activity, const Ground& ground);
/// What can be told without the library: numbers, counts and lengths, ages in order, words for families, and the words
/// of check_activity_words. Every own activity keeps it before it is stored.
std::vector<Fault> check_activity_by_itself(const Activity& activity);
/// All of the above and the words, for an own activity before it is sent: what the compiler asks of a built-in one.
std::vector<Fault> check_own_activity(const Activity& activity, const Library& library);
/// Words that judge a child, and text for families above a reading grade of 7.
std::vector<Fault> check_activity_words(const Activity& activity);

/// The hazards a position brings by itself, as attribute codes: landing for jumping.
std::vector<std::string> attributes_of_position(std::string_view position);
/// True when what is in `needs` takes a child into the position: standing needs one of "stand", "walk" ...
bool position_met(std::string_view position, const std::vector<std::string>& needs);
/// Adds what the position itself takes where nothing in `needs` does: "walk" for walking.
void complete_needs(std::string_view position, std::vector<std::string>& needs);

}  // namespace pegboard::content
