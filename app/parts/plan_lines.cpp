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

/// In a co-treatment it is said which discipline records what.
void add_records(const planning::PlanBlock& found, bool together, std::vector<PlanLine>& lines) {
    for (const planning::Record& record : found.records) {
        if (record.what.empty()) continue;
        const std::string who = record.discipline == Discipline::ot ? "OT records: " : "PT records: ";
        lines.push_back({icon::note_outline, Role::ink_2, (together ? who : std::string("Record: ")) + record.what});
    }
}

/// What holds for everyone, and what a rule keeps out: that waits for the therapist's word and is said whole.
void add_flags(const planning::PlanBlock& found, bool by_planner, std::vector<PlanLine>& lines) {
    for (const planning::Flag& flag : found.flags) {
        const bool universal = flag.kind == planning::Flag::Kind::universal;
        if (!universal && flag.kind != planning::Flag::Kind::rule_kept) continue;
        std::string words = flag.label;
        if (!flag.reason.empty()) words += ": " + flag.reason;
        const bool kept = flag.kind == planning::Flag::Kind::rule_kept;
        const std::string line = by_planner && kept ? "That was not so when it was suggested." : flag.line;
        if (!line.empty()) words += (words.ends_with('.') ? " " : kept ? ". " : ": ") + line;
        PlanLine made{icon::shield_outline, Role::warn, std::move(words)};
        made.flag = flag.label;
        made.always = kept;
        lines.push_back(std::move(made));
    }
}

/// The reasons; that a block was put there by hand is said only of one that is held there.
std::string say_reasons(const planning::PlanBlock& found, bool held) {
    std::vector<std::string> sentences = found.reasons;
    if (!held && !sentences.empty() && sentences.front() == "You put it here.") sentences.erase(sentences.begin());
    return joined(sentences);
}

void add_reasons(const PlanView& self, const Block& block, PlanBlock& view, const std::string& why) {
    view.planned.push_back({icon::lightbulb_outline, Role::ink_2, why});
    view.whys = short_whys(why, self, block);
}

/// The end of the sentence that begins at `from`: a stop outside quotes, after a word of three letters or more, a
/// number or a quote, before a capital or the end. Where that is in doubt no sentence ends.
std::size_t sentence_end(std::string_view words, std::size_t from) {
    constexpr std::size_t least_word = 3;
    bool quoted = false;
    std::size_t word = 0;
    for (std::size_t i = from; i + 1 < words.size(); ++i) {
        const char letter = words[i];
        if (letter == '"') quoted = !quoted;
        if (letter == '.' && !quoted && words[i + 1] == ' ' && i > from) {
            const char before = words[i - 1], next = i + 2 < words.size() ? words[i + 2] : 'A';
            const bool closed = before == '"' || before == ')' || (before >= '0' && before <= '9');
            if (next >= 'A' && next <= 'Z' && (closed || word >= least_word)) return i + 1;
        }
        word = letter == ' ' ? 0 : word + 1;
    }
    return words.size();
}

/// "Right at the step for Mateo's goal "Hops five times", not yet" reads "... for this goal, not yet" below the goal's
/// own chip; in a group "... for Mateo's goal, not yet". Only where no other goal of the block could be meant.
std::string without_title(std::string sentence, const PlanView& view, const std::vector<const PlanGoal*>& shown) {
    for (const PlanGoal* goal : shown) {
        const auto who =
            std::ranges::find(view.children, goal->goal->child, [](const PlanChild& each) { return each.child->id; });
        if (who == view.children.end()) continue;
        const std::string name = call_name(*who->child) + "'s goal";
        const std::string said = name + " \"" + goal->goal->title + "\"";
        const std::size_t at = sentence.find(said);
        if (at == std::string::npos) continue;
        const auto same_child = [&](const PlanGoal* other) { return other->goal->child == goal->goal->child; };
        if (std::ranges::count_if(shown, same_child) != 1) return sentence;
        return sentence.replace(at, said.size(), view.children.size() > 1 ? name : "this goal");
    }
    return sentence;
}

/// "Not in this plan: needs the table; you are in the gym." for each goal that no block practices.
void add_not_served(PlanView& self, const Weighed& found) {
    for (PlanGoal& goal : self.goals) {
        goal.why_not.clear();
        const auto now = std::ranges::find(found.now.coverage, goal.goal->id, &planning::Coverage::goal);
        if (now == found.now.coverage.end() || now->practiced_min > 0) continue;
        const auto why = std::ranges::find(found.best.not_served, goal.goal->id, &planning::NotServed::goal);
        const bool known = why != found.best.not_served.end();
        if (now->minutes > 0)
            goal.why_not = known ? "Only what comes before it: " + why->words : "Only what comes before it";
        else if (goal.planned_min == 0 && known)
            goal.why_not = "Not in this plan: " + why->words;
    }
}

}  // namespace

std::vector<const PlanGoal*> served_goals(const PlanView& view, const Block& block) {
    std::vector<const PlanGoal*> served;
    for (const PlanGoal& goal : view.goals)
        if (std::ranges::find(block.goals, goal.goal->id) != block.goals.end()) served.push_back(&goal);
    return served;
}

std::vector<std::string> short_whys(std::string_view why, const PlanView& view, const Block& block) {
    constexpr std::size_t most = 90;
    const std::vector<const PlanGoal*> shown = served_goals(view, block);
    std::vector<std::string> found;
    for (std::size_t from = 0; from < why.size();) {
        const std::size_t to = sentence_end(why, from);
        std::string sentence = without_title(std::string(why.substr(from, to - from)), view, shown);
        if (sentence.size() < most) found.push_back(std::move(sentence));
        from = to + (to < why.size() ? 1 : 0);
    }
    return found;
}

void add_planned(PlanView& self, const Weighed& found) {
    if (!self.blocks.empty()) add_not_served(self, found);
    const bool together = self.session->lead == Lead::both;
    for (std::size_t i = 0; i < self.blocks.size(); ++i) {
        PlanBlock& view = self.blocks[i];
        view.planned.clear();
        const Block& block = self.session->blocks[i];
        const planning::PlanBlock* planned = found.find(block.activity);
        if (planned == nullptr) continue;
        if (block.why.empty())
            if (const std::string why = say_reasons(*planned, planning::stays(block)); !why.empty())
                add_reasons(self, block, view, why);
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
