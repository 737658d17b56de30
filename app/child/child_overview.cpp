// Overview of a child: open goals, the dates that matter, strengths and areas for growth edited in
// place, and the team.
#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "app/child/child_edit.h"

namespace pegboard {
namespace {
constexpr float row_h = 70, narrow_row_h = 116, pad = 20, strip_h = 74, spark_w = 128, spark_h = 40,
                title_least_w = 190;

void open_goal(Ui& ui, ChildId child, GoalId goal) {
    ui.nav->go({.screen = Screen::goal, .child = child, .goal = goal});
}

/// The columns of all rows, so that badges and small charts stand below each other; a narrow card has them in a line of
/// their own.
struct GoalColumns {
    float badge = 0, due = 0;  ///< a width of nought leaves the day out
    bool one_line = true;
};

GoalColumns columns_of(const Ui& ui, const std::vector<const GoalRow*>& rows, float width) {
    GoalColumns columns;
    for (const GoalRow* row : rows) {
        columns.badge = std::max(columns.badge, badge_words_width(ui, row->badge));
        columns.due = std::max(columns.due, text_width(ui, row->due, Type::caption));
    }
    const float fixed = metrics::tile + metrics::l + 24 + spark_w + columns.badge + 4 * metrics::l;
    columns.one_line = width - fixed >= title_least_w;
    if (width - fixed - columns.due - metrics::m < title_least_w) columns.due = 0;
    return columns;
}

/// The small chart, the badge and the day from the right; what is left is cut from `in`.
void draw_goal_marks(ChildScreen& self, Ui& ui, Rect& in, const GoalRow& row, const GoalColumns& columns) {
    const Goal* goal = ui.caseload->goal(row.id);
    if (columns.due > 0)
        text_in(ui, in.cut_right(columns.due, metrics::m), row.due, {.type = Type::caption, .role = Role::ink_2});
    const Rect badge_at = in.cut_right(columns.badge, metrics::m);
    draw_badge(ui, {badge_at.x, badge_at.y + (badge_at.h - metrics::badge) / 2}, row.badge);
    const Rect spark_at = in.cut_right(spark_w, metrics::l);
    if (goal != nullptr)
        draw_spark(ui, {spark_at.x, spark_at.y + (spark_at.h - spark_h) / 2, spark_w, spark_h}, self.sparks, *goal);
}

void draw_goal_row(ChildScreen& self, Ui& ui, Rect line, const GoalRow& row, ChildId child,
                   const GoalColumns& columns) {
    const Pressed pressed = pressable(ui, line, row.title, WidgetRole::row);
    if (pressed.clicked) open_goal(ui, child, row.id);
    Rect in = line.inset(metrics::s, 0);
    const Rect below = {in.x + metrics::tile + metrics::l, in.y + row_h - metrics::s,
                        in.w - metrics::tile - metrics::l - 24, narrow_row_h - row_h};
    in.h = row_h - 2;
    tile(ui, {in.x, in.y + (in.h - metrics::tile) / 2, metrics::tile, metrics::tile}, row.look.illustration,
         row.look.hue);
    in.cut_left(metrics::tile, metrics::l);
    const Rect chevron = in.cut_right(24, metrics::s);
    icon_at(ui, {chevron.x, chevron.y + (chevron.h - 24) / 2}, icon::chevron_right, 24);
    if (columns.one_line) {
        draw_goal_marks(self, ui, in, row, columns);
    } else {
        Rect marks = below;
        marks.w = std::min(marks.w, spark_w + columns.badge + metrics::l + metrics::m);
        draw_goal_marks(self, ui, marks, row, columns);
    }
    text(ui, {in.x, in.y + 13}, row.title, {.type = Type::label, .max_w = in.w});
    const float tag_w = tag(ui, {in.x, in.y + 37}, row.discipline == Discipline::ot ? Lead::ot : Lead::pt);
    const float room = in.w - tag_w - metrics::s;
    std::string words = row.criterion;
    if (row.objectives > 0)
        words += (words.empty() ? "" : ". ") + std::to_string(row.objectives) +
                 (row.objectives == 1 ? " objective" : " objectives");
    if (!row.criterion.empty() && text_width(ui, words, Type::caption) > room) words = row.criterion;
    text(ui, {in.x + tag_w + metrics::s, in.y + 39}, words,
         {.type = Type::caption, .role = Role::ink_2, .max_w = room});
}

float draw_goals_card(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    std::vector<const GoalRow*> rows;
    for (const GoalRow& row : self.view.goals)
        if (row.open && !row.parent) rows.push_back(&row);
    const GoalColumns columns = columns_of(ui, rows, rect.w - 2 * metrics::m - 2 * metrics::s);
    const float line_h = columns.one_line ? row_h : narrow_row_h;
    const float body = rows.empty() ? 96.0F : line_h * static_cast<float>(rows.size());
    rect.h = 52 + body + metrics::m;
    card(ui, rect);
    const Scope scope(ui, "Goals");
    const float heading =
        text(ui, {rect.x + pad, rect.y + 16}, "Goals", {.type = Type::section, .heading = true}) + metrics::m;
    text(ui, {rect.x + pad + heading, rect.y + 21}, self.view.goals_line,
         {.type = Type::caption, .role = Role::ink_2, .max_w = rect.w - heading - 2 * pad});
    Rect line{rect.x + metrics::m, rect.y + 52, rect.w - 2 * metrics::m, line_h};
    if (rows.empty()) {
        text(ui, {rect.x + pad, line.y + metrics::s},
             "No open goals. What would " + self.view.call + " like to do next?",
             {.role = Role::ink_2, .max_w = rect.w - 2 * pad});
        if (button(ui, Vec{rect.x + pad, line.y + 40}, "Add a goal",
                   {.kind = ButtonKind::tonal, .icon = icon::plus, .enabled = is_current(child, ui.clock.today)}))
            ui.nav->go({.screen = Screen::goal, .child = child.id});
    }
    for (const GoalRow* row : rows) {
        divider(ui, {rect.x + pad, line.y}, rect.w - 2 * pad);
        if (visible(ui, line)) draw_goal_row(self, ui, line.inset(0, 1), *row, child.id, columns);
        line.y += line_h;
    }
    return rect.bottom();
}

float draw_strip(const ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    const Date today = ui.clock.today;
    const auto date = [&](const std::optional<Date>& day) {
        return day ? say_short(*day, today) : std::string("Not set");
    };
    const std::array<std::pair<std::string_view, std::string>, 4> facts{{
        {"Next session", self.view.next},
        {"Last session", self.view.last},
        {"Plan of care ends", date(child.plan_of_care_end)},
        {"Re-evaluation", date(child.reevaluation_due)},
    }};
    const bool two_lines = rect.w < 560;
    rect.h = two_lines ? 2 * strip_h - 16 : strip_h;
    card(ui, rect);
    const int across = two_lines ? 2 : 4;
    const float width = (rect.w - 2 * pad) / static_cast<float>(across);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const float x = rect.x + pad + width * static_cast<float>(static_cast<int>(i) % across);
        const float y = rect.y + 16 + static_cast<float>(static_cast<int>(i) / across) * 54;
        text(ui, {x, y}, facts[i].first, {.type = Type::caption, .role = Role::ink_2});
        text(ui, {x, y + 18}, facts[i].second, {.type = Type::label, .max_w = width - metrics::s});
    }
    return rect.bottom();
}

/// Cards whose height is known only after drawing use the height of the frame before.
template <class Draw>
float card_of(ChildScreen& self, Ui& ui, Rect rect, const std::string& name, Draw draw_inside) {
    float& height = self.heights[name];
    if (height > 0) card(ui, {rect.x, rect.y, rect.w, height});
    const Scope scope(ui, name);
    const float bottom = draw_inside(rect.inset(pad, pad)) + pad;
    if (bottom - rect.y != height) ui.wake_in(0);
    height = bottom - rect.y;
    return bottom;
}

float draw_growth(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    return card_of(self, ui, rect, "Strengths and growth", [&](Rect in) {
        ChildEdit edit(self, ui, child);
        text(ui, in.pos(), "Strengths", {.type = Type::section, .heading = true});
        in.cut_top(28);
        float y = edit.lines(in, "strengths", &Child::strengths,
                             {.icon = icon::check_circle,
                              .role = Role::good,
                              .add = "Add a strength",
                              .hint = "Keeps trying, and asks for another turn"});
        divider(ui, {in.x, y + metrics::s}, in.w);
        y += metrics::l;
        text(ui, {in.x, y}, "Areas for growth", {.type = Type::section, .heading = true});
        return edit.lines({in.x, y + 28, in.w, 0}, "growth_areas", &Child::growth_areas,
                          {.icon = icon::trending_up,
                           .role = Role::info,
                           .add = "Add an area for growth",
                           .hint = "Plans new movements in small steps"});
    });
}

float person(Ui& ui, Rect line, std::string_view name, std::string_view below, Hue hue, std::optional<Lead> lead) {
    avatar(ui, {line.x, line.y + 4}, 36, initials(name), hue);
    const float tag_w = lead ? tag_width(ui, *lead) : 0;
    const float room = line.w - 48 - tag_w - metrics::s;
    text(ui, {line.x + 48, line.y + 2}, name, {.type = Type::label, .max_w = room});
    text(ui, {line.x + 48, line.y + 23}, below, {.type = Type::caption, .role = Role::ink_2, .max_w = room});
    if (lead) tag(ui, {line.right() - tag_w, line.y + 12}, *lead);
    return line.y + 52;
}

float draw_team(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    return card_of(self, ui, rect, "Team", [&](Rect in) {
        text(ui, in.pos(), "Team", {.type = Type::section, .heading = true});
        in.cut_top(36);
        float y = in.y;
        for (const Service& service : child.services) {
            std::string served = say_service(service);
            served[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(served[0])));
            if (service.mode == ServiceMode::individual) served = served.substr(served.find(", ") + 2);
            const Therapist* therapist = ui.caseload->therapist(service.therapist);
            const Lead lead = service.discipline == Discipline::ot ? Lead::ot : Lead::pt;
            const std::string below =
                therapist ? std::string(say_profession(service.discipline)) + ", " + served : say_service(service);
            y = person(ui, {in.x, y, in.w, 44},
                       therapist ? therapist->name : std::string(say_profession(service.discipline)), below,
                       service.discipline == Discipline::ot ? Hue::violet : Hue::clay, lead);
        }
        for (const Guardian& guardian : child.guardians) {
            std::string below = guardian.relationship;
            if (!guardian.phone.empty()) below += (below.empty() ? "" : ", ") + guardian.phone;
            y = person(ui, {in.x, y, in.w, 44}, guardian.name, below, Hue::lagoon, std::nullopt);
        }
        if (child.services.empty() && child.guardians.empty()) {
            text_wrapped(ui, {in.x, y, in.w, 40}, "Nobody named yet. Services and guardians are under Details.",
                         {.role = Role::ink_2});
            y += 44;
            if (link(ui, {in.x, y}, "Open details")) self.tab = ChildTab::details;
            y += 24;
        }
        return y;
    });
}
}  // namespace

float draw_child_overview(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    const bool two_columns = rect.w >= 860;
    const float right_w = rect.w >= 1200 ? 424.0F : 340.0F;
    Rect left = rect, right = rect;
    if (two_columns) right = left.cut_right(right_w, metrics::gutter);
    float y = draw_goals_card(self, ui, left, child) + metrics::gutter;
    y = draw_strip(self, ui, {left.x, y, left.w, 0}, child);
    if (!two_columns) right.y = y + metrics::gutter;
    const float growth = draw_growth(self, ui, right, child) + metrics::gutter;
    const float team = draw_team(self, ui, {right.x, growth, right.w, 0}, child);
    return std::max(y, team);
}

}  // namespace pegboard
