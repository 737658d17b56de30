#include "app/activities/activity_rows.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/rules/age.h"
#include "core/rules/by_hand.h"
#include "core/rules/moving.h"

namespace pegboard {
namespace {

constexpr int used_within_days = 120;

/// What the child's goals, interests and precautions say of every activity.
void judge(ActivityRows& self, const Ui& ui, ChildId id) {
    const auto& all = ui.library->activities();
    const Child* child = ui.caseload != nullptr ? ui.caseload->child(id) : nullptr;
    self.judged.assign(all.size(), {});
    self.judged_for = id;
    self.facts.excluded.clear();
    self.facts.goal_skills.clear();
    std::vector<const Goal*> goals;
    if (child != nullptr)
        for (const Goal& goal : ui.caseload->goals())
            if (goal.child == id && goal.status == GoalStatus::active) {
                goals.push_back(&goal);
                self.facts.goal_skills.push_back(goal.skill);
            }
    for (std::size_t i = 0; i < all.size(); ++i) {
        ActivityRows::Row& row = self.judged[i];
        row.index = static_cast<int>(i);
        if (child == nullptr) continue;
        row.verdict = verdict(check_precautions(*child, all[i], *ui.library, {}, ui.clock.today, 1));
        if (!unmet_need(*child, all[i].needs, ui.clock.today).empty()) row.verdict = Verdict::exclude;
        row.fit = best_fit(all[i], goals, *ui.library);
        if (row.verdict == Verdict::exclude || is_too_early(*child, all[i], *ui.library, ui.clock.today))
            self.facts.excluded.insert(all[i].id);
        row.liked = std::ranges::any_of(all[i].interests, [&](const std::string& interest) {
            return std::ranges::any_of(child->interests,
                                       [&](const std::string& liked) { return fold(liked) == fold(interest); });
        });
    }
}

/// How often each activity stood in a session, and which ones lately, last used first.
void gather_uses(ActivityRows& self, const Ui& ui) {
    self.uses.clear();
    self.facts = {};
    if (ui.caseload == nullptr) return;
    for (const Favourite& favourite : ui.caseload->favourites()) self.facts.favourites.insert(favourite.activity);
    for (const OwnActivity& own : ui.caseload->own_activities())
        if (!own.archived) self.facts.own.insert(own.activity.id);
    for (const Session& session : ui.caseload->sessions()) {
        if (session.date > ui.clock.today || session.status == SessionStatus::not_held) continue;
        for (const Block& block : session.blocks) {
            ActivityUse& use = self.uses[block.activity];
            ++use.times;
            use.last = std::max(use.last, session.date);
        }
    }
    std::vector<std::pair<Date, std::string>> lately;
    for (const auto& [activity, use] : self.uses)
        if (ui.clock.today - use.last <= used_within_days) lately.emplace_back(use.last, activity);
    std::ranges::stable_sort(lately, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [date, activity] : lately) self.facts.recent.push_back(std::move(activity));
}

/// Best match for a child: offered before what is too early and that before what is ruled out, then goals, age and
/// interests.
void put_best_first(ActivityRows& self, const Ui& ui, const ActivityWish& wish) {
    const Child* child = ui.caseload != nullptr ? ui.caseload->child(wish.child) : nullptr;
    if (wish.filter.order != ActivityOrder::best_match || child == nullptr || !wish.filter.query.empty()) return;
    const int months = rule_age_months(*child, ui.clock.today);
    std::ranges::stable_sort(self.shown, {}, [&](const ActivityRows::Row& row) {
        const Activity& one = ui.library->activities()[static_cast<std::size_t>(row.index)];
        const bool fits_age = months >= one.age_min_months && months <= one.age_max_months + 11;
        return std::tuple(row.verdict == Verdict::exclude, self.facts.excluded.contains(one.id),
                          -static_cast<int>(row.fit.kind), !fits_age, !row.liked, row.verdict == Verdict::flag);
    });
}

}  // namespace

void follow_activity_rows(ActivityRows& self, const Ui& ui, const ActivityWish& wish) {
    const std::uint64_t revision = ui.caseload != nullptr ? ui.caseload->revision() : 0;
    const bool same_file = self.made && self.revision == revision && self.today == ui.clock.today &&
                           self.library == ui.library->revision();
    if (same_file && self.of == wish) return;
    if (!same_file) gather_uses(self, ui);
    if (!same_file || self.judged_for != wish.child || self.judged.size() != ui.library->activities().size())
        judge(self, ui, wish.child);
    self.library = ui.library->revision();
    self.of = wish;
    self.revision = revision;
    self.today = ui.clock.today;
    self.made = true;
    self.shown.clear();
    for (const int index : find_activities(*ui.library, wish.filter, self.facts))
        self.shown.push_back(self.judged[static_cast<std::size_t>(index)]);
    self.counts = count_facets(*ui.library, wish.filter, self.facts);
    put_best_first(self, ui, wish);
}

void set_favourite(Ui& ui, const Activity& activity, bool on) {
    ui.outbox->send(SetFavourite{activity.id, activity.title, on});
}

}  // namespace pegboard
