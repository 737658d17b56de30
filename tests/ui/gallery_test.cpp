// The component gallery: every widget in every state fits, and Tab reaches all that live.
#include "app/gallery/gallery.h"

#include <gtest/gtest.h>

#include "tests/ui/widget_host.h"

#ifdef PEGBOARD_GALLERY

namespace pegboard::test {
namespace {

std::string lines(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& line : all) out += line + "\n";
    return out;
}

class Gallery : public testing::TestWithParam<float> {};

TEST_P(Gallery, has_no_fault_of_layout) {
    GalleryScreen gallery;
    const float scale = GetParam();
    const auto ui = drive_widgets([&](Ui& u) { draw(gallery, u); }, {1440 * scale, 1400 * scale}, scale);
    EXPECT_EQ(lines(ui->lint()), "");
}

INSTANTIATE_TEST_SUITE_P(Scales, Gallery, testing::Values(1.0F, 1.25F, 1.5F, 2.0F));

TEST(GalleryKeys, tab_reaches_every_widget) {
    GalleryScreen gallery;
    const auto ui = drive_widgets([&](Ui& u) { draw(gallery, u); });
    EXPECT_EQ(lines(ui->not_reached_by_tab()), "");
}

TEST(GalleryKeys, the_driver_sees_faults) {
    // The lint must be able to fail: small, overlapping and outside.
    const auto ui = drive_widgets([](Ui& u) {
        button(u, Rect{100, 100, 200, 40}, "One");
        button(u, Rect{250, 110, 200, 40}, "Two");
        text(u, {60, 110}, "Words that run into a button");
        button(u, Vec{1420, 300}, "Outside");
    });
    EXPECT_EQ(ui->lint().size(), 3U) << lines(ui->lint());
}

}  // namespace
}  // namespace pegboard::test

#endif
