// Makes and draws shadows. It refuses to draw under the middle, which the card covers anyway.
#include "app/design/shadows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace pegboard {
namespace {

struct Level {
    float y, blur;
};
constexpr std::array<Level, 3> levels{{{1, 2}, {4, 16}, {12, 32}}};

using Mask = std::vector<float>;

Mask rounded_square(int side, int reach, int radius) {
    Mask mask(static_cast<std::size_t>(side * side), 0.0F);
    const float half = static_cast<float>(side) / 2 - static_cast<float>(reach), r = static_cast<float>(radius);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float mid = static_cast<float>(side) / 2;
            const float dx = std::abs(static_cast<float>(x) + 0.5F - mid) - (half - r);
            const float dy = std::abs(static_cast<float>(y) + 0.5F - mid) - (half - r);
            const float distance =
                std::hypot(std::max(dx, 0.0F), std::max(dy, 0.0F)) + std::min(std::max(dx, dy), 0.0F) - r;
            mask[static_cast<std::size_t>(y * side + x)] = std::clamp(0.5F - distance, 0.0F, 1.0F);
        }
    return mask;
}

void blur_line(float* line, int count, int step, int reach, Mask& spare) {
    const auto at = [&](int i) { return i < 0 || i >= count ? 0.0F : line[i * step]; };
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) sum += at(i);
    for (int i = 0; i < count; ++i) {
        spare[static_cast<std::size_t>(i)] = sum / static_cast<float>(2 * reach + 1);
        sum += at(i + reach + 1) - at(i - reach);
    }
    for (int i = 0; i < count; ++i) line[i * step] = spare[static_cast<std::size_t>(i)];
}

/// Three box blurs come close to the Gaussian of a CSS shadow of this blur.
void soften(Mask& mask, int side, float blur_px) {
    const int reach = static_cast<int>(std::lround(blur_px / 4));
    Mask spare(static_cast<std::size_t>(side));
    for (int pass = 0; reach > 0 && pass < 3; ++pass)
        for (int i = 0; i < side; ++i) {
            blur_line(&mask[static_cast<std::size_t>(i * side)], side, 1, reach, spare);
            blur_line(&mask[static_cast<std::size_t>(i)], side, side, reach, spare);
        }
}

}  // namespace

const Shadows::Slice& Shadows::slice(int level, int radius, float scale) {
    Slice& made = made_[{level, radius}];
    if (made.image) return made;
    const float blur = levels[static_cast<std::size_t>(level - 1)].blur * scale;
    made.reach = static_cast<int>(std::ceil(blur)) + 1;
    made.corner = 2 * made.reach + radius;
    made.side = 2 * made.corner + 1;
    Mask mask = rounded_square(made.side, made.reach, radius);
    soften(mask, made.side, blur);
    std::vector<std::uint32_t> pixels(mask.size());
    std::transform(mask.begin(), mask.end(), pixels.begin(),
                   [](float a) { return IM_COL32(255, 255, 255, std::lround(a * 255)); });
    made.image = std::make_unique<AtlasImage>(made.side, made.side, pixels);
    return made;
}

void Shadows::draw(ImDrawList& list, int level, ImVec2 min, ImVec2 max, float radius_px, const Palette& palette,
                   float scale) {
    if (level < 1 || level > 3) return;
    const Slice& slice_used = slice(level, static_cast<int>(std::lround(radius_px)), scale);
    ImFontAtlasRect rect;
    if (!slice_used.image->find(rect)) return;
    const auto index = static_cast<std::size_t>(level - 1);
    const float down = levels[index].y * scale, reach = static_cast<float>(slice_used.reach);
    const ImVec2 from{min.x - reach, min.y - reach + down}, to{max.x + reach, max.y + reach + down};
    const float w = to.x - from.x, h = to.y - from.y;
    // A rectangle smaller than two corners uses the outer part of each.
    const float corner_w = std::min(static_cast<float>(slice_used.corner), std::floor(w / 2));
    const float corner_h = std::min(static_cast<float>(slice_used.corner), std::floor(h / 2));
    const float u = (rect.uv1.x - rect.uv0.x) / static_cast<float>(slice_used.side);
    const float v = (rect.uv1.y - rect.uv0.y) / static_cast<float>(slice_used.side);
    const std::array xs{from.x, from.x + corner_w, to.x - corner_w, to.x};
    const std::array ys{from.y, from.y + corner_h, to.y - corner_h, to.y};
    const std::array us{rect.uv0.x, rect.uv0.x + u * corner_w, rect.uv1.x - u * corner_w, rect.uv1.x};
    const std::array vs{rect.uv0.y, rect.uv0.y + v * corner_h, rect.uv1.y - v * corner_h, rect.uv1.y};
    const ImU32 colour = IM_COL32((palette.shadow >> 16U) & 0xFFU, (palette.shadow >> 8U) & 0xFFU,
                                  palette.shadow & 0xFFU, std::lround(palette.shadow_alpha[index] * 255));
    const ImTextureRef texture = ImGui::GetIO().Fonts->TexRef;
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            if (row == 1 && column == 1) continue;
            list.AddImage(texture, {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}, {us[column], vs[row]},
                          {us[column + 1], vs[row + 1]}, colour);
        }
}

}  // namespace pegboard
