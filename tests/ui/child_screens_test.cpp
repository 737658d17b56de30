// Caseload and Child screens used as a therapist uses them: adding a child, finding, archiving, editing
// details, new sessions, closing sessions.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
const Child* child_named(UiDriver& ui, std::string_view name) {
    for (const Child& child : stage_of_app(ui).caseload().children())
        if (full_name(child) == name) return &child;
    return nullptr;
}

std::string next_undo(UiDriver& ui) {
    const UndoStep* step = stage_of_app(ui).caseload().next_undo();
    return step ? step->label : std::string();
}

std::unique_ptr<UiDriver> at_child(std::string_view name, std::string_view tab = {}) {
    auto ui = drive_app();
    ui->open("Caseload").click(name, WidgetRole::row);
    if (!tab.empty()) ui->click(tab, WidgetRole::tab);
    return ui;
}

int sessions_of(UiDriver& ui, ChildId child) {
    return static_cast<int>(std::ranges::count_if(stage_of_app(ui).caseload().sessions(),
                                                  [&](const Session& session) { return session.child == child; }));
}
}  // namespace

// ------------------------------------------------------------------ adding a child
TEST(AddChildDialog, first_name_and_date_of_birth_are_enough) {
    const auto ui = drive_app({.children = 0});
    ui->open("Caseload").see("No children yet").click("Add the first child");
    ui->field("First name").type("Zoë");
    ui->field("Last name").type("Nguyễn");
    ui->field("Date of birth").type("12 May 2021");
    ui->see("5 years 4 months");
    ui->click("Add child");
    ui->see("Zoë Nguyễn").see("Added Zoë Nguyễn").see("No open goals");
    ASSERT_EQ(stage_of_app(*ui).caseload().children().size(), 1U);
    EXPECT_EQ(child_named(*ui, "Zoë Nguyễn")->date_of_birth, *make_date(2021, 5, 12));
    EXPECT_FALSE(stage_of_app(*ui).app().ui().drafts->has_prefix("add_child."));
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_TRUE(stage_of_app(*ui).caseload().children().empty());
    ui->see("This child is not on the caseload");
}

TEST(AddChildDialog, says_under_the_field_what_is_missing) {
    const auto ui = drive_app({.children = 0});
    ui->open("Caseload").click("Add child");
    ui->click("Add child");
    ui->see("Type a first name").see("Type a date such as 29 Sep 2019");
    ui->field("First name").type("Noah");
    ui->field("Date of birth").type("1 Jan 2031");
    ui->click("Add child");
    ui->see("The date of birth lies in the future. Check the year.");
    EXPECT_TRUE(stage_of_app(*ui).caseload().children().empty());
}

TEST(AddChildDialog, what_was_typed_is_there_after_esc) {
    const auto ui = drive_app({.children = 0});
    ui->open("Caseload").click("Add child");
    ui->field("First name").type("Priya");
    ui->press(ImGuiKey_Escape).press(ImGuiKey_Escape);
    ui->not_see("First name").click("Add child");
    EXPECT_EQ(ui->value("First name"), "Priya");
}

TEST(AddChildDialog, points_out_a_child_that_looks_the_same) {
    const auto ui = drive_app();
    ui->open("Caseload").click("Add child");
    ui->field("First name").type("mateo");
    ui->field("Last name").type("Garcia");
    ui->see("Mateo García, born 26 May 2020, is already on the caseload. Is this the same child?");
    ui->click("Open Mateo García");
    ui->see("Strengths");
    EXPECT_EQ(stage_of_app(*ui).caseload().children().size(), 14U);
}

TEST(AddChildDialog, services_go_to_the_therapist_at_this_laptop) {
    const auto ui = drive_app();
    ui->open("Caseload").click("Add child");
    ui->field("First name").type("Ines");
    ui->field("Date of birth").type("3 Feb 2022");
    ui->field("OT times a week").retype("2");  // one's own discipline is ticked
    ui->click("Add child");
    const Child* child = child_named(*ui, "Ines");
    ASSERT_NE(child, nullptr);
    ASSERT_EQ(child->services.size(), 1U);
    EXPECT_EQ(child->services[0].times, 2);
    EXPECT_EQ(child->services[0].therapist, stage_of_app(*ui).caseload().practice().me);
}

// ------------------------------------------------------------------ the list
TEST(CaseloadList, typing_in_the_list_finds) {
    const auto ui = drive_app();
    ui->open("Caseload");
    for (const char letter : std::string_view("lucja")) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(letter));
        ui->frame();
        ui->frame();
    }
    ui->see("1 of 14 children").see("Łucja Nowak").not_see("Mateo García");
    ui->click("Clear").see("Mateo García");
}

TEST(CaseloadList, archive_and_restore_through_the_row_menu) {
    const auto ui = drive_app();
    ui->open("Caseload").click("More for Eli Goldberg").click("Archive");
    ui->see("Archived Eli Goldberg").see("13 children").not_see("More for Eli Goldberg");
    ui->click("Archived").see("Eli Goldberg").not_see("Mateo García");
    ui->click("More for Eli Goldberg").click("Restore");
    EXPECT_FALSE(child_named(*ui, "Eli Goldberg")->archived);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_TRUE(child_named(*ui, "Eli Goldberg")->archived);
}

TEST(CaseloadList, heads_sort_and_sort_back) {
    const auto ui = drive_app();
    const auto first = [&] {
        for (const WidgetInfo& widget : ui->record().widgets)
            if (widget.role == WidgetRole::row) return widget.label;
        return std::string();
    };
    ui->open("Caseload");
    EXPECT_EQ(first(), "Amina Yusuf");
    ui->click("Child");
    EXPECT_EQ(first(), "Zoë Nguyễn");
    ui->click("Age", WidgetRole::button);
    EXPECT_EQ(first(), "Anahí Quispe");
}

// ------------------------------------------------------------------ details
TEST(ChildDetails, one_finished_edit_is_one_step_of_undo) {
    const auto ui = at_child("Mateo García", "Details");
    const std::string before = child_named(*ui, "Mateo García")->school;
    ui->field("School or site").retype("Hillcrest Primary").press(ImGuiKey_Enter);
    EXPECT_EQ(child_named(*ui, "Mateo García")->school, "Hillcrest Primary");
    EXPECT_EQ(next_undo(*ui), "Change Mateo's school");
    ui->click("Overview").press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(child_named(*ui, "Mateo García")->school, before);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Y);
    EXPECT_EQ(child_named(*ui, "Mateo García")->school, "Hillcrest Primary");
}

TEST(ChildDetails, a_refused_edit_says_why_and_keeps_the_text) {
    const auto ui = at_child("Mateo García", "Details");
    const Date before = child_named(*ui, "Mateo García")->date_of_birth;
    ui->field("Date of birth").retype("1 Jan 2031").press(ImGuiKey_Enter);
    ui->see("The date of birth lies in the future. Check the year.");
    EXPECT_EQ(child_named(*ui, "Mateo García")->date_of_birth, before);
    EXPECT_EQ(ui->value("Date of birth"), "1 Jan 2031");
}

TEST(ChildDetails, born_early_shows_the_corrected_age) {
    const auto ui = drive_app({.children = 0});
    ui->open("Caseload").click("Add child");
    ui->field("First name").type("Ada");
    ui->field("Date of birth").type("29 Dec 2025");
    ui->click("Add child");
    ui->click("Details", WidgetRole::tab).choose("Born at", "30 weeks");
    EXPECT_EQ(child_named(*ui, "Ada")->gestation_weeks, 30);
    ui->click("Caseload", WidgetRole::nav);
    ui->see("9 m").see("6 m corrected");
}

TEST(ChildDetails, precautions_are_chosen_asked_about_and_removed) {
    const auto ui = at_child("Amina Yusuf", "Details");
    const std::size_t before = child_named(*ui, "Amina Yusuf")->precautions.size();
    const Precaution* leg = stage_of_app(*ui).app().ui().library->precaution("wb_leg");
    ASSERT_NE(leg, nullptr);
    ui->choose("Add a precaution", "Bones and joints: " + leg->label);
    ASSERT_EQ(child_named(*ui, "Amina Yusuf")->precautions.size(), before + 1);
    EXPECT_EQ(child_named(*ui, "Amina Yusuf")->precautions.back().code, "wb_leg");
    ui->see("Leg weight limit").see(leg->ask).see(leg->line);
    ui->choose("Leg", "Left");
    ui->field("Until").type("12 Oct").press(ImGuiKey_Enter);
    const auto& parameters = child_named(*ui, "Amina Yusuf")->precautions.back().parameters;
    EXPECT_EQ(parameters.at("side"), "left");
    EXPECT_EQ(parameters.at("until"), "2026-10-12");
    ui->see("Leg weight limit: left, until 12 Oct");
    ui->click("Remove " + leg->label);
    EXPECT_EQ(child_named(*ui, "Amina Yusuf")->precautions.size(), before);
}

TEST(ChildDetails, lines_are_edited_in_place) {
    const auto ui = at_child("Mateo García");
    const std::size_t before = child_named(*ui, "Mateo García")->strengths.size();
    ui->click("Add a strength").type("Laughs at his own jokes").press(ImGuiKey_Enter);
    ASSERT_EQ(child_named(*ui, "Mateo García")->strengths.size(), before + 1);
    ui->see("Laughs at his own jokes").click("Edit: Laughs at his own jokes").retype("Laughs").press(ImGuiKey_Enter);
    EXPECT_EQ(child_named(*ui, "Mateo García")->strengths.back(), "Laughs");
    EXPECT_EQ(next_undo(*ui), "Change Mateo's strengths");
}

TEST(ChildDetails, a_guardian_needs_a_name) {
    const auto ui = at_child("Mateo García", "Details");
    const std::size_t before = child_named(*ui, "Mateo García")->guardians.size();
    ui->wheel("Names", -8).click("Add guardian").click("Add this guardian");
    ui->see("Type a name");
    ui->in("New guardian").field("Guardian's name").type("Rosa García");
    ui->in("New guardian").field("Phone").type("(555) 555-0199");
    ui->click("Add this guardian");
    ASSERT_EQ(child_named(*ui, "Mateo García")->guardians.size(), before + 1);
    EXPECT_EQ(child_named(*ui, "Mateo García")->guardians.back().phone, "(555) 555-0199");
    ui->click("Phone and rescue plan").see("(555) 555-0199");
}

// ------------------------------------------------------------------ discharge and erasing
TEST(ChildMenu, discharge_and_readmit) {
    const auto ui = at_child("Eli Goldberg");
    ui->click("More").click("Discharge");
    ui->choose("Reason", "Moved away").click("Discharge");
    ASSERT_TRUE(child_named(*ui, "Eli Goldberg")->discharge);
    EXPECT_EQ(child_named(*ui, "Eli Goldberg")->discharge->reason, DischargeReason::moved);
    ui->see("Discharged 29 Sep");
    ui->click("More").click("Readmit");
    EXPECT_FALSE(child_named(*ui, "Eli Goldberg")->discharge);
}

TEST(ChildMenu, erasing_asks_for_the_name) {
    const auto ui = at_child("Eli Goldberg");
    ui->click("More").click("Erase for good");
    ui->click("Erase for good").see("Type the whole name first");
    EXPECT_EQ(ui->focused(), "Type the child's name to go on") << "the button leads there";
    EXPECT_NE(child_named(*ui, "Eli Goldberg"), nullptr);
    ui->field("Type the child's name to go on").type("eli goldberg");
    ui->click("Erase for good");
    EXPECT_EQ(child_named(*ui, "Eli Goldberg"), nullptr);
    ui->see("13 children").see("The record was erased for good");
}

// ------------------------------------------------------------------ sessions
TEST(NewSessionDialog, makes_a_session_repeated_weekly_and_opens_its_plan) {
    const auto ui = at_child("Eli Goldberg", "Sessions");
    const ChildId eli = child_named(*ui, "Eli Goldberg")->id;
    const int before = sessions_of(*ui, eli);
    ui->click("New session");
    ui->field("Date").retype("2 Nov 2026");
    ui->field("Start").retype("10:15").press(ImGuiKey_Tab);
    ui->field("Repeat weekly until (optional)").type("16 Nov 2026");
    ui->click("Make and plan");
    EXPECT_EQ(sessions_of(*ui, eli), before + 3);
    EXPECT_EQ(stage_of_app(*ui).app().ui().nav->here().screen, Screen::plan);
    const SessionId made = stage_of_app(*ui).app().ui().nav->here().session;
    EXPECT_EQ(stage_of_app(*ui).caseload().session(made)->start_min, 10 * 60 + 15);
}

TEST(NewSessionDialog, says_what_is_missing) {
    const auto ui = drive_app();
    ui->open("Today").click("Add session");
    ui->field("Date").retype("someday");
    ui->click("Make and plan").see("This is not a date");
    EXPECT_EQ(ui->focused(), "Date") << "what is red comes first";
    ui->press(ImGuiMod_Ctrl | ImGuiKey_A).press(ImGuiKey_Delete).click("Make and plan");
    ui->see("Choose a child").see("Type a date such as 29 Sep");
}

TEST(CloseSessionDialogs, a_past_session_is_marked_held_or_not_held) {
    const auto ui = at_child("Eli Goldberg", "Sessions");
    Session past;
    past.id = mint<SessionId>();
    past.child = child_named(*ui, "Eli Goldberg")->id;
    past.date = *make_date(2026, 9, 28);
    past.start_min = 8 * 60;
    ASSERT_TRUE(stage_of_app(*ui).caseload().run(AddSession{past}).ok());
    ui->wait(0.2).click("Completed Mon 28 Sep 8:00 am");
    ui->field("Minutes of therapy").retype("25").press(ImGuiKey_Tab);
    ui->field("Short note").type("Wrote his name twice");
    ui->click("Mark as completed");
    const Session* closed = stage_of_app(*ui).caseload().session(past.id);
    EXPECT_EQ(closed->status, SessionStatus::held);
    EXPECT_EQ(closed->held_min, 25);
    EXPECT_EQ(closed->note, "Wrote his name twice");
    ui->see("Completed, 25 min").press(ImGuiMod_Ctrl | ImGuiKey_Z).see("It is part of the record.").click("Undo it");
    EXPECT_EQ(stage_of_app(*ui).caseload().session(past.id)->status, SessionStatus::planned);
    ui->click("Missed Mon 28 Sep 8:00 am").choose("Reason", "School event").click("Mark as missed");
    EXPECT_EQ(stage_of_app(*ui).caseload().session(past.id)->not_held_reason, NotHeldReason::school_event);
}

// ------------------------------------------------------------------ layout
TEST(ChildScreensLayout, nothing_is_cut_or_covered) {
    for (const int percent : {100, 150, 200}) {
        const auto ui = drive_app({.text_percent = percent});
        ui->open("Caseload");
        EXPECT_EQ(ui->lint(), std::vector<std::string>{}) << "caseload at " << percent;
        ui->field("Find by name").type("Mateo");
        ui->click("Mateo García", WidgetRole::row);
        for (const std::string tab : {"Overview", "Goals", "Sessions", "Details"}) {
            ui->click(tab, WidgetRole::tab);
            EXPECT_EQ(ui->lint(), std::vector<std::string>{}) << tab << " at " << percent;
        }
    }
}

}  // namespace pegboard::test
