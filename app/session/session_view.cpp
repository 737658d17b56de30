// What the Session screen shows, gathered from the caseload once per revision; points and quick notes are read between
// frames.
#include <algorithm>
#include <cstdlib>

#include "app/session/session.h"
#include "core/progress/criterion.h"
#include "core/progress/entry.h"
#include "core/progress/help_limit.h"
#include "core/rules/asking.h"
#include "core/rules/care_lines.h"
#include "core/rules/live.h"
#include "core/rules/precaution_answers.h"
#include "core/rules/precautions.h"

namespace pegboard {
namespace {

/// A whole peg counts toward the goal: done with more help than that allows is half of one.
void tally_try(LiveTally& tally, const Goal& goal, const DataPoint& point) {
    const PointKind kind = point.kind;
    if (kind == PointKind::correct) ++tally.correct;
    if (kind == PointKind::with_help) ++tally.with_help;
    if (kind == PointKind::not_yet) ++tally.not_yet;
    const bool counts = kind == PointKind::correct && !progress::is_more_help(goal, point.assist, point.prompt);
    tally.pegs.push_back(counts ? Peg::filled : kind == PointKind::not_yet ? Peg::hollow : Peg::half);
}

LiveGoal make_goal(const Ui& ui, const LiveView& view, const Goal& goal, std::span<const DataPoint> all) {
    LiveGoal made;
    made.goal = &goal;
    made.look = look_of(*ui.library, goal.skill);
    made.criterion = say_criterion(goal, *ui.library);
    made.kinds = progress::kinds_for(goal);
    made.wanted = progress::wanted_tries(goal);
    std::vector<DataPoint> own;
    std::ranges::copy_if(all, std::back_inserter(own), [&](const DataPoint& each) { return each.goal == goal.id; });
    made.tally = tally_of(goal, own);
    const auto values = progress::session_values(progress::criterion_of(goal), own);
    if (!values.empty()) made.value = values.back();
    made.now = view.block != nullptr && std::ranges::find(view.block->goals, goal.id) != view.block->goals.end();
    return made;
}

bool chosen_for(const Session& session, const Goal& goal) {
    return std::ranges::find(session.goals, goal.id) != session.goals.end();
}

/// What is open, dangers, other precautions, then take-care lines; and what they say to the activity that is shown.
void gather_care(const Ui& ui, const LiveView& view, LiveChild& made) {
    for (const CareFact& fact : care_facts(*made.child, *ui.library, ui.clock.today)) {
        CareLine care{badge_of(fact, *ui.library, ui.clock.today), fact.asks};
        if (fact.kind == CareKind::not_asked) care.line = say_all_not_asked(*made.child, *ui.library);
        if (fact.precaution != nullptr)
            for (const TypedAnswer& answer : typed_answers(*fact.precaution, *ui.library))
                care.typed.push_back(answer.label + ": " + answer.words);
        made.care.push_back(std::move(care));
    }
    if (view.activity == nullptr) return;
    const auto group = static_cast<int>(std::max<std::size_t>(1, present_children(*view.session).size()));
    int rung = 0;
    for (const BlockChild& each : view.block->children)
        if (each.child == made.child->id) rung = each.rung;
    for (const Finding& finding :
         check_precautions(*made.child, *view.activity, rung, *ui.library, {}, ui.clock.today, group))
        if (!finding.line.empty()) made.findings.push_back(finding.label + ": " + finding.line);
}

/// What was chosen in one session says nothing about the next.
void begin_anew(SessionScreen& self) {
    self.discipline = 0;
    self.child = {};
    self.chosen = {};
    self.goal_order.clear();
    self.card_order.clear();
    self.opened.clear();
    self.closed.clear();
    self.help.clear();
    self.values.clear();
    self.next_try.clear();
}

/// Goals of the first activity first, and so they stay: a card that changed places under a hand would take its tap.
void put_in_order(std::vector<GoalId>& order, std::vector<LiveGoal>& goals) {
    std::ranges::stable_sort(goals, {}, [](const LiveGoal& goal) { return goal.now ? 0 : 1; });
    for (const LiveGoal& goal : goals)
        if (std::ranges::find(order, goal.goal->id) == order.end()) order.push_back(goal.goal->id);
    std::ranges::stable_sort(goals, {}, [&](const LiveGoal& goal) { return std::ranges::find(order, goal.goal->id); });
}

void gather_child(SessionScreen& self, const Ui& ui, const Participant& part) {
    LiveView& view = self.view;
    LiveChild made;
    made.child = ui.caseload->child(part.child);
    if (made.child == nullptr) return;
    made.part = part;
    made.name = shown_name(ui, *made.child);
    std::vector<const Goal*> chosen, open;
    bool any_ticked = false;
    for (const Goal& goal : ui.caseload->goals()) {
        if (goal.child != part.child) continue;
        const bool recorded = std::ranges::any_of(self.points, [&](const DataPoint& p) { return p.goal == goal.id; });
        const bool ticked = chosen_for(*view.session, goal);
        any_ticked = any_ticked || ticked;
        if (ticked || recorded) chosen.push_back(&goal);
        if (ticked || recorded || (goal.status == GoalStatus::active && stands_alone(goal))) open.push_back(&goal);
    }
    // Where nobody ticked goals all open ones are meant, whatever was recorded meanwhile.
    for (const Goal* goal : any_ticked ? chosen : open) made.goals.push_back(make_goal(ui, view, *goal, self.points));
    put_in_order(self.goal_order[part.child], made.goals);
    gather_care(ui, view, made);
    for (const LiveGoal& goal : made.goals) made.points += goal.tally.points;
    view.children.push_back(std::move(made));
}

std::string say_where(const Ui& ui, const Session& session) {
    const WorkPlace* place = ui.caseload->place(session.work_place);
    std::string words = place != nullptr ? place->name : session.place;
    for (const TherapistId id : {session.therapist, session.co_therapist}) {
        const Therapist* therapist = ui.caseload->therapist(id);
        if (therapist == nullptr || id == ui.caseload->practice().me) continue;
        words += (words.empty() ? "With " : ". With ") + therapist->name;
    }
    return words;
}

void keep_choice(SessionScreen& self) {
    const auto here = [&](const LiveChild& each) {
        return each.child->id == self.child && each.part.attendance != Attendance::absent;
    };
    if (std::ranges::any_of(self.view.children, here)) return;
    self.child = {};
    for (const LiveChild& each : self.view.children)
        if (!self.child && each.part.attendance != Attendance::absent) self.child = each.child->id;
    if (!self.child && !self.view.children.empty()) self.child = self.view.children.front().child->id;
}

}  // namespace

LiveTally tally_of(const Goal& goal, std::span<const DataPoint> points) {
    LiveTally tally;
    tally.steps.resize(goal.task_steps.size());
    for (const DataPoint& point : points) {
        if (!point.valid) continue;
        ++tally.points;
        tally.last = progress::say_point(goal, point);
        switch (point.kind) {
            case PointKind::correct:
            case PointKind::with_help:
            case PointKind::not_yet:
                tally_try(tally, goal, point);
                break;
            case PointKind::step:
                if (point.step >= 1 && static_cast<std::size_t>(point.step) <= tally.steps.size())
                    tally.steps[static_cast<std::size_t>(point.step) - 1] = point.value > 0;
                break;
            case PointKind::interval:
                ++tally.intervals;
                tally.seen += point.value > 0 ? 1 : 0;
                tally.pegs.push_back(point.value > 0 ? Peg::filled : Peg::hollow);
                break;
            case PointKind::tally:
                if (point.try_number > tally.try_number) {
                    tally.try_number = point.try_number;
                    tally.sum = 0;
                }
                if (point.try_number == tally.try_number) tally.sum += point.value;
                tally.newest_count = point.id;
                break;
            case PointKind::measured:
                tally.measured.push_back(point.value);
                tally.typed_tries += point.n.value_or(0);
                break;
            case PointKind::attainment:
                tally.level = static_cast<int>(point.value);
                break;
        }
    }
    return tally;
}

void read_again(SessionScreen& self, Ui& ui) {
    self.asked = true;
    ui.outbox->after_frame([&self, id = ui.nav->here().session](Caseload& caseload) {
        self.asked = false;
        self.points.clear();
        self.notes.clear();
        if (auto notes = caseload.quick_notes(id); notes.ok()) self.notes = notes.take();
        if (const auto points = caseload.points(id); points.ok()) self.points = *points.value();
        self.read_of = id;
        self.read_revision = caseload.revision();
        self.view.made = false;
    });
    ui.wake_in(0);
}

void follow_session(SessionScreen& self, Ui& ui, SessionId id) {
    const std::uint64_t revision = ui.caseload->revision();
    if (self.read_of != id) self.points.clear();
    if ((self.read_of != id || self.read_revision != revision) && !self.asked) read_again(self, ui);
    LiveView& view = self.view;
    if (view.of != id) begin_anew(self);
    if (view.made && view.of == id && view.revision == revision) return;
    view = {};
    self.help_lines.clear();
    view.of = id;
    view.revision = revision;
    view.made = true;
    view.session = ui.caseload->session(id);
    if (view.session == nullptr) return;
    view.block = current_block(*view.session);
    view.next = next_block(*view.session, view.session->current_block);
    if (view.block != nullptr) {
        view.activity = ui.library->activity(view.block->activity);
        if (view.activity != nullptr)
            if (const Category* category = ui.library->category(view.activity->category))
                view.look.hue = Design::hue(category->hue);
    }
    for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
        HelpRows& rows = self.help_rows[static_cast<std::size_t>(discipline)];
        if (const auto& list = help_buttons(ui, view.session, discipline); rows.list != list) {
            rows = {};
            rows.list = list;
        }
    }
    view.where = say_where(ui, *view.session);
    for (const Participant& part : view.session->participants) gather_child(self, ui, part);
    if (view.session->participants.empty()) gather_child(self, ui, {.child = view.session->child});
    keep_choice(self);
}

LiveChild* shown_child(SessionScreen& self) {
    const auto found =
        std::ranges::find_if(self.view.children, [&](const LiveChild& each) { return each.child->id == self.child; });
    return found == self.view.children.end() ? nullptr : &*found;
}

std::vector<LiveGoal*> shown_goals(SessionScreen& self) {
    std::vector<LiveGoal*> shown;
    LiveChild* child = shown_child(self);
    if (child == nullptr) return shown;
    for (LiveGoal& goal : child->goals) {
        const bool ot = goal.goal->discipline == Discipline::ot;
        if (self.discipline == 0 || (self.discipline == 1) == ot) shown.push_back(&goal);
    }
    return shown;
}

void send_live(SessionScreen& self, Ui& ui, Command command) {
    Toasts* toasts = ui.toasts;
    ui.outbox->send(std::move(command), [&self, toasts](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        if (!status.ok()) toasts->warn(status.error().message);
    });
    read_again(self, ui);
}

std::string say_clock(std::int64_t seconds) {
    const std::int64_t whole = std::abs(seconds);
    const std::string rest = std::to_string(whole % 60);
    return (seconds < 0 ? "-" : "") + std::to_string(whole / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

}  // namespace pegboard
