// The TOML files into structs, one function per kind of record. It knows names of fields and their
// types; whether their values make sense is for the checks.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/library/compiler/toml_fields.h"

namespace pegboard::compiler {
namespace {

template <class T>
void keep(std::vector<Record<T>>& all, Record<T> record, Fields& fields) {
    fields.finish();
    record.place = fields.place();
    record.fields = fields.places();
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
    rule.group_above = fields.whole_or_none("group_above").value_or(0);
    rule.under_months = fields.whole_or_none("under_months").value_or(0);
    rule.allergen_overlap = fields.yes_no_or("allergen_overlap", false);
    rule.excluded_by_parameter = fields.text_or_none("excluded_by_parameter");
    rule.reason = fields.text("reason");
    fields.finish();
    return rule;
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
    for (auto& nested : fields.tables("parameters")) {
        precaution.parameters.push_back(read_parameter(nested));
        fields.adopt_places("parameters." + std::to_string(precaution.parameters.size() - 1), nested);
    }
    for (auto& nested : fields.tables("rule")) {
        precaution.rules.push_back(read_rule(nested, problems));
        fields.adopt_places("rule." + std::to_string(precaution.rules.size() - 1), nested);
    }
    keep(content.precautions, std::move(precaution), fields);
}

std::vector<Arc> read_arcs(Fields& fields, Problems& problems) {
    std::vector<Arc> arcs;
    for (const auto& name : fields.list("arcs"))
        if (const auto arc = from_key<Arc>(name))
            arcs.push_back(*arc);
        else
            problems.add(fields.places().at("arcs"), fields.owner() + ": arc \"" + name + "\" does not exist");
    return arcs;
}

std::vector<Rung> read_rungs(Fields& fields, const std::string& key) {
    std::vector<Rung> rungs;
    for (auto& nested : fields.tables(key)) {
        rungs.push_back({nested.text("dimension"), nested.text("change")});
        nested.finish();
        fields.adopt_places(key + '.' + std::to_string(rungs.size() - 1), nested);
    }
    return rungs;
}

void read_activity_lists(Fields& fields, Record<Activity>& activity) {
    for (auto& nested : fields.tables("items")) {
        const auto id = nested.text("id");
        activity.items.push_back({id, nested.whole("quantity"), nested.yes_no_or("optional", false)});
        nested.finish();
    }
    activity.easier = read_rungs(fields, "easier");
    activity.harder = read_rungs(fields, "harder");
    for (auto& nested : fields.tables("cues")) {
        activity.cues.push_back({nested.text("type"), nested.text("text")});
        nested.finish();
        fields.adopt_places("cues." + std::to_string(activity.cues.size() - 1), nested);
    }
    if (auto load = fields.table_or_none("sensory_load"))
        for (const auto& sense : load->keys()) activity.sensory_load[sense] = load->whole(sense);
    if (auto measure = fields.table_or_none("measure")) {
        activity.measure_type = measure->text("type");
        activity.measure_what = measure->text("what");
        activity.measure_unit = measure->text("unit");
        measure->finish();
    }
    if (auto stations = fields.table_or_none("stations")) {
        activity.stations_group_max = stations->whole("group_max");
        activity.stations_how = stations->text("how");
        stations->finish();
    }
}

void read_activity(Fields& fields, Content& content, Problems& problems) {
    Record<Activity> activity;
    activity.id = fields.text("id");
    activity.title = fields.text("title");
    activity.version = fields.whole("version");
    activity.category = fields.text("category");
    activity.idea = fields.text("idea");
    activity.skills = fields.list("skills");
    activity.age_min_months = fields.whole("age_min_months");
    activity.age_max_months = fields.whole("age_max_months");
    activity.minutes = fields.whole("minutes");
    activity.minutes_min = fields.whole("minutes_min");
    activity.arcs = read_arcs(fields, problems);
    activity.space = fields.text("space");
    activity.group_min = fields.whole("group_min");
    activity.group_max = fields.whole("group_max");
    activity.position = fields.text("position");
    activity.attributes = fields.list("attributes");
    activity.allergens = fields.list_or_none("allergens");
    activity.intensity = fields.text("intensity");
    activity.supervision = fields.text("supervision");
    activity.setup = fields.list("setup");
    activity.steps = fields.list("steps");
    activity.safety = fields.list("safety");
    activity.contraindications = fields.list_or_none("contraindications");
    activity.home_ok = fields.yes_no("home_ok");
    activity.home_text = fields.text_or_none("home_text");
    activity.interests = fields.list_or_none("interests");
    activity.dose = fields.text_or_none("dose");
    activity.source_note = fields.text("source_note");
    read_activity_lists(fields, activity);
    keep(content.activities, std::move(activity), fields);
}

void read_category(Fields& fields, Content& content, Problems& problems) {
    Record<Category> category;
    category.id = fields.text("id");
    category.name = fields.text("name");
    category.focus = fields.text("focus");
    category.hue = fields.text("hue");
    category.illustration = fields.text("illustration");
    category.arcs = read_arcs(fields, problems);
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

void read_term(Fields& fields, Content& content, const std::string& vocabulary) {
    Record<library_format::TermRow> row;
    row.vocabulary = vocabulary;
    row.term.id = fields.text(fields.has("code") ? "code" : "id");
    row.term.name = fields.text("name");
    row.term.note = fields.text_or_none("universal_line");
    row.term.contains = fields.list_or_none("contains");
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

void read_record(Fields& fields, const std::string& kind, Content& content, Problems& problems) {
    if (kind == "skill") return read_skill(fields, content);
    if (kind == "item") return read_item(fields, content);
    if (kind == "precaution") return read_precaution(fields, content, problems);
    if (kind == "activity") return read_activity(fields, content, problems);
    if (kind == "category") return read_category(fields, content, problems);
    if (kind == "focus") return read_focus(fields, content);
    if (kind == "measure") return read_measure(fields, content);
    if (kind == "assist" || kind == "prompt") return read_help_level(fields, content, kind);
    read_term(fields, content, kind);
}

/// Which kinds of record a file may hold.
std::vector<std::string> kinds_of(const std::string& file) {
    if (file == "skills.toml") return {"skill"};
    if (file == "items.toml") return {"item"};
    if (file == "precautions.toml") return {"precaution"};
    if (file == "measures.toml") return {"measure", "assist", "prompt"};
    if (file == "vocabulary.toml")
        return {"category", "focus",    "space",       "position", "attribute", "dimension",
                "cue_type", "interest", "supervision", "arc",      "intensity", "allergen"};
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

std::vector<Problem> Problems::sorted() const {
    auto all = all_;
    std::sort(all.begin(), all.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line, a.text) < std::tie(b.place.file, b.place.line, b.text);
    });
    return all;
}

Content read_content(const std::filesystem::path& folder, Problems& problems) {
    Content content;
    for (const char* name : {"vocabulary.toml", "measures.toml", "skills.toml", "items.toml", "precautions.toml"})
        read_file(folder, name, content, problems);
    std::vector<std::string> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "activities", none))
        if (entry.path().extension() == ".toml") files.push_back("activities/" + entry.path().filename().string());
    std::sort(files.begin(), files.end());
    if (files.empty()) problems.add({"activities", 1}, "the folder holds no activities");
    for (const auto& file : files) read_file(folder, file, content, problems);
    return content;
}

}  // namespace pegboard::compiler
