// Where sessions take place and what is at hand there: places, and bags that travel with the therapist.
#pragma once
#include <string>
#include <vector>

#include "core/model/enums.h"
#include "core/model/ids.h"

namespace pegboard {

/// An item at hand, with what is known of this very one.
struct ItemAtHand {
    RowId id;
    std::string item;            ///< item id of the library
    bool latex_free = false;     ///< marked latex-free by the maker
    bool large = false;          ///< a large variant: no small parts
    bool allergen_free = false;  ///< free of the common allergens
    bool operator==(const ItemAtHand&) const = default;
};

/// A place the therapist works at: a school gym, a classroom table, a home, a clinic room.
struct WorkPlace {
    PlaceId id;
    std::string name;
    PlaceKind kind = PlaceKind::clinic;
    bool substitutes_count = false;   ///< home substitutes count as the item here; at a home they always do
    std::vector<std::string> spaces;  ///< space ids of the library
    std::vector<ItemAtHand> items;
    std::string note;
    bool archived = false;
    bool operator==(const WorkPlace&) const = default;
};

/// What a therapist carries.
struct Bag {
    BagId id;
    std::string name;
    std::vector<ItemAtHand> items;
    std::string note;
    bool archived = false;
    bool operator==(const Bag&) const = default;
};

}  // namespace pegboard
