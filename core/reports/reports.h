// The door of the reports room: which documents there are, what a person chooses for one, and the document itself from
// what is recorded. Every sentence comes from the rules on data. It refuses to write files.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/caseload.h"
#include "core/library/library.h"
#include "core/reports/pages.h"

namespace pegboard::reports {

enum class Kind {
    session_plan,
    data_sheet,
    my_day,
    progress_report,
    attendance,
    present_levels,
    plan_of_care,
    everything
};
enum class Audience { family, school, clinic };  ///< for whom a report is worded

struct Choices {
    Kind kind = Kind::session_plan;
    Paper paper = Paper::letter;
    Audience audience = Audience::family;
    bool initials_only = false;
    bool grey = false;
    bool name_others = false;  ///< in a group's plan all children by name; else the others by their initials
    ChildId child;             ///< of data sheet, progress report and attendance; of a group's plan whose plan it is
    SessionId session;         ///< of the session plan
    Date from, to;             ///< the period; of my day `from` is the day
    std::string letterhead;    ///< name of the practice, then its address, a line each; may be empty
    bool operator==(const Choices&) const = default;
};

/// "Session plan", as it is called on the screen and on paper.
std::string_view words(Kind kind);
/// "session-plan", as it is typed.
std::string_view key(Kind kind);
/// All kinds, in order.
const std::vector<Kind>& all_kinds();
/// "Family", "School", "Clinic"; "family" as it is typed and kept.
std::string_view words(Audience audience);
std::string_view key(Audience audience);
/// What a document of this kind needs to be told.
bool needs_child(Kind kind);
bool needs_session(Kind kind);
bool needs_period(Kind kind);
/// True where the words follow who reads it.
bool has_audience(Kind kind);
/// A name for the file that tells which session or period, and a child by initials alone: "Progress report MG school
/// 2026-07-01 to 2026-09-29.pdf".
std::string file_name(const Caseload& caseload, const Choices& choices, Date today);

/// The document from what is recorded now. Errors: missing, when the child or the session is gone; storage.
Result<Document> document_of(const Caseload& caseload, const Library& library, const Choices& choices, Date today);
/// What to mind before the document goes, a plain sentence each; empty when there is nothing.
std::vector<std::string> look_over(const Caseload& caseload, const Library& library, const Choices& choices,
                                   const Document& document, Date today);

}  // namespace pegboard::reports
