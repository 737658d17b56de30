// The right column of the guide: what the answers say so far, and why. A sign for the doctor comes before it, and while
// it is for now or today nothing is said about therapy.
#include <algorithm>

#include "app/base/machine_settings.h"
#include "app/design/icons.h"
#include "app/guide/guide_parts.h"
#include "app/widgets/grab.h"
#include "app/widgets/widgets.h"
#include "core/rules/emergency.h"

namespace pegboard {
namespace {

struct SideColumn {
    GuideView& view;
    float x, w, y;

    void heading(std::string_view words) {
        y += 6;
        y += text_wrapped(view.ui, {x, y, w, 0}, words, {.type = Type::section, .heading = true}) + 6;
    }
    void line(std::string_view words, Role role = Role::ink) {
        y += text_wrapped(view.ui, {x, y, w, 0}, words, {.role = role}) + 8;
    }
    void ticked(std::string_view words) {
        icon_at(view.ui, {x, y + 2}, icon::check, 16, Role::primary);
        y += text_wrapped(view.ui, {x + 24, y, w - 24, 0}, words) + 6;
    }
    void rule() {
        y += 4;
        divider(view.ui, {x, y}, w);
        y += 10;
    }
};

/// The words of a result or a red flag's tier on a tint, with what they mean as their sign.
void draw_result(SideColumn& column, std::string_view id, Role tint, Role ink, const char* glyph) {
    GuideView& view = column.view;
    const ScreeningResult* found = view.ui.library->screening_result(id);
    if (found == nullptr) return;
    const std::string_view title = said(view, found->title, found->title_es);
    const std::string_view words = said(view, found->words, found->words_es);
    const float w = column.w - 24;
    const float title_h = wrapped_height(view.ui, title, w - 30, Type::heading);
    const float h = title_h + wrapped_height(view.ui, words, w) + 34;
    fill(view.ui, {column.x, column.y, column.w, h}, tint, metrics::radius_large);
    icon_at(view.ui, {column.x + 12, column.y + 14}, glyph, 20, ink);
    text_wrapped(view.ui, {column.x + 42, column.y + 12, w - 30, 0}, title,
                 {.type = Type::heading, .role = ink, .heading = true});
    text_wrapped(view.ui, {column.x + 12, column.y + 20 + title_h, w, 0}, words);
    column.y += h + 12;
}

void draw_tier_result(SideColumn& column) {
    const GuideResult& result = column.view.result;
    if (result.tier.empty()) return;
    const bool now = result.tier == "911", today = result.tier == "today";
    draw_result(column, result.tier,
                now     ? Role::danger_tint
                : today ? Role::warn_tint
                        : Role::info_tint,
                now     ? Role::danger
                : today ? Role::warn
                        : Role::info,
                now || today ? icon::phone : icon::calendar_blank);
    if (now) {
        const std::string number = emergency_number(column.view.ui.caseload->practice(), system_region());
        icon_at(column.view.ui, {column.x, column.y + 2}, icon::phone, 18, Role::danger);
        text(column.view.ui, {column.x + 28, column.y},
             number.empty() ? std::string(column.view.words.no_number)
                            : std::string(column.view.words.emergency) + ": " + number,
             {.type = Type::button, .max_w = column.w - 28});
        column.y += 30;
    }
    column.heading(column.view.words.marked);
    for (const RedFlag* flag : result.marked) column.ticked(said(column.view, flag->words, flag->words_es));
    for (const Concern* one : result.soon) column.ticked(said(column.view, one->words, one->words_es));
    column.rule();
}

void draw_reasons(SideColumn& column, const std::vector<const Concern*>& why, Lead lead) {
    if (why.empty()) return;
    GuideView& view = column.view;
    tag(view.ui, {column.x, column.y}, lead);
    column.y += metrics::tag + 6;
    for (const Concern* one : why) {
        const auto answer = view.self.answers.concerns.find(one->id);
        const std::string_view how = view.words.answers[static_cast<std::size_t>(answer->second)];
        const float how_w = text_width(view.ui, how, Type::caption) + 8;
        icon_at(view.ui, {column.x, column.y + 2}, icon::check, 16, Role::primary);
        const float h = text_wrapped(view.ui, {column.x + 24, column.y, column.w - 24 - how_w, 0},
                                     said(view, one->in_short, one->short_es));
        text(view.ui, {column.x + column.w, column.y + 2}, how,
             {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
        column.y += h + 4;
    }
    column.y += 6;
}

void draw_ideas(SideColumn& column) {
    GuideView& view = column.view;
    const auto& ideas = view.self.said.ideas;
    if (ideas.empty()) return;
    column.rule();
    column.heading(view.words.ideas);
    for (const Activity* one : ideas) {
        const float h = std::max(32.0F, wrapped_height(view.ui, one->title, column.w - 34) + 10);
        const Rect row{column.x, column.y, column.w, h};
        const Pressed pressed = pressable(view.ui, row, one->title, WidgetRole::row);
        if (pressed.hovered) fill(view.ui, row, Role::hover, metrics::radius_small);
        icon_at(view.ui, {row.x + 4, row.y + (h - 18) / 2}, icon::puzzle, 18, Role::primary);
        text_wrapped(view.ui, {row.x + 30, row.y + 5, row.w - 34, 0}, one->title, {.type = Type::label});
        if (pressed.clicked) view.ui.nav->go({.screen = Screen::activities, .detail = one->id});
        column.y += h;
    }
}

void draw_therapy(SideColumn& column) {
    GuideView& view = column.view;
    const GuideResult& result = view.result;
    if (result.therapy_waits()) {
        column.heading(view.words.waits);
        column.line(view.words.waits_why, Role::ink_2);
        return;
    }
    if (!view.age_months || result.answered == 0) {
        column.line(view.words.start, Role::ink_2);
        return;
    }
    draw_result(column, result.id, Role::primary_tint, Role::ink, icon::lightbulb_outline);
    if (!result.why_ot.empty() || !result.why_pt.empty() || !result.why_both.empty()) {
        column.heading(view.words.why);
        text_wrapped(view.ui, {column.x, column.y, column.w, 0}, view.words.one_is_enough,
                     {.type = Type::caption, .role = Role::ink_2});
        column.y += wrapped_height(view.ui, view.words.one_is_enough, column.w, Type::caption) + 8;
    }
    draw_reasons(column, result.why_ot, Lead::ot);
    draw_reasons(column, result.why_pt, Lead::pt);
    draw_reasons(column, result.why_both, Lead::both);
    if (!result.focus.empty() && view.self.language == GuideLanguage::english) {
        column.rule();
        column.heading(view.words.look_first);
        for (const auto& id : result.focus)
            if (const Focus* area = view.ui.library->focus(id)) {
                focus_chip(view.ui, {column.x, column.y}, area->name, Design::hue(area->hue));
                column.y += 30;
            }
    }
    draw_ideas(column);
    column.rule();
    column.heading(view.words.next);
    column.line(*view.age_months < 36 ? view.words.next_words : view.words.next_words_school);
}

}  // namespace

void draw_guide_side(GuideView& view, Rect rect) {
    Ui& ui = view.ui;
    card(ui, rect);
    Rect inside = rect.inset(16, 12);
    const bool first = view.result.therapy_waits();
    icon_at(ui, {inside.x, inside.y + 2}, first ? icon::phone : icon::lightbulb_outline, 20,
            first ? Role::warn : Role::primary);
    const std::string count = std::to_string(view.result.answered) + " " + std::string(view.words.of) + " " +
                              std::to_string(view.shown.size()) + " " + std::string(view.words.answered);
    const float count_w = view.age_months ? text_width(ui, count, Type::caption) + 8 : 0;
    text(ui, {inside.x + 28, inside.y}, first ? view.words.first : view.words.so_far,
         {.type = Type::section, .max_w = inside.w - 28 - count_w, .heading = true});
    if (view.age_months)
        text(ui, {inside.right(), inside.y + 4}, count,
             {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    inside.cut_top(34);
    const Rect foot = inside.cut_bottom(metrics::button, 10);
    if (button(ui, foot, view.words.copy,
               {.kind = ButtonKind::secondary,
                .icon = icon::content_copy,
                .enabled = view.result.answered > 0 || !view.result.marked.empty()})) {
        copy_words(ui, guide_in_words(view));
        ui.toasts->show(std::string(view.words.copied));
    }
    const Rect content = begin_scroll(ui, "What the answers say", {rect.x + 1, inside.y, rect.w - 2, inside.h});
    SideColumn column{view, content.x + 15, rect.w - 40, content.y + 4};
    draw_tier_result(column);
    draw_therapy(column);
    end_scroll(ui, column.y + 8);
}

}  // namespace pegboard
