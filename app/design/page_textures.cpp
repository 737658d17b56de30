// A texture that leaves goes through three frames: its blank pixels are taken over, it is destroyed, it is given back.
#include "app/design/page_textures.h"

#include <cmath>
#include <cstring>
#include <utility>

#include "imgui_internal.h"

namespace pegboard {
namespace {

void blank(ImTextureData& texture) {
    if (texture.Pixels == nullptr) return;
    std::memset(texture.GetPixels(), 0, static_cast<std::size_t>(texture.GetSizeInBytes()));
}

void upload_all(ImTextureData& texture) {
    texture.Updates.resize(0);
    texture.SetStatus(ImTextureStatus_WantUpdates);
    texture.Updates.push_back(
        {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
}

void give_back(ImTextureData& texture) {
    ImGui::UnregisterUserTexture(&texture);
    ImGui::GetPlatformIO().Textures.find_erase(&texture);  // the last frame's list
}

}  // namespace

PageTextures::~PageTextures() {
    if (ImGui::GetCurrentContext() == nullptr) return;
    for (auto& [number, page] : shown_) leaving_.push_back(std::move(page));
    for (const Texture& page : leaving_) {
        blank(*page);
        give_back(*page);
    }
}

void PageTextures::put(int number, int width, int height, const std::vector<unsigned char>& rgba) {
    if (width <= 0 || height <= 0 ||
        rgba.size() < static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)
        return;
    Texture& page = shown_[number];
    const bool fits = page && page->Width == width && page->Height == height;
    if (page && !fits) let_go(std::exchange(page, nullptr));
    if (!fits) {
        page = std::make_unique<ImTextureData>();
        page->Create(ImTextureFormat_RGBA32, width, height);
        page->UseColors = true;
    }
    std::memcpy(page->GetPixels(), rgba.data(), static_cast<std::size_t>(page->GetSizeInBytes()));
    if (!fits) {
        page->SetStatus(ImTextureStatus_WantCreate);
        ImGui::RegisterUserTexture(page.get());
    } else if (page->Status != ImTextureStatus_WantCreate) {
        upload_all(*page);
    }
}

bool PageTextures::draw(ImDrawList& list, int number, ImVec2 min, ImVec2 max) const {
    const auto found = shown_.find(number);
    if (found == shown_.end()) return false;
    ImTextureData& page = *found->second;
    // Where the rect was rounded by a pixel, the page keeps its own size and stays sharp.
    const ImVec2 own{min.x + static_cast<float>(page.Width), min.y + static_cast<float>(page.Height)};
    constexpr float rounding = 1.5F;
    const bool fits = std::abs(own.x - max.x) <= rounding && std::abs(own.y - max.y) <= rounding;
    list.AddImage(page.GetTexRef(), min, fits ? own : max);
    return true;
}

void PageTextures::let_go(Texture page) {
    blank(*page);
    if (page->Status != ImTextureStatus_WantCreate) upload_all(*page);
    leaving_.push_back(std::move(page));
}

void PageTextures::forget(int first) {
    for (auto page = shown_.lower_bound(first); page != shown_.end(); page = shown_.erase(page))
        let_go(std::move(page->second));
}

void PageTextures::tidy() {
    std::erase_if(leaving_, [](const Texture& page) {
        if (page->Status == ImTextureStatus_Destroyed) {
            give_back(*page);
            return true;
        }
        if (page->Status == ImTextureStatus_OK) {  // the blank is there
            page->UnusedFrames = 1;
            page->SetStatus(ImTextureStatus_WantDestroy);
        }
        return false;
    });
}

}  // namespace pegboard
