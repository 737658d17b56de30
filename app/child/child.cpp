#include "app/child/child.h"

#include <algorithm>
#include <array>

namespace pegboard {
namespace {
constexpr float tabs_h = 48, least_content_h = 280;

ChildTab tab_named(std::string_view detail) {
    if (detail == "goals") return ChildTab::goals;
    if (detail == "sessions") return ChildTab::sessions;
    if (detail == "progress") return ChildTab::progress;
    if (detail == "details") return ChildTab::details;
    return ChildTab::overview;
}

/// Coming to another child, or by a link to a tab, starts afresh.
void follow(ChildScreen& self, const Place& here) {
    if (self.place == here) return;
    const bool same_child = self.place.child == here.child;
    self.place = here;
    if (!same_child || !here.detail.empty()) self.tab = tab_named(here.detail);
    if (same_child) return;
    self.lines = {};
    self.errors.clear();
    self.adding.clear();
    self.answered_by.clear();  // who answers for one child says nothing of the next
    self.asking = false;
    self.heights.clear();
    // Who answered for one child has said nothing of the next.
    self.asking = false;
    self.asked_about.clear();
    self.answered_by.clear();
    self.goal_filter = 0;
}

void draw_tabs(ChildScreen& self, Ui& ui, Rect rect) {
    const std::array<Tab, 5> all{{{"Overview"},
                                  {"Goals", self.view.open_goals},
                                  {"Sessions", static_cast<int>(self.view.sessions.size())},
                                  {"Progress"},
                                  {"Details"}}};
    int chosen = static_cast<int>(self.tab);
    if (tabs(ui, rect, all, chosen)) self.tab = static_cast<ChildTab>(chosen);
}

float draw_content(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    switch (self.tab) {
        case ChildTab::goals:
            return draw_child_goals(self, ui, rect, child);
        case ChildTab::sessions:
            return draw_child_sessions(self, ui, rect, child);
        case ChildTab::progress:
            return draw_child_progress(self, ui, rect, child);
        case ChildTab::details:
            return draw_child_details(self, ui, rect, child);
        case ChildTab::overview:
            break;
    }
    return draw_child_overview(self, ui, rect, child);
}

/// Each tab scrolls by itself.
std::string_view content_name(ChildTab tab) {
    constexpr std::array<std::string_view, 5> names{"Overview", "Child goals", "Child sessions", "Child progress",
                                                    "Child details"};
    return names[static_cast<std::size_t>(tab)];
}

/// Where the page scrolls as a whole, room for the scroll bar and shadows is kept at the sides.
void draw_page(ChildScreen& self, Ui& ui, const Child& child) {
    const Rect area = ui.area;
    Rect page = area.inset(metrics::page_pad, 0);
    const auto header_at = self.heights.find("header");
    const float header_h = header_at == self.heights.end() ? 156 : header_at->second;
    const bool scroll_all = area.h - metrics::l - header_h - tabs_h - metrics::gutter < least_content_h;
    if (!scroll_all) {
        page.cut_top(metrics::l);
        self.heights["header"] = draw_child_header(self, ui, page, child);
        page.cut_top(self.heights["header"], metrics::s);
        draw_tabs(self, ui, page.cut_top(tabs_h));
    }
    const Rect region{area.x, scroll_all ? area.y : page.y, area.w, scroll_all ? area.h : area.bottom() - page.y};
    if (std::exchange(self.scrolled_for[self.tab], child.id) != child.id) show_tops(ui);
    const Rect inside = begin_scroll(ui, content_name(self.tab), region);
    Rect in{page.x, inside.y + metrics::l, page.w, region.h};
    if (scroll_all) {
        const float h = self.heights["header"] = draw_child_header(self, ui, in, child);
        in.y += h + metrics::s;
        draw_tabs(self, ui, {in.x, in.y, in.w, tabs_h});
        in.y += tabs_h + metrics::l;
    }
    const float bottom = draw_content(self, ui, in, child);
    end_scroll(ui, bottom + metrics::xl);
}
}  // namespace

void draw(ChildScreen& self, Ui& ui) {
    if (!ui.caseload) return;
    const Place here = ui.nav->here();
    follow(self, here);
    self.pending.reset();
    const Child* child = ui.caseload->child(here.child);
    if (!child) {
        if (empty_state(ui, ui.area, "play-social", Hue::pink, "This child is not on the caseload",
                        "The record may have been erased, or adding it was undone.", "To the caseload"))
            ui.nav->go({.screen = Screen::caseload});
        return;
    }
    find_child_view(self.view, ui, *child);
    draw_page(self, ui, *child);
    draw_child_dialogs(self, ui, *child);
}

}  // namespace pegboard
