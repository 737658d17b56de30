// Colors of paper and the small signs.
#include "core/reports/ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace pegboard::reports {
namespace {

struct NamedHues {
    std::string_view name;
    Hues hues;
};
constexpr std::array<NamedHues, 10> all_hues{{
    {"indigo", {0xE7EEFF, 0xA7BAFF, 0x3B498E}},
    {"rose", {0xFFE7E8, 0xF7A3A8, 0x832F3A}},
    {"amber", {0xFDECDA, 0xE9B276, 0x784000}},
    {"azure", {0xDDF2FF, 0x7DC7F7, 0x005687}},
    {"lagoon", {0xDCF5F3, 0x78CFCC, 0x00605E}},
    {"violet", {0xF4EAFF, 0xCEADF1, 0x603C81}},
    {"olive", {0xEDF2DD, 0xB8C67F, 0x4B5700}},
    {"pink", {0xFFE7F2, 0xEFA3C7, 0x7C3059}},
    {"leaf", {0xE1F5E4, 0x8ED09C, 0x07602B}},
    {"clay", {0xFFE9DF, 0xF5A88B, 0x823513}},
}};

constexpr std::string_view drawing_of(Sign sign) {
    switch (sign) {
        case Sign::shield:
            return R"(<path d="M12 3 5 5.8v5.4c0 4.3 2.9 8.2 7 9.5 4.1-1.3 7-5.2 7-9.5V5.8Z"/>)";
        case Sign::alert:
            return R"(<path d="M12 4 2.8 20h18.4Z"/><path d="M12 10v4.5M12 16.8v.6"/>)";
        case Sign::easier:
            return R"(<path d="M12 4v15M6 13l6 6 6-6"/>)";
        case Sign::harder:
            return R"(<path d="M12 20V5M6 11l6-6 6 6"/>)";
        case Sign::phone:
            return R"(<path d="M5 4h4l1.5 5-2.3 1.6a11 11 0 0 0 5.2 5.2L15 13.5l5 1.5v4c0 .6-.4 1-1 1A15 15 0 0 1 4 5c0-.6.4-1 1-1Z"/>)";
        case Sign::check:
            return R"(<path d="m5 12.5 4.5 4.5L19 7.5"/>)";
        case Sign::clock:
            return R"(<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>)";
        case Sign::place:
            return R"(<path d="M12 21c-4-4.6-6-7.8-6-10.5a6 6 0 0 1 12 0c0 2.7-2 5.9-6 10.5Z"/><circle cx="12" cy="10.5" r="2"/>)";
        case Sign::box:
            return R"(<rect x="4.5" y="4.5" width="15" height="15" rx="2.5"/>)";
        case Sign::star:
            return R"(<path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7L12 16.8l-5.1 2.7 1-5.7-4.1-4 5.7-.8Z"/>)";
        case Sign::speak:
            return R"(<path d="M4 5h16v11H9l-5 4Z"/><path d="M8 9h8M8 12.3h5"/>)";
        case Sign::trend:
            return R"(<path d="m4 16 5-5 3.5 3.5L20 7M15 7h5v5"/>)";
        case Sign::flat:
            return R"(<path d="M4 12h15M14 7l5 5-5 5"/>)";
        case Sign::none:
            break;
    }
    return {};
}

}  // namespace

Hues hues_of(std::string_view name) {
    const auto* const found = std::ranges::find(all_hues, name, &NamedHues::name);
    return found == all_hues.end() ? Hues{} : found->hues;
}

Ink without_hue(Ink colour) {
    const auto part = [&](unsigned shift) { return static_cast<double>((colour >> shift) & 0xFFU); };
    const auto grey = static_cast<Ink>(std::lround(0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)));
    return (grey << 16U) | (grey << 8U) | grey;
}

std::string svg_of(Ink colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06X", static_cast<unsigned>(colour & 0xFFFFFFU));
    return text.data();
}

std::string sign_svg(Sign sign, Ink colour) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke=")" + svg_of(colour) +
           R"(" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">)" + std::string(drawing_of(sign)) +
           "</svg>";
}

}  // namespace pegboard::reports
