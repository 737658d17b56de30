#include "tests/core/command_setting.h"

namespace pegboard::test {
namespace {

/// A quick note, a snippet and three notes: a draft, one that is final, one of a colleague who wants it signed.
void write_some(Setting& setting, SessionId running, SessionId held, TherapistId colleague) {
    Caseload& caseload = setting.caseload;
    const ChildId child = setting.sample.child;
    const QuickNote quick{mint<QuickNoteId>(), child, running, {}, "Good focus", true};
    must(caseload.run(AddQuickNote{quick}));
    const SessionNote draft = sample_note(child, held), finished = sample_note(child, running);
    must(caseload.run(WriteNote{draft}));
    must(caseload.run(WriteNote{finished}));
    must(caseload.run(FinishNote{finished.id}));
    Practice practice = caseload.practice();
    const TherapistId me = practice.me;
    practice.me = colleague;
    must(caseload.run(EditPractice{practice}));
    SessionNote to_sign = sample_note(child, running);
    to_sign.cosigner = me;
    must(caseload.run(WriteNote{to_sign}));
    must(caseload.run(FinishNote{to_sign.id}));
    practice.me = me;
    must(caseload.run(EditPractice{practice}));
    const Snippet snippet{mint<SnippetId>(), me, "Ready", "Came in ready to work."};
    must(caseload.run(AddSnippet{snippet}));
    setting.quick = quick.id;
    setting.draft = draft.id;
    setting.finished = finished.id;
    setting.to_sign = to_sign.id;
    setting.snippet = snippet.id;
}
}  // namespace

Setting prepare(Caseload& caseload, Clock* clock) {
    Setting setting{.caseload = caseload, .now = clock ? &clock->ms : nullptr, .sample = fill(caseload)};
    const Therapist colleague = sample_therapist("Okafor");
    must(caseload.run(AddTherapist{colleague}));
    Goal plain = sample_goal(setting.sample.child, "ties");
    Goal objective = sample_goal(setting.sample.child, "one loop");
    objective.term = GoalTerm::short_term;
    objective.parent = plain.id;
    must(caseload.run(AddGoal{plain}));
    must(caseload.run(AddGoal{objective}));
    Session held = sample_session(setting.sample.child, setting.sample.goal, sample_today() - 7);
    held.status = SessionStatus::held;
    held.held_min = 40;
    must(caseload.run(AddSession{held}));
    Session empty = sample_session(setting.sample.child, plain.id, sample_today() + 3);
    must(caseload.run(AddSession{empty}));
    const WorkPlace place = sample_place();
    must(caseload.run(AddPlace{place}));
    const Bag bag = sample_bag();
    must(caseload.run(AddBag{bag}));
    Child other = sample_child("Okoro", colleague.id);
    other.first_name = other.preferred_name = "Amina";
    other.date_of_birth = other.date_of_birth + 100;
    must(caseload.run(AddChild{other}));
    const Group group = sample_group(setting.sample.child, other.id);
    must(caseload.run(AddGroup{group}));
    const Session running = sample_session(setting.sample.child, setting.sample.goal, sample_today());
    must(caseload.run(AddSession{running}));
    must(caseload.run(StartSession{running.id}));
    must(caseload.run(RecordPoint{sample_tap(running.id, setting.sample.goal)}));
    const DataPoint point = sample_point(setting.sample.goal, sample_today() - 3, 60);
    must(caseload.run(RecordPoint{point}));
    const PhaseChange phase{mint<PhaseChangeId>(), {},           setting.sample.goal, sample_today() - 10,
                            Phase::intervention,   "Slant board"};
    must(caseload.run(AddPhaseChange{phase}));
    const TimeEvent event{mint<EventId>(), setting.sample.child, {}, sample_today() - 9, {}, EventKind::medical,
                          "A cold"};
    must(caseload.run(AddEvent{event}));
    must(caseload.run(RecordDisclosure{{setting.sample.child}, sample_disclosure()}));
    write_some(setting, running.id, held.id, colleague.id);
    const OwnActivity own = sample_own_activity();
    must(caseload.run(AddOwnActivity{own}));
    setting.own = own.id;
    setting.running = running.id;
    setting.point = point.id;
    setting.phase = phase.id;
    setting.event = event.id;
    setting.friend_ = other.id;
    setting.place = place.id;
    setting.bag = bag.id;
    setting.group = group.id;
    setting.colleague = colleague.id;
    setting.held = held.id;
    setting.empty = empty.id;
    setting.plain = plain.id;
    return setting;
}

}  // namespace pegboard::test
