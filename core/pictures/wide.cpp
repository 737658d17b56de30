// The picture of cards and headers: child in the middle, the first thing before it, the second behind it, whoever is
// with it beside it; what is aimed at stands at the far end. Numbers are units of the 156 x 60 picture.
#include <algorithm>

#include "core/pictures/layers.h"

namespace pegboard::pictures {
namespace {

constexpr double table_top = 36, wall_y = 24, last_x = 153, gap = 9, widest = 150;

class Wide {
 public:
    Wide(const PictureKit& kit, const Scene& scene)
        : kit_(kit), scene_(scene), figure_(kit.find("figure", scene.figure)), back_(kit), front_(kit) {
        on_ = stood_on(kit, scene);
        for (const auto& prop : scene.props)
            if (prop != on_) props_.push_back(prop);
        table_ = figure_ != nullptr && figure_->table;
        friend_ = scene.mate.starts_with("friend");
        adult_ = scene.mate.starts_with("adult");
        arrange();
    }

    std::string draw() {
        put_mate();
        if (props_.size() > 1) put(1);
        if (table_) put_table();
        put_child();
        if (!props_.empty()) put(0);
        back_.ground(scene_, 0);
        put_detail();
        return back_.take() + front_.take();
    }

 private:
    struct Box {
        double left = 0, right = 0, top = 0;
    };

    [[nodiscard]] double half_width(std::size_t slot) const { return 24 * scale_of(kit_, props_[slot]); }
    [[nodiscard]] std::string_view place_of(std::size_t slot) const {
        const Drawing* prop = kit_.find("prop", props_[slot]);
        return prop == nullptr ? std::string_view() : std::string_view(prop->place);
    }
    [[nodiscard]] bool in_air(std::size_t slot) const { return place_of(slot) == "air" || place_of(slot) == "wall"; }
    [[nodiscard]] bool moves() const { return !props_.empty() && is_moved(kit_, scene_, props_.front()); }
    /// What is thrown or kicked goes to the second thing.
    [[nodiscard]] bool aims() const {
        if (props_.size() < 2 || !moves() || (scene_.flies != "far" && scene_.flies != "foot")) return false;
        const Drawing* at = kit_.find("prop", props_[1]);
        return at != nullptr && at->aim;
    }
    /// On the floor beside a table, too large to stand at its foot.
    [[nodiscard]] bool needs_floor() const {
        for (std::size_t slot = 0; slot < props_.size(); ++slot)
            if (place_of(slot) == "floor" && half_width(slot) > 15) return true;
        return false;
    }

    void arrange() {
        x_ = adult_ ? 56 : 54;
        if (table_) x_ = (adult_ ? 56 : 44) - (needs_floor() ? 10 : 0);
        if (aims()) x_ = (scene_.flies == "foot" ? 30 : 40) + (adult_ ? 10 : 0);
        if (figure_ != nullptr) from_ = at(figure_->extent, 0, 8), to_ = at(figure_->extent, 1, 40);
        if (friend_ && !table_) arrange_two();
        left_ = x_ + from_, right_ = x_ + to_;
    }
    /// Two children with the first thing between them; the second behind the first child where there is room.
    void arrange_two() {
        const Drawing* mate = kit_.find("figure", scene_.mate);
        const double from = mate != nullptr ? at(mate->extent, 0, 10) : 10;
        const double to = mate != nullptr ? at(mate->extent, 1, 38) : 38;
        between_ = props_.empty() || place_of(0) == "wall" ? 12 : 2 * half_width(0) + 3;
        const double width = to_ - from_ + between_ + to - from;
        double behind = props_.size() > 1 ? 2 * half_width(1) + gap : 0;
        if (width + behind > widest) behind = 0, props_.resize(1);
        x_ = (156 - width - behind) / 2 + behind - from_;
        mate_x_ = x_ + to_ + between_ - from;
    }

    void put_detail() {
        const Drawing* ground = kit_.find("ground", scene_.ground);
        if (ground == nullptr) return;
        constexpr double size = 13, half = size / 2;
        for (std::size_t i = 0; i + 1 < ground->detail.size(); i += 2) {
            const double x = ground->detail[i], y = ground->detail[i + 1];
            if (std::ranges::any_of(taken_, [&](const Box& box) {
                    return x + half > box.left && x - half < box.right && y + half > box.top;
                }))
                continue;
            back_.put("detail", scene_.detail, {.x = x - half, .y = y - half, .scale = size / 48, .opacity = 0.55});
            return;
        }
    }

    void take_body(const Drawing* figure, double x, double lift) {
        if (figure == nullptr) return;
        constexpr double hair = 9, behind = 5;  // hair and what says that the figure moves
        taken_.push_back({x + at(figure->extent, 0, 8) - behind, x + at(figure->extent, 1, 40),
                          floor_y - soles + at(figure->head, 1, 8) - hair - lift});
    }
    void put_mate() {
        if (scene_.mate.empty()) return;
        double x = x_ + (adult_ ? -26 : 50);
        if (friend_ && !table_) x = mate_x_;
        front_.put("figure", scene_.mate, {.x = x, .y = floor_y - soles, .opacity = standing_by});
        take_body(kit_.find("figure", scene_.mate), x, 0);
    }
    void put_child() {
        const double lift = on_.empty() ? 0 : lift_of(kit_, on_);
        const double scale = lift > 6 ? 0.88 : 1;
        if (!on_.empty()) front_.prop(on_, (left_ + right_) / 2, floor_y);
        const double middle = (from_ + to_) / 2;
        front_.child(scene_, {.x = x_ + middle * (1 - scale), .y = floor_y - lift - soles * scale, .scale = scale});
        take_body(figure_, x_, lift);
    }
    void put_table() {
        const double from = x_ + 30, to = x_ + (friend_ || needs_floor() ? 74 : 86);
        front_.raw("<path d=\"M" + number(from) + " 38.2H" + number(to) + "M" + number(to - 6) +
                   " 40V51\" fill=\"none\" stroke=\"@mid\" stroke-width=\"4.4\" stroke-linecap=\"round\"/>");
    }
    void put(std::size_t slot) { table_ ? put_at_table(slot) : put_in_room(slot); }

    void stand(std::size_t slot, double x, double base) {
        front_.prop(props_[slot], x, base);
        taken_.push_back({x - half_width(slot), x + half_width(slot), base - 40 * scale_of(kit_, props_[slot])});
    }
    void hang(std::size_t slot, double x, double y) {
        front_.floating(props_[slot], x, y);
        taken_.push_back({x - half_width(slot), x + half_width(slot), y - half_width(slot)});
    }

    /// What a table carries lies on it, in order; the rest stands at its foot, what is large beyond its end.
    void put_at_table(std::size_t slot) {
        const bool carried = place_of(slot) != "floor";
        const bool second = slot > 0 && place_of(0) != "floor";
        const double half = half_width(slot);
        if (carried && second && (friend_ || needs_floor())) return;  // there is room for one
        const double first_x = friend_ ? 42 : scene_.tool.empty() ? 46 : 50;
        if (carried) return stand(slot, x_ + (second ? 70 : first_x), table_top);
        if (half > 15) return stand(slot, last_x - half, floor_y);
        stand(slot, slot > 0 || friend_ || !adult_ ? 20 : std::min(x_ + 104, last_x - half), floor_y);
    }

    void put_in_room(std::size_t slot) {
        if (slot == 0 && put_in_flight()) return;
        const double half = half_width(slot);
        if (slot == 1 && aims()) return in_air(1) ? hang(1, last_x - half, wall_y) : stand(1, last_x - half, floor_y);
        if (place_of(slot) == "wall") {
            const double behind = friend_ && slot > 0 ? left_ - gap - half : 22;
            if (slot == 0 || !adult_) hang(slot, slot == 0 && !friend_ ? 126 : behind, wall_y);
            return;
        }
        double x = slot == 0 ? right_ + gap + half : left_ - gap - 1 - half;
        if (slot == 0 && friend_) x = right_ + between_ / 2;
        if (slot == 1 && adult_) {  // the adult stands where it would be
            x = right_ + gap + 5 + 2 * half_width(0) + half;
            if (x + half > last_x + 2) return;
        }
        x = std::clamp(x, half + 3, last_x - half);
        if (place_of(slot) == "air") return hang(slot, x, wall_y - 2);
        stand(slot, x, floor_y);
    }

    /// What is thrown, caught, kicked or pushed is where the figure has it.
    bool put_in_flight() {
        if (!moves()) return false;
        const double half = half_width(0);
        if (scene_.flies == "hand") hang(0, friend_ ? right_ + between_ / 2 : x_ + 41 + half * 0.55, 26);
        if (scene_.flies == "far") hang(0, x_ + 62, 17);
        if (scene_.flies == "foot") stand(0, x_ + 41 + half * 0.7, floor_y);
        if (scene_.flies == "push") stand(0, x_ + 38 + half * 0.9, floor_y);
        return true;
    }

    const PictureKit& kit_;
    const Scene& scene_;
    const Drawing* figure_;
    Layers back_, front_;
    std::string on_;  ///< what the child stands on
    std::vector<std::string> props_;
    std::vector<Box> taken_;
    bool table_ = false, friend_ = false, adult_ = false;
    double from_ = 8, to_ = 40;  ///< of the child, on its grid
    double x_ = 54, left_ = 62, right_ = 94, mate_x_ = 0, between_ = 0;
};

}  // namespace

std::string wide_picture(const PictureKit& kit, const Scene& scene) { return Wide(kit, scene).draw(); }

}  // namespace pegboard::pictures
