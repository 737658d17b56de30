// The demo's team, children and goals, from the tables of invented words.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/demo/demo_parts.h"
#include "core/demo/demo_progress.h"
#include "core/rules/goals/goal_writing.h"

namespace pegboard::demo {
namespace {
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

// ---- children
void add_people(Child& child, const DemoChild& data, int number) {
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

void add_precautions(Child& child, const DemoChild& data) {
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

void add_services(Child& child, std::span<const DemoSlot> slots, const Team& team) {
    for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
        Service service;
        service.discipline = discipline;
        service.therapist = discipline == Discipline::ot ? team.ot : team.pt;
        service.times = 0;
        for (const DemoSlot& slot : slots) {
            const bool ours = slot.lead == Lead::both || (slot.lead == Lead::ot) == (discipline == Discipline::ot);
            if (!ours || slot.group) continue;
            ++service.times;
            service.minutes = slot.length_min;
            service.place = slot.place;
        }
        if (service.times > 0) child.services.push_back(std::move(service));
    }
}

/// Everyone of the group is promised its appointment.
void add_group_service(Child& child, const Team& team) {
    const std::vector<std::string> members = split(group().members);
    if (std::ranges::find(members, child.first_name) == members.end()) return;
    for (std::size_t i = 0; i < child_count; ++i)
        for (const DemoSlot& slot : work()[i].slots) {
            if (!slot.group || children()[i].first_name != members.front()) continue;
            Service service;
            service.discipline = slot.lead == Lead::pt ? Discipline::pt : Discipline::ot;
            service.therapist = slot.lead == Lead::pt ? team.pt : team.ot;
            service.mode = ServiceMode::group;
            service.minutes = slot.length_min;
            service.place = slot.place;
            child.services.push_back(std::move(service));
        }
}

void add_objectives(Writer& writer, const DemoGoal& data, const Goal& goal, const std::string& name, Date today) {
    const auto steps = split(data.steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto [title, reach] = halves(steps[i], ";");
        Goal step = goal;
        step.id = mint<GoalId>();
        step.parent = goal.id;
        step.term = GoalTerm::short_term;
        step.title = title;
        step.successes = step.attempts = 0;
        if (const auto [n, of] = halves(reach, "/"); !of.empty()) {
            step.successes = std::stoi(n);
            step.attempts = std::stoi(of);
            step.target = 100.0 * step.successes / step.attempts;
        } else {
            step.target = std::stod(n);
        }
        step.sessions_in_row = 2;
        const bool done = data.status == GoalStatus::met || (i == 0 && steps.size() > 1);
        step.due = done ? today - 12 : today + std::max(7, data.due_days / 2);
        if (done) {
            step.status = GoalStatus::met;
            step.closed_on = today - 12;
        }
        step.sentence = plain_sentence(step, name);
        writer.run(AddGoal{step});
    }
}
}  // namespace

std::vector<std::string> split(std::string_view list, char separator) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        parts.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

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

Child make_child(const DemoChild& data, const DemoWork& work, const Team& team, Date today, int number) {
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
    add_group_service(child, team);
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

Goal make_goal(const DemoGoal& data, ChildId child, const Team& team, Date today) {
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

std::vector<Goal> add_goals(Writer& writer, std::span<const DemoGoal> table, const Child& child, const Team& team,
                            Date today) {
    std::vector<Goal> goals;
    for (const DemoGoal& each : table) {
        goals.push_back(make_goal(each, child.id, team, today));
        prepare_goal(goals.back(), course_of(child.first_name, goals.size() - 1));
        goals.back().sentence = plain_sentence(goals.back(), call_name(child));
        writer.run(AddGoal{goals.back()});
        add_objectives(writer, each, goals.back(), call_name(child), today);
    }
    return goals;
}

}  // namespace pegboard::demo
