// The parts of the Reports screen and what they share. Only app/reports includes it.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/reports/reports.h"
#include "app/widgets/widgets.h"

namespace pegboard {

/// Drafts of what is typed on the screen.
inline constexpr std::string_view report_who_draft = "report.who", report_why_draft = "report.why",
                                  asked_who_draft = "report.asked.who", asked_why_draft = "report.asked.why",
                                  letterhead_draft = "report.letterhead";
/// View state in the caseload.
inline constexpr std::string_view letterhead_kept = "report.letterhead", paper_kept = "report.paper";

// ---- report_place.cpp
/// Makes the choices follow the place and gives those that were never made their usual values.
void follow_report_place(ReportsScreen& self, Ui& ui);
/// All choices as they stand now.
reports::Choices choices_of(const ReportsScreen& self, const Ui& ui);
/// What is still to be chosen, in words; empty when a document can be made.
std::string_view lacks_of(const reports::Choices& choices, const Ui& ui);
/// The session whose plan is meant where none was named: the next one, else the last.
SessionId session_for_report(const Ui& ui, ChildId child);

// ---- report_choices.cpp
void draw_report_kinds(ReportsScreen& self, Ui& ui, Rect rect);
void draw_report_choices(ReportsScreen& self, Ui& ui, Rect rect);

// ---- report_preview.cpp
/// Has the pages made anew when the choices, the record or the day changed, and takes what is ready.
void follow_report_pages(ReportsScreen& self, Ui& ui);
void draw_report_pages(ReportsScreen& self, Ui& ui, Rect rect);
/// A document was read: its pages are made next. An error is told in place of pages.
void take_document(ReportsScreen& self, Ui& ui, Caseload& caseload, Result<reports::Document> made);

// ---- report_whole.cpp
/// Reads everything of one child, some sessions a frame, until it is all there or was chosen otherwise.
void read_whole_record(ReportsScreen& self, Ui& ui);
/// How far it is and a way to stop, or that it was stopped and a way to go on; nothing where nobody waits.
void draw_whole_record_work(ReportsScreen& self, Ui& ui, Rect room);
/// Makes it again from the beginning.
void begin_again(ReportsScreen& self, Ui& ui);

// ---- report_record.cpp
/// The children a report is about; none of my day.
std::vector<ChildId> children_of_report(const reports::Choices& choices, const Ui& ui);
/// "Progress report for the school, 1 Jul 2026 to 25 Sep 2026": nobody's name.
std::string title_of_report(const reports::Choices& choices, const Ui& ui);
/// The same with whom it is about: "Mateo García: Progress report for the school"; for the screen alone.
std::string say_gone(const ReportGone& gone, const Ui& ui);
/// The choices as they are kept in a child's list of who got what, and back.
std::map<std::string, std::string> kept_choices(const reports::Choices& choices);
void take_choices(ReportsScreen& self, const std::map<std::string, std::string>& kept);

// ---- report_out.cpp
/// Does what was asked for once the pages are there.
void run_report_act(ReportsScreen& self, Ui& ui);
void draw_report_foot(ReportsScreen& self, Ui& ui, Rect rect);

// ---- report_who.cpp
/// After a report was saved or printed: keeps who gets it, or asks.
void report_went(ReportsScreen& self, Ui& ui, ReportGone gone);
/// Dialogs: who gets it, no printing here, what was made before.
void draw_report_dialogs(ReportsScreen& self, Ui& ui);
void open_made_before(Ui& ui);

}  // namespace pegboard
