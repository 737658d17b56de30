#include "core/store/seals/refused.h"

#include <algorithm>
#include <fstream>

#include "core/store/file/files.h"
#include "core/store/file/known_files.h"

namespace pegboard::store {
namespace {
constexpr int most_tries = 9999;

std::filesystem::path count_of(const Places& places, const std::filesystem::path& file) {
    return places.state / "known" / (path_mark(file) + ".refused");
}

int read_refused(const Places& places, const std::filesystem::path& file) {
    std::ifstream in(count_of(places, file));
    int tries = 0;
    return in >> tries && tries > 0 ? std::min(tries, most_tries) : 0;
}
}  // namespace

void remember_refused(const Places& places, const std::filesystem::path& file) {
    if (places.state.empty()) return;
    try {
        const int tries = read_refused(places, file);
        make_private_folder(places.state / "known");
        write_durably(count_of(places, file), std::to_string(std::min(tries + 1, most_tries)) + "\n");
    } catch (const std::exception&) {
        // The list then lacks a line; that the passphrase is wrong was said.
    }
}

int take_refused(const Places& places, const std::filesystem::path& file) {
    if (places.state.empty()) return 0;
    const int tries = read_refused(places, file);
    remove_quietly(count_of(places, file));
    return tries;
}

}  // namespace pegboard::store
