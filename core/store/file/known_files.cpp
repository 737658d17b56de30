#include "core/store/file/known_files.h"

#include <algorithm>
#include <fstream>

#include "core/store/database.h"
#include "core/store/file/files.h"
#include "core/store/file/raw_key.h"

namespace pegboard::store {
namespace {
std::filesystem::path salt_file(const Places& places, const std::filesystem::path& file) {
    return places.state / "known" / (path_mark(file) + ".salt");
}
}  // namespace

std::string path_mark(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::path real = std::filesystem::weakly_canonical(file, ignored);
    if (ignored || real.empty()) real = std::filesystem::absolute(file, ignored);
    return sha256(real.native()).substr(0, 12);
}

void remember_file(const Places& places, const std::filesystem::path& file) {
    if (places.state.empty()) return;
    const auto salt = read_salt(file);
    if (!salt || salt == remembered_salt(places, file)) return;
    try {
        make_private_folder(places.state / "known");
        write_durably(salt_file(places, file), {reinterpret_cast<const char*>(salt->data()), salt->size()});
    } catch (const std::exception&) {
        // Only a later message would have been more exact; opening goes on.
    }
}

std::optional<Salt> remembered_salt(const Places& places, const std::filesystem::path& file) {
    if (places.state.empty()) return std::nullopt;
    std::ifstream in(salt_file(places, file), std::ios::binary);
    Salt salt{};
    in.read(reinterpret_cast<char*>(salt.data()), static_cast<std::streamsize>(salt.size()));
    return in.gcount() == static_cast<std::streamsize>(salt.size()) ? std::optional(salt) : std::nullopt;
}

namespace {
std::filesystem::path note_of(const Places& places, const std::filesystem::path& file, const char* what) {
    return places.state / "known" / (path_mark(file) + what);
}
}  // namespace

void remember_restored(const Places& places, const std::filesystem::path& file, const Restored& restored) {
    if (places.state.empty()) return;
    make_private_folder(places.state / "known");
    write_durably(note_of(places, file, ".restored"),
                  restored.copy + " " + std::to_string(restored.head.count) + " " + restored.head.hash + "\n");
}

std::optional<Restored> restored_from(const Places& places, const std::filesystem::path& file) {
    if (places.state.empty()) return std::nullopt;
    std::ifstream in(note_of(places, file, ".restored"));
    Restored restored;
    if (!(in >> restored.copy >> restored.head.count)) return std::nullopt;
    in >> restored.head.hash;  // none without a history
    // A note that somebody else wrote names no copy.
    const bool named = restored.copy.find_first_not_of("0123456789TZ") == std::string::npos;
    if (!named || restored.copy.size() > 16) restored.copy = "file";
    return restored;
}

void forget_restored(const Places& places, const std::filesystem::path& file) {
    if (!places.state.empty()) remove_quietly(note_of(places, file, ".restored"));
}

Error why_it_does_not_open(const Places& places, const std::filesystem::path& file) {
    const auto known = remembered_salt(places, file);
    const auto now = read_salt(file);
    if (!known || now == known) return does_not_open();
    return {ErrorKind::refused,
            {},
            "The beginning of this file is not what Pegboard last saw there: it is damaged, or another file took its "
            "place. Your passphrase may be right. The file is left as it is; go back to the newest good backup.",
            "first bytes changed"};
}

}  // namespace pegboard::store
