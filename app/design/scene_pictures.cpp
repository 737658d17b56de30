// Newest wishes first: what has scrolled out of sight waits, and is dropped when too much waits.
#include "app/design/scene_pictures.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/design/raster.h"
#include "core/pictures/compose.h"

namespace pegboard {
namespace {

constexpr std::size_t most_waiting = 128;
constexpr std::size_t taken_each_frame = 24;

}  // namespace

int ScenePictures::ByParts::compare(const Key& key, const Wanted& wanted) {
    const auto order = [](auto a, auto b) { return a < b ? -1 : a > b ? 1 : 0; };
    if (const int scene = std::string_view(key.scene).compare(wanted.scene); scene != 0) return scene;
    if (const int hue = order(key.hue, wanted.hue); hue != 0) return hue;
    if (const int width = order(key.width, wanted.width); width != 0) return width;
    return order(key.height, wanted.height);
}

ScenePictures::~ScenePictures() { thread_.request_stop(); }

bool ScenePictures::draw(ImDrawList& list, const Wanted& wanted, const Palette& palette, ImVec2 min, float radius,
                         ImDrawFlags corners) {
    constexpr int least = 4;
    if (wanted.width < least || wanted.height < least || wanted.width > PictureSheets::most_w ||
        wanted.height > PictureSheets::most_h)
        return true;  // there is nothing to wait for
    const auto found = places_.find(wanted);
    if (found != places_.end() && sheets_.use(found->second, ImGui::GetFrameCount())) {
        sheets_.draw(list, found->second, min, radius, corners);
        return true;
    }
    if (found != places_.end()) places_.erase(found);
    if (!asked_.contains(wanted)) ask(wanted, palette);
    return false;
}

void ScenePictures::ask(const Wanted& wanted, const Palette& palette) {
    const HueColours& colours = palette[wanted.hue];
    const std::string mid = hex_of(colours.mid), deep = hex_of(colours.deep);
    Job job{{std::string(wanted.scene), wanted.hue, wanted.width, wanted.height},
            picture_svg(*wanted.kit, decode_scene(wanted.scene), wanted.width, wanted.height, {mid, deep})};
    asked_.insert(job.key);
    const std::scoped_lock lock(mutex_);
    jobs_.push_back(std::move(job));
    if (jobs_.size() > most_waiting) {
        asked_.erase(jobs_.front().key);
        jobs_.pop_front();
    }
    if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& end) { run(end); });
    more_.notify_one();
}

bool ScenePictures::take() {
    if (asked_.empty()) return false;
    std::vector<Made> made;
    {
        const std::scoped_lock lock(mutex_);
        const auto count = static_cast<std::ptrdiff_t>(std::min(made_.size(), taken_each_frame));
        std::move(made_.begin(), made_.begin() + count, std::back_inserter(made));
        made_.erase(made_.begin(), made_.begin() + count);
    }
    for (const Made& one : made) {
        asked_.erase(one.key);
        if (const auto place = sheets_.put(one.key.width, one.key.height, one.pixels, ImGui::GetFrameCount()))
            places_.insert_or_assign(one.key, *place);
    }
    return !asked_.empty();
}

void ScenePictures::forget() {
    places_.clear();
    asked_.clear();
    sheets_.clear();
    const std::scoped_lock lock(mutex_);
    jobs_.clear();
    made_.clear();
    ++epoch_;
}

void ScenePictures::run(const std::stop_token& end) {
    std::unique_lock lock(mutex_);
    while (more_.wait(lock, end, [this] { return !jobs_.empty(); })) {
        Job job = std::move(jobs_.back());
        jobs_.pop_back();
        const std::uint64_t epoch = epoch_;
        lock.unlock();
        Made made{job.key, rasterise(job.svg, job.key.width, job.key.height)};
        lock.lock();
        if (epoch == epoch_) made_.push_back(std::move(made));
    }
}

}  // namespace pegboard
