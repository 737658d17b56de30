// What the Activities screen has found, as cards or as lines.
#include <algorithm>

#include "app/activities/activities.h"
#include "app/parts/parts.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float card_least = 250, card_gap = 16, card_h = 232, scene_h = 114, line_h = 64;

const Activity& activity_of(const Ui& ui, const ActivityRows::Row& row) {
    return ui.library->activities()[static_cast<std::size_t>(row.index)];
}

void draw_heart(ActivitiesScreen& self, Ui& ui, Vec at, const Activity& activity) {
    const bool on = self.rows.facts.favourites.contains(activity.id);
    fill(ui, Rect{at.x, at.y, 32, 32}, Role::surface, 16);
    const std::string name = (on ? "No longer a favorite: " : "Favorite: ") + activity.title;
    IconButtonLook look{.size = 32};
    if (on) look.role = Role::danger;
    if (icon_button(ui, at, on ? icon::heart : icon::heart_outline, name, look)) set_favourite(ui, activity, !on);
}

void choose(ActivitiesScreen& self, const Activity& activity) {
    self.chosen = self.chosen == activity.id ? std::string{} : activity.id;
}

struct VerdictBadge {
    BadgeKind kind = BadgeKind::plain;
    const char* glyph = nullptr;
    std::string_view words;
};
VerdictBadge badge_for(Verdict verdict) {
    if (verdict == Verdict::exclude) return {BadgeKind::danger, icon::alert, "Not offered"};
    return {BadgeKind::warn, icon::shield_outline, "Take care"};
}

void draw_scene(Ui& ui, Rect rect, const Activity& activity, Verdict verdict, bool own) {
    picture_of(ui, {rect.x + 1, rect.y + 1, rect.w - 2, scene_h - 1}, activity, metrics::radius_card - 1, true);
    if (own) badge(ui, {rect.x + 8, rect.y + 8}, BadgeKind::info, icon::pencil, "Yours");
    if (verdict != Verdict::fine) {
        const VerdictBadge words = badge_for(verdict);
        badge(ui, {rect.x + 8, rect.y + scene_h - metrics::badge - 6}, words.kind, words.glyph, words.words);
    }
}

/// Minutes, ages, home and what it does for the child, as far as there is room.
void draw_facts(Ui& ui, Rect rect, const Activity& activity, const Fit& fit) {
    const float y = rect.y, end = rect.right();
    float x = rect.x;
    x += icon_text(ui, {x, y}, icon::clock, std::to_string(activity.minutes) + " min") + 12;
    x += icon_text(ui, {x, y}, icon::account, say_years(activity.age_min_months, activity.age_max_months)) + 12;
    if (activity.home_ok && x + 20 + text_width(ui, "Home", Type::caption) < end)
        x += icon_text(ui, {x, y}, icon::home, "Home") + 12;
    else if (activity.home_ok && x + 16 < end)
        icon_at(ui, {x, y}, icon::home, 16, Role::ink_2), x += 28;
    if (fit.kind < FitKind::second_skill || x + 16 > end) return;
    icon_at(ui, {x, y}, icon::flag_variant, 16, Role::primary);
    if (x + 24 + text_width(ui, fit_words(fit), Type::caption) < end)
        text(ui, {x + 20, y}, fit_words(fit), {.type = Type::caption, .role = Role::primary});
}

void draw_card(ActivitiesScreen& self, Ui& ui, Rect rect, const ActivityRows::Row& row) {
    const Activity& activity = activity_of(ui, row);
    const bool chosen = self.chosen == activity.id;
    card(ui, rect, {.selected = chosen});
    draw_scene(ui, rect, activity, row.verdict, self.rows.facts.own.contains(activity.id));
    if (chosen) outline(ui, rect, Role::primary, metrics::radius_card, 2);
    if (pressable(ui, rect, activity.title, WidgetRole::card, chosen, metrics::radius_card).clicked)
        choose(self, activity);
    draw_heart(self, ui, {rect.right() - 40, rect.y + 8}, activity);
    const float inner = rect.w - 32;
    text(ui, {rect.x + 16, rect.y + scene_h + 14}, activity.title, {.type = Type::section, .max_w = inner});
    text_wrapped(ui, {rect.x + 16, rect.y + scene_h + 40, inner, 34}, activity.idea,
                 {.type = Type::caption, .role = Role::ink_2}, 2);
    const float y = rect.bottom() - 30, tag_w = tag_width(ui, lead_of(activity));
    draw_facts(ui, {rect.x + 16, y, inner - tag_w - 8, 0}, activity, row.fit);
    tag(ui, {rect.right() - 16 - tag_w, y - 2}, lead_of(activity));
}

void draw_line(ActivitiesScreen& self, Ui& ui, Rect rect, const ActivityRows::Row& row, bool last) {
    const Activity& activity = activity_of(ui, row);
    if (table_row(ui, rect, activity.title, self.chosen == activity.id, last)) choose(self, activity);
    Rect in = rect.inset(metrics::l, 0);
    picture_of(ui, {in.x, in.centre().y - 26, 52, 52}, activity);
    in.cut_left(64);
    draw_heart(self, ui, {in.right() - 32, in.centre().y - 16}, activity);
    in.cut_right(32, metrics::m);
    const float tag_w = tag_width(ui, Lead::both);
    const Rect tag_at = in.cut_right(tag_w, metrics::m);
    tag(ui, {tag_at.x, tag_at.centre().y - 10}, lead_of(activity));
    const float y = in.centre().y - 8;
    icon_text(ui, {in.cut_right(96, metrics::s).x, y}, icon::account,
              say_years(activity.age_min_months, activity.age_max_months));
    icon_text(ui, {in.cut_right(76, metrics::s).x, y}, icon::clock, std::to_string(activity.minutes) + " min");
    if (row.verdict != Verdict::fine) {
        const VerdictBadge words = badge_for(row.verdict);
        const Rect at = in.cut_right(badge_width(ui, words.glyph, words.words), metrics::m);
        badge(ui, {at.x, at.centre().y - metrics::badge / 2}, words.kind, words.glyph, words.words);
    }
    const Skill* skill = activity.skills.empty() ? nullptr : ui.library->skill(activity.skills.front());
    if (skill != nullptr && in.w > 420) {
        const Rect at = in.cut_right(std::min(200.0F, focus_chip_width(ui, skill->short_name)), metrics::m);
        const Focus* focus = ui.library->focus(skill->focus);
        focus_chip(ui, {at.x, at.centre().y - 12}, skill->short_name, focus ? Design::hue(focus->hue) : Hue::indigo);
    }
    text(ui, {in.x, in.y + 11}, activity.title, {.type = Type::label, .max_w = in.w});
    text(ui, {in.x, in.y + 33}, activity.idea, {.type = Type::caption, .role = Role::ink_2, .max_w = in.w});
}

void follow_scroll(ActivitiesScreen& self, Ui& ui, Rect rect, const Activity& activity) {
    if (self.scroll_to != activity.id) return;
    scroll_to(ui, rect);
    self.scroll_to.clear();
}

}  // namespace

float draw_activity_cards(ActivitiesScreen& self, Ui& ui, Rect rect) {
    const int across = std::max(1, static_cast<int>((rect.w + card_gap) / (card_least + card_gap)));
    const float width = (rect.w - card_gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    float bottom = rect.y;
    for (std::size_t i = 0; i < self.rows.shown.size(); ++i) {
        const auto column = static_cast<float>(static_cast<int>(i) % across);
        const auto line = static_cast<float>(static_cast<int>(i) / across);
        const Rect at{rect.x + column * (width + card_gap), rect.y + line * (card_h + card_gap), width, card_h};
        bottom = at.bottom();
        follow_scroll(self, ui, at, activity_of(ui, self.rows.shown[i]));
        if (visible(ui, at)) draw_card(self, ui, at, self.rows.shown[i]);
    }
    return bottom;
}

float draw_activity_lines(ActivitiesScreen& self, Ui& ui, Rect rect) {
    const std::size_t count = self.rows.shown.size();
    rect.h = static_cast<float>(count) * line_h + 2;
    card(ui, rect);
    for (std::size_t i = 0; i < count; ++i) {
        const Rect at{rect.x + 1, rect.y + 1 + static_cast<float>(i) * line_h, rect.w - 2, line_h};
        follow_scroll(self, ui, at, activity_of(ui, self.rows.shown[i]));
        if (visible(ui, at)) draw_line(self, ui, at, self.rows.shown[i], i + 1 == count);
    }
    return rect.bottom();
}

}  // namespace pegboard
