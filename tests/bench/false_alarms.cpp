// How often each status comes up for children of whom the truth is known: what a rule's advice is worth. Prints a
// table, tab-separated, the one kept in tests/data/false_alarms.tsv: of 100 children, how many had the status at least
// once in 18 weekly looks. It measures; it is no test.
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string_view>

#include "core/progress/status.h"
#include "tests/core/progress_simulated.h"

namespace pegboard {
namespace {
using namespace progress;

constexpr std::array rules{DecisionRule::three_point, DecisionRule::four_point, DecisionRule::median_of_three,
                           DecisionRule::trend_line};
constexpr std::array<std::string_view, 3> course_names{"on the aim", "flat", "S-curve"};

struct Counts {
    std::array<int, rules.size()> change{}, raise{};
    int check_now = 0, plateau = 0, mastered = 0, projected_late = 0;
};

/// What was said of one child in any of the weekly looks.
void look_weekly(const test::SimulatedChild& child, std::mt19937& random, Counts& counts) {
    const Goal goal = simulated_goal(child, random);
    const std::vector<DataPoint> points = simulated_points(child, goal, random);
    const Criterion criterion = criterion_of(goal);
    std::array<std::set<ProgressStatus>, rules.size()> seen;
    for (std::size_t count = 1; count <= points.size(); ++count) {
        const GoalFacts facts = facts_of(criterion, std::span(points).first(count), {});
        for (std::size_t i = 0; i < rules.size(); ++i) seen[i].insert(status_of(criterion, facts, rules[i]));
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
        counts.change[i] += static_cast<int>(seen[i].count(ProgressStatus::change_suggested));
        counts.raise[i] += static_cast<int>(seen[i].count(ProgressStatus::raise_suggested));
    }
    const auto& usual = seen[static_cast<std::size_t>(DecisionRule::four_point)];
    counts.check_now += static_cast<int>(usual.count(ProgressStatus::check_now));
    counts.plateau += static_cast<int>(usual.count(ProgressStatus::plateau));
    counts.mastered += static_cast<int>(usual.count(ProgressStatus::mastered));
}

void print_row(const test::SimulatedChild& child, int children) {
    std::mt19937 random{2026};
    Counts counts;
    for (int i = 0; i < children; ++i) look_weekly(child, random, counts);
    const auto share = [&](int count) { std::printf("\t%.0f", 100.0 * count / children); };
    std::printf("%s\t%d\t%.1f", course_names[static_cast<std::size_t>(child.course)].data(), child.tries,
                child.leaning);
    for (const int count : counts.change) share(count);
    for (const int count : counts.raise) share(count);
    for (const int count : {counts.check_now, counts.plateau, counts.mastered}) share(count);
    std::printf("\n");
}

}  // namespace
}  // namespace pegboard

int main(int argc, char** argv) {
    using namespace pegboard;
    const int children = argc > 1 ? std::atoi(argv[1]) : 1000;
    std::printf(
        "child\ttries\tleaning\tchange 3-point\tchange 4-point\tchange median\tchange trend\traise 3-point\t"
        "raise 4-point\traise median\traise trend\tcheck now\tplateau\tmastered\n");
    for (const auto course : {test::TrueCourse::on_aim, test::TrueCourse::flat, test::TrueCourse::s_curve})
        for (const int tries : {5, 10, 20})
            for (const double leaning : {0.0, 0.3}) print_row({course, tries, leaning}, children);
    return 0;
}
