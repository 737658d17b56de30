#include "app/settings/discipline_change.h"

#include "app/parts/forms.h"
#include "app/parts/parts.h"

namespace pegboard {
namespace {

constexpr std::string_view discipline_dialog = "Discipline", credential_draft = "discipline_change.credentials";

std::string_view letters_of(Discipline discipline) { return discipline == Discipline::ot ? "OT" : "PT"; }

void send_change(Ui& ui, const Therapist& edited) {
    std::string words = edited.name + " is " + std::string(letters_of(edited.discipline)) + " now";
    ui.outbox->send(EditTherapist{edited}, [toasts = ui.toasts, words = std::move(words)](const Status& status) {
        toasts->tell(status, words);
    });
    ui.wake_in(0);
}

/// Who writes what from now on, and what stays as it is.
std::string what_changes(const Therapist& therapist, Discipline to) {
    const std::string now(letters_of(to)), before(letters_of(therapist.discipline));
    return therapist.name + " will write and sign " + now + " notes, and no " + before +
           " notes any more. Notes that are signed, services, sessions and goals stay as they are.";
}

}  // namespace

void change_discipline(DisciplineChange& self, Ui& ui, const Therapist& therapist, Discipline to) {
    self = {therapist.id, to};
    const bool sits_here = therapist.id == ui.caseload->practice().me;
    if (!sits_here && therapist.credentials.empty()) {
        Therapist edited = therapist;
        edited.discipline = to;
        return send_change(ui, edited);
    }
    ui.drafts->drop(credential_draft);
    open_dialog(ui, discipline_dialog);
}

void draw_discipline_question(DisciplineChange& self, Ui& ui) {
    const Therapist* therapist = ui.caseload->therapist(self.of);
    const std::string to(letters_of(self.to));
    const auto inside = begin_dialog(ui, discipline_dialog, "Change to " + to + "?", 480);
    if (!inside) return;
    Flow flow(*inside);
    if (therapist == nullptr) {
        text(ui, flow.row(20).pos(), "This therapist is no longer on the team.");
        if (end_dialog(ui, flow.bottom(), {"Close"}) >= 0) close_dialog(ui);
        return;
    }
    const Rect at = flow.row(20);
    flow.grew(at.y + text_wrapped(ui, at, what_changes(*therapist, self.to), {}));
    form_field(ui, flow.row(field_height(true, true)), "Credentials as " + to, credential_draft,
               {.hint = self.to == Discipline::ot ? "OTR/L" : "PT, DPT",
                .hint_below = "Signed with each note. Empty: the name alone."});
    const int pressed =
        end_dialog(ui, flow.bottom(), {"Change to " + to, "Stay " + std::string(letters_of(therapist->discipline))});
    if (pressed < 0) return;
    if (pressed == 0) {
        Therapist edited = *therapist;
        edited.discipline = self.to;
        edited.credentials = trimmed(draft_text(ui, credential_draft));
        send_change(ui, edited);
    }
    ui.drafts->drop(credential_draft);
    close_dialog(ui);
}

}  // namespace pegboard
