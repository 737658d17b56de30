// The ways by which a caseload, or a copy or a sheet of it, is written: what is at stake in each, and how to see
// whether something was lost.
#include <fstream>
#include <iterator>

#include "app/base/machine_settings.h"
#include "app/platform/private_text.h"
#include "core/exchange/activity_pack.h"
#include "core/store/database.h"
#include "core/store/file/backups.h"
#include "core/store/seals/history_check.h"
#include "tests/core/library_at_hand.h"
#include "tests/failing/disk.h"
#include "tests/failing/scene.h"

namespace pegboard::failing {
namespace {
namespace fs = std::filesystem;
using trust::add_child;
using trust::good_key;
using trust::next_key;

void two_children(Scene& scene) {
    auto caseload = trust::make_caseload(scene.bench, 2);
    scene.old_words = words_of(*caseload);
}

void and_a_backup(Scene& scene) {
    auto caseload = trust::make_caseload(scene.bench, 1);
    scene.new_words = words_of(*caseload);  // a restore goes back
    ASSERT_TRUE(keep_backup(*caseload, good_key, scene.bench.options(), true).ok());
    ASSERT_TRUE(add_child(*caseload, 2).ok());
    scene.old_words = words_of(*caseload);
    scene.bench.now_ms += 3'600'000;
}

void a_file_and_its_copy(Scene& scene) {
    auto caseload = trust::make_caseload(scene.bench, 2);
    ASSERT_TRUE(keep_backup(*caseload, good_key, scene.bench.options(), true).ok());
    scene.new_words = scene.old_words = words_of(*caseload);
}

void unchanged(Scene& scene) {
    two_children(scene);
    scene.new_words = scene.old_words;
}

/// The caseload holds the old or the new state whole, and the new one where that was said.
void old_or_new(Scene& scene, bool said_done) {
    const std::string now = scene.words();
    EXPECT_TRUE(now == scene.new_words || (now == scene.old_words && !said_done))
        << (said_done ? "said to be done, but " : "") << "it holds:\n"
        << now;
    EXPECT_EQ(scene.unsound(scene.file()), "");
    EXPECT_EQ(scene.unsound_copies(), "");
}

/// The caseload is as it was; the copy is whole, or there is none.
void copy_or_none(Scene& scene, bool said_done) {
    old_or_new(scene, said_done);
    EXPECT_TRUE(fs::exists(scene.target()) || !said_done);
    if (fs::exists(scene.target())) {  // its folder may not have been synced: that is told, and the copy is whole
        EXPECT_EQ(scene.unsound(scene.target()), "");
        EXPECT_EQ(scene.words(scene.target()), scene.new_words);
    }
    if (failed_removals() > 0) return;  // then the next try clears up
    for (const char* each : {".part", ".part-wal", ".part-journal"})
        EXPECT_FALSE(fs::exists(fs::path(scene.target().string() + each))) << each;
}

// ---- edits
void commit_begins(Scene& scene) {
    two_children(scene);
    auto caseload = trust::open_caseload(scene.bench);
    ASSERT_TRUE(add_child(*caseload, 3).ok());
    scene.new_words = words_of(*caseload);
    ASSERT_TRUE(caseload->undo().ok());
}

template <class Edit>
Status edited(Scene& scene, const Arm& arm, const Disarm& disarm, const Edit& edit) {
    auto caseload = trust::open_caseload(scene.bench);
    if (!caseload) return Error{ErrorKind::storage, {}, "does not open", {}};
    arm();
    Status done = edit(*caseload);
    disarm();
    if (!done.ok()) {
        EXPECT_TRUE(caseload->remember("seen", "the failure").ok()) << "work goes on";
        const bool is_old = words_of(*caseload) == scene.old_words;
        const Status again = is_old ? edit(*caseload) : Status{};
        EXPECT_TRUE(again.ok()) << "once it works again: " << (again.ok() ? "" : again.error().message);
        EXPECT_EQ(words_of(*caseload), scene.new_words);
    }
    const std::string shown = words_of(*caseload);
    caseload.reset();
    EXPECT_EQ(shown, scene.words()) << "what is shown is what the file holds";
    return done;
}

Status commit(Scene& scene, const Arm& arm, const Disarm& disarm) {
    return edited(scene, arm, disarm, [](Caseload& caseload) { return add_child(caseload, 3); });
}

void undo_begins(Scene& scene) {
    auto caseload = trust::make_caseload(scene.bench, 1);
    scene.new_words = words_of(*caseload);
    ASSERT_TRUE(add_child(*caseload, 2).ok());
    scene.old_words = words_of(*caseload);
}

Status undone(Scene& scene, const Arm& arm, const Disarm& disarm) {
    return edited(scene, arm, disarm, [](Caseload& caseload) { return caseload.undo(); });
}

void draft_begins(Scene& scene) {
    two_children(scene);
    scene.new_words = scene.old_words + "draft note=half a sentence\n";
}

Status draft(Scene& scene, const Arm& arm, const Disarm& disarm) {
    auto caseload = trust::open_caseload(scene.bench);
    if (!caseload) return Error{ErrorKind::storage, {}, "does not open", {}};
    arm();
    Status kept = caseload->keep_draft("note", "half a sentence");
    disarm();
    EXPECT_EQ(caseload->drafts().size(), 1U) << "what was typed stays in memory";
    return kept;
}

Status opened_and_closed(Scene& scene, const Arm& arm, const Disarm& disarm) {
    arm();
    auto opened = Caseload::open(scene.file(), good_key, scene.bench.options());
    const bool is_there = opened.ok() && opened.value()->children().size() == 3;  // a first try told more than was lost
    Status done = is_there ? Status{} : opened.ok() ? add_child(*opened.value(), 3) : Status(opened.error());
    if (opened.ok()) opened.value().reset();
    disarm();
    return done;
}

void pack_begins(Scene& scene) {
    two_children(scene);
    scene.new_words = scene.old_words + "own Balloon taps from Garden games\n";
}

/// The text of a pack as another therapist's program wrote it, read and taken in.
Status pack_imported(Scene& scene, const Arm& arm, const Disarm& disarm) {
    ActivityPack pack{"Garden games", "Ada Berg, OT", {*library().activity("BA01")}};
    pack.activities.front().title = "Balloon taps";
    pack.activities.front().discipline.clear();
    pack.activities.front().effective_attributes.clear();
    pack.activities.front().formerly.clear();
    const std::string text = write_pack(pack);
    return edited(scene, arm, disarm, [&](Caseload& caseload) -> Status {
        PackReading reading = read_pack(text, "games.toml", library());
        if (!reading.sound()) return invalid("pack", "does not read");
        return caseload.run(ImportPack{reading.pack.name, reading.pack.activities});
    });
}

// ---- the file itself
Status created(Scene& scene, const Arm& arm, const Disarm& disarm) {
    const bool is_there = fs::exists(scene.file());  // a first try told more than was lost
    arm();
    auto made = is_there ? Caseload::open(scene.file(), good_key, scene.bench.options())
                         : Caseload::create(scene.file(), good_key, scene.bench.options());
    disarm();
    return made.ok() ? Status{} : Status(made.error());
}

void whole_or_none(Scene& scene, bool said_done) {
    EXPECT_TRUE(!said_done || fs::exists(scene.file()));
    if (fs::exists(scene.file())) {
        EXPECT_EQ(scene.words(), "");
        EXPECT_EQ(scene.unsound(scene.file()), "");
    }
}

void older_file(Scene& scene) {
    {
        std::ifstream in(fs::path(PEGBOARD_TEST_DATA) / "caseload_0001.sql");
        const std::string sql{std::istreambuf_iterator<char>(in), {}};
        store::Database db(scene.file(), store::derive_key(good_key.passphrase, store::new_salt(), true),
                           store::Access::create);
        db.exec("BEGIN; PRAGMA defer_foreign_keys = ON");
        db.exec(sql);
        db.exec("COMMIT");
    }
    scene.before = tree_of(scene.bench.folder.path());
    scene.new_words = scene.old_words = scene.words();
    put_back(scene.bench.folder.path(), scene.before);
}

Status migrated(Scene& scene, const Arm& arm, const Disarm& disarm) {
    arm();
    const auto opened = Caseload::open(scene.file(), good_key, scene.bench.options());
    disarm();
    return opened.ok() ? Status{} : Status(opened.error());
}

/// A change that was cut short after the file had its new passphrase: what opening does then.
Status taken_up_again(Scene& scene) {
    const auto caseload = trust::open_caseload(scene.bench, next_key);
    if (!caseload) return Error{ErrorKind::storage, {}, "no passphrase opens the caseload", {}};
    const auto left = caseload->old_copies();
    if (!left) return {};
    if (Status done = rekey_backups(*left, {}); !done.ok()) return done;
    return caseload->forget_old_key();
}

Status rekeyed(Scene& scene, const Arm& arm, const Disarm& disarm) {
    auto opened = Caseload::open(scene.file(), good_key, scene.bench.options());
    if (!opened.ok()) return taken_up_again(scene);
    auto caseload = opened.take();
    arm();
    Status changed = caseload->change_passphrase(good_key.passphrase, next_key.passphrase);
    disarm();
    EXPECT_EQ(words_of(*caseload), scene.old_words);
    return changed;
}

void one_key_opens(Scene& scene, bool said_done) {
    old_or_new(scene, said_done);
    const bool with_old = Caseload::open(scene.file(), good_key, scene.bench.options()).ok();
    const bool with_next = Caseload::open(scene.file(), next_key, scene.bench.options()).ok();
    EXPECT_NE(with_old, with_next) << "exactly one passphrase opens the caseload";
    EXPECT_TRUE(with_next || !said_done);
    if (!said_done) return;
    for (const Backup& each : kept_backups(scene.bench.options().places, scene.file()))
        EXPECT_TRUE(verify_backup(each.file, next_key, true).ok()) << each.file << " still has the old passphrase";
}

// ---- copies
Status backed_up(Scene& scene, const Arm& arm, const Disarm& disarm) {
    auto caseload = trust::open_caseload(scene.bench);
    if (!caseload) return Error{ErrorKind::storage, {}, "does not open", {}};
    arm();
    Status kept = keep_backup(*caseload, good_key, scene.bench.options(), true);
    disarm();
    return kept;
}

void two_copies(Scene& scene, bool said_done) {
    EXPECT_EQ(scene.words(), scene.old_words);
    EXPECT_EQ(scene.unsound_copies(), "");
    const auto kept = kept_backups(scene.bench.options().places, scene.file());
    EXPECT_GE(kept.size(), said_done ? 2U : 1U);
    if (said_done) {
        EXPECT_EQ(scene.words(kept.front().file), scene.old_words);
    }
}

Status restored(Scene& scene, const Arm& arm, const Disarm& disarm) {
    const auto kept = kept_backups(scene.bench.options().places, scene.file());
    const fs::path oldest = kept.back().file;
    arm();
    Status done = restore(oldest, scene.file(), good_key, scene.bench.options());
    disarm();
    return done;
}

Status copy_saved(Scene& scene, const Arm& arm, const Disarm& disarm) {
    fs::create_directories(scene.target().parent_path());
    const auto caseload = trust::open_caseload(scene.bench);
    arm();
    Status done = back_up(scene.file(), good_key, scene.target(), true);
    disarm();
    return done;
}

Status saved_from_memory(Scene& scene, const Arm& arm, const Disarm& disarm) {
    fs::create_directories(scene.target().parent_path());
    const auto caseload = trust::open_caseload(scene.bench);
    const MemoryCopy copy{scene.file(), caseload->image(), good_key, {}, {}, scene.bench.options()};
    arm();
    const auto saved = save_from_memory(copy, scene.target());
    disarm();
    return saved.ok() ? Status{} : Status(saved.error());
}

void damaged_file(Scene& scene) {
    unchanged(scene);
    constexpr std::size_t page_size = 4096;
    const auto db = store::open_database(scene.file(), good_key, store::Access::frozen, true);
    ASSERT_TRUE(db.ok());
    const auto page = db.value()->number("SELECT rootpage FROM sqlite_schema WHERE name = 'goal'");
    std::string bytes = trust::read_bytes(scene.file());
    char& one = bytes.at(static_cast<std::size_t>(page) * page_size - 100);
    one = static_cast<char>(one ^ 1);
    trust::write_bytes(scene.file(), bytes);
    ASSERT_FALSE(check_pages(scene.file(), good_key, true).ok());
}

Status salvaged(Scene& scene, const Arm& arm, const Disarm& disarm) {
    if (fs::exists(scene.target())) return {};  // a first try was told to have failed when all but its name was safe
    fs::create_directories(scene.target().parent_path());
    arm();
    const auto saved = salvage(scene.file(), scene.target(), good_key, scene.bench.options());
    disarm();
    if (saved.ok()) {
        EXPECT_EQ(saved.value().damaged_tables, std::vector<std::string>{"goal"}) << "what is lost is told";
    }
    return saved.ok() ? Status{} : Status(saved.error());
}

void recovered_or_none(Scene& scene, bool said_done) {
    EXPECT_EQ(trust::read_bytes(scene.file()), scene.before.at(scene.file().filename().string())) << "left as it is";
    EXPECT_TRUE(fs::exists(scene.target()) || !said_done);
    if (fs::exists(scene.target())) {
        EXPECT_EQ(scene.unsound(scene.target()), "");
        EXPECT_EQ(scene.words(scene.target()), scene.new_words);
    }
    if (failed_removals() > 0) return;
    for (const auto& each : fs::directory_iterator(scene.target().parent_path()))
        EXPECT_TRUE(each.path().native().find(".part") == std::string::npos) << each.path();
}

// ---- beside the caseload
const std::string old_sheet = "Pegboard recovery sheet\nold groups\n",
                  new_sheet = "Pegboard recovery sheet\nnew groups\n";

fs::path sheet_of(const Scene& scene) { return scene.bench.folder / "recovery sheet.txt"; }

void sheet_begins(Scene& scene) { trust::write_bytes(sheet_of(scene), old_sheet); }

Status sheet_written(Scene& scene, const Arm& arm, const Disarm& disarm) {
    arm();
    Status done = save_private_text(sheet_of(scene), new_sheet, old_sheet);
    disarm();
    return done;
}

void old_or_new_sheet(Scene& scene, bool said_done) {
    const std::string now = trust::read_bytes(sheet_of(scene));
    EXPECT_TRUE(now == new_sheet || (now == old_sheet && !said_done)) << now;
}

fs::path settings_of(const Scene& scene) { return scene.bench.folder / "settings.toml"; }

void settings_begin(Scene& scene) { ASSERT_TRUE(save_machine_settings(settings_of(scene), {}).ok()); }

Status settings_written(Scene& scene, const Arm& arm, const Disarm& disarm) {
    MachineSettings settings;
    settings.text_percent = 150;
    arm();
    Status done = save_machine_settings(settings_of(scene), settings);
    disarm();
    return done;
}

void old_or_new_settings(Scene& scene, bool said_done) {
    const int now = load_machine_settings(settings_of(scene)).text_percent;
    EXPECT_TRUE(now == 150 || (now == 100 && !said_done)) << now;
    EXPECT_FALSE(fs::exists(fs::path(settings_of(scene).string() + ".unreadable")));
}
}  // namespace

const std::vector<Way>& ways() {
    static const std::vector<Way> all{
        {"commit", commit_begins, commit, old_or_new, false},
        {"undo", undo_begins, undone, old_or_new, false},
        {"pack_import", pack_begins, pack_imported, old_or_new, false},
        {"draft", draft_begins, draft, old_or_new},
        {"opening_editing_closing", commit_begins, opened_and_closed, old_or_new},
        {"creation", [](Scene&) {}, created, whole_or_none},
        {"migration", older_file, migrated, old_or_new},
        {"passphrase_change", a_file_and_its_copy, rekeyed, one_key_opens},
        {"backup", and_a_backup, backed_up, two_copies},
        {"restore", and_a_backup, restored, old_or_new},
        {"saved_copy", unchanged, copy_saved, copy_or_none},
        {"copy_from_memory", unchanged, saved_from_memory, copy_or_none},
        {"salvage", damaged_file, salvaged, recovered_or_none},
        {"recovery_sheet", sheet_begins, sheet_written, old_or_new_sheet},
        {"settings", settings_begin, settings_written, old_or_new_settings},
    };
    return all;
}

}  // namespace pegboard::failing
