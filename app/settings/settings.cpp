#include "app/settings/settings.h"

#include <algorithm>
#include <array>

#include "app/base/services.h"
#include "app/parts/contacts.h"
#include "app/settings/history.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"
#include "core/rules/typed/typed_text.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

constexpr float row_h = 84;
constexpr float passphrase_h = metrics::field_label + metrics::field;

std::string_view error(const SettingsScreen& self, const std::string& name) {
    const auto found = self.errors.find(name);
    return found == self.errors.end() ? std::string_view{} : found->second;
}

Rect titled_card(Ui& ui, Rect rect, std::string_view title, std::string_view hint = {}) {
    card(ui, rect);
    Rect inside = rect.inset(20, 16);
    const Rect head = inside.cut_top(28, 8);
    text(ui, head.pos(), title, {.type = Type::section, .heading = true});
    if (!hint.empty()) inside.cut_top(text_wrapped(ui, inside, hint, {.type = Type::caption, .role = Role::ink_2}), 8);
    return inside;
}

/// Sends a command whose error belongs under `prefix` + field.
void send(SettingsScreen& self, Ui& ui, Command command, std::string prefix) {
    SettingsScreen* screen = &self;
    ui.outbox->send(std::move(command), [screen, prefix = std::move(prefix)](const Status& status) {
        std::erase_if(screen->errors, [&](const auto& one) { return one.first.starts_with(prefix); });
        if (!status) screen->errors[prefix + status.error().field] = status.error().message;
    });
}

void draw_therapist_fields(SettingsScreen& self, Ui& ui, Rect inside, const Therapist& therapist) {
    const std::string draft = "therapist." + std::to_string(therapist.id.value) + ".";
    Therapist edited = therapist;
    bool changed = false;
    if (auto typed = field(ui, inside.cut_top(row_h), "Name", draft + "name", therapist.name,
                           {.error = error(self, draft + "name")})) {
        edited.name = *typed;
        changed = true;
    }
    Rect row = inside.cut_top(row_h);
    Rect left = row.cut_left((row.w - 16) / 2, 16);
    if (auto typed = field(ui, left, "Credentials", draft + "credentials", therapist.credentials,
                           {.hint = "OTR/L", .error = error(self, draft + "credentials")})) {
        edited.credentials = *typed;
        changed = true;
    }
    text(ui, row.pos(), "Discipline", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 2> labels{"OT", "PT"};
    int discipline = static_cast<int>(therapist.discipline);
    if (segmented(ui, {row.x, row.y + metrics::field_label, std::min(row.w, 160.0F), 40}, "Discipline", labels,
                  discipline))
        change_discipline(self.discipline, ui, therapist, static_cast<Discipline>(discipline));
    if (changed) send(self, ui, EditTherapist{edited}, draft);
}

float draw_you(SettingsScreen& self, Ui& ui, Rect at) {
    const Scope scope(ui, "You");
    at.h = 54 + 2 * row_h;
    const Rect inside = titled_card(ui, at, "You");
    if (const Therapist* me = ui.caseload->therapist(ui.caseload->practice().me))
        draw_therapist_fields(self, ui, inside, *me);
    return at.bottom();
}

float draw_team(SettingsScreen& self, Ui& ui, Rect at) {
    const Scope scope(ui, "Team");
    std::vector<const Therapist*> others;
    for (const Therapist& therapist : ui.caseload->therapists())
        if (!therapist.archived && therapist.id != ui.caseload->practice().me) others.push_back(&therapist);
    const bool editing = std::ranges::any_of(others, [&](const Therapist* one) { return one->id == self.editing; });
    at.h = 142 + static_cast<float>(others.size()) * 48 + (editing ? 2 * row_h + 8 : 0) +
           (self.adding_therapist ? 2 * row_h + 8 : 0);
    Rect inside =
        titled_card(ui, at, "Your team", "List each therapist once, so that goals and sessions can name them.");
    for (const Therapist* one : others) {
        const Rect row = inside.cut_top(48);
        avatar(ui, {row.x, row.y + 8}, 32, initials(one->name), child_hue(ChildId{one->id.value}));
        const float width = text(ui, {row.x + 44, row.y + 14}, one->name, {.type = Type::label, .max_w = row.w - 300});
        text(ui, {row.x + 52 + width, row.y + 16}, one->credentials,
             {.type = Type::caption, .role = Role::ink_2, .max_w = 100});
        const std::string edit_name = "Edit " + one->name;
        const std::string archive_name = "Take " + one->name + " off the team";
        if (icon_button(ui, {row.right() - 36, row.y + 6}, icon::close, archive_name, {.size = 36})) {
            ui.outbox->send(ArchiveTherapist{one->id});
            ui.toasts->show(one->name + " taken off the team", true);
        }
        if (icon_button(ui, {row.right() - 76, row.y + 6}, icon::pencil, edit_name,
                        {.size = 36, .on = one->id == self.editing}))
            self.editing = one->id == self.editing ? TherapistId{} : one->id;
        const Lead lead = one->discipline == Discipline::ot ? Lead::ot : Lead::pt;
        tag(ui, {row.right() - 84 - tag_width(ui, lead), row.y + 14}, lead);
        if (one->id == self.editing) {
            const Scope details(ui, one->name, one->id.value);
            draw_therapist_fields(self, ui, inside.cut_top(2 * row_h + 8), *one);
        }
    }
    if (self.adding_therapist) {
        draw_new_therapist(self, ui, inside);
    } else if (button(ui, Vec{inside.x, inside.y + 8}, "Add therapist",
                      {.kind = ButtonKind::tonal, .icon = icon::account_plus})) {
        begin_new_therapist(self, ui);
    }
    return at.bottom();
}

/// Which number of 4/5 is the month; every date is said in words as well, wherever it is typed.
void draw_date_order(Ui& ui, Rect at, MachineSettings& next) {
    text(ui, at.pos(), "Dates typed in numbers", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 3> orders{"As the system", "Month first", "Day first"};
    int order = static_cast<int>(next.dates);
    segmented(ui, {at.x, at.y + metrics::field_label, std::min(at.w, 400.0F), 40}, "Dates typed in numbers", orders,
              order);
    next.dates = static_cast<DateChoice>(order);
    const bool month_first = date_order(next) == DateOrder::month_first;
    text(ui, {at.x, at.y + 64}, month_first ? "4/5 is read as 5 Apr" : "4/5 is read as 4 May",
         {.type = Type::caption, .role = Role::ink_2});
}

float draw_look(Ui& ui, Rect at) {
    const Scope scope(ui, "Look");
    at.h = 54 + 92 + 92 + row_h + 44;
    Rect inside = titled_card(ui, at, "Look on this laptop");
    MachineSettings next = *ui.machine;
    text(ui, inside.pos(), "Theme", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 3> themes{"Light", "Dark", "As the system"};
    int theme = static_cast<int>(next.theme);
    segmented(ui, {inside.x, inside.y + metrics::field_label, std::min(inside.w, 360.0F), 40}, "Theme", themes, theme);
    next.theme = static_cast<ThemeChoice>(theme);
    inside.cut_top(80);
    draw_date_order(ui, inside.cut_top(92), next);
    Rect size = inside.cut_top(row_h);
    if (const auto typed = number_field(ui, size.cut_left(std::min(size.w, 220.0F)), "Text size", "machine.text",
                                        next.text_percent, 80, 200, 10, "%"))
        next.text_percent = *typed;
    switch_(ui, inside.pos(), "Reduce motion", next.reduce_motion);
    if (next != *ui.machine) ui.services->set_machine(next);
    return at.bottom();
}

float draw_privacy(SettingsScreen& self, Ui& ui, Rect at) {
    const Scope scope(ui, "Privacy");
    constexpr float switch_h = 48;
    at.h = 54 + 2 * switch_h + row_h;
    Rect inside = titled_card(ui, at, "Privacy");
    Practice next = ui.caseload->practice();
    switch_(ui, inside.cut_top(switch_h).pos(), "Show initials only on screen", next.initials_only);
    MachineSettings laptop = *ui.machine;
    switch_(ui, inside.cut_top(switch_h).pos(), "Lock when the window is minimised", laptop.lock_minimised);
    if (laptop != *ui.machine) ui.services->set_machine(laptop);
    Rect lock = inside.cut_top(row_h);
    if (const auto typed = number_field(ui, lock.cut_left(std::min(lock.w, 220.0F)), "Lock after idle minutes",
                                        "practice.idle_lock_min", next.idle_lock_min, 1, 30, 1, "min"))
        next.idle_lock_min = *typed;
    if (next != ui.caseload->practice()) send(self, ui, EditPractice{next}, "practice.");
    return at.bottom();
}

void change_passphrase(SettingsScreen& self, Ui& ui) {
    if (self.next != self.again) {
        self.passphrase_problem = "The two new passphrases are not the same. Type them again.";
        return;
    }
    SettingsScreen* screen = &self;
    Toasts* toasts = ui.toasts;
    ui.services->change_passphrase(self.current, composed(self.next), [screen, toasts](const Status& status) {
        screen->passphrase_problem = status ? std::string{} : status.error().message;
        if (!status) return;
        for (std::string* typed : {&screen->current, &screen->next, &screen->again}) wipe(*typed);
        toasts->show("Passphrase changed, here and in the kept backups. Save a new recovery sheet.");
    });
}

float draw_keys(SettingsScreen& self, Ui& ui, Rect at) {
    const Scope scope(ui, "Passphrase");
    at.h = 106 + 4 * (passphrase_h + 8) + 36 + 48 + 28 + (self.sheet_problem.empty() ? 12.0F : 28.0F) + 32;
    Rect inside =
        titled_card(ui, at, "Passphrase and recovery sheet",
                    "Without the passphrase or the recovery sheet nobody can open this caseload, not even we.");
    live_field(ui, inside.cut_top(passphrase_h, 8), "Passphrase now", self.current, {.secret = true});
    live_field(ui, inside.cut_top(passphrase_h, 8), "New passphrase", self.next, {.secret = true});
    live_field(ui, inside.cut_top(passphrase_h, 8), "New passphrase again", self.again, {.secret = true});
    const PassphraseStrength strength = passphrase_strength(self.next);
    const Rect advice = inside.cut_top(36);
    if (!self.next.empty()) {
        bar(ui, {advice.x, advice.y + 6, 120, 6}, static_cast<float>(strength.score) / 4,
            strength.score >= 3 ? Role::good : Role::warn_mark);
        text_in(ui, {advice.x + 132, advice.y, advice.w - 132, 20}, strength.advice,
                {.type = Type::caption, .role = Role::ink_2});
    }
    if (!self.passphrase_problem.empty())
        text_wrapped(ui, {advice.x, advice.y + 18, advice.w, 36}, self.passphrase_problem,
                     {.type = Type::caption, .role = Role::danger});
    const bool ready =
        !self.current.empty() && !self.next.empty() && !self.again.empty() && ui.services->busy().empty();
    if (button(ui, inside.cut_top(48).pos(), "Change passphrase", {.kind = ButtonKind::tonal, .enabled = ready}))
        change_passphrase(self, ui);
    divider(ui, {inside.x, inside.y + 12}, inside.w);
    inside.cut_top(28);
    live_field(ui, inside.cut_top(passphrase_h, 8), "Passphrase, to save the recovery sheet", self.sheet_passphrase,
               {.error = self.sheet_problem, .secret = true});
    inside.cut_top(self.sheet_problem.empty() ? 4.0F : 20.0F);
    if (button(ui, inside.pos(), "Save recovery sheet",
               {.kind = ButtonKind::secondary, .icon = icon::key_variant, .enabled = !self.sheet_passphrase.empty()})) {
        SettingsScreen* screen = &self;
        Toasts* toasts = ui.toasts;
        ui.services->save_recovery_sheet(self.sheet_passphrase, [screen, toasts](const Status& status) {
            screen->sheet_problem = status ? std::string{} : status.error().message;
            if (!status) return;
            wipe(screen->sheet_passphrase);
            toasts->show("Recovery sheet saved. Keep it locked away from this laptop.");
        });
    }
    return at.bottom();
}

std::string backup_words(const Ui& ui, const Backup& backup) {
    const auto when = local_time(backup.at_utc);
    const std::string size = std::to_string(std::max<std::uintmax_t>(1, backup.bytes / 1024)) + " KB";
    if (!when) return backup.file.filename().string() + ", " + size;
    return say_near(when->date, ui.clock.today) + ", " + say(when->date) + " " + say_time(when->minute) + ", " + size;
}

/// Always in sight: how old the newest good copy is, and why the last one was not made.
std::string copies_words(const Ui& ui) {
    const BackupNews& news = ui.services->backup_news();
    const auto when = local_time(news.last_good_utc);
    std::string words = "No good copy yet.";
    if (when)
        words = "Last good copy: " + say_near(when->date, ui.clock.today) + ", " + say(when->date) + " " +
                say_time(when->minute) + ".";
    return news.why.empty() ? words : words + " The last try failed. " + news.why;
}

void draw_restore_question(SettingsScreen& self, Ui& ui) {
    const auto rect = begin_dialog(ui, "Restore", "Go back to this backup?", 520);
    if (!rect) return;
    const float used =
        text_wrapped(ui, *rect,
                     "The caseload as it is now is copied first, so nothing is lost. Then the backup takes its "
                     "place and asks for its passphrase.");
    const int pressed = end_dialog(ui, rect->y + used, {"Restore this backup", "Keep things as they are"});
    if (pressed == 0) ui.services->restore_backup(self.restore);
    if (pressed >= 0) close_dialog(ui);
}

float draw_backups(SettingsScreen& self, Ui& ui, Rect at) {
    const Scope scope(ui, "Backups");
    const auto& all = ui.services->backups();
    constexpr std::size_t most = 12;
    const std::size_t shown = std::min(all.size(), most);
    const std::string news = copies_words(ui);
    const Role news_role = ui.services->backup_news().why.empty() ? Role::ink_2 : Role::danger;
    const float news_h = wrapped_height(ui, news, at.w - 40) + 8;
    at.h = 110 + news_h + 52 + row_h + 30 + static_cast<float>(std::max<std::size_t>(shown, 1)) * 40 +
           (all.size() > most ? 28.0F : 0.0F) + 8;
    Rect inside = titled_card(ui, at, "Backups",
                              "A copy is kept when you open and close the caseload: 12 days, 10 weeks, 9 months. Each "
                              "is checked by opening it.");
    text_wrapped(ui, inside.cut_top(news_h), news, {.role = news_role});
    Rect row = inside.cut_top(44, 8);
    const bool free = ui.services->busy().empty();
    const ButtonLook now{.kind = ButtonKind::tonal, .icon = icon::content_save, .enabled = free};
    const float width = button_width(ui, "Back up now", now);
    if (button(ui, row.pos(), "Back up now", now)) ui.services->back_up_now();
    if (button(ui, Vec{row.x + width + 8, row.y}, "Restore from a file", {.enabled = free}))
        ui.services->restore_from_file();
    if (!free)
        text_wrapped(ui, {row.x, row.y + 42, row.w, 20}, ui.services->busy(),
                     {.type = Type::caption, .role = Role::ink_2});
    const Practice& practice = ui.caseload->practice();
    if (auto typed = field(ui, inside.cut_top(row_h), "Second folder for copies", "practice.second_backup_folder",
                           practice.second_backup_folder,
                           {.hint = "A USB stick or network folder",
                            .error = error(self, "practice.second_backup_folder"),
                            .hint_below = "Copies on this laptop go when the laptop goes."})) {
        Practice next = practice;
        next.second_backup_folder = *typed;
        send(self, ui, EditPractice{next}, "practice.");
    }
    text(ui, inside.cut_top(30).pos(), "Kept backups", {.type = Type::button, .heading = true});
    if (shown == 0)
        text(ui, inside.cut_top(40).pos(), "None yet. The first is made when you close the caseload.",
             {.role = Role::ink_2});
    for (std::size_t i = 0; i < shown; ++i) {
        const Rect line = inside.cut_top(40);
        const std::string words = backup_words(ui, all[i]);
        text_in(ui, {line.x, line.y, line.w - 110, line.h}, words);
        const std::string name = "Restore " + words;
        const ButtonLook look{.kind = ButtonKind::ghost, .height = metrics::button_small, .name = name};
        const float w = button_width(ui, "Restore", look);
        if (button(ui, Rect{line.right() - w, line.y + 4, w, 32}, "Restore", look)) {
            self.restore = all[i].file.string();
            open_dialog(ui, "Restore");
        }
    }
    if (all.size() > most)
        text(ui, inside.pos(), "and " + std::to_string(all.size() - most) + " older ones",
             {.type = Type::caption, .role = Role::ink_2});
    return at.bottom();
}

float draw_about(Ui& ui, Rect at) {
    const Scope scope(ui, "About");
    at.h = 54 + 76;
    const Rect inside = titled_card(ui, at, "About");
    text(ui, inside.pos(), "Pegboard " PEGBOARD_VERSION, {.role = Role::ink_2});
    text(ui, {inside.x, inside.y + 22}, "Caseload: " + ui.caseload->path().filename().string(),
         {.role = Role::ink_2, .max_w = inside.w});
    if (link(ui, {inside.x, inside.y + 46}, "History of all changes")) ui.nav->go({.screen = Screen::history});
    return at.bottom();
}

}  // namespace

void draw(SettingsScreen& self, Ui& ui) {
    if (!self.backups_read) {
        self.backups_read = true;
        ui.services->read_backups();
    }
    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(12);
    text(ui, {page.x, page.cut_top(48, 12).y + 6}, "Settings", {.type = Type::title, .heading = true});
    constexpr float bar_room = 12;  // the scroll bar stands beside the cards
    Rect content = begin_scroll(ui, "Settings page", {page.x, page.y, page.w + bar_room, page.h});
    content.w -= bar_room;
    const bool two = content.w >= 860;
    const float width = two ? (content.w - metrics::gutter) / 2 : content.w;
    const float gap = metrics::gutter;
    float left = draw_you(self, ui, {content.x, content.y, width, 0}) + gap;
    left = draw_team(self, ui, {content.x, left, width, 0}) + gap;
    left = draw_help_levels_card(self.help, ui, {content.x, left, width, 0}) + gap;
    left = draw_groups_card(self.kits, ui, {content.x, left, width, 0}) + gap;
    left = draw_weights_card(ui, {content.x, left, width, 0}) + gap;
    left = draw_look(ui, {content.x, left, width, 0}) + gap;
    left = draw_privacy(self, ui, {content.x, left, width, 0}) + gap;
    left = draw_session_lock_card(self.pin, ui, {content.x, left, width, 0}) + gap;
    const float x = two ? content.x + width + gap : content.x;
    float right = two ? content.y : left;
    right = draw_places_card(self.kits, ui, {x, right, width, 0}) + gap;
    right = draw_bags_card(self.kits, ui, {x, right, width, 0}) + gap;
    right = draw_minutes_card(self.kits, ui, {x, right, width, 0}) + gap;
    right = draw_emergency_number_card(ui, {x, right, width, 0}) + gap;
    right = draw_keys(self, ui, {x, right, width, 0}) + gap;
    right = draw_backups(self, ui, {x, right, width, 0}) + gap;
    right = draw_whole_file_card(self.whole, ui, {x, right, width, 0}) + gap;
    if (two)
        left = draw_about(ui, {content.x, left, width, 0}) + gap;
    else
        right = draw_about(ui, {content.x, right, width, 0}) + gap;
    end_scroll(ui, std::max(left, right));
    draw_restore_question(self, ui);
    draw_discipline_question(self.discipline, ui);
    draw_kit_dialogs(self.kits, ui);
    draw_help_level_dialog(self.help, ui);
    draw_session_pin_dialog(self.pin, ui);
}

}  // namespace pegboard
