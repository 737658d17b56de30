// One part of a row of choices, the same in a small switch and in the large ones of a session. Only widgets use it.
#pragma once
#include <string_view>

#include "app/ui.h"

namespace pegboard {

struct SegmentLook {
    std::string_view name = {}, label = {};  ///< recorded as "name: label"
    bool on = false;
    bool session = false;       ///< a line of 2 in the main colour around what is chosen
    std::string_view key = {};  ///< the key that chooses it, for the tooltip
    bool shows_key = false;     ///< ... and at its right end
};
/// Draws it into its place; true when it was pressed and was not chosen before. Words wrap where one line is too short.
bool segment(Ui& ui, Rect part, const SegmentLook& look);
/// Around the words of a part: what the edges and a shown key take of its width.
inline constexpr float segment_edges = 14, segment_key = 24, segment_cap = 18;

}  // namespace pegboard
