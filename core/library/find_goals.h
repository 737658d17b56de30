// Goals of the bank to choose from: filters that combine, and what was typed. Pure.
#pragma once
#include <string>
#include <vector>

#include "core/library/library.h"

namespace pegboard {

struct GoalBankFilter {
    std::string query{};               ///< as typed: every word begins a word of the goal, its skill or its why
    std::string category{};            ///< goals whose skill an activity of this category works on first
    std::string focus{};               ///< focus area of its skill, first or second
    std::string skill{};               ///< skill id; a sequence holds its steps
    std::string discipline{};          ///< OT or PT; shared skills belong to both
    int age_months = -1;               ///< skills that usually grow at this age; -1: any
    std::vector<std::string> unmet{};  ///< needs the child does not meet; goals that ask for one are left out
    bool operator==(const GoalBankFilter&) const = default;
};

/// What holds, in the bank's order.
std::vector<const GoalTemplate*> find_goals(const Library& library, const GoalBankFilter& filter);

}  // namespace pegboard
