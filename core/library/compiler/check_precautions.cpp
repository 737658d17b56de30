// The table of precautions: rules that can match, conditions on parameters that exist.
#include <algorithm>
#include <regex>

#include "core/library/compiler/checks.h"

namespace pegboard::compiler {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

const PrecautionParameter* parameter_of(const Precaution& precaution, const std::string& name) {
    for (const auto& parameter : precaution.parameters)
        if (parameter.name == name) return &parameter;
    return nullptr;
}

std::vector<std::string> options_of(const PrecautionParameter& parameter) {
    return parameter.kind == "yes_no" ? std::vector<std::string>{"yes", "no"} : parameter.options;
}

void check_parameter(const Record<Precaution>& precaution, std::size_t index, Problems& problems) {
    static const std::set<std::string, std::less<>> kinds{"choice", "date", "list", "text", "yes_no"};
    const auto& parameter = precaution.parameters[index];
    const auto place = precaution.at("parameters." + std::to_string(index));
    const auto owner = precaution.code + ": parameter \"" + parameter.name + "\" ";
    if (!kinds.contains(parameter.kind)) problems.add(place, owner + "has the unknown kind \"" + parameter.kind + '"');
    if (parameter_of(precaution, parameter.name) != &parameter) problems.add(place, owner + "is there twice");
    if ((parameter.kind == "choice" || parameter.kind == "list") && parameter.options.empty())
        problems.add(place, owner + "needs options");
    if (parameter.name == "until" && parameter.kind != "date") problems.add(place, owner + "must be a date");
    const auto options = options_of(parameter);
    std::vector<std::string> careful;
    library_format::decode(parameter.careful, careful);
    if (parameter.kind == "list") {
        std::string lines = parameter.careful;
        std::replace(lines.begin(), lines.end(), ';', '\n');
        careful.clear();
        library_format::decode(lines, careful);
    }
    for (const auto& value : careful)
        if (!holds(options, value))
            problems.add(place, together({owner, "has a careful value that is no option: ", value}));
}

void check_conditions(const Record<Precaution>& precaution, const PrecautionRule& rule, const Place& place,
                      Problems& problems) {
    const auto owner = precaution.code + ": ";
    for (const auto& [name, values] : rule.when) {
        const auto* parameter = parameter_of(precaution, name);
        if (!parameter) {
            problems.add(place, together({owner, "a rule asks for the unknown parameter \"", name, "\""}));
            continue;
        }
        for (const auto& value : values)
            if (!holds(options_of(*parameter), value))
                problems.add(place, together({owner, "a rule waits for \"", value, "\", no option of ", name}));
        if (parameter->careful.empty())
            problems.add(place, together({owner, "a rule asks for ", name, ", which has no careful value"}));
    }
    if (!rule.excluded_by_parameter.empty() && !parameter_of(precaution, rule.excluded_by_parameter))
        problems.add(place, owner + "a rule reads the unknown parameter \"" + rule.excluded_by_parameter + '"');
    if (rule.allergen_overlap && !parameter_of(precaution, "allergens"))
        problems.add(place, owner + "allergen_overlap needs a parameter \"allergens\"");
}

/// Attributes or positions that an order can rule out by parameter exist in the vocabularies.
void check_ruled_out_options(const Record<Precaution>& precaution, const PrecautionRule& rule, const Ids& ids,
                             const Place& place, Problems& problems) {
    const auto* parameter = parameter_of(precaution, rule.excluded_by_parameter);
    if (!parameter) return;
    const auto known = [&](const char* vocabulary, const std::string& id) {
        const auto found = ids.find(vocabulary);
        return found != ids.end() && found->second.contains(id);
    };
    for (const auto& option : parameter->options)
        if (!known("attribute", option) && !known("position", option))
            problems.add(place, precaution.code + ": \"" + option + "\" is neither attribute nor position");
}

void check_rule(const Record<Precaution>& precaution, std::size_t index, const Ids& ids, Problems& problems) {
    const auto& rule = precaution.rules[index];
    const auto field = "rule." + std::to_string(index);
    check_known(precaution, precaution.code, field + ".attributes", "attribute", rule.attributes, ids, problems);
    check_known(precaution, precaution.code, field + ".positions", "position", rule.positions, ids, problems);
    check_known(precaution, precaution.code, field + ".items", "item", rule.items, ids, problems);
    check_known(precaution, precaution.code, field + ".skills", "skill", rule.skills, ids, problems);
    check_known(precaution, precaution.code, field + ".spaces", "space", rule.spaces, ids, problems);
    check_known(precaution, precaution.code, field + ".needs", "need", rule.needs, ids, problems);
    check_known(precaution, precaution.code, field + ".unless_needs", "need", rule.unless_needs, ids, problems);
    check_known(precaution, precaution.code, field + ".supervision", "supervision", rule.supervision, ids, problems);
    check_conditions(precaution, rule, precaution.at(field), problems);
    check_ruled_out_options(precaution, rule, ids, precaution.at(field), problems);
    const bool selects = !rule.attributes.empty() || !rule.positions.empty() || !rule.items.empty() ||
                         !rule.skills.empty() || !rule.spaces.empty() || !rule.needs.empty() || rule.group_above > 0 ||
                         !rule.excluded_by_parameter.empty() || !rule.supervision.empty();
    if (!rule.supervision.empty() && rule.verdict == Verdict::exclude)
        problems.add(precaution.at(field), precaution.code + ": supervision can flag only, never exclude");
    if (rule.reminder && rule.verdict == Verdict::exclude)
        problems.add(precaution.at(field), precaution.code + ": a reminder can flag only, never exclude");
    if (rule.minutes_above > 0 && rule.verdict == Verdict::exclude)
        problems.add(precaution.at(field), precaution.code + ": minutes_above can flag only, never exclude");
    if (!selects) problems.add(precaution.at(field), precaution.code + ": a rule selects no activity");
}

void check_proposal(const Record<Precaution>& precaution, std::size_t index, Problems& problems) {
    const auto& proposal = precaution.proposals[index];
    const auto place = precaution.at("proposed." + std::to_string(index));
    const auto owner = precaution.code + ": ";
    if (proposal.names.empty() && proposal.icd10.empty())
        problems.add(place, owner + "a proposal names no diagnosis and no code");
    for (const auto& name : proposal.names)
        if (name.empty() || fold(name) != name)
            problems.add(place, together({owner, "a proposal's name is not folded: ", name}));
    static const std::regex code_shape("[A-Z][0-9][0-9A-Z]{1,5}");
    for (const auto& code : proposal.icd10)
        if (!std::regex_match(code, code_shape))
            problems.add(place, together({owner, "no beginning of an ICD-10 code without dot: ", code}));
    for (const auto& [name, value] : proposal.parameters) {
        const auto* parameter = parameter_of(precaution, name);
        if (parameter == nullptr)
            problems.add(place, together({owner, "a proposal answers the unknown parameter \"", name, "\""}));
        else if (!options_of(*parameter).empty() && !holds(options_of(*parameter), value))
            problems.add(place, together({owner, "a proposal answers \"", value, "\", no option of ", name}));
    }
}

}  // namespace

void check_precaution_table(const Content& content, const Ids& ids, Problems& problems) {
    for (const auto& precaution : content.precautions) {
        if (precaution.severity != "danger" && precaution.severity != "warn")
            problems.add(precaution.at("severity"), precaution.code + ": severity must be danger or warn");
        if (precaution.rules.empty()) problems.add(precaution.place, precaution.code + ": has no rule");
        for (std::size_t i = 0; i < precaution.parameters.size(); ++i) check_parameter(precaution, i, problems);
        for (std::size_t i = 0; i < precaution.rules.size(); ++i) check_rule(precaution, i, ids, problems);
        for (std::size_t i = 0; i < precaution.proposals.size(); ++i) check_proposal(precaution, i, problems);
    }
}

}  // namespace pegboard::compiler
