#include "core/rules/materials.h"

#include <algorithm>

#include "core/rules/precautions.h"

namespace pegboard {
namespace {

void add(std::vector<Material>& list, const ActivityItem& wanted, SessionId session, const Library& library) {
    const Item* item = library.item(wanted.item);
    if (item == nullptr) return;
    // Stairs and a playground are places: nobody packs them.
    if (std::ranges::find(library.spaces(), wanted.item, &Named::id) != library.spaces().end()) return;
    const auto known = std::ranges::find(list, wanted.item, &Material::item);
    if (known == list.end()) {
        list.push_back(
            {item->id, item->name, item->substitute, item->hazard_note, wanted.quantity, wanted.optional, {session}});
        return;
    }
    const bool used_up = item->kind == "consumable";
    known->quantity = used_up ? known->quantity + wanted.quantity : std::max(known->quantity, wanted.quantity);
    known->optional = known->optional && wanted.optional;
    if (std::ranges::find(known->sessions, session) == known->sessions.end()) known->sessions.push_back(session);
}

void add(std::vector<Material>& list, const Block& block, SessionId session, const Library& library,
         const LeavesOut& leaves_out) {
    const Activity* activity = library.activity(block.activity);
    if (activity == nullptr) return;
    for (const ActivityItem& wanted : activity->items)
        if (!wanted.optional || !leaves_out || !leaves_out(session, wanted.item)) add(list, wanted, session, library);
}

bool has_own_device(const Child& child) { return child.moves_by == MovesBy::wheels || !child.devices.empty(); }

}  // namespace

bool stays_away(std::string_view item, const std::vector<const Child*>& children, const Library& library, Date today) {
    if (item == "own_device")
        return !children.empty() &&
               std::ranges::none_of(children, [](const Child* one) { return has_own_device(*one); });
    Activity with_it;
    with_it.items = {{std::string(item), 1, false}};
    return std::ranges::any_of(
        children, [&](const Child* one) { return !check_precautions(*one, with_it, library, {}, today, 1).empty(); });
}

std::vector<Material> materials(std::span<const Session* const> sessions, const Library& library,
                                const LeavesOut& leaves_out) {
    std::vector<Material> list;
    for (const Session* session : sessions)
        for (const Block& block : session->blocks) add(list, block, session->id, library, leaves_out);
    return list;
}

std::vector<Material> materials(std::span<const Activity* const> activities, SessionId session,
                                const Library& library) {
    std::vector<Material> list;
    for (const Activity* activity : activities)
        for (const ActivityItem& wanted : activity->items) add(list, wanted, session, library);
    return list;
}

std::vector<Material> materials(const Block& block, const Library& library, const LeavesOut& leaves_out) {
    std::vector<Material> list;
    add(list, block, SessionId{}, library, leaves_out);
    return list;
}

std::string say(const Material& material) {
    if (material.quantity <= 1) return material.name;
    return material.name + " (" + std::to_string(material.quantity) + ")";
}

}  // namespace pegboard
