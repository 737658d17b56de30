// TS1 and TS2: nothing readable in the file or beside it; only the passphrase and the recovery sheet
// open it; passphrase changes.
#include <array>
#include <cmath>
#include <fstream>
#include <sstream>

#include "core/store/database.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

double entropy(const std::string& bytes) {
    std::array<double, 256> counts{};
    for (const char c : bytes) ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const double count : counts)
        if (count > 0)
            bits -= count / static_cast<double>(bytes.size()) * std::log2(count / static_cast<double>(bytes.size()));
    return bits;
}

bool opens(const TempFolder& folder, const Key& key) {
    return Caseload::open(folder.file(), key, fast_options(folder)).ok();
}

TEST(Crypto, TS1_NothingReadableInTheFileOrBesideIt) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const std::string canary = "CANARYBIRD";
    const Therapist therapist = sample_therapist(canary);
    must(caseload->run(AddTherapist{therapist}));
    must(caseload->run(EditPractice{{therapist.id, canary, 10, 45, false, "/media/" + canary}}));
    const Child child = sample_child(canary, therapist.id);
    must(caseload->run(AddChild{child}));
    const Goal goal = sample_goal(child.id, canary);
    must(caseload->run(AddGoal{goal}));
    must(caseload->run(AddSession{sample_session(child.id, goal.id, sample_today(), canary)}));
    Session session = sample_session(child.id, goal.id, sample_today(), canary);
    session.start_min = 15 * 60;
    must(caseload->run(AddSession{session}));
    must(caseload->run(RecordPoint{sample_point(goal.id, sample_today(), 3, canary)}));
    must(caseload->run(AddPhaseChange{{{}, {}, goal.id, sample_today(), Phase::intervention, canary}}));
    must(caseload->run(AddEvent{{{}, child.id, {}, sample_today(), {}, EventKind::medical, canary}}));
    must(caseload->run(RecordDisclosure{{child.id}, sample_disclosure(canary)}));
    must(caseload->run(AddQuickNote{{{}, child.id, session.id, {}, canary, false}}));
    const SessionNote note = sample_note(child.id, session.id, canary);
    must(caseload->run(WriteNote{note}));
    must(caseload->run(FinishNote{note.id}));
    must(caseload->run(AmendNote{note.id, canary}));
    must(caseload->run(AddSnippet{{{}, {}, canary, canary}}));
    must(caseload->run(SetHelpChoices{therapist.id, {{{}, canary, 0, 0}}}));
    must(caseload->keep_draft("note " + canary, canary));
    must(caseload->remember(canary, canary));
    const auto look = [&](const char* when) {
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            if (!entry.is_regular_file()) continue;
            ++files;
            const std::string bytes = bytes_of(entry.path());
            EXPECT_EQ(bytes.find(canary), std::string::npos) << when << entry.path().filename();
            EXPECT_EQ(bytes.find("CREATE TABLE"), std::string::npos) << when << entry.path().filename();
            EXPECT_EQ(bytes.find("SQLite format"), std::string::npos) << when << entry.path().filename();
        }
        EXPECT_GE(files, 1);
        return files;
    };
    EXPECT_GE(look("open: "), 3) << "the file, its log and its index";
    must(caseload->change_passphrase(passphrase, other_passphrase));
    look("changed: ");
    caseload.reset();
    look("closed: ");
    for (const char* ending : {"-wal", "-shm", "-journal", ".rekey", ".rekey-wal", ".rekey-shm"})
        EXPECT_FALSE(std::filesystem::exists(folder.file().string() + ending)) << ending;
    EXPECT_GE(entropy(bytes_of(folder.file())), 7.9);
}

TEST(Crypto, TS2_WrongPassphrasesGetOneSentenceAndChangeNothing) {
    const TempFolder folder;
    const std::string accented = "caf\xC3\xA9 au lait, two spoons";     // composed
    const std::string decomposed = "cafe\xCC\x81 au lait, two spoons";  // the same to the eye
    {
        const auto made = Caseload::create(folder.file(), {accented, {}}, fast_options(folder));
        ASSERT_TRUE(made.ok());
    }
    const std::string before = bytes_of(folder.file());
    std::vector<std::string> wrong{"",
                                   decomposed,
                                   "x'" + std::string(64, '0') + "'",
                                   std::string(10'000'000, 'a'),
                                   accented + '\0',
                                   std::string("\0", 1),
                                   accented + " ",
                                   "'; DROP TABLE child; --"};
    for (int i = 0; i < 92; ++i) wrong.push_back("guess number " + std::to_string(i));
    for (const std::string& guess : wrong) {
        const auto opened = Caseload::open(folder.file(), {guess, {}}, fast_options(folder));
        ASSERT_FALSE(opened.ok()) << guess.substr(0, 40);
        EXPECT_EQ(opened.error().message,
                  "This passphrase does not open this file. If you are sure of it, the file may be damaged or not a "
                  "caseload.");
        EXPECT_EQ(opened.error().field, "passphrase");
    }
    EXPECT_EQ(bytes_of(folder.file()), before);
    EXPECT_TRUE(opens(folder, {accented, {}}));
}

TEST(Crypto, TheRecoverySheetOpensTheFile) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    fill(*caseload);
    std::string sheet = caseload->recovery_key().take();
    EXPECT_EQ(sheet.size(), 17 * 5 - 1u) << "groups of four with a check group";
    EXPECT_TRUE(caseload->check_passphrase({{}, sheet}));
    EXPECT_TRUE(caseload->check_passphrase({passphrase, {}}));
    EXPECT_FALSE(caseload->check_passphrase({"something else", {}}));
    caseload.reset();
    EXPECT_TRUE(opens(folder, {{}, sheet}));
    std::string typed;
    for (const char c : sheet)
        typed += c == '0' ? 'O' : c == '1' ? 'l' : c == ' ' ? '-' : static_cast<char>(std::toupper(c));
    EXPECT_TRUE(opens(folder, {{}, typed})) << "as people type it";
    sheet[0] = sheet[0] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(store::read_recovery(sheet)) << "the check group tells a typing mistake";
    EXPECT_FALSE(opens(folder, {{}, sheet}));
    EXPECT_FALSE(opens(folder, {{}, "gibberish"}));
}

TEST(Crypto, ChangingThePassphraseKeepsEverythingAndEndsTheOldOne) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    fill(*caseload);
    const std::string before = dump_snapshot(*caseload);
    const std::string old_sheet = caseload->recovery_key().take();
    EXPECT_EQ(caseload->change_passphrase("not it at all", other_passphrase).error().field, "current");
    EXPECT_EQ(caseload->change_passphrase(passphrase, "short").error().field, "next");
    must(caseload->change_passphrase(passphrase, other_passphrase));
    EXPECT_NE(caseload->recovery_key().take(), old_sheet);
    must(caseload->undo());
    must(caseload->redo());
    EXPECT_TRUE(caseload->check_passphrase({other_passphrase, {}}));
    caseload.reset();
    EXPECT_FALSE(opens(folder, {passphrase, {}}));
    EXPECT_FALSE(opens(folder, {{}, old_sheet}));
    auto opened = Caseload::open(folder.file(), {other_passphrase, {}}, fast_options(folder));
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(dump_snapshot(*opened.value()), before);
    EXPECT_EQ(opened.value()->journal_fault().take(), "");
}

TEST(Crypto, TR9_ChangedBytesAreNoticedBeforeAnythingIsShown) {
    const TempFolder folder;
    {
        auto caseload = make_caseload(folder);
        fill(*caseload);
    }
    const std::string good = bytes_of(folder.file());
    const std::string before = dump_snapshot(*reopen(folder));
    int unnoticed = 0;
    const int flips = 60;
    for (int i = 0; i < flips; ++i) {
        std::string bad = good;
        const std::size_t at = static_cast<std::size_t>(i) * good.size() / flips + static_cast<std::size_t>(i) % 7;
        bad[at] = static_cast<char>(bad[at] ^ (1 << (i % 8)));
        std::ofstream(folder.file(), std::ios::binary) << bad;
        const auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder));
        if (!opened.ok()) continue;
        // A page nobody reads while opening may be damaged; what is shown must be right all the same.
        EXPECT_EQ(dump_snapshot(*opened.value()), before) << at;
        ++unnoticed;
    }
    EXPECT_LT(unnoticed, flips / 2);
    std::ofstream(folder.file(), std::ios::binary) << good.substr(0, good.size() / 2);
    EXPECT_FALSE(opens(folder, {passphrase, {}})) << "half a file";
}

TEST(Crypto, OurDerivationIsSQLCiphersOwn) {
    const TempFolder folder;
    OpenOptions slow = fast_options(folder);
    slow.fast_key = false;
    ASSERT_TRUE(Caseload::create(folder.file(), {passphrase, {}}, slow).ok());
    // Opened by SQLCipher from the passphrase alone, as any other program with SQLCipher would.
    SQLite::Database db(folder.file().string(), SQLite::OPEN_READONLY);
    SQLite::Statement(db, "PRAGMA key = '" + passphrase + "'").executeStep();
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM practice").getInt(), 1);
}

}  // namespace
}  // namespace pegboard::test
