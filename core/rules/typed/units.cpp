#include "core/rules/typed/units.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "core/library/library.h"
#include "core/progress/measure.h"
#include "core/rules/typed/typed_number.h"

namespace pegboard::units {
namespace {

struct Length {
    std::string_view word, unit;
    double cm;
};
// The longer word before the shorter one it begins with.
constexpr std::array lengths{Length{"millimeters", "mm", 0.1},
                             Length{"millimetres", "mm", 0.1},
                             Length{"mm", "mm", 0.1},
                             Length{"centimeters", "cm", 1},
                             Length{"centimetres", "cm", 1},
                             Length{"cm", "cm", 1},
                             Length{"kilometers", "km", 100'000},
                             Length{"kilometres", "km", 100'000},
                             Length{"km", "km", 100'000},
                             Length{"meters", "m", 100},
                             Length{"metres", "m", 100},
                             Length{"meter", "m", 100},
                             Length{"metre", "m", 100},
                             Length{"miles", "mi", 160'934.4},
                             Length{"mile", "mi", 160'934.4},
                             Length{"mi", "mi", 160'934.4},
                             Length{"m", "m", 100},
                             Length{"inches", "in", 2.54},
                             Length{"inch", "in", 2.54},
                             Length{"in", "in", 2.54},
                             Length{"\"", "in", 2.54},
                             Length{"feet", "ft", 30.48},
                             Length{"foot", "ft", 30.48},
                             Length{"ft", "ft", 30.48},
                             Length{"'", "ft", 30.48},
                             Length{"yards", "yd", 91.44},
                             Length{"yard", "yd", 91.44},
                             Length{"yd", "yd", 91.44},
                             Length{"laps", "laps", 0},
                             Length{"lap", "laps", 0}};
constexpr std::array choices{UnitChoice{"", "by size: cm, then m"},
                             UnitChoice{"cm", "centimeters"},
                             UnitChoice{"m", "meters"},
                             UnitChoice{"km", "kilometers"},
                             UnitChoice{"in", "inches"},
                             UnitChoice{"ft", "feet and inches"},
                             UnitChoice{"mi", "miles"},
                             UnitChoice{"laps", "laps"}};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return c >= 'a' && c <= 'z'; }

void skip_spaces(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

/// A number at the front: "12", "2.5", "2,5". A comma before three digits could part thousands and is no number.
std::optional<double> take_number(std::string_view& text) {
    skip_spaces(text);
    std::string number;
    bool point = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if ((c == '.' || c == ',') && !point && !number.empty()) {
            std::size_t behind = 0;
            while (at + 1 + behind < text.size() && digit(text[at + 1 + behind])) ++behind;
            if (behind == 0 || (c == ',' && behind == 3)) return std::nullopt;
            point = true;
            number += '.';
            continue;
        }
        if (!digit(c)) break;
        number += c;
    }
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc{} || value > 1e9) return std::nullopt;
    text.remove_prefix(at);
    return value;
}

/// A product or sum of lengths as it comes out on paper: 33.3 in are 84.582 cm, not 84.58199999999999.
double as_on_paper(double value) {
    std::array<char, 48> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 11);
    std::from_chars(text.data(), written.ptr, value);
    return value;
}

/// So many of a unit. A number in the unit it is kept in stays as it was typed.
double times(double number, double one) { return one == 1 ? number : as_on_paper(number * one); }

/// The unit at the front, as a whole word.
template <std::size_t N>
const Length* take_unit(std::string_view& text, const std::array<Length, N>& known) {
    skip_spaces(text);
    for (const Length& each : known) {
        if (!text.starts_with(each.word)) continue;
        const bool sign = !letter(each.word.front());
        if (!sign && text.size() > each.word.size() && letter(text[each.word.size()])) continue;
        text.remove_prefix(each.word.size());
        if (!sign && text.starts_with('.')) text.remove_prefix(1);  // "ft."
        return &each;
    }
    return nullptr;
}

const Length* length_named(std::string_view unit) {
    const auto found = std::ranges::find(lengths, unit, &Length::unit);
    return found == lengths.end() ? nullptr : &*found;
}

double cm_of(const Length& length, const LengthUnit& shown) { return length.unit == "laps" ? shown.lap_cm : length.cm; }

/// "2.15": at most two decimals, no needless zero.
std::string plain(double value) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.2f", std::round(value * 100) / 100 + 0.0);
    std::string number = text.data();
    while (number.ends_with('0')) number.pop_back();
    if (number.ends_with('.')) number.pop_back();
    return number;
}

std::string say_feet(double cm) {
    const double inches = std::round(cm / 2.54);
    const double feet = std::floor(inches / 12), rest = inches - 12 * feet;
    if (feet <= 0) return plain(inches) + " in";
    return plain(feet) + " ft" + (rest > 0 ? " " + plain(rest) + " in" : "");
}

bool is_time(std::string_view measure) { return measure.ends_with("_s"); }

// A quarter of the way around the earth, a thousand hours: what is more is a slip of the hand.
constexpr double longest_cm = 1e9, longest_s = 3'600'000;

/// A length in a unit of which a centimetre has `per_cm`; it may be longer than any.
std::optional<double> any_length_in(std::string_view words, const LengthUnit& unit, double per_cm) {
    const std::string folded = fold(words);
    std::string_view text = folded;
    double sum = 0;
    double before = 0;  // size of the unit before: parts go from larger to smaller
    for (int part = 0; part < 3; ++part) {
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        const Length* length = take_unit(text, lengths);
        skip_spaces(text);
        if (!length) {
            if (part > 0 || !text.empty()) return std::nullopt;
            const Length* own = length_named(unit.unit.empty() ? "cm" : unit.unit);
            const double one = own ? cm_of(*own, unit) : 1;
            return one > 0 ? std::optional(times(*number, one * per_cm)) : std::nullopt;
        }
        const double one = cm_of(*length, unit);
        if (one <= 0 || (part > 0 && one >= before)) return std::nullopt;
        sum = part == 0 ? times(*number, one * per_cm) : as_on_paper(sum + *number * one * per_cm);
        before = one;
        if (text.empty()) return sum;
    }
    return std::nullopt;
}

std::optional<double> length_in(std::string_view words, const LengthUnit& unit, double per_cm) {
    const auto length = any_length_in(words, unit, per_cm);
    return length && *length <= longest_cm * per_cm ? length : std::nullopt;
}

}  // namespace

LengthUnit unit_of(const Goal& goal) { return {goal.unit, goal.lap_cm}; }

std::span<const UnitChoice> length_units() { return choices; }

std::string say_length(double cm, const LengthUnit& unit) {
    if (cm < 0) return "-" + say_length(-cm, unit);
    if (unit.unit == "ft") return say_feet(cm);
    const Length* length = length_named(unit.unit);
    const double one = length ? cm_of(*length, unit) : 0;
    if (one <= 0) return say_distance(cm);
    const std::string number = plain(cm / one);
    if (length->unit == "laps") return number + (number == "1" ? " lap" : " laps");
    return number + " " + std::string(length->unit);
}

std::string say_time(double seconds) { return say_duration(seconds); }

std::optional<double> read_length(std::string_view words, const LengthUnit& unit) { return length_in(words, unit, 1); }

std::optional<double> read_time(std::string_view words) {
    return read_number(words, {.unit = Unit::seconds, .least = 0, .most = longest_s}).value;
}

std::optional<double> read_value(const Goal& goal, std::string_view words) {
    if (is_time(goal.measure)) return read_time(words);
    if (goal.measure == "distance_cm") return read_length(words, unit_of(goal));
    if (goal.measure == "deviation_mm") return length_in(words, {"mm", 0}, 10);
    const std::string folded = fold(words);
    std::string_view text = folded;
    skip_spaces(text);
    const bool below = text.starts_with('-');
    if (below || text.starts_with('+')) text.remove_prefix(1);
    const auto number = take_number(text);
    skip_spaces(text);
    if (!number || (!text.empty() && text != "%")) return std::nullopt;
    return below ? -*number : *number;
}

std::string say_value(const Goal& goal, double value) {
    if (goal.measure == "distance_cm") return say_length(value, unit_of(goal));
    return progress::say_value(goal.measure, value);
}

std::string say_reading(const Goal& goal, std::string_view typed) {
    const auto value = read_value(goal, typed);
    if (!value) return {};
    const auto bare = [](std::string_view words) {
        std::string text = fold(words);
        std::erase(text, ' ');
        return text;
    };
    // All that is kept of a short time, hundredths too.
    const bool short_time = is_time(goal.measure) && *value < 60;
    const std::string said = short_time ? say_decimal(*value) + " s" : say_value(goal, *value);
    const std::string text = bare(typed);
    if (text == bare(said)) return {};
    const bool with_unit = is_time(goal.measure) || goal.measure == "distance_cm" || goal.measure == "deviation_mm";
    if (!with_unit && text == bare(plain(*value))) return {};
    std::string words = "Read as " + said;
    // "4.20" is written by some for 4 minutes 20.
    const auto point = text.find_first_of(".,");
    const bool like_a_clock =
        point != std::string::npos && text.size() == point + 3 && text[point + 1] < '6' &&
        std::ranges::all_of(text, [&](const char& c) { return (c >= '0' && c <= '9') || &c == &text[point]; });
    if (is_time(goal.measure) && like_a_clock)
        words += " (for minutes and seconds write " + text.substr(0, point) + ":" + text.substr(point + 1) + ")";
    return words;
}

Steps steps_for(const Goal& goal, double value) {
    if (goal.measure != "distance_cm") return {1, 5};
    const Length* length = length_named(goal.unit);
    const double one = length ? cm_of(*length, unit_of(goal)) : 0;
    // By size: single units of what is shown while it is small, then tens.
    const double shown = one > 0 ? one : value >= 100 ? 100 : 1;
    if (length && length->unit == "laps") return {one > 0 ? one / 2 : 50, one > 0 ? one : 100};
    if (one <= 0 && value < 100) return {1, 10};
    if (one <= 0 && value < 1000) return {10, 100};
    if (shown >= 100'000) return {shown / 10, shown};
    return value >= 50 * shown ? Steps{shown * 5, shown * 25} : Steps{shown, shown * 10};
}

}  // namespace pegboard::units
