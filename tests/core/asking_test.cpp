// Precautions that were asked for, answered with none, or never asked; and what diagnoses propose.
#include "core/rules/asking.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/moving.h"
#include "core/rules/precaution_answers.h"
#include "core/rules/precautions.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

const Date today = *make_date(2026, 9, 29);

std::vector<std::string> all_codes() {
    std::vector<std::string> codes;
    for (const Precaution& one : library().precautions())
        if (one.asked) codes.push_back(one.code);
    return codes;
}

AskState state_of(const Child& child, std::string_view code) {
    for (const AskedKind& kind : asked_kinds(child, library()))
        if (kind.precaution->code == code) return kind.state;
    ADD_FAILURE() << code << " is not asked for";
    return AskState::not_asked;
}

TEST(Asking, NeverAskedIsNotAskedAndNone) {
    Child child;
    EXPECT_EQ(state_of(child, "latex"), AskState::not_asked);
    EXPECT_EQ(say_not_asked(child, library()), "Precautions not asked");
    child = with_none(child, {"latex"}, TherapistId{7}, "his mother", today);
    EXPECT_EQ(state_of(child, "latex"), AskState::none);
    EXPECT_EQ(state_of(child, "shunt"), AskState::not_asked);
    child.precautions = {{{}, "shunt", {}, ""}};
    EXPECT_EQ(state_of(child, "shunt"), AskState::yes);
    EXPECT_EQ(not_asked(child, library()), static_cast<int>(all_codes().size()) - 2);
    EXPECT_TRUE(say_not_asked(child, library())
                    .starts_with(std::to_string(all_codes().size() - 2) + " precautions not asked: "));
    EXPECT_EQ(say_asking(child.askings[0], "Ana Lima"),
              "Asked on 29 Sep 2026 by Ana Lima, answered by: his mother; none");
}

TEST(Asking, AllAskedLeavesNothingToSayAndTheRestIsWrittenAsNone) {
    Child child;
    child.precautions = {{{}, "latex", {}, ""}};
    child = with_none(child, all_codes(), TherapistId{7}, "", today);
    EXPECT_EQ(not_asked(child, library()), 0);
    EXPECT_EQ(say_not_asked(child, library()), "");
    ASSERT_EQ(child.askings.size(), 1U);
    EXPECT_FALSE(std::ranges::count(child.askings[0].none, "latex")) << "what is recorded is not answered with none";
    child.precautions.clear();
    EXPECT_EQ(say_not_asked(child, library()), "1 precaution not asked: Latex allergy");
    EXPECT_EQ(with_none(child, {}, {}, "", today).askings.size(), 1U) << "nothing asked is no asking";
}

TEST(Asking, WhereAllHasToBeInSightEveryOpenKindIsNamed) {
    Child child;
    child.precautions = {{{}, "seizure", {}, ""}};
    const std::string words = say_all_not_asked(child, library());
    EXPECT_EQ(words.find("..."), std::string::npos);
    for (const AskedKind& kind : asked_kinds(child, library()))
        EXPECT_EQ(words.find(kind.precaution->short_label) != std::string::npos, kind.state == AskState::not_asked)
            << kind.precaution->short_label;
    EXPECT_EQ(say_all_not_asked(with_none(child, all_codes(), {}, "", today), library()), "");
}

TEST(Asking, WhatWasTypedWithAPrecautionIsAtHandInAnEmergency) {
    Child child;
    child.precautions = {{{}, "seizure", {{"rescue_plan", "see plan in blue folder"}}, "tell his aunt"}};
    EXPECT_EQ(rescue_lines(child, library()),
              std::vector<std::string>{"Seizures. Rescue plan: see plan in blue folder"});
    EXPECT_EQ(beside_rescue(child, library()), std::vector<std::string>{"Seizures. Note: tell his aunt"});
    const auto at_hand = [&] {
        auto lines = rescue_lines(child, library());
        for (std::string& each : beside_rescue(child, library())) lines.push_back(std::move(each));
        return lines;
    };
    // Every question of a danger that is answered in words.
    for (const Precaution& precaution : library().precautions())
        for (const PrecautionParameter& asked : precaution.parameters) {
            if (asked.kind != "text" || precaution.severity != "danger") continue;
            child.precautions = {{{}, precaution.code, {{asked.name, "in the red bag"}}, ""}};
            EXPECT_EQ(at_hand(), std::vector{precaution.short_label + ". " + asked.label + ": in the red bag"});
        }
    child.precautions = {{{}, "of a later version", {{"plan", "call first"}}, ""}};
    EXPECT_EQ(at_hand(), std::vector<std::string>{"of a later version. plan: call first"});
}

TEST(Asking, AYesSaysWhoAskedWhomAndWhenAsANoDoes) {
    ChildPrecaution present{{}, "latex", {}, {}};
    EXPECT_EQ(say_asking(present, "Ana Lima"), "") << "noted without asking";
    present.asked_on = today;
    present.asked_of = "his mother";
    EXPECT_EQ(say_asking(present, "Ana Lima"), "Asked on 29 Sep 2026 by Ana Lima, answered by: his mother; yes");
    EXPECT_EQ(say_asking(present, ""), "Asked on 29 Sep 2026, answered by: his mother; yes");
}

TEST(Asking, AOneSidedDiagnosisAsksAboutTheHands) {
    Child child;
    EXPECT_EQ(asks_for_hands(child), nullptr);
    for (const Diagnosis& each :
         {Diagnosis{{}, "Right hemiplegia", ""}, Diagnosis{{}, "Spastic hemiplegic cerebral palsy", "G80.2"},
          Diagnosis{{}, "", "G81.91"}, Diagnosis{{}, "Hemiparesis after stroke", ""},
          Diagnosis{{}, "Erb's palsy", "P14.0"}, Diagnosis{{}, "Limb difference, left hand", ""},
          Diagnosis{{}, "Unilateral cerebral palsy", ""}}) {
        child.diagnoses = {each};
        ASSERT_NE(asks_for_hands(child), nullptr) << each.name << each.icd10;
    }
    for (const Diagnosis& each : {Diagnosis{{}, "Spastic diplegia", "G80.1"}, Diagnosis{{}, "Autism", "F84.0"},
                                  Diagnosis{{}, "Herbal allergy", ""}, Diagnosis{{}, "Developmental delay", "F82"}}) {
        child.diagnoses = {each};
        EXPECT_EQ(asks_for_hands(child), nullptr) << each.name;
    }
    child.diagnoses = {{{}, "Right hemiplegia", ""}};
    child = with_none(child, all_codes(), TherapistId{7}, "", today);
    EXPECT_EQ(say_not_asked(child, library()), "Use of hands not asked (Right hemiplegia)");
    for (const Hands answer : {Hands::both, Hands::one, Hands::helper}) {
        child.hands = answer;
        EXPECT_EQ(asks_for_hands(child), nullptr);
        EXPECT_EQ(say_not_asked(child, library()), "");
    }
}

TEST(Asking, AHelperHandIsSaidWhereverTwoHandsAreTaken) {
    const auto two_handed = std::ranges::find_if(library().activities(), [](const Activity& activity) {
        return std::ranges::count(activity.needs, "two_hands") > 0;
    });
    ASSERT_NE(two_handed, library().activities().end());
    const auto hands = [&](const Child& child) {
        std::string reason;
        for (const Finding& finding : check_precautions(child, *two_handed, library(), {}, today, 1))
            if (finding.code == "hands") reason = finding.label + ": " + finding.reason;
        return reason;
    };
    Child child;
    child.date_of_birth = today - 8 * 365;
    EXPECT_EQ(hands(child), "");
    child.diagnoses = {{{}, "Right hemiplegia", ""}};
    EXPECT_EQ(hands(child),
              "Hands not asked: takes two hands; how they work was not asked yet, and Right hemiplegia is on record");
    child.hands = Hands::helper;
    EXPECT_EQ(hands(child), "Helper hand: takes two hands, and one of them only helps");
    EXPECT_TRUE(meets_need(child, "two_hands", today)) << "the helper hand holds";
    child.hands = Hands::one;
    EXPECT_FALSE(meets_need(child, "two_hands", today));
    child.hands = Hands::helper;
    EXPECT_NE(say_moving(child).find("the other helps"), std::string::npos);
}

TEST(Asking, WhatIsNotAboutTheChildAloneIsNotAskedFor) {
    const auto codes = all_codes();
    EXPECT_FALSE(std::ranges::count(codes, "today"));
    EXPECT_FALSE(std::ranges::count(codes, "weights"));
    EXPECT_EQ(codes.size() + 2, library().precautions().size());
}

struct Proposal {
    const char *name, *icd10, *code;
};
const Proposal proposals[] = {
    {"Trisomy 21", "", "aai"},
    {"Down's syndrome", "", "aai"},
    {"", "Q90.9", "aai"},
    {"Trisomy 21", "", "cardiac"},
    {"Spina bifida, lumbar", "", "latex"},
    {"", "Q05.7", "shunt"},
    {"Myelomeningocele", "", "insensate"},
    {"Spastic cerebral palsy", "", "hip"},
    {"", "G80.1", "hip"},
    {"Epilepsy", "", "seizure"},
    {"", "G40.909", "seizure"},
    {"Duchenne muscular dystrophy", "", "muscle"},
    {"", "G71.01", "muscle"},
    {"", "G12.0", "muscle"},
    {"Duchenne muscular dystrophy", "", "cardiac"},
    {"Haemophilia A", "", "bleeding"},
    {"Hemophilia A", "D66", "bleeding"},
    {"Osteogenesis imperfecta", "", "bone_fragile"},
    {"", "Q78.0", "bone_fragile"},
    {"Juvenile idiopathic arthritis", "M08.00", "aai"},
    {"Juvenile idiopathic arthritis", "M08.00", "arthritis"},
    {"Congenital torticollis", "Q68.0", "torticollis"},
    {"Ventricular septal defect", "", "cardiac"},
    {"Epidermolysis bullosa", "", "skin_blister"},
    {"", "Q81.2", "skin_blister"},
    {"Spinal cord injury T4", "", "autonomic"},
    {"", "S24.101A", "autonomic"},
    {"Erb's palsy", "", "plexus"},
    {"Sickle cell disease", "D57.1", "sickle"},
    {"Concussion", "S06.0X0A", "concussion"},
    {"Hydrocephalus", "", "shunt"},
    {"Autism", "F84.0", "elopement"},
    {"Asthma", "J45.20", "respiratory"},
};

TEST(Asking, DiagnosesProposeByNameOrCodeAndNeverAdd) {
    for (const Proposal& each : proposals) {
        Child child;
        child.diagnoses = {{{}, each.name, each.icd10}};
        const auto found = proposed_precautions(child, library());
        const auto it = std::ranges::find(found, each.code, [](const auto& one) { return one.precaution->code; });
        ASSERT_NE(it, found.end()) << each.name << each.icd10 << " proposes " << each.code;
        EXPECT_EQ(it->diagnosis, &child.diagnoses[0]);
        EXPECT_FALSE(it->proposal->reason.empty());
        EXPECT_TRUE(child.precautions.empty());
        EXPECT_EQ(state_of(child, each.code), AskState::not_asked) << "a proposal is no answer";
    }
}

TEST(Asking, NoDiagnosisOrAnotherOneProposesNothing) {
    Child child;
    EXPECT_TRUE(proposed_precautions(child, library()).empty());
    child.diagnoses = {{{}, "Developmental coordination disorder", "F82"}, {{}, "Hand writing", ""}};
    EXPECT_TRUE(proposed_precautions(child, library()).empty());
}

TEST(Asking, AnAnswerEndsAProposalAndAnAcceptedOneHasItsAnswers) {
    Child child;
    child.diagnoses = {{{}, "Trisomy 21", "Q90.9"}};
    const auto proposed = proposed_precautions(child, library());
    const auto neck = std::ranges::find(proposed, "aai", [](const auto& one) { return one.precaution->code; });
    ASSERT_NE(neck, proposed.end());
    const ChildPrecaution made = accepted(*neck);
    EXPECT_EQ(made.code, "aai");
    EXPECT_EQ(made.parameters.at("status"), "a risk, not checked yet");
    const auto proposes = [](const Child& who, std::string_view code) {
        const auto all = proposed_precautions(who, library());
        return std::ranges::any_of(all, [&](const auto& one) { return one.precaution->code == code; });
    };
    Child yes = child;
    yes.precautions = {made};
    EXPECT_FALSE(proposes(yes, "aai"));
    EXPECT_TRUE(proposes(yes, "cardiac"));
    const Child no = with_none(child, {"aai"}, TherapistId{7}, "mother", today);
    EXPECT_FALSE(proposes(no, "aai"));
    EXPECT_TRUE(no.precautions.empty());
}

}  // namespace
}  // namespace pegboard
