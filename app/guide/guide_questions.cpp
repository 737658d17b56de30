// The middle of the guide: the health questions in three groups, each answered on its own, and the concerns of one
// group with four answers each.
#include <algorithm>

#include "app/design/icons.h"
#include "app/guide/guide_parts.h"
#include "app/widgets/grab.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr std::array<std::string_view, 3> tiers{"911", "today", "week"};

struct TierLook {
    Role tint, ink;
    const char* icon;
};
TierLook look_of(std::size_t tier) {
    constexpr std::array looks{TierLook{Role::danger_tint, Role::danger, icon::phone},
                               TierLook{Role::warn_tint, Role::warn, icon::phone},
                               TierLook{Role::info_tint, Role::info, icon::calendar_blank}};
    return looks[tier];
}

float tick_height(const Ui& ui, std::string_view words, float width) {
    return std::max(44.0F, wrapped_height(ui, words, width - 48) + 16);
}

bool draw_tick(Ui& ui, Rect rect, std::string_view words, bool on) {
    const Pressed pressed = pressable(ui, rect, words, WidgetRole::checkbox, on);
    if (on || pressed.hovered) fill(ui, rect, on ? Role::primary_tint : Role::hover, metrics::radius_small);
    const Rect box{rect.x + 12, rect.y + (rect.h - 20) / 2, 20, 20};
    fill(ui, box, on ? Role::primary : Role::surface, 5);
    outline(ui, box, on ? Role::primary : Role::line_strong, 5, 1.5F);
    if (on) icon_at(ui, {box.x + 2, box.y + 2}, icon::check, 16, Role::on_primary);
    const float h = wrapped_height(ui, words, rect.w - 48);
    text_wrapped(ui, {rect.x + 42, rect.y + (rect.h - h) / 2, rect.w - 48, 0}, words);
    return pressed.clicked;
}

/// One group of red flags from `y`; returns the lowest y.
float draw_tier(GuideView& view, Rect column, std::size_t tier) {
    Ui& ui = view.ui;
    GuideAnswers& answers = view.self.answers;
    const TierLook look = look_of(tier);
    const Scope scope(ui, tiers[tier]);
    float y = column.y;
    const ButtonLook none{.kind = answers.none_of.contains(tiers[tier]) ? ButtonKind::tonal : ButtonKind::secondary,
                          .icon = answers.none_of.contains(tiers[tier]) ? icon::check : nullptr,
                          .height = metrics::button_small};
    const float none_w = button_width(ui, view.words.none, none);
    const float words_w = column.w - none_w - 68;
    const float head_h = std::max(44.0F, wrapped_height(ui, view.words.tiers[tier], words_w, Type::button) + 16);
    const Rect head{column.x, y, column.w, head_h};
    fill(ui, head, look.tint, metrics::radius_small);
    icon_at(ui, {head.x + 14, head.y + (head_h - 20) / 2}, look.icon, 20, look.ink);
    const float line_h = wrapped_height(ui, view.words.tiers[tier], words_w, Type::button);
    text_wrapped(ui, {head.x + 44, head.y + (head_h - line_h) / 2, words_w, 0}, view.words.tiers[tier],
                 {.type = Type::button, .role = look.ink, .heading = true});
    if (button(ui, Rect{head.right() - none_w - 8, head.y + (head_h - 32) / 2, none_w, 32}, view.words.none, none)) {
        const bool was = answers.none_of.erase(std::string(tiers[tier])) > 0;
        if (!was) {
            answers.none_of.insert(std::string(tiers[tier]));
            for (const RedFlag& flag : ui.library->red_flags())
                if (flag.tier == tiers[tier]) answers.marked.erase(flag.id);
        }
    }
    y += head_h + 6;
    const bool two = column.w > 520;
    const float w = two ? (column.w - 8) / 2 : column.w;
    float row_h = 0, x = column.x;
    std::vector<const RedFlag*> flags;
    for (const RedFlag& flag : ui.library->red_flags())
        if (flag.tier == tiers[tier]) flags.push_back(&flag);
    for (std::size_t i = 0; i < flags.size(); ++i) {
        const auto height = [&](std::size_t at) {
            return at < flags.size() ? tick_height(ui, said(view, flags[at]->words, flags[at]->words_es), w) : 0.0F;
        };
        if (!two || i % 2 == 0) {
            x = column.x;
            row_h = two ? std::max(height(i), height(i + 1)) : height(i);
        } else {
            x = column.x + w + 8;
        }
        const bool on = answers.marked.contains(flags[i]->id);
        if (draw_tick(ui, {x, y, w, row_h}, said(view, flags[i]->words, flags[i]->words_es), on)) {
            if (on)
                answers.marked.erase(flags[i]->id);
            else
                answers.marked.insert(flags[i]->id), answers.none_of.erase(std::string(tiers[tier]));
        }
        if (!two || i % 2 == 1 || i + 1 == flags.size()) y += row_h + 4;
    }
    return y + 12;
}

void answer(GuideView& view, const Concern& concern, int chosen) {
    view.self.question = concern.id;
    view.self.answers.concerns[concern.id] = static_cast<GuideAnswer>(chosen);
}

/// 1 to 4 answer the question the keys are at, up and down go to another.
void answer_by_key(GuideView& view, const std::vector<const Concern*>& asked) {
    Ui& ui = view.ui;
    if (asked.empty() || !page_has_keys(ui)) return;
    auto at = std::ranges::find(asked, view.self.question, &Concern::id);
    constexpr std::array keys{'1', '2', '3', '4'};
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (page_letter(ui, keys[i])) {
            if (at == asked.end()) at = asked.begin();
            answer(view, **at, static_cast<int>(i));
            if (at + 1 != asked.end()) view.self.question = (*(at + 1))->id;
            return;
        }
}

float draw_question(GuideView& view, Rect row, const Concern& concern, bool stacked) {
    Ui& ui = view.ui;
    const std::string words(said(view, concern.words, concern.words_es));
    if (view.self.question == concern.id) outline(ui, row.inset(4, 2), Role::primary, metrics::radius_small, 2);
    const auto known = view.self.answers.concerns.find(concern.id);
    int chosen = known == view.self.answers.concerns.end() ? -1 : static_cast<int>(known->second);
    const float words_w = stacked ? row.w - 32 : row.w - 32 - 392;
    const float h = wrapped_height(ui, words, words_w);
    text_wrapped(ui, {row.x + 16, stacked ? row.y + 10 : row.y + (row.h - h) / 2, words_w, 0}, words);
    const Rect keys = stacked ? Rect{row.x + 16, row.y + 16 + h, row.w - 32, 44}
                              : Rect{row.right() - 16 - 376, row.y + (row.h - 44) / 2, 376, 44};
    if (segmented(ui, keys, words, view.words.answers, chosen)) answer(view, concern, chosen);
    divider(ui, {row.x, row.bottom()}, row.w);
    return row.bottom();
}

}  // namespace

void draw_health_questions(GuideView& view, Rect rect) {
    Ui& ui = view.ui;
    card(ui, rect);
    Rect inside = rect.inset(20, 14);
    text(ui, inside.pos(), view.words.health_ask, {.type = Type::section, .max_w = inside.w, .heading = true});
    const float how_h = text_wrapped(ui, {inside.x, inside.y + 24, inside.w, 0}, view.words.health_how,
                                     {.type = Type::caption, .role = Role::ink_2});
    inside.cut_top(24 + how_h + 10);
    const Rect content =
        begin_scroll(ui, "Health questions", {rect.x + 1, inside.y, rect.w - 2, rect.bottom() - inside.y - 1});
    Rect column{content.x + 15, content.y, rect.w - 44, 0};
    for (std::size_t tier = 0; tier < tiers.size(); ++tier) column.y = draw_tier(view, column, tier);
    end_scroll(ui, column.y);
}

void draw_concerns(GuideView& view, Rect rect) {
    Ui& ui = view.ui;
    const auto& groups = ui.library->concern_groups();
    const auto group = std::ranges::find(groups, view.self.group, &ConcernGroup::id);
    std::vector<const Concern*> asked;
    for (const Concern* each : view.shown)
        if (each->group == view.self.group) asked.push_back(each);
    if (group == groups.end() || asked.empty()) {
        view.self.group.clear();
        return;
    }
    answer_by_key(view, asked);
    const bool done = view.health_done;
    const Rect strip = rect.cut_top(48, 12);
    card(ui, strip);
    icon_at(ui, {strip.x + 16, strip.y + 14}, done ? icon::check_circle : icon::alert_circle_outline, 20,
            done ? Role::good : Role::warn);
    const float again_w = link_width(ui, view.words.look_again);
    const std::string_view words = !done                              ? view.words.health_open
                                   : view.self.answers.marked.empty() ? view.words.health_none
                                                                      : view.words.health_some;
    text_in(ui, {strip.x + 46, strip.y, strip.w - 46 - again_w - 32, strip.h}, words, {.type = Type::label});
    if (link(ui, {strip.right() - again_w - 16, strip.y + 14}, view.words.look_again)) {
        view.self.group.clear();
        show_tops(ui);
        return;
    }
    card(ui, rect);
    Rect head = rect.inset(20, 12);
    text(ui, head.pos(), said(view, group->name, group->name_es),
         {.type = Type::section, .max_w = head.w, .heading = true});
    text(ui, {head.x, head.y + 24}, view.words.think, {.type = Type::caption, .role = Role::ink_2, .max_w = head.w});
    const float top = rect.y + 60;
    divider(ui, {rect.x, top}, rect.w);
    const Rect content = begin_scroll(ui, "Questions", {rect.x + 1, top + 1, rect.w - 2, rect.bottom() - top - 2});
    const bool stacked = rect.w < 640;
    float y = content.y;
    for (const Concern* each : asked) {
        const std::string_view text_of = said(view, each->words, each->words_es);
        const float h = wrapped_height(ui, text_of, stacked ? rect.w - 34 : rect.w - 34 - 392);
        const Rect row{content.x, y, rect.w - 2, stacked ? h + 76 : std::max(68.0F, h + 20)};
        y = draw_question(view, row, *each, stacked);
    }
    end_scroll(ui, y);
}

}  // namespace pegboard
