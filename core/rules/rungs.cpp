#include "core/rules/rungs.h"

#include <algorithm>
#include <cstddef>

#include "core/library/content/check_activity.h"
#include "core/rules/moving.h"

namespace pegboard {

const Rung* rung_of(const Activity& activity, int rung) {
    const auto& rungs = rung < 0 ? activity.easier : activity.harder;
    const auto place = static_cast<std::size_t>(rung < 0 ? -(rung + 1) : rung - 1);
    return rung == 0 || place >= rungs.size() ? nullptr : &rungs[place];
}

Asked asked_of(const Activity& activity, int number, const Library& library, const Inventory& inventory) {
    Asked asked{activity.position, activity.space, {}, activity.needs, activity.items};
    const Rung* rung = rung_of(activity, number);
    if (rung == nullptr) {
        asked.attributes = effective_attributes(activity, library, inventory);
    } else {
        asked.attributes = effective_attributes(activity, *rung, library, inventory);
        if (!rung->position.empty()) asked.position = rung->position;
        if (!rung->space.empty()) asked.space = rung->space;
        if (rung->needs) asked.needs = *rung->needs;
        for (const auto& item : rung->items) {
            const auto there = std::ranges::find(asked.items, item, &ActivityItem::item);
            if (there == asked.items.end())
                asked.items.push_back({item, 1, false});
            else
                there->optional = false;
        }
    }
    content::complete_needs(asked.position, asked.needs);
    return asked;
}

namespace {

const std::string& position_on(const Activity& activity, const Rung* rung) {
    return rung == nullptr || rung->position.empty() ? activity.position : rung->position;
}

bool is_table(std::string_view space) { return space == "table" || space == "kitchen"; }

/// On one rung: by its own place where it names one, else by the position that it changes.
bool table_on(const Activity& activity, int number) {
    const bool written = is_table(activity.space);
    const Rung* rung = rung_of(activity, number);
    if (rung == nullptr) return written;
    if (!rung->space.empty()) return is_table(rung->space);
    if (rung->position.empty() || rung->position == activity.position) return written;
    return rung->position == "SC";
}

}  // namespace

bool at_table(const Activity& activity, std::span<const int> rungs) {
    const bool written = is_table(activity.space);
    const bool elsewhere =
        !rungs.empty() && std::ranges::all_of(rungs, [&](int rung) { return table_on(activity, rung) != written; });
    return elsewhere ? !written : written;
}

bool is_prone(const Activity& activity, int rung) { return position_on(activity, rung_of(activity, rung)) == "PR"; }

bool lands(const Activity& activity, int number) {
    const Rung* rung = rung_of(activity, number);
    if (position_on(activity, rung) == "JP") return true;
    constexpr std::string_view mark = "IMP";
    const auto has = [&](const std::vector<std::string>& marks) { return std::ranges::count(marks, mark) > 0; };
    if (rung != nullptr && has(rung->adds)) return true;
    return has(activity.attributes) && (rung == nullptr || !has(rung->drops));
}

namespace {

/// Whether the rung brings into the room what the activity as written does not.
bool reaches_others(const Activity& activity, const Asked& asked, const Library& library, const Inventory& inventory) {
    const auto written = effective_attributes(activity, library, inventory);
    return std::ranges::any_of(asked.attributes, [&](const std::string& mark) {
        return std::ranges::find(shared_marks, mark) != shared_marks.end() && std::ranges::count(written, mark) == 0;
    });
}

}  // namespace

std::vector<int> offered_rungs(const Child& child, const Activity& activity, bool easier, const Library& library,
                               const Inventory& inventory, Date today, int group_size,
                               const std::vector<const Child*>& others) {
    std::vector<int> offered;
    const int sign = easier ? -1 : 1;
    const int count = static_cast<int>(easier ? activity.easier.size() : activity.harder.size());
    for (int number = 1; number <= count; ++number) {
        const int rung = sign * number;
        const auto excluded = [&](const Child& one) {
            return verdict(check_precautions(one, activity, rung, library, inventory, today, group_size)) ==
                   Verdict::exclude;
        };
        const Asked asked = asked_of(activity, rung, library, inventory);
        if (excluded(child) || !unmet_need(child, asked.needs, today).empty()) continue;
        const bool spares =
            others.empty() || !reaches_others(activity, asked, library, inventory) ||
            std::ranges::none_of(others, [&](const Child* other) { return other != &child && excluded(*other); });
        if (spares) offered.push_back(rung);
    }
    return offered;
}

}  // namespace pegboard
