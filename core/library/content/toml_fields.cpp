#include "core/library/content/toml_fields.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pegboard::content {
namespace {
constexpr std::size_t most_entries = 400;  ///< of any list; a longer one is a mistake or meant to waste time

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }
}  // namespace

Fields::Fields(const toml::table& table, std::string file, std::string owner, Problems& problems)
    : table_(&table), file_(std::move(file)), owner_(std::move(owner)), problems_(&problems), place_(place_of(table)) {}

Place Fields::place_of(const toml::node& node) const { return {file_, static_cast<int>(node.source().begin.line)}; }

const toml::node* Fields::take(const std::string& key, bool required) {
    asked_.insert(key);
    const toml::node* node = table_->get(key);
    if (!node && required) problem(place_, in_quotes(key) + " is missing");
    if (node) places_[key] = place_of(*node);
    return node;
}

std::string Fields::checked_text(const toml::node& node, const std::string& key) {
    const auto value = node.value<std::string>();
    if (!node.is_string() || !value) {
        problem(place_of(node), in_quotes(key) + " must be text");
        return {};
    }
    if (value->empty()) problem(place_of(node), in_quotes(key) + " is empty");
    if (value->find_first_of("\t\r\n") != std::string::npos)
        problem(place_of(node), in_quotes(key) + " holds a tab or a line end");
    if (!value->empty() && (value->front() == ' ' || value->back() == ' ' || value->find("  ") != std::string::npos))
        problem(place_of(node), in_quotes(key) + " has a space too many");
    return *value;
}

std::string Fields::text(const std::string& key) {
    const auto* node = take(key, true);
    return node ? checked_text(*node, key) : std::string();
}

std::string Fields::text_or_none(const std::string& key) {
    const auto* node = take(key, false);
    return node ? checked_text(*node, key) : std::string();
}

std::optional<int> Fields::whole_or_none(const std::string& key) {
    const auto* node = take(key, false);
    if (!node) return std::nullopt;
    const auto value = node->is_integer() ? node->value<std::int64_t>() : std::nullopt;
    if (!value || !std::in_range<int>(*value)) {
        problem(place_of(*node), in_quotes(key) + " must be a whole number");
        return 0;
    }
    return static_cast<int>(*value);
}

int Fields::whole(const std::string& key) {
    take(key, true);
    return whole_or_none(key).value_or(0);
}

bool Fields::yes_no_or(const std::string& key, bool otherwise) {
    const auto* node = take(key, false);
    if (!node) return otherwise;
    if (!node->is_boolean()) problem(place_of(*node), in_quotes(key) + " must be true or false");
    return node->value_or(otherwise);
}

bool Fields::yes_no(const std::string& key) {
    take(key, true);
    return yes_no_or(key, false);
}

std::vector<std::string> Fields::texts_of(const toml::node& node, const std::string& key) {
    std::vector<std::string> texts;
    const auto* array = node.as_array();
    if (!array) {
        problem(place_of(node), in_quotes(key) + " must be a list");
        return texts;
    }
    if (array->size() > most_entries) {
        problem(place_of(node), in_quotes(key) + " has too many entries");
        return texts;
    }
    for (const auto& entry : *array) {
        places_[key + '.' + std::to_string(texts.size())] = place_of(entry);
        texts.push_back(checked_text(entry, key));
        if (std::count(texts.begin(), texts.end(), texts.back()) == 2)
            problem(place_of(entry), in_quotes(key) + " names " + in_quotes(texts.back()) + " twice");
    }
    return texts;
}

std::vector<std::string> Fields::list(const std::string& key) {
    const auto* node = take(key, true);
    return node ? texts_of(*node, key) : std::vector<std::string>();
}

std::vector<std::string> Fields::list_or_none(const std::string& key) {
    const auto* node = take(key, false);
    return node ? texts_of(*node, key) : std::vector<std::string>();
}

double Fields::number(const std::string& key) {
    const auto* node = take(key, true);
    if (!node) return 0;
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value || !std::isfinite(*value)) problem(place_of(*node), in_quotes(key) + " must be a number");
    return value.value_or(0);
}

std::vector<double> Fields::numbers_or_none(const std::string& key) {
    std::vector<double> numbers;
    const auto* node = take(key, false);
    if (!node) return numbers;
    const auto* array = node->as_array();
    if (!array) problem(place_of(*node), in_quotes(key) + " must be a list");
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const auto& entry = *array->get(i);
        places_[key + '.' + std::to_string(i)] = place_of(entry);
        const auto value = entry.is_number() ? entry.value<double>() : std::nullopt;
        if (!value || !std::isfinite(*value)) problem(place_of(entry), in_quotes(key) + " must hold numbers");
        numbers.push_back(value.value_or(0));
    }
    return numbers;
}

std::vector<Fields> Fields::tables(const std::string& key) {
    std::vector<Fields> out;
    const auto* node = take(key, false);
    if (!node) return out;
    const auto* array = node->as_array();
    if (!array) problem(place_of(*node), in_quotes(key) + " must be a list");
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const auto& entry = *array->get(i);
        places_[key + '.' + std::to_string(i)] = place_of(entry);
        if (const auto* table = entry.as_table())
            out.emplace_back(*table, file_, owner_, *problems_);
        else
            problem(place_of(entry), in_quotes(key) + " must hold tables: { ... }");
    }
    return out;
}

std::optional<Fields> Fields::table_or_none(const std::string& key) {
    const auto* node = take(key, false);
    if (!node) return std::nullopt;
    if (const auto* table = node->as_table()) return Fields(*table, file_, owner_, *problems_);
    problem(place_of(*node), in_quotes(key) + " must be a table: { ... }");
    return std::nullopt;
}

std::vector<std::string> Fields::keys() const {
    std::vector<std::string> names;
    for (const auto& [key, node] : *table_) names.emplace_back(key.str());
    return names;
}

void Fields::finish() {
    for (const auto& [key, node] : *table_)
        if (!asked_.contains(key.str())) problem(place_of(node), "unknown field " + in_quotes(key.str()));
}

void Fields::adopt_places(const std::string& prefix, const Fields& nested) {
    for (const auto& [key, place] : nested.places_) places_[together({prefix, ".", key})] = place;
}

}  // namespace pegboard::content
