// The buttons of one goal, fitting its measure: tries, steps, intervals, counting, stopwatch, rate, a number, a level.
// Each press is one point; number keys and space press the same buttons.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/session/session.h"
#include "app/widgets/grab.h"
#include "app/widgets/tally.h"
#include "core/progress/criterion.h"
#include "core/rules/typed/units.h"

namespace pegboard {
namespace {

constexpr float pads_tally_h = 88, pads_step_h = 52, pads_level_h = 56, pads_gap = 12;
constexpr double flash_for_s = 0.12;

enum class PadKind { tries, steps, intervals, count, watch, rate, rating, assist, number, scale };

bool has(const LiveGoal& goal, PointKind kind) { return std::ranges::find(goal.kinds, kind) != goal.kinds.end(); }

PadKind kind_of(const LiveGoal& goal) {
    const std::string& measure = goal.goal->measure;
    if (has(goal, PointKind::step)) return PadKind::steps;
    if (has(goal, PointKind::interval)) return PadKind::intervals;
    if (has(goal, PointKind::correct)) return PadKind::tries;
    if (has(goal, PointKind::tally)) return PadKind::count;
    if (measure == "duration_s" || measure == "latency_s" || measure == "time_s") return PadKind::watch;
    if (measure == "rate_min") return PadKind::rate;
    if (measure == "rating4") return PadKind::rating;
    if (measure == "assist") return PadKind::assist;
    return has(goal, PointKind::measured) ? PadKind::number : PadKind::scale;
}

/// One goal's buttons being drawn.
struct Pad {
    SessionScreen& self;
    Ui& ui;
    const LiveGoal& goal;
    bool chosen;
    int count = 0;  ///< buttons so far: their number keys

    /// One button; true when pressed by pointer, number key, or space for the first.
    bool press(Rect rect, std::string_view label, TallyLook look) {
        ++count;
        const std::string key = std::to_string(count);
        look.key = count <= 9 ? std::string_view(key) : std::string_view{};
        const bool by_key = chosen && (self.key == count || (self.space && count == 1));
        if (by_key) {
            self.flash_goal = goal.goal->id;
            self.flash_key = count;
            self.flash_s = ui.clock.time_s;
            ui.wake_in(flash_for_s);
        }
        look.pressed =
            self.flash_goal == goal.goal->id && self.flash_key == count && ui.clock.time_s - self.flash_s < flash_for_s;
        const bool pressed = tally_button(ui, rect, label, look) || (by_key && look.enabled);
        if (pressed) self.chosen = goal.goal->id;
        return pressed;
    }
    void record(PointKind kind, double value = 0, std::optional<int> n = {}, int step = 0) {
        record_in(0, kind, value, n, step);
    }
    void record_in(int try_number, PointKind kind, double value, std::optional<int> n = {}, int step = 0) {
        DataPoint point;
        point.try_number = try_number;
        point.kind = kind;
        point.value = value;
        point.n = n;
        point.step = step;
        tap(self, ui, goal, std::move(point));
    }
};

std::array<Rect, 3> thirds(Rect rect) {
    const float width = (rect.w - 2 * pads_gap) / 3;
    return {{{rect.x, rect.y, width, rect.h},
             {rect.x + width + pads_gap, rect.y, width, rect.h},
             {rect.x + 2 * (width + pads_gap), rect.y, width, rect.h}}};
}

void draw_tries(Pad& pad, Rect rect) {
    const LiveTally& tally = pad.goal.tally;
    const auto at = thirds({rect.x, rect.y, rect.w, pads_tally_h});
    if (pad.press(at[0], "Correct",
                  {.kind = BadgeKind::good, .icon = icon::check, .count = std::to_string(tally.correct)}))
        pad.record(PointKind::correct);
    // Beside a level that is chosen it means more help than that; what was done with just that level is "Correct".
    if (pad.press(at[1], some_help_chosen(pad.self, pad.ui, *pad.goal.goal) ? "More help" : "With help",
                  {.kind = BadgeKind::info, .icon = icon::account_plus, .count = std::to_string(tally.with_help)}))
        pad.record(PointKind::with_help);
    if (pad.press(at[2], "Not yet", {.icon = icon::minus, .count = std::to_string(tally.not_yet)}))
        pad.record(PointKind::not_yet);
}

void draw_steps(Pad& pad, Rect rect) {
    const Goal& goal = *pad.goal.goal;
    for (std::size_t i = 0; i < goal.task_steps.size(); ++i) {
        const Rect row = rect.cut_top(pads_step_h);
        const std::optional<bool> now = pad.goal.tally.steps[i];
        const std::string number = std::to_string(i + 1);
        fill(pad.ui, {row.x, row.y + 12, 24, 24}, Role::sunken, 12);
        text_in(pad.ui, {row.x, row.y + 12, 24, 24}, number,
                {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::centre});
        constexpr float button_w = 112;
        const float words_w = row.w - 2 * button_w - pads_gap - 48;
        text_in(pad.ui, {row.x + 36, row.y, words_w, 48}, goal.task_steps[i], {});
        const int step = static_cast<int>(i) + 1;
        const std::string of = " step " + number;
        const Rect not_yet{row.right() - button_w, row.y + 2, button_w, 44};
        const Rect done = not_yet.moved(-button_w - pads_gap, 0);
        if (pad.press(done, "Done", {.kind = BadgeKind::good, .name = "Done," + of, .selected = now == true}))
            pad.record(PointKind::step, 1, {}, step);
        --pad.count;  // one number for the step: its key says done
        const int keys = pad.self.key;
        pad.self.key = 0;
        if (pad.press(not_yet, "Not yet", {.name = "Not yet," + of, .selected = now == false}))
            pad.record(PointKind::step, 0, {}, step);
        pad.self.key = keys;
    }
}

/// Start or stop of a stopwatch and its time.
bool draw_watch_button(Pad& pad, Rect rect, bool runs, double seconds, std::string_view start, std::string_view stop) {
    const std::string time = runs || seconds > 0 ? say_clock(static_cast<std::int64_t>(seconds)) : std::string();
    return pad.press(
        rect, runs ? stop : start,
        {.kind = runs ? BadgeKind::warn : BadgeKind::good, .icon = runs ? icon::stop : icon::play, .count = time});
}

void draw_intervals(Pad& pad, Rect rect) {
    const Goal& goal = *pad.goal.goal;
    const Stopwatch& watch = pad.self.intervals[goal.id];
    const double now = pad.ui.clock.time_s;
    const double every = std::max(1, goal.interval_s);
    const auto at = thirds({rect.x, rect.y, rect.w, pads_tally_h});
    const double left = every - std::fmod(watch.seconds(now), every);
    if (draw_watch_button(pad, at[0], watch.runs(), watch.runs() ? std::ceil(left) : 0, "Start", "Stop"))
        watch.runs() ? stop_watch(pad.self, pad.ui, goal, WatchKind::intervals)
                     : start_watch(pad.self, pad.ui, goal, WatchKind::intervals);
    const LiveTally& tally = pad.goal.tally;
    if (pad.press(at[1], "Seen", {.kind = BadgeKind::good, .icon = icon::check, .count = std::to_string(tally.seen)}))
        pad.record(PointKind::interval, 1);
    if (pad.press(at[2], "Not seen", {.icon = icon::minus, .count = std::to_string(tally.intervals - tally.seen)}))
        pad.record(PointKind::interval, 0);
    const std::string words = "Every " + std::to_string(goal.interval_s) + " s: " + std::string(words_of_method(goal));
    text(pad.ui, {rect.x, rect.y + pads_tally_h + 6}, words,
         {.type = Type::caption, .role = Role::ink_2, .max_w = rect.w});
}

/// Counts of a goal that takes the best, the middle or the last of its tries stand by themselves: each try is counted
/// from nought.
bool counts_by_try(const Goal& goal) {
    return goal.measure == "count" && progress::tries_count_of(goal) != TriesCount::total;
}

void draw_count(Pad& pad, Rect rect) {
    const bool by_try = counts_by_try(*pad.goal.goal);
    const Rect whole{rect.x, rect.y, rect.w, pads_tally_h};
    Rect plus = whole;
    const float gaps = by_try ? 3 * pads_gap : 2 * pads_gap;
    plus.w = (whole.w - gaps) * (by_try ? 0.4F : 0.5F);
    const float rest = (whole.w - plus.w - gaps) / (by_try ? 3 : 2);
    const Rect five{plus.right() + pads_gap, whole.y, rest, pads_tally_h};
    const Rect minus{five.right() + pads_gap, whole.y, rest, pads_tally_h};
    const LiveTally& tally = pad.goal.tally;
    // Once the count behind which it was asked for is taken back, the try before goes on.
    const auto asked = pad.self.next_try.find(pad.goal.goal->id);
    const bool begins = asked != pad.self.next_try.end() && asked->second == tally.newest_count;
    const int number = !by_try ? 0 : begins ? tally.try_number + 1 : std::max(1, tally.try_number);
    const double sum = number > tally.try_number ? 0 : tally.sum;
    const auto count = [&](double by) { pad.record_in(number, PointKind::tally, by); };
    if (pad.press(plus, "Count one", {.kind = BadgeKind::good, .icon = icon::plus, .count = progress::say_plain(sum)}))
        count(1);
    if (pad.press(five, "Five more", {.kind = BadgeKind::info})) count(5);
    if (pad.press(minus, "One less", {.enabled = sum >= 1})) count(-1);
    if (!by_try) return;
    // The number of the try that is being counted.
    if (pad.press({minus.right() + pads_gap, whole.y, rest, pads_tally_h}, "Next try",
                  {.count = std::to_string(number), .enabled = sum >= 1}))
        pad.self.next_try[pad.goal.goal->id] = tally.newest_count;
}

double rounded_seconds(double seconds) { return std::round(seconds * 10) / 10; }

void draw_watch(Pad& pad, Rect rect) {
    const Goal& goal = *pad.goal.goal;
    const Stopwatch& watch = pad.self.watches[goal.id];
    const double now = pad.ui.clock.time_s;
    const auto at = thirds({rect.x, rect.y, rect.w, pads_tally_h});
    const Rect wide{at[0].x, at[0].y, at[1].right() - at[0].x, pads_tally_h};
    if (draw_watch_button(pad, wide, watch.runs(), watch.seconds(now), "Start the stopwatch", "Stop and record")) {
        if (watch.runs()) {
            pad.record(PointKind::measured, rounded_seconds(watch.seconds(now)));
            stop_watch(pad.self, pad.ui, goal, WatchKind::time);
        } else {
            start_watch(pad.self, pad.ui, goal, WatchKind::time);
        }
    }
    if (pad.press(at[2], "Start over", {.icon = icon::refresh, .enabled = watch.runs()}))
        start_watch(pad.self, pad.ui, goal, WatchKind::time);
}

void draw_rate(Pad& pad, Rect rect) {
    const Goal& goal = *pad.goal.goal;
    const Stopwatch& watch = pad.self.watches[goal.id];
    const double now = pad.ui.clock.time_s;
    const auto at = thirds({rect.x, rect.y, rect.w, pads_tally_h});
    const bool counting = watch.runs();
    if (pad.press(
            at[0], "Count one",
            {.kind = BadgeKind::good, .icon = icon::plus, .count = std::to_string(watch.count), .enabled = counting}))
        count_on(pad.self, pad.ui, goal);
    if (draw_watch_button(pad, at[1], counting, watch.seconds(now), "Start", "Stop and record")) {
        const int seconds = static_cast<int>(std::lround(watch.seconds(now)));
        if (counting && seconds > 0) pad.record(PointKind::measured, watch.count, seconds);
        counting ? stop_watch(pad.self, pad.ui, goal, WatchKind::time)
                 : start_watch(pad.self, pad.ui, goal, WatchKind::time);
    }
    if (pad.press(at[2], "Start over", {.icon = icon::refresh, .enabled = counting}))
        start_watch(pad.self, pad.ui, goal, WatchKind::time);
}

/// Levels side by side, in as many rows as they need.
void draw_levels(Pad& pad, Rect rect, std::span<const std::string> names, int lowest, std::optional<int> now,
                 PointKind kind, int across) {
    const float width = (rect.w - pads_gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto column = static_cast<float>(static_cast<int>(i) % across);
        const auto line = static_cast<float>(static_cast<int>(i) / across);
        const Rect at{rect.x + column * (width + pads_gap), rect.y + line * (pads_level_h + 8), width, pads_level_h};
        const int level = lowest + static_cast<int>(i);
        if (pad.press(at, names[i], {.kind = BadgeKind::info, .selected = now == level})) pad.record(kind, level);
    }
}

std::vector<std::string> assist_names() {
    std::vector<std::string> names;
    for (int level = 0; level <= 8; ++level) names.emplace_back(progress::assist_words(level));
    return names;
}

int assist_across(float width) { return width >= 700 ? 5 : 3; }

/// Where the steps of a number begin: at what was measured last. It is no value yet.
double number_before(const Pad& pad) {
    const Goal& goal = *pad.goal.goal;
    if (!pad.goal.tally.measured.empty()) return pad.goal.tally.measured.back();
    return goal.baseline.empty() ? 0 : goal.baseline.back();
}

/// The value, or that there is none yet, as a button to type it; true when pressed.
bool draw_number_shown(Pad& pad, Rect at, const std::optional<double>& value) {
    const Goal& goal = *pad.goal.goal;
    const std::string words = value ? units::say_value(goal, *value) : std::string("Not set");
    const Pressed pressed = pressable(pad.ui, at, "Type the value", WidgetRole::button, false);
    if (pressed.hovered) fill(pad.ui, at, Role::hover, metrics::radius_small);
    text_in(
        pad.ui, at, words,
        {.type = value ? Type::title : Type::body, .role = value ? Role::ink : Role::ink_2, .align = Align::centre});
    return pressed.clicked;
}

void draw_number(Pad& pad, Rect rect) {
    const Goal& goal = *pad.goal.goal;
    const auto known = pad.self.values.find(goal.id);
    const bool set = known != pad.self.values.end();
    const double before = set ? known->second : number_before(pad);
    std::optional<double> value = set ? std::optional(before) : std::nullopt;
    // By the goal, not by the value: a key does the same all through a session.
    const units::Steps steps = units::steps_for(goal, goal.target.value_or(number_before(pad)));
    const std::string small = units::say_value(goal, steps.small), big = units::say_value(goal, steps.big);
    constexpr float around = 24, widest = 88;
    const auto wide_for = [&](std::string_view words, Type type = Type::button) {
        return text_width(pad.ui, words, type) + around;
    };
    const float button_w = std::max(std::min(widest, (rect.w - 5 * pads_gap) / 7), wide_for("+" + big));
    const float value_w = set ? wide_for(units::say_value(goal, before), Type::title) : wide_for("Not set", Type::body);
    const float record_w = wide_for("Record");
    // Too narrow for all four: the big steps go, never a number or a word; their keys do nothing then.
    const bool all = 4 * (button_w + pads_gap) + value_w + pads_gap + record_w <= rect.w;
    Rect row{rect.x, rect.y, rect.w, pads_tally_h};
    const auto step = [&](const std::string& label, double by) {
        if (pad.press(row.cut_left(button_w, pads_gap), label, {})) value = std::max(0.0, before + by);
    };
    const auto big_step = [&](const std::string& label, double by) {
        if (all)
            step(label, by);
        else
            ++pad.count;
    };
    big_step("-" + big, -steps.big);
    step("-" + small, -steps.small);
    const float after = (all ? 2.0F : 1.0F) * (button_w + pads_gap);
    const Rect shown = row.cut_left(std::max(value_w, row.w - after - std::max(record_w, button_w + 60)), pads_gap);
    if (draw_number_shown(pad, shown, value)) pad.self.type_value = goal.id;
    step("+" + small, steps.small);
    big_step("+" + big, steps.big);
    if (pad.press(row, "Record", {.kind = BadgeKind::good, .icon = icon::check, .enabled = set}) && set) {
        pad.record(PointKind::measured, before);
        pad.self.values.erase(goal.id);
        return;
    }
    if (value) pad.self.values[goal.id] = *value;
}

std::vector<std::string> scale_names(const Goal& goal) {
    std::vector<std::string> names;
    for (int level = -2; level <= 2; ++level) {
        const std::string& words = goal.gas_levels[static_cast<std::size_t>(level + 2)];
        names.push_back((level > 0 ? "+" : "") + std::to_string(level) + (words.empty() ? "" : " " + words));
    }
    return names;
}

}  // namespace

std::string_view words_of_method(const Goal& goal) { return words(goal.interval_method); }

float pad_height(const Ui&, const LiveGoal& goal, float width) {
    const PadKind kind = kind_of(goal);
    const float scale_h = pads_level_h + pads_gap;
    const float below = has(goal, PointKind::attainment) && kind != PadKind::scale ? scale_h : 0;
    switch (kind) {
        case PadKind::steps:
            return pads_step_h * static_cast<float>(goal.goal->task_steps.size()) + below;
        case PadKind::intervals:
            return pads_tally_h + 24 + below;
        case PadKind::assist:
            return (pads_level_h + 8) * std::ceil(9.0F / static_cast<float>(assist_across(width))) - 8 + below;
        case PadKind::scale:
        case PadKind::rating:
            return pads_tally_h + below;
        case PadKind::tries:
        case PadKind::count:
        case PadKind::watch:
        case PadKind::rate:
        case PadKind::number:
            break;
    }
    return pads_tally_h + below;
}

void draw_pad(SessionScreen& self, Ui& ui, Rect rect, const LiveGoal& goal, bool chosen) {
    Pad pad{self, ui, goal, chosen};
    const PadKind kind = kind_of(goal);
    const Scope scope(ui, "Buttons");
    const std::optional<int> newest =
        goal.tally.measured.empty() ? std::nullopt : std::optional(static_cast<int>(goal.tally.measured.back()));
    switch (kind) {
        case PadKind::tries:
            draw_tries(pad, rect);
            break;
        case PadKind::steps:
            draw_steps(pad, rect);
            break;
        case PadKind::intervals:
            draw_intervals(pad, rect);
            break;
        case PadKind::count:
            draw_count(pad, rect);
            break;
        case PadKind::watch:
            draw_watch(pad, rect);
            break;
        case PadKind::rate:
            draw_rate(pad, rect);
            break;
        case PadKind::rating:
            draw_levels(pad, rect, std::array<std::string, 4>{"0 Not yet", "1 Starting", "2 Mostly", "3 Always"}, 0,
                        newest, PointKind::measured, 4);
            break;
        case PadKind::assist:
            draw_levels(pad, rect, assist_names(), 0, newest, PointKind::measured, assist_across(rect.w));
            break;
        case PadKind::number:
            draw_number(pad, rect);
            break;
        case PadKind::scale:
            break;
    }
    if (!has(goal, PointKind::attainment)) return;
    const float above = kind == PadKind::scale ? 0 : pad_height(ui, goal, rect.w) - pads_level_h;
    rect.y += above;
    draw_levels(pad, rect, scale_names(*goal.goal), -2, goal.tally.level, PointKind::attainment, 5);
}

}  // namespace pegboard
