#include "core/store/clock.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace pegboard::store {
namespace {
constexpr std::int64_t seconds_a_day = 86'400;

std::int64_t floor_div(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }
}  // namespace

std::int64_t system_now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string utc_text(std::int64_t ms) {
    const std::int64_t seconds = floor_div(ms, 1000);
    const std::int64_t day = floor_div(seconds, seconds_a_day);
    const int in_day = static_cast<int>(seconds - day * seconds_a_day);
    char clock[40];
    std::snprintf(clock, sizeof clock, "T%02d:%02d:%02dZ", in_day / 3600, in_day / 60 % 60, in_day % 60);
    return iso(Date{static_cast<int>(day)}) + clock;
}

namespace {
/// Two digits at `at`; -1 for anything else.
int two_digits(std::string_view text, std::size_t at) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return is_digit(text[at]) && is_digit(text[at + 1]) ? (text[at] - '0') * 10 + text[at + 1] - '0' : -1;
}
}  // namespace

std::int64_t seconds_of(std::string_view text) {
    constexpr std::size_t length = 20;
    if (text.size() != length || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') return 0;
    const auto date = from_iso(text.substr(0, 10));
    const int hour = two_digits(text, 11), minute = two_digits(text, 14), second = two_digits(text, 17);
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return 0;
    return date->day * seconds_a_day + hour * 3600 + minute * 60 + second;
}

namespace {
/// The only place that asks the system for its time zone: an instant becomes a calendar day here.
std::tm local_time(std::int64_t ms) {
    const std::time_t seconds = static_cast<std::time_t>(floor_div(ms, 1000));
    std::tm local{};
    // Else a zone that changed while the program runs, as on a journey, would not be noticed before its next start.
    tzset();
    localtime_r(&seconds, &local);
    return local;
}
}  // namespace

Date local_date(std::int64_t ms) {
    const std::tm local = local_time(ms);
    return make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date{});
}

int local_minute(std::int64_t ms) {
    const std::tm local = local_time(ms);
    return local.tm_hour * 60 + local.tm_min;
}

}  // namespace pegboard::store
