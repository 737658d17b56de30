// What the checks share: the ground they stand on and the way a problem names its record.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/compiler/content.h"
#include "core/library/content/ground.h"

namespace pegboard::compiler {

using content::Ground;
using content::Ids;

/// What all records are checked against; two records with the same id, or an id out of shape, are a
/// problem. It points into the content.
Ground ground_of(const Content& content, Problems& problems);

/// A text of a record that people read.
struct Prose {
    Place place;
    std::string owner;  ///< the record's id
    std::string field;  ///< "steps.2"
    std::string text;
};
/// Every text of the content that people read; source notes are not among them.
std::vector<Prose> prose_of(const Content& content);

void check_skills(const Content& content, const Ids& ids, Problems& problems);
void check_items_and_terms(const Content& content, const Ids& ids, Problems& problems);
void check_precaution_table(const Content& content, const Ids& ids, Problems& problems);
void check_activity_table(const Content& content, const Ground& ground, Problems& problems);
void check_goal_bank(const Content& content, const Ids& ids, Problems& problems);
void check_screening(const Content& content, const Ids& ids, Problems& problems);
void check_coverage(const Content& content, const Ground& ground, Problems& problems);
/// Every position has a pose, every item a prop, every space a ground, every interest a detail; every drawing is used.
void check_pictures(const Content& content, const Ids& ids, Problems& problems);
void check_words(const Content& content, Problems& problems);
void check_reading_ease(const Content& content, Problems& problems);

/// Adds a problem for each value that is no id of `vocabulary`.
template <class Row>
void check_known(const Row& row, const std::string& owner, const std::string& field, const std::string& vocabulary,
                 const std::vector<std::string>& values, const Ids& ids, Problems& problems) {
    const auto known = ids.find(vocabulary);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (known == ids.end() || !known->second.contains(values[i]))
            problems.add(row.at(field + '.' + std::to_string(i)),
                         together({owner, ": ", vocabulary, " \"", values[i], "\" does not exist"}));
}
/// The same for a single value.
template <class Row>
void check_known(const Row& row, const std::string& owner, const std::string& field, const std::string& vocabulary,
                 const std::string& value, const Ids& ids, Problems& problems) {
    check_known(row, owner, field, vocabulary, std::vector<std::string>{value}, ids, problems);
}

}  // namespace pegboard::compiler
