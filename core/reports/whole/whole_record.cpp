// Everything of one child: the record, goals with data and charts, sessions with notes, who got reports, and the
// history of changes.
#include "core/reports/whole/whole_record.h"

#include <algorithm>
#include <limits>

#include "core/reports/whole/whole_record_parts.h"

namespace pegboard::reports {
namespace {

/// The child, and everyone who shared a session with it: those stand by their initials.
std::vector<const Child*> children_about(const Caseload& caseload, const Child& child) {
    std::vector<const Child*> all{&child};
    const auto add = [&](ChildId id) {
        const Child* other = caseload.child(id);
        if (other != nullptr && std::ranges::find(all, other) == all.end()) all.push_back(other);
    };
    for (const Session& session : caseload.sessions())
        if (is_for(session, child.id))
            for (const Participant& each : session.participants) add(each.child);
    return all;
}

/// Everyone else of the caseload as well: notes and the history may tell of those who shared nothing yet, or once.
std::vector<const Child*> with_all_others(std::vector<const Child*> about, const Caseload& caseload) {
    for (const Child& other : caseload.children())
        if (std::ranges::find(about, &other) == about.end()) about.push_back(&other);
    return about;
}

/// Grown-ups who stand in the record by name, whatever a child is called.
std::vector<std::string> adults_of(const Caseload& caseload, const Child& child) {
    std::vector<std::string> all;
    for (const Therapist& therapist : caseload.therapists()) all.push_back(therapist.name);
    for (const Guardian& guardian : child.guardians) all.push_back(guardian.name);
    return all;
}

void add_went_out(Blocks& blocks, const Source& source, const Child& child) {
    blocks.push_back({NewPage{}});
    blocks.push_back({Heading{text("Reports that went out", Style::heading)}});
    Table table;
    table.name = "Reports that went out";
    table.shares = {74, 200, 130, 118};
    for (const char* words : {"Day", "Report", "Who got it", "Why"})
        table.head.push_back(record_cell(words, Style::small_strong, ink::soft));
    for (const Disclosure& each : source.caseload.disclosures(child.id))
        table.rows.push_back({{record_cell(say(each.date)), record_cell(each.title), record_cell(each.recipient),
                               record_cell(each.reason)}});
    if (table.rows.empty())
        blocks.push_back({Paragraph{text("None is on record.")}});
    else
        blocks.push_back({std::move(table)});
}

Status add_history(Blocks& blocks, const Source& source, const Child& child) {
    const auto history = source.caseload.history(child.id, std::numeric_limits<int>::max());
    if (!history.ok()) return history.error();
    blocks.push_back({Heading{text("History of the record", Style::heading)}});
    Table table;
    table.name = "History of the record";
    table.shares = {100, 302, 120};
    for (const char* words : {"When (UTC)", "What was done", "By"})
        table.head.push_back(record_cell(words, Style::small_strong, ink::soft));
    constexpr std::size_t to_the_minute = 16;
    for (const ChangeSet& each : history.value()) {
        std::string when = each.at_utc.substr(0, to_the_minute);
        std::ranges::replace(when, 'T', ' ');
        const Therapist* by = source.caseload.therapist(each.therapist);
        table.rows.push_back({{record_cell(when), record_cell(each.label + (each.undone ? " (taken back)" : "")),
                               record_cell(by == nullptr ? "" : by->name)}});
    }
    if (!table.rows.empty()) blocks.push_back({std::move(table)});
    return {};
}

}  // namespace

Result<Document> whole_record(const Caseload& caseload, const Library& library, const Choices& choices, Date today,
                              const WholeRecord& read) {
    const Child* child = caseload.child(choices.child);
    if (child == nullptr) return Error{ErrorKind::missing, "child", "This child is no longer there.", {}};
    Choices own = choices;
    own.name_others = false;
    const Source source{caseload, library, own, today};
    const std::vector<const Child*> about = children_about(caseload, *child);
    const Names names(with_all_others(about, caseload), own, true);
    Document document;
    document.title = words(Kind::everything);
    document.footer = say_foot("Everything of " + names.full(*child), today);
    document.grey = own.grey;
    Blocks& blocks = document.blocks;
    add_letterhead(blocks, source);
    add_title(blocks, document.title, names.full(*child) + ". All that is kept, as it stood on " + say(today) + ".");
    if (about.size() > 1)
        blocks.push_back(
            {Paragraph{text("Other children who shared a session stand here by the initials of their names.",
                            Style::small, ink::soft)}});
    add_child_record(blocks, source, *child);
    if (Status goals = add_goal_records(blocks, source, *child); !goals.ok()) return goals.error();
    add_session_records(blocks, source, *child, read);
    add_went_out(blocks, source, *child);
    if (Status history = add_history(blocks, source, *child); !history.ok()) return history.error();
    // A guardian often has the child's last name: where initials are chosen, it goes.
    names.hide(document, own.initials_only ? std::vector<std::string>() : adults_of(caseload, *child));
    return document;
}

}  // namespace pegboard::reports
