#include "core/rules/moving.h"

#include <algorithm>
#include <array>

namespace pegboard {
namespace {

bool has(const Child& child, std::initializer_list<DeviceKind> kinds) {
    return std::ranges::any_of(
        child.devices, [&](const ChildDevice& device) { return std::ranges::find(kinds, device.kind) != kinds.end(); });
}

/// As recorded; else what the GMFCS level says of moving about (its own headings: I and II walk, III with a hand-held
/// device, IV and V are wheeled).
MovesBy moves(const Child& child) {
    if (child.moves_by != MovesBy::not_asked || !child.gmfcs) return child.moves_by;
    constexpr std::array by_level{MovesBy::walks, MovesBy::walks, MovesBy::walks_with_device, MovesBy::wheels,
                                  MovesBy::carried};
    return by_level[static_cast<std::size_t>(std::clamp(*child.gmfcs, 1, 5) - 1)];
}

/// A young child is carried about and may stand or take first steps all the same, where that is recorded and no level
/// speaks against it.
bool begins(const Child& child, std::initializer_list<std::string_view> skills) {
    if (child.moves_by != MovesBy::carried || child.gmfcs.value_or(1) >= 4) return false;
    return std::ranges::any_of(child.present_steps, [&](const PresentStep& present) {
        return std::ranges::find(skills, present.skill) != skills.end() &&
               (present.step == "emerging" || present.step == "does_it");
    });
}

std::string lower_first(std::string_view words) {
    std::string text(words);
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

std::string_view roman(int level) {
    constexpr std::array<std::string_view, 5> numbers{"I", "II", "III", "IV", "V"};
    return numbers[static_cast<std::size_t>(std::clamp(level, 1, 5) - 1)];
}

}  // namespace

std::string_view say_need(std::string_view need) {
    if (need == "stand") return "standing";
    if (need == "walk") return "taking steps";
    if (need == "walk_free") return "walking with hands free";
    if (need == "two_hands") return "two hands working together";
    if (need == "wheelchair") return "an own wheelchair";
    if (need == "walker") return "a walker";
    if (need == "crutches") return "crutches";
    if (need == "cane") return "a cane";
    if (need == "gait_trainer") return "a gait trainer";
    if (need == "stander") return "a stander";
    return need;
}

bool meets_need(const Child& child, std::string_view need) {
    const MovesBy by = moves(child);
    const bool asked = by != MovesBy::not_asked;
    if (need == "stand" && begins(child, {"gm.cruise", "gm.walk"})) return true;
    if (need == "walk" && begins(child, {"gm.walk"})) return true;
    if (need == "stand" || need == "walk") return !asked || by == MovesBy::walks || by == MovesBy::walks_with_device;
    if (need == "walk_free") return !asked || by == MovesBy::walks;
    if (need == "two_hands") return child.hands != Hands::one && child.macs.value_or(1) < 5;
    if (need == "wheelchair")
        return child.moves_by == MovesBy::wheels ||
               (child.moves_by != MovesBy::carried &&
                has(child, {DeviceKind::wheelchair, DeviceKind::power_wheelchair}));
    if (need == "walker") return has(child, {DeviceKind::walker});
    if (need == "crutches") return has(child, {DeviceKind::crutches});
    if (need == "cane") return has(child, {DeviceKind::cane, DeviceKind::crutches});
    if (need == "gait_trainer") return has(child, {DeviceKind::gait_trainer});
    if (need == "stander") return has(child, {DeviceKind::stander});
    return true;
}

std::string_view unmet_need(const Child& child, const std::vector<std::string>& needs) {
    for (const auto& need : needs)
        if (!meets_need(child, need)) return need;
    return {};
}

std::vector<std::string> unmet_needs(const Child& child, const Library& library) {
    std::vector<std::string> unmet;
    for (const Named& need : library.needs())
        if (!meets_need(child, need.id)) unmet.push_back(need.id);
    return unmet;
}

std::string say_unmet(const Child& child, std::string_view need) {
    if (meets_need(child, need)) return {};
    std::string words = "This needs " + std::string(say_need(need)) + ".";
    const std::string known = say_moving(child);
    if (!known.empty()) words += " Recorded for " + call_name(child) + ": " + known + ".";
    return words;
}

std::string say(const ChildDevice& device) {
    std::string text(words(device.kind));
    if (device.kind == DeviceKind::other && !device.note.empty()) text = device.note;
    if (device.side == Side::left || device.side == Side::right) text += ", " + lower_first(words(device.side));
    if (device.side == Side::both || device.side == Side::each) text += ", both sides";
    return text;
}

std::string say_moving(const Child& child) {
    std::string all;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) all += (all.empty() ? "" : "; ") + part;
    };
    if (child.moves_by != MovesBy::not_asked) add(std::string(words(child.moves_by)));
    if (child.gmfcs) add("GMFCS " + std::string(roman(*child.gmfcs)));
    if (child.macs) add("MACS " + std::string(roman(*child.macs)));
    if (child.hands == Hands::one || child.hands == Hands::helper) add(lower_first(words(child.hands)));
    for (const ChildDevice& device : child.devices) add(lower_first(say(device)));
    return all;
}

}  // namespace pegboard
