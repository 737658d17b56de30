// The text of one field: caret, selection, undo and wrap, against a plain reference.
#include "app/widgets/fields/text_edit.h"

#include <gtest/gtest.h>

#include <random>

namespace pegboard {
namespace {

using Step = TextEdit::Step;

TEST(TextEdit, typing_a_word_is_one_step_back) {
    TextEdit edit;
    for (const char32_t c : std::u32string(U"hop hop")) edit.type(c);
    EXPECT_EQ(edit.utf8(), "hop hop");
    EXPECT_TRUE(edit.undo());
    EXPECT_EQ(edit.utf8(), "hop");
    EXPECT_TRUE(edit.undo());
    EXPECT_EQ(edit.utf8(), "");
    EXPECT_FALSE(edit.undo());
    EXPECT_TRUE(edit.redo());
    EXPECT_TRUE(edit.redo());
    EXPECT_EQ(edit.utf8(), "hop hop");
    EXPECT_FALSE(edit.redo());
}

TEST(TextEdit, undo_reaches_past_a_thousand_characters) {
    TextEdit edit("Start. ", true);
    std::string typed;
    for (int i = 0; i < 1200; ++i) {
        const char32_t c = i % 7 == 6 ? U' ' : static_cast<char32_t>(U'a' + i % 26);
        edit.type(c);
        typed += static_cast<char>(c);
    }
    EXPECT_EQ(edit.utf8(), "Start. " + typed);
    while (edit.undo()) {
    }
    EXPECT_EQ(edit.utf8(), "Start. ");
    while (edit.redo()) {
    }
    EXPECT_EQ(edit.utf8(), "Start. " + typed);
}

TEST(TextEdit, accents_of_their_own_move_and_go_with_their_letter) {
    TextEdit edit("Zoe\u0308");  // e and a combining diaeresis
    edit.left(Step::character, false);
    EXPECT_EQ(edit.caret(), 2U);
    edit.right(Step::character, false);
    edit.erase_left(Step::character);
    EXPECT_EQ(edit.utf8(), "Zo");
}

TEST(TextEdit, words_of_any_script_are_words) {
    TextEdit edit("\u0141ucja Nguy\u1EC5n, 7 y");
    edit.go(0);
    edit.right(Step::word, false);
    EXPECT_EQ(edit.caret(), 6U);
    edit.select_word(8);
    EXPECT_EQ(edit.selected(), "Nguy\u1EC5n");
    edit.go(edit.text().size());
    edit.erase_left(Step::word);
    EXPECT_EQ(edit.utf8(), "\u0141ucja Nguy\u1EC5n, 7 ");
}

TEST(TextEdit, pasted_lines_become_spaces_where_there_is_one_line) {
    TextEdit one;
    one.insert("Oak\r\nfield\tgym\n");
    EXPECT_EQ(one.utf8(), "Oak field gym");
    TextEdit many({}, true);
    many.insert("Oak\r\nfield\n");
    EXPECT_EQ(many.utf8(), "Oak\nfield\n");
}

TEST(TextEdit, broken_utf8_is_replaced_and_never_crashes) {
    TextEdit edit;
    edit.insert("a\xFF\xC3z");
    EXPECT_FALSE(edit.utf8().empty());
    EXPECT_EQ(edit.utf8().front(), 'a');
}

TEST(TextEdit, random_edits_match_a_plain_string_and_undo_to_the_start) {
    std::mt19937 random(7);
    TextEdit edit({}, true);
    std::string plain;
    std::size_t caret = 0;
    const auto erase = [&](std::size_t from, std::size_t to) { plain.erase(from, to - from); };
    for (int i = 0; i < 2000; ++i) {
        switch (random() % 8) {
            case 0:
                edit.left(Step::character, false);
                caret = caret > 0 ? caret - 1 : 0;
                break;
            case 1:
                edit.right(Step::character, false);
                caret = std::min(caret + 1, plain.size());
                break;
            case 2:
                edit.erase_left(Step::character);
                if (caret > 0) erase(caret - 1, caret), --caret;
                break;
            case 3:
                edit.erase_right(Step::character);
                if (caret < plain.size()) erase(caret, caret + 1);
                break;
            default: {
                const char c = random() % 6 == 0 ? ' ' : static_cast<char>('a' + random() % 26);
                edit.type(static_cast<char32_t>(c));
                plain.insert(plain.begin() + static_cast<std::ptrdiff_t>(caret++), c);
            }
        }
        ASSERT_EQ(edit.utf8(), plain) << "after step " << i;
        ASSERT_EQ(edit.caret(), caret) << "after step " << i;
    }
    while (edit.undo()) {
    }
    EXPECT_EQ(edit.utf8(), "");
    while (edit.redo()) {
    }
    EXPECT_EQ(edit.utf8(), plain);
}

TEST(Wrap, breaks_at_spaces_and_lets_them_hang) {
    const auto one = [](char32_t) { return 1.0F; };
    const std::u32string text = U"hop on one foot";
    const auto rows = wrap_rows(text, 6, one);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(text.substr(rows[0].begin, rows[0].end - rows[0].begin), U"hop on ");
    EXPECT_EQ(text.substr(rows[1].begin, rows[1].end - rows[1].begin), U"one ");
    EXPECT_EQ(text.substr(rows[2].begin, rows[2].end - rows[2].begin), U"foot");
}

TEST(Wrap, a_long_word_breaks_anywhere_and_no_character_is_lost) {
    const auto one = [](char32_t) { return 1.0F; };
    const std::u32string text = U"a verylongword\n\nend\n";
    const auto rows = wrap_rows(text, 5, one);
    std::u32string again;
    for (const TextRow& row : rows) {
        again += text.substr(row.begin, row.end - row.begin);
        if (row.hard) again += U'\n';
    }
    EXPECT_EQ(again, text);
    EXPECT_EQ(rows.back().begin, text.size());
}

TEST(Wrap, empty_text_has_one_row) {
    EXPECT_EQ(wrap_rows(U"", 5, [](char32_t) { return 1.0F; }).size(), 1U);
}

}  // namespace
}  // namespace pegboard
