// Everything a therapist reads stands out from what it is written on, in both themes: 4.5 to 1 for text, 3 to 1 for
// borders and marks that carry meaning (WCAG 2.1). Disabled text is exempt there too.
#include <gtest/gtest.h>

#include <cmath>

#include "app/design/palette.h"

namespace pegboard {
namespace {

double linear(Rgb colour, unsigned shift) {
    const double part = static_cast<double>((colour >> shift) & 0xFFU) / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Rgb colour) {
    return 0.2126 * linear(colour, 16) + 0.7152 * linear(colour, 8) + 0.0722 * linear(colour, 0);
}

double contrast(Rgb one, Rgb other) {
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

struct Pair {
    Role text;
    std::vector<Role> surfaces;
    double at_least = 4.5;
};

const std::vector<Pair>& pairs() {
    using enum Role;
    static const std::vector<Role> paper{canvas, rail, surface, sunken};
    static const std::vector<Pair> all{
        {ink,
         {canvas, rail, surface, sunken, hover, press, track, primary_tint, ot_tint, pt_tint, good_tint, warn_tint,
          danger_tint, info_tint, celebrate, celebrate_disc}},
        {ink_2, {canvas, rail, surface, sunken, hover, press, ot_tint, pt_tint, primary_tint, celebrate}},
        {ink_3, paper},
        {primary, {canvas, rail, surface, sunken, hover, primary_tint, tonal_hover, tonal_press}},
        {on_primary, {primary, primary_hover, primary_press}},
        {ot, {surface, ot_tint}},
        {pt, {surface, pt_tint}},
        {on_ot, {ot}},
        {on_pt, {pt}},
        {good, {canvas, surface, good_tint}},
        {warn, {canvas, surface, warn_tint}},
        {danger, {canvas, surface, danger_tint, danger_hover, danger_press}},
        {info, {canvas, surface, info_tint}},
        {toast_text, {toast}},
        {toast_action, {toast}},
        {focus, {canvas, rail, surface, sunken}, 3.0},
        {line_strong, {canvas, surface, sunken}, 3.0},
        {warn_mark, {surface}, 3.0},
    };
    return all;
}

class Contrast : public testing::TestWithParam<const Palette*> {};

TEST_P(Contrast, TextStandsOutFromItsSurface) {
    const auto& palette = *GetParam();
    for (const auto& pair : pairs()) {
        for (const auto on : pair.surfaces) {
            EXPECT_GE(contrast(palette[pair.text], palette[on]), pair.at_least)
                << role_names[static_cast<std::size_t>(pair.text)] << " on "
                << role_names[static_cast<std::size_t>(on)];
        }
    }
}

TEST_P(Contrast, FocusAreasCanBeReadOnTheirTint) {
    const auto& palette = *GetParam();
    for (std::size_t i = 0; i < palette.hues.size(); ++i) {
        EXPECT_GE(contrast(palette.hues[i].deep, palette.hues[i].tint), 4.5) << hue_names[i];
    }
}

TEST_P(Contrast, NamesMatchTheirRoles) {
    for (const auto name : role_names) EXPECT_NE(name, "");
    EXPECT_NE((*GetParam())[Role::toast_action], 0U) << "a role at the end has no value";
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast, testing::Values(&light_palette, &dark_palette),
                         [](const auto& theme) { return theme.index == 0 ? "Light" : "Dark"; });

TEST(ContrastMeasure, AgreesWithKnownPairsAndCanFail) {
    EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 21.0, 0.01);
    EXPECT_NEAR(contrast(0x777777, 0xFFFFFF), 4.48, 0.01);
    EXPECT_LT(contrast(light_palette[Role::disabled], light_palette[Role::surface]), 4.5);
}

}  // namespace
}  // namespace pegboard
