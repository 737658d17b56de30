// A goal: long-term, or a short-term objective under one.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/model/date.h"
#include "core/model/enums.h"
#include "core/model/ids.h"
#include "core/model/progress_terms.h"

namespace pegboard {

struct Goal {
    GoalId id;
    ChildId child;
    GoalId parent;  ///< the long-term goal of an objective; none for long-term goals
    GoalTerm term = GoalTerm::long_term;
    std::string title;  ///< what the child will do: "Cuts out a 10 cm circle close to the line"
    /// The goal as it was written, word for word: its full text wherever one is wanted. The data beside it may come to
    /// say something else; then the goal check tells which part.
    std::string sentence;
    std::string condition;     ///< when, where or with what, as it stands in the sentence
    std::string target_words;  ///< what stands for the target in the sentence: "5 large"
    std::string bank_goal;     ///< goal of the bank it was written with; empty: none
    std::string skill;         ///< skill or step id of the library
    Discipline discipline = Discipline::ot;
    Side side = Side::none;
    // Baseline: three values (their median counts), or one with a reason.
    std::vector<double> baseline;
    std::string baseline_reason;
    // Criterion: measure, value, consistency.
    std::string measure;           ///< measure id of the library, e.g. "trials"
    std::optional<double> target;  ///< in the measure's unit
    int successes = 0;             ///< n of `attempts`; 0 = not stated
    int attempts = 0;
    std::string ratio_noun;   ///< what `attempts` counts: "tries", "sessions", "meals"; empty: tries
    int sessions_in_row = 0;  ///< kept up for so many sessions; 0 = not stated
    int sessions_met = 0;     ///< or in so many of the last `sessions_of`, not in a row; 0 of 0 = not stated
    int sessions_of = 0;
    int assist_level = 0;  ///< 0..8, library part 4.2
    int minutes_per_week = 0;
    int dose_min = 0;     ///< minutes of practice in one session that count in full; 0 = the usual dose
    std::string routine;  ///< family or school routine it serves
    std::optional<Date> start;
    std::optional<Date> due;
    int priority = 2;  ///< 1 low, 2 medium, 3 high
    GoalStatus status = GoalStatus::draft;
    std::optional<Date> closed_on;  ///< met or discontinued
    TherapistId therapist;
    std::string note;
    // How it is recorded and judged.
    std::optional<TriesCount>
        tries_count;                ///< which of several tries is the session's value; none: the measure's usual
    std::string unit;               ///< unit of lengths, core/rules/typed/units.h; empty: by size
    double lap_cm = 0;              ///< length of one lap where the unit is laps; 0: none
    int wanted_tries = 0;           ///< tries wanted in one session; 0: as many as the criterion speaks of
    int min_tries = 0;              ///< a session with fewer neither counts nor breaks a run; 0: the usual number
    bool lower_is_better = false;   ///< asked for `events` only; other measures know it themselves
    std::optional<int> prompt_max;  ///< most prompting a pass may have, 0..8; none: prompts do not matter
    bool generalise = false;        ///< passes wanted in 2 places or with 2 people
    bool maintain = false;          ///< probes wanted 2 and 4 weeks after
    std::optional<DecisionRule> decision_rule;  ///< none: the practice's
    IntervalMethod interval_method = IntervalMethod::momentary;
    int interval_s = 20;                  ///< 10..60
    std::vector<std::string> task_steps;  ///< the task analysis, in order
    // Attainment scaling: texts of the levels -2 to +2, all or none; weight = importance x difficulty.
    std::array<std::string, 5> gas_levels;
    int gas_importance = 1;  ///< 1..3
    int gas_difficulty = 1;  ///< 1..3
    int gas_baseline = -2;   ///< level at the start, -2..0
    bool operator==(const Goal&) const = default;
};

/// The goal's full text: its sentence word for word; its one line for a goal that has none.
inline const std::string& full_text(const Goal& goal) { return goal.sentence.empty() ? goal.title : goal.sentence; }

}  // namespace pegboard
