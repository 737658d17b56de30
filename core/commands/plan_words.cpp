#include "core/commands/plan_words.h"

#include <algorithm>

#include "core/commands/apply.h"

namespace pegboard::commands {
namespace {

const Block* find_block(const std::vector<Block>& blocks, BlockId id) {
    const auto found = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) { return block.id == id; });
    return found == blocks.end() ? nullptr : &*found;
}

std::string title_of(const Block& block) { return block.title.empty() ? "an activity" : shortened(block.title); }

/// The words when exactly one block changed where it stands.
std::string say_change(const Block& before, const Block& after) {
    Block same = after;
    const bool other_activity = before.activity != after.activity;
    same.activity = before.activity;
    same.title = before.title;
    if (other_activity && same == before) return "Swap " + title_of(before) + " for " + title_of(after);
    same = after;
    same.minutes = before.minutes;
    if (same == before)
        return "Set " + title_of(after) + " to " + std::to_string(after.minutes) +
               (after.minutes == 1 ? " minute" : " minutes");
    same = after;
    same.pinned = before.pinned;
    if (same == before) return (after.pinned ? "Pin " : "Unpin ") + title_of(after);
    same = after;
    same.note = before.note;
    if (same == before) return "Change the note of " + title_of(after);
    same = after;
    same.goals = before.goals;
    if (same == before) return "Change the goals of " + title_of(after);
    return "Change " + title_of(after);
}

/// The words when the same blocks stand in another order and one move explains it; else nothing.
std::string say_move(const std::vector<Block>& before, const std::vector<Block>& after) {
    for (std::size_t from = 0; from < before.size(); ++from) {
        std::vector<Block> rest = before;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(from));
        const Block* moved = find_block(after, before[from].id);
        if (!moved) return {};
        const auto to = static_cast<std::size_t>(moved - after.data());
        // Two neighbours that changed places read better as the lower one moving up.
        if (to == from || to == from + 1) continue;
        std::vector<Block> left = after;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(to));
        Block same_part = *moved;
        same_part.arc = before[from].arc;  // a block moved into another part of the session changes its part
        if (left != rest || same_part != before[from]) continue;
        if (to + 1 < after.size()) return "Move " + title_of(*moved) + " before " + title_of(after[to + 1]);
        return "Move " + title_of(*moved) + " to the end";
    }
    return {};
}

bool same_children(const Session& before, const Session& after) {
    return std::equal(before.participants.begin(), before.participants.end(), after.participants.begin(),
                      after.participants.end(),
                      [](const Participant& one, const Participant& other) { return one.child == other.child; });
}

std::string say_plan(const std::vector<Block>& before, const std::vector<Block>& after, const std::string& whose) {
    std::vector<const Block*> came, went, kept_changed;
    for (const Block& block : after)
        if (!block.id || !find_block(before, block.id)) came.push_back(&block);
    for (const Block& block : before)
        if (!find_block(after, block.id)) went.push_back(&block);
    for (const Block& block : after)
        if (const Block* old = find_block(before, block.id); old && *old != block) kept_changed.push_back(&block);
    const std::string plan = "Change the plan of " + whose;
    if (kept_changed.empty() && came.size() == 1 && went.empty()) return "Add " + title_of(*came.front());
    if (kept_changed.empty() && went.size() == 1 && came.empty()) return "Remove " + title_of(*went.front());
    if (kept_changed.empty() && went.size() == 1 && came.size() == 1)
        return "Swap " + title_of(*went.front()) + " for " + title_of(*came.front());
    if (!came.empty() || !went.empty()) return plan;
    if (const std::string move = say_move(before, after); !move.empty()) return move;
    if (kept_changed.size() == 1)
        return say_change(*find_block(before, kept_changed.front()->id), *kept_changed.front());
    return plan;
}
}  // namespace

std::string say_session_difference(const Session& before, const Session& after, const std::string& whose) {
    const bool moved = before.date != after.date || before.start_min != after.start_min;
    const bool plan = before.blocks != after.blocks;
    std::vector<std::string> changed;
    const auto note = [&](bool differs, const char* words) {
        if (differs) changed.emplace_back(words);
    };
    note(before.length_min != after.length_min, "length");
    note(before.place != after.place || before.space != after.space || before.work_place != after.work_place, "place");
    note(before.bag != after.bag || before.without != after.without, "materials");
    note(!same_children(before, after) || before.group != after.group, "children");
    note(same_children(before, after) && before.participants != after.participants, "attendance");
    note(before.swapped_out != after.swapped_out && !plan, "ideas");
    note(before.lead != after.lead || before.therapist != after.therapist || before.co_therapist != after.co_therapist,
         "therapist");
    note(before.goals != after.goals, "goals");
    note(before.note != after.note, "note");
    note(before.status != after.status || before.held_min != after.held_min ||
             before.not_held_reason != after.not_held_reason,
         "outcome");
    note(before.series != after.series, "series");
    note(before.makes_up != after.makes_up, "make-up");
    if (moved && !plan && changed.empty())
        return "Move " + whose + " to " + say_day(after.date) + ", " + say_time(after.start_min);
    if (plan && !moved && changed.empty()) return say_plan(before.blocks, after.blocks, whose);
    if (moved) changed.insert(changed.begin(), "time");
    if (plan) changed.emplace_back("plan");
    if (changed.empty() || changed.size() > 2) return "Change " + whose;
    return "Change " + listed(changed) + " of " + whose;
}

}  // namespace pegboard::commands
