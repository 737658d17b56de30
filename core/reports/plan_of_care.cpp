// The plan of care of one child: diagnoses, services with how often, goals with start, aim and day, precautions, and
// the lines to sign and to certify. All from the record; what is not on record is left to be written by hand.
#include <algorithm>

#include "core/reports/parts.h"
#include "core/reports/progress_facts.h"
#include "core/reports/progress_words.h"
#include "core/rules/age.h"
#include "core/rules/moving.h"

namespace pegboard::reports {
namespace {

struct Care {
    const Source& source;
    const ProgressFacts& facts;
    const Names& names;
    [[nodiscard]] const Child& child() const { return *facts.child; }
};

Cell care_cell(std::string words, Style style = Style::small, Ink colour = ink::text) {
    return {{{Paragraph{text(std::move(words), style, colour)}}}};
}

std::string say_span(const Child& child) {
    const std::string from = child.plan_of_care_start ? say(*child.plan_of_care_start) : std::string(),
                      to = child.plan_of_care_end ? say(*child.plan_of_care_end) : std::string();
    if (from.empty() && to.empty()) return "From ____________ to ____________";
    return "From " + (from.empty() ? "____________" : from) + " to " + (to.empty() ? "____________" : to);
}

void add_whose_care(Blocks& blocks, const Care& care) {
    const Child& child = care.child();
    const bool hidden = care.names.hidden(child);
    Strip strip;
    strip.cells.emplace_back("Child", care.names.full(child));
    if (is_known(child.date_of_birth)) {
        const std::string age = say_age_on(child.date_of_birth, care.source.today);
        strip.cells.emplace_back(hidden ? "Age" : "Born", hidden ? age : say(child.date_of_birth) + ", " + age);
    }
    if (child.referral_date) strip.cells.emplace_back("Referred", say(*child.referral_date));
    if (child.reevaluation_due) strip.cells.emplace_back("Re-evaluation due", say(*child.reevaluation_due));
    blocks.push_back({std::move(strip)});
    if (child.diagnoses.empty()) return;
    List list;
    for (const Diagnosis& each : child.diagnoses)
        list.items.push_back(text(each.icd10.empty() ? each.name : each.name + " (" + each.icd10 + ")"));
    blocks.push_back({Heading{text("Diagnoses on record", Style::heading)}});
    blocks.push_back({std::move(list)});
}

std::string say_often(const Service& service) {
    const std::string per = service.per == ServicePer::week ? "a week" : "a month";
    const std::string times = service.times == 1 ? "once " : std::to_string(service.times) + " times ";
    return times + per + ", " + say_minutes(service.minutes) + (service.times == 1 ? "" : " each time");
}

void add_services(Blocks& blocks, const Care& care) {
    blocks.push_back({Heading{text("Services", Style::heading)}});
    Table table;
    table.name = "Services";
    table.shares = {44, 168, 90, 110, 120};
    for (const char* words : {"", "How often and how long", "How", "Where", "Therapist"})
        table.head.push_back(care_cell(words, Style::small_strong, ink::soft));
    for (const Service& each : care.child().services) {
        Row row;
        row.cells.push_back({{{Pills{{pill_of(each.discipline)}}}}});
        row.cells.push_back(care_cell(say_often(each), Style::small_strong));
        row.cells.push_back(care_cell(std::string(words(each.mode))));
        row.cells.push_back(care_cell(each.place.empty() ? "not noted" : each.place));
        const std::string who = say_therapist(care.source.caseload, each.therapist);
        row.cells.push_back(care_cell(who.empty() ? "not noted" : who));
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty())
        blocks.push_back({Paragraph{text("No service is on record.")}});
    else
        blocks.push_back({std::move(table)});
}

bool is_in_plan(const ReportedGoal& goal) {
    return goal.standing == Standing::practised || goal.standing == Standing::on_hold;
}

void add_goals_of(Blocks& blocks, const Care& care, const Signer& signer) {
    Table table;
    table.name = signer.discipline == Discipline::ot ? "Goals of occupational therapy" : "Goals of physical therapy";
    table.shares = {272, 78, 82, 100};
    for (const char* words : {"Goal", "At the start", "Aim", "By"})
        table.head.push_back(care_cell(words, Style::small_strong, ink::soft));
    for (const ReportedGoal& each : care.facts.goals) {
        if (each.goal.discipline != signer.discipline || !is_in_plan(each)) continue;
        const ThreeValues values = three_values(each, Audience::clinic);
        const auto shown = [](const std::string& words) { return words.empty() ? std::string("not noted") : words; };
        Row row;
        row.cells.push_back({{{Paragraph{led(each.step ? "Step: " : "", full_text(each.goal), Style::small)}}}});
        if (each.standing == Standing::on_hold)
            row.cells.back().blocks.push_back({Paragraph{text("On hold", Style::small, ink::soft)}});
        row.cells.push_back(care_cell(shown(values.start)));
        row.cells.push_back(care_cell(shown(values.aim), Style::small_strong));
        row.cells.push_back(care_cell(each.goal.due && is_known(*each.goal.due) ? say(*each.goal.due) : "no day set"));
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) return;
    blocks.push_back({Heading{text(table.name, Style::heading)}});
    blocks.push_back({std::move(table)});
}

/// Whoever gives a service or follows a goal of the plan signs it; goals that are closed call for nobody.
void sign_the_plan(ProgressFacts& facts, const Caseload& caseload) {
    facts.signers.clear();
    for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
        const bool serves = std::ranges::any_of(facts.child->services,
                                                [&](const Service& each) { return each.discipline == discipline; });
        const bool follows = std::ranges::any_of(facts.goals, [&](const ReportedGoal& each) {
            return is_in_plan(each) && each.goal.discipline == discipline;
        });
        if (serves || follows) facts.signers.push_back(signer_of(facts, caseload, discipline));
    }
}

/// What the data cannot say is written by hand; signatures of those who treat and of the one who certifies.
void add_signing(Blocks& blocks, const Care& care) {
    blocks.push_back({Heading{text("Why a therapist is needed", Style::heading)}});
    blocks.push_back({WriteLines{3}});
    for (const Signer& signer : care.facts.signers)
        blocks.push_back({Signatures{{{signer.name, signer.below}, {"Date", ""}}}});
    Blocks certify{{Heading{text("Certification", Style::heading)}},
                   {Paragraph{text("I have looked at this plan of care and certify the need for these services. " +
                                   say_span(care.child()) + ".")}},
                   {Signatures{{{"Name:", "Physician or other provider, signature"}, {"NPI", ""}, {"Date", ""}}}}};
    blocks.push_back({Together{std::move(certify)}});
}

}  // namespace

Result<Document> plan_of_care(const Source& source) {
    // Goals of today; also those that begin while the plan runs.
    const Child* known = source.caseload.child(source.choices.child);
    Choices choices = source.choices;
    choices.from = source.today;
    choices.to =
        known != nullptr ? std::max(source.today, known->plan_of_care_end.value_or(source.today)) : source.today;
    auto facts = progress_facts(source.caseload, choices, source.today);
    if (!facts.ok()) return facts.error();
    sign_the_plan(facts.value(), source.caseload);
    const Child& child = *facts.value().child;
    const Names names({&child}, source.choices, false);
    const Care care{source, facts.value(), names};
    Document document;
    document.title = words(Kind::plan_of_care);
    document.footer = say_foot("Plan of care, " + names.full(child), source.today);
    document.grey = source.choices.grey;
    Blocks& blocks = document.blocks;
    add_letterhead(blocks, source);
    std::vector<Pill> labels;
    for (const Signer& signer : facts.value().signers) labels.push_back(pill_of(signer.discipline));
    add_title(blocks, document.title, say_span(child) + ".", std::move(labels));
    add_discharged(blocks, child, source.today);
    add_whose_care(blocks, care);
    if (const std::string moving = say_moving(child); !moving.empty())
        blocks.push_back({Paragraph{led("Gets about. ", moving + ".")}});
    add_services(blocks, care);
    const auto any = std::ranges::any_of(facts.value().goals, is_in_plan);
    if (!any) blocks.push_back({Paragraph{text("There is no active goal.")}});
    for (const Signer& signer : facts.value().signers) add_goals_of(blocks, care, signer);
    Blocks inside;
    add_care(inside, care_of(child, source.library, source.today));
    if (!inside.empty()) {
        inside.insert(inside.begin(), {Heading{text("Precautions", Style::subheading), 2}});
        blocks.push_back({Frame{ink::warn_tint, false, std::move(inside)}});
    }
    add_signing(blocks, care);
    names.hide(document);
    return document;
}

}  // namespace pegboard::reports
