// The foot of the screen: who gets it and why, Save as PDF and Print. The PDF is made on a worker from the document
// that is shown and goes from memory to the file that was asked for, or to the desktop's print dialog.
#include <utility>

#include "app/base/services.h"
#include "app/parts/forms.h"
#include "app/reports/report_parts.h"
#include "app/widgets/fields/fields.h"

namespace pegboard {
namespace {

constexpr double look_soon_s = 1.0 / 60;
constexpr float who_from_w = 1180;  ///< narrower windows ask afterwards only

ReportGone gone_of(const reports::Choices& choices, const Ui& ui, ReportWay way) {
    ReportGone gone{children_of_report(choices, ui),
                    std::string(reports::key(choices.kind)),
                    title_of_report(choices, ui),
                    kept_choices(choices),
                    way,
                    mint<DisclosureId>(),
                    {},
                    {}};
    // What stands at the foot was typed for the report in sight.
    gone.who = draft_text(ui, report_who_draft);
    gone.why = draft_text(ui, report_why_draft);
    return gone;
}

void forget_foot(const Ui& ui) {
    ui.drafts->drop(report_who_draft);
    ui.drafts->drop(report_why_draft);
}

/// Words at the foot go when another report comes into sight: they were for the one before.
void follow_foot(ReportsScreen& self, const Ui& ui) {
    const reports::Choices& now = self.preview.of;
    std::string about = title_of_report(now, ui);
    for (const ChildId child : children_of_report(now, ui)) about += ":" + std::to_string(child.value);
    if (about == self.who_about) return;
    if (!self.who_about.empty()) forget_foot(ui);
    self.who_about = std::move(about);
}

void save_made(ReportsScreen& self, Ui& ui, const reports::Choices& choices, ReportGone gone, std::string pdf) {
    const ChildId child = gone.children.size() == 1 ? gone.children.front() : ChildId{};
    ui.services->save_pdf(reports::file_name(*ui.caseload, choices, ui.clock.today), std::move(pdf), child,
                          [screen = &self, view = &ui, gone = std::move(gone)](const Status& saved) {
                              if (saved) return report_went(*screen, *view, gone);
                              view->toasts->warn(saved.error().message);
                          });
}

void print_made(ReportsScreen& self, Ui& ui, const reports::Choices& choices, ReportGone gone, const std::string& pdf) {
    const ChildId child = gone.children.size() == 1 ? gone.children.front() : ChildId{};
    const bool shown = ui.services->print_pdf(
        std::string(reports::words(choices.kind)), pdf, child, [screen = &self, view = &ui, gone](PrintEnd how) {
            screen->printing.reset();
            if (how == PrintEnd::sent) return report_went(*screen, *view, gone);
            if (how == PrintEnd::failed)
                view->toasts->warn("The desktop could not print the pages. Save them as a PDF and print that file.");
        });
    if (shown)
        self.printing = std::move(gone);
    else
        self.no_printing = true;
}

void start_act(ReportsScreen& self, Ui& ui, ReportAct act) {
    if (!self.maker) self.maker = std::make_unique<Worker>();
    // Read now: until the pages are made another report may be in sight, with its own words at the foot.
    ReportGone goes = gone_of(self.preview.of, ui, act == ReportAct::save ? ReportWay::saved : ReportWay::printed);
    self.maker->start([screen = &self, view = &ui, act, document = self.preview.document,
                       pages = self.preview.set ? self.preview.pages : nullptr, choices = self.preview.of,
                       gone = std::move(goes)](const std::stop_token& stop) -> Worker::Delivery {
        const auto watch = [&](double) { return !stop.stop_requested(); };  // a lock waits for nothing
        auto made = std::make_shared<Result<std::string>>(
            reports::pdf_of(pages != nullptr ? *pages : reports::lay_out(*document, choices.paper, watch), watch));
        return [screen, view, act, choices, gone, made] {
            if (!*made) return view->toasts->warn(made->error().message);
            if (act == ReportAct::save)
                save_made(*screen, *view, choices, gone, made->take());
            else
                print_made(*screen, *view, choices, gone, made->take());
        };
    });
}

bool is_making_pdf(const ReportsScreen& self) { return self.maker != nullptr && self.maker->busy(); }

/// What is at the foot's left end; what is left of the room is cut from it.
void draw_who(ReportsScreen& self, Ui& ui, Rect rect) {
    if (!self.gone.empty()) {
        const std::string words = "Who gets it is not noted yet: " + say_gone(self.gone.front(), ui);
        std::string act = "Say who gets it";
        if (self.gone.size() > 1) act += " (" + std::to_string(self.gone.size()) + ")";
        icon_at(ui, {rect.x, rect.y + 10}, icon::alert_circle_outline, 20, Role::warn);
        const float act_w = link_width(ui, act);
        const float words_w = text(ui, {rect.x + 28, rect.y + 9}, words, {.max_w = rect.w - act_w - 48});
        if (link(ui, {rect.x + 28 + words_w + metrics::m, rect.y + 9}, act)) self.ask_who = true;
        return;
    }
    if (children_of_report(self.preview.of, ui).empty() || ui.caseload->read_only()) {
        icon_text(ui, {rect.x, rect.y + 11}, icon::lock_outline,
                  "It names children. Keep it as you keep their records.", Type::caption, Role::ink_2, rect.w);
        return;
    }
    if (ui.window.w < who_from_w) {
        icon_text(ui, {rect.x, rect.y + 11}, icon::lock_outline, "You are asked who gets it", Type::caption,
                  Role::ink_2, rect.w);
        return;
    }
    const auto put = [&](std::string_view words, std::string_view label, std::string_view draft, std::string_view hint,
                         float width) {
        const float words_w = text_width(ui, words, Type::label);
        text_in(ui, rect.cut_left(words_w, metrics::m), words, {.type = Type::label});
        form_field(ui, rect.cut_left(width, metrics::l), label, draft, {.hint = hint, .label_above = false});
    };
    put("Who gets it", "Who gets it", report_who_draft, "Name, or a school", 240);
    put("and why", "Why they get it", report_why_draft, "For a meeting", 200);
    if (rect.w < 120) return;
    icon_at(ui, {rect.x, rect.y + 11}, icon::lock_outline, 18);
    const std::string_view kept = "Kept in the child's list of who got what";
    const float h = wrapped_height(ui, kept, rect.w - 28, Type::caption);
    text_wrapped(ui, {rect.x + 26, rect.y + (rect.h - h) / 2, rect.w - 28, 0}, kept,
                 {.type = Type::caption, .role = Role::ink_2}, 2);
}

}  // namespace

void ask_to_print(ReportsScreen& self) { self.act = ReportAct::print; }

void run_report_act(ReportsScreen& self, Ui& ui) {
    constexpr double away_s = 3;
    if (ui.clock.time_s - std::exchange(self.drawn_s, ui.clock.time_s) > away_s) {  // who left wants nothing any more
        if (self.maker) self.maker->cancel();
        self.act = ReportAct::none;
    }
    if (self.maker) self.maker->deliver();
    if (is_making_pdf(self)) ui.wake_in(look_soon_s);
    if (self.act == ReportAct::none) return;
    const ReportPreview& preview = self.preview;
    const std::string_view lacks = lacks_of(preview.of, ui);
    const std::string why = !lacks.empty() ? std::string(lacks) : preview.problem;
    if (!why.empty()) {
        self.act = ReportAct::none;
        return ui.toasts->warn(why);
    }
    if (preview.stopped) begin_again(self, ui);  // whoever saves wants the pages after all
    if (!preview.read || is_making_pdf(self)) return ui.wake_in(look_soon_s);
    start_act(self, ui, std::exchange(self.act, ReportAct::none));
    ui.wake_in(look_soon_s);
}

void draw_report_foot(ReportsScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Foot of the page");
    fill(ui, rect, Role::surface);
    divider(ui, rect.pos(), rect.w);
    Rect row = rect.inset(metrics::page_pad, (rect.h - metrics::button) / 2);
    const ButtonLook print{.kind = ButtonKind::primary, .icon = icon::printer, .tooltip = "Ctrl P"};
    const Rect print_at = row.cut_right(button_width(ui, "Print...", print), metrics::m);
    const ButtonLook save{.icon = icon::download};
    const Rect save_at = row.cut_right(button_width(ui, "Save as PDF...", save), metrics::l);
    follow_foot(self, ui);
    draw_who(self, ui, row);  // drawn from left to right, so that Tab goes that way
    if (button(ui, save_at, "Save as PDF...", save)) self.act = ReportAct::save;
    if (button(ui, print_at, "Print...", print)) self.act = ReportAct::print;
}

}  // namespace pegboard
