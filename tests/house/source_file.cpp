// Reads the tree and splits C++ texts. A lexer just good enough for the house rules: no preprocessing, no macros.
#include "tests/house/source_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace pegboard::house {
namespace {

/// Copies text[from, to) into a part, at the same place.
void keep(std::string& part, std::string_view text, std::size_t from, std::size_t to) {
    to = std::min(to, text.size());
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to),
              part.begin() + static_cast<std::ptrdiff_t>(from));
}

std::size_t end_of(std::string_view text, std::string_view mark, std::size_t from) {
    const auto found = text.find(mark, from);
    return found == std::string_view::npos ? text.size() : found + mark.size();
}

std::size_t end_of_quoted(std::string_view text, std::size_t from) {
    const char quote = text[from];
    std::size_t at = from + 1;
    while (at < text.size() && text[at] != quote && text[at] != '\n') at += text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

std::size_t end_of_raw(std::string_view text, std::size_t quote) {
    const auto open = text.find('(', quote);
    if (open == std::string_view::npos) return text.size();
    return end_of(text, ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"", open);
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

}  // namespace

Parts split(std::string_view text) {
    std::string blank(text);
    std::replace_if(blank.begin(), blank.end(), [](char c) { return c != '\n'; }, ' ');
    Parts parts{blank, blank, blank};
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        std::size_t next = at + 1;
        std::string* part = &parts.code;
        if (rest.starts_with("//")) {
            next = std::min(text.find('\n', at), text.size());
            part = &parts.comments;
        } else if (rest.starts_with("/*")) {
            next = end_of(text, "*/", at + 2);
            part = &parts.comments;
        } else if (rest.front() == '"') {
            const bool raw = at > 0 && text[at - 1] == 'R' && (at < 2 || !is_word(text[at - 2]));
            next = raw ? end_of_raw(text, at) : end_of_quoted(text, at);
            part = &parts.strings;
        } else if (rest.front() == '\'' && (at == 0 || !is_word(text[at - 1]))) {
            next = end_of_quoted(text, at);  // a quote after a word is a digit separator
        }
        keep(*part, text, at, next);
        at = next;
    }
    return parts;
}

std::vector<SourceFile> read_tree(const std::filesystem::path& root) {
    namespace fs = std::filesystem;
    std::vector<SourceFile> files;
    for (fs::recursive_directory_iterator it(root), end; it != end; ++it) {
        const auto path = it->path().lexically_relative(root).generic_string();
        if (path == ".git" || path == "build") {
            if (it->is_directory()) it.disable_recursion_pending();
            continue;
        }
        if (!it->is_regular_file()) continue;
        std::ifstream in(it->path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(in), {});
        if (text.find('\0') == std::string::npos) files.push_back({path, std::move(text)});
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

bool in_room(std::string_view path, std::string_view room) {
    return path.size() > room.size() && path.starts_with(room) && path[room.size()] == '/';
}

bool is_cpp(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cpp"); }

}  // namespace pegboard::house
