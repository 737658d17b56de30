// An activity: what to set up, do and watch for, for whom and where. Built-in ones come from the
// library, a therapist's own from the caseload; both are this.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/model/enums.h"

namespace pegboard {

struct ActivityItem {
    std::string item;
    int quantity = 1;
    bool optional = false;
    bool operator==(const ActivityItem&) const = default;
};
/// One way to make an activity easier or harder, and what is different then. What is left out stays as the activity has
/// it.
struct Rung {
    std::string dimension{}, change{};
    std::string position{}, space{};                  ///< in place of the activity's
    std::vector<std::string> adds{}, drops{};         ///< attributes
    std::vector<std::string> items{};                 ///< item ids it takes as well
    std::optional<std::vector<std::string>> needs{};  ///< in place of the activity's
    std::vector<std::string> leaves_out{};            ///< skills of the activity that are not practiced this way
    bool still_counts = false;  ///< what the activity counts is the same thing, counted in the same way
    bool operator==(const Rung&) const = default;
};
struct Cue {
    std::string type, text;
    bool operator==(const Cue&) const = default;
};
struct Activity {
    std::string id, title, category, idea, space, position, intensity, supervision, home_text, dose, source_note;
    int version = 1, age_min_months = 0, age_max_months = 0, minutes = 0, minutes_min = 0, group_min = 1, group_max = 1;
    std::vector<std::string> skills, attributes, allergens, setup, steps, safety, contraindications, interests;
    std::vector<Arc> arcs;
    std::vector<ActivityItem> items;
    std::vector<Rung> easier, harder;
    std::vector<Cue> cues;
    std::map<std::string, int> sensory_load;
    std::string measure_type, measure_what, measure_unit;
    bool home_ok = false;
    int stations_group_max = 0;
    int station_adults = 0;  ///< adults the stations ask for; 0: not said, which counts as 2
    std::string stations_how;
    std::vector<std::string>
        needs;  ///< all of them: "walk", "two_hands", "wheelchair"; empty: can be done seated, lying or carried
    std::vector<std::string> formerly;  ///< ids it had in earlier libraries; looked up all the same
    // derived, never typed
    std::string discipline;                         ///< OT, PT or shared, from its skills
    std::vector<std::string> effective_attributes;  ///< own plus every required item's
    std::string picture;                            ///< the scene it is shown by: core/pictures/scene.h
    std::vector<std::string> step_pictures;         ///< one a step where there is any, "-" for a step without
    bool operator==(const Activity&) const = default;
};

/// How many adults its stations take; what was not said counts as one for each of two.
inline int adults_at_stations(const Activity& activity) {
    return activity.station_adults > 0 ? activity.station_adults : 2;
}

}  // namespace pegboard
