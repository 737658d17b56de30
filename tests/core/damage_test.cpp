// TR9: damage to the file is noticed before a wrong value is shown. Each damaged file either reads
// exactly right or is refused; nothing crashes, nothing is deleted, and what can be read is recovered.
#include <gtest/gtest.h>

#include <random>

#include "core/store/file/backups.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;
constexpr std::size_t page = 4096;
constexpr int children = 120;

enum class Seen { right, refused, wrong };

struct Damage : ::testing::Test {
    Bench bench;
    std::string whole, state;

    void SetUp() override {
        auto caseload = make_caseload(bench, children);
        ASSERT_TRUE(caseload->keep_draft("note", "half a sentence").ok());
        state = dump(*caseload);
        caseload.reset();
        whole = read_bytes(bench.file());
        ASSERT_GT(whole.size(), 20 * page);
    }

    /// Opens damaged bytes and reads everything a screen would show, and the history.
    Seen open_damaged(const std::string& bytes) {
        for (const char* ending : {"-wal", "-shm"}) fs::remove(bench.file().string() + ending);
        write_bytes(bench.file(), bytes);
        auto opened = Caseload::open(bench.file(), good_key, bench.options());
        if (!opened.ok()) {
            EXPECT_FALSE(opened.error().message.empty());
            EXPECT_EQ(read_bytes(bench.file()), bytes) << "a refused file is left as it is";
            return Seen::refused;
        }
        const bool right = dump(*opened.value()) == state;
        const auto history = opened.value()->history({}, 10'000);
        if (right && history.ok() && history.value().size() != children) return Seen::wrong;
        return right ? Seen::right : Seen::wrong;
    }
};

TEST_F(Damage, TR9_every_flipped_bit_is_detected_or_reads_right) {
    std::mt19937 chance(9);
    std::uniform_int_distribution<std::size_t> where(0, whole.size() - 1);
    int refused = 0, right = 0;
    for (int i = 0; i < count_of(200); ++i) {
        std::string bytes = whole;
        const std::size_t at = i < 40 ? static_cast<std::size_t>(i) * 3 : where(chance);  // the header first
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (i % 8)));
        const Seen seen = open_damaged(bytes);
        EXPECT_NE(seen, Seen::wrong) << "byte " << at;
        ++(seen == Seen::refused ? refused : right);
        if (seen == Seen::right && at >= page) {
            // Not read by the screens, yet the full check of a backup must find it.
            EXPECT_FALSE(verify_backup(bench.file(), good_key, true).ok()) << "byte " << at;
        }
    }
    EXPECT_GT(refused, right);
}

TEST_F(Damage, TR9_zeroed_pages_are_detected) {
    const std::size_t pages = whole.size() / page;
    const auto step = std::max<std::size_t>(1, pages / static_cast<std::size_t>(count_of(40)));
    for (std::size_t number = 0; number < pages; number += step) {
        std::string bytes = whole;
        bytes.replace(number * page, page, page, '\0');
        EXPECT_NE(open_damaged(bytes), Seen::wrong) << "page " << number;
        write_bytes(bench.file(), bytes);
        EXPECT_FALSE(verify_backup(bench.file(), good_key, true).ok()) << "page " << number;
    }
}

TEST_F(Damage, TR9_cut_files_are_detected) {
    const auto step = std::max<std::size_t>(page, whole.size() / static_cast<std::size_t>(count_of(40)) / page * page);
    for (std::size_t size = 0; size < whole.size(); size += step)
        for (const std::size_t odd : {std::size_t{0}, std::size_t{17}})
            EXPECT_NE(open_damaged(whole.substr(0, size + odd)), Seen::wrong) << size + odd << " bytes";
}

TEST_F(Damage, TR9_swapped_pages_are_detected) {
    std::string bytes = whole;
    for (std::size_t i = 0; i < page; ++i) std::swap(bytes[5 * page + i], bytes[6 * page + i]);
    EXPECT_NE(open_damaged(bytes), Seen::wrong);
    write_bytes(bench.file(), bytes);
    EXPECT_FALSE(verify_backup(bench.file(), good_key, true).ok());
}

TEST_F(Damage, a_damaged_beginning_is_told_apart_from_a_wrong_passphrase) {
    open_caseload(bench).reset();
    std::string bytes = whole;
    bytes[3] = static_cast<char>(bytes[3] ^ 0x40);
    write_bytes(bench.file(), bytes);
    const auto damaged = Caseload::open(bench.file(), good_key, bench.options());
    ASSERT_FALSE(damaged.ok());
    EXPECT_NE(damaged.error().message.find("Your passphrase may be right"), std::string::npos)
        << damaged.error().message;
    write_bytes(bench.file(), whole);
    const auto wrong = Caseload::open(bench.file(), wrong_key, bench.options());
    ASSERT_FALSE(wrong.ok());
    EXPECT_NE(wrong.error().message.find("This passphrase does not open this file"), std::string::npos);
}

TEST_F(Damage, what_can_be_read_is_recovered_into_a_new_caseload) {
    std::string bytes = whole;
    const std::size_t pages = whole.size() / page;
    int recovered_children = 0, tries = 0;
    for (std::size_t number = 1; number < pages; number += std::max<std::size_t>(1, pages / 25)) {
        bytes = whole;
        bytes.replace(number * page, page, page, '\0');
        write_bytes(bench.file(), bytes);
        const fs::path target = bench.folder / ("recovered" + std::to_string(number) + ".pegboard");
        const auto saved = salvage(bench.file(), target, good_key, bench.options());
        EXPECT_EQ(read_bytes(bench.file()), bytes) << "the damaged file is never touched";
        if (!saved.ok()) continue;
        ++tries;
        const auto opened = Caseload::open(target, good_key, bench.options());
        ASSERT_TRUE(opened.ok()) << opened.error().message << opened.error().detail;
        for (const Child& child : opened.value()->children()) {
            EXPECT_NE(state.find(full_name(child)), std::string::npos);
            ++recovered_children;
        }
        EXPECT_TRUE(add_child(*opened.value(), 500).ok()) << "the recovered caseload can be worked in";
        EXPECT_TRUE(opened.value()->undo().ok());
    }
    EXPECT_GT(tries, 5);
    EXPECT_GT(recovered_children, tries * children / 2);
}

TEST_F(Damage, a_lost_header_is_recovered_by_the_remembered_salt) {
    open_caseload(bench).reset();
    std::string bytes = whole;
    bytes.replace(0, 16, 16, '\0');
    write_bytes(bench.file(), bytes);
    const auto saved = salvage(bench.file(), bench.folder / "recovered.pegboard", good_key, bench.options());
    ASSERT_TRUE(saved.ok()) << saved.error().message << saved.error().detail;
    EXPECT_TRUE(saved.value().damaged_tables.empty());
    const auto opened = Caseload::open(bench.folder / "recovered.pegboard", good_key, bench.options());
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(dump(*opened.value()), state);
    EXPECT_EQ(opened.value()->history({}, 1000).value().size(), static_cast<std::size_t>(children));
}

TEST_F(Damage, recovery_with_a_wrong_key_or_of_nothing_says_so) {
    EXPECT_FALSE(salvage(bench.file(), bench.folder / "a.pegboard", wrong_key, bench.options()).ok());
    write_bytes(bench.file(), std::string(20 * page, '\0'));
    EXPECT_FALSE(salvage(bench.file(), bench.folder / "a.pegboard", good_key, bench.options()).ok());
    EXPECT_FALSE(salvage(bench.folder / "gone", bench.folder / "a.pegboard", good_key, bench.options()).ok());
    for (const auto& entry : fs::directory_iterator(bench.folder.path()))
        EXPECT_EQ(entry.path().filename().string().find("a.pegboard"), std::string::npos) << entry.path();
}
}  // namespace
}  // namespace pegboard::trust
