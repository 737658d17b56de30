// How the demo's children get about, and what was asked about their precautions: of nearly all of them everything, so
// that what is open stands out.
#include <algorithm>

#include "core/demo/demo_parts.h"
#include "core/rules/asking.h"

namespace pegboard::demo {
namespace {

struct Moving {
    std::string_view first_name;
    MovesBy by = MovesBy::walks;
    std::optional<int> gmfcs{};
    std::vector<ChildDevice> devices{};
};

std::vector<Moving> told() {
    return {{"Kwame",
             MovesBy::walks_with_device,
             3,
             {{{}, DeviceKind::crutches, Side::both, "elbow crutches"},
              {{}, DeviceKind::ankle_foot_orthosis, Side::both, "solid ankle"}}},
            {"Łucja", MovesBy::wheels, {}, {{{}, DeviceKind::wheelchair, Side::none, "self-propelled"}}},
            {"Mateo", MovesBy::walks, {}, {{{}, DeviceKind::ankle_foot_orthosis, Side::both, "in both shoes"}}},
            {"Anahí", MovesBy::walks, {}, {{{}, DeviceKind::foot_orthosis, Side::both, ""}}}};
}

/// What is still to be asked, by first name: one kind each, or everything for the child who has just come.
std::string_view open_of(std::string_view first_name) {
    if (first_name == "Hana") return "all";
    if (first_name == "Łucja") return "shunt";
    if (first_name == "Anahí") return "hypermobile";
    return {};
}

}  // namespace

void add_moving_and_asking(Child& child, const Library& library, TherapistId by, Date today) {
    child.moves_by = MovesBy::walks;
    child.hands = Hands::both;
    for (Moving& each : told())
        if (each.first_name == child.first_name) {
            child.moves_by = each.by;
            child.gmfcs = each.gmfcs;
            child.devices = std::move(each.devices);
        }
    const std::string_view open = open_of(child.first_name);
    if (open == "all") return;
    std::vector<std::string> codes;
    for (const Precaution& precaution : library.precautions())
        if (precaution.asked && precaution.code != open) codes.push_back(precaution.code);
    const std::string of = child.guardians.empty() ? std::string() : child.guardians.front().relationship;
    child = with_none(std::move(child), codes, by, of, today - 75);
}

}  // namespace pegboard::demo
