// The top bar: where you are, search, whether all is saved, and New.
#include <array>
#include <string>
#include <vector>

#include "app/frame/shell.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

struct Crumb {
    std::string words;
    Place place;
};

std::string_view screen_name(Screen screen) {
    switch (screen) {
        case Screen::today:
            return "Today";
        case Screen::caseload:
            return "Caseload";
        case Screen::goals:
            return "Goals";
        case Screen::activities:
            return "Activities";
        case Screen::skills:
            return "Skills map";
        case Screen::settings:
            return "Settings";
        case Screen::history:
            return "History";
        case Screen::gallery:
            return "Gallery";
        case Screen::goal:
            return "Goal";
        case Screen::plan:
            return "Plan";
        case Screen::session:
            return "Session";
        case Screen::note:
            return "Note";
        case Screen::progress:
            return "Progress";
        case Screen::reports:
            return "Reports";
        case Screen::child:
            return "Child";
        case Screen::guide:
            return "OT, PT or both?";
    }
    return {};
}

/// A goal is opened from many screens: the way back leads to the one it was opened from, as it was left.
void add_way(const Ui& ui, std::vector<Crumb>& all) {
    const Place* from = ui.nav->here().goal ? ui.nav->before(Screen::goal) : nullptr;
    const Screen screen = from == nullptr ? Screen::goals : from->screen;
    if (screen == Screen::child)
        all.push_back({std::string(screen_name(Screen::caseload)), {.screen = Screen::caseload}});
    else
        all.push_back({std::string(screen_name(screen)), from == nullptr ? Place{.screen = screen} : *from});
}

/// The child's page, on the tab it was left.
Place page_of(const Ui& ui, ChildId child) {
    const Place* from = ui.nav->before(Screen::goal);
    if (from != nullptr && from->screen == Screen::child && from->child == child) return *from;
    return {.screen = Screen::child, .child = child};
}

std::vector<Crumb> crumbs(const Ui& ui) {
    const Place& here = ui.nav->here();
    std::vector<Crumb> all;
    const auto add = [&](Screen screen) { all.push_back({std::string(screen_name(screen)), {.screen = screen}}); };
    const Session* session = ui.caseload->session(here.session);
    const ChildId child = here.child ? here.child : session != nullptr ? session->child : ChildId{};
    switch (here.screen) {
        case Screen::plan:
        case Screen::note:
            add(Screen::today);
            break;
        case Screen::child:
        case Screen::guide:
            add(Screen::caseload);
            break;
        case Screen::skills:
            add(Screen::activities);
            break;
        case Screen::goal:
            add_way(ui, all);
            break;
        case Screen::history:
            add(here.child ? Screen::caseload : Screen::settings);
            break;
        default:
            break;
    }
    if (session != nullptr && here.screen == Screen::plan && session->participants.size() > 1) {
        const Group* group = ui.caseload->group(session->group);
        all.push_back(
            {group != nullptr ? group->name : std::to_string(session->participants.size()) + " children", here});
        add(here.screen);
        return all;
    }
    const Child* person = ui.caseload->child(child);
    if (person != nullptr && !all.empty()) all.push_back({shown_name(ui, *person), page_of(ui, child)});
    const Goal* goal = here.screen == Screen::goal ? ui.caseload->goal(here.goal) : nullptr;
    if (goal != nullptr)
        all.push_back({goal->title, here});
    else if (here.screen != Screen::child)
        add(here.screen);
    return all;
}

void draw_crumbs(Ui& ui, Rect rect) {
    const std::vector<Crumb> all = crumbs(ui);
    float x = rect.x;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool last = i + 1 == all.size();
        const float width = text_width(ui, all[i].words, last ? Type::button : Type::label);
        if (!last && x + width + 60 > rect.right()) continue;
        const Rect box{x - 4, rect.centre().y - 16, std::min(width, rect.right() - x) + 8, 32};
        if (!last) {
            const Pressed pressed = pressable(ui, box, "Go to " + all[i].words, WidgetRole::link);
            if (pressed.hovered) fill(ui, box, Role::hover, metrics::radius_small);
            if (pressed.focused) outline(ui, box, Role::focus, metrics::radius_small, metrics::focus_ring);
            if (pressed.clicked) ui.nav->go(all[i].place);
        }
        text_in(ui, {x, rect.y, box.w - 8, rect.h}, all[i].words,
                {.type = last ? Type::button : Type::label, .role = last ? Role::ink : Role::ink_2});
        x += width + 8;
        if (last) break;
        icon_at(ui, {x - 2, rect.centre().y - 8}, icon::chevron_right, 16, Role::ink_3);
        x += 20;
    }
}

void draw_search(Ui& ui, Rect rect) {
    const Pressed pressed = pressable(ui, rect, "Find", WidgetRole::button, false, rect.h / 2);
    fill(ui, rect, pressed.hovered ? Role::hover : Role::surface, rect.h / 2);
    outline(ui, rect, pressed.focused ? Role::focus : Role::line_strong, rect.h / 2,
            pressed.focused ? metrics::focus_ring : 1);
    icon_at(ui, {rect.x + 14, rect.centre().y - 10}, icon::magnify, 20);
    const float pill_w = text_width(ui, "Ctrl K", Type::caption) + 20;
    text_in(ui, {rect.x + 42, rect.y, rect.w - pill_w - 60, rect.h}, "Search children, goals, activities",
            {.role = Role::ink_3});
    pill(ui, {rect.right() - pill_w - 8, rect.centre().y - 12}, "Ctrl K");
    if (pressed.clicked) ui.actions->ask(ActionId::find);
}

struct Said {
    const char* icon;
    std::string_view words;
    Role role;
};

Said said(SaveState state) {
    switch (state) {
        case SaveState::saving:
            return {icon::autorenew, "Saving", Role::ink_2};
        case SaveState::unsaved:
            return {icon::alert_circle_outline, "Not saved yet", Role::danger};
        case SaveState::read_only:
            return {icon::lock_outline, "Reading only", Role::info};
        case SaveState::saved:
            break;
    }
    return {icon::check_circle_outline, "All changes saved", Role::good};
}

float draw_state(Ui& ui, float right, Rect rect, SaveState state, bool words_too) {
    const Said now = said(state);
    const float width = words_too ? 22 + text_width(ui, now.words, Type::caption) : 20;
    const float x = right - width;
    icon_at(ui, {x, rect.centre().y - 8}, now.icon, 16, now.role);
    if (words_too)
        text_in(ui, {x + 22, rect.y, width - 22, rect.h}, now.words,
                {.type = Type::caption, .role = state == SaveState::unsaved ? Role::danger : Role::ink_2});
    return x;
}

void draw_new(TopBar& self, Ui& ui, Rect anchor) {
    if (button(ui, anchor, "New", {.icon = icon::plus, .tooltip = "Child, goal or session  Ctrl N"}) ||
        std::exchange(self.open_new, false))
        open_menu(ui, "New menu");
    constexpr float width = 220;
    if (!begin_menu(ui, "New menu", anchor, width)) return;
    for (const ActionId id : {ActionId::add_child, ActionId::add_goal, ActionId::add_session}) {
        const ActionRow& row = action_row(id);
        if (menu_item(ui, row.label, {.icon = row.icon, .enabled = ui.actions->enabled(id)})) ui.actions->ask(id);
    }
    end_menu(ui);
}

}  // namespace

void draw_top_bar(TopBar& self, Ui& ui, Rect rect, SaveState state) {
    const Scope scope(ui, "Top bar");
    next_pane(ui);
    fill(ui, {rect.x, rect.bottom() - 1, rect.w, 1}, Role::line);
    const bool narrow = rect.w < 1000;
    Rect inside = rect.inset(narrow ? metrics::l : metrics::page_pad, 0);
    const float new_w = button_width(ui, "New", {.icon = icon::plus});
    const Rect anchor{inside.right() - new_w, inside.centre().y - 20, new_w, metrics::button};
    const float state_x = draw_state(ui, anchor.x - 16, inside, state, !narrow);
    // The search stands in the middle of the window, as wide as there is room.
    const float search_w = std::min(metrics::search_w, inside.w * 0.42F);
    const float middle = std::max(ui.window.centre().x + 48 - search_w / 2, inside.x + 120);
    const Rect search{std::min(middle, state_x - search_w - 16), inside.centre().y - 20, search_w, metrics::field};
    draw_crumbs(ui, {inside.x, inside.y, search.x - inside.x - 16, inside.h});
    draw_search(ui, search);
    draw_new(self, ui, anchor);
}

}  // namespace pegboard
