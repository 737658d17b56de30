// Commands on places, bags and groups.
#include "core/commands/apply.h"
#include "core/rules/validate.h"
#include "core/store/place_store.h"

namespace pegboard::commands {
namespace {

/// "Add place School gym", "Archive bag Tuesday bag", "Change place School gym".
template <class Record>
std::string say_edit(const Record& before, const Record& after, const char* what) {
    if (before.archived != after.archived)
        return std::string(after.archived ? "Archive " : "Bring back ") + what + " " + after.name;
    if (before.name != after.name) return std::string("Rename ") + what + " " + before.name + " to " + after.name;
    return std::string("Change ") + what + " " + after.name;
}

Error gone(const char* what) {
    return {ErrorKind::missing, {}, std::string("This ") + what + " is no longer there. Nothing was changed.", {}};
}

Status check_members(const Work& work, const Group& group) {
    for (const ChildId id : group.members)
        if (const auto child = find_child(work, id); !child.ok()) return child.error();
    return {};
}
}  // namespace

Result<Done> apply(Work& work, const AddPlace& command) {
    WorkPlace place = command.place;
    if (Status rules = validate(place); !rules.ok()) return rules.error();
    if (!place.id) place.id = mint<PlaceId>();
    store::insert_place(work.db, place);
    return Done{"Add place " + place.name, {}, {}};
}

Result<Done> apply(Work& work, const EditPlace& command) {
    const WorkPlace* before = work.now.places.find(command.place.id);
    if (!before) return gone("place");
    if (Status rules = validate(command.place); !rules.ok()) return rules.error();
    store::update_place(work.db, *before, command.place);
    return Done{say_edit(*before, command.place, "place"), {}, {}};
}

Result<Done> apply(Work& work, const AddBag& command) {
    Bag bag = command.bag;
    if (Status rules = validate(bag); !rules.ok()) return rules.error();
    if (!bag.id) bag.id = mint<BagId>();
    store::insert_bag(work.db, bag);
    return Done{"Add bag " + bag.name, {}, {}};
}

Result<Done> apply(Work& work, const EditBag& command) {
    const Bag* before = work.now.bags.find(command.bag.id);
    if (!before) return gone("bag");
    if (Status rules = validate(command.bag); !rules.ok()) return rules.error();
    store::update_bag(work.db, *before, command.bag);
    return Done{say_edit(*before, command.bag, "bag"), {}, {}};
}

Result<Done> apply(Work& work, const AddGroup& command) {
    Group group = command.group;
    if (Status rules = validate(group); !rules.ok()) return rules.error();
    if (Status known = check_members(work, group); !known.ok()) return known.error();
    if (!group.id) group.id = mint<GroupId>();
    store::insert_group(work.db, group);
    return Done{"Add group " + group.name, {}, {}};
}

Result<Done> apply(Work& work, const EditGroup& command) {
    const Group* before = work.now.groups.find(command.group.id);
    if (!before) return gone("group");
    if (Status rules = validate(command.group); !rules.ok()) return rules.error();
    if (Status known = check_members(work, command.group); !known.ok()) return known.error();
    store::update_group(work.db, *before, command.group);
    return Done{say_edit(*before, command.group, "group"), {}, {}};
}

}  // namespace pegboard::commands
