// A document for a script: from the words of the command line to a PDF at the place that was named. It refuses what it
// does not understand in one sentence, and to write over a file that is no PDF.
#pragma once
#include "app/program/program.h"
#include "core/caseload.h"
#include "core/library/library.h"
#include "core/reports/reports.h"

namespace pegboard {

/// What the words say by themselves, before anything is opened. Errors: invalid.
Result<reports::Choices> read_wanted(const WantedReport& wanted);
/// Finds child and session, makes the document and writes it. Errors: invalid, missing, storage.
Status write_report(Caseload& caseload, const Library& library, reports::Choices choices, const WantedReport& wanted,
                    Date today);

}  // namespace pegboard
