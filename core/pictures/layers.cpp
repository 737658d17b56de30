#include "core/pictures/layers.h"

#include <array>
#include <charconv>
#include <cmath>

namespace pegboard::pictures {

std::string number(double value) {
    std::array<char, 32> text{};
    const double rounded = std::round(value * 1000) / 1000;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), rounded + 0.0).ptr;
    return {text.data(), end};
}

double at(const std::vector<double>& numbers, std::size_t index, double otherwise) {
    return index < numbers.size() ? numbers[index] : otherwise;
}

double scale_of(const PictureKit& kit, std::string_view prop) {
    const Drawing* drawing = kit.find("prop", prop);
    return drawing == nullptr ? 0.5 : at(drawing->numbers, 0, 0.5);
}

double lift_of(const PictureKit& kit, std::string_view prop) {
    const Drawing* drawing = kit.find("prop", prop);
    return drawing == nullptr ? 0 : (soles - at(drawing->numbers, 1, soles)) * scale_of(kit, prop);
}

namespace {

std::string transform(const Spot& spot) {
    std::string text = "<g transform=\"translate(" + number(spot.x) + ' ' + number(spot.y) + ')';
    if (spot.turn != 0) text += " rotate(" + number(spot.turn) + ')';
    if (spot.scale != 1) text += " scale(" + number(spot.scale) + ')';
    text += '"';
    if (spot.opacity != 1) text += " opacity=\"" + number(spot.opacity) + '"';
    return text + '>';
}

}  // namespace

void Layers::put(std::string_view kind, std::string_view name, const Spot& spot) {
    const Drawing* drawing = kit_.find(kind, name);
    if (drawing == nullptr) return;
    svg_ += transform(spot) + drawing->svg + "</g>";
}

void Layers::child(const Scene& scene, const Spot& spot) {
    const Drawing* figure = kit_.find("figure", scene.figure);
    if (figure == nullptr) return;
    svg_ += transform(spot) + figure->svg;
    if (const Drawing* hair = kit_.find("hair", scene.hair)) {
        svg_ += transform({.x = at(figure->head, 0, 24), .y = at(figure->head, 1, 8), .turn = at(figure->head, 2, 0)});
        svg_ += transform({.x = -24, .y = -24}) + hair->svg + "</g></g>";
    }
    if (const Drawing* tool = kit_.find("prop", scene.tool); tool != nullptr && tool->hand.size() == 4) {
        svg_ += transform({.x = at(figure->hand, 0, 34),
                           .y = at(figure->hand, 1, 20),
                           .scale = tool->hand[3],
                           .turn = tool->hand[2]});
        svg_ += transform({.x = -tool->hand[0], .y = -tool->hand[1]}) + tool->svg + "</g></g>";
    }
    svg_ += "</g>";
}

void Layers::prop(std::string_view name, double x, double base, double scale) {
    const double by = scale > 0 ? scale : scale_of(kit_, name);
    put("prop", name, {.x = x - 24 * by, .y = base - soles * by, .scale = by});
}

void Layers::floating(std::string_view name, double x, double y) {
    const double by = scale_of(kit_, name);
    put("prop", name, {.x = x - 24 * by, .y = y - 24 * by, .scale = by});
}

void Layers::ground(const Scene& scene, double left) {
    svg_ += "<g opacity=\"" + number(behind) + "\"><rect x=\"-200\" y=\"" + number(floor_y) +
            "\" width=\"560\" height=\"7\" fill=\"@mid\"/>";
    put("ground", scene.ground, {.x = -left});
    svg_ += "</g>";
}

}  // namespace pegboard::pictures
