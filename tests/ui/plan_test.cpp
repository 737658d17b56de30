// The Plan screen driven by pointer and keys: goals, ideas, blocks, precautions, repeat, held.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/planning/input/gather.h"
#include "core/rules/by_hand.h"
#include "core/rules/plan_rules.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class PlanTest : public testing::Test {
 protected:
    PlanTest() : ui_(drive_app()) {}

    UiDriver& ui() { return *ui_; }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    const Library& library() { return *stage_of_app(*ui_).app().ui().library; }

    /// Today's session of a child, by call name.
    const Session& session_of(std::string_view name) {
        const Date today = stage_of_app(*ui_).app().ui().clock.today;
        for (const Session& session : caseload().sessions())
            if (session.date == today && call_name(*caseload().child(session.child)) == name) return session;
        throw std::runtime_error("No session today for " + std::string(name));
    }
    const Child& child_of(std::string_view name) { return *caseload().child(session_of(name).child); }

    void open_plan(std::string_view name) {
        const Session& session = session_of(name);
        ui().click("Plan " + full_name(child_of(name)) + ", " + say_time(session.start_min));
        ui().see("Plan for " + std::string(name));
        let_workers_end(ui());  // what the weighed plan says moves what stands below it
    }
    /// An activity of which a child's precautions say `wanted`, with a title of its own.
    const Activity& activity_for(std::string_view name, Verdict wanted, std::string_view category = {}) {
        for (const Activity& activity : library().activities()) {
            if (!category.empty() && activity.category != category) continue;
            if (verdict(speaks_against(child_of(name), activity, library(), {}, session_of(name).date, 1)) == wanted)
                return activity;
        }
        throw std::runtime_error("No such activity");
    }
    void search(const std::string& title) {
        ui().field("Search ideas");
        ui().retype(title);
    }
    /// A plan of two blocks made by hand; returns their titles.
    std::pair<std::string, std::string> plan_two(std::string_view name) {
        const Activity& first = activity_for(name, Verdict::fine, "handwriting");
        const Activity& second = activity_for(name, Verdict::fine, "ball");
        open_plan(name);
        if (ui().sees("For ")) show_all();
        for (const Activity* each : {&first, &second}) {
            search(each->title);
            ui().click("Add " + each->title);
            let_workers_end(ui());
        }
        return {first.title, second.title};
    }
    /// Takes the filter "For his goals" away, whatever the pronoun.
    void show_all() {
        for (const std::string_view whose : {"his", "her", "their"})
            if (const std::string chip = "For " + std::string(whose) + " goals"; ui().sees(chip)) {
                ui().click(chip);
                return;
            }
    }
    /// Chooses a block: its controls and whole reasons show on it.
    void choose(const std::string& title) { ui().click(title, WidgetRole::block); }
    void letter(char typed) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(typed));
        ui().frame();
        ui().frame();
    }
    std::string order(std::string_view name) {
        std::string titles;
        for (const Block& block : session_of(name).blocks) titles += block.title + "|";
        return titles;
    }

 private:
    std::unique_ptr<UiDriver> ui_;
};

TEST_F(PlanTest, ByPointerFromTodayToAPlan) {
    const auto [first, second] = plan_two("Amina");
    ASSERT_EQ(session_of("Amina").blocks.size(), 2U);
    const int minutes = session_of("Amina").blocks[0].minutes;
    const std::string title = session_of("Amina").blocks[0].title;
    choose(title);
    ui().click("One minute more: " + title);
    EXPECT_EQ(session_of("Amina").blocks[0].minutes, minutes + 1);
    ui().click("One minute less: " + title);
    EXPECT_EQ(session_of("Amina").blocks[0].minutes, minutes);
    choose(second);
    ui().click("More for " + second).click("Remove " + second, WidgetRole::menu_item);
    EXPECT_EQ(order("Amina"), first + "|");
    ui().see("Removed " + second);
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(session_of("Amina").blocks.size(), 2U);
}

TEST_F(PlanTest, GoalsAreTickedAndBlocksServeThem) {
    open_plan("Mateo");
    GoalId goal{};  // the first that is still open: a met one is not offered any more
    for (const GoalId each : session_of("Mateo").goals)
        if (!goal && caseload().goal(each)->status == GoalStatus::active) goal = each;
    const std::string title = caseload().goal(goal)->title;
    const auto chosen = [&] { return std::ranges::count(session_of("Mateo").goals, goal); };
    ui().click(title, WidgetRole::checkbox);
    let_workers_end(ui());
    EXPECT_EQ(chosen(), 0);
    EXPECT_EQ(minutes_for(session_of("Mateo"), goal), 0);
    ui().click(title, WidgetRole::checkbox);
    let_workers_end(ui());
    EXPECT_EQ(chosen(), 1);
}

TEST_F(PlanTest, WhatIsAddedByHandServesGoalsThatNobodyTicked) {
    Session bare = session_of("Amina");
    bare.goals.clear();
    bare.blocks.clear();
    ASSERT_TRUE(caseload().run(EditSession{bare}));
    std::vector<GoalId> active;
    for (const Goal* goal : planning::goals_weighed(caseload(), bare)) active.push_back(goal->id);
    ASSERT_GT(active.size(), 1U);
    open_plan("Amina");
    const std::string title = library().activity("DR04")->title;
    search(title);
    ui().click("Add " + title);
    let_workers_end(ui());
    const Session& now = session_of("Amina");
    ASSERT_EQ(now.blocks.size(), 1U);
    EXPECT_FALSE(now.blocks[0].goals.empty());
    EXPECT_EQ(now.goals, active) << "the planner weighs the same goals as before";
    ui().see(std::to_string(covered_goals(now).size()) + " of " + std::to_string(active.size()) + " goals");
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_TRUE(session_of("Amina").goals.empty()) << "one step takes both back";
}

TEST_F(PlanTest, ByKeysAlone) {
    plan_two("Amina");
    const std::string before = order("Amina");
    const std::string first = session_of("Amina").blocks[0].title;
    ui().press(ImGuiKey_Escape);
    ui().click(first, WidgetRole::block);
    EXPECT_EQ(stage_of_app(ui()).app().screens().plan.chosen, session_of("Amina").blocks[0].id);
    ui().press(ImGuiKey_DownArrow);
    EXPECT_EQ(stage_of_app(ui()).app().screens().plan.chosen, session_of("Amina").blocks[1].id);
    ui().press(ImGuiMod_Alt | ImGuiKey_UpArrow);
    EXPECT_NE(order("Amina"), before);
    ui().press(ImGuiMod_Alt | ImGuiKey_DownArrow);
    EXPECT_EQ(order("Amina"), before);
    const int minutes = session_of("Amina").blocks[1].minutes;
    letter('+');
    letter('+');
    EXPECT_EQ(session_of("Amina").blocks[1].minutes, minutes + 2);
    letter('-');
    EXPECT_EQ(session_of("Amina").blocks[1].minutes, minutes + 1);
    ui().press(ImGuiKey_Delete);
    EXPECT_EQ(order("Amina"), first + "|");
}

TEST_F(PlanTest, KeysTypedIntoTheSearchStayThere) {
    plan_two("Amina");
    const std::string before = order("Amina");
    ui().click(session_of("Amina").blocks[0].title, WidgetRole::block);
    ui().field("Search ideas").retype("a-b+c").press(ImGuiKey_Delete).press(ImGuiKey_DownArrow);
    EXPECT_EQ(order("Amina"), before);
}

TEST_F(PlanTest, ADraggedBlockMovesOnceAndComesBack) {
    open_plan("Mateo");
    const std::string before = order("Mateo");
    const std::string first = session_of("Mateo").blocks.front().title;
    const std::string third = session_of("Mateo").blocks[2].title;
    ui().drag(first, third);
    let_workers_end(ui());
    EXPECT_NE(order("Mateo"), before);
    EXPECT_NE(session_of("Mateo").blocks.front().title, first);
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(order("Mateo"), before);
}

TEST_F(PlanTest, TheGripStretchesMinutes) {
    open_plan("Mateo");
    const std::string first = session_of("Mateo").blocks[0].title, second = session_of("Mateo").blocks[1].title;
    const int minutes = session_of("Mateo").blocks[0].minutes;
    ui().click(first, WidgetRole::block);
    ui().drag("Stretch " + first, second);
    let_workers_end(ui());
    EXPECT_GT(session_of("Mateo").blocks[0].minutes, minutes);
}

TEST_F(PlanTest, ThePartOfTheSessionIsChosenFromItsLabel) {
    open_plan("Mateo");
    const Block& block = session_of("Mateo").blocks.front();
    const std::string title = block.title;
    choose(title);
    ui().click(std::string(words(block.arc)) + ": " + title);
    ui().click("Everyday", WidgetRole::menu_item);
    EXPECT_EQ(session_of("Mateo").blocks.front().arc, Arc::function);
}

TEST_F(PlanTest, WhatAPrecautionExcludesNeedsAReason) {
    const Activity& activity = activity_for("Mateo", Verdict::exclude);
    const std::size_t blocks = session_of("Mateo").blocks.size();
    open_plan("Mateo");
    show_all();
    search(activity.title);
    ui().see("Latex allergy").click("Add " + activity.title);
    ui().see("Use it anyway?");
    ui().click("Add with this reason").see("Write the reason first.");
    EXPECT_EQ(session_of("Mateo").blocks.size(), blocks);
    ui().click("Why it is right this time", WidgetRole::note);
    ui().type("Latex-free ball checked and packed");
    ui().click("Add with this reason");
    ASSERT_EQ(session_of("Mateo").blocks.size(), blocks + 1);
    const auto& all = session_of("Mateo").blocks;
    const auto added = std::ranges::find(all, activity.id, &Block::activity);
    ASSERT_NE(added, all.end());
    EXPECT_EQ(added->override_reason, "Latex-free ball checked and packed");
    EXPECT_EQ(added->override_by, caseload().practice().me);
    EXPECT_EQ(added->override_at.size(), 20U);
    ui().see("Used anyway: Latex-free ball checked and packed (Amara Okafor");
}

TEST_F(PlanTest, WhatTheChildDoesNotHaveForItNeedsAReason) {
    const Activity& driving = *library().activity("MS25");
    Child mateo = child_of("Mateo");
    mateo.moves_by = MovesBy::walks;
    ASSERT_TRUE(caseload().run(EditChild{mateo}).ok());
    const std::size_t blocks = session_of("Mateo").blocks.size();
    open_plan("Mateo");
    show_all();
    search(driving.title);
    ui().see("Moving and devices").click("Add " + driving.title).see("Use it anyway?");
    EXPECT_EQ(session_of("Mateo").blocks.size(), blocks);
    ui().click("Why it is right this time", WidgetRole::note);
    ui().type("A friend's chair, to try what she does");
    ui().click("Add with this reason");
    ASSERT_EQ(session_of("Mateo").blocks.size(), blocks + 1);
    ui().see("Moving and devices: needs an own wheelchair pushed by hand; recorded here: Walks")
        .see("Used anyway: A friend's chair, to try what she");
}

TEST_F(PlanTest, TheLastPlanIsCopied) {
    open_plan("Amina");
    ui().click("Use last plan").see("Last plan copied");
    EXPECT_FALSE(session_of("Amina").blocks.empty());
    ui().click("More for this session").click("Clear", WidgetRole::menu_item);
    EXPECT_TRUE(session_of("Amina").blocks.empty());
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_FALSE(session_of("Amina").blocks.empty());
}

TEST_F(PlanTest, WeeksAreAddedUntilADate) {
    const ChildId child = session_of("Amina").child;
    // Room in the coming weeks: the demo's own sessions of that hour would be kept.
    std::vector<SessionId> coming;
    for (const Session& session : caseload().sessions())
        if (session.child == child && session.date > session_of("Amina").date) coming.push_back(session.id);
    for (const SessionId id : coming) ASSERT_TRUE(caseload().run(RemoveSession{id}).ok());
    const auto count = [&] { return std::ranges::count(caseload().sessions(), child, &Session::child); };
    const auto before = count();
    open_plan("Amina");
    ui().click("More for this session").click("Repeat weekly", WidgetRole::menu_item);
    ui().field("Until").type("20 Oct 2026");
    ui().see("3 weeks more").click("Repeat");
    EXPECT_EQ(count(), before + 3);
    ui().see("Repeated Amina's session weekly until 20 Oct 2026");
}

TEST_F(PlanTest, WhenAndWhereAreChanged) {
    open_plan("Mateo");
    ui().click("Change this session");
    ui().choose("Saved place", "None: named below");
    ui().field("Place").retype("Clinic, room 9");
    ui().click("Save");
    EXPECT_EQ(session_of("Mateo").place, "Clinic, room 9");
    ui().see("Clinic, room 9");
}

TEST_F(PlanTest, ARefusedChangeStaysInItsDialogWithWhatWasTyped) {
    const Session before = session_of("Mateo");
    open_plan("Mateo");
    ui().click("Change this session");
    ui().field("Date").retype("1 Jan 2015");
    ui().click("Save").see("born");
    EXPECT_EQ(session_of("Mateo"), before);
    EXPECT_EQ(ui().value("Date"), "1 Jan 2015");
    ui().field("Date").retype("2 Oct 2026");
    ui().click("Save").not_see("born");
    EXPECT_EQ(caseload().session(before.id)->date, *from_iso("2026-10-02"));
}

TEST_F(PlanTest, HeldClosesThePlanAndReopenOpensIt) {
    open_plan("Mateo");
    choose(session_of("Mateo").blocks.front().title);
    ui().see("One minute more");
    ui().click("More for this session").click("Completed", WidgetRole::menu_item);
    ui().see("How long was the session?").click("Mark as completed");
    EXPECT_EQ(session_of("Mateo").status, SessionStatus::held);
    ui().not_see("One minute more").click("Reopen");
    EXPECT_EQ(session_of("Mateo").status, SessionStatus::planned);
}

}  // namespace
}  // namespace pegboard::test
