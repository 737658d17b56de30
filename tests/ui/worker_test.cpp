// The worker delivers the newest job alone, never one that was cancelled, and hands over on the asking thread.
#include "app/base/worker.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace pegboard {
namespace {

using namespace std::chrono_literals;

void deliver_soon(Worker& worker) {
    for (int i = 0; i < 2000 && !worker.deliver(); ++i) std::this_thread::sleep_for(1ms);
}

TEST(Worker, DeliversOnTheThreadThatAsks) {
    Worker worker;
    std::thread::id worked, delivered;
    worker.start([&](const std::stop_token&) -> Worker::Delivery {
        worked = std::this_thread::get_id();
        return [&] { delivered = std::this_thread::get_id(); };
    });
    EXPECT_TRUE(worker.busy());
    deliver_soon(worker);
    EXPECT_FALSE(worker.busy());
    EXPECT_EQ(delivered, std::this_thread::get_id());
    EXPECT_NE(worked, delivered);
    EXPECT_FALSE(worker.deliver());
}

TEST(Worker, ANewerJobStopsAndReplacesTheOneBefore) {
    Worker worker;
    std::atomic<bool> begun = false, stopped = false;
    int delivered = 0;
    worker.start([&](const std::stop_token& stop) -> Worker::Delivery {
        begun = true;
        while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
        stopped = true;
        return [&] { delivered += 1; };
    });
    while (!begun) std::this_thread::sleep_for(1ms);
    worker.start([&](const std::stop_token&) -> Worker::Delivery { return [&] { delivered += 10; }; });
    deliver_soon(worker);
    EXPECT_TRUE(stopped);
    EXPECT_EQ(delivered, 10);
}

TEST(Worker, WhatIsCancelledIsNeverDelivered) {
    Worker worker;
    int delivered = 0;
    worker.start([&](const std::stop_token& stop) -> Worker::Delivery {
        while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
        return [&] { ++delivered; };
    });
    worker.cancel();
    EXPECT_FALSE(worker.busy());
    std::this_thread::sleep_for(20ms);
    EXPECT_FALSE(worker.deliver());
    EXPECT_EQ(delivered, 0);
}

TEST(Worker, EndsWithAJobUnderWay) {
    std::atomic<bool> begun = false;
    Worker worker;
    worker.start([&](const std::stop_token& stop) -> Worker::Delivery {
        begun = true;
        while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
        return [] {};
    });
    while (!begun) std::this_thread::sleep_for(1ms);
}

}  // namespace
}  // namespace pegboard
