#include "app/program/make_report.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/platform/private_text.h"

namespace pegboard {
namespace {

constexpr int usual_period_days = 90;
constexpr std::string_view pdf_begins = "%PDF-1.";

Error not_understood(std::string message) { return invalid(field_of_usage, std::move(message)); }

Result<Date> read_day(const std::string& typed, const char* option) {
    if (typed.empty()) return Date{};
    if (const auto date = from_iso(typed)) return *date;
    return not_understood(std::string(option) + " is no date of the form YYYY-MM-DD from 1900 to 2199.");
}

/// The child of a name, whole or the call name alone.
Result<ChildId> find_child(const Caseload& caseload, const std::string& typed) {
    const std::string wanted = fold(typed);
    std::vector<ChildId> whole, called;
    for (const Child& child : caseload.children()) {
        if (fold(full_name(child)) == wanted) whole.push_back(child.id);
        if (fold(call_name(child)) == wanted) called.push_back(child.id);
    }
    const std::vector<ChildId>& found = whole.empty() ? called : whole;
    if (found.empty()) return Error{ErrorKind::missing, "child", "There is no child of this name.", {}};
    if (found.size() > 1) return not_understood("More than one child has this name: give the whole name.");
    return found.front();
}

/// The session of "2026-09-29" or "2026-09-29 10:45", of the child where one is named.
Result<SessionId> find_session(const Caseload& caseload, const std::string& typed, ChildId child) {
    constexpr std::size_t date_length = 10;
    const auto date = from_iso(std::string_view(typed).substr(0, date_length));
    const bool timed = typed.size() > date_length;
    const auto minute = timed ? read_time(std::string_view(typed).substr(date_length + 1)) : std::nullopt;
    if (!date || (timed && !minute))
        return not_understood("--session is a day, or a day and a time: 2026-09-29 or \"2026-09-29 10:45\".");
    std::vector<SessionId> found;
    for (const Session& session : caseload.sessions())
        if (session.date == *date && (!minute || session.start_min == *minute) && (!child || is_for(session, child)))
            found.push_back(session.id);
    if (found.empty()) return Error{ErrorKind::missing, "session", "There is no such session.", {}};
    if (found.size() > 1) return not_understood("There is more than one such session: give its time, or the child.");
    return found.front();
}

Status find_whom(const Caseload& caseload, reports::Choices& choices, const WantedReport& wanted) {
    if (!wanted.child.empty()) {
        const auto child = find_child(caseload, wanted.child);
        if (!child) return child.error();
        choices.child = child.value();
    } else if (reports::needs_child(choices.kind)) {
        return not_understood("This document is about one child: name it with --child.");
    }
    if (!reports::needs_session(choices.kind)) return {};
    if (wanted.session.empty()) return not_understood("A session plan needs --session with its day.");
    const auto session = find_session(caseload, wanted.session, choices.child);
    if (!session) return session.error();
    choices.session = session.value();
    return {};
}

/// What the document does not use is not taken in silence.
Status check_options(reports::Kind kind, const WantedReport& wanted) {
    if (!wanted.session.empty() && !reports::needs_session(kind))
        return not_understood("--session is for a session plan; other documents take --from for a day.");
    if (!wanted.child.empty() && !reports::needs_child(kind) && !reports::needs_session(kind))
        return not_understood("This document is about all children of a day: leave --child out.");
    if (!wanted.audience.empty() && !reports::has_audience(kind))
        return not_understood("This document has one wording for everyone: leave --for out.");
    return {};
}

}  // namespace

Result<reports::Choices> read_wanted(const WantedReport& wanted) {
    reports::Choices choices;
    const auto& kinds = reports::all_kinds();
    const auto kind =
        std::ranges::find(kinds, std::string_view(wanted.kind), [](reports::Kind each) { return key(each); });
    if (kind == kinds.end()) {
        std::string known;
        for (const reports::Kind each : kinds) known += (known.empty() ? "" : ", ") + std::string(key(each));
        return not_understood("There is no document of this kind. There are: " + known + ".");
    }
    choices.kind = *kind;
    if (Status fits = check_options(choices.kind, wanted); !fits) return fits.error();
    if (wanted.out.empty()) return not_understood("Say with --out where the document goes.");
    constexpr std::array<std::string_view, 3> readers{"family", "school", "clinic"};
    const auto* const reader =
        std::ranges::find(readers, wanted.audience.empty() ? "family" : std::string_view(wanted.audience));
    if (reader == readers.end()) return not_understood("--for is family, school or clinic.");
    choices.audience = static_cast<reports::Audience>(reader - readers.begin());
    if (!wanted.paper.empty() && wanted.paper != "letter" && wanted.paper != "a4")
        return not_understood("--paper is letter or a4.");
    choices.paper = wanted.paper == "a4" ? reports::Paper::a4 : reports::Paper::letter;
    const auto from = read_day(wanted.from, "--from"), to = read_day(wanted.to, "--to");
    if (!from) return from.error();
    if (!to) return to.error();
    choices.from = from.value();
    choices.to = to.value();
    if (choices.from != Date{} && choices.to != Date{} && choices.to < choices.from)
        return not_understood("--to lies before --from.");
    choices.initials_only = wanted.initials;
    choices.name_others = wanted.name_others;
    choices.grey = wanted.grey;
    choices.letterhead = wanted.letterhead;
    return choices;
}

Status write_report(Caseload& caseload, const Library& library, reports::Choices choices, const WantedReport& wanted,
                    Date today) {
    if (Status found = find_whom(caseload, choices, wanted); !found) return found;
    if (choices.to == Date{}) choices.to = today;
    if (choices.from == Date{})
        choices.from = reports::needs_period(choices.kind) ? choices.to - usual_period_days : today;
    const auto document = reports::document_of(caseload, library, choices, today);
    if (!document) return document.error();
    const auto pdf = reports::pdf_of(reports::lay_out(document.value(), choices.paper));
    if (!pdf) return pdf.error();
    if (Status saved = save_private_text(wanted.out, pdf.value(), pdf_begins); !saved) return saved;
    return caseload.note_access(AccessKind::saved, choices.child, "report");
}

}  // namespace pegboard
