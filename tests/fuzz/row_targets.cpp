// Caseloads whose rows somebody with the key changed by hand: whatever a row says, the file opens or is refused in
// words, everything in it can be looked at, worked on and taken back, and it opens the same way again.
#include "core/caseload.h"
#include "core/library/library.h"
#include "core/planning/input/gather.h"
#include "core/progress/goal_picture.h"
#include "core/progress/note_draft.h"
#include "core/progress/overview.h"
#include "core/rules/age.h"
#include "core/store/clock.h"
#include "tests/core/support.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/row_edits.h"
#include "tests/fuzz/sound_file.h"

namespace pegboard::fuzz {
namespace {
namespace fs = std::filesystem;

Library& shown_library() {
    static const auto library = Library::open(fs::path(PEGBOARD_DATA) / "library.db").take();
    return *library;
}

template <class T>
void hold_told(const Result<T>& result) {
    hold(result.ok() || !result.error().message.empty(), "what cannot be read is told in words");
}

void look_at_children(const Caseload& caseload, Date today) {
    for (const Child& child : caseload.children()) {
        hold(age_months(child.date_of_birth, today) >= 0, "nobody is less than no month old");
        hold(!say_age(rule_age_months(child, today)).empty(), "an age can be said");
        hold_told(progress::child_overview(caseload, child.id, today));
        hold_told(progress::attainment_of(caseload, child.id));
        hold_told(caseload.history(child.id, 50));
        static_cast<void>(caseload.events(child.id));
        static_cast<void>(caseload.disclosures(child.id));
    }
}

void look_at_goals(const Caseload& caseload, Date today) {
    for (const Goal& goal : caseload.goals()) {
        static_cast<void>(caseload.facts(goal.id));
        hold_told(caseload.points(goal.id));
        const auto input = progress::goal_input(caseload, goal.id);
        hold_told(input);
        if (input.ok()) static_cast<void>(progress::say_probes(progress::picture_of(input.value()), today));
    }
}

void look_at_sessions(const Caseload& caseload) {
    for (const Session& session : caseload.sessions()) {
        hold_told(caseload.points(session.id));
        hold_told(caseload.quick_notes(session.id));
        for (const NoteHead& head : caseload.notes(session.id)) hold_told(caseload.note(head.id));
        hold_told(progress::draft_note(caseload, session.id, session.child, caseload.practice().me));
        static_cast<void>(planning::gather(caseload, shown_library(), session));
    }
}

void look_at_all(const Caseload& caseload) {
    const Date today = store::local_date(test::Clock{}.ms);
    look_at_children(caseload, today);
    look_at_goals(caseload, today);
    look_at_sessions(caseload);
    for (const Therapist& each : caseload.therapists()) static_cast<void>(caseload.help_choices(each.id));
    // The whole search is made anew by that: only where an own activity is another one.
    static std::vector<OwnActivity> included;
    if (included != caseload.own_activities()) {
        included = caseload.own_activities();
        shown_library().include_own(included);
    }
    hold_told(caseload.history({}, 200));
    hold_told(caseload.journal_fault());
    hold_told(caseload.find_notes("note focus", 20));
}

/// A few edits as a person makes them; a refusal is fine, half of one is not.
void work_on(Caseload& caseload) {
    for (int i = 0; i < 4 && caseload.next_undo() != nullptr; ++i) hold_told(caseload.undo());
    for (int i = 0; i < 2 && caseload.next_redo() != nullptr; ++i) hold_told(caseload.redo());
    if (!caseload.children().empty()) {
        Child child = caseload.children().front();
        child.school = "Another school";
        hold_told(caseload.run(EditChild{child}));
    }
    if (!caseload.goals().empty()) {
        Goal goal = caseload.goals().front();
        goal.note = "Looked at";
        hold_told(caseload.run(EditGoal{goal}));
    }
    if (!caseload.sessions().empty()) {
        Session session = caseload.sessions().front();
        session.note = "Looked at";
        hold_told(caseload.run(EditSession{session}));
    }
    if (caseload.children().size() > 1) hold_told(caseload.run(EraseChild{caseload.children().back().id}));
}

void read_rows_of(const std::string& bytes, bool journal_only) {
    const fs::path file = fresh_file(full_file());
    {
        const auto key = store::key_of_file(file, sound_key, true);
        store::Database db(file, key.value(), store::Access::write);
        static const std::vector<KnownTable> all = known_tables(db, false), journal = known_tables(db, true);
        apply_edits(db, journal_only ? journal : all, edits_of(bytes));
    }
    auto opened = Caseload::open(file, sound_key, sound_options());
    hold_told(opened);
    if (!opened.ok()) return;
    auto caseload = opened.take();
    look_at_all(*caseload);
    work_on(*caseload);
    look_at_all(*caseload);
    const std::string shown = test::dump_snapshot(*caseload);
    caseload.reset();
    auto again = Caseload::open(file, sound_key, sound_options());
    hold(again.ok(), "a file that was worked on opens again");
    hold(test::dump_snapshot(*again.value()) == shown, "what was on the screen is what the file holds");
}
}  // namespace

void read_hostile_rows(const std::string& bytes) { read_rows_of(bytes, false); }
void read_hostile_journal(const std::string& bytes) { read_rows_of(bytes, true); }

}  // namespace pegboard::fuzz
