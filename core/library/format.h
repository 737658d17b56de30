// The shape of library.db, said once: marks, tables, columns and how a list stands in one cell. The
// compiler writes by it and the program reads by it. A list is one value a line; the parts of a value
// are parted by tabs (the compiler refuses either character inside a text).
#pragma once
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/library/library.h"
#include "core/pictures/kit.h"

namespace pegboard::library_format {

inline constexpr int application_id = 0x5047424c;  ///< "PGBL"
inline constexpr int version = 7;                  ///< user_version; raise it when a column changes

/// One term of a vocabulary that is only a name: space, position, interest ...
struct TermRow {
    std::string vocabulary;
    Named term;
};
/// One level of help: `scale` is "assist" or "prompt".
struct HelpRow {
    std::string scale;
    HelpLevel level;
};
struct ParameterRow {
    std::string precaution;
    PrecautionParameter parameter;
};
struct RuleRow {
    std::string precaution;
    PrecautionRule rule;
};
struct ProposalRow {
    std::string precaution;
    PrecautionProposal proposal;
};

template <class Row, class T>
concept RowOf = std::same_as<std::remove_const_t<Row>, T>;

// columns(row, visit) calls visit(column name, field) for every column, in table order.

template <RowOf<Skill> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("kind", row.kind), visit("parent", row.parent), visit("step_no", row.step_no);
    visit("name", row.name), visit("parent_name", row.parent_name), visit("short_name", row.short_name);
    visit("discipline", row.discipline), visit("focus", row.focus), visit("focus2", row.focus2);
    visit("from_months", row.from_months), visit("to_months", row.to_months);
    visit("compare_window", row.compare_window), visit("prerequisites", row.prerequisites);
    visit("sources", row.sources), visit("formerly", row.formerly);
}
template <RowOf<Item> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("name", row.name), visit("kind", row.kind);
    visit("attributes", row.attributes), visit("allergens", row.allergens), visit("varies", row.varies);
    visit("substitute", row.substitute), visit("substitute_attributes", row.substitute_attributes);
    visit("substitute_allergens", row.substitute_allergens), visit("substitute_varies", row.substitute_varies);
    visit("hazard_note", row.hazard_note), visit("formerly", row.formerly);
}
template <RowOf<Precaution> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("code", row.code), visit("label", row.label), visit("short_label", row.short_label);
    visit("family", row.family), visit("severity", row.severity), visit("ask", row.ask);
    visit("line", row.line), visit("source", row.source), visit("asked", row.asked);
}
template <RowOf<ParameterRow> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("precaution", row.precaution), visit("name", row.parameter.name), visit("label", row.parameter.label);
    visit("kind", row.parameter.kind), visit("careful", row.parameter.careful);
    visit("options", row.parameter.options), visit("required", row.parameter.required);
}
template <RowOf<RuleRow> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    auto& rule = row.rule;
    visit("precaution", row.precaution), visit("verdict", rule.verdict), visit("conditions", rule.when);
    visit("attributes", rule.attributes), visit("positions", rule.positions), visit("items", rule.items);
    visit("skills", rule.skills), visit("spaces", rule.spaces), visit("needs", rule.needs);
    visit("unless_needs", rule.unless_needs), visit("supervision", rule.supervision);
    visit("group_above", rule.group_above);
    visit("under_months", rule.under_months), visit("minutes_above", rule.minutes_above);
    visit("allergen_overlap", rule.allergen_overlap), visit("reminder", rule.reminder);
    visit("excluded_by_parameter", rule.excluded_by_parameter), visit("reason", rule.reason);
}
template <RowOf<ProposalRow> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    auto& proposal = row.proposal;
    visit("precaution", row.precaution), visit("names", proposal.names), visit("icd10", proposal.icd10);
    visit("parameters", proposal.parameters), visit("reason", proposal.reason);
}
template <RowOf<Activity> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("title", row.title), visit("version", row.version);
    visit("category", row.category), visit("idea", row.idea), visit("skills", row.skills);
    visit("discipline", row.discipline), visit("age_min_months", row.age_min_months);
    visit("age_max_months", row.age_max_months), visit("minutes", row.minutes);
    visit("minutes_min", row.minutes_min), visit("arcs", row.arcs), visit("items", row.items);
    visit("space", row.space), visit("group_min", row.group_min), visit("group_max", row.group_max);
    visit("position", row.position), visit("attributes", row.attributes);
    visit("effective_attributes", row.effective_attributes), visit("allergens", row.allergens);
    visit("intensity", row.intensity), visit("supervision", row.supervision);
    visit("sensory_load", row.sensory_load), visit("setup", row.setup), visit("steps", row.steps);
    visit("easier", row.easier), visit("harder", row.harder), visit("cues", row.cues);
    visit("safety", row.safety), visit("contraindications", row.contraindications);
    visit("measure_type", row.measure_type), visit("measure_what", row.measure_what);
    visit("measure_unit", row.measure_unit), visit("home_ok", row.home_ok), visit("home_text", row.home_text);
    visit("interests", row.interests), visit("dose", row.dose), visit("source_note", row.source_note);
    visit("stations_group_max", row.stations_group_max), visit("stations_how", row.stations_how);
    visit("station_adults", row.station_adults);
    visit("needs", row.needs), visit("formerly", row.formerly), visit("picture", row.picture);
    visit("step_pictures", row.step_pictures);
}
template <RowOf<Category> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("name", row.name), visit("focus", row.focus), visit("hue", row.hue);
    visit("illustration", row.illustration), visit("arcs", row.arcs);
}
template <RowOf<Focus> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("discipline", row.discipline), visit("name", row.name);
    visit("short_name", row.short_name), visit("hue", row.hue);
}
template <RowOf<TermRow> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("vocabulary", row.vocabulary), visit("id", row.term.id), visit("name", row.term.name);
    visit("note", row.term.note), visit("contains", row.term.contains);
    visit("young_note", row.term.young_note), visit("young_under_months", row.term.young_under_months);
}
template <RowOf<Measure> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("name", row.name), visit("records", row.records), visit("unit", row.unit);
    visit("better", row.better), visit("note", row.note);
}
template <RowOf<HelpRow> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    auto& level = row.level;
    visit("scale", row.scale), visit("level", level.level), visit("code", level.code), visit("name", level.name);
    visit("words", level.words), visit("child_does", level.child_does), visit("helper", level.helper);
}
template <RowOf<GoalTemplate> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("skill", row.skill), visit("measure", row.measure), visit("text", row.text);
    visit("targets", row.targets), visit("target_values", row.values), visit("n", row.n), visit("of_n", row.of);
    visit("mastery_percent", row.mastery_percent), visit("sessions_in_row", row.sessions_in_row);
    visit("sessions_met", row.sessions_met), visit("sessions_of", row.sessions_of);
    visit("weeks", row.weeks), visit("why", row.why), visit("needs", row.needs);
    visit("practiced_in", row.practiced_in), visit("recorded_in", row.recorded_in);
    visit("counted_apart", row.counted_apart);
}
template <RowOf<ConcernGroup> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("name", row.name), visit("name_es", row.name_es);
}
template <RowOf<Concern> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("words", row.words), visit("words_es", row.words_es);
    visit("short", row.in_short), visit("short_es", row.short_es), visit("concern_group", row.group);
    visit("route", row.route), visit("focus", row.focus);
    visit("from_months", row.from_months), visit("week_under_months", row.week_under_months);
    visit("sources", row.sources);
}
template <RowOf<RedFlag> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("tier", row.tier), visit("words", row.words), visit("why", row.why);
    visit("words_es", row.words_es), visit("sources", row.sources);
}
template <RowOf<ScreeningResult> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("id", row.id), visit("words", row.words), visit("title", row.title);
    visit("words_es", row.words_es), visit("title_es", row.title_es);
}
template <RowOf<Drawing> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("kind", row.kind), visit("name", row.name), visit("svg", row.svg), visit("place", row.place);
    visit("moved", row.moved), visit("at_table", row.table), visit("stands", row.stands), visit("aim", row.aim),
        visit("head", row.head), visit("hand", row.hand), visit("extent", row.extent);
    visit("detail", row.detail), visit("numbers", row.numbers);
}
template <RowOf<PictureRule> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("kind", row.kind), visit("item", row.item), visit("drawing", row.drawing);
    visit("positions", row.positions), visit("spaces", row.spaces), visit("items", row.items);
    visit("skills", row.skills), visit("needs", row.needs), visit("words", row.words);
    visit("interests", row.interests), visit("supervision", row.supervision);
    visit("group_from", row.group_from), visit("under_months", row.under_months);
    visit("tool", row.tool), visit("flies", row.flies), visit("hair", row.hair), visit("shows", row.shows);
    visit("accompanied", row.accompanied);
}
template <RowOf<PictureName> Row, class Visit>
void columns(Row& row, Visit&& visit) {
    visit("kind", row.kind), visit("of_what", row.of), visit("drawing", row.drawing);
}

/// A cell's text for each kind of list.
std::string encode(const std::vector<std::string>& list);
std::string encode(const std::vector<double>& numbers);
std::string encode(const std::vector<Arc>& arcs);
std::string encode(const std::vector<ActivityItem>& items);
std::string encode(const std::vector<Rung>& rungs);
std::string encode(const std::vector<Cue>& cues);
std::string encode(const std::map<std::string, int>& map);
std::string encode(const std::map<std::string, std::string>& map);
std::string encode(const std::map<std::string, std::vector<std::string>>& map);
std::string encode(Verdict verdict);

/// The list a cell's text stands for.
void decode(std::string_view text, std::vector<std::string>& list);
void decode(std::string_view text, std::vector<double>& numbers);
void decode(std::string_view text, std::vector<Arc>& arcs);
void decode(std::string_view text, std::vector<ActivityItem>& items);
void decode(std::string_view text, std::vector<Rung>& rungs);
void decode(std::string_view text, std::vector<Cue>& cues);
void decode(std::string_view text, std::map<std::string, int>& map);
void decode(std::string_view text, std::map<std::string, std::string>& map);
void decode(std::string_view text, std::map<std::string, std::vector<std::string>>& map);
void decode(std::string_view text, Verdict& verdict);

}  // namespace pegboard::library_format
