// What the Plan screen shows at a glance: precautions in its head, blocks as high as their minutes with a shield for
// each thing to take care of, everyone's rung in a group, and a choice of suggestions that hides no block.
#include "core/rules/rungs.h"
#include "imgui_internal.h"
#include "tests/ui/planner_stage.h"

namespace pegboard::test {
namespace {

class PlanLook : public PlannerTest {
 protected:
    void open(const Session& session) {
        stage().app().ui().nav->go({.screen = Screen::plan, .child = session.child, .session = session.id});
        ui().wait(0.3);
        weighed();
    }
    std::vector<const WidgetInfo*> with_role(WidgetRole role) {
        std::vector<const WidgetInfo*> found;
        for (const WidgetInfo& each : ui().record().widgets)
            if (each.role == role) found.push_back(&each);
        return found;
    }
    static bool inside(const WidgetInfo& part, const WidgetInfo& whole) {
        return part.min.x >= whole.min.x - 1 && part.max.x <= whole.max.x + 1 && part.min.y >= whole.min.y - 1 &&
               part.max.y <= whole.max.y + 1;
    }
    static bool whole_in_sight(const WidgetInfo& widget) {
        return widget.min.y >= widget.clip_min.y - 1 && widget.max.y <= widget.clip_max.y + 1;
    }
    const WidgetInfo& block_of(std::string_view title) {
        const auto all = with_role(WidgetRole::block);
        const auto at = std::ranges::find(all, title, [](const WidgetInfo* each) { return each->label; });
        if (at == all.end()) throw std::runtime_error("No block " + std::string(title));
        return **at;
    }
    /// Everything drawn inside a block.
    std::vector<const WidgetInfo*> on_block(std::string_view title) {
        const WidgetInfo& block = block_of(title);
        std::vector<const WidgetInfo*> found;
        for (const WidgetInfo& each : ui().record().widgets)
            if (&each != &block && inside(each, block)) found.push_back(&each);
        return found;
    }
    static bool say(const std::vector<const WidgetInfo*>& widgets, std::string_view words) {
        return std::ranges::any_of(widgets, [&](const WidgetInfo* each) { return each->label == words; });
    }
    /// Names of the regions on screen that have more than they show.
    static std::vector<std::string> scrolling() {
        std::vector<std::string> names;
        for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
            if (window->Active && !window->Hidden && window->ScrollMax.y >= 1) names.emplace_back(window->Name);
        return names;
    }
    /// Words that stand in `scope`, whole.
    bool stands_whole(std::string_view words, std::string_view scope) {
        return std::ranges::any_of(ui().record().widgets, [&](const WidgetInfo& each) {
            return each.label == words && each.scope == scope && !each.clipped && !each.scrolls && whole_in_sight(each);
        });
    }
};

TEST_F(PlanLook, EveryPrecautionOfEveryoneStandsWholeInTheHead) {
    open(group());
    const PlanView& view = plan().view;
    ASSERT_GT(view.care.size(), 2U);
    for (const PlanCare& care : view.care) EXPECT_TRUE(stands_whole(care.badge.words, "Take care")) << care.badge.words;
    const auto asks = std::ranges::find_if(view.care, [](const PlanCare& each) { return !each.line.empty(); });
    ASSERT_NE(asks, view.care.end());
    const std::string line = asks->badge.words + ". " + asks->line;
    EXPECT_FALSE(stands_whole(line, "Take care"));
    ui().click("What to do");
    EXPECT_TRUE(stands_whole(line, "Take care"));
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
    const std::string gone = asks->badge.words;
    ui().click("Hide what to do").click(call_name(*asks->child) + ": Absent");
    planned();
    EXPECT_FALSE(stands_whole(gone, "Take care")) << "of those who come";
}

TEST_F(PlanLook, ALongPrecautionMakesTheHeadHigherAndIsNotCut) {
    Child mateo_now = *caseload().child(mateo().child);
    std::string words;
    for (int i = 0; i < 8; ++i) words += "never alone near the stairs ";
    mateo_now.take_care.push_back(words + "today");
    open(mateo());
    const float before = ui().find("Session plan").min.y;
    ASSERT_TRUE(caseload().run(EditChild{mateo_now}).ok());
    ui().wait(0.3);
    EXPECT_TRUE(stands_whole(words + "today", "Take care"));
    EXPECT_GT(ui().find("Session plan").min.y, before + 20) << "the columns move down";
}

TEST_F(PlanLook, AllBlocksOfASessionStandInSightAndAsHighAsTheirMinutes) {
    for (const Session& session : {mateo(), group()}) {
        open(session);
        ASSERT_EQ(session.length_min, 45);
        const float per_min = plan().per_min;
        EXPECT_GT(per_min, metrics::plan_per_min - 2);
        for (const Block& block : session.blocks) {
            const WidgetInfo& at = block_of(block.title);
            EXPECT_TRUE(whole_in_sight(at)) << block.title;
            EXPECT_GE(at.max.y - at.min.y, static_cast<float>(block.minutes) * per_min - 7) << block.title;
            EXPECT_LE(at.max.y - at.min.y, std::max(60.0F, static_cast<float>(block.minutes) * per_min + 14))
                << block.title << " is drawn longer than it lasts";
        }
    }
    open(mateo());
    ui().not_see("One minute more");
    choose(mateo().blocks.front().title);
    ui().see("One minute more: " + mateo().blocks.front().title).see("Swap " + mateo().blocks.front().title);
}

TEST_F(PlanLook, LongNamesStayInTheirPlaces) {
    const std::string long_words = "Maximiliana Theodora Featherstonehaugh-Constantinopoulou";
    for (const ChildId id : {group().participants[0].child, group().participants[1].child, mateo().child}) {
        Child child = *caseload().child(id);
        child.preferred_name = long_words;
        ASSERT_TRUE(caseload().run(EditChild{child}).ok());
    }
    for (Session session : {mateo(), group()}) {
        session.place = "The big hall behind the kitchen of the " + long_words + " community school";
        session.work_place = {};
        ASSERT_TRUE(caseload().run(EditSession{session}).ok());
        std::vector<Goal> goals;
        for (const Goal& goal : caseload().goals())
            if (std::ranges::find(session.goals, goal.id) != session.goals.end()) goals.push_back(goal);
        for (Goal& goal : goals) {
            goal.title += ", again and again, wherever it is asked for in the course of the day";
            ASSERT_TRUE(caseload().run(EditGoal{goal}).ok());
        }
        open(session);
        EXPECT_EQ(ui().lint(), std::vector<std::string>{});
        choose(session.blocks.front().title);
        EXPECT_EQ(ui().lint(), std::vector<std::string>{});
        for (const PlanCare& care : plan().view.care)
            EXPECT_TRUE(stands_whole(care.badge.words, "Take care")) << care.badge.words;
    }
    ui().see(long_words + ": Absent");
}

TEST_F(PlanLook, WhatToTakeCareOfStandsOnEveryBlockItConcerns) {
    open(mateo());
    std::size_t flags = 0;
    for (std::size_t i = 0; i < plan().view.blocks.size(); ++i) {
        const auto all = with_role(WidgetRole::block);
        const auto at =
            std::ranges::find(all, mateo().blocks[i].title, [](const WidgetInfo* each) { return each->label; });
        ASSERT_NE(at, all.end());
        for (const auto* list : {&plan().view.blocks[i].care, &plan().view.blocks[i].planned})
            for (const PlanLine& line : *list) {
                if (line.flag.empty()) continue;
                ++flags;
                EXPECT_TRUE(std::ranges::any_of(ui().record().widgets,
                                                [&](const WidgetInfo& each) {
                                                    return each.label == line.flag && !each.clipped &&
                                                           inside(each, **at);
                                                }))
                    << line.flag << " on " << mateo().blocks[i].title;
            }
    }
    EXPECT_GT(flags, 0U);
}

TEST_F(PlanLook, AReasonOfOneLineIsAWholeSentence) {
    open(mateo());
    Session session = mateo();
    Block& block = session.blocks.front();
    block.goals = {plan().view.goals.front().goal->id};
    const std::string goal = "Mateo's goal \"" + plan().view.goals.front().goal->title + "\"";
    const std::string far = "F" + std::string(90, 'x');
    EXPECT_EQ(
        short_whys("Right at the step for " + goal + ", due in 3 days. He saw Dr. Reyes 5 days ago. " + far + ".",
                   plan().view, block),
        (std::vector<std::string>{"Right at the step for this goal, due in 3 days.", "He saw Dr. Reyes 5 days ago."}));
    block.goals.push_back(plan().view.goals.back().goal->id);
    EXPECT_EQ(short_whys("Works on " + goal + ".", plan().view, block), std::vector{"Works on " + goal + "."})
        << "another goal could be meant";
    EXPECT_EQ(short_whys("Works on \"Hops. Then stops\". New.", plan().view, block),
              (std::vector<std::string>{"Works on \"Hops. Then stops\".", "New."}));
}

TEST_F(PlanLook, AGoalStandsOnItsBlocksByItsOwnTitleOnly) {
    open(mateo());
    std::size_t chips = 0;
    for (const Block& block : mateo().blocks) {
        const std::vector<const PlanGoal*> served = served_goals(plan().view, block);
        if (served.empty()) continue;
        ++chips;
        const std::string more = served.size() > 1 ? " +" + std::to_string(served.size() - 1) : "";
        EXPECT_TRUE(say(on_block(block.title), served.front()->goal->title)) << block.title;
        EXPECT_TRUE(more.empty() || say(on_block(block.title), more)) << block.title;
        for (std::size_t i = 1; i < served.size(); ++i)
            EXPECT_FALSE(say(on_block(block.title), served[i]->goal->title)) << "one chip is enough";
    }
    EXPECT_GT(chips, 0U);
}

TEST_F(PlanLook, ABlockSaysOneShortReasonAndTheChosenOneAllOfThem) {
    suggest_from_nothing(mateo(), "Mateo García, 10:45 am");
    weighed();
    ASSERT_GT(mateo().blocks.size(), 1U);
    std::size_t reasons = 0;
    for (std::size_t i = 0; i < mateo().blocks.size(); ++i) {
        const Block& block = mateo().blocks[i];
        if (block.id == plan().chosen) continue;
        std::size_t here = 0;
        for (const WidgetInfo* each : on_block(block.title)) {
            const auto& whys = plan().view.blocks[i].whys;
            if (std::ranges::find(whys, each->label) == whys.end()) continue;
            ++here;
            EXPECT_LT(each->label.size(), 90U);
            EXPECT_FALSE(each->clipped) << each->label;
        }
        EXPECT_LE(here, 1U) << block.title;
        reasons += here;
        EXPECT_FALSE(block.why.size() >= 90 && say(on_block(block.title), block.why)) << block.title;
    }
    EXPECT_GT(reasons, 0U);
    const auto wordy = std::ranges::max_element(mateo().blocks, {}, [](const Block& each) { return each.why.size(); });
    const std::string title = wordy->title, why = wordy->why;
    choose(title);
    EXPECT_TRUE(say(on_block(title), why)) << ui().transcript();
}

TEST_F(PlanLook, AtMostTwoPartsScroll) {
    for (const Session& session : {mateo(), group()}) {
        open(session);
        EXPECT_LE(scrolling().size(), 2U);
        for (const Block& block : session.blocks) {
            choose(block.title);
            ui().wait(0.1);
            EXPECT_LE(scrolling().size(), 2U) << block.title;
        }
    }
    open(mateo());
    choose(mateo().blocks.front().title);
    for (const std::string_view side : {"Swap", "Ideas"}) {
        ui().click("Beside the plan: " + std::string(side));
        until([&] { return side == "Ideas" || plan().others.has_value(); });
        ui().wait(0.1);
        EXPECT_LE(scrolling().size(), 2U) << side;
    }
}

TEST_F(PlanLook, MinutesAndCoverageStandInTheRowOfTheGoal) {
    open(mateo());
    std::size_t missing = 0;
    for (const PlanGoal& goal : plan().view.goals) {
        const auto rows = with_role(WidgetRole::checkbox);
        const auto at = std::ranges::find(rows, goal.goal->title, [](const WidgetInfo* each) { return each->label; });
        if (at == rows.end()) continue;
        std::vector<const WidgetInfo*> words;
        for (const WidgetInfo& each : ui().record().widgets)
            if (inside(each, **at)) words.push_back(&each);
        if (!goal.why_not.empty()) {
            ++missing;
            EXPECT_TRUE(say(words, goal.why_not)) << goal.goal->title;
        } else if (goal.planned_min > 0) {
            EXPECT_TRUE(say(words, std::to_string(goal.planned_min) + " min today")) << goal.goal->title;
        } else if (goal.chosen && goal.goal->status == GoalStatus::active) {
            ++missing;
            EXPECT_TRUE(say(words, "Not in this plan")) << goal.goal->title;
        }
    }
    EXPECT_EQ(missing > 0, plan().view.covered < plan().view.chosen);
    ui().see(std::to_string(plan().view.covered) + " of " + std::to_string(plan().view.chosen) + " goals");
}

TEST_F(PlanLook, MinutesStillToDoLeaveOutWhatTheWeekHasHad) {
    open(mateo());
    const auto active = [&]() -> const PlanGoal& {
        for (const PlanGoal& goal : plan().view.goals)
            if (goal.chosen && goal.goal->status == GoalStatus::active) return goal;
        throw std::runtime_error("No goal");
    };
    Goal goal = *active().goal;
    goal.minutes_per_week = 90;
    ASSERT_TRUE(caseload().run(EditGoal{goal}).ok());
    ui().wait(0.3);
    const int before = active().to_do_min;
    Session held = mateo();
    held.id = mint<SessionId>();
    held.date = mateo().date + (weekday(mateo().date) == 0 ? 0 : -1);
    held.start_min = 7 * 60;
    held.length_min = 12;
    held.blocks.resize(1);
    held.blocks.front().id = mint<BlockId>();
    held.blocks.front().minutes = 12;
    held.blocks.front().goals = {goal.id};
    ASSERT_TRUE(caseload().run(AddSession{held}).ok());
    ui().wait(0.3);
    EXPECT_EQ(active().to_do_min, before) << "not held yet";
    ASSERT_TRUE(caseload().run(HoldSession{held.id, 12, {}}).ok());
    ui().wait(0.3);
    EXPECT_EQ(active().to_do_min, before - 12);
}

TEST_F(PlanLook, WaysToSuggestStandBesideThePlanAndSayBeforeAndAfter) {
    open(mateo());
    const std::vector<Block> before = mateo().blocks;
    choices();
    ui().see("You have a plan already").see("goals now, then").see("Replace all");
    const auto frames = with_role(WidgetRole::button);
    for (const WidgetInfo* block : with_role(WidgetRole::block))
        for (const WidgetInfo* button : frames)
            if (button->label == "Replace all" || button->label == "Fill the gaps" ||
                button->label == "Change nothing") {
                EXPECT_GE(button->min.x, block->max.x) << button->label << " lies over " << block->label;
            }
    ui().press(ImGuiKey_Escape).not_see("You have a plan already");
    EXPECT_EQ(mateo().blocks, before);
    choices();
    ui().click("Change nothing").not_see("You have a plan already");
    EXPECT_EQ(mateo().blocks, before);
}

TEST_F(PlanLook, AChildsRungIsChangedBesideThePlanAndHoldsForThisSession) {
    open(group());
    const Library& library = *stage().app().ui().library;
    const auto may = [](const PlanRungs& rungs) { return rungs.easier < 0; };
    std::size_t index = 0;
    const auto& views = plan().view.blocks;
    while (index < views.size() && std::ranges::none_of(views[index].rungs, may)) ++index;
    ASSERT_LT(index, views.size());
    const PlanRungs rungs = *std::ranges::find_if(views[index].rungs, may);
    const Block block = group().blocks[index];
    const std::string name = call_name(*caseload().child(rungs.child));
    choose(block.title);
    ui().see("Rung for " + name).click("Rung for " + name + ": Easier");
    planned();
    const auto part = [&] {
        const auto& all = group().blocks[index].children;
        const auto at = std::ranges::find(all, rungs.child, &BlockChild::child);
        return at == all.end() ? 0 : at->rung;
    };
    EXPECT_EQ(part(), rungs.easier);
    ui().see(rung_of(*library.activity(block.activity), rungs.easier)->change);
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(part(), 0);
}

TEST_F(PlanLook, EachChildsRungStandsOnEachBlockUntilAbsent) {
    suggest_from_nothing(group(), "Hand gym group, 9:30 am");
    Session edited = group();
    ASSERT_FALSE(edited.blocks.empty());
    edited.blocks.front().children.clear();
    for (const Participant& each : edited.participants)
        edited.blocks.front().children.push_back({.id = mint<RowId>(), .child = each.child, .rung = -1});
    edited.blocks.front().goals.clear();
    stage().app().ui().outbox->send(EditSession{edited});
    weighed();
    const auto count = [&](const Block& block) {
        const auto all = with_role(WidgetRole::block);
        const auto at = std::ranges::find(all, block.title, [](const WidgetInfo* each) { return each->label; });
        if (at == all.end()) return std::ptrdiff_t{-1};
        return std::ranges::count_if(ui().record().widgets, [&](const WidgetInfo& each) {
            return each.label == "easier" && inside(each, **at);
        });
    };
    EXPECT_EQ(count(group().blocks.front()), 3);
    ui().click("Yusra: Absent");
    planned();
    EXPECT_EQ(count(group().blocks.front()), 2);
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(count(group().blocks.front()), 3);
}

}  // namespace
}  // namespace pegboard::test
