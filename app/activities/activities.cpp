// Draws the Activities screen: the page of tiles, filters and cards, and the detail panel beside it.
#include "app/activities/activities.h"

#include <algorithm>

#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float panel_w = 400;
constexpr float bar_room = 12;  ///< the scroll bar stands beside the cards
constexpr float panel_bar_h = 72, panel_picture_h = 128;

void find_children(ActivitiesScreen& self, const Ui& ui) {
    if (ui.caseload == nullptr || (self.children_made && self.children_at == ui.caseload->revision())) return;
    self.children_made = true;
    self.children_at = ui.caseload->revision();
    self.children.assign(1, ChildId{});
    self.child_names.assign(1, "Any child");
    for (const Child& child : ui.caseload->children())
        if (is_current(child, ui.clock.today)) {
            self.children.push_back(child.id);
            self.child_names.push_back("For " + shown_name(ui, child));
        }
    if (std::ranges::find(self.children, self.wish.child) == self.children.end()) self.wish.child = {};
}

ActivityFilter skill_only(const std::string& skill) {
    ActivityFilter filter;
    filter.skill = skill;
    return filter;
}

/// A place may name an activity or a category; it is followed once.
void follow_place(ActivitiesScreen& self, const Ui& ui) {
    const Place& here = ui.nav->here();
    if (!here.detail.empty() && here.detail != self.opened) {
        if (ui.library->activity(here.detail) != nullptr)
            self.chosen = self.scroll_to = here.detail;
        else if (ui.library->category(here.detail) != nullptr)
            self.wish.filter.category = here.detail;
        else if (ui.library->skill(here.detail) != nullptr)
            self.wish.filter = skill_only(here.detail);
    }
    self.opened = here.detail;
    if (here.child) self.wish.child = here.child;
}

/// `closes`: with a close button of its own, which a drawer has already.
void draw_panel(ActivitiesScreen& self, Ui& ui, Rect rect, const Activity& activity, bool closes) {
    const Scope scope(ui, "Activity detail");
    next_pane(ui);
    if (closes) fill(ui, rect, Role::surface), fill(ui, Rect{rect.x, rect.y, 1, rect.h}, Role::line);
    const bool liked = self.rows.facts.favourites.contains(activity.id);
    IconButtonLook heart;
    if (liked) heart.role = Role::danger;
    // In a drawer the buttons stand in the line of its own close button.
    const float tools_y = rect.y + (closes ? 12 : 0), left = closes ? 12 : 0;
    if (icon_button(ui, {rect.x + left, tools_y}, liked ? icon::heart : icon::heart_outline,
                    liked ? "No longer a favorite" : "Keep as a favorite", heart))
        set_favourite(ui, activity, !liked);
    draw_own_tools(ui, {rect.x + left + metrics::button + 4, tools_y}, activity);
    if (closes && icon_button(ui, {rect.right() - 52, rect.y + 12}, icon::close, "Close activity")) self.chosen.clear();
    // The picture stands clear of the buttons.
    const Rect picture{rect.x, tools_y + metrics::button + 12, rect.w, panel_picture_h};
    picture_of(ui, picture, activity, 0);
    Rect body{rect.x, picture.bottom(), rect.w, rect.bottom() - picture.bottom()};
    const Rect bar = body.cut_bottom(panel_bar_h);
    const Rect content = begin_scroll(ui, "Activity text", body);
    const Child* child = ui.caseload != nullptr ? ui.caseload->child(self.wish.child) : nullptr;
    const float bottom = draw_activity_detail(ui, {content.x + 24, content.y + 20, content.w - 48, 0}, activity, child);
    end_scroll(ui, bottom + 24);
    divider(ui, bar.pos(), bar.w);
    if (ui.caseload != nullptr) draw_add_to_plan(self.add, ui, bar.inset(24, 0), activity, self.wish.child);
}

void draw_page(ActivitiesScreen& self, Ui& ui, Rect page) {
    Rect title = page.cut_top(48, 12);
    const float x =
        title.x + text(ui, {title.x, title.y + 6}, "Activities", {.type = Type::title, .heading = true}) + 14;
    const std::string owned = std::to_string(ui.library->activities().size()) + " in your library";
    draw_own_buttons(self.own, ui, title);
    const ButtonLook map{.icon = icon::map};
    const bool tight = page.w < 760;
    const Rect map_at = title.cut_right(tight ? metrics::button : button_width(ui, "Skills map", map), metrics::m);
    const Vec map_pos{map_at.x, title.y + 4};
    if (tight ? icon_button(ui, map_pos, icon::map, "Skills map", {.bordered = true})
              : button(ui, map_pos, "Skills map", map))
        ui.nav->go({.screen = Screen::skills, .child = self.wish.child});
    constexpr float least_search_w = 160;
    const bool own_line = title.right() - x < least_search_w;
    float search_w = std::clamp(title.right() - x - 160, least_search_w, 320.0F);
    if (own_line) title = page.cut_top(48, 12);
    if (own_line) search_w = title.w;
    if (!own_line && x + 150 < title.right() - search_w) pill(ui, {x, title.y + 12}, owned);
    const FieldLook search{
        .hint = "Title, steps, skills, materials", .icon = icon::magnify, .label_above = false, .clear_button = true};
    live_field(ui, {title.right() - search_w, title.y + 4, search_w, metrics::field}, "Search activities",
               self.wish.filter.query, search);
    Rect content = begin_scroll(ui, "Activities list", {page.x, page.y, page.w + bar_room, page.h});
    content.w -= bar_room;
    float y = draw_category_tiles(self, ui, content) + 12;
    y = draw_activity_filters(self, ui, {content.x, y, content.w, 0}) + 12;
    y = draw_activity_order(self, ui, {content.x, y, content.w, 400}) + 10;
    const Rect below{content.x, y, content.w, std::max(260.0F, page.bottom() - y)};
    if (self.rows.shown.empty()) {
        if (empty_state(ui, {below.x, below.y, below.w, 260}, "play-social", Hue::pink, "Nothing fits all of that",
                        "Take a filter away, or search for fewer words.", "Clear filters"))
            self.wish.filter = ActivityFilter{};
        y = below.y + 260;
    } else {
        y = self.as_list ? draw_activity_lines(self, ui, below) : draw_activity_cards(self, ui, below);
    }
    end_scroll(ui, y + 16);
}

}  // namespace

void draw(ActivitiesScreen& self, Ui& ui) {
    std::string saved;
    if (draw_own_page(self.own, ui, saved)) {
        if (!saved.empty()) self.chosen = self.scroll_to = saved;
        return;
    }
    find_children(self, ui);
    follow_place(self, ui);
    follow_activity_rows(self.rows, ui, self.wish);

    Rect area = ui.area;
    const Activity* chosen = ui.library->activity(self.chosen);
    const bool room_beside = ui.window.w >= metrics::drawer_below_w;
    const Rect beside = chosen != nullptr && room_beside ? area.cut_right(panel_w) : Rect{};
    Rect page = area.inset(metrics::page_pad, 0);
    page.cut_top(12);
    draw_page(self, ui, page);
    if (beside.w > 0) draw_panel(self, ui, beside, *chosen, true);
    draw_add_to_plan_dialog(self.add, ui);
    draw_own_dialogs(self.own, ui);
    if (chosen == nullptr || room_beside) {
        self.in_drawer.clear();
        return;
    }
    constexpr std::string_view drawer = "Chosen activity";
    if (self.in_drawer != self.chosen) open_drawer(ui, drawer);
    self.in_drawer = self.chosen;
    if (const auto rect = begin_drawer(ui, drawer, std::min(panel_w, ui.window.w - 64))) {
        // The panel scrolls by itself, so that the drawer need not.
        Rect inside = *rect;
        inside.cut_bottom(metrics::xl);
        draw_panel(self, ui, inside, *chosen, false);
        end_drawer(ui, inside.bottom());
    } else {
        self.chosen.clear();
    }
}

}  // namespace pegboard
