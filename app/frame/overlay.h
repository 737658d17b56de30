// A panel of ours over the whole window, for the finder: scrim, card, Esc and a click outside close it.
#pragma once
#include <optional>

#include "app/ui.h"

namespace pegboard {

/// Begins the overlay while `open`; returns the card's rectangle, or nothing when it is closed.
std::optional<Rect> begin_overlay(Ui& ui, const char* name, bool& open, bool fresh, Rect card_rect);
void end_overlay();

}  // namespace pegboard
