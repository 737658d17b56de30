// The left side of a running session: clock with the time left, the current activity with its cue, steps and care
// lines, and below the goals how it went.
#include <algorithm>
#include <array>

#include "app/parts/forms.h"
#include "app/session/session.h"
#include "app/widgets/tally.h"
#include "core/rules/live.h"
#include "core/rules/plan_rules.h"
#include "core/rules/rungs.h"

namespace pegboard {
namespace {

constexpr float live_side_pad = 20, live_scene_h = 100;

std::int64_t seconds_left(const SessionScreen& self, const Ui& ui) {
    const Block* block = self.view.block;
    if (block == nullptr) return 0;
    return static_cast<std::int64_t>(block->minutes) * 60 - seconds_on(*block, ui.clock.now_utc);
}

void one_minute_more(SessionScreen& self, Ui& ui) {
    const Session& session = *self.view.session;
    for (std::size_t i = 0; i < session.blocks.size(); ++i)
        if (session.blocks[i].id == session.current_block)
            send_live(self, ui, EditSession{with_minutes(session, i, session.blocks[i].minutes + 1)});
}

/// The two buttons beside the ring.
bool square_button(Ui& ui, Rect rect, const char* glyph, std::string_view words, std::string_view name, bool enabled) {
    return button(ui, rect, words, {.icon = glyph, .height = rect.h, .enabled = enabled, .name = name});
}

std::string say_activity_line(const Block& block) {
    return std::string(words(block.arc)) + ", " + std::to_string(block.minutes) + " minutes";
}

const Cue* spoken_cue(const Activity& activity) {
    for (const Cue& cue : activity.cues)
        if (cue.type.find("verbal") != std::string::npos || cue.type == "say") return &cue;
    return activity.cues.empty() ? nullptr : &activity.cues.front();
}

/// Numbered steps; returns the lowest y.
float draw_steps(Ui& ui, Rect in, const std::vector<std::string>& steps) {
    float y = in.y;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        fill(ui, {in.x, y, 24, 24}, Role::sunken, 12);
        outline(ui, {in.x, y, 24, 24}, Role::line, 12);
        text_in(ui, {in.x, y, 24, 24}, std::to_string(i + 1),
                {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::centre});
        const float h = text_wrapped(ui, {in.x + 36, y + 2, in.w - 36, 0}, steps[i]);
        y += std::max(24.0F, h + 4) + metrics::s;
    }
    return y;
}

float draw_rung(Ui& ui, Rect rect, const char* glyph, std::string_view name, const std::string& change) {
    const float words_w = rect.w - 2 * metrics::m;
    rect.h = 32 + wrapped_height(ui, change, words_w, Type::caption) + metrics::m;
    fill(ui, rect, Role::sunken, metrics::radius);
    outline(ui, rect, Role::line, metrics::radius);
    icon_at(ui, {rect.x + metrics::m, rect.y + 9}, glyph, 16, Role::ink_2);
    text(ui, {rect.x + metrics::m + 22, rect.y + 7}, name, {.type = Type::button});
    text_wrapped(ui, {rect.x + metrics::m, rect.y + 31, words_w, 0}, change,
                 {.type = Type::caption, .role = Role::ink_2});
    return rect.bottom();
}

/// The nearest rungs that may be offered to the child; nothing where a precaution or a need speaks against all.
float draw_rungs(Ui& ui, Rect in, const Activity& activity, const Child& child, const Session& session) {
    const float half = (in.w - metrics::s) / 2;
    const int group = std::max(1, static_cast<int>(present_children(session).size()));
    std::vector<const Child*> there;
    for (const ChildId id : present_children(session))
        if (const Child* one = ui.caseload->child(id)) there.push_back(one);
    float bottom = in.y;
    for (const bool easier : {true, false}) {
        const auto offered = offered_rungs(child, activity, easier, *ui.library, {}, session.date, group, there);
        if (offered.empty()) continue;
        const Rect rect{easier ? in.x : in.x + half + metrics::s, in.y, half, 0};
        bottom = std::max(bottom, draw_rung(ui, rect, easier ? icon::arrow_down : icon::arrow_up,
                                            easier ? "Easier" : "Harder", rung_of(activity, offered.front())->change));
    }
    return bottom;
}

/// Skip and swap at the card's foot; returns the lowest y.
float draw_exchange(SessionScreen& self, Ui& ui, Rect in) {
    const Block& block = *self.view.block;
    const float half = (in.w - metrics::s) / 2;
    const ButtonLook look{.icon = icon::swap_horizontal, .height = metrics::button_large, .name = "Swap activity"};
    if (button(ui, Rect{in.x, in.y, half, 48}, "Swap", look)) open_exchange(self, ui, block.id);
    const ButtonLook skip{.icon = icon::arrow_right, .height = metrics::button_large, .name = "Skip activity"};
    if (button(ui, Rect{in.x + half + metrics::s, in.y, half, 48}, "Skip", skip))
        send_live(self, ui, SkipBlock{self.view.of, block.id});
    return in.y + 48;
}

/// The picture and the name of what runs; in a low window the small picture beside the name. Returns its lower edge.
float draw_activity_head(Ui& ui, Rect rect, const LiveView& view) {
    const Rect in = rect.inset(live_side_pad, 0);
    const bool low = ui.window.h < live_low_h || view.activity == nullptr;
    if (low) card(ui, {rect.x, rect.y, rect.w, 84}, {.tint = view.look.hue, .shadow = 0});
    if (view.activity != nullptr && low)
        picture_of(ui, {rect.x + 1, rect.y + 1, 82, 82}, *view.activity, metrics::radius_card - 1);
    if (!low)
        picture_of(ui, {rect.x + 1, rect.y + 1, rect.w - 2, live_scene_h}, *view.activity, metrics::radius_card - 1,
                   true);
    const float left = low && view.activity != nullptr ? 76 : 0;
    const float y = rect.y + (low ? 16 : live_scene_h + metrics::m);
    text(ui, {in.x + left, y}, view.block->title, {.type = Type::heading, .max_w = in.w - left});
    text(ui, {in.x + left, y + 32}, say_activity_line(*view.block),
         {.type = Type::caption, .role = Role::ink_2, .max_w = in.w - left});
    return low ? rect.y + 84 + metrics::l : y + 32 + 20 + metrics::m;
}

}  // namespace

void toggle_pause(SessionScreen& self, Ui& ui) {
    const Block* block = self.view.block;
    if (block == nullptr) return;
    if (block->started_at.empty())
        send_live(self, ui, ShowBlock{self.view.of, block->id});
    else
        send_live(self, ui, PauseBlock{self.view.of});
}

void go_to_next(SessionScreen& self, Ui& ui) {
    if (self.view.next != nullptr) send_live(self, ui, ShowBlock{self.view.of, self.view.next->id});
}

float draw_clock_card(SessionScreen& self, Ui& ui, Rect rect, bool low) {
    const LiveView& view = self.view;
    rect.h = low ? 156.0F : 260.0F;
    card(ui, rect);
    const Scope scope(ui, "Clock");
    next_pane(ui);
    const std::int64_t left = seconds_left(self, ui);
    const bool resting = view.block != nullptr && view.block->started_at.empty();
    TimerRing ring{.hue = view.look.hue};
    if (view.block != nullptr) {
        ring.over = left < 0;
        ring.share = left < 0 ? 1.0F : 1.0F - static_cast<float>(left) / static_cast<float>(view.block->minutes * 60);
        ring.time = left < 0 ? "+" + say_clock(-left) : say_clock(left);
        ring.below = resting ? "paused" : left < 0 ? "over time" : low ? "left" : "left in this activity";
    } else {
        ring.time = say_clock(seconds_in(*view.session, ui.clock.now_utc));
        ring.below = "since the start";
    }
    // What is pressed beside the ring keeps its distance from the card's edge.
    const ButtonLook look{.icon = icon::plus, .height = 48};
    const float beside = std::max(button_width(ui, "1 min", look), button_width(ui, "Go on", look)) + 2;
    const float diameter = std::min(low ? 124.0F : 216.0F, rect.w - 24 - 2 * metrics::l - beside);
    timer_ring(ui, {rect.x + 24 + diameter / 2, rect.y + rect.h / 2}, diameter, ring);
    const float x = rect.x + 24 + diameter + metrics::l, width = rect.right() - metrics::l - x;
    float y = rect.y + (low ? 14.0F : 40.0F);
    if (square_button(ui, {x, y, width, 48}, resting ? icon::play : icon::pause, resting ? "Go on" : "Hold",
                      resting ? "Go on with the activity" : "Hold the activity", view.block != nullptr))
        toggle_pause(self, ui);
    y += 56;
    if (square_button(ui, {x, y, width, 48}, icon::plus, "1 min", "One minute more", view.block != nullptr))
        one_minute_more(self, ui);
    y += low ? 50.0F : 64.0F;
    const std::string clock = say_clock(seconds_in(*view.session, ui.clock.now_utc));
    const std::string of = low ? clock + " of " + std::to_string(view.session->length_min) + ":00" : clock;
    digits(ui, {x + width / 2, y}, of, {.type = low ? Type::caption : Type::button, .align = Align::centre});
    if (!low)
        text(ui, {x + width / 2, y + 22}, "of " + std::to_string(view.session->length_min) + ":00",
             {.type = Type::caption, .role = Role::ink_2, .align = Align::centre});
    return rect.bottom();
}

float draw_activity_card(SessionScreen& self, Ui& ui, Rect rect) {
    const LiveView& view = self.view;
    const Scope scope(ui, "Current activity");
    float& height = self.activity_h;
    if (height > 0) card(ui, {rect.x, rect.y, rect.w, height});
    Rect in = rect.inset(live_side_pad, 0);
    float y = rect.y + live_side_pad;
    if (view.block != nullptr) {
        y = draw_activity_head(ui, rect, view);
    } else {
        y += text_wrapped(ui, {in.x, y, in.w, 0},
                          view.session->blocks.empty() ? "No plan for this session. Record what you see, or add an "
                                                         "activity below."
                                                       : "No activity runs. Go on with one of the plan above.") +
             metrics::m;
    }
    // In one column it stands above the goals instead, in a low window above this card.
    if (ui.window.w >= live_one_column_below_w && ui.window.h >= live_low_h) {
        const float safe = draw_activity_safety(self, ui, {in.x, y, in.w, 0});
        if (safe > y) y = safe + metrics::m;
    }
    if (view.activity != nullptr) {
        if (const Cue* cue = spoken_cue(*view.activity); cue != nullptr) {
            text(ui, {in.x, y}, "Say", {.type = Type::caption_medium, .role = Role::ink_2});
            y += 20 + text_wrapped(ui, {in.x, y + 18, in.w, 0}, "“" + cue->text + "”", {.type = Type::section}) +
                 metrics::m;
        }
        y = draw_steps(ui, {in.x, y, in.w, 0}, view.activity->steps) + metrics::s;
        if (const LiveChild* child = shown_child(self); child != nullptr)
            y = draw_rungs(ui, {in.x, y, in.w, 0}, *view.activity, *child->child, *view.session) + metrics::m;
    }
    if (view.block != nullptr) y = draw_exchange(self, ui, {in.x, y, in.w, 0}) + metrics::s;
    const float bottom = y + metrics::s;
    if (bottom - rect.y != height) ui.wake_in(0);
    height = bottom - rect.y;
    return bottom;
}

}  // namespace pegboard
