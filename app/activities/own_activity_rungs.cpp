// What an easier or harder way of an own activity changes besides its words: position, place, hazards, materials and
// what the child needs. A child's precautions are checked on each way by what is stated here.
#include <algorithm>

#include "app/activities/own_activity.h"
#include "app/parts/forms.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"
#include "core/rules/precautions.h"

namespace pegboard {
namespace {

constexpr float indent = 20, pick_h = 84, line_h = 32;

/// The vocabulary with "As written" before it.
std::vector<Named> or_as_written(const std::vector<Named>& all) {
    std::vector<Named> options{{"", "As written", {}, {}}};
    options.insert(options.end(), all.begin(), all.end());
    return options;
}

/// Hazards the activity has as written: only those can go.
std::vector<Named> hazards_of(const Activity& activity, const Library& library) {
    const auto there = effective_attributes(activity, library, {});
    std::vector<Named> found;
    for (const Named& one : library.attributes())
        if (std::ranges::find(there, one.id) != there.end()) found.push_back(one);
    return found;
}

std::vector<Named> named_items(const Library& library) {
    std::vector<Named> all;
    for (const Item& item : library.items()) all.push_back({item.id, item.name, {}, {}});
    return all;
}

/// "Standing at a wall; adds Running; needs other things of the child"; what is checked where nothing is stated.
std::string say_effects(const Rung& rung, const Library& library) {
    std::string all;
    const auto add = [&](const std::string& part) { all += (all.empty() ? "" : "; ") + part; };
    const auto listed = [&](const char* what, const std::vector<std::string>& ids) {
        std::string names;
        for (const auto& id : ids) names += (names.empty() ? "" : ", ") + library.name_of(id);
        if (!names.empty()) add(what + names);
    };
    if (!rung.position.empty()) add(library.name_of(rung.position));
    if (!rung.space.empty()) add(library.name_of(rung.space));
    listed("adds ", rung.adds);
    listed("without ", rung.drops);
    listed("also takes ", rung.items);
    if (rung.needs) add("other needs");
    return all.empty() ? "Nothing else stated: precautions are checked as the activity is written." : all;
}

}  // namespace

float OwnActivityForm::rung_effects(Rect rect, std::string_view words, const std::string& field_name, Rung& rung) {
    const Library& library = *ui_.library;
    const bool open = self_.open_rungs.contains(field_name);
    rect = {rect.x + indent, rect.y, rect.w - indent, rect.h};
    const std::string label = open ? "Less" : "What else changes";
    const std::string full = label + ": " + std::string(words);
    const ButtonLook look{.kind = ButtonKind::ghost, .height = line_h, .name = full};
    const float width = button_width(ui_, label, look);
    if (button(ui_, Rect{rect.right() - width, rect.y, width, line_h}, label, look)) {
        if (open)
            self_.open_rungs.erase(field_name);
        else
            self_.open_rungs.insert(field_name);
    }
    const float words_w = std::max(80.0F, rect.w - width - metrics::m);
    const float said = text_wrapped(ui_, {rect.x, rect.y + 6, words_w, 60}, say_effects(rung, library),
                                    {.type = Type::caption, .role = Role::ink_2});
    float y = rect.y + std::max(line_h, said + 10);
    if (!open) return y;
    Flow flow({rect.x, y, rect.w, 0}, 0);
    auto [position, space] = flow.columns<2>(pick_h, {1, 1});
    pick(position, "Position for this way", field_name + ".position", or_as_written(library.positions()),
         rung.position);
    pick(space, "Place for this way", field_name + ".space", or_as_written(library.spaces()), rung.space);
    y = chips({rect.x, flow.y(), rect.w, 0}, "Hazards this way adds", field_name + ".adds", library.attributes(),
              rung.adds);
    y = chips({rect.x, y + 8, rect.w, 0}, "Hazards this way takes away", field_name + ".drops",
              hazards_of(self_.activity, library), rung.drops);
    y = chips({rect.x, y + 8, rect.w, 0}, "Materials this way also takes", field_name + ".items", named_items(library),
              rung.items);
    bool other = rung.needs.has_value();
    if (switch_(ui_, {rect.x, y + 4}, "Needs something else of the child", other)) {
        rung.needs = other ? std::optional(self_.activity.needs) : std::nullopt;
        changed_ = true;
    }
    y += 40;
    if (rung.needs)
        y = chips({rect.x, y, rect.w, 0}, "What the child needs for this way", field_name + ".needs", library.needs(),
                  *rung.needs);
    return y + 8;
}

}  // namespace pegboard
