#include "tests/core/planning_check.h"

#include <algorithm>

#include "core/rules/age.h"
#include "core/rules/moving.h"
#include "core/rules/rungs.h"

namespace pegboard::planning_test {

using namespace planning;

namespace {

int quantity_of(const std::map<std::string, int, std::less<>>& items, const std::string& id) {
    const auto found = items.find(id);
    constexpr int plenty = 1000;
    return found == items.end() ? 0 : found->second == 0 ? plenty : found->second;
}

class Checker {
 public:
    Checker(const Facts& facts, const Plan& plan, const Library& library)
        : facts_(facts), plan_(plan), library_(library) {}

    std::vector<std::string> run() {
        for (const PlanBlock& block : plan_.blocks)
            if (!block.pinned) check(block);
        check_order();
        check_time();
        check_pins();
        check_kinds();
        return std::move(broken_);
    }

 private:
    void say(const PlanBlock& block, const std::string& what) {
        broken_.push_back((block.activity == nullptr ? "?" : block.activity->id) + " " + what);
    }

    void check(const PlanBlock& block) {
        const Activity& activity = *block.activity;
        check_items(block);
        check_space(block);
        const int group = static_cast<int>(facts_.participants.size());
        const int asked_for = activity.station_adults == 0 ? 2 : activity.station_adults;
        const bool stations = activity.stations_group_max > 0 && facts_.session.adults >= asked_for;
        const int most = stations ? std::max(activity.group_max, activity.stations_group_max) : activity.group_max;
        if (group < activity.group_min || group > most) say(block, "does not fit the group");
        if (activity.supervision == "hands_on" && facts_.session.adults < group) say(block, "lacks hands");
        if (facts_.hand.swapped_out.contains(activity.id)) say(block, "was swapped out");
        for (const planning::Participant& one : facts_.participants) check_child(block, one);
        check_minutes(block);
        check_place(block);
        check_worth(block);
        check_beginning(block);
        if (std::ranges::count(plan_.blocks, block.activity, &PlanBlock::activity) > 1) say(block, "is there twice");
    }

    [[nodiscard]] static int best_fit(const PlanBlock& block) {
        int best = 0;
        for (const ServedGoal& goal : block.goals) best = std::max(best, goal.fit_tenths);
        return best;
    }

    /// In an arc of its own; what a goal is about may be the Focus though it is made for everyday life. Ends are short.
    void check_place(const PlanBlock& block) {
        const auto serves = [&](Arc arc) { return std::ranges::count(block.activity->arcs, arc) > 0; };
        const bool as_focus = block.arc == Arc::main && serves(Arc::function) && best_fit(block) == 10;
        if (!serves(block.arc) && !as_focus) say(block, "is in an arc it cannot serve");
        if (block.arc == Arc::opener && block.minutes > 8) say(block, "is a long warm-up");
        if (block.arc == Arc::closer && block.minutes > 5) say(block, "is a long wrap-up");
    }

    /// What is flagged practices a goal; what serves none only begins or ends the session.
    void check_worth(const PlanBlock& block) {
        const int best = best_fit(block);
        if (best >= 6) return;
        for (const planning::Participant& one : facts_.participants)
            if (const auto found = check_precautions(*one.child, *block.activity, library_, inventory_,
                                                     facts_.session.date, static_cast<int>(facts_.participants.size()));
                !std::ranges::all_of(found, [&](const Finding& each) { return only_reminds(each, library_); }))
                say(block, "is flagged and practices nothing: " + found.front().label + ", " + found.front().reason);
        if (!plan_.coverage.empty() && best < 4 && block.arc != Arc::opener && block.arc != Arc::closer)
            say(block, "serves no goal");
    }

    /// Notes items that are replaced, for what the precautions see.
    void check_items(const PlanBlock& block) {
        inventory_ = facts_.place.inventory;
        for (const ActivityItem& used : block.activity->items) {
            if (used.optional) continue;
            const int there = quantity_of(facts_.place.here, used.item) + quantity_of(facts_.place.in_bag, used.item);
            if (there >= std::max(1, used.quantity)) continue;
            if (facts_.place.spaces.contains(used.item)) continue;  // stairs and a playground are both
            const auto item = std::ranges::find(library_.items(), used.item, &Item::id);
            const bool allowed = facts_.place.home || facts_.place.substitutes_allowed.contains(used.item);
            if (item == library_.items().end() || item->substitute.empty() || !allowed)
                say(block, "needs " + used.item);
            else
                inventory_.substituted.insert(used.item);
        }
    }

    void check_space(const PlanBlock& block) {
        std::set<std::string> offered(facts_.place.spaces.begin(), facts_.place.spaces.end());
        if (offered.contains("hall")) offered.insert("room");
        if (offered.contains("room")) offered.insert("floor_small");
        if (!offered.contains(block.activity->space)) say(block, "needs the space " + block.activity->space);
    }

    void check_child(const PlanBlock& block, const planning::Participant& one) {
        const Activity& activity = *block.activity;
        if (one.excluded.contains(activity.id)) say(block, "was ruled out");
        if (one.mood == DayMood::tired && activity.intensity == "vigorous") say(block, "is vigorous on a tired day");
        if (one.mood == DayMood::tired && block.minutes > activity.minutes) say(block, "is long for a tired day");
        const auto findings = check_precautions(*one.child, activity, library_, inventory_, facts_.session.date,
                                                static_cast<int>(facts_.participants.size()));
        if (verdict(findings) == Verdict::exclude) say(block, "is excluded by " + findings.front().code);
        check_moving(block, *one.child);
        for (const auto& id : activity.skills)
            if (const Skill* skill = library_.skill(id); skill != nullptr && too_far(*one.child, *skill, activity))
                say(block, "asks for " + id);
        const int age = age_of(*one.child);
        const Skill* main = activity.skills.empty() ? nullptr : library_.skill(activity.skills.front());
        const bool does =
            main != nullptr && (standing(*one.child, *main) == "emerging" || standing(*one.child, *main) == "does_it");
        check_age(block, one, does);
        if (age > activity.age_max_months + 24) check_young_look(block, one);
    }

    /// A quarter of a year above the age before three years, half a year from then on; twice as much where the skill is
    /// underway. Above the age nobody begins harder, and above the first margin everybody begins easier.
    void check_age(const PlanBlock& block, const planning::Participant& one, bool does) {
        const int age = age_of(*one.child), above = block.activity->age_min_months - age;
        const int usual = age < 6 ? age / 2 : age < 36 ? 3 : 6;
        if (above > (does ? 2 * usual : usual)) say(block, "is too early");
        for (const ChildGrade& grade : block.grades) {
            if (grade.child != one.child->id || above <= 0) continue;
            const bool can = std::ranges::any_of(grade.offered, [&](int rung) {
                return rung < 0 && block.activity->easier.at(static_cast<std::size_t>(-rung) - 1).leaves_out.empty();
            });
            if (grade.rung > 0) say(block, "begins harder above the age");
            if (grade.rung == 0 && (above > usual || can)) say(block, "begins as written above the age");
        }
    }

    /// What it needs is there, on every rung that is offered too, and no rung breaks a precaution.
    void check_moving(const PlanBlock& block, const Child& child) {
        const Activity& activity = *block.activity;
        const int group = static_cast<int>(facts_.participants.size());
        std::vector<int> rungs{0};
        for (const ChildGrade& grade : block.grades) {
            if (grade.child != child.id) continue;
            rungs.insert(rungs.end(), grade.offered.begin(), grade.offered.end());
            if (grade.rung != 0 && std::ranges::count(grade.offered, grade.rung) == 0) say(block, "starts elsewhere");
        }
        for (const int rung : rungs) {
            const Asked asked = asked_of(activity, rung, library_, inventory_);
            if (!unmet_need(child, asked.needs, facts_.session.date).empty()) say(block, "needs what is not there");
            const auto findings =
                check_precautions(child, activity, rung, library_, inventory_, facts_.session.date, group);
            if (verdict(findings) == Verdict::exclude) say(block, "has a rung that a precaution excludes");
        }
    }

    [[nodiscard]] int age_of(const Child& child) const {
        const Date day = facts_.session.date;
        const int months = age_months(child.date_of_birth, day);
        if (!child.gestation_weeks || *child.gestation_weeks >= 37 || months >= 24) return months;
        return age_months(child.date_of_birth + 7 * (40 - *child.gestation_weeks), day);
    }

    /// "not_yet", "emerging", "does_it", or nothing where nobody said.
    [[nodiscard]] std::string standing(const Child& child, const Skill& skill) const {
        const PresentStep* own = present(child, skill.id);
        if (own != nullptr && skill.kind != "sequence") return own->step;
        if (own != nullptr) return "emerging";
        const PresentStep* now = skill.parent.empty() ? nullptr : present(child, skill.parent);
        const Skill* step = now == nullptr ? nullptr : library_.skill(now->step);
        if (step == nullptr) return {};
        return step->step_no > skill.step_no ? "does_it" : step->step_no == skill.step_no ? "emerging" : "not_yet";
    }

    /// Made for much younger children: only where it serves some goal nothing older in look serves.
    void check_young_look(const PlanBlock& block, const planning::Participant&) {
        if (block.goals.empty()) return say(block, "looks too young and serves no goal");
        for (const PlanBlock& other : plan_.blocks) {
            if (&other == &block || other.pinned) continue;
            const bool older = std::ranges::none_of(facts_.participants, [&](const planning::Participant& one) {
                return age_of(*one.child) > other.activity->age_max_months + 24;
            });
            const auto serves_too = [&](const ServedGoal& goal) {
                return goal.fit_tenths < 6 ||
                       std::ranges::any_of(
                           other.goals,
                           [&](const ServedGoal& theirs) {
                               return theirs.goal == goal.goal && theirs.fit_tenths >= std::min(8, goal.fit_tenths);
                           });
            };
            // One that is as long as it may be cannot take these minutes as well; beginnings and ends are short.
            int longest = other.arc == Arc::opener || other.arc == Arc::closer ? 5 : other.activity->minutes;
            for (const planning::Participant& one : facts_.participants)
                if (const int age = age_of(*one.child); age < 36) longest = std::min(longest, age / 4 + 3);
            const bool has_room = other.minutes + block.minutes <= longest;
            if (older && has_room && std::ranges::all_of(block.goals, serves_too))
                say(block, "looks too young, and another would do");
        }
    }

    void check_minutes(const PlanBlock& block) {
        const Activity& activity = *block.activity;
        double most = 1.5 * activity.minutes;
        int shortest = activity.minutes_min;
        for (const planning::Participant& one : facts_.participants) {
            const int age = age_of(*one.child);
            if (age < 60) most = std::min(most, 1.2 * activity.minutes);
            for (const ChildPrecaution& recorded : one.child->precautions)
                if (recorded.code == "muscle") most = std::min<double>(most, activity.minutes);
            const Asked asked = asked_of(activity, 0, library_, inventory_);
            for (const char* own : {"walker", "crutches", "cane", "wheelchair", "stander", "gait_trainer"})
                if (std::ranges::count(asked.needs, own) > 0) most = std::min(most, 1.2 * activity.minutes);
            if (age < 36) most = std::min(most, 3 * age / 12.0 + 3);
            const Skill* attending = library_.skill("sp.attend");
            if (attending == nullptr || standing(*one.child, *attending) != "not_yet") continue;
            most = std::min<double>(most, activity.minutes);
            if (activity.intensity == "seated") most = std::min(most, (activity.minutes + activity.minutes_min) / 2.0);
        }
        if (block.minutes > most + 1e-9) say(block, "is too long");
        if (block.minutes < std::min<double>(shortest, most) - 1) say(block, "is too short");
        if (block.minutes < shortest && most >= shortest) say(block, "is too short");
    }

    [[nodiscard]] static const PresentStep* present(const Child& child, const std::string& skill) {
        const auto found = std::ranges::find(child.present_steps, skill, &PresentStep::skill);
        return found == child.present_steps.end() ? nullptr : &*found;
    }

    /// Something the skill needs is not yet there, itself or by what it needs in turn.
    [[nodiscard]] bool lacks(const Child& child, const Skill& skill, bool beside_sequence) const {
        return std::ranges::any_of(skill.prerequisites, [&](const std::string& id) {
            const Skill* before = library_.skill(id);
            if (before == nullptr || (beside_sequence && before->parent == skill.parent)) return false;
            const std::string known = standing(child, *before);
            return known == "not_yet" || (known.empty() && lacks(child, *before, false));
        });
    }

    [[nodiscard]] bool too_far(const Child& child, const Skill& skill, const Activity& activity) const {
        const std::string known = standing(child, skill);
        if (known == "emerging" || known == "does_it") return false;
        const PresentStep* now = skill.parent.empty() ? nullptr : present(child, skill.parent);
        if (lacks(child, skill, now != nullptr)) return true;
        const Skill* step = now == nullptr ? nullptr : library_.skill(now->step);
        return step != nullptr && skill.step_no > step->step_no + (activity.easier.empty() ? 1 : 2);
    }

    void check_order() {
        if (!std::ranges::is_sorted(plan_.blocks, {}, &PlanBlock::arc)) broken_.emplace_back("arcs are out of order");
        const auto number = [&](Arc arc) { return std::ranges::count(plan_.blocks, arc, &PlanBlock::arc); };
        const auto pins = [&](Arc arc) { return std::ranges::count(facts_.hand.pins, arc, &Pin::arc); };
        if (number(Arc::opener) > std::max<std::ptrdiff_t>(1, pins(Arc::opener))) broken_.emplace_back("two openers");
        if (number(Arc::function) > std::max<std::ptrdiff_t>(2, pins(Arc::function)))
            broken_.emplace_back("three function blocks");
        if (number(Arc::closer) > std::max<std::ptrdiff_t>(1, pins(Arc::closer))) broken_.emplace_back("two closers");
    }

    /// Between two blocks; the youngest rest longer.
    [[nodiscard]] int pause() const {
        const bool baby = std::ranges::any_of(
            facts_.participants, [&](const planning::Participant& one) { return age_of(*one.child) < 24; });
        return baby ? std::max(3, facts_.session.transition_min) : facts_.session.transition_min;
    }

    [[nodiscard]] static const Rung* begun(const PlanBlock& block, ChildId child) {
        for (const ChildGrade& grade : block.grades) {
            if (grade.child != child || grade.rung == 0) continue;
            const auto& ladder = grade.rung < 0 ? block.activity->easier : block.activity->harder;
            return &ladder.at(static_cast<std::size_t>(std::abs(grade.rung)) - 1);
        }
        return nullptr;
    }

    /// At a table as written, unless all begin elsewhere; away from it as written, unless all begin on a chair.
    [[nodiscard]] static bool sits_at_table(const PlanBlock& block) {
        const auto table = [](const std::string& space) { return space == "table" || space == "kitchen"; };
        int on = 0, off = 0;
        for (const ChildGrade& grade : block.grades) {
            const Rung* rung = begun(block, grade.child);
            bool here = table(block.activity->space);
            if (rung != nullptr && !rung->space.empty())
                here = table(rung->space);
            else if (rung != nullptr && !rung->position.empty() && rung->position != block.activity->position)
                here = rung->position == "SC";
            ++(here ? on : off);
        }
        return table(block.activity->space) ? on > 0 || off == 0 : off == 0 && on > 0;
    }

    /// On the tummy, or jumping, as any child begins.
    [[nodiscard]] static bool any_begins(const PlanBlock& block, const std::string& position, const std::string& mark) {
        const auto names = [&](const std::vector<std::string>& marks) { return std::ranges::count(marks, mark) > 0; };
        return std::ranges::any_of(block.grades, [&](const ChildGrade& grade) {
            const Rung* rung = begun(block, grade.child);
            const bool moved = rung != nullptr && !rung->position.empty();
            if ((moved ? rung->position : block.activity->position) == position) return true;
            const bool dropped = rung != nullptr && names(rung->drops);
            return (names(block.activity->attributes) && !dropped) || (rung != nullptr && names(rung->adds));
        });
    }

    /// A baby is not laid on the tummy again and again, and nobody jumps block after block.
    void check_kinds() {
        int youngest = 1000, prone = 0, jumps = 0;
        for (const planning::Participant& one : facts_.participants) youngest = std::min(youngest, age_of(*one.child));
        for (const PlanBlock& block : plan_.blocks) {
            if (block.pinned) continue;
            prone += any_begins(block, "PR", "-") ? 1 : 0;
            jumps += any_begins(block, "JP", "IMP") ? 1 : 0;
        }
        if (youngest < 24 && prone > 2) broken_.emplace_back("too much on the tummy");
        if (jumps > (youngest < 60 ? 2 : 3)) broken_.emplace_back("too much jumping");
    }

    /// Nothing but care speaks for the easier rung.
    [[nodiscard]] static bool only_for_care(const PlanBlock& block, const planning::Participant& one) {
        const auto grade = std::ranges::find(block.grades, one.child->id, &ChildGrade::child);
        return grade->why.find("asks for the gentler way") != std::string::npos;
    }

    /// What is written down is what is done; who can practice the goal is not begun in a way that leaves it out; and
    /// who is tired begins easier.
    void check_beginning(const PlanBlock& block) {
        for (const ServedGoal& goal : block.goals)
            if (const Rung* rung = begun(block, goal.child))
                if (!rung->still_counts && !goal.what.empty()) say(block, "counts what is not done");
        for (const planning::Participant& one : facts_.participants) {
            const Rung* rung = begun(block, one.child->id);
            for (const GoalFacts& goal : one.goals) {
                const bool planned = std::ranges::count(plan_.coverage, goal.goal, &Coverage::goal) > 0;
                const auto served = std::ranges::find(block.goals, goal.goal, &ServedGoal::goal);
                const bool practiced = served != block.goals.end() && served->fit_tenths >= 6;
                if (rung != nullptr && planned && !practiced && block.activity->skills.front() == goal.skill &&
                    std::ranges::count(rung->leaves_out, goal.skill) > 0 && only_for_care(block, one))
                    say(block, "is begun without " + goal.skill);
            }
            const auto grade = std::ranges::find(block.grades, one.child->id, &ChildGrade::child);
            if (one.mood == DayMood::tired && grade->rung > 0) say(block, "begins harder on a tired day");
        }
    }

    void check_time() {
        int now = 0;
        const auto at_table = [&](const PlanBlock& block) { return sits_at_table(block); };
        for (std::size_t i = 0; i < plan_.blocks.size(); ++i) {
            const PlanBlock& block = plan_.blocks[i];
            if (i > 0) {
                now += pause();
                if (at_table(block) != at_table(plan_.blocks[i - 1])) now += 2;
            }
            if (block.start_min != now) say(block, "begins at another minute");
            now += block.minutes;
        }
        const bool only_pins = std::ranges::all_of(plan_.blocks, &PlanBlock::pinned);
        if (now > facts_.session.length_min && !only_pins) broken_.emplace_back("the plan is too long");
        if (plan_.minutes_left != facts_.session.length_min - now) broken_.emplace_back("minutes left are wrong");
    }

    /// Every pin is there with its arc and minutes, within an arc in the therapist's order.
    void check_pins() {
        for (const Arc arc : {Arc::opener, Arc::main, Arc::function, Arc::closer}) {
            std::vector<std::pair<std::string, int>> asked, found;
            for (const Pin& pin : facts_.hand.pins)
                if (pin.arc == arc) asked.emplace_back(pin.activity, pin.minutes);
            for (const PlanBlock& block : plan_.blocks)
                if (block.pinned && block.arc == arc) found.emplace_back(block.activity->id, block.minutes);
            if (asked != found) broken_.emplace_back("a pin moved");
        }
    }

    const Facts& facts_;
    const Plan& plan_;
    const Library& library_;
    Inventory inventory_;
    std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_rules(const Facts& facts, const Plan& plan, const Library& library) {
    return Checker(facts, plan, library).run();
}

}  // namespace pegboard::planning_test
