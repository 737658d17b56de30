// Dialogs of the Child screen: phones and rescue plan, discharge, erasing the record for good.
#include <algorithm>

#include "app/child/child.h"
#include "app/parts/forms.h"

namespace pegboard {
namespace {
constexpr std::string_view discharge = "Discharge", erase = "Erase for good";

void draw_error(const ChildScreen& self, Ui& ui, Flow& flow) {
    if (self.dialog_error.empty()) return;
    float height = 0;
    const Rect at = flow.row(48);
    banner(ui, at, BadgeKind::danger, self.dialog_error, {}, &height);
    flow.grew(at.y + height);
}

void finish(ChildScreen& self, Ui& ui) {
    self.dialog_done = false;
    self.dialog_error.clear();
    self.typed_name.clear();
    ui.drafts->drop_prefix("discharge.");
    close_dialog(ui);
}

void send_discharge(ChildScreen& self, Ui& ui, const Child& child, int reason) {
    const auto date = form_date_value(ui, "discharge.date");
    if (!date) return ask_for(ui, "discharge.date", "Type the date of discharge, such as 29 Sep.");
    Discharge made{*date, static_cast<DischargeReason>(reason), draft_text(ui, "discharge.note")};
    ui.outbox->send(
        DischargeChild{child.id, std::move(made)},
        [&self, toasts = ui.toasts,
         words = self.view.call + (*date > ui.clock.today ? " will be discharged on " + say_day(*date)
                                                          : std::string(" is discharged"))](const Status& status) {
            self.dialog_done = status.ok();
            self.dialog_error = status.ok() ? std::string() : status.error().message;
            if (status.ok()) toasts->show(words, true);
        });
}

/// What goes with the discharge: sessions planned after its day.
std::string say_taken_out(const Ui& ui, const Child& child) {
    const auto date = form_date_value(ui, "discharge.date");
    if (!date) return {};
    const auto after = [&](const Session& session) {
        return session.status == SessionStatus::planned && session.date > *date && is_for(session, child.id);
    };
    const auto count = std::ranges::count_if(ui.caseload->sessions(), after);
    if (count == 0) return {};
    return count == 1 ? "1 session planned after that day is taken out."
                      : std::to_string(count) + " sessions planned after that day are taken out.";
}

void draw_discharge(ChildScreen& self, Ui& ui, const Child& child) {
    const auto inside = begin_dialog(ui, discharge, "Discharge " + self.view.name + "?", 480);
    if (!inside) return;
    Flow flow(*inside);
    text_wrapped(
        ui, flow.row(40),
        "The record stays, and goals are left as they are. From that day on the child is off the working list.",
        {.role = Role::ink_2});
    form_date(ui, flow.row(field_height(true, true)), "Date of discharge", "discharge.date", {.hint = "29 Sep"});
    if (const std::string words = say_taken_out(ui, child); !words.empty()) {
        const Rect at = flow.row(20);
        flow.grew(at.y + text_wrapped(ui, at, words, {.type = Type::label}));
    }
    const std::vector<std::string> reasons = words_of<DischargeReason>();
    int reason = draft_index(ui, "discharge.reason", static_cast<int>(reasons.size()), 0);
    if (choice(ui, flow.row(field_height()), "Reason", reasons, reason)) put_number(ui, "discharge.reason", reason);
    form_note(ui, flow.row(120), "Note", "discharge.note", {.hint = "Where to next, and how the family can come back"});
    draw_error(self, ui, flow);
    const int pressed = end_dialog(ui, flow.bottom(), {"Discharge", "Cancel"});
    if (pressed == 0) send_discharge(self, ui, child, reason);
    if (pressed == 1 || self.dialog_done) finish(self, ui);
}

void send_erase(ChildScreen& self, Ui& ui, const Child& child) {
    ui.outbox->send(EraseChild{child.id}, [&self, nav = ui.nav, toasts = ui.toasts](const Status& status) {
        self.dialog_done = status.ok();
        self.dialog_error = status.ok() ? std::string() : status.error().message;
        if (!status.ok()) return;
        toasts->show("The record was erased for good");
        nav->go({.screen = Screen::caseload});
    });
}

void draw_erase(ChildScreen& self, Ui& ui, const Child& child) {
    const std::string name = full_name(child);
    const auto inside = begin_dialog(ui, erase, "Erase " + name + " for good?", 520);
    if (!inside) return;
    Flow flow(*inside);
    const std::string words = "The record of " + name +
                              " goes, with goals, plans and sessions, and its words leave the history. This cannot be "
                              "undone. Kept backups still hold the record until newer ones take their place, after "
                              "about a year at most. To keep the record out of the way, use Archive instead.";
    text_wrapped(ui, flow.row(wrapped_height(ui, words, flow.w())), words, {.role = Role::ink_2});
    live_field(ui, flow.row(field_height()), "Type the child's name to go on", self.typed_name, {.hint = name});
    draw_error(self, ui, flow);
    const bool same = fold(trimmed(self.typed_name)) == fold(name);
    const FootLook foot{.danger = true,
                        .lacks = same ? std::string_view() : "Type the whole name first, as it stands above.",
                        .lacks_at = "Type the child's name to go on"};
    const int pressed = end_dialog(ui, flow.bottom(), {"Erase for good", "Keep the record"}, foot);
    if (pressed == 0 && same) send_erase(self, ui, child);
    if (pressed == 1 || self.dialog_done) finish(self, ui);
}
}  // namespace

void open_discharge(Ui& ui, const Child& child) {
    if (draft_number(ui, "discharge.child") != child.id.value) {
        ui.drafts->drop_prefix("discharge.");
        put_number(ui, "discharge.child", child.id.value);
        ui.drafts->set("discharge.date", say(ui.clock.today));
    }
    open_dialog(ui, discharge);
}

void open_erase(ChildScreen& self, Ui& ui) {
    self.typed_name.clear();
    open_dialog(ui, erase);
}

void draw_child_dialogs(ChildScreen& self, Ui& ui, const Child& child) {
    draw_contacts(self.contacts, ui);
    draw_discharge(self, ui, child);
    draw_erase(self, ui, child);
}

}  // namespace pegboard
