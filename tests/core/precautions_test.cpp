// Every precaution with each verdict it can give, what is not known, dates, allergens and latex-free stock.
#include "core/rules/precautions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/core/precaution_cases.h"

namespace pegboard {
namespace {

using namespace precaution_test;

TEST(Precautions, EachGivesItsVerdictsForWhatIsKnownAndNotKnown) {
    for (const auto& one : cases) {
        const auto found = findings(one.code, one.parameters, one.activity, one.group_size);
        EXPECT_EQ(verdict(found), one.expected)
            << one.code << " {" << one.parameters << "} on {" << one.activity << "}, group of " << one.group_size;
        if (one.expected == fine) continue;
        ASSERT_EQ(found.size(), 1U) << one.code;
        EXPECT_EQ(found[0].code, one.code);
        EXPECT_EQ(found[0].label, library().precaution(one.code)->short_label);
        EXPECT_EQ(found[0].line, library().precaution(one.code)->line);
        EXPECT_FALSE(found[0].reason.empty());
    }
}

TEST(Precautions, TheTableAboveLeavesNoVerdictOfNoPrecautionOut) {
    std::set<std::pair<std::string, Verdict>> tested, possible;
    for (const auto& one : cases)
        if (one.expected != fine) tested.emplace(one.code, one.expected);
    for (const auto& precaution : library().precautions())
        for (const auto& rule : precaution.rules) possible.emplace(precaution.code, rule.verdict);
    EXPECT_EQ(possible.size(), tested.size());
    for (const auto& [code, given] : possible)
        EXPECT_TRUE(tested.contains({code, given})) << code << (given == exclude ? " exclude" : " flag");
}

TEST(Precautions, AValueThatIsNoOptionCountsAsTheCarefulOne) {
    EXPECT_EQ(verdict(findings("wb_leg", "grade=none", "@ST")), exclude);
    EXPECT_EQ(verdict(findings("bleeding", "cleared=maybe", "RUN")), exclude);
    EXPECT_EQ(verdict(findings("concussion", "stage=5", "AER")), exclude);
}

TEST(Precautions, ARiskOfTheNeckNotYetCheckedFlagsWhatAKnownOneExcludes) {
    Child child = child_with("aai", "");
    child.precautions[0].parameters["status"] = "a risk, not checked yet";
    const auto of = [&](const char* shorthand) {
        return verdict(check_precautions(child, activity(shorthand), library(), {}, today, 1));
    };
    EXPECT_EQ(of("IMP"), flag);
    EXPECT_EQ(of("RUN"), flag);
    EXPECT_EQ(of("NCK"), exclude);
    EXPECT_EQ(of("INV"), exclude);
}

TEST(Precautions, ALongWalkIsFlaggedForMusclesAndAShortOneIsNot) {
    const Child child = child_with("muscle", "");
    Activity walk = activity("@WK");
    walk.minutes = 10;
    EXPECT_EQ(verdict(check_precautions(child, walk, library(), {}, today, 1)), fine);
    walk.minutes = 11;
    EXPECT_EQ(verdict(check_precautions(child, walk, library(), {}, today, 1)), flag);
}

TEST(Precautions, ALimitThatRanOutFlagsAndSaysSo) {
    EXPECT_EQ(verdict(findings("wb_leg", "grade=NWB,until=2026-09-30", "@ST")), exclude);
    EXPECT_EQ(verdict(findings("wb_leg", "grade=NWB,until=2026-09-29", "@ST")), exclude) << "its last day counts";
    const auto over = findings("wb_leg", "grade=NWB,until=2026-09-28", "@ST");
    ASSERT_EQ(verdict(over), flag);
    EXPECT_NE(over[0].reason.find("this limit ended on 28 Sep 2026"), std::string::npos) << over[0].reason;
    EXPECT_EQ(verdict(findings("wb_leg", "grade=NWB,until=soon", "@ST")), exclude) << "no date is no end";
    EXPECT_EQ(verdict(findings("immune", "until=2026-01-01", "+dough")), flag);
}

TEST(Precautions, ReasonsNameWhatInTheActivityMatches) {
    EXPECT_EQ(findings("latex", "", "+balloon").at(0).reason,
              "uses a balloon or something that may contain latex (Balloon)");
    EXPECT_EQ(
        findings("wb_leg", "grade=PWB", "@JP IMP").at(0).reason,
        "runs, jumps, lands, swings or stands on something that gives way (Jump or hop landing, Jumping or hopping)");
    EXPECT_EQ(findings("sound", "", "", 5).at(0).reason,
              "has more than three children, so it may be noisy (5 children)");
}

TEST(Precautions, ExcludeBeatsFlagAndExcludesComeFirst) {
    auto child = child_with("diabetes", "");
    child.precautions.push_back(child_with("seizure", "control=uncontrolled").precautions[0]);
    const auto found = check_precautions(child, activity("AER HGT"), library(), {}, today, 1);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].code, "seizure");
    EXPECT_EQ(found[0].verdict, exclude);
    EXPECT_EQ(found[0].reason.find("adult close by"), std::string::npos) << "only the reasons of the verdict";
    EXPECT_EQ(found[1].code, "diabetes");
    EXPECT_EQ(verdict({}), fine);
}

TEST(Precautions, LatexFreeStockLiftsTheExclusionButBalloonsStay) {
    const Inventory stock{{"band", "balloon"}};
    EXPECT_EQ(verdict(findings("latex", "", "+band")), exclude);
    EXPECT_EQ(verdict(findings("latex", "", "+band", 1, stock)), fine);
    EXPECT_EQ(verdict(findings("latex", "", "LTX +band", 1, stock)), fine) << "the mark by hand came from the item";
    EXPECT_EQ(verdict(findings("latex", "", "LTX", 1, stock)), exclude) << "a mark that no item explains stays";
    EXPECT_EQ(verdict(findings("latex", "", "+band +therapy_ball", 1, stock)), exclude);
    EXPECT_EQ(verdict(findings("latex", "", "+balloon", 1, stock)), exclude);
}

TEST(Precautions, AllergensOfItemsCountAndVaryingOnesAreNeverTakenAsKnown) {
    EXPECT_EQ(library().item("dough")->allergens, std::vector<std::string>{"wheat"});
    EXPECT_EQ(verdict(findings("food_allergy", "allergens=wheat", "+dough")), exclude);
    EXPECT_EQ(verdict(findings("food_allergy", "allergens=milk", "+dough")), flag);
    EXPECT_EQ(verdict(findings("food_allergy", "allergens=other", "+dough")), flag);
    const auto varying = std::ranges::find_if(library().items(), [](const Item& item) { return item.varies; });
    ASSERT_NE(varying, library().items().end());
    EXPECT_EQ(verdict(findings("food_allergy", "allergens=milk", "+" + varying->id)), flag);
}

TEST(Precautions, UnderThreeYearsTheAgeAloneProtects) {
    Child child;
    child.date_of_birth = add_months(today, -35);
    EXPECT_EQ(verdict(check_precautions(child, activity("BAL"), library(), {}, today, 1)), exclude);
    child.date_of_birth = add_months(today, -36);
    EXPECT_EQ(verdict(check_precautions(child, activity("BAL"), library(), {}, today, 1)), fine);
    child = child_with("mouthing", "kind=under 36 months");
    child.date_of_birth = add_months(today, -35);
    EXPECT_EQ(verdict(check_precautions(child, activity("BAL"), library(), {}, today, 1)), exclude);
}

TEST(Precautions, OneThatTheLibraryDoesNotKnowIsNeverPassedOver) {
    const auto found = findings("retired_code", "", "");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].verdict, flag);
}

TEST(Precautions, EffectiveAttributesLeaveOutOptionalItemsAndKeepTheOrderOfTheVocabulary) {
    EXPECT_EQ(effective_attributes(activity("TAC IMP +scissors ?balloon"), library(), {}),
              (std::vector<std::string>{"IMP", "SHP", "TAC"}));
    for (const auto& one : library().activities())
        EXPECT_EQ(effective_attributes(one, library(), {}), one.effective_attributes) << one.id;
}

}  // namespace
}  // namespace pegboard
