// Turns the tables of invented children into commands, with dates around today. It uses no chance,
// so that two demos of one day read alike, and it refuses to write past the front door.
#include "core/demo/demo.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

#include "core/demo/demo_parts.h"
#include "core/demo/demo_progress.h"
#include "core/store/clock.h"

namespace pegboard {
namespace {
using demo::add_goals;
using demo::add_team;
using demo::make_child;
using demo::make_goal;
using demo::split;
using demo::Team;
using demo::Writer;

constexpr int past_weeks = 10;
constexpr int coming_weeks = 2;

// ---- sessions
std::string family_of(const Library& library, const std::string& skill) {
    const Skill* known = library.skill(skill);
    return known && !known->parent.empty() ? known->parent : skill;
}

/// The goals an activity works towards: same sequence of skills; else those of its discipline.
std::vector<GoalId> goals_served(const Library& library, const Activity& activity, const std::vector<Goal>& goals) {
    std::vector<GoalId> by_skill, by_discipline;
    for (const Goal& goal : goals) {
        if (goal.status == GoalStatus::draft) continue;
        const std::string family = family_of(library, goal.skill);
        for (const std::string& skill : activity.skills)
            if (family_of(library, skill) == family && (by_skill.empty() || by_skill.back() != goal.id))
                by_skill.push_back(goal.id);
        const std::string_view word = goal.discipline == Discipline::ot ? "OT" : "PT";
        if (by_discipline.empty() && (activity.discipline == word || activity.discipline == "shared"))
            by_discipline.push_back(goal.id);
    }
    return by_skill.empty() ? by_discipline : by_skill;
}

/// The usual plan, as far as it fits into `minutes`.
std::vector<Block> make_blocks(Writer& writer, const Library& library, std::span<const demo::DemoBlock> plan,
                               const std::vector<Goal>& goals, int minutes) {
    std::vector<Block> blocks;
    for (const demo::DemoBlock& each : plan) {
        if (each.minutes > minutes) continue;
        minutes -= each.minutes;
        const Activity* activity = library.activity(each.activity);
        if (!activity) {
            writer.refuse({ErrorKind::missing,
                           {},
                           "The demo needs an activity that this library does not have.",
                           std::string(each.activity)});
            return {};
        }
        Block block;
        block.id = mint<BlockId>();
        block.arc = each.arc;
        block.activity = activity->id;
        block.title = activity->title;
        block.minutes = each.minutes;
        block.goals = goals_served(library, *activity, goals);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

Date working_day_after(Date today, int count) {
    Date day = today;
    while (count > 0) {
        day = day + 1;
        if (weekday(day) < 5) --count;
    }
    return day;
}

/// What happened, week by week: 0 is the slot's own date, 1 the week before, -1 the week after.
void settle_outcome(Session& session, const demo::DemoChild& data, int week, Date today) {
    const auto miss = [&](NotHeldReason reason, const char* note) {
        session.status = SessionStatus::not_held;
        session.not_held_reason = reason;
        session.note = note;
    };
    if (data.first_name == "Amina" && week == 1) return miss(NotHeldReason::therapist_away, "Owed to Amina.");
    if (data.first_name == "Łucja" && week == 1) return miss(NotHeldReason::therapist_away, "Made up a week later.");
    if (data.first_name == "Liam" && week == 3) return miss(NotHeldReason::child_ill, "Home with a cold.");
    const bool first_today = session.date == today && session.start_min < 9 * 60;
    if (session.date >= today && !first_today) return;
    session.status = SessionStatus::held;
    session.held_min = week == 4 ? session.length_min - 5 : session.length_min;
    const bool note_missing = first_today || (data.first_name == "Sofia" && today - session.date <= 4);
    const auto notes = split(data.notes);
    if (!note_missing && !notes.empty()) session.note = notes[static_cast<std::size_t>(week) % notes.size()];
}

std::vector<ItemAtHand> items_of(const demo::DemoKit& kit) {
    std::vector<ItemAtHand> items;
    const auto latex_free = split(kit.latex_free);
    for (const std::string& item : split(kit.items))
        items.push_back({.id = {}, .item = item, .latex_free = std::ranges::count(latex_free, item) > 0});
    return items;
}

/// Places and the bag, kept; the team remembers them by name.
void add_kits(Writer& writer, Team& team) {
    for (const demo::DemoKit& kit : demo::kits()) {
        if (kit.spaces.empty()) {
            Bag bag;
            bag.id = team.bag = mint<BagId>();
            bag.name = kit.name;
            bag.items = items_of(kit);
            writer.run(AddBag{bag});
            continue;
        }
        WorkPlace place;
        place.id = mint<PlaceId>();
        place.name = kit.name;
        place.kind = kit.kind;
        place.spaces = split(kit.spaces);
        place.items = items_of(kit);
        writer.run(AddPlace{place});
        team.places[place.name] = place.id;
    }
}

/// The session of a slot `week` weeks before its next date; without children, goals and plan.
Session session_of(const demo::DemoSlot& slot, const Team& team, SeriesId series, int week, Date today) {
    Session session;
    session.id = mint<SessionId>();
    session.date = working_day_after(today, slot.offset) - 7 * week;
    session.start_min = slot.start_min;
    session.length_min = slot.length_min;
    session.place = slot.place;
    session.space = slot.space;
    if (const auto place = team.places.find(session.place); place != team.places.end()) {
        session.work_place = place->second;
        session.bag = team.bag;
    }
    session.lead = slot.lead;
    session.therapist = slot.lead == Lead::pt ? team.pt : team.ot;
    if (slot.lead == Lead::both) session.co_therapist = team.pt;
    session.series = series;
    return session;
}

void add_goals_led(Session& session, const std::vector<Goal>& goals) {
    for (const Goal& goal : goals) {
        const bool led =
            session.lead == Lead::both || (goal.discipline == Discipline::ot) == (session.lead == Lead::ot);
        if (led && goal.status != GoalStatus::draft) session.goals.push_back(goal.id);
    }
}

/// A child of the demo as it was written.
struct Written {
    const demo::DemoChild* data = nullptr;
    const demo::DemoWork* work = nullptr;
    Child child;
    std::vector<Goal> goals;
    std::vector<Session> sessions{};
};

void add_sessions(Writer& writer, const Library& library, Written& one, const Team& team, Date today) {
    for (const demo::DemoSlot& slot : one.work->slots) {
        if (slot.group) continue;
        const auto series = mint<SeriesId>();
        for (int week = past_weeks; week >= -coming_weeks; --week) {
            Session session = session_of(slot, team, series, week, today);
            if (session.date - today > 7 * coming_weeks) break;
            session.child = one.child.id;
            settle_outcome(session, *one.data, week, today);
            add_goals_led(session, one.goals);
            const bool unplanned =
                session.date > today + 2 || (one.data->first_name == "Amina" && session.date == today);
            if (!unplanned && session.status != SessionStatus::not_held)
                session.blocks = make_blocks(writer, library, one.work->plan, one.goals, session.length_min);
            demo::add_responses(session, week);
            writer.run(AddSession{session});
            one.sessions.push_back(std::move(session));
        }
    }
}

/// The group that comes together at the first member's group appointment.
void add_group(Writer& writer, const Library& library, const std::vector<Written>& all, const Team& team, Date today) {
    Group group{.id = mint<GroupId>(), .name = std::string(demo::group().name), .members = {}, .note = {}};
    std::vector<Goal> goals;
    const Written* first = nullptr;
    for (const std::string& name : split(demo::group().members)) {
        const auto found = std::ranges::find(all, name, [](const Written& one) { return one.data->first_name; });
        if (found == all.end()) return;  // a smaller demo
        if (first == nullptr) first = &*found;
        group.members.push_back(found->child.id);
        goals.insert(goals.end(), found->goals.begin(), found->goals.end());
    }
    writer.run(AddGroup{group});
    const auto slot = std::ranges::find(first->work->slots, true, &demo::DemoSlot::group);
    const auto series = mint<SeriesId>();
    for (int week = past_weeks; week >= -coming_weeks; --week) {
        Session session = session_of(*slot, team, series, week, today);
        session.child = group.members.front();
        session.group = group.id;
        for (const ChildId member : group.members) session.participants.push_back(Participant{.child = member});
        settle_outcome(session, *first->data, week, today);
        add_goals_led(session, goals);
        if (session.date <= today + 2)
            session.blocks = make_blocks(writer, library, demo::group().plan, goals, session.length_min);
        writer.run(AddSession{session});
    }
}

// ---- the many children of load tests
constexpr std::array first_names{"Ada",  "Bilal", "Chloé", "Dmitri", "Esme",  "Farah",   "Gus",   "Ines",
                                 "Juno", "Kofi",  "Leila", "Milo",   "Nadia", "Oskar",   "Petra", "Quinn",
                                 "Rosa", "Samir", "Tomás", "Uma",    "Viggo", "Wanjiru", "Ximena"};
constexpr std::array last_names{"Abara",  "Brandt", "Castillo", "Dubois", "Eriksen", "Farouk", "Green",
                                "Hansen", "Ito",    "Jansen",   "Kaya",   "Lopez",   "Moreau", "Novak"};
constexpr std::size_t goals_each = 10;

void add_extra_child(Writer& writer, const Library& library, const Team& team, Date today, int number) {
    const auto index = static_cast<std::size_t>(number);
    demo::DemoChild data = demo::children()[index % demo::child_count];
    const demo::DemoWork& work = demo::work()[index % demo::child_count];
    data.first_name = first_names[index % first_names.size()];
    data.last_name = last_names[index % last_names.size()];
    data.guardians = {};
    data.age_months = 24 + number * 7 % 120;
    Child child = make_child(data, work, team, today, number);
    demo::add_moving_and_asking(child, library, team.ot, today);
    if (index >= first_names.size() * last_names.size()) child.last_name += " " + std::to_string(number);
    writer.run(AddChild{child});
    std::vector<Goal> goals;
    for (std::size_t i = index; goals.size() < goals_each; ++i) {
        const auto table = demo::work()[i % demo::child_count].goals;
        for (std::size_t k = 0; k < table.size() && goals.size() < goals_each; ++k) {
            goals.push_back(make_goal(table[k], child.id, team, today));
            writer.run(AddGoal{goals.back()});
        }
    }
    Session session;
    session.id = mint<SessionId>();
    session.child = child.id;
    session.date = today - (1 + number / 16);
    session.start_min = 8 * 60 + number % 16 * 30;
    session.place = "Clinic, room 3";
    session.space = "room";
    session.therapist = team.ot;
    session.goals = {goals.front().id};
    session.status = SessionStatus::held;
    session.held_min = session.length_min;
    session.note = "Good session.";
    writer.run(AddSession{session});
}
}  // namespace

DemoClock::DemoClock(std::function<std::int64_t()> later) : later_(std::move(later)) {
    if (!later_) later_ = store::system_now_ms;
}

std::function<std::int64_t()> DemoClock::now_ms() const {
    return [stands = stands_, later = later_] { return *stands != 0 ? *stands : later(); };
}

void DemoClock::stand_at(Date day, int minute) {
    const auto date = parts(day);
    std::tm local{};
    local.tm_year = date.year - 1900;
    local.tm_mon = date.month - 1;
    local.tm_mday = date.day;
    local.tm_min = minute;
    local.tm_isdst = -1;
    *stands_ = static_cast<std::int64_t>(std::mktime(&local)) * 1000;
}

void DemoClock::go_on() { *stands_ = 0; }

Status write_demo(Caseload& caseload, const Library& library, Date today, int children, DemoClock* clock) {
    if (clock != nullptr) clock->stand_at(today - (demo::notes_of_days + 1), 8 * 60);
    Writer writer(caseload);
    const demo::Run run = [&](const Command& command) { writer.run(command); };
    Team team = add_team(writer);
    add_kits(writer, team);
    std::vector<Written> all;
    for (int number = 0; number < children && writer.status().ok(); ++number) {
        const auto index = static_cast<std::size_t>(number);
        if (index >= demo::child_count) {
            add_extra_child(writer, library, team, today, number);
            continue;
        }
        Written one{&demo::children()[index], &demo::work()[index], {}, {}, {}};
        one.child = make_child(*one.data, *one.work, team, today, number);
        demo::add_moving_and_asking(one.child, library, team.ot, today);
        writer.run(AddChild{one.child});
        add_disclosures(writer, caseload, one.child, team, today);
        one.goals = add_goals(writer, one.work->goals, one.child, team, today);
        add_sessions(writer, library, one, team, today);
        demo::record_child(run, one.data->first_name, one.goals, one.sessions, today);
        all.push_back(std::move(one));
    }
    if (writer.status().ok()) add_group(writer, library, all, team, today);
    if (writer.status().ok()) demo::add_group_and_notes(run, caseload, today, clock);
    if (clock != nullptr) clock->go_on();
    return writer.status();
}

}  // namespace pegboard
