#include "core/model/ids.h"

#include <atomic>
#include <chrono>
#include <random>

namespace pegboard {
namespace {
constexpr std::int64_t start_of_2020_ms = 1'577'836'800'000;
constexpr int random_bits = 22;
constexpr std::int64_t largest_step = 1 << 10;

std::uint32_t random_number() {
    thread_local std::mt19937 generator{std::random_device{}()};
    return static_cast<std::uint32_t>(generator());
}
}  // namespace

std::int64_t mint_id() {
    using namespace std::chrono;
    static std::atomic<std::int64_t> newest{0};
    const std::int64_t ms = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const std::int64_t fresh = (ms - start_of_2020_ms) << random_bits | (random_number() >> (32 - random_bits));
    std::int64_t before = newest.load();
    std::int64_t id = 0;
    do {
        // Within one millisecond, and after a clock that was set back, ids still grow.
        id = fresh > before ? fresh : before + 1 + random_number() % largest_step;
    } while (!newest.compare_exchange_weak(before, id));
    return id;
}

}  // namespace pegboard
