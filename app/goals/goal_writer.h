// The goal writer: a goal from the bank or from a blank page, its sentence slot by slot, baseline and
// criterion, steps on the way, and a check that says how to mend. One command adds it with its steps.
#pragma once
#include <string>

#include "app/goals/goal_page.h"

namespace pegboard {

/// The goal being written while it is drawn.
struct GoalDraft {
    GoalPage& page;
    GoalWords words;
    GoalTemplate from;  ///< the bank's goal, or the blank one with the skill and measure chosen

    [[nodiscard]] GoalSlots slots() const;
    /// After a slot or a field changed: the goal says what the sentence says.
    void follow();
    /// The sentence in the therapist's own words: what the goal line does not say yet it takes from there.
    void take_own_sentence(std::string typed);
    /// Without a goal of the bank, what is recorded is what the words name: a time, a way, else tries.
    void measure_follows();
    /// The goal becomes one of its skill's discipline where the child has that; else the therapist is asked.
    void discipline_follows();
    /// Starts over with a goal of the bank; an empty id is the blank page.
    void use(const std::string& bank);
};

/// What the page shows of the goal (sentence, check, steps): found again only when the goal changes.
void find_out(GoalDraft& draft);
/// The steps that are ticked, as objectives under `parent`.
std::vector<Goal> chosen_steps(const GoalDraft& draft, GoalId parent, GoalStatus status);
/// The page of a goal that is not stored yet.
void draw_goal_writer(GoalPage& page);

/// What could follow a goal that was met, above its page (goal_next.cpp); the y below.
float draw_next_goals(GoalPage& page, Rect rect);
/// Another measure for a goal that has data: from when on, or as a goal of its own.
void ask_about_measure(GoalPage& page, std::string measure);
void draw_measure_question(GoalPage& page);

// ------------------------------------------------------------------ parts of the page; each returns the y below it
/// The bank with its search, libraries and filters (goal_bank.cpp); in a drawer its head leaves room to close it.
void draw_goal_bank(GoalDraft& draft, Rect rect, bool in_drawer);
/// The sentence with its slots, and the choices of the slot pressed (goal_sentence.cpp).
float draw_goal_sentence(GoalDraft& draft, Rect rect);
/// Baseline, goal line, help and dates beside each other (goal_cards.cpp).
float draw_goal_numbers(GoalDraft& draft, Rect rect);
float draw_goal_reading(GoalDraft& draft, Rect rect);
/// Whether the field for the sentence was just opened; it is scrolled into sight.
bool take_focus_of_words(GoalWriter& self, Ui& ui, Rect field);
float draw_goal_more(GoalDraft& draft, Rect rect);
/// Steps on the way and the goal check (goal_steps.cpp). Under a stored goal a button adds those ticked.
float draw_goal_steps(GoalDraft& draft, Rect rect);
float draw_goal_check(GoalDraft& draft, Rect rect);

/// The steps of the task and the levels of the goal's own scale, where its measure asks for them (goal_task.cpp);
/// the y below with a gap, or the same y when there is nothing to show.
float draw_goal_task(GoalDraft& draft, Rect rect);
float draw_goal_scale(GoalDraft& draft, Rect rect);

/// A card whose height is what its content took when it was drawn last.
class TallCard {
 public:
    TallCard(GoalDraft& draft, Rect rect, std::string name, std::string_view title, std::string_view hint = {});
    [[nodiscard]] Rect inside() const { return inside_; }
    [[nodiscard]] Rect whole() const { return whole_; }
    /// Says how low the content came; returns the y below the card.
    float end(float bottom, float pad = 20);

 private:
    GoalDraft& draft_;
    std::string name_;
    Rect whole_, inside_;
};

}  // namespace pegboard
