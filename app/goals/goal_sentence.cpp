// The sentence of the goal writer: plain words and slots in one flowing line; the slot pressed opens its
// choices below, so that the sentence changes while it is read.
#include <algorithm>
#include <array>

#include "app/goals/goal_writer.h"
#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "core/progress/criterion.h"

namespace pegboard {
namespace {

constexpr float slot_h = 40, line_gap = 18, word_gap = 5, slot_space = 3, name_h = 9;

std::string_view name_of(GoalSlot slot) {
    switch (slot) {
        case GoalSlot::by:
            return "Date";
        case GoalSlot::condition:
            return "With what";
        case GoalSlot::target:
            return "What";
        case GoalSlot::assist:
            return "Help";
        case GoalSlot::ratio:
            return "Measure";
        case GoalSlot::in_row:
            return "Consistency";
        case GoalSlot::child:
        case GoalSlot::none:
            break;
    }
    return {};
}

/// The field of a slot that is typed in; empty for one that is chosen.
std::string_view typed_in(GoalSlot slot) {
    return slot == GoalSlot::condition ? "condition" : slot == GoalSlot::target ? "target" : "";
}

/// The parts to draw: a slot for the condition and for the sessions stands there also while it says nothing.
std::vector<SentencePart> parts_of(const GoalDraft& draft) {
    const GoalSlots slots = draft.slots();
    std::vector<SentencePart> parts = sentence_parts(draft.from, slots);
    if (slots.condition.empty()) {
        const auto child = std::ranges::find(parts, GoalSlot::child, &SentencePart::slot);
        parts.insert(child, {GoalSlot::condition, "when, where or with what", false});
    }
    const bool of_tries = progress::ratio_kind(draft.page.goal.ratio_noun) == progress::RatioKind::tries;
    if (slots.in_row < 2 && slots.sessions_of == 0 && of_tries)
        parts.push_back({GoalSlot::in_row, "in how many sessions", false});
    return parts;
}

void draw_slot(GoalDraft& draft, Rect rect, const SentencePart& part) {
    GoalWriter& self = draft.page.self.writer;
    Ui& ui = draft.page.ui;
    const bool open = self.slot == part.slot;
    fill(ui, rect, open || !part.filled ? Role::surface : Role::primary_tint, metrics::radius);
    if (open)
        outline(ui, rect, Role::primary, metrics::radius, 2);
    else if (part.filled)
        outline(ui, rect, Role::primary_line, metrics::radius);
    else
        dashed_rect(ui, rect, Role::line_strong, metrics::radius);
    const std::string_view name = name_of(part.slot);
    const std::string label = std::string(name) + ": " + part.words;
    const Rect touched{rect.x, rect.y - name_h, rect.w, rect.h + name_h};  // its name stands on the border
    if (pressable(ui, touched, label, WidgetRole::choice, open, metrics::radius).clicked) {
        self.slot = open ? GoalSlot::none : part.slot;
        const std::string_view typed = typed_in(part.slot);
        if (!open && !typed.empty()) ask_for(ui, draft.page.draft + ".slot." + std::string(typed), {});
    }
    text_in(ui, {rect.x + 12, rect.y, rect.w - 36, rect.h}, part.words,
            {.type = part.filled ? Type::button : Type::body, .role = part.filled ? Role::ink : Role::ink_2});
    icon_at(ui, {rect.right() - 24, rect.centre().y - 10}, icon::menu_down, 20, Role::primary);
    const float width = text_width(ui, name, Type::caption);
    fill(ui, Rect{rect.x + 8, rect.y - 8, width + 8, 12}, Role::surface, 3);
    text(ui, {rect.x + 12, rect.y - name_h}, name, {.type = Type::caption, .role = Role::primary});
}

/// Draws the sentence and returns the lowest y.
float draw_flow(GoalDraft& draft, Rect rect) {
    Ui& ui = draft.page.ui;
    Wrap wrap(rect.x, rect.y + 8, rect.w, slot_h, word_gap, line_gap);
    for (const SentencePart& part : parts_of(draft)) {
        if (part.slot != GoalSlot::none && part.slot != GoalSlot::child) {
            const float width = text_width(ui, part.words, part.filled ? Type::button : Type::body) + 40;
            const float least = text_width(ui, name_of(part.slot), Type::caption) + 44;
            const float taken = std::clamp(width, least, std::max(least, rect.w - 2 * slot_space));
            const Vec at = wrap.place(taken + 2 * slot_space);
            draw_slot(draft, {at.x + (at.x > rect.x ? slot_space : 0), at.y, taken, slot_h}, part);
            continue;
        }
        for (std::size_t from = 0; from < part.words.size();) {
            const std::size_t to = std::min(part.words.find(' ', from), part.words.size());
            const std::string word = part.words.substr(from, to - from);
            from = to + 1;
            if (word.empty() || word == "." || word == ",") continue;
            const Vec at = wrap.place(text_width(ui, word));
            text(ui, {at.x, at.y + 10}, word, {.role = Role::ink_2});
        }
    }
    return wrap.bottom();
}

/// One chip for each of `words`; returns the one pressed.
std::optional<std::size_t> chips(Ui& ui, Wrap& wrap, const std::vector<std::string>& words, std::string_view chosen) {
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const ChipLook look{.selected = words[i] == chosen};
        if (chip(ui, wrap.place(chip_width(ui, words[i], look)), words[i], look)) pressed = i;
    }
    return pressed;
}

/// Own words for a slot, live while they are typed.
float own_words(GoalDraft& draft, Rect rect, std::string_view label, std::string_view slot, std::string& value,
                std::string_view hint) {
    Ui& ui = draft.page.ui;
    const std::string name = draft.page.draft + ".slot." + std::string(slot);
    if (ui.drafts->find(name) == nullptr && !value.empty()) ui.drafts->set(name, value);
    const Rect at{rect.x, rect.y, rect.w, field_height()};
    if (form_field(ui, at, label, name, {.hint = hint})) {
        value = trimmed(ui.drafts->text(name));
        if (slot == "target") draft.words.value.reset();
        draft.follow();
    }
    return at.bottom();
}

float choose_target(GoalDraft& draft, Rect rect) {
    Wrap wrap(rect.x, rect.y, rect.w, metrics::chip);
    float y = rect.y;
    const std::vector<std::string>& targets = draft.from.targets;
    if (const auto pressed = chips(draft.page.ui, wrap, targets, draft.words.target)) {
        draft.words.target = targets[*pressed];
        draft.words.value.reset();
        draft.page.ui.drafts->set(draft.page.draft + ".slot.target", draft.words.target);
        draft.follow();
    }
    if (!targets.empty()) y = wrap.bottom() + metrics::m;
    const bool blank = draft.words.bank.empty();
    return own_words(draft, {rect.x, y, rect.w, 0}, blank ? "What the child will do" : "Or in your own words", "target",
                     draft.words.target, blank ? "join and pull up the zipper" : "What, how much or how far");
}

float choose_help(GoalDraft& draft, Rect rect) {
    Ui& ui = draft.page.ui;
    std::vector<std::string> assist, prompt{"prompts are not spoken of"};
    for (int level = 0; level <= 8; ++level) {
        assist.emplace_back(progress::assist_words(level));
        prompt.emplace_back(progress::prompt_words(level));
    }
    Rect row{rect.x, rect.y, rect.w, field_height()};
    int level = draft.page.goal.assist_level;
    if (choice(ui, row.cut_left((rect.w - 16) / 2, 16), "Help by hand, at most", assist, level)) {
        draft.page.goal.assist_level = level;
        draft.follow();
    }
    int spoken = draft.words.prompt_level.value_or(-1) + 1;
    if (choice(ui, row, "Prompts, at most", prompt, spoken)) {
        draft.words.prompt_level = spoken == 0 ? std::nullopt : std::optional(spoken - 1);
        draft.follow();
    }
    return row.bottom();
}

float choose_date(GoalDraft& draft, Rect rect) {
    GoalPage& page = draft.page;
    const Date start = page.goal.start.value_or(page.ui.clock.today);
    constexpr std::array weeks{4, 6, 8, 10, 12, 26};
    std::vector<std::string> words;
    std::string chosen;
    for (const int count : weeks) {
        words.push_back(std::to_string(count) + " weeks: " + say(start + 7 * count));
        if (page.goal.due == start + 7 * count) chosen = words.back();
    }
    std::vector<Date> days;
    for (const int count : weeks) days.push_back(start + 7 * count);
    // The days a plan has to be looked at again are the days goals usually end.
    const auto offer = [&](const std::optional<Date>& day, std::string_view what) {
        if (!day || *day - start < 14 || *day - start > 372) return;
        words.push_back(std::string(what) + ": " + say(*day));
        days.push_back(*day);
        if (page.goal.due == *day) chosen = words.back();
    };
    offer(page.child.iep_date, "IEP meeting");
    offer(page.child.plan_of_care_end, "Plan of care ends");
    Wrap wrap(rect.x, rect.y, rect.w, metrics::chip);
    if (const auto pressed = chips(page.ui, wrap, words, chosen)) {
        page.goal.due = days[*pressed];
        draft.follow();
    }
    return wrap.bottom();
}

float choose_ratio(GoalDraft& draft, Rect rect) {
    constexpr std::array<std::pair<int, int>, 6> usual{{{3, 4}, {3, 5}, {4, 5}, {5, 5}, {8, 10}, {9, 10}}};
    Goal& goal = draft.page.goal;
    std::vector<std::string> words;
    for (const auto& [n, of] : usual) words.push_back(std::to_string(n) + " of " + std::to_string(of));
    Wrap wrap(rect.x, rect.y, rect.w, metrics::chip);
    const std::string now = std::to_string(goal.successes) + " of " + std::to_string(goal.attempts);
    if (const auto pressed = chips(draft.page.ui, wrap, words, now)) {
        goal.successes = usual[*pressed].first;
        goal.attempts = usual[*pressed].second;
        draft.follow();
    }
    const Rect noun{rect.x, wrap.bottom() + metrics::m, std::min(rect.w, 260.0F), field_height()};
    const std::string before = goal.ratio_noun;
    draft.page.pick_ratio_noun(noun);
    if (goal.ratio_noun != before) {
        const bool of_tries = progress::ratio_kind(goal.ratio_noun) == progress::RatioKind::tries;
        if (goal.sessions_in_row == 0 && goal.sessions_of == 0 && of_tries) {
            goal.sessions_in_row = draft.from.sessions_in_row;
            goal.sessions_met = draft.from.sessions_met;
            goal.sessions_of = draft.from.sessions_of;
        }
        draft.follow();
    }
    return noun.bottom();
}

float choose_in_row(GoalDraft& draft, Rect rect) {
    Goal& goal = draft.page.goal;
    struct Sessions {
        int in_row, met, of;
    };
    constexpr std::array usual{Sessions{0, 0, 0}, Sessions{2, 0, 0}, Sessions{3, 0, 0}, Sessions{4, 0, 0},
                               Sessions{5, 0, 0}, Sessions{0, 2, 3}, Sessions{0, 3, 4}, Sessions{0, 4, 5}};
    std::vector<std::string> words;
    for (const auto& [in_row, met, of] : usual) words.push_back(say_sessions(in_row, met, of));
    words.front() = "not spoken of";
    std::string now = say_sessions(goal.sessions_in_row, goal.sessions_met, goal.sessions_of);
    if (now.empty()) now = words.front();
    Wrap wrap(rect.x, rect.y, rect.w, metrics::chip);
    if (const auto pressed = chips(draft.page.ui, wrap, words, now)) {
        goal.sessions_in_row = usual[*pressed].in_row;
        goal.sessions_met = usual[*pressed].met;
        goal.sessions_of = usual[*pressed].of;
        draft.follow();
    }
    return wrap.bottom();
}

float draw_choices(GoalDraft& draft, Rect rect) {
    switch (draft.page.self.writer.slot) {
        case GoalSlot::by:
            return choose_date(draft, rect);
        case GoalSlot::condition:
            return own_words(draft, rect, "When, where or with what", "condition", draft.words.condition,
                             "given a loose jacket, at the coat hooks");
        case GoalSlot::target:
            return choose_target(draft, rect);
        case GoalSlot::assist:
            return choose_help(draft, rect);
        case GoalSlot::ratio:
            return choose_ratio(draft, rect);
        case GoalSlot::in_row:
            return choose_in_row(draft, rect);
        case GoalSlot::child:
        case GoalSlot::none:
            break;
    }
    return rect.y;
}

}  // namespace

float draw_goal_sentence(GoalDraft& draft, Rect rect) {
    Ui& ui = draft.page.ui;
    const Scope scope(ui, "Build the sentence");
    TallCard card(draft, rect, "sentence", "Build the sentence", "Choose a slot to change it");
    const Rect inside = card.inside();
    float y = draw_flow(draft, {inside.x, inside.y, inside.w, 0});
    if (draft.page.self.writer.slot == GoalSlot::none) return card.end(y);
    y += metrics::l;
    divider(ui, {inside.x, y}, inside.w);
    y = draw_choices(draft, {inside.x, y + metrics::m, inside.w, 0});
    return card.end(y);
}

}  // namespace pegboard
