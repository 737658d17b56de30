// Minutes as a school therapist keeps them: what is promised, given, owed and to book on a child's page, the sessions
// behind each figure, a make-up, what Today says ahead of time, and what the practice owes.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/today/today.h"
#include "core/rules/minutes/ledger_words.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace minutes_on_screen {

const Caseload& records(UiDriver& ui) { return stage_of_app(ui).caseload(); }

const Child& child_called(UiDriver& ui, std::string_view name) {
    const auto& all = records(ui).children();
    return *std::ranges::find(all, name, [](const Child& child) { return full_name(child); });
}

minutes::Asked asked_of(UiDriver& ui, const Child& child) {
    return {child, records(ui).sessions(), records(ui).practice().minutes, stage_of_app(ui).app().ui().clock.today};
}

/// The session that was not held and is owed; null: none.
const Session* owed_whole(UiDriver& ui, const Child& child) {
    for (const minutes::Owed& owed : minutes::owed_sessions(asked_of(ui, child)))
        if (owed.missed->status == SessionStatus::not_held) return owed.missed;
    return nullptr;
}

/// The first child of whom a missed session is owed.
const Child* owed_child(UiDriver& ui) {
    for (const Child& child : records(ui).children())
        if (owed_whole(ui, child) != nullptr) return &child;
    return nullptr;
}

std::unique_ptr<UiDriver> at_sessions(const std::string& name, int percent = 100) {
    auto ui = drive_app({.text_percent = percent});
    ui->open("Caseload").field("Find by name").type(name.substr(0, name.find(' ')));
    ui->click(name, WidgetRole::row).click("Sessions", WidgetRole::tab);
    return ui;
}

TEST(MinutesScreen, a_figure_opens_its_sessions_and_a_make_up_is_booked_from_there) {
    std::string name;
    {
        const auto first = drive_app();
        const Child* child = owed_child(*first);
        ASSERT_NE(child, nullptr) << "the demo has a session the therapist missed";
        name = full_name(*child);
    }
    const auto ui = at_sessions(name);
    const Child& child = child_called(*ui, name);
    const Session session = *owed_whole(*ui, child);
    const SessionId missed = session.id;
    const std::string day = say_day(session.date), when = day + " " + say_time(session.start_min);
    const minutes::Line line = minutes::ledger(asked_of(*ui, child), minutes::Period::month).at(0);
    ASSERT_GT(line.sum.owed, 0);
    ui->click("Owed " + minutes::say_min(line.sum.owed), WidgetRole::chip);
    ui->see(when).click("Book a make-up of the minutes of " + when);
    ui->see("Makes up the session of " + day).click("Make and plan");
    const auto& all = records(*ui).sessions();
    const auto made = std::ranges::find(all, missed, &Session::makes_up);
    ASSERT_NE(made, all.end());
    EXPECT_EQ(made->child, child.id);
    EXPECT_EQ(owed_whole(*ui, child_called(*ui, name)), nullptr) << "its make-up is booked";
    const std::string booked = say_day(made->date);
    ui->open("Caseload").click(name, WidgetRole::row).click("Sessions", WidgetRole::tab);
    ui->see("Make-up booked: " + booked).see("Makes up " + day).not_see("Book a make-up of " + when);
}

TEST(MinutesScreen, periods_are_chosen_by_keyboard_and_a_term_is_set_under_settings) {
    const auto ui = at_sessions("Mateo García");
    ui->click("Period: This term").see("This practice has not said when its term is.").click("Open settings");
    ui->field("First day of the term").type("31 Aug").press(ImGuiKey_Enter);
    ui->field("Last day of the term").type("18 Dec").press(ImGuiKey_Enter);
    const MinutesRules& rules = records(*ui).practice().minutes;
    ASSERT_TRUE(rules.term_from && rules.term_to);
    EXPECT_EQ(iso(*rules.term_from), "2026-08-31");
    EXPECT_EQ(iso(*rules.term_to), "2026-12-18");
    ui->open("Caseload").click("Mateo García", WidgetRole::row).click("Sessions", WidgetRole::tab);
    const auto lines = minutes::ledger(asked_of(*ui, child_called(*ui, "Mateo García")), minutes::Period::term);
    ASSERT_FALSE(lines.empty());
    ui->see("Promised " + minutes::say_min(lines[0].sum.promised));
}

TEST(MinutesScreen, what_is_owed_is_the_practices_choice_and_is_taken_back) {
    const auto ui = drive_app();
    ui->open("Settings").in("Minutes").click("Did not come");
    EXPECT_TRUE(records(*ui).practice().minutes.owed[static_cast<std::size_t>(MissedWhy::no_show)]);
    ui->in("Minutes").click("Minutes of a co-treatment count: Half for each");
    EXPECT_TRUE(records(*ui).practice().minutes.split_cotreat);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z).press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(records(*ui).practice().minutes, MinutesRules{});
}

TEST(MinutesScreen, today_says_what_is_to_book_before_the_promise_ends) {
    const auto ui = drive_app();
    Child child = child_called(*ui, "Mateo García");
    child.services.at(0).times += 1;
    child.services[0].therapist = records(*ui).practice().me;
    ASSERT_TRUE(stage_of_app(*ui).caseload().run(EditChild{child}).ok());
    const auto dues = minutes::dues(asked_of(*ui, child_called(*ui, "Mateo García")));
    ASSERT_EQ(dues.size(), 1U);
    const std::string words = minutes::say_due(dues[0]);
    const auto says = [&] {
        TodayRows rows;
        const Ui& now = stage_of_app(*ui).app().ui();
        follow_today(rows, now, now.clock.today);
        return std::ranges::any_of(rows.notes, [&](const TodayNote& note) { return note.line == words; });
    };
    EXPECT_TRUE(says()) << words;
    child.archived = true;
    ASSERT_TRUE(stage_of_app(*ui).caseload().run(EditChild{child}).ok());
    EXPECT_FALSE(says());
}

TEST(MinutesScreen, nothing_is_cut_or_covered) {
    for (const int percent : {100, 150, 200}) {
        const auto ui = at_sessions("Amina Yusuf", percent);
        EXPECT_EQ(ui->lint(), std::vector<std::string>{}) << percent;
        const auto lines = minutes::ledger(asked_of(*ui, child_called(*ui, "Amina Yusuf")), minutes::Period::month);
        ASSERT_FALSE(lines.empty());
        ui->click("Given " + minutes::say_min(lines[0].sum.delivered), WidgetRole::chip);
        EXPECT_EQ(ui->lint(), std::vector<std::string>{}) << "with sessions at " << percent;
        EXPECT_EQ(ui->not_reached_by_tab(), std::vector<std::string>{});
    }
}

}  // namespace minutes_on_screen
}  // namespace
}  // namespace pegboard::test
