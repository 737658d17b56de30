// Places of one size stand on a shelf across the sheet, a pixel apart so that nothing bleeds over.
#include "app/design/picture_sheets.h"

#include <cstring>

#include "imgui_internal.h"

namespace pegboard {
namespace {

constexpr int sheet_w = PictureSheets::most_w, sheet_h = PictureSheets::most_h, between = 1;
constexpr std::size_t most_sheets = 6;

}  // namespace

PictureSheets::~PictureSheets() {
    if (ImGui::GetCurrentContext() == nullptr) return;
    for (const auto& sheet : sheets_) {
        ImGui::UnregisterUserTexture(&sheet->texture);
        ImGui::GetPlatformIO().Textures.find_erase(&sheet->texture);  // the last frame's list
    }
}

bool PictureSheets::open_shelf(int width, int height) {
    std::size_t on = 0;
    while (on < sheets_.size() && sheets_[on]->shelves_end + height > sheet_h) ++on;
    if (on == most_sheets || width > sheet_w || height > sheet_h) return false;
    if (on == sheets_.size()) {
        sheets_.push_back(std::make_unique<Sheet>());
        ImTextureData& texture = sheets_.back()->texture;
        texture.Create(ImTextureFormat_RGBA32, sheet_w, sheet_h);
        texture.UseColors = true;
        texture.SetStatus(ImTextureStatus_WantCreate);
        ImGui::RegisterUserTexture(&texture);
    }
    const int y = sheets_[on]->shelves_end;
    for (int x = 0; x + width <= sheet_w; x += width + between)
        slots_.push_back({.sheet = on, .x = x, .y = y, .w = width, .h = height});
    sheets_[on]->shelves_end = y + height + between;
    return true;
}

std::optional<std::size_t> PictureSheets::find(int width, int height, int frame) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < slots_.size(); ++i)
        if (slots_[i].w == width && slots_[i].h == height && (!best || slots_[i].drawn < slots_[*best].drawn)) best = i;
    if (best && slots_[*best].drawn < 0) return best;
    const std::size_t before = slots_.size();
    if (open_shelf(width, height)) return before;
    // What the frame before this one drew may be in sight.
    return best && slots_[*best].drawn < frame - 1 ? best : std::nullopt;
}

std::optional<PictureSheets::Place> PictureSheets::put(int width, int height, const std::vector<std::uint32_t>& rgba,
                                                       int frame) {
    auto at = find(width, height, frame);
    if (!at) {  // the sheets are full of sizes of before, as while a window's edge is pulled
        clear();
        at = find(width, height, frame);
    }
    if (!at) return {};
    Slot& slot = slots_[*at];
    slot.generation = ++generation_;
    slot.drawn = frame;
    ImTextureData& texture = sheets_[slot.sheet]->texture;
    for (int y = 0; y < height; ++y)
        std::memcpy(texture.GetPixelsAt(slot.x, slot.y + y),
                    &rgba[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)],
                    static_cast<std::size_t>(width) * 4);
    if (texture.Status == ImTextureStatus_OK) {
        texture.Updates.resize(0);
        texture.SetStatus(ImTextureStatus_WantUpdates);
    }
    if (texture.Status == ImTextureStatus_WantUpdates)
        texture.Updates.push_back({static_cast<unsigned short>(slot.x), static_cast<unsigned short>(slot.y),
                                   static_cast<unsigned short>(width), static_cast<unsigned short>(height)});
    return Place{*at, slot.generation};
}

bool PictureSheets::use(const Place& place, int frame) {
    if (place.slot >= slots_.size() || slots_[place.slot].generation != place.generation) return false;
    slots_[place.slot].drawn = frame;
    return true;
}

void PictureSheets::draw(ImDrawList& list, const Place& place, ImVec2 min, float radius, ImDrawFlags corners) const {
    const Slot& slot = slots_[place.slot];
    const auto at = [](int x, int y) {
        return ImVec2{static_cast<float>(x) / static_cast<float>(sheet_w),
                      static_cast<float>(y) / static_cast<float>(sheet_h)};
    };
    const ImVec2 max{min.x + static_cast<float>(slot.w), min.y + static_cast<float>(slot.h)};
    list.AddImageRounded(sheets_[slot.sheet]->texture.GetTexRef(), min, max, at(slot.x, slot.y),
                         at(slot.x + slot.w, slot.y + slot.h), IM_COL32_WHITE, radius, corners);
}

void PictureSheets::clear() {
    slots_.clear();
    for (const auto& sheet : sheets_) sheet->shelves_end = 0;
}

std::size_t PictureSheets::bytes() const { return sheets_.size() * sheet_w * sheet_h * 4; }

}  // namespace pegboard
