#include "app/reports/reports.h"

#include "app/reports/report_parts.h"

namespace pegboard {
namespace {

constexpr float title_h = 48, kinds_w = 256, choices_w = 336, narrow_choices_w = 304;

void draw_title(Ui& ui, Rect row) {
    const ButtonLook before{.icon = icon::history};
    const Rect at = row.cut_right(button_width(ui, "Made before", before), metrics::m);
    if (button(ui, Vec{at.x, row.y + (row.h - metrics::button) / 2}, "Made before", before)) open_made_before(ui);
    text_in(ui, row, "Reports", {.type = Type::title, .heading = true});
}

}  // namespace

void draw(ReportsScreen& self, Ui& ui) {
    follow_report_place(self, ui);
    follow_report_pages(self, ui);
    run_report_act(self, ui);
    Rect page = ui.area;
    ui.foot_h = metrics::bottom_bar;
    const Rect foot = page.cut_bottom(ui.foot_h);
    page = page.inset(metrics::page_pad, 0);
    page.cut_top(12);
    draw_title(ui, page.cut_top(title_h, 12));
    page.cut_bottom(16);
    const bool wide = ui.window.w >= metrics::drawer_below_w;
    if (wide) draw_report_kinds(self, ui, page.cut_left(kinds_w, metrics::gutter));
    const Rect choices = page.cut_right(wide ? choices_w : narrow_choices_w, metrics::gutter);
    draw_report_pages(self, ui, page);
    draw_report_choices(self, ui, choices);
    draw_report_foot(self, ui, foot);
    draw_report_dialogs(self, ui);
}

}  // namespace pegboard
