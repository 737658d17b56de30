// A thread for slow, pure work: a job goes in, what it found is delivered on the thread that draws. A new job
// takes the place of the one before. It refuses to be waited for.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include "core/secret.h"

namespace pegboard {

/// Runs `work` on a thread of its own, and overwrites what it left on that thread's stack: the system keeps such
/// stacks.
template <class Work>
auto aside(Work work) {
    return std::async(std::launch::async, [work = std::move(work)]() mutable {
        struct Wiped {
            Wiped() = default;
            Wiped(const Wiped&) = delete;
            Wiped& operator=(const Wiped&) = delete;
            ~Wiped() { wipe_stack(); }
        } const wiped;
        return work();
    });
}

class Worker {
 public:
    /// What is done with the result, on the thread that calls deliver().
    using Delivery = std::function<void()>;
    /// Runs on the worker with copies of what it needs; ends early when a stop is asked for.
    using Job = std::function<Delivery(const std::stop_token&)>;

    Worker() = default;
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Starts the job as soon as the worker is free; one under way is asked to stop and never delivered.
    void start(Job job);
    /// Nothing that was started is delivered any more.
    void cancel();
    /// True from start() until the result was delivered.
    [[nodiscard]] bool busy() const;
    /// Hands over the result if it is there; true when it did.
    bool deliver();

 private:
    void run(const std::stop_token& end);

    mutable std::mutex mutex_;
    std::condition_variable_any more_;
    std::optional<Job> next_;
    std::stop_source under_way_;
    Delivery ready_;
    std::uint64_t asked_ = 0, delivered_ = 0;  ///< numbers of the newest job started and of the last one dealt with
    std::jthread thread_;
};

}  // namespace pegboard
