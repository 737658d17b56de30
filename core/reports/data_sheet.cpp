// The data sheet of one child: each active goal as a grid to write in, shaped by what it measures, days across. The
// code in the corner finds the goal again when the sheet is typed in.
#include <algorithm>

#include "core/progress/entry.h"
#include "core/progress/measure.h"
#include "core/reports/goal_code.h"
#include "core/reports/parts.h"

namespace pegboard::reports {
namespace {

constexpr std::size_t days_across = 8;
constexpr int usual_tries = 5, most_tries = 12, intervals = 10;
constexpr double write_h = 17, tally_h = 30;

struct Line {
    std::string words;
    double height = write_h;
    bool strong = false;
};
struct Grid {
    std::string how;  ///< what is written into a box
    std::vector<Line> lines;
};

std::string number_words(const char* what, int number) { return std::string(what) + " " + std::to_string(number); }

Grid tries_grid(const Goal& goal) {
    Grid grid;
    grid.how = "+ done as the goal says   H done with more help   \u2013 not yet";
    const int wanted = progress::wanted_tries(goal),
              tries = std::clamp(wanted > 0 ? wanted : usual_tries, 1, most_tries);
    for (int i = 1; i <= tries; ++i) grid.lines.push_back({number_words("Try", i)});
    grid.lines.push_back({"How many of how many", write_h, true});
    return grid;
}

Grid steps_grid(const Goal& goal) {
    Grid grid;
    grid.how = "+ the step was done   \u2013 not yet";
    int number = 0;
    for (const std::string& step : goal.task_steps) grid.lines.push_back({std::to_string(++number) + ". " + step});
    grid.lines.push_back({"Steps done", write_h, true});
    return grid;
}

Grid intervals_grid(const Goal& goal) {
    Grid grid;
    const char* when = goal.interval_method == IntervalMethod::whole     ? "all through the interval"
                       : goal.interval_method == IntervalMethod::partial ? "at any time in the interval"
                                                                         : "at the end of the interval";
    grid.how = "+ seen " + std::string(when) + "   \u2013 not seen.   Each interval is " +
               std::to_string(goal.interval_s) + " seconds.";
    for (int i = 1; i <= intervals; ++i) grid.lines.push_back({number_words("Interval", i)});
    grid.lines.push_back({"How many of how many", write_h, true});
    return grid;
}

/// One line a level; a check mark goes beside the one that was seen.
Grid levels_grid(const std::vector<std::string>& levels) {
    Grid grid;
    grid.how = "Check the one that was seen most.";
    for (const std::string& level : levels) grid.lines.push_back({level});
    return grid;
}

std::vector<std::string> help_levels() {
    std::vector<std::string> all;
    for (int level = 0; level <= 8; ++level) {
        const std::string_view words = progress::assist_words(level);
        if (!words.empty()) all.push_back(std::to_string(level) + "  " + std::string(words));
    }
    return all;
}

Grid measured_grid(const Goal& goal, const char* how) {
    Grid grid;
    grid.how = how;
    const int tries = std::clamp(goal.wanted_tries > 0 ? goal.wanted_tries : 3, 1, most_tries);
    for (int i = 1; i <= tries; ++i) grid.lines.push_back({number_words("Try", i)});
    return grid;
}

Grid scale_grid(const Goal& goal) {
    std::vector<std::string> levels;
    for (std::size_t i = 0; i < goal.gas_levels.size(); ++i) {
        const int level = static_cast<int>(i) - 2;
        levels.push_back((level > 0 ? "+" : "") + std::to_string(level) + "  " + goal.gas_levels[i]);
    }
    return levels_grid(levels);
}

Grid grid_of(const Goal& goal) {
    const std::string& m = goal.measure;
    if (m == "steps_pct" && !goal.task_steps.empty()) return steps_grid(goal);
    if (m == "interval_pct") return intervals_grid(goal);
    if (m == "assist") return levels_grid(help_levels());
    if (m == "gas") return scale_grid(goal);
    if (m == "rating4") return levels_grid({"0", "1", "2", "3"});
    if (m == "distance_cm") return measured_grid(goal, "Write how far, with the unit.");
    if (m == "deviation_mm") return measured_grid(goal, "Write how far from the line, in millimeters.");
    if (m.ends_with("_s")) return measured_grid(goal, "Write the time as minutes and seconds, 1:05.");
    const progress::MeasureRule* rule = progress::measure_rule(m);
    if (rule != nullptr && rule->pooling == progress::Pooling::percent) return tries_grid(goal);
    Grid grid;
    grid.how = "One stroke each time, then the total.";
    grid.lines = {{"Strokes", tally_h}, {"Total", write_h, true}};
    if (m == "rate_min") grid.lines.push_back({"Minutes watched"});
    return grid;
}

/// The child's sessions from the day on: the sheet is for them; what is left over is empty.
std::vector<std::string> days_of(const Source& source) {
    std::vector<std::string> days;
    for (const Session& session : source.caseload.sessions()) {
        if (session.date < source.choices.from || days.size() == days_across) continue;
        if (session.status != SessionStatus::planned || !is_for(session, source.choices.child)) continue;
        const std::string day = say_day(session.date);
        if (days.empty() || days.back() != day) days.push_back(day);
    }
    days.resize(days_across);
    return days;
}

Cell small_cell(std::string words, bool strong, Ink colour = ink::text) {
    return {{{Paragraph{text(std::move(words), strong ? Style::small_strong : Style::small, colour)}}}};
}

void add_goal(Blocks& blocks, const Goal& goal, const std::vector<std::string>& days) {
    const Grid grid = grid_of(goal);
    Blocks name{{Heading{text(goal.title, Style::subheading), 2}}};
    if (const std::string& whole = full_text(goal); whole != goal.title)
        name.push_back({Paragraph{text(whole, Style::small, ink::soft)}});
    name.push_back({Paragraph{text(grid.how, Style::small)}});
    Blocks corner{{Pills{{pill_of(goal.discipline), {goal_code(goal.id), ink::sunken, ink::text}}, Align::right}}};
    Table table;
    table.name = "Grid to write in";
    table.grid = true;
    table.shares.assign(days_across + 1, 47);
    table.shares.front() = 146;
    table.head.push_back(small_cell("", true));
    for (const std::string& day : days) table.head.push_back(small_cell(day, true, ink::soft));
    std::vector<Line> lines = grid.lines;
    if (goal.measure != "assist" && goal.measure != "gas") lines.push_back({"Help given"});
    lines.push_back({"Who wrote it"});
    for (const Line& line : lines) {
        Row row;
        row.least_height = line.height;
        row.cells.assign(days_across + 1, Cell{});
        row.cells.front() = small_cell(line.words, line.strong);
        table.rows.push_back(std::move(row));
    }
    // All of one goal stays on one page where it can.
    Blocks whole{{Columns{{5, 1}, {std::move(name), std::move(corner)}}}, {std::move(table)}};
    blocks.push_back({Together{std::move(whole)}});
    blocks.push_back({Gap{12}});
}

}  // namespace

Result<Document> data_sheet(const Source& source) {
    const Child* child = source.caseload.child(source.choices.child);
    if (child == nullptr) return Error{ErrorKind::missing, "child", "This child is no longer there.", {}};
    const Names names({child}, source.choices, false);
    Document document;
    document.title = words(Kind::data_sheet);
    document.footer = say_foot("Data sheet, " + names.full(*child), source.today);
    document.grey = source.choices.grey;
    Blocks& blocks = document.blocks;
    add_title(blocks, document.title, {});
    blocks.push_back({Strip{{{"Child", names.full(*child)},
                             {"From", say(source.choices.from)},
                             {"How to use", "One column a day. The code beside a goal finds it again in Pegboard."}}}});
    const std::vector<CareLine> care = care_at_work(*child, source.library, source.today);
    if (!care.empty()) {
        Blocks inside{{Heading{text("Take care", Style::subheading), 2}}};
        add_care(inside, care, Style::small);
        blocks.push_back({Frame{ink::warn_tint, false, std::move(inside)}});
    }
    blocks.push_back({Gap{6}});
    const std::vector<std::string> days = days_of(source);
    bool any = false;
    for (const Goal& goal : source.caseload.goals()) {
        if (goal.child != child->id || goal.status != GoalStatus::active) continue;
        add_goal(blocks, goal, days);
        any = true;
    }
    if (!any)
        blocks.push_back({Paragraph{text(names.call(*child) + " has no active goal, so there is nothing to note.")}});
    names.hide(document);
    return document;
}

}  // namespace pegboard::reports
