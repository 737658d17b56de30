// Lengths and times as people write them: metres, feet and inches, laps, minutes and seconds. Values are kept in
// centimetres and seconds; a goal's unit only says how they are shown. Pure; it refuses to guess what it cannot read.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/goal.h"

namespace pegboard::units {

/// How lengths of one goal are shown.
struct LengthUnit {
    std::string_view unit;  ///< "cm", "m", "in", "ft", "km", "mi", "laps"; empty: cm under a metre, else m
    double lap_cm = 0;      ///< length of one lap
};
LengthUnit unit_of(const Goal& goal);

/// One unit a length may be shown in.
struct UnitChoice {
    std::string_view unit, words;  ///< "ft", "feet"
};
/// All of them in the order of a choice; the first is none: by size.
std::span<const UnitChoice> length_units();

/// "12 m", "2.15 m", "210 cm", "6 ft 2 in", "2.5 laps": with at most two decimals.
std::string say_length(double cm, const LengthUnit& unit = {});
/// "7 s", "1:15 min", "20 min", "1 h 5 min": seconds under a minute, then minutes and seconds.
std::string say_time(double seconds);

/// Centimetres of "12 m", "210 cm", "6 ft 2 in", "6'2\"", "3 laps", "0.5 mi"; a bare number is in `unit` (cm where it
/// is none). Nothing for what is no length, for a comma that could part thousands, and for laps of unknown length.
std::optional<double> read_length(std::string_view words, const LengthUnit& unit = {});
/// Seconds of "75", "75 s", "1:15", "1:02:30", "1 min 15 s", "1.5 min"; nothing for what is no time.
std::optional<double> read_time(std::string_view words);
/// The value of a length or time measure in its base unit, a plain number for other measures.
std::optional<double> read_value(const Goal& goal, std::string_view words);
/// A value of the goal's measure in the goal's unit: "64 %", "12 m", "1:15 min".
std::string say_value(const Goal& goal, double value);

/// What a typed value is taken for, where it does not say so itself: "Read as 4.2 m" for "4.20" or "4.2" of a goal in
/// metres, "Read as 4.2 s (for minutes and seconds write 4:20)" for "4.20" of a time; empty for "4.2 m", for a plain
/// count, and for what cannot be read.
std::string say_reading(const Goal& goal, std::string_view typed);

/// Steps of the buttons beside a value, in the base unit, the small one first: a tenth to a hundredth of its size.
struct Steps {
    double small = 1, big = 5;
};
Steps steps_for(const Goal& goal, double value);

}  // namespace pegboard::units
