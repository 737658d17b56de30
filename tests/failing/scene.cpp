#include "tests/failing/scene.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "core/store/database.h"
#include "core/store/file/backups.h"
#include "core/store/seals/history_check.h"

namespace pegboard::failing {
namespace fs = std::filesystem;
using trust::good_key;
using trust::next_key;

Tree tree_of(const fs::path& folder) {
    Tree tree;
    for (const auto& each : fs::recursive_directory_iterator(folder))
        if (each.is_regular_file()) tree[fs::relative(each.path(), folder).string()] = trust::read_bytes(each.path());
    return tree;
}

void put_back(const fs::path& folder, const Tree& tree) {
    for (const auto& each : fs::directory_iterator(folder)) fs::remove_all(each.path());
    for (const auto& [name, bytes] : tree) {
        const fs::path file = folder / name;
        fs::create_directories(file.parent_path());
        trust::write_bytes(file, bytes);
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        for (fs::path above = file.parent_path(); above != folder; above = above.parent_path())
            fs::permissions(above, fs::perms::owner_all);
    }
}

std::string words_of(const Caseload& caseload) {
    std::vector<std::string> lines;
    for (const Child& child : caseload.children()) {
        std::ostringstream line;
        line << "child " << full_name(child) << ' ' << iso(child.date_of_birth) << ' ' << child.school;
        for (const std::string& each : child.strengths) line << " [" << each << ']';
        lines.push_back(line.str());
    }
    for (const Goal& goal : caseload.goals()) lines.push_back("goal " + goal.title);
    for (const Session& session : caseload.sessions())
        lines.push_back("session " + iso(session.date) + " " + std::to_string(session.blocks.size()));
    for (const OwnActivity& each : caseload.own_activities())
        lines.push_back("own " + each.activity.title + " from " + each.from_pack);
    for (const auto& [field, text] : caseload.drafts()) lines.push_back("draft " + field + "=" + text);
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
}

namespace {
/// The key of ours that opens a file.
std::optional<Key> key_that_opens(const fs::path& file) {
    for (const Key& key : {good_key, next_key})
        if (store::open_database(file, key, store::Access::look, true).ok()) return key;
    return std::nullopt;
}
}  // namespace

std::string Scene::words(const fs::path& which) const {
    std::string why;
    for (const Key& key : {good_key, next_key}) {
        const auto opened = Caseload::open(which, key, bench.options());
        if (opened.ok()) return words_of(*opened.value());
        why += opened.error().message + " " + opened.error().detail + "; ";
    }
    return "nothing opens: " + why;
}

std::string Scene::unsound(const fs::path& which) const {
    const auto key = key_that_opens(which);
    if (!key) return "no key opens it";
    if (const Status pages = check_pages(which, *key, true); !pages.ok()) return pages.error().message;
    const auto history = check_history(which, *key, true);
    return history.ok() ? history.value() : history.error().message;
}

std::string Scene::unsound_copies() const {
    std::string all;
    for (const Backup& each : kept_backups(bench.options().places, file()))
        if (!verify_backup(each.file, good_key, true).ok() && !verify_backup(each.file, next_key, true).ok())
            all += each.file.string() + "; ";
    return all;
}

}  // namespace pegboard::failing
