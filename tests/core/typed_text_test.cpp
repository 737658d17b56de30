// Text as it is pasted and counted: signs that look alike, signs nobody sees, letters of many bytes, forms of Unicode.
#include "core/rules/typed/typed_text.h"

#include <gtest/gtest.h>

#include "core/library/library.h"
#include "core/rules/pronouns.h"
#include "core/rules/validate.h"

namespace pegboard::test {
namespace {

TEST(TypedText, signs_that_look_alike_are_one) {
    const std::pair<const char*, const char*> pasted[] = {
        {"O\u2019Brien", "O'Brien"},
        {"O\u02BCBrien", "O'Brien"},
        {"Ana\u00A0Luz", "Ana Luz"},
        {"Ana\u202FLuz", "Ana Luz"},
        {"Ma\u200Bteo", "Mateo"},
        {"\uFEFFMateo", "Mateo"},
        {"so\u00ADcks", "socks"},
        {"3\u20135", "3-5"},
        {"3\u20145", "3-5"},
        {"\u22125", "-5"},
        {"\u201Cup\u201D", "\"up\""},
        {"1\u20442", "1/2"},
        {"\uFF13\uFF1A\uFF10\uFF15", "3:05"},
        {"Zo\u00EB", "Zo\u00EB"},
        {"\u674E", "\u674E"},
    };
    for (const auto& [text, plain] : pasted) EXPECT_EQ(plain_signs(text), plain) << text;
    EXPECT_EQ(plain_signs("\xFFX"), "\xFFX") << "bytes that are no UTF-8 stay";
}

TEST(TypedText, signs_are_made_plain_once_whatever_the_bytes) {
    const std::string found = "25:{0.9\xCD\xCD\xCD\x8F\x8F";
    EXPECT_EQ(plain_signs(found), found) << "an unseen sign between broken bytes keeps them apart";
    EXPECT_EQ(plain_signs("a\xCD\x8F"
                          "b"),
              "ab");
    // All texts of six of the bytes that such signs are made of.
    constexpr std::string_view bytes =
        "\xCD\x8F\xE2\x80\x8B"
        "a";
    std::string text(6, 'a');
    for (int n = 0; n < 6 * 6 * 6 * 6 * 6 * 6; ++n) {
        int rest = n;
        for (char& c : text) {
            c = bytes[static_cast<std::size_t>(rest % 6)];
            rest /= 6;
        }
        const std::string once = plain_signs(text);
        ASSERT_EQ(plain_signs(once), once) << n;
    }
}

TEST(TypedText, a_search_finds_a_name_with_pasted_signs) {
    EXPECT_EQ(fold("O\u2019Brien"), fold("o'brien"));
    EXPECT_EQ(fold("Ana\u00A0Luz"), fold("ana luz"));
    EXPECT_EQ(fold("Ma\u200Bteo"), fold("mateo"));
    EXPECT_EQ(fold("half\u2013way"), fold("half-way"));
    EXPECT_EQ(fold(fold("\xCC\xCC\xBE\x8D")), fold("\xCC\xCC\xBE\x8D")) << "folding twice changes nothing";
}

TEST(TypedText, blanks_are_those_nobody_sees_too) {
    EXPECT_EQ(without_blanks("\u00A0 Mateo\u200B\n"), "Mateo");
    EXPECT_EQ(without_blanks("Ana Luz"), "Ana Luz");
    EXPECT_EQ(without_blanks("\u00A0\u200B\t"), "");
    EXPECT_EQ(without_blanks(""), "");
}

TEST(TypedText, letters_are_counted_as_people_count_them) {
    EXPECT_EQ(letters_in("Mateo"), 5U);
    EXPECT_EQ(letters_in("Zo\u00EB"), 3U);
    EXPECT_EQ(letters_in("Zoe\u0308"), 3U) << "an accent of its own";
    EXPECT_EQ(letters_in("\u10D0\u10DC\u10D0"), 3U) << "Georgian, three bytes each";
    EXPECT_EQ(letters_in("\u0928\u093F"), 1U) << "a Hindi letter with its vowel";
    EXPECT_EQ(letters_in("\U0001F468\u200D\U0001F469\u200D\U0001F466"), 1U) << "a family";
    EXPECT_EQ(letters_in(""), 0U);
}

std::string times(int count, std::string_view letter) {
    std::string text;
    while (count-- > 0) text += letter;
    return text;
}

TEST(TypedText, limits_count_letters_whatever_script_they_are_in) {
    Child child;
    child.id = mint<ChildId>();
    child.date_of_birth = make_date(2019, 5, 4).value();
    const Date today = make_date(2026, 9, 29).value();
    for (const std::string_view letter : {"a", "\u10D0", "\u00E9", "e\u0301"}) {
        child.first_name = times(100, letter);
        EXPECT_TRUE(validate(child, today).ok()) << letter;
        child.first_name = times(101, letter);
        EXPECT_FALSE(validate(child, today).ok()) << letter;
    }
    child.first_name = "e" + times(100'000, "\u0301");
    EXPECT_FALSE(validate(child, today).ok()) << "one letter, but no writing";
    child.first_name = "\u00A0\u200B";
    EXPECT_FALSE(validate(child, today).ok()) << "a name that nobody sees";
}

TEST(TypedText, a_child_entered_again_with_pasted_signs_is_noticed) {
    const Date born = make_date(2019, 5, 4).value();
    Child known;
    known.id = mint<ChildId>();
    known.first_name = "D'Arcy";
    known.last_name = "O'Neil";
    known.date_of_birth = make_date(2018, 1, 1).value();
    Child pasted = known;
    pasted.id = mint<ChildId>();
    pasted.date_of_birth = born;
    pasted.first_name = "D\u2019Arcy\u00A0";
    pasted.last_name = "\u200BO\u2019Neil";
    EXPECT_EQ(likely_duplicates(pasted, {known}).size(), 1U);
}

TEST(Pronouns, are_those_that_were_typed) {
    const std::pair<const char*, const char*> typed[] = {
        {"she/her", "she"}, {"her/hers", "she"}, {"hers", "she"},      {"She / Her", "she"},
        {"he/him", "he"},   {"HE", "he"},        {"his", "he"},        {"they/them", "they"},
        {"them", "they"},   {"she/they", "she"}, {"they/she", "they"}, {"(he)", "he"},
    };
    for (const auto& [text, subject] : typed) {
        const auto pronouns = pronouns_of(text);
        ASSERT_TRUE(pronouns) << text;
        EXPECT_EQ(pronouns->subject, subject) << text;
    }
    EXPECT_EQ(pronouns_of("her/hers")->possessive, "her");
    EXPECT_EQ(pronouns_of("them")->possessive, "their");
    EXPECT_TRUE(pronouns_of("they")->plural);
    for (const char* text : {"", "ella", "the name", "hey", "ask"}) EXPECT_FALSE(pronouns_of(text)) << text;
}

TEST(TypedText, a_passphrase_has_each_form_once) {
    EXPECT_EQ(passphrase_forms("correct horse"), std::vector<std::string>{"correct horse"});
    EXPECT_EQ(passphrase_forms("caf\u00E9"), (std::vector<std::string>{"caf\u00E9", "cafe\u0301"}));
    EXPECT_EQ(passphrase_forms("cafe\u0301"), (std::vector<std::string>{"cafe\u0301", "caf\u00E9"}));
    EXPECT_EQ(passphrase_forms("\xFF\xFE"), (std::vector<std::string>{"\xFF\xFE"})) << "no text at all";
    EXPECT_EQ(composed("e\u0301"), "\u00E9");
}

}  // namespace
}  // namespace pegboard::test
