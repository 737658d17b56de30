// TR4: the power is cut at any moment of a working day, with copies, a passphrase change and a way back in it. What was
// said to be saved is there, everything is whole, and each kept copy opens. PEGBOARD_COUNT says how many moments.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "core/store/file/backups.h"
#include "tests/failing/power.h"

namespace pegboard::failing {
namespace {
namespace fs = std::filesystem;
using trust::good_key;
using trust::next_key;

/// What is promised once a mark is reached.
struct Promise {
    std::string words;
    std::vector<std::string> copies;  ///< names of kept copies
    bool has_file = false;
};

/// A day of work that is written down call by call.
class Day {
 public:
    Day() {
        mind(scene.bench.folder.path());
        record();
        promise();  // nothing is there yet
        work();
        records = recorded();
        mind({});
    }

    Scene scene;
    std::vector<Record> records;
    std::vector<Promise> promises;

 private:
    void promise() {
        Promise now;
        now.has_file = caseload_ != nullptr;
        if (caseload_) now.words = words_of(*caseload_);
        for (const Backup& each : kept_backups(scene.bench.options().places, scene.file()))
            now.copies.push_back(each.file.filename().string());
        promises.push_back(std::move(now));
        mark(static_cast<int>(promises.size()) - 1);
    }

    void edit(int count) {
        for (int i = 0; i < count; ++i) {
            ASSERT_TRUE(trust::add_child(*caseload_, ++number_).ok());
            promise();
        }
        ASSERT_TRUE(caseload_->undo().ok());
        promise();
        ASSERT_TRUE(caseload_->keep_draft("note", "words " + std::to_string(number_)).ok());
        promise();
    }

    void keep(const Key& key) {
        scene.bench.now_ms += 3'600'000;
        ASSERT_TRUE(keep_backup(*caseload_, key, scene.bench.options(), true).ok());
        promise();
    }

    void reopen(const Key& key) {
        caseload_.reset();
        caseload_ = trust::open_caseload(scene.bench, key);
        ASSERT_TRUE(caseload_);
        promise();
    }

    void work() {
        caseload_ = trust::make_caseload(scene.bench, 0);
        promise();
        edit(8);
        keep(good_key);
        edit(6);
        reopen(good_key);
        edit(6);
        ASSERT_TRUE(caseload_->change_passphrase(good_key.passphrase, next_key.passphrase).ok());
        promise();
        edit(6);
        keep(next_key);
        edit(4);
        caseload_.reset();
        const Backup oldest = kept_backups(scene.bench.options().places, scene.file()).back();
        ASSERT_TRUE(restore(oldest.file, scene.file(), next_key, scene.bench.options()).ok());
        reopen(next_key);
        edit(3);
        caseload_.reset();
    }

    std::unique_ptr<Caseload> caseload_;
    int number_ = 0;
};

/// Writes as one would who does not know of power cuts, then as one who does.
TEST(PowerCut, takes_what_was_not_synced_and_nothing_else) {
    const trust::TempFolder folder;
    mind(folder.path());
    record();
    const std::string safe(2000, 's'), later(2000, 'l');
    const auto put = [](int file, const std::string& bytes) {
        return ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    };
    const int file = ::open((folder / "kept").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_TRUE(put(file, safe));
    ASSERT_EQ(::fsync(file), 0);
    const int here = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ASSERT_EQ(::fsync(here), 0);
    ASSERT_TRUE(put(file, later));
    const int other = ::open((folder / "never named").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_TRUE(put(other, safe));
    ASSERT_EQ(::fsync(other), 0);
    for (const int each : {file, here, other}) ::close(each);
    const std::vector<Record> records = recorded();
    mind({});
    PowerCut cut(records);
    cut.go_to(records.size() - 1);
    std::mt19937 random(1);
    int whole = 0, gone = 0, torn = 0, unnamed = 0;
    for (int i = 0; i < 200; ++i) {
        const Tree left = cut.left(random);
        const std::string kept = left.at("kept");
        ASSERT_TRUE(kept.starts_with(safe));
        (kept == safe ? gone : kept == safe + later ? whole : torn) += 1;
        unnamed += left.contains("never named") ? 0 : 1;
    }
    EXPECT_GT(std::min({whole, gone, torn, unnamed}), 20);
    EXPECT_LT(unnamed, 180);
}

void look_at(const Day& day, std::size_t last_mark) {
    const Promise& kept = day.promises[last_mark];
    const Promise& next = day.promises[std::min(last_mark + 1, day.promises.size() - 1)];
    const fs::path file = day.scene.file();
    if (!fs::exists(file)) {
        EXPECT_FALSE(kept.has_file) << "the caseload is gone";
        return;
    }
    const std::string now = day.scene.words();
    EXPECT_TRUE(now == next.words || (now == kept.words && kept.has_file) || (now.empty() && !kept.has_file))
        << "it holds\n"
        << now << "and should hold\n"
        << kept.words << "or\n"
        << next.words;
    EXPECT_EQ(day.scene.unsound(file), "");
    EXPECT_EQ(day.scene.unsound_copies(), "");
    std::vector<std::string> copies;
    for (const Backup& each : kept_backups(day.scene.bench.options().places, file))
        copies.push_back(each.file.filename().string());
    for (const std::string& each : kept.copies)
        EXPECT_NE(std::find(copies.begin(), copies.end(), each), copies.end()) << "a kept copy is gone: " << each;
}

TEST(PowerLoss, TR4_what_was_said_to_be_saved_is_there_whenever_the_power_is_cut) {
    Day day;
    ASSERT_FALSE(HasFatalFailure());
    std::mt19937 random(4);
    std::vector<std::size_t> moments(static_cast<std::size_t>(count_of(150)));
    for (std::size_t& each : moments) each = random() % day.records.size();
    std::sort(moments.begin(), moments.end());
    PowerCut cut(day.records);
    std::size_t looked = 0, last_mark = 0;
    for (const std::size_t moment : moments) {
        for (; looked <= moment; ++looked)
            if (day.records[looked].what == Record::What::mark)
                last_mark = static_cast<std::size_t>(day.records[looked].number);
        cut.go_to(moment);
        put_back(day.scene.bench.folder.path(), cut.left(random));
        SCOPED_TRACE("moment " + std::to_string(moment) + " of " + std::to_string(day.records.size()) + ", mark " +
                     std::to_string(last_mark) + " of " + std::to_string(day.promises.size()));
        look_at(day, last_mark);
        if (HasFailure()) break;
    }
    RecordProperty("moments", static_cast<int>(moments.size()));
    RecordProperty("calls", static_cast<int>(day.records.size()));
}

}  // namespace
}  // namespace pegboard::failing
