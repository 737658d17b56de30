// The content files as read: plain structs with the place of each field, so that every check can say
// file and line. Nothing in here is right before check_content has spoken.
#pragma once
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/library/format.h"
#include "core/library/library.h"

namespace pegboard::compiler {

struct Place {
    std::string file;  ///< relative to the content folder: "activities/ball.toml"
    int line = 0;
};
/// Pieces of a message as one text.
inline std::string together(std::initializer_list<std::string_view> pieces) {
    std::string all;
    for (const auto piece : pieces) all += piece;
    return all;
}

struct Problem {
    Place place;
    std::string text;  ///< "HJ12: skill \"gm.hopp\" does not exist"
};

/// All that is wrong, not just the first thing.
class Problems {
 public:
    void add(const Place& place, std::string text) { all_.push_back({place, std::move(text)}); }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    /// By file and line.
    [[nodiscard]] std::vector<Problem> sorted() const;

 private:
    std::vector<Problem> all_;
};

/// A row of content and where it and its fields stand: "steps" or, for the third step, "steps.2".
template <class T>
struct Record : T {
    Place place;
    std::map<std::string, Place, std::less<>> fields;

    /// Where a field stands; the list for an entry without a place of its own, else the record.
    [[nodiscard]] Place at(std::string field) const {
        while (true) {
            if (const auto found = fields.find(field); found != fields.end()) return found->second;
            const auto dot = field.rfind('.');
            if (dot == std::string::npos) return place;
            field.resize(dot);
        }
    }
};

struct Content {
    std::vector<Record<Skill>> skills;
    std::vector<Record<Item>> items;
    std::vector<Record<Precaution>> precautions;
    std::vector<Record<Activity>> activities;
    std::vector<Record<Category>> categories;
    std::vector<Record<Focus>> focus_areas;
    std::vector<Record<library_format::TermRow>> terms;
    std::vector<Record<Measure>> measures;
    std::vector<Record<library_format::HelpRow>> help_levels;
};

/// Reads every file of the folder. Missing and unknown fields and wrong types become problems.
Content read_content(const std::filesystem::path& folder, Problems& problems);
/// Everything that can be wrong beyond one field's type: references, numbers, words, coverage.
void check_content(const Content& content, Problems& problems);
/// Fills the derived fields of sound content and puts activities in page order.
void derive(Content& content);
/// Writes library.db beside `file` and moves it there. Throws SQLite::Exception when it cannot.
void write_library(const Content& content, const std::filesystem::path& file);
/// Records by category and focus area, thin skills and unused items, from a written library.
std::string report(const Library& library);

/// Own attributes plus those of each required item, in the vocabulary's order.
std::vector<std::string> effective_attributes(const Activity& activity, const Content& content);

}  // namespace pegboard::compiler
