// The Plan screen of the invented day with the planner at work: for tests of suggested plans and of edits.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/plan/plan_panels.h"
#include "core/planning/input/gather.h"
#include "core/rules/plan_rules.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {

class PlannerTest : public testing::Test {
 protected:
    PlannerTest() : ui_(drive_app()) {}

    UiDriver& ui() { return *ui_; }
    AppStage& stage() { return stage_of_app(*ui_); }
    Caseload& caseload() { return stage().caseload(); }
    PlanScreen& plan() { return stage().app().screens().plan; }

    const Session& today_at(int start_min) {
        for (const Session& session : caseload().sessions())
            if (session.date == stage().app().ui().clock.today && session.start_min == start_min) return session;
        throw std::runtime_error("No session then");
    }
    const Session& amina() { return today_at(11 * 60 + 45); }
    const Session& group() { return today_at(9 * 60 + 30); }
    const Session& mateo() { return today_at(10 * 60 + 45); }

    /// Lets frames pass until it holds; the planner has a thread of its own.
    template <class Holds>
    void until(const Holds& holds) {
        using namespace std::chrono;
        const auto end = steady_clock::now() + seconds(60);
        while (!holds() && steady_clock::now() < end) {
            std::this_thread::sleep_for(milliseconds(5));
            ui().frame();
        }
        ASSERT_TRUE(holds()) << ui().transcript();
    }
    void planned() {
        until([&] { return !plan().draft && plan().desk && !plan().desk->choosing(); });
        ui().frame();  // what was said is on screen in the next one
    }
    void weighed() {
        planned();
        until([&] { return plan().weighed_revision == caseload().revision() && is_weighed(plan()); });
        ui().frame();
    }
    void suggest(std::string_view child) {
        ui().click("Plan " + std::string(child)).click("Suggest a plan");
        planned();
    }
    /// Chooses a block: its controls and whole reasons show on it.
    void choose(const std::string& title) { ui().click(title, WidgetRole::block); }
    void remove(const std::string& title) {
        choose(title);
        ui().click("More for " + title).click("Remove " + title, WidgetRole::menu_item);
    }
    /// Of a session with a plan: waits for what each choice would change.
    void choices() {
        ui().click("Suggest a plan");
        until([&] { return plan().choices && !plan().choices->found.empty(); });
        ui().frame();
    }
    /// Everything but one block is as it was, in its place.
    static void expect_only(const std::vector<Block>& before, const std::vector<Block>& after, BlockId touched) {
        ASSERT_EQ(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            if (before[i].id != touched) {
                EXPECT_EQ(before[i], after[i]) << before[i].title;
            }
    }
    /// The invented day is planned by hand, which would stay.
    void suggest_from_nothing(Session bare, std::string_view name) {
        bare.blocks.clear();
        stage().app().ui().outbox->send(EditSession{bare});
        ui().frame();
        suggest(name);
    }
    std::vector<std::string> activities(const Session& session) {
        std::vector<std::string> ids;
        for (const Block& block : session.blocks) ids.push_back(block.activity);
        return ids;
    }

 private:
    std::unique_ptr<UiDriver> ui_;
};

}  // namespace pegboard::test
