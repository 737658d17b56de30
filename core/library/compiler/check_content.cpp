// The order of the checks, the sets of ids, and the list of everything people read.
#include "core/library/compiler/checks.h"

namespace pegboard::compiler {
namespace {

class IdCollector {
 public:
    IdCollector(Ids& ids, Problems& problems) : ids_(ids), problems_(problems) {}

    void add(const std::string& vocabulary, const std::string& id, const Place& place) {
        if (!ids_[vocabulary].insert(id).second) problems_.add(place, id + ": another " + vocabulary + " has this id");
    }

 private:
    Ids& ids_;
    Problems& problems_;
};

class ProseCollector {
 public:
    explicit ProseCollector(std::vector<Prose>& all) : all_(all) {}

    template <class Row>
    void add(const Row& row, const std::string& owner, const std::string& field, const std::string& text) {
        if (!text.empty()) all_.push_back({row.at(field), owner, field, text});
    }
    template <class Row>
    void add(const Row& row, const std::string& owner, const std::string& field, const std::vector<std::string>& list) {
        for (std::size_t i = 0; i < list.size(); ++i)
            all_.push_back({row.at(field + '.' + std::to_string(i)), owner, field, list[i]});
    }

 private:
    std::vector<Prose>& all_;
};

void add_activity(ProseCollector& prose, const Record<Activity>& activity) {
    const auto& id = activity.id;
    prose.add(activity, id, "title", activity.title);
    prose.add(activity, id, "idea", activity.idea);
    prose.add(activity, id, "setup", activity.setup);
    prose.add(activity, id, "steps", activity.steps);
    for (std::size_t i = 0; i < activity.easier.size(); ++i)
        prose.add(activity, id, "easier." + std::to_string(i), activity.easier[i].change);
    for (std::size_t i = 0; i < activity.harder.size(); ++i)
        prose.add(activity, id, "harder." + std::to_string(i), activity.harder[i].change);
    for (std::size_t i = 0; i < activity.cues.size(); ++i)
        prose.add(activity, id, "cues." + std::to_string(i), activity.cues[i].text);
    prose.add(activity, id, "safety", activity.safety);
    prose.add(activity, id, "contraindications", activity.contraindications);
    prose.add(activity, id, "measure", activity.measure_what);
    prose.add(activity, id, "home_text", activity.home_text);
    prose.add(activity, id, "dose", activity.dose);
    prose.add(activity, id, "stations", activity.stations_how);
}

void add_precaution(ProseCollector& prose, const Record<Precaution>& precaution) {
    const auto& id = precaution.code;
    prose.add(precaution, id, "label", precaution.label);
    prose.add(precaution, id, "label", precaution.short_label);
    prose.add(precaution, id, "ask", precaution.ask);
    prose.add(precaution, id, "line", precaution.line);
    for (std::size_t i = 0; i < precaution.parameters.size(); ++i)
        prose.add(precaution, id, "parameters." + std::to_string(i), precaution.parameters[i].label);
    for (std::size_t i = 0; i < precaution.rules.size(); ++i)
        prose.add(precaution, id, "rule." + std::to_string(i), precaution.rules[i].reason);
}

}  // namespace

Ids collect_ids(const Content& content, Problems& problems) {
    Ids ids;
    IdCollector collect(ids, problems);
    for (const auto& skill : content.skills) {
        collect.add("skill", skill.id, skill.place);
        if (skill.kind != "sequence") ids["linkable"].insert(skill.id);
    }
    for (const auto& item : content.items) collect.add("item", item.id, item.place);
    for (const auto& precaution : content.precautions) collect.add("precaution", precaution.code, precaution.place);
    for (const auto& activity : content.activities) collect.add("activity", activity.id, activity.place);
    for (const auto& category : content.categories) collect.add("category", category.id, category.place);
    for (const auto& focus : content.focus_areas) collect.add("focus", focus.id, focus.place);
    for (const auto& measure : content.measures) collect.add("measure", measure.id, measure.place);
    for (const auto& row : content.terms) collect.add(row.vocabulary, row.term.id, row.place);
    for (const auto& row : content.help_levels)
        collect.add(row.scale + " level", std::to_string(row.level.level), row.place);
    return ids;
}

std::vector<Prose> prose_of(const Content& content) {
    std::vector<Prose> all;
    ProseCollector prose(all);
    for (const auto& activity : content.activities) add_activity(prose, activity);
    for (const auto& precaution : content.precautions) add_precaution(prose, precaution);
    for (const auto& skill : content.skills) {
        prose.add(skill, skill.id, "name", skill.name);
        prose.add(skill, skill.id, "parent_name", skill.parent_name);
        prose.add(skill, skill.id, "short_name", skill.short_name);
    }
    for (const auto& item : content.items) {
        prose.add(item, item.id, "name", item.name);
        prose.add(item, item.id, "substitute", item.substitute);
        prose.add(item, item.id, "hazard_note", item.hazard_note);
    }
    for (const auto& row : content.terms) {
        prose.add(row, row.term.id, "name", row.term.name);
        prose.add(row, row.term.id, "universal_line", row.term.note);
    }
    for (const auto& measure : content.measures) prose.add(measure, measure.id, "note", measure.note);
    return all;
}

void check_content(const Content& content, Problems& problems) {
    const auto ids = collect_ids(content, problems);
    check_skills(content, ids, problems);
    check_items_and_terms(content, ids, problems);
    check_precaution_table(content, ids, problems);
    check_activity_table(content, ids, problems);
    check_words(content, problems);
    check_reading_ease(content, problems);
}

}  // namespace pegboard::compiler
