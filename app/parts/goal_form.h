// A goal that is being written and not stored yet lives in the drafts, so that a lock or a crash
// loses nothing: the whole goal as one text.
#pragma once
#include <optional>
#include <string>

#include "app/ui.h"
#include "core/model/goal.h"

namespace pegboard {

/// What the sentence of a goal being written says beyond the goal itself.
struct GoalWords {
    std::string bank;       ///< id of the bank's goal it is written with; empty: none
    std::string condition;  ///< when, where or with what
    std::string target;     ///< what stands for the target
    std::optional<int> prompt_level;
    std::string title;            ///< a title of its own; empty: made from the sentence
    std::optional<double> value;  ///< a number to reach of its own; none: what the target says
    bool own_measure = false;     ///< what is recorded was chosen, it does not follow the words
    std::string sentence;         ///< the whole sentence in the therapist's own words; empty: written from its slots
    bool operator==(const GoalWords&) const = default;
};

/// The day a new goal is to be met by as long as nobody chose one.
Date usual_due(const Ui& ui);
/// Name under which the new goal of a child is drafted.
std::string goal_draft(ChildId child);
/// The goal being written for a child; a fresh one when nothing is drafted.
Goal drafted_goal(const Ui& ui, ChildId child);
/// Keeps the goal being written and its words.
void keep_drafted(Ui& ui, const Goal& goal, const GoalWords& words);
/// The words of the goal being written; empty ones when nothing is drafted.
GoalWords drafted_words(const Ui& ui, ChildId child);
/// The goal's sentence word for word, with the child's name as the screen shows names; its one line where it has none.
std::string shown_sentence(const Ui& ui, const Child& child, const Goal& goal);
/// Words of a record with the child's call name as the screen shows names.
std::string with_shown_name(const Ui& ui, const Child& child, std::string words);

}  // namespace pegboard
