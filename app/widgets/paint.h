// How widgets draw: logical rectangles to whole pixels, words on their line, rings and fills. Only
// widgets use it; screens have widgets.h.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "app/ui.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace pegboard::paint {

/// The pixels of a logical rect, every edge on a whole pixel.
ImRect pixels(const Ui& ui, Rect rect);
ImVec2 pixels(const Ui& ui, Vec pos);
/// The same for a window of its own, which no line under a field pushes.
ImRect window_pixels(const Ui& ui, Rect rect);
/// Where the current window draws.
ImDrawList& list();
/// Thickness of a logical line: whole pixels, at least one.
float line_px(const Ui& ui, float logical = 1);

ImFont* font(const Ui& ui, Type type);
/// Size in whole pixels, as ImGui will draw it.
float font_px(const Ui& ui, Type type);
float width_px(const Ui& ui, Type type, std::string_view words);
/// Words in the line box whose top left is `pos` (pixels).
void words(Ui& ui, Type type, ImVec2 pos, ImU32 colour, std::string_view words);
void words(const Ui& ui, ImDrawList& list, Type type, ImVec2 pos, ImU32 colour, std::string_view words);
/// Words centred in height inside `box`, from its left edge.
void words_in(Ui& ui, Type type, const ImRect& box, ImU32 colour, std::string_view words);
/// The words, or as many whole characters as fit with an ellipsis.
std::string elide(const Ui& ui, Type type, std::string_view words, float max_px, bool* cut = nullptr);
/// An icon in a box of `size` logical units at `pos` (pixels).
void icon(Ui& ui, ImVec2 pos, const char* glyph, float size, ImU32 colour);
/// An icon centred in `box`.
void icon_in(Ui& ui, const ImRect& box, const char* glyph, float size, ImU32 colour);

ImU32 colour(const Ui& ui, Role role, float alpha = 1);
void fill(Ui& ui, const ImRect& box, Role role, float radius_px, ImDrawFlags corners = 0);
/// A line inside the edge of `box`.
void border(Ui& ui, const ImRect& box, ImU32 colour, float radius_px, float thickness_px);
/// The keyboard ring outside a shape.
void focus_ring(Ui& ui, const ImRect& box, float radius_px);
/// The keyboard ring of fields and rows: 2 px inside the border.
void focus_inside(Ui& ui, const ImRect& box, float radius_px);
/// A line through points, drawn in dashes: `on` and `off` in logical units.
void dashes(const Ui& ui, ImDrawList& list, std::span<const ImVec2> along, ImU32 colour, float thickness_px,
            float on = 4, float off = 3);
/// Surface, border and shadow of a popover or dialog, past the window's own clip.
void popover(Ui& ui, const ImRect& box, float radius, int shadow);

}  // namespace pegboard::paint
