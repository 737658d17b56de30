// What stands in the record is what was: signatures that stay, notes that name what was done and no more, data of who
// was there, sessions of who is still seen.
#include <algorithm>

#include "core/progress/note_data.h"
#include "core/progress/note_draft.h"
#include "core/rules/live.h"
#include "tests/core/running_session.h"

namespace pegboard::test {
namespace {

// ---- signatures

TEST(Signature, IsNotTakenBackNorIsWhatWasBeforeIt) {
    Room room;
    room.tap(4, 1);
    const SessionNote note = room.signed_note();
    EXPECT_EQ(room.caseload->next_undo(), nullptr);
    EXPECT_TRUE(room.caseload->undo_ends_at_signature());
    EXPECT_EQ(room.caseload->undo().error().kind, ErrorKind::missing);
    must(room.caseload->run(AmendNote{note.id, "It was the left hand."}));
    EXPECT_EQ(room.caseload->next_undo(), nullptr) << "an amendment is signed, too";
    room.tap(1, 0);
    ASSERT_NE(room.caseload->next_undo(), nullptr);
    EXPECT_FALSE(room.caseload->undo_ends_at_signature());
    must(room.caseload->undo());
    EXPECT_EQ(room.caseload->next_undo(), nullptr) << "back to the signature and no further";
    room.caseload.reset();
    room.caseload = reopen(room.folder, &room.clock);
    EXPECT_EQ(room.caseload->next_undo(), nullptr) << "after a restart either";
    EXPECT_EQ(room.caseload->note(note.id).take().status, NoteStatus::final_);
}

TEST(Undo, SaysWhichStepsAreClinical) {
    Room room;
    room.tap(1, 0);
    EXPECT_TRUE(room.caseload->next_undo()->clinical);
    must(room.caseload->run(SetGoalStatus{room.on.goal, GoalStatus::met, sample_today()}));
    EXPECT_TRUE(room.caseload->next_undo()->clinical);
    must(room.caseload->run(AddPlace{sample_place("hall")}));
    EXPECT_FALSE(room.caseload->next_undo()->clinical);
}

TEST(Signature, IsOfOnesOwnDisciplineAlone) {
    Room room;
    Session session = room.session();
    session.lead = Lead::pt;
    must(room.caseload->run(EditSession{session}));
    EXPECT_TRUE(progress::draft_note(*room.caseload, room.on.session, room.on.child, room.on.therapist)
                    .take()
                    .objective.empty())
        << "an OT has nothing to write about a PT session";
    EXPECT_EQ(room.caseload->run(WriteNote{sample_note(room.on.child, room.on.session)}).error().message,
              "This was a PT session: a physical therapist writes and signs its note.");
    room.colleague(Discipline::pt, true);
    SessionNote note = sample_note(room.on.child, room.on.session);
    note.cosigner = room.on.therapist;
    must(room.caseload->run(WriteNote{note}));
    must(room.caseload->run(FinishNote{note.id}));
    room.sit_down(room.on.therapist);
    EXPECT_EQ(room.caseload->run(CosignNote{note.id}).error().kind, ErrorKind::refused);
}

TEST(Signature, OfACoTreatmentEachSignsTheOwnPart) {
    Room room;
    Session session = room.session();
    session.lead = Lead::both;
    must(room.caseload->run(EditSession{session}));
    room.signed_note();
    room.colleague(Discipline::pt, true);
    room.signed_note();
    EXPECT_EQ(room.caseload->notes(room.on.session).size(), 2u);
}

TEST(Signature, KnowsWhetherItsDataAreStillTheSame) {
    Room room;
    room.tap(3, 2);
    const SessionNote note = room.signed_note();
    EXPECT_FALSE(room.differs(note.id));
    room.tap(0, 1);
    EXPECT_TRUE(room.differs(note.id)) << "recorded after the signature";
    must(room.caseload->run(TakeBackPoint{room.on.session, {}}));
    EXPECT_FALSE(room.differs(note.id)) << "the same data again";
    room.tap(0, 1);
    must(room.caseload->run(AmendNote{note.id, "One more try, not yet."}));
    EXPECT_FALSE(room.differs(note.id)) << "the amendment says it";
    must(room.caseload->run(EndSession{room.on.session}));
    EXPECT_EQ(room.caseload->run(ReopenSession{room.on.session}).error().kind, ErrorKind::refused);
}

// ---- what a note says

TEST(NoteSays, OnlyWhatWasDone) {
    Room room;
    room.clock.ms += 30 * 60'000;  // Next is never pressed
    const std::vector<Block> plan = room.session().blocks;
    must(room.caseload->run(EndSession{room.on.session, 0, std::vector{plan[1].id}}));
    const SessionNote note =
        progress::draft_note(*room.caseload, room.on.session, room.on.child, room.on.therapist).take();
    EXPECT_PRED2(says, note.objective, "Activities: Road cutter.");
    EXPECT_FALSE(says(note.objective, "Worm snips")) << note.objective;
    EXPECT_FALSE(says(note.objective, "Zip race")) << note.objective;
    Session planned = sample_session(room.on.child, room.on.goal, sample_today() - 7);
    planned.status = SessionStatus::held;
    planned.held_min = 40;
    must(room.caseload->run(AddSession{planned}));
    const SessionNote earlier =
        progress::draft_note(*room.caseload, planned.id, room.on.child, room.on.therapist).take();
    EXPECT_FALSE(says(earlier.objective, "Activities")) << "nobody said which were done";
}

TEST(NoteSays, TheSecondOfTwoSessionsOnADayComesAfterTheFirst) {
    Room room;
    Session morning = sample_session(room.on.child, room.on.goal, sample_today());
    morning.start_min = 9 * 60;
    morning.status = SessionStatus::held;
    morning.held_min = 40;
    must(room.caseload->run(AddSession{morning}));
    for (const PointKind kind :
         {PointKind::correct, PointKind::correct, PointKind::not_yet, PointKind::not_yet, PointKind::not_yet})
        must(room.caseload->run(RecordPoint{sample_tap(morning.id, room.on.goal, kind)}));
    room.tap(1, 4);
    const auto line = [&](SessionId session) {
        return progress::goal_lines(*room.caseload, session, room.on.child, room.on.therapist).take().at(0);
    };
    EXPECT_EQ(line(room.on.session).before, "40 % (2 of 5)") << "not the first time recorded";
    EXPECT_EQ(line(morning.id).before, "") << "the afternoon is not known in the morning";
}

TEST(NoteSays, NothingOfALaterDay) {
    Room room;
    const Date then = sample_today() - 60;
    Session early = sample_session(room.on.child, room.on.goal, then);
    early.status = SessionStatus::held;
    early.held_min = 30;
    must(room.caseload->run(AddSession{early}));
    for (int i = 0; i < 5; ++i) must(room.caseload->run(RecordPoint{sample_tap(early.id, room.on.goal)}));
    must(room.caseload->run(SetGoalStatus{room.on.goal, GoalStatus::met, sample_today()}));
    const SessionNote note = progress::draft_note(*room.caseload, early.id, room.on.child, room.on.therapist).take();
    EXPECT_FALSE(says(note.assessment, say_day(sample_today()))) << note.assessment;
    EXPECT_FALSE(says(note.assessment, "aster")) << note.assessment;
    Session next = sample_session(room.on.child, room.on.goal, then + 7);
    next.status = SessionStatus::held;
    next.held_min = 40;
    must(room.caseload->run(AddSession{next}));
    EXPECT_EQ(progress::draft_note(*room.caseload, early.id, room.on.child, room.on.therapist).take().plan, "")
        << "the next session is over, so what lies beyond it was not planned then";
}

TEST(NoteSays, HelpInTheWordsOfTheScale) {
    EXPECT_EQ(assist_term(4), "contact guard (CGA)");
    EXPECT_EQ(prompt_term(5), "direct verbal prompt");
    EXPECT_EQ(assist_term(9), "");
}

TEST(NoteSays, TimesThatAgreeWithTheMinutes) {
    Room room;
    room.clock.ms += 94'000;  // from 20 seconds past the minute to 54 seconds past the next
    must(room.caseload->run(EndSession{room.on.session}));
    const auto note = progress::draft_note(*room.caseload, room.on.session, room.on.child, room.on.therapist).take();
    EXPECT_EQ(room.session().held_min, 2);
    EXPECT_TRUE(note.objective.starts_with("Session of 2 minutes, 2:13 pm to 2:15 pm")) << note.objective;
}

std::string objective_of(const Room& room) {
    return progress::draft_note(*room.caseload, room.on.session, room.on.child, room.on.therapist).take().objective;
}

struct HelpCase {
    std::optional<int> assist, prompt;
    const char* words;
};

/// One try with that help in a session of its own.
void expect_help(const HelpCase& each, Discipline discipline) {
    Room room;
    Goal goal = *room.caseload->goal(room.on.goal);
    goal.discipline = discipline;
    must(room.caseload->run(EditGoal{goal}));
    DataPoint point = sample_tap(room.on.session, room.on.goal);
    point.assist = each.assist;
    point.prompt = each.prompt;
    must(room.caseload->run(RecordPoint{point}));
    EXPECT_NE(objective_of(room).find(each.words), std::string::npos) << each.words << "\n" << objective_of(room);
}

TEST(NoteSays, TheHelpThatWasChosenAndThatAPromptedChildWasNotIndependent) {
    for (const HelpCase& each :
         {HelpCase{0, 0, ", with no help."}, HelpCase{0, 5, ", with spoken prompt."},
          HelpCase{4, {}, ", with light touch."}, HelpCase{7, {}, ", with a lot of help."},
          HelpCase{2, {}, ", with supervision."}, HelpCase{5, 6, ", with minimal assist and demonstration."}})
        expect_help(each, Discipline::ot);
    for (const HelpCase& each :
         {HelpCase{0, {}, ", independent."}, HelpCase{1, {}, ", modified independent."},
          HelpCase{3, {}, ", with standby assist (SBA)."}, HelpCase{4, {}, ", with contact guard (CGA)."},
          HelpCase{0, 5, ", with direct verbal prompt."}, HelpCase{8, {}, ", dependent."}})
        expect_help(each, Discipline::pt);
}

TEST(NoteSays, HelpInTheWordsOfWhoRecordedItWhateverTheyAreNow) {
    Room room;
    Session session = room.session();
    session.lead = Lead::ot;
    must(room.caseload->run(EditSession{session}));
    Goal goal = *room.caseload->goal(room.on.goal);
    goal.discipline = Discipline::ot;
    must(room.caseload->run(EditGoal{goal}));
    DataPoint point = sample_tap(room.on.session, room.on.goal);
    point.assist = 0;
    point.prompt = 5;
    must(room.caseload->run(RecordPoint{point}));
    const auto help = [&] {
        return progress::goal_lines(*room.caseload, room.on.session, room.on.child, room.on.therapist)
            .take()
            .at(0)
            .help;
    };
    EXPECT_EQ(help(), ", with spoken prompt");
    Therapist author = *room.caseload->therapist(room.on.therapist);
    author.discipline = Discipline::pt;
    must(room.caseload->run(EditTherapist{author}));
    EXPECT_EQ(help(), ", with spoken prompt") << "a setting of today changes no record of then";
}

TEST(NoteSays, ThatNobodyNotedHowMuchHelpATryHad) {
    Room room;
    for (int i = 0; i < 2; ++i) {
        DataPoint point = sample_tap(room.on.session, room.on.goal, PointKind::with_help);
        point.assist = 0;
        point.prompt = 0;
        must(room.caseload->run(RecordPoint{point}));
    }
    EXPECT_PRED2(says, objective_of(room), ", done with help, how much not noted.");
    DataPoint point = sample_tap(room.on.session, room.on.goal);
    point.assist = 0;
    point.prompt = 0;
    must(room.caseload->run(RecordPoint{point}));
    EXPECT_PRED2(says, objective_of(room), "2 done with help, how much not noted; 1 of 1 with no help");
}

TEST(NoteSays, OfEachTryItsOwnHelp) {
    Room room;
    const auto tap = [&](PointKind kind, std::optional<int> assist, std::optional<int> prompt) {
        DataPoint point = sample_tap(room.on.session, room.on.goal, kind);
        point.assist = assist;
        point.prompt = prompt;
        must(room.caseload->run(RecordPoint{point}));
    };
    tap(PointKind::correct, 0, 0);
    tap(PointKind::not_yet, 0, 0);
    tap(PointKind::correct, 0, 5);
    tap(PointKind::correct, {}, {});
    EXPECT_NE(
        objective_of(room).find(". By help: 1 of 2 with no help; 1 of 1 with spoken prompt; 1 of 1, help not noted. "),
        std::string::npos)
        << objective_of(room);
}

TEST(NoteSays, OfEachDistanceItsOwnHelp) {
    Room room;
    Goal walk = sample_goal(room.on.child, "wheels");
    walk.measure = "distance_cm";
    walk.target = 5000;
    walk.unit = "m";
    walk.discipline = Discipline::pt;
    walk.baseline = {1800, 2000, 2100};
    walk.successes = walk.attempts = 0;
    must(room.caseload->run(AddGoal{walk}));
    using Try = std::pair<double, std::optional<int>>;
    for (const auto& [value, assist] : {Try{2000, 5}, Try{3000, 3}, Try{2591, {}}}) {
        DataPoint point = sample_tap(room.on.session, walk.id, PointKind::measured);
        point.value = value;
        point.assist = assist;
        must(room.caseload->run(RecordPoint{point}));
    }
    EXPECT_NE(objective_of(room).find(
                  "By help: 20 m with minimal assist; 30 m with standby assist (SBA); 25.91 m, help not noted."),
              std::string::npos)
        << objective_of(room) << "\nno value stands beside the help of another try";
    EXPECT_EQ(objective_of(room).find("m, minimal assist"), std::string::npos);
}

// ---- who was there

TEST(Absent, WhatWasTappedDoesNotCountUntilTheChildIsHereAfterAll) {
    Room room;
    room.tap(3, 2);
    EXPECT_EQ(room.caseload->facts(room.on.goal)->last_value, 60);
    room.attend(Attendance::absent);
    EXPECT_EQ(room.caseload->facts(room.on.goal)->last_value, std::nullopt);
    const auto points = room.caseload->points(room.on.session).value();
    ASSERT_EQ(points->size(), 5u) << "they stay in the record";
    EXPECT_TRUE(std::ranges::none_of(*points, &DataPoint::valid));
    EXPECT_EQ(points->front().invalid_reason, not_here);
    EXPECT_EQ(room.caseload->run(CountPointAgain{points->front().id}).error().kind, ErrorKind::refused);
    must(room.caseload->undo());
    EXPECT_EQ(room.caseload->facts(room.on.goal)->last_value, 60) << "one step with the attendance";
    room.attend(Attendance::absent);
    room.attend(Attendance::attended);
    EXPECT_EQ(room.caseload->facts(room.on.goal)->last_value, 60);
    room.attend(Attendance::absent);
    must(room.caseload->run(EndSession{room.on.session}));
    EXPECT_EQ(room.session().status, SessionStatus::not_held);
    EXPECT_EQ(room.caseload->facts(room.on.goal)->last_value, std::nullopt);
}

// ---- discharge and erasing

// ---- who was not there

TEST(NoteSays, OfAChildWhoWasAbsentThatAndNothingElse) {
    Room room;
    Child other = sample_child("Okoro");
    must(room.caseload->run(AddChild{other}));
    Session both = room.session();
    both.participants.push_back(Participant{.child = other.id});
    must(room.caseload->run(EditSession{both}));
    Participant away{.child = other.id, .attendance = Attendance::absent};
    away.absence_reason = NotHeldReason::child_ill;
    away.absence_note = "Fever since last night";
    must(room.caseload->run(SetAttendance{room.on.session, away}));
    room.clock.ms += 120'000;
    must(room.caseload->run(EndSession{room.on.session}));
    const auto draft = [&](ChildId child) {
        return progress::draft_note(*room.caseload, room.on.session, child, room.on.therapist).take();
    };
    EXPECT_EQ(draft(other.id).objective, "Absent: Child unwell. Fever since last night.");
    EXPECT_EQ(draft(other.id).subjective + draft(other.id).assessment + draft(other.id).plan, "");
    EXPECT_FALSE(says(draft(room.on.child).objective, "group")) << "the only one who came";
    EXPECT_EQ(room.caseload->run(WriteNote{sample_note(other.id, room.on.session)}).error().kind, ErrorKind::refused);

    away.attendance = Attendance::attended;
    must(room.caseload->run(SetAttendance{room.on.session, away}));
    EXPECT_TRUE(says(draft(other.id).objective, "Session of 2 minutes, ")) << draft(other.id).objective;
    EXPECT_TRUE(says(draft(other.id).objective, " pm, in a group of 2 children.")) << draft(other.id).objective;
    const SessionNote begun = sample_note(other.id, room.on.session);
    must(room.caseload->run(WriteNote{begun}));
    away.attendance = Attendance::absent;
    must(room.caseload->run(SetAttendance{room.on.session, away}));
    EXPECT_EQ(room.caseload->run(FinishNote{begun.id}).error().kind, ErrorKind::refused) << "nothing to sign";
    must(room.caseload->run(RemoveNote{begun.id}));
}

}  // namespace
}  // namespace pegboard::test
