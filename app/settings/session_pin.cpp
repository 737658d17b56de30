#include "app/settings/session_pin.h"

#include <algorithm>

#include "app/parts/forms.h"
#include "core/lock_box.h"

namespace pegboard {
namespace {

constexpr std::string_view pin_dialog = "Session PIN";
constexpr std::size_t shortest_pin = 4, longest_pin = 8;

}  // namespace

std::string why_no_pin(std::string_view pin) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (pin.size() < shortest_pin || pin.size() > longest_pin || !std::ranges::all_of(pin, is_digit))
        return "Type 4 to 8 digits.";
    if (std::ranges::all_of(pin, [&](char letter) { return letter == pin.front(); }))
        return "Choose digits that are not all the same.";
    return {};
}

float draw_session_lock_card(SessionPinState& self, Ui& ui, Rect at) {
    const Scope scope(ui, "While a session runs");
    constexpr std::string_view hint =
        "The screen waits longer before it locks, and warns in large letters. A PIN opens it again until the session "
        "or the program ends; after five wrong ones the passphrase does.";
    const float hint_h = wrapped_height(ui, hint, at.w - 40, Type::caption);
    at.h = 16 + 36 + hint_h + 8 + 84 + metrics::button + 16;
    card(ui, at);
    Rect inside = at.inset(20, 16);
    text(ui, inside.cut_top(28, 8).pos(), "While a session runs", {.type = Type::section, .heading = true});
    text_wrapped(ui, inside.cut_top(hint_h, 8), hint, {.type = Type::caption, .role = Role::ink_2});
    Practice next = ui.caseload->practice();
    Rect lock = inside.cut_top(84);
    if (const auto typed = number_field(ui, lock.cut_left(std::min(lock.w, 220.0F)), "Lock after idle minutes",
                                        "practice.session_lock_min", next.session_lock_min, 10, 120, 5, "min",
                                        {.error = self.error})) {
        next.session_lock_min = *typed;
        ui.outbox->send(EditPractice{next}, [&self](const Status& status) {
            self.error = status.ok() ? std::string() : status.error().message;
        });
    }
    const bool set = is_pin_mark(ui.caseload->recall(session_pin_name));
    const ButtonLook look{.kind = ButtonKind::tonal,
                          .icon = icon::lock_outline,
                          .enabled = !ui.caseload->read_only(),
                          .name = set ? "Change the session PIN" : "Set a session PIN"};
    const std::string_view label = set ? "Change PIN" : "Set a PIN";
    if (button(ui, inside.pos(), label, look)) {
        wipe(self.pin);
        wipe(self.again);
        self.problem.clear();
        open_dialog(ui, pin_dialog);
    }
    const Vec beside{inside.x + button_width(ui, label, look) + metrics::s, inside.y};
    if (set && button(ui, beside, "Remove PIN", {.kind = ButtonKind::ghost, .name = "Remove the session PIN"})) {
        ui.outbox->remember(std::string(session_pin_name), {});
        ui.toasts->show("The session PIN is gone");
    }
    return at.bottom();
}

void draw_session_pin_dialog(SessionPinState& self, Ui& ui) {
    const auto inside = begin_dialog(ui, pin_dialog, "Which PIN opens a running session?", 440);
    if (!inside) return;
    Flow flow(*inside);
    live_field(ui, flow.row(field_height()), "PIN, 4 to 8 digits", self.pin, {.secret = true});
    bool entered = false;
    live_field(ui, flow.row(field_height(true, !self.problem.empty())), "The same PIN again", self.again,
               {.error = self.problem, .secret = true}, &entered);
    const int pressed = end_dialog(ui, flow.bottom(), {"Keep this PIN", "Cancel"});
    if (pressed == 0 || entered) {
        self.problem = why_no_pin(self.pin);
        if (self.problem.empty() && self.pin != self.again) self.problem = "The two are not the same.";
        if (!self.problem.empty()) return;
        // What is kept of it takes a moment to work out: not in a frame.
        ui.outbox->after_frame([pin = Secret(self.pin), toasts = ui.toasts](Caseload& caseload) {
            const Status kept = caseload.remember(session_pin_name, pin_mark(pin));
            if (kept)
                toasts->show("Session PIN kept");
            else
                toasts->warn(kept.error().message);
        });
    } else if (pressed != 1) {
        return;
    }
    wipe(self.pin);
    wipe(self.again);
    self.problem.clear();
    close_dialog(ui);
}

}  // namespace pegboard
