// The chart of a goal on paper, from the same description as on screen. Before: hollow squares; since: filled circles;
// left out: crossed; the aim is dashed, the goal a whole line, steps on the way are dotted.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/reports/setting/shaped.h"
#include "core/reports/setting/slices.h"

namespace pegboard::reports {
namespace {

constexpr double foot = 15, head = 15, thin = 0.6, mark = 2.4;
constexpr std::size_t dense_from = 60;  ///< points from which each is small

struct Area {
    double x = 0, y = 0, w = 0, h = 0;
};

class ChartSetter {
 public:
    ChartSetter(const Setting& setting, const Chart& block, double width)
        : scale_(setting.scale), chart_(block.chart), trend_(block.trend), width_(width) {
        double left = 0, right = 0;
        for (const ChartTick& tick : chart_.ticks) left = std::max(left, wide(tick.words));
        for (const ChartLevel& level : chart_.levels) right = std::max(right, wide(level.words));
        right = std::max(right, chart_.aim ? wide("Aim line") : 0);
        box_ = {left + 6, head, std::max(60.0, width - left - 12 - std::min(right, width / 3)),
                block.height - head - foot};
        slice_.height = block.height;
        slice_.before = 5;
    }

    Slice make() {
        slice_.placed.emplace_back(PlacedTag{"Figure", true});
        ground();
        lines();
        series();
        newest();
        stretch_names();
        slice_.placed.emplace_back(PlacedTag{"Figure", false});
        return std::move(slice_);
    }

    Slice legend() const {
        Slice slice;
        slice.before = 2;
        double at = 0;
        const auto add = [&](const char* words, const std::vector<Placed>& sign) {
            Slice one;
            one.placed = sign;
            put(slice, one, at, 6 * scale_);
            const auto shaped = shape(text(words, Style::small, ink::soft), -1, scale_);
            const LineBox line = line_box(*shaped, 0, face_of(Style::small).line * scale_);
            slice.placed.emplace_back(PlacedLine{at + 18, 0, line.w, line.h, line.base, shaped, 0, ink::soft});
            slice.height = std::max(slice.height, line.h);
            at += 18 + line.w + 14;
        };
        const auto has = [&](ChartMark kind) {
            return std::ranges::any_of(chart_.points, [&](const ChartPoint& point) { return point.mark == kind; });
        };
        slice.placed.emplace_back(PlacedTag{"P", true});
        if (has(ChartMark::before)) add("Before practice began", mark_at(7, 0, ChartMark::before, false));
        if (has(ChartMark::after)) add("Each session", mark_at(7, 0, ChartMark::after, false));
        if (std::ranges::any_of(chart_.points, &ChartPoint::reached))
            add("Reached the goal", mark_at(7, 0, ChartMark::after, true));
        if (has(ChartMark::left_out)) add("Not counted", mark_at(7, 0, ChartMark::left_out, false));
        if (chart_.aim) add("Aim line", {PlacedRule{0, 0, 14, 0, 1, ink::rule, 3}});
        if (trend_ && chart_.trend) add("Trend", {PlacedRule{0, 0, 14, 0, 1.1, ink::text, 1.2}});
        slice.placed.emplace_back(PlacedTag{"P", false});
        return slice;
    }

 private:
    [[nodiscard]] double wide(const std::string& words) const {
        return width_of(text(words, Style::small), scale_) + 4;
    }
    [[nodiscard]] double x(double day) const {
        const double days = std::max(1, chart_.until - chart_.from);
        return box_.x + box_.w * std::clamp((day - chart_.from.day) / days, 0.0, 1.0);
    }
    [[nodiscard]] double y(double value) const {
        const double span = chart_.high > chart_.low ? chart_.high - chart_.low : 1;
        return box_.y + box_.h * (1 - std::clamp((value - chart_.low) / span, 0.0, 1.0));
    }
    [[nodiscard]] Ink series_ink() const { return chart_.series == Discipline::ot ? ink::ot : ink::pt; }

    void rule(double from_x, double from_y, double to_x, double to_y, double thick, Ink colour, double dash = 0) {
        slice_.placed.emplace_back(PlacedRule{from_x, from_y, to_x, to_y, thick, colour, dash});
    }
    /// Words whose left end, middle or right end lies at `at`; nothing where other words stand already.
    bool label(const std::string& words, double at, double top, Align align, Ink colour, Style style = Style::small,
               bool over_lines = false) {
        const auto shaped = shape(text(words, style, colour), -1, scale_);
        const LineBox line = line_box(*shaped, 0, face_of(style).line * scale_);
        double left = align == Align::left ? at : align == Align::right ? at - line.w : at - line.w / 2;
        left = std::clamp(left, 0.0, std::max(0.0, width_ - line.w));
        top = std::clamp(top, 0.0, slice_.height - line.h);
        if (line.w > width_) return false;
        const auto hits = [&](const Area& area) {
            return left < area.x + area.w && area.x < left + line.w && top < area.y + area.h && area.y < top + line.h;
        };
        if (std::ranges::any_of(taken_, hits)) return false;
        taken_.push_back({left, top, line.w, line.h});
        if (over_lines)
            slice_.placed.emplace_back(
                PlacedBox{left - 2, top, line.w + 4, line.h, 2, ink::paper, ink::paper, true, 0});
        slice_.placed.emplace_back(PlacedLine{left, top, line.w, line.h, line.base, shaped, 0, colour});
        return true;
    }

    void ground() {
        for (std::size_t i = 0; i < chart_.stretches.size(); ++i) {
            const ChartStretch& stretch = chart_.stretches[i];
            if (!stretch.before) continue;
            const double from = i == 0 ? box_.x : x(stretch.from.day);
            const double to = i + 1 < chart_.stretches.size() ? x(chart_.stretches[i + 1].from.day) : box_.x + box_.w;
            slice_.placed.emplace_back(
                PlacedBox{from, box_.y, to - from, box_.h, 0, ink::sunken, ink::sunken, true, 0});
        }
        const double line = face_of(Style::small).line * scale_;
        for (const ChartTick& tick : chart_.ticks) {
            rule(box_.x, y(tick.value), box_.x + box_.w, y(tick.value), thin, ink::line);
            label(tick.words, box_.x - 5, y(tick.value) - line / 2, Align::right, ink::soft);
        }
        rule(box_.x, box_.y + box_.h, box_.x + box_.w, box_.y + box_.h, 0.9, ink::rule);
        const int most = static_cast<int>(box_.w / 48);
        for (const TimeTick& tick : time_ticks(chart_.from.day, chart_.until.day, std::max(2, most))) {
            const double at = x(tick.day.day);
            rule(at, box_.y + box_.h, at, box_.y + box_.h + 2.5, thin, ink::rule);
            label(tick.words, at, box_.y + box_.h + 3, Align::middle, ink::soft);
        }
    }

    void segment(const ChartSegment& line, double thick, Ink colour, double dash) {
        const double from = std::max(line.from.day, chart_.from.day), to = std::min(line.to.day, chart_.until.day);
        if (to > from) rule(x(from), y(line.at(from)), x(to), y(line.at(to)), thick, colour, dash);
    }

    void lines() {
        const double line = face_of(Style::small).line * scale_, end = box_.x + box_.w;
        for (const ChartLevel& level : chart_.levels) {
            rule(box_.x, y(level.value), end, y(level.value), level.step ? 0.8 : 1.3, ink::good, level.step ? 1.5 : 0);
            label(level.words, end + 5, y(level.value) - line / 2, Align::left, ink::good,
                  level.step ? Style::small : Style::small_strong);
        }
        if (chart_.aim) segment(*chart_.aim, 1, ink::rule, 3);
        if (trend_ && chart_.trend) segment(*chart_.trend, 1.1, ink::text, 1.2);
        if (chart_.due) rule(x(chart_.due->day), box_.y, x(chart_.due->day), box_.y + box_.h, thin, ink::rule, 2);
        for (std::size_t i = 0; i < chart_.stretches.size(); ++i) {
            if (i == 0 && chart_.stretches[i].from <= chart_.points.front().day) continue;
            const double at = x(chart_.stretches[i].from.day);
            rule(at, box_.y - 10, at, box_.y + box_.h, 0.9, ink::text, 3);
        }
    }

    [[nodiscard]] std::vector<Placed> mark_at(double at, double top, ChartMark kind, bool reached) const {
        const double r = chart_.points.size() >= dense_from ? mark / 2 : mark;
        const Ink colour = kind == ChartMark::after ? series_ink() : ink::soft;
        std::vector<Placed> made;
        if (reached) {
            const double halo = r + 2;
            made.emplace_back(
                PlacedBox{at - halo, top - halo, 2 * halo, 2 * halo, halo, ink::paper, ink::good, true, 1});
        }
        const double radius = kind == ChartMark::before ? 0 : r;
        const bool full = kind == ChartMark::after;
        made.emplace_back(
            PlacedBox{at - r, top - r, 2 * r, 2 * r, radius, full ? colour : ink::paper, colour, true, 1});
        if (kind == ChartMark::left_out) {
            made.emplace_back(PlacedRule{at - r, top - r, at + r, top + r, 0.8, colour, 0});
            made.emplace_back(PlacedRule{at - r, top + r, at + r, top - r, 0.8, colour, 0});
        }
        return made;
    }

    void series() {
        const ChartPoint* before = nullptr;
        for (const ChartPoint& point : chart_.points) {
            if (point.joined && before != nullptr)
                rule(x(before->day.day), y(before->value), x(point.day.day), y(point.value), 1.1,
                     point.mark == ChartMark::before ? ink::soft : series_ink());
            if (point.mark != ChartMark::left_out) before = &point;
        }
        for (const ChartPoint& point : chart_.points) {
            const auto made = mark_at(x(point.day.day), y(point.value), point.mark, point.reached);
            slice_.placed.insert(slice_.placed.end(), made.begin(), made.end());
        }
    }

    /// The newest value that counts, in words beside its point.
    void newest() {
        const auto last =
            std::ranges::find(chart_.points.rbegin(), chart_.points.rend(), ChartMark::after, &ChartPoint::mark);
        if (last == chart_.points.rend()) return;
        const double line = face_of(Style::small_strong).line * scale_, at = x(last->day.day), top = y(last->value);
        const std::string words = last->words + " on " + say_short(last->day, chart_.until);
        // Where a level's own line runs through the place above, the one below is tried first.
        const bool crowded = std::ranges::any_of(chart_.levels, [&](const ChartLevel& level) {
            return y(level.value) > top - line - 5 && y(level.value) < top - 2;
        });
        const double above = top - line - 4, below = top + 5;
        if (!label(words, at, crowded ? below : above, Align::middle, series_ink(), Style::small_strong, true))
            label(words, at, crowded ? above : below, Align::middle, series_ink(), Style::small_strong, true);
    }

    void stretch_names() {
        for (const ChartStretch& stretch : chart_.stretches)
            label(stretch.name, std::max(box_.x, x(stretch.from.day)) + 3, 0, Align::left, ink::soft,
                  Style::small_strong);
        if (chart_.due) label(chart_.due_words, x(chart_.due->day) - 3, 0, Align::right, ink::soft);
    }

    double scale_;
    const GoalChart& chart_;
    bool trend_;
    double width_;
    Area box_;
    Slice slice_;
    std::vector<Area> taken_;
};

}  // namespace

Slices set_chart(const Setting& setting, const Chart& chart, double width) {
    if (chart.chart.points.empty()) return {};
    ChartSetter setter(setting, chart, width);
    Slice legend = setter.legend();
    Slice drawn = setter.make();
    drawn.with_next = legend.with_next = true;
    return {std::move(drawn), std::move(legend)};
}

}  // namespace pegboard::reports
