// Activities to add to the plan, found as the therapist types. A row that a precaution excludes says so and asks before
// it is used.
#include <algorithm>

#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"
#include "app/widgets/fields/fields.h"

namespace pegboard {
namespace {

constexpr float head_h = 48, tile_size = 44, line_h = 18, row_pad = 12;
constexpr std::string_view category_menu = "Library";

// ------------------------------------------------------------------ ideas

struct RowShape {
    float text_w = 0;
    float title_h = 0;
    float height = 0;
};

std::string finding_words(const Finding& finding) {
    return finding.verdict == Verdict::exclude ? finding.reason + "." : finding.label + ": " + finding.line;
}

float finding_height(const Ui& ui, const Finding& finding, float width) {
    const bool out = finding.verdict == Verdict::exclude;
    return (out ? metrics::badge + 2.0F : 0.0F) +
           wrapped_height(ui, finding_words(finding), out ? width : width - 20, Type::caption) + 4;
}

/// A badge with the reason below when the precaution excludes, one line with a shield when it only flags.
float draw_finding(Ui& ui, Rect rect, const Finding& finding) {
    float y = rect.y;
    const bool out = finding.verdict == Verdict::exclude;
    if (out) {
        badge(ui, {rect.x, y}, BadgeKind::danger, icon::alert, finding.label);
        y += metrics::badge + 2;
    } else {
        icon_at(ui, {rect.x, y}, icon::shield_outline, 16, Role::warn);
    }
    const float indent = out ? 0.0F : 20.0F;
    text_wrapped(ui, {rect.x + indent, y, rect.w - indent, 400}, finding_words(finding),
                 {.type = Type::caption, .role = out ? Role::danger : Role::warn});
    return finding_height(ui, finding, rect.w);
}

RowShape shape_of(const Ui& ui, const IdeaRow& row, float width) {
    RowShape shape;
    shape.text_w = width - tile_size - metrics::m - metrics::button - metrics::s;
    shape.title_h = wrapped_height(ui, row.activity->title, shape.text_w, Type::label);
    float y = row_pad + shape.title_h + line_h + 2;
    y += static_cast<float>(row.reasons.size()) * line_h;
    for (const Finding& finding : *row.findings) y += finding_height(ui, finding, shape.text_w);
    shape.height = std::max(y, row_pad + tile_size) + row_pad - 2;
    return shape;
}

/// Minutes, then pegs and words when a chosen goal fits.
void draw_fit(Ui& ui, Vec pos, const IdeaRow& row) {
    const Activity& activity = *row.activity;
    float x =
        pos.x + text(ui, pos, std::to_string(activity.minutes) + " min", {.type = Type::caption, .role = Role::ink_2});
    if (row.fit.kind == FitKind::none) return;
    std::vector<Peg> filled(5, Peg::hollow);
    std::fill_n(filled.begin(), row.fit.pegs(), Peg::filled);
    const std::string words(fit_words(row.fit));
    x += metrics::m;
    x += pegs(ui, {x, pos.y + 3}, filled, metrics::peg_s, words) + metrics::s;
    text(ui, {x, pos.y}, words, {.type = Type::caption, .role = Role::ink_2});
}

void draw_idea(PlanScreen& self, Ui& ui, Rect rect, const IdeaRow& row, const RowShape& shape) {
    const Activity& activity = *row.activity;
    const bool out = row.verdict == Verdict::exclude;
    if (pressable(ui, rect.inset(0, 1), activity.title, WidgetRole::row).clicked) {
        self.detail = activity.id;
        open_drawer(ui, "Activity");
    }
    Rect inside = rect.inset(metrics::l, 0);
    picture_of(ui, {inside.x, inside.y + row_pad, tile_size, tile_size}, activity);
    const float x = inside.x + tile_size + metrics::m;
    float y = inside.y + row_pad;
    text_wrapped(ui, {x, y, shape.text_w, 200}, activity.title, {.type = Type::label});
    y += shape.title_h;
    draw_fit(ui, {x, y}, row);
    y += line_h + 2;
    for (const Finding& finding : *row.findings) y += draw_finding(ui, {x, y, shape.text_w, 0}, finding);
    for (const IdeaReason& reason : row.reasons) {
        icon_at(ui, {x, y}, reason.icon, 16, reason.good ? Role::good : Role::ink_2);
        text(ui, {x + 20, y}, reason.words, {.type = Type::caption, .role = Role::ink_2, .max_w = shape.text_w - 20});
        y += line_h;
    }
    if (!self.view.editable) return;
    const IconButtonLook look{.bordered = true, .role = out ? Role::danger : Role::primary};
    const Vec at{inside.right() - metrics::button, inside.y + row_pad};
    if (icon_button(ui, at, icon::plus, "Add " + activity.title, look)) add_activity(self, ui, activity);
}

void draw_rows(PlanScreen& self, Ui& ui, Rect rect) {
    const Rect content = begin_scroll(ui, "Ideas", rect);
    float y = content.y;
    for (const IdeaRow& row : self.ideas.rows) {
        const RowShape shape = shape_of(ui, row, content.w - 2 * metrics::l);
        const Rect at{content.x, y, content.w, shape.height};
        if (visible(ui, at)) {
            draw_idea(self, ui, at, row, shape);
            divider(ui, {content.x, at.bottom()}, content.w);
        }
        y = at.bottom();
    }
    end_scroll(ui, y + metrics::s);
}

// ------------------------------------------------------------------ filters

void draw_category_menu(PlanScreen& self, Ui& ui, Rect anchor) {
    if (!begin_menu(ui, category_menu, anchor, 240)) return;
    if (menu_item(ui, "All libraries", {.ticked = self.ideas.category.empty()})) self.ideas.category.clear();
    menu_divider(ui);
    for (const Category& category : ui.library->categories()) {
        const bool any = std::ranges::find(ui.library->activities(), category.id, &Activity::category) !=
                         ui.library->activities().end();
        if (any && menu_item(ui, category.name, {.ticked = self.ideas.category == category.id}))
            self.ideas.category = category.id;
    }
    end_menu(ui);
}

/// Filter chips in one or more lines; returns the y below them.
float draw_filters(PlanScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Filters");
    PlanIdeas& ideas = self.ideas;
    Wrap wrap(rect.x, rect.y, rect.w, metrics::chip);
    const auto toggle = [&](std::string_view label, bool& on) {
        const ChipLook look{.selected = on};
        if (chip(ui, wrap.place(chip_width(ui, label, look)), label, look)) on = !on;
    };
    if (self.view.chosen > 0) toggle("For " + whose_words(ui, self.view) + " goals", ideas.for_goals);
    const Category* category = ui.library->category(ideas.category);
    const std::string label = category ? category->name : std::string("Library");
    const ChipLook look{.selected = category != nullptr, .menu = category == nullptr, .removable = category != nullptr};
    const float width = chip_width(ui, label, look);
    const Vec at = wrap.place(width);
    if (chip(ui, at, label, look)) {
        if (category)
            ideas.category.clear();
        else
            open_menu(ui, category_menu);
    }
    draw_category_menu(self, ui, {at.x, at.y, width, metrics::chip});
    const int left = self.view.left_min();
    if (left > 0) toggle("Fits " + std::to_string(left) + " min", ideas.fits_time);
    toggle("At home", ideas.home);
    return wrap.bottom();
}

}  // namespace

void draw_add(PlanScreen& self, Ui& ui, Rect rect, float corner) {
    const Scope scope(ui, "Add activities");
    next_pane(ui);
    follow_ideas(self.ideas, ui, self.view, *self.desk);
    Rect inside = rect.inset(metrics::l, 0);
    Rect head = inside.cut_top(head_h);
    head.cut_right(corner);
    const std::size_t count = self.ideas.rows.size();
    text_in(ui, head, std::to_string(count) + (count == 1 ? " idea" : " ideas"),
            {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    text_in(ui, head, "Add activities", {.type = Type::section, .heading = true});
    const FieldLook search{.hint = "Search title, steps, materials",
                           .icon = icon::magnify,
                           .label_above = false,
                           .clear_button = true,
                           .focus_now = std::exchange(self.find_ideas, false)};
    live_field(ui, inside.cut_top(metrics::field, metrics::s), "Search ideas", self.ideas.query, search);
    inside.cut_top(draw_filters(self, ui, inside) - inside.y, metrics::s);
    divider(ui, {rect.x, inside.y}, rect.w);
    const Rect list{rect.x, inside.y + 1, rect.w, rect.bottom() - inside.y - 2};
    if (count > 0) return draw_rows(self, ui, list);
    if (empty_state(ui, list, "play-social", Hue::pink, "Nothing fits all of that",
                    "Take a filter away, or search for fewer words.", "Clear filters")) {
        self.ideas.query.clear();
        self.ideas.category.clear();
        self.ideas.for_goals = self.ideas.fits_time = self.ideas.home = false;
    }
}

}  // namespace pegboard
