#include "app/parts/goal_form.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "app/parts/parts.h"

namespace pegboard {
namespace {

using nlohmann::json;

template <class E>
E enum_of(const json& from, const char* name, E otherwise) {
    return from_key<E>(from.value(name, std::string{})).value_or(otherwise);
}

json date_json(const std::optional<Date>& date) { return date ? json(iso(*date)) : json(); }

std::optional<Date> date_of(const json& from, const char* name) {
    const auto found = from.find(name);
    return found != from.end() && found->is_string() ? from_iso(found->get<std::string>()) : std::nullopt;
}

/// The discipline asked for where the child has it or has none; else the one it has.
Discipline served_discipline(const Child* child, Discipline asked) {
    if (child == nullptr || child->services.empty()) return asked;
    const bool served = std::ranges::find(child->services, asked, &Service::discipline) != child->services.end();
    return served ? asked : child->services.front().discipline;
}

}  // namespace

Date usual_due(const Ui& ui) {
    constexpr int months = 3;
    return add_months(ui.clock.today, months);
}

std::string goal_draft(ChildId child) { return "new_goal." + std::to_string(child.value); }

Goal drafted_goal(const Ui& ui, ChildId child) {
    Goal goal;
    goal.child = child;
    goal.start = ui.clock.today;
    goal.due = usual_due(ui);
    if (ui.caseload != nullptr) {
        if (const Therapist* me = ui.caseload->therapist(ui.caseload->practice().me)) goal.discipline = me->discipline;
        goal.discipline = served_discipline(ui.caseload->child(child), goal.discipline);
        goal.therapist = therapist_for(*ui.caseload, ui.caseload->child(child), goal.discipline);
    }
    const std::string* text = ui.drafts->find(goal_draft(child) + ".goal");
    const json from = text ? json::parse(*text, nullptr, false) : json();
    if (!from.is_object()) return goal;
    goal.parent = GoalId{from.value("parent", std::int64_t{0})};
    goal.term = enum_of(from, "term", goal.term);
    goal.title = from.value("title", std::string{});
    goal.skill = from.value("skill", std::string{});
    goal.discipline = enum_of(from, "discipline", goal.discipline);
    goal.side = enum_of(from, "side", goal.side);
    goal.baseline = from.value("baseline", std::vector<double>{});
    goal.baseline_reason = from.value("baseline_reason", std::string{});
    goal.measure = from.value("measure", std::string{});
    if (from.contains("target") && from["target"].is_number()) goal.target = from["target"].get<double>();
    goal.successes = from.value("successes", 0);
    goal.attempts = from.value("attempts", 0);
    goal.ratio_noun = from.value("ratio_noun", std::string{});
    goal.sessions_in_row = from.value("sessions_in_row", 0);
    goal.sessions_met = from.value("sessions_met", 0);
    goal.sessions_of = from.value("sessions_of", 0);
    goal.assist_level = from.value("assist_level", 0);
    goal.minutes_per_week = from.value("minutes_per_week", 0);
    goal.routine = from.value("routine", std::string{});
    goal.start = date_of(from, "start");
    goal.due = date_of(from, "due");
    goal.priority = from.value("priority", 2);
    goal.therapist = TherapistId{from.value("therapist", goal.therapist.value)};
    goal.note = from.value("note", std::string{});
    goal.sentence = from.value("sentence", std::string{});
    goal.condition = from.value("condition", std::string{});
    goal.target_words = from.value("target_words", std::string{});
    goal.bank_goal = from.value("bank_goal", std::string{});
    if (from.contains("prompt_max") && from["prompt_max"].is_number()) goal.prompt_max = from["prompt_max"].get<int>();
    goal.tries_count = from_key<TriesCount>(from.value("tries_count", std::string{}));
    goal.unit = from.value("unit", std::string{});
    goal.lap_cm = from.value("lap_cm", 0.0);
    goal.task_steps = from.value("task_steps", std::vector<std::string>{});
    const auto levels = from.value("gas_levels", std::vector<std::string>{});
    std::copy_n(levels.begin(), std::min(levels.size(), goal.gas_levels.size()), goal.gas_levels.begin());
    goal.gas_importance = from.value("gas_importance", goal.gas_importance);
    goal.gas_difficulty = from.value("gas_difficulty", goal.gas_difficulty);
    goal.gas_baseline = from.value("gas_baseline", goal.gas_baseline);
    return goal;
}

void keep_drafted(Ui& ui, const Goal& goal, const GoalWords& words) {
    json out{{"parent", goal.parent.value},
             {"term", key(goal.term)},
             {"title", goal.title},
             {"skill", goal.skill},
             {"discipline", key(goal.discipline)},
             {"side", key(goal.side)},
             {"baseline", goal.baseline},
             {"baseline_reason", goal.baseline_reason},
             {"measure", goal.measure},
             {"successes", goal.successes},
             {"attempts", goal.attempts},
             {"ratio_noun", goal.ratio_noun},
             {"sentence", goal.sentence},
             {"condition", goal.condition},
             {"target_words", goal.target_words},
             {"bank_goal", goal.bank_goal},
             {"unit", goal.unit},
             {"lap_cm", goal.lap_cm},
             {"sessions_in_row", goal.sessions_in_row},
             {"sessions_met", goal.sessions_met},
             {"sessions_of", goal.sessions_of},
             {"assist_level", goal.assist_level},
             {"minutes_per_week", goal.minutes_per_week},
             {"routine", goal.routine},
             {"start", date_json(goal.start)},
             {"due", date_json(goal.due)},
             {"priority", goal.priority},
             {"therapist", goal.therapist.value},
             {"note", goal.note},
             {"task_steps", goal.task_steps},
             {"gas_levels", goal.gas_levels},
             {"gas_importance", goal.gas_importance},
             {"gas_difficulty", goal.gas_difficulty},
             {"gas_baseline", goal.gas_baseline}};
    if (goal.target) out["target"] = *goal.target;
    if (goal.prompt_max) out["prompt_max"] = *goal.prompt_max;
    if (goal.tries_count) out["tries_count"] = key(*goal.tries_count);
    ui.drafts->set(goal_draft(goal.child) + ".goal", out.dump());
    json said{{"bank", words.bank},   {"condition", words.condition},     {"target", words.target},
              {"title", words.title}, {"own_measure", words.own_measure}, {"sentence", words.sentence}};
    if (words.prompt_level) said["prompt_level"] = *words.prompt_level;
    if (words.value) said["value"] = *words.value;
    ui.drafts->set(goal_draft(goal.child) + ".words", said.dump());
}

GoalWords drafted_words(const Ui& ui, ChildId child) {
    GoalWords words;
    const std::string* text = ui.drafts->find(goal_draft(child) + ".words");
    const json from = text ? json::parse(*text, nullptr, false) : json();
    if (!from.is_object()) return words;
    words.bank = from.value("bank", std::string{});
    words.condition = from.value("condition", std::string{});
    words.target = from.value("target", std::string{});
    words.title = from.value("title", std::string{});
    words.own_measure = from.value("own_measure", true);
    words.sentence = from.value("sentence", std::string{});
    if (from.contains("prompt_level")) words.prompt_level = from.value("prompt_level", 0);
    if (from.contains("value")) words.value = from.value("value", 0.0);
    return words;
}

std::string with_shown_name(const Ui& ui, const Child& child, std::string words) {
    const std::string name = call_name(child), shown = shown_call_name(ui, child);
    if (name.empty() || name == shown) return words;
    const auto part_of_word = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
    };
    for (auto at = words.find(name); at != std::string::npos; at = words.find(name, at)) {
        const auto end = at + name.size();
        const bool whole =
            (at == 0 || !part_of_word(words[at - 1])) && (end == words.size() || !part_of_word(words[end]));
        if (whole) words.replace(at, name.size(), shown);
        at += whole ? shown.size() : name.size();
    }
    return words;
}

std::string shown_sentence(const Ui& ui, const Child& child, const Goal& goal) {
    return with_shown_name(ui, child, full_text(goal));
}

}  // namespace pegboard
