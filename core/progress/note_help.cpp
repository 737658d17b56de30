#include "core/progress/note_help.h"

#include <algorithm>
#include <cctype>

#include "core/progress/entry.h"
#include "core/progress/measure.h"

namespace pegboard::progress {
namespace {
constexpr std::size_t most_named = 12;
constexpr int dependent = 8;

/// "Spoken prompt" inside a sentence; letters that stand for words stay as they are.
std::string inside(std::string name) {
    const bool letters = name.size() > 1 && std::isupper(static_cast<unsigned char>(name[1])) != 0;
    if (!name.empty() && !letters) name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    return name;
}

std::string by_scale(const DataPoint& point) {
    const int assist = point.assist.value_or(0), prompt = point.prompt.value_or(0);
    const bool by_itself = assist == 1 || assist == dependent;
    std::string words = by_itself ? std::string(assist_term(assist)) : std::string();
    std::string with = assist > 1 && !by_itself ? std::string(assist_term(assist)) : std::string();
    if (prompt > 0) with += (with.empty() ? "" : " and ") + std::string(prompt_term(prompt));
    if (!with.empty()) return words + (words.empty() ? "with " : ", with ") + with;
    if (!words.empty()) return words;
    return std::string(point.assist ? assist_term(0) : prompt_term(0));
}

/// Done with help, of which nobody chose how much.
bool is_some_help(const DataPoint& point) {
    return point.kind == PointKind::with_help && !point.assist && !point.prompt;
}

bool same_help(const DataPoint& one, const DataPoint& other) {
    return one.assist == other.assist && one.prompt == other.prompt && is_some_help(one) == is_some_help(other);
}

/// "20 m with minimal assist", "30 m, help not noted".
std::string with_help(const std::string& words, const std::string& help) {
    return words + (help == "help not noted" ? ", " : " ") + help;
}

/// Taps and counts that had the same help, as one.
std::string say_group(const std::vector<const DataPoint*>& group, const std::string& help) {
    double sum = 0;
    int done = 0, with_more = 0;
    for (const DataPoint* point : group) {
        sum += point->value;
        done += point->value > 0 ? 1 : 0;
        with_more += point->kind == PointKind::with_help ? 1 : 0;
    }
    if (is_some_help(*group.front())) return std::to_string(group.size()) + " " + help;
    if (group.front()->kind == PointKind::tally) return with_help(say_plain(sum), help);
    std::string words = with_help(std::to_string(done) + " of " + std::to_string(group.size()), help);
    if (with_more == 0) return words;
    const int others = static_cast<int>(group.size()) - done;
    const std::string of_them = with_more < others
                                    ? std::to_string(with_more) + " of the other " + std::to_string(others)
                                : others == 1 ? "the other"
                                              : "the other " + std::to_string(others);
    return words + " (" + of_them + " done with help beyond that)";
}
}  // namespace

std::string say_help(const DataPoint& point, const Goal& goal, const std::vector<HelpChoice>& buttons) {
    if (is_some_help(point)) return "done with help, how much not noted";
    if (!point.assist && !point.prompt) return "help not noted";
    if (goal.discipline != Discipline::pt)
        for (const HelpChoice& each : buttons)
            if (each.assist == point.assist && each.prompt == point.prompt) return "with " + inside(each.name);
    return by_scale(point);
}

HelpSaid say_help_of(std::span<const DataPoint* const> points, const Goal& goal,
                     const std::vector<HelpChoice>& buttons) {
    std::vector<const DataPoint*> tries;
    for (const DataPoint* point : points)
        if (point->kind != PointKind::attainment) tries.push_back(point);
    if (tries.empty()) return {};
    const bool alike =
        std::ranges::all_of(tries, [&](const DataPoint* point) { return same_help(*point, *tries.front()); });
    const std::string first = say_help(*tries.front(), goal, buttons);
    if (alike) return {first == "help not noted" ? std::string() : ", " + first, {}};
    std::vector<std::string> said;
    std::vector<std::vector<const DataPoint*>> groups;
    for (const DataPoint* point : tries) {
        if (point->kind == PointKind::measured) {
            said.push_back(with_help(say_point(goal, *point), say_help(*point, goal, buttons)));
            continue;
        }
        const auto group =
            std::ranges::find_if(groups, [&](const auto& each) { return same_help(*each.front(), *point); });
        group == groups.end() ? groups.push_back({point}) : group->push_back(point);
    }
    for (const auto& group : groups) said.push_back(say_group(group, say_help(*group.front(), goal, buttons)));
    std::string words;
    for (std::size_t i = 0; i < std::min(said.size(), most_named); ++i) words += (i == 0 ? "" : "; ") + said[i];
    if (said.size() > most_named) words += "; and " + std::to_string(said.size() - most_named) + " more";
    return {{}, words};
}

}  // namespace pegboard::progress
