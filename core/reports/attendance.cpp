// The ledger of one child's sessions in a period: planned and given minutes, who was away and why, with a line to sign.
#include "core/reports/attendance_facts.h"
#include "core/reports/parts.h"
#include "core/rules/minutes/ledger_words.h"

namespace pegboard::reports {
namespace {

std::string_view say_came(Came came) {
    switch (came) {
        case Came::here:
            return "Held";
        case Came::absent:
            return "Child away";
        case Came::not_held:
            return "Not held";
        case Came::to_come:
            return "Planned";
        case Came::open:
            break;
    }
    return "Open";
}

Cell cell(std::string words, Style style = Style::small, Ink colour = ink::text, Align align = Align::left) {
    return {{{Paragraph{text(std::move(words), style, colour, align)}}}};
}

std::string say_service(const Session& session) {
    return session.lead == Lead::both ? "OT and PT" : std::string(words(session.lead));
}

std::string say_leads(const Caseload& caseload, const Session& session) {
    std::vector<std::string> all;
    for (const TherapistId id : {session.therapist, session.co_therapist})
        if (const Therapist* therapist = caseload.therapist(id)) all.push_back(therapist->name);
    return joined(all);
}

Table ledger(const Source& source, const std::vector<AttendanceLine>& lines, const AttendanceSum& sum) {
    Table table;
    table.name = "Sessions by date";
    table.shares = {84, 52, 84, 52, 52, 66, 132};
    table.head = {cell("Date", Style::small_strong, ink::soft),
                  cell("Service", Style::small_strong, ink::soft),
                  cell("Therapist", Style::small_strong, ink::soft),
                  cell("Planned", Style::small_strong, ink::soft, Align::right),
                  cell("Given", Style::small_strong, ink::soft, Align::right),
                  cell("", Style::small_strong, ink::soft),
                  cell("Why", Style::small_strong, ink::soft)};
    for (const AttendanceLine& line : lines) {
        const bool counts = line.came != Came::open && line.came != Came::to_come;
        table.rows.push_back(
            {{cell(say(line.session->date)), cell(say_service(*line.session)),
              cell(say_leads(source.caseload, *line.session)),
              cell(std::to_string(line.planned_min), Style::small, ink::text, Align::right),
              cell(counts ? std::to_string(line.given_min) : "", Style::small, ink::text, Align::right),
              cell(std::string(say_came(line.came)), line.came == Came::here ? Style::small : Style::small_strong),
              cell(line.reason)}});
    }
    Row total{{cell("Held or missed", Style::small_strong), cell(""), cell(""),
               cell(std::to_string(sum.planned_min), Style::small_strong, ink::text, Align::right),
               cell(std::to_string(sum.given_min), Style::small_strong, ink::text, Align::right),
               cell(say_held(sum), Style::small_strong), cell("sessions held")}};
    for (Cell& each : total.cells) each.fill = ink::sunken;
    table.rows.push_back(std::move(total));
    return table;
}

std::string say_line(const minutes::Line& line) {
    if (line.service == nullptr) return "Sessions that no service promises";
    std::string said = std::string(words(line.service->discipline)) + ". " + minutes::say_promise(*line.service);
    if (const std::string valid = minutes::say_valid(*line.service); !valid.empty()) said += ", " + valid;
    return said + ". Counted " + say(line.span.from) + " to " + say(line.span.to);
}

/// What each service promised in these days and what became of it, as on the child's page.
void add_minutes(Blocks& blocks, const Source& source, const Child& child) {
    const minutes::Asked asked{child, source.caseload.sessions(), source.caseload.practice().minutes, source.today};
    const std::vector<minutes::Line> lines = minutes::ledger(asked, {source.choices.from, source.choices.to});
    if (child.services.empty() || lines.empty()) return;
    Table table;
    table.name = "Minutes by service";
    table.shares = {172, 58, 50, 56, 50, 54, 82};
    for (const char* name : {"Service", "Promised", "Given", "Excused", "Owed", "Booked", "To book"})
        table.head.push_back(
            cell(name, Style::small_strong, ink::soft, table.head.empty() ? Align::left : Align::right));
    const auto number = [](int amount) { return cell(std::to_string(amount), Style::small, ink::text, Align::right); };
    for (const minutes::Line& line : lines) {
        const minutes::Figures& sum = line.sum;
        const bool consult = line.service != nullptr && line.service->mode == ServiceMode::consult;
        Row row{{cell(say_line(line)), line.service == nullptr ? cell("") : number(sum.promised)}};
        if (consult) {
            for (int i = 0; i < 4; ++i) row.cells.push_back(cell(""));
            row.cells.push_back(cell("Not counted", Style::small, ink::soft, Align::right));
        } else {
            for (const int amount : {sum.delivered, sum.excused, sum.owed, sum.booked, sum.to_book})
                row.cells.push_back(number(amount));
        }
        table.rows.push_back(std::move(row));
    }
    blocks.push_back({std::move(table)});
    std::string below =
        "Whole weeks, each counted where its Wednesday is, and months where their 15th is. A make-up counts for the "
        "session it makes up. Owed minutes are among those booked or to book.";
    for (const minutes::Line& line : lines)
        if (line.sum.not_closed > 0)
            below += " " + minutes::say_min(line.sum.not_closed) +
                     (line.service == nullptr ? std::string() : " of " + std::string(words(line.service->discipline))) +
                     " are planned for days that are past and not closed yet.";
    for (const minutes::Line& line : lines)
        if (const std::string missed = minutes::say_missed(line.sum); !missed.empty() && line.service != nullptr)
            below += " Missed of " + std::string(words(line.service->discipline)) + ": " + missed + ".";
    blocks.push_back({Paragraph{text(std::move(below), Style::small, ink::soft)}});
}

}  // namespace

Result<Document> attendance(const Source& source) {
    const Child* child = source.caseload.child(source.choices.child);
    if (child == nullptr) return Error{ErrorKind::missing, "child", "This child is no longer there.", {}};
    const Names names({child}, source.choices, false);
    const std::vector<AttendanceLine> lines =
        attendance_of(source.caseload, child->id, source.choices.from, source.choices.to, source.today);
    const AttendanceSum sum = sum_of(lines);
    Document document;
    document.title = words(Kind::attendance);
    document.footer = say_foot("Attendance and minutes, " + names.full(*child), source.today);
    document.grey = source.choices.grey;
    Blocks& blocks = document.blocks;
    add_letterhead(blocks, source);
    add_title(blocks, document.title, say(source.choices.from) + " to " + say(source.choices.to));
    blocks.push_back({Strip{{{"Child", names.full(*child)},
                             {"Sessions held", say_held(sum)},
                             {"Minutes given", say_given(sum)},
                             {"Child away", std::to_string(sum.absent)},
                             {"Not held", std::to_string(sum.not_held)}}}});
    if (const std::string missed = say_missed(sum); !missed.empty()) blocks.push_back({Paragraph{text(missed)}});
    if (sum.open > 0)
        blocks.push_back({Paragraph{text(std::to_string(sum.open) + (sum.open == 1 ? " session is" : " sessions are") +
                                         " not closed yet: neither held nor missed, and not counted.")}});
    add_minutes(blocks, source, *child);
    if (lines.empty())
        blocks.push_back({Paragraph{text("No session is written down in this period.")}});
    else
        blocks.push_back({ledger(source, lines, sum)});
    blocks.push_back({Signatures{{{"Name:", "Signature"}, {"Date", ""}}}});
    names.hide(document);
    return document;
}

}  // namespace pegboard::reports
