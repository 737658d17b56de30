// Which report is meant: from the place where Print was asked for, and from what was chosen before.
#include <utility>

#include "app/base/machine_settings.h"
#include "app/reports/report_parts.h"

namespace pegboard {
namespace {

constexpr int usual_months = 3;  ///< of a period that nobody chose

std::optional<reports::Kind> kind_named(std::string_view detail) {
    const std::string_view name = detail.substr(0, detail.find(':'));
    for (const reports::Kind kind : reports::all_kinds())
        if (reports::key(kind) == name) return kind;
    return {};
}

std::optional<Date> day_named(std::string_view detail) {
    const std::size_t colon = detail.find(':');
    return colon == std::string_view::npos ? std::nullopt : from_iso(detail.substr(colon + 1));
}

/// Letter where the machine's language is of a country that prints on it.
reports::Paper usual_paper(const Ui& ui) {
    const std::string kept = ui.caseload->recall(paper_kept);
    if (!kept.empty()) return kept == "a4" ? reports::Paper::a4 : reports::Paper::letter;
    const std::string region = system_region();
    const bool letter = region.empty() || region == "US" || region == "CA" || region == "MX" || region == "PH";
    return letter ? reports::Paper::letter : reports::Paper::a4;
}

void begin_choices(ReportsScreen& self, const Ui& ui) {
    self.begun = true;
    self.day = self.to = ui.clock.today;
    self.from = add_months(ui.clock.today, -usual_months);
    self.initials_only = ui.caseload->practice().initials_only;
    self.paper = usual_paper(ui);
}

/// "progress-report:again:17": the choices of an entry in the child's list of who got what.
void take_choices_of_before(ReportsScreen& self, const Ui& ui) {
    constexpr std::string_view again = ":again:";
    const std::size_t at = self.of.detail.find(again);
    if (at == std::string::npos) return;
    const std::string id = self.of.detail.substr(at + again.size());
    for (const Disclosure& entry : ui.caseload->disclosures(self.of.child))
        if (std::to_string(entry.id.value) == id) take_choices(self, entry.choices);
}

bool is_over(const Session& session, const Clock& clock) {
    return session.status != SessionStatus::planned ||
           (session.date == clock.today && session.start_min + session.length_min <= clock.minute);
}

}  // namespace

Place report_place(reports::Kind kind, ChildId child, SessionId session) {
    return {.screen = Screen::reports, .child = child, .session = session, .detail = std::string(reports::key(kind))};
}

Place day_report(Date day) {
    Place place = report_place(reports::Kind::my_day);
    place.detail += ":" + iso(day);
    return place;
}

Place report_of(const Ui& ui, const Place& here, std::optional<Date> day) {
    const Session* session = ui.caseload->session(here.session);
    const Goal* goal = ui.caseload->goal(here.goal);
    const ChildId child = goal != nullptr ? goal->child : here.child;
    switch (here.screen) {
        case Screen::today:
            return day_report(day.value_or(ui.clock.today));
        case Screen::plan:
        case Screen::session:
        case Screen::note:
            if (session != nullptr) return report_place(reports::Kind::session_plan, session->child, session->id);
            break;
        case Screen::goal:
            if (child) return report_place(reports::Kind::data_sheet, child);
            break;
        case Screen::child:
        case Screen::progress:
            return report_place(reports::Kind::progress_report, child);
        default:
            break;
    }
    return {.screen = Screen::reports};
}

SessionId session_for_report(const Ui& ui, ChildId child) {
    const Session *next = nullptr, *last = nullptr;
    for (const Session& session : ui.caseload->sessions()) {
        if (child && !is_for(session, child)) continue;
        if (session.date >= ui.clock.today && !is_over(session, ui.clock)) {
            if (next == nullptr || next->blocks.empty()) next = &session;
            if (!next->blocks.empty()) break;  // the first with a plan, else the last that was looked at
        } else if (session.date <= ui.clock.today) {
            last = &session;
        }
    }
    if (next == nullptr) next = last;
    return next == nullptr ? SessionId{} : next->id;
}

void follow_report_place(ReportsScreen& self, Ui& ui) {
    const Place& here = ui.nav->here();
    if (!self.begun) begin_choices(self, ui);
    if (self.of == here) return;
    const bool by_name = here.detail.empty();  // by the rail: what was chosen before shows again
    if (by_name && self.of.screen == Screen::reports) {
        ui.nav->turn(self.of);
        ui.wake_in(0);
        return;
    }
    const Place before = std::exchange(self.of, by_name ? day_report(ui.clock.today) : here);
    self.kind = kind_named(self.of.detail).value_or(reports::Kind::my_day);
    if (const auto day = day_named(self.of.detail)) self.day = *day;
    if (before.child == self.of.child && before.session == self.of.session && before.detail == self.of.detail) return;
    // Save or Print was pressed for the report before.
    self.act = ReportAct::none;
    if (self.maker) self.maker->cancel();
    self.page = 0;
    self.whose = {};
    self.error.clear();
    take_choices_of_before(self, ui);
    // Who gets one report says nothing of the next.
    ui.drafts->drop(report_who_draft);
    ui.drafts->drop(report_why_draft);
    if (by_name) ui.nav->turn(self.of);
}

reports::Choices choices_of(const ReportsScreen& self, const Ui& ui) {
    reports::Choices all;
    all.kind = self.kind;
    all.paper = self.paper;
    all.initials_only = self.initials_only;
    all.grey = self.grey;
    if (reports::needs_session(self.kind)) {
        all.session = self.of.session;
        all.child = self.whose;
        all.name_others = self.name_others;
    }
    if (reports::needs_child(self.kind)) all.child = self.of.child;
    if (reports::needs_period(self.kind)) {
        all.from = self.from;
        all.to = self.to;
    }
    if (self.kind == reports::Kind::my_day) all.from = all.to = self.day;
    if (reports::has_audience(self.kind)) all.audience = self.audience;
    all.letterhead = ui.drafts->text(letterhead_draft, ui.caseload->recall(letterhead_kept));
    return all;
}

std::string_view lacks_of(const reports::Choices& choices, const Ui& ui) {
    if (reports::needs_child(choices.kind) && ui.caseload->child(choices.child) == nullptr)
        return "Choose the child it is about.";
    if (reports::needs_session(choices.kind) && ui.caseload->session(choices.session) == nullptr)
        return "Choose the session it is about.";
    if (reports::needs_period(choices.kind) && choices.from > choices.to)
        return "The first day lies after the last. Choose an earlier one.";
    return {};
}

}  // namespace pegboard
