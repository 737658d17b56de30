// Every precaution with each verdict it can give, what is not known, dates, allergens and latex-free stock.
#include "core/rules/precautions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/core/precaution_fixture.h"

namespace pegboard {
namespace {

using namespace precaution_test;

struct Case {
    std::string code, parameters, activity;
    Verdict expected = Verdict::fine;
    int group_size = 1;
};
constexpr auto exclude = Verdict::exclude;
constexpr auto flag = Verdict::flag;
constexpr auto fine = Verdict::fine;

// Per precaution: each verdict it can give, both answers of each condition, and a miss. An empty
// parameter text is the child about whom nothing is known yet: the careful answer counts.
const std::vector<Case> cases{
    {"seizure", "", "HGT", exclude},
    {"seizure", "control=uncontrolled,advice_recorded=no", "WHL", exclude},
    {"seizure", "control=uncontrolled,advice_recorded=yes", "SUS", flag},
    {"seizure", "control=controlled", "HGT", flag},
    {"seizure", "control=uncontrolled", "AER", flag},
    {"seizure", "", "SMP", fine},
    {"photosensitive", "", "FLS", exclude},
    {"photosensitive", "", "LOU", fine},
    {"latex", "", "BAL", exclude},
    {"latex", "severity=mild", "LTX", exclude},
    {"latex", "", "FOD", flag},
    {"latex", "", "TAC", fine},
    {"food_allergy", "", "FOD !milk", exclude},
    {"food_allergy", "allergens=milk;egg", "ALG !egg", exclude},
    {"food_allergy", "allergens=milk;egg", "ALG !wheat", flag},
    {"food_allergy", "allergens=milk", "!milk", fine},
    {"coeliac", "", "FOD !wheat", exclude},
    {"coeliac", "", "FOD !milk", flag},
    {"coeliac", "", "ALG !wheat", flag},
    {"coeliac", "", "TAC", fine},
    {"aai", "", "NCK", exclude},
    {"aai", "status=a risk not checked yet", "INV", exclude},
    {"aai", "", "+mini_tramp", exclude},
    {"aai", "", "IMP", exclude},
    {"aai", "status=known,cleared=no", "RUN", exclude},
    {"aai", "status=known,cleared=no", "CNT", exclude},
    {"aai", "status=known", "HGT", flag},
    {"aai", "status=known,cleared=yes", "NCK", flag},
    {"aai", "status=known,cleared=yes", "IMP", flag},
    {"aai", "", "@ST", fine},
    {"photosensitive", "", "+keyboard", flag},
    {"wb_leg", "", "@ST", exclude},
    {"wb_leg", "side=left,grade=NWB", "@TK", exclude},
    {"wb_leg", "side=right,grade=TTWB", "SLS", exclude},
    {"wb_leg", "side=left,grade=PWB", "@JP", exclude},
    {"wb_leg", "side=left,grade=PWB", "IMP", exclude},
    {"wb_leg", "side=left,grade=PWB", "@ST", flag},
    {"wb_leg", "side=left,grade=WBAT", "SLS", flag},
    {"wb_leg", "side=left,grade=WBAT", "@ST", fine},
    {"wb_leg", "side=left,grade=NWB", "@SC", fine},
    {"wb_leg", "side=left,grade=NWB", "@SC LEG", exclude},
    {"wb_leg", "side=left,grade=TTWB", "@SF LEG", exclude},
    {"wb_leg", "side=left,grade=NWB", "RUN", exclude},
    {"wb_leg", "side=left,grade=PWB", "@SC LEG", flag},
    {"wb_leg", "side=left,grade=PWB", "RUN", exclude},
    {"wb_leg", "side=left,grade=WBAT", "RUN", flag},
    {"wb_arm", "", "WBA", exclude},
    {"wb_arm", "side=left,grade=PWB", "@QU", exclude},
    {"wb_arm", "side=left,grade=NWB", "#gm.ball5_catch_hands", flag},
    {"wb_arm", "side=left,grade=NWB", "SHP", flag},
    {"wb_arm", "", "@ST", fine},
    {"wb_arm", "", "IMP", flag},
    {"wb_arm", "", "%two_hands", exclude},
    {"wb_arm", "side=left,grade=NWB,hand_free=no", "%two_hands", exclude},
    {"wb_arm", "side=left,grade=NWB,hand_free=yes", "%two_hands", flag},
    {"bone_fragile", "", "CNT", exclude},
    {"bone_fragile", "", "RUN", exclude},
    {"bone_fragile", "", "WBA", flag},
    {"bone_fragile", "", "TWI", flag},
    {"bone_fragile", "", "SMP", fine},
    {"hip", "", "@JP", exclude},
    {"hip", "cleared=yes", "@JP", flag},
    {"hip", "cleared=yes,excluded_positions=SC;SF", "@SF", exclude},
    {"hip", "cleared=yes,excluded_positions=SC;SF", "@TK", flag},
    {"hip", "", "@SC", fine},
    {"hip", "", "@QU", exclude},
    {"hip", "", "@SC RUN", exclude},
    {"hip", "cleared=yes", "@QU", flag},
    {"hip", "cleared=yes", "TWI", flag},
    {"spine", "", "EXT", exclude},
    {"spine", "cleared=yes", "EXT", flag},
    {"spine", "cleared=yes,excluded_positions=PR", "@PR", exclude},
    {"spine", "", "PRB", flag},
    {"spine", "", "@ST", fine},
    {"spine", "", "@ST TWI", exclude},
    {"spine", "", "@ST RUN", exclude},
    {"spine", "", "@QU", exclude},
    {"spine", "cleared=yes", "@QU TWI", flag},
    {"shunt", "", "MAG", exclude},
    {"shunt", "programmable=no", "MAG", fine},
    {"shunt", "programmable=no", "NCK", exclude},
    {"shunt", "", "EXT", flag},
    {"shunt", "recent_surgery=no", "EXT", fine},
    {"shunt", "", "WHL", flag},
    {"cochlear", "", "MAG", exclude},
    {"cochlear", "", "PLS", exclude},
    {"cochlear", "device=hearing aids", "PLS", flag},
    {"cochlear", "device=cochlear implant,processor_on=no", "PLS", flag},
    {"cochlear", "", "LOU", flag},
    {"cochlear", "", "TAC", fine},
    {"gtube", "", "PRB", exclude},
    {"gtube", "in_feed_window=no", "PRB", flag},
    {"gtube", "in_feed_window=yes", "WTR", flag},
    {"gtube", "", "@ST", fine},
    {"line_trach", "", "BLO", exclude},
    {"line_trach", "carer_trained=yes,care_plan_allows=yes", "BLO", exclude},
    {"line_trach", "carer_trained=no,care_plan_allows=yes", "FAC", exclude},
    {"line_trach", "carer_trained=no,care_plan_allows=yes", "WTR", flag},
    {"line_trach", "carer_trained=yes,care_plan_allows=no", "+dry_bin", exclude},
    {"line_trach", "carer_trained=yes,care_plan_allows=yes", "WTR", flag},
    {"line_trach", "", "AER", flag},
    {"line_trach", "", "LOU", fine},
    {"dysphagia", "", "FOD", exclude},
    {"dysphagia", "order=ordered textures only,texture_matches=no", "FOD", exclude},
    {"dysphagia", "order=ordered textures only,texture_matches=yes", "FOD", flag},
    {"dysphagia", "", "#sc.cup", flag},
    {"dysphagia", "", "SMP", flag},
    {"dysphagia", "", "TAC", fine},
    {"mouthing", "", "SMP", exclude},
    {"mouthing", "kind=pica,edible_only=yes", "+foam", flag},
    {"mouthing", "kind=pica,edible_only=no", "+foam", exclude},
    {"mouthing", "kind=under 36 months", "SMP", flag},
    {"mouthing", "kind=under 36 months", "BAL", flag},
    {"mouthing", "", "LOU", fine},
    {"cardiac", "", "WBA", exclude},
    {"cardiac", "surgery_recovery=no", "WBA", fine},
    {"cardiac", "surgery_recovery=no", "AER", flag},
    {"cardiac", "surgery_recovery=no,excluded_attributes=AER;IMP", "AER", exclude},
    {"respiratory", "", "AER", flag},
    {"respiratory", "", "ODR", flag},
    {"respiratory", "", "LOU", fine},
    {"bleeding", "", "IMP", exclude},
    {"bleeding", "cleared=yes", "IMP", flag},
    {"bleeding", "cleared=yes", "SHP", flag},
    {"bleeding", "", "SMP", fine},
    {"bleeding", "", "RUN", exclude},
    {"bleeding", "cleared=yes", "RUN", flag},
    {"muscle", "", "ECC", exclude},
    {"muscle", "kind=Duchenne or Becker,resistance_allowed=yes", "EXT", exclude},
    {"muscle", "kind=another muscle disease", "ECC", exclude},
    {"muscle", "kind=another muscle disease,resistance_allowed=yes", "ECC", flag},
    {"muscle", "", "~stairs", flag},
    {"muscle", "", "AER", exclude},
    {"muscle", "hard_play_allowed=yes", "AER", flag},
    {"muscle", "kind=another muscle disease", "AER", flag},
    {"muscle", "", "@SC", fine},
    {"oxygen", "", "FOD", exclude},
    {"oxygen", "texture_order=yes", "FOD", flag},
    {"oxygen", "", "FAC", exclude},
    {"oxygen", "", "WTR", flag},
    {"oxygen", "water_kept_away=yes", "WTR", flag},
    {"oxygen", "", "@PR", flag},
    {"oxygen", "", "CRD", flag},
    {"oxygen", "", "@SC", fine},
    {"concussion", "", "RUN", exclude},
    {"concussion", "", "AER", exclude},
    {"concussion", "stage=stage 2", "AER", exclude},
    {"concussion", "stage=stage 3", "AER", flag},
    {"concussion", "stage=stage 2", "IMP", exclude},
    {"concussion", "stage=stage 4", "@SW", exclude},
    {"concussion", "stage=cleared in writing", "IMP", flag},
    {"concussion", "", "LOU", flag},
    {"concussion", "", "@SC", fine},
    {"sickle", "", "AER", flag},
    {"sickle", "", "WTR", flag},
    {"sickle", "", "~outdoor", flag},
    {"sickle", "", "@ST", fine},
    {"autonomic", "", "PRS", flag},
    {"autonomic", "", "@QU", exclude},
    {"autonomic", "", "@SC", fine},
    {"skin_blister", "", "TAC", exclude},
    {"skin_blister", "", "+scooter_board", exclude},
    {"skin_blister", "", "+tape", exclude},
    {"skin_blister", "", "@TK", flag},
    {"skin_blister", "", "@SC", fine},
    {"plexus", "", "WBA", exclude},
    {"plexus", "side=left,cleared=no", "EXT", exclude},
    {"plexus", "side=left,cleared=yes", "@QU", flag},
    {"plexus", "", "SUS", flag},
    {"plexus", "", "@ST", fine},
    {"diabetes", "", "AER", flag},
    {"diabetes", "", "FOD", flag},
    {"diabetes", "", "TAC", fine},
    {"implant", "", "MAG", exclude},
    {"implant", "", "PRS", exclude},
    {"implant", "site_protected=yes", "PRS", flag},
    {"implant", "", "EXT", flag},
    {"implant", "", "TAC", fine},
    {"insensate", "", "HOT", exclude},
    {"insensate", "", "+scooter_board", flag},
    {"insensate", "", "TAC", flag},
    {"insensate", "", "LEG", flag},
    {"insensate", "", "SMP", fine},
    {"hypermobile", "", "WBA", flag},
    {"hypermobile", "", "@SF", flag},
    {"hypermobile", "", "@SC", fine},
    {"cast_tone", "", "@WK", flag},
    {"cast_tone", "excluded_positions=WK", "@WK", exclude},
    {"cast_tone", "excluded_attributes=WTR", "WTR", exclude},
    {"cast_tone", "", "WTR", fine},
    {"cast_tone", "", "%two_hands", exclude},
    {"cast_tone", "kind=serial cast,where=leg", "%two_hands", fine},
    {"cast_tone", "kind=botulinum,where=arm or hand", "%two_hands", flag},
    {"elopement", "", "~outdoor", exclude},
    {"elopement", "one_to_one_closed=yes", "~outdoor", flag},
    {"elopement", "", "OPN", flag},
    {"elopement", "", "~hall", flag},
    {"elopement", "", "#sp.transition", flag},
    {"elopement", "", "~table", fine},
    {"unsafe_tools", "", "SHP", exclude},
    {"unsafe_tools", "triggers_present=no", "SHP", flag},
    {"unsafe_tools", "", "SMP", flag, 3},
    {"unsafe_tools", "", "SMP", fine, 2},
    {"unsafe_tools", "", "+blocks", flag},
    {"touch", "", "TAC", flag},
    {"touch", "", "LOU", fine},
    {"sound", "", "LOU", flag},
    {"sound", "", "", flag, 4},
    {"sound", "", "", fine, 3},
    {"movement", "", "INV", flag},
    {"movement", "", "LOU", fine},
    {"smell_taste", "", "ODR", flag},
    {"smell_taste", "", "LOU", fine},
    {"vision", "", "@WK", flag},
    {"vision", "", "#vm.copy_far", flag},
    {"vision", "", "@ST", fine},
    {"hearing", "", "#pl.rules", flag},
    {"hearing", "", "", flag, 2},
    {"hearing", "", "LOU", flag},
    {"hearing", "", "", fine},
    {"immune", "", "+dough", exclude},
    {"immune", "single_use=yes", "+dough", flag},
    {"immune", "single_use=yes", "BLO", exclude},
    {"immune", "", "WTR", flag},
    {"immune", "", "@ST", fine},
    {"trauma", "", "+tunnel", exclude},
    {"trauma", "chosen_today=yes", "+tunnel", flag},
    {"trauma", "", "?tunnel", fine},
    {"trauma", "", "@TK", flag},
    {"weights", "", "+lap_weight", exclude},
    {"weights", "therapist_order=yes", "WGT", flag},
    {"weights", "", "EXT", fine},
    {"today", "", "@SC", exclude},
    {"today", "fever_or_red_flag=no", "IMP", exclude},
    {"today", "fever_or_red_flag=no,pain=no", "IMP", fine},
};

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
    EXPECT_EQ(findings("wb_leg", "grade=PWB", "@JP IMP").at(0).reason,
              "runs, jumps, lands or stands on something that gives way (Jump or hop landing, Jumping or hopping)");
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
