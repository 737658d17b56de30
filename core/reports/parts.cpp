#include "core/reports/parts.h"

#include <algorithm>
#include <sstream>

#include "core/rules/care_lines.h"
#include "core/rules/precaution_answers.h"

namespace pegboard::reports {
namespace {

constexpr int day_min = 24 * 60;

std::string say_guardian(const Guardian& guardian, bool hidden) {
    std::string who = hidden ? std::string() : guardian.name;
    std::string role = guardian.relationship;
    if (who.empty() && !role.empty()) {
        role[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(role[0])));
        return role;
    }
    if (!role.empty()) who += ", " + role;
    return who;
}

}  // namespace

void add_letterhead(Blocks& blocks, const Source& source) {
    std::istringstream lines(source.choices.letterhead);
    std::string name, line, rest;
    while (std::getline(lines, line)) {
        if (line.empty()) continue;
        if (name.empty())
            name = line;
        else
            rest += (rest.empty() ? "" : ". ") + line;
    }
    if (name.empty()) return;
    Blocks left{{Paragraph{text(name, Style::heading)}}};
    if (!rest.empty()) left.push_back({Paragraph{text(rest, Style::small, ink::soft)}});
    Blocks right{{Paragraph{text("Made on", Style::small, ink::soft, Align::right)}},
                 {Paragraph{text(say(source.today), Style::strong, ink::text, Align::right)}}};
    blocks.push_back({Columns{{3, 1}, {std::move(left), std::move(right)}}});
    blocks.push_back({Rule{ink::primary, 1.5}});
    blocks.push_back({Gap{12}});
}

void add_title(Blocks& blocks, const std::string& title, const std::string& below, std::vector<Pill> labels) {
    if (labels.empty()) {
        blocks.push_back({Heading{text(title, Style::title), 1}});
    } else {
        Blocks right{{Gap{6}}, {Pills{std::move(labels), Align::right}}};
        blocks.push_back({Columns{{3, 1}, {{{Heading{text(title, Style::title), 1}}}, std::move(right)}}});
    }
    if (!below.empty()) blocks.push_back({Paragraph{text(below, Style::body, ink::soft)}});
}

std::string say_discharged(const Child& child, Date today) {
    if (!child.discharge || child.discharge->date > today) return {};
    return "The child was discharged on " + say(child.discharge->date) + ".";
}

void add_discharged(Blocks& blocks, const Child& child, Date today) {
    if (const std::string said = say_discharged(child, today); !said.empty())
        blocks.push_back({Paragraph{text(said, Style::strong), Sign::alert}});
}

Pill pill_of(Discipline discipline) {
    return discipline == Discipline::ot ? Pill{"OT", ink::ot, ink::paper} : Pill{"PT", ink::pt, ink::paper};
}

std::vector<Pill> pills_of(Lead lead) {
    if (lead == Lead::both) return {pill_of(Discipline::ot), pill_of(Discipline::pt)};
    return {pill_of(lead == Lead::pt ? Discipline::pt : Discipline::ot)};
}

std::string say_therapist(const Caseload& caseload, TherapistId id) {
    const Therapist* therapist = caseload.therapist(id);
    if (therapist == nullptr) return {};
    return therapist->credentials.empty() ? therapist->name : therapist->name + ", " + therapist->credentials;
}

std::string session_span(const Session& session) {
    return say_time(session.start_min) + " to " + say_time((session.start_min + session.length_min) % day_min);
}

std::vector<const Child*> children_of(const Caseload& caseload, const Session& session) {
    std::vector<const Child*> all;
    for (const Participant& each : session.participants)
        if (const Child* child = caseload.child(each.child)) all.push_back(child);
    if (all.empty())
        if (const Child* child = caseload.child(session.child)) all.push_back(child);
    return all;
}

namespace {

CareLine line_of(const CareFact& fact) {
    CareLine line{fact.words, fact.asks, fact.kind == CareKind::danger, fact.open()};
    if (fact.kind == CareKind::own) std::swap(line.lead, line.words);
    return line;
}

void add_words(CareLine& line, const std::string& words) {
    if (!words.empty()) line.words += (line.words.empty() ? "" : " ") + words;
}

/// What was typed with it and stands neither in the line nor with the rescue plan.
void add_typed(CareLine& line, const ChildPrecaution& precaution, const Library& library) {
    for (const TypedAnswer& answer : typed_answers(precaution, library)) {
        const bool said = answer.words == precaution.note || line.lead.find(answer.words) != std::string::npos;
        if (!answer.rescue && !said)
            add_words(line, answer.label + ": " + answer.words + (answer.words.ends_with('.') ? "" : "."));
    }
}

}  // namespace

std::vector<CareLine> care_of(const Child& child, const Library& library, Date today) {
    std::vector<CareLine> lines;
    for (const CareFact& fact : care_facts(child, library, today)) {
        if (fact.open()) continue;
        lines.push_back(line_of(fact));
        if (fact.precaution != nullptr) add_words(lines.back(), fact.precaution->note);
    }
    return lines;
}

std::vector<CareLine> care_at_work(const Child& child, const Library& library, Date today) {
    std::vector<CareLine> lines;
    for (const CareFact& fact : care_facts(child, library, today)) {
        lines.push_back(line_of(fact));
        if (fact.precaution == nullptr) continue;
        add_typed(lines.back(), *fact.precaution, library);
        add_words(lines.back(), fact.precaution->note);
    }
    return lines;
}

void add_care(Blocks& blocks, const std::vector<CareLine>& lines, Style style) {
    for (const CareLine& line : lines) {
        const bool both = !line.lead.empty() && !line.words.empty();
        Text words = led(line.lead + (both ? ". " : ""), line.words, style, line.danger ? ink::danger : ink::text);
        blocks.push_back({Paragraph{std::move(words), line.danger || line.open ? Sign::alert : Sign::shield}});
    }
}

void add_rescue(Blocks& blocks, const Source& source, const Names& names, const std::vector<const Child*>& children) {
    Blocks plans, phones;
    for (const Child* child : children) {
        const std::string whose = children.size() > 1 ? names.call(*child) + ": " : "";
        const std::vector<std::string> plan = rescue_lines(*child, source.library);
        if (!plan.empty())
            plans.push_back({Paragraph{text(whose + "Rescue plan", Style::strong, ink::danger), Sign::alert}});
        for (const std::string& line : plan) plans.push_back({Paragraph{text(line)}});
        std::vector<std::string> numbers;
        for (const Guardian& guardian : child->guardians)
            if (!guardian.phone.empty())
                numbers.push_back(say_guardian(guardian, names.hidden(*child)) + ": " + guardian.phone);
        if (!numbers.empty()) phones.push_back({Paragraph{led(whose, joined(numbers, "   ")), Sign::phone}});
    }
    if (const std::string& number = source.caseload.practice().emergency_number; !number.empty())
        phones.push_back({Paragraph{led("In an emergency call " + number + ".", ""), Sign::phone}});
    if (!plans.empty()) blocks.push_back({Frame{ink::danger_tint, false, std::move(plans)}});
    if (!phones.empty()) blocks.push_back({Frame{ink::sunken, false, std::move(phones)}});
}

std::string say_minutes(int minutes) { return std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes"); }

std::string say_foot(const std::string& what, Date today) {
    return what + ". Made with Pegboard on " + say(today) + ".";
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string all;
    for (const std::string& each : words) {
        if (!all.empty()) all += between;
        all += each;
    }
    return all;
}

}  // namespace pegboard::reports
