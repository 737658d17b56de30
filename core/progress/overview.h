// One child's progress at a glance: each goal with its small line and status, what was practised in the last weeks,
// milestones, attainment scaling. It compares a child with nobody.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/progress/attainment.h"
#include "core/progress/status.h"

namespace pegboard::progress {

inline constexpr std::size_t spark_values = 12;
inline constexpr std::size_t weeks_covered = 8;

struct SparkValue {
    Date date;
    double value = 0;  ///< in the measure's unit
};
struct GoalRow {
    GoalId goal;
    Judgement judgement;
    std::string newest;             ///< "64 % (32 of 50)"; empty without data
    std::string trend;              ///< "+1.8 % a week (likely between ...)", or what it still needs
    std::string not_mastered;       ///< empty once it is
    std::vector<SparkValue> spark;  ///< the newest 12 values that count, in order
    std::optional<double> target;
    std::optional<double> aim_at_last;
    std::array<int, weeks_covered> minutes{};  ///< of held activities that served it, oldest week first
};
struct Milestone {
    Date date;
    GoalId goal;
    std::string title;
    bool big = false;   ///< a long-term goal; else an objective on the way
    std::string words;  ///< "Reached 80 %"
};
/// Sessions of one week, from its Monday.
struct WeekHeld {
    Date monday;
    int held = 0, not_held = 0, planned = 0;
    int minutes = 0;  ///< the child was here
};
struct ChildOverview {
    std::vector<GoalRow> goals;                 ///< active ones, most pressing first
    std::vector<GoalId> strengths;              ///< reached, kept, ahead of the aim line or clearly on track
    std::vector<GoalId> growth;                 ///< where the data ask for another look
    std::vector<Milestone> milestones;          ///< newest first, closed goals too
    std::array<WeekHeld, weeks_covered> weeks;  ///< oldest first; the last is the present week
};
/// Reads points of the child's active goals: keep it by revision.
Result<ChildOverview> child_overview(const Caseload& caseload, ChildId child, Date today);

/// Levels at the start and now of all goals with an attainment scale, and T over those that have both.
Result<AttainmentReport> attainment_of(const Caseload& caseload, ChildId child);

}  // namespace pegboard::progress
