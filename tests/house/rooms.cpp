#include "tests/house/rooms.h"

#include <regex>
#include <set>
#include <sstream>

namespace pegboard::house {
namespace {

constexpr std::size_t most_sources = 25;

std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

/// Names of ours that a file includes, with their lines.
std::vector<std::pair<std::string, std::size_t>> includes_of(const SourceFile& file) {
    static const std::regex include("^[ \t]*#[ \t]*include[ \t]*\"((app|core)/[^\"]+)\"");
    std::vector<std::pair<std::string, std::size_t>> found;
    std::istringstream lines(file.text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number)
        if (std::smatch match; std::regex_search(line, match, include)) found.emplace_back(match[1], number);
    return found;
}

bool in_production(std::string_view path) { return path.starts_with("app/") || path.starts_with("core/"); }

}  // namespace

Rooms rooms_of(std::string_view readme) {
    static const std::regex name("`((app|core)[a-z_/]*)`");
    Rooms rooms;
    std::istringstream lines{std::string(readme)};
    std::string line;
    bool here = false;
    std::size_t row = 0;
    while (std::getline(lines, line)) {
        if (line.starts_with("## ")) here = line == "## The rooms";
        if (!here || !line.starts_with("| `")) continue;
        const std::string first = line.substr(0, line.find(" |"));
        for (std::sregex_iterator it(first.begin(), first.end(), name), end; it != end; ++it)
            rooms.emplace((*it)[1], row);
        ++row;
    }
    return rooms;
}

std::string room_of(const Rooms& rooms, std::string_view path) {
    for (std::string folder = folder_of(path); !folder.empty(); folder = folder_of(folder))
        if (rooms.contains(folder)) return folder;
    return {};
}

Findings includes_lead_down(const Rooms& rooms, const SourceFile& file) {
    if (!is_cpp(file.path) || !in_production(file.path)) return {};
    const std::string own = room_of(rooms, file.path);
    if (own.empty()) return {{file.path, 1, "stands in no room of the README's table"}};
    Findings found;
    for (const auto& [name, line] : includes_of(file)) {
        const std::string other = room_of(rooms, name);
        if (other == own || (!other.empty() && rooms.find(other)->second > rooms.find(own)->second)) continue;
        found.push_back({file.path, line, "includes " + name + ": not below " + own});
    }
    return found;
}

std::vector<std::string> overfull(const std::vector<SourceFile>& tree) {
    std::map<std::string, std::size_t> sources;
    for (const SourceFile& file : tree)
        if (in_production(file.path) && file.path.ends_with(".cpp")) ++sources[folder_of(file.path)];
    std::vector<std::string> found;
    for (const auto& [folder, count] : sources)
        if (count > most_sources) found.push_back(folder + " holds " + std::to_string(count) + " sources");
    return found;
}

std::vector<std::string> unused_headers(const std::vector<SourceFile>& tree) {
    std::set<std::string> used;
    for (const SourceFile& file : tree)
        if (in_production(file.path) && is_cpp(file.path))
            for (const auto& [name, line] : includes_of(file)) {
                // A header's own source does not make it used.
                if (name.substr(0, name.rfind('.')) != file.path.substr(0, file.path.rfind('.'))) used.insert(name);
            }
    std::vector<std::string> found;
    for (const SourceFile& file : tree)
        if (in_production(file.path) && file.path.ends_with(".h") && !used.contains(file.path))
            found.push_back(file.path);
    return found;
}

}  // namespace pegboard::house
