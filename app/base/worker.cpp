#include "app/base/worker.h"

#include <utility>

namespace pegboard {

Worker::~Worker() {
    cancel();
    thread_.request_stop();
}

void Worker::start(Job job) {
    const std::scoped_lock lock(mutex_);
    under_way_.request_stop();
    under_way_ = {};
    next_ = std::move(job);
    ready_ = {};
    ++asked_;
    if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& end) { run(end); });
    more_.notify_one();
}

void Worker::cancel() {
    const std::scoped_lock lock(mutex_);
    under_way_.request_stop();
    next_.reset();
    ready_ = {};
    delivered_ = ++asked_;
}

bool Worker::busy() const {
    const std::scoped_lock lock(mutex_);
    return delivered_ != asked_;
}

bool Worker::deliver() {
    Delivery found;
    {
        const std::scoped_lock lock(mutex_);
        if (!ready_) return false;
        found = std::exchange(ready_, {});
        delivered_ = asked_;
    }
    found();
    return true;
}

void Worker::run(const std::stop_token& end) {
    std::unique_lock lock(mutex_);
    while (more_.wait(lock, end, [this] { return next_.has_value(); })) {
        const Job job = *std::exchange(next_, {});
        const std::stop_token stop = under_way_.get_token();
        const std::uint64_t number = asked_;
        lock.unlock();
        Delivery found = job(stop);
        wipe_stack();
        lock.lock();
        if (number == asked_ && delivered_ != asked_) ready_ = std::move(found);
    }
}

}  // namespace pegboard
