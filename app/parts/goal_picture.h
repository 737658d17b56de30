// What a goal's page and its small lines show of its data: read between frames, analysed on a worker when there is
// much, kept by revision. It refuses to touch the storage while a frame is drawn.
#pragma once
#include <future>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/parts/parts.h"
#include "app/widgets/chart/chart.h"
#include "core/progress/analysis.h"
#include "core/progress/attention.h"
#include "core/progress/chart/goal_data.h"

namespace pegboard {

/// How a goal stands, as a badge: "On track", "Change suggested".
BadgeWords progress_badge(const progress::Judgement& judgement);
/// The badge of a goal that is practised; else that of its state.
BadgeWords standing_badge(const Caseload& caseload, const Goal& goal, Date today);
/// Part of the way from baseline to target that the newest value has gone, 0..1; nothing without data or target.
std::optional<float> way_gone(const Caseload& caseload, const Goal& goal);

/// The data of one goal made ready for its page.
struct GoalPicture : GoalData {
    GoalId of{};
    std::uint64_t revision = 0;  ///< of the caseload they were read from
    bool asked = false, ready = false;
    DecisionRule rule = DecisionRule::four_point;
    std::future<progress::Analysis> coming;
    GoalChart chart;
};
/// Brings the picture up to date.
void follow_picture(GoalPicture& self, Ui& ui, GoalId goal);

/// Small lines of many goals, each read once after its points changed.
class Sparks {
 public:
    struct Line {
        Spark spark;
        std::string words;  ///< "12 values, newest 64 %"; empty where there are none
    };
    /// The line of a goal; null until it has been read.
    const Line* of(Ui& ui, const Goal& goal);

 private:
    struct Kept {
        std::uint64_t revision = 0;
        Points points;
        Goal goal;  ///< as it was when the line was made: another target is another line
        Line line;
    };
    static void make(Kept& kept, const Caseload& caseload);
    std::map<GoalId, Kept> kept_;
    std::vector<GoalId> wanted_;
    bool asked_ = false;
};
/// Draws it, or says that there is nothing to draw; nothing until it has been read.
void draw_spark(Ui& ui, Rect rect, Sparks& sparks, const Goal& goal);

}  // namespace pegboard
