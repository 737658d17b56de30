// Pictures of activities on screen: a thread draws them from the library's scenes, the frame only copies what is ready.
// It refuses to make a frame wait: until a picture is there, its place is the plain tint.
#pragma once
#include <compare>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "app/design/palette.h"
#include "app/design/picture_sheets.h"
#include "core/pictures/kit.h"

namespace pegboard {

class ScenePictures {
 public:
    ScenePictures() = default;
    ~ScenePictures();
    ScenePictures(const ScenePictures&) = delete;
    ScenePictures& operator=(const ScenePictures&) = delete;

    struct Wanted {
        const PictureKit* kit = nullptr;
        std::string_view scene;  ///< as the library has it
        Hue hue = Hue::indigo;
        int width = 0, height = 0;  ///< pixels
    };
    /// Draws the picture into the place if it is ready, else asks for it; false while it is still to come.
    bool draw(ImDrawList& list, const Wanted& wanted, const Palette& palette, ImVec2 min, float radius,
              ImDrawFlags corners);
    /// Copies what is ready into textures, a few each frame; true while more is to come.
    bool take();
    [[nodiscard]] bool pending() const { return !asked_.empty(); }
    /// After a change of theme or scale.
    void forget();

 private:
    struct Key {
        std::string scene;
        Hue hue = Hue::indigo;
        int width = 0, height = 0;
        auto operator<=>(const Key&) const = default;
    };
    struct Job {
        Key key;
        std::string svg;
    };
    struct Made {
        Key key;
        std::vector<std::uint32_t> pixels;
    };
    struct ByParts {  // looked up in every frame without making a text
        using is_transparent = void;
        bool operator()(const Key& a, const Key& b) const { return a < b; }
        bool operator()(const Key& a, const Wanted& b) const { return compare(a, b) < 0; }
        bool operator()(const Wanted& a, const Key& b) const { return compare(b, a) > 0; }
        static int compare(const Key& key, const Wanted& wanted);
    };
    void ask(const Wanted& wanted, const Palette& palette);
    void run(const std::stop_token& end);

    PictureSheets sheets_;
    std::map<Key, PictureSheets::Place, ByParts> places_;
    std::set<Key, ByParts> asked_;
    std::mutex mutex_;
    std::condition_variable_any more_;
    std::deque<Job> jobs_;
    std::vector<Made> made_;
    std::uint64_t epoch_ = 0;  ///< of the theme and scale; what an earlier one asked for is dropped
    std::jthread thread_;
};

}  // namespace pegboard
