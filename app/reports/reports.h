// Reports: what goes on paper. Left the kinds, in the middle the pages as they will be printed, right the choices,
// below them what to mind; at the foot who gets it and why, Save as PDF and Print. It refuses to keep a page anywhere
// but on screen and in the file that was asked for.
#pragma once
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/worker.h"
#include "app/ui.h"
#include "core/reports/reports.h"
#include "core/reports/whole/whole_record.h"

namespace pegboard {

/// The pages of the choices, made beside the frame.
struct ReportPreview {
    reports::Choices of;
    std::uint64_t revision = 0;
    Date today;
    bool asked = false;   ///< for these choices
    std::string problem;  ///< why there is no document
    bool read = false;    ///< `document` is the one of these choices
    std::shared_ptr<const reports::Document> document;
    std::vector<std::string> minded;  ///< to look over before it goes
    bool set = false;                 ///< `pages` are those of `document`; until then the ones before still show
    std::shared_ptr<const reports::Pages> pages;
    /// What is drawn in the textures: the page shown large and the small ones.
    struct Drawn {
        int page = -1;
        double scale = 0, small_scale = 0;  ///< pixels for a point
        bool operator==(const Drawn&) const = default;
    } drawn, wanted;
    std::unique_ptr<Worker> worker;
    // Of everything of one child, which takes its time:
    std::shared_ptr<reports::WholeRecord> reader;    ///< while the words of the sessions are read, some a frame
    std::shared_ptr<std::atomic<double>> share_set;  ///< how much of the pages is set
    bool stopped = false;                            ///< by the person who waited
    /// True while what is shown is not yet what was chosen.
    [[nodiscard]] bool at_work() const { return worker != nullptr && worker->busy(); }
};

enum class ReportAct { none, save, print };

/// A report that was saved or printed, of which it is not yet said who gets it.
struct ReportGone {
    std::vector<ChildId> children;
    std::string report, title;  ///< neither names anybody
    std::map<std::string, std::string> choices;
    ReportWay way = ReportWay::saved;
    DisclosureId id = {};  ///< minted once, so that keeping it twice is keeping it once
    std::string who, why;  ///< as far as it was typed for this report, never for another
};

struct ReportsScreen {
    Place of;  ///< followed already: its child, session and kind are the ones chosen
    reports::Kind kind = reports::Kind::my_day;
    ChildId whose;       ///< of a group's plan: for this child; none: for all
    Date day, from, to;  ///< unset until the screen is first drawn
    reports::Paper paper = reports::Paper::letter;
    reports::Audience audience = reports::Audience::family;
    bool begun = false, initials_only = false, grey = false, name_others = false;
    int page = 0;
    float zoom = 0;  ///< width of the page, of its own; 0: the whole page shows
    ReportPreview preview;
    ReportAct act = ReportAct::none;            ///< asked for; done as soon as the pages are those of the choices
    std::unique_ptr<Worker> maker;              ///< of the PDF
    bool no_printing = false, ask_who = false;  ///< dialogs to open
    std::optional<ReportGone> printing;         ///< the desktop's print dialog is open for it
    std::vector<ReportGone> gone;               ///< in order; the first is asked about
    DisclosureId asked_about;                   ///< whose words stand in the dialog
    std::string who_about;                      ///< the report the words at the foot were typed for
    std::string error;                          ///< of the dialog
    double drawn_s = 0;                         ///< when the screen was last in sight
};

void draw(ReportsScreen& self, Ui& ui);

/// Where the Print action leads from a place: the report of what is seen there. `day`: the one Today shows.
Place report_of(const Ui& ui, const Place& here, std::optional<Date> day);
/// A place of a report of this kind.
Place report_place(reports::Kind kind, ChildId child = {}, SessionId session = {});
/// My day on another day than today.
Place day_report(Date day);
/// The Print action while Reports is in sight.
void ask_to_print(ReportsScreen& self);
/// At a lock: the pages are overwritten, and what was being made ends. The choices stay.
void forget_pages(ReportsScreen& self, Ui& ui);
/// True while the pages in sight are still being made.
bool is_making_pages(const ReportsScreen& self);

}  // namespace pegboard
