// Skills, items and vocabularies: windows, sequences without gaps, prerequisites without a circle.
#include <algorithm>

#include "core/library/compiler/checks.h"

namespace pegboard::compiler {
namespace {

using Disciplines = std::set<std::string, std::less<>>;

void check_window(const Record<Skill>& skill, Problems& problems) {
    if (skill.from_months.has_value() != skill.to_months.has_value())
        problems.add(skill.place, skill.id + ": a window needs both from_months and to_months");
    if (!skill.from_months || !skill.to_months) return;
    if (*skill.from_months < 0 || *skill.to_months > 252)
        problems.add(skill.at("from_months"), skill.id + ": the window must lie between 0 and 252 months");
    if (*skill.from_months >= *skill.to_months)
        problems.add(skill.at("from_months"), skill.id + ": from_months must be below to_months");
}

void check_skill(const Record<Skill>& skill, const Ids& ids, Problems& problems) {
    static const Disciplines kinds{"skill", "sequence", "step"}, disciplines{"OT", "PT", "shared"};
    if (!kinds.contains(skill.kind))
        problems.add(skill.at("kind"), skill.id + ": kind must be skill, sequence or step");
    if (!disciplines.contains(skill.discipline))
        problems.add(skill.at("discipline"), skill.id + ": discipline must be OT, PT or shared");
    check_known(skill, skill.id, "focus", "focus", skill.focus, ids, problems);
    if (!skill.focus2.empty()) check_known(skill, skill.id, "focus2", "focus", skill.focus2, ids, problems);
    if (skill.focus2 == skill.focus) problems.add(skill.at("focus2"), skill.id + ": focus2 repeats focus");
    check_known(skill, skill.id, "prerequisites", "skill", skill.prerequisites, ids, problems);
    if (skill.sources.empty()) problems.add(skill.at("sources"), skill.id + ": needs at least one source");
    check_window(skill, problems);
    if ((skill.kind == "step") != !skill.parent.empty() || (skill.kind == "step") != (skill.step_no > 0))
        problems.add(skill.place, skill.id + ": steps, and only they, have a parent and a step_no from 1");
}

void check_sequences(const Content& content, Problems& problems) {
    std::map<std::string, std::vector<const Record<Skill>*>> steps;
    for (const auto& skill : content.skills)
        if (skill.kind == "sequence") steps[skill.id];
    for (const auto& skill : content.skills) {
        if (skill.kind != "step") continue;
        const auto sequence = steps.find(skill.parent);
        if (sequence == steps.end())
            problems.add(skill.at("parent"), skill.id + ": sequence \"" + skill.parent + "\" does not exist");
        else
            sequence->second.push_back(&skill);
    }
    for (auto& [id, found] : steps) {
        std::sort(found.begin(), found.end(),
                  [](auto a, auto b) { return std::tie(a->step_no, a->id) < std::tie(b->step_no, b->id); });
        for (std::size_t i = 0; i < found.size(); ++i)
            if (found[i]->step_no != static_cast<int>(i) + 1) {
                problems.add(found[i]->at("step_no"),
                             found[i]->id + ": the steps of " + id + " must be numbered 1, 2, 3 without gaps");
                break;
            }
        if (found.size() < 2)
            for (const auto& skill : content.skills)
                if (skill.id == id) problems.add(skill.place, id + ": a sequence needs at least two steps");
    }
}

/// Walks the prerequisites depth first; a skill met again on the way closes a circle.
class CircleSearch {
 public:
    CircleSearch(const Content& content, Problems& problems) : problems_(problems) {
        for (const auto& skill : content.skills) by_id_.emplace(skill.id, &skill);
    }
    void run() {
        for (const auto& [id, skill] : by_id_) visit(*skill);
    }

 private:
    void visit(const Record<Skill>& skill) {
        const auto on_path = std::find(path_.begin(), path_.end(), skill.id);
        if (on_path != path_.end()) {
            std::string circle;
            for (auto at = on_path; at != path_.end(); ++at) circle += *at + " > ";
            problems_.add(skill.at("prerequisites"),
                          skill.id + ": prerequisites go around in a circle: " + circle + skill.id);
            return;
        }
        if (!done_.insert(skill.id).second) return;
        path_.push_back(skill.id);
        for (const auto& id : skill.prerequisites)
            if (const auto found = by_id_.find(id); found != by_id_.end()) visit(*found->second);
        path_.pop_back();
    }

    Problems& problems_;
    std::map<std::string, const Record<Skill>*> by_id_;
    std::set<std::string> done_;
    std::vector<std::string> path_;
};

}  // namespace

void check_skills(const Content& content, const Ids& ids, Problems& problems) {
    for (const auto& skill : content.skills) check_skill(skill, ids, problems);
    check_sequences(content, problems);
    CircleSearch(content, problems).run();
}

void check_items_and_terms(const Content& content, const Ids& ids, Problems& problems) {
    for (const auto& item : content.items) {
        if (item.kind != "equipment" && item.kind != "material" && item.kind != "consumable")
            problems.add(item.at("kind"), item.id + ": kind must be equipment, material or consumable");
        check_known(item, item.id, "attributes", "attribute", item.attributes, ids, problems);
        check_known(item, item.id, "substitute_attributes", "attribute", item.substitute_attributes, ids, problems);
        check_known(item, item.id, "allergens", "allergen", item.allergens, ids, problems);
        check_known(item, item.id, "substitute_allergens", "allergen", item.substitute_allergens, ids, problems);
        if (item.substitute.empty() && !item.substitute_attributes.empty())
            problems.add(item.at("substitute_attributes"),
                         item.id + ": has attributes of a substitute it does not name");
        if (item.varies && !item.allergens.empty())
            problems.add(item.at("varies"), item.id + ": allergens that vary cannot be listed as well");
    }
    for (const auto& category : content.categories)
        check_known(category, category.id, "focus", "focus", category.focus, ids, problems);
    for (const auto& focus : content.focus_areas)
        if (focus.discipline != "OT" && focus.discipline != "PT")
            problems.add(focus.at("discipline"), focus.id + ": discipline must be OT or PT");
    for (const auto& row : content.terms)
        check_known(row, row.term.id, "contains", row.vocabulary, row.term.contains, ids, problems);
    for (const auto& measure : content.measures)
        if (measure.better != "up" && measure.better != "down" && measure.better != "goal")
            problems.add(measure.at("better"), measure.id + ": better must be up, down or goal");
}

}  // namespace pegboard::compiler
