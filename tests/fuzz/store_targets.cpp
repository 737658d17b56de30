// Readers of what lies in or beside a caseload: its pages, the notes of the state folder, JSON in cells, the recovery
// of a damaged file, and the word of a second copy of the program.
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

#include "app/platform/instance.h"
#include "core/store/file/backups.h"
#include "core/store/file/known_files.h"
#include "core/store/file/known_head.h"
#include "core/store/rows.h"
#include "tests/core/command_setting.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/sound_file.h"

namespace pegboard::fuzz {
namespace {
namespace fs = std::filesystem;

/// The input names a place in a sound file and lies over it from there; some cut the file there.
std::string laid_over(const std::string& sound, const std::string& bytes) {
    std::string changed = sound;
    if (bytes.size() <= 2) return changed;
    const auto number = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
    const std::size_t at = (number(0) * 256 + number(1)) * 7 % (changed.size() + 1);
    changed.replace(at, bytes.size() - 2, bytes.substr(2));
    if (number(0) % 16 == 3) changed.resize(at);
    return changed;
}
}  // namespace

fs::path fresh_file(const std::string& bytes) {
    const fs::path file = scratch() / "changed.pegboard";
    for (const char* each : {"", "-wal", "-shm", "-journal", ".lock"}) fs::remove(fs::path(file.string() + each));
    write_bytes(file, bytes);
    return file;
}

const std::string& small_file() {
    static const std::string bytes = [] {
        const fs::path file = scratch() / "small.pegboard";
        auto made = Caseload::create(file, sound_key, sound_options());
        hold(made.ok(), "a caseload can be made");
        made.take().reset();
        return bytes_of(file);
    }();
    return bytes;
}

const std::string& full_file() {
    static const std::string bytes = [] {
        const fs::path file = scratch() / "full.pegboard";
        auto made = Caseload::create(file, sound_key, sound_options());
        hold(made.ok(), "a caseload can be made");
        auto caseload = made.take();
        test::prepare(*caseload);
        hold(caseload->keep_draft("note", "half a sentence").ok(), "a draft is kept");
        caseload.reset();
        return bytes_of(file);
    }();
    return bytes;
}

OpenOptions sound_options() {
    OpenOptions options;
    options.fast_key = true;
    options.now_ms = [] { return test::Clock{}.ms; };
    return options;
}

void read_caseload(const std::string& bytes) {
    const std::string changed = laid_over(small_file(), bytes);
    const fs::path file = fresh_file(changed);
    const auto opened = Caseload::open(file, sound_key, sound_options());
    if (!opened.ok()) {
        hold(!opened.error().message.empty(), "a refusal has words");
        hold(bytes_of(file) == changed, "a file that does not open is left as it was");
    }
}

void read_salvaged(const std::string& bytes) {
    const std::string changed = laid_over(full_file(), bytes);
    const fs::path file = fresh_file(changed), target = scratch() / "recovered.pegboard";
    fs::remove(target);
    const auto recovered = salvage(file, target, sound_key, sound_options());
    hold(bytes_of(file) == changed, "a damaged file is left as it was");
    hold(recovered.ok() == fs::exists(target), "what is recovered is a file, or nothing is left");
    if (!recovered.ok()) {
        hold(!recovered.error().message.empty(), "a refusal has words");
        return;
    }
    hold(verify_backup(target, sound_key, true).ok(), "what is recovered is whole");
    const auto opened = Caseload::open(target, sound_key, sound_options());
    hold(opened.ok(), "what is recovered opens");
}

void read_row_json(const std::string& bytes) {
    std::map<std::string, std::string> map, map_again;
    store::read_map(bytes, map);
    hold(store::read_map(store::map_to_json(map), map_again) && map_again == map,
         "words in a cell come back as they were written");
    std::vector<double> numbers, numbers_again;
    store::read_numbers(bytes, numbers);
    hold(store::read_numbers(store::numbers_to_json(numbers), numbers_again) && numbers_again.size() == numbers.size(),
         "numbers in a cell come back as many");
}

/// All notes of the state folder hold the same bytes; each reader takes them or leaves them.
void read_state_notes(const std::string& bytes) {
    const Places places{scratch() / "state", scratch() / "backups"};
    const fs::path file = scratch() / "noted.pegboard", known = places.state / "known";
    fs::create_directories(known);
    const std::string mark = store::path_mark(file);
    for (const char* ending : {".head", ".salt", ".copies", ".backup"}) write_bytes(known / (mark + ending), bytes);
    const store::Salt salt{};
    const store::KnownHead head(places, file, salt);
    if (const auto known_head = head.read()) {
        for (const store::Head* each : {&known_head->journal, known_head->events ? &*known_head->events : nullptr}) {
            if (each == nullptr) continue;
            hold(each->count >= 0, "a number of entries is none below nought");
            hold(each->hash.size() == 64, "the hash of a note is one");
        }
    }
    const auto read = store::remembered_salt(places, file);
    hold(read.has_value() == (bytes.size() >= salt.size()), "a salt is whole or none");
    const BackupNews news = backup_news(places, file);
    hold(news.failed_utc.empty() || !news.why.empty(), "a failure that is told has a reason");
    hold(news.why.size() <= 1000 && news.failed_utc.size() <= 1000, "no more is told than a person reads");
}

/// A program that says anything at all to the open window: only the one word raises it, and it goes on listening.
void read_socket(const std::string& bytes) {
    static std::atomic<int> raised = 0;
    static const bool placed = ::setenv("XDG_RUNTIME_DIR", scratch().c_str(), 1) == 0;
    hold(placed, "there is a folder for the socket");
    const fs::path file = scratch() / "open.pegboard";
    static const Instance instance(file, [] { ++raised; });
    static const sockaddr_un address = [] {
        sockaddr_un made{};
        made.sun_family = AF_UNIX;
        for (const auto& each : fs::directory_iterator(scratch()))
            if (each.is_socket()) each.path().native().copy(made.sun_path, sizeof made.sun_path - 1);
        return made;
    }();
    const int before = raised;
    const int guest = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    hold(guest >= 0 && ::connect(guest, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0,
         "the window listens");
    const bool said = bytes.empty() || ::send(guest, bytes.data(), bytes.size(), MSG_NOSIGNAL) >= 0;
    ::shutdown(guest, SHUT_WR);
    pollfd answer{guest, POLLIN, 0};
    hold(!said || ::poll(&answer, 1, 5000) == 1, "the window answers or hangs up");
    ::close(guest);
    hold((raised != before) == (bytes == "raise"), "only the one word raises the window");
}

}  // namespace pegboard::fuzz
