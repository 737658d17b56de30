#include "core/progress/help_limit.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

#include "core/progress/criterion.h"
#include "core/progress/measure.h"

namespace pegboard::progress {
namespace {
/// Words in small letters, each end of a part of a sentence as an empty one.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalpha(byte) != 0 || byte >= 0x80) {
            words.back() += static_cast<char>(std::tolower(byte));
            continue;
        }
        if (!words.back().empty()) words.emplace_back();
        if (c == '.' || c == ',' || c == ';' || c == ':') words.emplace_back();
    }
    return words;
}

bool is_equipment(const std::string& word) {
    constexpr std::array<std::string_view, 30> nouns{
        "equipment", "device",    "devices", "aid",      "aids",      "walker",  "cane",     "canes",
        "crutch",    "crutches",  "brace",   "braces",   "splint",    "splints", "orthosis", "orthoses",
        "orthotic",  "orthotics", "afo",     "afos",     "smo",       "smos",    "frame",    "wheelchair",
        "stander",   "rail",      "rails",   "handrail", "handrails", "supports"};
    return std::ranges::find(nouns, word) != nouns.end();
}

/// "without his ankle supports", "with no walker": the noun stands within a few words, in the same part.
bool rules_it_out(std::string_view text) {
    constexpr std::size_t reach = 4;
    const std::vector<std::string> words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "unaided") return true;
        if (words[i] != "without" && words[i] != "no") continue;
        for (std::size_t next = i + 1; next < std::min(words.size(), i + 1 + reach) && !words[next].empty(); ++next)
            if (is_equipment(words[next])) return true;
    }
    return false;
}
}  // namespace

bool forbids_equipment(const Goal& goal) {
    return rules_it_out(goal.sentence) || rules_it_out(goal.title) || rules_it_out(goal.condition);
}

bool is_more_help(const Goal& goal, std::optional<int> assist, std::optional<int> prompt) {
    const HelpAllowed allowed = help_allowed(goal);
    const auto above = [](std::optional<int> most, std::optional<int> had) { return most && had && *had > *most; };
    return above(allowed.assist, assist) || above(allowed.prompt, prompt);
}

std::string say_help_allowed(const Goal& goal) {
    const HelpAllowed allowed = help_allowed(goal);
    if (!allowed.assist && !allowed.prompt) return {};
    const int hands = goal.assist_level, spoken = goal.prompt_max.value_or(0);
    if (hands <= 0 && !allowed.prompt) return "no help by hand";  // prompts are the value
    if (hands <= 0 && spoken <= 0) return forbids_equipment(goal) ? "no help and no equipment" : "no help";
    std::string words = hands > 0 ? std::string(assist_words(hands)) : std::string();
    if (spoken > 0) words += (words.empty() ? "" : " and ") + std::string(prompt_words(spoken));
    return hands == own_equipment && spoken <= 0 ? words : words + " or less";
}

namespace {
/// How the measure puts its tries together; values by themselves where it is not known.
Pooling pooling_of(const Goal& goal) {
    const MeasureRule* rule = measure_rule(goal.measure);
    return rule != nullptr ? rule->pooling : Pooling::median;
}
}  // namespace

std::string say_beyond_help(const Goal& goal) {
    switch (pooling_of(goal)) {
        case Pooling::percent:
            return "A try with it is kept: it is one of the tries, and not one of those done.";
        case Pooling::rate:
            return "What is done with it is kept: its time counts, what was done in it does not.";
        default:
            return "A value with it is kept and does not reach the goal.";
    }
}

std::string say_had_more_help(const Goal& goal, int count) {
    if (count <= 0) return {};
    const bool one = count == 1;
    const std::string number = " " + std::to_string(count);
    if (pooling_of(goal) == Pooling::percent)
        return number + (one ? " try today had more help: it is one of the tries, and not one of those done."
                             : " tries today had more help: they are among the tries, and not among those done.");
    if (pooling_of(goal) == Pooling::rate)
        return number + " of what was counted today had more help: its time counts, what was done in it does not.";
    return number + (one ? " value today had more help and does not reach the goal."
                         : " values today had more help and do not reach the goal.");
}

}  // namespace pegboard::progress
