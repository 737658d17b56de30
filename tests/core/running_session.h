// A session of today that runs, for tests of what stands in the record afterward.
#pragma once
#include "core/progress/note_data.h"
#include "core/rules/live.h"
#include "tests/core/support.h"

namespace pegboard::test {

inline bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A session of today that runs, of one therapist.
struct Room {
    TempFolder folder;
    Clock clock;
    std::unique_ptr<Caseload> caseload = make_caseload(folder, &clock);
    Sample on = fill(*caseload);

    Room() {
        Session today = session();
        today.date = sample_today();
        must(caseload->run(EditSession{today}));
        must(caseload->run(StartSession{on.session}));
    }
    [[nodiscard]] Session session() const { return *caseload->session(on.session); }
    void tap(int correct, int not_yet) {
        for (int i = 0; i < correct + not_yet; ++i)
            must(caseload->run(
                RecordPoint{sample_tap(on.session, on.goal, i < correct ? PointKind::correct : PointKind::not_yet)}));
    }
    void attend(Attendance attendance) {
        Participant part = session().participants.front();
        part.attendance = attendance;
        must(caseload->run(SetAttendance{on.session, part}));
    }
    SessionNote signed_note() {
        SessionNote note = sample_note(on.child, on.session);
        must(caseload->run(WriteNote{note}));
        must(caseload->run(FinishNote{note.id}));
        return caseload->note(note.id).take();
    }
    TherapistId colleague(Discipline discipline, bool sits_down) {
        Therapist other = sample_therapist("Okafor");
        other.discipline = discipline;
        must(caseload->run(AddTherapist{other}));
        if (sits_down) sit_down(other.id);
        return other.id;
    }
    void sit_down(TherapistId id) {
        Practice practice = caseload->practice();
        practice.me = id;
        must(caseload->run(EditPractice{practice}));
    }
    [[nodiscard]] bool differs(NoteId id) const {
        const SessionNote note = caseload->note(id).take();
        const Session* of = caseload->session(note.session);
        return progress::differs_from_data(
            note, *caseload->points(note.session).value(), *of, [&](GoalId goal) { return caseload->goal(goal); },
            caseload->therapist(note.author));
    }
};

struct Pair {
    TempFolder folder;
    Clock clock;
    std::unique_ptr<Caseload> caseload = make_caseload(folder, &clock);
    Sample on = fill(*caseload);
    Child other = sample_child("Okoro");
    Group group;
    Session together;

    Pair() {
        other.first_name = other.preferred_name = "Amina";
        other.date_of_birth = other.date_of_birth + 100;
        must(caseload->run(AddChild{other}));
        group = sample_group(on.child, other.id);
        must(caseload->run(AddGroup{group}));
        together = sample_session(on.child, {}, sample_today() + 10);
        together.group = group.id;
        together.participants.push_back(Participant{.child = other.id});
        must(caseload->run(AddSession{together}));
    }
};

}  // namespace pegboard::test
