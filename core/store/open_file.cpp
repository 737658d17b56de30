// The file of the open caseload: its connection is taken into use and given up here, watched, followed in memory,
// and parted from when it is not ours any more.
#include "core/store/file/files.h"
#include "core/store/open_caseload.h"

namespace pegboard::store {

void OpenCaseload::use_connection(std::unique_ptr<Database> db) {
    db_ = std::move(db);
    key_ = db_->key();
    seals_ = std::make_unique<Seals>(*db_);
    if (read_only_) return;
    watch_ = std::make_unique<FileWatch>(*db_, path_);
    mark_ = std::make_unique<WriterMark>(*db_, options_.places);
    keeper_ = std::make_unique<ImageKeeper>(*db_);
    db_->on_commit([this](int pages) { keeper_->committed(pages); });
    db_->may_checkpoint = [this] { return watch_->look() == FileState::ours; };
}

void OpenCaseload::mark_as_writer() {
    if (!mark_) return;
    mark_->renew(now_ms() / 1000);
    watch_->written();
}

void OpenCaseload::drop_connection() {
    try {
        look_at_file();  // else the log would be left beside a file that is not ours
        if (mark_ && news_.state == FileState::ours) mark_->end();
    } catch (const std::exception&) {
        // Nothing more can be done for a medium that does not answer; the log on it is read at the next opening.
    }
    mark_.reset();
    keeper_.reset();
    watch_.reset();
    seals_.reset();
    db_.reset();
}

void OpenCaseload::written() {
    if (watch_ && news_.state == FileState::ours) watch_->written();
}

const FileNews& OpenCaseload::look_at_file() {
    if (!watch_ || news_.state != FileState::ours) return news_;
    watch_->mend_index();
    FileState state = watch_->look();
    if (state == FileState::ours && mark_->is_set() && !mark_->renew(now_ms() / 1000)) state = FileState::taken_over;
    if (state == FileState::ours) {
        watch_->written();
        return news_;
    }
    news_ = watch_->news(state);
    part_from_file();
    return news_;
}

void OpenCaseload::part_from_file() {
    const bool renamed = news_.state == FileState::renamed;
    bool settled = false;
    // What was committed belongs into the file that was opened, wherever a name leads to it now.
    if (renamed || (news_.state == FileState::replaced && watch_->has_a_name())) {
        try {
            mark_->end();
            settled = db_->checkpoint();
        } catch (const std::exception&) {
            settled = false;  // the log goes after the file instead, below
        }
    }
    db_->settle_on_closing(false);
    if (renamed && !settled && !news_.now_at.empty()) {
        std::error_code kept_here;
        std::filesystem::rename(with_suffix(path_, "-wal"), with_suffix(news_.now_at, "-wal"), kept_here);
        if (kept_here) return;  // rather a log without its file than an edit lost
    }
    // The other computer goes on with the same log.
    if (news_.state != FileState::taken_over) watch_->clear_up();
}

std::shared_ptr<const FileImage> OpenCaseload::image() const { return keeper_ ? keeper_->image() : nullptr; }

}  // namespace pegboard::store
