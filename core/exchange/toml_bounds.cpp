#include "core/exchange/toml_bounds.h"

#include <algorithm>

namespace pegboard {

bool within_bounds(std::string_view text, std::size_t most_bytes) {
    if (text.size() > most_bytes) return false;
    std::size_t dots = 0;
    int open = 0;
    for (const char c : text) {
        if (c == '\n') dots = 0;
        if (c == '.' && ++dots > most_dots_in_a_line) return false;
        if ((c == '[' || c == '{') && ++open > most_open_brackets) return false;
        if (c == ']' || c == '}') open = std::max(0, open - 1);
    }
    return true;
}

}  // namespace pegboard
