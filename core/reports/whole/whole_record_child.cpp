// What the record says of the child: word for word, in the words of the screens.
#include <algorithm>

#include "core/reports/whole/whole_record_parts.h"
#include "core/rules/age.h"
#include "core/rules/asking.h"
#include "core/rules/moving.h"
#include "core/rules/precaution_answers.h"

namespace pegboard::reports {
namespace {

std::string say_day_or(const std::optional<Date>& day) { return day && is_known(*day) ? say(*day) : std::string(); }

std::string names_of_list(const Library& library, const std::vector<std::string>& ids) {
    std::vector<std::string> all;
    for (const std::string& id : ids) {
        const Activity* activity = library.activity(id);
        all.push_back(activity != nullptr ? activity->title : library.name_of(id));
    }
    return joined(all);
}

std::string say_interests(const Library& library, const Child& child) {
    std::vector<std::string> all;
    for (const std::string& interest : child.interests) {
        const auto known = std::ranges::find(library.interests(), interest, &Named::id);
        all.push_back(known == library.interests().end() ? interest : known->name);
    }
    return joined(all);
}

void add_about(Blocks& blocks, const Source& source, const Child& child) {
    Table table = facts_table("The child");
    add_fact(table, "First name", child.first_name);
    add_fact(table, "Called", child.preferred_name);
    add_fact(table, "Last name", child.last_name);
    if (is_known(child.date_of_birth)) add_fact(table, "Born", say(child.date_of_birth));
    if (child.gestation_weeks) add_fact(table, "Born in week", std::to_string(*child.gestation_weeks));
    add_fact(table, "Pronouns", child.pronouns);
    add_fact(table, "School", child.school);
    add_fact(table, "Language", child.language + (child.interpreter_needed ? ", interpreter needed" : ""));
    add_fact(table, "Communicates", child.communication);
    add_fact(table, "Gets about", say_moving(child));
    for (const ChildDevice& each : child.devices)
        if (each.kind != DeviceKind::other && !each.note.empty())
            add_fact(table, "Device", say(each) + ": " + each.note);
    add_fact(table, "Hands", child.hands == Hands::not_asked ? "" : std::string(words(child.hands)));
    if (child.macs) add_fact(table, "MACS level", std::to_string(*child.macs));
    add_fact(table, "Wears or uses", joined(child.equipment));
    add_fact(table, "Loves", say_interests(source.library, child));
    add_fact(table, "What comes easily", joined(child.strengths));
    add_fact(table, "Areas for growth", joined(child.growth_areas));
    add_fact(table, "Activities ruled out", names_of_list(source.library, child.avoids));
    add_fact(table, "Referred", say_day_or(child.referral_date));
    add_fact(table, "Plan of care from", say_day_or(child.plan_of_care_start));
    add_fact(table, "Plan of care to", say_day_or(child.plan_of_care_end));
    add_fact(table, "IEP date", say_day_or(child.iep_date));
    add_fact(table, "Re-evaluation due", say_day_or(child.reevaluation_due));
    if (child.discharge)
        add_fact(table, "Discharged",
                 say(child.discharge->date) + ", " + std::string(words(child.discharge->reason)) +
                     (child.discharge->note.empty() ? "" : ": " + child.discharge->note));
    blocks.push_back({Heading{text("The child", Style::heading)}});
    blocks.push_back({std::move(table)});
}

void add_people(Blocks& blocks, const Child& child) {
    if (child.guardians.empty()) return;
    Table table = facts_table("People");
    for (const Guardian& each : child.guardians) {
        std::vector<std::string> all{each.phone, each.email, each.note};
        std::erase(all, "");
        const std::string who = each.name + (each.relationship.empty() ? "" : ", " + each.relationship);
        table.rows.push_back(
            {{record_cell(who.empty() ? "No name" : who, Style::small_strong), record_cell(joined(all))}});
    }
    blocks.push_back({Heading{text("People", Style::heading)}});
    blocks.push_back({std::move(table)});
}

std::string say_answers(const ChildPrecaution& precaution, const Library& library) {
    const Precaution* known = library.precaution(precaution.code);
    std::vector<std::string> all;
    for (const auto& [name, value] : precaution.parameters) {
        if (value.empty()) continue;
        std::string label = name;
        if (known != nullptr)
            for (const PrecautionParameter& asked : known->parameters)
                if (asked.name == name) label = asked.label;
        std::vector<std::string> parts = split_list(value);
        for (std::string& part : parts) part = library.name_of(part);
        all.push_back(label + ": " + joined(parts));
    }
    if (!precaution.note.empty()) all.push_back("Note: " + precaution.note);
    return joined(all, ". ");
}

void add_precautions(Blocks& blocks, const Source& source, const Child& child) {
    Table table = facts_table("Precautions");
    const auto by = [&](TherapistId id) {
        const Therapist* therapist = source.caseload.therapist(id);
        return therapist == nullptr ? std::string() : therapist->name;
    };
    for (const ChildPrecaution& each : child.precautions) {
        std::vector<std::string> all{say_answers(each, source.library), say_asking(each, by(each.asked_by))};
        std::erase(all, "");
        table.rows.push_back({{record_cell(say_precaution(each, source.library, source.today), Style::small_strong),
                               record_cell(joined(all, ". "))}});
    }
    for (const PrecautionAsking& each : child.askings) {
        std::vector<std::string> none;
        for (const std::string& code : each.none) {
            const Precaution* known = source.library.precaution(code);
            none.push_back(known == nullptr ? code : known->short_label);
        }
        table.rows.push_back(
            {{record_cell(say_asking(each, by(each.by)), Style::small_strong), record_cell(joined(none))}});
    }
    add_fact(table, "Not asked", say_all_not_asked(child, source.library));
    add_fact(table, "Rescue plan", child.rescue_plan);
    for (const std::string& line : child.take_care) add_fact(table, "Take care", line);
    if (table.rows.empty()) return;
    blocks.push_back({Heading{text("Precautions and what was asked", Style::heading)}});
    blocks.push_back({std::move(table)});
}

/// What concerns all goals of the child, once.
void add_events(Blocks& blocks, const Source& source, const Child& child) {
    Table table = facts_table("What happened");
    for (const TimeEvent& each : source.caseload.events(child.id))
        if (!each.goal) add_fact(table, say_when(each).c_str(), say_event(each));
    if (table.rows.empty()) return;
    blocks.push_back({Heading{text("What happened", Style::heading)}});
    blocks.push_back({std::move(table)});
}

void add_care(Blocks& blocks, const Source& source, const Child& child) {
    Table table = facts_table("Diagnoses and services");
    for (const Diagnosis& each : child.diagnoses)
        add_fact(table, "Diagnosis on record", each.icd10.empty() ? each.name : each.name + " (" + each.icd10 + ")");
    for (const Service& each : child.services) {
        std::string often = std::to_string(each.times) + (each.times == 1 ? " time " : " times ") +
                            std::string(words(each.per)) + ", " + say_minutes(each.minutes) + ", " +
                            std::string(words(each.mode));
        if (!each.place.empty()) often += ", " + each.place;
        if (const std::string who = say_therapist(source.caseload, each.therapist); !who.empty()) often += ", " + who;
        add_fact(table, each.discipline == Discipline::ot ? "Occupational therapy" : "Physical therapy", often);
    }
    for (const PresentStep& each : child.present_steps) {
        const std::string& id = each.step.empty() ? each.skill : each.step;
        add_fact(table, "Works on now", source.library.name_of(id));
    }
    if (table.rows.empty()) return;
    blocks.push_back({Heading{text("Diagnoses and services", Style::heading)}});
    blocks.push_back({std::move(table)});
}

}  // namespace

Cell record_cell(std::string words, Style style, Ink colour) {
    return {{{Paragraph{text(std::move(words), style, colour)}}}};
}

Table facts_table(const std::string& name) {
    Table table;
    table.name = name;
    table.shares = {150, 372};
    return table;
}

void add_fact(Table& table, const char* label, const std::string& words) {
    if (!words.empty()) table.rows.push_back({{record_cell(label, Style::small_strong), record_cell(words)}});
}

std::string say_when(const TimeEvent& event) {
    return say(event.date) + (event.until ? " to " + say(*event.until) : "");
}

std::string say_event(const TimeEvent& event) {
    return std::string(words(event.kind)) + (event.text.empty() ? "" : ", " + event.text);
}

void add_child_record(Blocks& blocks, const Source& source, const Child& child) {
    add_about(blocks, source, child);
    add_people(blocks, child);
    add_care(blocks, source, child);
    add_precautions(blocks, source, child);
    add_events(blocks, source, child);
}

}  // namespace pegboard::reports
