// Linked into the program beside its own main: the same program, which also writes down what each frame
// shows, into the file that PEGBOARD_TOLD names. Tests of the real window read it to find what to press.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "app/program/loop.h"

namespace pegboard::test {
namespace {

/// One line of tab-separated words for each widget; tabs and line ends inside words become spaces.
std::string plain(std::string words) {
    for (char& letter : words)
        if (letter == '\t' || letter == '\n' || letter == '\r') letter = ' ';
    return words;
}

void write_down(const Record& record, const std::filesystem::path& file) {
    const std::string part = file.string() + ".part";
    std::FILE* out = std::fopen(part.c_str(), "w");
    if (out == nullptr) return;
    for (const WidgetInfo& each : record.widgets)
        std::fprintf(out, "%d\t%u\t%d\t%d\t%d\t%d\t%d\t%g\t%g\t%g\t%g\t%g\t%g\t%g\t%g\t%s\t%s\t%s\n",
                     static_cast<int>(each.role), each.id, each.enabled, each.selected, each.focused, each.scrolls,
                     each.layer, static_cast<double>(each.min.x), static_cast<double>(each.min.y),
                     static_cast<double>(each.max.x), static_cast<double>(each.max.y),
                     static_cast<double>(each.clip_min.x), static_cast<double>(each.clip_min.y),
                     static_cast<double>(each.clip_max.x), static_cast<double>(each.clip_max.y),
                     plain(each.scope).c_str(), plain(each.label).c_str(), plain(each.value).c_str());
    std::fclose(out);
    std::rename(part.c_str(), file.c_str());
}

/// Set before main begins.
const bool listening = [] {
    if (const char* file = std::getenv("PEGBOARD_TOLD"); file != nullptr)
        screen_reader = [path = std::filesystem::path(file)](const Record& record) { write_down(record, path); };
    return true;
}();

}  // namespace
}  // namespace pegboard::test
