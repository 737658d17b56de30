// My day on paper: the sessions of the therapist who sits here, when and where, what is planned, whom to mind, and the
// things to pack.
#include <algorithm>

#include "core/reports/packing.h"
#include "core/reports/parts.h"
#include "core/rules/care_lines.h"

namespace pegboard::reports {
namespace {

struct Day {
    const Source& source;
    Date date;
    std::vector<const Session*> sessions;
};

/// Sessions led by the one who sits here, or by nobody in particular; of a file where nobody does, all.
bool is_mine(const Session& session, TherapistId me) {
    if (!me) return true;
    return session.therapist == me || session.co_therapist == me || (!session.therapist && !session.co_therapist);
}

std::string say_who(const Day& day, const Session& session, const Names& names) {
    std::vector<std::string> all;
    const std::vector<const Child*> children = children_of(day.source.caseload, session);
    for (const Child* child : children) all.push_back(children.size() > 1 ? names.call(*child) : names.full(*child));
    std::string who = joined(all);
    if (const Group* group = day.source.caseload.group(session.group)) who = group->name + ": " + who;
    return who;
}

std::string say_plan(const Session& session) {
    if (session.status == SessionStatus::not_held) return "Not held: " + std::string(words(session.not_held_reason));
    if (session.blocks.empty()) return "No plan yet";
    std::vector<std::string> all;
    for (const pegboard::Block& block : session.blocks)
        all.push_back(block.title + " " + std::to_string(block.minutes));
    return joined(all) + " min";
}

/// What is open, the dangers and the other precautions of everyone who comes, in this order.
std::vector<std::pair<CareKind, std::string>> care_of_all(const Day& day, const Session& session, const Names& names) {
    std::vector<std::pair<CareKind, std::string>> all;
    const std::vector<const Child*> children = coming(session, day.source.caseload);
    for (const Child* child : children)
        for (const CareFact& fact : precaution_facts(*child, day.source.library, day.date))
            all.emplace_back(fact.kind, (children.size() > 1 ? names.call(*child) + ": " : "") + fact.words);
    std::ranges::stable_sort(all, {}, &std::pair<CareKind, std::string>::first);
    return all;
}

void add_care_of_all(Blocks& blocks, const Day& day, const Session& session, const Names& names) {
    for (auto& [kind, words] : care_of_all(day, session, names)) {
        const Ink colour = kind == CareKind::danger ? ink::danger : ink::text;
        blocks.push_back({Paragraph{text(std::move(words), Style::small, colour),
                                    kind == CareKind::precaution ? Sign::shield : Sign::alert}});
    }
}

void add_sessions(Blocks& blocks, const Day& day, const Names& names) {
    Table table;
    table.name = "Sessions of the day";
    table.shares = {86, 150, 116, 170};
    for (const char* words : {"Time", "Who", "Where", "Plan"})
        table.head.push_back({{{Paragraph{text(words, Style::small_strong, ink::soft)}}}});
    for (const Session* session : day.sessions) {
        Blocks time{{Paragraph{text(say_time(session->start_min), Style::strong, ink::primary)}},
                    {Paragraph{text(say_minutes(session->length_min), Style::small, ink::soft)}},
                    {Pills{pills_of(session->lead)}}};
        Blocks who{{Paragraph{text(say_who(day, *session, names), Style::strong)}}};
        add_care_of_all(who, day, *session, names);
        Blocks where{{Paragraph{text(session->place.empty() ? "No place noted" : session->place)}}};
        Blocks plan{{Paragraph{text(say_plan(*session), Style::small)}}};
        table.rows.push_back({{{std::move(time)}, {std::move(who)}, {std::move(where)}, {std::move(plan)}}});
    }
    blocks.push_back({std::move(table)});
}

std::string for_whom(const Day& day, const Material& material, const Names& names) {
    std::vector<std::string> all;
    for (const SessionId id : material.sessions) {
        const Session* session = day.source.caseload.session(id);
        if (session == nullptr) continue;
        const Group* group = day.source.caseload.group(session->group);
        const std::vector<const Child*> children = children_of(day.source.caseload, *session);
        std::string who = group != nullptr ? group->name : children.empty() ? "" : names.call(*children.front());
        if (group == nullptr && children.size() > 1) who += " and others";
        if (!who.empty() && std::ranges::find(all, who) == all.end()) all.push_back(std::move(who));
    }
    return joined(all);
}

void add_packing(Blocks& blocks, const Day& day, const Names& names) {
    std::vector<const Session*> planned = day.sessions;
    std::erase_if(planned, [](const Session* each) { return each->status != SessionStatus::planned; });
    const std::vector<Material> list = materials_to_bring(planned, day.source.caseload, day.source.library);
    blocks.push_back({Heading{text("Pack", Style::heading)}});
    if (list.empty()) {
        blocks.push_back({Paragraph{text("Nothing to bring for what is planned.")}});
        return;
    }
    Columns columns{{1, 1}, std::vector<Blocks>(2)};
    const std::size_t half = (list.size() + 1) / 2;
    for (std::size_t column = 0; column < 2; ++column) {
        List part{Bullet::box, {}};
        for (std::size_t i = column * half; i < std::min(list.size(), (column + 1) * half); ++i) {
            Text words = text(say(list[i]) + (list[i].optional ? ", if you like" : ""));
            if (const std::string whom = for_whom(day, list[i], names); !whom.empty())
                words.runs.push_back({", for " + whom, false});
            part.items.push_back(std::move(words));
        }
        if (!part.items.empty()) columns.columns[column].push_back({std::move(part)});
    }
    blocks.push_back({std::move(columns)});
}

}  // namespace

Result<Document> my_day(const Source& source) {
    Day day{source, source.choices.from, {}};
    std::vector<const Child*> children;
    for (const Session& session : source.caseload.sessions()) {
        if (session.date != day.date || !is_mine(session, source.caseload.practice().me)) continue;
        day.sessions.push_back(&session);
        for (const Child* child : children_of(source.caseload, session))
            if (std::ranges::find(children, child) == children.end()) children.push_back(child);
    }
    const Names names(children, source.choices, false);
    Document document;
    document.title = words(Kind::my_day);
    document.footer = say_foot("My day, " + say_day(day.date), source.today);
    document.grey = source.choices.grey;
    document.one_page = true;
    add_title(document.blocks, document.title, say_long(day.date) + " " + std::to_string(parts(day.date).year));
    if (const Therapist* me = source.caseload.therapist(source.caseload.practice().me))
        document.blocks.push_back({Paragraph{text(me->name, Style::strong)}});
    if (day.sessions.empty()) {
        document.blocks.push_back({Paragraph{text("No sessions on this day.")}});
        return document;
    }
    document.blocks.push_back({Gap{4}});
    add_sessions(document.blocks, day, names);
    add_packing(document.blocks, day, names);
    document.blocks.push_back({Heading{text("Notes", Style::heading)}});
    document.blocks.push_back({WriteLines{3}});
    names.hide(document);
    return document;
}

}  // namespace pegboard::reports
