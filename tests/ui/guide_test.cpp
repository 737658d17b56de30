// The guide for a family, in the program: the doctor comes first, every answer is told at once with its reasons, in
// both languages, by mouse and by keys, and nothing is kept.
#include <gtest/gtest.h>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class GuideAtTheDoor : public testing::Test {
 protected:
    void SetUp() override {
        ui_ = drive_app({.throwaway = true});
        ui_->open("Caseload").click("OT, PT or both?");
    }
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    const GuideScreen& guide() { return app().screens().guide; }
    void of_five_years() {
        ui().field("Date of birth").type("22 Aug 2021");
        ui().see("Dressing, eating and washing");
    }

 private:
    std::unique_ptr<UiDriver> ui_;
};

TEST_F(GuideAtTheDoor, WithoutADateOfBirthOnlyHealthIsAsked) {
    ui().see("Has any of this happened?").see("The date of birth says which questions fit.");
    ui().not_see("Hands and tools");
    ui().field("Date of birth").type("31 Feb 2021");
    ui().see("Type a date of birth, not after today");
    EXPECT_TRUE(guide().group.empty());
    ui().field("Date of birth").retype("22 Aug 2021").see("22 Aug 2021: 5 years 1 month");
    ui().field("Born at week").type("2x").see("A week from 22 to 44").not_see("Hands and tools");
    ui().field("Born at week").retype("30").see("Hands and tools");
}

TEST_F(GuideAtTheDoor, OneOftenSaysWhichEvaluationAndWhy) {
    of_five_years();
    ui().in("Groups of questions").click("Dressing, eating and washing");
    ui().click("Eats mostly with fingers, as a spoon or fork rarely works: Often");
    ui().see("An OT evaluation could help").in("What the answers say").see("Eats mostly with fingers");
    EXPECT_EQ(guide().answers.concerns.at("C07"), GuideAnswer::often);
    ui().in("Groups of questions").click("Moving about");
    ui().click("Finds stairs hard or slow, or stays away from them: Often");
    ui().see("An evaluation by an OT and a PT could help");
}

TEST_F(GuideAtTheDoor, ASignForTheDoctorTodayHidesTherapy) {
    of_five_years();
    ui().in("Groups of questions").click("Dressing, eating and washing");
    ui().click("Eats mostly with fingers, as a spoon or fork rarely works: Often");
    ui().click("Look again").in("today").click("Has a new limp, or will not stand on a leg or use an arm");
    ui().see("Please call the doctor today").see("OT and PT can wait").not_see("An OT evaluation could help");
    ui().in("today").click("None of these");
    ui().not_see("OT and PT can wait").see("An OT evaluation could help");
    EXPECT_TRUE(guide().answers.marked.empty());
}

TEST_F(GuideAtTheDoor, KeysAnswerOneAfterTheOther) {
    of_five_years();
    ui().in("Groups of questions").click("Play");
    for (const char typed : {'3', '1'}) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(typed));
        ui().wait(0.1);
    }
    EXPECT_EQ(guide().answers.concerns.size(), 2U);
    EXPECT_EQ(guide().answers.concerns.at("C18"), GuideAnswer::often);
    EXPECT_EQ(guide().answers.concerns.at("C19"), GuideAnswer::not_at_all);
}

TEST_F(GuideAtTheDoor, BothLanguagesSayTheSame) {
    of_five_years();
    ui().click("Language: Español").see("Primero la salud").see("¿OT, PT o los dos?");
    ui().in("Groups of questions").click("Vestirse, comer y asearse");
    ui().click("Come casi siempre con los dedos, porque la cuchara o el tenedor rara vez le funcionan: A menudo");
    ui().see("Una evaluación de terapia ocupacional podría ayudar");
    ui().click("Language: English").see("An OT evaluation could help");
}

TEST_F(GuideAtTheDoor, NothingIsKeptAndAnotherFamilyBeginsAfresh) {
    const auto before = app().ui().caseload->revision();
    of_five_years();
    ui().in("911").click("None of these");
    ui().in("Groups of questions").click("Play");
    ui().wait(5);
    EXPECT_EQ(app().ui().caseload->revision(), before);
    EXPECT_FALSE(app().ui().drafts->has_prefix("guide"));
    ui().open("Caseload").click("OT, PT or both?");
    EXPECT_TRUE(guide().born.empty());
    EXPECT_EQ(guide().answers, GuideAnswers{});
}

TEST_F(GuideAtTheDoor, OfAChildTheAgeIsKnown) {
    const Child& child = stage_of_app(ui()).caseload().children().front();
    app().ui().nav->go({.screen = Screen::child, .child = child.id});
    ui().wait(0.1);
    ui().click("More").click("OT, PT or both?").wait(0.1);
    EXPECT_EQ(guide().born, say(child.date_of_birth));
    EXPECT_EQ(app().ui().nav->here().child, child.id);
}

}  // namespace
}  // namespace pegboard::test
