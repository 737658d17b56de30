// The progress report of one child and a period: the goals at a glance, each with its chart and what it says, sessions
// and minutes, what to take care of, and a line to sign for each discipline.
#include <algorithm>

#include "core/reports/parts.h"
#include "core/reports/progress_facts.h"
#include "core/reports/progress_words.h"
#include "core/rules/age.h"

namespace pegboard::reports {
namespace {

struct Report {
    const Source& source;
    const ProgressFacts& facts;
    const Names& names;
    [[nodiscard]] Audience audience() const { return source.choices.audience; }
};

Cell cell(std::string words, Style style = Style::small, Ink colour = ink::text) {
    return {{{Paragraph{text(std::move(words), style, colour)}}}};
}

std::string say_period(const ProgressFacts& facts) { return say(facts.from) + " to " + say(facts.to); }

void add_facts(Blocks& blocks, const Report& report) {
    const Child& child = *report.facts.child;
    const bool hidden = report.names.hidden(child);
    Strip strip;
    strip.cells.emplace_back("Child", report.names.full(child));
    if (is_known(child.date_of_birth)) {
        std::string age = say_age_on(child.date_of_birth, report.facts.speaks_of);
        if (const auto corrected = corrected_age_months(child, report.facts.speaks_of))
            age += " (" + say_age(*corrected) + " corrected)";
        strip.cells.emplace_back(hidden ? "Age" : "Born", hidden ? age : say(child.date_of_birth) + ", " + age);
    }
    if (!hidden && !child.school.empty()) strip.cells.emplace_back("School", child.school);
    std::vector<std::string> who;
    for (const Signer& signer : report.facts.signers)
        if (signer.name != "Name:") who.push_back(signer.name);
    if (!who.empty()) strip.cells.emplace_back(who.size() == 1 ? "Therapist" : "Therapists", joined(who, "; "));
    const AttendanceSum sum = sum_of(report.facts.attendance);
    if (sum.sessions > 0) {
        strip.cells.emplace_back("Sessions", say_held(sum));
        strip.cells.emplace_back("Minutes", say_given(sum));
    }
    blocks.push_back({std::move(strip)});
}

/// The newest value and its day. What is closed waits for no data.
Cell last_cell(const ReportedGoal& goal, const ThreeValues& values, Date today) {
    const bool closed = goal.standing == Standing::met || goal.standing == Standing::ended;
    if (values.last.empty()) return cell(closed ? "none written down" : "no data yet");
    Cell made = cell(values.last, Style::small_strong);
    if (values.last_on)
        made.blocks.push_back({Paragraph{text("on " + say_short(*values.last_on, today), Style::small, ink::soft)}});
    return made;
}

void add_glance(Blocks& blocks, const Report& report) {
    Table table;
    table.name = "Goals at a glance";
    table.shares = {44, 208, 72, 80, 72, 106};
    for (const char* words : {"", "Goal", "At the start", "Last time", "Aim", "How it stands"})
        table.head.push_back(cell(words, Style::small_strong, ink::soft));
    for (const ReportedGoal& each : report.facts.goals) {
        const ThreeValues values = three_values(each, report.audience());
        const auto shown = [](const std::string& words) { return words.empty() ? std::string("not noted") : words; };
        Row row;
        row.cells.push_back({{{Pills{{pill_of(each.goal.discipline)}}}}});
        row.cells.push_back({{{Paragraph{led(each.step ? "Step: " : "", each.goal.title)}}}});
        row.cells.push_back(cell(shown(values.start)));
        row.cells.push_back(last_cell(each, values, report.facts.speaks_of));
        row.cells.push_back(cell(shown(values.aim)));
        row.cells.push_back({{{Pills{{status_pill(each, report.audience(), report.facts.speaks_of)}}}}});
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) return;
    blocks.push_back({Heading{text("Goals at a glance", Style::heading)}});
    blocks.push_back({std::move(table)});
}

/// The screen's chart as its reader may have it: no forecast for anybody on paper; for a family no date that sounds
/// like a promise, and counts in place of percents.
GoalChart for_reader(const ReportedGoal& each, Audience audience) {
    GoalChart chart = each.chart;
    chart.meeting.reset();
    if (audience != Audience::family) return chart;
    chart.due.reset();
    chart.due_words.clear();
    const auto last =
        std::ranges::find(chart.points.rbegin(), chart.points.rend(), ChartMark::after, &ChartPoint::mark);
    if (each.data.criterion.rule.pooling != progress::Pooling::percent) return chart;
    for (ChartTick& tick : chart.ticks) tick.words = say_in_tens(tick.value);
    for (ChartLevel& level : chart.levels)
        if (!level.step) level.words = "Goal " + say_in_tens(level.value);
    if (last != chart.points.rend()) last->words = three_values(each, audience).last;
    return chart;
}

void add_goal(Blocks& blocks, const Report& report, const ReportedGoal& each) {
    const Audience audience = report.audience();
    blocks.push_back({Heading{text(each.goal.title, Style::subheading), 3}});
    if (const std::string& whole = full_text(each.goal); whole != each.goal.title)
        blocks.push_back({Paragraph{text(whole, Style::small, ink::soft), Sign::none, true}});
    if (!each.chart.points.empty()) {
        if (audience != Audience::family)
            blocks.push_back(
                {Paragraph{text("Chart: " + progress::say_measured(each.data.criterion) + ".", Style::small, ink::soft),
                           Sign::none, true}});
        const double height = audience == Audience::family ? 116 : 132;
        blocks.push_back({Chart{for_reader(each, audience), height, audience == Audience::clinic}});
    }
    const std::vector<std::string> next = what_comes_next(each, audience, report.facts.speaks_of);
    Blocks left{{Paragraph{text("What we see", Style::small_strong, ink::soft)}},
                {Paragraph{text(joined(what_we_see(each, audience), " "))}}};
    Blocks right{{Paragraph{text("What comes next", Style::small_strong, ink::soft)}},
                 {Paragraph{text(joined(next, " "))}}};
    if (next.empty())
        for (Block& block : left) blocks.push_back(std::move(block));
    else
        blocks.push_back({Columns{{1, 1}, {std::move(left), std::move(right)}}});
    blocks.push_back({Gap{4}});
}

void add_part(Blocks& blocks, const Report& report, const Signer& signer) {
    const bool ot = signer.discipline == Discipline::ot;
    blocks.push_back(
        {Heading{text(ot ? "Occupational therapy" : "Physical therapy", Style::heading, ot ? ink::ot : ink::pt)}});
    for (const ReportedGoal& each : report.facts.goals)
        if (each.goal.discipline == signer.discipline && !each.step) add_goal(blocks, report, each);
    blocks.push_back({Signatures{{{signer.name, signer.below}, {"Date", ""}}}});
}

std::string say_lead(Lead lead) { return lead == Lead::both ? "OT and PT together" : lead == Lead::ot ? "OT" : "PT"; }

void add_attendance(Blocks& blocks, const Report& report) {
    Table table;
    table.name = "Sessions and minutes";
    table.shares = {120, 90, 90, 222};
    for (const char* words : {"", "Sessions held", "Minutes", "Missed, and why"})
        table.head.push_back(cell(words, Style::small_strong, ink::soft));
    for (const Lead lead : {Lead::ot, Lead::pt, Lead::both}) {
        std::vector<AttendanceLine> lines = report.facts.attendance;
        std::erase_if(lines, [&](const AttendanceLine& line) { return line.session->lead != lead; });
        const AttendanceSum sum = sum_of(lines);
        if (sum.sessions == 0) continue;
        const std::string missed = say_missed(sum);
        table.rows.push_back({{cell(say_lead(lead), Style::small_strong), cell(say_held(sum)), cell(say_given(sum)),
                               cell(missed.empty() ? "none" : missed)}});
    }
    blocks.push_back({Heading{text("Sessions and minutes", Style::heading)}});
    const AttendanceSum all = sum_of(report.facts.attendance);
    if (table.rows.empty())
        blocks.push_back({Paragraph{text("No session of this period was held or missed.")}});
    else
        blocks.push_back({std::move(table)});
    if (all.open > 0)
        blocks.push_back({Paragraph{text(std::to_string(all.open) + (all.open == 1 ? " session is" : " sessions are") +
                                             " not closed yet and not counted.",
                                         Style::small, ink::soft)}});
}

}  // namespace

Result<Document> progress_report(const Source& source) {
    const auto facts = progress_facts(source.caseload, source.choices, source.today);
    if (!facts.ok()) return facts.error();
    const Child& child = *facts.value().child;
    const Names names({&child}, source.choices, false);
    const Report report{source, facts.value(), names};
    Document document;
    document.title = words(Kind::progress_report);
    document.footer = say_foot("Progress report, " + names.full(child), source.today);
    document.grey = source.choices.grey;
    Blocks& blocks = document.blocks;
    add_letterhead(blocks, source);
    std::vector<Pill> labels;
    for (const Signer& signer : facts.value().signers) labels.push_back(pill_of(signer.discipline));
    const std::string reader = source.choices.audience == Audience::family   ? "the family"
                               : source.choices.audience == Audience::school ? "the school"
                                                                             : "the clinic";
    add_title(blocks, document.title, say_period(facts.value()) + ". Written for " + reader + ".", std::move(labels));
    add_facts(blocks, report);
    blocks.push_back({Paragraph{text(say_summary(facts.value(), names.call(child)))}});
    add_glance(blocks, report);
    add_attendance(blocks, report);
    Blocks care;
    add_care(care, care_of(child, source.library, source.today));
    if (!care.empty()) {
        care.insert(care.begin(), {Heading{text("Take care", Style::subheading), 2}});
        blocks.push_back({Frame{ink::warn_tint, false, std::move(care)}});
    }
    for (const Signer& signer : facts.value().signers) add_part(blocks, report, signer);
    names.hide(document);
    return document;
}

}  // namespace pegboard::reports
