// The invented caseload for the tests of documents on paper, and what the PDF tools say of a document.
#pragma once
#include <string>

#include "core/caseload.h"
#include "core/reports/reports.h"

namespace pegboard::test {

/// The day the invented caseload is about: 29 September 2026.
inline constexpr Date paper_day{20725};
/// Made once; nothing writes to it.
const Caseload& paper_caseload();
const Child& paper_child(const std::string& call);
/// Of the day: the child's own session, or the group's for an empty name.
const Session& paper_session(const std::string& call);
/// All that is chosen for a document of the kind about the child, the last four months.
reports::Choices paper_choices(reports::Kind kind, const std::string& call);
/// The document; the test fails where there is none.
reports::Document paper_document(const reports::Choices& choices);
std::string paper_pdf(const reports::Choices& choices);
/// What a program of the PDF tools prints: ask_pdf_tool("pdftotext -layout", pdf, "-").
std::string ask_pdf_tool(const std::string& tool, const std::string& pdf, const std::string& after = {});

}  // namespace pegboard::test
