// Every screen: a struct of view state and a draw function over it. Truth is in the caseload; a
// screen keeps only what is chosen, filtered or open, and rows cached by revision.
#pragma once
#include "app/screens/activities.h"
#include "app/screens/caseload.h"
#include "app/screens/child.h"
#include "app/screens/dialogs.h"
#include "app/screens/gallery.h"
#include "app/screens/goals.h"
#include "app/screens/history.h"
#include "app/screens/note.h"
#include "app/screens/plan.h"
#include "app/screens/progress.h"
#include "app/screens/session.h"
#include "app/screens/settings.h"
#include "app/screens/skills.h"
#include "app/screens/today.h"

namespace pegboard {

/// View state of all screens; lives as long as the caseload is open, and through a lock.
struct Screens {
    TodayScreen today;
    CaseloadScreen caseload;
    ChildScreen child;
    GoalsScreen goals;
    GoalScreen goal;
    ActivitiesScreen activities;
    SkillsScreen skills;
    PlanScreen plan;
    SessionScreen session;
    NoteScreen note;
    ProgressScreen progress;
    SettingsScreen settings;
    HistoryScreen history;
    GalleryScreen gallery;
    Dialogs dialogs;  ///< those that open from any screen: drawn after the screen
};

}  // namespace pegboard
