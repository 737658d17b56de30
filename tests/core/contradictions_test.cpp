// Answers about precautions that cannot both be right, and a clock that cannot be.
#include "core/rules/contradictions.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/asking.h"
#include "core/rules/clock_doubt.h"
#include "core/rules/precautions.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {
namespace contradicting {

const Date today = *make_date(2026, 9, 29);

Child six_years_old() {
    Child child;
    child.first_name = "Leo";
    child.date_of_birth = *make_date(2020, 3, 1);
    return child;
}
ChildPrecaution recorded(const char* code, std::map<std::string, std::string> answers = {},
                         std::optional<Date> asked_on = {}) {
    ChildPrecaution one;
    one.code = code;
    one.parameters = std::move(answers);
    one.asked_on = asked_on;
    return one;
}
std::vector<Contradiction> found(const Child& child) { return contradictions(child, library(), today); }

TEST(Contradictions, AShuntThatIsThereAndNone) {
    Child child = with_none(six_years_old(), {"shunt", "latex"}, {}, "mother", today);
    EXPECT_TRUE(found(child).empty());
    child.precautions = {recorded("shunt", {{"programmable", "yes"}})};
    auto all = found(child);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].words, "Shunt is on record, and asked on 29 Sep 2026 there was none. Which is right?");
    EXPECT_TRUE(all[0].both_answers);
    const Child there = with_one_answer(child, "shunt", true);
    EXPECT_TRUE(found(there).empty());
    EXPECT_EQ(there.precautions.size(), 1U);
    EXPECT_EQ(there.askings[0].none, (std::vector<std::string>{"latex"})) << "the other answer stays";
    const Child none = with_one_answer(child, "shunt", false);
    EXPECT_TRUE(found(none).empty());
    EXPECT_TRUE(none.precautions.empty());
    child.precautions[0].asked_on = today + 3;
    EXPECT_TRUE(found(child).empty()) << "what came up later is no contradiction";
}

TEST(Contradictions, NoSeizuresAndARescueMedicine) {
    Child child = with_none(six_years_old(), {"seizure"}, {}, "mother", today);
    child.rescue_plan = "Midazolam in the blue bag after 5 minutes, then 911";
    auto all = found(child);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].code, "seizure");
    EXPECT_NE(all[0].words.find("speaks of it"), std::string::npos) << all[0].words;
    child.rescue_plan = "No seizures since birth. Call the mother.";
    EXPECT_TRUE(found(child).empty());
    child.precautions = {recorded("photosensitive")};
    EXPECT_EQ(found(child).size(), 1U);
    Child gloves = with_none(six_years_old(), {"latex"}, {}, "mother", today);
    gloves.take_care = {"Latex-free gloves in the bag"};
    EXPECT_TRUE(found(gloves).empty());
}

TEST(Contradictions, AnswersOfOnePrecaution) {
    Child child = six_years_old();
    child.precautions = {recorded("aai", {{"status", "a risk, not checked yet"}, {"cleared", "yes"}})};
    EXPECT_EQ(found(child).size(), 1U);
    child.precautions = {recorded("shunt", {{"recent_surgery", "no"}, {"last_revision", "2026-09-12"}})};
    EXPECT_EQ(found(child).size(), 1U);
    child.precautions = {recorded("shunt", {{"recent_surgery", "no"}, {"last_revision", "2027-09-12"}})};
    ASSERT_EQ(found(child).size(), 1U);
    EXPECT_NE(found(child)[0].words.find("lies in the future"), std::string::npos);
    child.precautions = {recorded("mouthing", {{"kind", "under 36 months"}})};
    EXPECT_EQ(found(child).size(), 1U);
    child.precautions = {recorded("shunt", {{"recent_surgery", "no"}, {"last_revision", "2024-09-12"}})};
    EXPECT_TRUE(found(child).empty());
}

TEST(Contradictions, AProgrammableValveIsAMatterWithMagnets) {
    EXPECT_NE(library().precaution("shunt")->line.find("magnet"), std::string::npos);
    Child child = six_years_old();
    const auto excluded = [&] {
        int count = 0;
        for (const Activity& each : library().activities()) {
            const auto attributes = effective_attributes(each, library(), {});
            if (std::ranges::find(attributes, "MAG") == attributes.end()) continue;
            for (const Finding& finding : check_precautions(child, each, library(), {}, today, 1))
                count += finding.verdict == Verdict::exclude && finding.reason.find("magnet") != std::string::npos;
        }
        return count;
    };
    EXPECT_EQ(excluded(), 0);
    child.precautions = {recorded("shunt", {{"programmable", "yes"}})};
    EXPECT_GT(excluded(), 0);
    child.precautions = {recorded("shunt")};
    EXPECT_GT(excluded(), 0) << "nobody asked: the careful answer";
}

TEST(ClockDoubt, ADayThatCannotBeIsDoubted) {
    const Date held = *make_date(2026, 9, 12);
    EXPECT_TRUE(doubt_clock(*make_date(1970, 1, 1), {}).certain);
    EXPECT_EQ(doubt_clock(*make_date(1970, 1, 1), held).words.substr(0, 37), "This computer says it is 1 Jan 1970. ");
    EXPECT_TRUE(doubt_clock(today, {}).words.empty());
    EXPECT_TRUE(doubt_clock(today, held).words.empty());
    EXPECT_TRUE(doubt_clock(held + -1, held).words.empty());
    EXPECT_FALSE(doubt_clock(held + -2, held).words.empty());
    EXPECT_TRUE(doubt_clock(held + 366, held).words.empty());
    const ClockDoubt far = doubt_clock(*make_date(2041, 5, 3), held);
    EXPECT_FALSE(far.certain);
    EXPECT_NE(far.words.find("12 Sep 2026"), std::string::npos) << far.words;
    Session planned, done;
    planned.date = today + 30;
    done.date = held;
    done.status = SessionStatus::held;
    EXPECT_EQ(newest_held({planned, done}), held);
    EXPECT_FALSE(newest_held({planned}));
}

}  // namespace contradicting
}  // namespace
}  // namespace pegboard
