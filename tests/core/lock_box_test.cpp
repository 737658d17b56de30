// TS11: what a locked program still holds opens for its key and for nothing else; rooms for keys are wiped when they
// are given back.
#include "core/lock_box.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "core/store/file/raw_key.h"

namespace pegboard::test {
namespace {

Key some_key() {
    store::RawKey raw;
    std::ranges::fill(raw.key, static_cast<unsigned char>(0x5A));
    return Key{{}, store::recovery_groups(raw)};
}

TEST(LockBox, SealedWordsOpenForTheirKeyAlone) {
    for (const std::string& words : {std::string(), std::string("Mateo"), std::string(100'000, 'x')}) {
        const SealedWords sealed(words, "the key");
        const auto opened = sealed.open("the key");
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened->view(), words);
        EXPECT_FALSE(sealed.open("another key"));
        EXPECT_FALSE(sealed.open(""));
    }
    EXPECT_FALSE(SealedWords().open("the key"));
}

TEST(LockBox, APinOpensUntilTheFifthWrongOne) {
    const std::string mark = pin_mark("2580");
    EXPECT_EQ(mark.find("2580:"), std::string::npos);
    EXPECT_NE(mark, pin_mark("2580")) << "each has a salt of its own";
    PinBox box(mark, some_key());
    for (int i = 1; i < PinBox::most_wrong; ++i) EXPECT_FALSE(box.open("1111"));
    const auto key = box.open("2580");
    ASSERT_TRUE(key);
    EXPECT_EQ(key->recovery, some_key().recovery);
    for (int i = 0; i < PinBox::most_wrong; ++i) {
        EXPECT_FALSE(box.empty());
        EXPECT_FALSE(box.open("258"));
    }
    EXPECT_TRUE(box.empty());
    EXPECT_FALSE(box.open("2580")) << "the right one comes too late";
}

TEST(LockBox, WhatIsNoMarkMakesNoBox) {
    for (const char* mark : {"", "scrypt:", "scrypt:00:00", "17:2bd806c97f0e00af1a1fc3328fa763a9"}) {
        EXPECT_FALSE(is_pin_mark(mark)) << mark;
        PinBox box(mark, some_key());
        EXPECT_TRUE(box.empty());
        EXPECT_FALSE(box.open(""));
    }
}

TEST(LockedPages, AreWipedWhenGivenBackAndTakenAgain) {
    constexpr std::size_t bytes = 4000;
    void* const room = take_locked(bytes);
    std::memset(room, 0x5A, bytes);
    give_locked(room, bytes);
    void* const again = take_locked(bytes);
    ASSERT_EQ(again, room) << "else the look below is at another place";
    const auto* const at = static_cast<const unsigned char*>(again);
    EXPECT_TRUE(std::all_of(at, at + bytes, [](unsigned char byte) { return byte == 0; }));
    give_locked(again, bytes);
}

TEST(LockedPages, AreLockedWhereTheSystemAllowsIt) {
    rlimit most{};
    ASSERT_EQ(::getrlimit(RLIMIT_MEMLOCK, &most), 0);
    EXPECT_TRUE(pages_are_locked() || most.rlim_cur < 64 * 1024);
}

TEST(LockedPages, AWordThatIsTooLongForThemIsKeptAllTheSame) {
    const std::string words(10'000'000, 'p');
    const Secret secret(words);
    EXPECT_EQ(secret.view(), words);
    std::vector<Secret> many(3000, Secret("a passphrase of some length, and then some more of it, to fill a slot"));
    EXPECT_EQ(many.back(), many.front());
}

TEST(LockedPages, AKeyIsInThem) {
    const store::RawKey key = store::derive_key("four wooden pegs", store::new_salt(), true);
    const Secret words("four wooden pegs");
    // Both lie in the same 64 KB.
    const auto apart = key.key.data() - reinterpret_cast<const unsigned char*>(words.data());
    EXPECT_LT(std::abs(apart), 64 * 1024);
}

TEST(LockedPages, ATextIsOverwrittenAsFarAsItsRoomGoes) {
    std::string words = "a name that is long enough not to stand in the text itself";
    const char* const room = words.data();
    const std::size_t bytes = words.size();
    wipe(words);
    EXPECT_TRUE(words.empty());
    EXPECT_TRUE(std::all_of(room, room + bytes, [](char letter) { return letter == '\0'; }));
}

}  // namespace
}  // namespace pegboard::test
