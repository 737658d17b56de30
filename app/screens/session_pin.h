// What guards the screen while a session runs: how long it waits without input before it locks, and a short PIN that
// opens it again as long as this program and the session go on. The file itself opens by its passphrase alone.
#pragma once
#include <string>
#include <string_view>

#include "app/ui.h"

namespace pegboard {

/// Wrong PINs before only the passphrase opens.
inline constexpr int most_wrong_pins = 5;

/// A sentence why this cannot be a PIN; empty when it can: 4 to 8 digits, not all the same.
std::string why_no_pin(std::string_view pin);
/// What is kept of a PIN, inside the encrypted file: a salt and a hash.
std::string pin_mark(std::string_view pin);
bool pin_fits(std::string_view mark, std::string_view pin);
/// Where Caseload::remember keeps it.
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
