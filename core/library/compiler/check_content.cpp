// The order of the checks, the sets of ids, and the list of everything people read.
#include <regex>

#include "core/library/compiler/checks.h"
#include "core/library/content/words.h"

namespace pegboard::compiler {
namespace {

class IdCollector {
 public:
    IdCollector(Ids& ids, Problems& problems) : ids_(ids), problems_(problems) {}

    template <class Row>
    void add(const std::string& vocabulary, const Row& row, const std::string& id, const char* shape = ".+") {
        if (!ids_[vocabulary].insert(id).second)
            problems_.add(row.place, id + ": another " + vocabulary + " has this id");
        if (!std::regex_match(id, shape_of(shape)))
            problems_.add(row.at("id"), together({id, ": an id of this kind has the form ", shape}));
    }
    /// The earlier ids of a record; they name it still, so they must be nobody else's.
    template <class Row>
    void add_former(const std::string& vocabulary, const Row& row) {
        for (const auto& id : row.formerly)
            if (ids_[vocabulary].contains(id) || !former_[vocabulary].insert(id).second)
                problems_.add(row.at("formerly"),
                              together({row.id, ": another ", vocabulary, " has the id \"", id, "\""}));
    }

 private:
    const std::regex& shape_of(const char* shape) {
        auto found = shapes_.find(shape);
        if (found == shapes_.end()) found = shapes_.emplace(shape, std::regex(shape)).first;
        return found->second;
    }

    Ids& ids_;
    Ids former_;
    Problems& problems_;
    std::map<std::string, std::regex> shapes_;
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
    for (const auto& [field, text] : content::texts_of(activity)) prose.add(activity, activity.id, field, text);
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
    for (std::size_t i = 0; i < precaution.proposals.size(); ++i)
        prose.add(precaution, id, "proposed." + std::to_string(i), precaution.proposals[i].reason);
}

}  // namespace

Ground ground_of(const Content& content, Problems& problems) {
    Ground ground;
    IdCollector collect(ground.ids, problems);
    for (const auto& skill : content.skills) {
        collect.add("skill", skill, skill.id, "^[a-z]{2}(\\.[a-z0-9_]+)$");
        if (skill.kind != "sequence") ground.ids["linkable"].insert(skill.id);
        ground.skills.emplace(skill.id, &skill);
    }
    for (const auto& item : content.items) {
        collect.add("item", item, item.id, "^[a-z][a-z0-9_]*$");
        ground.items.emplace(item.id, &item);
    }
    for (const auto& precaution : content.precautions) collect.add("precaution", precaution, precaution.code);
    for (const auto& activity : content.activities) collect.add("activity", activity, activity.id, "^[A-Z]+[0-9]{2}$");
    for (const auto& category : content.categories) collect.add("category", category, category.id);
    for (const auto& focus : content.focus_areas) collect.add("focus", focus, focus.id);
    for (const auto& measure : content.measures) collect.add("measure", measure, measure.id);
    for (const auto& goal : content.goals) collect.add("goal", goal, goal.id, "^G[0-9]{3}$");
    for (const auto& group : content.concern_groups) collect.add("concern_group", group, group.id);
    for (const auto& concern : content.concerns) collect.add("concern", concern, concern.id, "^C[0-9]{2}$");
    for (const auto& flag : content.red_flags) collect.add("red_flag", flag, flag.id, "^R[0-9]{2}$");
    for (const auto& result : content.screening_results) collect.add("screening_result", result, result.id);
    for (const auto& row : content.terms) {
        collect.add(row.vocabulary, row, row.term.id);
        if (row.vocabulary == "attribute") ground.attribute_order.push_back(row.term.id);
        if (row.vocabulary == "attribute" || row.vocabulary == "position")
            ground.screen.emplace(row.term.id, row.term.name);
    }
    for (const auto& row : content.help_levels) collect.add(row.scale + " level", row, std::to_string(row.level.level));
    // Ids of earlier libraries come last: none may be one of today's.
    for (const auto& skill : content.skills) collect.add_former("skill", skill);
    for (const auto& item : content.items) collect.add_former("item", item);
    for (const auto& activity : content.activities) collect.add_former("activity", activity);
    return ground;
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
        prose.add(row, row.term.id, "young_line", row.term.young_note);
    }
    for (const auto& measure : content.measures) prose.add(measure, measure.id, "note", measure.note);
    for (const auto& goal : content.goals) {
        prose.add(goal, goal.id, "template", goal.text);
        prose.add(goal, goal.id, "targets", goal.targets);
        prose.add(goal, goal.id, "why", goal.why);
    }
    for (const auto& group : content.concern_groups) prose.add(group, group.id, "name", group.name);
    for (const auto& concern : content.concerns) {
        prose.add(concern, concern.id, "words", concern.words);
        prose.add(concern, concern.id, "short", concern.in_short);
    }
    for (const auto& flag : content.red_flags) {
        prose.add(flag, flag.id, "words", flag.words);
        prose.add(flag, flag.id, "why", flag.why);
    }
    for (const auto& result : content.screening_results) {
        prose.add(result, result.id, "words", result.words);
        prose.add(result, result.id, "title", result.title);
    }
    return all;
}

void check_content(const Content& content, Problems& problems) {
    const auto ground = ground_of(content, problems);
    check_skills(content, ground.ids, problems);
    check_items_and_terms(content, ground.ids, problems);
    check_precaution_table(content, ground.ids, problems);
    check_activity_table(content, ground, problems);
    check_goal_bank(content, ground.ids, problems);
    check_screening(content, ground.ids, problems);
    check_coverage(content, ground, problems);
    check_pictures(content, ground.ids, problems);
    check_words(content, problems);
    check_reading_ease(content, problems);
}

}  // namespace pegboard::compiler
