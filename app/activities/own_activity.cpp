#include "app/activities/own_activity.h"

#include <algorithm>

#include "app/activities/activities.h"
#include "app/activities/own_activity_draft.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"
#include "core/pictures/scene.h"

namespace pegboard {
namespace {

constexpr float side_w = 400, bar_room = 12;
constexpr std::string_view draft_prefix = "own_activity.";

/// What a new activity begins with: a table game for one child, to be changed.
Activity blank() {
    Activity one;
    one.age_min_months = 36;
    one.age_max_months = 96;
    one.minutes = 10;
    one.minutes_min = 5;
    one.easier.resize(2);
    one.harder.resize(2);
    one.cues.resize(3);
    return one;
}

/// The checks, each time the activity changed.
void check(OwnActivityPage& self, const Library& library) {
    if (!self.ground_made) self.ground = content::ground_of(library);
    self.ground_made = true;
    content::derive(self.activity, self.ground);
    give_pictures(library.pictures(), self.activity);
    self.faults = content::check_activity(self.activity, self.ground);
    for (content::Fault& fault : content::check_activity_words(self.activity)) self.faults.push_back(std::move(fault));
}

void open(OwnActivityPage& self, Ui& ui, std::string of, Activity activity) {
    content::Ground ground = std::move(self.ground);
    const bool made = self.ground_made;
    self = {};
    self.ground = std::move(ground);
    self.ground_made = made;
    self.of = std::move(of);
    const std::string* kept = ui.drafts->find(self.of + ".activity");
    self.activity = kept != nullptr ? activity_from_draft(*kept, std::move(activity)) : std::move(activity);
    check(self, *ui.library);
}

/// "Steps", as the form calls a field.
std::string label_of(std::string_view field) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 24> names{{{"title", "Title"},
                                                                                   {"idea", "Idea"},
                                                                                   {"category", "Library"},
                                                                                   {"skills", "Skills"},
                                                                                   {"arcs", "Part of the session"},
                                                                                   {"interests", "Interests"},
                                                                                   {"age_min_months", "Youngest age"},
                                                                                   {"age_max_months", "Oldest age"},
                                                                                   {"minutes", "Usual time"},
                                                                                   {"minutes_min", "Shortest time"},
                                                                                   {"group_min", "Group"},
                                                                                   {"group_max", "Group"},
                                                                                   {"space", "Place"},
                                                                                   {"position", "Position"},
                                                                                   {"intensity", "Effort"},
                                                                                   {"supervision", "The adult"},
                                                                                   {"setup", "Set up"},
                                                                                   {"steps", "Steps"},
                                                                                   {"easier", "Easier"},
                                                                                   {"harder", "Harder"},
                                                                                   {"cues", "Say or show"},
                                                                                   {"items", "Materials"},
                                                                                   {"safety", "Keep safe"},
                                                                                   {"measure", "Measure"}}};
    const std::string_view first = field.substr(0, field.find('.'));
    for (const auto& [id, words] : names)
        if (id == first) return std::string(words);
    if (first == "attributes") return "Hazards";
    if (first.starts_with("home")) return "At home";
    return "Activity";
}

float draw_checks(OwnActivityPage& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Before it can be saved");
    float& height = self.heights["checks"];
    card(ui, {rect.x, rect.y, rect.w, std::max(height, 80.0F)});
    const Rect inside = rect.inset(20, 16);
    const bool ready = self.faults.empty();
    text(ui, inside.pos(), ready ? "Ready to save" : "Still to do", {.type = Type::section, .heading = true});
    const std::string count = std::to_string(self.faults.size());
    if (!ready)
        text_in(ui, {inside.x, inside.y, inside.w, 24}, count,
                {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    float y = inside.y + 36;
    if (ready) {
        icon_at(ui, {inside.x, y}, icon::check_circle, 20, Role::good);
        y += text_wrapped(ui, {inside.x + 28, y, inside.w - 28, 80},
                          "Everything a colleague needs is there. The same checks hold for the built-in library.",
                          {.role = Role::ink_2}) +
             8;
    }
    for (const content::Fault& fault : self.faults) {
        icon_at(ui, {inside.x, y}, icon::checkbox_blank_circle_outline, 20, Role::ink_3);
        y += text_wrapped(ui, {inside.x + 28, y, inside.w - 28, 200}, label_of(fault.field) + ": " + fault.text,
                          {.role = Role::ink_2}) +
             8;
    }
    const float now = y + 8 - rect.y;
    if (height < now - 0.5F || height > now + 0.5F) ui.wake_in(0);
    height = now;
    return rect.y + height;
}

void draw_preview(OwnActivityPage& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "How it will look");
    float& height = self.heights["preview"];
    card(ui, {rect.x, rect.y, rect.w, std::max(height, 200.0F)});
    const Rect inside = rect.inset(20, 16);
    text(ui, inside.pos(), "How it will look", {.type = Type::caption, .role = Role::ink_2});
    Activity shown = self.activity;
    if (shown.title.empty()) shown.title = "Untitled";
    constexpr float picture_h = 120;
    picture_of(ui, {inside.x, inside.y + 28, inside.w, picture_h}, shown);
    const float from = inside.y + 28 + picture_h + metrics::m;
    const float now = draw_activity_detail(ui, {inside.x, from, inside.w, 0}, shown, nullptr) + 16 - rect.y;
    if (height < now - 0.5F || height > now + 0.5F) ui.wake_in(0);
    height = now;
}

void save(OwnActivityPage& self, Ui& ui) {
    self.asked = true;
    if (!self.faults.empty()) return;
    const bool is_new = !self.stored.id;
    OwnActivity own = self.stored;
    if (is_new) own.id = mint<OwnActivityId>();
    own.activity = self.activity;
    own.activity.id = own_activity_key(own.id);
    OwnActivityPage* page = &self;
    Ui* shown = &ui;
    const auto done = [page, shown, of = self.of, title = own.activity.title,
                       id = own.activity.id](const Status& status) {
        page->refused = status ? std::string() : status.error().message;
        if (!status) return;
        shown->drafts->drop_prefix(of);
        shown->toasts->show("Saved: " + title, true);
        page->saved = id;
        page->of.clear();
    };
    if (is_new)
        ui.outbox->send(AddOwnActivity{std::move(own)}, done);
    else
        ui.outbox->send(EditOwnActivity{std::move(own)}, done);
}

/// The head of the page; true when it is left.
bool draw_head(OwnActivityPage& self, Ui& ui, Rect line) {
    Rect buttons{line.x, line.y + 4, line.w, metrics::button};
    const ButtonLook main{.kind = ButtonKind::primary, .icon = icon::check, .enabled = !ui.caseload->read_only()};
    if (button(ui, buttons.cut_right(button_width(ui, "Save activity", main), 8), "Save activity", main) &&
        form_ready(ui, self.of))
        save(self, ui);
    const ButtonLook ghost{.kind = ButtonKind::ghost};
    bool left = false;
    if (button(ui, buttons.cut_right(button_width(ui, "Leave it for now", ghost), 8), "Leave it for now", ghost))
        left = true;
    if (button(ui, buttons.cut_right(button_width(ui, "Start over", ghost), 8), "Start over", ghost)) {
        ui.drafts->drop_prefix(self.of);
        left = true;
    }
    text(ui, {line.x, line.y + 6}, !self.stored.id ? "Your own activity" : "Change your activity",
         {.type = Type::title, .max_w = std::max(80.0F, buttons.w), .heading = true});
    return left;
}

}  // namespace

void write_own_activity(OwnActivityPage& self, Ui& ui, const Activity* from) {
    Activity begun = from != nullptr ? *from : blank();
    begun.id.clear();
    begun.formerly.clear();
    begun.version = 1;
    begun.source_note = from != nullptr ? "Adapted from: " + from->title : std::string("Own activity");
    open(self, ui, std::string(draft_prefix) + (from != nullptr ? "from." + from->id : std::string("new")),
         std::move(begun));
    if (from != nullptr) self.stored.copied_from = from->id;
}

void change_own_activity(OwnActivityPage& self, Ui& ui, const OwnActivity& stored) {
    open(self, ui, std::string(draft_prefix) + stored.activity.id, stored.activity);
    self.stored = stored;
}

bool draw(OwnActivityPage& self, Ui& ui) {
    if (self.of.empty()) return true;
    const Scope scope(ui, "Own activity");
    Rect area = ui.area.inset(metrics::page_pad, 0);
    area.cut_top(12);
    const bool left = draw_head(self, ui, area.cut_top(48, 12));
    if (!self.refused.empty()) {
        float height = 0;
        banner(ui, area, BadgeKind::danger, self.refused, {}, &height);
        area.cut_top(height, 12);
    }
    const bool beside = area.w >= 960;
    if (beside) {
        const Rect side = area.cut_right(std::min(side_w, area.w * 0.36F), metrics::gutter);
        Rect content = begin_scroll(ui, "Checks", {side.x, side.y, side.w + bar_room, side.h});
        content.w -= bar_room;
        const float y = draw_checks(self, ui, content) + metrics::gutter;
        draw_preview(self, ui, {content.x, y, content.w, 0});
        end_scroll(ui, y + self.heights["preview"] + 16);
    }
    Rect content = begin_scroll(ui, "Activity form", {area.x, area.y, area.w + (beside ? 0 : bar_room), area.h});
    content.w -= bar_room;
    OwnActivityForm form(self, ui);
    float y = content.y;
    if (!beside) y = draw_checks(self, ui, content) + metrics::gutter;
    end_scroll(ui, form.draw({content.x, y, content.w, 0}));
    if (form.changed()) {
        check(self, *ui.library);
        ui.drafts->set(self.of + ".activity", activity_to_draft(self.activity));
    }
    return left || self.of.empty();
}

}  // namespace pegboard
