// The header card of the Child screen: who, how old, who serves, what to take care of, what the child
// loves, and the main acts. Take-care lines wrap, they are never cut.
#include <algorithm>

#include "app/actions/actions.h"
#include "app/child/child.h"
#include "app/parts/forms.h"
#include "app/parts/new_session.h"
#include "core/rules/precaution_answers.h"

namespace pegboard {
namespace {
constexpr float pad = 24;
constexpr float buttons_beside_from = 1000;  ///< narrower cards put the buttons in a line of their own
constexpr std::string_view more_menu = "More menu", phones = "Phone and rescue plan";

void archive(Ui& ui, const Child& child, const std::string& name) {
    const auto done = [toasts = ui.toasts](std::string words) {
        return [toasts, words = std::move(words)](const Status& status) { toasts->tell(status, words); };
    };
    if (child.archived)
        ui.outbox->send(RestoreChild{child.id}, done(name + " is back on the caseload"));
    else
        ui.outbox->send(ArchiveChild{child.id}, done("Archived " + name));
}

void readmit(Ui& ui, const Child& child, const std::string& name) {
    ui.outbox->send(ReadmitChild{child.id}, [toasts = ui.toasts, name](const Status& status) {
        toasts->tell(status, name + " is back on the caseload");
    });
}

void draw_more(ChildScreen& self, Ui& ui, Vec at, const Child& child) {
    if (icon_button(ui, at, icon::dots_horizontal, "More", {.bordered = true})) open_menu(ui, more_menu);
    if (!begin_menu(ui, more_menu, {at.x, at.y, metrics::button, metrics::button}, 220)) return;
    if (menu_item(ui, "Edit details", {.icon = icon::pencil})) self.tab = ChildTab::details;
    if (menu_item(ui, "Print a report", {.icon = icon::printer, .shortcut = "Ctrl P"}))
        ui.actions->ask(ActionId::print);
    for (const auto& [kind, glyph] : {std::pair(reports::Kind::present_levels, icon::school),
                                      std::pair(reports::Kind::plan_of_care, icon::flag_checkered),
                                      std::pair(reports::Kind::everything, icon::package_variant_closed)})
        if (menu_item(ui, reports::words(kind), {.icon = glyph}))
            ui.nav->go({.screen = Screen::reports, .child = child.id, .detail = std::string(reports::key(kind))});
    if (menu_item(ui, "History", {.icon = icon::history})) ui.nav->go({.screen = Screen::history, .child = child.id});
    if (menu_item(ui, "OT, PT or both?", {.icon = icon::help_circle_outline})) ui.actions->ask(ActionId::open_guide);
    menu_divider(ui);
    if (child.discharge) {
        if (menu_item(ui, "Readmit", {.icon = icon::undo_variant})) readmit(ui, child, self.view.call);
    } else if (menu_item(ui, "Discharge", {.icon = icon::flag_checkered})) {
        open_discharge(ui, child);
    }
    if (menu_item(ui, child.archived ? "Restore" : "Archive", {.icon = icon::package_variant_closed}))
        archive(ui, child, self.view.call);
    if (menu_item(ui, "Erase for good", {.icon = icon::delete_, .danger = true})) open_erase(self, ui);
    end_menu(ui);
}

struct Buttons {
    ButtonLook phone, goal, plan;
    float width = 0;
};

Buttons buttons_for(const Ui& ui, const Child& child) {
    Buttons all;
    const bool rescue = !rescue_lines(child, *ui.library).empty();
    all.phone = {.kind = rescue ? ButtonKind::danger : ButtonKind::secondary, .icon = icon::phone};
    all.goal = {.icon = icon::plus, .enabled = is_current(child, ui.clock.today)};
    all.plan = {
        .kind = ButtonKind::primary, .icon = icon::clipboard_text, .enabled = is_current(child, ui.clock.today)};
    all.width = metrics::button + button_width(ui, phones, all.phone) + button_width(ui, "Add goal", all.goal) +
                button_width(ui, "Plan session", all.plan) + 3 * metrics::s;
    return all;
}

void draw_buttons(ChildScreen& self, Ui& ui, float right, float y, const Buttons& all, const Child& child) {
    float x = right - all.width;
    draw_more(self, ui, {x, y}, child);
    x += metrics::button + metrics::s;
    if (button(ui, Vec{x, y}, phones, all.phone)) open_contacts(ui, self.contacts, child.id);
    x += button_width(ui, phones, all.phone) + metrics::s;
    if (button(ui, Vec{x, y}, "Add goal", all.goal)) ui.nav->go({.screen = Screen::goal, .child = child.id});
    x += button_width(ui, "Add goal", all.goal) + metrics::s;
    if (!button(ui, Vec{x, y}, "Plan session", all.plan)) return;
    if (self.view.next_id)
        ui.nav->go({.screen = Screen::plan, .child = child.id, .session = self.view.next_id});
    else
        open_new_session(ui, child.id);
}

/// A take-care line wider than the card wraps inside its badge. Returns the height.
float wrapped_badge(Ui& ui, Vec pos, float width, const BadgeWords& badge_words, bool draw_it) {
    const float room = width - 28 - metrics::m;
    const float height = wrapped_height(ui, badge_words.words, room, Type::caption_strong) + metrics::s;
    if (!draw_it) return height;
    const bool danger = badge_words.kind == BadgeKind::danger;
    const Role ink = danger ? Role::danger : Role::warn;
    fill(ui, {pos.x, pos.y, width, height}, danger ? Role::danger_tint : Role::warn_tint, metrics::radius_large);
    icon_at(ui, {pos.x + metrics::s, pos.y + metrics::xs}, badge_words.icon, 16, ink);
    text_wrapped(ui, {pos.x + 28, pos.y + metrics::xs, room, height}, badge_words.words,
                 {.type = Type::caption_strong, .role = ink});
    return height;
}

/// What was not asked leads to the asking.
void press_to_ask(ChildScreen& self, Ui& ui, Rect badge, const BadgeWords& words) {
    constexpr float more = 4;  // a badge is too low to be pressed
    if (!pressable(ui, badge.inset(0, -more), "Ask: " + words.words, WidgetRole::chip, false, metrics::radius).clicked)
        return;
    self.tab = ChildTab::details;
    self.asking = self.show_asking = true;
    ui.wake_in(0);
}

/// Lays out (and draws) "Take care" and "Loves"; returns the lowest y.
float take_care_row(ChildScreen& self, Ui& ui, float x, float y, float width, bool draw_it) {
    constexpr float line = metrics::badge;
    const ChildView& view = self.view;
    float bottom = y;
    Wrap wrap(x, y, width, line);
    const auto label = [&](std::string_view words) {
        const Vec at = wrap.place(text_width(ui, words, Type::caption) + metrics::xs);
        if (draw_it) text(ui, {at.x, at.y + 4}, words, {.type = Type::caption, .role = Role::ink_2});
    };
    if (!view.take_care.empty()) label("Take care");
    for (const BadgeWords& badge_words : view.take_care) {
        const float wanted = badge_words_width(ui, badge_words);
        const bool asks = draw_it && view.asks && &badge_words == &view.take_care.front();
        if (wanted <= width) {
            const Vec at = wrap.place(wanted);
            if (asks) press_to_ask(self, ui, {at.x, at.y, wanted, line}, badge_words);
            if (draw_it) draw_badge(ui, at, badge_words);
            continue;
        }
        const Vec at = wrap.place(width);
        const float height = wrapped_badge(ui, at, width, badge_words, draw_it);
        if (asks) press_to_ask(self, ui, {at.x, at.y, width, height}, badge_words);
        wrap = Wrap(x, at.y + height + metrics::s, width, line);
        bottom = at.y + height;
    }
    if (!view.loves.empty()) {
        if (!view.take_care.empty() && wrap.x() > x) wrap.place(metrics::s);
        label("Loves");
    }
    for (const std::string& love : view.loves) {
        const Vec at = wrap.place(text_width(ui, love, Type::caption) + 2 * metrics::m);
        if (draw_it) pill(ui, at, love);
    }
    return wrap.x() > x ? std::max(bottom, wrap.bottom()) : bottom;
}

/// School, first guardian and diagnoses, each with its icon, wrapping; returns the lowest y.
float about_row(const ChildView& view, const Child& child, Ui& ui, float x, float y, float width, bool draw_it) {
    Wrap wrap(x, y, width, 20, metrics::xl, metrics::xs);
    const auto one = [&](const char* glyph, const std::string& words) {
        if (words.empty()) return;
        const float wanted = std::min(width, text_width(ui, words) + 24);
        const Vec at = wrap.place(wanted);
        if (draw_it) icon_text(ui, {at.x, at.y}, glyph, words, Type::body, Role::ink_2, wanted);
    };
    one(icon::school, child.school);
    one(icon::account_multiple, view.guardian);
    one(icon::clipboard_text, view.diagnoses);
    one(icon::account, view.moving);
    if (child.interpreter_needed)
        one(icon::message_text_outline,
            child.language.empty() ? "Interpreter needed" : child.language + ", interpreter");
    return wrap.x() > x ? wrap.bottom() : y;
}

float name_row(const ChildView& view, const Child& child, Ui& ui, Vec at, float width) {
    float badges = view.lead ? tag_width(ui, *view.lead) + metrics::m : 0;
    const float age_w = text_width(ui, view.age) + metrics::m;
    const float name_room = std::max(160.0F, width - badges - age_w);
    float x = at.x + text(ui, at, view.name, {.type = Type::title, .max_w = name_room, .heading = true}) + metrics::m;
    x += text(ui, {x, at.y + 12}, view.age, {.role = Role::ink_2}) + metrics::m;
    if (view.lead) x += tag(ui, {x, at.y + 11}, *view.lead) + metrics::m;
    if (child.archived)
        pill(ui, {x, at.y + 9}, "Archived");
    else if (child.discharge)
        pill(ui, {x, at.y + 9},
             std::string(is_discharged(child, view.today) ? "Discharged " : "Discharge on ") +
                 say_short(child.discharge->date, view.today));
    return at.y + 36;
}
}  // namespace

float draw_child_header(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    const ChildView& view = self.view;
    const Buttons buttons = buttons_for(ui, child);
    const bool beside = rect.w >= buttons_beside_from;
    const float x = rect.x + pad + metrics::avatar_l + pad, width = rect.right() - pad - x;
    const float top = rect.y + 20;
    const float about_w = beside ? width - buttons.width - pad : width;
    // Heights first, since the card is drawn below what stands on it.
    float y = top + 40;
    const float about_bottom = about_row(view, child, ui, x, y, width, false);
    const float care_y = std::max(about_bottom + metrics::l, top + metrics::avatar_l + metrics::s);
    float bottom = std::max(take_care_row(self, ui, x, care_y, width, false), top + metrics::avatar_l);
    const float buttons_y = beside ? top : bottom + metrics::m;
    if (!beside) bottom = buttons_y + metrics::button;
    rect.h = bottom + 20 - rect.y;
    card(ui, rect);
    avatar(ui, {rect.x + pad, top}, metrics::avatar_l, initials(full_name(child)), child_hue(child.id));
    name_row(view, child, ui, {x, top}, about_w);
    about_row(view, child, ui, x, y, width, true);
    take_care_row(self, ui, x, care_y, width, true);
    draw_buttons(self, ui, rect.right() - pad, buttons_y, buttons, child);
    return rect.h;
}

}  // namespace pegboard
