// Puts drawings of the kit one over the other. It refuses to decide where they go.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/pictures/scene.h"

namespace pegboard::pictures {

inline constexpr double soles = 44;          ///< of figures and props on their own grid
inline constexpr double floor_y = 53;        ///< of the picture
inline constexpr double behind = 0.38;       ///< grounds: the mid tone over the tint
inline constexpr double standing_by = 0.75;  ///< whoever is with the child

struct Spot {
    double x = 0, y = 0, scale = 1, turn = 0, opacity = 1;
};

/// A number as SVG has it, whatever the locale.
std::string number(double value);

class Layers {
 public:
    explicit Layers(const PictureKit& kit) : kit_(kit) {}
    /// SVG as it is.
    void raw(std::string_view svg) { svg_ += svg; }
    /// The drawing with its grid's corner at the spot; nothing when there is none of the name.
    void put(std::string_view kind, std::string_view name, const Spot& spot);
    /// The child, with hair, and the tool in its hand.
    void child(const Scene& scene, const Spot& spot);
    /// A prop with its middle at x, standing on `base`; `scale` in place of its own where it is not 0.
    void prop(std::string_view name, double x, double base, double scale = 0);
    /// A prop with its middle at x, y.
    void floating(std::string_view name, double x, double y);
    /// Floor and ground, seen from `left`.
    void ground(const Scene& scene, double left);
    [[nodiscard]] std::string take() { return std::move(svg_); }

 private:
    const PictureKit& kit_;
    std::string svg_;
};

/// Number `index` of a list, or `otherwise` where it is shorter.
double at(const std::vector<double>& numbers, std::size_t index, double otherwise);
/// What a prop's grid is scaled by.
double scale_of(const PictureKit& kit, std::string_view prop);
/// How far above the floor one stands on the prop.
double lift_of(const PictureKit& kit, std::string_view prop);

std::string wide_picture(const PictureKit& kit, const Scene& scene);   ///< on 156 x 60
std::string small_picture(const PictureKit& kit, const Scene& scene);  ///< on 60 x 60

}  // namespace pegboard::pictures
