// The planner in the hand: suggested plans, one step to take back; groups, who is here, a whole day at once, places and
// bags.
#include "tests/ui/planner_stage.h"

namespace pegboard::test {
namespace {

TEST_F(PlannerTest, SuggestsAPlanWithReasonsInOneStep) {
    suggest("Amina Yusuf, 11:45 am");
    const Session& session = amina();
    ASSERT_FALSE(session.blocks.empty());
    EXPECT_LE(planned_minutes(session), session.length_min);
    for (const Block& block : session.blocks) {
        EXPECT_TRUE(block.suggested);
        EXPECT_FALSE(block.why.empty()) << block.title;
    }
    choose(session.blocks.front().title);
    ui().see(session.blocks.front().why);
    weighed();
    EXPECT_TRUE(plan().weighed->is_best);
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_TRUE(amina().blocks.empty());
}

TEST_F(PlannerTest, AnEditIsSavedWhenThePlanScreenIsLeftAtOnce) {
    suggest("Amina Yusuf, 11:45 am");
    const Block first = amina().blocks.front();
    choose(first.title);
    ui().click("One minute less: " + first.title).open("Caseload");
    until([&] { return !plan().draft; });
    const auto& blocks = amina().blocks;
    const auto at = std::ranges::find(blocks, first.id, &Block::id);
    ASSERT_NE(at, blocks.end());
    EXPECT_EQ(at->minutes, first.minutes - 1);
}

TEST_F(PlannerTest, AnEditIsSavedWhenTheWindowIsNotSeenAnyMore) {
    suggest("Amina Yusuf, 11:45 am");
    const Block first = amina().blocks.front();
    choose(first.title);
    ui().click("One minute less: " + first.title);
    stage().app().upkeep(ui().time_s());
    EXPECT_FALSE(plan().draft);
    const auto at = std::ranges::find(amina().blocks, first.id, &Block::id);
    ASSERT_NE(at, amina().blocks.end());
    EXPECT_EQ(at->minutes, first.minutes - 1);
}

TEST_F(PlannerTest, EditsFasterThanThePlannerAreAllSaved) {
    suggest("Amina Yusuf, 11:45 am");
    const Block first = amina().blocks.front();
    choose(first.title);
    for (int i = 0; i < 3; ++i) ui().click("One minute more: " + first.title);
    for (int i = 0; i < 2; ++i) ui().click("One minute less: " + first.title);
    planned();
    const auto at = std::ranges::find(amina().blocks, first.id, &Block::id);
    ASSERT_NE(at, amina().blocks.end());
    EXPECT_EQ(at->minutes, first.minutes + 1);
}

TEST_F(PlannerTest, AGroupShowsEveryoneAndAChildAbsentTodayIsPlannedAroundWhenAsked) {
    ui().see("3 children");
    suggest_from_nothing(group(), "Hand gym group, 9:30 am");
    ui().see("3 of 3 here today").see("Sofia").see("Yusra").see("Jamal");
    ASSERT_FALSE(group().blocks.empty());
    ui().click("Yusra: Absent");
    planned();
    EXPECT_EQ(present_children(group()).size(), 2U);
    ASSERT_FALSE(group().blocks.empty());
    ui().see("2 of 3 here today").see("Yusra is absent today");
    choices();
    ui().click("Replace all");
    ui().frame();
    for (const Block& block : group().blocks)
        for (const GoalId goal : block.goals)
            EXPECT_NE(call_name(*caseload().child(caseload().goal(goal)->child)), "Yusra") << block.title;
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z).press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(present_children(group()).size(), 3U);
}

TEST_F(PlannerTest, AnotherChildComesTooAndLeavesAgainWithTheOwnGoals) {
    suggest_from_nothing(mateo(), "Mateo García, 10:45 am");
    const auto change_who = [&] {
        ui().click("More for this session").click("Change who comes", WidgetRole::menu_item);
    };
    change_who();
    ui().click("Amina Yusuf");
    planned();
    ASSERT_EQ(mateo().participants.size(), 2U);
    const ChildId other = mateo().participants.back().child;
    const auto of_other = [&](GoalId goal) { return caseload().goal(goal)->child == other; };
    ui().see("2 of 2 here today").see("Amina comes too").click("Done");
    choices();
    ui().click("Replace all");
    ui().frame();
    EXPECT_TRUE(std::ranges::any_of(mateo().blocks, [&](const Block& block) {
        return std::ranges::any_of(block.goals, of_other);
    })) << "what is planned anew serves the second child";
    ui().wait(motion::toast_stay_s + 1);  // its toast lies over the lower left corner for a while
    ui().not_see("Plan replaced");
    change_who();
    ui().click("Mateo García").see("The session is kept in Mateo's record.");
    EXPECT_TRUE(is_for(mateo(), mateo().child));
    ui().click("Amina Yusuf");
    planned();
    EXPECT_EQ(mateo().participants.size(), 1U);
    for (const Block& block : mateo().blocks) EXPECT_FALSE(std::ranges::any_of(block.goals, of_other)) << block.title;
    ui().click("Done").press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(mateo().participants.size(), 2U);
}

TEST_F(PlannerTest, AnActivityOfOnesOwnIsSuggestedLikeABuiltInOne) {
    const Library& library = *stage().app().ui().library;
    suggest("Amina Yusuf, 11:45 am");
    const auto focus = std::ranges::find(amina().blocks, Arc::main, &Block::arc);
    ASSERT_NE(focus, amina().blocks.end());
    Session edited = amina();
    edited.blocks.clear();
    std::string built_in = focus->activity;
    for (const Activity& activity : library.activities()) edited.swapped_out.push_back(activity.id);
    const OwnActivityId own = mint<OwnActivityId>();
    stage().app().ui().outbox->send(CopyActivity{*library.activity(built_in), own});
    stage().app().ui().outbox->send(EditSession{edited});
    ui().frame();
    ui().click("Suggest a plan");
    planned();
    ASSERT_EQ(activities(amina()), std::vector{own_activity_key(own)});
    EXPECT_FALSE(amina().blocks.front().why.empty());
    EXPECT_FALSE(amina().blocks.front().goals.empty());
}

TEST_F(PlannerTest, EveryMemberOfAGroupHasItsSession) {
    const SessionId id = group().id;
    for (const Participant& part : std::vector(group().participants)) {
        const ChildId child = part.child;
        stage().app().ui().nav->go({.screen = Screen::child, .child = child, .detail = "sessions"});
        ui().frame();
        ui().frame();
        const auto& rows = stage().app().screens().child.view.sessions;
        EXPECT_NE(std::ranges::find(rows, id, &SessionRow::id), rows.end());
    }
}

TEST_F(PlannerTest, InACoTreatmentTheLeadOfEachBlockIsSaidAndChosen) {
    suggest_from_nothing(mateo(), "Mateo García, 10:45 am");
    ASSERT_FALSE(mateo().blocks.empty());
    for (const Block& block : mateo().blocks) EXPECT_TRUE(block.lead) << block.title;
    weighed();
    const auto says_records = [&](const Block& block) {
        choose(block.title);
        return ui().sees("OT records: ") || ui().sees("PT records: ");
    };
    const std::vector<Block> blocks = mateo().blocks;
    EXPECT_TRUE(std::ranges::any_of(blocks, says_records)) << ui().transcript();
    choose(blocks.front().title);
    const Block first = mateo().blocks.front();
    ui().click("Who leads " + first.title).click("Both together", WidgetRole::menu_item);
    EXPECT_EQ(mateo().blocks.front().lead, Lead::both);
    EXPECT_TRUE(mateo().blocks.front().pinned);
}

TEST_F(PlannerTest, ADayIsPlannedAtOnceAndTakenBackAtOnce) {
    const auto& screen = stage().app().screens().today;
    ui().click("Suggest plans").see("1 session without a plan:").click("Which sessions: 7 days from here");
    ui().click("Suggest plans", WidgetRole::button);
    until([&] { return !screen.plan_day.run; });
    ui().frame();
    ui().see("things to bring in all");
    EXPECT_FALSE(amina().blocks.empty());
    const Date today = stage().app().ui().clock.today;
    const auto open = [&] { return unplanned_sessions(caseload(), today, today + 6, today).size(); };
    EXPECT_EQ(open(), 0U);
    ui().click("Close").press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_GT(open(), 1U);
    EXPECT_TRUE(amina().blocks.empty());
}

TEST_F(PlannerTest, StoppingTheDayChangesNothing) {
    const std::uint64_t before = caseload().revision();
    ui().click("Suggest plans").click("Which sessions: 7 days from here").click("Suggest plans", WidgetRole::button);
    if (ui().sees("Stop, change nothing")) {
        ui().click("Stop, change nothing");
        EXPECT_EQ(caseload().revision(), before);
    }
    EXPECT_FALSE(stage().app().screens().today.plan_day.run);
}

TEST_F(PlannerTest, APlaceAndABagAreKeptAndASessionTakesThemOver) {
    ui().open("Settings").click("Add place");
    ui().field("Name").type("Class 3B table");
    ui().click("Room (4 x 4 m)", WidgetRole::chip).click("Table", WidgetRole::chip);
    ui().field("Search things").type("scissors");
    ui().click("Child scissors (right, left, loop or spring)", WidgetRole::checkbox).click("Save");
    const auto made = std::ranges::find(caseload().places(), "Class 3B table", &WorkPlace::name);
    ASSERT_NE(made, caseload().places().end());
    const PlaceId place = made->id;
    EXPECT_EQ(made->spaces, std::vector<std::string>{"table"});
    EXPECT_EQ(made->items.size(), 1U);
    ui().click("Add bag").field("Name").type("Tuesday bag");
    ui().field("Search things").type("pencils");
    ui().click("Pencils", WidgetRole::checkbox).click("Save");
    ASSERT_EQ(caseload().bags().size(), 2U);
    ui().open("Today").click("Plan Amina Yusuf, 11:45 am").click("Change this session");
    ui().choose("Saved place", "Class 3B table").choose("Bag", "Tuesday bag").click("Save");
    EXPECT_EQ(amina().work_place, place);
    EXPECT_NE(amina().bag, BagId{});
    EXPECT_EQ(amina().place, "Class 3B table");
    ui().see("2 things at hand").hover("Change what is at hand").wait(1).see("1 thing at the place, 1 in Tuesday bag");
}

TEST_F(PlannerTest, AGroupIsMadeAndPlannedFor) {
    ui().open("Settings").click("Make a group").field("Name").type("Ball club");
    ui().click("Mateo García", WidgetRole::checkbox).click("Noah Williams", WidgetRole::checkbox).click("Save");
    const auto club = std::ranges::find(caseload().groups(), "Ball club", &Group::name);
    ASSERT_NE(club, caseload().groups().end());
    const GroupId id = club->id;
    ui().open("Today").click("Add session").choose("Child", "Ball club, 2 children").click("Make and plan");
    ui().see("Plan for Ball club").see("2 of 2 here today");
    const auto made = std::ranges::find(caseload().sessions(), id, &Session::group);
    ASSERT_NE(made, caseload().sessions().end());
    EXPECT_EQ(made->participants.size(), 2U);
}

TEST_F(PlannerTest, PreferencesAreKept) {
    ui().open("Settings").in("Suggested plans").click("Variety: Most");
    EXPECT_EQ(caseload().practice().plan_variety, 2);
    ui().in("Suggested plans").click("Few materials: Less");
    EXPECT_EQ(caseload().practice().plan_few_materials, -1);
}

TEST_F(PlannerTest, ThePlanScreenHasNoFaultsOfLayoutAndTabReachesAll) {
    ui().click("Plan Hand gym group, 9:30 am");
    choices();
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
    ui().click("Replace all");
    weighed();
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
    EXPECT_EQ(ui().not_reached_by_tab(900), std::vector<std::string>{});
}

}  // namespace
}  // namespace pegboard::test
