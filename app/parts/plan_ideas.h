// What could be added to a plan: activities of the library with how well they fit the chosen goals, why,
// and what the child's precautions say. Rows are found once per caseload revision and query.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/ui.h"
#include "core/library/filter.h"
#include "core/planning/plan.h"
#include "core/rules/plan_rules.h"
#include "core/rules/precautions.h"

namespace pegboard {

struct IdeaReason {
    const char* icon = nullptr;
    std::string words;
    bool good = true;
};
struct IdeaRow {
    const Activity* activity = nullptr;
    Fit fit;
    Verdict verdict = Verdict::fine;
    const std::vector<Finding>* findings = nullptr;
    std::vector<IdeaReason> reasons;
    bool age_fits = true;
    bool suits = true;  ///< nothing about the children speaks against it: what it needs, age, step
    bool used = false;  ///< stands in the plan already
};

struct PlanIdeas {
    // What the therapist asks for.
    std::string query;
    std::string category;
    bool for_goals = true;
    bool fits_time = false;
    bool home = false;
    // Found rows and what they depend on.
    struct Of {
        SessionId session{};
        std::uint64_t revision = 0;
        std::string query, category;
        bool for_goals = false, fits_time = false, home = false;
        bool operator==(const Of&) const = default;
    } of;
    bool made = false;
    std::vector<Child> checked;  ///< those who come, as they were when `findings` were made
    std::set<std::string, std::less<>> latex_free;
    Date checked_on;
    std::vector<std::vector<Finding>> findings;                       ///< of every activity of the library
    std::map<std::string, planning::RuledOut, std::less<>> unsuited;  ///< made with `findings`
    std::vector<IdeaRow> rows;
};

struct PlanView;
class PlanDesk;
void follow_ideas(PlanIdeas& self, const Ui& ui, const PlanView& view, PlanDesk& desk);
/// "He", "She", "They", or the child's name.
std::string subject_of(const Ui& ui, const Child& child);

}  // namespace pegboard
