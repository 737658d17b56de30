// What several screens say the same way: how a goal looks, its criterion in words, status badges, when
// a session is, what needs attention. Pure functions over the caseload and the library; they draw
// nothing and change nothing.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/widgets/widgets.h"
#include "core/caseload.h"
#include "core/library/library.h"
#include "core/reports/parts.h"
#include "core/rules/care_lines.h"

namespace pegboard {

// ------------------------------------------------------------------ goals
/// Picture, colour and short name of what a goal works on.
struct GoalLook {
    std::string category;      ///< category id, "hop_jump"
    std::string illustration;  ///< "hopping"
    Hue hue = Hue::indigo;
    std::string short_name;  ///< "Hopping", for chips
};
/// Category id of a skill or step id by its name: "fm.cut6_circle" -> "scissors".
std::string_view category_of_skill(std::string_view skill);
GoalLook look_of(const Library& library, std::string_view skill);
/// The criterion in words: "4 of 5 tries, 3 sessions in a row, with a light touch". Empty when not stated.
std::string say_criterion(const Goal& goal, const Library& library);
/// A number without needless zeros: "4", "2.5".
std::string say_number(double value);
/// Draft, active or on hold.
bool is_open(const Goal& goal);
/// A goal that stands by itself in lists: long-term, or an objective under none.
bool stands_alone(const Goal& goal);

// ------------------------------------------------------------------ badges
struct BadgeWords {
    BadgeKind kind = BadgeKind::plain;
    const char* icon = nullptr;
    std::string words;
};
BadgeWords badge_of(const Goal& goal, Date today);
/// Planned (with or without a plan), to be closed, held or not held with its reason.
BadgeWords badge_of(const Session& session, Date today);
/// A precaution as it reads in "Take care": its short label and the parameter that matters most.
BadgeWords badge_of(const ChildPrecaution& precaution, const Library& library, Date today);
/// The same for any line of what to take care of: what is open with the sign that asks to ask.
BadgeWords badge_of(const CareFact& fact, const Library& library, Date today);
float draw_badge(Ui& ui, Vec pos, const BadgeWords& words);
float badge_words_width(const Ui& ui, const BadgeWords& words);

// ------------------------------------------------------------------ sessions
/// "Today 10:45 am", "Wed 9:00 am" within a week, else "Tue 22 Sep 9:00 am".
std::string session_when(const Session& session, Date today);
/// "10:45 am to 11:30 am".
using reports::session_span;
/// "OT, 45 min, Oakfield Primary".
std::string session_where(const Session& session);

/// How the note on a child in a session stands, for who sits here.
enum class NoteState {
    missing,  ///< nothing is written yet
    draft,    ///< begun, not signed
    waits,    ///< final; a second signature is missing, maybe one's own
    signed_,  ///< final
    others,   ///< of another discipline: it is not this therapist's to write
    absent    ///< the child was not there: there is no session to write about
};
NoteState note_state(const Caseload& caseload, const Session& session, ChildId child);
/// Of everyone who was there, the state that asks for most.
NoteState note_state(const Caseload& caseload, const Session& session);
/// "Write note", "Finish note", "See note", "See record" where there is none to see.
std::string_view note_act(NoteState state);
BadgeWords badge_of(NoteState state);
/// A final note on the child in the session, whoever wrote it.
bool has_signed_note(const Caseload& caseload, const Session& session, ChildId child);

/// Everyone the session is for, in its order; those no longer there are left out.
using reports::children_of;
/// Those of them who are not marked absent.
std::vector<const Child*> present_of(const Caseload& caseload, const Session& session);
/// What else takes a child or a therapist of this session at its time, a sentence each.
std::vector<std::string> say_clashes(const Ui& ui, const Session& session);
/// The group's name, "Mateo García", "Mateo and Ana", or "Mateo, Ana and 2 more".
std::string shown_names(const Ui& ui, const Session& session);

/// One avatar of 44, or up to four small ones beside and below each other in the same room.
void draw_faces(Ui& ui, Vec pos, const std::vector<const Child*>& children);

// ------------------------------------------------------------------ children
/// What the caseload says about one child, gathered once per revision. Pointers live as long as the revision.
struct ChildFacts {
    const Session* next = nullptr;         ///< first planned one from today on
    const Session* last = nullptr;         ///< newest held
    const Session* unplanned = nullptr;    ///< planned for today or tomorrow, without blocks
    const Session* unclosed = nullptr;     ///< oldest before today that is neither held nor not held
    std::vector<const Goal*> open_goals;   ///< drafts, active and on hold, objectives too
    [[nodiscard]] int open_count() const;  ///< of those, the ones that stand alone
};
std::unordered_map<ChildId, ChildFacts> gather_facts(const Caseload& caseload, Date today);
ChildFacts facts_of(const Caseload& caseload, ChildId child, Date today);

/// Something a therapist should look at: a date that is near or past, a session without a plan.
struct Attention {
    BadgeWords badge;
    SessionId session;  ///< the session concerned, if any
};
/// Most pressing first; nothing for archived or discharged children.
std::vector<Attention> attention_of(const Child& child, const ChildFacts& facts, Date today);

/// Who serves the child, from the services; nothing without any.
std::optional<Lead> lead_of(const Child& child);
/// "6 years 4 months", with "(4 months corrected)" when it applies.
std::string say_child_age(const Child& child, Date today);
/// "Individual, 30 min twice a week".
std::string say_service(const Service& service);
/// "Occupational therapist".
std::string_view say_profession(Discipline discipline);
/// An interest id as the library names it; own words as they are.
std::string say_interest(const Library& library, const std::string& interest);
/// Child who is on the working list: neither archived nor discharged, a discharge to come not counted.
bool is_current(const Child& child, Date today);
/// True when `me` serves the child: names it in a service, a goal or a session to come.
bool serves(const Caseload& caseload, const Child& child, TherapistId me);

/// Who serves the child in a discipline, by its services; else the one who sits here, where that is the own discipline;
/// else nobody.
TherapistId therapist_for(const Caseload& caseload, const Child* child, Discipline discipline);

/// Names of everyone in the team who is not archived, in order, with their ids: for choices.
struct TeamChoice {
    std::vector<std::string> names;
    std::vector<TherapistId> ids;
    [[nodiscard]] int index_of(TherapistId id) const;  ///< -1 when not there
};
/// Only those of `discipline` when given, and `named`, who is chosen now whatever became of them; `none` adds a first
/// line for nobody.
TeamChoice team_choice(const Caseload& caseload, std::optional<Discipline> discipline = {}, std::string_view none = {},
                       TherapistId named = {});
/// The words of a vocabulary, for choices.
template <class E>
std::vector<std::string> words_of() {
    std::vector<std::string> all;
    for (const Term& term : terms<E>()) all.emplace_back(term.words);
    return all;
}

}  // namespace pegboard
