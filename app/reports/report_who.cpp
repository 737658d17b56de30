// Who gets it, and why: asked once a report about a child was saved or printed, and kept in the child's list. What
// stays with the therapist is not kept. Nothing is kept of a report that went nowhere.
#include <utility>

#include "app/parts/disclosures.h"
#include "app/parts/forms.h"
#include "app/reports/report_parts.h"

namespace pegboard {
namespace {

constexpr std::string_view who_dialog = "Who gets it, and why?", no_print_dialog = "No printing here",
                           before_dialog = "Reports made";
constexpr float dialog_w = 560;

bool is_said(const Ui& ui, std::string_view draft) { return !draft_text(ui, draft).empty(); }

Disclosure entry_of(const ReportGone& gone) {
    Disclosure entry;
    entry.id = gone.id;
    entry.report = gone.report;
    entry.title = gone.title;
    entry.choices = gone.choices;
    entry.way = gone.way;
    entry.recipient = gone.who;
    entry.reason = gone.why;
    return entry;
}

/// No longer among those of whom it is not said who gets it; the next one is asked about.
void settle(ReportsScreen& self, Ui& ui, DisclosureId id) {
    std::erase_if(self.gone, [&](const ReportGone& each) { return each.id == id; });
    self.error.clear();
    self.asked_about = {};
    ui.drafts->drop(asked_who_draft);
    ui.drafts->drop(asked_why_draft);
    self.ask_who = !self.gone.empty();
    ui.wake_in(0);
}

void keep_who(ReportsScreen& self, Ui& ui, const ReportGone& gone) {
    const auto heard = [screen = &self, view = &ui, way = gone.way, id = gone.id](const Status& status) {
        view->wake_in(0);
        screen->error = status ? std::string() : status.error().message;
        if (!status) {
            screen->ask_who = status.error().kind != ErrorKind::storage;
            return;
        }
        settle(*screen, *view, id);
        view->toasts->show(way == ReportWay::saved ? "Saved. Who gets it is kept in the child's list."
                                                   : "Printed. Who gets it is kept in the child's list.",
                           true);
    };
    ui.outbox->send(RecordDisclosure{gone.children, entry_of(gone)}, heard);
}

/// Words that are often right, to press instead of typing.
void draw_suggestions(Ui& ui, Flow& flow, const std::vector<std::string>& all, std::string_view draft) {
    Wrap wrap(flow.x(), flow.y(), flow.w(), metrics::chip);
    const std::string now = draft_text(ui, draft);
    for (const std::string& words : all) {
        const ChipLook look{.selected = now == words};
        if (chip(ui, wrap.place(chip_width(ui, words, look)), words, look)) ui.drafts->set(draft, words);
    }
    if (!all.empty()) flow.row(wrap.bottom() - flow.y());
}

/// The child's people and school; of several children nobody is meant.
std::vector<std::string> people_of(const Ui& ui, const ReportGone& gone) {
    std::vector<std::string> all;
    const Child* child = gone.children.size() == 1 ? ui.caseload->child(gone.children.front()) : nullptr;
    if (child == nullptr) return all;
    for (const Guardian& guardian : child->guardians)
        if (all.size() < 3 && !guardian.name.empty())
            all.push_back(guardian.name +
                          (guardian.relationship.empty() ? std::string() : ", " + guardian.relationship));
    if (!child->school.empty()) all.push_back(child->school);
    return all;
}

std::vector<std::string> reasons_for(const ReportGone& gone) {
    const bool plan = gone.report == reports::key(reports::Kind::session_plan) ||
                      gone.report == reports::key(reports::Kind::data_sheet);
    if (plan) return {"To work from", "To practice at home", "For the classroom"};
    return {"For a meeting", "Asked for by the family", "For the doctor", "For funding"};
}

/// The dialog's fields hold the words of the report that is asked about, and of no other.
void take_words(ReportsScreen& self, Ui& ui, ReportGone& gone) {
    if (self.asked_about == gone.id) {
        gone.who = draft_text(ui, asked_who_draft);
        gone.why = draft_text(ui, asked_why_draft);
        return;
    }
    self.asked_about = gone.id;
    for (const auto& [draft, words] : {std::pair(asked_who_draft, gone.who), std::pair(asked_why_draft, gone.why)})
        if (words.empty())
            ui.drafts->drop(draft);
        else
            ui.drafts->set(draft, words);
}

void draw_who_fields(ReportsScreen& self, Ui& ui, Flow& flow, const ReportGone& gone) {
    const std::string said = say_gone(gone, ui) + (gone.way == ReportWay::saved ? " was saved." : " was printed.");
    flow.row(text_wrapped(ui, {flow.x(), flow.y(), flow.w(), 0}, said, {.role = Role::ink_2}));
    form_field(ui, flow.row(field_height(true, line_below(ui, asked_who_draft))), "Who gets it", asked_who_draft,
               {.hint = "Name, or a school"});
    draw_suggestions(ui, flow, people_of(ui, gone), asked_who_draft);
    form_field(ui, flow.row(field_height(true, line_below(ui, asked_why_draft))), "And why", asked_why_draft,
               {.hint = "For a meeting"});
    draw_suggestions(ui, flow, reasons_for(gone), asked_why_draft);
    if (self.error.empty()) return;
    float height = 0;
    const Rect at = flow.row(48);
    banner(ui, at, BadgeKind::danger, self.error, {}, &height);
    flow.grew(at.y + height);
}

void draw_who_dialog(ReportsScreen& self, Ui& ui) {
    if (std::exchange(self.ask_who, false) && !self.gone.empty()) open_dialog(ui, who_dialog);
    const auto rect = begin_dialog(ui, who_dialog, who_dialog, dialog_w);
    if (!rect) {
        self.asked_about = {};
        return;
    }
    if (self.gone.empty()) {
        end_dialog(ui, rect->y, {"Close"});
        return close_dialog(ui);
    }
    ReportGone& gone = self.gone.front();
    take_words(self, ui, gone);
    Flow flow(*rect);
    draw_who_fields(self, ui, flow, gone);
    FootLook look;
    if (!is_said(ui, asked_who_draft)) {
        look.lacks = "Say who gets it.";
        look.lacks_at = asked_who_draft;
    } else if (!is_said(ui, asked_why_draft)) {
        look.lacks = "Say why they get it.";
        look.lacks_at = asked_why_draft;
    }
    const int pressed = end_dialog(ui, flow.bottom(), {"Keep in the list", "It stays with me"}, look);
    if (pressed < 0) return;
    take_words(self, ui, gone);
    close_dialog(ui);
    if (pressed == 0) return keep_who(self, ui, gone);
    settle(self, ui, gone.id);
}

void draw_no_print_dialog(ReportsScreen& self, Ui& ui) {
    if (std::exchange(self.no_printing, false)) open_dialog(ui, no_print_dialog);
    const auto rect = begin_dialog(ui, no_print_dialog, "Printing does not work from here", 480);
    if (!rect) return;
    const float h =
        text_wrapped(ui, *rect,
                     "This desktop has no print dialog for programs. Save the pages as a PDF and print that "
                     "file.");
    const int pressed = end_dialog(ui, rect->y + h, {"Save as PDF", "Cancel"});
    if (pressed < 0) return;
    close_dialog(ui);
    if (pressed == 0) self.act = ReportAct::save;
    ui.wake_in(0);
}

void draw_before_dialog(const ReportsScreen& self, Ui& ui) {
    const auto rect = begin_dialog(ui, before_dialog, "Reports made and who got them", dialog_w);
    if (!rect) return;
    const std::vector<ChildId> about = children_of_report(self.preview.of, ui);
    std::optional<Place> again;
    float y = rect->y;
    for (const ChildId id : about) {
        const Child* child = ui.caseload->child(id);
        if (child == nullptr) continue;
        text(ui, {rect->x, y}, shown_name(ui, *child), {.type = Type::section, .max_w = rect->w, .heading = true});
        y = draw_disclosures(ui, {rect->x, y + 30, rect->w, 0}, id, again) + metrics::l;
    }
    if (about.empty())
        y += text_wrapped(ui, *rect, "Choose a child, and what was made of that child is listed here.",
                          {.role = Role::ink_2});
    const int pressed = end_dialog(ui, y, {"Close"});
    if (again) ui.nav->turn(*again);
    if (again || pressed >= 0) close_dialog(ui);
}

}  // namespace

void report_went(ReportsScreen& self, Ui& ui, ReportGone gone) {
    ui.wake_in(0);
    const bool saved = gone.way == ReportWay::saved;
    if (ui.caseload == nullptr && !gone.children.empty()) {  // it ended behind the lock: asked about after it
        self.gone.push_back(std::move(gone));
        return;
    }
    if (gone.children.empty() || ui.caseload == nullptr || ui.caseload->read_only())
        return ui.toasts->show(saved ? "Saved" : "Sent to the printer");
    // They went with this report; the next one has its own.
    if (gone.who == draft_text(ui, report_who_draft)) ui.drafts->drop(report_who_draft);
    if (gone.why == draft_text(ui, report_why_draft)) ui.drafts->drop(report_why_draft);
    self.gone.push_back(std::move(gone));
    const ReportGone& last = self.gone.back();
    if (!last.who.empty() && !last.why.empty())
        keep_who(self, ui, last);
    else
        self.ask_who = true;
}

void open_made_before(Ui& ui) { open_dialog(ui, before_dialog); }

void draw_report_dialogs(ReportsScreen& self, Ui& ui) {
    draw_who_dialog(self, ui);
    draw_no_print_dialog(self, ui);
    draw_before_dialog(self, ui);
}

}  // namespace pegboard
