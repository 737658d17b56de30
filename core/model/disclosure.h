// What left the practice about a child on paper or as a file: which report, to whom and why. Written when a report was
// saved or printed and the therapist named who gets it; never the page itself.
#pragma once
#include <map>
#include <string>

#include "core/model/date.h"
#include "core/model/enums.h"
#include "core/model/ids.h"

namespace pegboard {

using DisclosureId = Id<struct DisclosureTag>;

struct Disclosure {
    DisclosureId id;
    ChildId child;
    std::string report;                          ///< kind of document: "progress_report"
    std::string title;                           ///< in words: "Progress report, 1 Jul to 25 Sep 2026"
    std::map<std::string, std::string> choices;  ///< what it was made with, to make it again
    std::string recipient;                       ///< who gets it
    std::string reason;                          ///< and why
    ReportWay way = ReportWay::saved;
    Date date;              ///< the day it was made
    std::string at_utc;     ///< the instant it was entered
    TherapistId therapist;  ///< who made it
    bool operator==(const Disclosure&) const = default;
};

}  // namespace pegboard
