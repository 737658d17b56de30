// Fields: what is typed is never lost, and a finished edit is handed over once.
#include <gtest/gtest.h>

#include <random>

#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {

WidgetStage& stage_of(UiDriver& ui) { return static_cast<WidgetStage&>(ui.stage()); }

/// A record with one field; an edit is taken over unless `refuses`.
struct OneField {
    std::string value = "Mateo";
    std::vector<std::string> handed;
    bool refuses = false;

    void draw(Ui& u) {
        if (auto changed = field(u, {100, 100, 300, 80}, "First name", "child.1.first", value)) {
            handed.push_back(*changed);
            if (!refuses) value = *changed;
        }
        button(u, Vec{100, 300}, "Elsewhere");
    }
};

TEST(Fields, a_record_field_hands_over_once_when_editing_ends) {
    OneField one;
    const auto ui = drive_widgets([&](Ui& u) { one.draw(u); });
    ui->field("First name").press(ImGuiKey_End).type(" J");
    EXPECT_TRUE(one.handed.empty());
    EXPECT_EQ(stage_of(*ui).drafts.text("child.1.first"), "Mateo J");
    ui->press(ImGuiKey_Enter);
    EXPECT_EQ(one.handed, std::vector<std::string>{"Mateo J"});
    ui->wait(0.2);
    EXPECT_EQ(stage_of(*ui).drafts.find("child.1.first"), nullptr);
    // Tab, and a press elsewhere, end it as well; no change hands over nothing.
    ui->field("First name").retype("Zo\u00EB").tab();
    EXPECT_EQ(one.value, "Zo\u00EB");
    ui->field("First name").retype("Ana").click("Elsewhere");
    EXPECT_EQ(one.value, "Ana");
    ui->field("First name").tab();
    EXPECT_EQ(one.handed.size(), 3U);
}

TEST(Fields, esc_keeps_what_was_typed) {
    OneField one;
    const auto ui = drive_widgets([&](Ui& u) { one.draw(u); });
    ui->field("First name").retype("Anah\u00ED").press(ImGuiKey_Escape);
    EXPECT_FALSE(ui->typing());
    EXPECT_EQ(one.value, "Anah\u00ED");
    EXPECT_EQ(ui->value("First name"), "Anah\u00ED");
}

TEST(Fields, a_draft_left_by_a_crash_is_shown_and_goes_on) {
    OneField one;
    const auto ui = drive_widgets([&](Ui& u) { one.draw(u); });
    stage_of(*ui).drafts.set("child.1.first", "Mateo Jos");
    ui->wait(0.1);
    EXPECT_EQ(ui->value("First name"), "Mateo Jos");
    ui->see("Not saved yet");
    EXPECT_TRUE(one.handed.empty());
    ui->field("First name").press(ImGuiKey_End).type("\u00E9").press(ImGuiKey_Enter);
    EXPECT_EQ(one.value, "Mateo Jos\u00E9");
    ui->wait(0.1);
    ui->not_see("Not saved yet");
}

TEST(Fields, what_the_core_refuses_stays_in_the_field) {
    OneField one;
    one.refuses = true;
    const auto ui = drive_widgets([&](Ui& u) { one.draw(u); });
    ui->field("First name").retype("Zo\u00EB").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_EQ(ui->value("First name"), "Zo\u00EB");
    ui->see("Not saved yet");
}

TEST(Fields, another_record_under_the_same_label_does_not_get_the_text) {
    std::string key = "child.1.first";
    std::vector<std::string> handed;
    const auto ui = drive_widgets([&](Ui& u) {
        if (auto changed = field(u, {100, 100, 300, 60}, "First name", key, "Mateo")) handed.push_back(*changed);
    });
    ui->field("First name").retype("Half a na");
    key = "child.2.first";
    ui->wait(0.1);
    EXPECT_EQ(ui->value("First name"), "Mateo");
    EXPECT_TRUE(handed.empty());
    EXPECT_EQ(stage_of(*ui).drafts.text("child.1.first"), "Half a na");
}

TEST(Fields, undo_redo_copy_cut_and_paste_in_the_field) {
    std::string words;
    const auto ui = drive_widgets([&](Ui& u) { live_field(u, {100, 100, 300, 60}, "Find", words); });
    ui->field("Find").type("hop").type(" five");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(words, "hop");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z).press(ImGuiMod_Ctrl | ImGuiKey_Y);
    EXPECT_EQ(words, "hop");
    ui->press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
    EXPECT_EQ(words, "hop five");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_A).press(ImGuiMod_Ctrl | ImGuiKey_X);
    EXPECT_EQ(words, "");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_V).press(ImGuiMod_Ctrl | ImGuiKey_V);
    EXPECT_EQ(words, "hop fivehop five");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Backspace);
    EXPECT_EQ(words, "hop fivehop ");
}

TEST(Fields, a_secret_is_no_draft_and_is_not_written_down) {
    std::string words;
    FieldLook look;
    look.secret = true;
    const auto ui = drive_widgets([&](Ui& u) { live_field(u, {100, 100, 300, 60}, "Passphrase", words, look); });
    ui->field("Passphrase").type("seven green pegs");
    EXPECT_EQ(words, "seven green pegs");
    ui->not_see("green");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_A).press(ImGuiMod_Ctrl | ImGuiKey_C);
    EXPECT_TRUE(ImGui::GetClipboardText() == nullptr || std::string(ImGui::GetClipboardText()).empty());
    ui->click("Show");
    EXPECT_EQ(words, "seven green pegs");
    ui->see("Hide");
}

// ---------------------------------------------------------------- notes

/// What a plain text would be after the same keys.
struct Reference {
    std::string text;
    std::size_t caret = 0;
    std::size_t anchor = 0;

    void go(std::size_t to, bool keep) {
        caret = std::min(to, text.size());
        if (!keep) anchor = caret;
    }
    bool erase_selection() {
        if (caret == anchor) return false;
        const std::size_t from = std::min(caret, anchor);
        text.erase(from, std::max(caret, anchor) - from);
        caret = anchor = from;
        return true;
    }
    void type(const std::string& words) {
        erase_selection();
        text.insert(caret, words);
        caret = anchor = caret + words.size();
    }
    void left(bool keep) {
        if (!keep && caret != anchor) return go(std::min(caret, anchor), false);
        go(caret > 0 ? caret - 1 : 0, keep);
    }
    void right(bool keep) {
        if (!keep && caret != anchor) return go(std::max(caret, anchor), false);
        go(caret + 1, keep);
    }
    void home(bool keep) {
        std::size_t at = caret;
        while (at > 0 && text[at - 1] != '\n') --at;
        go(at, keep);
    }
    void end(bool keep) {
        std::size_t at = caret;
        while (at < text.size() && text[at] != '\n') ++at;
        go(at, keep);
    }
    void backspace() {
        if (erase_selection() || caret == 0) return;
        text.erase(--caret, 1);
        anchor = caret;
    }
    void del() {
        if (erase_selection() || caret >= text.size()) return;
        text.erase(caret, 1);
    }
};

TEST(Notes, two_thousand_keys_match_a_plain_buffer) {
    const auto ui = drive_widgets([](Ui& u) { form_note(u, {20, 20, 1400, 600}, "Note", "note"); });
    ui->field("Note");
    std::mt19937 random(42);
    Reference plain;
    for (int i = 0; i < 2000; ++i) {
        const bool keep = random() % 4 == 0;
        const ImGuiKeyChord shift = keep ? ImGuiMod_Shift : 0;
        switch (random() % 14) {
            case 0:
                ui->press(shift | ImGuiKey_LeftArrow), plain.left(keep);
                break;
            case 1:
                ui->press(shift | ImGuiKey_RightArrow), plain.right(keep);
                break;
            case 2:
                ui->press(shift | ImGuiKey_Home), plain.home(keep);
                break;
            case 3:
                ui->press(shift | ImGuiKey_End), plain.end(keep);
                break;
            case 4:
                ui->press(ImGuiKey_Backspace), plain.backspace();
                break;
            case 5:
                ui->press(ImGuiKey_Delete), plain.del();
                break;
            case 6:
                ui->press(ImGuiKey_Enter), plain.type("\n");
                break;
            default: {
                const std::string letter(1, static_cast<char>('a' + random() % 26));
                ui->type(letter);
                plain.type(letter);
            }
        }
        ASSERT_EQ(stage_of(*ui).drafts.text("note"), plain.text) << "after key " << i;
    }
    const std::string last = plain.text;
    for (int i = 0; i < 2000 && !stage_of(*ui).drafts.text("note").empty(); ++i) ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(stage_of(*ui).drafts.text("note"), "");
    for (int i = 0; i < 2500 && stage_of(*ui).drafts.text("note") != last; ++i) ui->press(ImGuiMod_Ctrl | ImGuiKey_Y);
    EXPECT_EQ(stage_of(*ui).drafts.text("note"), last);
}

TEST(Notes, long_text_wraps_and_the_caret_stays_in_sight) {
    const auto ui = drive_widgets([](Ui& u) { form_note(u, {100, 100, 200, 120}, "Note", "note"); });
    ui->field("Note");
    std::string typed;
    for (int i = 0; i < 60; ++i) {
        ui->type("hops ");
        typed += "hops ";
    }
    EXPECT_EQ(stage_of(*ui).drafts.text("note"), typed);
    ui->press(ImGuiKey_Home).type("X");  // of the row in sight, not of the whole text
    const std::string now = stage_of(*ui).drafts.text("note");
    EXPECT_EQ(now.size(), typed.size() + 1);
    EXPECT_GT(now.find('X'), typed.size() / 2);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Home).type("Y").press(ImGuiKey_DownArrow).type("Z");
    EXPECT_EQ(stage_of(*ui).drafts.text("note").front(), 'Y');
    EXPECT_LT(stage_of(*ui).drafts.text("note").find('Z'), 80U);
}

TEST(Notes, double_press_takes_the_word_and_triple_the_line) {
    const auto ui = drive_widgets([](Ui& u) { form_note(u, {100, 100, 400, 120}, "Note", "note"); });
    stage_of(*ui).drafts.set("note", "Hops five times\nCatches a ball");
    ui->wait(0.1);
    ImGuiIO& io = ImGui::GetIO();
    const auto press = [&](int times) {
        io.AddMousePosEvent(122, 140);
        for (int i = 0; i < times; ++i) {
            io.AddMouseButtonEvent(0, true);
            ui->wait(0.04);
            io.AddMouseButtonEvent(0, false);
            ui->wait(0.04);
        }
    };
    press(2);
    ui->type("Jumps");
    EXPECT_EQ(stage_of(*ui).drafts.text("note"), "Jumps five times\nCatches a ball");
    ui->wait(1);
    press(3);
    ui->press(ImGuiKey_Delete);
    EXPECT_EQ(stage_of(*ui).drafts.text("note"), "\nCatches a ball");
}

// ---------------------------------------------------------------- dates, times, numbers

TEST(Fields, a_date_is_typed_as_people_type_and_handed_over_once) {
    std::optional<Date> value = make_date(2020, 5, 12);
    std::vector<std::optional<Date>> handed;
    const auto ui = drive_widgets([&](Ui& u) {
        if (auto changed = date_field(u, {100, 100, 240, 80}, "Date of birth", "child.1.born", value)) {
            handed.push_back(*changed);
            value = *changed;
        }
    });
    EXPECT_EQ(ui->value("Date of birth"), "12 May 2020");
    ui->field("Date of birth").retype("29.9.19").press(ImGuiKey_Enter).wait(0.1);
    ASSERT_EQ(handed.size(), 1U);
    EXPECT_EQ(handed[0], make_date(2019, 9, 29));
    EXPECT_EQ(ui->value("Date of birth"), "29 Sep 2019");
    // What is no date stays as it was typed and says how to write one.
    ui->field("Date of birth").retype("31 Feb").tab().wait(0.1);
    EXPECT_EQ(handed.size(), 1U);
    EXPECT_EQ(ui->value("Date of birth"), "31 Feb");
    ui->see("This is not a date. Try 29 Sep 2026.");
    ui->field("Date of birth").press(ImGuiMod_Ctrl | ImGuiKey_A).press(ImGuiKey_Delete).press(ImGuiKey_Enter).wait(0.1);
    ASSERT_EQ(handed.size(), 2U);
    EXPECT_EQ(handed[1], std::nullopt);
    ui->not_see("This is not a date");
}

TEST(Fields, a_date_is_picked_from_the_calendar_by_pointer_and_by_keys) {
    std::optional<Date> value = make_date(2026, 9, 29);
    int times = 0;
    const auto ui = drive_widgets([&](Ui& u) {
        if (auto changed = date_field(u, {100, 100, 240, 80}, "Day", "day", value)) {
            ++times;
            value = *changed;
        }
    });
    ui->click("Calendar for Day").click("15 Sep 2026").wait(0.1);
    EXPECT_EQ(value, make_date(2026, 9, 15));
    EXPECT_EQ(times, 1);
    ui->click("Calendar for Day")
        .press(ImGuiKey_RightArrow)
        .press(ImGuiKey_DownArrow)
        .press(ImGuiKey_PageDown)
        .press(ImGuiKey_Enter);
    EXPECT_EQ(value, make_date(2026, 10, 23));
    EXPECT_EQ(times, 2);
    ui->click("Calendar for Day").click("Year 2026").click("2021").click("March").click("3 Mar 2021").wait(0.1);
    EXPECT_EQ(value, make_date(2021, 3, 3));
    ui->click("Calendar for Day").press(ImGuiKey_Escape).not_see("Earlier");
    EXPECT_EQ(times, 3);
}

TEST(Fields, a_form_date_is_written_out_when_editing_ends) {
    const auto ui = drive_widgets([](Ui& u) { form_date(u, {100, 100, 240, 80}, "Review", "review"); });
    ui->field("Review").type("+2w").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_EQ(ui->value("Review"), "13 Oct 2026");
    EXPECT_EQ(form_date_value(stage_of(*ui).ui, "review"), make_date(2026, 10, 13));
}

TEST(Fields, a_time_and_a_number) {
    int start = 9 * 60, minutes = 45;
    const auto ui = drive_widgets([&](Ui& u) {
        if (auto changed = time_field(u, {100, 100, 200, 80}, "Starts", "s.start", start)) start = *changed;
        if (auto changed = number_field(u, {400, 100, 200, 80}, "Minutes", "s.min", minutes, 5, 60, 5, "min"))
            minutes = *changed;
    });
    ui->field("Starts").retype("1:30").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_EQ(start, 13 * 60 + 30);
    ui->field("Starts").retype("noonish").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_EQ(start, 13 * 60 + 30);
    ui->see("This is not a time");
    ui->click("More: Minutes").wait(0.1);
    EXPECT_EQ(minutes, 50);
    ui->field("Minutes").retype("300").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_EQ(minutes, 50) << "what is out of range is told, not bent";
    ui->see("It can be from 5 min to 1 h.");
    ui->field("Minutes").retype("1 h").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_EQ(minutes, 60);
    EXPECT_FALSE(ui->find("More: Minutes").enabled);
    ui->click("Less: Minutes").wait(0.1);
    EXPECT_EQ(minutes, 55);
    ui->field("Minutes").press(ImGuiKey_UpArrow).wait(0.1);
    EXPECT_EQ(minutes, 60);
}

TEST(Fields, letters_that_match_no_option_choose_none) {
    int moving = 0;
    const std::vector<std::string> options{"Not noted", "Walks", "Walks with help", "Uses a wheelchair", "Rolls"};
    const auto ui = drive_widgets([&](Ui& u) { choice(u, {100, 100, 300, 60}, "Moving", options, moving); });
    const auto type_and_enter = [&](std::string_view letters) {
        ui->click("Moving", WidgetRole::choice).type(letters).press(ImGuiKey_Enter).wait(0.1);
    };
    type_and_enter("walker");
    EXPECT_EQ(moving, 0) << "no option has all these letters";
    ui->press(ImGuiKey_Escape);
    type_and_enter("walks w");
    EXPECT_EQ(moving, 2);
    type_and_enter("wheel");
    EXPECT_EQ(moving, 3) << "in the middle of the words as a second try";
    type_and_enter("r");
    EXPECT_EQ(moving, 4) << "the beginning counts before the middle";
}

TEST(Fields, what_has_the_keyboard_keeps_it_while_the_name_around_it_changes) {
    std::string name = "Ida";
    const auto ui = drive_widgets([&](Ui& u) {
        const Scope scope(u, name, 7);
        if (auto changed = field(u, {100, 100, 300, 80}, "Name", "t.7.name", name)) name = *changed;
        form_field(u, {100, 200, 300, 80}, "Credentials", "t.7.credentials");
    });
    ui->field("Name").retype("Ida Lund").tab().type("OTR");
    EXPECT_EQ(name, "Ida Lund");
    EXPECT_EQ(ui->value("Credentials"), "OTR");
}

}  // namespace
}  // namespace pegboard::test
