// Readers of files from outside: content, settings of the machine, a caseload.
#include <fstream>

#include "app/platform/machine_settings.h"
#include "core/caseload.h"
#include "core/library/compiler/content.h"
#include "tests/fuzz/fuzz.h"

namespace pegboard::fuzz {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Which file of the content a text is, by a table in it.
fs::path name_for(const std::string& bytes) {
    for (const auto& [table, name] :
         std::initializer_list<std::pair<const char*, const char*>>{{"[[activity]]", "activities/snips.toml"},
                                                                    {"[[item]]", "items.toml"},
                                                                    {"[[precaution]]", "precautions.toml"},
                                                                    {"[[measure]]", "measures.toml"},
                                                                    {"[[goal]]", "goals.toml"},
                                                                    {"[[concern]]", "screening.toml"},
                                                                    {"[[coverage]]", "coverage.toml"},
                                                                    {"[[skill]]", "skills.toml"}})
        if (bytes.find(table) != std::string::npos) return name;
    return "vocabulary.toml";
}

}  // namespace

void read_content_file(const std::string& bytes) {
    static const fs::path folder = [] {
        const fs::path made = scratch() / "content";
        fs::copy(fs::path(PEGBOARD_TEST_DATA) / "library_small", made, fs::copy_options::recursive);
        return made;
    }();
    const fs::path file = folder / name_for(bytes);
    const std::string sound = bytes_of(file);
    write(file, bytes);
    compiler::Problems problems;
    compiler::Content content = compiler::read_content(folder, problems);
    check_content(content, problems);
    if (problems.empty()) compiler::derive(content);
    for (const compiler::Problem& each : problems.sorted()) {
        hold(!each.text.empty(), "a problem has words");
        hold(each.place.line >= 0, "a problem has a line");
    }
    write(file, sound);
}

void read_settings(const std::string& bytes) {
    const fs::path file = scratch() / "settings.toml";
    write(file, bytes);
    const MachineSettings read = load_machine_settings(file);
    hold(read.text_percent >= 80 && read.text_percent <= 200, "the text size can be read");
    hold(read.window_w > 0 && read.window_h > 0, "the window has a size");
    hold(save_machine_settings(file, read).ok(), "what was read can be written");
    hold(load_machine_settings(file) == read, "settings come back as they were written");
}

/// The first bytes of the input lie over a sound caseload at an offset that the input names.
void read_caseload(const std::string& bytes) {
    const Key key{"four wooden pegs", {}};
    OpenOptions options;
    options.fast_key = true;
    static const std::string sound = [&] {
        const fs::path file = scratch() / "sound.pegboard";
        auto made = Caseload::create(file, key, options);
        hold(made.ok(), "a caseload can be made");
        made.take().reset();
        return bytes_of(file);
    }();
    std::string changed = sound;
    if (bytes.size() > 2) {
        const auto number = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i]));
        };
        const std::size_t at = (number(0) * 256 + number(1)) * 7 % (changed.size() + 1);
        changed.replace(at, bytes.size() - 2, bytes.substr(2));
        if (number(0) % 16 == 3) changed.resize(at);
    }
    const fs::path file = scratch() / "changed.pegboard";
    write(file, changed);
    for (const char* each : {"-wal", "-shm", ".lock"}) fs::remove(fs::path(file.string() + each));
    const auto opened = Caseload::open(file, key, options);
    if (!opened.ok()) {
        hold(!opened.error().message.empty(), "a refusal has words");
        hold(bytes_of(file) == changed, "a file that does not open is left as it was");
    }
}

}  // namespace pegboard::fuzz
