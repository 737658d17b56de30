#include "core/planning/plan.h"

#include <algorithm>

#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"
#include "core/rules/age.h"

namespace pegboard::planning {

std::string_view words(Rule rule) {
    switch (rule) {
        case Rule::precaution:
            return "Precaution";
        case Rule::needs:
            return "Needs";
        case Rule::item:
            return "Item not at hand";
        case Rule::space:
            return "Space";
        case Rule::group_size:
            return "Group size";
        case Rule::supervision:
            return "Supervision";
        case Rule::excluded:
            return "Ruled out by you";
        case Rule::step:
            return "Too far ahead";
        case Rule::age:
            return "Age";
        case Rule::unasked:
            return "Not asked for";
        case Rule::tired:
            return "Tired today";
        case Rule::lively:
            return "Lively today";
        case Rule::swapped_out:
            return "Swapped out";
        case Rule::no_activity:
            return "Nothing in the library";
        case Rule::time:
            return "Minutes";
    }
    return {};
}

std::string_view words(Term term) {
    switch (term) {
        case Term::goals:
            return "goals served";
        case Term::interest:
            return "interests";
        case Term::novelty:
            return "variety";
        case Term::familiar:
            return "familiar";
        case Term::favourite:
            return "favorites";
        case Term::minutes:
            return "minutes used";
        case Term::items:
            return "items to carry";
        case Term::seat_changes:
            return "moves between table and floor";
        case Term::length:
            return "longer than usual";
        case Term::look:
            return "made for younger children";
    }
    return {};
}

std::string_view words(Grade grade) {
    switch (grade) {
        case Grade::easier:
            return "Easier";
        case Grade::as_written:
            return "As written";
        case Grade::harder:
            return "Harder";
    }
    return {};
}

int pause_min(const Facts& facts) {
    const int usual = std::clamp(facts.session.transition_min, 0, 15);
    const bool baby = std::ranges::any_of(facts.participants, [&](const Participant& each) {
        return each.child != nullptr && rule_age_months(*each.child, facts.session.date) < weights::rest_below_months;
    });
    return baby ? std::max(usual, weights::rest_min) : usual;
}

Plan plan(const Facts& facts, const ActivityIndex& index, std::stop_token stop, Effort effort) {
    const Situation situation(facts, index);
    const Model model = build(situation);
    const SearchLimits limits = effort == Effort::thorough ? thorough_limits() : usual_limits(model);
    return explain(situation, model, search(model, std::move(stop), limits));
}

std::vector<RuledOut> ruled_out(const Facts& facts, const ActivityIndex& index, const Activity& activity) {
    const Situation situation(facts, index);
    const int number = situation.index.find(activity.id);
    if (number < 0) return {{Rule::no_activity, activity.id, {}, "is not in the library"}};
    return all_barriers(situation, number);
}

std::map<std::string, RuledOut, std::less<>> unsuited(const Facts& facts, const ActivityIndex& index) {
    const Situation situation(facts, index);
    std::map<std::string, RuledOut, std::less<>> found;
    for (std::size_t a = 0; a < situation.index.activities.size(); ++a)
        if (auto why = unsuited_by(situation, static_cast<int>(a)); !why.empty())
            found.emplace(situation.index.activities[a].activity->id, std::move(why.front()));
    return found;
}

std::vector<Plan> plan_in_order(std::span<const Facts> sessions, const ActivityIndex& index,
                                const std::stop_token& stop, const std::function<void(std::size_t)>& done) {
    std::vector<Plan> plans;
    std::map<Date, std::set<std::string, std::less<>>> bags;
    for (const Facts& given : sessions) {
        if (stop.stop_requested()) break;
        Facts facts = given;
        auto& bag = bags[facts.session.date];
        facts.session.coming_along.insert(bag.begin(), bag.end());
        plans.push_back(plan(facts, index, stop));
        for (const Material& material : plans.back().materials)
            if (!material.optional && !facts.place.here.contains(material.item)) bag.insert(material.item);
        if (done) done(plans.size());
    }
    return plans;
}

}  // namespace pegboard::planning
