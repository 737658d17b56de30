#include "core/rules/contradictions.h"

#include <algorithm>
#include <array>

#include "core/rules/age.h"
#include "core/rules/asking.h"

namespace pegboard {
namespace {

constexpr int fresh_days = 56;  ///< an operation that long ago is recent

/// Words of other lines that speak of a precaution.
struct SpeaksOf {
    std::string_view code;
    std::array<std::string_view, 5> words;
};
constexpr std::array speaking{
    SpeaksOf{"seizure", {"seizure", "epilep", "rescue medic", "midazolam", "diazepam"}},
    SpeaksOf{"shunt", {"shunt", "programmable valve", "", "", ""}},
    SpeaksOf{"gtube", {"g-tube", "gastrostomy", "peg tube", "feeding tube", ""}},
    SpeaksOf{"line_trach", {"trach", "ventilator", "central line", "", ""}},
    SpeaksOf{"oxygen", {"oxygen", "nasal tube", "", "", ""}},
    SpeaksOf{"cochlear", {"cochlear", "hearing aid", "", "", ""}},
    SpeaksOf{"implant", {"pacemaker", "baclofen pump", "vagus nerve", "nerve stimulator", ""}},
    SpeaksOf{"diabetes", {"insulin", "diabet", "low sugar", "", ""}},
    SpeaksOf{"respiratory", {"inhaler", "asthma", "", "", ""}},
    SpeaksOf{"latex", {"latex", "", "", "", ""}}};

std::string answer_of(const ChildPrecaution& precaution, const std::string& name) {
    const auto found = precaution.parameters.find(name);
    return found == precaution.parameters.end() ? std::string() : found->second;
}

/// "no seizures since May" speaks of none.
bool denied(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 5> denials{"no ", "not ", "never ", "without ", "free of "};
    const std::string_view before = text.substr(0, at);
    return std::ranges::any_of(denials, [&](std::string_view word) { return before.ends_with(word); });
}

bool speaks_of(const SpeaksOf& about, std::string_view line) {
    const std::string folded = fold(line);
    return std::ranges::any_of(about.words, [&](std::string_view word) {
        const auto at = word.empty() ? std::string::npos : folded.find(word);
        if (at == std::string::npos || denied(folded, at)) return false;
        // "latex-free gloves" are for everyone.
        return !std::string_view(folded).substr(at + word.size()).starts_with("-free");
    });
}

/// The line of the record that speaks of it; empty where none does.
std::string line_about(const Child& child, const SpeaksOf& about) {
    std::vector<std::string> lines{child.rescue_plan};
    for (const auto* all : {&child.take_care, &child.equipment}) lines.insert(lines.end(), all->begin(), all->end());
    for (const ChildPrecaution& each : child.precautions) {
        lines.push_back(each.note);
        for (const auto& [name, words] : each.parameters) lines.push_back(words);
    }
    const auto found = std::ranges::find_if(lines, [&](const std::string& line) { return speaks_of(about, line); });
    return found == lines.end() ? std::string() : *found;
}

std::string in_quotes(std::string line) {
    constexpr std::size_t longest = 60;
    if (const auto end = line.find('\n'); end != std::string::npos) line.resize(end);
    if (line.size() > longest) {
        line.resize(line.rfind(' ', longest) == std::string::npos ? longest : line.rfind(' ', longest));
        line += " ...";
    }
    return "\"" + line + "\"";
}

void find_both(const Child& child, const Precaution& known, std::vector<Contradiction>& all) {
    const auto there = std::ranges::find(child.precautions, known.code, &ChildPrecaution::code);
    const PrecautionAsking* none = newest_none(child, known.code);
    if (there == child.precautions.end() || none == nullptr) return;
    // What came up later is no contradiction.
    if (there->asked_on && *there->asked_on > none->on) return;
    all.push_back(
        {known.code,
         known.short_label + " is on record, and asked on " + say(none->on) + " there was none. Which is right?",
         true});
}

/// Answers of one precaution that do not go together, or dates that cannot be.
void find_within(const Child& child, const ChildPrecaution& one, const Precaution& known, Date today,
                 std::vector<Contradiction>& all) {
    const auto add = [&](const std::string& words) {
        all.push_back({known.code, known.short_label + ": " + words, false});
    };
    const auto yes = [&](const char* name) { return answer_of(one, name) == "yes"; };
    const auto no = [&](const char* name) { return answer_of(one, name) == "no"; };
    const auto fresh = [&](const char* name) {
        const auto day = from_iso(answer_of(one, name));
        return day && *day <= today && *day >= today + -fresh_days;
    };
    for (const PrecautionParameter& asked : known.parameters) {
        const auto day =
            asked.kind == "date" && asked.name != "until" ? from_iso(answer_of(one, asked.name)) : std::nullopt;
        if (day && *day > today) add(asked.label + " lies in the future, " + say(*day) + ". Check the year.");
    }
    if (known.code == "aai" && answer_of(one, "status").starts_with("a risk") && yes("cleared"))
        add("it is cleared in writing, and not checked yet. Which is right?");
    if (known.code == "shunt" && no("recent_surgery") && fresh("last_revision"))
        add("there was no recent surgery, and the last revision was on " +
            say(*from_iso(answer_of(one, "last_revision"))) + ". Which is right?");
    if (known.code == "cardiac" && no("surgery_recovery") && fresh("surgery_date"))
        add("there is no recovery from surgery, and the surgery was on " +
            say(*from_iso(answer_of(one, "surgery_date"))) + ". Which is right?");
    const bool too_old = is_known(child.date_of_birth) && age_months(child.date_of_birth, today) >= 36;
    if (known.code == "mouthing" && answer_of(one, "kind") == "under 36 months" && too_old)
        add("the reason is an age under 36 months, and " + call_name(child) + " is older. Choose pica, or remove it.");
}

/// "None" was answered, and another line of the record speaks of it.
void find_spoken(const Child& child, const Precaution& known, std::vector<Contradiction>& all) {
    const PrecautionAsking* none = newest_none(child, known.code);
    if (none == nullptr || is_recorded(child, known.code)) return;
    const std::string asked = known.short_label + ": asked on " + say(none->on) + " there was none, and ";
    if (known.code == "seizure" && is_recorded(child, "photosensitive")) {
        all.push_back({known.code, asked + "light-triggered seizures are on record. Which is right?", false});
        return;
    }
    const auto about = std::ranges::find(speaking, known.code, &SpeaksOf::code);
    if (about == speaking.end()) return;
    if (const std::string line = line_about(child, *about); !line.empty())
        all.push_back({known.code, asked + in_quotes(line) + " speaks of it. Which is right?", false});
}

}  // namespace

std::vector<Contradiction> contradictions(const Child& child, const Library& library, Date today) {
    std::vector<Contradiction> all;
    for (const Precaution& known : library.precautions()) {
        find_both(child, known, all);
        find_spoken(child, known, all);
        const auto one = std::ranges::find(child.precautions, known.code, &ChildPrecaution::code);
        if (one != child.precautions.end()) find_within(child, *one, known, today, all);
    }
    return all;
}

Child with_one_answer(Child child, const std::string& code, bool there) {
    if (!there) {
        std::erase_if(child.precautions, [&](const ChildPrecaution& one) { return one.code == code; });
        return child;
    }
    for (PrecautionAsking& asking : child.askings) std::erase(asking.none, code);
    std::erase_if(child.askings, [](const PrecautionAsking& asking) { return asking.none.empty(); });
    return child;
}

}  // namespace pegboard
