// Edits of a suggested plan touch nothing else; gaps are filled or blocks replaced by choice, in one step to take back.
#include "tests/ui/planner_stage.h"

namespace pegboard::test {
namespace {

TEST_F(PlannerTest, MinutesSetByHandChangeThatBlockAndNoOther) {
    suggest("Amina Yusuf, 11:45 am");
    const std::vector<Block> before = amina().blocks;
    const Block first = before.front();
    choose(first.title);
    for (const char* more : {"One minute less: ", "One minute more: ", "One minute more: ", "One minute more: "})
        ui().click(more + first.title);
    planned();
    EXPECT_EQ(amina().blocks.front().minutes, first.minutes + 2);
    EXPECT_TRUE(amina().blocks.front().pinned);
    expect_only(before, amina().blocks, first.id);
    // Quick presses of one number fold into one step to take back, so there are at most as many steps as presses.
    for (int i = 0; i < 4 && amina().blocks != before; ++i) ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(amina().blocks, before);
}

TEST_F(PlannerTest, AnActivityAddedOrTakenOutLeavesTheOthersAlone) {
    suggest("Amina Yusuf, 11:45 am");
    const std::vector<Block> before = amina().blocks;
    ASSERT_GE(before.size(), 2U);
    remove(before[1].title);
    planned();
    std::vector<Block> rest = before;
    rest.erase(rest.begin() + 1);
    EXPECT_EQ(amina().blocks, rest);
    Session edited = amina();
    const Library& library = *stage().app().ui().library;
    const Activity& other = *library.activity(edited.blocks.front().activity == "FM07" ? "FM04" : "FM07");
    add_activity(plan(), stage().app().ui(), other);
    ui().frame();
    planned();
    ASSERT_EQ(amina().blocks.size(), rest.size() + 1);
    for (const Block& block : rest) EXPECT_EQ(std::ranges::count(amina().blocks, block), 1) << block.title;
    ui().see("Added " + other.title);
}

TEST_F(PlannerTest, OnASessionWithAPlanTheGapsAreFilledOrAllIsReplacedByChoice) {
    suggest("Amina Yusuf, 11:45 am");
    const std::vector<Block> before = amina().blocks;
    ASSERT_GE(before.size(), 2U);
    remove(before.back().title);
    planned();
    const std::vector<Block> kept = amina().blocks;
    choices();
    EXPECT_EQ(amina().blocks, kept) << "nothing before one is chosen";
    ui().see("Puts in").see("Replace all").click("Fill the gaps");
    ui().frame();
    EXPECT_GT(amina().blocks.size(), kept.size());
    for (const Block& block : kept) EXPECT_EQ(std::ranges::count(amina().blocks, block), 1) << block.title;
    ui().see("Filled the gaps: ").press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(amina().blocks, kept) << "one step to take back";
}

TEST_F(PlannerTest, APlanMadeByHandCanBeReplacedAsAWhole) {
    ui().click("Plan Mateo García, 10:45 am");
    const std::vector<Block> by_hand = mateo().blocks;
    ASSERT_FALSE(by_hand.empty());
    choices();
    ui().see("Takes out").click("Replace all");
    ui().frame();
    EXPECT_TRUE(std::ranges::all_of(mateo().blocks, [](const Block& block) { return block.suggested; }));
    EXPECT_FALSE(mateo().blocks.empty());
    ui().see("Plan replaced: ");
}

TEST_F(PlannerTest, WhatIsTickedOffIsSaidAndNotNeededByANewSuggestion) {
    suggest("Amina Yusuf, 11:45 am");
    const Library& library = *stage().app().ui().library;
    const std::vector<Block> before = amina().blocks;
    std::string item, name;
    for (const Block& block : amina().blocks)
        for (const ActivityItem& each : library.activity(block.activity)->items)
            if (item.empty() && !each.optional) item = each.item;
    ASSERT_FALSE(item.empty());
    for (const Item& each : library.items())
        if (each.id == item) name = each.name;
    ui().click("Change what is at hand").field("Search things").type(name);
    ui().click(name, WidgetRole::checkbox);
    planned();
    ui().click("Done", WidgetRole::button);
    EXPECT_EQ(amina().without, std::vector<std::string>{item});
    EXPECT_EQ(amina().blocks, before) << "nothing changes unasked";
    weighed();
    ui().see("That was not so when it was suggested.");
    choices();
    ui().click("Replace all");
    ui().frame();
    ASSERT_FALSE(amina().blocks.empty());
    for (const Block& block : amina().blocks)
        for (const ActivityItem& each : library.activity(block.activity)->items)
            EXPECT_TRUE(each.optional || each.item != item) << block.title;
}

TEST_F(PlannerTest, ASwappedBlockStaysPutAndTheOldOneIsNotSuggestedAgain) {
    suggest("Amina Yusuf, 11:45 am");
    weighed();
    const std::vector<Block> before = amina().blocks;
    const Block old = before.front();
    choose(old.title);
    ui().click("Swap " + old.title);
    until([&] { return plan().others.has_value(); });
    ui().frame();
    const auto usable = std::ranges::find(*plan().others, true, &planning::Alternative::usable);
    ASSERT_NE(usable, plan().others->end());
    const std::string title = usable->activity->title, id = usable->activity->id;
    ui().click("Use " + title + " instead");
    planned();
    const auto& blocks = amina().blocks;
    const auto at = std::ranges::find(blocks, id, &Block::activity);
    ASSERT_NE(at, blocks.end());
    EXPECT_TRUE(at->pinned);
    expect_only(before, blocks, old.id);
    EXPECT_EQ(std::ranges::count(blocks, old.activity, &Block::activity), 0);
    EXPECT_EQ(std::ranges::count(amina().swapped_out, old.activity), 1);
}

TEST_F(PlannerTest, PinnedBlocksAreKeptByTheNextSuggestionIfThatIsChosen) {
    suggest("Amina Yusuf, 11:45 am");
    const Block first = amina().blocks.front();
    choose(first.title);
    ui().click("Pin " + first.title);
    EXPECT_TRUE(amina().blocks.front().pinned);
    const std::vector<Block> before = amina().blocks;
    ui().click("How is Amina today").click("Tired", WidgetRole::menu_item);
    planned();
    EXPECT_EQ(amina().participants.front().energy, Energy::tired);
    EXPECT_EQ(amina().blocks, before) << "nothing changes unasked";
    remove(before.back().title);  // so that there is something to plan anew
    planned();
    choices();
    ui().click("Keep what is pinned");
    ui().frame();
    const auto& blocks = amina().blocks;
    const auto at = std::ranges::find(blocks, first.id, &Block::id);
    ASSERT_NE(at, blocks.end());
    EXPECT_EQ(at->minutes, first.minutes);
    EXPECT_TRUE(at->pinned);
    choose(first.title);
    ui().see("Let go of " + first.title);
}

TEST_F(PlannerTest, BlocksMadeByHandStayWhenTheRestIsSuggested) {
    const Library& library = *stage().app().ui().library;
    Session edited = amina();
    ASSERT_TRUE(edited.blocks.empty());
    const Activity& own = *library.activity("BA01");
    edited = with_block(edited, make_block(own, edited, {}, library));
    const Block by_hand = edited.blocks.front();
    stage().app().ui().outbox->send(EditSession{edited});
    ui().frame();
    ui().click("Plan Amina Yusuf, 11:45 am");
    choices();
    ui().click("Fill the gaps");
    ui().frame();
    const auto kept = std::ranges::find(amina().blocks, by_hand.id, &Block::id);
    ASSERT_NE(kept, amina().blocks.end());
    EXPECT_EQ(kept->minutes, by_hand.minutes);
    EXPECT_FALSE(kept->pinned) << "holding it was the planner's affair";
    EXPECT_GT(amina().blocks.size(), 1U);
}

}  // namespace
}  // namespace pegboard::test
