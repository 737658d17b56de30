// A month to pick a date from, with months and years a press away. Monday first; arrows move the day,
// Page Up and Down the month, with Shift the year, Enter picks.
#include <array>
#include <string>

#include "app/widgets/fields/field_parts.h"
#include "app/widgets/panels.h"

namespace pegboard {

namespace {

constexpr float cell = 36, pad = 12, head = 40, week_head = 24;
constexpr float width = 7 * cell + 2 * pad, height = pad + head + week_head + 6 * cell + pad;
constexpr int years_shown = 16;
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> days{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

using Page = CalendarState::Page;

Date first_of_month(Date date) { return date - (parts(date).day - 1); }

int first_year(Date cursor) {
    const int year = parts(cursor).year;
    return year - ((year % years_shown) + years_shown) % years_shown;
}

void move_by_keys(CalendarState& state) {
    const auto go = [&](int by_days, int by_months) { state.cursor = add_months(state.cursor + by_days, by_months); };
    const bool shift = ImGui::GetIO().KeyShift;
    if (key_pressed(ImGuiKey_PageUp)) go(0, shift ? -12 : -1);
    if (key_pressed(ImGuiKey_PageDown)) go(0, shift ? 12 : 1);
    const int across = (key_pressed(ImGuiKey_RightArrow) ? 1 : 0) - (key_pressed(ImGuiKey_LeftArrow) ? 1 : 0);
    const int down = (key_pressed(ImGuiKey_DownArrow) ? 1 : 0) - (key_pressed(ImGuiKey_UpArrow) ? 1 : 0);
    if (state.page == Page::days) go(across + 7 * down, 0);
    if (state.page == Page::months) go(0, across + 3 * down);
    if (state.page == Page::years) go(0, 12 * (across + 4 * down));
}

/// Enter: the day marked, or one page nearer to it.
std::optional<Date> enter_key(CalendarState& state) {
    if (!key_pressed(ImGuiKey_Enter, false)) return std::nullopt;
    if (state.page == Page::days) return state.cursor;
    state.page = state.page == Page::years ? Page::months : Page::days;
    return std::nullopt;
}

/// One cell of any page.
bool cell_button(Ui& ui, Rect rect, std::string_view words, std::string_view name, bool marked, bool today,
                 bool quiet) {
    Target target{.role = WidgetRole::button, .label = name};
    target.selected = marked;
    target.no_nav = true;
    const Touch at = touch(ui, rect, target);
    const float radius = ui.px(metrics::radius_small);
    const ImRect shape = paint::pixels(ui, rect.inset(2));
    if (marked)
        paint::fill(ui, shape, Role::primary, radius);
    else if (at.held || at.hovered)
        paint::fill(ui, shape, at.held ? Role::press : Role::hover, radius);
    if (today) paint::border(ui, shape, paint::colour(ui, Role::primary), radius, paint::line_px(ui, 1.5F));
    const Role role = marked ? Role::on_primary : quiet ? Role::ink_3 : today ? Role::primary : Role::ink;
    const Type type = marked || today ? Type::button : Type::body;
    const float words_w = text_width(ui, words, type);
    paint::words_in(ui, type, paint::pixels(ui, Rect{rect.centre().x - words_w / 2, rect.y, words_w, rect.h}),
                    paint::colour(ui, role), words);
    return at.pressed;
}

std::optional<Date> day_page(Ui& ui, CalendarState& state, Rect rect) {
    std::optional<Date> picked;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const Rect at{rect.x + cell * static_cast<float>(i), rect.y, cell, week_head};
        text_in(ui, at, days[i], {.type = Type::caption_medium, .role = Role::ink_3, .align = Align::centre});
    }
    const Date first = first_of_month(state.cursor);
    const Date start = first - weekday(first);
    const int month = parts(first).month;
    for (int i = 0; i < 42; ++i) {
        const Date date = start + i;
        const Rect at{rect.x + cell * static_cast<float>(i % 7), rect.y + week_head + cell * static_cast<float>(i / 7),
                      cell, cell};
        const YearMonthDay p = parts(date);
        if (cell_button(ui, at, std::to_string(p.day), say(date), date == state.cursor, date == ui.clock.today,
                        p.month != month))
            picked = date;
    }
    return picked;
}

void month_page(Ui& ui, CalendarState& state, Rect rect) {
    const YearMonthDay p = parts(state.cursor);
    const float w = rect.w / 3, h = rect.h / 4;
    for (int i = 0; i < 12; ++i) {
        const Rect at{rect.x + w * static_cast<float>(i % 3), rect.y + h * static_cast<float>(i / 3), w, h};
        const std::string_view name = months[static_cast<std::size_t>(i)];
        if (cell_button(ui, at, name, name, i + 1 == p.month, false, false)) {
            state.cursor = add_months(state.cursor, i + 1 - p.month);
            state.page = Page::days;
        }
    }
}

void year_page(Ui& ui, CalendarState& state, Rect rect) {
    const int year = parts(state.cursor).year;
    const int from = first_year(state.cursor);
    const float w = rect.w / 4, h = rect.h / 4;
    for (int i = 0; i < years_shown; ++i) {
        const Rect at{rect.x + w * static_cast<float>(i % 4), rect.y + h * static_cast<float>(i / 4), w, h};
        const std::string name = std::to_string(from + i);
        if (cell_button(ui, at, name, name, from + i == year, from + i == parts(ui.clock.today).year, false)) {
            state.cursor = add_months(state.cursor, (from + i - year) * 12);
            state.page = Page::months;
        }
    }
}

/// Earlier and later, and the month and year that open their pages.
void head_row(Ui& ui, CalendarState& state, Rect rect) {
    const YearMonthDay p = parts(state.cursor);
    const int by = state.page == Page::days ? 1 : state.page == Page::months ? 12 : 12 * years_shown;
    if (icon_button(ui, {rect.x, rect.y + 2}, icon::chevron_left, "Earlier", {.size = 32, .shortcut = "Page Up"}))
        state.cursor = add_months(state.cursor, -by);
    if (icon_button(ui, {rect.right() - 32, rect.y + 2}, icon::chevron_right, "Later",
                    {.size = 32, .shortcut = "Page Down"}))
        state.cursor = add_months(state.cursor, by);
    const std::string_view month = months[static_cast<std::size_t>(p.month - 1)];
    const std::string year = std::to_string(p.year);
    const ButtonLook look{.kind = ButtonKind::quiet, .height = 32};
    const float month_w = button_width(ui, month, look);
    const float year_w = button_width(ui, year, look);
    float x = rect.centre().x - (month_w + year_w) / 2;
    const std::string month_name = "Month " + std::string(month);
    const std::string year_name = "Year " + year;
    ButtonLook named = look;
    named.name = month_name;
    if (button(ui, Vec{x, rect.y + 2}, month, named))
        state.page = state.page == Page::months ? Page::days : Page::months;
    named.name = year_name;
    x += month_w;
    if (button(ui, Vec{x, rect.y + 2}, year, named)) state.page = state.page == Page::years ? Page::days : Page::years;
}

}  // namespace

void open_calendar(Ui& ui, ImGuiID id, Date at) {
    memory(ui).calendars[id] = {at, Page::days, ImGui::GetFrameCount()};
    const ImGuiID panel = ImHashStr("calendar", 0, id);
    ImGui::OpenPopupEx(panel);
    ui.wake_in(0);
}

std::optional<Date> calendar(Ui& ui, ImGuiID id, Rect anchor) {
    WidgetMemory& m = memory(ui);
    const ImGuiID panel = ImHashStr("calendar", 0, id);
    const auto found = m.calendars.find(id);
    if (found == m.calendars.end()) return std::nullopt;
    if (!ImGui::IsPopupOpen(panel, ImGuiPopupFlags_None)) {
        m.calendars.erase(found);
        return std::nullopt;
    }
    const Rect place = place_panel(ui, {anchor.right() - width, anchor.y, width, anchor.h}, width, height);
    if (!begin_panel(ui, panel, "Calendar", place)) return std::nullopt;
    CalendarState& state = found->second;
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow,
                               ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Enter})
        own_key(key, panel);
    if (state.opened != m.frame) move_by_keys(state);
    Rect inside = place.inset(pad);
    head_row(ui, state, inside.cut_top(head));
    std::optional<Date> picked;
    if (state.page == Page::days) picked = day_page(ui, state, inside);
    if (state.page == Page::months) month_page(ui, state, inside);
    if (state.page == Page::years) year_page(ui, state, inside);
    if (!picked && state.opened != m.frame) picked = enter_key(state);
    if (picked) close_panel(ui);
    end_panel(ui);
    return picked;
}

}  // namespace pegboard
