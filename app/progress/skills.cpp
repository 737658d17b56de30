#include "app/progress/skills.h"

#include <algorithm>
#include <utility>

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/tint.h"
#include "app/widgets/widgets.h"
#include "core/rules/age.h"

namespace pegboard {
namespace {

constexpr float panel_w = 400, row_h = 44, heading_h = 48, axis_h = 44, bar_room = 12, bar_h = 12;

Hue hue_of(const Ui& ui, const Skill& skill) {
    const Focus* focus = ui.library->focus(skill.focus);
    return focus != nullptr ? Design::hue(focus->hue) : Hue::indigo;
}

void find_children(SkillsScreen& self, const Ui& ui) {
    if (ui.caseload == nullptr || (self.children_made && self.children_at == ui.caseload->revision())) return;
    self.children_made = true;
    self.children_at = ui.caseload->revision();
    self.children.assign(1, ChildId{});
    self.child_names.assign(1, "No child");
    for (const Child& child : ui.caseload->children())
        if (is_current(child, ui.clock.today)) {
            self.children.push_back(child.id);
            self.child_names.push_back(shown_name(ui, child) + ", " + say_age_on(child.date_of_birth, ui.clock.today));
        }
    if (std::ranges::find(self.children, self.child) == self.children.end()) self.child = {};
}

void follow_place(SkillsScreen& self, const Ui& ui) {
    const Place& here = ui.nav->here();
    if (here.child) self.child = here.child;
    if (here.detail == self.opened) return;
    self.opened = here.detail;
    const Skill* skill = ui.library->skill(here.detail);
    if (skill == nullptr) return;
    self.chosen = self.scroll_to = skill->id;
    self.filter = {};
    if (!skill->parent.empty()) self.unfolded.insert(skill->parent);
}

void find_rows(SkillsScreen& self, const Ui& ui) {
    auto& rows = self.rows;
    if (rows.made && rows.of == self.filter && rows.unfolded == self.unfolded) return;
    rows = {.of = self.filter, .unfolded = self.unfolded, .made = true, .shown = {}, .skills = 0};
    const std::vector<const Skill*> found = find_skills(*ui.library, self.filter);
    rows.skills = static_cast<int>(found.size());
    const bool narrowed = !self.filter.query.empty() || self.filter.age_months >= 0;
    for (const Focus& focus : ui.library->focus_areas()) {
        bool headed = false;
        for (const Skill* skill : found) {
            const bool here = self.filter.focus.empty() ? skill->focus == focus.id : self.filter.focus == focus.id;
            if (!here) continue;
            if (!std::exchange(headed, true)) rows.shown.push_back({.skill = nullptr, .focus = &focus});
            rows.shown.push_back({.skill = skill, .focus = &focus});
            if (skill->kind != "sequence" || !(narrowed || self.unfolded.contains(skill->id))) continue;
            for (const Skill* step : ui.library->steps_of(skill->id))
                rows.shown.push_back({.skill = step, .focus = &focus, .step = true});
        }
    }
}

void draw_filters(SkillsScreen& self, Ui& ui, Rect& page) {
    const Scope scope(ui, "Filters");
    Wrap wrap(page.x, page.y, page.w, metrics::chip);
    const ShownAges ages = ages_of(ui, self.child);
    if (ages.months >= 0) {
        const int months = ages.corrected >= 0 ? ages.corrected : ages.months;
        const std::string label = "Usually grow at " + say_age(months);
        const ChipLook look{.selected = self.filter.age_months >= 0, .icon = icon::account};
        if (chip(ui, wrap.place(chip_width(ui, label, look)), label, look))
            self.filter.age_months = self.filter.age_months >= 0 ? -1 : months;
    } else {
        std::vector<std::string> labels;
        for (int year = 1; year <= 10; ++year) labels.push_back("Age " + std::to_string(year));
        int chosen = self.filter.age_months >= 12 ? self.filter.age_months / 12 - 1 : -1;
        const ChipOptions options{labels};
        const Vec at = wrap.place(choice_chip_width(ui, "Age", options, chosen, icon::account));
        if (choice_chip(ui, at, "Age", options, chosen, icon::account))
            self.filter.age_months = chosen < 0 ? -1 : (chosen + 1) * 12;
    }
    for (const Focus& focus : ui.library->focus_areas()) {
        const ChipLook look{.selected = self.filter.focus == focus.id};
        if (chip(ui, wrap.place(chip_width(ui, focus.short_name, look)), focus.short_name, look))
            self.filter.focus = look.selected ? std::string() : focus.id;
    }
    page.cut_top(wrap.bottom() - page.y, 12);
}

/// Years along the top, and the child's ages with their words.
void draw_axis(Ui& ui, Rect rect, const AgeAxis& axis, const ShownAges& ages) {
    text_in(ui, {rect.x + 16, rect.y, axis.x - rect.x - 24, rect.h}, "Skill",
            {.type = Type::caption_medium, .role = Role::ink_2});
    const int step = axis.w < 420 ? 2 : 1;
    for (int year = 0; year * 12 <= axis.most; year += step) {
        const std::string words = year == 0 ? "birth" : std::to_string(year) + " y";
        text(ui, {axis.at(year * 12), rect.y + 24}, words,
             {.type = Type::caption, .role = Role::ink_3, .align = Align::centre});
    }
    if (ages.months < 0) return;
    const bool two = ages.corrected >= 0;
    const float x = axis.at(ages.months);
    const std::string words = ages.who + ", " + say_age(ages.months);
    const float width = text_width(ui, words, Type::caption_strong);
    const float left = std::clamp(x - width / 2, axis.x, axis.x + axis.w - width);
    text(ui, {two ? std::min(std::max(x + 6, axis.x), axis.x + axis.w - width) : left, rect.y + 4}, words,
         {.type = Type::caption_strong});
    if (!two) return;
    const std::string also = say_age(ages.corrected) + " corrected";
    const float also_w = text_width(ui, also, Type::caption_strong);
    text(ui, {std::max(rect.x + 8, axis.at(ages.corrected) - 6 - also_w), rect.y + 4}, also,
         {.type = Type::caption_strong, .role = Role::primary});
}

void draw_heading(Ui& ui, Rect rect, const Focus& focus) {
    const Lead lead = focus.discipline == "PT" ? Lead::pt : Lead::ot;
    fill(ui, Rect{rect.x, rect.y + 4, rect.w, rect.h - 8}, Design::hue(focus.hue));
    const float tag_w = tag(ui, {rect.x + 16, rect.centre().y - 10}, lead);
    text_in(ui, {rect.x + 16 + tag_w + 10, rect.y, rect.w - 60, rect.h}, focus.name,
            {.type = Type::button, .heading = true});
}

void draw_row(SkillsScreen& self, Ui& ui, Rect rect, const SkillsScreen::Row& row, const AgeAxis& axis,
              const ShownAges& ages) {
    const Skill& skill = *row.skill;
    const bool chosen = self.chosen == skill.id;
    if (pressable(ui, rect.inset(4, 1), skill.name, WidgetRole::row, chosen).clicked)
        self.chosen = chosen ? std::string() : skill.id;
    float x = rect.x + (row.step ? 48.0F : 16.0F);
    if (skill.kind == "sequence") {
        const bool open = self.unfolded.contains(skill.id);
        const std::string name = (open ? "Hide the steps of " : "Show the steps of ") + skill.name;
        if (icon_button(ui, {x - 6, rect.centre().y - 16}, open ? icon::chevron_down : icon::chevron_right, name,
                        {.size = 32})) {
            if (open)
                self.unfolded.erase(skill.id);
            else
                self.unfolded.insert(skill.id);
        }
        x += 28;
    } else if (row.step) {
        text(ui, {x - 12, rect.centre().y - 8}, std::to_string(skill.step_no),
             {.type = Type::caption_strong, .role = Role::ink_3, .align = Align::right});
    }
    const Type type = row.step ? Type::body : Type::label;
    const float room = axis.x - x - 12;
    const float height = std::min(rect.h, wrapped_height(ui, skill.name, room, type));
    text_wrapped(ui, {x, rect.centre().y - height / 2, room, height}, skill.name, {.type = type}, 2);
    draw_window_bar(ui, {axis.x, rect.y, axis.w, rect.h}, axis, skill, ages);
}

void draw_chart(SkillsScreen& self, Ui& ui, Rect page) {
    card(ui, page);
    const ShownAges ages = ages_of(ui, self.child);
    Rect inside = page.inset(1);
    const Rect head = inside.cut_top(axis_h);
    const float name_w = std::clamp(inside.w * 0.42F, 160.0F, 380.0F);
    const AgeAxis axis{inside.x + name_w, inside.w - name_w - 128, 120};
    draw_axis(ui, head, axis, ages);
    divider(ui, {inside.x, inside.y}, inside.w);
    const Rect content = begin_scroll(ui, "Skills", {inside.x, inside.y + 1, inside.w, inside.h - 1});
    float y = content.y;
    for (const SkillsScreen::Row& row : self.rows.shown) {
        const Rect at{content.x, y, content.w, row.skill != nullptr ? row_h : heading_h};
        y = at.bottom();
        if (row.skill != nullptr && self.scroll_to == row.skill->id) {
            scroll_to(ui, at);
            self.scroll_to.clear();
        }
        if (!visible(ui, at)) continue;
        if (row.skill == nullptr)
            draw_heading(ui, at, *row.focus);
        else
            draw_row(self, ui, at, row, axis, ages);
    }
    end_scroll(ui, y + 8);
}

void draw_page(SkillsScreen& self, Ui& ui, Rect page) {
    Rect title = page.cut_top(48, 12);
    const float x =
        title.x + text(ui, {title.x, title.y + 6}, "Skills map", {.type = Type::title, .heading = true}) + 14;
    const float search_w = std::clamp((title.right() - x) / 2 - 16, 120.0F, 280.0F);
    live_field(ui, {title.right() - search_w, title.y + 4, search_w, metrics::field}, "Search skills",
               self.filter.query,
               {.hint = "Search skills", .icon = icon::magnify, .label_above = false, .clear_button = true});
    if (self.children.size() > 1) {
        const auto found = std::ranges::find(self.children, self.child);
        int chosen = found == self.children.end() ? 0 : static_cast<int>(found - self.children.begin());
        const float width = std::min(240.0F, title.right() - search_w - 12 - x);
        if (choice(ui, {title.right() - search_w - 12 - width, title.y + 4, width, metrics::field}, "Beside the age of",
                   self.child_names, chosen, {.label_above = false})) {
            self.child = self.children[static_cast<std::size_t>(chosen)];
            self.filter.age_months = -1;
        }
    }
    draw_filters(self, ui, page);
    const Rect note = page.cut_bottom(40);
    text_in(ui, {note.x, note.y, note.w, 32},
            "A window shows when some children begin and most manage. It helps to choose what comes next. It is not a "
            "test.",
            {.type = Type::caption, .role = Role::ink_2});
    if (!self.rows.shown.empty()) return draw_chart(self, ui, page);
    if (empty_state(ui, page, "visual-motor", Hue::olive, "No skill fits all of that",
                    "Take a filter away, or search for fewer words.", "Clear filters"))
        self.filter = {};
}

}  // namespace

float AgeAxis::at(int months) const {
    return x + w * static_cast<float>(std::clamp(months, 0, most)) / static_cast<float>(most);
}

void draw_window_bar(Ui& ui, Rect rect, const AgeAxis& axis, const Skill& skill, const ShownAges& ages) {
    const float y = rect.centre().y;
    if (!skill.compare_window || !skill.from_months || !skill.to_months) {
        text_in(ui, {axis.x, rect.y, axis.w + 112, rect.h},
                skill.compare_window ? "No usual age" : "No age to compare with",
                {.type = Type::caption, .role = Role::ink_3});
        return;
    }
    fill(ui, Rect{axis.x, y - 1, axis.w, 2}, Role::line, 1);
    const float from = axis.at(*skill.from_months), to = std::max(axis.at(*skill.to_months), from + 6);
    swatch(ui, {from, y - bar_h / 2, to - from, bar_h}, hue_of(ui, skill), bar_h / 2);
    text_in(ui, {axis.x + axis.w + 8, rect.y, 116, rect.h},
            say_age(*skill.from_months) + " to " + say_age(*skill.to_months),
            {.type = Type::caption, .role = Role::ink_2});
    if (ages.months < 0) return;
    if (ages.months <= axis.most) fill(ui, Rect{axis.at(ages.months) - 1, rect.y, 2, rect.h}, Role::ink);
    if (ages.corrected >= 0) fill(ui, Rect{axis.at(ages.corrected) - 1, rect.y, 2, rect.h}, Role::primary);
}

void draw(SkillsScreen& self, Ui& ui) {
    find_children(self, ui);
    follow_place(self, ui);
    find_rows(self, ui);
    const std::uint64_t library = ui.library->revision();
    if (self.detail.of != self.chosen || self.detail.view.skill == nullptr || self.detail.library != library)
        self.detail = {view_skill(*ui.library, self.chosen), self.chosen, library};

    Rect area = ui.area;
    const bool chosen = self.detail.view.skill != nullptr;
    const bool room_beside = ui.window.w >= metrics::drawer_below_w;
    const Rect panel = chosen && room_beside ? area.cut_right(panel_w) : Rect{};
    Rect page = area.inset(metrics::page_pad, 0);
    page.cut_top(12);
    draw_page(self, ui, page);
    if (panel.w > 0) {
        const Scope scope(ui, "Skill detail");
        next_pane(ui);
        fill(ui, panel, Role::surface);
        fill(ui, Rect{panel.x, panel.y, 1, panel.h}, Role::line);
        const Rect content = begin_scroll(ui, "Skill text", panel);
        if (icon_button(ui, {content.right() - 52, content.y + 12}, icon::close, "Close skill")) self.chosen.clear();
        end_scroll(ui, draw_skill_detail(self, ui, {content.x + 24, content.y + 20, content.w - 48, 0}) + 24);
    }
    if (!chosen || room_beside) {
        self.in_drawer.clear();
        return;
    }
    constexpr std::string_view drawer = "Chosen skill";
    if (self.in_drawer != self.chosen) open_drawer(ui, drawer);
    self.in_drawer = self.chosen;
    if (const auto rect = begin_drawer(ui, drawer, std::min(panel_w, ui.window.w - 64)))
        end_drawer(ui, draw_skill_detail(self, ui, *rect));
    else
        self.chosen.clear();
}

}  // namespace pegboard
