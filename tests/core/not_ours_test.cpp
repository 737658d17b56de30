// TR18: what is no caseload is refused with a clear sentence within a second, whatever it is, and is
// left as it was.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <ctime>
#include <random>

#include "core/store/file/backups.h"
#include "core/store/file/raw_key.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;

struct Form {
    const char* name;
    std::function<fs::path(const Bench&)> make;
};

fs::path with_bytes(const Bench& bench, const fs::path& name, const std::string& bytes) {
    write_bytes(bench.folder / name, bytes);
    return bench.folder / name;
}

std::string random_bytes(std::size_t count) {
    std::mt19937 chance(18);
    std::string bytes(count, '\0');
    for (char& byte : bytes) byte = static_cast<char>(chance());
    return bytes;
}

std::string a_caseload(const Bench& bench) {
    if (!fs::exists(bench.file())) make_caseload(bench, 1).reset();
    return read_bytes(bench.file());
}

fs::path plain_sqlite(const Bench& bench) {
    const fs::path file = bench.folder / "notes.db";
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("CREATE TABLE child (name TEXT); INSERT INTO child VALUES ('not ours')");
    return file;
}

/// Another program's SQLCipher file, under the very same passphrase.
fs::path foreign_sqlcipher(const Bench& bench) {
    const fs::path file = bench.folder / "other.pegboard";
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const auto key = store::derive_key(good_key.passphrase, store::new_salt(), true).specification();
    sqlite3_key(db.getHandle(), key.data(), static_cast<int>(key.size()));
    db.exec("PRAGMA cipher_log_level = NONE; CREATE TABLE child (name TEXT); INSERT INTO child VALUES ('not ours')");
    return file;
}

fs::path a_socket(const Bench& bench) {
    const fs::path file = bench.folder / "socket";
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    file.native().copy(address.sun_path, sizeof address.sun_path - 1);
    const int handle = ::socket(AF_UNIX, SOCK_STREAM, 0);
    EXPECT_EQ(::bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(handle);
    return file;
}

fs::path sparse(const Bench& bench) {
    const fs::path file = bench.folder / "huge";
    write_bytes(file, "x");
    fs::resize_file(file, 5ULL << 30);
    return file;
}

fs::path fifo(const Bench& bench) {
    EXPECT_EQ(::mkfifo((bench.folder / "fifo").c_str(), 0600), 0);
    return bench.folder / "fifo";
}

fs::path loop(const Bench& bench) {
    fs::create_symlink(bench.folder / "b", bench.folder / "a");
    fs::create_symlink(bench.folder / "a", bench.folder / "b");
    return bench.folder / "a";
}

fs::path dangling(const Bench& bench) {
    fs::create_symlink(bench.folder / "nowhere", bench.folder / "dangling");
    return bench.folder / "dangling";
}

fs::path wal_only(const Bench& bench) {
    write_bytes(bench.folder / "lost.pegboard-wal", random_bytes(8192));
    return bench.folder / "lost.pegboard";
}

const std::vector<Form>& forms() {
    static const std::vector<Form> all{
        {"empty file", [](const Bench& b) { return with_bytes(b, "empty", ""); }},
        {"one byte", [](const Bench& b) { return with_bytes(b, "one", "x"); }},
        {"folder", [](const Bench& b) { return fs::create_directory(b.folder / "folder"), b.folder / "folder"; }},
        {"named pipe", fifo},
        {"socket", a_socket},
        {"device", [](const Bench&) { return fs::path("/dev/null"); }},
        {"endless device", [](const Bench&) { return fs::path("/dev/zero"); }},
        {"links in a ring", loop},
        {"link to nowhere", dangling},
        {"missing file", [](const Bench& b) { return b.folder / "gone.pegboard"; }},
        {"missing folder", [](const Bench& b) { return b.folder / "no" / "such" / "folder.pegboard"; }},
        {"five gigabytes of nothing", sparse},
        {"plain SQLite", plain_sqlite},
        {"another program's encrypted file", foreign_sqlcipher},
        {"text", [](const Bench& b) { return with_bytes(b, "letter.txt", std::string(20'000, 'a')); }},
        {"picture", [](const Bench& b) { return with_bytes(b, "cat.png", "\x89PNG\r\n\x1a\n" + random_bytes(9000)); }},
        {"noise", [](const Bench& b) { return with_bytes(b, "noise", random_bytes(40'960)); }},
        {"half a header", [](const Bench& b) { return with_bytes(b, "half", a_caseload(b).substr(0, 10)); }},
        {"a page less a byte", [](const Bench& b) { return with_bytes(b, "less", a_caseload(b).substr(0, 4095)); }},
        {"first page alone", [](const Bench& b) { return with_bytes(b, "first", a_caseload(b).substr(0, 4096)); }},
        {"a log without its file", wal_only},
        {"a name that is too long", [](const Bench& b) { return b.folder / std::string(300, 'n'); }},
        {"no name", [](const Bench&) { return fs::path(); }},
    };
    return all;
}

/// Seconds of work of this thread: a busy machine takes longer, and does not do more.
double worked_s() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

TEST(NotOurs, TR18_is_refused_in_a_second_with_a_sentence_and_left_alone) {
    for (const Form& form : forms()) {
        SCOPED_TRACE(form.name);
        Bench bench;
        const fs::path file = form.make(bench);
        std::error_code none;
        const bool plain = fs::is_regular_file(file, none) && fs::file_size(file) < 1'000'000;
        const std::string bytes = plain ? read_bytes(file) : std::string();
        const double before = worked_s();
        ::alarm(120);  // a hang must fail, not wait
        const auto opened = Caseload::open(file, good_key, bench.options());
        ::alarm(0);
        const double took = worked_s() - before;
        ASSERT_FALSE(opened.ok());
        EXPECT_LT(took, 1);
        const std::string& said = opened.error().message;
        EXPECT_GT(said.size(), 20u);
        EXPECT_EQ(said.back(), '.') << said;
        for (const char* word : {"sqlite", "SQL", "errno", "exception", "null", "code "})
            EXPECT_EQ(said.find(word), std::string::npos) << said;
        if (plain) {
            EXPECT_EQ(read_bytes(file), bytes);
        }
        // The other doors to a file hold as well.
        EXPECT_FALSE(verify_backup(file, good_key, true).ok());
        EXPECT_FALSE(restore(file, bench.folder / "target.pegboard", good_key, bench.options()).ok());
        EXPECT_FALSE(fs::exists(bench.folder / "target.pegboard"));
    }
}

TEST(NotOurs, TR18_nothing_is_made_beside_what_is_refused) {
    for (const Form& form : forms()) {
        SCOPED_TRACE(form.name);
        Bench bench;
        const fs::path file = form.make(bench);
        const auto names = [&] {
            std::vector<std::string> found;
            for (const auto& entry : fs::directory_iterator(bench.folder.path()))
                found.push_back(entry.path().filename().string());
            std::sort(found.begin(), found.end());
            return found;
        };
        const auto before = names();
        EXPECT_FALSE(Caseload::open(file, good_key, bench.options()).ok());
        EXPECT_EQ(names(), before);
    }
}

TEST(NotOurs, TR18_a_file_one_may_not_read_is_named_as_such) {
    Bench bench;
    make_caseload(bench, 1).reset();
    fs::permissions(bench.folder.path(), fs::perms(0755));
    fs::permissions(bench.file(), fs::perms(0000));
    const int code = as_nobody_special([&] {
        const auto opened = Caseload::open(bench.file(), good_key, bench.options());
        if (opened.ok()) return 1;
        return opened.error().message.find("permission") == std::string::npos ? 2 : 0;
    });
    EXPECT_EQ(code, 0);
}

TEST(NotOurs, TR18_strange_names_of_real_caseloads_work) {
    const std::vector<std::string> names{"it's \"quoted\".pegboard",
                                         "100%20 done.pegboard",
                                         "two\nlines.pegboard",
                                         "caf\xe9 not utf-8.pegboard",
                                         "Łucja & co #1?.pegboard",
                                         "-dash.pegboard",
                                         "file:memory.pegboard",
                                         ":memory:",
                                         " spaces .pegboard",
                                         "no ending",
                                         ".hidden",
                                         "a;b|c$(d).pegboard"};
    for (const std::string& name : names) {
        SCOPED_TRACE(name);
        Bench bench;
        const fs::path file = bench.folder / name;
        auto made = Caseload::create(file, good_key, bench.options());
        ASSERT_TRUE(made.ok()) << made.error().message << made.error().detail;
        ASSERT_TRUE(add_child(*made.value(), 1).ok());
        ASSERT_TRUE(keep_backup(*made.value(), good_key, bench.options(), true).ok());
        made.value().reset();
        EXPECT_TRUE(fs::exists(file));
        const auto copies = kept_backups(bench.options().places, file);
        ASSERT_EQ(copies.size(), 1u);
        EXPECT_TRUE(restore(copies[0].file, file, good_key, bench.options()).ok());
        const auto opened = Caseload::open(file, good_key, bench.options());
        ASSERT_TRUE(opened.ok()) << opened.error().message;
        EXPECT_EQ(opened.value()->children().size(), 1u);
    }
}
}  // namespace
}  // namespace pegboard::trust
