// Small helpers of forms: rectangles one below the other, and numbers or choices kept as drafts so that
// a half-filled form survives Esc, a lock and a crash. They draw nothing.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {

/// Hands out rectangles from the top down; `bottom()` is the lowest y given away.
class Flow {
 public:
    explicit Flow(Rect area, float gap = metrics::m) : area_(area), y_(area.y), gap_(gap) {}
    Rect row(float height) {
        const Rect given{area_.x, y_, area_.w, height};
        bottom_ = y_ + height;
        y_ = bottom_ + gap_;
        return given;
    }
    /// One row cut into columns of the given shares of the width.
    template <std::size_t N>
    std::array<Rect, N> columns(float height, const std::array<float, N>& shares, float between = metrics::l) {
        const Rect whole = row(height);
        float all = 0;
        for (const float share : shares) all += share;
        const float room = whole.w - between * static_cast<float>(N - 1);
        std::array<Rect, N> cut{};
        float x = whole.x;
        for (std::size_t i = 0; i < N; ++i) {
            const float width = room * shares[i] / all;
            cut[i] = {x, whole.y, width, height};
            x += width + between;
        }
        return cut;
    }
    void space(float height) { y_ += height; }
    /// Says that the last row grew to `height`.
    void grew(float to_y) {
        if (to_y <= bottom_) return;
        bottom_ = to_y;
        y_ = bottom_ + gap_;
    }
    [[nodiscard]] float x() const { return area_.x; }
    [[nodiscard]] float y() const { return y_; }
    [[nodiscard]] float w() const { return area_.w; }
    [[nodiscard]] float bottom() const { return bottom_; }

 private:
    Rect area_;
    float y_;
    float gap_;
    float bottom_ = area_.y;
};

/// Puts chips, badges and the like side by side and starts a new line when one does not fit.
class Wrap {
 public:
    Wrap(float x, float y, float width, float line, float gap = metrics::s, float between_lines = metrics::s)
        : x0_(x), x_(x), y_(y), right_(x + width), line_(line), gap_(gap), between_lines_(between_lines) {}
    /// Where a thing of `width` goes.
    Vec place(float width) {
        if (x_ > x0_ && x_ + width > right_) {
            x_ = x0_;
            y_ += line_ + between_lines_;
        }
        const Vec at{x_, y_};
        x_ += width + gap_;
        return at;
    }
    [[nodiscard]] float bottom() const { return y_ + line_; }
    [[nodiscard]] float x() const { return x_; }
    [[nodiscard]] float y() const { return y_; }

 private:
    float x0_, x_, y_, right_, line_, gap_, between_lines_;
};

/// A warning in amber of as many lines as it needs; nothing when empty. One may go on all the same.
void draw_warnings(Ui& ui, Flow& flow, const std::vector<std::string>& lines);
/// A whole number kept as the draft `name`.
std::optional<std::int64_t> draft_number(const Ui& ui, std::string_view name);
void put_number(Ui& ui, std::string_view name, std::int64_t value);
/// A choice kept by its position; `otherwise` when nothing is kept or it is out of range.
int draft_index(const Ui& ui, std::string_view name, int count, int otherwise);
/// What was typed, without the spaces around it.
std::string draft_text(const Ui& ui, std::string_view name);

/// A choice among kept places or bags that are not archived, kept as the id; the first line names none.
template <class Kept>
void kept_choice(Ui& ui, Rect rect, std::string_view label, const std::string& draft, const std::vector<Kept>& all,
                 std::string_view none) {
    std::vector<std::string> names{std::string(none)};
    std::vector<std::int64_t> ids{0};
    const std::int64_t now = draft_number(ui, draft).value_or(0);
    for (const Kept& each : all) {
        if (each.archived && each.id.value != now) continue;
        names.push_back(each.name);
        ids.push_back(each.id.value);
    }
    const auto at = std::ranges::find(ids, now);
    int chosen = at == ids.end() ? 0 : static_cast<int>(at - ids.begin());
    if (choice(ui, rect, label, names, chosen)) put_number(ui, draft, ids[static_cast<std::size_t>(chosen)]);
}

}  // namespace pegboard
