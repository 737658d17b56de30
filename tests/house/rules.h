// The house rules that can be read off a single file. Each takes a file and tells every place that breaks it; none
// reads the disk, so that a test can show each of them failing.
#pragma once
#include <string>
#include <vector>

#include "tests/house/source_file.h"

namespace pegboard::house {

/// One broken rule: "app/goals/goals.cpp:12: raw ImGui call".
struct Finding {
    std::string path;
    std::size_t line = 0;
    std::string words;
};

using Findings = std::vector<Finding>;
using Rule = Findings (*)(const SourceFile&);

/// core knows no pixels, app knows no tables.
Findings includes_point_down(const SourceFile& file);
/// SQL is written in core/store and core/library alone.
Findings sql_in_its_rooms(const SourceFile& file);
/// Screens use our widgets, not ImGui's.
Findings imgui_in_its_rooms(const SourceFile& file);
/// Colours have names; their values stand in app/design.
Findings colours_in_design(const SourceFile& file);
/// At most 400 lines.
Findings short_enough(const SourceFile& file);
/// The file opens by saying what it is for.
Findings opens_with_its_purpose(const SourceFile& file);
/// Nothing is left half done.
Findings no_loose_ends(const SourceFile& file);
/// No path of somebody's machine, no name of a package server.
Findings no_machine_names(const SourceFile& file);
/// Words on screen put people first.
Findings people_first_words(const SourceFile& file);
/// Words on screen and in the library are spelled and chosen as in the United States.
Findings american_words(const SourceFile& file);
/// An illustration has the 48 grid, a title and the two tones of one hue.
Findings illustration_in_style(const SourceFile& file);

/// What stands at the project's top, if it has no business there; empty otherwise.
std::string stranger_at_the_top(const std::string& name);

/// The findings as lines to read.
std::string as_lines(const Findings& findings);

}  // namespace pegboard::house
