#include "core/reports/reports.h"

#include <algorithm>
#include <array>

#include "core/reports/parts.h"

namespace pegboard::reports {
namespace {

struct KindWords {
    std::string_view key, words;
};
constexpr std::array<KindWords, 5> kind_words{{
    {"session-plan", "Session plan"},
    {"data-sheet", "Data sheet"},
    {"my-day", "My day"},
    {"progress-report", "Progress report"},
    {"attendance", "Attendance and minutes"},
}};

}  // namespace

std::string_view words(Kind kind) { return kind_words[static_cast<std::size_t>(kind)].words; }

std::string_view key(Kind kind) { return kind_words[static_cast<std::size_t>(kind)].key; }

const std::vector<Kind>& all_kinds() {
    static const std::vector<Kind> all{Kind::session_plan, Kind::data_sheet, Kind::my_day, Kind::progress_report,
                                       Kind::attendance};
    return all;
}

std::string_view words(Audience audience) {
    static constexpr std::array<std::string_view, 3> all{"Family", "School", "Clinic"};
    return all[static_cast<std::size_t>(audience)];
}

bool needs_child(Kind kind) {
    return kind == Kind::data_sheet || kind == Kind::progress_report || kind == Kind::attendance;
}

bool needs_session(Kind kind) { return kind == Kind::session_plan; }

bool needs_period(Kind kind) { return kind == Kind::progress_report || kind == Kind::attendance; }

std::string file_name(const Choices& choices, Date today) {
    return std::string(words(choices.kind)) + " " + iso(today) + ".pdf";
}

Result<Document> document_of(const Caseload& caseload, const Library& library, const Choices& choices, Date today) {
    // A day that was not chosen is today.
    Choices chosen = choices;
    if (chosen.from == Date{}) chosen.from = today;
    if (chosen.to == Date{}) chosen.to = today;
    const Source source{caseload, library, chosen, today};
    switch (choices.kind) {
        case Kind::session_plan:
            return session_plan(source);
        case Kind::progress_report:
            return progress_report(source);
        case Kind::data_sheet:
            return data_sheet(source);
        case Kind::my_day:
            return my_day(source);
        case Kind::attendance:
            break;
    }
    return attendance(source);
}

}  // namespace pegboard::reports
