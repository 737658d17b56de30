// What is written about a session: quick notes, the note drafted from what was recorded, final notes that are amended
// and signed but never rewritten, a therapist's own snippets and help levels.
#include "core/progress/note_draft.h"
#include "core/rules/live.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

/// A session of today with something recorded, one of last week before it and one planned after it.
struct Desk {
    TempFolder folder;
    Clock clock;
    std::unique_ptr<Caseload> caseload = make_caseload(folder, &clock);
    Sample on = fill(*caseload);
    Session earlier = sample_session(on.child, on.goal, sample_today() - 7);
    Session later = sample_session(on.child, on.goal, sample_today() + 7);

    Desk() {
        must(caseload->run(AddSession{earlier}));
        must(caseload->run(AddSession{later}));
        Session session = *caseload->session(on.session);
        session.date = sample_today();
        must(caseload->run(EditSession{session}));
        must(caseload->run(StartSession{on.session}));
    }
    void tap(int correct, int not_yet, SessionId session) {
        for (int i = 0; i < correct + not_yet; ++i)
            must(caseload->run(
                RecordPoint{sample_tap(session, on.goal, i < correct ? PointKind::correct : PointKind::not_yet)}));
    }
    [[nodiscard]] SessionNote written(const SessionNote& note) {
        must(caseload->run(WriteNote{note}));
        return caseload->note(note.id).take();
    }
    void sit_down(TherapistId therapist) {
        Practice practice = caseload->practice();
        practice.me = therapist;
        must(caseload->run(EditPractice{practice}));
    }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(NoteDraft, SaysWhatWasRecordedWithLastTimesFiguresAndWhatComesNext) {
    Desk desk;
    desk.tap(2, 3, desk.earlier.id);
    desk.tap(4, 1, desk.on.session);
    must(desk.caseload->run(AddQuickNote{{{}, desk.on.child, desk.on.session, {}, "Good focus", true}}));
    must(desk.caseload->run(AddQuickNote{{{}, desk.on.child, desk.on.session, {}, "Asked: one more?", false}}));
    Participant part = desk.caseload->session(desk.on.session)->participants[0];
    part.late_min = 5;
    part.energy = Energy::tired;
    must(desk.caseload->run(SetAttendance{desk.on.session, part}));
    const Block& first = desk.caseload->session(desk.on.session)->blocks[0];
    must(desk.caseload->run(SetResponse{desk.on.session, first.id, desk.on.child, Response::loved}));
    desk.clock.ms += 6 * 60'000;
    must(desk.caseload->run(ShowBlock{desk.on.session, desk.caseload->session(desk.on.session)->blocks[1].id}));
    desk.clock.ms += 24 * 60'000;
    must(desk.caseload->run(EndSession{desk.on.session}));
    const SessionNote note =
        progress::draft_note(*desk.caseload, desk.on.session, desk.on.child, desk.on.therapist).take();
    const auto real = real_span(*desk.caseload->session(desk.on.session));
    ASSERT_TRUE(real);
    const std::string span = say_time(real->from) + " to " + say_time(real->to);
    EXPECT_EQ(note.subjective, "Good focus. Asked: one more? Teo García seemed tired today.");
    EXPECT_PRED2(holds, note.objective,
                 "Session of 30 minutes, " + span + ", here for 25 minutes, came 5 minutes late.");
    EXPECT_PRED2(holds, note.objective, "Worm snips (6 min, Loved it); Road cutter (24 min).");
    EXPECT_PRED2(holds, note.objective,
                 ": 80 % (4 of 5), with supervision. Last time 40 % (2 of 5) (" + say_day(sample_today() - 7) + ").");
    EXPECT_EQ(note.assessment, "") << "too little data is no assessment: the therapist writes one";
    EXPECT_PRED2(holds, note.plan, "Next session " + say_day(sample_today() + 7) + ": Worm snips; Road cutter");
    EXPECT_EQ(note.status, NoteStatus::draft);
    EXPECT_TRUE(desk.caseload->notes(desk.on.session).empty()) << "a draft is not kept until it is written";
}

TEST(NoteDraft, OfAnEarlierDaySaysWhatWasKnownThatDay) {
    Desk desk;
    desk.tap(2, 3, desk.earlier.id);
    desk.tap(5, 0, desk.on.session);
    must(desk.caseload->run(HoldSession{desk.earlier.id, 40, ""}));
    const auto lines = progress::goal_lines(*desk.caseload, desk.earlier.id, desk.on.child, desk.on.therapist).take();
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].now, "40 % (2 of 5)");
    EXPECT_EQ(lines[0].before, "");
    EXPECT_PRED2(holds, lines[0].judgement.sentence, "1 session so far");
}

TEST(Notes, AreFinishedByTheirAuthorThenAmendedNeverRewritten) {
    Desk desk;
    SessionNote note = sample_note(desk.on.child, desk.on.session);
    note = desk.written(note);
    EXPECT_EQ(note.author, desk.on.therapist);
    ASSERT_EQ(desk.caseload->notes(desk.on.session).size(), 1u);
    EXPECT_EQ(desk.caseload->run(WriteNote{sample_note(desk.on.child, desk.on.session)}).error().kind,
              ErrorKind::refused);
    EXPECT_EQ(desk.caseload->run(AmendNote{note.id, "x"}).error().kind, ErrorKind::refused) << "a draft is changed";
    note.plan = "Thicker lines";
    EXPECT_EQ(desk.written(note).plan, "Thicker lines");
    must(desk.caseload->run(FinishNote{note.id}));
    note = desk.caseload->note(note.id).take();
    EXPECT_EQ(note.status, NoteStatus::final_);
    EXPECT_EQ(note.finished_on, sample_today());
    EXPECT_EQ(note.finished_by, desk.on.therapist);
    EXPECT_EQ(desk.caseload->notes(desk.on.session).front().status, NoteStatus::final_);
    note.plan = "Other words";
    EXPECT_EQ(desk.caseload->run(WriteNote{note}).error().kind, ErrorKind::refused);
    EXPECT_EQ(desk.caseload->run(RemoveNote{note.id}).error().kind, ErrorKind::refused);
    EXPECT_EQ(desk.caseload->run(FinishNote{note.id}).error().kind, ErrorKind::refused);
    EXPECT_EQ(desk.caseload->run(RemoveSession{desk.on.session}).error().kind, ErrorKind::refused);
    must(desk.caseload->run(AmendNote{note.id, "It was the left hand."}));
    must(desk.caseload->run(AmendNote{note.id, "And the right."}));
    note = desk.caseload->note(note.id).take();
    EXPECT_EQ(note.plan, "Thicker lines");
    ASSERT_EQ(note.amendments.size(), 2u);
    EXPECT_EQ(note.amendments[0].text, "It was the left hand.");
    EXPECT_EQ(note.amendments[0].date, sample_today());
    EXPECT_EQ(note.amendments[1].therapist, desk.on.therapist);
}

TEST(Notes, OfAnAssistantAreSignedByWhoWasAsked) {
    Desk desk;
    Therapist assistant = sample_therapist("Berg");
    assistant.supervisor = desk.on.therapist;
    must(desk.caseload->run(AddTherapist{assistant}));
    desk.tap(4, 1, desk.on.session);
    desk.sit_down(assistant.id);
    SessionNote note = progress::draft_note(*desk.caseload, desk.on.session, desk.on.child, assistant.id).take();
    EXPECT_EQ(note.cosigner, desk.on.therapist) << "the supervisor is asked";
    note.id = mint<NoteId>();
    note = desk.written(note);
    EXPECT_EQ(desk.caseload->run(CosignNote{note.id}).error().kind, ErrorKind::refused) << "a draft";
    must(desk.caseload->run(FinishNote{note.id}));
    EXPECT_EQ(desk.caseload->run(CosignNote{note.id}).error().kind, ErrorKind::refused) << "not by the author";
    desk.sit_down(desk.on.therapist);
    must(desk.caseload->run(CosignNote{note.id}));
    EXPECT_EQ(desk.caseload->note(note.id).take().cosigned_on, sample_today());
    EXPECT_EQ(desk.caseload->notes(desk.on.session).front().cosigned_on, sample_today());
    EXPECT_EQ(desk.caseload->run(CosignNote{note.id}).error().kind, ErrorKind::refused) << "once";
    SessionNote own = sample_note(desk.on.child, desk.on.session);
    own.cosigner = desk.on.therapist;
    EXPECT_EQ(desk.caseload->run(WriteNote{own}).error().field, "cosigner");
    Therapist me = *desk.caseload->therapist(desk.on.therapist);
    me.supervisor = me.id;
    EXPECT_EQ(desk.caseload->run(EditTherapist{me}).error().field, "supervisor");
}

TEST(Notes, OfAnotherTherapistAreNotFinishedForThem) {
    Desk desk;
    const Therapist colleague = sample_therapist("Okafor");
    must(desk.caseload->run(AddTherapist{colleague}));
    const SessionNote note = desk.written(sample_note(desk.on.child, desk.on.session));
    desk.sit_down(colleague.id);
    EXPECT_EQ(desk.caseload->run(FinishNote{note.id}).error().kind, ErrorKind::refused);
    const SessionNote own = desk.written(sample_note(desk.on.child, desk.on.session));
    EXPECT_EQ(own.author, colleague.id) << "two disciplines each write their own";
    EXPECT_EQ(desk.caseload->notes(desk.on.session).size(), 2u);
}

TEST(OwnLists, HelpLevelsAreTheUsualOnesUntilTheTherapistMakesAList) {
    Desk desk;
    EXPECT_EQ(desk.caseload->help_choices(desk.on.therapist), usual_help_choices(Discipline::ot));
    const auto set = [&](std::vector<HelpChoice> choices) {
        return desk.caseload->run(SetHelpChoices{desk.on.therapist, std::move(choices)});
    };
    must(set({{{}, "On his own", 0, 0}, {{}, "Show", {}, 6}}));
    ASSERT_EQ(desk.caseload->help_choices(desk.on.therapist).size(), 2u);
    EXPECT_EQ(desk.caseload->help_choices(desk.on.therapist)[1].name, "Show");
    EXPECT_EQ(set({{{}, " ", 0, 0}}).error().field, "name");
    EXPECT_EQ(set({{{}, "Show", 0, 6}, {{}, "Show", 0, 0}}).error().field, "name") << "two read the same";
    EXPECT_EQ(set({{{}, "Odd", 9, 0}}).error().field, "level");
    EXPECT_EQ(set(std::vector<HelpChoice>(13, {{}, "Many", 0, 0})).error().field, "choices");
    must(set({}));
    EXPECT_EQ(desk.caseload->help_choices(desk.on.therapist), usual_help_choices(Discipline::ot));
    Therapist pt = sample_therapist("Okafor");
    pt.discipline = Discipline::pt;
    must(desk.caseload->run(AddTherapist{pt}));
    const std::vector<HelpChoice>& assist = desk.caseload->help_choices(pt.id);
    ASSERT_EQ(assist.size(), 9u) << "I, Mod I, S, SBA, CGA, Min, Mod, Max, Dep";
    EXPECT_EQ(assist[4].name, "CGA");
    for (std::size_t i = 0; i < assist.size(); ++i) EXPECT_EQ(assist[i].assist, static_cast<int>(i));
}

TEST(OwnLists, SnippetsAreNamedAndKept) {
    Desk desk;
    EXPECT_EQ(desk.caseload->run(AddSnippet{{{}, {}, "", "text"}}).error().field, "name");
    EXPECT_EQ(desk.caseload->run(AddSnippet{{{}, {}, "Ready", "\n"}}).error().field, "text");
    must(desk.caseload->run(AddSnippet{{{}, {}, "Ready", "Came in ready."}}));
    ASSERT_EQ(desk.caseload->snippets().size(), 1u);
    EXPECT_EQ(desk.caseload->snippets()[0].therapist, desk.on.therapist);
    must(desk.caseload->run(RemoveSnippet{desk.caseload->snippets()[0].id}));
    EXPECT_TRUE(desk.caseload->snippets().empty());
}

}  // namespace
}  // namespace pegboard::test
