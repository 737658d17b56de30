// Pictures hold together: all that activities may name is drawn, rules name what there is, and no two activities of a
// category look alike.
#include <algorithm>
#include <array>
#include <numeric>

#include "core/library/compiler/checks.h"
#include "core/pictures/scene.h"

namespace pegboard::compiler {
namespace {

/// Asks for nothing but the position or the item: always fits.
bool is_last(const PictureRule& rule) {
    return rule.spaces.empty() && rule.items.empty() && rule.skills.empty() && rule.needs.empty() &&
           rule.words.empty() && rule.interests.empty() && rule.supervision.empty() && rule.group_from == 0 &&
           rule.under_months == 0;
}

void check_every_position(const Content& content, const Ids& ids, Problems& problems) {
    const auto positions = ids.find("position");
    if (positions == ids.end()) return;
    for (const auto& position : positions->second)
        if (std::ranges::none_of(content.pictures.rules, [&](const PictureRule& rule) {
                return rule.kind == "pose" && is_last(rule) && std::ranges::count(rule.positions, position) > 0;
            }))
            problems.add({"pictures/pictures.toml", 1}, "position " + position + " has no pose that always fits");
}

void check_every_item(const Content& content, Problems& problems) {
    for (const auto& item : content.items)
        if (std::ranges::none_of(content.pictures.rules, [&](const PictureRule& rule) {
                return rule.kind == "thing" && rule.item == item.id && rule.positions.empty() && is_last(rule);
            }))
            problems.add(item.place, item.id + ": no prop in pictures/pictures.toml always fits this item");
}

void check_every_name(const Content& content, const Ids& ids, const std::string& kind, Problems& problems) {
    const auto known = ids.find(kind);
    if (known == ids.end()) return;
    for (const auto& id : known->second)
        if (content.pictures.named(kind, id).empty())
            problems.add({"pictures/pictures.toml", 1}, together({kind, " \"", id, "\" has no drawing"}));
    for (const PictureName& name : content.pictures.names)
        if (name.kind == kind && !known->second.contains(name.of))
            problems.add(content.picture_parts.find(together({kind, " ", name.of}))->second,
                         together({kind, " \"", name.of, "\" does not exist"}));
}

void check_drawing(const Content& content, const Place& place, const char* kind, const std::string& name,
                   Problems& problems) {
    if (!name.empty() && content.pictures.find(kind, name) == nullptr)
        problems.add(place, together({kind, " \"", name, "\" is not drawn"}));
}

void check_rule(const Content& content, const PictureRule& rule, const Place& place, const Ids& ids,
                Problems& problems) {
    check_drawing(content, place, rule.kind == "thing" ? "prop" : "figure", rule.drawing, problems);
    check_drawing(content, place, "prop", rule.tool, problems);
    check_drawing(content, place, "hair", rule.hair, problems);
    if (const Drawing* tool = content.pictures.find("prop", rule.tool); tool != nullptr && tool->hand.empty())
        problems.add(place, rule.tool + ": what is held needs a grip");
    constexpr std::array flights{"", "hand", "far", "foot", "push"};
    if (std::ranges::find(flights, rule.flies) == flights.end())
        problems.add(place, "\"flies\" must be hand, far, foot or push");
    const std::array lists{std::pair{"position", &rule.positions},
                           std::pair{"space", &rule.spaces},
                           std::pair{"item", &rule.items},
                           std::pair{"item", &rule.shows},
                           std::pair{"need", &rule.needs},
                           std::pair{"interest", &rule.interests},
                           std::pair{"supervision", &rule.supervision}};
    std::vector<std::string> items{rule.item};
    if (rule.item.empty()) items.clear();
    const auto check_ids = [&](const char* vocabulary, const std::vector<std::string>& list) {
        const auto known = ids.find(vocabulary);
        for (const auto& id : list)
            if (known == ids.end() || !known->second.contains(id))
                problems.add(place, together({vocabulary, " \"", id, "\" does not exist"}));
    };
    for (const auto& [vocabulary, list] : lists) check_ids(vocabulary, *list);
    check_ids("item", items);
    const auto skills = ids.find("skill");
    for (const auto& begin : rule.skills)
        if (skills == ids.end() ||
            std::ranges::none_of(skills->second, [&](const auto& id) { return id.starts_with(begin); }))
            problems.add(place, together({"no skill begins with \"", begin, "\""}));
}

void check_same(const Content& content, Problems& problems) {
    for (const PictureName& name : content.pictures.names) {
        if (name.kind != "same") continue;
        const Place& place = content.picture_parts.find(together({"same ", name.of}))->second;
        check_drawing(content, place, "prop", name.of, problems);
        check_drawing(content, place, "detail", name.drawing, problems);
    }
}

/// A figure or prop that no rule chooses is drawn for nothing.
void check_used(const Content& content, Problems& problems) {
    for (const Drawing& drawing : content.pictures.drawings) {
        if (drawing.kind != "figure" && drawing.kind != "prop") continue;
        const bool used = std::ranges::any_of(content.pictures.rules, [&](const PictureRule& rule) {
            const bool kind = (rule.kind == "thing") == (drawing.kind == "prop");
            return (kind && rule.drawing == drawing.name) || rule.tool == drawing.name;
        });
        const std::string part = together({drawing.kind, " ", drawing.name});
        if (!used) problems.add(content.picture_parts.find(part)->second, part + ": no rule chooses it");
    }
}

/// Indices of the activities by id, so that the order of the files changes no picture.
std::vector<std::size_t> by_id(const Content& content) {
    std::vector<std::size_t> order(content.activities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::string_view(content.activities[i].id); });
    return order;
}

}  // namespace

std::vector<std::string> pictures_of(const Content& content, Problems& problems) {
    std::vector<std::string> pictures(content.activities.size());
    if (content.pictures.drawings.empty()) return pictures;
    std::map<std::string, std::string> taken;  // look in a category -> activity
    for (const std::size_t i : by_id(content)) {
        const auto& activity = content.activities[i];
        const auto scenes = scenes_of(content.pictures, activity);
        const auto free = std::ranges::find_if(scenes, [&](const Scene& scene) {
            return !taken.contains(activity.category + ' ' + small_look(content.pictures, scene));
        });
        const Scene& scene = free == scenes.end() ? scenes.front() : *free;
        const auto [first, fresh] =
            taken.emplace(activity.category + ' ' + small_look(content.pictures, scene), activity.id);
        if (!fresh)
            problems.add(activity.at("interests"), together({activity.id, ": its picture is the one of ", first->second,
                                                             "; another interest or thing would tell them apart"}));
        pictures[i] = encode(scene);
    }
    return pictures;
}

void check_pictures(const Content& content, const Ids& ids, Problems& problems) {
    if (content.pictures.drawings.empty()) return;
    check_every_position(content, ids, problems);
    check_every_item(content, problems);
    for (const char* kind : {"space", "interest"}) check_every_name(content, ids, kind, problems);
    for (std::size_t i = 0; i < content.pictures.rules.size(); ++i)
        check_rule(content, content.pictures.rules[i], content.picture_rules[i], ids, problems);
    check_same(content, problems);
    check_used(content, problems);
    pictures_of(content, problems);
}

}  // namespace pegboard::compiler
