// Which precautions of a child speak against an activity. Pure: facts in, findings out.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"

namespace pegboard {

/// What is known of the materials in the bag; empty means nothing is marked.
struct Inventory {
    std::set<std::string, std::less<>> latex_free;     ///< item ids marked latex-free
    std::set<std::string, std::less<>> substituted{};  ///< item ids whose home substitute is used instead
};

struct Finding {
    Verdict verdict = Verdict::flag;
    std::string code;    ///< precaution code
    std::string label;   ///< "Latex allergy"
    std::string reason;  ///< why this activity: "uses a ball that may contain latex"
    std::string line;    ///< what to do, always shown
};

/// Own attributes plus those of every required item, less what the inventory resolves.
std::vector<std::string> effective_attributes(const Activity& activity, const Library& library,
                                              const Inventory& inventory);
/// The same on one of its rungs: less what it drops, with what it adds, takes and its position brings.
std::vector<std::string> effective_attributes(const Activity& activity, const Rung& rung, const Library& library,
                                              const Inventory& inventory);
/// Findings of all the child's precautions on one activity, excludes first. What a diagnosis proposes and nobody has
/// answered counts as the careful answer and says so. `group_size` is the
/// number of children in the session. A limit whose `until` date has passed flags instead of excluding.
std::vector<Finding> check_precautions(const Child& child, const Activity& activity, const Library& library,
                                       const Inventory& inventory, Date today, int group_size);
/// The same of one of its rungs (rung_of in rungs.h; 0: as written), with what is different there.
std::vector<Finding> check_precautions(const Child& child, const Activity& activity, int rung, const Library& library,
                                       const Inventory& inventory, Date today, int group_size);
/// One thing that rules activities out for a child: any of its selectors matches, and when allergens are
/// named, one of them is in the activity too.
struct Exclusion {
    std::string code, label, reason;
    std::vector<std::string> attributes, positions, items, skills, spaces, needs, unless_needs, allergens;
    int group_above = 0;  ///< 0: not used
    bool allergen_overlap = false;
    bool hands_on = false;  ///< an adult's hands on the child speak for themselves
    bool reminder = false;  ///< PrecautionRule::reminder
};
/// What the child's precautions exclude today, boiled down so that thousands of activities can be tried
/// quickly. check_precautions finds an exclude exactly where one of these matches.
std::vector<Exclusion> exclusions(const Child& child, const Library& library, Date today);
/// One thing that a precaution has something to say about; `minutes_above` 0: however long it usually lasts.
struct Flagging {
    Exclusion matches;
    int minutes_above = 0;
};
/// The same for flags: check_precautions flags exactly where one of these matches and nothing excludes.
std::vector<Flagging> flaggings(const Child& child, const Library& library, Date today);
/// Positions in which one block lasts no longer than `minutes` for this child.
struct BlockLimit {
    std::vector<std::string> positions;
    int minutes = 0;
};
/// What the child's precautions of today say about how long one block may last (rules with minutes_above).
std::vector<BlockLimit> block_limits(const Child& child, const Library& library, Date today);
/// The strongest verdict among findings.
Verdict verdict(const std::vector<Finding>& findings);

}  // namespace pegboard
