// The component gallery, laid out like the sheet of components it is compared with.
#include "app/gallery/gallery.h"

#ifdef PEGBOARD_GALLERY

#include <cmath>

#include "app/widgets/fields/fields.h"

namespace pegboard {

namespace {

/// Draws what follows in a state that nobody put it in.
struct Forced {
    Forced(Ui& of, WidgetState state) : ui(of) { force_state(ui, state); }
    ~Forced() { force_state(ui, WidgetState::live); }
    Forced(const Forced&) = delete;
    Forced& operator=(const Forced&) = delete;
    Ui& ui;
};

Rect begin_card(Ui& ui, Rect rect, std::string_view title) {
    card(ui, rect);
    const Rect inside = rect.inset(21, 16);
    text(ui, inside.pos(), title, {.type = Type::section, .heading = true});
    return {inside.x, inside.y + 36, inside.w, inside.h - 36};
}

void buttons_card(Ui& ui, Rect rect) {
    const Rect in = begin_card(ui, rect, "Buttons, 40 px (32 small, 48 large)");
    struct Kind {
        std::string_view name, label;
        ButtonKind kind;
        const char* glyph;
    };
    static constexpr std::array kinds{Kind{"primary", "Start", ButtonKind::primary, icon::play},
                                      Kind{"secondary", "Print", ButtonKind::secondary, icon::printer},
                                      Kind{"tonal", "Plan", ButtonKind::tonal, icon::auto_fix},
                                      Kind{"ghost", "See all", ButtonKind::ghost, icon::chevron_right},
                                      Kind{"danger", "Delete", ButtonKind::danger, icon::delete_}};
    static constexpr std::array states{WidgetState::normal, WidgetState::hover, WidgetState::focus,
                                       WidgetState::pressed, WidgetState::normal};
    static constexpr std::array<std::string_view, 5> names{"normal", "hover", "focus", "pressed", "disabled"};
    const float first = 88, step = (in.w - first) / 5;
    for (std::size_t s = 0; s < states.size(); ++s)
        text(ui, {in.x + first + step * static_cast<float>(s), in.y}, names[s],
             {.type = Type::caption, .role = Role::ink_2});
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const float y = in.y + 24 + 48 * static_cast<float>(k);
        text(ui, {in.x, y + 12}, kinds[k].name, {.type = Type::caption, .role = Role::ink_2});
        for (std::size_t s = 0; s < states.size(); ++s) {
            const Forced forced(ui, states[s]);
            const std::string name = std::string(kinds[k].name) + " " + std::string(names[s]);
            ButtonLook look{.kind = kinds[k].kind, .icon = kinds[k].glyph};
            look.enabled = s + 1 < states.size();
            look.name = name;
            button(ui, Rect{in.x + first + step * static_cast<float>(s), y, 96, 40}, kinds[k].label, look);
        }
    }
}

void tags_row(Ui& ui, Rect in) {
    float x = in.x;
    for (const Lead lead : {Lead::ot, Lead::pt, Lead::both}) x += tag(ui, {x, in.y + 2}, lead) + 8;
    x += text(ui, {x - 2, in.y + 4}, "Co-treat", {.type = Type::caption, .role = Role::ink_2}) + 8;
    x += badge(ui, {x, in.y}, BadgeKind::good, icon::trending_up, "On track") + 8;
    x += badge(ui, {x, in.y}, BadgeKind::warn, icon::alert_circle_outline, "Below aim") + 8;
    badge(ui, {x, in.y}, BadgeKind::danger, icon::alert, "Latex allergy");
    x = in.x;
    x += badge(ui, {x, in.y + 32}, BadgeKind::info, icon::calendar_clock, "Due in 12 days") + 8;
    x += badge(ui, {x, in.y + 32}, BadgeKind::plain, icon::check_all, "Done") + 8;
    pill(ui, {x, in.y + 32}, "14 children");
}

void chips_row(Ui& ui, Rect in) {
    float x = in.x;
    const auto show = [&](WidgetState state, std::string_view label, const ChipLook& look) {
        const Forced forced(ui, state);
        chip(ui, {x, in.y}, label, look);
        x += chip_width(ui, label, look) + 8;
    };
    show(WidgetState::normal, "Working on", {.menu = true});
    show(WidgetState::hover, "Hover", {.menu = true});
    show(WidgetState::normal, "Selected", {.selected = true});
    show(WidgetState::focus, "Focus", {});
    show(WidgetState::normal, "Disabled", {.enabled = false});
}

void focus_chips(Ui& ui, Rect in) {
    struct Area {
        std::string_view name;
        Hue hue;
    };
    static constexpr std::array areas{
        Area{"Handwriting", Hue::indigo}, Area{"Scissors", Hue::rose},      Area{"Hopping & jumping", Hue::amber},
        Area{"Ball skills", Hue::azure},  Area{"Self-care", Hue::lagoon},   Area{"Sensory", Hue::violet},
        Area{"Visual motor", Hue::olive}, Area{"Play & social", Hue::pink}, Area{"Balance", Hue::leaf},
        Area{"Strength", Hue::clay}};
    float x = in.x;
    float y = in.y;
    for (const Area& area : areas) {
        const float width = focus_chip_width(ui, area.name);
        if (x + width > in.right()) {
            x = in.x;
            y += 32;
        }
        x += focus_chip(ui, {x, y}, area.name, area.hue) + 8;
    }
}

void tags_card(Ui& ui, Rect rect) {
    Rect in = begin_card(ui, rect, "Tags, badges and chips");
    tags_row(ui, in);
    chips_row(ui, {in.x, in.y + 72, in.w, 32});
    focus_chips(ui, {in.x, in.y + 120, in.w, 60});
    const float y = in.y + 192;
    static constexpr std::array row{Peg::filled, Peg::filled, Peg::half, Peg::filled, Peg::hollow};
    pegs(ui, {in.x, y + 16}, row, metrics::peg_l, "3 done, 1 with help, 1 to come");
    bar(ui, {in.x + 124, y + 20, 152, 8}, 0.72F, Role::primary, 0.9F);
    ring(ui, {in.x + 326, y + 24}, 44, 0.66F, "66%");
    avatar(ui, {in.x + 372, y + 4}, metrics::avatar, "MG", Hue::azure);
    tile(ui, {in.x + 424, y + 2, 44, 44}, "scissors", Hue::rose);
}

void fields_card(Ui& ui, Rect rect) {
    const Rect in = begin_card(ui, rect, "Fields, 40 px");
    const float w = (in.w - 4 * 12) / 5;
    const auto at = [&](int i) { return Rect{in.x + (w + 12) * static_cast<float>(i), in.y, w, 60}; };
    std::string name = "Mateo Garc\u00EDa", focus = "Mateo", empty, wrong = "31 Sep", room = "Room 2";
    live_field(ui, at(0), "Name", name);
    {
        const Forced forced(ui, WidgetState::focus);
        live_field(ui, at(1), "Focus", focus);
    }
    live_field(ui, at(2), "Empty", empty, {.hint = "Type a name"});
    live_field(ui, at(3), "Needs fixing", wrong, {.error = "It has 30 days"});
    live_field(ui, at(4), "Disabled", room, {.enabled = false});
}

void choices_card(Ui& ui, Rect rect, GalleryScreen& self) {
    const Rect in = begin_card(ui, rect, "Switches and choices");
    float x = in.x;
    checkbox(ui, {x, in.y + 2}, "Off", self.off);
    checkbox(ui, {x += 74, in.y + 2}, "On", self.on);
    {
        const Forced forced(ui, WidgetState::focus);
        checkbox(ui, {x += 74, in.y + 2}, "Focus", self.focus);
    }
    radio(ui, {x += 90, in.y + 2}, "Chosen", true);
    radio(ui, {x += 104, in.y + 2}, "Not chosen", false);
    switch_(ui, {x += 130, in.y}, "Switch on", self.sound);
    switch_(ui, {in.x, in.y + 48}, "Switch off", self.night);
    static constexpr std::array<std::string_view, 3> spans{"Day", "Week", "Month"};
    segmented(ui, {in.x + 136, in.y + 40, 200, 40}, "Span", spans, self.span);
    static const std::vector<std::string> levels{"No help", "Spoken prompt", "Demonstration", "Light touch",
                                                 "A lot of help"};
    choice(ui, {in.x + 360, in.y + 40, 200, 40}, "Help", levels, self.level, {.label_above = false});
}

void rows_card(Ui& ui, Rect rect) {
    const Rect in = begin_card(ui, rect, "Table rows, 46 px");
    static constexpr std::array<std::string_view, 4> names{"Normal row", "Hover", "Selected", "Keyboard focus"};
    static constexpr std::array states{WidgetState::normal, WidgetState::hover, WidgetState::normal,
                                       WidgetState::focus};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Forced forced(ui, states[i]);
        const Rect row{in.x, in.y + 46 * static_cast<float>(i), in.w, 46};
        table_row(ui, row, names[i], i == 2);
        text_in(ui, row.inset(16, 0), names[i], {.type = Type::label});
    }
}

void empty_card(Ui& ui, Rect rect) {
    const Rect in = begin_card(ui, rect, "Empty state");
    empty_state(ui, in, "play-social", Hue::pink, "No sessions on Sunday",
                "Enjoy the day. You can still plan for Monday.", "Plan Monday");
}

/// Widgets that live, to try with pointer and keys.
void live_card(Ui& ui, Rect rect, GalleryScreen& self) {
    const Rect in = begin_card(ui, rect, "To try");
    static constexpr std::array all{Tab{"Overview"}, Tab{"Goals", 6}, Tab{"Sessions", 31}};
    tabs(ui, {in.x, in.y, in.w, 48}, all, self.tab);
    float y = in.y + 60;
    form_date(ui, {in.x, y, 180, 60}, "Date", "gallery.date", {.hint = "29 Sep 2026"});
    static const std::vector<std::string> places{
        "Clinic", "Home", "Oakfield Primary", "Hillcrest", "Playground", "Pool", "Gym", "Hall", "Video", "Yard"};
    choice(ui, {in.x + 192, y, 200, 60}, "Place", places, self.level);
    number_field(ui, {in.x + 404, y, 160, 60}, "Minutes", "gallery.minutes", 45, 5, 120, 5, "min");
    y += 76;
    form_note(ui, {in.x, y, in.w, 120}, "Note", "gallery.note", {.hint = "Write as you speak"});
    y += 132;
    if (button(ui, Vec{in.x, y}, "Open a dialog", {.kind = ButtonKind::tonal})) open_dialog(ui, "Gallery dialog");
    const Rect menu_at{in.x + 140, y, 130, 40};
    if (button(ui, menu_at, "Open a menu", {.icon = icon::menu_down, .icon_after = true}))
        open_menu(ui, "Gallery menu");
    if (button(ui, Vec{in.x + 310, y}, "Show a toast", {})) ui.toasts->show("Moved Amina to Thursday 12:45", true);
    live_field(ui, {in.x + 450, y, in.w - 450, 40}, "Passphrase", self.search,
               {.hint = "Passphrase", .label_above = false, .secret = true});
    if (begin_menu(ui, "Gallery menu", menu_at, 220)) {
        if (menu_item(ui, "Rename", {.icon = icon::pencil, .shortcut = "F2"})) ++self.pressed;
        if (menu_item(ui, "Ticked", {.icon = icon::star_circle, .ticked = true})) ++self.pressed;
        menu_item(ui, "Not now", {.icon = icon::lock_outline, .enabled = false});
        menu_divider(ui);
        if (menu_item(ui, "Delete", {.icon = icon::delete_, .danger = true})) ++self.pressed;
        end_menu(ui);
    }
    if (const auto body = begin_dialog(ui, "Gallery dialog", "Finish this session?", 480)) {
        float at = body->y;
        at += text_wrapped(ui, {body->x, at, body->w, 0},
                           "All tries are saved. You can add to the note until it is signed.", {.role = Role::ink_2}) +
              16;
        form_field(ui, {body->x, at, body->w, 60}, "Name", "gallery.name", {.hint = "Type a name"});
        if (end_dialog(ui, at + 60, {"Finish and write note", "Keep going"}) >= 0) close_dialog(ui);
    }
}

}  // namespace

void draw(GalleryScreen& self, Ui& ui) {
    const Rect page = begin_scroll(ui, "Gallery", ui.area);
    const Rect in = page.inset(metrics::page_pad + 8, 20);
    text(ui, in.pos(), "Pegboard components", {.type = Type::title, .heading = true});
    const float w = std::floor((in.w - 16) / 2);
    const float left = in.x, right = in.x + w + 16;
    float y = in.y + 56;
    buttons_card(ui, {left, y, w, 333});
    tags_card(ui, {right, y, w, 333});
    y += 333 + 16;
    fields_card(ui, {left, y, w, 152});
    choices_card(ui, {right, y, w, 152}, self);
    y += 152 + 16;
    rows_card(ui, {left, y, w, 290});
    empty_card(ui, {right, y, w, 290});
    y += 290 + 16;
    live_card(ui, {left, y, w, 400}, self);
    banner(ui, {right, y, w, 0}, BadgeKind::danger, "The disk is full. Nothing typed is lost.",
           {"Try again", "Save a copy"});
    banner(ui, {right, y + 72, w, 0}, BadgeKind::warn, "No backup for 4 days.", {"Back up now"});
    y = gallery_charts(self.charts, ui, {left, y + 416, in.w, 0});
    end_scroll(ui, y + 24);
}

}  // namespace pegboard

#endif
