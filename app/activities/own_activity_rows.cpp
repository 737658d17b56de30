// The lists of the own activity's form that grow row by row: ways to make it easier or harder, cues, materials.
#include <algorithm>

#include "app/activities/own_activity.h"
#include "app/parts/forms.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float row_h = 48, head_h = 26;

/// Names of a vocabulary and the place of `id` among them.
struct Options {
    std::vector<std::string> labels;
    int chosen = -1;
};
Options options_of(const std::vector<Named>& all, const std::string& id) {
    Options options;
    for (std::size_t i = 0; i < all.size(); ++i) {
        options.labels.push_back(all[i].name);
        if (all[i].id == id) options.chosen = static_cast<int>(i);
    }
    return options;
}

/// Heading of a list with what is wrong with it; returns the y below.
float head(Ui& ui, Rect rect, std::string_view label, const std::string& problem) {
    const float width = text(ui, rect.pos(), label, {.type = Type::button, .heading = true});
    if (!problem.empty())
        text(ui, {rect.x + width + 12, rect.y + 2}, problem,
             {.type = Type::caption, .role = Role::danger, .max_w = rect.w - width - 12});
    return rect.y + head_h;
}

bool add_button(Ui& ui, float x, float y, std::string_view words) {
    return button(ui, Vec{x, y}, words, {.kind = ButtonKind::ghost, .icon = icon::plus, .height = 32});
}

template <class T>
void remove_at(std::vector<T>& all, std::size_t i) {
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
}

}  // namespace

float OwnActivityForm::rungs(Rect rect, std::string_view label, std::string_view field_name, std::vector<Rung>& all) {
    const Scope scope(ui_, label);
    const std::vector<Named>& dimensions = ui_.library->dimensions();
    float y = head(ui_, rect, label, error(field_name));
    std::optional<std::size_t> gone;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string number = " " + std::to_string(i + 1);
        const Scope row_scope(ui_, number);
        Rect row{rect.x, y, rect.w, metrics::field};
        const std::string kind = std::string(label) + " by" + number;
        Options options = options_of(dimensions, all[i].dimension);
        if (choice(ui_, row.cut_left(std::min(200.0F, rect.w * 0.3F), 8), kind, options.labels, options.chosen,
                   {.hint = "By what", .label_above = false})) {
            all[i].dimension = dimensions[static_cast<std::size_t>(options.chosen)].id;
            changed_ = true;
        }
        const Rect remove = row.cut_right(metrics::field, 8);
        const std::string words = std::string(label) + number;
        if (const auto typed =
                field(ui_, row, words, name(words), all[i].change, {.hint = "What changes", .label_above = false})) {
            all[i].change = trimmed(*typed);
            changed_ = true;
        }
        if (icon_button(ui_, remove.pos(), icon::close, "Remove: " + words)) gone = i;
        y = rung_effects({rect.x, y + row_h, rect.w, 0}, words, std::string(field_name) + "." + std::to_string(i),
                         all[i]);
    }
    if (gone) {
        remove_at(all, *gone);
        self_.open_rungs.clear();
        ui_.drafts->drop_prefix(name(label));
        changed_ = true;
    }
    if (all.size() < 4 && add_button(ui_, rect.x, y, "Add a way: " + std::string(label))) {
        all.push_back({});
        changed_ = true;
    }
    return y + 32;
}

float OwnActivityForm::cues(Rect rect) {
    const Scope scope(ui_, "Say or show");
    std::vector<Cue>& all = self_.activity.cues;
    const std::vector<Named>& types = ui_.library->cue_types();
    float y = head(ui_, rect, "Say or show, 3 to 5 cues", error("cues"));
    std::optional<std::size_t> gone;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string words = "Cue " + std::to_string(i + 1);
        Rect row{rect.x, y, rect.w, metrics::field};
        Options options = options_of(types, all[i].type);
        if (choice(ui_, row.cut_left(std::min(200.0F, rect.w * 0.3F), 8), "Kind of c" + words.substr(1), options.labels,
                   options.chosen, {.hint = "Kind", .label_above = false})) {
            all[i].type = types[static_cast<std::size_t>(options.chosen)].id;
            changed_ = true;
        }
        const Rect remove = row.cut_right(metrics::field, 8);
        if (const auto typed =
                field(ui_, row, words, name(words), all[i].text, {.hint = "Land like a cat", .label_above = false})) {
            all[i].text = trimmed(*typed);
            changed_ = true;
        }
        if (icon_button(ui_, remove.pos(), icon::close, "Remove: " + words)) gone = i;
        y += row_h;
    }
    if (gone) {
        remove_at(all, *gone);
        ui_.drafts->drop_prefix(name("Cue "));
        changed_ = true;
    }
    if (all.size() < 5 && add_button(ui_, rect.x, y, "Add a cue")) {
        all.push_back({});
        changed_ = true;
    }
    return y + 32;
}

float OwnActivityForm::items(Rect rect) {
    const Scope scope(ui_, "Materials");
    std::vector<ActivityItem>& all = self_.activity.items;
    std::vector<Named> known;
    for (const Item& item : ui_.library->items()) known.push_back({item.id, item.name, {}, {}});
    float y = head(ui_, rect, "Materials", error("items"));
    std::optional<std::size_t> gone;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string words = "Material " + std::to_string(i + 1);
        Rect row{rect.x, y, rect.w, metrics::field};
        const Rect remove = row.cut_right(metrics::field, 8);
        const Rect optional = row.cut_right(140, 8);
        const Rect count = row.cut_right(120, 8);
        Options options = options_of(known, all[i].item);
        if (choice(ui_, row, words, options.labels, options.chosen, {.hint = "Choose an item", .label_above = false})) {
            all[i].item = known[static_cast<std::size_t>(options.chosen)].id;
            changed_ = true;
        }
        const std::string many = "How many of m" + words.substr(1);
        if (const auto typed =
                number_field(ui_, count, many, name(many), all[i].quantity, 1, 999, 1, {}, {.label_above = false})) {
            all[i].quantity = *typed;
            changed_ = true;
        }
        bool spare = all[i].optional;
        if (checkbox(ui_, {optional.x, optional.y + 4}, "Optional " + std::to_string(i + 1), spare)) {
            all[i].optional = spare;
            changed_ = true;
        }
        if (icon_button(ui_, remove.pos(), icon::close, "Remove: " + words)) gone = i;
        y += row_h;
    }
    if (gone) {
        remove_at(all, *gone);
        ui_.drafts->drop_prefix(name("How many of material"));
        changed_ = true;
    }
    if (all.size() < 12 && add_button(ui_, rect.x, y, "Add a material")) {
        all.push_back({});
        changed_ = true;
    }
    return y + 32;
}

}  // namespace pegboard
