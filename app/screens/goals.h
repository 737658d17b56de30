// The Goals screen (every goal of the caseload in one list) and the page of one goal.
// Drawing reads; each finished edit of a stored goal is one EditGoal, a new goal is one AddGoal.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/ui.h"
#include "app/widgets/widgets.h"

namespace pegboard {

struct GoalsScreen {
    std::string query;
    bool ot = true, pt = true;
    int status = 1;  ///< 0 all, 1 open (draft, active, on hold), 2.. one status
    std::string focus;
    TherapistId therapist{};
    TableState table;
    struct Row {
        GoalId goal;
        std::string child, title, criterion, due, folded;
        int due_day = 0;
        std::string focus_name;
        Hue hue = Hue::indigo;
        std::string picture;
    };
    struct Rows {
        std::uint64_t revision = 0;
        bool made = false;
        std::string of;  ///< the filters these rows answer
        std::vector<Row> shown;
    } rows;
};
void draw(GoalsScreen& self, Ui& ui);

struct GoalScreen {
    GoalId of{};  ///< whose errors and choices these are
    ChildId for_child{};
    std::map<std::string, std::string> errors;  ///< by field
    // Choices of skills, made once per library.
    std::vector<std::string> skill_ids, skill_names, measure_ids, measure_names, assist_names;
};
void draw(GoalScreen& self, Ui& ui);

}  // namespace pegboard
