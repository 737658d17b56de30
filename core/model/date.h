// Civil dates as a day number: no time zone, no time_t. Minutes of day are plain ints 0..1439.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pegboard {

struct Date {
    int day = 0;  ///< days since 1970-01-01, may be negative
    auto operator<=>(const Date&) const = default;
    Date operator+(int days) const { return {day + days}; }
    Date operator-(int days) const { return {day - days}; }
    int operator-(Date other) const { return day - other.day; }
};

/// Stands for a date of the file that cannot be read (31 December 9999): later than any day, so that nothing is done
/// because of it, and said to be unknown.
inline constexpr Date unknown_date{2'932'896};
inline bool is_known(Date date) { return date != unknown_date; }
/// The date where it can be reckoned with.
inline std::optional<Date> known(std::optional<Date> date) { return date && is_known(*date) ? date : std::nullopt; }

struct YearMonthDay {
    int year = 1970;
    int month = 1;  ///< 1..12
    int day = 1;    ///< 1..31
};

/// The day number of a civil date, or nothing when that date does not exist.
std::optional<Date> make_date(int year, int month, int day);
/// Year, month and day of a date.
YearMonthDay parts(Date date);
/// 0 Monday .. 6 Sunday.
int weekday(Date date);
/// The same day `months` later; the last day of the month when that day does not exist.
Date add_months(Date date, int months);
/// "2026-09-29", the form kept in the file.
std::string iso(Date date);
/// Reads "2026-09-29"; years 1900 to 2199, as in what is typed.
std::optional<Date> from_iso(std::string_view text);
/// Which of two numbers stands first where both could be the month: 4/5 is 5 April in the United States, 4 May in most
/// other countries. Dots ("4.5.") are day first everywhere.
enum class DateOrder { month_first, day_first };
/// Reads what people type: "29 Sep 2026", "29.9.26", "9/29", "2026-09-29", "today", "+2w", "fri", years 1900 to 2199.
/// `today` anchors what is left out. Nothing when it is no date.
std::optional<Date> read_date(std::string_view text, Date today, DateOrder order = DateOrder::month_first);
/// The order of a locale's own dates by its format ("%m/%d/%Y"); month first where it names none.
DateOrder order_of(std::string_view date_format);
/// "29 Sep 2026".
std::string say(Date date);
/// "29 Sep" in the year of today, else "29 Sep 2026".
std::string say_short(Date date, Date today);
/// "Tue 22 Sep".
std::string say_day(Date date);
/// "Tuesday 29 September".
std::string say_long(Date date);
/// "today", "tomorrow", "yesterday", "in 12 days", "3 days ago", else say_short.
std::string say_near(Date date, Date today);
/// "1:30 pm" for 810, or "13:30" where this machine says so (hours.h): in either form the half of the day is told.
std::string say_time(int minute_of_day);
/// "5:30 pm": where it is said which half of the day a typed time was taken for.
std::string say_time_of_day(int minute_of_day);
/// Reads "1:30", "13:30", "9", "9.15", "1:30 pm"; hours 1 to 6 without am or pm are afternoon.
std::optional<int> read_time(std::string_view text);
/// A time field holds what read_time reads back to the same minute, in the hours everything else is said in: "1:30 pm";
/// on a machine with 24 hours "7:30", "13:30", "6:15 am".
std::string write_time(int minute_of_day);

}  // namespace pegboard
