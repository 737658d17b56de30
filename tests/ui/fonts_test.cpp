// Letters keep their size when ImGui drops the sizes that are no longer used.
#include <gtest/gtest.h>

#include "app/design/fonts.h"
#include "imgui_internal.h"
#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {

float height_of(ImFontBaked& baked, ImWchar letter) {
    const ImFontGlyph* glyph = baked.FindGlyphNoFallback(letter);
    return glyph != nullptr ? glyph->Y1 - glyph->Y0 : 0;
}

/// A letter beyond Inter, from an installed font.
constexpr ImWchar georgian = 0x10D0;

void letters_keep_their_size(ImWchar first, ImWchar later) {
    const auto ui = drive_widgets([](Ui& u) { text(u, {10, 10}, "Pegboard"); });
    ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
    ui->wait(0.1);
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    ImFontAtlasFontDiscardBakes(atlas, font, 0);
    ImFontAtlasUpdateNewFrame(atlas, ImGui::GetFrameCount() + 1, true);
    // Three sizes; the first goes, so the others move up, and the second was used last.
    static_cast<void>(height_of(*font->GetFontBaked(12), first));
    static_cast<void>(height_of(*font->GetFontBaked(24), first));
    static_cast<void>(height_of(*font->GetFontBaked(48), first));
    const float half = height_of(*font->GetFontBaked(24), later);
    ImFontAtlasBakedDiscard(atlas, font, font->GetFontBaked(12));
    ImFontAtlasUpdateNewFrame(atlas, ImGui::GetFrameCount() + 2, true);
    const float whole = height_of(*font->GetFontBaked(48), later);
    ASSERT_GT(half, 5);
    EXPECT_NEAR(whole / half, 2, 0.3) << "drawn in the size of another text";
}

TEST(Fonts, a_letter_of_ours_is_drawn_in_the_size_of_its_text) { letters_keep_their_size('o', 'R'); }

TEST(Fonts, a_letter_of_an_installed_font_is_drawn_in_the_size_of_its_text) {
    letters_keep_their_size(georgian, georgian + 1);
}

}  // namespace
}  // namespace pegboard::test
