// The ledger of minutes by hand: each example is worked out on paper beside it.
#include "tests/core/minutes_fixture.h"

#include <gtest/gtest.h>

#include "core/rules/minutes/ledger_words.h"

namespace pegboard::test {
namespace {
namespace minutes_by_hand {
using minutes::Figures;
using minutes::Period;

TEST(Minutes, OfAWeekArePromisedGivenBookedAndToBook) {
    MinutesCase one;
    one.serve(30, 3);  // 90 a week
    one.meet(in_2026(10, 5), 30, SessionStatus::held);
    one.meet(in_2026(10, 8), 30);
    const Figures sum = one.first(Period::week);
    EXPECT_EQ(sum.promised, 90);
    EXPECT_EQ(sum.delivered, 30);
    EXPECT_EQ(sum.booked, 30);
    EXPECT_EQ(sum.to_book, 30);
    EXPECT_EQ(sum.owed, 0);
    const auto dues = minutes::dues(one.asked());
    ASSERT_EQ(dues.size(), 1U);
    EXPECT_EQ(minutes::say_due(dues[0]), "30 min of individual OT to book by Fri 9 Oct");
}

TEST(Minutes, MissedByTheTherapistAreOwedByTheChildExcused) {
    MinutesCase one;
    one.serve(30, 3);
    one.miss(in_2026(10, 5), 30, NotHeldReason::therapist_away);
    one.miss(in_2026(10, 6), 30, NotHeldReason::child_ill);
    one.meet(in_2026(10, 7), 30);  // today: still booked
    Figures sum = one.first(Period::week);
    EXPECT_EQ(sum.owed, 30);
    EXPECT_EQ(sum.excused, 30);
    EXPECT_EQ(sum.booked, 30);
    EXPECT_EQ(sum.to_book, 30);
    EXPECT_EQ(minutes::say_missed(sum), "30 min child unwell, 30 min therapist away");
    one.rules.owed[static_cast<std::size_t>(MissedWhy::child_ill)] = true;
    sum = one.first(Period::week);
    EXPECT_EQ(sum.owed, 60) << "the practice makes them up, too";
    EXPECT_EQ(sum.excused, 0);
    EXPECT_EQ(sum.to_book, 60);
}

TEST(Minutes, AMakeUpCountsInTheWeekItMakesUp) {
    MinutesCase one;
    one.serve(30, 1);
    const SessionId missed = one.miss(in_2026(9, 29), 30, NotHeldReason::therapist_away).id;
    one.meet(in_2026(10, 6), 30, SessionStatus::held);
    one.meet(in_2026(10, 9), 30).makes_up = missed;
    EXPECT_EQ(one.first(Period::week).booked, 0) << "this week's promise is kept, the make-up is last week's";
    EXPECT_EQ(one.first(Period::week).over, 0);
    one.today = in_2026(10, 1);
    EXPECT_EQ(one.first(Period::week).owed, 30);
    EXPECT_EQ(one.first(Period::week).booked, 30);
    EXPECT_EQ(one.first(Period::week).to_book, 0);
    one.today = in_2026(10, 12);
    one.sessions[2].status = SessionStatus::held;
    one.sessions[2].held_min = 30;
    EXPECT_TRUE(minutes::owed_sessions(one.asked()).empty());
    const minutes::Line before = minutes::ledger(one.asked(), {in_2026(9, 28), in_2026(10, 4)}).at(0);
    EXPECT_EQ(before.sum.delivered, 30);
    EXPECT_EQ(before.sum.made_up, 30);
    EXPECT_EQ(before.sum.owed, 0);
    ASSERT_EQ(before.entries.size(), 2U);
    EXPECT_EQ(minutes::say_entry(before.entries[0]), "Missed 30 min: therapist away, made up or booked again");
    EXPECT_EQ(minutes::say_makes_up(before.entries[1]), "Makes up Tue 29 Sep");
}

TEST(Minutes, WhatWasGivenSinceWithoutALinkIsOwedNoLonger) {
    MinutesCase one;
    one.serve(30, 1);
    one.miss(in_2026(9, 29), 30, NotHeldReason::therapist_away);
    one.today = in_2026(10, 12);
    EXPECT_EQ(minutes::owed_sessions(one.asked()).size(), 1U);
    one.meet(in_2026(10, 2), 30, SessionStatus::held);
    one.sessions.back().held_min = 30;
    EXPECT_TRUE(minutes::owed_sessions(one.asked()).empty()) << "the week has its 30 minutes";
}

TEST(Minutes, ANewTermEndsNothingThatIsOwed) {
    MinutesCase one;
    one.serve(30, 1);
    one.miss(in_2026(9, 29), 30, NotHeldReason::therapist_away);
    one.today = in_2026(10, 12);
    one.rules.term_from = in_2026(10, 26);
    one.rules.term_to = in_2026(12, 18);
    EXPECT_EQ(minutes::owed_sessions(one.asked()).size(), 1U);
}

TEST(Minutes, AMakeUpTheChildMissesIsOwedNoLongerOneTheTherapistMissesStillIs) {
    MinutesCase one;
    one.serve(30, 1);
    const SessionId missed = one.miss(in_2026(9, 29), 30, NotHeldReason::therapist_away).id;
    one.miss(in_2026(10, 2), 30, NotHeldReason::therapist_away).makes_up = missed;
    auto owed = minutes::owed_sessions(one.asked());
    ASSERT_EQ(owed.size(), 1U) << "once, not twice";
    EXPECT_EQ(owed[0].minutes, 30);
    EXPECT_EQ(minutes::say_owed(owed[0], "Teo"),
              "30 min of the session on Tue 29 Sep are owed to Teo, and no make-up is booked.");
    one.sessions[1].not_held_reason = NotHeldReason::child_ill;
    EXPECT_TRUE(minutes::owed_sessions(one.asked()).empty());
    const Figures sum = minutes::ledger(one.asked(), {in_2026(9, 28), in_2026(10, 4)}).at(0).sum;
    EXPECT_EQ(sum.excused, 30);
    EXPECT_EQ(sum.to_book, 0);
}

TEST(Minutes, AWeekCountsWhereItsWednesdayIs) {
    MinutesCase one;  // September's last Wednesday is the 30th, so Thursday 1 October is September's
    one.serve(30, 1);
    one.meet(in_2026(10, 1), 30, SessionStatus::held);
    one.meet(in_2026(10, 6), 30, SessionStatus::held);
    const minutes::Line month = one.of(Period::month).at(0);
    EXPECT_EQ(month.sum.promised, 120) << "the weeks of 7, 14, 21 and 28 October";
    EXPECT_EQ(month.sum.delivered, 30);
    EXPECT_EQ(month.span, (minutes::Span{in_2026(10, 5), in_2026(11, 1)}));
    EXPECT_EQ(month.sum.to_book, 90);
}

TEST(Minutes, AChangeOfServiceInMidTermIsNeverPromisedTwice) {
    MinutesCase one;
    one.serve(30, 1).to = in_2026(10, 13);  // a Tuesday: the week of 12 October is the new service's
    one.serve(45, 1).from = in_2026(10, 14);
    one.rules.term_from = in_2026(9, 28);
    one.rules.term_to = in_2026(10, 30);
    one.meet(in_2026(9, 29), 30, SessionStatus::held);
    one.meet(in_2026(10, 12), 45);
    const auto lines = one.of(Period::term);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].sum.promised, 60) << "weeks of 30 September and 7 October";
    EXPECT_EQ(lines[1].sum.promised, 135) << "weeks of 14, 21 and 28 October";
    EXPECT_EQ(lines[0].sum.delivered, 30);
    EXPECT_EQ(lines[1].sum.booked, 45) << "Monday is of the week the new service has";
}

TEST(Minutes, AGroupCountsWholeAndOnlyForAGroupService) {
    MinutesCase one;
    one.serve(30, 1);
    one.serve(45, 1, ServicePer::week, Discipline::ot, ServiceMode::group);
    one.meet(in_2026(10, 5), 45, SessionStatus::held).participants.push_back({.child = ChildId{2}});
    const auto lines = one.of(Period::week);
    EXPECT_EQ(lines.at(0).sum.delivered, 0);
    EXPECT_EQ(lines.at(0).sum.to_book, 30);
    EXPECT_EQ(lines.at(1).sum.delivered, 45);
    one.child.services.pop_back();
    const auto without = one.of(Period::week);
    ASSERT_EQ(without.size(), 2U);
    EXPECT_EQ(without[1].service, nullptr) << "told apart, not lost";
    EXPECT_EQ(without[1].sum.delivered, 45);
    EXPECT_EQ(without[1].sum.over, 0);
}

TEST(Minutes, OfACotreatmentCountWholeForBothOrHalfForEach) {
    MinutesCase one;
    one.serve(45, 1);
    one.serve(45, 1, ServicePer::week, Discipline::pt);
    one.meet(in_2026(10, 5), 45, SessionStatus::held, Lead::both);
    EXPECT_EQ(one.of(Period::week).at(0).sum.delivered, 45);
    EXPECT_EQ(one.of(Period::week).at(1).sum.delivered, 45);
    one.rules.split_cotreat = true;
    EXPECT_EQ(one.of(Period::week).at(0).sum.delivered, 23);
    EXPECT_EQ(one.of(Period::week).at(1).sum.delivered, 22);
    EXPECT_EQ(one.of(Period::week).at(0).sum.to_book, 22);
}

TEST(Minutes, OfAShorterSessionAreMissedByWhoMadeItShorter) {
    MinutesCase one;
    one.serve(45, 1);
    Session& session = one.meet(in_2026(10, 5), 45, SessionStatus::held);
    session.held_min = 40;                  // 5 min shorter
    session.participants[0].late_min = 10;  // and 10 min late
    const Figures sum = one.first(Period::week);
    EXPECT_EQ(sum.delivered, 30);
    EXPECT_EQ(sum.owed, 5);
    EXPECT_EQ(sum.excused, 10);
    EXPECT_EQ(sum.to_book, 5);
    EXPECT_EQ(minutes::say_entry(one.of(Period::week).at(0).entries.at(0)),
              "30 min given, missed 15 min: came late or left early, 5 min owed, 10 min excused");
}

TEST(Minutes, OfASessionNobodyClosedAreNeitherGivenNorToBook) {
    MinutesCase one;
    one.serve(30, 1);
    one.meet(in_2026(10, 5), 30);
    const Figures sum = one.first(Period::week);
    EXPECT_EQ(sum.not_closed, 30);
    EXPECT_EQ(sum.to_book, 0);
    EXPECT_EQ(sum.delivered, 0);
    EXPECT_TRUE(minutes::dues(one.asked()).empty());
}

TEST(Minutes, ByTheMonthAreDueByItsLastSchoolDay) {
    MinutesCase one;
    one.serve(30, 2, ServicePer::month);
    one.meet(in_2026(10, 1), 30, SessionStatus::held);
    const auto dues = minutes::dues(one.asked());
    ASSERT_EQ(dues.size(), 1U);
    EXPECT_EQ(minutes::say_due(dues[0]), "30 min of individual OT to book by Fri 30 Oct") << "the 31st is a Saturday";
    EXPECT_EQ(one.first(Period::week).promised, 60) << "a monthly service shows its month";
    one.today = in_2026(10, 31);
    EXPECT_TRUE(minutes::dues(one.asked()).empty()) << "no day is left: nothing to book any more";
}

TEST(Minutes, AreNotPromisedBeforeTheFirstSessionNorAfterTheDischarge) {
    MinutesCase one;
    one.serve(30, 1);
    one.rules.term_from = in_2026(8, 31);
    one.rules.term_to = in_2026(10, 30);
    one.meet(in_2026(9, 29), 30, SessionStatus::held);
    EXPECT_EQ(one.first(Period::term).promised, 150) << "weeks of 30 September to 28 October";
    one.child.discharge = Discharge{in_2026(10, 20), DischargeReason::moved, {}};
    EXPECT_EQ(one.first(Period::term).promised, 90) << "weeks of 30 September, 7 and 14 October";
    one.child.services[0].from = in_2026(8, 31);
    EXPECT_EQ(one.first(Period::term).promised, 210) << "said to begin: from the week of 2 September on";
}

TEST(Minutes, HaveNoTermWhereNobodySetOne) {
    MinutesCase one;
    one.serve(30, 1);
    EXPECT_TRUE(one.of(Period::term).empty());
    one.child.services[0].from = in_2026(9, 28);
    one.child.services[0].to = in_2026(10, 9);
    EXPECT_EQ(one.first(Period::term).promised, 60) << "the service's own dates";
}

}  // namespace minutes_by_hand
}  // namespace
}  // namespace pegboard::test
