// The line of somebody who is not of the team yet: nothing is stored before it is added.
#include <array>

#include "app/settings/settings.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr std::string_view new_therapist = "new_therapist.", new_name = "new_therapist.name",
                           new_credentials = "new_therapist.credentials";

void stop_adding(SettingsScreen& self, Ui& ui) {
    self.adding_therapist = false;
    self.errors.erase(std::string(new_name));
    ui.drafts->drop_prefix(new_therapist);
}

}  // namespace

void begin_new_therapist(SettingsScreen& self, Ui& ui) {
    self.adding_therapist = true;
    self.new_discipline = 1;
    self.editing = {};
    ask_for(ui, new_name, {});
}

void draw_new_therapist(SettingsScreen& self, Ui& ui, Rect inside) {
    const Scope scope(ui, "New therapist");
    constexpr float row_h = 84;
    const auto refused = self.errors.find(std::string(new_name));
    const std::string_view error = refused == self.errors.end() ? std::string_view() : refused->second;
    form_field(ui, inside.cut_top(row_h), "Name", new_name, {.error = error});
    Rect row = inside.cut_top(row_h);
    form_field(ui, row.cut_left((row.w - 16) / 2, 16), "Credentials", new_credentials, {.hint = "OTR/L"});
    text(ui, row.pos(), "Discipline", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 2> labels{"OT", "PT"};
    segmented(ui, {row.x, row.y + metrics::field_label, std::min(row.w, 160.0F), 40}, "Discipline", labels,
              self.new_discipline);
    const std::string name = trimmed(ui.drafts->text(new_name));
    const bool entered = form_entered(ui, new_therapist);
    Rect foot = inside.cut_top(metrics::button);
    const ButtonLook look{.kind = ButtonKind::primary};
    const bool add = button(ui, foot.cut_left(button_width(ui, "Add to the team", look), 8), "Add to the team", look);
    if (button(ui, foot.pos(), "Cancel", {.kind = ButtonKind::ghost})) return stop_adding(self, ui);
    if (!add && !entered) return;
    if (name.empty()) return ask_for(ui, new_name, "Type the name.");
    const Therapist fresh{.id = mint<TherapistId>(),
                          .name = name,
                          .credentials = trimmed(ui.drafts->text(new_credentials)),
                          .discipline = self.new_discipline == 0 ? Discipline::ot : Discipline::pt,
                          .archived = false};
    ui.outbox->send(AddTherapist{fresh}, [screen = &self, drafts = ui.drafts](const Status& status) {
        screen->errors.erase(std::string(new_name));
        if (!status) {
            screen->errors[std::string(new_name)] = status.error().message;
            return;
        }
        screen->adding_therapist = false;
        drafts->drop_prefix(new_therapist);
    });
}

}  // namespace pegboard
