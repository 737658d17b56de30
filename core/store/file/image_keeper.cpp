#include "core/store/file/image_keeper.h"

namespace pegboard::store {
namespace {
constexpr std::int64_t log_header = 32, frame_bytes = 24 + 4096;
}  // namespace

ImageKeeper::ImageKeeper(Database& db) : db_(db) { take_whole(); }

void ImageKeeper::take_whole() {
    if (take_anew()) return;
    good_ = false;  // copies are made from the file itself then
    kept_ = {};
}

bool ImageKeeper::take_anew() {
    try {
        kept_ = {db_.file_bytes(0, db_.file_size()), db_.log_bytes(0, db_.log_size()), {}};
        frames_ = 0;  // how many of them count is known with the next commit
        good_ = true;
        behind_ = false;
        return true;
    } catch (const std::exception&) {
        return false;  // a medium that does not read
    }
}

void ImageKeeper::committed(int frames) {
    if (frames <= 0 || !good_ || behind_) {
        behind_ = !take_anew();
        return;
    }
    try {
        const std::string header = db_.log_bytes(0, log_header);
        // Where the log began anew, its pages were put into the file before.
        const bool anew = kept_.log.compare(0, static_cast<std::size_t>(log_header), header) != 0;
        std::string file = anew ? db_.file_bytes(0, db_.file_size()) : std::string();
        const std::int64_t from = anew || frames_ <= 0 || frames_ > frames ? 0 : log_header + frames_ * frame_bytes;
        const std::string fresh = db_.log_bytes(from, log_header + frames * frame_bytes - from);
        kept_.log.reserve(static_cast<std::size_t>(from) + fresh.size());
        kept_.log.resize(static_cast<std::size_t>(from));
        kept_.log += fresh;
        if (anew) kept_.file = std::move(file);
        frames_ = frames;
    } catch (const std::exception&) {
        behind_ = true;  // what is kept stays whole
    }
}

void ImageKeeper::note(const Command& command) {
    if (!behind_) return;
    try {
        kept_.after.push_back(command);
    } catch (const std::exception&) {
        good_ = false;
    }
}

void ImageKeeper::note_other() {
    if (behind_) good_ = false;
}

std::shared_ptr<const FileImage> ImageKeeper::image() {
    if (behind_) take_anew();
    return good_ ? std::make_shared<const FileImage>(kept_) : nullptr;
}

}  // namespace pegboard::store
