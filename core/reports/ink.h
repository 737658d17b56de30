// The few colors of paper, and what they turn to where no color is wanted. The values are those of the screen's light
// palette; paper has no dark theme. It refuses to let a color carry meaning alone: words and shapes always say it too.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace pegboard::reports {

/// A color as 0xRRGGBB.
using Ink = std::uint32_t;

namespace ink {
inline constexpr Ink text = 0x1B2A4A, soft = 0x46536E, faint = 0x5E687E, line = 0xE7DFD1, rule = 0x8D8575;
inline constexpr Ink paper = 0xFFFFFF, sunken = 0xF6F1E8, primary = 0x0B6B66, primary_tint = 0xDCEFEA;
inline constexpr Ink primary_line = 0x8CC5BC, ot = 0x7A3B9A, ot_tint = 0xF2E7F7, pt = 0xA3480B, pt_tint = 0xFBE9DC;
inline constexpr Ink good = 0x1E7040, good_tint = 0xE1F2E4, warn = 0x7A5600, warn_tint = 0xFFF1CC;
inline constexpr Ink warn_mark = 0xB27B00, danger = 0xB0243A, danger_tint = 0xFCE6E8;
}  // namespace ink

/// Fill, second tone and first tone of one of the library's hues ("leaf"); those of the program where it is unknown.
struct Hues {
    Ink tint = ink::primary_tint, mid = ink::primary_line, deep = ink::primary;
};
Hues hues_of(std::string_view name);
/// As light or dark without its hue, for paper that is copied in black.
Ink without_hue(Ink colour);
/// "#1B2A4A", as SVG has it.
std::string svg_of(Ink colour);

/// Small signs, drawn: they say what kind of line this is.
enum class Sign { none, shield, alert, easier, harder, phone, check, clock, place, box, star, speak, trend, flat };
/// A sign as an SVG drawing on a grid of 24.
std::string sign_svg(Sign sign, Ink colour);

}  // namespace pegboard::reports
