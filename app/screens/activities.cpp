// Draws the Activities screen: category tiles, filters, search, cards and the detail panel.
#include "app/screens/activities.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/widgets/fields.h"
#include "app/widgets/tint.h"
#include "app/widgets/widgets.h"
#include "core/rules/age.h"

namespace pegboard {
namespace {

constexpr float panel_w = 400;
constexpr float bar_room = 12;  ///< the scroll bar stands beside the cards

void find_choices(ActivitiesScreen& self, const Ui& ui) {
    auto& rows = self.rows;
    rows.children.assign(1, ChildId{});
    rows.child_names.assign(1, "Any child");
    if (ui.caseload != nullptr)
        for (const Child& child : ui.caseload->children())
            if (!child.archived && !child.discharge) {
                rows.children.push_back(child.id);
                rows.child_names.push_back(shown_name(ui, child));
            }
    std::set<std::string> skills, items;
    for (const Activity& activity : ui.library->activities()) {
        skills.insert(activity.skills.begin(), activity.skills.end());
        for (const ActivityItem& item : activity.items) items.insert(item.item);
    }
    rows.skills.clear();
    rows.items.clear();
    for (const Skill& skill : ui.library->skills())
        if (skills.contains(skill.id)) rows.skills.emplace_back(skill.id, skill.name);
    for (const Item& item : ui.library->items())
        if (items.contains(item.id)) rows.items.emplace_back(item.id, item.name);
}

void find_rows(ActivitiesScreen& self, const Ui& ui) {
    auto& rows = self.rows;
    const std::uint64_t revision = ui.caseload != nullptr ? ui.caseload->revision() : 0;
    if (rows.made && rows.of == self.filter && rows.child == self.child && rows.revision == revision) return;
    if (!rows.made || rows.revision != revision) find_choices(self, ui);
    rows.of = self.filter;
    rows.child = self.child;
    rows.revision = revision;
    rows.made = true;
    rows.shown = find_activities(*ui.library, self.filter);
    rows.by_category = count_by_category(*ui.library, self.filter);
    rows.verdicts.clear();
    const Child* child = ui.caseload != nullptr ? ui.caseload->child(self.child) : nullptr;
    if (child == nullptr) return;
    for (const int index : rows.shown) {
        const Activity& activity = ui.library->activities()[static_cast<std::size_t>(index)];
        rows.verdicts.push_back(verdict(check_precautions(*child, activity, *ui.library, {}, ui.clock.today, 1)));
    }
}

void draw_tiles(ActivitiesScreen& self, Ui& ui, Rect rect, const std::vector<const Category*>& filled) {
    const Scope scope(ui, "Libraries");
    const float gap = 8;
    const auto n = static_cast<float>(filled.size());
    const float width = (rect.w - gap * (n - 1)) / n;
    for (std::size_t i = 0; i < filled.size(); ++i) {
        const Category& category = *filled[i];
        const Rect tile_rect{rect.x + static_cast<float>(i) * (width + gap), rect.y, width, rect.h};
        const bool chosen = self.filter.category == category.id;
        const Hue hue = Design::hue(category.hue);
        fill(ui, tile_rect, hue, metrics::radius_large);
        if (chosen) outline(ui, tile_rect, Role::primary, metrics::radius_large, 2);
        if (pressable(ui, tile_rect, category.name, WidgetRole::card, chosen, metrics::radius_large).clicked)
            self.filter.category = chosen ? std::string{} : category.id;
        const float picture = std::min(44.0F, tile_rect.h - 20);
        illustration(ui, {tile_rect.x + 14, tile_rect.y + (tile_rect.h - picture) / 2, picture, picture},
                     category.illustration, hue);
        const float x = tile_rect.x + 14 + picture + 12;
        text(ui, {x, tile_rect.y + tile_rect.h / 2 - 20}, category.name,
             {.type = Type::button, .max_w = tile_rect.right() - x - 8});
        const auto count = self.rows.by_category.find(category.id);
        text(ui, {x, tile_rect.y + tile_rect.h / 2 + 2},
             std::to_string(count == self.rows.by_category.end() ? 0 : count->second),
             {.type = Type::caption, .role = Role::ink_2});
    }
}

/// A chip that opens a menu of choices; pressing the cross of a chosen one clears it.
void menu_chip(Ui& ui, Vec& pos, std::string_view name, const char* glyph,
               const std::vector<std::pair<std::string, std::string>>& choices, std::string& value, float right,
               float left) {
    const auto chosen = std::ranges::find(choices, value, &std::pair<std::string, std::string>::first);
    const bool set = !value.empty() && chosen != choices.end();
    const std::string label = set ? chosen->second : std::string(name);
    const ChipLook look{.selected = set, .icon = glyph, .menu = !set, .removable = set};
    const float width = chip_width(ui, label, look);
    if (pos.x > left && pos.x + width > right) pos = {left, pos.y + 40};
    const Rect anchor{pos.x, pos.y, width, metrics::chip};
    if (chip(ui, pos, label, look)) {
        if (set)
            value.clear();
        else
            open_menu(ui, name);
    }
    if (begin_menu(ui, name, anchor, 280)) {
        for (const auto& [id, words] : choices)
            if (menu_item(ui, words, {.ticked = id == value})) value = id;
        end_menu(ui);
    }
    pos.x += width + 8;
}

void number_chip(Ui& ui, Vec& pos, std::string_view name, const char* glyph,
                 const std::vector<std::pair<std::string, std::string>>& choices, int& value, int none, float right,
                 float left) {
    std::string id = value == none ? std::string{} : std::to_string(value);
    menu_chip(ui, pos, name, glyph, choices, id, right, left);
    value = id.empty() ? none : std::stoi(id);
}

/// Draws the filter chips and returns the y below them.
float draw_filters(ActivitiesScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Filters");
    static const std::vector<std::pair<std::string, std::string>> ages = [] {
        std::vector<std::pair<std::string, std::string>> all;
        for (int year = 1; year <= 12; ++year)
            all.emplace_back(std::to_string(year * 12), "Age " + std::to_string(year));
        return all;
    }();
    static const std::vector<std::pair<std::string, std::string>> lengths{
        {"5", "Up to 5 min"}, {"8", "Up to 8 min"}, {"10", "Up to 10 min"}, {"15", "Up to 15 min"}};
    std::vector<std::pair<std::string, std::string>> spaces;
    for (const Named& space : ui.library->spaces()) spaces.emplace_back(space.id, space.name);

    Vec pos = rect.pos();
    number_chip(ui, pos, "Age", icon::account, ages, self.filter.age_months, -1, rect.right(), rect.x);
    number_chip(ui, pos, "Minutes", icon::clock, lengths, self.filter.max_minutes, 0, rect.right(), rect.x);
    menu_chip(ui, pos, "Place", icon::map_marker, spaces, self.filter.space, rect.right(), rect.x);
    menu_chip(ui, pos, "Skill", icon::flag_variant, self.rows.skills, self.filter.skill, rect.right(), rect.x);
    menu_chip(ui, pos, "Materials", icon::package_variant_closed, self.rows.items, self.filter.item, rect.right(),
              rect.x);
    const ChipLook home{.selected = self.filter.home_only, .icon = icon::home};
    const float width = chip_width(ui, "Home-friendly", home);
    if (pos.x + width > rect.right()) pos = {rect.x, pos.y + 40};
    if (chip(ui, pos, "Home-friendly", home)) self.filter.home_only = !self.filter.home_only;
    return pos.y + metrics::chip;
}

void draw_card(ActivitiesScreen& self, Ui& ui, Rect rect, std::size_t row) {
    const Activity& activity = ui.library->activities()[static_cast<std::size_t>(self.rows.shown[row])];
    const Category* category = ui.library->category(activity.category);
    const Hue hue = category ? Design::hue(category->hue) : Hue::indigo;
    const bool chosen = self.chosen == activity.id;
    card(ui, rect, {.selected = chosen});
    fill(ui, Rect{rect.x + 1, rect.y + 1, rect.w - 2, 93}, hue, metrics::radius_card - 1, true);
    if (category != nullptr)
        illustration(ui, {rect.x + rect.w / 2 - 40, rect.y + 8, 80, 80}, category->illustration, hue);
    if (pressable(ui, rect, activity.title, WidgetRole::card, chosen, metrics::radius_card).clicked)
        self.chosen = chosen ? std::string{} : activity.id;
    if (activity.home_ok) badge(ui, {rect.x + 8, rect.y + 8}, BadgeKind::plain, icon::home, "Home");
    if (row < self.rows.verdicts.size() && self.rows.verdicts[row] != Verdict::fine) {
        const bool out = self.rows.verdicts[row] == Verdict::exclude;
        const std::string_view words = out ? "Not offered" : "Take care";
        const char* glyph = out ? icon::alert : icon::shield_outline;
        badge(ui, {rect.right() - badge_width(ui, glyph, words) - 8, rect.y + 8},
              out ? BadgeKind::danger : BadgeKind::warn, glyph, words);
    }
    const float inner = rect.w - 32;
    text(ui, {rect.x + 16, rect.y + 106}, activity.title, {.type = Type::section, .max_w = inner});
    text_wrapped(ui, {rect.x + 16, rect.y + 132, inner, 34}, activity.idea,
                 {.type = Type::caption, .role = Role::ink_2}, 2);
    const float y = rect.bottom() - 30;
    float x = rect.x + 16;
    x += icon_text(ui, {x, y}, icon::clock, std::to_string(activity.minutes) + " min") + 14;
    icon_text(ui, {x, y}, icon::account,
              std::to_string(activity.age_min_months / 12) + " to " + std::to_string(activity.age_max_months / 12));
    const Lead lead = activity.discipline == "OT" ? Lead::ot : activity.discipline == "PT" ? Lead::pt : Lead::both;
    tag(ui, {rect.right() - 16 - tag_width(ui, lead), y - 2}, lead);
}

void draw_cards(ActivitiesScreen& self, Ui& ui, Rect rect) {
    Rect content = begin_scroll(ui, "Activities list", {rect.x, rect.y, rect.w + bar_room, rect.h});
    content.w -= bar_room;
    const float gap = 16;
    const int across = std::max(1, static_cast<int>((content.w + gap) / (250 + gap)));
    const float width = (content.w - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    constexpr float height = 204;
    float bottom = content.y;
    for (std::size_t row = 0; row < self.rows.shown.size(); ++row) {
        const auto column = static_cast<int>(row) % across;
        const auto line = static_cast<int>(row) / across;
        const Rect card_rect{content.x + static_cast<float>(column) * (width + gap),
                             content.y + 2 + static_cast<float>(line) * (height + gap), width, height};
        bottom = card_rect.bottom();
        const Activity& activity = ui.library->activities()[static_cast<std::size_t>(self.rows.shown[row])];
        if (self.scroll_to == activity.id) {
            scroll_to(ui, card_rect);
            self.scroll_to.clear();
        }
        if (visible(ui, card_rect)) draw_card(self, ui, card_rect, row);
    }
    end_scroll(ui, bottom + 16);
}

void draw_panel(ActivitiesScreen& self, Ui& ui, Rect rect, const Activity& activity) {
    const Scope scope(ui, "Activity detail");
    fill(ui, rect, Role::surface);
    const Category* category = ui.library->category(activity.category);
    const Hue hue = category ? Design::hue(category->hue) : Hue::indigo;
    const Rect head{rect.x, rect.y, rect.w, 108};
    fill(ui, head, hue);
    if (category != nullptr)
        illustration(ui, {rect.x + rect.w / 2 - 42, rect.y + 12, 84, 84}, category->illustration, hue);
    if (icon_button(ui, {rect.right() - 52, rect.y + 12}, icon::close, "Close activity")) self.chosen.clear();
    const Rect content = begin_scroll(ui, "Activity text", {rect.x, head.bottom(), rect.w, rect.h - head.h});
    const Child* child = ui.caseload != nullptr ? ui.caseload->child(self.child) : nullptr;
    const float bottom = draw_activity_detail(ui, {content.x + 24, content.y + 20, content.w - 48, 0}, activity, child);
    end_scroll(ui, bottom + 24);
}

void draw_list(ActivitiesScreen& self, Ui& ui, Rect page) {
    Rect title = page.cut_top(48, 12);
    float x = title.x + text(ui, {title.x, title.y + 6}, "Activities", {.type = Type::title, .heading = true}) + 14;
    pill(ui, {x, title.y + 12}, std::to_string(ui.library->activities().size()) + " in your library");
    FieldLook search{
        .hint = "Search title, steps, materials", .icon = icon::magnify, .label_above = false, .clear_button = true};
    const float search_w = std::min(320.0F, title.w - 330);
    live_field(ui, {title.right() - search_w, title.y + 4, search_w, metrics::field}, "Search activities",
               self.filter.query, search);

    std::vector<const Category*> filled;
    for (const Category& category : ui.library->categories())
        if (std::ranges::any_of(ui.library->activities(),
                                [&](const Activity& activity) { return activity.category == category.id; }))
            filled.push_back(&category);
    if (!filled.empty()) draw_tiles(self, ui, page.cut_top(72, 12), filled);
    const float below = draw_filters(self, ui, page);
    page.cut_top(below - page.y, 12);

    Rect line = page.cut_top(40, 8);
    const Category* category = ui.library->category(self.filter.category);
    const std::string count = std::to_string(self.rows.shown.size()) +
                              (self.rows.shown.size() == 1 ? " activity" : " activities") +
                              (category ? " in " + category->name : std::string{});
    text_in(ui, line, count, {.type = Type::button});
    if (self.rows.children.size() > 1) {
        const auto found = std::ranges::find(self.rows.children, self.child);
        int chosen = found == self.rows.children.end() ? 0 : static_cast<int>(found - self.rows.children.begin());
        if (choice(ui, line.cut_right(240), "For a child", self.rows.child_names, chosen, {.label_above = false})) {
            self.child = self.rows.children[static_cast<std::size_t>(chosen)];
            const Child* child = ui.caseload->child(self.child);
            self.filter.age_months = child ? age_months(child->date_of_birth, ui.clock.today) / 12 * 12 : -1;
        }
    }
    if (self.rows.shown.empty()) {
        if (empty_state(ui, page, "play-social", Hue::pink, "Nothing fits all of that",
                        "Take a filter away, or search for fewer words.", "Clear filters"))
            self.filter = {};
        return;
    }
    draw_cards(self, ui, page);
}

}  // namespace

void draw(ActivitiesScreen& self, Ui& ui) {
    const std::string& wanted = ui.nav->here().detail;
    if (!wanted.empty() && wanted != self.rows.opened) {
        if (ui.library->activity(wanted) != nullptr)
            self.chosen = self.scroll_to = wanted;
        else if (ui.library->category(wanted) != nullptr)
            self.filter.category = wanted;
    }
    self.rows.opened = wanted;
    find_rows(self, ui);

    Rect area = ui.area;
    const Activity* chosen = ui.library->activity(self.chosen);
    const bool room_beside = ui.window.w >= metrics::drawer_below_w;
    if (chosen != nullptr && room_beside) draw_panel(self, ui, area.cut_right(panel_w), *chosen);
    Rect page = area.inset(metrics::page_pad, 0);
    page.cut_top(12);
    draw_list(self, ui, page);
    if (chosen == nullptr || room_beside) {
        self.in_drawer.clear();
        return;
    }
    constexpr std::string_view drawer = "Chosen activity";
    if (self.in_drawer != self.chosen) open_drawer(ui, drawer);
    self.in_drawer = self.chosen;
    if (const auto rect = begin_drawer(ui, drawer, std::min(panel_w, ui.window.w - 64))) {
        draw_panel(self, ui, *rect, *chosen);
        end_drawer(ui, rect->bottom());
    } else {
        self.chosen.clear();
    }
}

}  // namespace pegboard
