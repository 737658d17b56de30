// What follows from the content and is never typed: effective attributes, discipline, pictures, page order.
#include <algorithm>
#include <tuple>

#include "core/library/compiler/checks.h"
#include "core/pictures/scene.h"

namespace pegboard::compiler {
namespace {

template <class T>
int position_of(const std::vector<Record<T>>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    return static_cast<int>(found - all.begin());
}

}  // namespace

void derive(Content& content) {
    Problems found_before;
    const auto ground = ground_of(content, found_before);
    for (auto& activity : content.activities) content::derive(activity, ground);
    const auto pictures = pictures_of(content, found_before);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        auto& activity = content.activities[i];
        activity.picture = pictures[i];
        activity.step_pictures = pictures_of_steps(content.pictures, activity);
    }
    std::sort(content.activities.begin(), content.activities.end(), [&](const auto& a, const auto& b) {
        const int first = position_of(content.categories, a.category);
        const int second = position_of(content.categories, b.category);
        return std::tie(first, a.id) < std::tie(second, b.id);
    });
}

}  // namespace pegboard::compiler
