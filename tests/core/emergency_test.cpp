// Whom to call: the practice's own number, else the region's, and never a guess.
#include "core/rules/emergency.h"

#include <gtest/gtest.h>

#include "tests/core/support.h"

namespace pegboard {
namespace {

TEST(Emergency, TheNumberIsTheRegionsUnlessThePracticeHasItsOwn) {
    EXPECT_EQ(region_of("en_US.UTF-8"), "US");
    EXPECT_EQ(region_of("de_DE@euro"), "DE");
    EXPECT_EQ(region_of("en_GB"), "GB");
    for (const char* none : {"C", "C.UTF-8", "POSIX", "", "en", "es_419.UTF-8", "_", "en_"})
        EXPECT_EQ(region_of(none), "") << none;
    EXPECT_EQ(usual_emergency_number("US"), "911");
    EXPECT_EQ(usual_emergency_number("DE"), "112");
    EXPECT_EQ(usual_emergency_number("GB"), "999");
    EXPECT_EQ(usual_emergency_number("AU"), "000");
    for (const char* none : {"", "XX", "U", "S C", "US CA"}) EXPECT_EQ(usual_emergency_number(none), "") << none;
    Practice practice;
    EXPECT_EQ(emergency_number(practice, ""), "") << "an unknown region has no number";
    EXPECT_EQ(emergency_number(practice, "AU"), "000");
    practice.emergency_number = "9-911, from the front desk";
    EXPECT_EQ(emergency_number(practice, "AU"), "9-911, from the front desk");
}

TEST(Emergency, ThePracticesNumberIsKept) {
    const test::TempFolder folder;
    const auto caseload = test::make_caseload(folder);
    test::fill(*caseload);
    Practice practice = caseload->practice();
    practice.emergency_number = "112";
    test::must(caseload->run(EditPractice{practice}));
    EXPECT_EQ(caseload->practice().emergency_number, "112");
    ASSERT_NE(caseload->next_undo(), nullptr);
    EXPECT_NE(caseload->next_undo()->label.find("the emergency number"), std::string::npos);
}

}  // namespace
}  // namespace pegboard
