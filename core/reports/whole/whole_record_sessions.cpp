// Every session with what was done and written, final notes as they were signed.
#include <algorithm>

#include "core/model/first_letter.h"
#include "core/reports/attendance_facts.h"
#include "core/reports/whole/whole_record_parts.h"
#include "core/rules/rungs.h"

namespace pegboard::reports {
namespace {

std::string name_of(const Source& source, TherapistId id) {
    const std::string said = say_therapist(source.caseload, id);
    return said.empty() ? "somebody" : said;
}

std::string say_came_short(const AttendanceLine& line) {
    switch (line.came) {
        case Came::here:
            return "held, " + say_minutes(line.given_min) + " with the child";
        case Came::absent:
            return "the child was away";
        case Came::not_held:
            return "not held";
        case Came::to_come:
            return "planned";
        case Came::open:
            break;
    }
    return "not closed yet";
}

/// "(easier: on the lower beam, Loved it)": what is noted of the child in one activity; empty for nothing.
std::string say_child_in(const Source& source, const pegboard::Block& block, ChildId child) {
    std::vector<std::string> all;
    for (const BlockChild& each : block.children) {
        if (each.child != child) continue;
        if (each.rung != 0) {
            const Activity* activity = source.library.activity(block.activity);
            const Rung* rung = activity == nullptr ? nullptr : rung_of(*activity, each.rung);
            all.push_back((each.rung < 0 ? "easier" : "harder") + (rung == nullptr ? "" : ": " + rung->change));
        }
        if (each.response != Response::not_noted) all.emplace_back(words(each.response));
    }
    return all.empty() ? std::string() : " (" + joined(all) + ")";
}

std::string say_override(const Source& source, const pegboard::Block& block) {
    if (block.override_reason.empty()) return {};
    std::string said = " (chosen although a precaution is against it: " + block.override_reason;
    if (block.override_by) said += ", " + name_of(source, block.override_by);
    if (const auto on = from_iso(std::string_view(block.override_at).substr(0, 10))) said += ", " + say(*on);
    return said + ")";
}

void add_activities(Blocks& blocks, const Source& source, const Session& session, ChildId child, bool held) {
    std::vector<std::string> all;
    for (const pegboard::Block& block : session.blocks) {
        std::string said = block.title + " " + std::to_string(block.minutes) + " min";
        if (block.state == BlockState::skipped) said += ", skipped";
        said += say_child_in(source, block, child) + say_override(source, block);
        if (!block.note.empty()) said += ": " + block.note;
        all.push_back(std::move(said));
    }
    const char* const lead = held ? "Activities. " : "Planned. ";
    if (!all.empty()) blocks.push_back({Paragraph{led(lead, joined(all, "; ") + ".", Style::small)}});
}

void add_note(Blocks& blocks, const Source& source, const SessionNote& note) {
    std::string head = "Note by " + name_of(source, note.author);
    if (note.status != NoteStatus::final_)
        head += ", a draft that is not signed";
    else if (note.finished_on)
        head += ", signed on " + say(*note.finished_on) + " by " + name_of(source, note.finished_by);
    if (note.cosigned_on)
        head += ", and on " + say(*note.cosigned_on) + " by " + name_of(source, note.cosigner);
    else if (note.status == NoteStatus::final_ && note.cosigner)
        head += ", not yet signed by " + name_of(source, note.cosigner);
    blocks.push_back({Paragraph{text(head + ".", Style::small_strong), Sign::none, true}});
    for (const auto& [label, words] :
         {std::pair("Subjective. ", &note.subjective), std::pair("Objective. ", &note.objective),
          std::pair("Assessment. ", &note.assessment), std::pair("Plan. ", &note.plan)})
        if (!words->empty()) blocks.push_back({Paragraph{led(label, *words, Style::small)}});
    for (const Amendment& each : note.amendments)
        blocks.push_back({Paragraph{led("Added on " + say(each.date) + " by " + name_of(source, each.therapist) + ". ",
                                        each.text, Style::small)}});
}

void add_session(Blocks& blocks, const Source& source, const AttendanceLine& line, ChildId child,
                 const WholeRecord& read) {
    const Session& session = *line.session;
    blocks.push_back({Heading{
        text(say_day(session.date) + " " + std::to_string(parts(session.date).year) + ", " + session_span(session),
             Style::subheading),
        3}});
    std::string about = say_came_short(line);
    if (!line.reason.empty()) about += " (" + line.reason + ")";
    if (!session.place.empty()) about += ". " + session.place;
    std::vector<std::string> leads;
    for (const TherapistId id : {session.therapist, session.co_therapist})
        if (const std::string who = say_therapist(source.caseload, id); !who.empty()) leads.push_back(who);
    if (!leads.empty()) about += ". " + joined(leads, " and ");
    if (const Participant* part = participant(session, child); part != nullptr && part->energy != Energy::usual)
        about += ". On this day: " + lower_first(words(part->energy));
    about[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(about[0])));
    blocks.push_back({Paragraph{text(about + ".", Style::small, ink::soft)}});
    add_activities(blocks, source, session, child, line.came == Came::here);
    if (!session.note.empty())
        blocks.push_back({Paragraph{led("Written with the session. ", session.note, Style::small)}});
    const auto found = read.words().find(session.id);
    if (found == read.words().end()) return;
    std::vector<std::string> quick;
    for (const QuickNote& each : found->second.quick) quick.push_back(each.text);
    if (!quick.empty()) blocks.push_back({Paragraph{led("Quick notes. ", joined(quick, "; ") + ".", Style::small)}});
    for (const SessionNote& note : found->second.notes) add_note(blocks, source, note);
}

}  // namespace

void add_session_records(Blocks& blocks, const Source& source, const Child& child, const WholeRecord& read) {
    blocks.push_back({NewPage{}});
    blocks.push_back({Heading{text("Sessions and notes", Style::heading)}});
    Date first = source.today, last = source.today;
    for (const Session& session : source.caseload.sessions())
        if (is_for(session, child.id)) {
            first = std::min(first, session.date);
            last = std::max(last, session.date);
        }
    const auto lines = attendance_of(source.caseload, child.id, first, last, source.today);
    for (const AttendanceLine& line : lines) add_session(blocks, source, line, child.id, read);
    if (lines.empty()) blocks.push_back({Paragraph{text("No session is on record.")}});
}

}  // namespace pegboard::reports
