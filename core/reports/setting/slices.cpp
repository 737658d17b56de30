#include "core/reports/setting/slices.h"

#include <variant>

namespace pegboard::reports {
namespace {

Placed moved(Placed placed, double x, double y) {
    std::visit(
        [&](auto& each) {
            if constexpr (requires { each.x; }) each.x += x, each.y += y;
            if constexpr (requires { each.to_x; }) each.to_x += x, each.to_y += y;
        },
        placed);
    return placed;
}

}  // namespace

void put(Slice& into, const Slice& piece, double x, double y) {
    for (const Placed& placed : piece.placed) into.placed.push_back(moved(placed, x, y));
    if (into.mark.words.empty() && !piece.mark.words.empty()) into.mark = piece.mark;
}

double height_of(const Slices& slices) {
    double height = 0;
    for (std::size_t i = 0; i < slices.size(); ++i) height += slices[i].height + (i > 0 ? slices[i].before : 0);
    return height;
}

Slice stacked(const Slices& slices) {
    Slice whole;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (i > 0) whole.height += slices[i].before;
        put(whole, slices[i], 0, whole.height);
        whole.height += slices[i].height;
    }
    return whole;
}

}  // namespace pegboard::reports
