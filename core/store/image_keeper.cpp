#include "core/store/image_keeper.h"

namespace pegboard::store {
namespace {
constexpr std::int64_t log_header = 32, frame_bytes = 24 + 4096;
}  // namespace

ImageKeeper::ImageKeeper(Database& db) : db_(db) { take_whole(); }

void ImageKeeper::take_whole() {
    good_ = false;
    try {
        kept_.file = db_.file_bytes(0, db_.file_size());
        kept_.log = db_.log_bytes(0, db_.log_size());
        frames_ = 0;  // how many of them count is known with the next commit
        good_ = true;
    } catch (const std::exception&) {
        kept_ = {};  // a medium that does not read: copies are made from the file itself then
    }
}

void ImageKeeper::committed(int frames) {
    if (frames <= 0 || !good_) return take_whole();
    try {
        const std::string header = db_.log_bytes(0, log_header);
        // The log began anew, so its pages were put into the file before.
        if (kept_.log.compare(0, static_cast<std::size_t>(log_header), header) != 0) {
            kept_.file = db_.file_bytes(0, db_.file_size());
            frames_ = 0;
        }
        const std::int64_t from = frames_ <= 0 || frames_ > frames ? 0 : log_header + frames_ * frame_bytes;
        const std::int64_t to = log_header + frames * frame_bytes;
        kept_.log.resize(static_cast<std::size_t>(from));
        kept_.log += db_.log_bytes(from, to - from);
        frames_ = frames;
    } catch (const std::exception&) {
        good_ = false;
    }
}

std::shared_ptr<const FileImage> ImageKeeper::image() const {
    return good_ ? std::make_shared<const FileImage>(kept_) : nullptr;
}

}  // namespace pegboard::store
