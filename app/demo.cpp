// Turns the tables of invented children into commands, with dates around today. It uses no chance,
// so that two demos of one day read alike, and it refuses to write past the front door.
#include "app/demo.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "app/demo_data.h"

namespace pegboard {
namespace {
constexpr int past_weeks = 5;
constexpr int coming_weeks = 2;

struct Team {
    TherapistId ot, pt;
};

std::vector<std::string> split(std::string_view list, char separator = '|') {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        parts.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

/// "left;right" -> both halves; the second is empty without a separator.
std::pair<std::string, std::string> halves(const std::string& text, std::string_view separator) {
    const std::size_t at = text.find(separator);
    if (at == std::string::npos) return {text, {}};
    return {text.substr(0, at), text.substr(at + separator.size())};
}

std::vector<double> numbers(std::string_view list) {
    std::vector<double> values;
    for (const std::string& text : split(list)) {
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        values.push_back(value);
    }
    return values;
}

std::optional<Date> in_days(Date today, int days) {
    return days == 0 ? std::nullopt : std::optional<Date>(today + days);
}

/// Runs commands until one is refused, and remembers why.
class Writer {
 public:
    explicit Writer(Caseload& caseload) : caseload_(caseload) {}
    void run(const Command& command) {
        if (status_.ok()) status_ = caseload_.run(command);
    }
    void refuse(Error error) {
        if (status_.ok()) status_ = std::move(error);
    }
    [[nodiscard]] const Status& status() const { return status_; }

 private:
    Caseload& caseload_;
    Status status_;
};

Team add_team(Writer& writer) {
    const Therapist amara{mint<TherapistId>(), "Amara Okafor", "OTR/L", Discipline::ot, false};
    const Therapist daniel{mint<TherapistId>(), "Daniel Reyes", "PT, DPT", Discipline::pt, false};
    const Therapist grace{mint<TherapistId>(), "Grace Whitfield", "COTA/L", Discipline::ot, false};
    for (const Therapist& each : {amara, daniel, grace}) writer.run(AddTherapist{each});
    Practice practice;
    practice.me = amara.id;
    practice.name = "Riverside Children's Therapy";
    writer.run(EditPractice{practice});
    return {amara.id, daniel.id};
}

// ---- children
void add_people(Child& child, const demo::DemoChild& data, int number) {
    int line = 0;
    for (const std::string& each : split(data.guardians)) {
        auto [name, relationship] = halves(each, ", ");
        const int digits = 100 + (number * 2 + line++) % 100;
        child.guardians.push_back({{}, name, relationship, "(555) 555-0" + std::to_string(digits), {}, {}});
    }
    for (const std::string& each : split(data.diagnoses)) {
        auto [name, code] = halves(each, ";");
        child.diagnoses.push_back({{}, name, code});
    }
}

void add_precautions(Child& child, const demo::DemoChild& data) {
    for (const std::string& each : split(data.precautions)) {
        ChildPrecaution precaution;
        const auto words = split(each, ';');
        precaution.code = words.front();
        for (std::size_t i = 1; i < words.size(); ++i) {
            auto [name, value] = halves(words[i], "=");
            if (name == "rescue_plan") child.rescue_plan = value;
            precaution.parameters[name] = value;
        }
        child.precautions.push_back(std::move(precaution));
    }
}

void add_services(Child& child, std::span<const demo::DemoSlot> slots, const Team& team) {
    for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
        Service service;
        service.discipline = discipline;
        service.therapist = discipline == Discipline::ot ? team.ot : team.pt;
        service.times = 0;
        for (const demo::DemoSlot& slot : slots) {
            const bool ours = slot.lead == Lead::both || (slot.lead == Lead::ot) == (discipline == Discipline::ot);
            if (!ours) continue;
            ++service.times;
            service.minutes = slot.length_min;
            service.place = slot.place;
        }
        if (service.times > 0) child.services.push_back(std::move(service));
    }
}

Child make_child(const demo::DemoChild& data, const demo::DemoWork& work, const Team& team, Date today, int number) {
    Child child;
    constexpr std::int64_t first_id = 1'000'000;  // the same in every run, so that avatars keep their colours
    child.id = ChildId{first_id + number};
    child.first_name = data.first_name;
    child.last_name = data.last_name;
    child.pronouns = data.pronouns;
    // Some days past the month, so that nobody has a birthday within the sessions written here.
    child.date_of_birth = add_months(today, -data.age_months) - (3 + number % 8);
    if (data.gestation_weeks > 0) child.gestation_weeks = data.gestation_weeks;
    child.school = data.school;
    child.language = data.language;
    child.interpreter_needed = data.interpreter;
    child.communication = data.communication;
    add_people(child, data, number);
    add_precautions(child, data);
    add_services(child, work.slots, team);
    for (const std::string& each : split(data.present_steps)) {
        auto [sequence, step] = halves(each, ";");
        child.present_steps.push_back({{}, sequence, step});
    }
    child.take_care = split(data.take_care);
    child.equipment = split(data.equipment);
    child.interests = split(data.interests);
    child.strengths = split(data.strengths);
    child.growth_areas = split(data.growth_areas);
    child.referral_date = today - (300 + number * 11 % 200);
    child.plan_of_care_start = today - 75;
    child.plan_of_care_end = in_days(today, data.plan_ends_in_days);
    child.iep_date = in_days(today, data.iep_in_days);
    child.reevaluation_due = in_days(today, data.reevaluation_in_days);
    return child;
}

// ---- goals
Goal make_goal(const demo::DemoGoal& data, ChildId child, const Team& team, Date today) {
    Goal goal;
    goal.id = mint<GoalId>();
    goal.child = child;
    goal.title = data.title;
    goal.skill = data.skill;
    goal.discipline = data.discipline;
    goal.side = data.side;
    goal.baseline = numbers(data.baseline);
    goal.measure = data.measure;
    goal.target = data.target;
    goal.successes = data.successes;
    goal.attempts = data.attempts;
    goal.sessions_in_row = 3;
    goal.minutes_per_week = 15;
    goal.routine = data.routine;
    goal.start = today - 75;
    goal.due = today + data.due_days;
    goal.priority = data.priority;
    goal.status = data.status;
    if (data.status == GoalStatus::met) goal.closed_on = today - 5;
    goal.therapist = data.discipline == Discipline::ot ? team.ot : team.pt;
    return goal;
}

void add_objectives(Writer& writer, const demo::DemoGoal& data, const Goal& goal, Date today) {
    const auto titles = split(data.steps);
    for (std::size_t i = 0; i < titles.size(); ++i) {
        Goal step = goal;
        step.id = mint<GoalId>();
        step.parent = goal.id;
        step.term = GoalTerm::short_term;
        step.title = titles[i];
        const double share = static_cast<double>(i + 1) / static_cast<double>(titles.size() + 1);
        const double from = goal.baseline.front();
        step.target = std::round(from + (data.target - from) * share);
        step.successes = step.attempts = 0;
        step.sessions_in_row = 2;
        const bool done = data.status == GoalStatus::met || (i == 0 && titles.size() > 1);
        step.due = done ? today - 12 : today + std::max(7, data.due_days / 2);
        if (done) {
            step.status = GoalStatus::met;
            step.closed_on = today - 12;
        }
        writer.run(AddGoal{step});
    }
}

std::vector<Goal> add_goals(Writer& writer, std::span<const demo::DemoGoal> table, ChildId child, const Team& team,
                            Date today) {
    std::vector<Goal> goals;
    for (const demo::DemoGoal& each : table) {
        goals.push_back(make_goal(each, child, team, today));
        writer.run(AddGoal{goals.back()});
        add_objectives(writer, each, goals.back(), today);
    }
    return goals;
}

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

void add_sessions(Writer& writer, const Library& library, const demo::DemoChild& data, const demo::DemoWork& work,
                  const Child& child, const std::vector<Goal>& goals, const Team& team, Date today) {
    for (const demo::DemoSlot& slot : work.slots) {
        const auto series = mint<SeriesId>();
        for (int week = past_weeks; week >= -coming_weeks; --week) {
            Session session;
            session.id = mint<SessionId>();
            session.child = child.id;
            session.date = working_day_after(today, slot.offset) - 7 * week;
            if (session.date - today > 7 * coming_weeks) break;
            session.start_min = slot.start_min;
            session.length_min = slot.length_min;
            session.place = slot.place;
            session.space = slot.space;
            session.lead = slot.lead;
            session.therapist = slot.lead == Lead::pt ? team.pt : team.ot;
            if (slot.lead == Lead::both) session.co_therapist = team.pt;
            session.series = series;
            settle_outcome(session, data, week, today);
            for (const Goal& goal : goals) {
                const bool led =
                    slot.lead == Lead::both || (goal.discipline == Discipline::ot) == (slot.lead == Lead::ot);
                if (led && goal.status != GoalStatus::draft) session.goals.push_back(goal.id);
            }
            const bool unplanned = session.date > today + 2 || (data.first_name == "Amina" && session.date == today);
            if (!unplanned && session.status != SessionStatus::not_held)
                session.blocks = make_blocks(writer, library, work.plan, goals, session.length_min);
            writer.run(AddSession{session});
        }
    }
}

// ---- the many children of load tests
constexpr std::array first_names{"Ada",  "Bilal", "Chloé", "Dmitri", "Esme",  "Farah",   "Gus",   "Ines",
                                 "Juno", "Kofi",  "Leila", "Milo",   "Nadia", "Oskar",   "Petra", "Quinn",
                                 "Rosa", "Samir", "Tomás", "Uma",    "Viggo", "Wanjiru", "Ximena"};
constexpr std::array last_names{"Abara",  "Brandt", "Castillo", "Dubois", "Eriksen", "Farouk", "Green",
                                "Hansen", "Ito",    "Jansen",   "Kaya",   "Lopez",   "Moreau", "Novak"};
constexpr std::size_t goals_each = 10;

void add_extra_child(Writer& writer, const Team& team, Date today, int number) {
    const auto index = static_cast<std::size_t>(number);
    demo::DemoChild data = demo::children()[index % demo::child_count];
    const demo::DemoWork& work = demo::work()[index % demo::child_count];
    data.first_name = first_names[index % first_names.size()];
    data.last_name = last_names[index % last_names.size()];
    data.guardians = {};
    data.age_months = 24 + number * 7 % 120;
    Child child = make_child(data, work, team, today, number);
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

Status write_demo(Caseload& caseload, const Library& library, Date today, int children) {
    Writer writer(caseload);
    const Team team = add_team(writer);
    for (int number = 0; number < children && writer.status().ok(); ++number) {
        const auto index = static_cast<std::size_t>(number);
        if (index >= demo::child_count) {
            add_extra_child(writer, team, today, number);
            continue;
        }
        const demo::DemoChild& data = demo::children()[index];
        const demo::DemoWork& work = demo::work()[index];
        const Child child = make_child(data, work, team, today, number);
        writer.run(AddChild{child});
        const auto goals = add_goals(writer, work.goals, child.id, team, today);
        add_sessions(writer, library, data, work, child, goals, team, today);
    }
    return writer.status();
}

}  // namespace pegboard
