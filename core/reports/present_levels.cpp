// Present levels for a school meeting (PLAAFP): per area what the child does now, from data and with its days; how the
// child gets about, what comes easily, and room for what the data cannot say. It judges nothing and plans nothing.
#include <algorithm>

#include "core/progress/measure.h"
#include "core/reports/parts.h"
#include "core/reports/progress_facts.h"
#include "core/reports/progress_words.h"
#include "core/rules/age.h"
#include "core/rules/moving.h"

namespace pegboard::reports {
namespace {

struct Levels {
    const Source& source;
    const ProgressFacts& facts;
    const Names& names;
    [[nodiscard]] const Child& child() const { return *facts.child; }
};

Cell level_cell(std::string words, Style style = Style::small, Ink colour = ink::text) {
    return {{{Paragraph{text(std::move(words), style, colour)}}}};
}

/// The area of a skill as the library names it; "Other" for one it does not know.
std::string area_of(const Library& library, std::string_view skill) {
    const Skill* known = library.skill(skill);
    const Focus* focus = known == nullptr ? nullptr : library.focus(known->focus);
    return focus == nullptr ? "Other" : focus->name;
}

/// Areas in the library's order, "Other" last; only those of which something is said.
std::vector<std::string> areas_of(const Levels& levels) {
    std::vector<std::string> said;
    for (const ReportedGoal& each : levels.facts.goals) said.push_back(area_of(levels.source.library, each.goal.skill));
    for (const PresentStep& each : levels.child().present_steps)
        said.push_back(area_of(levels.source.library, each.step.empty() ? each.skill : each.step));
    std::vector<std::string> all;
    const auto add = [&](const std::string& area) {
        if (std::ranges::count(said, area) > 0 && std::ranges::count(all, area) == 0) all.push_back(area);
    };
    for (const Focus& focus : levels.source.library.focus_areas()) add(focus.name);
    add("Other");
    return all;
}

/// What was seen of a goal within the period.
struct Seen {
    int values = 0;
    Date first, last;
    const progress::SessionValue* newest = nullptr;
};
Seen seen_of(const ReportedGoal& goal, Date from) {
    Seen seen;
    for (const progress::SessionValue& value : goal.found.values) {
        if (value.too_few_tries || value.phase == Phase::baseline || value.date < from) continue;
        if (seen.values++ == 0) seen.first = value.date;
        seen.last = value.date;
        seen.newest = &value;
    }
    return seen;
}

std::string say_help(const Seen& seen) {
    if (seen.newest == nullptr) return {};
    if (seen.newest->assist) return "Help: " + std::string(progress::assist_words(*seen.newest->assist));
    if (seen.newest->prompt) return "Help: " + std::string(progress::prompt_words(*seen.newest->prompt));
    return {};
}

std::string say_seen(const Levels& levels, const ReportedGoal& goal, const Seen& seen) {
    if (seen.values == 0) {
        const std::optional<Date>& last = goal.found.facts.last_on;
        return last && goal.found.facts.sessions > 0 ? "nothing in this period; last on " + say(*last)
                                                     : "nothing recorded yet";
    }
    std::string words = progress::sessions_or_days(goal.found.facts, seen.values) + ", ";
    return words + (seen.first == seen.last ? say(seen.last)
                                            : say_short(seen.first, levels.source.today) + " to " + say(seen.last));
}

Row goal_row(const Levels& levels, const ReportedGoal& goal) {
    const ThreeValues values = three_values(goal, levels.source.choices.audience);
    const Seen seen = seen_of(goal, levels.facts.from);
    const bool closed = goal.standing == Standing::met || goal.standing == Standing::ended;
    Row row;
    row.cells.push_back({{{Paragraph{led(goal.step ? "Step: " : "", goal.goal.title, Style::small)}}}});
    if (closed)
        row.cells.back().blocks.push_back(
            {Pills{{status_pill(goal, levels.source.choices.audience, levels.facts.speaks_of)}}});
    Cell now = level_cell(values.last.empty() ? (closed ? "none written down" : "not measured") : values.last,
                          values.last.empty() ? Style::small : Style::small_strong);
    if (values.last_on) now.blocks.push_back({Paragraph{text("on " + say(*values.last_on), Style::small, ink::soft)}});
    if (const std::string help = say_help(seen); !help.empty())
        now.blocks.push_back({Paragraph{text(help, Style::small, ink::soft)}});
    row.cells.push_back(std::move(now));
    row.cells.push_back(level_cell(values.start.empty() ? "not noted" : values.start));
    // What is closed waits for no data.
    row.cells.push_back(level_cell(closed && values.last.empty() ? "" : say_seen(levels, goal, seen)));
    return row;
}

/// Steps of a sequence the child works on, as noted on the child's page.
std::vector<std::string> steps_in(const Levels& levels, const std::string& area) {
    std::vector<std::string> all;
    const Library& library = levels.source.library;
    for (const PresentStep& each : levels.child().present_steps) {
        const std::string& id = each.step.empty() ? each.skill : each.step;
        if (area_of(library, id) != area) continue;
        const Skill* skill = library.skill(id);
        const std::string name = skill == nullptr ? library.name_of(id) : skill->name;
        const bool parent = skill != nullptr && !skill->parent_name.empty();
        all.push_back(parent ? skill->parent_name + ": " + name : name);
    }
    return all;
}

void add_area(Blocks& blocks, const Levels& levels, const std::string& area) {
    blocks.push_back({Heading{text(area, Style::heading)}});
    if (const auto steps = steps_in(levels, area); !steps.empty())
        blocks.push_back({Paragraph{led("Works on now. ", joined(steps, "; ") + ".", Style::small)}});
    Table table;
    table.name = "What the child does now: " + area;
    table.shares = {210, 130, 80, 112};
    for (const char* words : {"What was looked at", "Last time", "At the start", "From data of"})
        table.head.push_back(level_cell(words, Style::small_strong, ink::soft));
    for (const ReportedGoal& each : levels.facts.goals)
        if (area_of(levels.source.library, each.goal.skill) == area) table.rows.push_back(goal_row(levels, each));
    if (!table.rows.empty()) blocks.push_back({std::move(table)});
}

void add_list(Blocks& blocks, const char* heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    List list;
    for (const std::string& line : lines) list.items.push_back(text(line));
    blocks.push_back({Heading{text(heading, Style::subheading), 3}});
    blocks.push_back({std::move(list)});
}

void add_who(Blocks& blocks, const Levels& levels) {
    const Child& child = levels.child();
    const bool hidden = levels.names.hidden(child);
    Strip strip;
    strip.cells.emplace_back("Child", levels.names.full(child));
    if (is_known(child.date_of_birth)) {
        const std::string age = say_age_on(child.date_of_birth, levels.facts.speaks_of);
        strip.cells.emplace_back(hidden ? "Age" : "Born", hidden ? age : say(child.date_of_birth) + ", " + age);
    }
    if (!hidden && !child.school.empty()) strip.cells.emplace_back("School", child.school);
    if (child.iep_date) strip.cells.emplace_back("IEP date", say(*child.iep_date));
    std::vector<std::string> who;
    for (const Signer& signer : levels.facts.signers)
        if (signer.name != "Name:") who.push_back(signer.name);
    if (!who.empty()) strip.cells.emplace_back(who.size() == 1 ? "Therapist" : "Therapists", joined(who, "; "));
    blocks.push_back({std::move(strip)});
}

/// What the goals serve that are worked on, and room for what only a person can say.
void add_routines(Blocks& blocks, const Levels& levels) {
    blocks.push_back({Heading{text("Routines these goals serve", Style::heading)}});
    std::vector<std::string> lines;
    for (const ReportedGoal& each : levels.facts.goals) {
        const bool closed = each.standing == Standing::met || each.standing == Standing::ended;
        if (!each.step && !closed && !each.goal.routine.empty())
            lines.push_back(each.goal.routine + ": " + each.goal.title);
    }
    List list;
    for (const std::string& line : lines) list.items.push_back(text(line, Style::small));
    if (!lines.empty()) blocks.push_back({std::move(list)});
    blocks.push_back({WriteLines{3}});
}

}  // namespace

Result<Document> present_levels(const Source& source) {
    const auto facts = progress_facts(source.caseload, source.choices, source.today);
    if (!facts.ok()) return facts.error();
    const Child& child = *facts.value().child;
    const Names names({&child}, source.choices, false);
    const Levels levels{source, facts.value(), names};
    Document document;
    document.title = words(Kind::present_levels);
    document.footer = say_foot("Present levels, " + names.full(child), source.today);
    document.grey = source.choices.grey;
    Blocks& blocks = document.blocks;
    add_letterhead(blocks, source);
    std::vector<Pill> labels;
    for (const Signer& signer : facts.value().signers) labels.push_back(pill_of(signer.discipline));
    add_title(blocks, document.title,
              "Present levels of academic achievement and functional performance (PLAAFP). What was seen from " +
                  say(source.choices.from) + " to " + say(facts.value().speaks_of) + ".",
              std::move(labels));
    add_discharged(blocks, child, source.today);
    add_who(blocks, levels);
    add_list(blocks, "What comes easily", child.strengths);
    std::vector<std::string> about;
    if (std::string moving = say_moving(child); !moving.empty()) about.push_back("Gets about: " + moving);
    if (!child.communication.empty()) about.push_back("Communicates: " + child.communication);
    about.insert(about.end(), child.equipment.begin(), child.equipment.end());
    add_list(blocks, "Getting about and talking", about);
    const std::vector<std::string> areas = areas_of(levels);
    for (const std::string& area : areas) add_area(blocks, levels, area);
    if (areas.empty())
        blocks.push_back({Paragraph{text("No goal and no step is on record, so no area can be told of from data.")}});
    add_list(blocks, "Areas for growth", child.growth_areas);
    add_routines(blocks, levels);
    Blocks care;
    add_care(care, care_of(child, source.library, source.today));
    if (!care.empty()) {
        care.insert(care.begin(), {Heading{text("Take care", Style::subheading), 2}});
        blocks.push_back({Frame{ink::warn_tint, false, std::move(care)}});
    }
    for (const Signer& signer : facts.value().signers)
        blocks.push_back({Signatures{{{signer.name, signer.below}, {"Date", ""}}}});
    names.hide(document);
    return document;
}

}  // namespace pegboard::reports
