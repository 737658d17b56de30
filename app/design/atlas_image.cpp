// Packs pixels into the atlas. It refuses to draw.
#include "app/design/atlas_image.h"

#include <cstring>

#include "imgui_internal.h"

namespace pegboard {

AtlasImage::AtlasImage(int width, int height, const std::vector<std::uint32_t>& rgba) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect rect;
    id_ = atlas.AddCustomRect(width, height, &rect);
    if (id_ == ImFontAtlasRectId_Invalid || atlas.TexData->Format != ImTextureFormat_RGBA32) return;
    atlas.TexData->UseColors = true;
    for (int y = 0; y < height; ++y)
        std::memcpy(atlas.TexData->GetPixelsAt(rect.x, rect.y + y), &rgba[static_cast<std::size_t>(y * width)],
                    static_cast<std::size_t>(width) * 4);
}

AtlasImage::~AtlasImage() {
    if (id_ != ImFontAtlasRectId_Invalid && ImGui::GetCurrentContext() != nullptr)
        ImGui::GetIO().Fonts->RemoveCustomRect(id_);
}

bool AtlasImage::find(ImFontAtlasRect& rect) const {
    return id_ != ImFontAtlasRectId_Invalid && ImGui::GetIO().Fonts->GetCustomRect(id_, &rect);
}

}  // namespace pegboard
