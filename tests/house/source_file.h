// A file of the project as the house rules see it: what is code, what is comment and what is quoted, told apart so that
// a rule about words on screen does not stumble over an identifier. It knows no rule.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pegboard::house {

struct SourceFile {
    std::string path;  ///< from the project's top, with forward slashes
    std::string text;
};

/// The three parts of a C++ text, each as long as the text, with everything else blanked to spaces.
struct Parts {
    std::string code;
    std::string comments;
    std::string strings;
};

/// Splits C++ text; raw strings and character literals are understood.
Parts split(std::string_view text);

/// Every file of ours below `root`: build folders, git's own folder and binary files are left out.
std::vector<SourceFile> read_tree(const std::filesystem::path& root);

/// True when `path` lies in the folder `room` ("app/design").
bool in_room(std::string_view path, std::string_view room);

/// True for C++ sources and headers.
bool is_cpp(std::string_view path);

}  // namespace pegboard::house
