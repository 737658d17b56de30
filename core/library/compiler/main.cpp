// pegboard_library: compiles the content folder into library.db, or reports on one. It writes nothing
// when a single check speaks.
#include <filesystem>
#include <iostream>
#include <string_view>

#include "core/library/compiler/content.h"

namespace {

using namespace pegboard;
using namespace pegboard::compiler;

int compile(const std::filesystem::path& folder, const std::filesystem::path& file) {
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
    std::filesystem::create_directories(file.parent_path());
    write_library(content, file);
    return 0;
}

int show_report(const std::filesystem::path& file) {
    const auto library = Library::open(file);
    if (!library) {
        std::cerr << library.error().message << '\n';
        return 1;
    }
    std::cout << report(*library.value());
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: pegboard_library CONTENT_FOLDER LIBRARY_DB\n"
                     "       pegboard_library --report LIBRARY_DB\n";
        return 2;
    }
    try {
        return std::string_view(arguments[1]) == "--report" ? show_report(arguments[2])
                                                            : compile(arguments[1], arguments[2]);
    } catch (const std::exception& error) {
        std::cerr << "pegboard_library: " << error.what() << '\n';
        return 1;
    }
}
