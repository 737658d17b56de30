// The card "This session" of the Plan screen: who is here and how they are today, minutes, place, things at hand,
// and every precaution in full. Each change is planned around at once where the planner chose the blocks.
#include <algorithm>
#include <array>

#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"

namespace pegboard {
namespace {

constexpr float icon_w = 30, gap = 12, mood_h = 32;
constexpr int minute_step = 5, least_min = 5, most_min = 240;

/// One line with an icon and wrapped words; returns its height.
float lay_line(Ui& ui, Rect at, const char* glyph, std::string_view words, float kept_right, bool drawing) {
    const float room = at.w - icon_w - kept_right;
    if (drawing) {
        icon_at(ui, at.pos(), glyph, 20, Role::ink_2);
        text_wrapped(ui, {at.x + icon_w, at.y, room, 400}, words);
    }
    return wrapped_height(ui, words, room);
}

Participant& part_of(Session& session, ChildId child) {
    for (Participant& each : session.participants)
        if (each.child == child) return each;
    return session.participants.emplace_back(Participant{.child = child});
}

void draw_mood(PlanScreen& self, Ui& ui, Rect rect, const PlanChild& who) {
    constexpr std::array<std::string_view, 3> moods{"Tired", "Usual", "Lively"};
    int mood = static_cast<int>(who.energy);
    const bool changed = segmented(ui, rect, "How is " + who.name + " today", moods, mood);
    if (!changed || !self.view.editable) return;
    Session edited = *self.view.session;
    part_of(edited, who.child->id).energy = static_cast<Energy>(mood);
    send_edit(self, ui, std::move(edited));
}

void draw_here(PlanScreen& self, Ui& ui, Vec right, const PlanChild& who) {
    const std::string_view words = who.present ? "Absent today" : "Here after all";
    const float width = link_width(ui, words);
    if (!self.view.editable) return;
    if (!link(ui, {right.x - width, right.y}, words, std::string(words) + ": " + who.name)) return;
    Session edited = *self.view.session;
    Participant& part = part_of(edited, who.child->id);
    part.attendance = who.present ? Attendance::absent : Attendance::expected;
    send_edit(self, ui, std::move(edited), who.name + (who.present ? " is absent today" : " is here today"));
}

/// "How is Mateo today?", or everyone of a group with who is here; returns the lowest y.
float lay_people(PlanScreen& self, Ui& ui, Rect inside, bool drawing) {
    float y = inside.y;
    const bool alone = self.view.children.size() == 1;
    if (drawing)
        text(ui, {inside.x, y},
             alone ? "How is " + self.view.children.front().name + " today?" : std::string("Who is here today?"),
             {.type = Type::caption, .role = Role::ink_2});
    y += 20;
    for (const PlanChild& who : self.view.children) {
        if (!alone) {
            const float room = inside.w - link_width(ui, "Here after all") - metrics::s;
            if (drawing) {
                text(ui, {inside.x, y + 2}, who.present ? who.name : who.name + ", absent",
                     {.type = Type::label, .role = who.present ? Role::ink : Role::ink_3, .max_w = room});
                draw_here(self, ui, {inside.right(), y}, who);
            }
            y += 26;
        }
        if (!who.present) continue;
        if (drawing) draw_mood(self, ui, {inside.x, y, inside.w, mood_h}, who);
        y += mood_h + gap;
    }
    return y + metrics::xs;
}

std::string say_who(const PlanView& view) {
    const std::size_t count = view.children.size();
    return count < 2 ? "One child comes" : std::to_string(count) + " children come";
}

/// A line with a link at its right end while the session can be changed; true when it was pressed.
bool lay_linked(PlanScreen& self, Ui& ui, Rect& at, const char* glyph, const std::string& words,
                std::string_view link_words, std::string_view name, bool drawing) {
    const float link_w = self.view.editable ? link_width(ui, link_words) + metrics::s : 0.0F;
    const bool pressed =
        drawing && self.view.editable && link(ui, {at.right() - link_w + metrics::s, at.y - 2}, link_words, name);
    at.y += lay_line(ui, at, glyph, words, link_w, drawing) + gap;
    return pressed;
}

void draw_length(PlanScreen& self, Ui& ui, Rect line) {
    const int minutes = self.view.session->length_min;
    const auto step = [&](float x, const char* glyph, std::string_view name, int to) {
        const IconButtonLook look{.size = metrics::button_small, .enabled = to >= least_min && to <= most_min};
        if (!icon_button(ui, {x, line.y - 6}, glyph, name, look)) return;
        Session edited = *self.view.session;
        edited.length_min = to;
        send_edit(self, ui, std::move(edited));
    };
    step(line.right() - 64, icon::minus, "Five minutes less for the session", minutes - minute_step);
    step(line.right() - 32, icon::plus, "Five minutes more for the session", minutes + minute_step);
}

std::string say_place(const PlanScreen& self, const Ui& ui) {
    const Session& session = *self.view.session;
    std::string words = self.view.facts.place.name;
    std::string spaces;
    const WorkPlace* place = ui.caseload->place(session.work_place);
    for (const Named& space : ui.library->spaces()) {
        const bool own = space.id == session.space;
        const bool offered = place != nullptr && std::ranges::count(place->spaces, space.id) > 0;
        if (own || offered) spaces += (spaces.empty() ? "" : ", ") + space.name;
    }
    if (words.empty() && spaces.empty()) return "No place named: counts as a room with a table";
    if (!spaces.empty()) words += (words.empty() ? "" : ": ") + spaces;
    return words;
}

std::string say_things(const PlanScreen& self, const Ui& ui) {
    const Session& session = *self.view.session;
    const WorkPlace* place = ui.caseload->place(session.work_place);
    const Bag* bag = ui.caseload->bag(session.bag);
    std::string words;
    if (place != nullptr && !place->items.empty())
        words =
            std::to_string(place->items.size()) + (place->items.size() == 1 ? " thing" : " things") + " at the place";
    if (bag != nullptr) words += (words.empty() ? "" : ", ") + std::to_string(bag->items.size()) + " in " + bag->name;
    if (words.empty()) words = "Anything of the library can be brought";
    if (!session.without.empty()) words += ", without " + std::to_string(session.without.size());
    return words;
}

Role role_of(BadgeKind kind) {
    return kind == BadgeKind::danger ? Role::danger : kind == BadgeKind::warn ? Role::warn : Role::ink_2;
}

/// Badges side by side; one that is too long for the card becomes a line of its own. Never cut.
float lay_precautions(PlanScreen& self, Ui& ui, Rect inside, bool drawing) {
    if (self.view.precautions.empty()) return inside.y;
    float y = inside.y;
    Wrap wrap(inside.x, y, inside.w, metrics::badge, 6);
    bool any = false;
    for (const BadgeWords& badge : self.view.precautions) {
        const float width = badge_words_width(ui, badge);
        if (width > inside.w) continue;
        const Vec at = wrap.place(width);
        if (drawing) draw_badge(ui, at, badge);
        any = true;
    }
    if (any) y = wrap.bottom() + metrics::s;
    for (const BadgeWords& badge : self.view.precautions) {
        if (badge_words_width(ui, badge) <= inside.w) continue;
        const float room = inside.w - 22;
        if (drawing) {
            icon_at(ui, {inside.x, y}, badge.icon, 16, role_of(badge.kind));
            text_wrapped(ui, {inside.x + 22, y, room, 200}, badge.words,
                         {.type = Type::caption_strong, .role = role_of(badge.kind)});
        }
        y += wrapped_height(ui, badge.words, room, Type::caption_strong) + 6;
    }
    return y + metrics::xs;
}

}  // namespace

float lay_session(PlanScreen& self, Ui& ui, Rect inside, bool drawing) {
    Rect at = inside;
    at.y = lay_precautions(self, ui, at, drawing);
    at.y = lay_people(self, ui, at, drawing);
    if (lay_linked(self, ui, at, icon::account_multiple, say_who(self.view), "Who comes", "Change who comes", drawing))
        open_who(self, ui);
    const float steppers = self.view.editable ? 68.0F : 0.0F;
    if (drawing && self.view.editable) draw_length(self, ui, at);
    at.y +=
        lay_line(ui, at, icon::clock, std::to_string(self.view.session->length_min) + " minutes", steppers, drawing) +
        gap;
    at.y += lay_line(ui, at, icon::map_marker, say_place(self, ui), 0, drawing) + gap;
    if (lay_linked(self, ui, at, icon::package_variant_closed, say_things(self, ui), "At hand",
                   "Change what is at hand", drawing))
        open_at_hand(self, ui);
    for (const std::string& line : self.view.care_lines) {
        const float room = at.w - 22;
        const float height = wrapped_height(ui, line, room, Type::caption);
        if (drawing) {
            icon_at(ui, at.pos(), icon::shield_outline, 16, Role::warn);
            text_wrapped(ui, {at.x + 22, at.y, room, 400}, line, {.type = Type::caption, .role = Role::ink_2});
        }
        at.y += height + 6;
    }
    return at.y;
}

}  // namespace pegboard
