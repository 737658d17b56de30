// The goal bank beside the goal writer: search, libraries, filters with counts, and the goals found.
#include <algorithm>
#include <utility>

#include "app/goals/goal_writer.h"
#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/parts/shown_ages.h"
#include "app/widgets/fields/fields.h"
#include "core/rules/age.h"
#include "core/rules/moving.h"

namespace pegboard {
namespace {

constexpr float row_h = 84, tile_h = 40, tile_gap = 8, foot_h = 52;
constexpr std::size_t tiles_at_first = 5;

std::string note_of(const Library& library, const GoalTemplate& goal) {
    const Skill* skill = library.skill(goal.skill);
    std::string words;
    if (skill != nullptr && skill->from_months && skill->to_months)
        words = say_age(*skill->from_months) + " to " + say_age(*skill->to_months);
    if (goal.of > 0) words += (words.empty() ? "" : ", ") + std::to_string(goal.n) + " of " + std::to_string(goal.of);
    return words;
}

/// How many months a goal's usual ages lie from the child's; none within two years, as children of a clinic go.
int months_away(const Library& library, const GoalTemplate& goal, int months) {
    constexpr int usual_span = 24;
    const Skill* skill = library.skill(goal.skill);
    if (skill == nullptr || months < 0) return 0;
    const int after = skill->to_months ? months - *skill->to_months : 0;
    const int before = skill->from_months ? *skill->from_months - months : 0;
    const int away = std::max({0, after, before});
    return away <= usual_span ? 0 : away;
}

/// What the filter shows, goals for the child's age first, and what each library and skill would show; only when the
/// filter or the child changes.
void find_bank(GoalWriter& self, const Library& library, int months) {
    GoalWriter::Bank& bank = self.bank;
    if (bank.made && bank.of == self.filter && bank.months == months) return;
    bank = {};
    bank.of = self.filter;
    bank.months = months;
    bank.made = true;
    bank.shown = find_goals(library, self.filter);
    std::ranges::stable_sort(bank.shown, {},
                             [&](const GoalTemplate* goal) { return months_away(library, *goal, months); });
    self.bank_row = 0;
    for (const GoalTemplate* goal : bank.shown) {
        bank.titles.push_back(goal_title(*goal, usual_slots(*goal, {}, Date{}), library));
        bank.notes.push_back(note_of(library, *goal));
    }
    GoalBankFilter any = self.filter;
    for (const Category& category : library.categories()) {
        any.category = category.id;
        bank.in_category[category.id] = static_cast<int>(find_goals(library, any).size());
    }
    any.category = self.filter.category;
    for (const Skill& skill : library.skills()) {
        any.skill = skill.id;
        bank.with_skill[skill.id] = static_cast<int>(find_goals(library, any).size());
    }
}

void draw_category(GoalWriter& self, Ui& ui, Rect rect, const Category& category) {
    const bool chosen = self.filter.category == category.id;
    fill(ui, rect, chosen ? Role::primary_tint : Role::surface, metrics::radius);
    outline(ui, rect, chosen ? Role::primary : Role::line, metrics::radius, chosen ? 2 : 1);
    if (pressable(ui, rect, category.name, WidgetRole::card, chosen, metrics::radius).clicked)
        self.filter.category = chosen ? std::string() : category.id;
    const Hue hue = Design::hue(category.hue);
    tile(ui, {rect.x + 6, rect.centre().y - 14, 28, 28}, category.illustration, hue, metrics::radius_small);
    text_in(ui, {rect.x + 42, rect.y, rect.w - 46, rect.h}, category.name,
            {.type = Type::caption_medium, .role = chosen ? Role::primary : Role::ink});
}

/// Libraries with goals, two beside each other; the fullest at first, all of them when asked.
float draw_categories(GoalWriter& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Libraries of goals");
    std::vector<const Category*> shown;
    for (const Category& category : ui.library->categories())
        if (self.bank.in_category[category.id] > 0 || self.filter.category == category.id) shown.push_back(&category);
    const std::size_t all = shown.size();
    if (!self.all_categories && all > tiles_at_first + 1) {
        const auto place = [&](const Category* one) {
            return std::pair(one->id != self.filter.category, -self.bank.in_category[one->id]);
        };
        std::ranges::stable_sort(shown, {}, place);
        shown.resize(tiles_at_first);
    }
    const float width = (rect.w - tile_gap) / 2;
    const auto at = [&](std::size_t i) {
        return Rect{rect.x + static_cast<float>(i % 2) * (width + tile_gap),
                    rect.y + static_cast<float>(i / 2) * (tile_h + tile_gap), width, tile_h};
    };
    for (std::size_t i = 0; i < shown.size(); ++i) draw_category(self, ui, at(i), *shown[i]);
    std::size_t last = shown.size();
    if (all > tiles_at_first + 1) {
        const std::string words = self.all_categories ? "Show fewer" : "All " + std::to_string(all) + " libraries";
        if (button(ui, at(last), words, {.kind = ButtonKind::ghost})) self.all_categories = !self.all_categories;
        ++last;
    }
    return last == 0 ? rect.y : at(last - 1).bottom();
}

/// The child's age, corrected where it is.
int months_of(const GoalDraft& draft) {
    const ShownAges ages = ages_of(draft.page.ui, draft.page.child.id);
    return ages.corrected >= 0 ? ages.corrected : ages.months;
}

float draw_filters(GoalDraft& draft, Rect rect) {
    GoalWriter& self = draft.page.self.writer;
    Ui& ui = draft.page.ui;
    const Scope scope(ui, "Filters");
    Wrap wrap(rect.x, rect.y, rect.w, metrics::chip);
    std::vector<std::string> ids, labels, notes;
    for (const Skill& skill : ui.library->skills()) {
        const int count = self.bank.with_skill[skill.id];
        if (count == 0 && skill.id != self.filter.skill) continue;
        ids.push_back(skill.id);
        labels.push_back(skill.kind == "sequence" ? skill.name + ", every step" : skill.name);
        notes.push_back(std::to_string(count));
    }
    int chosen = self.filter.skill.empty() ? -1 : index_in(ids, self.filter.skill);
    const ChipOptions options{labels, notes};
    const float width = std::min(rect.w, choice_chip_width(ui, "Skill", options, chosen, icon::flag_variant));
    if (choice_chip(ui, wrap.place(width), "Skill", options, chosen, icon::flag_variant))
        self.filter.skill = chosen < 0 ? std::string() : ids[static_cast<std::size_t>(chosen)];
    const int months = months_of(draft);
    const std::string age = "Age " + say_age(months);
    const ChipLook age_look{.selected = self.filter.age_months >= 0, .icon = icon::account};
    if (chip(ui, wrap.place(chip_width(ui, age, age_look)), age, age_look))
        self.filter.age_months = self.filter.age_months >= 0 ? -1 : months;
    for (const char* discipline : {"OT", "PT"}) {
        const ChipLook look{.selected = self.filter.discipline == discipline};
        if (chip(ui, wrap.place(chip_width(ui, discipline, look)), discipline, look))
            self.filter.discipline = look.selected ? "" : discipline;
    }
    return wrap.bottom();
}

void draw_row(GoalDraft& draft, Rect rect, std::size_t i) {
    GoalWriter& self = draft.page.self.writer;
    Ui& ui = draft.page.ui;
    const GoalTemplate& goal = *self.bank.shown[i];
    const bool chosen = draft.words.bank == goal.id;
    if (chosen) fill(ui, rect, Role::primary_tint);
    const bool current = static_cast<int>(i) == self.bank_row;
    const bool came = current && std::exchange(self.bank_moved, false);  // by a key that is still down in this frame
    if (came) {
        scroll_to(ui, rect);
        take_keyboard(ui);
    }
    const bool pressed =
        pressable(ui, rect.inset(2), self.bank.titles[i], WidgetRole::row, chosen, metrics::radius_small, current)
            .clicked;
    if (pressed) self.bank_row = static_cast<int>(i);
    if (const auto to = list_by_keys(ui, static_cast<int>(i), static_cast<int>(self.bank.shown.size()));
        current && !came && to) {
        self.bank_row = *to;
        self.bank_moved = true;
    }
    const float room = rect.w - 40 - 40;
    const float words_h = std::min(40.0F, wrapped_height(ui, self.bank.titles[i], room, Type::label));
    float y = rect.centre().y - (words_h + 28) / 2;
    text_wrapped(ui, {rect.x + 20, y, room, words_h}, self.bank.titles[i], {.type = Type::label}, 2);
    y += words_h + 8;
    const Skill* skill = ui.library->skill(goal.skill);
    const Lead lead = skill == nullptr || skill->discipline == "OT" ? Lead::ot
                      : skill->discipline == "PT"                   ? Lead::pt
                                                                    : Lead::both;
    const float tag_w = tag(ui, {rect.x + 20, y}, lead);
    text(ui, {rect.x + 28 + tag_w, y + 2}, self.bank.notes[i],
         {.type = Type::caption, .role = Role::ink_2, .max_w = room - tag_w});
    icon_at(ui, {rect.right() - 44, rect.centre().y - 12}, chosen ? icon::check_circle : icon::plus_circle_outline, 24,
            chosen ? Role::primary : Role::ink_2);
    divider(ui, {rect.x + 1, rect.bottom() - 1}, rect.w - 2);
    if (pressed) draft.use(goal.id);
}

void draw_list(GoalDraft& draft, Rect rect) {
    GoalWriter& self = draft.page.self.writer;
    Ui& ui = draft.page.ui;
    const Rect list = begin_scroll(ui, "Goals of the bank", rect);
    self.bank_row = std::clamp(self.bank_row, 0, std::max(0, static_cast<int>(self.bank.shown.size()) - 1));
    float y = list.y;
    for (std::size_t i = 0; i < self.bank.shown.size(); ++i) {
        const Rect at{list.x, y, list.w, row_h};
        y = at.bottom();
        if (self.show_chosen && self.bank.shown[i]->id == draft.words.bank) {
            scroll_to(ui, at);
            self.show_chosen = false;
            self.bank_row = static_cast<int>(i);
        }
        if (visible(ui, at) || static_cast<int>(i) == self.bank_row) draw_row(draft, at, i);
    }
    if (self.bank.shown.empty()) {
        y += 16 + text_wrapped(ui, {list.x + 20, y + 16, list.w - 40, 80},
                               "No goal of the bank fits all of that. Take a filter away, or start from blank.",
                               {.role = Role::ink_2});
        const bool cleared =
            button(ui, Vec{list.x + 20, y + 12}, "Clear filters", {.kind = ButtonKind::tonal, .height = 32});
        if (cleared) self.filter = {};
        y += 52;
    }
    end_scroll(ui, y);
}

}  // namespace

void draw_goal_bank(GoalDraft& draft, Rect rect, bool in_drawer) {
    GoalWriter& self = draft.page.self.writer;
    Ui& ui = draft.page.ui;
    const Scope scope(ui, "Goal bank");
    self.filter.unmet = unmet_needs(draft.page.child, *ui.library, ui.clock.today);
    find_bank(self, *ui.library, months_of(draft));
    Rect inside = rect;
    const Rect foot = inside.cut_bottom(foot_h);
    inside.cut_top(in_drawer ? metrics::xl : metrics::l);
    Rect head = inside.cut_top(28, metrics::s).inset(metrics::l, 0);
    text(ui, head.pos(), "Goal bank", {.type = Type::section, .heading = true});
    const Category* category = ui.library->category(self.filter.category);
    const std::size_t shown = self.bank.shown.size();
    const std::string what = category != nullptr ? " in " + category->name : shown == 1 ? " goal" : " goals";
    const std::string count = std::to_string(shown) + what;
    if (in_drawer) head.cut_right(metrics::button);
    text_in(ui, head, count, {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    live_field(ui, inside.cut_top(metrics::field, metrics::m).inset(metrics::l, 0), "Search the bank",
               self.filter.query,
               {.hint = "Search the bank", .icon = icon::magnify, .label_above = false, .clear_button = true});
    Rect filters = inside.inset(metrics::l, 0);
    float y = draw_categories(self, ui, filters) + metrics::m;
    y = draw_filters(draft, {filters.x, y, filters.w, 0}) + metrics::m;
    divider(ui, {rect.x + 1, y}, rect.w - 2);
    draw_list(draft, {rect.x + 1, y + 1, rect.w - 2, foot.y - y - 1});
    divider(ui, {rect.x + 1, foot.y}, rect.w - 2);
    const ButtonLook look{.kind = ButtonKind::ghost, .icon = icon::plus};
    const float width = button_width(ui, "Start from blank", look);
    if (button(ui, Vec{foot.right() - width - metrics::s, foot.y + 6}, "Start from blank", look)) draft.use({});
}

}  // namespace pegboard
