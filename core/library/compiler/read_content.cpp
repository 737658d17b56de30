// The TOML files into structs, one function per kind of record. It knows names of fields and their
// types; whether their values make sense is for the checks.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/library/compiler/shingles.h"
#include "core/library/content/read_activity.h"

namespace pegboard::compiler {
namespace {

using content::Fields;

template <class T>
void keep(std::vector<Record<T>>& all, Record<T> record, Fields& fields) {
    content::finish(record, fields);
    all.push_back(std::move(record));
}

void read_skill(Fields& fields, Content& content) {
    Record<Skill> skill;
    skill.id = fields.text("id");
    skill.kind = fields.text("kind");
    skill.parent = fields.text_or_none("parent");
    skill.step_no = fields.whole_or_none("step_no").value_or(0);
    skill.name = fields.text("name");
    skill.parent_name = fields.text("parent_name");
    skill.short_name = fields.text("short_name");
    skill.discipline = fields.text("discipline");
    skill.focus = fields.text("focus");
    skill.focus2 = fields.text_or_none("focus2");
    skill.from_months = fields.whole_or_none("from_months");
    skill.to_months = fields.whole_or_none("to_months");
    skill.compare_window = fields.yes_no_or("compare_window", true);
    skill.prerequisites = fields.list_or_none("prerequisites");
    skill.sources = fields.list("sources");
    skill.formerly = fields.list_or_none("formerly");
    keep(content.skills, std::move(skill), fields);
}

void read_item(Fields& fields, Content& content) {
    Record<Item> item;
    item.id = fields.text("id");
    item.name = fields.text("name");
    item.kind = fields.text("kind");
    item.attributes = fields.list("attributes");
    item.allergens = fields.list_or_none("allergens");
    item.varies = fields.yes_no_or("varies", false);
    item.substitute = fields.text_or_none("substitute");
    item.substitute_attributes = fields.list_or_none("substitute_attributes");
    item.substitute_allergens = fields.list_or_none("substitute_allergens");
    item.substitute_varies = fields.yes_no_or("substitute_varies", false);
    item.hazard_note = fields.text_or_none("hazard_note");
    item.formerly = fields.list_or_none("formerly");
    keep(content.items, std::move(item), fields);
}

PrecautionParameter read_parameter(Fields& fields) {
    PrecautionParameter parameter;
    parameter.name = fields.text("name");
    parameter.label = fields.text("label");
    parameter.kind = fields.text("kind");
    parameter.options = fields.list_or_none("options");
    parameter.careful = fields.text_or_none("careful");
    parameter.required = fields.yes_no_or("required", false);
    fields.finish();
    return parameter;
}

PrecautionRule read_rule(Fields& fields, Problems& problems) {
    PrecautionRule rule;
    const auto verdict = fields.text("verdict");
    if (verdict != "flag" && verdict != "exclude")
        problems.add(fields.place(), fields.owner() + ": \"verdict\" must be flag or exclude");
    library_format::decode(verdict, rule.verdict);
    if (auto when = fields.table_or_none("when"))
        for (const auto& key : when->keys()) rule.when[key] = when->list(key);
    rule.attributes = fields.list_or_none("attributes");
    rule.positions = fields.list_or_none("positions");
    rule.items = fields.list_or_none("items");
    rule.skills = fields.list_or_none("skills");
    rule.spaces = fields.list_or_none("spaces");
    rule.needs = fields.list_or_none("needs");
    rule.unless_needs = fields.list_or_none("unless_needs");
    rule.supervision = fields.list_or_none("supervision");
    rule.group_above = fields.whole_or_none("group_above").value_or(0);
    rule.minutes_above = fields.whole_or_none("minutes_above").value_or(0);
    rule.under_months = fields.whole_or_none("under_months").value_or(0);
    rule.allergen_overlap = fields.yes_no_or("allergen_overlap", false);
    rule.reminder = fields.yes_no_or("reminder", false);
    rule.excluded_by_parameter = fields.text_or_none("excluded_by_parameter");
    rule.reason = fields.text("reason");
    fields.finish();
    return rule;
}

PrecautionProposal read_proposal(Fields& fields) {
    PrecautionProposal proposal;
    proposal.names = fields.list_or_none("names");
    proposal.icd10 = fields.list_or_none("icd10");
    if (auto answers = fields.table_or_none("parameters"))
        for (const auto& key : answers->keys()) proposal.parameters[key] = answers->text(key);
    proposal.reason = fields.text("reason");
    fields.finish();
    return proposal;
}

void read_precaution(Fields& fields, Content& content, Problems& problems) {
    Record<Precaution> precaution;
    precaution.code = fields.text("code");
    precaution.label = fields.text("label");
    precaution.short_label = fields.text("short_label");
    precaution.family = fields.text("family");
    precaution.severity = fields.text("severity");
    precaution.ask = fields.text("ask");
    precaution.line = fields.text("line");
    precaution.source = fields.text("source");
    precaution.asked = fields.yes_no_or("asked", true);
    for (auto& nested : fields.tables("parameters")) {
        precaution.parameters.push_back(read_parameter(nested));
        fields.adopt_places("parameters." + std::to_string(precaution.parameters.size() - 1), nested);
    }
    for (auto& nested : fields.tables("rule")) {
        precaution.rules.push_back(read_rule(nested, problems));
        fields.adopt_places("rule." + std::to_string(precaution.rules.size() - 1), nested);
    }
    for (auto& nested : fields.tables("proposed")) {
        precaution.proposals.push_back(read_proposal(nested));
        fields.adopt_places("proposed." + std::to_string(precaution.proposals.size() - 1), nested);
    }
    keep(content.precautions, std::move(precaution), fields);
}

void read_category(Fields& fields, Content& content, Problems& problems) {
    Record<Category> category;
    category.id = fields.text("id");
    category.name = fields.text("name");
    category.focus = fields.text("focus");
    category.hue = fields.text("hue");
    category.illustration = fields.text("illustration");
    category.arcs = content::read_arcs(fields, problems);
    keep(content.categories, std::move(category), fields);
}

void read_focus(Fields& fields, Content& content) {
    Record<Focus> focus;
    focus.id = fields.text("id");
    focus.discipline = fields.text("discipline");
    focus.name = fields.text("name");
    focus.short_name = fields.text("short_name");
    focus.hue = fields.text("hue");
    keep(content.focus_areas, std::move(focus), fields);
}

void read_term(Fields& fields, Content& content, const std::string& vocabulary, Problems& problems) {
    Record<library_format::TermRow> row;
    row.vocabulary = vocabulary;
    row.term.id = fields.text(fields.has("code") ? "code" : "id");
    row.term.name = fields.text("name");
    row.term.note = fields.text_or_none("universal_line");
    row.term.contains = fields.list_or_none("contains");
    row.term.young_note = fields.text_or_none("young_line");
    row.term.young_under_months = fields.whole_or_none("young_under_months").value_or(0);
    if (row.term.young_note.empty() != (row.term.young_under_months <= 0))
        problems.add(fields.place(), row.term.id + ": young_line and young_under_months go together");
    keep(content.terms, std::move(row), fields);
}

void read_measure(Fields& fields, Content& content) {
    Record<Measure> measure;
    measure.id = fields.text("id");
    measure.name = fields.text("name");
    measure.records = fields.text("records");
    measure.unit = fields.text("unit");
    measure.better = fields.text("better");
    measure.note = fields.text("note");
    keep(content.measures, std::move(measure), fields);
}

void read_help_level(Fields& fields, Content& content, const std::string& scale) {
    Record<library_format::HelpRow> row;
    row.scale = scale;
    row.level.level = fields.whole("level");
    row.level.name = fields.text("name");
    row.level.words = fields.text("words");
    if (scale == "assist") {
        row.level.code = fields.text("code");
        row.level.child_does = fields.text("child_does");
        row.level.helper = fields.text("helper");
    } else {
        row.level.helper = fields.text("meaning");
    }
    keep(content.help_levels, std::move(row), fields);
}

void read_goal(Fields& fields, Content& content) {
    Record<GoalTemplate> goal;
    goal.id = fields.text("id");
    goal.skill = fields.text("skill");
    goal.measure = fields.text("measure");
    goal.text = fields.text("template");
    goal.targets = fields.list("targets");
    goal.values = fields.numbers_or_none("values");
    goal.n = fields.whole("n");
    goal.of = fields.whole("of");
    if (auto mastery = fields.table_or_none("mastery")) {
        goal.mastery_percent = mastery->whole("percent");
        goal.sessions_in_row = mastery->whole_or_none("sessions_in_row").value_or(0);
        goal.sessions_met = mastery->whole_or_none("sessions_met").value_or(0);
        goal.sessions_of = mastery->whole_or_none("sessions_of").value_or(0);
        mastery->finish();
    }
    goal.weeks = fields.whole("weeks");
    goal.why = fields.text("why");
    goal.needs = fields.list_or_none("needs");
    goal.practiced_in = fields.list_or_none("practiced_in");
    goal.recorded_in = fields.list_or_none("recorded_in");
    goal.counted_apart = fields.yes_no_or("counted_apart", false);
    keep(content.goals, std::move(goal), fields);
}

void read_concern_group(Fields& fields, Content& content) {
    Record<ConcernGroup> group;
    group.id = fields.text("id");
    group.name = fields.text("name");
    group.name_es = fields.text("name_es");
    keep(content.concern_groups, std::move(group), fields);
}

void read_concern(Fields& fields, Content& content) {
    Record<Concern> concern;
    concern.id = fields.text("id");
    concern.words = fields.text("words");
    concern.words_es = fields.text("words_es");
    concern.in_short = fields.text("short");
    concern.short_es = fields.text("short_es");
    concern.group = fields.text("group");
    concern.route = fields.text("route");
    concern.focus = fields.list("focus");
    concern.from_months = fields.whole("from_months");
    concern.week_under_months = fields.whole_or_none("week_under_months").value_or(0);
    concern.sources = fields.list("sources");
    keep(content.concerns, std::move(concern), fields);
}

void read_red_flag(Fields& fields, Content& content) {
    Record<RedFlag> flag;
    flag.id = fields.text("id");
    flag.tier = fields.text("tier");
    flag.words = fields.text("words");
    flag.words_es = fields.text("words_es");
    flag.why = fields.text("why");
    flag.sources = fields.list("sources");
    keep(content.red_flags, std::move(flag), fields);
}

void read_screening_result(Fields& fields, Content& content) {
    Record<ScreeningResult> result;
    result.id = fields.text("id");
    result.words = fields.text("words");
    result.words_es = fields.text("words_es");
    result.title = fields.text("title");
    result.title_es = fields.text("title_es");
    keep(content.screening_results, std::move(result), fields);
}

void read_coverage(Fields& fields, Content& content) {
    Record<Coverage> coverage;
    coverage.activities = fields.whole("activities");
    coverage.activities_per_skill = fields.whole("activities_per_skill");
    coverage.goals_per_skill = fields.whole("goals_per_skill");
    coverage.activities_per_focus = fields.whole("activities_per_focus");
    coverage.concerns = fields.whole("concerns");
    coverage.red_flags = fields.whole("red_flags");
    if (auto categories = fields.table_or_none("category"))
        for (const auto& id : categories->keys()) coverage.activities_in_category[id] = categories->whole(id);
    keep(content.coverage, std::move(coverage), fields);
}

void read_record(Fields& fields, const std::string& kind, Content& content, Problems& problems) {
    if (kind == "skill") return read_skill(fields, content);
    if (kind == "item") return read_item(fields, content);
    if (kind == "precaution") return read_precaution(fields, content, problems);
    if (kind == "activity") return content.activities.push_back(content::read_activity(fields, problems));
    if (kind == "goal") return read_goal(fields, content);
    if (kind == "concern_group") return read_concern_group(fields, content);
    if (kind == "concern") return read_concern(fields, content);
    if (kind == "red_flag") return read_red_flag(fields, content);
    if (kind == "screening_result") return read_screening_result(fields, content);
    if (kind == "coverage") return read_coverage(fields, content);
    if (kind == "category") return read_category(fields, content, problems);
    if (kind == "focus") return read_focus(fields, content);
    if (kind == "measure") return read_measure(fields, content);
    if (kind == "assist" || kind == "prompt") return read_help_level(fields, content, kind);
    read_term(fields, content, kind, problems);
}

/// Which kinds of record a file may hold.
std::vector<std::string> kinds_of(const std::string& file) {
    if (file == "skills.toml") return {"skill"};
    if (file == "items.toml") return {"item"};
    if (file == "precautions.toml") return {"precaution"};
    if (file == "goals.toml") return {"goal"};
    if (file == "screening.toml") return {"concern_group", "concern", "red_flag", "screening_result"};
    if (file == "coverage.toml") return {"coverage"};
    if (file == "measures.toml") return {"measure", "assist", "prompt"};
    if (file == "vocabulary.toml")
        return {"category", "focus",       "space", "position",  "attribute", "dimension", "cue_type",
                "interest", "supervision", "arc",   "intensity", "allergen",  "need"};
    return {"activity"};
}

void read_table(const toml::table& root, const std::string& file, Content& content, Problems& problems) {
    const auto kinds = kinds_of(file);
    for (const auto& [key, node] : root) {
        const std::string kind(key.str());
        const Place place{file, static_cast<int>(node.source().begin.line)};
        const auto* array = node.as_array();
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end() || !array) {
            problems.add(place, "\"" + kind + "\" does not belong in this file");
            continue;
        }
        for (const auto& entry : *array) {
            const auto* table = entry.as_table();
            if (!table) {
                problems.add({file, static_cast<int>(entry.source().begin.line)}, kind + " must be a table");
                continue;
            }
            const auto* name = table->get(table->contains("id") ? "id" : "code");
            Fields fields(*table, file, name ? name->value_or(kind) : kind, problems);
            read_record(fields, kind, content, problems);
        }
    }
}

void read_file(const std::filesystem::path& folder, const std::string& name, Content& content, Problems& problems) {
    std::ifstream stream(folder / name);
    if (!stream) return problems.add({name, 1}, "the file is missing");
    std::stringstream text;
    text << stream.rdbuf();
    try {
        read_table(toml::parse(text.str(), name), name, content, problems);
    } catch (const toml::parse_error& error) {
        problems.add({name, static_cast<int>(error.source().begin.line)}, std::string(error.description()));
    }
}

}  // namespace

Content read_content(const std::filesystem::path& folder, Problems& problems) {
    Content content;
    for (const char* name :
         {"coverage.toml", "vocabulary.toml", "measures.toml", "skills.toml", "items.toml", "precautions.toml"})
        read_file(folder, name, content, problems);
    // Without these files the content holds no goals or no screening; coverage.toml says whether it should.
    for (const char* name : {"goals.toml", "screening.toml"})
        if (std::filesystem::exists(folder / name)) read_file(folder, name, content, problems);
    content.shingles = read_shingles(folder / "shingles.txt", problems);
    std::vector<std::string> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "activities", none))
        if (entry.path().extension() == ".toml") files.push_back("activities/" + entry.path().filename().string());
    std::sort(files.begin(), files.end());
    if (files.empty()) problems.add({"activities", 1}, "the folder holds no activities");
    for (const auto& file : files) read_file(folder, file, content, problems);
    if (std::filesystem::exists(folder / "pictures")) read_pictures(folder, content, problems);
    return content;
}

}  // namespace pegboard::compiler
