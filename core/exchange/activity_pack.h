// Packs of activities: a TOML file that one therapist writes and another opens. A pack that is not sound is refused
// whole, with every place that has to be mended; reading one changes nothing by itself.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/library/content/record.h"
#include "core/library/library.h"

namespace pegboard {

inline constexpr int pack_format = 2;
inline constexpr std::size_t most_pack_bytes = 4'000'000;
inline constexpr std::size_t most_pack_activities = 1000;

struct ActivityPack {
    std::string name;    ///< "Playground games"
    std::string author;  ///< as its writer wants to be named; may be empty
    std::vector<Activity> activities;
    bool operator==(const ActivityPack&) const = default;
};

/// What a pack holds, or all that keeps it from being opened.
struct PackReading {
    ActivityPack pack;  ///< empty when there are problems
    std::vector<content::Problem> problems;
    [[nodiscard]] bool sound() const { return problems.empty(); }
};

/// The pack as text, in the shape of the library's own files; ids are kept, so that a pack names each activity once.
std::string write_pack(const ActivityPack& pack);
/// Reads a pack's text; `file` is how messages name it. Holds each activity to all that the library's are held to.
PackReading read_pack(std::string_view text, const std::string& file, const Library& library);
/// "games.toml, line 12: BA01: ..."; without the line where there is none.
std::string say_problem(const content::Problem& problem);

}  // namespace pegboard
