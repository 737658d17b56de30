// Which children a report is about, what it is called without naming anybody, and its choices as they are kept in a
// child's list of who got what, so that the same report can be made again.
#include <charconv>

#include "app/parts/parts.h"
#include "app/reports/report_parts.h"

namespace pegboard {
namespace {

std::int64_t number_in(const std::string& text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

reports::Audience audience_named(std::string_view key) {
    if (key == "school") return reports::Audience::school;
    return key == "clinic" ? reports::Audience::clinic : reports::Audience::family;
}

}  // namespace

std::vector<ChildId> children_of_report(const reports::Choices& choices, const Ui& ui) {
    if (choices.kind == reports::Kind::my_day) return {};
    if (reports::needs_child(choices.kind)) return choices.child ? std::vector{choices.child} : std::vector<ChildId>{};
    const Session* session = ui.caseload->session(choices.session);
    if (session == nullptr) return {};
    // A plan for one child of a group names the others by their initials unless it was chosen otherwise.
    if (choices.child && !choices.name_others) return {choices.child};
    std::vector<ChildId> all;
    for (const Child* child : children_of(*ui.caseload, *session)) all.push_back(child->id);
    return all;
}

std::string say_gone(const ReportGone& gone, const Ui& ui) {
    std::string who;
    for (const ChildId id : gone.children)
        if (const Child* child = ui.caseload->child(id)) who += (who.empty() ? "" : ", ") + shown_name(ui, *child);
    return who.empty() ? gone.title : who + ": " + gone.title;
}

std::string title_of_report(const reports::Choices& choices, const Ui& ui) {
    std::string name(reports::words(choices.kind));
    if (reports::has_audience(choices.kind)) name += " for the " + std::string(reports::key(choices.audience));
    const Session* session = ui.caseload->session(choices.session);
    if (reports::needs_session(choices.kind)) return session == nullptr ? name : name + " of " + say(session->date);
    if (choices.kind == reports::Kind::my_day) return name + ", " + say(choices.from);
    if (reports::needs_period(choices.kind)) return name + ", " + say(choices.from) + " to " + say(choices.to);
    return name + (choices.kind == reports::Kind::data_sheet ? " of " : ", ") + say(ui.clock.today);
}

std::map<std::string, std::string> kept_choices(const reports::Choices& choices) {
    std::map<std::string, std::string> kept{{"paper", choices.paper == reports::Paper::a4 ? "a4" : "letter"}};
    if (choices.initials_only) kept["initials_only"] = "yes";
    if (choices.grey) kept["black_and_white"] = "yes";
    if (reports::has_audience(choices.kind)) kept["audience"] = reports::key(choices.audience);
    if (reports::needs_period(choices.kind)) {
        kept["from"] = iso(choices.from);
        kept["to"] = iso(choices.to);
    }
    if (reports::needs_session(choices.kind)) {
        kept["session"] = std::to_string(choices.session.value);
        if (choices.child) kept["whose"] = std::to_string(choices.child.value);
        if (choices.name_others) kept["name_others"] = "yes";
    }
    return kept;
}

void take_choices(ReportsScreen& self, const std::map<std::string, std::string>& kept) {
    const auto text_of = [&](const char* name) {
        const auto found = kept.find(name);
        return found == kept.end() ? std::string() : found->second;
    };
    self.paper = text_of("paper") == "a4" ? reports::Paper::a4 : reports::Paper::letter;
    self.initials_only = text_of("initials_only") == "yes";
    self.grey = text_of("black_and_white") == "yes";
    self.name_others = text_of("name_others") == "yes";
    self.audience = audience_named(text_of("audience"));
    self.whose = ChildId{number_in(text_of("whose"))};
    if (const auto from = from_iso(text_of("from"))) self.from = *from;
    if (const auto to = from_iso(text_of("to"))) self.to = *to;
}

}  // namespace pegboard
