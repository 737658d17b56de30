// Dates and ages: arithmetic, what people type, the words shown.
#include "core/model/date.h"

#include <gtest/gtest.h>

#include "core/library/library.h"
#include "core/model/hours.h"
#include "core/rules/age.h"

namespace pegboard::test {
namespace {

Date on(int year, int month, int day) { return make_date(year, month, day).value(); }
const Date today = on(2026, 9, 29);  // a Tuesday

TEST(Date, EveryDayFrom1900To2100GoesThereAndBack) {
    Date date = on(1900, 1, 1);
    const Date end = on(2100, 12, 31);
    int day_of_week = weekday(date);
    EXPECT_EQ(day_of_week, 0);  // a Monday
    for (; date <= end; date = date + 1, day_of_week = (day_of_week + 1) % 7) {
        const YearMonthDay at = parts(date);
        ASSERT_EQ(make_date(at.year, at.month, at.day), date);
        ASSERT_EQ(from_iso(iso(date)), date) << iso(date);
        ASSERT_EQ(weekday(date), day_of_week);
        ASSERT_EQ(read_date(say(date), today), date) << say(date);
    }
    EXPECT_EQ(iso(Date{0}), "1970-01-01");
    EXPECT_EQ(iso(on(2038, 1, 20)), "2038-01-20");
}

TEST(Date, DaysThatDoNotExistAreNone) {
    EXPECT_FALSE(make_date(2025, 2, 29));
    EXPECT_FALSE(make_date(1900, 2, 29));
    EXPECT_TRUE(make_date(2000, 2, 29));
    EXPECT_FALSE(make_date(2026, 4, 31));
    EXPECT_FALSE(make_date(2026, 13, 1));
    EXPECT_FALSE(make_date(2026, 0, 1));
    for (const char* text : {"", "2026-9-29", "2026-02-30", "2026/09/29", "abcd-ef-gh", "2026-09-29x"})
        EXPECT_FALSE(from_iso(text)) << text;
}

TEST(Date, MonthsAreAddedToTheLastDayThatExists) {
    EXPECT_EQ(add_months(on(2024, 2, 29), 12), on(2025, 2, 28));
    EXPECT_EQ(add_months(on(2024, 2, 29), 48), on(2028, 2, 29));
    EXPECT_EQ(add_months(on(2026, 1, 31), 1), on(2026, 2, 28));
    EXPECT_EQ(add_months(on(2026, 3, 31), -1), on(2026, 2, 28));
    EXPECT_EQ(add_months(on(2026, 1, 15), -13), on(2024, 12, 15));
}

struct Typed {
    const char* text;
    const char* expected;  ///< iso, or empty for none
};
class ReadDate : public testing::TestWithParam<Typed> {};
TEST_P(ReadDate, ReadsWhatPeopleType) {
    const auto date = read_date(GetParam().text, today);
    EXPECT_EQ(date ? iso(*date) : "", GetParam().expected) << GetParam().text;
}
INSTANTIATE_TEST_SUITE_P(
    Date, ReadDate,
    testing::Values(Typed{"29 Sep 2026", "2026-09-29"}, Typed{"29.9.26", "2026-09-29"}, Typed{"29/9", "2026-09-29"},
                    Typed{"2026-09-29", "2026-09-29"}, Typed{"today", "2026-09-29"}, Typed{"Today ", "2026-09-29"},
                    Typed{"tomorrow", "2026-09-30"}, Typed{"yesterday", "2026-09-28"}, Typed{"+2w", "2026-10-13"},
                    Typed{"+ 3 days", "2026-10-02"}, Typed{"-1m", "2026-08-29"}, Typed{"+1y", "2027-09-29"},
                    Typed{"in 2 weeks", "2026-10-13"}, Typed{"3 days ago", "2026-09-26"}, Typed{"fri", "2026-10-02"},
                    Typed{"Tuesday", "2026-09-29"}, Typed{"next fri", "2026-10-09"}, Typed{"29 sept", "2026-09-29"},
                    Typed{"Sep 29, 2026", "2026-09-29"}, Typed{"29th of September 2026", "2026-09-29"},
                    Typed{"the 1st of March", "2027-03-01"}, Typed{"Tue 29 Sep", "2026-09-29"},
                    Typed{"5 Jan", "2027-01-05"}, Typed{"5/6", "2026-05-06"}, Typed{"9/29", "2026-09-29"},
                    Typed{"29-9-2019", "2019-09-29"}, Typed{"3.4.15", "2015-04-03"}, Typed{"1.1.99", "1999-01-01"},
                    Typed{"29 Feb 2028", "2028-02-29"}, Typed{"29 Feb 2027", ""}, Typed{"31/4", ""}, Typed{"", ""},
                    Typed{"soon", ""}, Typed{"29", ""}, Typed{"2026", ""}, Typed{"+", ""}, Typed{"12345678", ""},
                    Typed{"Sep Oct 3", ""}, Typed{"1 2 3 4", ""}, Typed{"29 Sep 20266", ""}, Typed{"29\xC3\xA9", ""},
                    Typed{"+9999y", ""}, Typed{"13/13/2020", ""}));

struct TypedBothWays {
    const char* text;
    const char* month_first;
    const char* day_first;
};
constexpr TypedBothWays by_order[] = {
    {"4/5/2026", "2026-04-05", "2026-05-04"},
    {"4-5-2026", "2026-04-05", "2026-05-04"},
    {"04/05/26", "2026-04-05", "2026-05-04"},
    {"4/5", "2026-04-05", "2026-05-04"},
    {"12/25/2019", "2019-12-25", "2019-12-25"},
    {"25/12/2019", "2019-12-25", "2019-12-25"},
    {"4.5.2026", "2026-05-04", "2026-05-04"},
    {"2026-05-04", "2026-05-04", "2026-05-04"},
    {"2026/5/4", "2026-05-04", "2026-05-04"},
    {"13/13/2020", "", ""},
    {"2/29/2027", "", ""},
    {"29/2/2028", "2028-02-29", "2028-02-29"},
    {"11/31/2026", "", ""},
    {"31 Nov", "", ""},
    {"31 Nov 2026", "", ""},
    {"-5/6", "", ""},
    {"+2/3", "", ""},
    {"4/5/202", "", ""},
    {"4/5/20266", "", ""},
    {"4/5/1026", "", ""},
    {"4/5/2026/7", "", ""},
    {"004/5/2026", "", ""},
    {"4\u20135\u20132026", "2026-04-05", "2026-05-04"},
    {"4\u00A0May\u00A02026", "2026-05-04", "2026-05-04"},
    {"\u200B4 May 2026", "2026-05-04", "2026-05-04"},
    {"4\u22155\u22152026", "2026-04-05", "2026-05-04"},
    {"\uFF14/\uFF15/2026", "2026-04-05", "2026-05-04"},
    {"4 May 2026 5 June 2026", "", ""},
    {"4 5", "2026-04-05", "2026-05-04"},
};
TEST(Date, NumbersAreReadInTheOrderOfThePlace) {
    const auto read = [](const char* text, DateOrder order) {
        const auto date = read_date(text, today, order);
        return date ? iso(*date) : std::string();
    };
    for (const TypedBothWays& each : by_order) {
        EXPECT_EQ(read(each.text, DateOrder::month_first), each.month_first) << each.text;
        EXPECT_EQ(read(each.text, DateOrder::day_first), each.day_first) << each.text;
    }
    EXPECT_EQ(order_of("%m/%d/%Y"), DateOrder::month_first);
    EXPECT_EQ(order_of("%m/%d/%y"), DateOrder::month_first);
    EXPECT_EQ(order_of("%d.%m.%Y"), DateOrder::day_first);
    EXPECT_EQ(order_of("%Y-%m-%d"), DateOrder::month_first);
    EXPECT_EQ(order_of("%e/%m/%y"), DateOrder::day_first);
    EXPECT_EQ(order_of(""), DateOrder::month_first);
}

TEST(Date, IsSaidInAFewForms) {
    EXPECT_EQ(say(today), "29 Sep 2026");
    EXPECT_EQ(say_short(on(2026, 1, 5), today), "5 Jan");
    EXPECT_EQ(say_short(on(2027, 1, 5), today), "5 Jan 2027");
    EXPECT_EQ(say_day(today), "Tue 29 Sep");
    EXPECT_EQ(say_long(on(2026, 9, 22)), "Tuesday 22 September");
    EXPECT_EQ(say_near(today, today), "today");
    EXPECT_EQ(say_near(today + 1, today), "tomorrow");
    EXPECT_EQ(say_near(today - 1, today), "yesterday");
    EXPECT_EQ(say_near(today + 12, today), "in 12 days");
    EXPECT_EQ(say_near(today - 3, today), "3 days ago");
    EXPECT_EQ(say_near(today + 90, today), "28 Dec");
}

TEST(Time, IsReadAndSaid) {
    const std::pair<const char*, int> readable[] = {{"1:30", 810},
                                                    {"13:30", 810},
                                                    {"9", 540},
                                                    {"9.15", 555},
                                                    {"1:30 pm", 810},
                                                    {"1:30am", 90},
                                                    {"12", 720},
                                                    {"12 am", 0},
                                                    {"12:05 pm", 725},
                                                    {"0930", 570},
                                                    {"130", 810},
                                                    {"6", 1080},
                                                    {"7", 420},
                                                    {"0:15", 15},
                                                    {"9:15 p.m.", 1275},
                                                    {"noon", 720},
                                                    {"14h", 840},
                                                    {"1:30\u00A0pm", 810},
                                                    {"1\uFF1A30 pm", 810},
                                                    {"\u200B9:15", 555}};
    for (const auto& [text, minute] : readable) EXPECT_EQ(read_time(text), minute) << text;
    for (const char* text : {"", "25", "9:60", "9:5", "13 pm", "0 am", "nine", "9:15:20", "12345", "-9", "25:10",
                             "13:1510:3o", "9:15 xm", "24:00", "9\u201310"})
        EXPECT_FALSE(read_time(text)) << text;
    EXPECT_EQ(say_time(810), "1:30 pm");
    EXPECT_EQ(say_time_of_day(17 * 60 + 30), "5:30 pm");
    EXPECT_EQ(say_time_of_day(5), "12:05 am");
    EXPECT_EQ(say_time(0), "12:00 am");
    for (int minute = 0; minute < 24 * 60; ++minute)
        ASSERT_EQ(read_time(write_time(minute)), minute) << write_time(minute);
    EXPECT_EQ(write_time(810), "1:30 pm") << "said as it was typed";
    say_hours(Hours::twenty_four);
    for (int minute = 0; minute < 24 * 60; ++minute)
        EXPECT_EQ(read_time(write_time(minute)), minute) << write_time(minute);
    EXPECT_EQ(write_time(810), "13:30");
    say_hours(Hours::twelve);
}

TEST(Age, CountsCompletedMonths) {
    EXPECT_EQ(age_months(on(2020, 5, 29), today), 76);
    EXPECT_EQ(age_months(on(2020, 5, 30), today), 75);
    EXPECT_EQ(age_months(on(2024, 2, 29), on(2025, 2, 28)), 12);
    EXPECT_EQ(age_months(on(2024, 2, 29), on(2025, 2, 27)), 11);
    EXPECT_EQ(age_months(on(2026, 8, 31), on(2026, 9, 30)), 1);
    EXPECT_EQ(age_months(today + 1, today), 0);
    EXPECT_EQ(say_age(76), "6 y 4 m");
    EXPECT_EQ(say_age(72), "6 y");
    EXPECT_EQ(say_age(9), "9 m");
    EXPECT_EQ(say_age_long(76), "6 years 4 months");
    EXPECT_EQ(say_age_long(13), "1 year 1 month");
    EXPECT_EQ(say_age_long(1), "1 month");
}

TEST(Age, IsCorrectedForBeingBornEarlyUntilTwo) {
    const Date born = on(2025, 9, 29);                    // 12 months ago
    EXPECT_EQ(corrected_age_months(born, 28, today), 9);  // 12 weeks off
    EXPECT_EQ(corrected_age_months(born, 36, today), 11);
    EXPECT_FALSE(corrected_age_months(born, 37, today));
    EXPECT_FALSE(corrected_age_months(born, std::nullopt, today));
    EXPECT_FALSE(corrected_age_months(on(2024, 9, 29), 28, today)) << "24 months is the end";
    EXPECT_TRUE(corrected_age_months(on(2024, 9, 30), 28, today));
    EXPECT_EQ(corrected_age_months(today - 7, 28, today), 0);
}

TEST(Fold, PutsNamesIntoPlainLetters) {
    const std::pair<const char*, const char*> names[] = {{"Łucja Nguyễn", "lucja nguyen"},
                                                         {"Zoë", "zoe"},
                                                         {"Weiß", "weiss"},
                                                         {"Åse Øster", "ase oster"},
                                                         {"Đặng Thị Hương", "dang thi huong"},
                                                         {"Çağlar İpek", "caglar ipek"},
                                                         {"N\xCC\x83u", "nu"},
                                                         {"Ærø", "aero"},
                                                         {"ΑΝΝΑ", "αννα"},
                                                         {"Юлия", "юлия"},
                                                         {"李", "李"},
                                                         {"\xFF", "\uFFFD"}};
    for (const auto& [name, folded] : names) EXPECT_EQ(fold(name), folded);
}

TEST(Time, IsSaidAsTheMachineSaysItAndInEitherFormTellsTheHalfOfTheDay) {
    EXPECT_EQ(hours_of("%r"), Hours::twelve);
    EXPECT_EQ(hours_of("%I:%M:%S %p"), Hours::twelve);
    EXPECT_EQ(hours_of("%H:%M:%S"), Hours::twenty_four);
    EXPECT_EQ(hours_of("%T"), Hours::twenty_four);
    EXPECT_EQ(say_time(23 * 60 + 49), "11:49 pm");
    EXPECT_EQ(say_time(1), "12:01 am");
    say_hours(Hours::twenty_four);
    EXPECT_EQ(say_time(23 * 60 + 49), "23:49");
    EXPECT_EQ(say_time(1), "0:01");
    say_hours(Hours::twelve);
}

}  // namespace
}  // namespace pegboard::test
