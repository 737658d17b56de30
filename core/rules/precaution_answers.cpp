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
