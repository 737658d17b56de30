// The left column of the guide: whose age it is, and the groups of questions with what is answered of each.
#include <algorithm>

#include "app/design/icons.h"
#include "app/guide/guide_parts.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"
#include "core/rules/age.h"

namespace pegboard {
namespace {

struct GroupLook {
    Peg peg = Peg::hollow;
    bool chosen = false, enabled = true;
};

bool draw_group(Ui& ui, Rect row, std::string_view name, const std::string& below, const GroupLook& look) {
    if (!look.enabled) {
        text_wrapped(ui, {row.x + 44, row.y + 6, row.w - 52, 0}, name, {.role = Role::ink_3}, 2);
        return false;
    }
    const Pressed pressed = pressable(ui, row, name, WidgetRole::tab, look.chosen);
    if (look.chosen || pressed.hovered) fill(ui, row, look.chosen ? Role::primary_tint : Role::hover);
    if (look.chosen) fill(ui, {row.x, row.y, 4, row.h}, Role::primary);
    const std::array one{look.peg};
    pegs(ui, {row.x + 20, row.y + (row.h - metrics::peg) / 2}, one, metrics::peg, below);
    const Rect words{row.x + 44, row.y + 6, row.w - 52, 0};
    const float h = text_wrapped(ui, words, name, {.type = Type::label}, 2);
    text(ui, {words.x, words.y + h + 1}, below, {.type = Type::caption, .role = Role::ink_2, .max_w = words.w});
    return pressed.clicked;
}

float draw_age(GuideView& view, Rect inside) {
    Ui& ui = view.ui;
    GuideScreen& self = view.self;
    const auto birth = guide_birth(self, ui);
    const bool wrong = !trimmed(self.born).empty() && !birth;
    const Rect born = inside.cut_top(field_height(true, wrong), metrics::s);
    live_field(ui, born, view.words.born, self.born,
               {.hint = "22 Aug 2021",
                .error = wrong ? view.words.age_wrong : std::string_view{},
                .icon = icon::calendar_blank});
    const bool weeks_wrong = !trimmed(self.weeks).empty() && !guide_weeks(self);
    const Rect at = inside.cut_top(field_height(true, weeks_wrong), metrics::s);
    live_field(ui, at, view.words.weeks, self.weeks,
               {.hint = view.words.weeks_hint, .error = weeks_wrong ? view.words.weeks_wrong : std::string_view{}});
    std::string age(view.words.no_age);
    if (view.age_months) age = say_age_long(*view.age_months);
    if (view.age_months && view.self.language == GuideLanguage::spanish)
        age = std::to_string(*view.age_months / 12) + (*view.age_months / 12 == 1 ? " año " : " años ") +
              std::to_string(*view.age_months % 12) + (*view.age_months % 12 == 1 ? " mes" : " meses");
    // How the date was read, in words, and from which day the age is counted.
    if (view.age_months) age = say(*birth) + ": " + age;
    if (view.age_months && *view.age_months < age_months(*birth, ui.clock.today))
        age += ", " + std::string(view.words.early);
    return inside.y + text_wrapped(ui, inside, age, {.role = view.age_months ? Role::ink : Role::ink_2});
}

Peg peg_of(int answered, int all) { return answered == 0 ? Peg::hollow : answered < all ? Peg::half : Peg::filled; }

}  // namespace

std::vector<const ConcernGroup*> groups_at(const GuideView& view) {
    std::vector<const ConcernGroup*> groups;
    for (const ConcernGroup& group : view.ui.library->concern_groups())
        if (questions_in(view, group.id) > 0) groups.push_back(&group);
    return groups;
}

int questions_in(const GuideView& view, std::string_view group) {
    return static_cast<int>(
        std::ranges::count_if(view.shown, [&](const Concern* each) { return each->group == group; }));
}

int answered_in(const GuideView& view, std::string_view group) {
    return static_cast<int>(std::ranges::count_if(view.shown, [&](const Concern* each) {
        return each->group == group && view.self.answers.concerns.contains(each->id);
    }));
}

void draw_guide_groups(GuideView& view, Rect rect) {
    Ui& ui = view.ui;
    card(ui, rect);
    const Rect content = begin_scroll(ui, "Groups of questions", rect.inset(1));
    float y = draw_age(view, {content.x + 16, content.y + 14, rect.w - 34, 400}) + 12;
    divider(ui, {content.x, y}, rect.w - 2);
    y += 8;
    const auto row = [&](const std::string& id, std::string_view name, const std::string& below, Peg peg) {
        const float h = 26 + wrapped_height(ui, name, rect.w - 54, Type::label);
        const Rect at{content.x, y, rect.w - 2, h};
        y += h;
        if (draw_group(ui, at, name, below, {peg, view.self.group == id, true})) {
            view.self.group = id;
            view.self.question.clear();
            show_tops(ui);
        }
    };
    const auto marked = view.self.answers.marked.size();
    row("", view.words.health,
        std::to_string(marked) + " " + std::string(view.words.of) + " " +
            std::to_string(ui.library->red_flags().size()),
        view.health_done                                ? Peg::filled
        : marked + view.self.answers.none_of.size() > 0 ? Peg::half
                                                        : Peg::hollow);
    for (const ConcernGroup* group : groups_at(view)) {
        const int answered = answered_in(view, group->id), all = questions_in(view, group->id);
        row(group->id, said(view, group->name, group->name_es),
            answered == 0 ? std::to_string(all) + " " + std::string(view.words.questions)
                          : std::to_string(answered) + " " + std::string(view.words.of) + " " + std::to_string(all),
            peg_of(answered, all));
    }
    y += 8;
    divider(ui, {content.x, y}, rect.w - 2);
    y += 12;
    icon_at(ui, {content.x + 16, y}, icon::lock_outline, 18);
    y += text_wrapped(ui, {content.x + 42, y, rect.w - 58, 0}, view.words.stays,
                      {.type = Type::caption, .role = Role::ink_2});
    end_scroll(ui, y + 12);
}

}  // namespace pegboard
