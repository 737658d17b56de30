// Each rule is a handful of patterns over one part of the file. Words that a rule forbids are written in pieces here,
// so that this file keeps the rules too.
#include "tests/house/rules.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <regex>
#include <set>
#include <sstream>

#include "app/design/palette.h"

namespace pegboard::house {
namespace {

constexpr std::size_t max_lines = 400;

std::size_t line_of(std::string_view text, std::size_t offset) {
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

/// Every match of `pattern` in `text`, reported with `words` and what was found.
Findings matches(const SourceFile& file, const std::string& text, const std::regex& pattern, const std::string& words) {
    Findings findings;
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
        const auto offset = static_cast<std::size_t>(it->position());
        findings.push_back({file.path, line_of(text, offset), words + ": " + it->str()});
    }
    return findings;
}

void add(Findings& to, Findings from) { to.insert(to.end(), from.begin(), from.end()); }

bool in_any_room(std::string_view path, std::initializer_list<std::string_view> rooms) {
    return std::ranges::any_of(rooms, [&](auto room) { return in_room(path, room); });
}

bool has_suffix(std::string_view path, std::initializer_list<std::string_view> suffixes) {
    return std::ranges::any_of(suffixes, [&](auto suffix) { return path.ends_with(suffix); });
}

bool is_script(const SourceFile& file) { return file.text.starts_with("#!"); }

bool is_written_by_hand(const SourceFile& file) {
    return is_cpp(file.path) || is_script(file) || has_suffix(file.path, {".cmake", "CMakeLists.txt", ".sql"});
}

/// Lines that include something, quoted or in angle brackets; the name is not code, so it is read from the whole text.
Findings includes(const SourceFile& file, const std::string& names, const std::string& words) {
    return matches(file, file.text, std::regex("(^|\n)[ \t]*#[ \t]*include[ \t]*[<\"](" + names + ")[^>\"\n]*"), words);
}

std::string hex(Rgb colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06X", static_cast<unsigned>(colour));
    return text.data();
}

}  // namespace

Findings includes_point_down(const SourceFile& file) {
    if (!is_cpp(file.path)) return {};
    if (in_room(file.path, "core")) {
        return includes(file, "app/|imgui|GLFW/|glad/|GL/", "core knows no pixels");
    }
    if (in_room(file.path, "app")) {
        Findings found = includes(file, "SQLiteCpp/|sqlite3|sqlcipher/|core/store/schema", "app knows no tables");
        if (!in_any_room(file.path, {"app/platform", "app/program"})) {
            add(found, includes(file, "GLFW/|glad/|GL/", "only app/platform and app/program know the window"));
        }
        return found;
    }
    return {};
}

Findings sql_in_its_rooms(const SourceFile& file) {
    if (!is_cpp(file.path) || !in_any_room(file.path, {"app", "core"})) return {};
    if (in_any_room(file.path, {"core/store", "core/library"})) return {};
    static const std::regex sql(
        R"((\bSELECT\s+[\w*(]|\bINSERT\s+(INTO|OR)\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b|\bCREATE\s+(TABLE|INDEX|TRIGGER)\b|\bPRAGMA\s+\w|\bATTACH\s+DATABASE\b))");
    return matches(file, split(file.text).strings, sql, "SQL outside core/store and core/library");
}

Findings imgui_in_its_rooms(const SourceFile& file) {
    if (!is_cpp(file.path) || !in_any_room(file.path, {"app", "tests"})) return {};
    // The frame itself asks for keys and opens the one window that everything is drawn in; no widget serves there.
    if (in_any_room(file.path, {"app/widgets", "app/frame", "app/design", "app/platform", "app/program", "tests/ui"}))
        return {};
    static const std::regex raw(R"(\bImGui::(?!GetKeyName\b)\w+)");  // a key's name draws nothing
    return matches(file, split(file.text).code, raw, "raw ImGui where a widget of ours serves");
}

Findings colours_in_design(const SourceFile& file) {
    if (!is_cpp(file.path) || !in_any_room(file.path, {"app", "core"}) || in_room(file.path, "app/design")) return {};
    static const std::regex in_code(
        R"((\bIM_COL32\s*\(|\bIM_COL32_(WHITE|BLACK)\b|\bIm(Vec4|Color)\s*[({]\s*[0-9.]+[fF]?\s*,|\b0x[0-9A-Fa-f]{6}\b|\b0x[0-9A-Fa-f]{8}\b))");
    static const std::regex in_strings(R"(#[0-9A-Fa-f]{6}\b)");
    const auto parts = split(file.text);
    Findings found;
    // core has bit patterns of its own; only drawing code can mean a colour by a bare number.
    if (in_room(file.path, "app")) add(found, matches(file, parts.code, in_code, "colour literal outside app/design"));
    add(found, matches(file, parts.strings, in_strings, "colour literal outside app/design"));
    return found;
}

Findings short_enough(const SourceFile& file) {
    if (!is_written_by_hand(file)) return {};
    const auto lines = static_cast<std::size_t>(std::ranges::count(file.text, '\n'));
    if (lines <= max_lines) return {};
    return {{file.path, lines, "longer than 400 lines; a second noun hides in it"}};
}

Findings opens_with_its_purpose(const SourceFile& file) {
    if (!is_written_by_hand(file)) return {};
    // A source that opens with its own header has its purpose there.
    const auto stem = file.path.substr(0, file.path.rfind('.'));
    if (file.path.ends_with(".cpp") && file.text.starts_with("#include \"" + stem + ".h\"")) return {};
    std::istringstream lines(file.text);
    std::string line;
    std::string purpose;
    for (bool first = true; std::getline(lines, line); first = false) {
        if (first && line.starts_with("#!")) continue;
        const bool comment = has_suffix(file.path, {".h", ".cpp"}) ? line.starts_with("//")
                             : file.path.ends_with(".sql")         ? line.starts_with("--")
                                                                   : line.starts_with("#");
        if (!comment) break;
        purpose += line;
    }
    if (purpose.size() >= 18) return {};
    return {{file.path, 1, "does not open by saying what it is for"}};
}

Findings no_loose_ends(const SourceFile& file) {
    static const std::regex marks(
        "\\b(TO"
        "DO|FIX"
        "ME|XX"
        "X|HA"
        "CK|TB"
        "D)\\b");
    static const std::regex words(
        "\\b(not (yet )?impl"
        "emented|coming so"
        "on|lorem ip"
        "sum|place"
        "holder)\\b",
        std::regex::icase);
    Findings found = matches(file, file.text, marks, "left half done");
    if (!is_cpp(file.path)) {
        add(found, matches(file, file.text, words, "left half done"));
        return found;
    }
    // A text field has a hint of that name, so the word is welcome in code.
    const auto parts = split(file.text);
    add(found, matches(file, parts.comments, words, "left half done"));
    add(found, matches(file, parts.strings, words, "left half done"));
    return found;
}

Findings no_machine_names(const SourceFile& file) {
    static const std::regex path(
        "(^|[^\\w$.}>*-])/(wor"
        "k|hom"
        "e|roo"
        "t)/[\\w.]");
    static const std::regex host(
        "\\b((deb|ftp|security|snapshot|archive|mirrors?)\\.[\\w.]*(deb"
        "ian|ubuntu)\\.\\w+|py"
        "pi\\.org|"
        "registry\\.np"
        "mjs\\.org|pkg\\."
        "dev|crates\\."
        "io)\\b");
    Findings found = matches(file, file.text, path, "path of somebody's machine");
    add(found, matches(file, file.text, host, "name of a package server"));
    return found;
}

Findings people_first_words(const SourceFile& file) {
    static const std::regex banned(
        "\\b(diag"
        "nos\\w*|dis"
        "orders?|abnor"
        "mal\\w*|def"
        "icits?|suf"
        "fer(s|ing|ed)?)\\b",
        std::regex::icase);
    // core/store names columns, which are never on screen; the library's texts are checked where it is compiled; the
    // invented referrals name what was found as real ones do.
    if (!is_cpp(file.path) || !in_any_room(file.path, {"app", "core"})) return {};
    if (in_any_room(file.path, {"core/store", "core/library/compiler", "core/library/content"})) return {};
    if (file.path == "core/demo/demo_data.cpp") return {};
    const std::string text = split(file.text).strings;
    Findings found = matches(file, text, banned, "puts the condition before the person");
    // The field that holds what a referral names bears that name: "Diagnoses", "a diagnosis".
    std::erase_if(found, [](const Finding& finding) {
        return std::regex_search(finding.words, std::regex(": [Dd]iagnos[ei]s$"));
    });
    return found;
}

Findings american_words(const SourceFile& file) {
    static const std::regex british(
        "\\b(colours?|coloured|colouring|favourites?|neighbours?|neighbouring|behaviours?|harbours?|centre|"
        "(centi)?metres?|grey|practis(e|es|ed|ing)|catalogues?|storeys?|kerbs?|trousers?|nappy|nappies|pushchairs?|"
        "tyres?|lorry|lorries|dressing-gown|washing-up|skittles?|torch|jugs?|lolly|yoghurt|cornflour|sledge|posties?|"
        "letterbox|car park|kitchen-roll|tea towel|pyjamas|cosy|towards|afterwards|anticlockwise|half-way|"
        "paediatric|organis(e|es|ed|ing)|recognis(e|es|ed|ing)|cancelled|mum|nursery|carers?|parcels?|biscuits?|"
        "rubbish|football|flannel|waistcoat|duvet|break time|lunch hall|ear defenders)\\b",
        std::regex::icase);
    if (in_room(file.path, "assets/library/pictures")) return {};  // ids and beginnings of words, never on screen
    if (in_room(file.path, "assets/library") && file.path.ends_with(".toml")) {
        // Comments are for us; lines of ids ("items", "skills") hold no prose.
        static const std::regex no_prose("(^|\n)(#|(id|code|items|skills|when|parameters|options) =)[^\n]*");
        return matches(file, std::regex_replace(file.text, no_prose, "$1"), british, "is a British word");
    }
    if (!is_cpp(file.path) || !in_any_room(file.path, {"app", "core"}) || in_room(file.path, "core/store")) return {};
    // What a therapist may type is understood in either spelling.
    static const std::set<std::string> reads_words{
        "core/rules/goals/goal_tokens.cpp", "core/rules/goals/goal_words.cpp", "core/rules/goals/goal_writing.cpp",
        "core/rules/typed/passphrase.cpp",  "core/rules/typed/units.cpp",      "core/rules/typed/typed_number.cpp"};
    if (reads_words.contains(file.path)) return {};
    return matches(file, split(file.text).strings, british, "is a British word");
}

Findings illustration_in_style(const SourceFile& file) {
    if (!in_room(file.path, "assets/illustrations") || !file.path.ends_with(".svg")) return {};
    Findings found;
    if (file.text.find("viewBox=\"0 0 48 48\"") == std::string::npos)
        found.push_back({file.path, 1, "not on the 48 grid"});
    if (file.text.find("<title>") == std::string::npos) found.push_back({file.path, 1, "has no title"});
    std::set<std::string> colours;
    static const std::regex colour("#[0-9A-Fa-f]{3,8}\\b");
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), colour), end; it != end; ++it) {
        colours.insert(it->str());
    }
    const bool one_hue = std::ranges::any_of(
        light_palette.hues, [&](const HueColours& hue) { return colours == std::set{hex(hue.mid), hex(hue.deep)}; });
    if (!one_hue) found.push_back({file.path, 1, "is not drawn in the mid and deep tone of one hue"});
    return found;
}

std::string stranger_at_the_top(const std::string& name) {
    static const std::set<std::string> known{
        ".ci",       ".clang-format", ".clang-tidy", ".git",  ".gitignore", "CMakeLists.txt", "CMakePresets.json",
        "README.md", "app",           "assets",      "build", "core",       "tests",          "third_party"};
    return known.contains(name) ? "" : name + " has no room at the top";
}

std::string as_lines(const Findings& findings) {
    std::string lines;
    for (const auto& finding : findings) {
        lines += finding.path + ":" + std::to_string(finding.line) + ": " + finding.words + "\n";
    }
    return lines;
}

}  // namespace pegboard::house
