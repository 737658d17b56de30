// Sentences put together at random from what therapists write, each with what it means: the reading of a sentence has
// to give back just that. The table below is written by hand and shares nothing with the reading.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "core/rules/goals/goal_reading.h"

namespace pegboard::goal_reading_random {
namespace {

struct Words {
    std::string text;
    int level = -1, prompt = -1;  ///< -1: not spoken of
};
const std::array helps{Words{"", -1, -1},
                       Words{" independently", 0, 0},
                       Words{" with no help", 0, -1},
                       Words{" with standby assistance", 3, 0},
                       Words{" with contact guard assistance", 4, 0},
                       Words{" with minimal assistance", 5, 0},
                       Words{" with moderate assistance and verbal cues", 6, 5},
                       Words{" with maximal assistance", 7, 0},
                       Words{" with a spoken prompt", 0, 5},
                       Words{" with visual cues", 0, 2},
                       Words{" with hand over hand help", 0, 8}};

struct Amount {
    std::string text, measure;
    double value = 0;
};
const std::array amounts{Amount{"hold the rope for 45 seconds", "duration_s", 45},
                         Amount{"sit on the bench for 2 minutes", "duration_s", 120},
                         Amount{"stand at the table for 1:30 min", "duration_s", 90},
                         Amount{"stay in the game for twenty minutes", "duration_s", 1200},
                         Amount{"walk 15 feet to the rug", "distance_cm", 15 * 30.48},
                         Amount{"walk 20 m down the hall", "distance_cm", 2000},
                         Amount{"throw the beanbag 6 ft", "distance_cm", 6 * 30.48},
                         Amount{"cut out 3 shapes", "count", 3},
                         Amount{"copy twelve letters", "count", 12}};

struct Often {
    std::string text;
    int n = 0, of = 0;
    std::string noun;
    double percent = 0;
};
const std::array often{Often{"", 0, 0, "", 0},
                       Often{" in 4 of 5 tries", 4, 5, "tries", 0},
                       Often{" in 3 out of 4 trials", 3, 4, "trials", 0},
                       Often{" on 8 of 10 attempts", 8, 10, "attempts", 0},
                       Often{", 4/5 trials", 4, 5, "trials", 0},
                       Often{" in four of the last five tries", 4, 5, "tries", 0},
                       Often{" with 80% accuracy", 0, 0, "", 80},
                       Often{" with 75 percent accuracy", 0, 0, "", 75},
                       Often{" 90 % of the time", 0, 0, "", 90}};

struct InSessions {
    std::string text;
    int in_row = 0, met = 0, of = 0;
};
const std::array runs{InSessions{"", 0, 0, 0}, InSessions{", 3 sessions in a row", 3, 0, 0},
                      InSessions{" over 2 consecutive sessions", 2, 0, 0},
                      InSessions{" across three consecutive therapy sessions", 3, 0, 0},
                      InSessions{", in 3 of 4 sessions", 0, 3, 4}};

struct Day {
    std::string text;
    int year = 0, month = 0, day = 0;
};
const std::array days_by{Day{"", 0, 0, 0}, Day{"By 11 Dec 2026, ", 2026, 12, 11}, Day{"By March 5, 2027, ", 2027, 3, 5},
                         Day{"By 30 June 2027, ", 2027, 6, 30}};
const std::array givens{"", "given a loose jacket, ", "when asked by the teacher, ", "at the low table, "};
const std::array names{"Mateo", "Ana", "Robin", "the child"};

struct Random {
    std::mt19937_64 source;
    template <class List>
    const auto& of(const List& list) {
        return list[std::uniform_int_distribution<std::size_t>(0, list.size() - 1)(source)];
    }
};

void expect_help(const SentenceSays& says, const Words& help, const std::string& sentence) {
    EXPECT_EQ(says.assist.value_or(-1), help.level) << sentence;
    EXPECT_EQ(std::max(0, says.prompt.value_or(0)), std::max(0, help.prompt)) << sentence;
}

void expect_often(const SentenceSays& says, const Often& tries, const InSessions& run, const std::string& sentence) {
    // Sessions alone stand in the ratio's place.
    const bool sessions_alone = run.of > 0 && tries.of == 0 && tries.percent == 0;
    const int n = sessions_alone ? run.met : tries.n, of = sessions_alone ? run.of : tries.of;
    EXPECT_EQ(says.ratio.has_value(), of > 0) << sentence;
    if (says.ratio) {
        EXPECT_EQ(says.ratio->n, n) << sentence;
        EXPECT_EQ(says.ratio->of, of) << sentence;
        EXPECT_EQ(says.ratio->noun, sessions_alone ? "sessions" : tries.noun) << sentence;
    }
    EXPECT_EQ(says.percent.value_or(0), tries.percent) << sentence;
    EXPECT_EQ(says.sessions.has_value(), run.of > 0 && !sessions_alone) << sentence;
    if (says.sessions) {
        EXPECT_EQ(says.sessions->n, run.met) << sentence;
        EXPECT_EQ(says.sessions->of, run.of) << sentence;
    }
    EXPECT_EQ(says.in_row.value_or(0), run.in_row) << sentence;
}

TEST(GoalReadingRandom, ASentencePutTogetherIsReadAsItWasMeant) {
    Random random{std::mt19937_64(20261201)};
    for (int i = 0; i < 20'000 && !::testing::Test::HasFailure(); ++i) {
        const Day& day = random.of(days_by);
        const Amount& amount = random.of(amounts);
        const Words& help = random.of(helps);
        const Often& tries = random.of(often);
        const InSessions& run = random.of(runs);
        const std::string sentence = day.text + random.of(givens) + random.of(names) + " will " + amount.text +
                                     help.text + tries.text + run.text + ".";
        const SentenceSays says = read_sentence(sentence, amount.measure);
        EXPECT_EQ(says.by.has_value(), day.year > 0) << sentence;
        if (says.by) {
            EXPECT_EQ(says.by, make_date(day.year, day.month, day.day)) << sentence;
        }
        ASSERT_FALSE(says.values.empty()) << sentence;
        EXPECT_NEAR(says.values.front(), amount.value, 1e-6) << sentence;
        EXPECT_EQ(says.values.size(), 1U) << sentence;
        expect_help(says, help, sentence);
        expect_often(says, tries, run, sentence);
    }
}

}  // namespace
}  // namespace pegboard::goal_reading_random
