#include "app/guide/guide.h"

#include <algorithm>
#include <charconv>

#include "app/design/icons.h"
#include "app/guide/guide_parts.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/grab.h"
#include "app/widgets/widgets.h"
#include "core/rules/age.h"

namespace pegboard {

std::optional<int> guide_weeks(const GuideScreen& self) {
    int weeks = 0;
    const std::string plain = trimmed(self.weeks);
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), weeks);
    if (error != std::errc{} || end != plain.data() + plain.size() || weeks < 22 || weeks > 44) return std::nullopt;
    return weeks;
}

std::optional<Date> guide_birth(const GuideScreen& self, const Ui& ui) {
    const auto born = read_date(trimmed(self.born), ui.clock.today, date_order(ui));
    constexpr int oldest_months = 22 * 12;
    if (!born || *born > ui.clock.today || age_months(*born, ui.clock.today) > oldest_months) return std::nullopt;
    return born;
}

namespace {

constexpr std::size_t most_ideas = 4;

void begin(GuideScreen& self, const Ui& ui) {
    const GuideLanguage language = self.language;
    self = {};
    self.language = language;
    self.of = ui.nav->here();
    const Child* child = ui.caseload->child(self.of.child);
    if (child == nullptr || !is_known(child->date_of_birth)) return;
    self.born = say(child->date_of_birth);
    if (child->gestation_weeks) self.weeks = std::to_string(*child->gestation_weeks);
}

void draw_head(GuideView& view, Rect row) {
    Ui& ui = view.ui;
    constexpr std::array<std::string_view, 2> languages{"English", "Español"};
    const ButtonLook again{.kind = ButtonKind::quiet, .icon = icon::undo_variant};
    const Rect place = row.cut_right(button_width(ui, view.words.again, again), metrics::m);
    if (button(ui, {place.x, place.y + 8, place.w, metrics::button}, view.words.again, again)) {
        begin(view.self, ui);
        show_tops(ui);
    }
    int chosen = static_cast<int>(view.self.language);
    if (segmented(ui, Rect{row.right() - 180, row.y + 8, 180, metrics::button}, "Language", languages, chosen))
        view.self.language = static_cast<GuideLanguage>(chosen);
    row.cut_right(180, metrics::m);
    text(ui, {row.x, row.y}, view.words.title, {.type = Type::title, .max_w = row.w, .heading = true});
    text(ui, {row.x, row.y + 36}, view.words.about, {.role = Role::ink_2, .max_w = row.w});
}

void go_to_group(GuideScreen& self, Ui& ui, std::string group) {
    self.group = std::move(group);
    self.question.clear();
    show_tops(ui);
}

/// The groups as pegs, and the way to the one before and the next.
void draw_foot(GuideView& view, Rect rect) {
    Ui& ui = view.ui;
    fill(ui, rect, Role::surface);
    divider(ui, rect.pos(), rect.w);
    rect = rect.inset(metrics::page_pad, 16);
    const auto groups = groups_at(view);
    std::vector<std::string> ids{""};
    for (const ConcernGroup* group : groups) ids.push_back(group->id);
    const auto here = static_cast<std::size_t>(std::ranges::find(ids, view.self.group) - ids.begin());
    const auto name = [&](std::size_t at) {
        return at == 0 ? std::string(view.words.health)
                       : std::string(said(view, groups[at - 1]->name, groups[at - 1]->name_es));
    };
    if (here + 1 < ids.size()) {
        const ButtonLook look{.kind = ButtonKind::primary, .icon = icon::arrow_right, .icon_after = true};
        const std::string label = std::string(view.words.next_is) + name(here + 1);
        if (button(ui, rect.cut_right(button_width(ui, label, look), metrics::m), label, look) || page_letter(ui, 'n'))
            go_to_group(view.self, ui, ids[here + 1]);
    }
    if (here > 0 && here < ids.size()) {
        const ButtonLook look{.icon = icon::arrow_left};
        const std::string label = std::string(view.words.back_to) + name(here - 1);
        if (rect.w > button_width(ui, label, look) + 60 &&
            button(ui, rect.cut_right(button_width(ui, label, look), metrics::m), label, look))
            go_to_group(view.self, ui, ids[here - 1]);
    }
    std::vector<Peg> row;
    int done = 0;
    for (const ConcernGroup* group : groups) {
        const int said_yes = answered_in(view, group->id), all = questions_in(view, group->id);
        row.push_back(said_yes == 0 ? Peg::hollow : said_yes < all ? Peg::half : Peg::filled);
        done += said_yes == all ? 1 : 0;
    }
    const std::string words =
        std::to_string(done) + " " + std::string(view.words.of) + " " + std::to_string(groups.size());
    if (groups.empty()) {
        text_in(ui, rect, view.words.no_age, {.role = Role::ink_2});
        return;
    }
    const float w = pegs(ui, {rect.x, rect.y + 13}, row, metrics::peg, words);
    text_in(ui, {rect.x + w + metrics::m, rect.y, 60, rect.h}, words, {.type = Type::label});
    const float used = w + 84;
    if (rect.w > used + 200)
        text_in(ui, {rect.x + used, rect.y, rect.w - used, rect.h}, view.words.stop, {.role = Role::ink_2});
}

}  // namespace

Place new_guide(const Ui& ui, ChildId child) {
    return {.screen = Screen::guide, .child = child, .detail = std::to_string(ui.clock.time_s)};
}

std::optional<int> guide_age(const GuideScreen& self, const Ui& ui) {
    const auto born = guide_birth(self, ui);
    const auto weeks = guide_weeks(self);
    if (!born || (!weeks && !trimmed(self.weeks).empty())) return std::nullopt;  // what is red is not read past
    Child child;
    child.date_of_birth = *born;
    child.gestation_weeks = weeks;
    return rule_age_months(child, ui.clock.today);
}

void draw(GuideScreen& self, Ui& ui) {
    if (ui.nav->here() != self.of) begin(self, ui);
    GuideView view{self, ui, words_of(self.language), guide_age(self, ui), {}, {}, false};
    if (view.age_months) {
        self.answers.age_months = *view.age_months;
        view.shown = concerns_at(*view.age_months, *ui.library);
    } else {
        self.group.clear();
    }
    if (self.said.answers != self.answers || !self.said.read) {
        const GuideResult result = guide_result(self.answers, *ui.library);
        self.said = {true, self.answers, result,
                     guide_ideas(self.answers, result, *ui.library, most_ideas, ui.caseload->child(self.of.child),
                                 ui.clock.today)};
    }
    view.result = self.said.result;
    view.health_done = health_answered(self.answers, *ui.library);
    Rect page = ui.area;
    ui.foot_h = metrics::bottom_bar;
    const Rect foot = page.cut_bottom(ui.foot_h);
    page = page.inset(metrics::page_pad, 0);
    page.cut_top(12);
    draw_head(view, page.cut_top(60, 12));
    page.cut_bottom(12);
    const bool narrow = page.w < metrics::one_column_below_w;
    draw_guide_groups(view, page.cut_left(narrow ? 184 : 216, metrics::gutter));
    const Rect side = page.cut_right(narrow ? 232 : 328, metrics::gutter);
    self.group.empty() ? draw_health_questions(view, page) : draw_concerns(view, page);
    draw_guide_side(view, side);
    draw_foot(view, foot);
}

}  // namespace pegboard
