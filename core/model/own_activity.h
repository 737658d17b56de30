// A therapist's own activity and the favourites among all. An own activity is a full record in the library's shape;
// what follows from its skills and items (discipline, effective hazards) is never stored.
#pragma once
#include <string>

#include "core/model/activity.h"
#include "core/model/ids.h"

namespace pegboard {

struct OwnActivity {
    OwnActivityId id;
    Activity activity;        ///< its id is own_activity_key(id)
    std::string copied_from;  ///< id of the activity it was copied from; empty for one made from nothing
    std::string from_pack;    ///< name of the pack it came with; empty for one written here
    bool archived = false;
    bool operator==(const OwnActivity&) const = default;
};

/// What plans and the library name it by: "own-12345".
inline std::string own_activity_key(OwnActivityId id) { return "own-" + std::to_string(id.value); }

/// An activity a therapist comes back to: built-in or own.
struct Favourite {
    RowId id;
    std::string activity;  ///< activity id
    bool operator==(const Favourite&) const = default;
};

}  // namespace pegboard
