#include "core/rules/precaution_answers.h"

#include <algorithm>
#include <array>
#include <functional>

namespace pegboard {
namespace {
bool contains_word(const std::vector<std::string>& list, std::string_view value) {
    return std::ranges::find(list, value) != list.end();
}

const std::string* parameter(const ChildPrecaution& precaution, std::string_view name) {
    for (const auto& [key_, value] : precaution.parameters)
        if (key_ == name && !value.empty()) return &value;
    return nullptr;
}

/// "wheat;milk" -> "wheat, milk", with the library's names.
std::string say_list(const Library& library, const std::string& joined) {
    std::string said;
    for (std::size_t from = 0; from <= joined.size();) {
        const std::size_t to = std::min(joined.find(';', from), joined.size());
        if (to > from) {
            if (!said.empty()) said += ", ";
            said += fold(library.name_of(joined.substr(from, to - from)));
        }
        from = to + 1;
    }
    return said;
}

/// The question is for what to do when something happens; "reward plan" and "dressing plan" are not.
bool asks_for_rescue(std::string_view label) {
    constexpr std::array<std::string_view, 6> words{"rescue plan", "emergency plan",     "pain plan",
                                                    "factor plan", "plan for low sugar", "emergency"};
    const std::string folded = fold(label);
    return std::ranges::any_of(words, [&](std::string_view each) { return folded.find(each) != std::string::npos; });
}

std::vector<std::string> typed_lines(const Child& child, const Library& library,
                                     const std::function<bool(const TypedAnswer&)>& wanted) {
    std::vector<std::string> lines;
    for (const ChildPrecaution& each : child.precautions) {
        const Precaution* known = library.precaution(each.code);
        for (const TypedAnswer& answer : typed_answers(each, library))
            if (wanted(answer))
                lines.push_back((known != nullptr ? known->short_label : each.code) + ". " + answer.label + ": " +
                                answer.words);
    }
    return lines;
}
}  // namespace

std::vector<std::string> split_list(std::string_view joined) {
    std::vector<std::string> values;
    while (!joined.empty()) {
        const auto end = joined.find(';');
        const auto value = joined.substr(0, end);
        if (!value.empty()) values.emplace_back(value);
        joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
    }
    return values;
}

bool is_recorded(const Child& child, const Precaution& precaution) {
    return std::ranges::any_of(child.precautions, [&](const auto& one) { return one.code == precaution.code; });
}

std::vector<TypedAnswer> typed_answers(const ChildPrecaution& recorded, const Library& library) {
    const Precaution* known = library.precaution(recorded.code);
    const bool danger = known == nullptr || known->severity == "danger";
    std::vector<TypedAnswer> answers;
    for (const auto& asked : known != nullptr ? known->parameters : std::vector<PrecautionParameter>{}) {
        const auto given = recorded.parameters.find(asked.name);
        const bool typed = asked.kind == "text" || (asked.kind == "list" && asked.options.empty());
        if (!typed || given == recorded.parameters.end() || given->second.empty()) continue;
        const bool rescue = asks_for_rescue(asked.label);
        answers.push_back({asked.label, given->second, danger || rescue, rescue});
    }
    // What is asked for by no question of this version was typed all the same.
    if (known == nullptr)
        for (const auto& [name, words] : recorded.parameters) answers.push_back({name, words, true, true});
    if (!recorded.note.empty()) answers.push_back({"Note", recorded.note, danger, false});
    return answers;
}

std::string say_precaution(const ChildPrecaution& precaution, const Library& library, Date today) {
    const Precaution* known = library.precaution(precaution.code);
    if (known == nullptr) return precaution.code;
    std::string said = known->short_label;
    std::string more;
    if (const std::string* allergens = parameter(precaution, "allergens")) more = say_list(library, *allergens);
    if (const std::string* side = parameter(precaution, "side")) more = *side;
    if (const std::string* grade = parameter(precaution, "grade")) more += (more.empty() ? "" : " ") + *grade;
    if (known->code == "seizure")
        if (const std::string* control = parameter(precaution, "control")) more = *control;
    if (const std::string* detail = parameter(precaution, "detail"); detail && more.empty()) more = *detail;
    if (!more.empty()) said += ": " + more;
    if (const std::string* until = parameter(precaution, "until"))
        if (const auto date = from_iso(*until))
            said += (*date < today ? ", was until " : ", until ") + say_short(*date, today);
    return said;
}

std::vector<std::string> rescue_lines(const Child& child, const Library& library) {
    std::vector<std::string> lines =
        typed_lines(child, library, [](const TypedAnswer& answer) { return answer.rescue; });
    if (!child.rescue_plan.empty()) lines.insert(lines.begin(), child.rescue_plan);
    return lines;
}

std::vector<std::string> beside_rescue(const Child& child, const Library& library) {
    return typed_lines(child, library, [](const TypedAnswer& answer) { return answer.in_emergency && !answer.rescue; });
}

std::vector<std::string> PrecautionAnswers::values(const std::string& parameter) const {
    const auto known = std::ranges::find(precaution_.parameters, parameter, &PrecautionParameter::name);
    const auto given = recorded_.parameters.find(parameter);
    if (given != recorded_.parameters.end() && !given->second.empty()) {
        const bool one_of_some =
            known != precaution_.parameters.end() && (known->kind == "choice" || known->kind == "yes_no");
        if (!one_of_some) return split_list(given->second);
        const bool answer = known->kind == "choice" ? contains_word(known->options, given->second)
                                                    : given->second == "yes" || given->second == "no";
        if (answer) return {given->second};
    }
    return known == precaution_.parameters.end() ? std::vector<std::string>{} : split_list(known->careful);
}

std::optional<Date> PrecautionAnswers::ended(Date today) const {
    const auto given = recorded_.parameters.find("until");
    if (given == recorded_.parameters.end()) return std::nullopt;
    const auto until = from_iso(given->second);
    return until && *until < today ? until : std::nullopt;
}

bool concerns_child(const PrecautionRule& rule, const PrecautionAnswers& answers, int age) {
    if (rule.under_months > 0 && age >= rule.under_months) return false;
    return std::ranges::all_of(rule.when, [&](const auto& condition) {
        return std::ranges::any_of(answers.values(condition.first),
                                   [&](const auto& value) { return contains_word(condition.second, value); });
    });
}

}  // namespace pegboard
