// Civil dates: arithmetic, the words for them, and the form kept in the file. Reading what people
// type is in date_reading.cpp. No time zone is ever asked for.
#include "core/model/date.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "core/model/hours.h"

namespace pegboard {
namespace {
constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array long_months{"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};
constexpr std::array weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr int near_days = 28;
constexpr const char* no_day = "unknown date";

std::size_t index(int from_one) { return static_cast<std::size_t>(from_one - 1); }

std::string day_and_month(const YearMonthDay& at) { return std::to_string(at.day) + " " + months[index(at.month)]; }

std::optional<int> digits(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}
}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day civil{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                            std::chrono::day(static_cast<unsigned>(day))};
    if (!civil.ok()) return std::nullopt;
    return Date{static_cast<int>(std::chrono::sys_days(civil).time_since_epoch().count())};
}

YearMonthDay parts(Date date) {
    const std::chrono::year_month_day civil{std::chrono::sys_days(std::chrono::days(date.day))};
    return {static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
            static_cast<int>(static_cast<unsigned>(civil.day()))};
}

int weekday(Date date) {
    // 1970-01-01 was a Thursday.
    const int remainder = (date.day + 3) % 7;
    return remainder < 0 ? remainder + 7 : remainder;
}

Date add_months(Date date, int count) {
    const YearMonthDay from = parts(date);
    const int months_since_0 = from.year * 12 + from.month - 1 + count;
    const int year = months_since_0 >= 0 ? months_since_0 / 12 : (months_since_0 - 11) / 12;
    const int month = months_since_0 - year * 12 + 1;
    for (int day = from.day; day > 28; --day)
        if (const auto found = make_date(year, month, day)) return *found;
    return make_date(year, month, from.day < 28 ? from.day : 28).value_or(date);
}

std::string iso(Date date) {
    const YearMonthDay at = parts(date);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", at.year, at.month, at.day);
    return text;
}

std::optional<Date> from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || *year < 1900 || *year > 2199 || !month || !day) return std::nullopt;
    return make_date(*year, *month, *day);
}

std::string say(Date date) {
    if (!is_known(date)) return no_day;
    // Four digits always: two would be read as a year of this century.
    const YearMonthDay at = parts(date);
    const std::string year = std::to_string(at.year);
    return day_and_month(at) + " " + std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year;
}

std::string say_short(Date date, Date today) {
    return parts(date).year == parts(today).year ? day_and_month(parts(date)) : say(date);
}

std::string say_day(Date date) {
    if (!is_known(date)) return no_day;
    return std::string(weekdays[index(weekday(date) + 1)]).substr(0, 3) + " " + day_and_month(parts(date));
}

std::string say_long(Date date) {
    if (!is_known(date)) return no_day;
    const YearMonthDay at = parts(date);
    return std::string(weekdays[index(weekday(date) + 1)]) + " " + std::to_string(at.day) + " " +
           long_months[index(at.month)];
}

std::string say_near(Date date, Date today) {
    const int days = date - today;
    if (days == 0) return "today";
    if (days == 1) return "tomorrow";
    if (days == -1) return "yesterday";
    if (std::abs(days) > near_days) return say_short(date, today);
    return days > 0 ? "in " + std::to_string(days) + " days" : std::to_string(-days) + " days ago";
}

std::string say_time_of_day(int minute_of_day) {
    const int hour = minute_of_day / 60 % 12;
    char text[32];
    std::snprintf(text, sizeof text, "%d:%02d %s", hour == 0 ? 12 : hour, minute_of_day % 60,
                  minute_of_day < 12 * 60 ? "am" : "pm");
    return text;
}

namespace {
std::atomic<Hours> said_hours{Hours::twelve};
}  // namespace

Hours hours_of(std::string_view time_format) {
    return time_format.find("%H") != std::string_view::npos || time_format.find("%T") != std::string_view::npos ||
                   time_format.find("%R") != std::string_view::npos || time_format.find("%k") != std::string_view::npos
               ? Hours::twenty_four
               : Hours::twelve;
}

void say_hours(Hours hours) { said_hours = hours; }

std::string say_time(int minute_of_day) {
    if (said_hours == Hours::twelve) return say_time_of_day(minute_of_day);
    char text[32];
    std::snprintf(text, sizeof text, "%d:%02d", minute_of_day / 60, minute_of_day % 60);
    return text;
}

}  // namespace pegboard
