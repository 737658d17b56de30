// Progress of a child at a glance: each goal with its small line and what was practised, milestones with their day,
// what the data call strengths and areas for growth, weeks held, and attainment scaling. It compares a child with
// nobody.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/child/child.h"
#include "app/parts/goal_picture.h"

namespace pegboard {
namespace {

constexpr float progress_row_h = 84, progress_card_pad = 20;

void follow_progress(ChildProgress& self, Ui& ui, ChildId child) {
    const std::uint64_t revision = ui.caseload->revision();
    const bool fresh = self.of == child && self.revision == revision && self.today == ui.clock.today;
    if (fresh || self.asked) return;
    self.asked = true;
    if (self.of != child) self.ready = false;
    ui.outbox->after_frame([&self, child, today = ui.clock.today](Caseload& caseload) {
        self.asked = false;
        self.of = child;
        self.today = today;
        self.revision = caseload.revision();
        auto overview = progress::child_overview(caseload, child, today);
        auto scale = progress::attainment_of(caseload, child);
        self.ready = overview.ok() && scale.ok();
        if (!self.ready) return;
        self.overview = overview.take();
        self.scale = scale.take();
    });
    ui.wake_in(0);
}

/// Minutes of the last weeks as small bars; the words go to the record through the caption.
void draw_weeks_of_goal(Ui& ui, Rect rect, const std::array<int, progress::weeks_covered>& minutes) {
    const int most = std::max(1, *std::ranges::max_element(minutes));
    constexpr float bar_w = 8, step = 12;
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        const float x = rect.x + static_cast<float>(i) * step;
        const float h = std::max(2.0F, 28 * static_cast<float>(minutes[i]) / static_cast<float>(most));
        fill(ui, {x, rect.y + 30 - h, bar_w, h}, minutes[i] > 0 ? Role::primary : Role::track, 2);
    }
    int sum = 0;
    for (const int each : minutes) sum += each;
    text(ui, {rect.x, rect.y + 34}, std::to_string(sum) + " min, 8 weeks",
         {.type = Type::caption, .role = Role::ink_2, .max_w = rect.w});
}

void draw_goal(ChildScreen& self, Ui& ui, Rect line, const progress::GoalRow& row) {
    const Goal* goal = ui.caseload->goal(row.goal);
    if (goal == nullptr) return;
    if (pressable(ui, line, "Chart: " + goal->title, WidgetRole::row).clicked)
        ui.nav->go({.screen = Screen::goal, .child = goal->child, .goal = goal->id});
    Rect in = line.inset(metrics::s, 0);
    const GoalLook look = look_of(*ui.library, goal->skill);
    tile(ui, {in.x, in.y + 20, metrics::tile, metrics::tile}, look.illustration, look.hue);
    in.cut_left(metrics::tile, metrics::m);
    const BadgeWords badge = progress_badge(row.judgement);
    const float badge_w = badge_words_width(ui, badge);
    const Rect badge_at = in.cut_right(std::max(badge_w, 156.0F), metrics::m);
    draw_badge(ui, {badge_at.x, badge_at.y + 12}, badge);
    text(ui, {badge_at.x, badge_at.y + 44}, row.newest,
         {.type = Type::caption, .role = Role::ink_2, .max_w = badge_at.w});
    if (in.w > 520) {
        const Rect weeks = in.cut_right(112, metrics::l);
        draw_weeks_of_goal(ui, {weeks.x, weeks.y + 16, weeks.w, 52}, row.minutes);
    }
    if (in.w > 360) {
        const Rect spark_at = in.cut_right(128, metrics::l);
        draw_spark(ui, {spark_at.x, spark_at.y + 22, 128, 40}, self.sparks, *goal);
    }
    const float tag_w = tag_width(ui, goal->discipline == Discipline::ot ? Lead::ot : Lead::pt);
    text(ui, {in.x, in.y + 12}, goal->title, {.type = Type::label, .max_w = in.w});
    tag(ui, {in.x, in.y + 34}, goal->discipline == Discipline::ot ? Lead::ot : Lead::pt);
    text(ui, {in.x + tag_w + metrics::s, in.y + 36}, row.trend,
         {.type = Type::caption, .role = Role::ink_2, .max_w = in.w - tag_w - metrics::s});
    text(ui, {in.x, in.y + 58}, row.judgement.sentence, {.type = Type::caption, .role = Role::ink_2, .max_w = in.w});
}

float draw_goal_rows(ChildScreen& self, Ui& ui, Rect rect) {
    const auto& goals = self.progress.overview.goals;
    rect.h = 56 + (goals.empty() ? 40.0F : progress_row_h * static_cast<float>(goals.size())) + metrics::s;
    card(ui, rect);
    const Scope scope(ui, "Goals and their data");
    const float title_w =
        text(ui, {rect.x + progress_card_pad, rect.y + 16}, "Goals", {.type = Type::section, .heading = true});
    text(ui, {rect.x + progress_card_pad + title_w + metrics::m, rect.y + 20}, "most pressing first",
         {.type = Type::caption, .role = Role::ink_2});
    Rect line{rect.x + metrics::m, rect.y + 52, rect.w - 2 * metrics::m, progress_row_h};
    if (goals.empty())
        text(ui, {rect.x + progress_card_pad, line.y}, "No goal is being practiced at the moment.",
             {.role = Role::ink_2});
    for (const progress::GoalRow& row : goals) {
        divider(ui, {line.x + metrics::s, line.y}, line.w - 2 * metrics::s);
        if (visible(ui, line)) draw_goal(self, ui, line.inset(0, 1), row);
        line.y += progress_row_h;
    }
    return rect.bottom();
}

float draw_milestones(const ChildScreen& self, Ui& ui, Rect rect) {
    const auto& all = self.progress.overview.milestones;
    const std::size_t count = std::min<std::size_t>(all.size(), 6);
    rect.h = 56 + (count == 0 ? 44.0F : 58.0F * static_cast<float>(count)) + metrics::s;
    const bool celebrate = count > 0;
    card(ui, rect,
         {.fill = celebrate ? Role::celebrate : Role::surface, .line = celebrate ? Role::celebrate_line : Role::line});
    const Scope scope(ui, "Milestones");
    text(ui, {rect.x + progress_card_pad, rect.y + 16}, "Milestones", {.type = Type::section, .heading = true});
    float y = rect.y + 52;
    if (count == 0)
        text_wrapped(ui, {rect.x + progress_card_pad, y, rect.w - 2 * progress_card_pad, 0},
                     "Goals and steps that are reached stand here with their day.", {.role = Role::ink_2});
    for (std::size_t i = 0; i < count; ++i, y += 58) {
        const progress::Milestone& each = all[i];
        fill(ui, {rect.x + progress_card_pad, y + 4, 40, 40}, Role::celebrate_disc, 20);
        icon_at(ui, {rect.x + progress_card_pad + 8, y + 12}, each.big ? icon::star_circle : icon::check, 24,
                Role::warn_mark);
        const float x = rect.x + progress_card_pad + 52, width = rect.right() - progress_card_pad - x;
        text(ui, {x, y + 4}, each.title, {.type = each.big ? Type::button : Type::label, .max_w = width});
        text(ui, {x, y + 26}, each.words + ", " + say_short(each.date, ui.clock.today),
             {.type = Type::caption, .role = Role::ink_2, .max_w = width});
    }
    return rect.bottom();
}

float draw_goal_names(Ui& ui, Rect in, std::string_view title, const std::vector<GoalId>& goals, const char* glyph,
                      Role role, std::string_view none) {
    text(ui, in.pos(), title, {.type = Type::section, .heading = true});
    float y = in.y + 32;
    for (const GoalId id : goals)
        if (const Goal* goal = ui.caseload->goal(id)) {
            icon_at(ui, {in.x, y}, glyph, 20, role);
            y += std::max(24.0F, text_wrapped(ui, {in.x + 30, y, in.w - 30, 0}, goal->title)) + metrics::xs;
        }
    if (goals.empty()) y += text_wrapped(ui, {in.x, y, in.w, 0}, none, {.role = Role::ink_2}) + metrics::xs;
    return y;
}

float draw_data_strengths(ChildScreen& self, Ui& ui, Rect rect) {
    float& height = self.heights["strengths by data"];
    if (height > 0) card(ui, {rect.x, rect.y, rect.w, height});
    const Scope scope(ui, "What the data say");
    const Rect in = rect.inset(progress_card_pad, 16);
    float y = draw_goal_names(ui, in, "Going well", self.progress.overview.strengths, icon::check_circle, Role::good,
                              "Too little data yet to say.");
    y = draw_goal_names(ui, {in.x, y + metrics::m, in.w, 0}, "Areas for growth", self.progress.overview.growth,
                        icon::trending_up, Role::info, "Nothing asks for another look.");
    y += metrics::m;
    if (y - rect.y != height) ui.wake_in(0);
    height = y - rect.y;
    return y;
}

float draw_weeks(const ChildScreen& self, Ui& ui, Rect rect) {
    rect.h = 156;
    card(ui, rect);
    const Scope scope(ui, "Last 8 weeks");
    const auto& weeks = self.progress.overview.weeks;
    int most = 1, minutes = 0, held = 0, missed = 0;
    for (const progress::WeekHeld& week : weeks) {
        most = std::max(most, week.minutes);
        minutes += week.minutes;
        held += week.held;
        missed += week.not_held;
    }
    text(ui, {rect.x + progress_card_pad, rect.y + 16}, "Last 8 weeks", {.type = Type::section, .heading = true});
    const float step = (rect.w - 2 * progress_card_pad) / static_cast<float>(weeks.size());
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        const float x = rect.x + progress_card_pad + step * static_cast<float>(i);
        const float h = std::max(3.0F, 44 * static_cast<float>(weeks[i].minutes) / static_cast<float>(most));
        fill(ui, {x, rect.y + 92 - h, step - 8, h}, weeks[i].minutes > 0 ? Role::primary : Role::track, 4);
        if (i % 2 == 1)
            text(ui, {x, rect.y + 96}, say_short(weeks[i].monday, ui.clock.today),
                 {.type = Type::caption, .role = Role::ink_3});
    }
    const std::string words = std::to_string(held) + (held == 1 ? " session" : " sessions") + " completed, " +
                              std::to_string(missed) + " missed, " + std::to_string(minutes) + " minutes";
    text(ui, {rect.x + progress_card_pad, rect.y + 122}, words,
         {.type = Type::caption, .role = Role::ink_2, .max_w = rect.w - 2 * progress_card_pad});
    return rect.bottom();
}

std::string tenth(double value) {
    const long whole = std::lround(value * 10);
    return std::to_string(whole / 10) + "." + std::to_string(std::abs(whole % 10));
}

std::string say_level(const std::optional<int>& level) {
    if (!level) return "not yet";
    return (*level > 0 ? "+" : "") + std::to_string(*level);
}

/// T at the start, now and the change, always with the levels and the number of goals.
float draw_attainment(ChildScreen& self, Ui& ui, Rect rect) {
    const progress::AttainmentReport& report = self.progress.scale;
    if (report.lines.empty()) return rect.y - metrics::gutter;
    float& height = self.heights["attainment"];
    if (height > 0) card(ui, {rect.x, rect.y, rect.w, height});
    const Scope scope(ui, "Attainment scaling");
    const Rect in = rect.inset(progress_card_pad, 16);
    text(ui, in.pos(), "Goal attainment scaling", {.type = Type::section, .heading = true});
    float y = in.y + 34;
    if (report.start && report.now && report.change) {
        const std::string change = (*report.change >= 0 ? "+" : "") + tenth(*report.change);
        text(ui, {in.x, y}, "T " + tenth(*report.start) + " to " + tenth(*report.now) + ", change " + change,
             {.type = Type::label, .max_w = in.w});
        y += 24;
    }
    const std::string goals =
        std::to_string(report.counted) + (report.counted == 1 ? " goal counts." : " goals count.");
    y += text_wrapped(
             ui, {in.x, y, in.w, 0},
             goals + (report.few ? " Three or more are wanted for a T-score." : "") + " 50 is on average as expected.",
             {.type = Type::caption, .role = Role::ink_2}) +
         metrics::s;
    for (const progress::AttainmentLine& line : report.lines) {
        const Goal* goal = ui.caseload->goal(line.goal);
        if (goal == nullptr) continue;
        const std::string levels = say_level(line.start) + " to " + say_level(line.now);
        const float levels_w = text_width(ui, levels, Type::label);
        text(ui, {in.x, y}, goal->title, {.max_w = in.w - levels_w - metrics::m});
        text(ui, {in.right(), y}, levels, {.type = Type::label, .align = Align::right});
        y += 26;
    }
    y += metrics::s;
    if (y - rect.y != height) ui.wake_in(0);
    height = y - rect.y;
    return y;
}

}  // namespace

float draw_child_progress(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    follow_progress(self.progress, ui, child.id);
    if (!self.progress.ready || self.progress.of != child.id) return rect.y;
    const bool two = rect.w >= 1000;
    Rect side = rect;
    if (two) side = rect.cut_right(424, metrics::gutter);
    const float left = draw_goal_rows(self, ui, rect);
    if (!two) side.y = left + metrics::gutter;
    float y = draw_milestones(self, ui, side) + metrics::gutter;
    y = draw_data_strengths(self, ui, {side.x, y, side.w, 0}) + metrics::gutter;
    y = draw_weeks(self, ui, {side.x, y, side.w, 0}) + metrics::gutter;
    y = draw_attainment(self, ui, {side.x, y, side.w, 0});
    return std::max(left, y);
}

}  // namespace pegboard
