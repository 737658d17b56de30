// What the planner found about each block of the plan on screen, as lines that can be read without a click:
// reasons, who leads and what each records, what stands in, what must be seen.
#include <algorithm>

#include "app/parts/plan_view.h"

namespace pegboard {
namespace {

std::string joined(const std::vector<std::string>& sentences) {
    std::string all;
    for (const std::string& each : sentences) all += (all.empty() ? "" : " ") + each;
    return all;
}

/// In a co-treatment what each discipline records is part of the plan; else it is shown where there is room.
void add_records(const planning::PlanBlock& found, bool together, std::vector<PlanLine>& lines) {
    for (const planning::Record& record : found.records) {
        if (record.what.empty()) continue;
        const std::string who = record.discipline == Discipline::ot ? "OT records: " : "PT records: ";
        lines.push_back({icon::note_outline, Role::ink_2, (together ? who : std::string("Record: ")) + record.what,
                         false, !together});
    }
}

/// What concerns the place or a rule stays in sight; what holds for everyone stands beside the plan as well.
void add_flags(const planning::PlanBlock& found, bool by_planner, std::vector<PlanLine>& lines) {
    for (const planning::Flag& flag : found.flags) {
        const bool universal = flag.kind == planning::Flag::Kind::universal;
        if (!universal && flag.kind != planning::Flag::Kind::rule_kept) continue;
        std::string words = flag.label;
        if (!flag.reason.empty()) words += ": " + flag.reason;
        const bool kept = flag.kind == planning::Flag::Kind::rule_kept;
        const std::string line = by_planner && kept ? "That was not so when it was suggested." : flag.line;
        if (!line.empty()) words += (words.ends_with('.') ? " " : kept ? ". " : ": ") + line;
        lines.push_back({icon::shield_outline, Role::warn, std::move(words), false, universal});
    }
}

/// The reasons; that a block was put there by hand is said only of one that is held there.
std::string say_reasons(const planning::PlanBlock& found, bool held) {
    std::vector<std::string> sentences = found.reasons;
    if (!held && !sentences.empty() && sentences.front() == "You put it here.") sentences.erase(sentences.begin());
    return joined(sentences);
}

}  // namespace

void add_planned(PlanView& self, const Weighed& found) {
    const bool together = self.session->lead == Lead::both;
    for (std::size_t i = 0; i < self.blocks.size(); ++i) {
        PlanBlock& view = self.blocks[i];
        view.planned.clear();
        const Block& block = self.session->blocks[i];
        const planning::PlanBlock* planned = found.find(block.activity);
        if (planned == nullptr) continue;
        if (block.why.empty())
            if (const std::string why = say_reasons(*planned, planning::stays(block)); !why.empty())
                view.planned.push_back({icon::lightbulb_outline, Role::ink_2, why});
        add_flags(*planned, block.suggested && !planning::stays(block), view.planned);
        if (planned->stations)
            view.planned.push_back({icon::account_multiple, Role::ink_2,
                                    "Run it as stations side by side: " + planned->activity->stations_how});
        for (const std::string& stand_in : planned->stand_ins)
            view.planned.push_back({icon::swap_horizontal, Role::ink_2, stand_in});
        add_records(*planned, together, view.planned);
    }
}

}  // namespace pegboard
