// The invented caseload in memory for the tests of documents on paper.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/reports/reports.h"

namespace pegboard::test {

/// The day the invented caseload is about.
inline constexpr Date paper_day{20725};
/// Made once; nothing writes to it.
const Caseload& paper_caseload();
/// A session of the day by its child's call name; the first one of more than one child for an empty name.
const Session& paper_session(const std::string& call);
const Child& paper_child(const std::string& call);
/// What `pdftotext -layout` reads in a PDF.
std::string read_pdf(const std::string& pdf);
/// What a program of the PDF tools says of a PDF: "pdffonts".
std::string ask_pdf_tool(const std::string& tool, const std::string& pdf);

}  // namespace pegboard::test
