// What the Plan screen shows of one session, gathered from the caseload and the library once per
// revision: goals, blocks with their pictures and care lines, materials, the header's words.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "app/parts/packing.h"
#include "app/parts/plan_view.h"
#include "core/planning/input/gather.h"
#include "core/planning/weights.h"
#include "core/rules/by_hand.h"
#include "core/rules/live.h"
#include "core/rules/plan_rules.h"
#include "core/rules/rungs.h"

namespace pegboard {
namespace {

bool several(const PlanView& view) { return view.children.size() > 1; }

void gather_children(PlanView& self, const Ui& ui) {
    for (const Child* child : children_of(*ui.caseload, *self.session)) {
        PlanChild each{child, shown_call_name(ui, *child)};
        if (const Participant* part = participant(*self.session, child->id)) {
            each.present = part->attendance != Attendance::absent;
            each.energy = part->energy;
        }
        self.children.push_back(std::move(each));
    }
    if (self.children.empty()) return;
    const auto here = std::ranges::find(self.children, true, &PlanChild::present);
    self.child = here == self.children.end() ? self.children.front().child : here->child;
}

/// Where the goal's child stands among those the session is for.
std::size_t place_of(const PlanView& self, const Goal& goal) {
    const auto at = std::ranges::find(self.children, goal.child, [](const PlanChild& each) { return each.child->id; });
    return static_cast<std::size_t>(at - self.children.begin());
}

/// Minutes that sessions held in the same week, Monday to Sunday, spent on blocks of each goal.
std::map<GoalId, int> spent_in_week(const Ui& ui, const Session& session) {
    std::map<GoalId, int> spent;
    const Date monday = session.date + -weekday(session.date);
    for (const Session& each : ui.caseload->sessions()) {
        if (each.date < monday || each.date > monday + 6 || each.status != SessionStatus::held) continue;
        const std::vector<int> minutes = minutes_spent(each);
        const std::vector<ChildId> there = present_children(each);
        for (std::size_t i = 0; i < each.blocks.size() && i < minutes.size(); ++i)
            for (const GoalId id : each.blocks[i].goals)
                if (const Goal* goal = ui.caseload->goal(id);
                    goal != nullptr && std::ranges::find(there, goal->child) != there.end())
                    spent[id] += minutes[i];
    }
    return spent;
}

void gather_goals(PlanView& self, const Ui& ui) {
    const Session& session = *self.session;
    std::map<GoalId, int> spent = spent_in_week(ui, session);
    for (const Goal& goal : ui.caseload->goals()) {
        const std::size_t whose = place_of(self, goal);
        if (whose == self.children.size()) continue;
        const bool chosen = std::ranges::find(session.goals, goal.id) != session.goals.end();
        if (!chosen && !is_open(goal)) continue;
        // One name for a goal everywhere: its own.
        self.goals.push_back({&goal, look_of(*ui.library, goal.skill), goal.title, chosen,
                              minutes_for(session, goal.id), std::max(0, goal.minutes_per_week - spent[goal.id])});
    }
    for (PlanGoal& one : self.goals)
        if (several(self)) one.title = self.children[place_of(self, *one.goal)].name + ": " + one.title;
    const auto rank = [&](const PlanGoal& each) {
        const bool ours =
            session.lead == Lead::both || (session.lead == Lead::pt) == (each.goal->discipline == Discipline::pt);
        return std::tuple(place_of(self, *each.goal), !ours, each.goal->status != GoalStatus::active,
                          -each.goal->priority);
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

std::vector<PlanLine> care_of(const Ui& ui, const PlanView& self, const Block& block, const Activity& activity) {
    std::vector<PlanLine> lines;
    const bool reasoned = !block.override_reason.empty();
    for (const Finding& finding : findings_of(ui, self, activity)) {
        const bool out = finding.verdict == Verdict::exclude;
        std::string words = finding.label + ": " + (out ? finding.reason + "." : finding.line);
        if (std::ranges::find(lines, words, &PlanLine::words) != lines.end()) continue;
        PlanLine line{out ? icon::alert : icon::shield_outline, out ? Role::danger : Role::warn, std::move(words),
                      out && !reasoned};
        line.flag = finding.label;
        line.always = out && !reasoned;
        lines.push_back(std::move(line));
    }
    if (reasoned) {
        PlanLine line{icon::alert, Role::danger, "Used anyway: " + say_override(ui, block)};
        line.flag = "Used anyway";
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string say_materials(const std::vector<Material>& list) {
    std::string words;
    for (const Material& material : list) words += (words.empty() ? "" : ", ") + say(material);
    return words;
}

/// The rungs of the block's activity that may be offered to everyone of a group.
std::vector<PlanRungs> rungs_of(const Ui& ui, const PlanView& self, const Block& block, const Activity& activity) {
    std::vector<PlanRungs> all;
    if (!several(self)) return all;
    std::vector<const Child*> there;
    for (const PlanChild& each : self.children)
        if (each.present) there.push_back(each.child);
    const int size = std::max(1, static_cast<int>(there.size()));
    for (const Child* child : there) {
        PlanRungs rungs{child->id};
        for (const bool easier : {true, false}) {
            const auto offered = offered_rungs(*child, activity, easier, *ui.library, self.facts.place.inventory,
                                               self.session->date, size, there);
            if (!offered.empty()) (easier ? rungs.easier : rungs.harder) = offered.front();
        }
        const auto part = std::ranges::find(block.children, child->id, &BlockChild::child);
        if (part != block.children.end())
            if (const Rung* rung = rung_of(activity, part->rung)) rungs.change = rung->change;
        all.push_back(std::move(rungs));
    }
    return all;
}

/// On which rung a child begins, where it is not the activity as written.
std::vector<PlanLine> say_starts(const Ui& ui, const PlanView& self, const Block& block, const Activity& activity) {
    std::vector<PlanLine> lines;
    std::vector<const Child*> there;
    for (const PlanChild& each : self.children)
        if (each.present) there.push_back(each.child);
    for (const BlockChild& each : block.children) {
        if (each.rung == 0) continue;
        const Rung* rung = rung_of(activity, each.rung);
        const auto who = std::ranges::find(self.children, each.child, [](const PlanChild& c) { return c.child->id; });
        if (who == self.children.end() || !who->present || rung == nullptr) continue;
        std::string words = who->name + " starts " + (each.rung < 0 ? "easier: " : "harder: ") + rung->change;
        const auto offered =
            offered_rungs(*who->child, activity, each.rung < 0, *ui.library, self.facts.place.inventory,
                          self.session->date, std::max(1, static_cast<int>(self.facts.participants.size())), there);
        if (std::ranges::count(offered, each.rung) == 0) {
            lines.push_back({icon::alert, Role::danger, words + " What is recorded now speaks against it."});
            lines.back().always = true;
            continue;
        }
        lines.push_back({each.rung < 0 ? icon::arrow_down : icon::arrow_up, Role::ink_2, std::move(words)});
    }
    return lines;
}

PlanBlock make_block_view(const Ui& ui, const PlanView& self, const Block& block) {
    PlanBlock made;
    made.activity = ui.library->activity(block.activity);
    if (made.activity == nullptr) return made;
    if (const Category* category = ui.library->category(made.activity->category)) made.hue = Design::hue(category->hue);
    const std::string& discipline = made.activity->discipline;
    made.lead = discipline == "OT" ? Lead::ot : discipline == "PT" ? Lead::pt : Lead::both;
    if (self.session->lead == Lead::both && block.lead) made.lead = block.lead;
    made.starts = say_starts(ui, self, block, *made.activity);
    made.rungs = rungs_of(ui, self, block, *made.activity);
    made.materials = say_materials(materials(block, *ui.library, [&](SessionId, std::string_view item) {
        return stays_away(item, coming(*self.session, *ui.caseload), *ui.library, self.session->date);
    }));
    made.care = care_of(ui, self, block, *made.activity);
    made.whys = short_whys(block.why, self, block);
    return made;
}

void gather_precautions(PlanView& self, const Ui& ui) {
    for (const PlanChild& each : self.children) {
        if (!each.present) continue;
        const std::string whose = several(self) ? each.name + ": " : "";
        for (const CareFact& fact : care_facts(*each.child, *ui.library, ui.clock.today)) {
            BadgeWords badge = badge_of(fact, *ui.library, ui.clock.today);
            badge.words = whose + badge.words;
            self.care.push_back({each.child, std::move(badge), fact.asks, fact.kind});
            if (fact.precaution == nullptr || fact.precaution->note.empty()) continue;
            self.care.push_back(
                {each.child, {BadgeKind::warn, icon::shield_outline, whose + fact.precaution->note}, {}, fact.kind});
        }
    }
    // What is open of anybody stands in the first line.
    std::ranges::stable_partition(self.care, [](const PlanCare& care) { return care.open(); });
}

std::string say_when(const Ui& ui, const Session& session) {
    const int days = session.date - ui.clock.today;
    return (days == 0 ? "Today" : days == 1 ? "Tomorrow" : say_day(session.date)) + " " + session_span(session);
}

std::string say_with(const Ui& ui, const Session& session) {
    const TherapistId me = ui.caseload->practice().me;
    std::string words;
    for (const TherapistId id : {session.therapist, session.co_therapist})
        if (const Therapist* therapist = ui.caseload->therapist(id); therapist != nullptr && id != me)
            words += (words.empty() ? "with " : " and ") + therapist->name;
    return words;
}

/// As the children begin it; who has no rung of their own begins as written.
bool is_at_table(const PlanView& self, std::size_t number) {
    const Activity* activity = self.blocks[number].activity;
    if (activity == nullptr) return false;
    std::vector<int> rungs;
    for (const planning::Participant& one : self.facts.participants) {
        const auto& begun = self.session->blocks[number].children;
        const auto own =
            one.child == nullptr ? begun.end() : std::ranges::find(begun, one.child->id, &BlockChild::child);
        rungs.push_back(own == begun.end() ? 0 : own->rung);
    }
    return at_table(*activity, rungs);
}

/// Minutes between two blocks, as the planner counts them.
void add_transitions(PlanView& self) {
    for (std::size_t i = 1; i < self.blocks.size(); ++i) {
        PlanBlock& block = self.blocks[i];
        const bool moves = is_at_table(self, i) != is_at_table(self, i - 1);
        block.before_min = planning::pause_min(self.facts) + (moves ? planning::weights::seat_change_min : 0);
        block.before_words = !moves ? "Get ready" : is_at_table(self, i) ? "Move to the table" : "Leave the table";
        self.between_min += block.before_min;
    }
}

bool same_children(const Session& one, const Session& other) {
    const auto all_in = [](const Session& some, const Session& whole) {
        return std::ranges::all_of(some.participants,
                                   [&](const Participant& each) { return is_for(whole, each.child); });
    };
    return all_in(one, other) && all_in(other, one);
}

SessionId find_last_plan(const Ui& ui, const Session& session) {
    SessionId found{};  // sessions come by date, then start
    for (const Session& each : ui.caseload->sessions()) {
        if (each.id == session.id || each.blocks.empty() || !same_children(each, session)) continue;
        if (each.date > session.date || (each.date == session.date && each.start_min >= session.start_min)) break;
        found = each.id;
    }
    return found;
}

}  // namespace

std::vector<Finding> findings_of(const Ui& ui, const PlanView& view, const Activity& activity) {
    std::vector<Finding> all;
    const auto size = static_cast<int>(std::ranges::count(view.children, true, &PlanChild::present));
    for (const PlanChild& each : view.children) {
        if (!each.present) continue;
        for (Finding& finding : speaks_against(*each.child, activity, *ui.library, view.facts.place.inventory,
                                               view.session->date, std::max(1, size))) {
            if (several(view)) finding.label = each.name + ": " + finding.label;
            all.push_back(std::move(finding));
        }
    }
    if (auto hands = lacks_hands(activity, adults_of(*view.session), size)) all.push_back(std::move(*hands));
    std::ranges::stable_partition(all, [](const Finding& each) { return each.verdict == Verdict::exclude; });
    return all;
}

int PlanView::left_min() const { return minutes_left(*session) - between_min; }

void follow_plan(PlanView& self, const Ui& ui, SessionId id, const Session* session_now, int version) {
    if (self.made && self.of == id && self.revision == ui.caseload->revision() && self.version == version &&
        self.today == ui.clock.today)
        return;
    self = {};
    self.of = id;
    self.revision = ui.caseload->revision();
    self.version = version;
    self.today = ui.clock.today;
    self.made = true;
    self.session = session_now;
    if (self.session != nullptr) gather_children(self, ui);
    if (self.child == nullptr) return;
    const Session& session = *self.session;
    self.facts = planning::gather(*ui.caseload, *ui.library, session);
    self.live = std::ranges::any_of(session.blocks, [](const Block& block) { return block.suggested; });
    self.editable = session.status == SessionStatus::planned && !ui.caseload->read_only();
    gather_goals(self, ui);
    for (const Block& block : session.blocks) self.blocks.push_back(make_block_view(ui, self, block));
    if (self.live) add_transitions(self);
    const std::array<const Session*, 1> alone{&session};
    self.materials = materials_to_bring(alone, *ui.caseload, *ui.library);
    self.needed = materials(alone, *ui.library);
    gather_precautions(self, ui);
    self.last_plan = find_last_plan(ui, session);
    self.when_line = say_when(ui, session);
    self.with_line = say_with(ui, session);
    self.covered = static_cast<int>(covered_goals(session).size());
    // A goal that was met or put on hold after it was ticked is not planned for, and no gap either.
    self.chosen = static_cast<int>(std::ranges::count_if(self.goals, [](const PlanGoal& goal) {
        return goal.chosen && (goal.goal->status == GoalStatus::active || goal.planned_min > 0);
    }));
}

}  // namespace pegboard
