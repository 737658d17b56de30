// Room for the lines under fields. Screens place everything where it stands while nothing is said; what a field has to
// say moves down all that stands below it in the same region, and cards that reach around it grow.
#pragma once
#include "app/widgets/memory.h"

namespace pegboard {

/// Where something of the current window really stands; the same where nothing is pushed.
Vec pushed(const Ui& ui, Vec pos);
Rect pushed(const Ui& ui, Rect rect);
/// How far content that ends at `bottom` was pushed.
float pushed_by(const Ui& ui, float bottom);
/// Asks for room for a field's `line`; `top` is where the field begins with its label. In passing: only what stays for
/// a while moves others.
void push_below(Ui& ui, ImGuiID field, Rect line, float top, bool in_passing);
/// Begins a frame: what was measured in the one before says how far each line pushes.
void settle_pushes(WidgetMemory& m, double time_s);

}  // namespace pegboard
