// Checks of single fields that the rules of every record share. Each is fine, or names its field and how to mend it.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/rules/typed/typed_text.h"

namespace pegboard::checks {

inline constexpr std::size_t longest_name = 100;
inline constexpr std::size_t longest_line = 300;
inline constexpr std::size_t longest_note = 20'000;
inline constexpr std::size_t longest_list = 200;

inline bool blank(std::string_view text) { return without_blanks(text).empty(); }

inline Status filled(std::string_view text, const char* field, const char* sentence) {
    if (blank(text)) return invalid(field, sentence);
    return {};
}

inline Status at_most(std::string_view text, std::size_t most, const char* field) {
    if (!longer_than(text, most)) return {};
    return invalid(field, "This is too long to keep; shorten it to " + std::to_string(most) + " letters.");
}

inline Status within(int value, int least, int most, const char* field, const std::string& what) {
    if (value >= least && value <= most) return {};
    return invalid(field, what + " must be between " + std::to_string(least) + " and " + std::to_string(most) + ".");
}

/// Every broken rule among them, in their order.
inline std::vector<Error> broken(std::initializer_list<Status> all) {
    std::vector<Error> found;
    for (const Status& each : all)
        if (!each.ok()) found.push_back(each.error());
    return found;
}
/// The first broken rule; fine where none is.
inline Status first_of(const std::vector<Error>& found) { return found.empty() ? Status() : Status(found.front()); }
inline Status first_of(std::initializer_list<Status> all) { return first_of(broken(all)); }
/// Rows of a list, each a line that is not too long.
inline Status check_lines(const std::vector<std::string>& lines, const char* field) {
    if (lines.size() > longest_list) return invalid(field, "This list is too long to keep; remove some rows.");
    for (const std::string& line : lines)
        if (Status one = first_of(
                {filled(line, field, "Write something here, or remove the row."), at_most(line, longest_line, field)});
            !one.ok())
            return one;
    return {};
}

}  // namespace pegboard::checks
