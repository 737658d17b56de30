#include "core/reports/goal_code.h"

#include <cctype>

namespace pegboard::reports {
namespace {

constexpr std::string_view letters = "23456789ABCDEFGHJKLMNPQRTUVWXY";
constexpr std::uint64_t kinds = letters.size();
constexpr int length = 5, line_after = 2;

}  // namespace

std::string goal_code(GoalId id) {
    auto rest = static_cast<std::uint64_t>(id.value);
    std::string code;
    for (int i = 0; i < length; ++i) {
        if (i == line_after) code += '-';
        code += letters[rest % kinds];
        rest /= kinds;
    }
    return code;
}

const Goal* goal_of_code(const Caseload& caseload, std::string_view typed) {
    std::string code;
    for (const char letter : typed)
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0)
            code += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    if (code.size() != length) return nullptr;
    code.insert(line_after, "-");
    const Goal* found = nullptr;
    for (const Goal& goal : caseload.goals()) {
        if (goal_code(goal.id) != code) continue;
        if (found != nullptr) return nullptr;
        found = &goal;
    }
    return found;
}

}  // namespace pegboard::reports
