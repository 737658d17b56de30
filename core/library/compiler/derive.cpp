// What follows from the content and is never typed: effective attributes, discipline, page order.
#include <algorithm>
#include <set>

#include "core/library/compiler/content.h"

namespace pegboard::compiler {
namespace {

template <class T>
int position_of(const std::vector<Record<T>>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    return static_cast<int>(found - all.begin());
}

/// One discipline when all skills agree on it; shared skills and mixtures make the activity shared.
std::string discipline_of(const Activity& activity, const Content& content) {
    std::set<std::string> disciplines;
    for (const auto& skill : content.skills)
        if (std::find(activity.skills.begin(), activity.skills.end(), skill.id) != activity.skills.end())
            disciplines.insert(skill.discipline);
    return disciplines.size() == 1 ? *disciplines.begin() : "shared";
}

}  // namespace

std::vector<std::string> effective_attributes(const Activity& activity, const Content& content) {
    std::set<std::string> present(activity.attributes.begin(), activity.attributes.end());
    for (const auto& used : activity.items) {
        if (used.optional) continue;
        for (const auto& item : content.items)
            if (item.id == used.item) present.insert(item.attributes.begin(), item.attributes.end());
    }
    std::vector<std::string> ordered;
    for (const auto& row : content.terms)
        if (row.vocabulary == "attribute" && present.contains(row.term.id)) ordered.push_back(row.term.id);
    return ordered;
}

void derive(Content& content) {
    for (auto& activity : content.activities) {
        activity.discipline = discipline_of(activity, content);
        activity.effective_attributes = effective_attributes(activity, content);
    }
    std::sort(content.activities.begin(), content.activities.end(), [&](const auto& a, const auto& b) {
        const int first = position_of(content.categories, a.category);
        const int second = position_of(content.categories, b.category);
        return std::tie(first, a.id) < std::tie(second, b.id);
    });
}

}  // namespace pegboard::compiler
