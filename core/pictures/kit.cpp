#include "core/pictures/kit.h"

#include <algorithm>

namespace pegboard {

const Drawing* PictureKit::find(std::string_view kind, std::string_view name) const {
    const auto found =
        std::ranges::find_if(drawings, [&](const Drawing& one) { return one.name == name && one.kind == kind; });
    return found == drawings.end() ? nullptr : &*found;
}

std::string PictureKit::named(std::string_view kind, std::string_view of) const {
    const auto found =
        std::ranges::find_if(names, [&](const PictureName& one) { return one.of == of && one.kind == kind; });
    return found == names.end() ? std::string() : found->drawing;
}

}  // namespace pegboard
