// Pictures of activities as they are seen: told apart at the size of a row, and never waited for.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <thread>

#include "app/design/picture_sheets.h"
#include "app/design/raster.h"
#include "core/pictures/compose.h"
#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {

const Library& library() {
    static const auto opened = Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db");
    return *opened.value();
}

using Pixels = std::vector<std::uint32_t>;

/// The picture over its tint.
Pixels seen(const Activity& activity, int width, int height) {
    const Category* category = library().category(activity.category);
    const HueColours& hue = light_palette[Design::hue(category->hue)];
    const std::string mid = hex_of(hue.mid), deep = hex_of(hue.deep);
    Pixels pixels = rasterise(
        picture_svg(library().pictures(), decode_scene(activity.picture), width, height, {mid, deep}), width, height);
    for (std::uint32_t& pixel : pixels) {
        const int alpha = static_cast<int>(pixel >> 24U);
        std::uint32_t mixed = 0;
        for (const unsigned shift : {0U, 8U, 16U}) {
            const int under = static_cast<int>((hue.tint >> (16U - shift)) & 0xFFU);
            const int over = static_cast<int>((pixel >> shift) & 0xFFU);
            mixed |= static_cast<std::uint32_t>((over * alpha + under * (255 - alpha)) / 255) << shift;
        }
        pixel = mixed;
    }
    return pixels;
}

/// Pixels that plainly differ, in percent.
double apart(const Pixels& a, const Pixels& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        int most = 0;
        for (const unsigned shift : {0U, 8U, 16U})
            most = std::max(
                most, std::abs(static_cast<int>((a[i] >> shift) & 0xFFU) - static_cast<int>((b[i] >> shift) & 0xFFU)));
        if (most > 40) ++count;
    }
    return 100.0 * static_cast<double>(count) / static_cast<double>(a.size());
}

void expect_apart(int width, int height, double least) {
    std::map<std::string, std::vector<std::pair<std::string, Pixels>>> by_category;
    for (const Activity& activity : library().activities())
        by_category[activity.category].emplace_back(activity.id, seen(activity, width, height));
    for (const auto& [category, pictures] : by_category)
        for (std::size_t i = 0; i < pictures.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_GE(apart(pictures[i].second, pictures[j].second), least)
                    << category << ": " << pictures[j].first << " and " << pictures[i].first;
}

TEST(ActivityPictures, AreToldApartInARow) { expect_apart(48, 48, 1.2); }

TEST(ActivityPictures, AreToldApartOnACard) { expect_apart(286, 110, 0.5); }

TEST(ActivityPictures, AreDrawnElsewhereAndThenStay) {
    const Activity& activity = library().activities().front();
    int missing = 0, frames = 0;
    bool asks = false;
    const auto ui = drive_widgets([&](Ui& u) {
        u.library = &library();
        u.design->take_scenes();
        picture_of(u, {10, 10, 48, 48}, activity);
        picture_of(u, {10, 80, 286, 110}, activity);
        ++frames;
        asks = u.wake_s >= 0;
        if (asks) ++missing;
    });
    for (int i = 0; i < 400 && asks; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        ui->frame();
    }
    EXPECT_GT(missing, 0) << "the first frame waited for the picture";
    EXPECT_FALSE(asks) << "the pictures never came";
    const int asked_before = missing;
    ui->wait(0.2);
    EXPECT_EQ(missing, asked_before) << "frames go on being asked for when nothing is missing";
}

TEST(ActivityPictures, ComeAgainAfterAChangeOfTheme) {
    const Activity& activity = library().activities().front();
    Theme theme = Theme::light;
    bool asks = false;
    const auto ui = drive_widgets([&](Ui& u) {
        u.library = &library();
        u.design->use(theme);
        u.design->take_scenes();
        picture_of(u, {10, 10, 48, 48}, activity);
        asks = u.wake_s >= 0;
    });
    const auto comes = [&] {
        for (int i = 0; i < 400 && asks; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            ui->frame();
        }
        return !asks;
    };
    ASSERT_TRUE(comes());
    theme = Theme::dark;
    ui->frame();
    EXPECT_TRUE(asks) << "the light picture stayed in the dark theme";
    EXPECT_TRUE(comes());
}

TEST(ActivityPictures, SheetsStayBoundedWhileSizesChange) {
    const auto ui = drive_widgets([](Ui&) {});
    PictureSheets sheets;
    std::optional<PictureSheets::Place> first;
    for (int size = 200; size < 900; ++size) {
        const Pixels pixels(static_cast<std::size_t>(size) * 120, 0xFFFFFFFFU);
        const auto place = sheets.put(size, 120, pixels, size);
        ASSERT_TRUE(place) << size;
        EXPECT_TRUE(sheets.use(*place, size));
        if (!first) first = place;
    }
    EXPECT_FALSE(sheets.use(*first, 900)) << "a place given out anew is still taken for the old one";
    EXPECT_LE(sheets.bytes(), 6U * PictureSheets::most_w * PictureSheets::most_h * 4);
    EXPECT_FALSE(sheets.put(4000, 10, Pixels(40000), 901));
}

}  // namespace
}  // namespace pegboard::test
