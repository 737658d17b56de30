#include "core/reports/reports.h"

#include <algorithm>
#include <array>

#include "core/reports/parts.h"
#include "core/reports/whole/whole_record.h"
#include "core/rules/typed/typed_text.h"

namespace pegboard::reports {
namespace {

struct KindWords {
    std::string_view key, words;
};
constexpr std::array<KindWords, 8> kind_words{{
    {"session-plan", "Session plan"},
    {"data-sheet", "Data sheet"},
    {"my-day", "My day"},
    {"progress-report", "Progress report"},
    {"attendance", "Attendance and minutes"},
    {"present-levels", "Present levels (PLAAFP)"},
    {"plan-of-care", "Plan of care"},
    {"everything", "Everything of one child"},
}};

}  // namespace

std::string_view words(Kind kind) { return kind_words[static_cast<std::size_t>(kind)].words; }

std::string_view key(Kind kind) { return kind_words[static_cast<std::size_t>(kind)].key; }

const std::vector<Kind>& all_kinds() {
    static const std::vector<Kind> all{Kind::session_plan,    Kind::data_sheet, Kind::my_day,
                                       Kind::progress_report, Kind::attendance, Kind::present_levels,
                                       Kind::plan_of_care,    Kind::everything};
    return all;
}

std::string_view words(Audience audience) {
    static constexpr std::array<std::string_view, 3> all{"Family", "School", "Clinic"};
    return all[static_cast<std::size_t>(audience)];
}

std::string_view key(Audience audience) {
    static constexpr std::array<std::string_view, 3> all{"family", "school", "clinic"};
    return all[static_cast<std::size_t>(audience)];
}

bool needs_child(Kind kind) { return !needs_session(kind) && kind != Kind::my_day; }

bool needs_session(Kind kind) { return kind == Kind::session_plan; }

bool needs_period(Kind kind) {
    return kind == Kind::progress_report || kind == Kind::attendance || kind == Kind::present_levels;
}

bool has_audience(Kind kind) { return kind == Kind::progress_report || kind == Kind::present_levels; }

namespace {

/// "M. G." as it stands in the name of a file: "MG"; nothing for nobody.
std::string initials_for_file(const Child* child) {
    if (child == nullptr) return {};
    std::string made = initials_of(*child);
    std::erase_if(made, [](char letter) { return letter == '.' || letter == ' ' || letter == '/'; });
    return " " + made;
}

std::string time_for_file(int minute) {
    const std::string hour = std::to_string(minute / 60), rest = std::to_string(minute % 60);
    return (hour.size() < 2 ? "0" : "") + hour + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

std::string file_name(const Caseload& caseload, const Choices& choices, Date today) {
    std::string name(words(choices.kind));
    const Session* session = needs_session(choices.kind) ? caseload.session(choices.session) : nullptr;
    if (session != nullptr) {
        // A plan for a whole group is nobody's in particular.
        const bool one = session->participants.size() < 2;
        name += initials_for_file(caseload.child(one ? session->child : choices.child));
        return name + " " + iso(session->date) + " " + time_for_file(session->start_min) + ".pdf";
    }
    if (needs_child(choices.kind)) name += initials_for_file(caseload.child(choices.child));
    if (has_audience(choices.kind)) name += " " + std::string(key(choices.audience));
    if (needs_period(choices.kind)) return name + " " + iso(choices.from) + " to " + iso(choices.to) + ".pdf";
    const bool day = choices.kind == Kind::my_day && choices.from != Date{};
    return name + " " + iso(day ? choices.from : today) + ".pdf";
}

namespace {

/// All at once, for a script; the screen reads it piece by piece.
Result<Document> read_whole(const Source& source) {
    WholeRecord read(source.caseload, source.choices);
    constexpr std::size_t at_once = 100;
    for (bool all = false; !all;) {
        const auto more = read.read_some(at_once);
        if (!more.ok()) return more.error();
        all = more.value();
    }
    return whole_record(source.caseload, source.library, source.choices, source.today, read);
}

}  // namespace

namespace {

/// A page begins with the practice's name and address, not with a book: no page is set for minutes on end.
bool is_letterhead(const std::string& text) {
    constexpr std::size_t most_letters = 400, most_lines = 8;
    return letters_in(text) <= most_letters && static_cast<std::size_t>(std::ranges::count(text, '\n')) < most_lines;
}

}  // namespace

Result<Document> document_of(const Caseload& caseload, const Library& library, const Choices& choices, Date today) {
    if (!is_letterhead(choices.letterhead))
        return invalid("letterhead",
                       "The letterhead is too long for a page. Shorten it to 8 lines of name and address.");
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
        case Kind::present_levels:
            return present_levels(source);
        case Kind::plan_of_care:
            return plan_of_care(source);
        case Kind::everything:
            return read_whole(source);
        case Kind::attendance:
            break;
    }
    return attendance(source);
}

}  // namespace pegboard::reports
