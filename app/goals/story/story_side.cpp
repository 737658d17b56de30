// Beside the chart of a goal: what the data suggest under the chosen rule, its numbers, and its attainment scale.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/goals/story/story.h"
#include "core/model/first_letter.h"
#include "core/progress/attainment.h"
#include "core/progress/measure.h"
#include "core/progress/status.h"

namespace pegboard {
namespace {

struct Number {
    std::string name, value, below;
};

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

std::string hundredths(double value) {
    const long whole = std::lround(std::abs(value) * 100);
    const std::string rest = std::to_string(whole % 100);
    return (value < 0 && whole > 0 ? "-" : "") + std::to_string(whole / 100) + (rest.size() < 2 ? ".0" : ".") + rest;
}

std::vector<Number> main_numbers(const Ui& ui, const Goal& goal, const progress::Analysis& found) {
    std::vector<Number> all;
    const auto say = [&](double value) { return progress::say_value(goal.measure, value); };
    if (found.facts.recent_level) {
        const std::string now = say(*found.facts.recent_level);
        all.push_back({"Level", found.baseline_level ? say(*found.baseline_level) + " to " + now : now,
                       (found.baseline_level ? "At baseline, and over the last " : "Over the last ") +
                           progress::sessions_or_days(found.facts, 3)});
    } else if (found.baseline_level) {
        all.push_back({"Level", say(*found.baseline_level), "At baseline"});
    }
    if (found.criterion.rule.pooling == progress::Pooling::ordinal) {
        // Levels have an order but no distances: counts, never a pace or a date.
        std::string counts;
        for (const auto& [level, sessions] : found.at_level)
            counts += (counts.empty() ? "" : ", ") + std::to_string(sessions) + " at " + say(level);
        if (!counts.empty())
            all.push_back({found.facts.outside > 0 ? "Recorded" : "Sessions",
                           found.facts.outside > 0 ? progress::sessions_or_days(found.facts, found.facts.sessions)
                                                   : std::to_string(found.facts.sessions),
                           counts});
        return all;
    }
    std::string trend = progress::say_trend(found.criterion, found.facts);
    std::string interval;
    if (const std::size_t at = trend.find(" ("); at != std::string::npos) {
        interval = with_capital(trend.substr(at + 2));
        if (interval.ends_with(")")) interval.pop_back();
        trend.resize(at);
    }
    if (const std::size_t at = trend.find(", "); at != std::string::npos && found.facts.per_week) {
        interval = with_capital(trend.substr(at + 2)) + (interval.empty() ? "" : ". ") + interval;
        trend.resize(at);
    }
    if (found.facts.per_week) {
        if (found.aim)
            interval +=
                (interval.empty() ? "" : ". ") + std::string("The aim needs ") + say(found.aim->per_week) + " a week";
        all.push_back({"Trend", trend, interval});
    } else {
        all.push_back({"Trend", "Not yet", trend});
    }
    if (found.overlap)
        all.push_back({"Better than baseline",
                       std::to_string(found.overlap->better_than_best) + " of " + std::to_string(found.overlap->after),
                       "Values " + std::string(progress::better_than(found.criterion)) + " the best of the baseline"});
    if (found.projected) {
        const std::string from = say_short(*found.projected_from, ui.clock.today);
        const std::string span = found.projected_to
                                     ? "Between " + from + " and " + say_short(*found.projected_to, ui.clock.today)
                                     : "From " + from + ", no latest day";
        all.push_back({"Trend line meets the goal", say_short(*found.projected, ui.clock.today),
                       span + (found.facts.leaning ? ", or wider. If this pace holds" : ". If this pace holds")});
    }
    return all;
}

/// Better or worse, and whether the band can be trusted.
std::string_view say_band(const progress::TwoSdBand& band) {
    if (band.notable_at < 0) return "No two in a row outside";
    if (band.leans) return "Two in a row outside, but the baseline leans";
    return band.notable_better ? "Two in a row outside, better than baseline: notable"
                               : "Two in a row outside, worse than baseline: notable";
}

std::vector<Number> more_numbers(const Goal& goal, const progress::Analysis& found) {
    std::vector<Number> all;
    const auto say = [&](double value) { return progress::say_value(goal.measure, value); };
    if (found.overlap) {
        const progress::Overlap& overlap = *found.overlap;
        all.push_back({"PND", percent(overlap.pnd), std::string("Usual words: ") + progress::pnd_band(overlap.pnd)});
        all.push_back({"NAP and Tau", hundredths(overlap.nap) + ", " + hundredths(overlap.tau),
                       "Pairs in which the later value is better"});
        all.push_back({"Better than the baseline median", percent(overlap.pem), "Share of values (PEM)"});
    } else {
        all.push_back({"Overlap", "Not yet", "Needs 3 recorded values before and after"});
    }
    if (found.quarter_intersect)
        all.push_back({"Quarter-intersect", say(found.quarter_intersect->per_week), "A week, from 6 values"});
    if (found.split_middle)
        all.push_back({"Split-middle ends at", say(found.split_middle->to_value), "Half of the values on either side"});
    if (found.band)
        all.push_back(
            {"Two-SD band", say(found.band->low) + " to " + say(found.band->high), std::string(say_band(*found.band))});
    return all;
}

float draw_number_rows(Ui& ui, Rect in, const std::vector<Number>& numbers) {
    float y = in.y;
    for (const Number& each : numbers) {
        divider(ui, {in.x, y}, in.w);
        y += metrics::m;
        const float value_w = std::min(text_width(ui, each.value, Type::section), in.w * 0.62F);
        text(ui, {in.x, y + 2}, each.name, {.type = Type::label, .max_w = in.w - value_w - 8});
        text(ui, {in.right(), y}, each.value, {.type = Type::section, .max_w = in.w * 0.62F, .align = Align::right});
        y += 26;
        if (!each.below.empty())
            y += text_wrapped(ui, {in.x, y, in.w, 0}, each.below, {.type = Type::caption, .role = Role::ink_2});
        y += metrics::m;
    }
    return y;
}

float draw_numbers(GoalStory& self, Ui& ui, Rect rect, const Goal& goal, const progress::Analysis& found) {
    return story_card(self, ui, rect, "In numbers", [&](Rect in) {
        if (std::exchange(self.show_numbers, false))
            scroll_to(ui, {rect.x, rect.y, rect.w, std::max(120.0F, self.heights["In numbers"])});
        text(ui, in.pos(), "In numbers", {.type = Type::section, .heading = true});
        float y = draw_number_rows(ui, {in.x, in.y + 36, in.w, 0}, main_numbers(ui, goal, found));
        if (self.more_numbers) y = draw_number_rows(ui, {in.x, y, in.w, 0}, more_numbers(goal, found));
        const std::string_view label = self.more_numbers ? "Fewer figures" : "More figures";
        if (link(ui, {in.x, y}, label)) self.more_numbers = !self.more_numbers;
        return y + 24;
    });
}

/// The three things the chosen rule can say, with the one it says ticked.
float draw_rule_lines(Ui& ui, Rect rect, const progress::Analysis& found, DecisionRule rule) {
    using progress::Verdict;
    const Verdict said = progress::verdict_of(found.facts.verdicts, rule);
    std::vector<Verdict> all{Verdict::raise, Verdict::keep_going, Verdict::change};
    if (said == Verdict::late) all.push_back(said);
    const float words_w = rect.w - 2 * metrics::m - 26;
    float height = metrics::m + 24;
    const bool open = said == Verdict::no_aim || said == Verdict::too_few || said == Verdict::no_slope;
    if (said == Verdict::no_slope) all.clear();
    for (const Verdict each : all)
        height += wrapped_height(ui, progress::rule_words(rule, each), words_w, Type::caption_medium) + metrics::s;
    const std::string_view missing = open ? progress::rule_words(rule, said) : std::string_view{};
    if (open) height += wrapped_height(ui, missing, words_w + 26, Type::caption) + metrics::s;
    fill(ui, {rect.x, rect.y, rect.w, height + 4}, Role::sunken, metrics::radius);
    float y = rect.y + metrics::m;
    const float x = rect.x + metrics::m;
    text(ui, {x, y}, "How this is decided", {.type = Type::caption_strong});
    y += 24;
    if (open)
        y += text_wrapped(ui, {x, y, words_w + 26, 0}, missing, {.type = Type::caption, .role = Role::ink_2}) +
             metrics::s;
    for (const Verdict each : all) {
        const bool ticked = each == said;
        icon_at(ui, {x, y}, ticked ? icon::check_circle : icon::checkbox_blank_circle_outline, 16,
                ticked ? Role::good : Role::ink_3);
        y += text_wrapped(
                 ui, {x + 26, y, words_w, 0}, progress::rule_words(rule, each),
                 {.type = ticked ? Type::caption_strong : Type::caption, .role = ticked ? Role::ink : Role::ink_2}) +
             metrics::s;
    }
    return rect.y + height + 4;
}

/// Which rule judges this goal: its own or the practice's.
void draw_rule_choice(GoalStory& self, Ui& ui, Rect rect, const Goal& goal) {
    const DecisionRule usual = ui.caseload->practice().decision_rule;
    std::vector<std::string> names{"As the practice: " + std::string(words(usual))};
    for (const std::string& each : words_of<DecisionRule>()) names.push_back(each);
    int chosen = goal.decision_rule ? static_cast<int>(*goal.decision_rule) + 1 : 0;
    if (!choice(ui, rect, "Rule", names, chosen)) return;
    Goal edited = goal;
    edited.decision_rule = chosen == 0 ? std::nullopt : std::optional(static_cast<DecisionRule>(chosen - 1));
    ui.outbox->send(EditGoal{edited}, [&self](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
    });
}

float draw_suggestion(GoalStory& self, Ui& ui, Rect rect, const Goal& goal, const progress::Analysis& found) {
    return story_card(self, ui, rect, "What the data suggest", [&](Rect in) {
        const progress::Judgement& judgement = found.judgement;
        icon_at(ui, in.pos(), icon::lightbulb_outline, 24, Role::primary);
        text(ui, {in.x + 34, in.y}, "What the data suggest", {.type = Type::section, .heading = true});
        float y = in.y + 38;
        if (goal.status != GoalStatus::active) {  // else the goal's own card says it
            draw_badge(ui, {in.x, y}, progress_badge(judgement));
            y += metrics::badge + metrics::s;
        }
        y += text_wrapped(ui, {in.x, y, in.w, 0}, judgement.sentence) + metrics::s;
        if (!found.not_mastered.empty() && judgement.status != ProgressStatus::collecting)
            y += text_wrapped(ui, {in.x, y, in.w, 0}, found.not_mastered, {.role = Role::ink_2}) + metrics::s;
        if (!judgement.levers.empty()) {
            text(ui, {in.x, y + 4}, "Things to ask yourself", {.type = Type::caption_strong});
            y += 26;
            for (const progress::Lever lever : judgement.levers)
                y += text_wrapped(ui, {in.x + metrics::m, y, in.w - metrics::m, 0}, progress::lever_words(lever),
                                  {.role = Role::ink_2}) +
                     metrics::xs;
            y += metrics::s;
        }
        const DecisionRule rule = progress::rule_for(ui.caseload->practice(), goal);
        y = draw_rule_lines(ui, {in.x, y + 4, in.w, 0}, found, rule) + metrics::m;
        draw_rule_choice(self, ui, {in.x, y, in.w, 60}, goal);
        y += 68;
        y += text_wrapped(ui, {in.x, y, in.w, 0},
                          "Looked at every week for 18 weeks, this rule asks at least once for a change with about " +
                              std::to_string(progress::false_alarms_in_100(rule)) +
                              " of 100 children who are exactly on their aim line.",
                          {.type = Type::caption, .role = Role::ink_2}) +
             metrics::m;
        const bool change = !judgement.levers.empty();
        const ButtonLook look{.kind = ButtonKind::tonal, .icon = change ? icon::plus : icon::pencil};
        if (change && button(ui, Vec{in.x, y}, "Note what you change", look))
            open_phase_change(self, ui, goal, nullptr);
        const bool raise =
            judgement.status == ProgressStatus::raise_suggested || judgement.status == ProgressStatus::mastered;
        if (!change && raise && button(ui, Vec{in.x, y}, "Look at the goal", look))
            ui.nav->turn({.screen = Screen::goal, .child = goal.child, .goal = goal.id, .detail = "edit"});
        if (change || raise) y += 48;
        return y + text_wrapped(ui, {in.x, y, in.w, 0}, "Advice only. Your own judgement comes first.",
                                {.type = Type::caption, .role = Role::ink_2});
    });
}

/// The five levels of the goal's own scale, with the newest and the first marked.
float draw_scale(GoalStory& self, Ui& ui, Rect rect, const Goal& goal) {
    if (goal.gas_levels[0].empty()) return rect.y - metrics::gutter;
    const auto levels = progress::attainment_levels(self.picture.criterion, *self.picture.points);
    constexpr int none = 99;
    const int now = levels.empty() ? none : static_cast<int>(std::lround(levels.back().value));
    return story_card(self, ui, rect, "The scale of the goal", [&](Rect in) {
        text(ui, in.pos(), "Goal scale", {.type = Type::section, .heading = true});
        float y = in.y + 36;
        for (int level = 2; level >= -2; --level) {
            const bool here = now == level, start = goal.gas_baseline == level;
            const std::string number = (level > 0 ? "+" : "") + std::to_string(level);
            const std::string& said = goal.gas_levels[static_cast<std::size_t>(level + 2)];
            const float words_w = in.w - 44;
            const std::string whole = said + (here ? " Now." : "") + (start ? " At the start." : "");
            const float h = std::max(24.0F, wrapped_height(ui, whole, words_w));
            if (here) fill(ui, {in.x - 8, y - 4, in.w + 16, h + 8}, Role::primary_tint, metrics::radius_small);
            text(ui, {in.x, y}, number, {.type = Type::button});
            text_wrapped(ui, {in.x + 44, y, words_w, 0}, whole, {.type = here ? Type::label : Type::body});
            y += h + metrics::s;
        }
        return y;
    });
}

}  // namespace

float draw_story_advice(GoalStory& self, Ui& ui, Rect rect, const Goal& goal) {
    if (self.picture.analysis) return draw_suggestion(self, ui, rect, goal, *self.picture.analysis);
    text(ui, {rect.x, rect.y + metrics::l}, "Working out the trend", {.role = Role::ink_2});
    return rect.y + 48;
}

float draw_story_numbers(GoalStory& self, Ui& ui, Rect rect, const Goal& goal) {
    if (!self.picture.analysis) return rect.y;
    rect.y = draw_numbers(self, ui, rect, goal, *self.picture.analysis) + metrics::gutter;
    return draw_scale(self, ui, rect, goal);
}

}  // namespace pegboard
