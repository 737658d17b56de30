// Everything of one child takes its time: it is read some sessions a frame and set on a worker, and whoever waits sees
// how far it is and can stop. Nothing is left half done: pages are there whole or not at all.
#include <algorithm>
#include <cmath>

#include "app/reports/report_parts.h"

namespace pegboard {
namespace {

constexpr std::size_t sessions_a_frame = 15;
constexpr float card_w = 420, card_pad = 20, bar_h = 8;

void read_more(ReportsScreen& self, Ui& ui, const std::shared_ptr<reports::WholeRecord>& reader) {
    ReportsScreen* screen = &self;
    Ui* view = &ui;
    ui.outbox->after_frame([screen, view, reader](Caseload& caseload) {
        ReportPreview& preview = screen->preview;
        if (preview.reader != reader || view->library == nullptr) return;  // chosen otherwise, or stopped
        if (view->nav->here().screen != Screen::reports) {  // who left does not wait for it: read again on coming back
            preview.reader.reset();
            preview.asked = false;
            return;
        }
        view->wake_in(0);
        const auto all = reader->read_some(sessions_a_frame);
        if (all.ok() && !all.value()) return read_more(*screen, *view, reader);
        preview.reader.reset();
        if (!all.ok()) return take_document(*screen, *view, caseload, all.error());
        take_document(*screen, *view, caseload,
                      reports::whole_record(caseload, *view->library, preview.of, view->clock.today, *reader));
    });
}

/// Whoever stops it wants no file of it either.
void stop(ReportsScreen& self, Ui& ui) {
    ReportPreview& preview = self.preview;
    self.act = ReportAct::none;
    if (self.maker) self.maker->cancel();
    preview.reader.reset();
    if (preview.worker) preview.worker->cancel();
    preview.stopped = true;
    ui.wake_in(0);
}

/// What is done now, and how much of it.
std::pair<std::string, float> say_work(const ReportPreview& preview) {
    if (preview.reader)
        return {"Reading session " + std::to_string(preview.reader->done()) + " of " +
                    std::to_string(preview.reader->all()),
                static_cast<float>(preview.reader->share())};
    const double share = preview.share_set ? preview.share_set->load() : 0;
    return {"Setting the pages, " + std::to_string(std::lround(share * 100)) + " % done", static_cast<float>(share)};
}

}  // namespace

void read_whole_record(ReportsScreen& self, Ui& ui) {
    self.preview.reader = std::make_shared<reports::WholeRecord>(*ui.caseload, self.preview.of);
    read_more(self, ui, self.preview.reader);
}

void begin_again(ReportsScreen& self, Ui& ui) {
    self.preview.stopped = self.preview.asked = false;
    ui.wake_in(0);
}

void draw_whole_record_work(ReportsScreen& self, Ui& ui, Rect room) {
    ReportPreview& preview = self.preview;
    if (preview.of.kind != reports::Kind::everything || !preview.asked || !preview.problem.empty()) return;
    if (!preview.stopped && preview.set) return;
    const float width = std::min(card_w, room.w - 2 * card_pad), height = 3 * card_pad + 20 + bar_h + metrics::button;
    const Rect at{room.x + (room.w - width) / 2, room.y + (room.h - height) / 2, width, height};
    const Scope scope(ui, "Making the pages");
    card(ui, at);
    Rect in = at.inset(card_pad, card_pad);
    const auto [words, share] = say_work(preview);
    text_in(ui, in.cut_top(20, card_pad / 2), preview.stopped ? "Stopped. No page was made." : words,
            {.type = Type::label});
    if (!preview.stopped) bar(ui, in.cut_top(bar_h, card_pad / 2), share);
    const std::string_view act = preview.stopped ? "Make the pages" : "Cancel";
    if (button(ui, in.cut_bottom(metrics::button).pos(), act, {})) {
        if (preview.stopped)
            begin_again(self, ui);
        else
            stop(self, ui);
    }
}

}  // namespace pegboard
