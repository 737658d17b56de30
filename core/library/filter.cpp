// Chooses activities by what is set in a filter; one pass tells which filters each activity passes.
#include "core/library/filter.h"

#include <algorithm>
#include <cstdint>

#include "core/library/skill_graph.h"

namespace pegboard {
namespace {

/// The filters that can each keep an activity out, one bit each.
enum Facet : std::uint32_t {
    by_category = 1U << 0U,
    by_focus = 1U << 1U,
    by_skill = 1U << 2U,
    by_space = 1U << 3U,
    by_item = 1U << 4U,
    by_discipline = 1U << 5U,
    by_age = 1U << 6U,
    by_minutes = 1U << 7U,
    by_home = 1U << 8U,
    by_favourites = 1U << 9U,
    by_recent = 1U << 10U,
    by_goals = 1U << 11U,
    by_own = 1U << 12U,
    by_allowed = 1U << 13U,
};

/// The skill, its sequence and nothing twice.
std::set<std::string> skills_and_sequences(const Library& library, const Activity& activity) {
    std::set<std::string> all;
    for (const std::string& id : activity.skills)
        if (const Skill* skill = library.skill(id)) {
            all.insert(skill->id);
            if (!skill->parent.empty()) all.insert(skill->parent);
        }
    return all;
}

std::set<std::string> focus_areas(const Library& library, const Activity& activity) {
    std::set<std::string> all;
    for (const std::string& id : activity.skills)
        if (const Skill* skill = library.skill(id)) all.insert(skill->focus);
    return all;
}

bool is_for_age(const Activity& activity, int months) {
    return months >= activity.age_min_months && months <= activity.age_max_months;
}

bool is_for_discipline(const Activity& activity, std::string_view discipline) {
    return activity.discipline == discipline || activity.discipline == "shared";
}

bool needs(const Activity& activity, std::string_view item) {
    return std::ranges::find(activity.items, item, &ActivityItem::item) != activity.items.end();
}

bool is_recent(const Activity& activity, const ActivityFacts& facts) {
    return std::ranges::find(facts.recent, activity.id) != facts.recent.end();
}

/// The best fit to any of the goals' skills.
FitKind fits_goals(const Library& library, const Activity& activity, const ActivityFacts& facts) {
    FitKind best = FitKind::none;
    for (const std::string& skill : facts.goal_skills) best = std::max(best, skill_fit(activity, skill, library));
    return best;
}

bool works_on_goals(const Library& library, const Activity& activity, const ActivityFacts& facts) {
    return fits_goals(library, activity, facts) >= FitKind::second_skill;
}

/// The filters that keep this activity out; 0: it is shown.
std::uint32_t kept_out_by(const Library& library, const Activity& one, const ActivityFilter& filter,
                          const ActivityFacts& facts) {
    std::uint32_t out = 0;
    const auto test = [&out](Facet facet, bool set, auto&& holds) {
        if (set && !holds()) out |= facet;
    };
    test(by_category, !filter.category.empty(), [&] { return one.category == filter.category; });
    test(by_focus, !filter.focus.empty(), [&] { return focus_areas(library, one).contains(filter.focus); });
    test(by_skill, !filter.skill.empty(), [&] { return skills_and_sequences(library, one).contains(filter.skill); });
    test(by_space, !filter.space.empty(), [&] { return space_fits(filter.space, one.space); });
    test(by_item, !filter.item.empty(), [&] { return needs(one, filter.item); });
    test(by_discipline, !filter.discipline.empty(), [&] { return is_for_discipline(one, filter.discipline); });
    test(by_age, filter.age_months >= 0, [&] { return is_for_age(one, filter.age_months); });
    test(by_minutes, filter.max_minutes > 0, [&] { return one.minutes_min <= filter.max_minutes; });
    test(by_home, filter.home_only, [&] { return one.home_ok; });
    test(by_favourites, filter.favourites, [&] { return facts.favourites.contains(one.id); });
    test(by_recent, filter.recent, [&] { return is_recent(one, facts); });
    test(by_goals, filter.works_on_goals, [&] { return works_on_goals(library, one, facts); });
    test(by_own, filter.own, [&] { return facts.own.contains(one.id); });
    test(by_allowed, filter.allowed, [&] { return !facts.excluded.contains(one.id); });
    return out;
}

/// Activities that answer what was typed, best first; all in page order when nothing was.
std::vector<int> typed_matches(const Library& library, const std::string& query) {
    std::vector<int> found;
    if (query.find_first_not_of(' ') == std::string::npos) {
        for (int i = 0; i < static_cast<int>(library.activities().size()); ++i) found.push_back(i);
    } else {
        for (const Hit& hit : library.search(query)) found.push_back(hit.activity);
    }
    return found;
}

void sort_by(std::vector<int>& found, const Library& library, const ActivityFilter& filter,
             const ActivityFacts& facts) {
    const auto& all = library.activities();
    const auto one = [&](int index) -> const Activity& { return all[static_cast<std::size_t>(index)]; };
    switch (filter.order) {
        case ActivityOrder::best_match:
            if (filter.query.find_first_not_of(' ') == std::string::npos && !facts.goal_skills.empty())
                std::ranges::stable_sort(found, std::greater<>(),
                                         [&](int i) { return fits_goals(library, one(i), facts); });
            break;
        case ActivityOrder::title:
            std::ranges::stable_sort(found, {}, [&](int i) { return fold(one(i).title); });
            break;
        case ActivityOrder::shortest:
            std::ranges::stable_sort(found, {}, [&](int i) { return one(i).minutes_min; });
            break;
        case ActivityOrder::youngest:
            std::ranges::stable_sort(found, {}, [&](int i) { return one(i).age_min_months; });
            break;
        case ActivityOrder::recently_used:
            std::ranges::stable_sort(
                found, {}, [&](int i) { return std::ranges::find(facts.recent, one(i).id) - facts.recent.begin(); });
            break;
    }
}

/// Adds one activity to every choice it would still be shown under.
void count_one(FacetCounts& counts, const Library& library, const Activity& one, std::uint32_t out,
               const ActivityFacts& facts) {
    const auto only = [out](Facet facet) { return (out & ~static_cast<std::uint32_t>(facet)) == 0; };
    if (out == 0) ++counts.shown;
    if (only(by_category)) ++counts.category[one.category];
    if (only(by_focus))
        for (const auto& id : focus_areas(library, one)) ++counts.focus[id];
    if (only(by_skill))
        for (const auto& id : skills_and_sequences(library, one)) ++counts.skill[id];
    if (only(by_space))
        for (const Named& space : library.spaces()) counts.space[space.id] += space_fits(space.id, one.space) ? 1 : 0;
    if (only(by_item)) {
        std::set<std::string_view> items;
        for (const ActivityItem& needed : one.items) items.insert(needed.item);
        for (const auto id : items) ++counts.item[std::string(id)];
    }
    if (only(by_discipline))
        for (const char* discipline : {"OT", "PT"})
            counts.discipline[discipline] += is_for_discipline(one, discipline) ? 1 : 0;
    if (only(by_age))
        for (const int years : filter_age_years) counts.age_years[years] += is_for_age(one, years * 12) ? 1 : 0;
    if (only(by_minutes))
        for (const int minutes : filter_minutes) counts.minutes[minutes] += one.minutes_min <= minutes ? 1 : 0;
    if (only(by_home) && one.home_ok) ++counts.home;
    if (only(by_favourites) && facts.favourites.contains(one.id)) ++counts.favourites;
    if (only(by_recent) && is_recent(one, facts)) ++counts.recent;
    if (only(by_goals) && works_on_goals(library, one, facts)) ++counts.works_on_goals;
    if (only(by_own) && facts.own.contains(one.id)) ++counts.own;
    if (only(by_allowed) && !facts.excluded.contains(one.id)) ++counts.allowed;
}

}  // namespace

bool space_fits(std::string_view offered, std::string_view needed) {
    constexpr std::array floors{std::string_view{"floor_small"}, std::string_view{"room"}, std::string_view{"hall"}};
    if (offered == needed) return true;
    const auto has = std::ranges::find(floors, offered);
    const auto wants = std::ranges::find(floors, needed);
    return has != floors.end() && wants != floors.end() && wants <= has;
}

std::vector<int> find_activities(const Library& library, const ActivityFilter& filter, const ActivityFacts& facts) {
    std::vector<int> found = typed_matches(library, filter.query);
    std::erase_if(found, [&](int index) {
        return kept_out_by(library, library.activities()[static_cast<std::size_t>(index)], filter, facts) != 0;
    });
    sort_by(found, library, filter, facts);
    return found;
}

FacetCounts count_facets(const Library& library, const ActivityFilter& filter, const ActivityFacts& facts) {
    FacetCounts counts;
    for (const int index : typed_matches(library, filter.query)) {
        const Activity& one = library.activities()[static_cast<std::size_t>(index)];
        count_one(counts, library, one, kept_out_by(library, one, filter, facts), facts);
    }
    return counts;
}

std::map<std::string, int> count_by_category(const Library& library, const ActivityFilter& filter) {
    const auto counts = count_facets(library, filter).category;
    return {counts.begin(), counts.end()};
}

}  // namespace pegboard
