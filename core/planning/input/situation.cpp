#include "core/planning/input/situation.h"

#include <algorithm>

#include "core/planning/weights.h"
#include "core/rules/age.h"
#include "core/rules/asking.h"
#include "core/rules/moving.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

template <class Ids>
std::vector<int> numbers_of(const Ids& ids, const ActivityIndex::Inner& index) {
    std::vector<int> found;
    for (const auto& id : ids)
        if (const int number = index.find(id); number >= 0) found.push_back(number);
    std::ranges::sort(found);
    return found;
}

void read_steps(const Child& child, const ActivityIndex::Inner& index, ChildState& state) {
    state.standing.assign(index.skill_bits.size(), Standing::unknown);
    state.present_step.assign(index.skill_bits.size(), 0);
    for (const PresentStep& present : child.present_steps) {
        const int skill = index.skills.of(present.skill), step = index.skills.of(present.step);
        if (skill < 0) continue;
        if (present.step == "not_yet") state.standing[at(skill)] = Standing::not_yet;
        if (present.step == "emerging") state.standing[at(skill)] = Standing::emerging;
        if (present.step == "does_it") state.standing[at(skill)] = Standing::done;
        if (step < 0 || index.skill_bits[at(step)].sequence != skill) continue;
        const int now = index.skill_bits[at(step)].step;
        state.present_step[at(skill)] = now;
        for (std::size_t k = 0; k < index.skill_bits.size(); ++k)
            if (const SkillBits& bits = index.skill_bits[k]; bits.sequence == skill)
                state.standing[k] = bits.step < now    ? Standing::done
                                    : bits.step == now ? Standing::emerging
                                                       : Standing::not_yet;
        state.standing[at(skill)] = Standing::emerging;
    }
}

/// "Not yet" on a skill is "not yet" on everything that needs it, however far along, unless that is recorded itself.
WideMask not_yet(const ActivityIndex::Inner& index, const ChildState& state) {
    WideMask found;
    const std::size_t skills = std::min(index.skill_bits.size(), most_ids);
    for (std::size_t k = 0; k < skills; ++k) found.set(k, state.standing[k] == Standing::not_yet);
    for (bool more = true; more;) {
        more = false;
        for (std::size_t k = 0; k < skills; ++k) {
            if (found.test(k) || state.standing[k] >= Standing::emerging) continue;
            const SkillBits& bits = index.skill_bits[k];
            const bool needs =
                std::ranges::any_of(bits.prerequisites, [&](int before) { return found.test(at(before)); });
            const bool of_sequence = bits.sequence >= 0 && at(bits.sequence) != k && found.test(at(bits.sequence));
            if (needs || of_sequence) found.set(k), more = true;
        }
    }
    return found;
}

/// What the child does: recorded so, or nothing is recorded of it and it walks, or does what stands on it.
void read_behind(const Child& child, const ActivityIndex::Inner& index, ChildState& state) {
    constexpr std::array<std::string_view, 4> before_walking{"gm.sit", "gm.crawl", "gm.cruise", "gm.walk"};
    const std::size_t skills = std::min(index.skill_bits.size(), most_ids);
    const auto note = [&](std::size_t k) {
        if (k >= skills || state.behind.test(k) || state.standing[k] != Standing::unknown) return false;
        state.behind.set(k);
        return true;
    };
    for (std::size_t k = 0; k < skills; ++k) state.behind.set(k, state.standing[k] == Standing::done);
    if (child.moves_by == MovesBy::walks)
        for (const std::string_view id : before_walking)
            if (const int known = index.skills.of(id); known >= 0) note(at(known));
    for (bool more = true; more;) {
        more = false;
        for (std::size_t k = 0; k < skills; ++k)
            if (state.behind.test(k))
                for (const int before : index.skill_bits[k].prerequisites) more = note(at(before)) || more;
    }
}

/// planner.md part 1: one step beyond is the next step of the sequence, or a stand-alone skill whose
/// prerequisites are all emerging or done. What nobody recorded speaks neither way.
void read_beyond(const ActivityIndex::Inner& index, ChildState& state) {
    const WideMask missing = not_yet(index, state);
    for (std::size_t k = 0; k < std::min(index.skill_bits.size(), most_ids); ++k) {
        const SkillBits& bits = index.skill_bits[k];
        if (state.standing[k] >= Standing::emerging) continue;
        const int now = bits.sequence >= 0 && bits.step > 0 ? state.present_step[at(bits.sequence)] : 0;
        const bool lacks = std::ranges::any_of(bits.prerequisites, [&](int before) {
            const SkillBits& needed = index.skill_bits[at(before)];
            return missing.test(at(before)) && (now == 0 || needed.sequence != bits.sequence);
        });
        const bool of_sequence = bits.sequence >= 0 && at(bits.sequence) != k && missing.test(at(bits.sequence));
        const bool far = now > 0 && bits.step > now + 1;
        if (!lacks && !far && !of_sequence) continue;
        state.beyond.set(k);
        if (!lacks && !of_sequence && bits.step == now + 2) state.one_further.set(k);
    }
}

ExclusionBits bits_of(const Exclusion& one, const ActivityIndex::Inner& index) {
    return {index.attributes.mask(one.attributes),
            index.positions.mask(one.positions),
            index.spaces.mask(one.spaces),
            index.needs.mask(one.needs),
            index.needs.mask(one.unless_needs),
            index.allergens.mask(one.allergens),
            index.items.wide_mask(one.items),
            index.skills.wide_mask(one.skills),
            one.group_above,
            one.allergen_overlap,
            one.hands_on,
            one.reminder,
            one.code,
            one.label,
            one.reason};
}

/// Whose muscles are harmed by overwork: recorded, or proposed by a diagnosis and not answered.
bool has_muscle_disease(const Child& child, const Library& library) {
    constexpr std::string_view code = "muscle";
    const auto open = proposed_precautions(child, library);
    return std::ranges::count(child.precautions, code, &ChildPrecaution::code) > 0 ||
           std::ranges::any_of(open, [&](const auto& each) { return each.precaution->code == code; });
}

bool is_in_pain(const Child& child) {
    return std::ranges::any_of(child.precautions, [](const ChildPrecaution& one) {
        const auto pain = one.parameters.find("pain");
        return one.code == "today" && pain != one.parameters.end() && pain->second == "yes";
    });
}

void read_history(const Participant& participant, Date today, const ActivityIndex::Inner& index, ChildState& state) {
    for (const HistoryFacts& once : participant.history) {
        const int activity = index.find(once.activity);
        if (activity >= 0 && once.last <= today)
            state.history.push_back({activity, today - once.last, once.last, once.outcome});
    }
    std::ranges::stable_sort(state.history, [](const Done& one, const Done& other) {
        return one.activity != other.activity ? one.activity < other.activity : one.days_ago < other.days_ago;
    });
    const auto older = std::ranges::unique(state.history, {}, &Done::activity);
    state.history.erase(older.begin(), older.end());
}

/// A goal of sitting or crawling says that the child is not on the feet yet.
bool works_toward_standing(const Participant& participant) {
    return std::ranges::any_of(
        participant.goals, [](const GoalFacts& goal) { return goal.skill == "gm.sit" || goal.skill == "gm.crawl"; });
}

ChildState read_child(const Participant& participant, const Facts& facts, const ActivityIndex::Inner& index) {
    ChildState state;
    state.facts = &participant;
    const Child& child = *participant.child;
    read_steps(child, index, state);
    read_beyond(index, state);
    read_behind(child, index, state);
    state.interests = index.interests.mask(child.interests);
    for (const Named& need : index.library.needs())
        if (!meets_need(child, need.id, facts.session.date))
            state.unmet |= index.needs.mask(std::array{std::string_view(need.id)});
    state.lacks = state.unmet;
    if (child.moves_by == MovesBy::not_asked && !child.gmfcs && works_toward_standing(participant))
        for (const char* need : {"stand", "stand_free", "walk", "walk_free"})
            state.lacks |= index.needs.mask(std::array{std::string_view(need)});
    for (const Exclusion& one : exclusions(child, index.library, facts.session.date))
        state.exclusions.push_back(bits_of(one, index));
    for (const Flagging& one : flaggings(child, index.library, facts.session.date))
        state.flaggings.emplace_back(bits_of(one.matches, index), one.minutes_above);
    // A baby who is carried may stand at a sofa all the same.
    state.needs_hold = !meets_need(child, "walk_free", facts.session.date) && child.moves_by != MovesBy::carried;
    state.needs_seat = !meets_need(child, "sit_free", facts.session.date);
    state.never_longer =
        has_muscle_disease(child, index.library) || participant.mood == DayMood::tired || is_in_pain(child);
    for (const BlockLimit& limit : block_limits(child, index.library, facts.session.date))
        state.at_most.emplace_back(index.positions.mask(limit.positions), limit.minutes);
    read_history(participant, facts.session.date, index, state);
    state.excluded = numbers_of(participant.excluded, index);
    state.age_months = rule_age_months(child, facts.session.date);
    return state;
}

bool leads(Lead lead, Discipline discipline) {
    return lead == Lead::both || (lead == Lead::ot) == (discipline == Discipline::ot);
}

}  // namespace

bool Done::familiar() const {
    return days_ago <= weights::familiar_within_days && (outcome == Outcome::loved || outcome == Outcome::fine);
}

const Done* ChildState::done(int activity) const {
    const auto found = std::ranges::lower_bound(history, activity, {}, &Done::activity);
    return found != history.end() && found->activity == activity ? &*found : nullptr;
}

Situation::Situation(const Facts& given, const ActivityIndex& from) : facts(given), index(from.inner()) {
    for (const Participant& participant : facts.participants) {
        if (participant.child == nullptr || children.size() == at(most_participants)) continue;
        const int child = static_cast<int>(children.size());
        children.push_back(read_child(participant, facts, index));
        std::vector<GoalState> own;
        for (const GoalFacts& goal : participant.goals) {
            if (!leads(facts.session.lead, goal.discipline)) continue;
            GoalState state{&goal, child, need_parts(goal, facts.session.date), 0, {}, {}, {}, {}};
            state.need = state.parts.need();
            own.push_back(std::move(state));
        }
        std::ranges::stable_sort(own, std::greater{}, &GoalState::need);
        if (own.size() > at(most_goals_each)) own.resize(at(most_goals_each));
        for (GoalState& goal : own) {
            read_fits(goal, children.back(), index);
            read_other_deeds(goal, index);
            goals.push_back(std::move(goal));
        }
        for (const GoalState& goal : goals)
            if (const int skill = index.skills.of(goal.facts->skill); skill >= 0 && index.calming_goals.test(at(skill)))
                calm_first = true;
        tired = tired || participant.mood == DayMood::tired;
        lively = lively || participant.mood == DayMood::lively;
    }
    calm_first = calm_first || lively;
    for (const auto& id : facts.place.spaces)
        if (const int space = index.spaces.of(id); space >= 0) spaces |= index.space_holds[at(space)];
    const auto quantity = [](const auto& list, const std::string& id) {
        const auto found = list.find(id);
        return found == list.end() ? -1 : std::max(0, found->second);
    };
    for (const Item& item : index.library.items()) {
        ItemState state{quantity(facts.place.here, item.id), quantity(facts.place.in_bag, item.id)};
        if (facts.place.spaces.contains(item.id)) state.here = 0;  // stairs and a playground are both
        state.substitute =
            !item.substitute.empty() && (facts.place.home || facts.place.substitutes_allowed.contains(item.id));
        state.latex_free = facts.place.inventory.latex_free.contains(item.id);
        state.coming = facts.session.coming_along.contains(item.id);
        items.push_back(state);
    }
    swapped_out = numbers_of(facts.hand.swapped_out, index);
    favourites = numbers_of(facts.hand.favourites, index);
    for (const Pin& pin : facts.hand.pins)
        if (const int number = index.find(pin.activity); number >= 0) pinned.push_back(number);
    std::ranges::sort(pinned);
}

bool ChildState::outgrown(const ActivityBits& activity) const {
    const int most = activity.activity->age_max_months;
    const int after = age_months < weights::infant_below_months ? weights::outgrown_infant_after_months
                                                                : weights::outgrown_after_months;
    if (most <= 0 || age_months <= most + after) return false;
    const Standing known = main_standing(activity);
    return known != Standing::not_yet && known != Standing::emerging;
}

Standing ChildState::main_standing(const ActivityBits& activity) const {
    const int main = activity.skills.empty() ? -1 : activity.skills.front();
    return main < 0 ? Standing::unknown : standing[at(main)];
}

bool ChildState::too_early(const ActivityBits& activity) const {
    const bool underway = main_standing(activity) >= Standing::emerging;
    const int margin = underway ? months_ahead_underway(age_months) : months_ahead(age_months);
    return activity.activity->age_min_months > age_months + margin;
}

bool ChildState::only_as_underway(const ActivityBits& activity) const {
    return activity.activity->age_min_months > age_months + months_ahead(age_months) && !too_early(activity);
}

bool ChildState::young_look(const ActivityBits& activity) const {
    const int most = activity.activity->age_max_months;
    const int grows = std::max(0, age_months - weights::infant_below_months);
    const int after = std::min(weights::young_look_after_months, weights::young_look_infant_months + grows);
    return most > 0 && age_months > most + after;
}

bool ChildState::demeaning(const ActivityBits& activity) const {
    const int most = activity.activity->age_max_months;
    return most > 0 && age_months > most + weights::demeaning_after_months;
}

bool Situation::young_look(const ActivityBits& activity) const {
    return std::ranges::any_of(children, [&](const ChildState& child) { return child.young_look(activity); });
}

bool Situation::needlessly_young(const ActivityBits& activity) const {
    if (!young_look(activity)) return false;
    const bool asked = std::ranges::any_of(goals, [&](const GoalState& goal) {
        const Standing known = children[at(goal.child)].main_standing(activity);
        const bool at_step = known == Standing::not_yet || known == Standing::emerging;
        // A year makes a baby another person: there only the very skill asks, where no step is recorded.
        const int most = activity.activity->age_max_months + weights::young_look_after_months;
        const bool much = children[at(goal.child)].age_months > most;
        return fit(goal, activity) >= (at_step ? weights::fit_second : much ? weights::fit_near : weights::fit_exact);
    });
    return !asked;
}

bool Situation::unasked(const ActivityBits& activity) const {
    const bool other = facts.session.lead == Lead::pt && activity.activity->discipline == "OT" && !activity.regulating;
    if (!activity.special && !other) return false;
    return std::ranges::none_of(
        goals, [&](const GoalState& goal) { return fit(goal, activity) >= weights::fit_prerequisite; });
}

std::pair<int, int> Situation::minutes(const ActivityBits& activity) const {
    int tenths = weights::stretch_tenths, most = activity.typical * 100;
    if (activity.own_device) tenths = weights::stretch_tenths_device;
    for (const ChildState& child : children) {
        if (child.age_months < weights::young_below_months) tenths = weights::stretch_tenths_young;
        if (child.age_months < weights::infant_below_months)
            most =
                std::min(most, child.age_months * weights::infant_minutes_a_year / 12 + weights::infant_minutes_more);
        for (const auto& [positions, minutes] : child.at_most)
            if (activity.position >= 0 && (positions >> activity.position & 1U) != 0) most = std::min(most, minutes);
        if (child.never_longer) most = std::min(most, activity.typical);
        const int attending = index.attending;
        if (attending < 0 || child.standing[at(attending)] != Standing::not_yet) continue;
        // Who cannot stay with a task yet sits for less than is usual and never longer than that.
        most = std::min(most, activity.seated ? (activity.shortest + activity.typical) / 2 : activity.typical);
    }
    if (tired) most = std::min(most, activity.typical);
    most = std::max(1, std::min(most, activity.typical * tenths / 10));
    return {std::min(std::max(activity.shortest, weights::shortest_block_min), most), most};
}

bool Situation::at_hand(const Needed& needed, bool* replaced) const {
    if (replaced != nullptr) *replaced = false;
    if (needed.item < 0) return false;
    const ItemState& item = items[at(needed.item)];
    const auto enough = [&](int quantity) { return quantity == 0 || quantity >= needed.quantity; };
    if (enough(item.here) || enough(item.bag) || (item.here > 0 && item.bag > 0 && enough(item.here + item.bag)))
        return true;
    if (replaced != nullptr) *replaced = item.substitute;
    return item.substitute;
}

bool Situation::carried(const Needed& needed) const {
    if (needed.item < 0) return false;
    const ItemState& item = items[at(needed.item)];
    if (item.here == 0 || item.here >= needed.quantity) return false;
    return item.bag == 0 || item.bag >= needed.quantity || (item.here > 0 && item.bag > 0);
}

}  // namespace pegboard::planning
