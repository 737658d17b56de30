#include "core/library/skill_graph.h"

#include <algorithm>
#include <climits>

#include "core/rules/age.h"

namespace pegboard {
namespace {

bool same_sequence(const Skill& one, const Skill& other) {
    const std::string_view sequence = sequence_of(one);
    return !sequence.empty() && sequence == sequence_of(other);
}

bool within(const Skill& skill, std::string_view wanted) { return skill.id == wanted || skill.parent == wanted; }

/// Collects skills once each and hands them back in the library's order.
class SkillSet {
 public:
    void add(const Skill* skill) {
        if (skill != nullptr && std::ranges::find(found_, skill) == found_.end()) found_.push_back(skill);
    }
    std::vector<const Skill*> take() {
        std::ranges::sort(found_);  // all stand in one vector: by address is by place
        return std::move(found_);
    }

 private:
    std::vector<const Skill*> found_;
};

std::vector<const Skill*> before(const Library& library, const SkillView& view) {
    SkillSet found;
    const auto add_prerequisites = [&](const Skill& skill) {
        for (const std::string& id : skill.prerequisites) {
            const Skill* needed = library.skill(id);
            if (needed != nullptr && !within(*needed, view.skill->id)) found.add(needed);
        }
    };
    add_prerequisites(*view.skill);
    for (const Skill* step : view.steps) add_prerequisites(*step);
    if (view.sequence != nullptr) {
        if (view.skill->step_no <= 1) add_prerequisites(*view.sequence);
        for (const Skill* step : library.steps_of(view.sequence->id))
            if (step->step_no == view.skill->step_no - 1) found.add(step);
    }
    return found.take();
}

std::vector<const Skill*> after(const Library& library, const SkillView& view) {
    SkillSet found;
    bool last_step = false;
    if (view.sequence != nullptr) {
        const auto steps = library.steps_of(view.sequence->id);
        last_step = !steps.empty() && steps.back() == view.skill;
        for (const Skill* step : steps)
            if (step->step_no == view.skill->step_no + 1) found.add(step);
    }
    for (const Skill& other : library.skills()) {
        if (within(other, view.skill->id)) continue;
        const bool builds_on_it = std::ranges::any_of(other.prerequisites, [&](const std::string& id) {
            const Skill* needed = library.skill(id);
            if (needed == nullptr) return false;
            return within(*needed, view.skill->id) || (last_step && needed == view.sequence);
        });
        if (builds_on_it) found.add(&other);
    }
    return found.take();
}

std::vector<int> activities_for(const Library& library, std::string_view wanted) {
    std::vector<int> first, also;
    for (std::size_t i = 0; i < library.activities().size(); ++i) {
        const auto& skills = library.activities()[i].skills;
        for (std::size_t place = 0; place < skills.size(); ++place) {
            const Skill* skill = library.skill(skills[place]);
            if (skill == nullptr || !within(*skill, wanted)) continue;
            (place == 0 ? first : also).push_back(static_cast<int>(i));
            break;
        }
    }
    first.insert(first.end(), also.begin(), also.end());
    return first;
}

bool keeps(const Skill& skill, const SkillFilter& filter, std::string_view folded) {
    if (!filter.focus.empty() && skill.focus != filter.focus && skill.focus2 != filter.focus) return false;
    if (!filter.discipline.empty() && skill.discipline != "shared" && skill.discipline != filter.discipline)
        return false;
    if (filter.age_months >= 0 && !grows_at(skill, filter.age_months)) return false;
    return begins_every_word(folded, fold(skill.name + " " + skill.parent_name + " " + skill.short_name));
}

}  // namespace

bool begins_every_word(std::string_view folded, std::string_view names) {
    for (auto at = folded.find_first_not_of(' '); at != std::string_view::npos;
         at = folded.find_first_not_of(' ', at)) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        const auto word = folded.substr(at, end - at);
        bool found = false;
        for (auto place = names.find(word); place != std::string_view::npos; place = names.find(word, place + 1))
            found = found || place == 0 || std::string_view(" -,(:/").find(names[place - 1]) != std::string_view::npos;
        if (!found) return false;
        at = end;
    }
    return true;
}

std::string_view sequence_of(const Skill& skill) { return skill.kind == "sequence" ? skill.id : skill.parent; }

FitKind skill_fit(const Activity& activity, std::string_view skill, const Library& library) {
    const Skill* wanted = library.skill(skill);
    if (wanted == nullptr || activity.skills.empty()) return FitKind::none;
    const Skill* main = library.skill(activity.skills.front());
    if (main == wanted) return FitKind::exact;
    if (main != nullptr && same_sequence(*main, *wanted)) return FitKind::same_sequence;
    for (std::size_t i = 1; i < activity.skills.size(); ++i) {
        const Skill* other = library.skill(activity.skills[i]);
        if (other != nullptr && (other == wanted || same_sequence(*other, *wanted))) return FitKind::second_skill;
    }
    if (main != nullptr && !main->focus.empty() && main->focus == wanted->focus) return FitKind::same_focus;
    return FitKind::none;
}

SkillView view_skill(const Library& library, std::string_view id) {
    SkillView view;
    view.skill = library.skill(id);
    if (view.skill == nullptr) return view;
    view.sequence = library.skill(view.skill->parent);
    view.steps = library.steps_of(view.skill->id);
    view.before = before(library, view);
    view.after = after(library, view);
    view.activities = activities_for(library, view.skill->id);
    view.goals = library.goal_templates(view.skill->id);
    return view;
}

std::vector<const Skill*> find_skills(const Library& library, const SkillFilter& filter) {
    const std::string folded = fold(filter.query);
    std::vector<const Skill*> found;
    for (const Skill& skill : library.skills()) {
        if (skill.kind == "step") continue;
        const auto steps = library.steps_of(skill.id);
        if (keeps(skill, filter, folded) ||
            std::ranges::any_of(steps, [&](const Skill* step) { return keeps(*step, filter, folded); }))
            found.push_back(&skill);
    }
    const auto starts = [&](const Skill* skill) {
        int earliest = skill->from_months.value_or(INT_MAX);
        for (const Skill* step : library.steps_of(skill->id))
            earliest = std::min(earliest, step->from_months.value_or(INT_MAX));
        return earliest;
    };
    std::ranges::stable_sort(found, {}, starts);
    return found;
}

bool grows_at(const Skill& skill, int months) {
    return skill.from_months && skill.to_months && months >= *skill.from_months && months <= *skill.to_months;
}

std::string say_window(const Skill& skill) {
    if (!skill.from_months || !skill.to_months) return "No usual age: it comes when a child needs it.";
    const std::string between = say_age(*skill.from_months) + " and " + say_age(*skill.to_months);
    if (!skill.compare_window) return "Often worked on between " + between + ". Not an age to compare a child with.";
    return "Usually grows between " + between + ". Children differ.";
}

}  // namespace pegboard
