// What guards the screen while a session runs: how long it waits without input before it locks, and a short PIN that
// opens it again as long as this program and the session go on, and no longer.
#pragma once
#include <string>
#include <string_view>

#include "app/ui.h"

namespace pegboard {

/// A sentence why this cannot be a PIN; empty when it can: 4 to 8 digits, not all the same.
std::string why_no_pin(std::string_view pin);
/// Where Caseload::remember keeps what is kept of a PIN (core/lock_box.h).
inline constexpr std::string_view session_pin_name = "session_pin";

struct SessionPinState {
    std::string pin, again;  ///< being typed: never drafts
    std::string problem;
    std::string error;  ///< of the minutes
};
/// The card of Settings; returns the lowest y.
float draw_session_lock_card(SessionPinState& self, Ui& ui, Rect at);
/// The dialog that sets the PIN; once a frame.
void draw_session_pin_dialog(SessionPinState& self, Ui& ui);

}  // namespace pegboard
