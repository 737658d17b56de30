// The content keeps what coverage.toml promises: so many activities in all, in a category, for every
// skill and focus area, a goal for every skill, and the screening's questions.
#include "core/library/compiler/checks.h"

namespace pegboard::compiler {
namespace {

struct Counts {
    std::map<std::string, int> activities_of_skill, goals_of_skill, activities_in_focus, activities_in_category;
};

Counts count(const Content& content, const Ground& ground) {
    Counts counts;
    for (const auto& activity : content.activities) {
        ++counts.activities_in_category[activity.category];
        std::set<std::string> touched;
        for (const auto& id : activity.skills) {
            ++counts.activities_of_skill[id];
            const auto skill = ground.skills.find(id);
            if (skill != ground.skills.end()) touched.insert({skill->second->focus, skill->second->focus2});
        }
        for (const auto& focus : touched) ++counts.activities_in_focus[focus];
    }
    for (const auto& goal : content.goals) ++counts.goals_of_skill[goal.skill];
    return counts;
}

/// One promise, held against what is there.
class Promise {
 public:
    explicit Promise(Problems& problems) : problems_(problems) {}

    void hold(const Place& place, const std::string& owner, const char* what, int has, int promised) {
        if (has < promised)
            problems_.add(place, owner + ": needs at least " + std::to_string(promised) + ' ' + what + ", has " +
                                     std::to_string(has));
    }

 private:
    Problems& problems_;
};

}  // namespace

void check_coverage(const Content& content, const Ground& ground, Problems& problems) {
    if (content.coverage.size() != 1) {
        problems.add({"coverage.toml", 1}, "the file must hold one [[coverage]]");
        return;
    }
    const auto& promised = content.coverage.front();
    const auto counts = count(content, ground);
    const auto of = [](const std::map<std::string, int>& all, const std::string& id) {
        const auto found = all.find(id);
        return found == all.end() ? 0 : found->second;
    };
    Promise promise(problems);
    const auto total = [](const auto& rows) { return static_cast<int>(rows.size()); };
    promise.hold(promised.at("activities"), "the library", "activities", total(content.activities),
                 promised.activities);
    promise.hold(promised.at("concerns"), "the screening", "concerns", total(content.concerns), promised.concerns);
    promise.hold(promised.at("red_flags"), "the screening", "red flags", total(content.red_flags), promised.red_flags);
    for (const auto& skill : content.skills) {
        if (skill.kind == "sequence") continue;
        promise.hold(skill.place, skill.id, "activities", of(counts.activities_of_skill, skill.id),
                     promised.activities_per_skill);
        promise.hold(skill.place, skill.id, "goals", of(counts.goals_of_skill, skill.id), promised.goals_per_skill);
    }
    for (const auto& focus : content.focus_areas)
        promise.hold(focus.place, focus.id, "activities", of(counts.activities_in_focus, focus.id),
                     promised.activities_per_focus);
    for (const auto& category : content.categories)
        promise.hold(category.place, category.id, "activities", of(counts.activities_in_category, category.id),
                     of(promised.activities_in_category, category.id));
    for (const auto& [id, least] : promised.activities_in_category)
        if (const auto known = ground.ids.find("category"); known == ground.ids.end() || !known->second.contains(id))
            problems.add(promised.at("category"), together({"category \"", id, "\" does not exist"}));
}

}  // namespace pegboard::compiler
