// The invented caseload is what a newcomer learns goals from: its words, its targets and what was recorded say the
// same. Each goal is read by the program's own check, and once more by a plain reading that shares no code with it.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <regex>

#include "app/parts/parts.h"
#include "core/demo/demo.h"
#include "core/rules/goals/goal_check.h"
#include "core/rules/goals/goal_reading.h"

namespace pegboard {
namespace {
namespace demo_goals {
namespace fs = std::filesystem;

const Date today = *make_date(2026, 9, 29);

struct DemoGoals : ::testing::Test {
    void SetUp() override {
        auto opened = Library::open(fs::path(PEGBOARD_DATA) / "library.db");
        ASSERT_TRUE(opened.ok()) << opened.error().message;
        library = opened.take();
        std::string name = (fs::temp_directory_path() / "pegboard-goals-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
        OpenOptions options;
        options.places = {folder / "state", folder / "backups"};
        options.now_ms = [] { return (today.day * 24LL + 12) * 3'600'000; };
        options.fast_key = true;
        auto made = Caseload::create(folder / "demo.pegboard", {"an invented passphrase", {}}, options);
        ASSERT_TRUE(made.ok());
        caseload = made.take();
        const Status written = write_demo(*caseload, *library, today, 14);
        ASSERT_TRUE(written.ok()) << written.error().message;
    }
    void TearDown() override {
        caseload.reset();
        fs::remove_all(folder);
    }

    std::unique_ptr<Library> library;
    std::unique_ptr<Caseload> caseload;
    fs::path folder;
};

/// Numbers written out become digits: "five times" is read as "5 times".
std::string in_digits(std::string words) {
    constexpr std::array<std::string_view, 11> spelled{"zero", "one",   "two",   "three", "four", "five",
                                                       "six",  "seven", "eight", "nine",  "ten"};
    for (std::size_t i = 0; i < spelled.size(); ++i)
        words = std::regex_replace(words, std::regex("\\b" + std::string(spelled[i]) + "\\b"), std::to_string(i));
    return words;
}

/// All first groups of a pattern.
std::vector<double> all_of(const std::string& words, const std::string& pattern, double times = 1) {
    std::vector<double> found;
    const std::regex each(pattern);
    for (auto at = std::sregex_iterator(words.begin(), words.end(), each); at != std::sregex_iterator(); ++at)
        found.push_back(times * std::stod((*at)[1].str()));
    return found;
}

/// Each length of time the words name, in seconds.
std::vector<double> times_in(const std::string& words) {
    std::vector<double> all = all_of(words, R"((\d+(?:\.\d+)?) (?:s|seconds?)\b)");
    for (const double each : all_of(words, R"((\d+(?:\.\d+)?) min(?:utes?)?\b)", 60)) all.push_back(each);
    const std::regex clock(R"((\d+):(\d\d))");
    for (auto at = std::sregex_iterator(words.begin(), words.end(), clock); at != std::sregex_iterator(); ++at)
        all.push_back(60 * std::stod((*at)[1].str()) + std::stod((*at)[2].str()));
    return all;
}

void expect_times_agree(const Goal& goal, const std::string& words) {
    if (!goal.measure.ends_with("_s")) return;
    const std::vector<double> times = times_in(words);
    EXPECT_FALSE(times.empty()) << "a time is measured and none is named";
    for (const double each : times) EXPECT_EQ(each, *goal.target);
}

void expect_counts_agree(const Goal& goal, const std::string& words) {
    if (goal.measure != "count") return;
    bool named = words.find(" once") != std::string::npos && *goal.target == 1;
    for (const double each : all_of(words, R"((\d+) (?!sessions\b|seconds\b|of\b)[a-z]+)"))
        named = named || each == *goal.target;
    EXPECT_TRUE(named) << "counted to " << *goal.target;
}

void expect_shares_agree(const Goal& goal, const std::string& words) {
    for (const double each : all_of(words, R"((\d+) %)")) EXPECT_EQ(each, *goal.target);
    std::smatch found;
    const std::regex ratio(R"((\d+) of (\d+) (?:tries|throws))");
    for (auto at = std::sregex_iterator(words.begin(), words.end(), ratio); at != std::sregex_iterator(); ++at) {
        EXPECT_EQ(std::stoi((*at)[1].str()), goal.successes);
        EXPECT_EQ(std::stoi((*at)[2].str()), goal.attempts);
    }
    if (goal.measure != "trials") return;
    EXPECT_TRUE(std::regex_search(words, found, std::regex(R"(in \d+ of \d+ tries)"))) << "tries are counted";
    EXPECT_EQ(words.find('%'), std::string::npos) << "so many of so many, and no percent beside it";
    EXPECT_NEAR(*goal.target, 100.0 * goal.successes / goal.attempts, 1e-9);
}

TEST_F(DemoGoals, SayWhatTheirDataSayBySecondReadingToo) {
    int goals = 0, objectives = 0;
    for (const Goal& goal : caseload->goals()) {
        SCOPED_TRACE(goal.sentence);
        ++goals;
        objectives += goal.parent ? 1 : 0;
        ASSERT_TRUE(goal.target);
        const Child& child = *caseload->child(goal.child);
        for (const Disagreement& each : disagreements(goal, *library)) ADD_FAILURE() << each.words;
        for (const GoalFinding& each : check_goal(goal, {goal.sentence, &child, today}, *library))
            EXPECT_TRUE(each.aspect != GoalAspect::criterion || each.good) << each.words;
        EXPECT_EQ(goal.sentence.find("reaching"), std::string::npos) << "a bare number says nothing";
        const std::string words = in_digits(goal.sentence.substr(goal.sentence.find(", ") + 2));
        expect_times_agree(goal, words);
        expect_counts_agree(goal, words);
        expect_shares_agree(goal, words);
        EXPECT_EQ(all_of(words, R"((\d+) sessions in a row)"), std::vector<double>{double(goal.sessions_in_row)});
    }
    EXPECT_GT(goals, 60);
    EXPECT_GT(objectives, 20);
}

TEST_F(DemoGoals, ObjectivesLieBetweenWhereTheChildStandsAndTheGoal) {
    for (const Goal& goal : caseload->goals()) {
        if (!goal.parent || goal.measure == "trials") continue;
        SCOPED_TRACE(goal.sentence);
        const Goal& whole = *caseload->goal(goal.parent);
        const double low = std::min(goal.baseline.front(), *whole.target);
        const double high = std::max(goal.baseline.front(), *whole.target);
        EXPECT_GE(*goal.target, low);
        EXPECT_LE(*goal.target, high);
    }
}

TEST_F(DemoGoals, TheLineOfACriterionSaysNothingTwice) {
    for (const Goal& goal : caseload->goals()) {
        const std::string line = say_criterion(goal, *library);
        SCOPED_TRACE(goal.sentence + "\n" + line);
        EXPECT_EQ(all_of(line, R"((\d+) sessions)").size(), 1U);
        EXPECT_EQ(line.find("a count of"), std::string::npos) << "it says what is counted";
    }
}

TEST_F(DemoGoals, WhatWasRecordedCanBeReachedByTheWords) {
    for (const Goal& goal : caseload->goals())
        for (const DataPoint& point : *caseload->points(goal.id).value()) {
            SCOPED_TRACE(goal.title);
            if (point.n) {
                EXPECT_LE(point.value, *point.n);
            }
            if (goal.measure == "rating4") {
                EXPECT_LE(point.value, 3);
            }
            const bool letters = goal.title.find("five letters") != std::string::npos;
            EXPECT_TRUE(!letters || point.value <= 5) << "there are five letters";
        }
}

}  // namespace demo_goals
}  // namespace
}  // namespace pegboard
