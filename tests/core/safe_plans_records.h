// The shipped records read anew, from the content's own text files, for the checker of plans. It shares no code with
// the content compiler, the library, the rules or the planner: what they lose or misread, it still has.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pegboard::safe_plans {

using Set = std::set<std::string, std::less<>>;

struct Item {
    Set attributes, allergens;                        ///< as itself
    Set substitute_attributes, substitute_allergens;  ///< of what replaces it
    bool has_substitute = false;
};
struct Skill {
    std::string parent;  ///< the sequence it is a step of; empty otherwise
    bool sequence = false;
    int step = 0;
    Set first;  ///< what it needs before
};
struct Rung {
    std::string position, space;  ///< empty: as the activity has it
    std::string dimension;        ///< what it changes
    Set adds, drops, items;
    std::optional<Set> needs;
};
struct Activity {
    std::string position, space, intensity, supervision;
    int from_months = 0, to_months = 0, minutes = 0;
    int group_min = 1, group_max = 1;
    int station_group = 0, station_adults = 1;  ///< as stations, and the adults they ask for
    std::vector<std::string> skills;            ///< main first
    Set attributes, allergens, arcs, needs;
    std::map<std::string, int, std::less<>> items;  ///< required ones with their quantity
    std::vector<Rung> easier, harder;
};
struct Parameter {
    std::string kind;
    Set options, careful;
};
struct Rule {
    bool excludes = false;
    std::map<std::string, Set, std::less<>> when;
    Set attributes, positions, items, skills, spaces, needs, unless_needs;
    int group_above = 0, under_months = 0;
    bool allergen_overlap = false;
    std::string by_parameter;
};
struct Precaution {
    std::map<std::string, Parameter, std::less<>> parameters;
    std::vector<Rule> rules;
};

template <class T>
using ById = std::map<std::string, T, std::less<>>;
struct Records {
    ById<Item> items;
    ById<Skill> skills;
    ById<Activity> activities;
    ById<Precaution> precautions;
};

/// What the source tree ships. Read once.
const Records& shipped();
/// The values of a list kept as "wheat;egg".
Set split(const std::string& joined);

}  // namespace pegboard::safe_plans
