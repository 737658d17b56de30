// What the library holds and where it is thin, for the people who write content.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/library/compiler/content.h"

namespace pegboard::compiler {
namespace {

/// Records by a category or focus area.
struct Tally {
    std::map<std::string, int> activities, goals;
};

std::set<std::string> focus_of(const Library& library, const std::vector<std::string>& skills) {
    std::set<std::string> touched;
    for (const auto& id : skills)
        if (const auto* skill = library.skill(id)) touched.insert({skill->focus, skill->focus2});
    return touched;
}

void report_totals(const Library& library, std::ostream& out) {
    const auto linkable =
        std::ranges::count_if(library.skills(), [](const Skill& one) { return one.kind != "sequence"; });
    out << library.activities().size() << " activities, " << linkable << " skills an activity can name, "
        << library.goal_templates().size() << " goals, " << library.items().size() << " items, "
        << library.precautions().size() << " precautions, " << library.concerns().size() << " concerns, "
        << library.red_flags().size() << " red flags\n";
}

void report_counts(const Library& library, std::ostream& out) {
    Tally in_category, in_focus;
    for (const auto& activity : library.activities()) {
        ++in_category.activities[activity.category];
        for (const auto& focus : focus_of(library, activity.skills)) ++in_focus.activities[focus];
    }
    for (const auto& goal : library.goal_templates())
        for (const auto& focus : focus_of(library, {goal.skill})) ++in_focus.goals[focus];
    out << "Activities by category\n";
    for (const auto& category : library.categories())
        out << "  " << category.name << ": " << in_category.activities[category.id] << '\n';
    out << "Activities and goals that touch a focus area\n";
    for (const auto& focus : library.focus_areas())
        out << "  " << focus.name << ": " << in_focus.activities[focus.id] << " and " << in_focus.goals[focus.id]
            << '\n';
}

template <class Rows, class Holds>
void list(const char* heading, const Rows& rows, Holds holds, std::ostream& out) {
    out << heading << '\n';
    bool any = false;
    for (const auto& row : rows) {
        const std::string note = holds(row);
        if (note.empty()) continue;
        out << "  " << row.id << note << ": " << row.name << '\n';
        any = true;
    }
    if (!any) out << "  none\n";
}

}  // namespace

std::string report(const Library& library) {
    std::ostringstream out;
    report_totals(library, out);
    report_counts(library, out);
    std::map<std::string, int> uses, goals;
    for (const auto& activity : library.activities()) {
        for (const auto& id : activity.skills) ++uses[id];
        for (const auto& used : activity.items) ++uses[used.item];
    }
    for (const auto& goal : library.goal_templates()) ++goals[goal.skill];
    const auto few = [](const Skill& skill, int has, int wanted) {
        return skill.kind != "sequence" && has < wanted ? " (" + std::to_string(has) + ')' : std::string();
    };
    list(
        "Skills with fewer than two activities", library.skills(),
        [&](const Skill& skill) { return few(skill, uses[skill.id], 2); }, out);
    list(
        "Skills without a goal", library.skills(), [&](const Skill& skill) { return few(skill, goals[skill.id], 1); },
        out);
    list(
        "Items no activity uses", library.items(),
        [&](const Item& item) { return uses[item.id] == 0 ? std::string(" (0)") : std::string(); }, out);
    return out.str();
}

}  // namespace pegboard::compiler
