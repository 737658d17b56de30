#include "core/rules/moving.h"

#include <algorithm>
#include <array>

#include "core/model/first_letter.h"
#include "core/rules/age.h"

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

bool recorded(const Child& child, std::initializer_list<std::string_view> skills, bool there) {
    return std::ranges::any_of(child.present_steps, [&](const PresentStep& present) {
        return std::ranges::find(skills, present.skill) != skills.end() &&
               (there ? present.step == "emerging" || present.step == "does_it"
                      : present.step == "not_yet" || present.step == "emerging");
    });
}

/// Nobody asked how the child moves, and the age or a record of sitting or crawling says: not on the feet yet.
bool before_standing(const Child& child, Date today) {
    constexpr int stands_by_months = 15;
    return rule_age_months(child, today) < stands_by_months || recorded(child, {"gm.sit", "gm.crawl"}, false);
}

/// A young child is carried about and may stand or take first steps all the same, where that is recorded and no level
/// speaks against it.
bool begins(const Child& child, std::initializer_list<std::string_view> skills) {
    const bool open = child.moves_by == MovesBy::carried || child.moves_by == MovesBy::not_asked;
    return open && child.gmfcs.value_or(1) < 4 && recorded(child, skills, true);
}

/// Sits on the floor without support, as far as is known. From the first birthday on a child of whom only "carried" is
/// recorded may be carried because sitting is not there yet: that it is has to be recorded.
bool sits_free(const Child& child, Date today) {
    constexpr int sits_by_months = 12;
    if (child.gmfcs) return *child.gmfcs < 4 && !recorded(child, {"gm.sit"}, false);
    if (recorded(child, {"gm.sit"}, false)) return false;
    if (child.moves_by != MovesBy::carried || rule_age_months(child, today) < sits_by_months) return true;
    return recorded(child, {"gm.sit", "gm.crawl", "gm.cruise", "gm.walk"}, true);
}

std::string_view roman(int level) {
    constexpr std::array<std::string_view, 5> numbers{"I", "II", "III", "IV", "V"};
    return numbers[static_cast<std::size_t>(std::clamp(level, 1, 5) - 1)];
}

}  // namespace

std::string_view say_need(std::string_view need) {
    if (need == "stand") return "standing";
    if (need == "stand_free") return "standing with hands free";
    if (need == "walk") return "taking steps";
    if (need == "walk_free") return "walking with hands free";
    if (need == "two_hands") return "two hands working together";
    if (need == "hand_use") return "a hand that holds and uses things";
    if (need == "sit_free") return "sitting on the floor without support";
    if (need == "wheelchair") return "an own wheelchair";
    if (need == "manual_chair") return "an own wheelchair pushed by hand";
    if (need == "leg_limit") return "a leg limit on record, after an injury, a cast or an operation";
    if (need == "walker") return "a walker";
    if (need == "crutches") return "crutches";
    if (need == "cane") return "a cane or crutches";
    if (need == "one_cane") return "a cane";
    if (need == "gait_trainer") return "a gait trainer";
    if (need == "stander") return "a stander";
    return need;
}

namespace {

/// Standing and walking; a yes of what is recorded by skill goes before the rest.
bool on_feet(const Child& child, std::string_view need, Date today) {
    const MovesBy by = moves(child);
    if (need == "stand" && begins(child, {"gm.cruise", "gm.walk"})) return true;
    if (need == "walk" && begins(child, {"gm.walk"})) return true;
    if (by == MovesBy::not_asked) return !before_standing(child, today);
    if (need == "stand" || need == "walk") return by == MovesBy::walks || by == MovesBy::walks_with_device;
    return by == MovesBy::walks;
}

bool has_wheelchair(const Child& child, std::initializer_list<DeviceKind> kinds, bool any_that_moves) {
    if (child.moves_by == MovesBy::carried) return false;
    return has(child, kinds) || (child.moves_by == MovesBy::wheels && any_that_moves);
}

/// A limit of the leg on record, whether it still holds or has run out.
bool has_leg_limit(const Child& child) {
    return std::ranges::any_of(child.precautions, [](const ChildPrecaution& one) {
        if (one.code == "wb_leg") return true;
        const auto where = one.parameters.find("where");
        return one.code == "cast_tone" && where != one.parameters.end() && where->second == "leg";
    });
}

}  // namespace

bool meets_need(const Child& child, std::string_view need, Date today) {
    if (need == "stand" || need == "stand_free" || need == "walk" || need == "walk_free")
        return on_feet(child, need, today);
    if (need == "sit_free") return sits_free(child, today);
    if (need == "hand_use") return child.macs.value_or(1) < 5;
    if (need == "two_hands") return child.hands != Hands::one && child.macs.value_or(1) < 5;
    if (need == "wheelchair")
        return has_wheelchair(child, {DeviceKind::wheelchair, DeviceKind::power_wheelchair}, true);
    if (need == "manual_chair")
        return has_wheelchair(child, {DeviceKind::wheelchair}, !has(child, {DeviceKind::power_wheelchair}));
    if (need == "leg_limit") return has_leg_limit(child);
    if (need == "walker") return has(child, {DeviceKind::walker});
    if (need == "crutches") return has(child, {DeviceKind::crutches});
    if (need == "cane") return has(child, {DeviceKind::cane, DeviceKind::crutches});
    if (need == "one_cane") return has(child, {DeviceKind::cane});
    if (need == "gait_trainer") return has(child, {DeviceKind::gait_trainer});
    if (need == "stander") return has(child, {DeviceKind::stander});
    return true;
}

std::string_view unmet_need(const Child& child, const std::vector<std::string>& needs, Date today) {
    for (const auto& need : needs)
        if (!meets_need(child, need, today)) return need;
    return {};
}

std::vector<std::string> unmet_needs(const Child& child, const Library& library, Date today) {
    std::vector<std::string> unmet;
    for (const Named& need : library.needs())
        if (!meets_need(child, need.id, today)) unmet.push_back(need.id);
    return unmet;
}

std::string say_unmet(const Child& child, std::string_view need, Date today) {
    if (meets_need(child, need, today)) return {};
    std::string words = "This needs " + std::string(say_need(need)) + ".";
    const std::string known = say_moving(child);
    if (!known.empty()) words += " Recorded for " + call_name(child) + ": " + known + ".";
    const bool of_feet = need == "stand" || need == "stand_free" || need == "walk" || need == "walk_free";
    if (of_feet && child.moves_by == MovesBy::not_asked && !child.gmfcs)
        words +=
            " How " + call_name(child) + " moves is not recorded: add it if " + call_name(child) + " stands already.";
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
