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

namespace pegboard {

/// How a goal stands, as a badge: "On track", "Change suggested".
BadgeWords progress_badge(const progress::Judgement& judgement);
/// The badge of a goal that is practised; else that of its state.
BadgeWords standing_badge(const Caseload& caseload, const Goal& goal, Date today);
/// Part of the way from baseline to target that the newest value has gone, 0..1; nothing without data or target.
std::optional<float> way_gone(const Caseload& caseload, const Goal& goal);

/// What was noted of help in one session, of all its entries.
struct SessionHelp {
    int noted = 0, helped = 0;          ///< entries of which the help was noted, and those of them that had any
    int unsaid = 0;                     ///< of those, done with help of which nobody said how much
    bool alike = true;                  ///< one level for all
    std::optional<int> assist, prompt;  ///< the most that was given
};
/// What its points say beside the value of a session.
struct SessionBeside {
    SessionHelp help;
    std::string note;  ///< all that was typed with them
};
/// Of each of the values that were made of these points, in their order: gathered in one pass over the points.
std::vector<SessionBeside> beside_values(const progress::Criterion& criterion, std::span<const DataPoint> points,
                                         std::span<const progress::SessionValue> values);
/// "a spoken prompt", the most that was given; "help" where nobody said how much, nothing where none was noted.
std::string say_most(const SessionHelp& help);
/// "a light touch", "help in 2 of 5", "help not noted": help that nobody noted is not "no help".
std::string say_help(const progress::SessionValue& value, const SessionHelp& help);

/// The data of one goal made ready for its page.
struct GoalPicture {
    GoalId of{};
    std::uint64_t revision = 0;  ///< of the caseload they were read from
    bool asked = false, ready = false;
    progress::Criterion criterion;
    DecisionRule rule = DecisionRule::four_point;
    Points points;
    std::vector<PhaseChange> changes;
    std::vector<TimeEvent> events;  ///< of this goal and of all the child's goals, in order of date
    std::vector<progress::SessionValue> values;
    std::vector<SessionBeside> beside;           ///< of each of the values
    std::optional<progress::Analysis> analysis;  ///< comes from a worker when there are many values
    std::future<progress::Analysis> coming;
    GoalChart chart;
};
/// Brings the picture up to date.
void follow_picture(GoalPicture& self, Ui& ui, GoalId goal);
/// The chart of what has been worked out so far.
GoalChart chart_of(const Ui& ui, const Goal& goal, const GoalPicture& picture);

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
