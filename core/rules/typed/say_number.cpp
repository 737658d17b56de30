// Words for numbers, times and lengths, and for why a typed one is refused.
#include <array>
#include <cmath>
#include <cstdio>

#include "core/rules/age.h"
#include "core/rules/typed/typed_number.h"
#include "core/rules/typed/typed_text.h"

namespace pegboard {
namespace {

constexpr double minute = 60;

std::string clock_words(long long seconds) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%lld:%02lld", seconds / 60, seconds % 60);
    return text.data();
}

/// One decimal, without a needless zero.
std::string tenths(double value) { return say_decimal(std::round(value * 10) / 10); }

std::string how_to_write(Unit unit, bool whole) {
    switch (unit) {
        case Unit::seconds:
            return "Write a time such as 45 s or 1:30.";
        case Unit::minutes:
            return "Write minutes, such as 45, or 1 h 15 min.";
        case Unit::centimetres:
            return "Write a length such as 40 cm or 1.5 m.";
        case Unit::millimetres:
            return "Write a length such as 5 mm.";
        case Unit::percent:
            return "Write a percent, such as 80.";
        case Unit::months:
            return "Write an age such as 3 y 4 m or 18 m.";
        case Unit::none:
            break;
    }
    return whole ? "Write a whole number, such as 5." : "Write a number, such as 5 or 1.5.";
}

std::string range_words(const NumberAsk& ask) {
    if (ask.least && ask.most)
        return "It can be from " + say_amount(*ask.least, ask.unit) + " to " + say_amount(*ask.most, ask.unit) + ".";
    if (ask.least) return "It can be " + say_amount(*ask.least, ask.unit) + " or more.";
    if (ask.most) return "It can be " + say_amount(*ask.most, ask.unit) + " at most.";
    return {};
}

std::string comma_words(std::string_view typed) {
    const std::string text = plain_signs(without_blanks(typed));
    const std::size_t begin = text.find_first_of("0123456789");
    const std::size_t comma = text.find(',');
    std::size_t end = comma == std::string::npos ? text.size() : comma + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (begin == std::string::npos || comma == std::string::npos || comma < begin)
        return "The comma could be read in two ways. Write the number without it, or with a point.";
    const std::string before = text.substr(begin, comma - begin);
    std::string after = text.substr(comma + 1, end - comma - 1);
    const std::string whole = before + after;
    while (after.ends_with('0')) after.pop_back();
    return "Is it " + whole + " or " + before + (after.empty() ? ".0" : "." + after) + "? Write it one of these ways.";
}

}  // namespace

std::string say_decimal(double value) {
    std::array<char, 64> text{};
    const double hundredths = std::round(value * 100) / 100;
    std::snprintf(text.data(), text.size(), "%.2f", hundredths + 0.0);
    std::string number = text.data();
    while (number.ends_with('0')) number.pop_back();
    if (number.ends_with('.')) number.pop_back();
    return number;
}

std::string say_duration(double seconds) {
    if (seconds < 0) return "-" + say_duration(-seconds);
    if (seconds < minute - 0.05) return tenths(seconds) + " s";
    const auto whole = std::llround(seconds);
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole >= 60 * 60 && whole % 60 == 0) {
        const std::string minutes = whole % 3600 == 0 ? "" : " " + std::to_string(whole % 3600 / 60) + " min";
        return std::to_string(whole / 3600) + " h" + minutes;
    }
    if (whole >= 60 * 60) {
        const std::string minutes = std::to_string(whole / 60 % 60);
        return std::to_string(whole / 3600) + ":" + (minutes.size() < 2 ? "0" : "") + minutes + ":" +
               (whole % 60 < 10 ? "0" : "") + std::to_string(whole % 60) + " h";
    }
    if (whole % 60 == 0) return std::to_string(whole / 60) + " min";
    return clock_words(whole) + " min";
}

std::string say_distance(double centimetres) {
    if (centimetres < 0) return "-" + say_distance(-centimetres);
    if (centimetres < 99.95) return tenths(centimetres) + " cm";
    return say_decimal(centimetres / 100) + " m";
}

std::string say_amount(double value, Unit unit) {
    switch (unit) {
        case Unit::percent:
            return say_decimal(value) + " %";
        case Unit::seconds:
            return say_duration(value);
        case Unit::minutes:
            return say_duration(value * minute);
        case Unit::centimetres:
            return say_distance(value);
        case Unit::millimetres:
            return value < 100 ? say_decimal(value) + " mm" : say_distance(value / 10);
        case Unit::months:
            return say_age(static_cast<int>(std::lround(value)));
        case Unit::none:
            break;
    }
    return say_decimal(value);
}

std::string say_refusal(Refusal refusal, std::string_view typed, const NumberAsk& ask) {
    switch (refusal) {
        case Refusal::which_comma:
            return comma_words(typed);
        case Refusal::which_unit:
            return ask.unit == Unit::months ? "Years or months? Write 3 y 4 m or 18 m."
                                            : "Minutes or hours? Write 65 min or 1 h 5 min.";
        case Refusal::other_unit:
            return "That is another unit. " + how_to_write(ask.unit, ask.whole);
        case Refusal::not_whole:
            return "Only whole numbers here, such as 5.";
        case Refusal::too_small:
        case Refusal::too_large:
            return range_words(ask);
        case Refusal::none:
            return {};
        case Refusal::empty:
        case Refusal::unreadable:
            break;
    }
    return how_to_write(ask.unit, ask.whole);
}

}  // namespace pegboard
