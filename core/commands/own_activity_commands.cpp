// Commands on a therapist's own activities and favourites.
#include <algorithm>

#include "core/commands/apply.h"
#include "core/library/content/check_activity.h"
#include "core/store/own_activity_store.h"

namespace pegboard::commands {
namespace {

constexpr std::size_t most_own_activities = 5000;

/// The record as it is stored: its own id, nothing derived.
OwnActivity stored(OwnActivity own) {
    if (!own.id) own.id = mint<OwnActivityId>();
    own.activity.id = own_activity_key(own.id);
    own.activity.discipline.clear();
    own.activity.effective_attributes.clear();
    own.activity.picture.clear();
    own.activity.step_pictures.clear();
    own.activity.formerly.clear();
    if (own.activity.source_note.empty()) own.activity.source_note = "Own activity";
    return own;
}

Status check_own(const Activity& activity) {
    const auto faults = content::check_activity_by_itself(activity);
    if (faults.empty()) return {};
    std::string words = faults.front().text;
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return Error{ErrorKind::invalid, faults.front().field, words + ".", {}};
}

Result<const OwnActivity*> find_own(const Work& work, OwnActivityId id) {
    const OwnActivity* found = work.now.own_activities.find(id);
    if (found == nullptr)
        return Error{ErrorKind::missing, {}, "This activity is no longer there. Nothing was changed.", {}};
    return found;
}

Result<Done> add_own(Work& work, OwnActivity own, const std::string& verb) {
    if (work.now.own_activities.rows().size() >= most_own_activities)
        return Error{ErrorKind::refused, {}, "There is room for 5,000 own activities, archived ones too.", {}};
    own = stored(std::move(own));
    if (Status rules = check_own(own.activity); !rules.ok()) return rules.error();
    store::insert_own_activity(work.db, own);
    return Done{verb + own.activity.title, {}, {}};
}

Result<Done> set_archived(Work& work, OwnActivityId id, bool archived) {
    const auto before = find_own(work, id);
    if (!before.ok()) return before.error();
    OwnActivity after = *before.value();
    after.archived = archived;
    store::update_own_activity(work.db, *before.value(), after);
    return Done{(archived ? "Archive activity " : "Bring back activity ") + after.activity.title, {}, {}};
}

/// The same words and numbers, whatever the id.
bool same_content(Activity one, const Activity& other) {
    one.id = other.id;
    return one == other;
}

}  // namespace

Result<Done> apply(Work& work, const AddOwnActivity& command) { return add_own(work, command.own, "Add activity "); }

Result<Done> apply(Work& work, const EditOwnActivity& command) {
    const auto before = find_own(work, command.own.id);
    if (!before.ok()) return before.error();
    const OwnActivity after = stored(command.own);
    if (Status rules = check_own(after.activity); !rules.ok()) return rules.error();
    store::update_own_activity(work.db, *before.value(), after);
    const std::string &was = before.value()->activity.title, &is = after.activity.title;
    return Done{was == is ? "Change activity " + is : "Rename activity " + was + " to " + is, {}, {}};
}

Result<Done> apply(Work& work, const CopyActivity& command) {
    OwnActivity own;
    own.id = command.own;
    own.activity = command.from;
    own.activity.version = 1;
    own.copied_from = command.from.id;
    return add_own(work, std::move(own), "Copy activity ");
}

Result<Done> apply(Work& work, const ArchiveOwnActivity& command) { return set_archived(work, command.id, true); }

Result<Done> apply(Work& work, const RestoreOwnActivity& command) { return set_archived(work, command.id, false); }

Result<Done> apply(Work& work, const ImportPack& command) {
    std::vector<OwnActivity> added;
    const auto& present = work.now.own_activities.rows();
    for (const Activity& activity : command.activities) {
        OwnActivity own = stored({{}, activity, {}, command.name, false});
        if (Status rules = check_own(own.activity); !rules.ok()) {
            Error error = rules.error();
            error.message = activity.title + ": " + error.message;
            return error;
        }
        const auto same = [&](const OwnActivity& each) { return same_content(each.activity, own.activity); };
        if (std::ranges::none_of(present, same) && std::ranges::none_of(added, same)) added.push_back(std::move(own));
    }
    if (added.empty())
        return Error{
            ErrorKind::refused, {}, "Everything in this pack is among your own activities. Nothing was added.", {}};
    if (present.size() + added.size() > most_own_activities)
        return Error{ErrorKind::refused, {}, "There is room for 5,000 own activities. Nothing was added.", {}};
    for (const OwnActivity& own : added) store::insert_own_activity(work.db, own);
    const std::string count = added.size() == 1 ? "1 activity" : std::to_string(added.size()) + " activities";
    return Done{"Import " + count + " from " + (command.name.empty() ? "a pack" : command.name), {}, {}};
}

Result<Done> apply(Work& work, const SetFavourite& command) {
    if (command.activity.empty()) return Error{ErrorKind::invalid, "activity", "Choose an activity first.", {}};
    const auto& all = work.now.favourites;
    const auto found = std::ranges::find(all, command.activity, &Favourite::activity);
    if (command.on && found == all.end())
        store::insert_favourite(work.db, {mint<RowId>(), command.activity});
    else if (!command.on && found != all.end())
        store::delete_favourite(work.db, found->id);
    const std::string& shown = command.title.empty() ? command.activity : command.title;
    return Done{command.on ? "Add " + shown + " to favorites" : "Take " + shown + " out of favorites", {}, {}};
}

}  // namespace pegboard::commands
