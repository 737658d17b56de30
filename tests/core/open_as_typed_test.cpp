// The same letters open a file whatever form of Unicode a keyboard gives them in, and old files open with the bytes
// they were made with.
#include "core/open_as_typed.h"

#include "tests/core/support.h"

namespace pegboard::test {
namespace {

const std::string composed_words = "caf\u00E9 au lait und Br\u00F6tchen";
const std::string decomposed_words = "cafe\u0301 au lait und Bro\u0308tchen";

void make_with(const TempFolder& folder, const std::string& words) {
    ASSERT_TRUE(Caseload::create(folder.file(), {words, {}}, fast_options(folder)).ok());
}

TEST(OpenAsTyped, each_form_opens_a_file_made_with_the_other) {
    for (const auto& [made, typed] :
         {std::pair(composed_words, decomposed_words), std::pair(decomposed_words, composed_words),
          std::pair(decomposed_words, decomposed_words)}) {
        const TempFolder folder;
        make_with(folder, made);
        Key key{typed, {}};
        const auto opened = open_as_typed(folder.file(), key, fast_options(folder));
        ASSERT_TRUE(opened.ok()) << typed;
        EXPECT_EQ(key.passphrase, made) << "copies made later open with the form of the file";
        EXPECT_TRUE(opened.value()->check_passphrase({typed, {}})) << "the lock screen takes both";
        EXPECT_TRUE(opened.value()->check_passphrase({made, {}}));
    }
}

TEST(OpenAsTyped, other_letters_stay_out) {
    const TempFolder folder;
    make_with(folder, composed_words);
    for (const char* wrong : {"cafe au lait und Brotchen", "", "caf\u00E9 au lait und Br\u00F6tchen ", "\xFF\xFE"}) {
        Key key{wrong, {}};
        const auto opened = open_as_typed(folder.file(), key, fast_options(folder));
        ASSERT_FALSE(opened.ok()) << wrong;
        EXPECT_EQ(opened.error().field, "passphrase");
        EXPECT_EQ(key.passphrase, wrong);
    }
}

TEST(OpenAsTyped, a_new_passphrase_is_kept_composed) {
    EXPECT_EQ(as_kept({decomposed_words, {}}).passphrase, composed_words);
    EXPECT_EQ(as_kept({"seven green pegs", {}}).passphrase, "seven green pegs");
    EXPECT_EQ(as_kept({{}, "abcd efgh"}).recovery, "abcd efgh");
}

}  // namespace
}  // namespace pegboard::test
