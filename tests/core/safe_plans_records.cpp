#include "tests/core/safe_plans_records.h"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <stdexcept>

namespace pegboard::safe_plans {
namespace {

namespace fs = std::filesystem;

std::string text(const toml::table& row, std::string_view key) { return row[key].value_or(std::string()); }
int whole(const toml::table& row, std::string_view key) { return row[key].value_or(0); }

Set set_of(const toml::node* node) {
    Set found;
    if (const toml::array* all = node != nullptr ? node->as_array() : nullptr)
        for (const auto& one : *all) found.insert(one.value_or(std::string()));
    return found;
}
Set set_of(const toml::table& row, std::string_view key) { return set_of(row.get(key)); }

std::vector<std::string> list_of(const toml::table& row, std::string_view key) {
    std::vector<std::string> found;
    if (const toml::array* all = row[key].as_array())
        for (const auto& one : *all) found.push_back(one.value_or(std::string()));
    return found;
}

/// Calls `with` for every table of the array `key`.
template <class With>
void each(const toml::table& row, std::string_view key, With with) {
    if (const toml::array* all = row[key].as_array())
        for (const auto& one : *all)
            if (const toml::table* table = one.as_table()) with(*table);
}

Item item_of(const toml::table& row) {
    return {.attributes = set_of(row, "attributes"),
            .allergens = set_of(row, "allergens"),
            .substitute_attributes = set_of(row, "substitute_attributes"),
            .substitute_allergens = set_of(row, "substitute_allergens"),
            .has_substitute = !text(row, "substitute").empty()};
}

Skill skill_of(const toml::table& row) {
    return {.parent = text(row, "parent"),
            .sequence = text(row, "kind") == "sequence",
            .step = whole(row, "step_no"),
            .first = set_of(row, "prerequisites")};
}

Rung rung_of(const toml::table& row) {
    Rung rung{.position = text(row, "position"),
              .space = text(row, "space"),
              .dimension = text(row, "dimension"),
              .adds = set_of(row, "adds"),
              .drops = set_of(row, "drops"),
              .items = set_of(row, "items"),
              .needs = {}};
    if (row.contains("needs")) rung.needs = set_of(row, "needs");
    return rung;
}

Activity activity_of(const toml::table& row) {
    Activity made;
    made.position = text(row, "position");
    made.space = text(row, "space");
    made.intensity = text(row, "intensity");
    made.supervision = text(row, "supervision");
    made.from_months = whole(row, "age_min_months");
    made.to_months = whole(row, "age_max_months");
    made.minutes = whole(row, "minutes");
    made.group_min = whole(row, "group_min");
    made.group_max = whole(row, "group_max");
    if (const toml::table* stations = row["stations"].as_table()) {
        made.station_group = whole(*stations, "group_max");
        made.station_adults = std::max(1, whole(*stations, "adults"));
    }
    made.skills = list_of(row, "skills");
    made.attributes = set_of(row, "attributes");
    made.allergens = set_of(row, "allergens");
    made.arcs = set_of(row, "arcs");
    made.needs = set_of(row, "needs");
    each(row, "items", [&](const toml::table& use) {
        if (!use["optional"].value_or(false)) made.items[text(use, "id")] = std::max(1, whole(use, "quantity"));
    });
    each(row, "easier", [&](const toml::table& rung) { made.easier.push_back(rung_of(rung)); });
    each(row, "harder", [&](const toml::table& rung) { made.harder.push_back(rung_of(rung)); });
    return made;
}

Rule rule_of(const toml::table& row) {
    Rule rule{.excludes = text(row, "verdict") == "exclude",
              .when = {},
              .attributes = set_of(row, "attributes"),
              .positions = set_of(row, "positions"),
              .items = set_of(row, "items"),
              .skills = set_of(row, "skills"),
              .spaces = set_of(row, "spaces"),
              .needs = set_of(row, "needs"),
              .unless_needs = set_of(row, "unless_needs"),
              .group_above = whole(row, "group_above"),
              .under_months = whole(row, "under_months"),
              .allergen_overlap = row["allergen_overlap"].value_or(false),
              .by_parameter = text(row, "excluded_by_parameter")};
    if (const toml::table* when = row["when"].as_table())
        for (const auto& [name, values] : *when) rule.when[std::string(name.str())] = set_of(&values);
    return rule;
}

Precaution precaution_of(const toml::table& row) {
    Precaution made;
    each(row, "parameters", [&](const toml::table& one) {
        made.parameters[text(one, "name")] = {text(one, "kind"), set_of(one, "options"), split(text(one, "careful"))};
    });
    each(row, "rule", [&](const toml::table& one) { made.rules.push_back(rule_of(one)); });
    return made;
}

toml::table parsed(const fs::path& file) {
    toml::table table = toml::parse_file(file.string());
    return table;
}

Records read() {
    const fs::path folder = fs::path(PEGBOARD_TEST_DATA).parent_path().parent_path() / "assets" / "library";
    Records all;
    each(parsed(folder / "items.toml"), "item", [&](const auto& row) { all.items[text(row, "id")] = item_of(row); });
    each(parsed(folder / "skills.toml"), "skill",
         [&](const auto& row) { all.skills[text(row, "id")] = skill_of(row); });
    each(parsed(folder / "precautions.toml"), "precaution",
         [&](const auto& row) { all.precautions[text(row, "code")] = precaution_of(row); });
    for (const auto& file : fs::directory_iterator(folder / "activities"))
        each(parsed(file.path()), "activity",
             [&](const auto& row) { all.activities[text(row, "id")] = activity_of(row); });
    if (all.activities.size() < 200 || all.precautions.size() < 30 || all.items.size() < 90)
        throw std::runtime_error("the shipped records were not read");
    return all;
}

}  // namespace

const Records& shipped() {
    static const Records all = read();
    return all;
}

Set split(const std::string& joined) {
    Set values;
    std::stringstream stream(joined);
    for (std::string value; std::getline(stream, value, ';');)
        if (!value.empty()) values.insert(value);
    return values;
}

}  // namespace pegboard::safe_plans
