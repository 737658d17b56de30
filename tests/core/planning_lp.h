// A planning problem as a mixed-integer program in a text that general solvers read, and their answer read back. It is
// written from planner.md alone and shares no code with the planner's own search.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/planning/model.h"

namespace pegboard::planning_test {

/// What the program maximises.
enum class Aim {
    served,  ///< a Focus block, a familiar one, then children served, then a Warm-up
    score,   ///< the score, with at least what `Floor` says
};
struct Floor {
    int structure = 0;  ///< Worth::structure
    int served = 0;
    int opens = 0;  ///< Worth::opens
};
/// The problem in the LP format of CPLEX. Objective: served = 200 structure + 10 children + opens; score in whole
/// scores.
std::string write_lp(const planning::Model& model, Aim aim, const Floor& floor);

/// What a solver said.
struct Answer {
    bool solved = false;  ///< proven best
    bool found = false;   ///< there is a plan
    double value = 0;     ///< of the objective
    double bound = 0;     ///< no plan has more; equal to value when solved
    std::vector<planning::Placed> chosen;
};
/// Runs cbc for at most so many seconds of its own time on the program; its files go to `folder`.
Answer solve(const planning::Model& model, Aim aim, const Floor& floor, double seconds,
             const std::filesystem::path& folder);
/// Whether cbc is installed.
bool has_solver();

}  // namespace pegboard::planning_test
