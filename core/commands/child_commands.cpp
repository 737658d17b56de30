// Commands on children's records.
#include <algorithm>
#include <cctype>

#include "core/commands/apply.h"
#include "core/commands/presence.h"
#include "core/rules/validate.h"
#include "core/store/child_store.h"
#include "core/store/note_store.h"
#include "core/store/place_store.h"
#include "core/store/point_store.h"
#include "core/store/session_store.h"

namespace pegboard::commands {
namespace {

/// Names one list that changed: what came, what went, or that it was changed.
template <class T>
void note_list(std::vector<std::string>& changed, std::vector<std::string>& came, std::vector<std::string>& went,
               const std::vector<T>& before, const std::vector<T>& after, const char* one, const char* many) {
    if (before == after) return;
    const bool only_more = after.size() == before.size() + 1 && std::equal(before.begin(), before.end(), after.begin());
    const bool only_less =
        before.size() == after.size() + 1 && std::all_of(after.begin(), after.end(), [&](const T& row) {
            return std::find(before.begin(), before.end(), row) != before.end();
        });
    if (only_more)
        came.emplace_back(one);
    else if (only_less)
        went.emplace_back(one);
    else
        changed.emplace_back(many);
}

template <class T>
void note_field(std::vector<std::string>& changed, const T& before, const T& after, const char* words) {
    if (before != after) changed.emplace_back(words);
}

/// "Change Mateo's school", "Add a guardian for Mateo", or "Change Mateo's details" for more than two.
std::string say_difference(const Child& before, const Child& after) {
    std::vector<std::string> changed, came, went;
    if (before.first_name != after.first_name || before.last_name != after.last_name ||
        before.preferred_name != after.preferred_name)
        changed.emplace_back("name");
    note_field(changed, before.date_of_birth, after.date_of_birth, "date of birth");
    note_field(changed, before.gestation_weeks, after.gestation_weeks, "weeks at birth");
    note_field(changed, before.pronouns, after.pronouns, "pronouns");
    note_field(changed, before.school, after.school, "school");
    note_field(changed, before.language, after.language, "language");
    note_field(changed, before.interpreter_needed, after.interpreter_needed, "need for an interpreter");
    note_field(changed, before.communication, after.communication, "communication");
    note_field(changed, before.rescue_plan, after.rescue_plan, "rescue plan");
    note_field(changed, before.referral_date, after.referral_date, "referral date");
    if (before.plan_of_care_start != after.plan_of_care_start || before.plan_of_care_end != after.plan_of_care_end)
        changed.emplace_back("plan of care dates");
    note_field(changed, before.iep_date, after.iep_date, "IEP date");
    note_field(changed, before.reevaluation_due, after.reevaluation_due, "re-evaluation date");
    note_field(changed, before.discharge, after.discharge, "discharge");
    note_field(changed, before.archived, after.archived, "place in the archive");
    note_list(changed, came, went, before.guardians, after.guardians, "a guardian", "guardians");
    note_list(changed, came, went, before.diagnoses, after.diagnoses, "a diagnosis", "diagnoses");
    note_list(changed, came, went, before.precautions, after.precautions, "a precaution", "precautions");
    note_field(changed, before.moves_by, after.moves_by, "way of moving");
    note_field(changed, before.hands, after.hands, "use of hands");
    note_field(changed, before.gmfcs, after.gmfcs, "GMFCS level");
    note_field(changed, before.macs, after.macs, "MACS level");
    note_list(changed, came, went, before.devices, after.devices, "a device", "devices");
    note_list(changed, came, went, before.askings, after.askings, "an answer on precautions", "answers on precautions");
    note_list(changed, came, went, before.services, after.services, "a service", "services");
    note_list(changed, came, went, before.present_steps, after.present_steps, "a present step", "present steps");
    note_list(changed, came, went, before.take_care, after.take_care, "a safety reminder", "safety reminders");
    note_list(changed, came, went, before.equipment, after.equipment, "equipment", "equipment");
    note_list(changed, came, went, before.interests, after.interests, "an interest", "interests");
    note_list(changed, came, went, before.strengths, after.strengths, "a strength", "strengths");
    note_list(changed, came, went, before.growth_areas, after.growth_areas, "a growth area", "growth areas");
    note_list(changed, came, went, before.avoids, after.avoids, "an activity to leave out", "activities to leave out");
    const std::string& name = call_name(before);
    if (changed.empty() && went.empty() && came.size() == 1) return "Add " + came.front() + " for " + name;
    if (changed.empty() && came.empty() && went.size() == 1) return "Remove " + went.front() + " of " + name;
    if (came.empty() && went.empty() && !changed.empty() && changed.size() <= 2)
        return "Change " + possessive(name) + " " + listed(changed);
    return "Change " + possessive(name) + " details";
}

Status check_therapists(const Work& work, const Child& child) {
    for (const Service& service : child.services)
        if (Status known = check_therapist(work, service.therapist); !known.ok()) return known;
    for (const PrecautionAsking& asking : child.askings)
        if (Status known = check_therapist(work, asking.by); !known.ok()) return known;
    return {};
}

/// Writes `after` over the stored record, after the rules.
Result<Done> replace(Work& work, const Child& before, const Child& after, std::string label) {
    if (Status rules = validate(after, work.today); !rules.ok()) return rules.error();
    if (Status known = check_therapists(work, after); !known.ok()) return known.error();
    store::update_child(work.db, before, after);
    return Done{std::move(label), after.id, {}};
}

/// Half-typed text and view state may hold the child's name or ids; both go.
void forget_words_of(Work& work, const Child& child) {
    std::vector<std::string> traces{std::to_string(child.id.value), child.first_name, child.last_name,
                                    child.preferred_name};
    for (const Goal& goal : work.now.goals.rows())
        if (goal.child == child.id) traces.push_back(std::to_string(goal.id.value));
    for (const Session& session : work.now.sessions.rows())
        if (session.child == child.id && session.participants.size() < 2)
            traces.push_back(std::to_string(session.id.value));
    for (const std::string& trace : traces)
        if (!trace.empty()) store::forget_words_with(work.db, trace);
}
/// `text` without the child's names; a word that only contains one stays.
std::string without_names(std::string text, const Child& child) {
    const auto is_letter = [&](std::size_t at) {
        if (at >= text.size()) return false;
        const auto byte = static_cast<unsigned char>(text[at]);
        return std::isalnum(byte) != 0 || byte >= 0x80;
    };
    for (const std::string& name : {child.first_name, child.preferred_name, child.last_name})
        for (std::size_t at = name.empty() ? text.npos : text.find(name); at != text.npos; at = text.find(name, at + 1))
            if (!(at > 0 && is_letter(at - 1)) && !is_letter(at + name.size()))
                text.replace(at, name.size(), "(erased)");
    return text;
}

/// A session that was shared stays in the others' records: the child leaves it, with what names the child.
Session shared_without(const Session& session, const Child& child, const Work& work) {
    Session after = session;
    std::erase_if(after.participants, [&](const Participant& each) { return each.child == child.id; });
    after = without_those_gone(std::move(after), work);
    after.note = without_names(after.note, child);
    for (Participant& each : after.participants) each.absence_note = without_names(each.absence_note, child);
    for (Block& block : after.blocks) {
        block.note = without_names(block.note, child);
        block.why = without_names(block.why, child);
        block.override_reason = without_names(block.override_reason, child);
    }
    return after;
}

/// Takes the child out of sessions and groups of several children; returns the sessions that stay.
std::vector<SessionId> leave_shared(Work& work, const Child& child) {
    std::vector<SessionId> shared;
    for (const Session& session : work.now.sessions.rows()) {
        if (!is_for(session, child.id) || session.participants.size() < 2) continue;
        store::update_session(work.db, session, shared_without(session, child, work));
        store::rewrite_texts(work.db, session.id, [&](const std::string& text) { return without_names(text, child); });
        shared.push_back(session.id);
    }
    return shared;
}

/// A child leaves the sessions planned after the discharge; those that were for nobody else go. Returns how many.
int leave_planned(Work& work, const Child& child) {
    const std::vector<Session> all = work.now.sessions.rows();
    int left = 0;
    for (const Session& session : all) {
        if (session.status != SessionStatus::planned || session.date <= child.discharge->date) continue;
        if (!is_for(session, child.id) || is_running(session)) continue;
        if (store::has_notes(work.db, session.id) || store::has_records(work.db, session.id)) continue;
        Session after = session;
        std::erase_if(after.participants, [&](const Participant& each) { return each.child == child.id; });
        if (after.participants.empty())
            store::delete_session(work.db, session.id);
        else
            store::update_session(work.db, session, without_those_gone(std::move(after), work));
        ++left;
    }
    return left;
}

/// A group that one child is left of is kept in the archive, so that it stands in nobody's way; one of none goes.
void leave_groups(Work& work, ChildId child) {
    const std::vector<Group> groups = work.now.groups.rows();
    for (const Group& group : groups) {
        Group after = group;
        if (std::erase(after.members, child) == 0 || after.members.size() >= group_at_least) continue;
        after.archived = true;
        store::update_group(work.db, group, after);
    }
}
}  // namespace

Result<Done> apply(Work& work, const AddChild& command) {
    Child child = command.child;
    if (Status rules = validate(child, work.today); !rules.ok()) return rules.error();
    if (Status known = check_therapists(work, child); !known.ok()) return known.error();
    if (!child.id) child.id = mint<ChildId>();
    store::insert_child(work.db, child);
    return Done{"Add child " + full_name(child), child.id, {}};
}

Result<Done> apply(Work& work, const EditChild& command) {
    const auto before = find_child(work, command.child.id);
    if (!before.ok()) return before.error();
    return replace(work, *before.value(), command.child, say_difference(*before.value(), command.child));
}

Result<Done> apply(Work& work, const DischargeChild& command) {
    const auto before = find_child(work, command.id);
    if (!before.ok()) return before.error();
    Child after = *before.value();
    after.discharge = command.discharge;
    const auto done = replace(work, *before.value(), after, {});
    if (!done.ok()) return done.error();
    const int left = leave_planned(work, after);
    std::string label = "Discharge " + full_name(after);
    if (left > 0)
        label += " and take out " + std::to_string(left) + (left == 1 ? " session" : " sessions") + " planned after it";
    return Done{std::move(label), after.id, {}};
}

Result<Done> apply(Work& work, const ReadmitChild& command) {
    const auto before = find_child(work, command.id);
    if (!before.ok()) return before.error();
    Child after = *before.value();
    after.discharge.reset();
    return replace(work, *before.value(), after, "Readmit " + full_name(after));
}

Result<Done> apply(Work& work, const ArchiveChild& command) {
    const auto before = find_child(work, command.id);
    if (!before.ok()) return before.error();
    Child after = *before.value();
    after.archived = true;
    return replace(work, *before.value(), after, "Archive " + full_name(after));
}

Result<Done> apply(Work& work, const RestoreChild& command) {
    const auto before = find_child(work, command.id);
    if (!before.ok()) return before.error();
    Child after = *before.value();
    after.archived = false;
    return replace(work, *before.value(), after, "Restore " + full_name(after));
}

Result<Done> apply(Work& work, const EraseChild& command) {
    const auto before = find_child(work, command.id);
    if (!before.ok()) return before.error();
    forget_words_of(work, *before.value());
    const std::vector<SessionId> shared = leave_shared(work, *before.value());
    leave_groups(work, command.id);
    store::delete_child(work.db, command.id);
    return Done{"Erase a child's record", command.id, store::empty_journal_of(work.db, command.id, shared)};
}

}  // namespace pegboard::commands
