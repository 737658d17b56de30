// Details of a child: guardians, diagnoses and services, as rows that can be added and removed.
#include <array>

#include "app/child/child_edit.h"

namespace pegboard {
namespace {
constexpr ButtonLook add_look{.kind = ButtonKind::tonal, .icon = icon::plus, .height = metrics::button_small};

/// A remove button at the right end of a row of fields; what it removes is in its name.
bool remove_button(Ui& ui, Rect column, const std::string& what) {
    return icon_button(ui, {column.x, column.y + metrics::field_label}, icon::delete_, "Remove " + what);
}

template <class Row>
void remove_row(ChildEdit& edit, const std::string& field_name, std::vector<Row> Child::* list, RowId id) {
    edit.send(field_name,
              [&](Child& next) { std::erase_if(next.*list, [&](const Row& row) { return row.id == id; }); });
}

/// A button that opens the small form of a new row with the cursor in its field `first`; true while it is open.
bool adding(ChildEdit& edit, Flow& flow, const std::string& what, std::string_view label, std::string_view first) {
    ChildScreen& screen = edit.screen();
    const bool open = screen.adding == what || edit.ui().drafts->has_prefix(edit.draft(what + ".new."));
    if (open) return true;
    if (button(edit.ui(), flow.row(metrics::button_small).pos(), label, add_look)) {
        screen.adding = what;
        ask_for(edit.ui(), edit.draft(what + ".new." + std::string(first)), {});
    }
    return false;
}

void close_form(ChildEdit& edit, const std::string& what) {
    edit.screen().adding.clear();
    edit.ui().drafts->drop_prefix(edit.draft(what + ".new."));
}

/// Add and Cancel below a new row, whose fields have drafts that begin with `prefix`: 1 added, by Enter too, 0
/// cancelled, -1 nothing pressed.
int form_buttons(Ui& ui, Flow& flow, std::string_view add_label, const std::string& prefix) {
    const Rect line = flow.row(metrics::button_small);
    const float width = button_width(ui, add_label, add_look);
    const bool pressed = button(ui, line.pos(), add_label, add_look);
    if ((pressed || form_entered(ui, prefix)) && form_ready(ui, prefix)) return 1;
    const ButtonLook cancel{.kind = ButtonKind::ghost, .height = metrics::button_small};
    if (button(ui, Vec{line.x + width + metrics::s, line.y}, "Cancel", cancel)) return 0;
    return -1;
}
}  // namespace

// ------------------------------------------------------------------ guardians
namespace {
void draw_guardian(ChildEdit& edit, Flow& flow, const Guardian& guardian) {
    const std::string row = "guardian." + std::to_string(guardian.id.value) + ".";
    const auto part = [&](Rect at, std::string_view label, std::string_view name, std::string Guardian::* member) {
        edit.row_text(at, label, row + std::string(name), guardian.*member,
                      [id = guardian.id, member](Child& child) -> std::string* {
                          Guardian* found = row_of(child.guardians, id);
                          return found ? &(found->*member) : nullptr;
                      });
    };
    const Scope scope(edit.ui(), guardian.name, guardian.id.value);
    const bool name_wrong = !edit.error(row + "name").empty(), mail_wrong = !edit.error(row + "email").empty();
    const auto first = flow.columns(field_height(true, name_wrong), std::array{1.2F, 1.0F});
    part(first[0], "Guardian's name", "name", &Guardian::name);
    part(first[1], "Relationship", "relationship", &Guardian::relationship);
    Rect second = flow.row(field_height(true, mail_wrong));
    const Rect remove = second.cut_right(metrics::button, metrics::s);
    const Rect phone = second.cut_left((second.w - metrics::l) * 0.42F, metrics::l);
    part(phone, "Phone", "phone", &Guardian::phone);
    part(second, "E-mail", "email", &Guardian::email);
    if (remove_button(edit.ui(), remove, guardian.name)) remove_row(edit, "guardians", &Child::guardians, guardian.id);
    divider(edit.ui(), {flow.x(), flow.y()}, flow.w());
    flow.space(metrics::m);
}

void draw_new_guardian(ChildEdit& edit, Flow& flow) {
    if (!adding(edit, flow, "guardian", "Add guardian", "name")) return;
    Ui& ui = edit.ui();
    const Scope scope(ui, "New guardian");
    const auto draft = [&](std::string_view name) { return edit.draft("guardian.new." + std::string(name)); };
    const auto first = flow.columns(field_height(true, !edit.error("guardian.new").empty()), std::array{1.2F, 1.0F});
    form_field(ui, first[0], "Guardian's name", draft("name"), {.error = edit.error("guardian.new")});
    form_field(ui, first[1], "Relationship", draft("relationship"), {.hint = "mother, foster father"});
    const auto second = flow.columns(field_height(), std::array{0.8F, 1.2F});
    form_field(ui, second[0], "Phone", draft("phone"));
    form_field(ui, second[1], "E-mail", draft("email"));
    const int pressed = form_buttons(ui, flow, "Add this guardian", draft(""));
    if (pressed == 1) {
        Guardian made{mint<RowId>(),
                      draft_text(ui, draft("name")),
                      draft_text(ui, draft("relationship")),
                      draft_text(ui, draft("phone")),
                      draft_text(ui, draft("email")),
                      {}};
        if (made.name.empty()) {
            edit.screen().errors["guardian.new"] = "Type a name";
            return ask_for(ui, draft("name"), "Type a name");
        }
        edit.screen().errors.erase("guardian.new");
        edit.send("guardians", [&](Child& next) { next.guardians.push_back(std::move(made)); });
    }
    if (pressed >= 0) close_form(edit, "guardian");
}
}  // namespace

float draw_guardians(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    for (const Guardian& guardian : edit.child().guardians) draw_guardian(edit, flow, guardian);
    draw_new_guardian(edit, flow);
    return flow.bottom();
}

// ------------------------------------------------------------------ diagnoses
namespace {
void draw_diagnosis(ChildEdit& edit, Flow& flow, const Diagnosis& diagnosis) {
    const std::string row = "diagnosis." + std::to_string(diagnosis.id.value) + ".";
    const auto part = [&](Rect at, std::string_view label, std::string_view name, std::string Diagnosis::* member) {
        edit.row_text(at, label, row + std::string(name), diagnosis.*member,
                      [id = diagnosis.id, member](Child& child) -> std::string* {
                          Diagnosis* found = row_of(child.diagnoses, id);
                          return found ? &(found->*member) : nullptr;
                      });
    };
    const Scope scope(edit.ui(), diagnosis.name, diagnosis.id.value);
    const bool wrong = !edit.error(row + "name").empty() || !edit.error(row + "icd10").empty();
    Rect line = flow.row(field_height(true, wrong));
    const Rect remove = line.cut_right(metrics::button, metrics::s);
    const Rect code = line.cut_right(130, metrics::l);
    part(line, "Name", "name", &Diagnosis::name);  // drawn from left to right, so that Tab goes that way
    part(code, "ICD-10 code", "icd10", &Diagnosis::icd10);
    if (remove_button(edit.ui(), remove, diagnosis.name))
        remove_row(edit, "diagnoses", &Child::diagnoses, diagnosis.id);
}
}  // namespace

float draw_diagnoses(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    Ui& ui = edit.ui();
    for (const Diagnosis& diagnosis : edit.child().diagnoses) draw_diagnosis(edit, flow, diagnosis);
    if (!adding(edit, flow, "diagnosis", "Add diagnosis", "name")) return flow.bottom();
    const Scope scope(ui, "New diagnosis");
    Rect line = flow.row(field_height(true, !edit.error("diagnosis.new").empty()));
    const std::string name = edit.draft("diagnosis.new.name"), code = edit.draft("diagnosis.new.icd10");
    const Rect code_at = line.cut_right(170, metrics::l);
    form_field(ui, line, "Name", name,
               {.hint = "As the family's doctor wrote it", .error = edit.error("diagnosis.new")});
    form_field(ui, code_at, "ICD-10 code (optional)", code, {.hint = "F82"});
    const int pressed = form_buttons(ui, flow, "Add this diagnosis", edit.draft("diagnosis.new."));
    if (pressed == 1) {
        Diagnosis made{mint<RowId>(), draft_text(ui, name), draft_text(ui, code)};
        if (made.name.empty()) {
            edit.screen().errors["diagnosis.new"] = "Type a name";
            ask_for(ui, name, "Type a name");
            return flow.bottom();
        }
        edit.screen().errors.erase("diagnosis.new");
        edit.send("diagnoses", [&](Child& next) { next.diagnoses.push_back(std::move(made)); });
    }
    if (pressed >= 0) close_form(edit, "diagnosis");
    return flow.bottom();
}

// ------------------------------------------------------------------ services
namespace {
void change_service(ChildEdit& edit, RowId id, const std::function<void(Service&)>& change) {
    edit.send("services", [&](Child& next) {
        if (Service* found = row_of(next.services, id)) change(*found);
    });
}

void draw_service_who(ChildEdit& edit, Flow& flow, const Service& service) {
    Ui& ui = edit.ui();
    const auto cut = flow.columns(field_height(), std::array{0.8F, 1.2F, 1.5F});
    int discipline = static_cast<int>(service.discipline);
    if (choice(ui, cut[0], "Discipline", words_of<Discipline>(), discipline))
        change_service(edit, service.id, [&](Service& next) { next.discipline = static_cast<Discipline>(discipline); });
    int mode = static_cast<int>(service.mode);
    if (choice(ui, cut[1], "How", words_of<ServiceMode>(), mode))
        change_service(edit, service.id, [&](Service& next) { next.mode = static_cast<ServiceMode>(mode); });
    const TeamChoice team = team_choice(*ui.caseload, service.discipline, "Not named", service.therapist);
    int who = std::max(0, team.index_of(service.therapist));
    if (choice(ui, cut[2], "Therapist", team.names, who))
        change_service(edit, service.id,
                       [&](Service& next) { next.therapist = team.ids[static_cast<std::size_t>(who)]; });
}

void draw_service_when(ChildEdit& edit, Flow& flow, const Service& service) {
    Ui& ui = edit.ui();
    const std::string row = "service." + std::to_string(service.id.value) + ".";
    const auto cut = flow.columns(field_height(), std::array{1.0F, 1.0F, 1.0F});
    if (const auto typed =
            number_field(ui, cut[0], "Minutes each time", edit.draft(row + "minutes"), service.minutes, 5, 240, 5))
        change_service(edit, service.id, [&](Service& next) { next.minutes = *typed; });
    if (const auto typed = number_field(ui, cut[1], "Times", edit.draft(row + "times"), service.times, 1, 30))
        change_service(edit, service.id, [&](Service& next) { next.times = *typed; });
    int per = static_cast<int>(service.per);
    if (choice(ui, cut[2], "Every", std::array<std::string, 2>{"Week", "Month"}, per))
        change_service(edit, service.id, [&](Service& next) { next.per = static_cast<ServicePer>(per); });
    const auto days = flow.columns(field_height(), std::array{1.0F, 1.0F});
    if (const auto typed =
            date_field(ui, days[0], "First day", edit.draft(row + "from"), service.from, {.hint = "Always"}))
        change_service(edit, service.id, [&](Service& next) { next.from = *typed; });
    if (const auto typed =
            date_field(ui, days[1], "Last day", edit.draft(row + "to"), service.to, {.hint = "Until it is changed"}))
        change_service(edit, service.id, [&](Service& next) { next.to = *typed; });
    Rect last = flow.row(field_height());
    const Rect remove = last.cut_right(metrics::button, metrics::s);
    edit.row_text(last, "Place", row + "place", service.place, [id = service.id](Child& child) -> std::string* {
        Service* found = row_of(child.services, id);
        return found ? &found->place : nullptr;
    });
    if (remove_button(ui, remove, std::string(words(service.discipline)) + " service"))
        remove_row(edit, "services", &Child::services, service.id);
}
}  // namespace

float draw_services(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    Ui& ui = edit.ui();
    int number = 0;
    for (const Service& service : edit.child().services) {
        const Scope scope(ui, "Service " + std::to_string(++number));
        draw_service_who(edit, flow, service);
        draw_service_when(edit, flow, service);
        divider(ui, {flow.x(), flow.y()}, flow.w());
        flow.space(metrics::m);
    }
    if (const std::string_view wrong = edit.error("services"); !wrong.empty()) {
        const Rect line = flow.row(20);
        icon_text(ui, line.pos(), icon::alert_circle_outline, wrong, Type::caption, Role::danger);
    }
    if (button(ui, flow.row(metrics::button_small).pos(), "Add service", add_look)) {
        const Therapist* me = ui.caseload->therapist(ui.caseload->practice().me);
        Service made;
        made.id = mint<RowId>();
        made.discipline = me ? me->discipline : Discipline::ot;
        made.therapist = me ? me->id : TherapistId{};
        made.place = edit.child().school;
        edit.send("services", [&](Child& next) { next.services.push_back(std::move(made)); });
    }
    return flow.bottom();
}

}  // namespace pegboard
