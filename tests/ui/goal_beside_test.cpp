// What stands beside the value of a session: help of all its entries and the notes typed with them, gathered in one
// pass; what nobody noted is never "no help".
#include <gtest/gtest.h>

#include <algorithm>

#include "app/parts/goal_picture.h"

namespace pegboard::test {
namespace {

const Date some_day{20000};

DataPoint entry(SessionId session, int day, std::optional<int> assist, std::string note = {}) {
    DataPoint point;
    point.id = mint<PointId>();
    point.session = session;
    point.date = some_day + day;
    point.value = 1;
    point.n = 1;
    point.assist = assist;
    point.note = std::move(note);
    return point;
}

struct Told {
    std::string help, note;
};

std::vector<Told> told(const std::vector<DataPoint>& points) {
    Goal goal;
    goal.measure = "in_bounds_pct";
    goal.target = 80;
    const auto criterion = progress::criterion_of(goal);
    const auto values = progress::session_values(criterion, points);
    const auto beside = beside_values(criterion, points, values);
    EXPECT_EQ(beside.size(), values.size());
    std::vector<Told> all;
    for (std::size_t i = 0; i < beside.size(); ++i)
        all.push_back({say_help(values[i], beside[i].help), beside[i].note});
    return all;
}

TEST(GoalBeside, HelpIsOfAllEntriesOfItsOwnSession) {
    const SessionId one = mint<SessionId>(), other = mint<SessionId>();
    const auto all = told({entry(one, 1, 0), entry(other, 1, 2), entry(one, 1, 2), entry(other, 1, 2), entry(one, 1, 0),
                           entry({}, 1, 0), entry({}, 2, std::nullopt)});
    ASSERT_EQ(all.size(), 4U);
    std::vector<std::string> first_day{all[0].help, all[1].help, all[2].help};
    std::ranges::sort(first_day);
    std::vector<std::string> wanted{"help in 1 of 3", "no help", std::string(progress::assist_words(2))};
    std::ranges::sort(wanted);
    EXPECT_EQ(first_day, wanted);
    EXPECT_EQ(all[3].help, "help not noted") << "of another day outside a session";
}

TEST(GoalBeside, ATryDoneWithHelpOfWhichNobodySaidHowMuchIsHelp) {
    const SessionId session = mint<SessionId>();
    DataPoint helped = entry(session, 1, std::nullopt);
    helped.kind = PointKind::with_help;
    helped.value = 0;
    const auto among_others = told({entry(session, 1, 0), helped, entry(session, 1, 0)});
    ASSERT_EQ(among_others.size(), 1U);
    EXPECT_EQ(among_others[0].help, "help in 1 of 3");
    const auto alone = told({helped});
    ASSERT_EQ(alone.size(), 1U);
    EXPECT_EQ(alone[0].help, "help");
}

TEST(GoalBeside, WhatDoesNotCountIsNotGathered) {
    const SessionId session = mint<SessionId>();
    DataPoint left_out = entry(session, 1, 3, "Someone else's try");
    left_out.valid = false;
    DataPoint level = entry(session, 1, 3);
    level.kind = PointKind::attainment;
    level.n.reset();
    DataPoint other_measure = entry(session, 1, 3);
    other_measure.measure = "count";
    const auto all = told({entry(session, 1, 0), left_out, level, other_measure});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].help, "no help");
    EXPECT_EQ(all[0].note, "");
}

TEST(GoalBeside, NotesOfASessionStandTogetherInTheirOrder) {
    const SessionId session = mint<SessionId>();
    const auto all = told({entry(session, 1, 0, "Counted aloud."), entry({}, 1, 0, "At home."),
                           entry(session, 1, 0, "Asked to go again.")});
    ASSERT_EQ(all.size(), 2U);
    std::vector<std::string> notes{all[0].note, all[1].note};
    std::ranges::sort(notes);
    EXPECT_EQ(notes, (std::vector<std::string>{"At home.", "Counted aloud. Asked to go again."}));
}

}  // namespace
}  // namespace pegboard::test
