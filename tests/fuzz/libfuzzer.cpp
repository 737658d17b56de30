// The same targets under libFuzzer, which looks for inputs that reach code no input has reached yet. Built with clang
// and -DPEGBOARD_FUZZ=ON; tests/fuzz/run starts it. PEGBOARD_FUZZ_TARGET names the target.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "tests/fuzz/fuzz.h"

// libFuzzer's own names, which it looks for.
extern "C" {
std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most);
int LLVMFuzzerInitialize(int* count, char*** words);
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);
std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most, unsigned seed);
}

namespace {
const pegboard::fuzz::Target* target = nullptr;
}

int LLVMFuzzerInitialize(int*, char***) {
    const char* name = std::getenv("PEGBOARD_FUZZ_TARGET");
    target = pegboard::fuzz::target_of(name == nullptr ? "" : name);
    if (target != nullptr) return 0;
    std::fprintf(stderr, "PEGBOARD_FUZZ_TARGET is none of:");
    for (const auto& each : pegboard::fuzz::targets()) std::fprintf(stderr, " %s", std::string(each.name).c_str());
    std::fprintf(stderr, "\n");
    std::exit(2);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    target->read(std::string(reinterpret_cast<const char*>(bytes), size));
    return 0;
}

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most, unsigned seed) {
    std::mt19937 random(seed);
    if (target->change == nullptr || random() % 8 == 0) return LLVMFuzzerMutate(bytes, size, most);
    const std::string changed = target->change(std::string(reinterpret_cast<const char*>(bytes), size), random);
    const std::size_t count = std::min(changed.size(), most);
    std::copy_n(changed.begin(), count, bytes);
    return count;
}
