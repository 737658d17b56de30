// pegboard_library: compiles the content folder into library.db, reports on one, draws its
// pictures, or turns a text that nothing may be copied from into numbers. It writes nothing when a single check speaks.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>

#include "core/library/compiler/shingles.h"
#include "core/pictures/compose.h"

namespace {

using namespace pegboard;
using namespace pegboard::compiler;
namespace fs = std::filesystem;

int compile(const fs::path& folder, const fs::path& file) {
    Problems problems;
    auto content = read_content(folder, problems);
    check_content(content, problems);
    for (const auto& problem : problems.sorted())
        std::cerr << (folder / problem.place.file).string() << ':' << problem.place.line << ": " << problem.text
                  << '\n';
    if (!problems.empty()) {
        std::cerr << problems.sorted().size() << " problems in the content; library.db is not written\n";
        return 1;
    }
    derive(content);
    fs::create_directories(file.parent_path());
    write_library(content, file);
    return 0;
}

int show_report_of_file(const fs::path& file) {
    const auto library = Library::open(file);
    if (!library) {
        std::cerr << library.error().message << '\n';
        return 1;
    }
    std::cout << report(*library.value());
    return 0;
}

/// Of a compiled library.db, or of a content folder, which is compiled aside first.
int show_report(const fs::path& from) {
    if (!fs::is_directory(from)) return show_report_of_file(from);
    const fs::path aside = fs::temp_directory_path() / ("pegboard_report_" + std::to_string(::getpid()));
    const int code = compile(from, aside / "library.db");
    const int shown = code == 0 ? show_report_of_file(aside / "library.db") : code;
    fs::remove_all(aside);
    return shown;
}

/// Every activity's picture as two SVG files, small and wide, to be looked at.
int draw_pictures(const fs::path& file, const fs::path& folder) {
    const auto library = Library::open(file);
    if (!library) {
        std::cerr << library.error().message << '\n';
        return 1;
    }
    fs::create_directories(folder);
    const PictureKit& kit = library.value()->pictures();
    for (const auto& activity : library.value()->activities()) {
        const Scene scene = decode_scene(activity.picture);
        constexpr Tones greens{"darkseagreen", "darkgreen"};
        std::ofstream(folder / (activity.id + "-small.svg")) << picture_svg(kit, scene, 60, 60, greens);
        std::ofstream(folder / (activity.id + "-wide.svg")) << picture_svg(kit, scene, 156, 60, greens);
    }
    return 0;
}

int print_shingles(const fs::path& file) {
    std::ifstream stream(file);
    if (!stream) {
        std::cerr << "There is no file to read at " << file.string() << '\n';
        return 1;
    }
    std::stringstream text;
    text << stream.rdbuf();
    std::set<std::uint64_t> numbers;
    for (const auto& shingle : shingles_of(text.str())) numbers.insert(shingle.number);
    std::cout << std::hex;
    for (const auto number : numbers) std::cout << number << '\n';
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3 && !(count == 4 && std::string_view(arguments[1]) == "--pictures")) {
        std::cerr << "usage: pegboard_library CONTENT_FOLDER LIBRARY_DB\n"
                     "       pegboard_library --report CONTENT_FOLDER | LIBRARY_DB\n"
                     "       pegboard_library --pictures LIBRARY_DB FOLDER\n"
                     "       pegboard_library --shingles TEXT_FILE\n";
        return 2;
    }
    try {
        const std::string_view first = arguments[1];
        if (first == "--report") return show_report(arguments[2]);
        if (first == "--pictures") return draw_pictures(arguments[2], arguments[3]);
        if (first == "--shingles") return print_shingles(arguments[2]);
        return compile(arguments[1], arguments[2]);
    } catch (const std::exception& error) {
        std::cerr << "pegboard_library: " << error.what() << '\n';
        return 1;
    }
}
