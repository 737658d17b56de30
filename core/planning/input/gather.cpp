// Facts of a session, read from an open caseload.
#include "core/planning/input/gather.h"

#include <algorithm>
#include <array>

#include "core/progress/attention.h"
#include "core/rules/asking.h"

namespace pegboard::planning {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// A held session up to the day of the plan, in which the child took part.
bool counts_for(const Session& held, const Session& planned, ChildId child) {
    if (held.status != SessionStatus::held || held.id == planned.id || held.date > planned.date) return false;
    const auto* part = participant(held, child);
    return part != nullptr ? part->attendance != Attendance::absent : held.child == child;
}

Outcome outcome_for(const Block& block, ChildId child) {
    const auto noted = std::ranges::find(block.children, child, &BlockChild::child);
    switch (noted == block.children.end() ? Response::not_noted : noted->response) {
        case Response::loved:
            return Outcome::loved;
        case Response::hard:
            return Outcome::hard;
        case Response::refused:
            return Outcome::refused;
        case Response::fine:
            return Outcome::fine;
        case Response::not_noted:
            break;
    }
    return Outcome::not_noted;
}

/// True when somebody said that the block was done: begun, ended, or remarked on by more than a refusal. Of a session
/// that was only marked as held nothing is known about its blocks.
bool was_done(const Block& block) {
    if (block.state == BlockState::skipped) return false;
    const bool touched = block.state == BlockState::done || !block.started_at.empty() || block.done_s > 0;
    return touched || std::ranges::any_of(block.children, [](const BlockChild& each) {
               return each.response != Response::not_noted && each.response != Response::refused;
           });
}

/// Done, or offered and refused: what a child was met with.
bool took_place(const Block& block, ChildId child) {
    return was_done(block) || (block.state != BlockState::skipped && outcome_for(block, child) == Outcome::refused);
}

std::vector<HistoryFacts> history_of(const Caseload& caseload, const Session& planned, ChildId child) {
    std::map<std::string, HistoryFacts, std::less<>> latest;
    for (const Session& held : caseload.sessions()) {  // by date: later ones replace earlier ones
        if (!counts_for(held, planned, child)) continue;
        for (const Block& block : held.blocks)
            if (!block.activity.empty() && took_place(block, child))
                latest[block.activity] = {block.activity, held.date, outcome_for(block, child)};
    }
    std::vector<HistoryFacts> history;
    for (auto& [activity, once] : latest) history.push_back(std::move(once));
    return history;
}

/// True when the session worked on the goal: in a block that was done, or at all where it had no plan.
bool worked_on(const Session& held, GoalId goal) {
    const auto names = [&](const std::vector<GoalId>& goals) { return std::ranges::count(goals, goal) > 0; };
    if (held.blocks.empty()) return names(held.goals);
    return std::ranges::any_of(held.blocks, [&](const Block& block) { return was_done(block) && names(block.goals); });
}

/// The day of the newest value that counts, up to the plan's day: what is measured was practised. Values of a session
/// in which the child was absent, or that was not held, are nobody's practice.
std::optional<Date> last_recorded(const Caseload& caseload, const Session& planned, GoalId goal) {
    const auto points = caseload.points(goal);
    if (!points.ok()) return std::nullopt;
    std::optional<Date> last;
    for (const DataPoint& point : *points.value()) {
        if (!point.valid || point.date > planned.date || (point.session && point.session == planned.id)) continue;
        const Session* in = point.session ? caseload.session(point.session) : nullptr;
        const auto* part = in == nullptr ? nullptr : participant(*in, point.child);
        const bool away = part != nullptr && part->attendance == Attendance::absent;
        if (away || (in != nullptr && in->status == SessionStatus::not_held)) continue;
        if (!last || *last < point.date) last = point.date;
    }
    return last;
}

std::optional<Date> last_worked_on(const Caseload& caseload, const Session& planned, ChildId child, GoalId goal) {
    std::optional<Date> last;
    const auto& sessions = caseload.sessions();
    for (auto held = sessions.rbegin(); held != sessions.rend() && !last; ++held)
        if (counts_for(*held, planned, child) && worked_on(*held, goal)) last = held->date;
    if (const auto recorded = last_recorded(caseload, planned, goal); recorded && (!last || *last < *recorded))
        last = recorded;
    return last;
}

/// Days between two sessions of the discipline, as the plan of care asks; a week where it says nothing.
double days_between_sessions(const Child& child, Discipline discipline) {
    constexpr double week = 7, month = 365.25 / 12;
    double a_day = 0;
    for (const Service& service : child.services)
        if (service.discipline == discipline && service.mode != ServiceMode::consult && service.times > 0)
            a_day += service.times / (service.per == ServicePer::week ? week : month);
    return a_day > 0 ? 1 / a_day : week;
}

/// The active long-term goal that an objective is the same work as: it trains the same skill.
const Goal* same_work(const Caseload& caseload, const Goal& goal) {
    const Goal* parent = goal.parent ? caseload.goal(goal.parent) : nullptr;
    const bool same = parent != nullptr && parent->status == GoalStatus::active && parent->skill == goal.skill &&
                      parent->side == goal.side && parent->discipline == goal.discipline;
    return same ? parent : nullptr;
}

/// The active goals of a child that the session chose; all active ones where it chose none.
std::vector<const Goal*> chosen_goals(const Caseload& caseload, const Session& session, ChildId child) {
    std::vector<const Goal*> active, chosen;
    for (const Goal& goal : caseload.goals()) {
        if (goal.child != child || goal.status != GoalStatus::active) continue;
        active.push_back(&goal);
        if (std::ranges::count(session.goals, goal.id) > 0) chosen.push_back(&goal);
    }
    return chosen.empty() ? active : chosen;
}

/// How far a goal lies below its aim line, planner.md part 4: by what was recorded, else by the baseline, else nothing
/// and the planner takes its default. Of a goal and its objectives the one furthest behind by its data speaks.
void set_shortfall(GoalFacts& facts, const std::optional<progress::Shortfall>& found) {
    if (!found) return;
    const bool better_known = !facts.shortfall || (found->recorded && !facts.recorded);
    const bool further_behind = found->recorded == facts.recorded && found->share > facts.shortfall.value_or(0);
    if (!better_known && !further_behind) return;
    facts.shortfall = found->share;
    facts.recorded = found->recorded;
}

GoalFacts facts_of(const Caseload& caseload, const Session& planned, const Child& child, const Goal& goal) {
    GoalFacts facts;
    facts.goal = goal.id;
    facts.title = goal.title;
    facts.skill = goal.skill;
    facts.bank_goal = goal.bank_goal;
    facts.discipline = goal.discipline;
    facts.side = goal.side;
    facts.priority = goal.priority;
    facts.last_worked_on = last_worked_on(caseload, planned, child.id, goal.id);
    facts.days_between_sessions = days_between_sessions(child, goal.discipline);
    facts.due = goal.due;
    if (goal.dose_min > 0) facts.dose_min = goal.dose_min;
    facts.minutes_per_week = goal.minutes_per_week;
    facts.measure = goal.measure;
    set_shortfall(facts, progress::shortfall_of(caseload, goal, planned.date));
    for (const Goal& objective : caseload.goals()) {
        if (objective.parent != goal.id || objective.status != GoalStatus::active) continue;
        if (same_work(caseload, objective) == nullptr) continue;
        if (objective.due && (!facts.due || *objective.due < *facts.due)) facts.due = objective.due;
        const auto worked = last_worked_on(caseload, planned, child.id, objective.id);
        if (worked && (!facts.last_worked_on || *facts.last_worked_on < *worked)) facts.last_worked_on = worked;
        set_shortfall(facts, progress::shortfall_of(caseload, objective, planned.date));
    }
    if (const Goal* whole = same_work(caseload, goal)) {  // an objective chosen without its goal
        const auto worked = last_worked_on(caseload, planned, child.id, whole->id);
        if (worked && (!facts.last_worked_on || *facts.last_worked_on < *worked)) facts.last_worked_on = worked;
    }
    return facts;
}

DayMood mood_of(Energy energy) {
    return energy == Energy::tired ? DayMood::tired : energy == Energy::lively ? DayMood::lively : DayMood::usual;
}

/// Everyone who is expected, in the session's order.
std::vector<Child> who_comes(const Caseload& caseload, const Session& session) {
    std::vector<Child> present;
    std::vector<ChildId> ids = present_children(session);
    if (session.participants.empty()) ids.push_back(session.child);
    for (const ChildId id : ids)
        if (const Child* child = caseload.child(id); child != nullptr) present.push_back(*child);
    return present;
}

/// A neck that a diagnosis puts in question counts as not checked until somebody answers: nothing that curls, rolls or
/// loads it is suggested before.
void hold_back_until_answered(Child& child, const Library& library) {
    std::vector<ChildPrecaution> open;
    for (const ProposedPrecaution& proposed : proposed_precautions(child, library))
        if (proposed.precaution->code == "aai") open.push_back(accepted(proposed));
    child.precautions.insert(child.precautions.end(), open.begin(), open.end());
}

Participant facts_of(const Caseload& caseload, const Session& session, const Child& child) {
    Participant one;
    one.child = &child;
    const auto chosen = chosen_goals(caseload, session, child.id);
    for (const Goal* goal : chosen) {
        if (std::ranges::count(chosen, same_work(caseload, *goal)) > 0) continue;
        one.goals.push_back(facts_of(caseload, session, child, *goal));
        for (const Goal* other : chosen)
            if (same_work(caseload, *other) == goal && std::ranges::count(session.goals, other->id) > 0)
                one.goals.back().also.push_back(other->id);
    }
    one.history = history_of(caseload, session, child.id);
    one.excluded.insert(child.avoids.begin(), child.avoids.end());
    if (const auto* part = participant(session, child.id); part != nullptr) one.mood = mood_of(part->energy);
    return one;
}

/// Spaces: the kept place's and the session's own. A room or hall of which no more is known has a wall and a table.
Ids spaces_of(const WorkPlace* place, const Session& session) {
    Ids spaces;
    if (place != nullptr) spaces.insert(place->spaces.begin(), place->spaces.end());
    const bool known = !spaces.empty();
    if (!session.space.empty()) spaces.insert(session.space);
    if (spaces.empty()) spaces.insert("room");
    if (!known && (spaces.contains("room") || spaces.contains("hall"))) spaces.insert({"wall", "table"});
    return spaces;
}

/// Latex-free are items of which every one at hand is marked so.
Ids latex_free(const std::vector<ItemAtHand>& at_hand) {
    Ids free, other;
    for (const ItemAtHand& each : at_hand) (each.latex_free ? free : other).insert(each.item);
    for (const auto& item : other) free.erase(item);
    return free;
}

/// A child's own walker, chair or crutches come with the children recorded to have one, from nowhere else.
void bring_own_devices(const Caseload& caseload, const Session& session, PlaceFacts& facts) {
    const auto uses_one = [](const Child& child) {
        constexpr std::array kinds{DeviceKind::wheelchair,   DeviceKind::power_wheelchair, DeviceKind::walker,
                                   DeviceKind::gait_trainer, DeviceKind::crutches,         DeviceKind::cane};
        for (const ChildDevice& device : child.devices)
            if (std::ranges::find(kinds, device.kind) != kinds.end()) return true;
        return child.moves_by == MovesBy::wheels;
    };
    const std::string own = "own_device";
    facts.in_bag.erase(own);
    facts.here.erase(own);
    const auto children = who_comes(caseload, session);
    if (!children.empty() && std::ranges::all_of(children, uses_one)) facts.here[own] = 0;
    const auto has_stander = [](const Child& child) {
        return std::ranges::count(child.devices, DeviceKind::stander, &ChildDevice::kind) > 0;
    };
    if (!children.empty() && std::ranges::all_of(children, has_stander)) facts.here["stander"] = 0;
}

PlaceFacts place_of(const Caseload& caseload, const Library& library, const Session& session) {
    PlaceFacts facts;
    const WorkPlace* place = session.work_place ? caseload.place(session.work_place) : nullptr;
    const Bag* bag = session.bag ? caseload.bag(session.bag) : nullptr;
    facts.has_bag = bag != nullptr;
    facts.name = place != nullptr ? place->name : session.place;
    facts.spaces = spaces_of(place, session);
    std::vector<ItemAtHand> at_hand;
    if (place != nullptr) {
        facts.home = place->kind == PlaceKind::home;
        for (const ItemAtHand& each : place->items) facts.here[each.item] = 0;
        at_hand = place->items;
        if (place->substitutes_count)
            for (const Item& item : library.items()) facts.substitutes_allowed.insert(item.id);
    }
    if (bag != nullptr) {
        for (const ItemAtHand& each : bag->items) facts.in_bag[each.item] = 0;
        at_hand.insert(at_hand.end(), bag->items.begin(), bag->items.end());
    }
    if (at_hand.empty())
        for (const Item& item : library.items())
            if (item.id != "stairs" && item.id != "playground") facts.in_bag[item.id] = 0;  // they are places
    bring_own_devices(caseload, session, facts);
    for (const auto& item : session.without) {
        facts.here.erase(item);
        facts.in_bag.erase(item);
    }
    facts.inventory.latex_free = latex_free(at_hand);
    return facts;
}

/// What other sessions of the therapist's day bring from elsewhere.
Ids coming_along(const Caseload& caseload, const Library& library, const Session& session) {
    Ids items;
    for (const Session& other : caseload.sessions()) {
        if (other.date != session.date || other.id == session.id || other.therapist != session.therapist) continue;
        if (other.status == SessionStatus::not_held) continue;
        const WorkPlace* place = other.work_place ? caseload.place(other.work_place) : nullptr;
        const auto kept_there = [&](const std::string& item) {
            return place != nullptr && std::ranges::count(place->items, item, &ItemAtHand::item) > 0;
        };
        for (const Block& block : other.blocks)
            if (const Activity* activity = library.activity(block.activity); activity != nullptr)
                for (const ActivityItem& used : activity->items)
                    if (!used.optional && !kept_there(used.item)) items.insert(used.item);
    }
    return items;
}

/// What the therapist comes back to.
Ids favourites(const Caseload& caseload) {
    Ids ids;
    for (const Favourite& each : caseload.favourites()) ids.insert(each.activity);
    return ids;
}

/// A setting of -2..2 as percent of the usual weight.
int percent(int setting) { return 100 + 50 * std::clamp(setting, -2, 2); }

SessionFacts session_of(const Caseload& caseload, const Library& library, const Session& session) {
    const Practice& practice = caseload.practice();
    SessionFacts facts;
    facts.id = session.id;
    facts.date = session.date;
    facts.length_min = session.length_min;
    facts.lead = session.lead;
    facts.adults = adults_of(session);
    facts.transition_min = practice.transition_min;
    facts.sliders = {percent(practice.plan_variety), percent(practice.plan_fun), percent(practice.plan_few_materials)};
    facts.coming_along = coming_along(caseload, library, session);
    return facts;
}

}  // namespace

std::vector<const Goal*> goals_weighed(const Caseload& caseload, const Session& session) {
    std::vector<const Goal*> all;
    for (const Child& child : who_comes(caseload, session)) {
        const auto chosen = chosen_goals(caseload, session, child.id);
        for (const Goal* goal : chosen)
            if (std::ranges::count(session.goals, goal->id) > 0 ||
                std::ranges::count(chosen, same_work(caseload, *goal)) == 0)
                all.push_back(goal);
    }
    return all;
}

bool stays(const Block& block) {
    return block.pinned || block.state != BlockState::planned || !block.started_at.empty() || block.done_s > 0 ||
           !block.override_reason.empty();
}

Facts gather(const Caseload& caseload, const Library& library, const Session& session) {
    Facts facts;
    facts.session = session_of(caseload, library, session);
    facts.place = place_of(caseload, library, session);
    std::vector<Child> coming = who_comes(caseload, session);
    for (Child& child : coming) hold_back_until_answered(child, library);
    facts.kept = std::make_shared<const std::vector<Child>>(std::move(coming));
    for (const Child& child : *facts.kept) facts.participants.push_back(facts_of(caseload, session, child));
    facts.hand.favourites = favourites(caseload);
    facts.hand.swapped_out.insert(session.swapped_out.begin(), session.swapped_out.end());
    for (const Block& block : session.blocks)
        if (stays(block))
            facts.hand.pins.push_back({block.activity, block.arc, block.minutes, block.override_reason, block.goals});
    return facts;
}

}  // namespace pegboard::planning
