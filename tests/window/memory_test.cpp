// TS11: all writable memory of the real program, read from outside after it was locked, holds no name, no note, no
// passphrase and no key; before it, it does, so the look is a look.
#include <gtest/gtest.h>
#include <sys/uio.h>

#include <cctype>
#include <cstdint>
#include <fstream>
#include <map>
#include <sstream>

#include "core/store/database.h"
#include "core/store/file/raw_key.h"
#include "tests/window/hands.h"
#include "tests/window/made_file.h"

namespace pegboard::test {
namespace {

const std::string canary = "Zaunkoenigin";
/// Its field; typed before it is there, letters find in the list below it.
const std::string finder = "Find a child, a goal";

/// What is looked for, by the name a failure gives it.
using Needles = std::map<std::string, std::string>;

/// The same letters as a program keeps them while they are typed or drawn: 2 or 4 bytes each.
std::string widened(const std::string& letters, std::size_t bytes) {
    std::string wide;
    for (const char letter : letters) wide += letter + std::string(bytes - 1, '\0');
    return wide;
}

void add_word(Needles& needles, const std::string& name, const std::string& word) {
    needles[name] = word;
    needles[name + ", 2 bytes a letter"] = widened(word, 2);
    needles[name + ", 4 bytes a letter"] = widened(word, 4);
}

Needles needles_of(const fs::path& file) {
    const auto salt = store::read_salt(file);
    const store::RawKey key = store::derive_key(made_passphrase, *salt, false);
    Needles needles;
    add_word(needles, "name", canary);
    add_word(needles, "passphrase", made_passphrase);
    needles["key"] = std::string(key.key.begin(), key.key.end());
    needles["key in digits"] = store::hex(key.key);
    std::string upper = store::hex(key.key);
    for (char& digit : upper) digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
    needles["key in large digits"] = upper;
    needles["recovery groups"] = store::recovery_groups(key).substr(0, 39);
    return needles;
}

/// Names of the needles found, with the places; and how much was read.
struct Look {
    std::map<std::string, std::string> found;
    std::size_t bytes = 0;
};

Look look_into(pid_t process, const Needles& needles) {
    Look look;
    std::ifstream maps("/proc/" + std::to_string(process) + "/maps");
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t from = 0, to = 0;
        char dash = 0;
        std::string rights;
        std::istringstream(line) >> std::hex >> from >> dash >> to >> rights;
        if (rights.size() < 2 || rights[0] != 'r' || rights[1] != 'w') continue;
        std::string bytes(to - from, '\0');
        iovec here{bytes.data(), bytes.size()}, there{reinterpret_cast<void*>(from), bytes.size()};
        const ssize_t got = ::process_vm_readv(process, &here, 1, &there, 1, 0);
        if (got <= 0) continue;
        bytes.resize(static_cast<std::size_t>(got));
        look.bytes += bytes.size();
        for (const auto& [name, needle] : needles)
            if (const auto at = bytes.find(needle); at != std::string::npos) look.found[name] += line + "\n";
    }
    return look;
}

void expect_clean(const Program& program, const Needles& needles, const std::string& when) {
    // The last of it goes when the workers have ended.
    Look look = look_into(program.pid(), needles);
    for (int tries = 0; !look.found.empty() && tries < 40; ++tries) {
        rest(0.25);
        look = look_into(program.pid(), needles);
    }
    EXPECT_GT(look.bytes, 1'000'000U);
    for (const auto& [name, where] : look.found) ADD_FAILURE() << when << ": " << name << " in\n" << where;
}

/// As damage leaves it: opening tells whose date it is.
void spoil_the_birth_date(const fs::path& file) {
    const auto db = store::open_database(file, {made_passphrase, {}}, store::Access::write, false);
    ASSERT_TRUE(db.ok());
    db.value()->exec("PRAGMA ignore_check_constraints = ON");
    db.value()->exec("UPDATE journal_state SET open_change_set_id = 0");
    db.value()->exec("UPDATE child SET date_of_birth = '31 Nov'");
    db.value()->exec("UPDATE journal_state SET open_change_set_id = NULL");
}

TEST(Memory, TS11_what_opening_told_is_sealed_while_it_is_locked_and_told_after_it_until_it_is_read) {
    const Home home, eyes;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, canary);
    spoil_the_birth_date(file);
    const Needles needles = needles_of(file);
    const Program program(
        {.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase, .eyes = eyes.path()});
    Hands hands(eyes.path());
    const std::string warning = "Teo " + canary + "'s date of birth says";
    hands.see(warning).key("ctrl+l").see("Unlock");
    expect_clean(program, needles, "locked");
    hands.type(made_passphrase).key("Return").not_see("Unlock").see(warning).click("Understood").not_see(warning);
    hands.key("ctrl+l").see("Unlock");
    expect_clean(program, needles, "locked again");
    hands.type(made_passphrase).key("Return").not_see("Unlock").see("Today").not_see(warning);
}

TEST(Memory, TS11_holds_no_name_no_passphrase_and_no_key_after_a_lock) {
    const Home home, eyes;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, canary);
    const Needles needles = needles_of(file);
    const Program program(
        {.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase, .eyes = eyes.path()});
    Hands hands(eyes.path());
    hands.key("ctrl+2").see("Teo " + canary + " " + canary);
    const Look open = look_into(program.pid(), needles);
    ASSERT_GT(open.bytes, 0U) << "the memory of another process may not be read here: run as root";
    EXPECT_TRUE(open.found.contains("name"));
    EXPECT_TRUE(open.found.contains("key")) << "else the look after the lock says nothing";
    for (const char* place : {"ctrl+1", "ctrl+3", "ctrl+4", "ctrl+2"}) hands.key(place);
    hands.key("ctrl+k").see(finder).type(canary).key("Escape").not_see(finder);
    hands.key("ctrl+k").see(finder).type("add child").key("Return").see("Date of birth");
    hands.reach("First name").type("Mia " + canary).key("ctrl+a").key("ctrl+c");
    hands.key("ctrl+l").see("Unlock");
    expect_clean(program, needles, "locked");

    hands.type(made_passphrase).key("Return").not_see("Unlock").key("Escape");
    hands.key("ctrl+2").see("Teo " + canary + " " + canary);
    hands.key("ctrl+l").see("Unlock");
    expect_clean(program, needles, "locked again after the passphrase was typed");
    hands.type("four wooden pens").key("Return").see("does not open your caseload");
    expect_clean(program, needles, "after a wrong passphrase");
}

TEST(Memory, TS11_holds_no_name_of_a_page_that_was_shown) {
    const Home home, eyes;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, canary);
    const Needles needles = needles_of(file);
    const Program program(
        {.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase, .eyes = eyes.path()});
    Hands hands(eyes.path());
    hands.key("ctrl+2").click("Teo " + canary + " " + canary).see("Take care").key("ctrl+p").see("Page 1 of");
    hands.key("ctrl+l").see("Unlock");
    expect_clean(program, needles, "locked with a report in sight");
    hands.type(made_passphrase).key("Return").not_see("Unlock").see("Page 1 of");
}

TEST(Memory, TS4_no_file_beside_the_caseload_holds_its_key) {
    const Home home, eyes;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, canary);
    Program program(
        {.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase, .eyes = eyes.path()});
    Hands hands(eyes.path());
    hands.key("ctrl+2").see("Teo " + canary + " " + canary);
    hands.key("ctrl+k").see(finder).type("add child").key("Return").see("Date of birth").key("Escape");
    hands.key("ctrl+l").see("Unlock");
    program.signal(SIGTERM);
    EXPECT_EQ(program.wait(20), 0);
    const Needles needles = needles_of(file);
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(home.path())) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const std::string bytes = bytes_of(entry.path());
        for (const auto& [name, needle] : needles)
            EXPECT_EQ(bytes.find(needle), std::string::npos) << entry.path() << name;
    }
    EXPECT_GE(files, 3) << "the caseload, its copy and what the program remembers";
}

}  // namespace
}  // namespace pegboard::test
