// The navigation rail. It shows only what works, in the design's order.
#include <algorithm>
#include <array>
#include <string>

#include "app/frame/shell.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr std::array places{ActionId::go_today,      ActionId::go_caseload, ActionId::go_goals,   ActionId::go_progress,
                            ActionId::go_activities, ActionId::go_reports,  ActionId::go_settings};

/// The rail item a place belongs to; a goal to where it was opened from.
ActionId home_of(const Navigator& nav, const Place& place) {
    const Place* from = place.screen == Screen::goal && place.goal ? nav.before(Screen::goal) : nullptr;
    if (from != nullptr) return home_of(nav, *from);
    switch (place.screen) {
        case Screen::caseload:
        case Screen::child:
        case Screen::guide:
            return ActionId::go_caseload;
        case Screen::goals:
        case Screen::goal:
            return ActionId::go_goals;
        case Screen::progress:
            return ActionId::go_progress;
        case Screen::activities:
        case Screen::skills:
            return ActionId::go_activities;
        case Screen::reports:
            return ActionId::go_reports;
        case Screen::settings:
        case Screen::history:
        case Screen::gallery:
            return ActionId::go_settings;
        case Screen::today:
        case Screen::plan:
        case Screen::session:
        case Screen::note:
            break;
    }
    return ActionId::go_today;
}

void count_circle(Ui& ui, Vec centre, int count) {
    const std::string words = count > 99 ? "99+" : std::to_string(count);
    const float size = count > 99 ? 28 : count > 9 ? 20 : 18;
    fill(ui, {centre.x - size / 2, centre.y - 9, size, 18}, Role::primary, 9);
    text_in(ui, {centre.x - size / 2, centre.y - 9, size, 18}, words,
            {.type = Type::caption_strong, .role = Role::on_primary, .align = Align::centre});
}

struct ItemLook {
    bool chosen = false;
    bool narrow = false;
    int count = 0;
};

bool item(Ui& ui, Rect rect, const ActionRow& row, const ItemLook& look) {
    const Pressed pressed = pressable(ui, rect, row.label, WidgetRole::nav, look.chosen, metrics::radius_large);
    if (look.chosen)
        fill(ui, rect, Role::primary_tint, metrics::radius_large);
    else if (pressed.hovered)
        fill(ui, rect, Role::hover, metrics::radius_large);
    if (look.chosen) fill(ui, {0, rect.centre().y - 16, 4, 32}, Role::primary, 2);
    if (pressed.focused) outline(ui, rect.inset(1), Role::focus, metrics::radius_large, metrics::focus_ring);
    const Role role = look.chosen ? Role::primary : Role::ink_2;
    const float top = look.narrow ? rect.centre().y - 12 : rect.y + 8;
    icon_at(ui, {rect.centre().x - 12, top}, row.icon, 24, role);
    if (!look.narrow)
        text_in(ui, {rect.x, rect.y + 38, rect.w, 16}, row.label,
                {.type = look.chosen ? Type::caption_strong : Type::caption, .role = role, .align = Align::centre});
    const float room = look.count > 99 ? 14 : 10;
    if (look.count > 0) count_circle(ui, {std::min(rect.centre().x + 15, rect.right() - room), top + 2}, look.count);
    if (look.narrow) {
        const std::string keys = shortcut_words(row.shortcut.chord);
        tooltip(ui, keys.empty() ? std::string(row.label) : std::string(row.label) + "  " + keys);
    }
    return pressed.clicked;
}

void me(Ui& ui, Rect rect, bool narrow) {
    const Therapist* person = ui.caseload->therapist(ui.caseload->practice().me);
    if (person == nullptr) return;
    const float size = narrow ? metrics::avatar_s : metrics::avatar;
    if (pressable(ui, rect, "You: " + person->name, WidgetRole::nav, false, metrics::radius_large).clicked)
        ui.actions->ask(ActionId::go_settings);
    avatar(ui, {rect.centre().x - size / 2, rect.y + 4}, size, initials(person->name), Hue::lagoon);
    if (narrow) return tooltip(ui, person->name);
    const std::string first = person->name.substr(0, person->name.find(' '));
    text_in(ui, {rect.x, rect.y + 8 + size, rect.w, 16}, first,
            {.type = Type::caption, .role = Role::ink_2, .align = Align::centre});
}

}  // namespace

void draw_rail(Ui& ui, Rect rect, int attention) {
    const Scope scope(ui, "Navigation");
    next_pane(ui);
    const bool narrow = rect.w < metrics::rail;
    fill(ui, rect, Role::rail);
    fill(ui, {rect.right() - 1, rect.y, 1, rect.h}, Role::line);
    const float pad = narrow ? 6 : metrics::s, height = narrow ? 44 : metrics::rail_item_h;
    const float logo = narrow ? 36 : 40;
    ui.design->logo(*ImGui::GetWindowDrawList(), {ui.px(rect.centre().x - logo / 2), ui.px(rect.y + 12)}, ui.px(logo));
    const ActionId home = home_of(*ui.nav, ui.nav->here());
    Rect items{rect.x + pad, rect.y + 76, rect.w - 2 * pad, rect.h - 76};
    for (const ActionId id : places) {
        const bool today = id == ActionId::go_today;
        const ItemLook look{id == home, narrow, today && home != id ? attention : 0};
        if (item(ui, items.cut_top(height, 4), action_row(id), look)) ui.actions->ask(id);
    }
    const float me_height = narrow ? 40 : 68;
    Rect bottom{items.x, rect.bottom() - me_height - 8 - height, items.w, height};
    if (bottom.y < items.y) return;  // a very low window: the keys still lock
    if (item(ui, bottom, action_row(ActionId::lock), {.narrow = narrow})) ui.actions->ask(ActionId::lock);
    me(ui, {items.x, rect.bottom() - me_height - 4, items.w, me_height}, narrow);
}

}  // namespace pegboard
