#include "core/rules/precaution_answers.h"

#include <algorithm>

namespace pegboard {
namespace {
bool contains_word(const std::vector<std::string>& list, std::string_view value) {
    return std::ranges::find(list, value) != list.end();
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
        const bool plan = fold(asked.label).find("plan") != std::string::npos;
        answers.push_back({asked.label, given->second, danger || plan});
    }
    // What is asked for by no question of this version was typed all the same.
    if (known == nullptr)
        for (const auto& [name, words] : recorded.parameters) answers.push_back({name, words, true});
    if (!recorded.note.empty()) answers.push_back({"Note", recorded.note, danger});
    return answers;
}

std::vector<std::string> emergency_answers(const Child& child, const Library& library) {
    std::vector<std::string> lines;
    for (const ChildPrecaution& each : child.precautions) {
        const Precaution* known = library.precaution(each.code);
        for (const TypedAnswer& answer : typed_answers(each, library))
            if (answer.in_emergency)
                lines.push_back((known != nullptr ? known->short_label : each.code) + ". " + answer.label + ": " +
                                answer.words);
    }
    return lines;
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
