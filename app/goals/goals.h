// The Goals screen (every goal of the caseload in one list) and the page of one goal: its story, with a
// panel to edit it beside, or the writer of a new one.
// Drawing reads; each finished edit of a stored goal is one EditGoal, a new goal is one AddGoal.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/goals/story/story.h"
#include "app/parts/goal_form.h"
#include "app/ui.h"
#include "app/widgets/widgets.h"
#include "core/library/find_goals.h"
#include "core/rules/goals/goal_check.h"
#include "core/rules/goals/goal_ladder.h"
#include "core/rules/goals/goal_writing.h"

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

/// View state of the goal writer, and what it found out, kept until what it depends on changes.
struct GoalWriter {
    GoalBankFilter filter;
    bool all_categories = false;
    GoalSlot slot = GoalSlot::none;  ///< whose choices are open under the sentence
    bool for_family = false;
    int bank_row = 0;          ///< the row of the bank that Tab stops at; arrows go to others
    bool bank_moved = false;   ///< they just did: it comes into view and gets the keyboard
    bool show_chosen = false;  ///< the bank scrolls to the goal chosen
    /// Proposed steps that were ticked, by goal (0 is the goal being written) and by their words: a step that reads
    /// otherwise after a change was not ticked.
    std::map<GoalId, std::set<std::string>> ticked;
    bool own_words = false;                ///< the sentence is being changed by hand
    bool focus_words = false;              ///< its field was just opened and takes the keyboard
    bool scale_open = false;               ///< the goal scale is wanted beside another measure
    double entered_s = -1;                 ///< when Enter was pressed last
    int focus_step = -1;                   ///< the step of the task that takes the keyboard next
    std::string opened;                    ///< place detail already followed
    std::map<std::string, float> heights;  ///< of cards, as they came out last
    struct Bank {
        GoalBankFilter of;
        int months = -1;  ///< age of the child it was ordered for
        bool made = false;
        std::vector<const GoalTemplate*> shown;
        std::vector<std::string> titles, notes;
        std::map<std::string, int> in_category, with_skill;  ///< how many each choice would leave
    } bank;
    struct Found {
        Goal of;
        GoalWords words;
        bool made = false;
        std::string statement, family;
        std::vector<GoalFinding> findings;
        std::vector<LadderRung> rungs;
    } found;
};

struct GoalScreen {
    GoalId of{};  ///< whose errors and choices these are
    ChildId for_child{};
    std::map<std::string, std::string> errors;  ///< by field
    // Choices of skills, made once per library.
    std::vector<std::string> skill_ids, skill_names, measure_ids, measure_names, assist_names;
    std::string other_measure;  ///< asked about: what was recorded has another one
    std::size_t recorded = 0;   ///< values recorded with the goal's measure
    GoalWriter writer;
    GoalStory story;
};
void draw(GoalScreen& self, Ui& ui);

}  // namespace pegboard
