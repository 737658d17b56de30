// The raw palette and the roles it plays in the light and the dark theme. The only file with colour
// values; everything else names a role or a hue. Values: the project's design tokens, sRGB.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace pegboard {

/// A colour as 0xRRGGBB.
using Rgb = std::uint32_t;

enum class Role {
    canvas,
    rail,
    surface,
    sunken,
    hover,
    press,
    line,
    line_strong,
    ink,
    ink_2,
    ink_3,
    disabled,
    primary,
    primary_hover,
    primary_press,
    primary_tint,
    primary_line,
    on_primary,
    ot,
    ot_tint,
    ot_line,
    on_ot,
    pt,
    pt_tint,
    pt_line,
    on_pt,
    good,
    good_tint,
    warn,
    warn_tint,
    warn_mark,
    danger,
    danger_tint,
    info,
    info_tint,
    focus,
    track,
    tonal_hover,
    tonal_press,
    danger_hover,
    danger_press,
    celebrate,
    celebrate_line,
    celebrate_disc,
    sheet,  ///< paper, white in both themes
    toast,
    toast_text,
    toast_action,
    scrim,
    count
};

/// Names of the roles, in order, for tests and messages.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Role::count)> role_names{
    "canvas",
    "rail",
    "surface",
    "sunken",
    "hover",
    "press",
    "line",
    "line_strong",
    "ink",
    "ink_2",
    "ink_3",
    "disabled",
    "primary",
    "primary_hover",
    "primary_press",
    "primary_tint",
    "primary_line",
    "on_primary",
    "ot",
    "ot_tint",
    "ot_line",
    "on_ot",
    "pt",
    "pt_tint",
    "pt_line",
    "on_pt",
    "good",
    "good_tint",
    "warn",
    "warn_tint",
    "warn_mark",
    "danger",
    "danger_tint",
    "info",
    "info_tint",
    "focus",
    "track",
    "tonal_hover",
    "tonal_press",
    "danger_hover",
    "danger_press",
    "celebrate",
    "celebrate_line",
    "celebrate_disc",
    "sheet",
    "toast",
    "toast_text",
    "toast_action",
    "scrim",
};

enum class Hue { indigo, rose, amber, azure, lagoon, violet, olive, pink, leaf, clay, count };

/// Names of the hues as the library writes them.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Hue::count)> hue_names{
    "indigo", "rose", "amber", "azure", "lagoon", "violet", "olive", "pink", "leaf", "clay"};

struct HueColours {
    Rgb tint;  ///< fill
    Rgb mid;   ///< second tone; never for text
    Rgb deep;  ///< text and first tone
};

struct Palette {
    std::array<Rgb, static_cast<std::size_t>(Role::count)> roles;
    std::array<HueColours, static_cast<std::size_t>(Hue::count)> hues;
    std::array<float, 3> shadow_alpha;  ///< sh1, sh2, sh3
    Rgb shadow;
    float scrim_alpha;

    [[nodiscard]] constexpr Rgb operator[](Role role) const { return roles[static_cast<std::size_t>(role)]; }
    [[nodiscard]] constexpr const HueColours& operator[](Hue hue) const { return hues[static_cast<std::size_t>(hue)]; }
};

inline constexpr Palette light_palette{
    {
        0xFAF6EF,  // canvas
        0xF3ECE0,  // rail
        0xFFFFFF,  // surface
        0xF6F1E8,  // sunken
        0xF1EADD,  // hover
        0xE9E0D0,  // press
        0xE7DFD1,  // line
        0x8D8575,  // line_strong
        0x1B2A4A,  // ink
        0x46536E,  // ink_2
        0x5E687E,  // ink_3
        0x8A8272,  // disabled
        0x0B6B66,  // primary
        0x095A56,  // primary_hover
        0x07484A,  // primary_press
        0xDCEFEA,  // primary_tint
        0x8CC5BC,  // primary_line
        0xFFFFFF,  // on_primary
        0x7A3B9A,  // ot
        0xF2E7F7,  // ot_tint
        0xCFAEE0,  // ot_line
        0xFFFFFF,  // on_ot
        0xA3480B,  // pt
        0xFBE9DC,  // pt_tint
        0xE5B592,  // pt_line
        0xFFFFFF,  // on_pt
        0x1E7040,  // good
        0xE1F2E4,  // good_tint
        0x7A5600,  // warn
        0xFFF1CC,  // warn_tint
        0xB27B00,  // warn_mark
        0xB0243A,  // danger
        0xFCE6E8,  // danger_tint
        0x1D5B9E,  // info
        0xE3EEFA,  // info_tint
        0x1557C0,  // focus
        0xEAE2D4,  // track
        0xCBE6DF,  // tonal_hover
        0xC6E3DC,  // tonal_press
        0xF9D5D9,  // danger_hover
        0xF7CFD4,  // danger_press
        0xFFF8E6,  // celebrate
        0xF3DFA8,  // celebrate_line
        0xFFE9B0,  // celebrate_disc
        0xFFFFFF,  // sheet
        0x1B2A4A,  // toast
        0xFFFFFF,  // toast_text
        0x9BE0D6,  // toast_action
        0x141B2A,  // scrim
    },
    {{
        {0xE7EEFF, 0xA7BAFF, 0x3B498E},  // indigo
        {0xFFE7E8, 0xF7A3A8, 0x832F3A},  // rose
        {0xFDECDA, 0xE9B276, 0x784000},  // amber
        {0xDDF2FF, 0x7DC7F7, 0x005687},  // azure
        {0xDCF5F3, 0x78CFCC, 0x00605E},  // lagoon
        {0xF4EAFF, 0xCEADF1, 0x603C81},  // violet
        {0xEDF2DD, 0xB8C67F, 0x4B5700},  // olive
        {0xFFE7F2, 0xEFA3C7, 0x7C3059},  // pink
        {0xE1F5E4, 0x8ED09C, 0x07602B},  // leaf
        {0xFFE9DF, 0xF5A88B, 0x823513},  // clay
    }},
    {0.07F, 0.12F, 0.20F},
    0x3C2D14,
    0.45F,
};

inline constexpr Palette dark_palette{
    {
        0x141B2A,  // canvas
        0x101622,  // rail
        0x1D2638,  // surface
        0x172031,  // sunken
        0x27324A,  // hover
        0x303D58,  // press
        0x323E57,  // line
        0x7D89A5,  // line_strong
        0xF4EFE6,  // ink
        0xC6CCD9,  // ink_2
        0x9FA9BD,  // ink_3
        0x76829B,  // disabled
        0x63CDBF,  // primary
        0x7BD9CD,  // primary_hover
        0x4FB5A8,  // primary_press
        0x173F42,  // primary_tint
        0x2F7470,  // primary_line
        0x06302D,  // on_primary
        0xD9ABEF,  // ot
        0x3A2B4B,  // ot_tint
        0x6D4E88,  // ot_line
        0x2B1238,  // on_ot
        0xF4B07E,  // pt
        0x43301F,  // pt_tint
        0x835A38,  // pt_line
        0x3A1A02,  // on_pt
        0x82D79D,  // good
        0x1C3C2C,  // good_tint
        0xF0CB6E,  // warn
        0x41361B,  // warn_tint
        0xF0CB6E,  // warn_mark
        0xFF9DA6,  // danger
        0x48262F,  // danger_tint
        0x93C3FF,  // info
        0x1F3554,  // info_tint
        0x8DBBFF,  // focus
        0x303C55,  // track
        0x1B484B,  // tonal_hover
        0x1D4E50,  // tonal_press
        0x572D37,  // danger_hover
        0x643340,  // danger_press
        0x38311F,  // celebrate
        0x6A5A2E,  // celebrate_line
        0x554722,  // celebrate_disc
        0xFFFFFF,  // sheet
        0x303D58,  // toast
        0xFFFFFF,  // toast_text
        0x9BE0D6,  // toast_action
        0x141B2A,  // scrim
    },
    {{
        {0x2A3047, 0x6070AF, 0xC1D0FF},  // indigo
        {0x45292A, 0xA75A60, 0xFFBFC2},  // rose
        {0x402D19, 0x9B682B, 0xF4CA9E},  // amber
        {0x1C3544, 0x317CA8, 0xA4DBFF},  // azure
        {0x1A3736, 0x268481, 0xA2E1DD},  // lagoon
        {0x372C43, 0x8364A3, 0xDFC7FA},  // violet
        {0x30341D, 0x707C37, 0xCEDAA5},  // olive
        {0x422935, 0xA05B7D, 0xFABFD9},  // pink
        {0x223826, 0x458554, 0xB0E1B9},  // leaf
        {0x442A20, 0xA55F44, 0xFEC3AC},  // clay
    }},
    {0.35F, 0.40F, 0.50F},
    0x000000,
    0.45F,
};

/// Colours of the program's mark, the same in both themes.
struct LogoColours {
    Rgb tile, small, white, peach, sun;
};
inline constexpr LogoColours logo_colours{0x0B6B66, 0x2F8A84, 0xFFFFFF, 0xF9C3A0, 0xFFD27A};

}  // namespace pegboard
