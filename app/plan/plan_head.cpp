// The head of the Plan screen: what can be done with the plan, this session's facts in one line, and in one strip what
// to take care of. Nothing in the strip is cut or scrolled: it grows, and the columns below move down.
#include <algorithm>
#include <array>

#include "app/actions/actions.h"
#include "app/parts/close_session.h"
#include "app/parts/contacts.h"
#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"
#include "core/rules/precaution_answers.h"

namespace pegboard {
namespace {

constexpr std::string_view session_menu = "More for this session", mood_menu = "Mood today";
constexpr float words_x = 64, title_h = 32, line_h = 24, fact_gap = 25, fact_icon = 22, chevron = 20;
constexpr float strip_pad = 8, strip_gap = 6, face = 24, least_room = 320;
constexpr int minute_step = 5, least_min = 5, most_min = 240;

void clear_plan(PlanScreen& self, Ui& ui) {
    Session edited = *self.view.session;
    edited.blocks.clear();
    edited.swapped_out.clear();
    send_edit(self, ui, std::move(edited), "Plan cleared");
}

void set_length(PlanScreen& self, Ui& ui, int minutes) {
    Session edited = *self.view.session;
    edited.length_min = minutes;
    send_edit(self, ui, std::move(edited));
}

/// Where the head has no room for their buttons.
void draw_undo_items(Ui& ui) {
    const auto put = [&](const char* glyph, ActionId id, const UndoStep* step) {
        const ActionRow& row = action_row(id);
        const std::string keys = shortcut_words(row.shortcut.chord);
        const std::string name = std::string(row.label) + (step != nullptr ? ": " + step->label : "");
        if (menu_item(ui, name, {.icon = glyph, .shortcut = keys, .enabled = step != nullptr})) ui.actions->ask(id);
    };
    put(icon::undo_variant, ActionId::undo, ui.caseload->next_undo());
    put(icon::redo_variant, ActionId::redo, ui.caseload->next_redo());
    menu_divider(ui);
}

void draw_more_menu(PlanScreen& self, Ui& ui, Rect anchor) {
    if (!begin_menu(ui, session_menu, anchor, 260)) return;
    const bool editable = self.view.editable;
    const int minutes = self.view.session->length_min;
    if (ui.window.w < metrics::one_column_below_w) draw_undo_items(ui);
    if (menu_item(ui, "Use last plan", {.icon = icon::history, .enabled = editable && bool(self.view.last_plan)}))
        use_last_plan(self, ui);
    if (menu_item(ui, "Repeat weekly", {.icon = icon::autorenew, .enabled = editable}))
        open_repeat(ui, *self.view.session);
    if (menu_item(ui, "Change who comes", {.icon = icon::account_multiple, .enabled = editable})) open_who(self, ui);
    if (menu_item(ui, "Five minutes less for the session",
                  {.icon = icon::minus, .enabled = editable && minutes > least_min}))
        set_length(self, ui, std::max(least_min, minutes - minute_step));
    if (menu_item(ui, "Five minutes more for the session",
                  {.icon = icon::plus, .enabled = editable && minutes < most_min}))
        set_length(self, ui, std::min(most_min, minutes + minute_step));
    if (menu_item(ui, "Print the plan", {.icon = icon::printer, .shortcut = "Ctrl P"}))
        ui.actions->ask(ActionId::print);
    const Session& session = *self.view.session;
    if (session.status == SessionStatus::planned && session.date <= ui.clock.today && !is_running(session)) {
        menu_divider(ui);
        if (menu_item(ui, "Completed", {.icon = icon::check})) open_hold(ui, session.id);
        if (menu_item(ui, "Missed", {.icon = icon::close})) open_miss(ui, session.id);
    }
    menu_divider(ui);
    const bool full = editable && !self.view.session->blocks.empty();
    if (menu_item(ui, "Clear", {.icon = icon::delete_, .enabled = full})) clear_plan(self, ui);
    end_menu(ui);
}

/// Buttons at the right end of the head; returns their left edge.
float draw_acts(PlanScreen& self, Ui& ui, Rect head) {
    const float y = head.y + 8;
    float x = head.right() - metrics::button;
    if (icon_button(ui, {x, y}, icon::dots_horizontal, "More for this session", {.bordered = true}))
        open_menu(ui, session_menu);
    draw_more_menu(self, ui, {x, y, metrics::button, metrics::button});
    x -= metrics::s;
    if (self.view.editable && ui.window.w >= metrics::one_column_below_w) {
        const ButtonLook last{.icon = icon::history, .enabled = bool(self.view.last_plan)};
        x -= button_width(ui, "Use last plan", last);
        if (button(ui, Vec{x, y}, "Use last plan", last)) use_last_plan(self, ui);
        x -= metrics::s;
    }
    const auto put_icon = [&](const char* glyph, ActionId id, const UndoStep* step) {
        const ActionRow& row = action_row(id);
        x -= metrics::button;
        const std::string name = std::string(row.label) + (step != nullptr ? ": " + step->label : "");
        const std::string keys = shortcut_words(row.shortcut.chord);
        const IconButtonLook look{.bordered = true, .enabled = step != nullptr, .shortcut = keys};
        if (icon_button(ui, {x, y}, glyph, name, look)) ui.actions->ask(id);
        x -= metrics::s;
    };
    if (ui.window.w < metrics::one_column_below_w) return x;  // they stand in the menu
    put_icon(icon::redo_variant, ActionId::redo, ui.caseload->next_redo());
    put_icon(icon::undo_variant, ActionId::undo, ui.caseload->next_undo());
    return x;
}

/// "Mateo", or the group's name.
std::string whom(const PlanScreen& self, const Ui& ui) {
    return self.view.children.size() == 1 ? self.view.children.front().name : shown_names(ui, *self.view.session);
}

void draw_title(PlanScreen& self, Ui& ui, Rect row) {
    const Session& session = *self.view.session;
    const float tags_w = tag_width(ui, session.lead) + metrics::m;
    float x = row.x + text(ui, {row.x, row.y - 4}, "Plan for " + whom(self, ui),
                           {.type = Type::title, .max_w = row.w - tags_w, .heading = true});
    x += metrics::m;
    x += tag(ui, {x, row.y + 5}, session.lead) + metrics::m;
    std::string together = session.lead == Lead::both ? "Co-treat" : "";
    if (!self.view.with_line.empty()) together += (together.empty() ? "" : " ") + self.view.with_line;
    if (!together.empty() && row.right() - x > face)
        text(ui, {x, row.y + 7}, together, {.type = Type::caption, .role = Role::ink_2, .max_w = row.right() - x});
}

// ------------------------------------------------------------------ this session in one line

/// One fact of the session; pressed it leads to where it is changed.
struct Fact {
    const char* glyph = nullptr;
    std::string words = {}, name = {}, whole = {};  ///< `whole`: what a tooltip adds
    bool strong = false, menu = false;
};

struct FactLine {
    Ui& ui;
    Wrap wrap;
    float left;
    bool editable;
    bool put(const Fact& fact, Rect* at = nullptr) {
        const float icon_w = fact.glyph != nullptr ? fact_icon : 0.0F;
        const float most = wrap_w - icon_w - chevron;
        const Type type = fact.strong ? Type::label : Type::body;
        const float words_w = std::min(most, text_width(ui, fact.words, type));
        const float width = icon_w + words_w + (fact.menu && editable ? chevron : 0.0F);
        const Vec pos = wrap.place(width);
        const Rect rect{pos.x, pos.y, width, line_h};
        if (at != nullptr) *at = rect;
        if (pos.x > left) fill(ui, {pos.x - fact_gap / 2, pos.y + 4, 1, line_h - 8}, Role::line_strong);
        const bool acts = editable && !fact.name.empty();
        const bool pressed = acts && pressable(ui, rect.inset(-metrics::xs, 0), fact.name, WidgetRole::button).clicked;
        if (acts && !fact.whole.empty()) tooltip(ui, fact.whole);
        const Role role = fact.strong ? Role::ink : Role::ink_2;
        if (fact.glyph != nullptr) icon_at(ui, {pos.x, pos.y + 4}, fact.glyph, 16, role);
        text_in(ui, {pos.x + icon_w, pos.y, words_w + 1, line_h}, fact.words, {.type = type, .role = role});
        if (fact.menu && editable) icon_at(ui, {rect.right() - 16, pos.y + 4}, icon::menu_down, 16, Role::primary);
        return pressed;
    }
    float wrap_w;
};

std::string say_spaces(const PlanScreen& self, const Ui& ui) {
    const Session& session = *self.view.session;
    const WorkPlace* place = ui.caseload->place(session.work_place);
    std::string spaces;
    for (const Named& space : ui.library->spaces()) {
        const bool own = space.id == session.space;
        const bool offered = place != nullptr && std::ranges::count(place->spaces, space.id) > 0;
        if (own || offered) spaces += (spaces.empty() ? "" : ", ") + space.name;
    }
    return spaces.empty() ? "Counts as a room with a table" : spaces;
}

/// "39 things at hand", and for the tooltip where they are.
Fact things_of(const PlanScreen& self, const Ui& ui) {
    const Session& session = *self.view.session;
    const WorkPlace* place = ui.caseload->place(session.work_place);
    const Bag* bag = ui.caseload->bag(session.bag);
    const std::size_t there = place != nullptr ? place->items.size() : 0,
                      packed = bag != nullptr ? bag->items.size() : 0;
    const auto count = [](std::size_t n) { return std::to_string(n) + (n == 1 ? " thing" : " things"); };
    Fact fact{icon::package_variant_closed, {}, "Change what is at hand", {}};
    if (there > 0) fact.whole = count(there) + " at the place";
    if (bag != nullptr) fact.whole += (fact.whole.empty() ? "" : ", ") + std::to_string(packed) + " in " + bag->name;
    if (fact.whole.empty()) fact.whole = "Anything of the library can be brought";
    fact.words = there + packed > 0 ? count(there + packed) + " at hand" : "Anything at hand";
    if (!session.without.empty()) fact.words += ", without " + std::to_string(session.without.size());
    return fact;
}

std::string_view words_of_mood(Energy energy) {
    constexpr std::array<std::string_view, 3> moods{"Tired", "Usual", "Lively"};
    return moods[std::min<std::size_t>(2, static_cast<std::size_t>(energy))];
}

Fact mood_of(const PlanScreen& self) {
    if (self.view.children.size() == 1) {
        const PlanChild& who = self.view.children.front();
        return {nullptr,
                who.name + " today: " + std::string(who.present ? words_of_mood(who.energy) : "Absent"),
                "How is " + who.name + " today",
                {},
                false,
                true};
    }
    const auto here = std::ranges::count(self.view.children, true, &PlanChild::present);
    return {nullptr,
            std::to_string(here) + " of " + std::to_string(self.view.children.size()) + " here today",
            "Who is here today",
            {},
            false,
            true};
}

void draw_mood_menu(PlanScreen& self, Ui& ui, Rect anchor) {
    if (!begin_menu(ui, mood_menu, anchor, 180)) return;
    const PlanChild& who = self.view.children.front();
    for (const Energy energy : {Energy::tired, Energy::usual, Energy::lively})
        if (menu_item(ui, words_of_mood(energy), {.ticked = who.present && who.energy == energy}))
            set_mood(self, ui, who, energy);
    end_menu(ui);
}

/// Returns the lowest y.
float draw_facts(PlanScreen& self, Ui& ui, Rect row) {
    const Scope scope(ui, "This session");
    FactLine line{ui, Wrap(row.x, row.y, row.w, line_h, fact_gap), row.x, self.view.editable, row.w};
    const std::string& place = self.view.facts.place.name;
    if (line.put({icon::clock, self.view.when_line, "Change this session", "Change when and where", true}))
        open_change(ui, *self.view.session);
    if (line.put({icon::map_marker, place.empty() ? std::string("No place named") : place, "Change the place",
                  say_spaces(self, ui)}))
        open_change(ui, *self.view.session);
    if (line.put(things_of(self, ui))) open_at_hand(self, ui);
    const std::size_t count = self.view.children.size();
    Rect at;
    if (line.put(mood_of(self), &at)) {
        if (count == 1)
            open_menu(ui, mood_menu);
        else
            open_here(ui);
    }
    if (count == 1) draw_mood_menu(self, ui, at);
    return line.wrap.bottom();
}

// ------------------------------------------------------------------ what to take care of

Role role_of(BadgeKind kind) {
    return kind == BadgeKind::danger ? Role::danger : kind == BadgeKind::warn ? Role::warn : Role::ink_2;
}

std::string say_rescue(const Ui& ui, const PlanView& view) {
    std::vector<std::string> names;
    for (const PlanChild& each : view.children)
        if (each.present && !rescue_lines(*each.child, *ui.library).empty()) names.push_back(each.name);
    if (names.empty()) return "No rescue plan on file";
    if (names.size() > 2) return "Rescue plans: " + std::to_string(names.size()) + " children";
    if (view.children.size() == 1) return "Rescue plan on file";
    return "Rescue plan: " + names.front() + (names.size() == 2 ? ", " + names.back() : "");
}

/// Phones, and whether there is a rescue plan; returns its left edge.
float draw_rescue(PlanScreen& self, Ui& ui, Rect strip) {
    const std::string words = say_rescue(ui, self.view);
    const bool there = words != "No rescue plan on file";
    const Type type = there ? Type::button : Type::caption;
    const Role role = there ? Role::danger : Role::ink_2;
    const float width = 26 + text_width(ui, words, type);
    const Rect at{strip.right() - metrics::l - width, strip.y + strip_pad, width, face};
    if (pressable(ui, at.inset(-metrics::xs, 0), "Phones and rescue plan", WidgetRole::button).clicked)
        open_contacts(ui, self.contacts, *self.view.session);
    icon_at(ui, {at.x, at.y + 2}, icon::phone, 20, role);
    text_in(ui, {at.x + 26, at.y, width - 25, at.h}, words, {.type = type, .role = role});
    return at.x - metrics::l;
}

/// A badge where it fits into a line, else wrapped words; of a group the child's face goes before it. Rows below the
/// first are `wide_w` wide. Draws, or only measures; returns the lowest y.
float lay_badges(const PlanScreen& self, Ui& ui, Rect room, float wide_w, bool drawing) {
    const bool faces = self.view.children.size() > 1;
    const float before = faces ? face + metrics::xs : 0.0F;
    float x = room.x, y = room.y, row_h = metrics::badge, row_w = room.w;
    for (const PlanCare& care : self.view.care) {
        const float natural = before + badge_words_width(ui, care.badge);
        const bool begun = x > room.x, first = y == room.y;
        if ((begun && x + natural > room.x + row_w) || (!begun && first && natural > row_w && row_w < wide_w)) {
            x = room.x;
            y += row_h + strip_gap;
            row_h = metrics::badge;
            row_w = wide_w;
        }
        const bool whole = natural <= row_w;
        const float width = std::min(row_w, natural), words_w = width - before - 20;
        const float height =
            whole ? metrics::badge : wrapped_height(ui, care.badge.words, words_w, Type::caption_strong) + metrics::s;
        if (drawing && faces) avatar(ui, {x, y}, face, initials(full_name(*care.child)), child_hue(care.child->id));
        if (drawing && whole) draw_badge(ui, {x + before, y}, care.badge);
        if (drawing && !whole) {
            icon_at(ui, {x + before, y + 4}, care.badge.icon, 16, role_of(care.badge.kind));
            text_wrapped(ui, {x + before + 20, y + 4, words_w, height}, care.badge.words,
                         {.type = Type::caption_strong, .role = role_of(care.badge.kind)});
        }
        x += width + metrics::s;
        row_h = std::max(row_h, height);
    }
    return y + row_h;
}

/// What each precaution asks for, in whole sentences; returns the lowest y.
float lay_lines(const PlanScreen& self, Ui& ui, Rect room, bool drawing) {
    float y = room.y;
    for (const PlanCare& care : self.view.care) {
        if (care.line.empty()) continue;
        const std::string words = care.badge.words + ". " + care.line;
        if (drawing) {
            icon_at(ui, {room.x, y}, care.badge.icon, 16, role_of(care.badge.kind));
            text_wrapped(ui, {room.x + 22, y, room.w - 22, 400}, words, {.type = Type::caption});
        }
        y += wrapped_height(ui, words, room.w - 22, Type::caption) + metrics::xs;
    }
    return y;
}

/// Returns the lowest y.
float draw_strip(PlanScreen& self, Ui& ui, Rect strip) {
    const Scope scope(ui, "Take care");
    const bool any = !self.view.care.empty();
    const bool lines = std::ranges::any_of(self.view.care, [](const PlanCare& each) { return !each.line.empty(); });
    const std::string_view more = self.care_open ? "Hide what to do" : "What to do";
    const float more_w = lines ? link_width(ui, more) + metrics::s : 0.0F;
    const std::string_view head = any ? "Take care" : "No precautions recorded";
    const float head_w = 28 + text_width(ui, head, Type::label) + metrics::l;
    const float rescue_w = 26 + text_width(ui, say_rescue(ui, self.view), Type::button) + 2 * metrics::l;
    const Rect first{strip.x + metrics::l, strip.y + strip_pad, strip.w - 2 * metrics::l, metrics::badge};
    Rect room{first.x + head_w, first.y, first.w + metrics::l - head_w - rescue_w - more_w, 0};
    if (any && room.w < least_room) room = {first.x, first.bottom() + strip_gap, first.w, 0};
    const float wide_w = first.right() - room.x;
    const Rect below{strip.x + metrics::l, lay_badges(self, ui, room, wide_w, false) + metrics::s,
                     strip.w - 2 * metrics::l, 0};
    const bool open = self.care_open && lines;
    const float bottom = open ? lay_lines(self, ui, below, false) : below.y - metrics::s;
    strip.h = bottom + strip_pad - strip.y;
    fill(ui, strip, Role::surface, metrics::radius_large);
    outline(ui, strip, any ? Role::danger : Role::line, metrics::radius_large);
    icon_at(ui, {first.x, first.y + 2}, icon::shield_outline, 20, any ? Role::danger : Role::ink_2);
    text_in(ui, {first.x + 28, first.y, head_w, metrics::badge}, head,
            {.type = Type::label, .role = any ? Role::danger : Role::ink_2});
    lay_badges(self, ui, room, wide_w, true);
    const float right = draw_rescue(self, ui, strip);
    if (lines && link(ui, {right - more_w + metrics::s, first.y + 2}, more)) self.care_open = !self.care_open;
    if (open) lay_lines(self, ui, below, true);
    return strip.bottom();
}

}  // namespace

float draw_plan_head(PlanScreen& self, Ui& ui, Rect page) {
    const float right = draw_acts(self, ui, page);
    draw_faces(ui, {page.x + 2, page.y + 6}, children_of(*ui.caseload, *self.view.session));
    const float x = page.x + words_x;
    draw_title(self, ui, {x, page.y, right - x, title_h});
    const float facts = draw_facts(self, ui, {x, page.y + title_h, right - x, line_h});
    return draw_strip(self, ui, {page.x, facts + metrics::s, page.w, 0});
}

}  // namespace pegboard
