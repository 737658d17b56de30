#include "core/rules/safety_lines.h"

#include <algorithm>

namespace pegboard {

const std::string& universal_line(const Named& term, int months) {
    return months < term.young_under_months && !term.young_note.empty() ? term.young_note : term.note;
}

std::vector<SafetyLine> universal_lines(const std::vector<std::string>& attributes, const std::string& position,
                                        int months, const Library& library) {
    std::vector<SafetyLine> lines;
    const auto add = [&](const Named& term) {
        if (const std::string& line = universal_line(term, months); !line.empty())
            lines.push_back({term.id, term.name, line});
    };
    for (const Named& attribute : library.attributes())
        if (std::ranges::count(attributes, attribute.id) > 0) add(attribute);
    for (const Named& known : library.positions())
        if (known.id == position) add(known);
    return lines;
}

}  // namespace pegboard
