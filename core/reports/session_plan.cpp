// The session plan on paper: who, when and where, goals, what to take care of, each activity with its steps, cues and
// ways, things to bring, rescue plan and phones. For the therapist or for an aide.
#include <algorithm>
#include <array>

#include "core/pictures/compose.h"
#include "core/planning/input/gather.h"
#include "core/reports/packing.h"
#include "core/reports/parts.h"
#include "core/rules/by_hand.h"
#include "core/rules/plan_rules.h"
#include "core/rules/rungs.h"

namespace pegboard::reports {
namespace {

struct Plan {
    const Source& source;
    const Session& session;
    const Names& names;
    std::vector<const Child*> children, there;
    Inventory inventory;
    [[nodiscard]] bool group() const { return children.size() > 1; }
    [[nodiscard]] int size() const { return std::max(1, static_cast<int>(there.size())); }
};

std::string who_is_coming(const Plan& plan) {
    std::vector<std::string> all;
    for (const Child* child : plan.there)
        all.push_back(plan.group() ? plan.names.call(*child) : plan.names.full(*child));
    std::string words = joined(all);
    std::vector<std::string> away;
    for (const Child* child : plan.children)
        if (std::ranges::count(plan.there, child) == 0) away.push_back(plan.names.call(*child));
    if (!away.empty()) words += (words.empty() ? "Not coming: " : ". Not coming: ") + joined(away);
    return words;
}

void add_facts(Blocks& blocks, const Plan& plan) {
    const Session& session = plan.session;
    Strip strip;
    strip.cells.emplace_back(plan.group() ? "Children" : "Child", who_is_coming(plan));
    if (const Group* group = plan.source.caseload.group(session.group)) strip.cells.emplace_back("Group", group->name);
    strip.cells.emplace_back("When", session_span(session) + ", " + say_minutes(session.length_min));
    if (!session.place.empty()) strip.cells.emplace_back("Where", session.place);
    std::vector<std::string> leads;
    for (const TherapistId id : {session.therapist, session.co_therapist})
        if (const Therapist* therapist = plan.source.caseload.therapist(id)) leads.push_back(therapist->name);
    if (!leads.empty()) strip.cells.emplace_back("Led by", joined(leads, " and "));
    blocks.push_back({std::move(strip)});
}

/// Why some stand by two letters: a page that names one child is for that child's family.
void explain_initials(Blocks& blocks, const Plan& plan) {
    const auto hidden =
        std::ranges::count_if(plan.children, [&](const Child* child) { return plan.names.hidden(*child); });
    if (!plan.group() || hidden == 0) return;
    const bool all = hidden == std::ssize(plan.children);
    blocks.push_back({Paragraph{text(all ? "Children stand here by the initials of their names."
                                         : "The other children stand here by the initials of their names.",
                                     Style::small, ink::soft)}});
}

void add_goals(Blocks& blocks, const Plan& plan) {
    List list;
    for (const GoalId id : plan.session.goals) {
        const Goal* goal = plan.source.caseload.goal(id);
        const Child* child = goal == nullptr ? nullptr : plan.source.caseload.child(goal->child);
        if (child == nullptr || std::ranges::count(plan.there, child) == 0) continue;
        list.items.push_back(led(plan.group() ? plan.names.call(*child) + ": " : "", goal->title));
    }
    if (list.items.empty()) return;
    blocks.push_back({Heading{text("Goals", Style::heading)}});
    blocks.push_back({std::move(list)});
}

void add_take_care(Blocks& blocks, const Plan& plan) {
    Blocks inside;
    for (const Child* child : plan.there) {
        const std::vector<CareLine> lines = care_at_work(*child, plan.source.library, plan.session.date);
        if (lines.empty()) continue;
        if (plan.group()) inside.push_back({Paragraph{text(plan.names.call(*child), Style::strong)}});
        add_care(inside, lines);
    }
    if (inside.empty()) return;
    inside.insert(inside.begin(), {Heading{text("Take care", Style::subheading), 2}});
    blocks.push_back({Frame{ink::warn_tint, false, std::move(inside)}});
}

/// What precautions, needs and age of everyone who comes say of the activity, what rules it out first.
std::vector<CareLine> findings(const Plan& plan, const pegboard::Block& block, const Activity& activity) {
    std::vector<CareLine> lines;
    const auto add = [&](const Finding& finding, const std::string& whose) {
        const bool out = finding.verdict == Verdict::exclude;
        CareLine line{whose + finding.label, out ? finding.reason + "." : finding.line, out};
        const auto same = [&](const CareLine& each) { return each.lead == line.lead && each.words == line.words; };
        if (std::ranges::none_of(lines, same)) lines.push_back(std::move(line));
    };
    for (const Child* child : plan.there)
        for (const Finding& finding :
             speaks_against(*child, activity, plan.source.library, plan.inventory, plan.session.date, plan.size()))
            add(finding, plan.group() ? plan.names.call(*child) + ": " : "");
    if (const auto hands = lacks_hands(activity, adults_of(plan.session), static_cast<int>(plan.there.size())))
        add(*hands, "");
    std::ranges::stable_partition(lines, [](const CareLine& each) { return each.danger; });
    if (!block.override_reason.empty()) {
        std::string words = block.override_reason;
        if (const Therapist* by = plan.source.caseload.therapist(block.override_by)) words += " (" + by->name + ")";
        lines.push_back({"Used anyway", std::move(words), true});
    }
    return lines;
}

bool is_offered(const Plan& plan, const Child& child, const Activity& activity, int rung) {
    return std::ranges::count(offered_rungs(child, activity, rung < 0, plan.source.library, plan.inventory,
                                            plan.session.date, plan.size(), plan.there),
                              rung) > 0;
}

void add_start(Blocks& blocks, const Plan& plan, const Activity& activity, const Child& child, int planned) {
    const Rung* rung = rung_of(activity, planned);
    if (rung == nullptr) return;
    const bool offered = is_offered(plan, child, activity, planned);
    const std::string starts = planned < 0 ? "tarts easier: " : "tarts harder: ";
    const std::string lead = plan.group() ? plan.names.call(child) + " s" + starts : "S" + starts;
    Text words = led(lead, rung->change, Style::small, offered ? ink::text : ink::danger);
    if (!offered) words.runs.push_back({" What is recorded now speaks against it.", true});
    blocks.push_back({Paragraph{std::move(words), !offered ? Sign::alert : planned < 0 ? Sign::easier : Sign::harder}});
}

/// Where each child begins, and the nearest ways to make it easier or harder, each for those whom it suits.
void add_ways(Blocks& blocks, const Plan& plan, const pegboard::Block& block, const Activity& activity) {
    const auto planned_of = [&](const Child& child) {
        const auto part = std::ranges::find(block.children, child.id, &BlockChild::child);
        return part == block.children.end() ? 0 : part->rung;
    };
    for (const Child* child : plan.there) add_start(blocks, plan, activity, *child, planned_of(*child));
    for (const bool easier : {true, false}) {
        std::vector<std::pair<int, std::vector<std::string>>> ways;
        for (const Child* child : plan.there) {
            const auto offered = offered_rungs(*child, activity, easier, plan.source.library, plan.inventory,
                                               plan.session.date, plan.size(), plan.there);
            const auto next = std::ranges::find_if(offered, [&](int each) { return each != planned_of(*child); });
            if (next == offered.end()) continue;
            auto way = std::ranges::find(ways, *next, [](const auto& each) { return each.first; });
            if (way == ways.end()) way = ways.insert(ways.end(), {*next, {}});
            way->second.push_back(plan.names.call(*child));
        }
        for (const auto& [number, who] : ways) {
            const Rung* rung = rung_of(activity, number);
            if (rung == nullptr) continue;
            const bool all = who.size() == plan.there.size();
            const std::string lead =
                (easier ? "Easier" : "Harder") + (all ? std::string() : " for " + joined(who)) + ": ";
            blocks.push_back({Paragraph{led(lead, rung->change, Style::small), easier ? Sign::easier : Sign::harder}});
        }
    }
}

void add_cues(Blocks& blocks, const Plan& plan, const Activity& activity) {
    for (const Cue& cue : activity.cues) {
        const std::string& name = plan.source.library.name_of(cue.type);
        blocks.push_back({Paragraph{led(name + ": ", cue.text, Style::small)}});
    }
}

std::string say_things(const Plan& plan, const pegboard::Block& block) {
    std::vector<std::string> all;
    for (const Material& material : materials(block, plan.source.library, [&](SessionId, std::string_view item) {
             return stays_away(item, plan.there, plan.source.library, plan.session.date);
         }))
        all.push_back(say(material) + (material.optional ? ", if you like" : ""));
    return joined(all);
}

Picture picture_of_activity(const Plan& plan, const Activity& activity) {
    const Category* category = plan.source.library.category(activity.category);
    const Hues hues = hues_of(category == nullptr ? "" : category->hue);
    const std::string mid = svg_of(hues.mid), deep = svg_of(hues.deep);
    Picture picture;
    picture.width = picture.height = 50;
    picture.fill = hues.tint;
    picture.says = "Picture of the activity";
    picture.svg = picture_svg(plan.source.library.pictures(), decode_scene(activity.picture), 50, 50, {mid, deep});
    return picture;
}

Blocks what_to_do(const Plan& plan, const pegboard::Block& block, const Activity* activity) {
    Blocks blocks;
    blocks.push_back({Paragraph{text(activity == nullptr ? block.title : activity->title, Style::subheading)}});
    std::vector<std::string> served;
    for (const GoalId id : block.goals)
        if (const Goal* goal = plan.source.caseload.goal(id); goal != nullptr) {
            const Child* child = plan.source.caseload.child(goal->child);
            if (child == nullptr || std::ranges::count(plan.there, child) == 0) continue;
            served.push_back((plan.group() ? plan.names.call(*child) + ": " : "") + goal->title);
        }
    if (!served.empty()) blocks.push_back({Paragraph{led("For ", joined(served, "; "), Style::small, ink::soft)}});
    if (activity == nullptr) {
        blocks.push_back({Paragraph{text("This activity is no longer in the library: its steps are not known.")}});
        return blocks;
    }
    add_care(blocks, findings(plan, block, *activity), Style::small);
    if (!activity->setup.empty())
        blocks.push_back({Paragraph{led("Set up. ", joined(activity->setup, " "), Style::small)}});
    List steps{Bullet::number, {}};
    for (const std::string& step : activity->steps) steps.items.push_back(text(step));
    blocks.push_back({std::move(steps)});
    if (!block.note.empty()) blocks.push_back({Paragraph{led("Note. ", block.note, Style::small)}});
    return blocks;
}

void add_blocks(Blocks& blocks, const Plan& plan) {
    Table table;
    table.name = "Activities in order";
    table.shares = {58, 250, 214};
    table.head = {{{{Paragraph{text("Minutes", Style::small_strong, ink::soft)}}}},
                  {{{Paragraph{text("What to do", Style::small_strong, ink::soft)}}}},
                  {{{Paragraph{text("How", Style::small_strong, ink::soft)}}}}};
    for (std::size_t i = 0; i < plan.session.blocks.size(); ++i) {
        const pegboard::Block& block = plan.session.blocks[i];
        const Activity* activity = plan.source.library.activity(block.activity);
        Blocks left{{Paragraph{{{{std::to_string(block.minutes), false}}, Style::number, ink::primary}}}};
        left.push_back({Paragraph{text(block.minutes == 1 ? "minute" : "minutes", Style::small, ink::soft)}});
        Blocks how;
        if (activity != nullptr) {
            left.push_back({picture_of_activity(plan, *activity)});
            add_cues(how, plan, *activity);
            add_ways(how, plan, block, *activity);
            if (!activity->safety.empty())
                how.push_back(
                    {Paragraph{led("Stay safe: ", joined(activity->safety, " "), Style::small), Sign::shield}});
            if (const std::string things = say_things(plan, block); !things.empty())
                how.push_back({Paragraph{led("Things: ", things, Style::small), Sign::box}});
        }
        if (plan.session.lead == Lead::both && block.lead) left.push_back({Pills{pills_of(*block.lead)}});
        table.rows.push_back({{{std::move(left)}, {what_to_do(plan, block, activity)}, {std::move(how)}}});
    }
    blocks.push_back({Heading{text("Plan, " + say_minutes(planned_minutes(plan.session)), Style::heading)}});
    blocks.push_back({std::move(table)});
}

void add_things(Blocks& blocks, const Plan& plan) {
    const std::array<const Session*, 1> alone{&plan.session};
    const std::vector<Material> bring = materials_to_bring(alone, plan.source.caseload, plan.source.library);
    if (bring.empty()) return;
    blocks.push_back({Heading{text("Bring", Style::heading)}});
    constexpr std::size_t across = 3;
    const std::size_t each = (bring.size() + across - 1) / across;
    Columns columns{{1, 1, 1}, std::vector<Blocks>(across)};
    for (std::size_t column = 0; column < across; ++column) {
        List list{Bullet::box, {}};
        for (std::size_t i = column * each; i < std::min(bring.size(), (column + 1) * each); ++i)
            list.items.push_back(text(say(bring[i]) + (bring[i].optional ? ", if you like" : "")));
        if (!list.items.empty()) columns.columns[column].push_back({std::move(list)});
    }
    blocks.push_back({std::move(columns)});
}

/// What is said of several children is long: what to bring and whom to call fill the first page with it, and the
/// activities, whose rows are never split, begin on the next.
void add_plan(Blocks& blocks, const Plan& plan) {
    if (!plan.group()) {
        add_blocks(blocks, plan);
        return add_things(blocks, plan);
    }
    add_things(blocks, plan);
    add_rescue(blocks, plan.source, plan.names, plan.there);
    add_blocks(blocks, plan);
}

}  // namespace

Result<Document> session_plan(const Source& source) {
    const Session* session = source.caseload.session(source.choices.session);
    if (session == nullptr) return Error{ErrorKind::missing, "session", "This session is no longer there.", {}};
    const std::vector<const Child*> children = children_of(source.caseload, *session);
    const Names names(children, source.choices, children.size() > 1);
    Plan plan{source, *session, names, children, {}, {}};
    for (const Child* child : children) {
        const Participant* part = participant(*session, child->id);
        if (part == nullptr || part->attendance != Attendance::absent) plan.there.push_back(child);
    }
    plan.inventory = planning::gather(source.caseload, source.library, *session).place.inventory;
    Document document;
    document.title = words(Kind::session_plan);
    document.footer = say_foot("Session plan for " + say_day(session->date), source.today);
    document.grey = source.choices.grey;
    document.one_page = true;
    add_letterhead(document.blocks, source);
    add_title(document.blocks, document.title,
              say_long(session->date) + " " + std::to_string(parts(session->date).year), pills_of(session->lead));
    add_facts(document.blocks, plan);
    explain_initials(document.blocks, plan);
    if (session->status == SessionStatus::not_held)
        document.blocks.push_back({Paragraph{
            led("This session was not held. ", std::string(words(session->not_held_reason)) + "."), Sign::alert}});
    if (!session->note.empty()) document.blocks.push_back({Paragraph{led("Note. ", session->note)}});
    add_take_care(document.blocks, plan);
    add_goals(document.blocks, plan);
    if (session->blocks.empty())
        document.blocks.push_back({Frame{
            ink::sunken, true, {{Paragraph{text("No plan has been made for this session yet.", Style::strong)}}}}});
    else
        add_plan(document.blocks, plan);
    if (!plan.group() || session->blocks.empty()) add_rescue(document.blocks, source, names, plan.there);
    names.hide(document);
    return document;
}

}  // namespace pegboard::reports
