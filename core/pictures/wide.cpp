// The picture of cards and headers: child in the middle, the first thing before it, the second behind it, whoever is
// with it beside it. Numbers are units of the 156 x 60 picture.
#include <algorithm>

#include "core/pictures/layers.h"

namespace pegboard::pictures {
namespace {

constexpr double table_top = 36, wall_y = 24, last_x = 153, gap = 9;

class Wide {
 public:
    Wide(const PictureKit& kit, const Scene& scene) : kit_(kit), scene_(scene), layers_(kit) {
        const Drawing* figure = kit.find("figure", scene.figure);
        table_ = figure != nullptr && figure->table;
        friend_ = scene.mate.starts_with("friend");
        adult_ = scene.mate.starts_with("adult");
        x_ = table_ ? 44 : friend_ ? 42 : 54;
        if (adult_) x_ = 56;
        if (figure != nullptr) left_ = x_ + at(figure->extent, 0, 8), right_ = x_ + at(figure->extent, 1, 40);
    }

    std::string draw() {
        layers_.ground(scene_, 0);
        put_detail();
        put_mate();
        if (scene_.props.size() > 1) put(1);
        if (table_) put_table();
        layers_.child(scene_, {.x = x_, .y = floor_y - soles});
        if (!scene_.props.empty()) put(0);
        return layers_.take();
    }

 private:
    [[nodiscard]] double half_width(std::size_t slot) const { return 24 * scale_of(kit_, scene_.props[slot]); }
    [[nodiscard]] std::string place_of(std::size_t slot) const {
        const Drawing* prop = kit_.find("prop", scene_.props[slot]);
        return prop == nullptr ? std::string() : prop->place;
    }

    void put_detail() {
        const Drawing* ground = kit_.find("ground", scene_.ground);
        if (ground == nullptr) return;
        constexpr double size = 13;
        double x = at(ground->detail, 0, 30);
        // What hangs or flies in the first place takes the wall on that side.
        if (!table_ && !scene_.props.empty() && x > 78 && (place_of(0) == "air" || place_of(0) == "wall")) x = 156 - x;
        layers_.put(
            "detail", scene_.detail,
            {.x = x - size / 2, .y = at(ground->detail, 1, 14) - size / 2, .scale = size / 48, .opacity = 0.55});
    }
    void put_mate() {
        const double beside = adult_ ? -26 : table_ ? 50 : 46;
        layers_.put("figure", scene_.mate, {.x = x_ + beside, .y = floor_y - soles, .opacity = standing_by});
    }
    void put_table() {
        const double from = x_ + 30, to = x_ + (friend_ ? 74 : 86);
        layers_.raw("<path d=\"M" + number(from) + " 38.2H" + number(to) + "M" + number(to - 6) +
                    " 40V51\" fill=\"none\" stroke=\"@mid\" stroke-width=\"4.4\" stroke-linecap=\"round\"/>");
    }
    void put(std::size_t slot) { table_ ? put_at_table(slot) : put_in_room(slot); }

    /// What a table carries lies on it, in order; the rest stands at its foot.
    void put_at_table(std::size_t slot) {
        const bool carried = place_of(slot) != "floor";
        const bool second = slot > 0 && place_of(0) != "floor";
        const double half = half_width(slot);
        if (carried && second && friend_) return;  // there is room for one between two
        const double first_x = friend_ ? 42 : scene_.tool.empty() ? 46 : 50;
        if (carried) return layers_.prop(scene_.props[slot], x_ + (second ? 70 : first_x), table_top);
        layers_.prop(scene_.props[slot], slot > 0 || friend_ ? 20 : std::min(x_ + 104, last_x - half), floor_y);
    }

    void put_in_room(std::size_t slot) {
        if (place_of(slot) == "wall") {
            if (slot == 0 || !adult_) layers_.floating(scene_.props[slot], slot == 0 && !friend_ ? 126 : 22, wall_y);
            return;
        }
        if (slot == 0 && put_in_flight()) return;
        const double half = half_width(slot);
        double x = slot == 0 ? right_ + gap + half : left_ - gap - 1 - half;
        if (slot == 0 && friend_) x = x_ + 46;
        if (slot == 1 && adult_) {  // the adult stands where it would be
            x = right_ + gap + 5 + 2 * half_width(0) + half;
            if (x + half > last_x + 2) return;
        }
        x = std::clamp(x, half + 3, last_x - half);
        if (place_of(slot) == "air") return layers_.floating(scene_.props[slot], x, wall_y - 2);
        layers_.prop(scene_.props[slot], x, floor_y);
    }

    /// What is thrown, caught, kicked or pushed is where the figure has it.
    bool put_in_flight() {
        const std::string& prop = scene_.props.front();
        if (!is_moved(kit_, scene_, prop)) return false;
        const double half = half_width(0);
        if (scene_.flies == "hand") layers_.floating(prop, x_ + 41 + half * 0.55, 26);
        if (scene_.flies == "far") layers_.floating(prop, x_ + 62, 17);
        if (scene_.flies == "foot") layers_.prop(prop, x_ + 41 + half * 0.7, floor_y);
        if (scene_.flies == "push") layers_.prop(prop, x_ + 38 + half * 0.9, floor_y);
        return true;
    }

    const PictureKit& kit_;
    const Scene& scene_;
    Layers layers_;
    bool table_ = false, friend_ = false, adult_ = false;
    double x_ = 54, left_ = 62, right_ = 94;
};

}  // namespace

std::string wide_picture(const PictureKit& kit, const Scene& scene) { return Wide(kit, scene).draw(); }

}  // namespace pegboard::pictures
