// What several documents have in common: the head with the practice's name, times, places, people, the take-care lines
// of a child. Each gives blocks.
#pragma once
#include <string>
#include <vector>

#include "core/reports/names.h"

namespace pegboard::reports {

/// All that a document is made from.
struct Source {
    const Caseload& caseload;
    const Library& library;
    const Choices& choices;
    Date today;
};

/// The practice's name and address with a line below; nothing without a letterhead.
void add_letterhead(Blocks& blocks, const Source& source);
/// The document's name, what stands below it, and labels at its right.
void add_title(Blocks& blocks, const std::string& title, const std::string& below, std::vector<Pill> labels = {});
/// "The child was discharged on 4 May 2026."; empty for a child who is not.
std::string say_discharged(const Child& child, Date today);
/// The same as a line below the title, so that nobody takes the page for one of a child in therapy.
void add_discharged(Blocks& blocks, const Child& child, Date today);
/// "OT" in its color, "PT" in its own.
Pill pill_of(Discipline discipline);
std::vector<Pill> pills_of(Lead lead);
/// "Amara Okafor, OTR/L"; empty for nobody.
std::string say_therapist(const Caseload& caseload, TherapistId id);
/// "10:45 am to 11:30 am".
std::string session_span(const Session& session);
/// Everyone the session is for, in its order.
std::vector<const Child*> children_of(const Caseload& caseload, const Session& session);
/// One line of what to take care of, with what it asks for.
struct CareLine {
    std::string lead, words;
    bool danger = false;
    bool open = false;  ///< nobody asked, or two answers cannot both be right
};
/// Precautions with their answers and notes, and the take-care lines of one child.
std::vector<CareLine> care_of(const Child& child, const Library& library, Date today);
/// The same for whoever works with the child today: what nobody has asked about and what cannot both be right stand
/// first, and all that was typed with a precaution is there.
std::vector<CareLine> care_at_work(const Child& child, const Library& library, Date today);
void add_care(Blocks& blocks, const std::vector<CareLine>& lines, Style style = Style::body);
/// Rescue plan and whom to call; nothing where nothing is on record.
void add_rescue(Blocks& blocks, const Source& source, const Names& names, const std::vector<const Child*>& children);
/// "1 minute", "30 minutes".
std::string say_minutes(int minutes);
/// "Session plan, Tue 29 Sep 2026. Made with Pegboard on 28 Sep 2026."
std::string say_foot(const std::string& what, Date today);
/// "OT and PT, one after another" becomes one text with commas.
std::string joined(const std::vector<std::string>& words, std::string_view between = ", ");

// ---- the documents
Result<Document> session_plan(const Source& source);
Result<Document> progress_report(const Source& source);
Result<Document> data_sheet(const Source& source);
Result<Document> my_day(const Source& source);
Result<Document> attendance(const Source& source);
Result<Document> present_levels(const Source& source);
Result<Document> plan_of_care(const Source& source);

}  // namespace pegboard::reports
