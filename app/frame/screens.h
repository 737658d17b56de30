// Every screen: a struct of view state and a draw function over it. Truth is in the caseload; a
// screen keeps only what is chosen, filtered or open, and rows cached by revision.
#pragma once
#include "app/activities/activities.h"
#include "app/caseload/caseload.h"
#include "app/child/child.h"
#include "app/gallery/gallery.h"
#include "app/goals/goals.h"
#include "app/guide/guide.h"
#include "app/notes/note.h"
#include "app/parts/dialogs.h"
#include "app/plan/plan.h"
#include "app/progress/progress.h"
#include "app/progress/skills.h"
#include "app/reports/reports.h"
#include "app/session/session.h"
#include "app/settings/history.h"
#include "app/settings/settings.h"
#include "app/today/today.h"

namespace pegboard {

/// View state of all screens; lives as long as the caseload is open, and through a lock.
struct Screens {
    TodayScreen today;
    CaseloadScreen caseload;
    ChildScreen child;
    GoalsScreen goals;
    GoalScreen goal;
    GuideScreen guide;
    ActivitiesScreen activities;
    SkillsScreen skills;
    PlanScreen plan;
    SessionScreen session;
    NoteScreen note;
    ProgressScreen progress;
    ReportsScreen reports;
    SettingsScreen settings;
    HistoryScreen history;
    GalleryScreen gallery;
    Dialogs dialogs;  ///< those that open from any screen: drawn after the screen
};

}  // namespace pegboard
