#include "core/rules/validate.h"

#include <algorithm>
#include <set>

#include "core/library/library.h"
#include "core/rules/checks.h"

namespace pegboard {
namespace {
using namespace checks;

constexpr int oldest_years = 25;

bool looks_like_email(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
    const std::string_view domain = text.substr(at + 1);
    const std::size_t dot = domain.rfind('.');
    return text.find_first_of(" \t\n,;") == std::string_view::npos && dot != std::string_view::npos && dot > 0 &&
           dot + 1 < domain.size();
}

/// A letter, two digits (the second may be a letter), and up to four more after a dot: F82, G80.1.
bool looks_like_icd10(std::string_view code) {
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (code.size() < 3 || !letter(code[0]) || !digit(code[1]) || !(digit(code[2]) || letter(code[2]))) return false;
    if (code.size() == 3) return true;
    return code[3] == '.' && code.size() >= 5 && code.size() <= 8 &&
           std::all_of(code.begin() + 4, code.end(), [&](char c) { return letter(c) || digit(c); });
}

Status check(const Guardian& guardian) {
    if (!guardian.email.empty() && !looks_like_email(guardian.email))
        return invalid("guardian_email",
                       "This e-mail address looks incomplete. Write it like name@example.org, or leave it empty.");
    return first_of({filled(guardian.name, "guardian_name", "Give the name of this guardian, or remove the row."),
                     at_most(guardian.name, longest_name, "guardian_name"),
                     at_most(guardian.relationship, longest_name, "guardian_relationship"),
                     at_most(guardian.phone, longest_name, "guardian_phone"),
                     at_most(guardian.email, longest_line, "guardian_email"),
                     at_most(guardian.note, longest_note, "guardian_note")});
}

Status check(const ChildDevice& device) { return at_most(device.note, longest_line, "device_note"); }

Status check(const Diagnosis& diagnosis) {
    if (!diagnosis.icd10.empty() && !looks_like_icd10(diagnosis.icd10))
        return invalid("icd10", "Write the code like F82 or G80.1, or leave it empty.");
    return first_of(
        {filled(diagnosis.name, "diagnosis", "Give the name as it stands in the referral, or remove the row."),
         at_most(diagnosis.name, longest_line, "diagnosis")});
}

Status check(const ChildPrecaution& precaution) {
    return first_of({filled(precaution.code, "precaution", "Choose a precaution from the list, or remove the row."),
                     at_most(precaution.note, longest_note, "precaution_note")});
}

Status check(const Service& service) {
    return first_of({within(service.minutes, 5, 240, "service_minutes", "Minutes"),
                     within(service.times, 1, 31, "service_times", "Times"),
                     at_most(service.place, longest_line, "service_place"),
                     service.from && service.to && *service.to < *service.from
                         ? Status(invalid("service_to", "This service ends before it begins. Choose a later last day."))
                         : Status()});
}

Status check(const PresentStep& step) {
    return filled(step.skill, "present_step", "Choose a skill from the list, or remove the row.");
}

Status check(const Block& block) {
    if (blank(block.activity) && blank(block.title))
        return invalid("blocks", "Choose an activity for this block, or remove it.");
    return first_of({within(block.minutes, 1, 120, "block_minutes", "Minutes of a block"),
                     at_most(block.title, longest_line, "block_title"), at_most(block.note, longest_note, "block_note"),
                     at_most(block.override_reason, longest_note, "override_reason")});
}

Status check(const Participant& each) {
    return first_of({within(each.late_min, 0, 240, "late_min", "Minutes late"),
                     within(each.left_early_min, 0, 240, "left_early_min", "Minutes before the end"),
                     at_most(each.absence_note, longest_note, "absence_note")});
}

Status check(const PrecautionAsking& asking) {
    return first_of(
        {asking.none.empty() ? Status(invalid("askings", "Say which precautions were asked for.")) : Status(),
         check_lines(asking.none, "askings"), at_most(asking.of, longest_line, "asked_of")});
}

template <class T>
Status check_all(const std::vector<T>& rows, const char* field) {
    if (rows.size() > longest_list) return invalid(field, "This list is too long to keep; remove some rows.");
    for (const T& row : rows)
        if (Status one = check(row); !one.ok()) return one;
    return {};
}

/// One that cannot be read stays until it is typed anew: the rest of the record can be kept meanwhile.
Status check_birth(const Child& child, Date today) {
    if (!is_known(child.date_of_birth)) return {};
    if (child.date_of_birth > today)
        return invalid("date_of_birth", "The date of birth lies in the future. Check the year.");
    if (child.date_of_birth < add_months(today, -12 * oldest_years))
        return invalid("date_of_birth", "This date is more than 25 years ago. Check the year.");
    if (child.discharge && child.discharge->date < child.date_of_birth)
        return invalid("discharge_date", "The discharge lies before the date of birth. Check the year.");
    return {};
}

Status check_dates(const Child& child, Date today) {
    if (Status birth = check_birth(child, today); !birth.ok()) return birth;
    if (child.gestation_weeks && (*child.gestation_weeks < 22 || *child.gestation_weeks > 42))
        return invalid("gestation_weeks", "Weeks at birth run from 22 to 42. Leave it empty when born at term.");
    if (child.plan_of_care_start && child.plan_of_care_end && *child.plan_of_care_end < *child.plan_of_care_start)
        return invalid("plan_of_care_end", "The plan of care ends before it starts. Choose a later end.");
    return {};
}

}  // namespace

Status validate(const Therapist& therapist) {
    return first_of({filled(therapist.name, "name", "Give the therapist's name."),
                     at_most(therapist.name, longest_name, "name"),
                     at_most(therapist.credentials, longest_name, "credentials"),
                     therapist.id && therapist.supervisor == therapist.id
                         ? Status(invalid("supervisor", "Somebody else signs as well. Choose another therapist."))
                         : Status()});
}

Status validate(const Practice& practice) {
    return first_of({at_most(practice.name, longest_line, "name"),
                     at_most(practice.emergency_number, longest_name, "emergency_number"),
                     within(practice.idle_lock_min, 1, 30, "idle_lock_min", "Minutes until the screen locks"),
                     within(practice.session_lock_min, 10, 120, "session_lock_min",
                            "Minutes until the screen locks while a session runs"),
                     at_most(practice.second_backup_folder, 4000, "second_backup_folder"),
                     within(practice.plan_variety, -2, 2, "plan_variety", "Variety"),
                     within(practice.plan_fun, -2, 2, "plan_fun", "Fun"),
                     within(practice.plan_few_materials, -2, 2, "plan_few_materials", "Few materials"),
                     within(practice.transition_min, 0, 5, "transition_min", "Minutes between two blocks"),
                     practice.minutes.term_from && practice.minutes.term_to &&
                             *practice.minutes.term_to < *practice.minutes.term_from
                         ? Status(invalid("term_to", "The term ends before it begins. Choose a later last day."))
                         : Status(),
                     practice.corrected_until_months == 24 || practice.corrected_until_months == 36
                         ? Status()
                         : Status(invalid("corrected_until_months", "Age is corrected until 24 or 36 months."))});
}

std::vector<Error> faults(const Child& child, Date today) {
    return broken({filled(child.first_name, "first_name", "Give the child's first name."),
                   at_most(child.first_name, longest_name, "first_name"),
                   at_most(child.last_name, longest_name, "last_name"),
                   at_most(child.preferred_name, longest_name, "preferred_name"),
                   check_dates(child, today),
                   at_most(child.pronouns, longest_name, "pronouns"),
                   at_most(child.school, longest_line, "school"),
                   at_most(child.language, longest_line, "language"),
                   at_most(child.communication, longest_note, "communication"),
                   at_most(child.rescue_plan, longest_note, "rescue_plan"),
                   at_most(child.discharge ? child.discharge->note : std::string(), longest_note, "discharge_note"),
                   check_all(child.guardians, "guardians"),
                   check_all(child.diagnoses, "diagnoses"),
                   check_all(child.precautions, "precautions"),
                   check_all(child.askings, "askings"),
                   check_all(child.devices, "devices"),
                   within(child.gmfcs.value_or(1), 1, 5, "gmfcs", "The GMFCS level"),
                   within(child.macs.value_or(1), 1, 5, "macs", "The MACS level"),
                   check_all(child.services, "services"),
                   check_all(child.present_steps, "present_steps"),
                   check_lines(child.take_care, "take_care"),
                   check_lines(child.equipment, "equipment"),
                   check_lines(child.interests, "interests"),
                   check_lines(child.strengths, "strengths"),
                   check_lines(child.growth_areas, "growth_areas")});
}

Status validate(const Child& child, Date today) { return first_of(faults(child, today)); }

Status validate_day(const Session& session, const std::vector<Child>& children) {
    for (const Child& child : children)
        if ((session.child == child.id || is_for(session, child.id)) && is_known(child.date_of_birth) &&
            session.date < child.date_of_birth)
            return invalid("date", "This day is before " + call_name(child) + " was born. Check the year.");
    return {};
}

Status validate_series(Date first, Date until) {
    constexpr int longest_days = 371;  // a school year and then some
    if (until < first + 7) return invalid("until", "Choose a day at least a week after " + say_day(first) + ".");
    if (until > first + longest_days) return invalid("until", "Choose a day within a year of " + say_day(first) + ".");
    return {};
}

namespace {
Status check_participants(const Session& session) {
    if (session.participants.size() > group_at_most)
        return invalid("participants", "A session holds six children at most. Make two sessions of it.");
    std::set<ChildId> seen;
    for (const Participant& each : session.participants)
        if (!seen.insert(each.child).second) return invalid("participants", "Each child is in the session once.");
    return check_all(session.participants, "participants");
}

Status check_items(const std::vector<ItemAtHand>& items) {
    std::set<std::string> seen;
    for (const ItemAtHand& each : items) {
        if (each.item.empty()) return invalid("items", "Choose an item, or remove the row.");
        if (!seen.insert(each.item).second) return invalid("items", "Each item stands in the list once.");
    }
    return {};
}
}  // namespace

Status validate(const WorkPlace& place) {
    return first_of({filled(place.name, "name", "Give the place a name, such as School gym."),
                     at_most(place.name, longest_line, "name"), at_most(place.note, longest_note, "note"),
                     check_items(place.items)});
}

Status validate(const Bag& bag) {
    return first_of({filled(bag.name, "name", "Give the bag a name, such as My bag."),
                     at_most(bag.name, longest_line, "name"), at_most(bag.note, longest_note, "note"),
                     check_items(bag.items)});
}

Status validate(const Group& group) {
    // One that lost its children may rest in the archive.
    if ((group.members.size() < group_at_least && !group.archived) || group.members.size() > group_at_most)
        return invalid("members", "A group has two to six children.");
    if (std::set<ChildId>(group.members.begin(), group.members.end()).size() != group.members.size())
        return invalid("members", "Each child is in the group once.");
    return first_of({filled(group.name, "name", "Give the group a name, such as Tuesday hoppers."),
                     at_most(group.name, longest_line, "name"), at_most(group.note, longest_note, "note")});
}

Status validate(const Session& session) {
    if (session.start_min < 0 || session.start_min >= 24 * 60)
        return invalid("start_min", "Give the start as a time of day, such as 9:30.");
    if (session.length_min >= 5 && session.length_min <= 240 && session.start_min + session.length_min > 24 * 60)
        return invalid("length_min", "The session would end after midnight. Make it shorter or start earlier.");
    if (session.status == SessionStatus::held && (session.held_min < 1 || session.held_min > 240))
        return invalid("held_min", "Say how many minutes the session lasted, from 1 to 240.");
    if (session.co_therapist && session.co_therapist == session.therapist)
        return invalid("co_therapist", "Choose another therapist for co-treatment.");
    return first_of({within(session.length_min, 5, 240, "length_min", "The length in minutes"),
                     at_most(session.place, longest_line, "place"), at_most(session.note, longest_note, "note"),
                     check_participants(session), check_all(session.blocks, "blocks")});
}

namespace {
/// A name as it is compared: folded, one space between its parts and none around it.
std::string compared(std::string_view name) {
    std::string out;
    for (const char c : fold(name)) {
        const bool space = c == ' ' || c == '\t';
        if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}
}  // namespace

std::vector<const Child*> likely_duplicates(const Child& child, const std::vector<Child>& others) {
    const auto first_names = [](const Child& each) {
        std::set<std::string> names{compared(each.first_name)};
        if (!each.preferred_name.empty()) names.insert(compared(each.preferred_name));
        return names;
    };
    const auto share = [](const std::set<std::string>& one, const std::set<std::string>& other) {
        return std::any_of(one.begin(), one.end(), [&](const std::string& name) { return other.contains(name); });
    };
    const auto own = first_names(child);
    const std::string own_last = compared(child.last_name);
    std::vector<const Child*> likely;
    for (const Child& other : others) {
        if (child.id && other.id == child.id) continue;
        const auto first = first_names(other);
        const std::string last = compared(other.last_name);
        const bool same_first = share(own, first);
        const bool same_last = own_last == last;
        const bool swapped = !own_last.empty() && own.contains(last) && first.contains(own_last);
        const bool same_birthday = child.date_of_birth == other.date_of_birth;
        if ((same_first && same_last) || swapped || (same_birthday && (same_first || (same_last && !last.empty()))))
            likely.push_back(&other);
    }
    return likely;
}

}  // namespace pegboard
