// Numbers, times, lengths, ages and "n of m" as people type them. What is expected was worked out by hand.
#include "core/rules/typed/typed_number.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace pegboard::test {
namespace {

constexpr double refused = -1;

struct Case {
    const char* typed;
    double value;  ///< `refused` when it is not taken
    bool unusual = false;
    Refusal why = Refusal::none;
};

template <std::size_t N>
void expect_all(const std::array<Case, N>& cases, const NumberAsk& ask) {
    for (const Case& each : cases) {
        const TypedNumber read = read_number(each.typed, ask);
        SCOPED_TRACE(each.typed);
        if (each.value == refused) {
            EXPECT_FALSE(read.value) << read.value.value_or(0);
            if (each.why != Refusal::none) {
                EXPECT_EQ(read.refusal, each.why);
            }
            EXPECT_NE(read.refusal, Refusal::none);
            EXPECT_FALSE(say_refusal(read.refusal, each.typed, ask).empty());
            continue;
        }
        ASSERT_TRUE(read.value);
        EXPECT_NEAR(*read.value, each.value, 0.0001);
        EXPECT_EQ(read.unusual, each.unusual);
        EXPECT_EQ(read.refusal, Refusal::none);
    }
}

TEST(TypedNumber, a_plain_number_is_read_and_half_a_number_is_not) {
    using enum Refusal;
    constexpr std::array cases{
        Case{"5", 5},
        Case{" 5 ", 5},
        Case{"0", 0},
        Case{"007", 7},
        Case{"12.5", 12.5},
        Case{"1.25", 1.25},
        Case{"+3", 3},
        Case{"1,5", 1.5, true},
        Case{"0,5", 0.5, true},
        Case{"1,25", 1.25, true},
        Case{"0,125", 0.125, true},
        Case{"12,3456", 12.3456, true},
        Case{".5", 0.5, true},
        Case{"1.150", 1.15, true},
        Case{"1,200,000", 1200000, true},
        Case{"1,200.5", 1200.5, true},
        Case{"1.200,5", 1200.5, true},
        Case{"1 200", 1200, true},
        Case{"1\u00A0200", 1200, true},
        Case{"1\u202F200,5", 1200.5, true},
        Case{"\u200B5\uFEFF", 5},
        Case{"\uFF15", 5},
        Case{"\u0665", 5},
        Case{"1,200", refused, false, which_comma},
        Case{"1,150", refused, false, which_comma},
        Case{"12,000", refused, false, which_comma},
        Case{"", refused, false, empty},
        Case{"  ", refused, false, empty},
        Case{"\u00A0", refused, false, empty},
        Case{"1o", refused, false, unreadable},
        Case{"o", refused, false, unreadable},
        Case{"five", refused, false, unreadable},
        Case{"5.", refused, false, unreadable},
        Case{"5,", refused, false, unreadable},
        Case{",", refused},
        Case{".", refused},
        Case{"-", refused},
        Case{"1..5", refused},
        Case{"1,,5", refused},
        Case{"1.2.3", refused},
        Case{"1,2,3", refused},
        Case{"12,34,567", refused},
        Case{"1 2", refused},
        Case{"12 34", refused},
        Case{"1e3", refused, false, unreadable},
        Case{"inf", refused, false, unreadable},
        Case{"nan", refused, false, unreadable},
        Case{"0x10", refused},
        Case{"5-6", refused},
        Case{"5/6", refused},
        Case{"5 m", refused},
        Case{"5%", refused},
        Case{"1234567890123456", refused, false, unreadable},
        Case{"99999999999999999999999999999999999999999999", refused},
    };
    expect_all(cases, {});
    EXPECT_EQ(read_number("-5", {}).value, -5);
    EXPECT_EQ(read_number("\u22125", {}).value, -5) << "a minus as word processors write it";
}

TEST(TypedNumber, a_number_alone_is_kept_exactly_in_every_unit) {
    const std::pair<const char*, double> typed[] = {
        {"14", 14}, {"0.1", 0.1}, {"2.54", 2.54}, {"33.3", 33.3}, {"1418", 1418}, {"999999999999999", 999999999999999}};
    for (const Unit unit :
         {Unit::none, Unit::percent, Unit::seconds, Unit::minutes, Unit::centimetres, Unit::millimetres, Unit::months})
        for (const auto& [words, value] : typed)
            EXPECT_EQ(read_number(words, {.unit = unit, .unit_shown = true}).value, value) << words;
    EXPECT_EQ(read_number("12 m", {.unit = Unit::centimetres}).value, 1200);
    EXPECT_EQ(read_number("33.3 mm", {.unit = Unit::millimetres}).value, 33.3);
}

TEST(TypedNumber, what_is_counted_is_whole_and_within_its_range) {
    using enum Refusal;
    constexpr std::array cases{
        Case{"5", 5},
        Case{"5.0", 5},
        Case{"240", 240},
        Case{"2.9", refused, false, not_whole},
        Case{"4", refused, false, too_small},
        Case{"-5", refused, false, too_small},
        Case{"241", refused, false, too_large},
        Case{"1o", refused, false, unreadable},
        Case{"", refused, false, empty},
    };
    expect_all(cases, {.whole = true, .least = 5, .most = 240});
}

TEST(TypedNumber, a_time_is_read_with_or_without_its_unit) {
    using enum Refusal;
    constexpr std::array cases{
        Case{"45", 45},
        Case{"45.5", 45.5},
        Case{"45 s", 45, true},
        Case{"45s", 45, true},
        Case{"45 sec", 45, true},
        Case{"45 sec.", 45, true},
        Case{"45 SECONDS", 45, true},
        Case{"1:05", 65, true},
        Case{"1:05 min", 65, true},
        Case{"1:05 s", refused, false, unreadable},
        Case{"0:45", 45, true},
        Case{"12:30", 750, true},
        Case{"90:00", 5400, true},
        Case{"1:05.5", 65.5, true},
        Case{"1:02:03", 3723, true},
        Case{"1\uFF1A05", 65, true},
        Case{"1 min 5 s", 65, true},
        Case{"1min5s", 65, true},
        Case{"1 min 5", 65, true},
        Case{"5 m", refused, false, other_unit},
        Case{"1'05\"", 65, true},
        Case{"1\u203205\u2033", 65, true},
        Case{"2 min", 120, true},
        Case{"2 minutes", 120, true},
        Case{"1.5 min", 90, true},
        Case{"1,5 min", 90, true},
        Case{"1 h", 3600, true},
        Case{"1 h 2 min", 3720, true},
        Case{"1 hr 2 min 3 sec", 3723, true},
        Case{"1\u00A0min\u00A05\u00A0s", 65, true},
        Case{"1:75", refused, false, unreadable},
        Case{"1:5", refused, false, unreadable},
        Case{"1:", refused, false, unreadable},
        Case{":30", refused, false, unreadable},
        Case{"1:2:3", refused, false, unreadable},
        Case{"1:02:03:04", refused, false, unreadable},
        Case{"1:0o", refused},
        Case{"1 min 75 s", refused, false, unreadable},
        Case{"5 s 1 min", refused, false, unreadable},
        Case{"1 min 1 min", refused, false, unreadable},
        Case{"1.5 min 5 s", refused, false, unreadable},
        Case{"12 cm", refused, false, other_unit},
        Case{"12 apples", refused, false, other_unit},
        Case{"1,150 s", refused, false, which_comma},
        Case{"1,150", refused, false, which_comma},
        Case{"min", refused},
        Case{"25:10:3o", refused},
    };
    expect_all(cases, {.unit = Unit::seconds, .least = 0});
}

TEST(TypedNumber, a_length_is_read_in_the_units_people_measure_with) {
    using enum Refusal;
    constexpr std::array cases{
        Case{"210", 210},
        Case{"210 cm", 210, true},
        Case{"12 m", 1200, true},
        Case{"12m", 1200, true},
        Case{"1.5 m", 150, true},
        Case{"1,5 m", 150, true},
        Case{"2 m 10", 210, true},
        Case{"2 m 10 cm", 210, true},
        Case{"2m10", 210, true},
        Case{"5 mm", 0.5, true},
        Case{"3 meters", 300, true},
        Case{"3 metres", 300, true},
        Case{"1 km", 100000, true},
        Case{"1 mile", 160934.4, true},
        Case{"10 yd", 914.4, true},
        Case{"6 ft", 182.88, true},
        Case{"6 feet 2 inches", 187.96, true},
        Case{"6'2\"", 187.96, true},
        Case{"6\u20192\u201D", 187.96, true},
        Case{"6 ft 2", 187.96, true},
        Case{"24 in", 60.96, true},
        Case{"24 in.", 60.96, true},
        Case{"6 ft 12 in", refused, false, unreadable},
        Case{"2 m 150 cm", refused, false, unreadable},
        Case{"10 cm 2 m", refused, false, unreadable},
        Case{"1:05", refused, false, unreadable},
        Case{"12 s", refused, false, other_unit},
        Case{"12 mx", refused, false, other_unit},
        Case{"1,200 m", refused, false, which_comma},
        Case{"-2 m", refused, false, too_small},
        Case{"m", refused},
    };
    expect_all(cases, {.unit = Unit::centimetres, .least = 0});
    EXPECT_EQ(read_number("1.5 cm", {.unit = Unit::millimetres}).value, 15);
    EXPECT_EQ(read_number("4 mm", {.unit = Unit::millimetres}).value, 4);
}

TEST(TypedNumber, minutes_take_hours_and_percents_their_sign) {
    using enum Refusal;
    constexpr std::array minutes{
        Case{"45", 45},
        Case{"45 min", 45, true},
        Case{"1 h", 60, true},
        Case{"1 h 15 min", 75, true},
        Case{"1 h 15", 75, true},
        Case{"1.5 h", 90, true},
        Case{"1:15", refused, false, which_unit},
        Case{"90 s", refused, false, not_whole},
        Case{"5 h", refused, false, too_large},
    };
    expect_all(minutes, {.unit = Unit::minutes, .whole = true, .least = 5, .most = 240});
    constexpr std::array percents{
        Case{"80", 80},
        Case{"80 %", 80},
        Case{"80%", 80},
        Case{"80.5", 80.5},
        Case{"80 percent", 80},
        Case{"101", refused, false, too_large},
        Case{"80 cm", refused, false, other_unit},
        Case{"4/5", refused},
    };
    expect_all(percents, {.unit = Unit::percent, .least = 0, .most = 100});
}

TEST(TypedNumber, an_age_needs_its_unit_where_it_could_be_years_or_months) {
    using enum Refusal;
    constexpr std::array cases{
        Case{"30", 30},
        Case{"0", 0},
        Case{"2", 2},
        Case{"3 y 4 m", 40, true},
        Case{"3y4m", 40, true},
        Case{"3 years 4 months", 40, true},
        Case{"3 yrs", 36, true},
        Case{"3;4", 40, true},
        Case{"3;11", 47, true},
        Case{"3 y 4", 40, true},
        Case{"18 m", 18, true},
        Case{"18 mo", 18, true},
        Case{"18 months", 18, true},
        Case{"2.5 y", 30, true},
        Case{"2,5 years", 30, true},
        Case{"5", refused, false, which_unit},
        Case{"18", refused, false, which_unit},
        Case{"3 y 12 m", refused, false, unreadable},
        Case{"3;12", refused, false, unreadable},
        Case{"4 m 3 y", refused, false, unreadable},
        Case{"3:4", refused},
        Case{"3-4", refused},
        Case{"3 w", refused, false, other_unit},
        Case{"-3 y", refused, false, too_small},
    };
    expect_all(cases, {.unit = Unit::months, .whole = true, .least = 0, .most = 300});
}

TEST(TypedNumber, an_age_in_a_field_that_says_months_is_in_months) {
    const NumberAsk ask{.unit = Unit::months, .whole = true, .least = 0, .most = 300, .unit_shown = true};
    EXPECT_EQ(read_number("5", ask).value, 5);
    EXPECT_EQ(read_number("18", ask).value, 18);
    EXPECT_EQ(read_number("3 y 4 m", ask).value, 40);
}

TEST(TypedNumber, so_many_of_so_many_is_two_whole_numbers) {
    for (const char* typed :
         {"4 of 5", "4/5", "4 / 5", "4 out of 5", "4 from 5", "4 OF 5", "4\u20445", " 4 of 5 ", "4\u00A0of\u00A05"})
        EXPECT_EQ(read_ratio(typed), (Ratio{4, 5})) << typed;
    EXPECT_EQ(read_ratio("0 of 5"), (Ratio{0, 5}));
    EXPECT_EQ(read_ratio("5/5"), (Ratio{5, 5}));
    for (const char* typed : {"", "4", "of", "4 of", "of 5", "4 of 1o", "2 of 2.9", "2.9 of 5", "6 of 5", "4 of 0",
                              "4 of 5 of 6", "4/5/6", "-4/5", "4-5", "4 with 5", "1,200 of 1,500", "4of5x"})
        EXPECT_FALSE(read_ratio(typed)) << typed;
}

TEST(TypedNumber, an_ambiguous_comma_is_asked_about_with_both_readings) {
    EXPECT_EQ(say_refusal(Refusal::which_comma, "1,200", {}), "Is it 1200 or 1.2? Write it one of these ways.");
    EXPECT_EQ(say_refusal(Refusal::which_comma, " 1,150 s", {}), "Is it 1150 or 1.15? Write it one of these ways.");
    EXPECT_EQ(say_refusal(Refusal::which_comma, "12,000", {}), "Is it 12000 or 12.0? Write it one of these ways.");
    EXPECT_EQ(say_refusal(Refusal::too_large, "500", {.unit = Unit::minutes, .least = 5, .most = 240}),
              "It can be from 5 min to 4 h.");
}

TEST(SayNumber, times_are_minutes_and_lengths_are_metres) {
    const std::pair<double, const char*> times[] = {
        {0, "0 s"},    {0.5, "0.5 s"},      {45, "45 s"},        {59.9, "59.9 s"},  {59.97, "1 min"},
        {60, "1 min"}, {65, "1:05 min"},    {90, "1:30 min"},    {475, "7:55 min"}, {1200, "20 min"},
        {3600, "1 h"}, {3900, "1 h 5 min"}, {3661, "1:01:01 h"}, {-30, "-30 s"},
    };
    for (const auto& [seconds, words] : times) EXPECT_EQ(say_duration(seconds), words) << seconds;
    const std::pair<double, const char*> lengths[] = {
        {0, "0 cm"},    {8, "8 cm"},       {8.25, "8.3 cm"}, {99.9, "99.9 cm"},  {100, "1 m"},
        {150, "1.5 m"}, {1418, "14.18 m"}, {2000, "20 m"},   {120000, "1200 m"},
    };
    for (const auto& [cm, words] : lengths) EXPECT_EQ(say_distance(cm), words) << cm;
    EXPECT_EQ(say_amount(80, Unit::percent), "80 %");
    EXPECT_EQ(say_amount(40, Unit::months), "3 y 4 m");
    EXPECT_EQ(say_amount(75, Unit::minutes), "1 h 15 min");
    EXPECT_EQ(say_amount(5, Unit::millimetres), "5 mm");
    EXPECT_EQ(say_decimal(1.2), "1.2");
    EXPECT_EQ(say_decimal(-0.001), "0");
}

TEST(SayNumber, what_is_said_of_a_time_or_a_length_reads_as_the_same) {
    for (int seconds = 0; seconds < 4000; ++seconds)
        ASSERT_EQ(read_number(say_duration(seconds), {.unit = Unit::seconds}).value, seconds) << say_duration(seconds);
    for (int cm = 0; cm < 30'000; ++cm)
        ASSERT_NEAR(read_number(say_distance(cm), {.unit = Unit::centimetres}).value.value_or(-1), cm, 0.001)
            << say_distance(cm);
    for (int months = 0; months < 300; ++months)
        ASSERT_EQ(read_number(say_amount(months, Unit::months), {.unit = Unit::months}).value, months)
            << say_amount(months, Unit::months);
}

}  // namespace
}  // namespace pegboard::test
