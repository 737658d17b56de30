// Readers of files from outside that hold text: content, activity packs, settings of the machine.
#include "app/base/machine_settings.h"
#include "core/exchange/activity_pack.h"
#include "core/library/compiler/content.h"
#include "tests/fuzz/fuzz.h"

namespace pegboard::fuzz {
namespace {

namespace fs = std::filesystem;

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
    write_bytes(file, bytes);
    compiler::Problems problems;
    compiler::Content content = compiler::read_content(folder, problems);
    check_content(content, problems);
    if (problems.empty()) compiler::derive(content);
    for (const compiler::Problem& each : problems.sorted()) {
        hold(!each.text.empty(), "a problem has words");
        hold(each.place.line >= 0, "a problem has a line");
    }
    write_bytes(file, sound);
}

void read_settings(const std::string& bytes) {
    const fs::path file = scratch() / "settings.toml";
    write_bytes(file, bytes);
    MachineSettings read = load_machine_settings(file);
    read.set_aside = false;  // told once, and over as soon as settings are kept again
    hold(read.text_percent >= 80 && read.text_percent <= 200, "the text size can be read");
    hold(read.window_w > 0 && read.window_h > 0, "the window has a size");
    hold(save_machine_settings(file, read).ok(), "what was read can be written");
    hold(load_machine_settings(file) == read, "settings come back as they were written");
}

void read_activity_pack(const std::string& bytes) {
    static const auto library = Library::open(fs::path(PEGBOARD_DATA) / "library.db").take();
    const PackReading reading = read_pack(bytes, "pack.toml", *library);
    if (reading.sound()) {
        hold(!reading.pack.activities.empty(), "a pack that opens holds something");
        const PackReading again = read_pack(write_pack(reading.pack), "again.toml", *library);
        hold(again.sound() && again.pack == reading.pack, "a pack that opens is written and read as the same");
        return;
    }
    hold(reading.pack.activities.empty(), "a pack that is refused brings nothing");
    hold(reading.problems.size() <= 100, "no more problems are told than a person reads");
    for (const auto& problem : reading.problems) hold(!say_problem(problem).empty(), "a problem has words");
}

}  // namespace pegboard::fuzz
