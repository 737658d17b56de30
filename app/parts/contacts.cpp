#include "app/parts/contacts.h"

#include <algorithm>
#include <utility>

#include "app/base/machine_settings.h"
#include "app/base/services.h"
#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"
#include "core/rules/emergency.h"
#include "core/rules/precaution_answers.h"

namespace pegboard {
namespace {

constexpr std::string_view dialog_name = "Contacts";

/// One guardian: who they are, and the number in letters that can be read across a room.
float draw_guardian(Ui& ui, Rect rect, const Guardian& guardian) {
    std::string who = guardian.name.empty() ? "No name noted" : guardian.name;
    if (!guardian.relationship.empty()) who += ", " + guardian.relationship;
    float y = rect.y + text_wrapped(ui, rect, who, {.type = Type::label, .role = Role::ink_2}) + metrics::xs;
    icon_at(ui, {rect.x, y + 4}, icon::phone, 20, Role::primary);
    const std::string_view phone = guardian.phone.empty() ? "No phone noted" : std::string_view(guardian.phone);
    y += text_wrapped(ui, {rect.x + 32, y, rect.w - 32, 200}, phone,
                      {.type = Type::heading, .role = guardian.phone.empty() ? Role::ink_3 : Role::ink});
    if (!guardian.email.empty())
        y += text_wrapped(ui, {rect.x + 32, y, rect.w - 32, 40}, guardian.email, {.role = Role::ink_2});
    if (!guardian.note.empty())
        y += text_wrapped(ui, {rect.x + 32, y, rect.w - 32, 400}, guardian.note,
                          {.type = Type::caption, .role = Role::ink_2});
    return y;
}

/// The plan in its box, below it what else was typed with the precautions and belongs beside the phones.
float draw_rescue_plan(Ui& ui, Rect rect, const Child& child) {
    const std::vector<std::string> lines = rescue_lines(child, *ui.library), rest = beside_rescue(child, *ui.library);
    float bottom = rect.y;
    if (lines.empty()) {
        bottom += text_wrapped(ui, rect, "No rescue plan on file.", {.role = Role::ink_2});
    } else {
        const float inner = rect.w - 2 * metrics::l;
        float height = 28 + 2 * metrics::m - metrics::s;
        for (const std::string& line : lines) height += wrapped_height(ui, line, inner) + metrics::s;
        fill(ui, {rect.x, rect.y, rect.w, height}, Role::danger_tint, metrics::radius_large);
        icon_at(ui, {rect.x + metrics::l, rect.y + metrics::m + 2}, icon::alert, 20, Role::danger);
        text(ui, {rect.x + metrics::l + 28, rect.y + metrics::m + 2}, "Rescue plan",
             {.type = Type::button, .role = Role::danger, .heading = true});
        float y = rect.y + metrics::m + 28;
        for (const std::string& line : lines)
            y += text_wrapped(ui, {rect.x + metrics::l, y, inner, 2000}, line) + metrics::s;
        bottom += height;
    }
    if (rest.empty()) return bottom;
    text(ui, {rect.x, bottom + metrics::m}, "To know in an emergency", {.type = Type::button, .heading = true});
    bottom += metrics::m + 28;
    for (const std::string& line : rest) bottom += text_wrapped(ui, {rect.x, bottom, rect.w, 2000}, line) + metrics::xs;
    return bottom;
}

/// Rescue plan and guardians of one child; returns the lowest y.
float draw_child(Ui& ui, Rect rect, const Child& child, bool several) {
    float y = rect.y;
    if (several) {
        text(ui, {rect.x, y}, shown_name(ui, child), {.type = Type::section, .max_w = rect.w, .heading = true});
        y += 32;
    }
    y = draw_rescue_plan(ui, {rect.x, y, rect.w, 400}, child) + metrics::l;
    for (const Guardian& guardian : child.guardians) {
        divider(ui, {rect.x, y}, rect.w);
        y = draw_guardian(ui, {rect.x, y + metrics::m, rect.w, 400}, guardian) + metrics::m;
    }
    if (child.guardians.empty())
        y += text_wrapped(ui, {rect.x, y, rect.w, 200}, "No guardians noted. Add them on the child's page.",
                          {.role = Role::ink_2});
    return y;
}

}  // namespace

void open_contacts(Ui& ui, Contacts& self, ChildId child) {
    self = {};
    self.children = {child};
    ui.services->note(AccessKind::viewed, child, "contacts");
    open_dialog(ui, dialog_name);
}

void open_contacts(Ui& ui, Contacts& self, const Session& session) {
    self = {};
    for (const Child* child : present_of(*ui.caseload, session)) self.children.push_back(child->id);
    for (const Child* child : children_of(*ui.caseload, session))
        if (std::ranges::find(self.children, child->id) == self.children.end()) self.children.push_back(child->id);
    for (const ChildId child : self.children) ui.services->note(AccessKind::viewed, child, "contacts");
    open_dialog(ui, dialog_name);
}

void open_rescue_plans(Ui& ui, Contacts& self, const Session& session, ChildId first, std::string where) {
    open_contacts(ui, self, session);
    if (const auto found = std::ranges::find(self.children, first); found != self.children.end())
        std::rotate(self.children.begin(), found, found + 1);
    self.since_s = ui.clock.time_s;
    self.where = std::move(where);
    self.opened = say_time(ui.clock.minute);
}

namespace {

/// In a running session, above the plans: how long ago it began, whom to call, and where.
float draw_emergency(const Contacts& self, Ui& ui, Rect in) {
    const auto passed = static_cast<std::int64_t>(std::max(0.0, ui.clock.time_s - self.since_s));
    const std::string rest = std::to_string(passed % 60);
    const std::string clock = std::to_string(passed / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
    text(ui, in.pos(), clock, {.type = Type::tally, .role = Role::danger});
    text(ui, {in.x + 140, in.y + 4}, "Opened at " + self.opened, {.type = Type::label, .max_w = in.w - 140});
    text(ui, {in.x + 140, in.y + 24}, "Note what you see, and when.", {.role = Role::ink_2, .max_w = in.w - 140});
    float y = in.y + 56;
    fill(ui, {in.x, y, in.w, 52}, Role::danger_tint, metrics::radius_large);
    icon_at(ui, {in.x + metrics::l, y + 14}, icon::phone, 24, Role::danger);
    const std::string number = emergency_number(ui.caseload->practice(), system_region());
    const std::string call = number.empty() ? "Call your local emergency number" : "Emergency number: " + number;
    text(ui, {in.x + 52, y + 12}, call, {.type = Type::heading, .role = Role::danger, .max_w = in.w - 64});
    y += 52 + metrics::s;
    if (!self.where.empty()) {
        icon_at(ui, {in.x, y}, icon::map_marker, 20, Role::ink_2);
        y += text_wrapped(ui, {in.x + 28, y, in.w - 28, 0}, "You are at: " + self.where) + metrics::s;
    }
    ui.wake_in(1);
    return y + metrics::s;
}

}  // namespace

float draw_emergency_number_card(Ui& ui, Rect at) {
    const Scope scope(ui, "Emergency");
    at.h = 60 + field_height(true, true);
    card(ui, at);
    Rect inside = at.inset(20, 16);
    text(ui, inside.cut_top(36).pos(), "In an emergency", {.type = Type::section, .heading = true});
    const Practice& practice = ui.caseload->practice();
    const std::string_view usual = usual_emergency_number(system_region());
    const std::string below = usual.empty() ? "Where this laptop is set to names no region: write the number here."
                                            : "Empty: " + std::string(usual) + ", usual in this laptop's region.";
    const auto typed =
        field(ui, {inside.x, inside.y, std::min(inside.w, 420.0F), field_height(true, true)}, "Emergency number",
              "practice.emergency_number", practice.emergency_number, {.hint = usual, .hint_below = below});
    if (typed) {
        Practice edited = practice;
        edited.emergency_number = trimmed(*typed);
        ui.outbox->send(EditPractice{edited});
    }
    return at.bottom();
}

void draw_contacts(Contacts& self, Ui& ui) {
    std::vector<const Child*> children;
    for (const ChildId id : self.children)
        if (const Child* child = ui.caseload->child(id)) children.push_back(child);
    if (children.empty()) return;
    const bool several = children.size() > 1;
    const bool running = self.since_s >= 0;
    const std::string what = running ? (several ? "Rescue plans and phones" : "Rescue plan and phones")
                                     : (several ? "Phones and rescue plans" : "Phones and rescue plan");
    const std::string title = several ? what : what + " for " + shown_call_name(ui, *children.front());
    const auto rect = begin_dialog(ui, dialog_name, title, 520);
    if (!rect) return;
    float y = rect->y;
    if (running) y = draw_emergency(self, ui, {rect->x, y, rect->w, 0});
    for (const Child* child : children) {
        if (child != children.front()) y += metrics::l;
        y = draw_child(ui, {rect->x, y, rect->w, 0}, *child, several);
    }
    if (running) {
        if (end_dialog(ui, y, {"Close"}, {.large = true}) == 0) close_dialog(ui);
        return;
    }
    const bool on_page = ui.nav->here().screen == Screen::child;
    const std::string other = on_page ? std::string("Edit details") : "Open " + shown_call_name(ui, *children.front());
    const int pressed = end_dialog(ui, y, {"Close", other});
    if (pressed < 0) return;
    close_dialog(ui);
    if (pressed == 1)
        ui.nav->go({.screen = Screen::child, .child = children.front()->id, .detail = on_page ? "details" : ""});
}

}  // namespace pegboard
