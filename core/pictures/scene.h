// What the picture of an activity shows, chosen from its record: who does what, where, with which things. A scene is
// one line of text in the library. It refuses to draw.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/model/activity.h"
#include "core/pictures/kit.h"

namespace pegboard {

struct Scene {
    std::string figure, hair, tool, flies, ground, mate, detail;
    std::vector<std::string> props;  ///< two at most
    bool operator==(const Scene&) const = default;
};

/// The scene as the library keeps it: "figure=hop hair=tail ground=hall props=cones,rope".
std::string encode(const Scene& scene);
Scene decode_scene(std::string_view text);

/// Scenes that fit the activity, the best first; the others show its further things and interests. Never empty.
std::vector<Scene> scenes_of(const PictureKit& kit, const Activity& activity);

/// What tells small pictures of one category apart: figure, company, the thing in front and the detail.
std::string small_look(const PictureKit& kit, const Scene& scene);

/// True for what this figure throws, catches, kicks or pushes.
bool is_moved(const PictureKit& kit, const Scene& scene, std::string_view prop);

/// The prop that stands in front in the small picture; empty when there is none.
std::string front_prop(const PictureKit& kit, const Scene& scene);

}  // namespace pegboard
