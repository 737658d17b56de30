#include "tests/core/safe_plans_checker.h"

#include <algorithm>
#include <array>

#include "tests/core/safe_plans_child.h"

namespace pegboard::safe_plans {
namespace {

using planning::ChildGrade;
using planning::DayMood;
using planning::PlanBlock;

/// Marks of things rather than of what the body does: they go when the thing is replaced.
const Set of_things{"LTX", "BAL", "SMP", "SHP", "MAG", "CRD", "FOD", "ALG",
                    "TAC", "ODR", "WTR", "WHL", "PLS", "FAC", "TRM", "INE"};
/// What one child does or uses and another child next to it meets: noise, a chase, what is in the air or in the room.
const Set shared_marks{"RUN", "CNT", "LOU", "BAL", "LTX", "FOD", "ALG", "ODR", "BLO", "SHP", "MAG", "FLS"};

Set brought_by(const std::string& position) {
    if (position == "JP") return {"IMP"};
    if (position == "QU") return {"WBA"};
    if (position == "PR") return {"PRB"};
    if (position == "SW") return {"SUS"};
    return {};
}

/// What a position takes where nothing that is stated takes the child into it.
void take(const std::string& position, Set& needs) {
    const bool upright = position == "ST" || position == "VS", walking = position == "WK", jumping = position == "JP";
    if (!upright && !walking && !jumping) return;
    Set enough{"walk", "walk_free"};
    if (!jumping) enough.insert({"walker", "crutches", "cane", "one_cane", "gait_trainer"});
    if (upright) enough.insert({"stand", "stand_free", "stander"});
    const bool stated = std::ranges::any_of(needs, [&](const std::string& need) { return enough.contains(need); });
    if (!stated) needs.insert(upright ? "stand" : walking ? "walk" : "walk_free");
}

class Checker {
 public:
    Checker(const planning::Facts& facts, const planning::Plan& plan, const Records& records, const Ages& ages)
        : facts_(facts), plan_(plan), records_(records) {
        for (const planning::Participant& one : facts.participants)
            children_.emplace_back(*one.child, facts.session.date, records, ages);
    }

    std::vector<Broken> run() {
        for (const PlanBlock& block : plan_.blocks) {
            if (block.activity == nullptr) continue;
            const auto found = records_.activities.find(block.activity->id);
            if (found == records_.activities.end()) {
                if (!block.pinned) note(block, Kind::unknown, "is not in the records");
                continue;
            }
            if (!block.pinned) check_setting(block, found->second);
            for (std::size_t i = 0; i < children_.size(); ++i) {
                if (!block.pinned) check_child(block, found->second, i);
                if (!block.pinned) check_start(block, found->second, i);
                check_rungs(block, found->second, i);
            }
        }
        return std::move(broken_);
    }

 private:
    void note(const PlanBlock& block, Kind kind, const std::string& what) {
        broken_.push_back({kind, block.activity->id + ": " + what});
    }
    [[nodiscard]] std::string who(std::size_t child) const {
        return facts_.participants[child].child->first_name + ", ";
    }
    [[nodiscard]] int group() const { return static_cast<int>(children_.size()); }

    [[nodiscard]] bool space_there(const std::string& space) const {
        const auto& offered = facts_.place.spaces;
        if (offered.contains(space)) return true;
        if (space == "room") return offered.contains("hall");
        if (space == "table") return offered.contains("kitchen");
        return space == "floor_small" && (offered.contains("hall") || offered.contains("room"));
    }

    [[nodiscard]] bool itself_there(const std::string& item, int quantity) const {
        if (facts_.place.spaces.contains(item)) return true;  // stairs and a playground are both
        int there = 0;
        for (const auto* list : {&facts_.place.here, &facts_.place.in_bag})
            if (const auto found = list->find(item); found != list->end()) {
                if (found->second == 0) return true;
                there += found->second;
            }
        return there >= quantity;
    }

    /// Whether what replaces the item is used.
    [[nodiscard]] bool replaced(const std::string& item, int quantity) const {
        const auto known = records_.items.find(item);
        return known != records_.items.end() && known->second.has_substitute && !itself_there(item, quantity) &&
               (facts_.place.home || facts_.place.substitutes_allowed.contains(item));
    }
    [[nodiscard]] bool there(const std::string& item, int quantity) const {
        return records_.items.contains(item) && (itself_there(item, quantity) || replaced(item, quantity));
    }

    [[nodiscard]] Set marks_of(const std::string& item, int quantity) const {
        const auto known = records_.items.find(item);
        if (known == records_.items.end()) return {};
        if (replaced(item, quantity)) return known->second.substitute_attributes;
        Set marks = known->second.attributes;
        if (facts_.place.inventory.latex_free.contains(item)) marks.erase("LTX");
        return marks;
    }

    /// An own mark of a thing that each thing which brings it has lost here.
    [[nodiscard]] bool gone(const Activity& activity, const std::string& mark, bool allergen) const {
        bool any = false;
        for (const auto& [item, quantity] : activity.items) {
            const auto known = records_.items.find(item);
            if (known == records_.items.end()) continue;
            const Set& brings = allergen ? known->second.allergens : known->second.attributes;
            if (!brings.contains(mark)) continue;
            const bool latex_free = !allergen && mark == "LTX" && facts_.place.inventory.latex_free.contains(item);
            if (!replaced(item, quantity) && !latex_free) return false;
            any = true;
        }
        return any;
    }

    /// The activity as it would be done here: as written, or on a rung.
    [[nodiscard]] Done done(const Activity& activity, const Rung* rung) const {
        Done made{.position = activity.position,
                  .space = activity.space,
                  .attributes = {},
                  .allergens = {},
                  .needs = activity.needs,
                  .skills = {},
                  .items = {},
                  .group = group()};
        for (const auto& mark : activity.attributes)
            if (!of_things.contains(mark) || !gone(activity, mark, false)) made.attributes.insert(mark);
        for (const auto& allergen : activity.allergens)
            if (!gone(activity, allergen, true)) made.allergens.insert(allergen);
        made.attributes.merge(brought_by(activity.position));
        for (const auto& [item, quantity] : activity.items) use(item, quantity, made);
        for (const auto& skill : activity.skills) {
            made.skills.insert(skill);
            if (const auto known = records_.skills.find(skill); known != records_.skills.end())
                made.skills.insert(known->second.parent);
        }
        if (rung != nullptr) step_onto(*rung, made);
        take(made.position, made.needs);
        return made;
    }

    void use(const std::string& item, int quantity, Done& made) const {
        made.attributes.merge(marks_of(item, quantity));
        const auto known = records_.items.find(item);
        if (known == records_.items.end()) return;
        const bool other = replaced(item, quantity);
        Set allergens = other ? known->second.substitute_allergens : known->second.allergens;
        made.allergens.merge(allergens);
        made.items.insert(item);
    }

    void step_onto(const Rung& rung, Done& made) const {
        for (const auto& mark : rung.drops) made.attributes.erase(mark);
        made.attributes.insert(rung.adds.begin(), rung.adds.end());
        for (const auto& item : rung.items) use(item, 1, made);
        if (!rung.position.empty()) {
            made.position = rung.position;
            made.attributes.merge(brought_by(rung.position));
        }
        if (!rung.space.empty()) made.space = rung.space;
        if (rung.needs) made.needs = *rung.needs;
    }

    void check_setting(const PlanBlock& block, const Activity& activity) {
        if (!space_there(activity.space)) note(block, Kind::space, activity.space);
        // Stations stretch the group, and each of them is somebody's to watch.
        const bool watched = facts_.session.adults >= activity.station_adults;
        const int most = watched ? std::max(activity.group_max, activity.station_group) : activity.group_max;
        if (group() < activity.group_min || group() > most) note(block, Kind::group, "size");
        if (activity.supervision == "hands_on" && facts_.session.adults < group()) note(block, Kind::hands, "adults");
        for (const auto& [item, quantity] : activity.items)
            if (!there(item, quantity)) note(block, Kind::item, item);
        if (facts_.hand.swapped_out.contains(block.activity->id)) note(block, Kind::swapped_out, "swapped out");
        constexpr std::array arcs{"opener", "main", "function", "closer"};
        // What a goal is about may be the Focus, though it is made for everyday life.
        const bool as_focus =
            block.arc == Arc::main && activity.arcs.contains("function") &&
            std::ranges::any_of(block.goals, [](const planning::ServedGoal& one) { return one.fit_tenths == 10; });
        if (!activity.arcs.contains(arcs[static_cast<std::size_t>(block.arc)]) && !as_focus)
            note(block, Kind::arc, "its arc");
        check_minutes(block, activity);
    }

    void check_minutes(const PlanBlock& block, const Activity& activity) {
        double most = 1.5 * activity.minutes;
        for (std::size_t i = 0; i < children_.size(); ++i) {
            const int age = children_[i].age();
            if (age < 60) most = std::min(most, 1.2 * activity.minutes);
            if (age < 36) most = std::min(most, 3.0 + 3.0 * age / 12.0);
            if (facts_.participants[i].mood == DayMood::tired) most = std::min<double>(most, activity.minutes);
        }
        if (block.minutes > std::max(1.0, most)) note(block, Kind::minutes, std::to_string(block.minutes) + " min");
    }

    void check_child(const PlanBlock& block, const Activity& activity, std::size_t child) {
        const ChildRead& read = children_[child];
        const planning::Participant& one = facts_.participants[child];
        const Done here = done(activity, nullptr);
        for (const auto& why : read.excluded_by_records(here)) note(block, Kind::precaution, who(child) + why);
        for (const auto& why : read.excluded_by_page(here)) note(block, Kind::page, who(child) + why);
        if (const auto need = read.lacks(here.needs); !need.empty()) note(block, Kind::needs, who(child) + need);
        if (one.excluded.contains(block.activity->id)) note(block, Kind::excluded, who(child) + "ruled out");
        if (one.mood == DayMood::tired && (activity.intensity == "vigorous" || here.attributes.contains("IMP")))
            note(block, Kind::tired, who(child));
        const int ahead = read.age() < 6 ? read.age() / 2 : read.age() < 36 ? 3 : 6;
        const bool known = !activity.skills.empty() && read.has(activity.skills.front());
        const int above = activity.from_months - read.age();
        if (above > (known ? 2 * ahead : ahead))
            note(block, Kind::too_early, who(child) + std::to_string(read.age()) + " months");
        // What only the recorded skill opens is begun easier, and nothing above the age is begun harder.
        const ChildGrade* start = grade_of(block, child);
        const int begun = start == nullptr ? 0 : start->rung;
        if ((above > ahead && begun >= 0) || (above > 0 && begun > 0))
            note(block, Kind::too_early, who(child) + "begun on rung " + std::to_string(begun));
        if (read.age() > activity.to_months + 24 && block.goals.empty()) note(block, Kind::too_young, who(child));
        check_reach(block, activity, child);
    }

    void check_reach(const PlanBlock& block, const Activity& activity, std::size_t child) {
        const ChildRead& read = children_[child];
        for (const auto& skill : activity.skills) {
            if (!read.beyond(skill, 0)) continue;
            // One step further only on an easier rung, which is begun on.
            const ChildGrade* grade = grade_of(block, child);
            if (read.beyond(skill, 1) || grade == nullptr || grade->rung >= 0)
                note(block, Kind::too_far, who(child) + skill);
        }
    }

    /// On the feet or on the floor with nothing to hold on to: who needs a hold or a seat begins where there is one.
    void check_start(const PlanBlock& block, const Activity& activity, std::size_t child) {
        const ChildRead& read = children_[child];
        const Set on_feet{"ST", "VS", "TK", "WK", "JP"}, still{"ST", "VS", "TK"}, held_by{"support", "position"};
        for (const char* device : {"walker", "crutches", "cane", "stander", "gait_trainer", "wheelchair"})
            if (activity.needs.contains(device)) return;
        const bool feet = on_feet.contains(activity.position);
        const bool carried = facts_.participants[child].child->moves_by == MovesBy::carried;
        const bool hold = feet && !carried && !read.lacks({"walk_free"}).empty();
        const bool seat = (feet || activity.position == "SF") && !read.lacks({"sit_free"}).empty();
        if (!hold && !seat) return;
        const ChildGrade* grade = grade_of(block, child);
        if (grade == nullptr || grade->rung >= 0 || static_cast<std::size_t>(-grade->rung) > activity.easier.size())
            return note(block, Kind::unheld, who(child) + "begins as written");
        const Rung& rung = activity.easier[static_cast<std::size_t>(-grade->rung) - 1];
        const std::string& position = rung.position.empty() ? activity.position : rung.position;
        const bool held = held_by.contains(rung.dimension);
        const bool stands = still.contains(position),
                   lies_or_sits = position == "SC" || position == "SU" || position == "PR";
        if (hold && (position == "WK" || position == "JP" || (stands && !held)))
            note(block, Kind::unheld, who(child) + "nothing to hold on rung " + std::to_string(grade->rung));
        if (seat && !lies_or_sits && !(position == "SF" && held))
            note(block, Kind::unheld, who(child) + "no seat on rung " + std::to_string(grade->rung));
    }

    [[nodiscard]] const ChildGrade* grade_of(const PlanBlock& block, std::size_t child) const {
        const auto found = std::ranges::find(block.grades, facts_.participants[child].child->id, &ChildGrade::child);
        return found == block.grades.end() ? nullptr : &*found;
    }

    void check_rungs(const PlanBlock& block, const Activity& activity, std::size_t child) {
        const ChildGrade* grade = grade_of(block, child);
        if (grade == nullptr) return;
        std::vector<int> all = grade->offered;
        if (grade->rung != 0 && std::ranges::count(all, grade->rung) == 0) {
            note(block, Kind::rung_not_offered, who(child) + std::to_string(grade->rung));
            all.push_back(grade->rung);
        }
        for (const int number : all) {
            const auto& ladder = number < 0 ? activity.easier : activity.harder;
            const auto place = static_cast<std::size_t>(std::abs(number)) - 1;
            if (number == 0 || place >= ladder.size())
                note(block, Kind::rung_not_offered, who(child) + "no rung " + std::to_string(number));
            else
                check_rung(block, activity, ladder[place], child, number);
        }
    }

    void check_rung(const PlanBlock& block, const Activity& activity, const Rung& rung, std::size_t child, int number) {
        const ChildRead& read = children_[child];
        const Done on_it = done(activity, &rung);
        const std::string name = who(child) + "rung " + std::to_string(number) + ", ";
        for (const auto& why : read.excluded_by_records(on_it)) note(block, Kind::rung, name + why);
        for (const auto& why : read.excluded_by_page(on_it)) note(block, Kind::rung, name + why);
        if (const auto need = read.lacks(on_it.needs); !need.empty()) note(block, Kind::rung_needs, name + need);
        if (!space_there(on_it.space)) note(block, Kind::rung_place, name + on_it.space);
        for (const auto& item : rung.items)
            if (!there(item, 1)) note(block, Kind::rung_item, name + item);
        // What it newly brings into the room, upon everybody else.
        const Done written = done(activity, nullptr);
        Done brought{.position = {},
                     .space = {},
                     .attributes = {},
                     .allergens = on_it.allergens,
                     .needs = {},
                     .skills = {},
                     .items = {},
                     .group = group()};
        for (const auto& mark : on_it.attributes)
            if (shared_marks.contains(mark) && !written.attributes.contains(mark)) brought.attributes.insert(mark);
        if (brought.attributes.empty()) return;
        for (std::size_t other = 0; other < children_.size(); ++other) {
            if (other == child) continue;
            for (const auto& why : children_[other].excluded_by_records(brought))
                note(block, Kind::bystander, name + "upon " + who(other) + why);
        }
    }

    const planning::Facts& facts_;
    const planning::Plan& plan_;
    const Records& records_;
    std::vector<ChildRead> children_;
    std::vector<Broken> broken_;
};

}  // namespace

std::vector<Broken> broken(const planning::Facts& facts, const planning::Plan& plan, const Records& records,
                           const Ages& ages) {
    return Checker(facts, plan, records, ages).run();
}

}  // namespace pegboard::safe_plans
