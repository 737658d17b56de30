// Everything in library.db as plain structs, in the order of the file.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/pictures/kit.h"

namespace pegboard {

struct LibraryContent {
    std::vector<Skill> skills;
    std::vector<Item> items;
    std::vector<Precaution> precautions;
    std::vector<Activity> activities;
    std::vector<Category> categories;
    std::vector<Focus> focus_areas;
    std::map<std::string, std::vector<Named>, std::less<>> vocabularies;  ///< "space", "position" ...
    std::vector<Measure> measures;
    std::vector<HelpLevel> assist_levels, prompt_levels;
    std::vector<GoalTemplate> goal_templates;
    std::vector<ConcernGroup> concern_groups;
    std::vector<Concern> concerns;
    std::vector<RedFlag> red_flags;
    std::vector<ScreeningResult> screening_results;
    PictureKit pictures;
};

/// Reads the whole file. Errors: storage when it is missing, damaged or of another format.
Result<LibraryContent> read_library(const std::filesystem::path& file);

}  // namespace pegboard
