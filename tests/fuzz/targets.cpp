// The list of targets, and what all of them stand on: promises, and a folder to write in.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/row_edits.h"

namespace pegboard::fuzz {
namespace {
namespace fs = std::filesystem;

constexpr Target all[]{{"content", read_content_file, "library_small"},
                       {"dates", read_typed_date, "fuzz/dates"},
                       {"times", read_typed_time, "fuzz/times"},
                       {"numbers", read_typed_number, "fuzz/numbers"},
                       {"lengths", read_typed_length, "fuzz/lengths"},
                       {"text", read_typed_text, "fuzz/search"},
                       {"settings", read_settings, "fuzz/settings"},
                       {"recovery", read_recovery_sheet, "fuzz/recovery"},
                       {"search", read_search, "fuzz/search"},
                       {"caseload", read_caseload, "fuzz/caseload"},
                       {"packs", read_activity_pack, "fuzz/packs"},
                       {"json", read_row_json, "fuzz/json"},
                       {"notes", read_state_notes, "fuzz/notes"},
                       {"socket", read_socket, "fuzz/socket"},
                       {"salvage", read_salvaged, "fuzz/caseload"},
                       {"rows", read_hostile_rows, "fuzz/rows", change_edits},
                       {"journal", read_hostile_journal, "fuzz/rows", change_edits}};

struct Scratch {
    Scratch() {
        std::string name = (fs::temp_directory_path() / "pegboard-fuzz-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        path = name;
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    fs::path path;
};
}  // namespace

std::span<const Target> targets() { return all; }

const Target* target_of(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(all), std::end(all), [&](const Target& each) { return each.name == name; });
    return found == std::end(all) ? nullptr : found;
}

void hold(bool kept, std::string_view promise) {
    if (kept) return;
    std::fprintf(stderr, "Broken: %.*s\n", static_cast<int>(promise.size()), promise.data());
    std::abort();
}

const fs::path& scratch() {
    static const Scratch one;
    return one.path;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

}  // namespace pegboard::fuzz
