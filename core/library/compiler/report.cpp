// What the library holds and where it is thin, for the people who write content.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/library/compiler/content.h"

namespace pegboard::compiler {
namespace {

void report_counts(const Library& library, std::ostream& out) {
    std::map<std::string, int> in_category, in_focus;
    for (const auto& activity : library.activities()) {
        ++in_category[activity.category];
        std::set<std::string> touched;
        for (const auto& id : activity.skills)
            if (const auto* skill = library.skill(id)) touched.insert({skill->focus, skill->focus2});
        for (const auto& focus : touched) ++in_focus[focus];
    }
    out << library.activities().size() << " activities by category\n";
    for (const auto& category : library.categories())
        out << "  " << category.name << ": " << in_category[category.id] << '\n';
    out << "Activities that touch a focus area\n";
    for (const auto& focus : library.focus_areas()) out << "  " << focus.name << ": " << in_focus[focus.id] << '\n';
}

}  // namespace

std::string report(const Library& library) {
    std::ostringstream out;
    report_counts(library, out);
    std::map<std::string, int> uses;
    for (const auto& activity : library.activities()) {
        for (const auto& id : activity.skills) ++uses[id];
        for (const auto& used : activity.items) ++uses[used.item];
    }
    out << "Skills with fewer than two activities\n";
    for (const auto& skill : library.skills())
        if (skill.kind != "sequence" && uses[skill.id] < 2)
            out << "  " << skill.id << " (" << uses[skill.id] << "): " << skill.name << '\n';
    out << "Items no activity uses\n";
    for (const auto& item : library.items())
        if (uses[item.id] == 0) out << "  " << item.id << ": " << item.name << '\n';
    return out.str();
}

}  // namespace pegboard::compiler
