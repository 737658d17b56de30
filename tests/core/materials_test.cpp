// What to bring: quantities merged over blocks and sessions.
#include "core/rules/materials.h"
#include "tests/core/library_at_hand.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pegboard {
namespace {

/// An activity that needs at least two of an item of `kind`, and that item's id.
std::pair<const Activity*, const ActivityItem*> needs(std::string_view kind) {
    for (const Activity& activity : library().activities())
        for (const ActivityItem& wanted : activity.items)
            if (const Item* item = library().item(wanted.item);
                item != nullptr && item->kind == kind && wanted.quantity > 1 && !wanted.optional)
                return {&activity, &wanted};
    return {nullptr, nullptr};
}

Session twice(const Activity& activity, std::int64_t id) {
    Session session;
    session.id = SessionId{id};
    Block block;
    block.activity = activity.id;
    session.blocks = {block, block};
    return session;
}

const Material& of(const std::vector<Material>& list, const std::string& item) {
    return *std::ranges::find(list, item, &Material::item);
}

TEST(Materials, WhatComesBackIsBroughtOnce) {
    const auto [activity, wanted] = needs("equipment");
    ASSERT_NE(activity, nullptr);
    const Session one = twice(*activity, 1), two = twice(*activity, 2);
    const std::vector<const Session*> day{&one, &two};
    const std::vector<Material> list = materials(day, library());
    EXPECT_EQ(of(list, wanted->item).quantity, wanted->quantity);
    EXPECT_EQ(of(list, wanted->item).sessions, (std::vector{SessionId{1}, SessionId{2}}));
    EXPECT_EQ(list.size(), activity->items.size());
}

TEST(Materials, WhatIsUsedUpAddsUp) {
    const auto [activity, wanted] = needs("consumable");
    ASSERT_NE(activity, nullptr);
    const Session one = twice(*activity, 1);
    const std::vector<const Session*> day{&one};
    EXPECT_EQ(of(materials(day, library()), wanted->item).quantity, 2 * wanted->quantity);
}

TEST(Materials, CarryTheSubstituteAndSayTheQuantity) {
    const auto [activity, wanted] = needs("equipment");
    ASSERT_NE(activity, nullptr);
    Block block;
    block.activity = activity->id;
    const Material found = of(materials(block, library()), wanted->item);
    EXPECT_EQ(found.substitute, library().item(wanted->item)->substitute);
    EXPECT_EQ(say(found), found.name + " (" + std::to_string(wanted->quantity) + ")");
    EXPECT_EQ(say(Material{"mat", "Floor mat", {}, {}, 1, false, {}}), "Floor mat");
}

TEST(Materials, AnUnknownActivityBringsNothing) {
    Block block;
    block.activity = "no-such";
    EXPECT_TRUE(materials(block, library()).empty());
    EXPECT_TRUE(materials(std::span<const Session* const>{}, library()).empty());
}

}  // namespace
}  // namespace pegboard
