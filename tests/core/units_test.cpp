// Lengths and times as people write them: what is read, what is refused, how a value is said.
#include "core/rules/typed/units.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <utility>

namespace pegboard::units {
namespace {

struct Read {
    const char* words;
    double value;  ///< below 0: nothing is read
};

TEST(Units, LengthsAsPeopleWriteThem) {
    const LengthUnit plain{}, laps{"laps", 2500}, feet{"ft", 0};
    for (const Read& each : {Read{"12 m", 1200},
                             {"12m", 1200},
                             {"210 cm", 210},
                             {"2.1 m", 210},
                             {"2,1 m", 210},
                             {"15", 15},
                             {"6 ft", 182.88},
                             {"6 ft 2 in", 187.96},
                             {"6'2\"", 187.96},
                             {"3 feet", 91.44},
                             {"30 inches", 76.2},
                             {"1 mile", 160934.4},
                             {"0.5 mi", 80467.2},
                             {"1.2 km", 120000},
                             {"8 mm", 0.8},
                             {"4 Meters", 400},
                             {"1 m 20 cm", 120},
                             {"5 yd", 457.2},
                             {"0 cm", 0}})
        EXPECT_NEAR(read_length(each.words, plain).value_or(-1), each.value, 1e-6) << each.words;
    for (const char* wrong : {"", "m", "12 seconds", "twelve", "1,200 cm", "1.2.3 m", "5 laps", "20 cm 1 m",
                              "6 ft tall", "-3 m", "3 m and more", "1e5 m", "12 mmm", "5 %"})
        EXPECT_FALSE(read_length(wrong, plain)) << wrong;
    EXPECT_EQ(read_length("3 laps", laps), 7500);
    EXPECT_EQ(read_length("2.5", laps), 6250) << "a bare number is in the goal's unit";
    EXPECT_EQ(read_length("100 m", laps), 10000) << "any other may be typed";
    EXPECT_NEAR(*read_length("10", feet), 304.8, 1e-9);
}

TEST(Units, TimesAsPeopleWriteThem) {
    for (const Read& each : {Read{"75", 75},
                             {"75 s", 75},
                             {"1:15", 75},
                             {"1:15 min", 75},
                             {"0:07", 7},
                             {"1:02:30", 3750},
                             {"1 min 15 s", 75},
                             {"2 min", 120},
                             {"1.5 min", 90},
                             {"1,5 min", 90},
                             {"20 minutes", 1200},
                             {"1 h", 3600},
                             {"1 h 5 min", 3900},
                             {"12.5 seconds", 12.5},
                             {"90 sec", 90}})
        EXPECT_NEAR(read_time(each.words).value_or(-1), each.value, 1e-9) << each.words;
    for (const char* wrong : {"", ":", "1:75", "1:", "5 m", "1,150", "15 s 2 min", "soon", "-4", "1:15:99", "3 of 5"})
        EXPECT_FALSE(read_time(wrong)) << wrong;
}

TEST(Units, AValueIsSaidInTheUnitOfTheGoal) {
    EXPECT_EQ(say_length(60), "60 cm");
    EXPECT_EQ(say_length(1418), "14.18 m");
    EXPECT_EQ(say_length(160934.4, {"mi", 0}), "1 mi");
    EXPECT_EQ(say_length(187.96, {"ft", 0}), "6 ft 2 in");
    EXPECT_EQ(say_length(20, {"ft", 0}), "8 in");
    EXPECT_EQ(say_length(6250, {"laps", 2500}), "2.5 laps");
    EXPECT_EQ(say_length(2500, {"laps", 2500}), "1 lap");
    EXPECT_EQ(say_length(2500, {"laps", 0}), "25 m") << "laps of unknown length cannot be counted";
    EXPECT_EQ(say_time(7), "7 s");
    EXPECT_EQ(say_time(475), "7:55 min");
    EXPECT_EQ(say_time(1200), "20 min");
    EXPECT_EQ(say_time(3900), "1 h 5 min");
    EXPECT_EQ(say_time(3725), "1:02:05 h");
}

TEST(Units, WhatIsSaidIsReadBack) {
    for (const LengthUnit unit : {LengthUnit{}, {"m", 0}, {"cm", 0}, {"laps", 2000}, {"km", 0}})
        for (const double cm : {1.0, 15.0, 99.0, 100.0, 215.0, 2000.0, 16000.0}) {
            const double most = unit.unit == "km" ? 500 : unit.unit == "laps" ? 10 : 0.5;
            EXPECT_NEAR(read_length(say_length(cm, unit), unit).value_or(-1), cm, most) << say_length(cm, unit);
        }
    for (const double seconds : {1.0, 59.0, 60.0, 75.0, 600.0, 3599.0, 3600.0})
        EXPECT_NEAR(read_time(say_time(seconds)).value_or(-1), seconds, 0.5) << say_time(seconds);
}

TEST(Units, ANumberTypedIsKeptExactly) {
    const std::pair<const char*, double> typed[] = {
        {"14", 14}, {"0.1", 0.1}, {"2.54", 2.54}, {"33.3", 33.3}, {"1418", 1418}};
    for (const std::string_view measure :
         {"accuracy_pct", "deviation_mm", "distance_cm", "duration_s", "latency_s", "count", "rating"})
        for (const auto& [words, value] : typed) {
            Goal goal;
            goal.measure = measure;
            EXPECT_EQ(read_value(goal, words), value) << measure << ' ' << words;
        }
    Goal goal;
    goal.measure = "distance_cm";
    const std::pair<const char*, std::array<double, 5>> in_unit[] = {
        {"cm", {14, 0.1, 2.54, 33.3, 1418}},
        {"m", {1400, 10, 254, 3330, 141800}},
        {"km", {1400000, 10000, 254000, 3330000, 141800000}},
        {"in", {35.56, 0.254, 6.4516, 84.582, 3601.72}},
        {"ft", {426.72, 3.048, 77.4192, 1014.984, 43220.64}},
        {"mi", {2253081.6, 16093.44, 408773.376, 5359115.52, 228204979.2}},
        {"laps", {35000, 250, 6350, 83250, 3545000}}};
    goal.lap_cm = 2500;
    for (const auto& [unit, values] : in_unit)
        for (std::size_t i = 0; i < values.size(); ++i) {
            goal.unit = unit;
            EXPECT_EQ(read_value(goal, typed[i].first), values[i]) << unit << ' ' << typed[i].first;
        }
    EXPECT_EQ(read_length("12 m"), 1200);
    EXPECT_EQ(read_length("6 ft 2 in"), 187.96);
    EXPECT_EQ(read_length("14 mm"), 1.4);
    goal.measure = "deviation_mm";
    EXPECT_EQ(read_value(goal, "14 mm"), 14);
    EXPECT_EQ(read_value(goal, "3.33 cm"), 33.3);
    EXPECT_EQ(read_value(goal, "1 in"), 25.4);
    EXPECT_EQ(read_time("33.3 s"), 33.3);
    EXPECT_EQ(read_time("1.1 min"), 66);
}

TEST(Units, FromTwoMetersToTwentyInFewSteps) {
    Goal goal;
    goal.measure = "distance_cm";
    double value = 220;
    int taps = 0;
    while (value < 2000 && taps < 100) {
        value += std::min(steps_for(goal, value).big, 2000 - value);
        ++taps;
    }
    EXPECT_LE(taps, 20);
    goal.unit = "laps";
    goal.lap_cm = 2500;
    EXPECT_EQ(steps_for(goal, 5000).big, 2500) << "a lap";
    EXPECT_EQ(read_value(goal, "4"), 10000);
    EXPECT_EQ(say_value(goal, 10000), "4 laps");
}

TEST(Units, ABareOrUnusualNumberSaysWhatItIsTakenFor) {
    const auto reading = [](const char* measure, const char* unit, const char* typed) {
        Goal goal;
        goal.measure = measure;
        goal.unit = unit;
        return say_reading(goal, typed);
    };
    EXPECT_EQ(reading("distance_cm", "m", "4.20"), "Read as 4.2 m");
    EXPECT_EQ(reading("distance_cm", "m", "4.2"), "Read as 4.2 m");
    EXPECT_EQ(reading("distance_cm", "", "210"), "Read as 2.1 m");
    EXPECT_EQ(reading("distance_cm", "", "40"), "Read as 40 cm");
    EXPECT_EQ(reading("distance_cm", "m", "250 cm"), "Read as 2.5 m");
    EXPECT_EQ(reading("distance_cm", "m", "4.2 m"), "") << "it says so itself";
    EXPECT_EQ(reading("distance_cm", "m", "4.2m"), "");
    EXPECT_EQ(reading("duration_s", "", "45"), "Read as 45 s");
    EXPECT_EQ(reading("duration_s", "", "90"), "Read as 1:30 min");
    EXPECT_EQ(reading("duration_s", "", "45 s"), "");
    EXPECT_EQ(reading("time_s", "", "4.20"), "Read as 4.2 s (for minutes and seconds write 4:20)");
    EXPECT_EQ(reading("time_s", "", "4.2"), "Read as 4.2 s");
    EXPECT_EQ(reading("time_s", "", "4.75"), "Read as 4.75 s") << "no clock has 75 seconds";
    EXPECT_EQ(reading("deviation_mm", "", "6"), "Read as 6 mm");
    EXPECT_EQ(reading("count", "", "5"), "");
    EXPECT_EQ(reading("count", "", "5.0"), "Read as 5");
    EXPECT_EQ(reading("count", "", "x"), "") << "what cannot be read is red, not read";
}

}  // namespace
}  // namespace pegboard::units
