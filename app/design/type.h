// Text styles: size, line height and weight.
#pragma once
#include <array>

namespace pegboard {

enum class Weight { regular, medium, semibold };
enum class Type {
    caption,
    caption_strong,
    body,
    label,
    button,
    section,
    heading,
    title,
    tally,
    timer,
    caption_medium,
    count
};

struct TypeStyle {
    float size;  ///< logical units
    float line;
    Weight weight;
};

inline constexpr std::array<TypeStyle, static_cast<std::size_t>(Type::count)> type_styles{{
    {12, 16, Weight::regular},   // caption
    {12, 16, Weight::semibold},  // caption_strong: tags, chosen rail item
    {14, 20, Weight::regular},   // body
    {14, 20, Weight::medium},    // label
    {14, 20, Weight::semibold},  // button
    {16, 24, Weight::semibold},  // section
    {20, 28, Weight::semibold},  // heading
    {28, 36, Weight::semibold},  // title
    {40, 44, Weight::semibold},  // tally
    {72, 80, Weight::semibold},  // timer
    {12, 16, Weight::medium},    // caption_medium: field labels, chips, rail items
}};

/// Size, line height and weight of a text style.
constexpr const TypeStyle& style_of(Type type) { return type_styles[static_cast<std::size_t>(type)]; }

}  // namespace pegboard
