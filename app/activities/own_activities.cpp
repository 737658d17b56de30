#include "app/activities/own_activities.h"

#include <algorithm>

#include "app/base/services.h"
#include "app/parts/forms.h"
#include "app/widgets/widgets.h"
#include "core/exchange/activity_pack.h"

namespace pegboard {
namespace {

constexpr std::string_view menu_name = "My activities", report_name = "Report on a pack", away_name = "Put away";
constexpr float row_h = 48;

/// Reads a pack that was chosen: all of it comes in, or nothing and a list of what to mend.
void take_in(OwnActivities& self, Ui& ui, const Result<Services::TextFile>& file) {
    if (!file) return ui.toasts->warn(file.error().message);
    PackReading read = read_pack(file.value().text, file.value().name, *ui.library);
    if (read.sound()) {
        const std::size_t count = read.pack.activities.size();
        const std::string said = "Taken in from " + file.value().name + ": " + std::to_string(count) +
                                 (count == 1 ? " activity" : " activities");
        ui.outbox->send(ImportPack{read.pack.name, std::move(read.pack.activities)},
                        [toasts = ui.toasts, said](const Status& status) { toasts->tell(status, said); });
        return ui.wake_in(0);
    }
    self.report_title = "Nothing was taken in from " + file.value().name;
    self.report.clear();
    for (const content::Problem& problem : read.problems) self.report.push_back(say_problem(problem));
    self.report_wanted = true;
    ui.wake_in(0);
}

void open_pack(OwnActivities& self, Ui& ui) {
    OwnActivities* mine = &self;
    Ui* shown = &ui;
    ui.services->read_text([mine, shown](const Result<Services::TextFile>& file) { take_in(*mine, *shown, file); });
}

void save_pack(Ui& ui) {
    ActivityPack pack{.name = "My activities", .author = {}, .activities = {}};
    if (const Therapist* me = ui.caseload->therapist(ui.caseload->practice().me)) pack.author = me->name;
    for (const OwnActivity& own : ui.caseload->own_activities())
        if (!own.archived) pack.activities.push_back(own.activity);
    ui.services->save_text("My activities.toml", write_pack(pack), [toasts = ui.toasts](const Status& status) {
        if (status)
            toasts->show("Pack saved. Another therapist can open it.");
        else
            toasts->warn(status.error().message);
    });
}

std::size_t count_own(const Ui& ui, bool archived) {
    return static_cast<std::size_t>(
        std::ranges::count(ui.caseload->own_activities(), archived, &OwnActivity::archived));
}

void draw_report(OwnActivities& self, Ui& ui) {
    if (std::exchange(self.report_wanted, false)) open_dialog(ui, report_name);
    const auto inside = begin_dialog(ui, report_name, self.report_title, 640);
    if (!inside) return;
    float y = inside->y;
    y += text_wrapped(
             ui, {inside->x, y, inside->w, 60},
             "Your activities are as they were. Send these lines to whoever wrote the pack:", {.role = Role::ink_2}) +
         12;
    for (const std::string& line : self.report) {
        icon_at(ui, {inside->x, y}, icon::alert_circle_outline, 20, Role::warn);
        y += text_wrapped(ui, {inside->x + 28, y, inside->w - 28, 200}, line) + 8;
    }
    if (end_dialog(ui, y, {"Close"}) == 0) close_dialog(ui);
}

void draw_put_away(Ui& ui) {
    const auto inside = begin_dialog(ui, away_name, "Which activity comes back?", 560);
    if (!inside) return;
    float y = inside->y;
    bool none = true;
    for (const OwnActivity& own : ui.caseload->own_activities()) {
        if (!own.archived) continue;
        none = false;
        Rect row{inside->x, y, inside->w, row_h};
        const std::string name = "Bring back: " + own.activity.title;
        const ButtonLook look{.kind = ButtonKind::tonal, .height = metrics::button_small, .name = name};
        const Rect at = row.cut_right(button_width(ui, "Bring back", look), 12);
        if (button(ui, Vec{at.x, at.y + 8}, "Bring back", look))
            ui.outbox->send(RestoreOwnActivity{own.id},
                            [toasts = ui.toasts, said = "Back in the library: " + own.activity.title](
                                const Status& status) { toasts->tell(status, said); });
        text_in(ui, row, own.activity.title, {.type = Type::label});
        y += row_h;
    }
    if (none) y += text_wrapped(ui, {inside->x, y, inside->w, 60}, "No activity is put away.", {.role = Role::ink_2});
    if (end_dialog(ui, y, {"Close"}) == 0) close_dialog(ui);
}

}  // namespace

const OwnActivity* own_record(const Ui& ui, std::string_view activity) {
    if (ui.caseload == nullptr) return nullptr;
    const auto& all = ui.caseload->own_activities();
    const auto found = std::ranges::find_if(all, [&](const OwnActivity& own) { return own.activity.id == activity; });
    return found == all.end() ? nullptr : &*found;
}

bool draw_own_page(OwnActivities& self, Ui& ui, std::string& saved) {
    const std::string& detail = ui.nav->here().detail;
    if (!detail.starts_with("own:") || ui.caseload == nullptr) {
        self.place.clear();
        return false;
    }
    if (self.place != detail) {
        self.place = detail;
        const OwnActivity* stored =
            detail.starts_with(own_change) ? own_record(ui, detail.substr(own_change.size())) : nullptr;
        const Activity* from =
            detail.starts_with(own_copy) ? ui.library->activity(detail.substr(own_copy.size())) : nullptr;
        if (stored != nullptr)
            change_own_activity(self.page, ui, *stored);
        else
            write_own_activity(self.page, ui, from);
    }
    if (!draw(self.page, ui)) return true;
    saved = self.page.saved;
    self.place.clear();
    ui.nav->back();
    return true;
}

void draw_own_buttons(OwnActivities& self, Ui& ui, Rect& title) {
    if (ui.caseload == nullptr) return;
    const bool can = !ui.caseload->read_only();
    const ButtonLook write{.kind = ButtonKind::primary, .icon = icon::plus, .enabled = can};
    const Rect at = title.cut_right(button_width(ui, "Write your own", write), metrics::s);
    if (button(ui, Vec{at.x, title.y + 4}, "Write your own", write))
        ui.nav->go({.screen = Screen::activities, .child = ui.nav->here().child, .detail = std::string(own_new)});
    const Rect dots = title.cut_right(metrics::button, metrics::s);
    if (icon_button(ui, {dots.x, title.y + 4}, icon::dots_horizontal, "Packs and activities put away",
                    {.bordered = true}))
        open_menu(ui, menu_name);
    if (!begin_menu(ui, menu_name, {dots.x, title.y + 4, dots.w, metrics::button}, 300)) return;
    if (menu_item(ui, "Open a pack", {.icon = icon::upload, .enabled = can})) open_pack(self, ui);
    if (menu_item(ui, "Save my activities as a pack",
                  {.icon = icon::content_save, .enabled = count_own(ui, false) > 0}))
        save_pack(ui);
    menu_divider(ui);
    if (menu_item(ui, "Activities put away", {.icon = icon::archive, .enabled = count_own(ui, true) > 0}))
        open_dialog(ui, away_name);
    end_menu(ui);
}

void draw_own_tools(Ui& ui, Vec at, const Activity& activity) {
    if (ui.caseload == nullptr || ui.caseload->read_only()) return;
    const ChildId child = ui.nav->here().child;
    if (icon_button(ui, at, icon::content_copy, "Copy and adapt"))
        ui.nav->go({.screen = Screen::activities, .child = child, .detail = std::string(own_copy) + activity.id});
    const OwnActivity* own = own_record(ui, activity.id);
    if (own == nullptr) return;
    if (icon_button(ui, {at.x + metrics::button + 4, at.y}, icon::pencil, "Change this activity"))
        ui.nav->go({.screen = Screen::activities, .child = child, .detail = std::string(own_change) + activity.id});
    if (icon_button(ui, {at.x + 2 * (metrics::button + 4), at.y}, icon::archive, "Put this activity away"))
        ui.outbox->send(ArchiveOwnActivity{own->id}, [toasts = ui.toasts, said = "Put away: " + activity.title](
                                                         const Status& status) { toasts->tell(status, said); });
}

void draw_own_dialogs(OwnActivities& self, Ui& ui) {
    if (ui.caseload == nullptr) return;
    draw_report(self, ui);
    draw_put_away(ui);
}

}  // namespace pegboard
