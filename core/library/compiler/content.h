// The content files as read: plain structs with the place of each field, so that every check can say
// file and line. Nothing in here is right before check_content has spoken.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/library/content/record.h"
#include "core/library/format.h"
#include "core/library/library.h"
#include "core/pictures/kit.h"

namespace pegboard::compiler {

using content::Place;
using content::Problem;
using content::Problems;
using content::Record;
using content::together;

/// What the content promises to hold; the compiler keeps it to that.
struct Coverage {
    int activities = 0;            ///< at least so many in all
    int activities_per_skill = 0;  ///< for every skill an activity may name
    int goals_per_skill = 0;
    int activities_per_focus = 0;  ///< that touch each focus area
    int concerns = 0, red_flags = 0;
    std::map<std::string, int> activities_in_category;
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
    std::vector<Record<GoalTemplate>> goals;
    std::vector<Record<ConcernGroup>> concern_groups;
    std::vector<Record<Concern>> concerns;
    std::vector<Record<RedFlag>> red_flags;
    std::vector<Record<ScreeningResult>> screening_results;
    std::vector<Record<Coverage>> coverage;                   ///< one
    PictureKit pictures;                                      ///< empty where the content has none
    std::vector<Place> picture_rules;                         ///< where each rule of it stands
    std::map<std::string, Place, std::less<>> picture_parts;  ///< where "prop cup" and "word dance" stand
    std::set<std::uint64_t> shingles;                         ///< of texts that nothing may be copied from
};

/// Reads every file of the folder. Missing and unknown fields and wrong types become problems.
Content read_content(const std::filesystem::path& folder, Problems& problems);
/// Everything that can be wrong beyond one field's type: references, numbers, words, coverage.
void check_content(const Content& content, Problems& problems);
/// Drawings and rules of the pictures folder into `content`; what is not drawn in our way becomes a problem.
void read_pictures(const std::filesystem::path& folder, Content& content, Problems& problems);
/// The scene of each activity, no two of a category alike; where that cannot be, a problem.
std::vector<std::string> pictures_of(const Content& content, Problems& problems);
/// Fills the derived fields of sound content and puts activities in page order.
void derive(Content& content);
/// Writes library.db beside `file` and moves it there. Throws SQLite::Exception when it cannot.
void write_library(const Content& content, const std::filesystem::path& file);
/// Records by category and focus area, thin skills and unused items, from a written library.
std::string report(const Library& library);

}  // namespace pegboard::compiler
