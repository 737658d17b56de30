// Activities of the library: each is sound by itself, no two share a title, and none uses a hazard that
// is kept for a therapist's own.
#include <algorithm>
#include <array>

#include "core/library/compiler/checks.h"
#include "core/library/content/check_activity.h"

namespace pegboard::compiler {
namespace {

/// Spinning, added weight, heat and vibration: a therapist's own activity may have them, none of ours does.
constexpr std::array<std::string_view, 4> reserved{"SPN", "WGT", "HOT", "VIB"};

void add(const Record<Activity>& activity, const content::Fault& fault, Problems& problems) {
    problems.add(activity.at(fault.field), activity.id + ": " + fault.text);
}

void check_reserved(const Record<Activity>& activity, const Ground& ground, Problems& problems) {
    const auto look = [&](const std::string& field, const std::vector<std::string>& codes) {
        for (const auto& code : codes)
            if (std::ranges::count(reserved, code) > 0)
                add(activity, {field, together({"hazard ", code, " is not used in the library"})}, problems);
    };
    look("attributes", content::effective_attributes(activity, ground));
    for (std::size_t i = 0; i < activity.easier.size(); ++i)
        look("easier." + std::to_string(i) + ".adds", activity.easier[i].adds);
    for (std::size_t i = 0; i < activity.harder.size(); ++i)
        look("harder." + std::to_string(i) + ".adds", activity.harder[i].adds);
}

/// A built-in record states what being on the feet takes, on its rungs too. Only of a therapist's own is silence
/// filled.
void check_stated_needs(const Record<Activity>& activity, Problems& problems) {
    const auto look = [&](const std::string& field, const std::string& position,
                          const std::vector<std::string>& needs) {
        if (!content::position_met(position, needs))
            add(activity, {field, together({"the position \"", position, "\" needs its \"needs\" stated"})}, problems);
    };
    if (activity.needs.empty()) look("position", activity.position, {});
    for (const auto* rungs : {&activity.easier, &activity.harder})
        for (std::size_t i = 0; i < rungs->size(); ++i) {
            const Rung& rung = (*rungs)[i];
            const std::string field = (rungs == &activity.easier ? "easier." : "harder.") + std::to_string(i);
            if (!rung.needs && !rung.position.empty()) look(field, rung.position, activity.needs);
        }
}

}  // namespace

void check_activity_table(const Content& content, const Ground& ground, Problems& problems) {
    std::map<std::string, std::string> by_title;
    for (const auto& activity : content.activities) {
        for (const auto& fault : content::check_activity(activity, ground)) add(activity, fault, problems);
        for (const auto& fault : content::check_activity_words(activity)) add(activity, fault, problems);
        check_reserved(activity, ground, problems);
        check_stated_needs(activity, problems);
        if (activity.stations_group_max > 0 && activity.station_adults == 0)
            add(activity, {"stations", "stations must say how many adults they take"}, problems);
        const auto [first, fresh] = by_title.emplace(fold(activity.title), activity.id);
        if (!fresh) add(activity, {"title", first->second + " has the same title"}, problems);
    }
}

}  // namespace pegboard::compiler
