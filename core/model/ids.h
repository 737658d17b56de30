// Strong ids: a goal id cannot pass for a session id. 0 means "none".
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace pegboard {

template <class Tag>
struct Id {
    std::int64_t value = 0;
    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

using ChildId = Id<struct ChildTag>;
using GoalId = Id<struct GoalTag>;
using SessionId = Id<struct SessionTag>;
using BlockId = Id<struct BlockTag>;
using TherapistId = Id<struct TherapistTag>;
using GroupId = Id<struct GroupTag>;
using PlaceId = Id<struct PlaceTag>;
using BagId = Id<struct BagTag>;
using OwnActivityId = Id<struct OwnActivityTag>;
using SeriesId = Id<struct SeriesTag>;
using RowId = Id<struct RowTag>;  ///< rows that belong to a child, goal or session
using ChangeSetId = Id<struct ChangeSetTag>;

/// A new time-ordered random 63-bit id: 41 bits of milliseconds since 2020, 22 random bits. Two
/// machines never mint the same one in practice.
std::int64_t mint_id();

template <class AnyId>
AnyId mint() {
    return AnyId{mint_id()};
}

}  // namespace pegboard

template <class Tag>
struct std::hash<pegboard::Id<Tag>> {
    std::size_t operator()(const pegboard::Id<Tag>& id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
