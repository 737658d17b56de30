// What to mind before a document goes: read from the record and from the words of the pages themselves. It forbids
// nothing.
#include <algorithm>

#include "core/reports/parts.h"
#include "core/rules/asking.h"
#include "core/rules/contradictions.h"

namespace pegboard::reports {
namespace {

std::string counted(int count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string with_stop(const std::string& words) { return words.ends_with('.') ? words : words + "."; }

std::vector<const Child*> children_on(const Caseload& caseload, const Choices& choices) {
    if (needs_child(choices.kind)) {
        const Child* child = caseload.child(choices.child);
        return child == nullptr ? std::vector<const Child*>{} : std::vector{child};
    }
    std::vector<const Child*> all;
    for (const Session& session : caseload.sessions()) {
        const bool here = needs_session(choices.kind) ? session.id == choices.session : session.date == choices.from;
        if (!here) continue;
        for (const Child* child : children_of(caseload, session))
            if (std::ranges::find(all, child) == all.end()) all.push_back(child);
    }
    return all;
}

void mind_records(std::vector<std::string>& minds, const Caseload& caseload, const Library& library,
                  const std::vector<const Child*>& children, const Choices& choices, Date today) {
    const Names names(children, choices, false);
    for (const Child* child : children) {
        const std::string open = say_not_asked(*child, library);
        if (!open.empty()) minds.push_back(with_stop(names.call(*child) + ": " + open));
        for (const Contradiction& each : contradictions(*child, library, today))
            minds.push_back(names.call(*child) + ": " + each.words);
        if (!is_known(child->date_of_birth) || child->date_of_birth == Date{})
            minds.push_back("The record of " + names.call(*child) + " has no birth date.");
    }
    const bool tells_goals =
        needs_child(choices.kind) && choices.kind != Kind::attendance && choices.kind != Kind::everything;
    if (!tells_goals || children.empty()) return;
    int drafts = 0, goals = 0;
    for (const Goal& goal : caseload.goals()) {
        if (goal.child != children.front()->id) continue;
        ++goals;
        drafts += goal.status == GoalStatus::draft ? 1 : 0;
    }
    if (drafts > 0)
        minds.push_back(counted(drafts, "goal is a draft and is not in it.", "goals are drafts and are not in it."));
    if (goals == drafts) minds.emplace_back("There is no goal to tell of.");
}

/// Present levels speak from data: goals of which nothing was seen in the period.
void mind_unseen(std::vector<std::string>& minds, const Caseload& caseload, const Choices& choices) {
    int unseen = 0;
    for (const Goal& goal : caseload.goals()) {
        if (goal.child != choices.child || goal.status != GoalStatus::active || goal.parent) continue;
        const progress::GoalFacts* facts = caseload.facts(goal.id);
        const bool seen = facts != nullptr && facts->sessions > 0 && facts->last_on && *facts->last_on >= choices.from;
        unseen += seen ? 0 : 1;
    }
    if (unseen > 0)
        minds.push_back(
            counted(unseen, "active goal has no data in this period.", "active goals have no data in this period."));
}

/// What whoever certifies a plan of care looks for first.
void mind_plan_of_care(std::vector<std::string>& minds, const Caseload& caseload, const Choices& choices, Date today) {
    const Child* child = caseload.child(choices.child);
    if (child == nullptr) return;
    if (!child->plan_of_care_start || !child->plan_of_care_end)
        minds.emplace_back("The record has no first or no last day of the plan of care.");
    if (child->plan_of_care_end && *child->plan_of_care_end < today)
        minds.push_back("The plan of care ended on " + say(*child->plan_of_care_end) + ".");
    if (child->services.empty()) minds.emplace_back("The record has no service with how often and how long.");
    if (child->diagnoses.empty()) minds.emplace_back("The record has no diagnosis.");
    int open_end = 0;
    for (const Goal& goal : caseload.goals())
        open_end += goal.child == child->id && goal.status == GoalStatus::active && !goal.due ? 1 : 0;
    if (open_end > 0)
        minds.push_back(counted(open_end, "active goal has no day to be reached by.",
                                "active goals have no day to be reached by."));
}

/// Notes of the period that are not final, sessions without one, sessions nobody closed.
void mind_notes(std::vector<std::string>& minds, const Caseload& caseload, const Choices& choices, Date today) {
    int unsigned_notes = 0, unwritten = 0, open = 0;
    for (const Session& session : caseload.sessions()) {
        if (session.date < choices.from || session.date > choices.to || !is_for(session, choices.child)) continue;
        if (session.status == SessionStatus::planned && session.date < today) ++open;
        const Participant* part = participant(session, choices.child);
        if (session.status != SessionStatus::held || (part != nullptr && part->attendance == Attendance::absent))
            continue;
        bool any = false;
        for (const NoteHead& note : caseload.notes(session.id)) {
            if (note.child != choices.child) continue;
            any = true;
            if (note.status != NoteStatus::final_ || (note.cosigner && !note.cosigned_on)) ++unsigned_notes;
        }
        // Older sessions have what was written with the session itself.
        if (!any && session.note.empty()) ++unwritten;
    }
    const std::string of = choices.kind == Kind::everything ? " of the record" : " of this period";
    const auto add = [&](int count, const char* one, const char* many, const char* rest_one, const char* rest_many) {
        if (count > 0) minds.push_back(counted(count, one, many) + of + (count == 1 ? rest_one : rest_many));
    };
    add(unsigned_notes, "note", "notes", " is not signed yet.", " are not signed yet.");
    add(unwritten, "session", "sessions", " has no note.", " have no note.");
    add(open, "session", "sessions", " is not closed.", " are not closed.");
}

/// A name that says nothing about another child: too short, a word of dates, or a name somebody on the page has, too.
bool is_telling(const std::string& name, const std::vector<std::string>& own) {
    constexpr std::size_t least = 3;
    if (name.size() < least || is_date_word(name)) return false;
    return std::ranges::find(own, name) == own.end();
}

void mind_names(std::vector<std::string>& minds, const Caseload& caseload, const std::vector<const Child*>& children,
                const std::string& page) {
    std::vector<std::string> own;
    for (const Child* child : children) {
        const std::vector<std::string> names = names_of(*child);
        own.insert(own.end(), names.begin(), names.end());
        for (const Guardian& guardian : child->guardians)
            own.push_back(guardian.name.substr(0, guardian.name.find(' ')));
    }
    for (const Therapist& therapist : caseload.therapists())
        own.push_back(therapist.name.substr(0, therapist.name.find(' ')));
    for (const Child& other : caseload.children()) {
        if (std::ranges::find(children, &other) != children.end()) continue;
        for (const std::string& name : {full_name(other), call_name(other), other.first_name}) {
            if (!is_telling(name, own) || find_name(page, name).empty()) continue;
            minds.push_back("\"" + name + "\" stands on it: another child on your caseload has this name.");
            break;
        }
    }
}

void mind_session(std::vector<std::string>& minds, const Caseload& caseload, const Choices& choices,
                  const std::vector<const Child*>& children) {
    const Session* session = caseload.session(choices.session);
    if (session == nullptr) return;
    if (session->blocks.empty()) minds.emplace_back("No plan has been made for this session yet.");
    if (children.size() > 1 && choices.name_others && !choices.initials_only)
        minds.push_back("All " + std::to_string(children.size()) + " children of the group are named.");
}

}  // namespace

std::vector<std::string> look_over(const Caseload& caseload, const Library& library, const Choices& given,
                                   const Document& document, Date today) {
    Choices choices = given;
    if (choices.from == Date{}) choices.from = today;
    if (choices.to == Date{}) choices.to = today;
    std::vector<std::string> minds;
    const std::vector<const Child*> children = children_on(caseload, choices);
    mind_names(minds, caseload, children, words_of(document));
    mind_records(minds, caseload, library, children, choices, today);
    if (choices.kind == Kind::everything) {
        choices.from = Date{};
        choices.to = today;
    }
    if (needs_period(choices.kind) || choices.kind == Kind::everything) mind_notes(minds, caseload, choices, today);
    if (choices.kind == Kind::plan_of_care || choices.kind == Kind::present_levels) {
        const Child* child = caseload.child(choices.child);
        const std::string gone = child == nullptr ? std::string() : say_discharged(*child, today);
        if (!gone.empty()) minds.push_back(gone);
    }
    if (choices.kind == Kind::present_levels) mind_unseen(minds, caseload, choices);
    if (choices.kind == Kind::plan_of_care) mind_plan_of_care(minds, caseload, choices, today);
    if (needs_session(choices.kind)) mind_session(minds, caseload, choices, children);
    return minds;
}

}  // namespace pegboard::reports
