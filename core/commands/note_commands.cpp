// Commands on what is written: quick notes, session notes with their amendments and co-signature, a therapist's own
// snippets and help levels. A final note is never rewritten.
#include <algorithm>
#include <set>

#include "core/commands/apply.h"
#include "core/progress/note_data.h"
#include "core/rules/typed/typed_text.h"
#include "core/store/note_store.h"
#include "core/store/point_store.h"
#include "core/store/practice_store.h"

namespace pegboard::commands {
namespace {
constexpr std::size_t longest_note_words = 300, longest_text = 20'000;
constexpr std::size_t most_choices = 12;

Error note_refused(std::string message) { return {ErrorKind::refused, {}, std::move(message), {}}; }
Error note_gone() { return {ErrorKind::missing, {}, "This is no longer there. Nothing was changed.", {}}; }

bool blank(const std::string& text) { return without_blanks(text).empty(); }

Status at_most(const std::string& text, std::size_t most, const char* field) {
    if (!longer_than(text, most)) return {};
    return invalid(field, "This is too long to keep; shorten it to " + std::to_string(most) + " letters.");
}

Status check_session(const Work& work, SessionId id, ChildId child) {
    const auto session = find_session(work, id);
    if (!session.ok()) return session.error();
    if (!is_for(*session.value(), child)) return invalid("child", "This child is not in the session.");
    return {};
}

Status check_texts(const SessionNote& note) {
    for (const auto& [text, field] :
         {std::pair{&note.subjective, "subjective"}, std::pair{&note.objective, "objective"},
          std::pair{&note.assessment, "assessment"}, std::pair{&note.plan, "plan"}})
        if (Status fits = at_most(*text, longest_text, field); !fits.ok()) return fits;
    return {};
}

/// "Mateo's note of Mon 21 Sep"
std::string note_of(const Work& work, const SessionNote& note) {
    const Session* session = work.now.sessions.find(note.session);
    return possessive(name_of(work, note.child)) + " note" + (session ? " of " + say_day(session->date) : "");
}

std::string say_parts(const SessionNote& before, const SessionNote& after) {
    std::vector<std::string> parts;
    if (before.subjective != after.subjective) parts.emplace_back("subjective");
    if (before.objective != after.objective) parts.emplace_back("objective");
    if (before.assessment != after.assessment) parts.emplace_back("assessment");
    if (before.plan != after.plan) parts.emplace_back("plan");
    if (before.cosigner != after.cosigner) parts.emplace_back("co-signature");
    return parts.empty() || parts.size() > 2 ? std::string() : listed(parts) + " of ";
}

Result<SessionNote> find_note(const Work& work, NoteId id) {
    auto note = store::read_note(work.db, id);
    if (!note) return note_gone();
    return *note;
}

std::string who(const Work& work, TherapistId id) {
    const Therapist* therapist = work.now.therapists.find(id);
    return therapist ? therapist->name : std::string("another therapist");
}

/// Of an OT or PT session only that discipline writes and signs; in a co-treatment each its own part.
Status check_discipline(const Work& work, SessionId id, TherapistId author) {
    const Session* session = work.now.sessions.find(id);
    const Therapist* therapist = work.now.therapists.find(author);
    if (!session || !therapist || session->lead == Lead::both) return {};
    const bool ot = session->lead == Lead::ot;
    if (ot == (therapist->discipline == Discipline::ot)) return {};
    return note_refused(ot ? "This was an OT session: an occupational therapist writes and signs its note."
                           : "This was a PT session: a physical therapist writes and signs its note.");
}

/// Of a child who was absent there is no session to write about; a draft begun before can be removed.
Status check_came(const Work& work, SessionId id, ChildId child) {
    const Session* session = work.now.sessions.find(id);
    const Participant* part = session ? participant(*session, child) : nullptr;
    if (!part || part->attendance != Attendance::absent) return {};
    return note_refused(name_of(work, child) + " was absent: there is no session to write about or to sign.");
}

/// The mark of what is recorded now behind a note.
std::string mark_of(Work& work, const SessionNote& note) {
    const Session* session = work.now.sessions.find(note.session);
    if (!session) return {};
    return progress::data_mark(
        store::read_session_points(work.db, note.session), *session, note.child,
        [&](GoalId goal) { return work.now.goals.find(goal); }, work.now.therapists.find(note.author));
}

Status check_snippet(const Work& work, const Snippet& snippet) {
    if (!snippet.therapist) return invalid("therapist", "Choose who sits at this laptop in Settings first.");
    if (Status known = check_therapist(work, snippet.therapist); !known.ok()) return known;
    if (blank(snippet.name)) return invalid("name", "Give the snippet a short name.");
    if (blank(snippet.text)) return invalid("text", "Write the text that this snippet puts in.");
    if (Status fits = at_most(snippet.name, longest_note_words, "name"); !fits.ok()) return fits;
    return at_most(snippet.text, longest_text, "text");
}
}  // namespace

Result<Done> apply(Work& work, const AddQuickNote& command) {
    QuickNote note = command.note;
    if (Status fits = check_session(work, note.session, note.child); !fits.ok()) return fits.error();
    if (blank(note.text)) return invalid("text", "Write a few words first.");
    if (Status fits = at_most(note.text, longest_text, "text"); !fits.ok()) return fits.error();
    if (!note.id) note.id = mint<QuickNoteId>();
    note.at_utc = work.at_utc;
    store::insert_quick_note(work.db, note);
    return Done{"Note for " + name_of(work, note.child) + ": " + shortened(note.text), note.child, {}};
}

Result<Done> apply(Work& work, const RemoveQuickNote& command) {
    const auto note = store::read_quick_note(work.db, command.id);
    if (!note) return note_gone();
    store::delete_quick_note(work.db, command.id);
    return Done{"Remove a note for " + name_of(work, note->child) + ": " + shortened(note->text), note->child, {}};
}

Result<Done> apply(Work& work, const WriteNote& command) {
    SessionNote note = command.note;
    if (!note.author) note.author = work.now.practice.me;
    if (Status fits = check_session(work, note.session, note.child); !fits.ok()) return fits.error();
    if (Status fits = check_texts(note); !fits.ok()) return fits.error();
    for (const TherapistId each : {note.author, note.cosigner})
        if (Status known = check_therapist(work, each); !known.ok()) return known.error();
    if (note.cosigner && note.cosigner == note.author)
        return invalid("cosigner", "Somebody else signs as well. Choose another therapist.");
    if (Status own = check_discipline(work, note.session, note.author); !own.ok()) return own.error();
    if (Status came = check_came(work, note.session, note.child); !came.ok()) return came.error();
    const std::optional<SessionNote> before = note.id ? store::read_note(work.db, note.id) : std::nullopt;
    if (!before) {
        for (const NoteHead& head : store::read_session_note_heads(work.db, note.session))
            if (head.child == note.child && head.author == note.author)
                return note_refused(note_of(work, note) + " is there already. Go on with that one.");
        if (!note.id) note.id = mint<NoteId>();
        note.status = NoteStatus::draft;
        note.finished_on = note.cosigned_on = {};
        note.finished_by = {};
        note.signed_data.clear();
        store::insert_note(work.db, note);
        return Done{"Begin " + note_of(work, note), note.child, {}};
    }
    if (before->status == NoteStatus::final_)
        return note_refused("This note is final. Add an amendment to it instead.");
    if (before->child != note.child || before->session != note.session || before->author != note.author)
        return note_gone();
    SessionNote after = *before;
    after.subjective = note.subjective;
    after.objective = note.objective;
    after.assessment = note.assessment;
    after.plan = note.plan;
    after.cosigner = note.cosigner;
    store::update_note(work.db, *before, after);
    return Done{"Change " + say_parts(*before, after) + note_of(work, note), note.child, {}};
}

Result<Done> apply(Work& work, const FinishNote& command) {
    const auto before = find_note(work, command.id);
    if (!before.ok()) return before.error();
    SessionNote after = before.value();
    if (after.status == NoteStatus::final_) return note_refused("This note is final already.");
    if (after.author && after.author != work.now.practice.me)
        return note_refused("This note is " + possessive(who(work, after.author)) +
                            ". It is finished by who wrote it.");
    if (Status own = check_discipline(work, after.session, work.now.practice.me); !own.ok()) return own.error();
    if (Status came = check_came(work, after.session, after.child); !came.ok()) return came.error();
    if (blank(after.subjective) && blank(after.objective) && blank(after.assessment) && blank(after.plan))
        return invalid("objective", "Write what was done before the note becomes final.");
    after.status = NoteStatus::final_;
    after.finished_on = work.today;
    after.finished_by = work.now.practice.me;
    after.signed_data = mark_of(work, after);
    store::update_note(work.db, before.value(), after);
    return Done{"Finish " + note_of(work, after), after.child, {}};
}

Result<Done> apply(Work& work, const AmendNote& command) {
    const auto note = find_note(work, command.id);
    if (!note.ok()) return note.error();
    if (note.value().status != NoteStatus::final_)
        return note_refused("This note is a draft: change it where it stands. Only a final note is amended.");
    if (blank(command.text)) return invalid("text", "Write what has to be added.");
    if (Status fits = at_most(command.text, longest_text, "text"); !fits.ok()) return fits.error();
    store::insert_amendment(
        work.db, {mint<AmendmentId>(), note.value().id, note.value().child, note.value().session, work.at_utc,
                  work.today, work.now.practice.me, command.text, mark_of(work, note.value())});
    return Done{"Amend " + note_of(work, note.value()), note.value().child, {}};
}

Result<Done> apply(Work& work, const CosignNote& command) {
    const auto before = find_note(work, command.id);
    if (!before.ok()) return before.error();
    SessionNote after = before.value();
    if (after.status != NoteStatus::final_) return note_refused("This note is a draft. It is signed once it is final.");
    if (!after.cosigner) return note_refused("Nobody was asked to sign this note as well.");
    if (after.cosigned_on) return note_refused("This note is signed already.");
    if (after.cosigner != work.now.practice.me)
        return note_refused("This note is to be signed by " + who(work, after.cosigner) + ".");
    const Therapist* author = work.now.therapists.find(after.author);
    const Therapist* me = work.now.therapists.find(work.now.practice.me);
    if (author && me && author->discipline != me->discipline)
        return note_refused("A note is signed by therapists of its own discipline.");
    after.cosigned_on = work.today;
    store::update_note(work.db, before.value(), after);
    return Done{"Sign " + note_of(work, after), after.child, {}};
}

Result<Done> apply(Work& work, const RemoveNote& command) {
    const auto note = find_note(work, command.id);
    if (!note.ok()) return note.error();
    if (note.value().status == NoteStatus::final_)
        return note_refused("This note is final and stays in the record. Add an amendment to it instead.");
    store::delete_note(work.db, command.id);
    return Done{"Remove the draft of " + note_of(work, note.value()), note.value().child, {}};
}

Result<Done> apply(Work& work, const SetHelpChoices& command) {
    if (!command.therapist) return invalid("therapist", "Choose who sits at this laptop in Settings first.");
    if (Status known = check_therapist(work, command.therapist); !known.ok()) return known.error();
    if (command.choices.size() > most_choices) return invalid("choices", "Keep the list to twelve levels at most.");
    std::set<std::string> names;
    const auto fits = [](std::optional<int> level) { return !level || (*level >= 0 && *level <= 8); };
    for (const HelpChoice& choice : command.choices) {
        if (blank(choice.name)) return invalid("name", "Give each level its own word, or remove it.");
        if (Status short_enough = at_most(choice.name, longest_note_words, "name"); !short_enough.ok())
            return short_enough.error();
        if (!names.insert(choice.name).second)
            return invalid("name", "Another level has this name. Give each its own word.");
        if (!fits(choice.assist) || !fits(choice.prompt))
            return invalid("level", "Choose a level of help from the list.");
    }
    store::save_help_choices(work.db, command.therapist, command.choices);
    return Done{"Change " + possessive(who(work, command.therapist)) + " help levels", {}, {}};
}

Result<Done> apply(Work& work, const AddSnippet& command) {
    Snippet snippet = command.snippet;
    if (!snippet.therapist) snippet.therapist = work.now.practice.me;
    if (Status fits = check_snippet(work, snippet); !fits.ok()) return fits.error();
    if (!snippet.id) snippet.id = mint<SnippetId>();
    store::insert_snippet(work.db, snippet);
    return Done{"Add snippet " + shortened(snippet.name), {}, {}};
}

Result<Done> apply(Work& work, const EditSnippet& command) {
    const Snippet* before = work.now.snippets.find(command.snippet.id);
    if (!before) return note_gone();
    if (Status fits = check_snippet(work, command.snippet); !fits.ok()) return fits.error();
    store::update_snippet(work.db, *before, command.snippet);
    return Done{"Change snippet " + shortened(command.snippet.name), {}, {}};
}

Result<Done> apply(Work& work, const RemoveSnippet& command) {
    const Snippet* before = work.now.snippets.find(command.id);
    if (!before) return note_gone();
    const std::string label = "Remove snippet " + shortened(before->name);
    store::delete_snippet(work.db, command.id);
    return Done{label, {}, {}};
}

}  // namespace pegboard::commands
