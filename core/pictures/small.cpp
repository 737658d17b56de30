// The picture of rows and blocks, told apart at 48 pixels: the child large at the left, one thing in front, the detail
// on the wall or on the front of the table. Numbers are units of the 60 x 60 picture.
#include <algorithm>

#include "core/pictures/layers.h"

namespace pegboard::pictures {
namespace {

/// The table fills the lower half and carries the detail on its front.
std::string at_table(const PictureKit& kit, const Scene& scene, Layers layers) {
    constexpr double size = 0.92, top = 34.4;
    layers.child(scene, {.x = -9, .y = floor_y - soles * size, .scale = size});
    layers.raw(
        "<path d=\"M21 35H60V53H21Z\" fill=\"@mid\"/><path d=\"M19 35.4H62\" stroke=\"@deep\" stroke-width=\"2.6\"/>");
    if (const std::string prop = front_prop(kit, scene); !prop.empty()) {
        const double scale = std::min(0.68, scale_of(kit, prop) * 1.28);
        layers.prop(prop, scale < 0.5 ? 59 - 24 * scale : 44, top, scale);
    }
    layers.put("detail", scene.detail, {.x = 32, .y = 36.7, .scale = 0.34});
    return layers.take();
}

/// The child stands on a thing; another stands in front.
std::string on_thing(const PictureKit& kit, const Scene& scene, const std::string& on, Layers layers) {
    constexpr double size = 0.72;
    const Drawing* figure = kit.find("figure", scene.figure);
    const double middle = (at(figure->extent, 0, 8) + at(figure->extent, 1, 40)) / 2;
    const auto other = std::ranges::find_if(scene.props, [&](const auto& prop) { return prop != on; });
    const double x = other == scene.props.end() ? 27 : 23, lift = lift_of(kit, on);
    layers.put("detail", scene.detail, {.x = 43, .y = 2.6, .scale = 0.3});
    layers.prop(on, x, floor_y + 1);
    layers.child(scene, {.x = x - middle * size, .y = floor_y + 1 - lift - soles * size, .scale = size});
    if (other != scene.props.end()) layers.prop(*other, 48, floor_y + 3, std::min(0.44, scale_of(kit, *other)));
    return layers.take();
}

std::string in_room(const PictureKit& kit, const Scene& scene, Layers layers) {
    if (const std::string on = stood_on(kit, scene); !on.empty()) return on_thing(kit, scene, on, std::move(layers));
    const Drawing* figure = kit.find("figure", scene.figure);
    const double from = figure != nullptr ? at(figure->extent, 0, 8) : 8;
    const double to = figure != nullptr ? at(figure->extent, 1, 40) : 40;
    const double size = to - from < 34 ? 0.86 : 0.8;
    const std::string prop = front_prop(kit, scene);
    const bool adult = scene.mate.starts_with("adult");
    const double x = std::max((prop.empty() ? 30 : 22) - (from + to) / 2 * size, (adult ? 5 : 1) - from * size);
    layers.put("detail", scene.detail, {.x = 43, .y = 2.6, .scale = 0.3});
    // Of the adult at hand, only what reaches into the picture.
    if (adult)
        layers.put("figure", scene.mate,
                   {.x = x - 25 * size, .y = floor_y - soles * size, .scale = size, .opacity = standing_by});
    layers.child(scene, {.x = x, .y = floor_y - soles * size, .scale = size});
    if (!prop.empty()) {
        const double scale = std::min(adult ? 0.52 : 0.62, scale_of(kit, prop) * 1.2);
        const double beside = adult ? 49 : 45;
        layers.prop(prop, scale < 0.5 ? std::min(beside + 2, 59 - 24 * scale) : beside, floor_y + 2, scale);
    }
    return layers.take();
}

}  // namespace

std::string small_picture(const PictureKit& kit, const Scene& scene) {
    const Drawing* ground = kit.find("ground", scene.ground);
    const Drawing* figure = kit.find("figure", scene.figure);
    Layers layers(kit);
    layers.ground(scene, ground != nullptr ? at(ground->numbers, 0, 40) : 40);
    return figure != nullptr && figure->table ? at_table(kit, scene, std::move(layers))
                                              : in_room(kit, scene, std::move(layers));
}

}  // namespace pegboard::pictures
