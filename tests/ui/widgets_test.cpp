// Buttons, choices, dialogs, menus and regions, pressed as a person presses them.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "app/widgets/interact.h"
#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {

TEST(Widgets, a_button_acts_when_the_pointer_is_let_go_on_it) {
    int pressed = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        if (button(u, Vec{100, 100}, "Add child")) ++pressed;
    });
    ImGuiIO& io = ImGui::GetIO();
    const auto at = [&](float x, float y) { io.AddMousePosEvent(x, y), ui->wait(0.1); };
    at(120, 120);
    io.AddMouseButtonEvent(0, true);
    ui->wait(0.1);
    EXPECT_EQ(pressed, 0);
    io.AddMouseButtonEvent(0, false);
    ui->wait(0.1);
    EXPECT_EQ(pressed, 1);
    // Let go elsewhere: changed one's mind.
    at(120, 120);
    io.AddMouseButtonEvent(0, true);
    ui->wait(0.1);
    at(600, 600);
    io.AddMouseButtonEvent(0, false);
    ui->wait(0.1);
    EXPECT_EQ(pressed, 1);
}

TEST(Widgets, enter_and_space_press_what_has_the_focus) {
    int add = 0, print = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        if (button(u, Vec{100, 100}, "Add child")) ++add;
        if (button(u, Vec{300, 100}, "Print")) ++print;
    });
    ui->tab();
    EXPECT_EQ(ui->focused(), "Add child");
    ui->press(ImGuiKey_Enter);
    EXPECT_EQ(add, 1);
    ui->tab().press(ImGuiKey_Space);
    EXPECT_EQ(print, 1);
    ui->tab(-1);
    EXPECT_EQ(ui->focused(), "Add child");
    ui->press(ImGuiKey_RightArrow);
    EXPECT_EQ(ui->focused(), "Print");
}

TEST(Widgets, a_disabled_button_does_nothing_and_tells_why) {
    int pressed = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        ButtonLook look;
        look.enabled = false;
        look.tooltip = "Choose a child first";
        if (button(u, Vec{100, 100}, "Plan", look)) ++pressed;
    });
    ui->click("Plan");
    EXPECT_EQ(pressed, 0);
    ui->hover("Plan").wait(1);
    ui->see("Choose a child first");
    ui->tab();
    EXPECT_EQ(ui->focused(), "");
}

TEST(Widgets, equal_labels_have_ids_of_their_own) {
    int first = 0, second = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        if (button(u, Vec{100, 100}, "Plan")) ++first;
        if (button(u, Vec{100, 200}, "Plan")) ++second;
        ButtonLook look;
        look.name = "Plan Mateo Garc\u00EDa";
        if (button(u, Vec{100, 300}, "Plan", look)) second += 10;
    });
    std::set<ImGuiID> ids;
    for (const WidgetInfo& widget : ui->record().widgets) ids.insert(widget.id);
    EXPECT_EQ(ids.size(), 3U);
    EXPECT_THROW(ui->click("Plan"), UiFailure);  // two that read the same are a fault of the screen
    ui->click("Plan Mateo Garc\u00EDa");
    EXPECT_EQ(second, 10);
    EXPECT_THROW(ui->click("Paint"), UiFailure);
}

TEST(Widgets, buttons_on_a_card_win_over_the_card) {
    int card = 0, start = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        if (pressable(u, {100, 100, 600, 88}, "Session of Mateo", WidgetRole::card).clicked) ++card;
        if (button(u, Vec{500, 120}, "Start")) ++start;
    });
    ui->click("Start");
    EXPECT_EQ(start, 1);
    EXPECT_EQ(card, 0);
    ImGui::GetIO().AddMousePosEvent(150, 150);
    ui->wait(0.1);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    ui->wait(0.1);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    ui->wait(0.1);
    EXPECT_EQ(card, 1);
}

TEST(Widgets, checkbox_radio_switch_and_segments_hold_what_is_chosen) {
    bool packed = false, sound = false;
    int mood = 1, span = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        checkbox(u, {100, 100}, "Putty", packed);
        if (radio(u, {100, 150}, "Tired", mood == 0)) mood = 0;
        switch_(u, {100, 200}, "Sound", sound);
        static constexpr std::array<std::string_view, 2> spans{"Day", "Week"};
        segmented(u, {100, 250, 200, 40}, "Span", spans, span);
    });
    ui->click("Putty").click("Tired").click("Sound").click("Span: Week");
    EXPECT_TRUE(packed);
    EXPECT_EQ(mood, 0);
    EXPECT_TRUE(sound);
    EXPECT_EQ(span, 1);
    EXPECT_EQ(ui->value("Putty"), "on");
    EXPECT_TRUE(ui->lint().empty()) << ui->lint().front();
}

TEST(Widgets, a_choice_opens_and_is_picked_by_keyboard) {
    const std::vector<std::string> few{"Clinic", "Home", "School", "Pool"};
    int place = 0;
    const auto ui = drive_widgets([&](Ui& u) { choice(u, {100, 100, 240, 60}, "Place", few, place); });
    ui->tab().press(ImGuiKey_DownArrow).see("School");
    ui->press(ImGuiKey_DownArrow).press(ImGuiKey_Enter);
    EXPECT_EQ(place, 1);
    ui->not_see("School");
    ui->press(ImGuiKey_Enter).type("po").press(ImGuiKey_Enter);  // letters find
    EXPECT_EQ(place, 3);
    ui->press(ImGuiKey_Enter).press(ImGuiKey_UpArrow).press(ImGuiKey_Escape);
    EXPECT_EQ(place, 3);
    EXPECT_EQ(ui->value("Place"), "Pool");
    ui->choose("Place", "Home");
    EXPECT_EQ(place, 1);
}

TEST(Widgets, a_long_choice_is_searched_without_accents) {
    std::vector<std::string> many;
    for (int i = 0; i < 40; ++i) many.push_back("School " + std::to_string(i));
    many.emplace_back("\u00C9cole Marie");
    int place = -1;
    const auto ui = drive_widgets([&](Ui& u) { choice(u, {100, 100, 240, 60}, "Place", many, place); });
    ui->click("Place").type("ecole");
    ui->see("\u00C9cole Marie").not_see("School 3");
    ui->press(ImGuiKey_Enter);
    EXPECT_EQ(place, 40);
    ui->click("Place").type("no such place").see("Nothing matches");
    ui->press(ImGuiKey_Escape);
    EXPECT_EQ(place, 40);
}

TEST(Widgets, a_dialog_keeps_the_keyboard_and_esc_keeps_the_draft) {
    int added = 0, behind = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        if (button(u, Vec{100, 100}, "New child")) open_dialog(u, "Add child");
        if (button(u, Vec{100, 200}, "Behind")) ++behind;
        if (const auto body = begin_dialog(u, "Add child", "Add a child", 480)) {
            form_field(u, {body->x, body->y, body->w, 60}, "First name", "add.first");
            form_field(u, {body->x, body->y + 70, body->w, 60}, "Last name", "add.last");
            const int pressed = end_dialog(u, body->y + 130, {"Add child", "Cancel"});
            if (pressed == 0) ++added;
            if (pressed >= 0) close_dialog(u);
        }
    });
    auto& stage = static_cast<WidgetStage&>(ui->stage());
    ui->click("New child").see("Add a child");
    EXPECT_TRUE(ui->typing());  // the first field has the keyboard
    ui->type("Zo\u00EB");
    EXPECT_EQ(ui->value("First name"), "Zo\u00EB");
    EXPECT_THROW(ui->click("Behind"), UiFailure);
    for (const std::string& label : ui->tab_order()) EXPECT_NE(label, "Behind");
    ui->press(ImGuiKey_Escape).not_see("Add a child");
    EXPECT_EQ(stage.drafts.text("add.first"), "Zo\u00EB");
    ui->click("New child");
    EXPECT_EQ(ui->in("Add child").value("First name"), "Zo\u00EB");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    EXPECT_EQ(added, 1);
    ui->not_see("Add a child").click("Behind");
    EXPECT_EQ(behind, 1);
}

TEST(Widgets, a_dialog_whose_screen_is_gone_does_not_keep_the_rest_from_being_pressed) {
    bool shown = true;
    int pressed = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        if (button(u, Vec{100, 100}, "Elsewhere")) ++pressed;
        if (!shown) return;
        if (button(u, Vec{100, 200}, "Ask")) open_dialog(u, "Question");
        if (const auto body = begin_dialog(u, "Question", "Sure?", 440)) end_dialog(u, body->y + 20, {"Yes"});
    });
    ui->click("Ask").see("Sure?");
    shown = false;
    ui->wait(0.1);
    ui->click("Elsewhere");
    EXPECT_EQ(pressed, 1);
    shown = true;
    ui->wait(0.1);
    ui->not_see("Sure?");
}

TEST(Widgets, esc_closes_the_menu_in_a_dialog_first_and_the_scrim_closes_the_dialog) {
    const auto ui = drive_widgets([&](Ui& u) {
        if (button(u, Vec{100, 100}, "Ask")) open_dialog(u, "Question");
        if (const auto body = begin_dialog(u, "Question", "Sure?", 440)) {
            const Rect at{body->x, body->y, 120, 40};
            if (button(u, at, "More")) open_menu(u, "More");
            if (begin_menu(u, "More", at, 200)) {
                menu_item(u, "Rename");
                end_menu(u);
            }
            end_dialog(u, body->y + 60, {"Yes"});
        }
    });
    ui->click("Ask").click("More").see("Rename");
    ui->press(ImGuiKey_Escape).not_see("Rename").see("Sure?");
    ui->press(ImGuiKey_Escape).not_see("Sure?");
    ui->click("Ask").click("More");
    const auto press_scrim = [&] {
        ImGui::GetIO().AddMousePosEvent(30, 30);
        ui->wait(0.1);
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        ui->wait(0.1);
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        ui->wait(0.1);
    };
    press_scrim();
    ui->not_see("Rename").see("Sure?");
    press_scrim();
    ui->not_see("Sure?");
}

void press_beside(UiDriver& ui) {
    ImGui::GetIO().AddMousePosEvent(30, 30);
    ui.wait(0.1);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    ui.wait(0.1);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    ui.wait(0.1);
}

TEST(Widgets, a_press_beside_a_dialog_throws_nothing_away) {
    bool ticked = false;
    const auto ui = drive_widgets([&](Ui& u) {
        if (button(u, Vec{100, 100}, "Ask")) open_dialog(u, "Question");
        if (const auto body = begin_dialog(u, "Question", "Sure?", 440)) {
            form_field(u, {body->x, body->y, 300, 60}, "Why", "form.why");
            checkbox(u, {body->x, body->y + 80}, "Tick", ticked);
            end_dialog(u, body->y + 120, {"Yes"});
        }
    });
    ui->click("Ask").see("Sure?");
    press_beside(*ui);
    ui->not_see("Sure?");
    ui->click("Ask").field("Why").type("because");
    press_beside(*ui);
    ui->see("Sure?");
    EXPECT_EQ(ui->value("Why"), "because");
    ui->press(ImGuiKey_Escape).not_see("Sure?");
    ui->click("Ask").click("Tick", WidgetRole::checkbox);
    press_beside(*ui);
    ui->see("Sure?");
}

TEST(Widgets, what_shows_its_ring_in_a_dialog_answers_enter_after_the_mouse) {
    int pressed = -1;
    const auto ui = drive_widgets([&](Ui& u) {
        if (button(u, Vec{100, 100}, "Ask")) open_dialog(u, "Question");
        if (const auto body = begin_dialog(u, "Question", "Sure?", 440))
            pressed = std::max(pressed, end_dialog(u, body->y + 60, {"Finish", "Keep going"}));
        settle_frame(u);
    });
    ui->click("Ask").see("Sure?").tab();
    const std::string ringed = ui->focused();
    ASSERT_TRUE(ringed == "Finish" || ringed == "Keep going") << ringed;
    ImGui::SetNavCursorVisible(false);  // as a press of the mouse leaves it
    ui->wait(0.1).press(ImGuiKey_Enter);
    EXPECT_EQ(pressed, ringed == "Finish" ? 0 : 1);
}

TEST(Widgets, a_menu_is_used_by_keyboard) {
    int renamed = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        const Rect at{100, 100, 120, 40};
        if (button(u, at, "More")) open_menu(u, "More");
        if (begin_menu(u, "More", at, 200)) {
            MenuItemLook off;
            off.enabled = false;
            menu_item(u, "Not now", off);
            if (menu_item(u, "Rename")) ++renamed;
            end_menu(u);
        }
    });
    ui->tab().press(ImGuiKey_Enter).see("Rename");
    ui->press(ImGuiKey_DownArrow);
    EXPECT_EQ(ui->focused(), "Rename");
    ui->press(ImGuiKey_Enter);
    EXPECT_EQ(renamed, 1);
    ui->not_see("Rename");
    EXPECT_EQ(ui->focused(), "More");  // back where the menu was opened
}

TEST(Widgets, a_region_scrolls_by_wheel_and_follows_the_focus) {
    int pressed = -1;
    const auto ui = drive_widgets([&](Ui& u) {
        const Rect page = begin_scroll(u, "List", {100, 100, 400, 300});
        for (int i = 0; i < 30; ++i) {
            const Rect row{page.x, page.y + 46 * static_cast<float>(i), page.w, 46};
            if (visible(u, row) && table_row(u, row, "Row " + std::to_string(i), false)) pressed = i;
        }
        end_scroll(u, page.y + 46 * 30);
    });
    EXPECT_FALSE(ui->sees("Row 25"));
    ui->wheel("Row 2", -10);
    ui->wheel("Row 12", -30);
    ui->click("Row 25");
    EXPECT_EQ(pressed, 25);
    ui->tab(3);  // the first shows where the pointer was
    EXPECT_EQ(ui->focused(), "Row 27");
    const WidgetInfo& focused = ui->find("Row 27");
    EXPECT_GE(focused.min.y, focused.clip_min.y - 1);
    constexpr float end_room = 6;  // a region shows a little beyond its edge, for focus rings
    EXPECT_LE(focused.max.y, focused.clip_max.y + end_room);
}

TEST(Widgets, a_table_head_sorts_and_turns_round) {
    TableState state;
    const auto ui = drive_widgets([&](Ui& u) {
        static constexpr std::array columns{Column{"Child", 200, true}, Column{"Age", 100, true}, Column{"Alerts"}};
        const auto cells = table_head(u, {100, 100, 900, 40}, columns, state);
        EXPECT_EQ(cells.size(), 3U);
        EXPECT_FLOAT_EQ(cells[2].right(), 1000 - 16);
    });
    ui->click("Age");
    EXPECT_EQ(state.sort, 1);
    EXPECT_FALSE(state.descending);
    ui->click("Age");
    EXPECT_TRUE(state.descending);
    ui->click("Child");
    EXPECT_EQ(state.sort, 0);
    EXPECT_FALSE(state.descending);
}

TEST(Widgets, a_toast_goes_after_six_seconds_and_its_undo_asks) {
    const auto ui = drive_widgets([](Ui&) {});
    auto& stage = static_cast<WidgetStage&>(ui->stage());
    stage.toasts.show("Moved Amina", true);
    ui->wait(0.1);
    ui->see("Moved Amina").wait(5);
    ui->see("Moved Amina").wait(1.2);
    ui->not_see("Moved Amina");
    stage.toasts.show("Moved Amina", true);
    ui->wait(0.1);
    ui->click("Undo").not_see("Moved Amina");
    EXPECT_EQ(stage.actions.take(), std::vector<ActionId>{ActionId::undo});
}

TEST(Widgets, cut_words_stay_whole_characters_and_tell_the_whole_on_rest) {
    std::string cut;
    const auto ui = drive_widgets([&](Ui& u) {
        text(u, {100, 100}, "\u0141ucja Nguy\u1EC5n-Nowak", {.max_w = 70});
        cut = paint::elide(u, Type::body, "\u1EC5\u1EC5\u1EC5\u1EC5\u1EC5\u1EC5", 30);
    });
    EXPECT_TRUE(ui->find("\u0141ucja Nguy\u1EC5n-Nowak").clipped);
    EXPECT_EQ(cut.size() % 3, 0U);  // three bytes each, the ellipsis too
    ImGui::GetIO().AddMousePosEvent(120, 110);
    ui->wait(1);
    EXPECT_EQ(ui->record().widgets.size(), 2U);
    EXPECT_EQ(ui->record().widgets.back().value, "tooltip");
}

TEST(Widgets, nothing_moves_so_no_frame_is_asked_for) {
    std::string search;
    const auto ui = drive_widgets([&](Ui& u) {
        button(u, Vec{100, 100}, "Add child");
        live_field(u, {100, 200, 300, 60}, "Find", search);
    });
    auto& stage = static_cast<WidgetStage&>(ui->stage());
    ui->wait(0.2);
    EXPECT_LT(stage.ui.wake_s, 0);
    ui->field("Find").wait(1);
    EXPECT_GT(stage.ui.wake_s, 0);  // the caret blinks
    ui->wait(11);
    EXPECT_LT(stage.ui.wake_s, 0);  // and rests
}

}  // namespace
}  // namespace pegboard::test
