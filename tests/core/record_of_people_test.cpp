// Who is in the record: children who are discharged or erased, people in two places at once, series that leave weeks
// out, and notes that are found again.
#include <algorithm>

#include "core/rules/clashes.h"
#include "tests/core/running_session.h"

namespace pegboard::test {
namespace {

TEST(Discharge, ActsOnItsDay) {
    Child child = sample_child();
    child.discharge = Discharge{sample_today() + 60, DischargeReason::moved, {}};
    EXPECT_FALSE(is_discharged(child, sample_today()));
    EXPECT_FALSE(is_discharged(child, sample_today() + 59));
    EXPECT_TRUE(is_discharged(child, sample_today() + 60));
}

TEST(Discharge, TakesTheChildOutOfSessionsPlannedAfterIt) {
    Pair pair;
    const Session last = sample_session(pair.on.child, pair.on.goal, sample_today() + 5);
    const Session alone = sample_session(pair.on.child, pair.on.goal, sample_today() + 6);
    must(pair.caseload->run(AddSession{last}));
    must(pair.caseload->run(AddSession{alone}));
    must(pair.caseload->run(DischargeChild{pair.on.child, {sample_today() + 5, DischargeReason::goals_met, {}}}));
    EXPECT_NE(pair.caseload->session(last.id), nullptr) << "on the day itself the child still comes";
    EXPECT_EQ(pair.caseload->session(alone.id), nullptr);
    const Session* together = pair.caseload->session(pair.together.id);
    ASSERT_NE(together, nullptr) << "the other child still comes";
    ASSERT_EQ(together->participants.size(), 1u);
    EXPECT_EQ(together->child, pair.other.id);
    EXPECT_FALSE(together->group);
    EXPECT_EQ(pair.caseload->run(AddSession{sample_session(pair.on.child, {}, sample_today() + 6)}).error().field,
              "date");
    must(pair.caseload->run(AddSession{sample_session(pair.on.child, {}, sample_today() + 2)}));
    must(pair.caseload->undo());
    must(pair.caseload->undo());
    EXPECT_NE(pair.caseload->session(alone.id), nullptr) << "one step";
}

TEST(Erasing, OneOfTwoLeavesAGroupAndSessionThatAreSound) {
    Pair pair;
    must(pair.caseload->run(EraseChild{pair.on.child}));
    const Group* group = pair.caseload->group(pair.group.id);
    ASSERT_NE(group, nullptr);
    EXPECT_TRUE(group->archived);
    Group renamed = *group;
    renamed.name = "Friday hoppers";
    must(pair.caseload->run(EditGroup{renamed}));
    const Session* together = pair.caseload->session(pair.together.id);
    ASSERT_NE(together, nullptr);
    EXPECT_EQ(together->child, pair.other.id);
    EXPECT_EQ(together->participants.size(), 1u);
    Session moved = *together;
    moved.start_min += 15;
    must(pair.caseload->run(EditSession{moved}));
}

// ---- two at one time

TEST(Clashes, OfAChildOrATherapistAreNoticed) {
    const ChildId one{1}, other{2};
    const TherapistId ot{11}, pt{12};
    Session first = sample_session(one, {}, sample_today());  // 13:30 for 45 minutes
    first.therapist = ot;
    Session second = sample_session(other, {}, sample_today());
    second.therapist = ot;
    second.start_min = first.start_min + 44;
    const std::vector<Session> all{first};
    ASSERT_EQ(clashes(all, second).size(), 1u);
    EXPECT_EQ(clashes(all, second)[0].therapists, std::vector{ot});
    EXPECT_TRUE(clashes(all, second)[0].children.empty());
    second.start_min = first.start_min + 45;
    EXPECT_TRUE(clashes(all, second).empty()) << "one after the other";
    second.start_min = first.start_min;
    second.therapist = pt;
    EXPECT_TRUE(clashes(all, second).empty());
    second.participants.push_back(Participant{.child = one});
    ASSERT_EQ(clashes(all, second).size(), 1u);
    EXPECT_EQ(clashes(all, second)[0].children, std::vector{one});
    second.participants.back().attendance = Attendance::absent;
    EXPECT_TRUE(clashes(all, second).empty());
    EXPECT_TRUE(clashes(all, first).empty()) << "not with itself";
}

TEST(WeeklySeries, SaysWhichWeeksItLeftOut) {
    TempFolder folder;
    Clock clock;
    const auto caseload = make_caseload(folder, &clock);
    const Sample on = fill(*caseload);
    const Date first = caseload->session(on.session)->date;
    must(caseload->run(AddSession{sample_session(on.child, on.goal, first + 14)}));
    must(caseload->run(RepeatSession{on.session, first + 21}));
    EXPECT_PRED2(says, caseload->next_undo()->label, "left out, as another session is there: " + say_day(first + 14));
}

TEST(WeeklySeries, SaysInWhichWeeksTheTherapistIsElsewhere) {
    TempFolder folder;
    Clock clock;
    const auto caseload = make_caseload(folder, &clock);
    const Sample on = fill(*caseload);
    Session first = *caseload->session(on.session);
    first.therapist = on.therapist;
    first.co_therapist = {};
    must(caseload->run(EditSession{first}));
    Child other = sample_child("Nuria");
    other.services.clear();
    must(caseload->run(AddChild{other}));
    Session elsewhere;
    elsewhere.id = mint<SessionId>();
    elsewhere.child = other.id;
    elsewhere.date = first.date + 7;
    elsewhere.start_min = first.start_min;
    elsewhere.length_min = 30;
    elsewhere.therapist = on.therapist;
    must(caseload->run(AddSession{elsewhere}));
    must(caseload->run(RepeatSession{on.session, first.date + 14}));
    EXPECT_PRED2(says, caseload->next_undo()->label,
                 "the therapist has another session then: " + say_day(first.date + 7));
    EXPECT_EQ(caseload->sessions().size(), 4U) << "told, not refused";
}

// ---- found again

TEST(FindNotes, ByAllTheirWordsNewestFirst) {
    Room room;
    const SessionNote note = room.signed_note();
    must(room.caseload->run(AmendNote{note.id, "Grandmother watched from the Café."}));
    ASSERT_EQ(room.caseload->find_notes("grandmother cafe", 5).take().size(), 1u);
    const NoteFound found = room.caseload->find_notes("grandmother", 5).take().at(0);
    EXPECT_EQ(found.session, room.on.session);
    EXPECT_EQ(found.excerpt, "Grandmother watched from the Café.");
    EXPECT_TRUE(room.caseload->find_notes("grandfather", 5).take().empty());
    EXPECT_TRUE(room.caseload->find_notes("  ", 5).take().empty());
}

TEST(Clashes, OfASessionThatWasStartedAreWithItsRealTimeAndSayIt) {
    const TherapistId ot{11};
    Session runs = sample_session(ChildId{1}, {}, sample_today());  // planned for 13:30
    runs.therapist = ot;
    runs.started_at = iso(sample_today()) + "T19:00:20Z";
    const int began = real_start(runs).value();
    Session next = sample_session(ChildId{2}, {}, sample_today());
    next.therapist = ot;
    EXPECT_TRUE(clashes({runs}, next).empty()) << "at its planned time it does not run";
    next.start_min = began + runs.length_min - 5;
    const std::vector<Session> all{runs};
    ASSERT_EQ(clashes(all, next).size(), 1U);
    EXPECT_EQ(clashes(all, next)[0].at.from, began);
    EXPECT_EQ(clashes(all, next)[0].at.to, began + runs.length_min);
}

}  // namespace
}  // namespace pegboard::test
