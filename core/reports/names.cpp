#include "core/reports/names.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace pegboard::reports {
namespace {

/// Before this letter stand the scripts that part words by spaces and join nothing to a name.
constexpr gunichar first_joined = 0x590;

/// Names that are also words of a date stand on every page.
constexpr std::array<std::string_view, 22> no_names{"Jan", "Feb", "Mar", "Apr", "May",  "Jun",   "Jul",    "Aug",
                                                    "Sep", "Oct", "Nov", "Dec", "June", "April", "August", "Mon",
                                                    "Tue", "Wed", "Thu", "Fri", "Sat",  "Sun"};

bool is_letter(gunichar letter) { return g_unichar_isalnum(letter) != 0 || g_unichar_ismark(letter) != 0; }

gunichar letter_at(const char* at) { return g_utf8_get_char_validated(at, -1); }

std::string first_letter(const std::string& name) {
    const gunichar letter = letter_at(name.c_str());
    if (name.empty() || letter >= static_cast<gunichar>(-2)) return {};
    char text[7]{};
    const int size = g_unichar_to_utf8(g_unichar_toupper(letter), text);
    return std::string(text, static_cast<std::size_t>(size)) + ".";
}

std::string upper(const std::string& name) {
    if (g_utf8_validate(name.c_str(), -1, nullptr) == 0) return name;
    gchar* made = g_utf8_strup(name.c_str(), -1);
    std::string all = made;
    g_free(made);
    return all;
}

void add_parts(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty()) names.push_back(name);
    for (std::size_t from = 0; from < name.size();) {
        const std::size_t to = std::min(name.find_first_of(" -", from), name.size());
        const std::string part = name.substr(from, to - from);
        if (g_utf8_strlen(part.c_str(), -1) >= 2) names.push_back(part);
        from = to + 1;
    }
}

/// A letter beside it makes another word of it, in scripts that part words.
bool ends_inside(const std::string& words, std::size_t from, std::size_t to) {
    const char* const begin = words.c_str();
    const gunichar own_first = letter_at(begin + from);
    if (own_first >= first_joined) return false;
    if (from > 0) {
        const gunichar before = letter_at(g_utf8_prev_char(begin + from));
        if (is_letter(before)) return true;
    }
    return to < words.size() && is_letter(letter_at(begin + to));
}

void put_in_place(std::string& words, const std::string& name, const std::string& other) {
    std::vector<std::size_t> places = find_name(words, name);
    std::ranges::reverse(places);
    for (const std::size_t at : places) words.replace(at, name.size(), other);
}

}  // namespace

std::string initials_of(const Child& child) {
    std::string made = first_letter(call_name(child));
    const std::string last = first_letter(child.last_name);
    if (!made.empty() && !last.empty()) made += " ";
    made += last;
    return made.empty() ? "Child" : made;
}

std::vector<std::size_t> find_name(const std::string& words, const std::string& name) {
    std::vector<std::size_t> places;
    if (name.empty()) return places;
    for (std::size_t at = words.find(name); at != std::string::npos; at = words.find(name, at + name.size()))
        if (!ends_inside(words, at, at + name.size())) places.push_back(at);
    return places;
}

bool is_date_word(const std::string& name) { return std::ranges::find(no_names, name) != no_names.end(); }

std::vector<std::string> names_of(const Child& child) {
    std::vector<std::string> names;
    if (!child.last_name.empty())
        for (const std::string* first : {&child.first_name, &child.preferred_name})
            if (!first->empty()) names.push_back(*first + " " + child.last_name);
    add_parts(names, child.first_name);
    add_parts(names, child.preferred_name);
    add_parts(names, child.last_name);
    const std::size_t typed = names.size();
    for (std::size_t i = 0; i < typed; ++i) names.push_back(upper(names[i]));
    std::ranges::stable_sort(names, std::greater(), &std::string::size);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

Names::Names(const std::vector<const Child*>& children, const Choices& choices, bool group) : children_(children) {
    for (const Child* child : children_) {
        const bool other = group && !choices.name_others && child->id != choices.child;
        if (!choices.initials_only && !other) continue;
        std::string made = initials_of(*child);
        int same = 1;
        for (const auto& [id, used] : initials_)
            if (used == made || used.starts_with(made + " (")) ++same;
        if (same > 1) made += " (" + std::to_string(same) + ")";
        initials_[child->id] = std::move(made);
    }
}

std::string Names::full(const Child& child) const {
    const auto found = initials_.find(child.id);
    return found == initials_.end() ? full_name(child) : found->second;
}

std::string Names::call(const Child& child) const {
    const auto found = initials_.find(child.id);
    return found == initials_.end() ? call_name(child) : found->second;
}

void Names::hide(Document& document, const std::vector<std::string>& adults) const {
    // A name somebody in sight has, too, says nothing of who is hidden, and initials in its place would be untrue.
    std::vector<std::string> shown;
    for (const std::string& name : adults) add_parts(shown, name);
    for (const Child* child : children_) {
        if (initials_.contains(child->id)) continue;
        const std::vector<std::string> own = names_of(*child);
        shown.insert(shown.end(), own.begin(), own.end());
    }
    for (const Child* child : children_) {
        const auto found = initials_.find(child->id);
        if (found == initials_.end()) continue;
        std::vector<std::string> names = names_of(*child);
        std::erase_if(names, [&](const std::string& name) {
            return is_date_word(name) || std::ranges::find(shown, name) != shown.end();
        });
        const auto change = [&](std::string& words) {
            for (const std::string& name : names) put_in_place(words, name, found->second);
        };
        for_all_words(document.blocks, change);
        change(document.footer);
    }
}

}  // namespace pegboard::reports
