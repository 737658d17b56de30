// "In 4 of 5 tries, in 3 of 4 sessions": the sentence, what is read out of it, and what mastery judges are one thing.
#include <gtest/gtest.h>

#include <random>

#include "core/rules/goals/goal_check.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/goals/goal_writing.h"
#include "core/rules/validate.h"
#include "tests/core/library_at_hand.h"
#include "tests/core/progress_support.h"
#include "tests/core/support.h"

namespace pegboard::progress {
namespace {
using namespace pegboard::test;

GoalSlots slots_of(int n, int of, int met, int sessions) {
    GoalSlots slots;
    slots.child = "Mateo";
    slots.condition = "given scissors at the art table";
    slots.target = "cut along a line";
    slots.n = n;
    slots.of = of;
    slots.sessions_met = met;
    slots.sessions_of = sessions;
    slots.by = day_zero + 90;
    return slots;
}

/// The goal of a sentence as it is written and read back: nothing in it but what the words say.
Goal goal_as_read(const GoalSlots& slots) {
    const SentenceSays says = read_sentence(write_goal(blank_goal_template(), slots), "trials");
    Goal goal = goal_of("trials", 0);
    goal.target.reset();
    goal.successes = says.ratio ? says.ratio->n : 0;
    goal.attempts = says.ratio ? says.ratio->of : 0;
    goal.ratio_noun = says.ratio ? says.ratio->noun : std::string();
    goal.sessions_in_row = says.in_row.value_or(0);
    goal.sessions_met = says.sessions ? says.sessions->n : 0;
    goal.sessions_of = says.sessions ? says.sessions->of : 0;
    return goal;
}

TEST(Consistency, TheSchoolsSentenceIsReadAsItIsWritten) {
    const std::string sentence = write_goal(blank_goal_template(), slots_of(4, 5, 3, 4));
    EXPECT_TRUE(sentence.ends_with("with no help in 4 of 5 tries, in 3 of 4 sessions.")) << sentence;
    const std::string_view ways[] = {
        "By 11 Dec 2026, Mateo will zip his coat with no help in 4 of 5 tries, in 3 of 4 sessions.",
        "By 11 Dec 2026, Mateo will zip his coat with no help in 4 of 5 tries in 3 out of 4 sessions.",
        "By 11 Dec 2026, Mateo will zip his coat with no help in 4 out of 5 trials across 3 of 4 sessions.",
        "By 11 Dec 2026, Mateo will zip his coat with no help in 4/5 trials over 3/4 sessions.",
        "By 11 Dec 2026, in 3 of the last 4 sessions, Mateo will zip his coat with no help in 4 of 5 tries.",
        "By 11 Dec 2026, Mateo will zip his coat with no help in 4 of 5 tries, in 3 of 4 consecutive sessions.",
        "By 11 Dec 2026, Mateo will zip his coat with no help in 4 of 5 tries on 3 of 4 school days.",
    };
    for (const std::string_view way : ways) {
        const SentenceSays says = read_sentence(way, "trials");
        ASSERT_TRUE(says.ratio && says.sessions) << way;
        EXPECT_EQ(says.ratio->n, 4) << way;
        EXPECT_EQ(says.ratio->of, 5) << way;
        EXPECT_EQ(says.sessions->n, 3) << way;
        EXPECT_EQ(says.sessions->of, 4) << way;
        EXPECT_FALSE(says.in_row) << way;
    }
}

TEST(Consistency, OneRatioAloneIsStillTheRatio) {
    const SentenceSays sessions = read_sentence("Mateo will string 5 beads with no help in 3 of 4 sessions.", "count");
    EXPECT_FALSE(sessions.sessions);
    EXPECT_EQ(sessions.ratio, (SentenceSays::Ratio{3, 4, "sessions"}));
    const SentenceSays run =
        read_sentence("Mateo will hop with no help in 4 of 5 tries, 3 sessions in a row.", "trials");
    EXPECT_EQ(run.in_row, 3);
    EXPECT_FALSE(run.sessions);
}

TEST(Consistency, TheCheckTakesItAndRefusesOnlyTwoWays) {
    Goal goal = goal_from(goal_of("trials", 0), blank_goal_template(), slots_of(4, 5, 3, 4), library());
    goal.measure = "trials";
    goal.baseline = {0, 0, 0};
    const auto criterion_line = [&] {
        const GoalCheckFacts facts{.statement = goal.sentence, .child = nullptr, .today = day_zero};
        return check_goal(goal, facts, library())[static_cast<std::size_t>(GoalAspect::criterion)];
    };
    EXPECT_TRUE(criterion_line().good) << criterion_line().words;
    EXPECT_NE(criterion_line().words.find("4 of 5 tries, in 3 of 4 sessions"), std::string::npos);
    EXPECT_TRUE(validate(goal).ok());
    goal.sessions_met = 2;
    ASSERT_FALSE(criterion_line().good) << "the sentence says 3 of 4";
    ASSERT_TRUE(criterion_line().mend);
    EXPECT_EQ(criterion_line().mend->goal.sessions_met, 3);
    goal.sessions_met = 3;
    goal.sessions_in_row = 3;
    EXPECT_FALSE(criterion_line().good);
    EXPECT_FALSE(validate(goal).ok()) << "in a row and of so many contradict one another";
    goal.sessions_in_row = 0;
    goal.ratio_noun = "sessions";
    EXPECT_FALSE(validate(goal).ok()) << "sessions of sessions";
}

/// One row of the naive model: a session with so many right of so many tries.
struct Row {
    int day = 0, right = 0, tries = 0;
};

/// Read from the sentence with a pencil: sessions of one day are one, and it passes when all of them do; fewer tries
/// than are spoken of (5 at most) are no session. The day on which so many of the last so many pass; -1: none.
int naive_day(const std::vector<Row>& rows, int n, int of, int met, int sessions) {
    std::vector<std::pair<int, bool>> days;
    for (const Row& row : rows) {
        if (row.tries < std::min(of, 5)) continue;
        const bool pass = row.right * of >= n * row.tries;
        if (!days.empty() && days.back().first == row.day)
            days.back().second = days.back().second && pass;
        else
            days.emplace_back(row.day, pass);
        int passed = 0;
        for (std::size_t i = days.size(); i-- > 0 && days.size() - i <= static_cast<std::size_t>(sessions);)
            passed += days[i].second ? 1 : 0;
        if (passed >= met && days.back().second) return row.day;
    }
    return -1;
}

TEST(Consistency, MasteryIsWhatTheSentenceSaysOverManyRandomRows) {
    std::mt19937 random(20261130);
    const auto upto = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    int mastered = 0;
    for (int round = 0; round < 30'000; ++round) {
        const int of = 1 + upto(9), n = 1 + upto(of - 1), sessions = 1 + upto(5), met = 1 + upto(sessions - 1);
        const Goal goal = goal_as_read(slots_of(n, of, met, sessions));
        std::vector<Row> rows;
        std::vector<DataPoint> points;
        for (int i = 0, day = 1, count = upto(9); i < count; ++i, day += upto(2)) {
            const int tries = 1 + upto(9);
            rows.push_back({day, upto(tries), tries});
        }
        // As the app orders the sessions of one day: the worse first.
        std::ranges::stable_sort(rows, [](const Row& one, const Row& other) {
            if (one.day != other.day) return one.day < other.day;
            return one.right * other.tries < other.right * one.tries;
        });
        for (const Row& row : rows) {
            points.push_back(measured(row.day, row.right, row.tries));
            points.back().session = mint<SessionId>();
        }
        const Mastery found = analysis_of(goal, points).facts.mastery;
        const int wanted = naive_day(rows, n, of, met, sessions);
        if (wanted < 0) {
            ASSERT_FALSE(found.mastered_on) << "round " << round << ": " << met << " of " << sessions;
        } else {
            ++mastered;
            ASSERT_EQ(found.mastered_on, day_zero + wanted) << "round " << round << ": " << met << " of " << sessions;
        }
    }
    EXPECT_GT(mastered, 3'000);
}

TEST(Consistency, IsKeptInTheFile) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    Goal goal = *caseload->goal(sample.goal);
    goal.ratio_noun = "tries";
    goal.sessions_in_row = 0;
    goal.sessions_met = 3;
    goal.sessions_of = 4;
    must(caseload->run(EditGoal{goal}));
    caseload.reset();
    caseload = reopen(folder);
    EXPECT_EQ(caseload->goal(sample.goal)->sessions_met, 3);
    EXPECT_EQ(caseload->goal(sample.goal)->sessions_of, 4);
}

TEST(Consistency, AMissBetweenDoesNotSetItBackAndTheWordsSayHowFar) {
    const Goal goal = goal_as_read(slots_of(4, 5, 3, 4));
    std::vector<DataPoint> points;
    const auto session = [&](int day, int right, int of) {
        points.push_back(measured(day, right, of));
        points.back().session = mint<SessionId>();
    };
    session(1, 4, 5);
    session(3, 1, 5);
    session(5, 5, 5);
    Analysis found = analysis_of(goal, points);
    EXPECT_FALSE(found.facts.mastery.mastered_on);
    EXPECT_EQ(found.not_mastered,
              "Not mastered yet: of the last 3 sessions that count, 2 reached 80 %; the goal is 3 of 4.");
    session(8, 2, 3);
    EXPECT_FALSE(analysis_of(goal, points).facts.mastery.mastered_on) << "3 tries are no session of 5";
    session(10, 4, 5);
    found = analysis_of(goal, points);
    EXPECT_EQ(found.facts.mastery.mastered_on, day_zero + 10);
    EXPECT_EQ(say_how_often(found.criterion, found.facts), "in 3 of the last 4 sessions");
}

TEST(Consistency, WhatWasRecordedOutsideASessionIsNoSessionInWords) {
    Goal goal = goal_as_read(slots_of(4, 5, 0, 0));
    goal.sessions_in_row = 3;
    std::vector<DataPoint> points{measured(1, 5, 5), measured(3, 5, 5)};
    for (DataPoint& point : points) point.session = {};
    EXPECT_EQ(analysis_of(goal, points).judgement.sentence, "Too little data to tell: 2 days so far, 3 are needed.");
    points.back().session = mint<SessionId>();
    EXPECT_EQ(analysis_of(goal, points).judgement.sentence,
              "Too little data to tell: 2 sessions or days so far, 3 are needed.");
    EXPECT_EQ(analysis_of(goal, points).not_mastered,
              "Not mastered yet: 1 more session or day at 80 % in a row on another day, 2 of 3 so far.");
    points.push_back(measured(5, 5, 5));
    points.back().session = {};
    const Analysis found = analysis_of(goal, points);
    EXPECT_TRUE(found.facts.mastery.mastered_on);
    EXPECT_NE(found.judgement.sentence.find("2 of the 3 values since the baseline were recorded outside a session"),
              std::string::npos)
        << found.judgement.sentence;
    EXPECT_EQ(say_how_often(found.criterion, found.facts), "3 sessions or days running");
    for (DataPoint& point : points) point.session = mint<SessionId>();
    EXPECT_EQ(analysis_of(goal, points).judgement.sentence.find("outside"), std::string::npos);
}

}  // namespace
}  // namespace pegboard::progress
