// Numbers as people type them: plain, with a unit, "4 of 5", an age. Nothing is read leniently: what could be meant in
// two ways, or is only half a number, is refused with the reason, and a reading that one would not write so oneself is
// marked, so that it is shown before it is kept. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace pegboard {

/// In what a value is kept. A number without a unit is taken in it.
enum class Unit { none, percent, seconds, minutes, centimetres, millimetres, months };

/// Why a text is not taken for a number.
enum class Refusal {
    none,         ///< it is taken
    empty,        ///< nothing is typed
    unreadable,   ///< no number, or more than one
    which_comma,  ///< "1,200": 1200 or 1.2
    which_unit,   ///< "5" where it could be years or months
    other_unit,   ///< a unit that this value cannot be in
    not_whole,    ///< a part of a thing that is counted
    too_small,
    too_large,
};

struct TypedNumber {
    std::optional<double> value;  ///< in the unit asked for; none when refused
    Refusal refusal = Refusal::none;
    bool unusual = false;  ///< written otherwise than the number itself: show what it was taken for
};

/// What a field may hold.
struct NumberAsk {
    Unit unit = Unit::none;
    bool whole = false;
    std::optional<double> least = {}, most = {};  ///< in `unit`
    bool unit_shown = false;                      ///< beside the field: a number alone is meant in it
};

/// "12", "1.5", "1,5" (unusual), "1,200,000"; "1,200" is refused as which_comma. No exponents, no words.
TypedNumber read_decimal(std::string_view typed);
/// A number with or without a unit: "1:05", "1 min 5 s", "2 minutes" for times; "12 m", "2 m 10 cm", "6 ft 2 in" for
/// lengths; "80 %"; "3 y 4 m", "3;4", "18 months" for ages, which need a unit from 3 to 25.
TypedNumber read_number(std::string_view typed, const NumberAsk& ask);

/// So many out of so many.
struct Ratio {
    int n = 0, of = 0;
    bool operator==(const Ratio&) const = default;
};
/// "4 of 5", "4/5", "4 out of 5"; nothing when one of them is no whole number, or n is more than of.
std::optional<Ratio> read_ratio(std::string_view typed);

/// Why a text is refused and how to write it: "1,200 could be 1200 or 1.2. Write it without the comma, or with a
/// point."
std::string say_refusal(Refusal refusal, std::string_view typed, const NumberAsk& ask);
/// A number with at most two decimals and no needless zero: "64", "1.25".
std::string say_decimal(double value);
/// A time as people say it: "45 s", "1:30 min", "20 min", "1 h 5 min", "1:05:30 h".
std::string say_duration(double seconds);
/// A length as people say it: "8 cm", "12 m", "1.5 m".
std::string say_distance(double centimetres);
/// A value in its unit: "1:30 min", "12 m", "80 %", "3 y 4 m", "5".
std::string say_amount(double value, Unit unit);

}  // namespace pegboard
