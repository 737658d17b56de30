// Universal safety lines: the right words for the youngest child there.
#include "core/rules/safety_lines.h"

#include <gtest/gtest.h>

#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

std::string lines(const std::vector<std::string>& attributes, const std::string& position, int months) {
    std::string all;
    for (const SafetyLine& one : universal_lines(attributes, position, months, library()))
        all += one.name + ": " + one.line + "\n";
    return all;
}

TEST(SafetyLines, SmallPartsSpeakOfTheirSizeUnderThreeYearsOnly) {
    EXPECT_EQ(lines({"SMP"}, "SC", 60), "Small parts: Count the pieces in and out.\n");
    EXPECT_EQ(lines({"SMP"}, "SC", 36), "Small parts: Count the pieces in and out.\n");
    EXPECT_EQ(lines({"SMP"}, "SC", 35),
              "Small parts: Pieces wider than 32 mm (small-parts cylinder). Count in, count out.\n");
    EXPECT_EQ(lines({"SMP"}, "SC", 60).find("3 years"), std::string::npos);
    EXPECT_EQ(lines({"SMP"}, "SC", -1), lines({"SMP"}, "SC", 12)) << "no age known: the careful line";
}

TEST(SafetyLines, BalloonsAndLyingOnTheTummyGoByAge) {
    EXPECT_NE(lines({"BAL"}, "SC", 95).find("Under 8 years: adult holds"), std::string::npos);
    EXPECT_EQ(lines({"BAL"}, "SC", 96), "Balloon: Broken balloons are thrown away at once.\n");
    EXPECT_NE(lines({}, "PR", 11).find("never on soft bedding"), std::string::npos);
    EXPECT_EQ(lines({}, "PR", 12), "");
}

TEST(SafetyLines, WheelsAskForAHelmetAndSayTheyAreToys) {
    EXPECT_EQ(lines({"WHL"}, "SC", 80), "Wheels of a toy or training device: Helmet on, closed area, no slopes.\n");
    EXPECT_EQ(lines({"CRD", "SHP"}, "JP", 80),
              "Sharp or striking tool: Seated; tools counted back.\n"
              "Cord or string: No loops around the neck; cord put away after use.\n"
              "Jumping or hopping: Dry floor, grip, rest breaks, no hopping through pain.\n");
}

}  // namespace
}  // namespace pegboard
