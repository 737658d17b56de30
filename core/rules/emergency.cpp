#include "core/rules/emergency.h"

#include <algorithm>
#include <array>

namespace pegboard {
namespace {

struct Number {
    std::string_view number, regions;  ///< two letters each, with blanks between
};
// One number that reaches an ambulance, as the region's own authorities give it.
constexpr std::array numbers{
    Number{"911", "US CA MX PR GU VI AS MP PH BS BB BZ BM KY CR DO EC SV HN JM NI PA PY TT UY VE AG DM GD KN LC VC"},
    Number{"112",
           "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE "
           "IS NO LI CH AL AD BA MC ME MK RS SM UA TR IN KR GE ZA"},
    Number{"999", "GB HK MY BH QA KE GG JE IM GI"},
    Number{"000", "AU"},
    Number{"111", "NZ"},
    Number{"119", "JP"},
    Number{"995", "SG"},
};

}  // namespace

std::string region_of(std::string_view locale) {
    const auto at = locale.find('_');
    if (at == std::string_view::npos) return {};
    std::string region(locale.substr(at + 1, locale.find_first_of(".@", at) - at - 1));
    const bool two = region.size() == 2 && std::ranges::all_of(region, [](char c) { return c >= 'A' && c <= 'Z'; });
    return two ? region : std::string();
}

std::string_view usual_emergency_number(std::string_view region) {
    if (region.size() != 2) return {};
    for (const Number& each : numbers)
        if (each.regions.find(region) != std::string_view::npos) return each.number;
    return {};
}

std::string emergency_number(const Practice& practice, std::string_view region) {
    return practice.emergency_number.empty() ? std::string(usual_emergency_number(region)) : practice.emergency_number;
}

}  // namespace pegboard
