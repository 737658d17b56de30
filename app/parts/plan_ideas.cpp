#include "app/parts/plan_ideas.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "app/parts/parts.h"
#include "app/parts/plan_view.h"
#include "core/rules/age.h"
#include "core/rules/pronouns.h"

namespace pegboard {
namespace {

constexpr std::size_t most_goals = 2;  ///< goals named as reasons of one idea

/// Findings of every activity: they depend on those who come, what is at hand and the day, not on the plan.
void check_all(PlanIdeas& self, const Ui& ui, const PlanView& view, PlanDesk& desk) {
    std::vector<Child> present;
    for (const PlanChild& each : view.children)
        if (each.present) present.push_back(*each.child);
    const bool same = self.of.session == view.of && self.checked == present &&
                      self.latex_free == view.facts.place.inventory.latex_free && self.checked_on == view.session->date;
    if (same && self.findings.size() == ui.library->activities().size()) return;
    self.unsuited = planning::unsuited(view.facts, desk.activities());
    self.checked = std::move(present);
    self.latex_free = view.facts.place.inventory.latex_free;
    self.checked_on = view.session->date;
    self.findings.clear();
    for (const Activity& activity : ui.library->activities()) self.findings.push_back(findings_of(ui, view, activity));
}

std::string say_years(int months) { return std::to_string(months / 12); }

bool likes(const Child& child, const std::string& interest) {
    return std::ranges::any_of(child.interests, [&](const std::string& each) { return fold(each) == fold(interest); });
}

/// Goals the activity works on; what it only helps towards is said when it works on none.
void add_goal_reasons(IdeaRow& row, const Ui& ui, std::span<const Goal* const> goals) {
    const bool direct = row.fit.kind >= FitKind::second_skill;
    for (const Goal* goal : goals) {
        const Fit each = fit(*row.activity, *goal, *ui.library);
        const Skill* skill = ui.library->skill(goal->skill);
        if (each.kind == FitKind::none || skill == nullptr || (each.kind >= FitKind::second_skill) != direct) continue;
        std::string words = (direct ? "Works on: " : "Helps toward: ") + goal->title;
        const bool said = std::ranges::any_of(row.reasons, [&](const IdeaReason& r) { return r.words == words; });
        if (!said && row.reasons.size() < most_goals) row.reasons.push_back({icon::check, std::move(words), true});
    }
}

/// What a child likes about it, and who is outside its ages.
void add_child_reasons(IdeaRow& row, const Ui& ui, const PlanView& view) {
    const Activity& activity = *row.activity;
    const bool alone = view.children.size() == 1;
    for (const PlanChild& each : view.children) {
        if (!each.present) continue;
        for (const std::string& interest : activity.interests)
            if (likes(*each.child, interest)) {
                const std::string who = alone ? subject_of(ui, *each.child) : each.name;
                const auto pronouns = pronouns_of(each.child->pronouns);
                const bool plural = alone && pronouns && pronouns->plural;
                row.reasons.push_back(
                    {icon::check, who + (plural ? " like " : " likes ") + fold(say_interest(*ui.library, interest)),
                     true});
                break;
            }
        const int age = rule_age_months(*each.child, view.session->date);
        if (age >= activity.age_min_months && age < activity.age_max_months + 12) continue;
        row.age_fits = false;
        row.reasons.push_back({icon::account,
                               (alone ? "Made for " : "Not in " + each.name + "'s age: made for ") +
                                   say_years(activity.age_min_months) + " to " + say_years(activity.age_max_months) +
                                   " years",
                               false});
    }
}

IdeaRow make_row(const PlanIdeas& self, const Ui& ui, const PlanView& view, std::span<const Goal* const> goals,
                 int index, const Fit& fit) {
    const Session& session = *view.session;
    IdeaRow row;
    row.activity = &ui.library->activities()[static_cast<std::size_t>(index)];
    const Activity& activity = *row.activity;
    row.fit = fit;
    row.findings = &self.findings[static_cast<std::size_t>(index)];
    row.verdict = verdict(*row.findings);
    row.used = std::ranges::find(session.blocks, activity.id, &Block::activity) != session.blocks.end();
    if (const auto why = self.unsuited.find(activity.id); why != self.unsuited.end()) {
        row.suits = false;
        // What it needs and age are among the findings.
        if (why->second.rule == planning::Rule::step)
            row.reasons.push_back({icon::alert_circle_outline, why->second.words, false});
    }
    add_goal_reasons(row, ui, goals);
    add_child_reasons(row, ui, view);
    if (!session.space.empty() && !space_fits(session.space, activity.space))
        row.reasons.push_back({icon::map_marker, "Needs: " + ui.library->name_of(activity.space), false});
    if (row.used) row.reasons.push_back({icon::clipboard_text, "In the plan already", false});
    return row;
}

}  // namespace

std::string subject_of(const Ui& ui, const Child& child) {
    const auto pronouns = pronouns_of(child.pronouns);
    if (!pronouns) return shown_call_name(ui, child);
    std::string subject(pronouns->subject);
    subject[0] = static_cast<char>(subject[0] - 'a' + 'A');
    return subject;
}

void follow_ideas(PlanIdeas& self, const Ui& ui, const PlanView& view, PlanDesk& desk) {
    const Session& session = *view.session;
    const PlanIdeas::Of now{session.id,     ui.caseload->revision(), self.query, self.category,
                            self.for_goals, self.fits_time,          self.home};
    if (self.made && self.of == now) return;
    check_all(self, ui, view, desk);
    self.of = now;
    self.made = true;
    self.rows.clear();
    const std::vector<const Goal*> goals = planning::goals_weighed(*ui.caseload, session);
    ActivityFilter filter;
    filter.query = self.query;
    filter.category = self.category;
    filter.home_only = self.home;
    // Goals that name no skill ask for no activity: they leave nothing out.
    const bool for_goals =
        self.for_goals && std::ranges::any_of(goals, [](const Goal* goal) { return !goal->skill.empty(); });
    if (self.fits_time) filter.max_minutes = std::max(1, view.left_min());
    for (const int index : find_activities(*ui.library, filter)) {
        const Fit fit = best_fit(ui.library->activities()[static_cast<std::size_t>(index)], goals, *ui.library);
        if (for_goals && fit.kind == FitKind::none) continue;
        self.rows.push_back(make_row(self, ui, view, goals, index, fit));
    }
    if (!self.query.empty()) return;  // what was typed decides the order
    std::ranges::stable_sort(self.rows, std::greater{}, [](const IdeaRow& row) {
        return std::tuple(row.verdict != Verdict::exclude, row.suits, row.fit.kind, row.age_fits, !row.used,
                          row.reasons.size());
    });
}

}  // namespace pegboard
