#include "core/planning/input/ruled_blocks.h"

#include <algorithm>
#include <set>

#include "core/rules/moving.h"
#include "core/rules/precautions.h"
#include "core/rules/rungs.h"

namespace pegboard::planning {
namespace {

/// Items of which every one at the place and in the bag is marked latex-free.
Inventory inventory_at(const Caseload& caseload, const Session& session) {
    std::set<std::string, std::less<>> free, other;
    const auto add = [&](const std::vector<ItemAtHand>& items) {
        for (const ItemAtHand& each : items) (each.latex_free ? free : other).insert(each.item);
    };
    if (const WorkPlace* place = session.work_place ? caseload.place(session.work_place) : nullptr) add(place->items);
    if (const Bag* bag = session.bag ? caseload.bag(session.bag) : nullptr) add(bag->items);
    for (const auto& item : other) free.erase(item);
    return {free, {}};
}

struct Setting {
    const Library& library;
    Inventory inventory;
    Date date;
    int group = 1;
};

/// What rules the rung out for the child; empty when nothing does.
std::string why_not(const Child& child, const Activity& activity, int rung, const Setting& in) {
    for (const Finding& finding : check_precautions(child, activity, rung, in.library, in.inventory, in.date, in.group))
        if (finding.verdict == Verdict::exclude) return finding.label;
    const auto needs = asked_of(activity, rung, in.library, in.inventory).needs;
    const std::string_view unmet = unmet_need(child, needs, in.date);
    return unmet.empty() ? std::string() : say_unmet(child, unmet, in.date);
}

int rung_for(const Block& block, ChildId child) {
    const auto found = std::ranges::find(block.children, child, &BlockChild::child);
    return found == block.children.end() ? 0 : found->rung;
}

}  // namespace

std::vector<RuledBlock> ruled_blocks(const Caseload& caseload, const Library& library, const Session& session) {
    std::vector<RuledBlock> found;
    if (session.status != SessionStatus::planned || session.blocks.empty()) return found;
    std::vector<const Child*> present;
    for (const pegboard::Participant& each : session.participants)
        if (const Child* child = caseload.child(each.child); child != nullptr && each.attendance != Attendance::absent)
            present.push_back(child);
    const Setting in{library, inventory_at(caseload, session), session.date,
                     std::max(1, static_cast<int>(present.size()))};
    for (const Block& block : session.blocks) {
        const Activity* activity = library.activity(block.activity);
        if (activity == nullptr || !block.override_reason.empty()) continue;
        for (const Child* child : present) {
            std::string why = why_not(*child, *activity, rung_for(block, child->id), in);
            if (!why.empty()) found.push_back({activity, child->id, std::move(why)});
        }
    }
    return found;
}

}  // namespace pegboard::planning
