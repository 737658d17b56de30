#include "app/session/session.h"

#include <algorithm>
#include <array>

#include "app/widgets/grab.h"
#include "app/widgets/tally.h"
#include "core/rules/live.h"

namespace pegboard {
namespace {

constexpr float live_header_h = 88, live_header_low_h = 64, live_strip_h = 96, live_strip_low_h = 72, live_left_w = 376,
                live_left_small_w = 320, live_bar_room = 12;

/// Reaches the rescue plan from a field and from over another dialog, too.
void read_rescue_key(SessionScreen& self, Ui& ui) {
    if (urgent_key(ui, ImGuiKey_F9)) self.rescue_asked = true;
    if (!self.rescue_asked) return;
    if (is_covered(ui)) {
        close_dialog(ui);
        return;
    }
    self.rescue_asked = false;
    open_rescue(self, ui);
}

void read_keys(SessionScreen& self, Ui& ui) {
    constexpr std::array digits_of{ImGuiKey_1, ImGuiKey_2, ImGuiKey_3, ImGuiKey_4, ImGuiKey_5,
                                   ImGuiKey_6, ImGuiKey_7, ImGuiKey_8, ImGuiKey_9};
    constexpr std::array keypad{ImGuiKey_Keypad1, ImGuiKey_Keypad2, ImGuiKey_Keypad3,
                                ImGuiKey_Keypad4, ImGuiKey_Keypad5, ImGuiKey_Keypad6,
                                ImGuiKey_Keypad7, ImGuiKey_Keypad8, ImGuiKey_Keypad9};
    self.key = 0;
    for (std::size_t i = 0; i < digits_of.size(); ++i)
        if (page_key(ui, digits_of[i]) || page_key(ui, keypad[i])) self.key = static_cast<int>(i) + 1;
    self.space = page_space(ui);
    if (page_key(ui, ImGuiKey_H)) toggle_pause(self, ui);
    if (page_key(ui, ImGuiKey_N)) go_to_next(self, ui);
    if (page_key(ui, ImGuiKey_M)) self.note_focus = true;
    if (page_key(ui, ImGuiKey_F)) open_finish(self, ui);
    if (page_key(ui, ImGuiKey_F8)) open_safety(ui);
    read_rescue_key(self, ui);
}

/// Two columns, or one below the other in a small window. Lines of the App take room at its foot alone.
void draw_body(SessionScreen& self, Ui& ui, Rect area) {
    const bool short_clock = area.h < 620;
    area.cut_bottom(ui.notices_h);
    const bool narrow = ui.window.w < live_one_column_below_w;
    Rect page = area.inset(metrics::page_pad, 0);
    if (!narrow) {
        Rect side = page.cut_left(ui.window.w < 1100 ? live_left_small_w : live_left_w, metrics::gutter);
        side.w += live_bar_room;
        side = begin_scroll(ui, "Clock and activity", side);
        side.w -= live_bar_room;
        side.y += metrics::l;
        float bottom = draw_clock_card(self, ui, side, short_clock);
        if (ui.window.h < live_low_h) {
            const Rect safe{side.x, bottom + metrics::gutter, side.w, 0};
            if (const float below = draw_activity_safety(self, ui, safe); below > safe.y) bottom = below;
        }
        bottom = draw_activity_card(self, ui, {side.x, bottom + metrics::gutter, side.w, 0});
        end_scroll(ui, bottom + metrics::l);
    }
    page.w += live_bar_room;
    next_pane(ui);
    Rect goals = begin_scroll(ui, "Goals of the session", page);
    goals.w -= live_bar_room;
    goals.y += metrics::l;
    float bottom = goals.y;
    if (narrow) {
        const float safe = draw_activity_safety(self, ui, {goals.x, bottom, goals.w, 0});
        if (safe > bottom) bottom = safe + metrics::gutter;
    }
    if (narrow) bottom = draw_clock_card(self, ui, {goals.x, bottom, goals.w, 0}, true) + metrics::gutter;
    bottom = draw_live_goals(self, ui, {goals.x, bottom, goals.w, 0});
    if (narrow) bottom = draw_activity_card(self, ui, {goals.x, bottom + metrics::gutter, goals.w, 0});
    end_scroll(ui, bottom + metrics::l);
}

void go_away(Ui& ui, std::string_view heading, std::string_view line) {
    if (empty_state(ui, ui.area, "play-social", Hue::pink, heading, line, "To Today"))
        ui.nav->go({.screen = Screen::today});
}

}  // namespace

void draw(SessionScreen& self, Ui& ui) {
    follow_session(self, ui, ui.nav->here().session);
    const Session* session = self.view.session;
    if (session == nullptr) return go_away(ui, "This session is no longer here", "It may have been removed or undone.");
    if (!is_running(*session))
        return go_away(ui, session->started_at.empty() ? "This session has not begun" : "This session is over",
                       "Today shows what comes next.");
    follow_watches(self, ui);
    read_keys(self, ui);
    Rect area = ui.area;
    const bool low = ui.window.h < live_low_h;
    draw_live_header(self, ui, area.cut_top(low ? live_header_low_h : live_header_h));
    area.cut_top(draw_safety_strip(self, ui, area) - area.y);
    ui.foot_h = low ? live_strip_low_h : live_strip_h;
    draw_next_strip(self, ui, area.cut_bottom(ui.foot_h));
    draw_body(self, ui, area);
    draw_session_dialogs(self, ui);
    run_watches(self, ui);
    ui.wake_in(0.5);  // the clock
}

}  // namespace pegboard
