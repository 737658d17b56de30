// One way for all forms: what is red is not sent, the button leads to the field and says why; Enter means the button;
// no letter is lost on the way into a field.
#include <gtest/gtest.h>

#include "tests/ui/app_stage.h"
#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {

WidgetStage& stage_of(UiDriver& ui) { return static_cast<WidgetStage&>(ui.stage()); }

/// A dialog with one field of each kind and two acts.
struct AllKinds {
    int sent = 0, sent_on = 0;
    int start = 9 * 60, minutes = 30;

    void draw(Ui& u) {
        if (button(u, Vec{20, 20}, "Open the form")) open_dialog(u, "form");
        const auto inside = begin_dialog(u, "form", "A form", 600);
        if (!inside) return;
        Rect in = *inside;
        const float h = field_height(true, true);
        form_field(u, in.cut_top(h), "Words", "f.words");
        form_date(u, in.cut_top(h), "Day", "f.day");
        form_amount(u, in.cut_top(h), "Length", "f.length", {.unit = Unit::centimetres, .least = 0});
        Rect both = in.cut_top(h);
        const Rect first = both.cut_left(200, 16);
        form_ratio(u, {first, both}, {"How many", "out of"}, {"f.n", "f.of"}, {});
        if (const auto typed = time_field(u, in.cut_top(h), "Start", "f.start", start)) start = *typed;
        if (const auto typed = number_field(u, in.cut_top(h), "Minutes", "f.minutes", minutes, 5, 240, 5, "min"))
            minutes = *typed;
        const int pressed = end_dialog(u, in.y, {"Send", "Send and go on", "Cancel"});
        if (pressed == 0) ++sent;
        if (pressed == 1) ++sent_on;
        if (pressed == 2) close_dialog(u);
    }
};

class AForm : public testing::Test {
 protected:
    AllKinds form;
    std::unique_ptr<UiDriver> ui = drive_widgets([this](Ui& u) { form.draw(u); }, {1000, 900});
    void SetUp() override { ui->click("Open the form"); }
    /// Neither button sends while `label` says `typed`; both lead to the field, which says `why`.
    void expect_held_back(std::string_view label, std::string_view typed, std::string_view why) {
        for (const std::string_view act : {"Send", "Send and go on"}) {
            ui->field(label).retype(typed);
            ui->click(act);
            EXPECT_EQ(form.sent + form.sent_on, 0) << label << " " << typed;
            EXPECT_EQ(ui->focused(), label);
            EXPECT_TRUE(ui->typing());
            ui->see(why);
            EXPECT_EQ(ui->value(label), typed) << "what was typed stays";
        }
        ui->press(ImGuiMod_Ctrl | ImGuiKey_Enter);
        EXPECT_EQ(form.sent, 0) << "by key neither";
    }
    void expect_sent() {
        ui->click("Send");
        EXPECT_EQ(form.sent, 1);
    }
};

TEST_F(AForm, a_day_that_does_not_exist_is_not_sent) {
    expect_held_back("Day", "31 Nov", "This is not a date");
    ui->field("Day").retype("30 Nov");
    expect_sent();
}

TEST_F(AForm, a_time_that_does_not_exist_is_not_sent_with_the_old_one) {
    expect_held_back("Start", "25:10", "This is not a time");
    expect_held_back("Start", "13:1510:3o", "This is not a time");
    ui->field("Start").retype("10:30");
    expect_sent();
    EXPECT_EQ(form.start, 10 * 60 + 30);
}

TEST_F(AForm, a_number_beyond_its_range_is_told_and_not_bent) {
    expect_held_back("Minutes", "500", "It can be from 5 min to 4 h.");
    expect_held_back("Minutes", "4o", "Write minutes");
    EXPECT_EQ(form.minutes, 30);
    ui->field("Minutes").retype("1 h 15");
    expect_sent();
    EXPECT_EQ(form.minutes, 75);
}

TEST_F(AForm, an_amount_shows_how_it_is_read_and_asks_where_it_can_be_read_twice) {
    expect_held_back("Length", "1,200", "Is it 1200 or 1.2?");
    expect_held_back("Length", "12 s", "That is another unit.");
    ui->field("Length").retype("12 m").see("Read as 12 m");
    ui->retype("6'2\"").see("Read as 1.88 m");
    ui->retype("210").see("Read as 2.1 m");
    expect_sent();
    EXPECT_EQ(form_amount_value(stage_of(*ui).ui, "f.length", {.unit = Unit::centimetres}), 210);
}

TEST_F(AForm, so_many_of_so_many_is_never_half_a_number) {
    expect_held_back("out of", "1o", "Write a whole number");
    expect_held_back("out of", "2.9", "Only whole numbers here");
    ui->field("out of").retype("5");
    expect_held_back("How many", "6", "That is more than the 5 there were.");
    ui->field("out of").retype("");
    ui->field("How many").retype("4 of 5").see("Read as 4 of 5");
    EXPECT_EQ(form_ratio_value(stage_of(*ui).ui, "f.n", "f.of"), (Ratio{4, 5}));
    ui->retype("9");
    EXPECT_FALSE(form_ratio_value(stage_of(*ui).ui, "f.n", "f.of")) << "9 of nothing is not 9 %";
    ui->field("out of").retype("12");
    EXPECT_EQ(form_ratio_value(stage_of(*ui).ui, "f.n", "f.of"), (Ratio{9, 12}));
}

TEST_F(AForm, a_date_in_numbers_is_said_in_words_while_it_is_typed) {
    ui->field("Day").retype("4/5/2026").see("Read as Sun 5 Apr 2026");
    ui->tab();
    EXPECT_EQ(ui->value("Day"), "5 Apr 2026");
    MachineSettings settings;
    settings.dates = DateChoice::day_first;
    stage_of(*ui).ui.machine = &settings;
    ui->field("Day").retype("4/5/2026").see("Read as Mon 4 May 2026");
    ui->tab();
    EXPECT_EQ(ui->value("Day"), "4 May 2026");
    stage_of(*ui).ui.machine = nullptr;
}

TEST_F(AForm, enter_in_any_line_means_the_button) {
    ui->field("Words").type("hello").press(ImGuiKey_Enter);
    EXPECT_EQ(form.sent, 1);
    ui->field("Day").retype("31 Nov").press(ImGuiKey_Enter);
    EXPECT_EQ(form.sent, 1) << "not while a field is red";
    EXPECT_EQ(ui->focused(), "Day");
}

TEST_F(AForm, cancel_leaves_a_red_form) { ui->field("Day").retype("31 Nov").click("Cancel").not_see("A form"); }

// ------------------------------------------------------------------ into and out of fields

/// One slow frame brings many keys at once, as a busy machine does.
void slow_keys(UiDriver& ui, std::string_view letters) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiKey_Tab, true);
    io.AddKeyEvent(ImGuiKey_Tab, false);
    for (const char c : letters) {
        const auto key = c >= '0' && c <= '9'   ? static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'))
                         : c >= 'a' && c <= 'z' ? static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'))
                                                : ImGuiKey_Space;
        io.AddKeyEvent(key, true);
        io.AddInputCharacter(static_cast<unsigned int>(c));
        io.AddKeyEvent(key, false);
    }
    ui.wait(1);
}

TEST_F(AForm, the_first_letter_after_tab_is_kept_on_a_slow_machine) {
    ui->field("Words");
    slow_keys(*ui, "27 mar 2018");
    EXPECT_EQ(ui->value("Day"), "27 mar 2018");
    ui->field("Words");
    slow_keys(*ui, " x");
    EXPECT_EQ(ui->value("Day"), " x");
}

TEST(IntoAField, the_key_that_asked_for_the_keyboard_is_not_typed) {
    bool wanted = false;
    const auto ui = drive_widgets([&](Ui& u) {
        if (!typing(u) && ImGui::IsKeyPressed(ImGuiKey_M, false)) wanted = true;
        form_field(u, {20, 20, 300, 60}, "Note", "f.note", {.focus_now = std::exchange(wanted, false)});
    });
    ImGuiIO& io = ImGui::GetIO();
    for (const auto& [key, c] : {std::pair(ImGuiKey_M, 'm'), std::pair(ImGuiKey_M, 'm'), std::pair(ImGuiKey_A, 'a')}) {
        io.AddKeyEvent(key, true);
        io.AddInputCharacter(static_cast<unsigned int>(c));
        io.AddKeyEvent(key, false);
    }
    ui->wait(0.5);
    EXPECT_EQ(ui->value("Note"), "ma") << "the first m opened the field";
}

TEST(IntoAField, a_middle_click_pastes_what_is_marked_elsewhere) {
    const auto ui = drive_widgets([](Ui& u) { form_field(u, {20, 20, 300, 60}, "Note", "f.note"); });
    stage_of(*ui).ui.selected_elsewhere = [] { return std::string("O\u2019Brien,\u00A0Ana\u200B"); };
    ui->field("Note").type("Name: ");
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(310, 60);
    io.AddMouseButtonEvent(ImGuiMouseButton_Middle, true);
    ui->wait(0.1);
    io.AddMouseButtonEvent(ImGuiMouseButton_Middle, false);
    ui->wait(0.1);
    EXPECT_EQ(ui->value("Note"), "Name: O\u2019Brien, Ana");
}

TEST(IntoAField, pasted_words_bring_no_signs_that_nobody_sees) {
    const auto ui = drive_widgets([](Ui& u) { form_field(u, {20, 20, 300, 60}, "Note", "f.note"); });
    ImGui::SetClipboardText("\uFEFFAna\u00A0Luz\u200B \u0645\u06CC\u200C\u0631");
    ui->field("Note").press(ImGuiMod_Ctrl | ImGuiKey_V);
    EXPECT_EQ(ui->value("Note"), "Ana Luz \u0645\u06CC\u200C\u0631") << "joiners belong to some scripts";
}

TEST(IntoAField, tab_goes_past_the_eye_of_a_passphrase_and_a_space_does_not_show_it) {
    std::string secret = "seven green pegs";
    const auto ui = drive_widgets([&](Ui& u) {
        live_field(u, {20, 20, 300, 60}, "Passphrase", secret, {.secret = true});
        button(u, Vec{20, 120}, "Open");
    });
    ui->field("Passphrase").tab();
    EXPECT_EQ(ui->focused(), "Open");
    ui->field("Passphrase").press(ImGuiMod_Alt | ImGuiKey_V).see("Hide");
    ui->press(ImGuiMod_Alt | ImGuiKey_V).see("Show");
}

// ------------------------------------------------------------------ in the program

TEST(FormsOfTheProgram, a_session_does_not_keep_its_old_start_when_a_wrong_one_is_typed) {
    const auto ui = drive_app();
    ui->open("Caseload").click("Mateo García", WidgetRole::row).press(ImGuiMod_Ctrl | ImGuiKey_N);
    ui->press(ImGuiKey_Escape);
    const auto before = stage_of_app(*ui).caseload().sessions().size();
    ui->click("Sessions", WidgetRole::tab).click("New session").field("Start").retype("13:1510:3o");
    ui->click("Make and plan").see("This is not a time");
    EXPECT_EQ(stage_of_app(*ui).caseload().sessions().size(), before);
    EXPECT_EQ(ui->focused(), "Start");
}

TEST(FormsOfTheProgram, ctrl_n_and_enter_begin_something_new_after_the_mouse_too) {
    const auto ui = drive_app();
    ui->open("Today").open("Caseload");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_N).see("Add session").press(ImGuiKey_Enter);
    ui->see("Who serves");
}

TEST(FormsOfTheProgram, ones_own_discipline_serves_a_new_child_and_the_cursor_is_in_the_first_field) {
    const auto ui = drive_app();
    ui->open("Caseload").click("Add child");
    EXPECT_EQ(ui->focused(), "First name");
    EXPECT_TRUE(ui->typing());
    ui->see("minutes each time");
}

TEST(FormsOfTheProgram, a_new_diagnosis_is_typed_name_first_then_its_code) {
    const auto ui = drive_app();
    ui->open("Caseload").click("Mateo García", WidgetRole::row).click("Details", WidgetRole::tab);
    ui->wheel("Names", -8);
    for (int turns = 0; turns < 20 && !ui->sees("Add diagnosis"); ++turns) {  // the pointer rests on the page
        ImGui::GetIO().AddMouseWheelEvent(0, -4);
        ui->wait(0.2);
    }
    ui->click("Add diagnosis");
    ui->type("Hypotonia").tab().type("P94.2").press(ImGuiKey_Enter);
    for (const Child& child : stage_of_app(*ui).caseload().children()) {
        if (full_name(child) != "Mateo García") continue;
        ASSERT_FALSE(child.diagnoses.empty());
        EXPECT_EQ(child.diagnoses.back().name, "Hypotonia");
        EXPECT_EQ(child.diagnoses.back().icd10, "P94.2");
    }
}

TEST(Finder, finds_goals_and_what_a_child_likes) {
    const auto ui = drive_app();
    const std::string find = "Find a child, a goal, a note, an action or an activity";
    const Goal goal = stage_of_app(*ui).caseload().goals().front();
    const Child* whose = stage_of_app(*ui).caseload().child(goal.child);
    ASSERT_NE(whose, nullptr);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_K).field(find).type(goal.title.substr(0, goal.title.find(' ', 12)));
    ui->see(goal.title).see("Goal, " + call_name(*whose));
    const Child* liker = nullptr;
    for (const Child& child : stage_of_app(*ui).caseload().children())
        if (!child.archived && !child.interests.empty()) liker = &child;
    ASSERT_NE(liker, nullptr);
    ui->field(find).retype("dinosaur").see("Likes Dinosaurs");
}

}  // namespace
}  // namespace pegboard::test
