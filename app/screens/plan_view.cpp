// What the Plan screen shows of one session, gathered from the caseload and the library once per
// revision: goals, blocks with their pictures and care lines, materials, the header's words.
#include <algorithm>
#include <array>
#include <tuple>

#include "app/screens/plan.h"
#include "core/rules/plan_rules.h"
#include "core/rules/precautions.h"

namespace pegboard {
namespace {

void gather_goals(PlanView& self, const Ui& ui) {
    const Session& session = *self.session;
    for (const Goal& goal : ui.caseload->goals()) {
        if (goal.child != session.child) continue;
        const bool chosen = std::ranges::find(session.goals, goal.id) != session.goals.end();
        if (!chosen && !is_open(goal)) continue;
        const Skill* skill = ui.library->skill(goal.skill);
        std::string title = skill != nullptr ? skill->short_name : goal.title;
        if (goal.side == Side::left || goal.side == Side::right)
            title += goal.side == Side::left ? ", left" : ", right";
        self.goals.push_back(
            {&goal, look_of(*ui.library, goal.skill), std::move(title), false, chosen, minutes_for(session, goal.id)});
    }
    // Two chosen goals on one skill are told apart by what the child will do.
    const auto same = [](const PlanGoal& one, const PlanGoal& other) { return one.chosen && other.title == one.title; };
    for (PlanGoal& one : self.goals)
        if (std::ranges::count_if(self.goals, [&](const PlanGoal& other) { return same(other, one); }) > 1)
            one.ambiguous = true;
    for (PlanGoal& one : self.goals)
        if (one.ambiguous) one.title = one.goal->title;
    const auto rank = [&](const PlanGoal& each) {
        const bool ours =
            session.lead == Lead::both || (session.lead == Lead::pt) == (each.goal->discipline == Discipline::pt);
        return std::tuple(!ours, each.goal->status != GoalStatus::active, -each.goal->priority);
    };
    std::ranges::stable_sort(self.goals, {}, rank);
}

std::string say_override(const Ui& ui, const Block& block) {
    std::string words = block.override_reason;
    if (const Therapist* by = ui.caseload->therapist(block.override_by))
        words += " (" + by->name;
    else
        words += " (";
    if (const auto on = from_iso(std::string_view(block.override_at).substr(0, 10)))
        words += (words.ends_with('(') ? "" : ", ") + say_short(*on, ui.clock.today);
    return words + ")";
}

std::vector<CareLine> care_of(const Ui& ui, const PlanView& self, const Block& block, const Activity& activity) {
    std::vector<CareLine> lines;
    const bool reasoned = !block.override_reason.empty();
    for (const Finding& finding : check_precautions(*self.child, activity, *ui.library, {}, self.session->date, 1)) {
        const bool out = finding.verdict == Verdict::exclude;
        std::string words = finding.label + ": " + (out ? finding.reason + "." : finding.line);
        if (std::ranges::find(lines, words, &CareLine::words) != lines.end()) continue;
        lines.push_back({out, out && !reasoned, std::move(words)});
    }
    if (reasoned) lines.push_back({true, false, "Used anyway: " + say_override(ui, block)});
    return lines;
}

std::string say_materials(const std::vector<Material>& list) {
    std::string words;
    for (const Material& material : list) words += (words.empty() ? "" : ", ") + say(material);
    return words;
}

PlanBlock make_block_view(const Ui& ui, const PlanView& self, const Block& block) {
    PlanBlock made;
    made.activity = ui.library->activity(block.activity);
    if (made.activity == nullptr) return made;
    if (const Category* category = ui.library->category(made.activity->category)) {
        made.illustration = category->illustration;
        made.hue = Design::hue(category->hue);
    }
    const std::string& discipline = made.activity->discipline;
    made.lead = discipline == "OT" ? Lead::ot : discipline == "PT" ? Lead::pt : Lead::both;
    made.materials = say_materials(materials(block, *ui.library));
    made.care = care_of(ui, self, block, *made.activity);
    return made;
}

void gather_precautions(PlanView& self, const Ui& ui) {
    for (const ChildPrecaution& precaution : self.child->precautions) {
        self.precautions.push_back(badge_of(precaution, *ui.library, ui.clock.today));
        if (const Precaution* known = ui.library->precaution(precaution.code); known != nullptr && !known->line.empty())
            self.care_lines.push_back(known->line);
        if (!precaution.note.empty()) self.care_lines.push_back(precaution.note);
    }
    self.care_lines.insert(self.care_lines.end(), self.child->take_care.begin(), self.child->take_care.end());
}

std::string say_when(const Ui& ui, const Session& session) {
    const int days = session.date - ui.clock.today;
    std::string words = days == 0 ? "Today" : days == 1 ? "Tomorrow" : say_day(session.date);
    words += " " + session_span(session);
    const TherapistId me = ui.caseload->practice().me;
    std::vector<std::string> others;
    for (const TherapistId id : {session.therapist, session.co_therapist})
        if (const Therapist* therapist = ui.caseload->therapist(id); therapist != nullptr && id != me)
            others.push_back(therapist->name);
    for (std::size_t i = 0; i < others.size(); ++i) words += (i == 0 ? ", with " : " and ") + others[i];
    if (!session.place.empty()) words += ". " + session.place;
    return words;
}

SessionId find_last_plan(const Ui& ui, const Session& session) {
    SessionId found{};  // sessions come by date, then start
    for (const Session& each : ui.caseload->sessions()) {
        if (each.child != session.child || each.id == session.id || each.blocks.empty()) continue;
        if (each.date > session.date || (each.date == session.date && each.start_min >= session.start_min)) break;
        found = each.id;
    }
    return found;
}

}  // namespace

std::vector<const Goal*> chosen_goals(const Caseload& caseload, const Session& session) {
    std::vector<const Goal*> chosen;
    for (const GoalId id : session.goals)
        if (const Goal* goal = caseload.goal(id)) chosen.push_back(goal);
    return chosen;
}

void follow_plan(PlanView& self, const Ui& ui, SessionId id) {
    if (self.made && self.of == id && self.revision == ui.caseload->revision() && self.today == ui.clock.today) return;
    self = {};
    self.of = id;
    self.revision = ui.caseload->revision();
    self.today = ui.clock.today;
    self.made = true;
    self.session = ui.caseload->session(id);
    self.child = self.session != nullptr ? ui.caseload->child(self.session->child) : nullptr;
    if (self.child == nullptr) return;
    const Session& session = *self.session;
    self.editable = session.status == SessionStatus::planned && !ui.caseload->read_only();
    gather_goals(self, ui);
    for (const Block& block : session.blocks) self.blocks.push_back(make_block_view(ui, self, block));
    const std::array<const Session*, 1> alone{&session};
    self.materials = materials(alone, *ui.library);
    gather_precautions(self, ui);
    self.last_plan = find_last_plan(ui, session);
    self.when_line = say_when(ui, session);
    self.covered = static_cast<int>(covered_goals(session).size());
    self.chosen = static_cast<int>(session.goals.size());
}

}  // namespace pegboard
