// What the page of a stored goal and the goal writer share: the goal while it is drawn, its fields with
// their errors, and cards with a title. It stores nothing; the screens send the commands.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/goals/goals.h"

namespace pegboard {

/// The goal on the page while it is drawn: a stored one, or the one being written.
struct GoalPage {
    GoalScreen& self;
    Ui& ui;
    const Child& child;
    Goal goal;
    bool stored = false;
    bool changed = false;
    std::string draft;      ///< prefix of its half-typed fields
    bool in_panel = false;  ///< its parts stand in the panel beside the story, not on cards

    /// Whether the panel is open, and opening or closing it: the way back stays what it was.
    [[nodiscard]] bool editing() const;
    void edit(bool open);
    /// A part with its title: a card on a page, under a line in the panel. Returns the rect inside, below the title.
    Rect part(Rect rect, std::string_view title, std::string_view hint = {});

    /// What is wrong with a field; empty when nothing is.
    [[nodiscard]] std::string_view error(const std::string& field) const;
    /// Name of a field's draft.
    [[nodiscard]] std::string name(std::string_view field) const { return draft + "." + std::string(field); }
    /// True when the text was changed.
    bool text_field(Rect rect, std::string_view label, const std::string& field_name, std::string& value,
                    std::string_view hint);
    /// A whole number from `low` to `high`.
    void number(Rect rect, std::string_view label, const std::string& field_name, int& value, int low, int high,
                int step, std::string_view unit);
    /// A value of the goal's measure, in any unit of its kind ("12 m", "1:15"), or none; true when it was changed.
    bool value(Rect rect, std::string_view label, const std::string& field_name, std::optional<double>& value,
               bool row_says = false);
    /// "Value in percent"; "Value" where what stands in the field says its unit itself: "5 min", "4.2 m".
    [[nodiscard]] std::string label_in_unit(std::string_view what) const;
    /// The three values of a baseline, beside each other where they can be read so, else below each other.
    void baseline_values(Rect row);
    [[nodiscard]] float baseline_height(float width) const;
    void date(Rect rect, std::string_view label, const std::string& field_name, std::optional<Date>& value);
    /// True when another option was picked.
    bool pick(Rect rect, std::string_view label, const std::string& field_name, std::span<const std::string> options,
              int& chosen);
    /// What n of m counts: tries, sessions, or what the goal already counts.
    void pick_ratio_noun(Rect rect);
    /// Sessions in a row, or so many of the last so many.
    void pick_sessions(Rect in_row, Rect met, Rect of);
    /// Which of several tries is the session's value; the first line names what the measure usually takes.
    void pick_tries_count(Rect rect);
    /// The unit of lengths, and how long a lap is.
    void pick_unit(Rect rect);
    void pick_skill(Rect rect);
    void pick_side(Rect rect);
    /// A long-term goal of its own, or an objective under one.
    void pick_parent(Rect rect);
    void pick_therapist(Rect rect);
    /// A therapist of the other discipline is not the goal's: the child's service of its discipline names who is.
    void therapist_follows();
    void pick_priority(Rect rect);
};

inline constexpr float goal_row_h = 84;  ///< label, field and room for one line below

/// OT or PT where the goal's skill is of one of them only.
std::optional<Discipline> discipline_of_skill(const Goal& goal, const Library& library);
/// Whether the child has a service of this discipline.
bool has_service(const Child& child, Discipline discipline);
/// Where the child does not have the discipline of the goal's skill: that, with the choice of the goal's own. Returns
/// the y below.
float draw_discipline_note(GoalPage& page, Rect at);
/// The first field in the order of the page of which something is wrong gets the keyboard.
void lead_to_error(GoalScreen& self, Ui& ui, const std::string& draft);
/// The choices of skills and measures, made once per library.
void make_goal_choices(GoalScreen& self, const Library& library);
/// A card with a title; returns the rect inside, below the title. Heights are known beforehand.
Rect titled_card(Ui& ui, Rect rect, std::string_view title, std::string_view hint = {});
/// Sends a command; its error stands under its field, else drafts go and `then` is shown.
void send_goal(GoalPage& page, Command command, std::string toast, std::optional<Place> then);
/// What the stored goal puts into the slots of a sentence about `child`.
GoalSlots stored_slots(const Goal& goal, std::string child);
/// Place of an id among ids; -1 when it is not there.
int index_in(const std::vector<std::string>& ids, const std::string& id);

}  // namespace pegboard
