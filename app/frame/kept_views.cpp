#include "app/frame/kept_views.h"

#include <utility>

namespace pegboard {
namespace {

void keep_lists(Screens& now, Screens& before) {
    now.today.day = before.today.day;
    now.today.all_notes = before.today.all_notes;
    now.caseload.filter = std::move(before.caseload.filter);
    now.caseload.sort = before.caseload.sort;
    now.caseload.descending = before.caseload.descending;
    GoalsScreen& goals = before.goals;
    now.goals.query = std::move(goals.query);
    now.goals.ot = goals.ot;
    now.goals.pt = goals.pt;
    now.goals.status = goals.status;
    now.goals.focus = std::move(goals.focus);
    now.goals.therapist = goals.therapist;
    now.goals.table = goals.table;
    now.guide = std::move(before.guide);
    now.history.query = std::move(before.history.query);
    now.history.limit = before.history.limit;
}

void keep_library(Screens& now, Screens& before) {
    ActivitiesScreen& activities = before.activities;
    now.activities.wish = std::move(activities.wish);
    now.activities.chosen = std::move(activities.chosen);
    now.activities.in_drawer = std::move(activities.in_drawer);
    now.activities.as_list = activities.as_list;
    now.activities.opened = std::move(activities.opened);
    now.activities.said = std::move(activities.said);
    SkillsScreen& skills = before.skills;
    now.skills.filter = std::move(skills.filter);
    now.skills.child = skills.child;
    now.skills.chosen = std::move(skills.chosen);
    now.skills.in_drawer = std::move(skills.in_drawer);
    now.skills.opened = std::move(skills.opened);
    now.skills.unfolded = std::move(skills.unfolded);
}

void keep_records(Screens& now, Screens& before) {
    ChildScreen& child = before.child;
    now.child.place = child.place;
    now.child.tab = child.tab;
    now.child.minutes.period = child.minutes.period;
    now.child.scrolled_for = std::move(child.scrolled_for);
    now.child.goal_filter = child.goal_filter;
    now.child.adding = std::move(child.adding);
    now.child.asking = child.asking;
    now.child.answered_by = std::move(child.answered_by);
    GoalScreen& goal = before.goal;
    now.goal.of = goal.of;
    now.goal.for_child = goal.for_child;
    now.goal.writer.filter = std::move(goal.writer.filter);
    now.goal.writer.all_categories = goal.writer.all_categories;
    now.goal.writer.slot = goal.writer.slot;
    now.goal.writer.for_family = goal.writer.for_family;
    now.goal.writer.ticked = std::move(goal.writer.ticked);
    now.goal.writer.own_words = goal.writer.own_words;
    now.goal.writer.scale_open = goal.writer.scale_open;
    now.goal.writer.opened = std::move(goal.writer.opened);
    now.note.part = before.note.part;
    ProgressScreen& progress = before.progress;
    now.progress.which = progress.which;
    now.progress.mine = progress.mine;
    now.progress.typed = std::move(progress.typed);
    now.goal.story.view = goal.story.view;
    now.goal.story.of = goal.story.of;
    now.goal.story.as_table = goal.story.as_table;
    now.goal.story.more_numbers = goal.story.more_numbers;
    now.settings.editing = before.settings.editing;
}

/// What was chosen, and of what it is not said yet who gets it; never a page.
void keep_reports(ReportsScreen& now, ReportsScreen& before) {
    now.of = before.of;
    now.kind = before.kind;
    now.whose = before.whose;
    now.day = before.day;
    now.from = before.from;
    now.to = before.to;
    now.paper = before.paper;
    now.audience = before.audience;
    now.begun = before.begun;
    now.initials_only = before.initials_only;
    now.grey = before.grey;
    now.name_others = before.name_others;
    now.page = before.page;
    now.zoom = before.zoom;
    now.gone = std::move(before.gone);
    // The answer of a print dialog that is open at the lock is not heard: rather ask once too often.
    if (before.printing) now.gone.push_back(std::move(*before.printing));
}

void keep_ideas(PlanIdeas& now, PlanIdeas& before) {
    now.query = std::move(before.query);
    now.category = std::move(before.category);
    now.for_goals = before.for_goals;
    now.fits_time = before.fits_time;
    now.home = before.home;
}

void keep_sessions(Screens& now, Screens& before) {
    now.plan.chosen = before.plan.chosen;
    now.plan.tab = before.plan.tab;
    now.plan.detail = std::move(before.plan.detail);
    keep_ideas(now.plan.ideas, before.plan.ideas);
    SessionScreen& session = before.session;
    now.session.view.of = session.view.of;  // not made: it is gathered again
    now.session.watches = std::move(session.watches);
    now.session.intervals = std::move(session.intervals);
    now.session.watches_of = session.watches_of;
    now.session.watches_seen_s = session.watches_seen_s;
    now.session.child = session.child;
    now.session.discipline = session.discipline;
    now.session.chosen = session.chosen;
    now.session.opened = std::move(session.opened);
    now.session.closed = std::move(session.closed);
    now.session.help = std::move(session.help);
    now.session.next_try = std::move(session.next_try);
    now.session.values = std::move(session.values);
    now.session.done = std::move(session.done);
    keep_ideas(now.session.ideas, before.session.ideas);
}

}  // namespace

Screens kept_views(Screens& before) {
    Screens now;
    keep_lists(now, before);
    keep_library(now, before);
    keep_records(now, before);
    keep_reports(now.reports, before.reports);
    keep_sessions(now, before);
    return now;
}

std::vector<std::string*> typed_words(Screens& screens) {
    std::vector<std::string*> all{&screens.caseload.filter.typed,
                                  &screens.goals.query,
                                  &screens.history.query,
                                  &screens.activities.wish.filter.query,
                                  &screens.activities.said,
                                  &screens.skills.filter.query,
                                  &screens.child.answered_by,
                                  &screens.goal.writer.filter.query,
                                  &screens.progress.typed,
                                  &screens.plan.ideas.query,
                                  &screens.session.ideas.query,
                                  &screens.guide.born,
                                  &screens.guide.weeks};
    // Who got a report and why, in the order kept_views() gives them: what was being printed comes last.
    ReportsScreen& reports = screens.reports;
    for (ReportGone& each : reports.gone) all.insert(all.end(), {&each.who, &each.why});
    if (reports.printing) all.insert(all.end(), {&reports.printing->who, &reports.printing->why});
    return all;
}

}  // namespace pegboard
