#include "app/parts/add_child.h"

#include <algorithm>
#include <array>

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "core/rules/age.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {
constexpr std::string_view dialog_name = "Add child";
constexpr float dialog_w = 640;

std::string error_of(const AddChildState& self, const std::string& field_name) {
    const auto at = self.errors.find(field_name);
    return at == self.errors.end() ? std::string() : at->second;
}

/// The therapist who most likely serves: oneself, else the only one of that discipline.
TherapistId usual_therapist(const Caseload& caseload, Discipline discipline) {
    const Therapist* me = caseload.therapist(caseload.practice().me);
    if (me && me->discipline == discipline) return me->id;
    const TeamChoice team = team_choice(caseload, discipline);
    return team.ids.size() == 1 ? team.ids.front() : TherapistId{};
}

std::string draft_of(Discipline discipline, std::string_view what) {
    return "add_child." + std::string(key(discipline)) + "." + std::string(what);
}

/// Whether a discipline serves: as ticked, else one's own does.
bool serves(const Ui& ui, Discipline discipline) {
    const Therapist* me = ui.caseload->therapist(ui.caseload->practice().me);
    const bool own = me != nullptr && me->discipline == discipline;
    return draft_number(ui, draft_of(discipline, "on")).value_or(own ? 1 : 0) != 0;
}

Child typed_child(const Ui& ui) {
    Child child;
    child.first_name = draft_text(ui, "add_child.first_name");
    child.last_name = draft_text(ui, "add_child.last_name");
    child.preferred_name = draft_text(ui, "add_child.preferred_name");
    child.pronouns = draft_text(ui, "add_child.pronouns");
    child.school = draft_text(ui, "add_child.school");
    child.date_of_birth = form_date_value(ui, "add_child.date_of_birth").value_or(Date{});
    for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
        if (!serves(ui, discipline)) continue;
        Service service;
        service.id = mint<RowId>();
        service.discipline = discipline;
        service.minutes = static_cast<int>(draft_number(ui, draft_of(discipline, "minutes")).value_or(30));
        service.times = static_cast<int>(draft_number(ui, draft_of(discipline, "times")).value_or(1));
        service.therapist = usual_therapist(*ui.caseload, discipline);
        service.place = child.school;
        child.services.push_back(std::move(service));
    }
    return child;
}

const std::vector<ChildId>& find_alike(AddChildState& self, const Ui& ui) {
    std::string of;
    for (const std::string_view name : {"first_name", "last_name", "preferred_name", "date_of_birth"})
        of += draft_text(ui, "add_child." + std::string(name)) + "\n";
    auto& alike = self.alike;
    if (alike.of == of && alike.revision == ui.caseload->revision()) return alike.ids;
    alike.of = of;
    alike.revision = ui.caseload->revision();
    alike.ids.clear();
    const Child typed = typed_child(ui);
    if (typed.first_name.empty() || (typed.last_name.empty() && !form_date_value(ui, "add_child.date_of_birth")))
        return alike.ids;
    for (const Child* child : likely_duplicates(typed, ui.caseload->children())) alike.ids.push_back(child->id);
    return alike.ids;
}

void draw_alike(AddChildState& self, Ui& ui, Flow& flow) {
    // Its room is kept, and below what is typed in: nothing moves under a hand that goes on to the next field.
    constexpr float room = 64;
    const Rect at = flow.row(room);
    const auto& ids = find_alike(self, ui);
    const Child* other = ids.empty() ? nullptr : ui.caseload->child(ids.front());
    if (!other) return;
    std::string words = shown_name(ui, *other) + ", born " + say(other->date_of_birth) +
                        (other->archived ? ", is in the archive" : ", is already on the caseload") +
                        ". Is this the same child?";
    if (ids.size() > 1) words += " " + std::to_string(ids.size() - 1) + " more look alike.";
    const std::string open = "Open " + shown_name(ui, *other);
    float height = 0;
    if (banner(ui, at, BadgeKind::warn, words, {open}, &height) == 0) {
        ui.nav->go({.screen = Screen::child, .child = other->id});
        close_dialog(ui);
    }
    flow.grew(std::max(at.bottom(), at.y + height));
}

void draw_names(AddChildState& self, Ui& ui, Flow& flow) {
    const std::string first_error = error_of(self, "first_name"), last_error = error_of(self, "last_name");
    const auto names =
        flow.columns(field_height(true, !first_error.empty() || !last_error.empty()), std::array{1.0F, 1.0F});
    form_field(ui, names[0], "First name", "add_child.first_name", {.error = first_error});
    form_field(ui, names[1], "Last name", "add_child.last_name", {.error = last_error});
    const std::string birth_error = error_of(self, "date_of_birth");
    const auto birth = form_date_value(ui, "add_child.date_of_birth");
    std::string age = "First name and date of birth are enough to begin";
    if (birth && *birth <= ui.clock.today) age = say_age_long(age_months(*birth, ui.clock.today));
    const auto second = flow.columns(field_height(true, true), std::array{1.0F, 1.0F});
    form_date(ui, second[0], "Date of birth", "add_child.date_of_birth",
              {.hint = "29 Sep 2019", .error = birth_error, .hint_below = age});
    form_field(ui, second[1], "Preferred name", "add_child.preferred_name", {.hint = "What everyone says"});
    const auto third = flow.columns(field_height(), std::array{1.0F, 1.0F});
    form_field(ui, third[0], "Pronouns", "add_child.pronouns", {.hint = "she/her, he/him, they/them"});
    form_field(ui, third[1], "School or site", "add_child.school");
}

void draw_service(Ui& ui, Flow& flow, Discipline discipline) {
    const std::string title(words(discipline));
    bool on = serves(ui, discipline);
    const std::string minutes_draft = draft_of(discipline, "minutes.typed");
    const std::string times_draft = draft_of(discipline, "times.typed");
    const float field_h = field_height(true, true);  // the dialog keeps its height
    const auto cut = flow.columns(on ? field_h : metrics::chip, std::array{1.0F, 1.2F, 1.2F});
    if (checkbox(ui, {cut[0].x, cut[0].y + (on ? field_height() - 30.0F : metrics::chip - 26.0F)}, title, on))
        put_number(ui, draft_of(discipline, "on"), on ? 1 : 0);
    if (!on) return;
    const int minutes = static_cast<int>(draft_number(ui, draft_of(discipline, "minutes")).value_or(30));
    if (const auto typed = number_field(ui, cut[1], title + " minutes each time", minutes_draft, minutes, 5, 240, 5))
        put_number(ui, draft_of(discipline, "minutes"), *typed);
    const int times = static_cast<int>(draft_number(ui, draft_of(discipline, "times")).value_or(1));
    if (const auto typed = number_field(ui, cut[2], title + " times a week", times_draft, times, 1, 10))
        put_number(ui, draft_of(discipline, "times"), *typed);
}

void send(AddChildState& self, Ui& ui) {
    self.errors.clear();
    self.notice.clear();
    Child child = typed_child(ui);
    if (child.first_name.empty()) self.errors["first_name"] = "Type a first name";
    if (!form_date_value(ui, "add_child.date_of_birth"))
        self.errors["date_of_birth"] = "Type a date such as 29 Sep 2019";
    for (const Error& each : faults(child, ui.clock.today)) {
        const bool shown = each.field == "first_name" || each.field == "last_name" || each.field == "date_of_birth";
        if (shown)
            self.errors.try_emplace(each.field, each.message);
        else if (self.notice.empty())
            self.notice = each.message;
    }
    if (!self.errors.empty() || !self.notice.empty()) return refused_anew(ui);
    child.id = mint<ChildId>();
    const std::string said = "Added " + shown_name(ui, child);
    ui.outbox->send(AddChild{child}, [&self, id = child.id, said, nav = ui.nav, toasts = ui.toasts](const Status& s) {
        if (!s.ok()) {
            const std::string& at = s.error().field;
            const bool known = at == "first_name" || at == "last_name" || at == "date_of_birth";
            (known ? self.errors[at] : self.notice) = s.error().message;
            return;
        }
        self.done = true;
        toasts->show(said, true);
        nav->go({.screen = Screen::child, .child = id});
    });
}
}  // namespace

void open_add_child(Ui& ui) {
    if (ui.caseload) open_dialog(ui, dialog_name);
}

void draw_add_child(Ui& ui, AddChildState& self) {
    if (!ui.caseload) return;
    const auto inside = begin_dialog(ui, dialog_name, "Add child", dialog_w);
    if (!inside) {  // what was wrong with the one put away is not said of the next
        self.errors.clear();
        self.notice.clear();
        return;
    }
    Flow flow(*inside);
    draw_names(self, ui, flow);
    text(ui, {flow.x(), flow.row(24).y}, "Who serves", {.type = Type::section, .heading = true});
    draw_service(ui, flow, Discipline::ot);
    draw_service(ui, flow, Discipline::pt);
    draw_alike(self, ui, flow);
    if (!self.notice.empty()) {
        float height = 0;
        const Rect at = flow.row(48);
        banner(ui, at, BadgeKind::danger, self.notice, {}, &height);
        flow.grew(at.y + height);
    }
    const int pressed = end_dialog(ui, flow.bottom(), {"Add child", "Cancel"});
    if (pressed == 0) send(self, ui);
    if (pressed == 1 || self.done) {
        self = {};
        ui.drafts->drop_prefix("add_child.");
        close_dialog(ui);
    }
}

}  // namespace pegboard
