// The guide for families: each case of the page, and five thousand sets of answers against a second model that counts
// in its own way.
#include "core/rules/guide.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/rules/precautions.h"
#include "tests/core/library_at_hand.h"

namespace pegboard::guide_test {
namespace {

using enum GuideAnswer;

GuideAnswers at(int months, std::initializer_list<std::pair<const char*, GuideAnswer>> said) {
    GuideAnswers answers;
    answers.age_months = months;
    for (const auto& [id, answer] : said) answers.concerns[id] = answer;
    return answers;
}
std::string result_of(const GuideAnswers& answers) { return guide_result(answers, library()).id; }

TEST(Guide, TheCasesOfThePage) {
    EXPECT_EQ(result_of(at(90, {{"C02", often}})), "OT");
    EXPECT_EQ(result_of(at(90, {{"C27", often}})), "PT");
    EXPECT_EQ(result_of(at(90, {{"C04", often}, {"C25", often}})), "BOTH");
    EXPECT_EQ(result_of(at(90, {{"C36", often}})), "BOTH");
    EXPECT_EQ(result_of(at(90, {{"C01", sometimes}, {"C03", sometimes}})), "WATCH");
    EXPECT_EQ(result_of(at(90, {{"C01", sometimes}, {"C03", sometimes}, {"C16", sometimes}})), "OT");
    EXPECT_EQ(result_of(at(90, {{"C35", sometimes}, {"C37", sometimes}})), "BOTH");
    GuideAnswers none = at(90, {});
    EXPECT_EQ(result_of(none), "UNSURE");
    for (const Concern& each : library().concerns()) none.concerns[each.id] = not_sure;
    EXPECT_EQ(result_of(none), "UNSURE");
    for (auto& [id, answer] : none.concerns) answer = not_at_all;
    EXPECT_EQ(result_of(none), "NONE");
    EXPECT_EQ(result_of(at(30, {{"C02", often}})), "UNSURE") << "not asked at this age";
}

TEST(Guide, ASignForTheDoctorTodayHidesTherapyAndIdeas) {
    GuideAnswers answers = at(90, {{"C25", often}});
    answers.marked = {"R04"};
    const GuideResult today = guide_result(answers, library());
    EXPECT_EQ(today.tier, "today");
    EXPECT_TRUE(today.therapy_waits());
    EXPECT_TRUE(guide_ideas(answers, today, library(), 6).empty());
    answers.marked.insert("R01");
    EXPECT_EQ(guide_result(answers, library()).tier, "911");
    answers.marked = {"R12"};
    const GuideResult week = guide_result(answers, library());
    EXPECT_EQ(week.tier, "week");
    EXPECT_FALSE(week.therapy_waits());
    EXPECT_EQ(week.id, "PT");
}

TEST(Guide, AHeadThatLeansInTheFirstMonthsIsNeverWatched) {
    const GuideResult young = guide_result(at(4, {{"C31", sometimes}}), library());
    EXPECT_EQ(young.tier, "week");
    EXPECT_EQ(young.id, "PT");
    ASSERT_EQ(young.soon.size(), 1U);
    EXPECT_EQ(guide_result(at(4, {{"C31", not_at_all}}), library()).tier, "");
    EXPECT_EQ(guide_result(at(4, {{"C31", not_sure}}), library()).tier, "");
    const GuideResult older = guide_result(at(8, {{"C31", sometimes}}), library());
    EXPECT_EQ(older.tier, "");
    EXPECT_EQ(older.id, "WATCH");
}

TEST(Guide, TheAreasToLookAtFirstAreTheThreeOfMostAnswers) {
    const auto result = guide_result(
        at(90, {{"C01", often}, {"C05", often}, {"C11", often}, {"C12", often}, {"C28", sometimes}}), library());
    EXPECT_EQ(result.focus, (std::vector<std::string>{"fine_motor", "sensory", "self_care"}));
}

TEST(Guide, IdeasForHomeFitTheAgeAndCarryNoMark) {
    int found = 0;
    for (const int months : {8, 20, 40, 70, 110}) {
        GuideAnswers answers = at(months, {});
        for (const Concern* each : concerns_at(months, library())) answers.concerns[each->id] = often;
        const auto result = guide_result(answers, library());
        for (const Activity* one : guide_ideas(answers, result, library(), 6)) {
            ++found;
            EXPECT_TRUE(one->home_ok && one->effective_attributes.empty() && one->allergens.empty()) << one->id;
            EXPECT_TRUE(one->age_min_months <= months && months <= one->age_max_months) << one->id;
        }
    }
    EXPECT_GT(found, 5);
}

TEST(Guide, IdeasWithAChildKeepToItsPrecautionsAndItsHands) {
    GuideAnswers answers = at(60, {});
    for (const Concern* each : concerns_at(60, library())) answers.concerns[each->id] = often;
    const auto result = guide_result(answers, library());
    Child child;
    child.date_of_birth = *make_date(2021, 9, 1);
    const Date today = *make_date(2026, 9, 29);
    EXPECT_FALSE(guide_ideas(answers, result, library(), 6, &child, today).empty());
    for (const Precaution& each : library().precautions()) {
        child.precautions.assign(1, {});
        child.precautions.front().code = each.code;
        for (const Activity* one : guide_ideas(answers, result, library(), 40, &child, today))
            EXPECT_TRUE(check_precautions(child, *one, library(), {}, today, 1).empty()) << each.code << " " << one->id;
    }
    child.precautions.clear();
    child.macs = 5;
    for (const Activity* one : guide_ideas(answers, result, library(), 40, &child, today))
        EXPECT_EQ(std::ranges::count(one->needs, "hand_use"), 0) << one->id;
}

TEST(Guide, EveryGroupHasConcernsAndEveryWordHasItsSpanish) {
    for (const ConcernGroup& group : library().concern_groups())
        EXPECT_GT(std::ranges::count(library().concerns(), group.id, &Concern::group), 2) << group.id;
    for (const Concern& each : library().concerns()) {
        EXPECT_NE(each.words, each.words_es) << each.id;
        EXPECT_LE(each.in_short.size(), 44U) << each.id;
        EXPECT_LE(each.short_es.size(), 48U) << each.id;
    }
    for (const RedFlag& flag : library().red_flags()) EXPECT_NE(flag.words, flag.words_es) << flag.id;
    for (const ScreeningResult& each : library().screening_results()) EXPECT_NE(each.words, each.words_es) << each.id;
}

/// The second model: a table of points by route, one pass for each question that the page asks.
struct Model {
    const GuideAnswers& answers;
    [[nodiscard]] int count(const char* route, GuideAnswer wanted) const {
        int found = 0;
        for (const auto& [id, answer] : answers.concerns)
            for (const Concern& concern : library().concerns()) {
                if (concern.id != id || concern.route != route || concern.from_months > answers.age_months) continue;
                const bool early =
                    concern.id == "C31" && answers.age_months < 6 && answer != not_at_all && answer != not_sure;
                found += (early ? often : answer) == wanted ? 1 : 0;
            }
        return found;
    }
    [[nodiscard]] bool ask_for(const char* route, int enough) const {
        return count(route, often) >= 1 || count(route, sometimes) >= enough;
    }
    [[nodiscard]] std::string result() const {
        const bool ot = ask_for("OT", 3), pt = ask_for("PT", 3);
        if (ask_for("BOTH", 2) || (ot && pt)) return "BOTH";
        if (ot || pt) return ot ? "OT" : "PT";
        for (const char* route : {"OT", "PT", "BOTH"})
            if (count(route, sometimes) > 0) return "WATCH";
        int asked = 0, open = 0;
        for (const Concern& concern : library().concerns()) {
            if (concern.from_months > answers.age_months) continue;
            const auto said = answers.concerns.find(concern.id);
            asked += 1, open += said == answers.concerns.end() || said->second == not_sure ? 1 : 0;
        }
        return open > asked - open ? "UNSURE" : "NONE";
    }
    [[nodiscard]] std::string tier() const {
        for (const char* tier : {"911", "today", "week"})
            for (const auto& id : answers.marked)
                for (const RedFlag& flag : library().red_flags())
                    if (flag.id == id && flag.tier == tier) return tier;
        const auto leans = answers.concerns.find("C31");
        const bool early = answers.age_months < 6 && leans != answers.concerns.end() &&
                           (leans->second == sometimes || leans->second == often);
        return early ? "week" : "";
    }
};

TEST(Guide, FiveThousandSetsOfAnswersAgreeWithASecondModel) {
    std::mt19937 random(5'2026);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::map<std::string, int> seen;
    for (int i = 0; i < 5'000; ++i) {
        GuideAnswers answers;
        answers.age_months = below(3) == 0 ? below(12) : below(200);
        const int how_many_yes = below(6), how_many_open = below(100);
        for (const Concern& each : library().concerns()) {
            if (below(100) < how_many_open) continue;
            answers.concerns[each.id] = below(40) < how_many_yes ? (below(2) == 0 ? sometimes : often)
                                        : below(10) == 0         ? not_sure
                                                                 : not_at_all;
        }
        if (below(4) == 0)
            for (int flag = below(3); flag >= 0; --flag)
                answers.marked.insert(library().red_flags()[static_cast<std::size_t>(below(20))].id);
        const GuideResult result = guide_result(answers, library());
        const Model model{answers};
        ASSERT_EQ(result.id, model.result()) << i;
        ASSERT_EQ(result.tier, model.tier()) << i;
        ++seen[result.id + "/" + result.tier];
    }
    EXPECT_GE(seen.size(), 20U) << "all results with all tiers";
}

}  // namespace
}  // namespace pegboard::guide_test
