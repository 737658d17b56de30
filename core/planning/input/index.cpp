#include "core/planning/input/index.h"

#include <algorithm>
#include <array>

#include "core/library/content/check_activity.h"
#include "core/planning/model.h"
#include "core/planning/weights.h"
#include "core/rules/rungs.h"

namespace pegboard::planning {
namespace {

/// Skills of which a goal asks for a calm start (planner.md part 4): settling, attending, waiting, body awareness.
constexpr std::array<std::string_view, 6> calming_goals{"sp.calm",       "sp.attend", "sp.self_reg",
                                                        "sp.transition", "pl.turns",  "sp.movement"};
/// What an activity trains that settles: a known way to calm, slow or heavy movement.
constexpr std::array<std::string_view, 3> regulating_skills{"sp.calm", "sp.self_reg", "sp.movement"};
/// What can end in a fall, a knock, a strain or a cut. A goal may be worth that; filling the time is not.
/// The last five come close to the body or the mouth: pressing, wet and messy, near the face, food.
constexpr std::array<std::string_view, 21> risky_attributes{"IMP", "SLS", "INV", "NCK", "HGT", "SUS", "SPN",
                                                            "EXT", "AER", "SHP", "WHL", "CNT", "RUN", "ECC",
                                                            "PLS", "HOT", "PRS", "TAC", "FAC", "WTR", "FOD"};

/// Of those what a hand, a rail or a counter to hold on to makes milder.
constexpr std::array<std::string_view, 8> toppling_attributes{"IMP", "SLS", "HGT", "SPN", "EXT", "RUN", "ECC", "WBA"};

/// What an activity trains that only a child with the device or the injury has a use for.
constexpr std::array<std::string_view, 9> special_skills{"ms.walker",      "ms.crutches", "ms.wheelchair",
                                                         "ms.pressure",    "ms.stander",  "ms.device",
                                                         "ms.gait_return", "sc.shave",    "sc.period"};

/// Needs of a child's own device.
constexpr std::array<std::string_view, 6> device_needs{"walker",  "crutches",     "cane",
                                                       "stander", "gait_trainer", "wheelchair"};
/// Main skills of hard work of muscles, and the one of the careful return to walking after an injury.
constexpr std::array<std::string_view, 4> strength_skills{"se.arms", "se.legs", "se.core", "se.shoulders"};
constexpr std::string_view easing_skill = "ms.gait_return";

template <class List>
void number(Numbers& numbers, const List& list) {
    for (const auto& one : list) numbers.add(one.id);
}

void read_items(ActivityIndex::Inner& inner) {
    for (const Item& item : inner.library.items())
        inner.item_bits.push_back({inner.attributes.mask(item.attributes), inner.allergens.mask(item.allergens),
                                   inner.attributes.mask(item.substitute_attributes),
                                   inner.allergens.mask(item.substitute_allergens), !item.substitute.empty()});
}

void read_skills(ActivityIndex::Inner& inner) {
    for (const Skill& skill : inner.library.skills()) {
        SkillBits bits{&skill, -1, skill.step_no, inner.focus_areas.of(skill.focus), {}};
        bits.sequence = inner.skills.of(skill.kind == "sequence" ? skill.id : skill.parent);
        for (const auto& id : skill.prerequisites)
            if (const int known = inner.skills.of(id); known >= 0) bits.prerequisites.push_back(known);
        inner.skill_bits.push_back(std::move(bits));
    }
}

void set_skill(int skill, const ActivityIndex::Inner& inner, WideMask& bits) {
    if (skill < 0) return;
    bits.set(static_cast<std::size_t>(skill));
    const int sequence = inner.skill_bits[static_cast<std::size_t>(skill)].sequence;
    if (sequence >= 0) bits.set(static_cast<std::size_t>(sequence));
}

void read_needs(const Activity& activity, const ActivityIndex::Inner& inner, ActivityBits& bits) {
    for (const ActivityItem& used : activity.items) {
        if (used.optional) continue;
        const int item = inner.items.of(used.item);
        bits.needed.push_back({item, std::max(1, used.quantity)});
        if (item >= 0) bits.item_bits.set(static_cast<std::size_t>(item));
    }
    for (const auto& id : activity.skills) {
        const int skill = inner.skills.of(id);
        if (skill < 0 && !bits.skills.empty()) continue;
        bits.skills.push_back(skill);
        set_skill(skill, inner, bits.skill_bits);
    }
}

RungBits read_rung(const Activity& activity, int number, const ActivityIndex::Inner& inner) {
    const Rung& rung = *rung_of(activity, number);
    const Asked asked = asked_of(activity, number, inner.library);
    RungBits bits;
    bits.position = inner.positions.of(asked.position);
    bits.space = inner.spaces.of(asked.space);
    bits.needs = inner.needs.mask(asked.needs);
    bits.adds =
        inner.attributes.mask(rung.adds) | inner.attributes.mask(content::attributes_of_position(rung.position));
    bits.drops = inner.attributes.mask(rung.drops);
    for (const auto& id : activity.skills)
        if (std::ranges::count(rung.leaves_out, id) == 0) set_skill(inner.skills.of(id), inner, bits.skill_bits);
    for (const ActivityItem& used : asked.items) {
        if (used.optional) continue;
        bits.needed.push_back({inner.items.of(used.item), std::max(1, used.quantity)});
        if (std::ranges::count(rung.items, used.item) > 0) bits.taken.push_back(bits.needed.back());
        if (bits.needed.back().item >= 0) bits.item_bits.set(static_cast<std::size_t>(bits.needed.back().item));
    }
    return bits;
}

void read_rungs(const Activity& activity, const ActivityIndex::Inner& inner, ActivityBits& bits) {
    for (int i = 1; i <= static_cast<int>(activity.easier.size()); ++i)
        bits.easier_rungs.push_back(read_rung(activity, -i, inner));
    for (int i = 1; i <= static_cast<int>(activity.harder.size()); ++i)
        bits.harder_rungs.push_back(read_rung(activity, i, inner));
}

bool names(const std::vector<std::string>& marks, std::string_view mark) { return std::ranges::count(marks, mark) > 0; }

ActivityBits read(const Activity& activity, const ActivityIndex::Inner& inner) {
    ActivityBits bits;
    bits.activity = &activity;
    read_needs(activity, inner, bits);
    read_rungs(activity, inner, bits);
    bits.attributes = inner.attributes.mask(activity.attributes);
    bits.allergens = inner.allergens.mask(activity.allergens);
    bits.interests = inner.interests.mask(activity.interests);
    bits.space = inner.spaces.of(activity.space);
    bits.needs = inner.needs.mask(asked_of(activity, 0, inner.library).needs);
    bits.position = inner.positions.of(activity.position);
    for (const Arc arc : activity.arcs) bits.arcs |= bit(arc);
    // Nobody warms up at full effort.
    if (activity.intensity == "vigorous") bits.arcs &= ~bit(Arc::opener);
    if (bits.arcs == 0) bits.arcs = bit(Arc::main);
    bits.typical = std::max(1, activity.minutes);
    bits.shortest = std::clamp(activity.minutes_min, 1, bits.typical);
    bits.group_min = std::max(1, activity.group_min);
    bits.group_alone = std::max(bits.group_min, activity.group_max);
    bits.group_max = std::max(bits.group_alone, activity.stations_group_max);
    bits.station_adults = adults_at_stations(activity);
    bits.table = activity.space == "table" || activity.space == "kitchen";
    bits.vigorous = activity.intensity == "vigorous";
    bits.lands = activity.position == "JP" || std::ranges::count(activity.attributes, "IMP") > 0;
    bits.active = bits.vigorous || activity.intensity == "moderate";
    bits.special = !activity.skills.empty() && std::ranges::count(special_skills, activity.skills.front()) > 0;
    const auto& position = activity.position;
    const bool sits = position == "SC" || position == "SF" || position == "SU";
    bits.seated = activity.intensity == "seated" || (activity.intensity == "light" && sits);
    bits.moving = position == "WK" || position == "JP" || position == "ST" || position == "SW";
    const auto any_of = [](const auto& wanted, const std::vector<std::string>& ids) {
        return std::ranges::any_of(ids, [&](const auto& id) { return std::ranges::count(wanted, id) > 0; });
    };
    const auto marked = [&](const char* mark) { return std::ranges::count(activity.effective_attributes, mark) > 0; };
    const std::string_view main = activity.skills.empty() ? std::string_view() : activity.skills.front();
    bits.own_device = any_of(device_needs, asked_of(activity, 0, inner.library).needs);
    bits.upright_free = !bits.own_device && (position == "ST" || position == "VS" || position == "TK" ||
                                             position == "WK" || position == "JP");
    bits.floor_free = !bits.own_device && position == "SF";
    for (int rung = -1; rung >= -static_cast<int>(activity.easier.size()); --rung) {
        bits.has_hold_rung = bits.has_hold_rung || gives_hold(activity, rung);
        bits.has_seat_rung = bits.has_seat_rung || gives_seat(activity, rung);
    }
    for (const auto* rungs : {&activity.easier, &activity.harder})
        for (const Rung& rung : *rungs) {
            bits.leaves_out = bits.leaves_out || !rung.leaves_out.empty();
            bits.moves = bits.moves || !rung.position.empty() || !rung.space.empty() || names(rung.adds, "IMP") ||
                         names(rung.drops, "IMP");
        }
    bits.prone = position == "PR";
    bits.strength = marked("EXT") || std::ranges::count(strength_skills, main) > 0;
    bits.impact = position == "JP" || marked("IMP") || marked("RUN");
    bits.eases_in = main == easing_skill;
    bits.hands_on = activity.supervision == "hands_on";
    bits.has_easier = !activity.easier.empty();
    bits.regulating = !bits.vigorous && std::ranges::any_of(regulating_skills, [&](std::string_view id) {
        return std::ranges::count(activity.skills, id) > 0;
    });
    return bits;
}

std::unique_ptr<ActivityIndex::Inner> compile(const Library& library, std::span<const Activity* const> activities) {
    auto inner = std::make_unique<ActivityIndex::Inner>(library);
    number(inner->attributes, library.attributes());
    number(inner->allergens, library.allergens());
    number(inner->interests, library.interests());
    number(inner->needs, library.needs());
    number(inner->spaces, library.spaces());
    number(inner->positions, library.positions());
    number(inner->items, library.items());
    number(inner->skills, library.skills());
    number(inner->focus_areas, library.focus_areas());
    inner->calming_goals = inner->skills.wide_mask(calming_goals);
    inner->attending = inner->skills.of("sp.attend");
    inner->risky = inner->attributes.mask(risky_attributes);
    inner->toppling = inner->attributes.mask(toppling_attributes);
    inner->shared = inner->attributes.mask(shared_marks);
    inner->latex = inner->attributes.mask(std::array{std::string_view("LTX")});
    for (const Named& space : library.spaces())
        inner->space_holds.push_back(inner->spaces.mask(space.contains) |
                                     inner->spaces.mask(std::array{std::string_view(space.id)}));
    read_items(*inner);
    read_skills(*inner);
    for (const Activity* activity : activities) inner->activities.push_back(read(*activity, *inner));
    std::ranges::sort(inner->activities, {}, [](const ActivityBits& bits) -> const auto& { return bits.activity->id; });
    for (std::size_t i = 0; i < inner->activities.size(); ++i)
        inner->by_id.emplace(inner->activities[i].activity->id, static_cast<int>(i));
    return inner;
}

std::vector<const Activity*> all_of(const Library& library) {
    std::vector<const Activity*> all;
    for (const Activity& activity : library.activities()) all.push_back(&activity);
    return all;
}

}  // namespace

bool gives_hold(const Activity& activity, int number) {
    const Rung* rung = rung_of(activity, number);
    if (rung == nullptr) return false;
    const std::string& position = rung->position.empty() ? activity.position : rung->position;
    // A held hand is no walker: who walks holds on only where the rung sits or stands still.
    if (position == "WK" || position == "JP") return false;
    const bool stands = position == "ST" || position == "VS" || position == "TK";
    return !stands || rung->dimension == "support" || rung->dimension == "position";
}

bool gives_seat(const Activity& activity, int number) {
    const Rung* rung = rung_of(activity, number);
    if (rung == nullptr) return false;
    const std::string& position = rung->position.empty() ? activity.position : rung->position;
    if (position == "SF") return rung->dimension == "support" || rung->dimension == "position";
    return position == "SC" || position == "SU" || position == "PR";
}

ActivityIndex::ActivityIndex(const Library& library, std::span<const Activity* const> activities)
    : inner_(compile(library, activities)) {}
ActivityIndex::ActivityIndex(const Library& library) : ActivityIndex(library, all_of(library)) {}
ActivityIndex::~ActivityIndex() = default;
ActivityIndex::ActivityIndex(ActivityIndex&&) noexcept = default;
ActivityIndex& ActivityIndex::operator=(ActivityIndex&&) noexcept = default;

}  // namespace pegboard::planning
