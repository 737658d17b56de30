// What the precaution tests share: the library as built, a child with one precaution, and activities
// in shorthand.
#pragma once
#include <sstream>
#include <string>
#include <vector>

#include "core/rules/precautions.h"
#include "tests/core/library_at_hand.h"

namespace pegboard::precaution_test {

using pegboard::library;

inline const Date today = *make_date(2026, 9, 29);

inline std::vector<std::string> words(const std::string& text, char separator = ' ') {
    std::vector<std::string> out;
    std::stringstream stream(text);
    for (std::string word; std::getline(stream, word, separator);)
        if (!word.empty()) out.push_back(word);
    return out;
}

/// An activity in shorthand: "HGT" attribute, "@ST" position, "+tunnel" item, "?tunnel" optional item,
/// "#sc.cup" skill, "~hall" space, "!wheat" allergen of its own, "%two_hands" need.
inline Activity activity(const std::string& shorthand) {
    Activity made;
    made.id = "T1";
    made.position = "SC";
    made.space = "table";
    for (const auto& word : words(shorthand)) {
        const std::string rest = word.substr(1);
        switch (word[0]) {
            case '@':
                made.position = rest;
                break;
            case '~':
                made.space = rest;
                break;
            case '+':
                made.items.push_back({rest, 1, false});
                break;
            case '?':
                made.items.push_back({rest, 1, true});
                break;
            case '#':
                made.skills.push_back(rest);
                break;
            case '%':
                made.needs.push_back(rest);
                break;
            case '!':
                made.allergens.push_back(rest);
                break;
            default:
                made.attributes.push_back(word);
        }
    }
    return made;
}

/// A child of six with one precaution; parameters as "grade=PWB,until=2026-10-01".
inline Child child_with(const std::string& code, const std::string& parameters) {
    Child child;
    child.date_of_birth = *make_date(2020, 3, 1);
    ChildPrecaution precaution;
    precaution.code = code;
    for (const auto& pair : words(parameters, ','))
        precaution.parameters[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    child.precautions.push_back(precaution);
    return child;
}

inline std::vector<Finding> findings(const std::string& code, const std::string& parameters,
                                     const std::string& shorthand, int group_size = 1,
                                     const Inventory& inventory = {}) {
    return check_precautions(child_with(code, parameters), activity(shorthand), library(), inventory, today,
                             group_size);
}

}  // namespace pegboard::precaution_test
