// The upper half of the Activities screen: category tiles, filters with their counts, order and child.
#include <algorithm>
#include <cmath>

#include "app/activities/activities.h"
#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/widgets/tint.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float tile_gap = 8, tile_pad = 10, tile_picture = 36, tile_least = 164;

/// One choice of a filter: what it sets, its words and how many it would leave.
struct Pick {
    std::string id, label;
    int count = 0;
};

/// A chip for one filter. Choices that would leave nothing are not offered; the chosen one always is.
class FilterChips {
 public:
    FilterChips(Ui& ui, Rect rect) : ui_(ui), wrap_(rect.x, rect.y, rect.w, metrics::chip) {}

    void pick(std::string_view name, const char* glyph, const std::vector<Pick>& all, std::string& value) {
        std::vector<std::string> ids, labels, notes;
        for (const Pick& each : all) {
            if (each.count == 0 && each.id != value) continue;
            ids.push_back(each.id);
            labels.push_back(each.label);
            notes.push_back(std::to_string(each.count));
        }
        const auto found = std::ranges::find(ids, value);
        int chosen = value.empty() || found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
        const ChipOptions options{labels, notes};
        const Vec at = wrap_.place(choice_chip_width(ui_, name, options, chosen, glyph));
        if (choice_chip(ui_, at, name, options, chosen, glyph))
            value = chosen < 0 ? std::string() : ids[static_cast<std::size_t>(chosen)];
    }
    void number(std::string_view name, const char* glyph, const std::vector<Pick>& all, int& value, int none) {
        std::string id = value == none ? std::string() : std::to_string(value);
        pick(name, glyph, all, id);
        value = id.empty() ? none : std::stoi(id);
    }
    void toggle(std::string_view label, const char* glyph, bool& on, int count) {
        const ChipLook look{.selected = on, .icon = glyph, .count = count, .enabled = on || count > 0};
        if (chip(ui_, wrap_.place(chip_width(ui_, label, look)), label, look)) on = !on;
    }
    [[nodiscard]] float bottom() const { return wrap_.bottom(); }

 private:
    Ui& ui_;
    Wrap wrap_;
};

template <class Counts, class Key>
int counted(const Counts& counts, const Key& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

std::vector<Pick> skill_picks(const Library& library, const FacetCounts& counts) {
    std::vector<Pick> all;
    for (const Skill& skill : library.skills()) {
        std::string label = skill.name;
        if (skill.kind == "sequence") label += ", every step";
        all.push_back({skill.id, std::move(label), counted(counts.skill, skill.id)});
    }
    return all;
}

void draw_tile(ActivitiesScreen& self, Ui& ui, Rect rect, const Category& category) {
    const bool chosen = self.wish.filter.category == category.id;
    const Hue hue = Design::hue(category.hue);
    fill(ui, rect, hue, metrics::radius_large);
    if (chosen) outline(ui, rect, Role::primary, metrics::radius_large, 2);
    if (pressable(ui, rect, category.name, WidgetRole::card, chosen, metrics::radius_large).clicked)
        self.wish.filter.category = chosen ? std::string{} : category.id;
    illustration(ui, {rect.x + tile_pad, rect.centre().y - tile_picture / 2, tile_picture, tile_picture},
                 category.illustration, hue);
    const float x = rect.x + tile_pad + tile_picture + 10;
    const float room = rect.right() - x - 6;
    const float name_h = wrapped_height(ui, category.name, room, Type::button);
    const float top = rect.centre().y - (name_h + 16) / 2;
    text_wrapped(ui, {x, top, room, name_h}, category.name, {.type = Type::button});
    text(ui, {x, top + name_h}, std::to_string(counted(self.rows.counts.category, category.id)),
         {.type = Type::caption, .role = Role::ink_2});
}

}  // namespace

float draw_category_tiles(ActivitiesScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Libraries");
    std::vector<const Category*> filled;
    for (const Category& category : ui.library->categories())
        if (std::ranges::find(ui.library->activities(), category.id, &Activity::category) !=
            ui.library->activities().end())
            filled.push_back(&category);
    if (filled.empty()) return rect.y;
    const auto most = static_cast<float>(filled.size());
    const float fit = std::clamp(std::floor((rect.w + tile_gap) / (tile_least + tile_gap)), 1.0F, 8.0F);
    const float lines = std::ceil(most / fit);
    const float across = std::ceil(most / lines);  // rows of like length
    const float width = (rect.w - tile_gap * (across - 1)) / across;
    float height = 52;
    for (const Category* category : filled) {
        const float room = width - tile_pad - tile_picture - 16;
        height = std::max(height, wrapped_height(ui, category->name, room, Type::button) + 16 + 12);
    }
    for (std::size_t i = 0; i < filled.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(across));
        const auto line = static_cast<float>(i / static_cast<std::size_t>(across));
        draw_tile(self, ui, {rect.x + column * (width + tile_gap), rect.y + line * (height + tile_gap), width, height},
                  *filled[i]);
    }
    return rect.y + lines * (height + tile_gap) - tile_gap;
}

float draw_activity_filters(ActivitiesScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Filters");
    const Library& library = *ui.library;
    ActivityFilter& wish = self.wish.filter;
    const FacetCounts& counts = self.rows.counts;
    std::vector<Pick> ages, lengths, spaces, items;
    for (const int year : filter_age_years)
        ages.push_back({std::to_string(year * 12), "Age " + std::to_string(year), counted(counts.age_years, year)});
    for (const int length : filter_minutes)
        lengths.push_back(
            {std::to_string(length), "Up to " + std::to_string(length) + " min", counted(counts.minutes, length)});
    for (const Named& space : library.spaces())
        spaces.push_back({space.id, space.name, counted(counts.space, space.id)});
    for (const Item& item : library.items()) items.push_back({item.id, item.name, counted(counts.item, item.id)});
    const std::vector<Pick> leads{{"OT", "For OT", counted(counts.discipline, "OT")},
                                  {"PT", "For PT", counted(counts.discipline, "PT")}};

    FilterChips chips(ui, rect);
    if (const Child* child = ui.caseload != nullptr ? ui.caseload->child(self.wish.child) : nullptr) {
        const std::string who = shown_call_name(ui, *child);
        chips.toggle("Works on " + who + "'s goals", icon::flag_variant, wish.works_on_goals, counts.works_on_goals);
        chips.toggle("Nothing speaks against it", icon::shield_outline, wish.allowed, counts.allowed);
    }
    chips.number("Age", icon::account, ages, wish.age_months, -1);
    chips.number("Minutes", icon::clock, lengths, wish.max_minutes, 0);
    chips.pick("Place", icon::map_marker, spaces, wish.space);
    chips.pick("Skill", icon::flag_variant, skill_picks(library, counts), wish.skill);
    chips.pick("Materials", icon::package_variant_closed, items, wish.item);
    chips.pick("OT or PT", icon::account_multiple, leads, wish.discipline);
    chips.toggle("Home-friendly", icon::home, wish.home_only, counts.home);
    chips.toggle("My favorites", icon::heart_outline, wish.favourites, counts.favourites);
    if (counts.own > 0 || wish.own) chips.toggle("My own", icon::pencil, wish.own, counts.own);
    chips.toggle("Used lately", icon::history, wish.recent, counts.recent);
    return chips.bottom();
}

float draw_activity_order(ActivitiesScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Order");
    ActivityWish& wish = self.wish;
    const bool narrow = rect.w < 720;
    Rect line = rect.cut_top(metrics::field, narrow ? metrics::s : 0);
    const Category* category = ui.library->category(wish.filter.category);
    const std::size_t shown = self.rows.shown.size();
    std::string count = std::to_string(shown) + (shown == 1 ? " activity" : " activities");
    if (category != nullptr) count += " in " + category->name;

    const Rect looks = line.cut_right(2 * metrics::button + 4, metrics::m);
    if (icon_button(ui, looks.pos(), icon::view_grid, "Show as cards", {.on = !self.as_list})) self.as_list = false;
    if (icon_button(ui, {looks.x + metrics::button + 4, looks.y}, icon::view_list, "Show as a list",
                    {.on = self.as_list}))
        self.as_list = true;
    Rect choices = narrow ? rect.cut_top(metrics::field) : line;
    if (self.children.size() > 1) {
        const auto found = std::ranges::find(self.children, wish.child);
        int chosen = found == self.children.end() ? 0 : static_cast<int>(found - self.children.begin());
        if (choice(ui, choices.cut_right(200, metrics::m), "For a child", self.child_names, chosen,
                   {.label_above = false})) {
            wish.child = self.children[static_cast<std::size_t>(chosen)];
            wish.filter.works_on_goals = wish.filter.works_on_goals && wish.child;
            wish.filter.allowed = wish.filter.allowed && wish.child;
        }
    }
    const std::vector<std::string> orders{wish.child ? "Best match first" : "Library order", "By name",
                                          "Shortest first", "Youngest first", "Used last first"};
    int order = static_cast<int>(wish.filter.order);
    if (choice(ui, choices.cut_right(176, metrics::m), "Order", orders, order, {.label_above = false}))
        wish.filter.order = static_cast<ActivityOrder>(order);
    text_in(ui, narrow ? line : choices, count, {.type = Type::button});
    return narrow ? choices.bottom() : line.bottom();
}

}  // namespace pegboard
