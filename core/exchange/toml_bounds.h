// What a TOML text from outside may have before it is parsed: the parser calls itself once for each part of a dotted
// key and each bracket, and a text made for it runs the program out of stack. It refuses to parse.
#pragma once
#include <cstddef>
#include <string_view>

namespace pegboard {

inline constexpr std::size_t most_dots_in_a_line = 200;  ///< no key and no sentence of ours has a tenth of them
inline constexpr int most_open_brackets = 64;

/// True when `text` has at most `most_bytes` and neither a line of too many dots nor too many brackets inside each
/// other. Counted without regard to quotes: rather a strange text refused than one let through.
bool within_bounds(std::string_view text, std::size_t most_bytes);

}  // namespace pegboard
