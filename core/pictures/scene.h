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

/// Small scenes of the steps of an activity that is good for home, each "-" where no pose fits what the step says or it
/// is the one before; empty where no step has one. The picture of the activity must be known.
std::vector<std::string> pictures_of_steps(const PictureKit& kit, const Activity& activity);

/// What an activity that is not of the library is shown by.
void give_pictures(const PictureKit& kit, Activity& activity);

/// What tells small pictures of one category apart: figure, company, the thing in front and the detail.
std::string small_look(const PictureKit& kit, const Scene& scene);

/// True for what this figure throws, catches, kicks or pushes.
bool is_moved(const PictureKit& kit, const Scene& scene, std::string_view prop);

/// The prop this figure stands on; empty when there is none.
std::string stood_on(const PictureKit& kit, const Scene& scene);

/// The prop that stands in front in the small picture; empty when there is none.
std::string front_prop(const PictureKit& kit, const Scene& scene);

}  // namespace pegboard
