// The pages before and around an open caseload. Secrets stay in memory, never in drafts.
#include "app/frame/gate.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"
#include "core/rules/validate.h"

namespace pegboard {

void Gate::turn_to(GatePage next) {
    page = next;
    for (std::string* secret : {&passphrase, &again, &recovery, &pin}) wipe(*secret);
    by_pin = false;
    held.clear();
    problem.clear();
    busy.clear();
    ask.reset();
    asked.reset();
    by_recovery = in_use = false;
    sheet_kept = sheet_shown = false;
    focus = true;
    if (next != GatePage::recovery) wipe(sheet);
    if (next != GatePage::copies && next != GatePage::open) copies.clear();
}

void Gate::refuse(std::string message, double time_s) {
    ++wrong;
    problem = std::move(message);
    wipe(passphrase);
    focus = true;
    // The first two slips cost nothing; then 1, 2, 4 ... 60 seconds.
    constexpr int free_slips = 2;
    const double wait = wrong <= free_slips ? 0 : std::min(60.0, std::pow(2.0, wrong - free_slips - 1));
    blocked_until_s = time_s + wait;
}

namespace gate {

using What = GateAsk::What;

void ask(Gate& self, Ui& ui, GateAsk what, std::string busy) {
    self.ask = std::move(what);
    self.busy = std::move(busy);
    ui.wake_in(0);
}

Key typed_key(const Gate& self) { return self.by_recovery ? Key{{}, self.recovery} : Key{self.passphrase, {}}; }

/// Passphrase or recovery key; true when Enter was pressed.
bool key_field(Gate& self, Ui& ui, Rect& rest) {
    bool entered = false;
    // Under the field there is one line; what is longer is told whole below it.
    constexpr float mark_w = 24;
    const bool long_words = text_width(ui, self.problem, Type::caption) + mark_w > rest.w;
    const std::string_view under = long_words ? std::string_view() : std::string_view(self.problem);
    const FieldLook look{.error = under,
                         .secret = !self.by_recovery,
                         .focus_now = self.focus || self.refocus,
                         .focus_at_end = !self.focus};
    self.focus = self.refocus = false;
    const Rect box = rest.cut_top(field_height(true, !under.empty()), long_words ? metrics::s : metrics::l);
    if (self.by_recovery)
        live_field(ui, box, "Recovery key, the groups of your sheet", self.recovery, look, &entered);
    else
        live_field(ui, box, "Passphrase", self.passphrase, look, &entered);
    if (long_words)
        rest.cut_top(text_wrapped(ui, rest, self.problem, {.type = Type::caption, .role = Role::danger}), metrics::l);
    return entered;
}

void other_key(Gate& self, Ui& ui, Rect& rest) {
    const Rect row = rest.cut_top(32);
    if (link(ui, row.pos(), self.by_recovery ? "Use the passphrase" : "Use the recovery key")) {
        self.by_recovery = !self.by_recovery;
        self.problem.clear();
        self.focus = true;
    }
}

int seconds_to_wait(const Gate& self, const Ui& ui) {
    return std::max(0, static_cast<int>(std::ceil(self.blocked_until_s - ui.clock.time_s)));
}

/// The wide button of a page; true when pressed or `entered`, and possible.
bool main_button(Gate& self, Ui& ui, Rect& rest, std::string_view label, const char* glyph, bool entered,
                 bool possible) {
    const int wait = seconds_to_wait(self, ui);
    std::string words(label);
    if (wait > 0) words = "Try again in " + std::to_string(wait) + " s";
    if (!self.busy.empty()) words = self.busy;
    const bool enabled = possible && wait == 0 && self.busy.empty();
    const bool pressed = button(ui, rest.cut_top(metrics::button_large, metrics::m), words,
                                {.kind = ButtonKind::primary,
                                 .icon = glyph,
                                 .height = metrics::button_large,
                                 .enabled = enabled,
                                 .name = label});
    return enabled && (pressed || entered);
}

/// In the middle of a session: a few digits, or the passphrase as ever.
void page_pin(Gate& self, Ui& ui, Rect& rest) {
    bool entered = false;
    live_field(
        ui, rest.cut_top(field_height(true, !self.problem.empty()), metrics::m), "Session PIN", self.pin,
        {.error = self.problem, .secret = true, .focus_now = self.focus || self.refocus, .focus_at_end = !self.focus},
        &entered);
    self.focus = self.refocus = false;
    if (main_button(self, ui, rest, "Go on with the session", icon::lock_open_outline, entered, !self.pin.empty()))
        ask(self, ui, {What::unlock_by_pin}, "Opening");
    if (link(ui, rest.cut_top(32).pos(), "Use the passphrase")) {
        self.by_pin = false;
        wipe(self.pin);
        self.problem.clear();
        self.focus = true;
    }
}

void page_unlock(Gate& self, Ui& ui, Rect& rest) {
    const bool locked = self.page == GatePage::locked;
    if (locked && self.by_pin) return page_pin(self, ui, rest);
    const bool entered = key_field(self, ui, rest);
    const bool typed = self.by_recovery ? !self.recovery.empty() : !self.passphrase.empty();
    if (main_button(self, ui, rest, locked ? "Unlock" : "Open", icon::lock_open_outline, entered, typed))
        ask(self, ui, {locked ? What::unlock : What::open, typed_key(self)}, "Opening");
    other_key(self, ui, rest);
    if (locked && !self.in_use) return;
    if (self.in_use && link(ui, rest.cut_top(32).pos(), "Open it to look only")) {
        if (typed) {
            ask(self, ui, {What::look, typed_key(self)}, "Opening");
        } else {
            self.problem = "Type the passphrase, then choose to look only.";
            self.focus = true;
        }
    }
    if (locked) return;
    if (self.wrong > 0 &&
        link(ui, rest.cut_top(32).pos(),
             self.copies.empty() ? "The file may be damaged" : "Look at the kept copies of this file"))
        self.page = GatePage::copies;
    if (link(ui, rest.cut_top(32).pos(), "Another caseload")) self.turn_to(GatePage::start);
}

void page_start(Gate& self, Ui& ui, Rect& rest) {
    struct Way {
        std::string_view label, words;
        const char* glyph;
        What what;
        std::string_view picture;
    };
    constexpr std::array ways{
        Way{"Start a new caseload", "One encrypted file on this laptop", icon::plus, What::pick_create, {}},
        Way{"Open a caseload", "A file you already have", icon::file_document, What::pick_open, {}},
        Way{"Restore from a backup", "A kept copy becomes your caseload again", icon::history, What::pick_restore, {}}};
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const Rect row = rest.cut_top(72, metrics::s);
        const Pressed pressed = pressable(ui, row, ways[i].label, WidgetRole::button, false, metrics::radius_large);
        const bool main = i == 0;
        fill(ui, row, main ? Role::primary_tint : pressed.hovered ? Role::hover : Role::surface, metrics::radius_large);
        outline(ui, row,
                pressed.focused ? Role::focus
                : main          ? Role::primary_line
                                : Role::line_strong,
                metrics::radius_large, pressed.focused ? metrics::focus_ring : 1);
        icon_at(ui, {row.x + 20, row.y + 24}, ways[i].glyph, 24, Role::primary);
        text(ui, {row.x + 60, row.y + 15}, ways[i].label, {.type = Type::button});
        text(ui, {row.x + 60, row.y + 38}, ways[i].words, {.type = Type::caption, .role = Role::ink_2});
        if (pressed.clicked) ask(self, ui, {ways[i].what}, {});
    }
    if (!self.problem.empty()) rest.cut_top(text_wrapped(ui, rest, self.problem, {.role = Role::danger}), metrics::s);
}

void strength(Ui& ui, Rect& rest, const std::string& passphrase) {
    const PassphraseStrength how = passphrase_strength(passphrase);
    const auto step = static_cast<std::size_t>(std::clamp(how.score, 0, 4));
    const Role role = step <= 1 ? Role::danger : step == 2 ? Role::warn_mark : Role::good;
    bar(ui, rest.cut_top(6, 6), passphrase.empty() ? 0.0F : static_cast<float>(step + 1) / 5, role);
    const std::string words = passphrase.empty() ? "Four or five unrelated words make a good one." : how.advice;
    rest.cut_top(text_wrapped(ui, rest, words, {.type = Type::caption, .role = Role::ink_2}), metrics::m);
}

void page_create(Gate& self, Ui& ui, Rect& rest) {
    rest.cut_top(text_wrapped(ui, rest, "Saved as " + self.file.string(), {.type = Type::caption, .role = Role::ink_2}),
                 metrics::m);
    bool entered = false;
    live_field(ui, rest.cut_top(field_height(), metrics::s), "Passphrase, 10 characters or more", self.passphrase,
               {.secret = true, .focus_now = std::exchange(self.focus, false)});
    strength(ui, rest, self.passphrase);
    const bool differ = !self.again.empty() && !std::string_view(self.passphrase).starts_with(self.again);
    const std::string_view error = differ ? "The two are not the same yet." : std::string_view(self.problem);
    live_field(ui, rest.cut_top(field_height(true, !error.empty()), metrics::m), "The same passphrase once more",
               self.again, {.error = error, .secret = true}, &entered);
    const Rect note = rest.cut_top(64, metrics::m);
    fill(ui, note, Role::warn_tint, metrics::radius);
    icon_at(ui, {note.x + 12, note.y + 12}, icon::key_variant, 20, Role::warn);
    text_wrapped(ui, {note.x + 44, note.y + 12, note.w - 56, 40},
                 "Without this passphrase or the recovery sheet nobody can open the file, not even we.");
    if (main_button(self, ui, rest, "Make the caseload", icon::check, entered,
                    self.passphrase.size() >= 10 && self.passphrase == self.again))
        ask(self, ui, {What::create, {self.passphrase, {}}}, "Making the file");
    if (link(ui, rest.cut_top(32).pos(), "Back")) self.turn_to(GatePage::start);
}

void page_recovery(Gate& self, Ui& ui, Rect& rest) {
    rest.cut_top(text_wrapped(ui, rest,
                              "This key opens the file if the passphrase is ever forgotten. Keep it on paper in a "
                              "locked place, away from this laptop.",
                              {.role = Role::ink_2}),
                 metrics::m);
    const Rect box = rest.cut_top(104, metrics::m);
    fill(ui, box, Role::sunken, metrics::radius);
    if (self.sheet_shown)
        text_wrapped(ui, box.inset(16, 12), self.sheet, {.type = Type::label});
    else if (button(
                 ui,
                 Vec{box.centre().x - button_width(ui, "Show the key", {.icon = icon::eye}) / 2, box.centre().y - 20},
                 "Show the key", {.icon = icon::eye}))
        self.sheet_shown = true;
    if (!self.problem.empty()) rest.cut_top(text_wrapped(ui, rest, self.problem, {.role = Role::danger}), metrics::s);
    const ButtonLook save{.kind = self.sheet_kept ? ButtonKind::secondary : ButtonKind::primary,
                          .icon = self.sheet_kept ? icon::check : icon::content_save,
                          .height = metrics::button_large};
    if (button(ui, rest.cut_top(metrics::button_large, metrics::m),
               self.sheet_kept ? "Saved. Save once more" : "Save to a file to print", save))
        ask(self, ui, {What::save_sheet}, {});
    if (!self.sheet_kept && !self.sheet_shown) {
        if (link(ui, rest.cut_top(32).pos(), "Go on without it")) ask(self, ui, {What::leave}, {});
        return;
    }
    const ButtonLook go{.kind = self.sheet_kept ? ButtonKind::primary : ButtonKind::secondary,
                        .height = metrics::button_large};
    if (button(ui, rest.cut_top(metrics::button_large, metrics::m), "I have it, go on", go))
        ask(self, ui, {What::leave}, {});
}

void page_who(Gate& self, Ui& ui, Rect& rest) {
    const bool fresh = std::exchange(self.focus, false);
    form_field(ui, rest.cut_top(field_height(), metrics::m), "Your name", "who.name", {.focus_now = fresh});
    form_field(ui, rest.cut_top(field_height(), metrics::m), "Credentials, if you like", "who.credentials",
               {.hint = "OTR/L, MSc"});
    text(ui, rest.cut_top(20).pos(), "You work as", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 2> kinds{"OT", "PT"};
    segmented(ui, rest.cut_top(metrics::button, metrics::l), "You work as", kinds, self.discipline);
    if (!self.problem.empty()) rest.cut_top(text_wrapped(ui, rest, self.problem, {.role = Role::danger}), metrics::s);
    const std::string name = ui.drafts->text("who.name");
    if (!main_button(self, ui, rest, "Begin", icon::check, form_entered(ui, "who."),
                     name.find_first_not_of(' ') != std::string::npos))
        return;
    const Therapist person{mint<TherapistId>(), name, ui.drafts->text("who.credentials"),
                           self.discipline == 0 ? Discipline::ot : Discipline::pt, false};
    Practice practice = ui.caseload->practice();
    practice.me = person.id;
    const auto hear = [&self](const Status& status) {
        if (!status) self.problem = status.error().message;
    };
    ui.outbox->send(AddTherapist{person}, hear);
    ui.outbox->send(EditPractice{practice}, [&self, drafts = ui.drafts](const Status& status) {
        if (!status) {
            self.problem = status.error().message;
            return;
        }
        drafts->drop_prefix("who.");
        self.ask = GateAsk{What::leave};
    });
}

void page_copies(Gate& self, Ui& ui, Rect& rest) {
    rest.cut_top(text_wrapped(ui, rest,
                              "Type the passphrase the copy was made with and choose one, or recover what can be read "
                              "into a new file. The file that does not open is kept, never deleted.",
                              {.role = Role::ink_2}),
                 metrics::m);
    key_field(self, ui, rest);
    const bool typed = self.by_recovery ? !self.recovery.empty() : !self.passphrase.empty();
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, self.copies.size()); ++i) {
        const Backup& copy = self.copies[i];
        const std::string when = copy.at_utc.empty()
                                     ? copy.file.filename().string()
                                     : copy.at_utc.substr(0, 10) + " " + copy.at_utc.substr(11, 5) + " UTC";
        const std::string label = (i == 0 && !copy.at_utc.empty() ? "Restore the newest, " : "Restore ") + when;
        const ButtonLook look{.kind = i == 0 ? ButtonKind::primary : ButtonKind::secondary,
                              .icon = icon::history,
                              .enabled = typed && self.busy.empty() && seconds_to_wait(self, ui) == 0};
        if (button(ui, rest.cut_top(metrics::button, metrics::s), label, look))
            ask(self, ui, {What::restore, typed_key(self), copy.file}, "Restoring");
    }
    std::error_code ignored;
    if (std::filesystem::is_regular_file(self.file, ignored)) {
        const ButtonLook look{.icon = icon::file_document,
                              .enabled = typed && self.busy.empty() && seconds_to_wait(self, ui) == 0};
        if (button(ui, rest.cut_top(metrics::button, metrics::s), "Recover what can be read", look))
            ask(self, ui, {What::salvage, typed_key(self)}, "Recovering");
    }
    if (!self.busy.empty()) text_in(ui, rest.cut_top(24, metrics::s), self.busy, {.role = Role::ink_2});
    other_key(self, ui, rest);
    if (link(ui, rest.cut_top(32).pos(), "Back")) {
        const auto file = self.file;
        self.turn_to(GatePage::open);
        self.file = file;
    }
}

struct Head {
    std::string_view title, words;
};

Head head(const Gate& self) {
    switch (self.page) {
        case GatePage::start:
            return {"Welcome to Pegboard", "Plan and follow your sessions. Everything stays on this laptop."};
        case GatePage::create:
            return {"Choose a passphrase", "It locks the file. Choose one you will remember."};
        case GatePage::open:
            return {"Open your caseload", {}};
        case GatePage::copies:
            return {"Kept copies", {}};
        case GatePage::recovery:
            return {"Your recovery sheet", {}};
        case GatePage::who:
            return {"Who are you?", "Your name stands with the sessions and goals you lead."};
        case GatePage::locked:
            return {"Locked", "Everything you typed is kept."};
        case GatePage::none:
            break;
    }
    return {};
}

void draw_page(Gate& self, Ui& ui, Rect& rest) {
    switch (self.page) {
        case GatePage::start:
            return page_start(self, ui, rest);
        case GatePage::create:
            return page_create(self, ui, rest);
        case GatePage::open:
        case GatePage::locked:
            return page_unlock(self, ui, rest);
        case GatePage::copies:
            return page_copies(self, ui, rest);
        case GatePage::recovery:
            return page_recovery(self, ui, rest);
        case GatePage::who:
            return page_who(self, ui, rest);
        case GatePage::none:
            return;
    }
}

}  // namespace gate

void draw_gate(Gate& self, Ui& ui) {
    const Scope scope(ui, "Gate");
    const float width = std::min(440.0F, ui.window.w - 48);
    const Rect scroll = begin_scroll(ui, "Gate", ui.window);
    Rect rest{scroll.centre().x - width / 2, scroll.y + std::max(32.0F, ui.window.h * 0.12F), width, ui.window.h};
    const gate::Head head = gate::head(self);
    ui.design->logo(*ImGui::GetWindowDrawList(), {ui.px(rest.centre().x - 32), ui.px(rest.y)}, ui.px(64));
    rest.cut_top(64, metrics::xl);
    text_in(ui, rest.cut_top(36, metrics::s), head.title,
            {.type = Type::title, .align = Align::centre, .heading = true});
    std::string words(head.words);
    if (self.page == GatePage::open || self.page == GatePage::copies) words = self.file.filename().string();
    if (self.page == GatePage::locked && !self.held.empty())
        rest.cut_top(text_wrapped(ui, rest, self.held, {.role = Role::warn}), metrics::l);
    else if (!words.empty())
        text_in(ui, rest.cut_top(20, metrics::xl), words, {.role = Role::ink_2, .align = Align::centre});
    else
        rest.cut_top(metrics::s);
    // Behind a dialog that still closes the keyboard would be taken back: the page asks for it when nothing is open.
    const bool covered = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    const bool wanted = self.focus;
    if (covered) self.focus = false;
    gate::draw_page(self, ui, rest);
    if (covered && wanted) {
        self.focus = true;
        ui.wake_in(0);
    }
    // The one field of the lock keeps the cursor: a press beside it takes no letters away.
    const bool one_field = self.page == GatePage::locked || self.page == GatePage::open;
    if (one_field && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !somebody_types(ui)) {
        self.refocus = true;
        ui.wake_in(0);
    }
    end_scroll(ui, rest.y + metrics::xl);
}

}  // namespace pegboard
