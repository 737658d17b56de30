// Runs a fuzz target: pegboard_fuzz TARGET [runs] [seed] [file ...]. It reads the seeds as they are, then
// inputs made from them by flipping, cutting, repeating and mixing. A file given is read alone, to
// look at a finding. What broke is kept as finding-TARGET in the working folder.
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "tests/fuzz/fuzz.h"
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace pegboard::fuzz {
namespace {

namespace fs = std::filesystem;

std::string current;
std::string finding;

void keep_finding() {
    if (std::FILE* out = std::fopen(finding.c_str(), "w")) {
        std::fwrite(current.data(), 1, current.size(), out);
        std::fclose(out);
        std::fprintf(stderr, "The input is kept in %s (%zu bytes).\n", finding.c_str(), current.size());
    }
}

void on_signal(int number) {
    keep_finding();
    ::signal(number, SIG_DFL);
    ::raise(number);
}

std::vector<std::string> seeds_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> seeds;
    for (const fs::path& file : files) seeds.push_back(bytes_of(file));
    return seeds;
}

class Mutator {
 public:
    Mutator(const Target& target, std::vector<std::string> seeds, unsigned seed)
        : target_(target), seeds_(std::move(seeds)), random_(seed) {}

    std::string next() {
        std::string bytes = seeds_[below(seeds_.size())];
        for (auto steps = 1 + below(6); steps > 0; --steps) {
            if (target_.change != nullptr && below(8) != 0)
                bytes = target_.change(bytes, random_);
            else
                change(bytes);
        }
        constexpr std::size_t most = 1 << 16;
        if (bytes.size() > most) bytes.resize(most);
        return bytes;
    }

 private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }
    char odd() {
        constexpr std::string_view odd("\0\n\"'\\%=[]{}-.0/9\x7f\x80\xc3\xe2\xff", 22);
        return below(2) == 0 ? odd[below(odd.size())] : static_cast<char>(random_());
    }
    /// A stretch of a seed: words that the reader knows.
    std::string piece() {
        const std::string& from = seeds_[below(seeds_.size())];
        const std::size_t at = below(from.size());
        return from.substr(at, 1 + below(24));
    }
    void change(std::string& bytes) {
        const std::size_t at = below(bytes.size() + 1);
        switch (below(7)) {
            case 0:
                if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
                break;
            case 1:
                if (at < bytes.size()) bytes[at] = odd();
                break;
            case 2:
                bytes.insert(at, 1 + below(4), odd());
                break;
            case 3:
                bytes.erase(at, 1 + below(16));
                break;
            case 4:
                bytes.insert(at, piece());
                break;
            case 5:
                bytes.insert(at, bytes.substr(at, 1 + below(64)));
                break;
            default:
                if (below(4) == 0) bytes.resize(at);
                break;
        }
    }

    const Target& target_;
    std::vector<std::string> seeds_;
    std::mt19937 random_;
};

void listen_for_crashes(std::string_view name) {
    finding = (fs::current_path() / ("finding-" + std::string(name))).string();
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_set_death_callback(keep_finding);
    ::signal(SIGABRT, on_signal);
#else
    for (const int each : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) ::signal(each, on_signal);
#endif
}

void run(const Target& target, std::string bytes) {
    current = std::move(bytes);
    target.read(current);
}

int play(const Target& target, int runs, unsigned seed) {
    const std::vector<std::string> seeds = seeds_in(fs::path(PEGBOARD_TEST_DATA) / target.seeds);
    hold(!seeds.empty(), "there are seeds");
    const auto began = std::chrono::steady_clock::now();
    for (const std::string& each : seeds) run(target, each);
    run(target, {});
    Mutator mutator(target, seeds, seed);
    for (int i = 0; i < runs; ++i) run(target, mutator.next());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("%.*s: %zu seeds, %d inputs from seed %u, %.1f s, nothing found\n",
                static_cast<int>(target.name.size()), target.name.data(), seeds.size(), runs, seed, took.count());
    return 0;
}

}  // namespace
}  // namespace pegboard::fuzz

int main(int count, char** words) {
    using namespace pegboard::fuzz;
    const std::string_view name = count > 1 ? words[1] : "";
    const Target* target = target_of(name);
    if (target == nullptr) {
        std::fprintf(stderr, "use: pegboard_fuzz TARGET [runs] [seed] [file ...], TARGET one of:");
        for (const Target& each : targets()) std::fprintf(stderr, " %s", std::string(each.name).c_str());
        std::fprintf(stderr, "\n");
        return 2;
    }
    listen_for_crashes(name);
    for (int i = 4; i < count; ++i) run(*target, bytes_of(words[i]));
    if (count > 4) return 0;
    return play(*target, count > 2 ? std::atoi(words[2]) : 2000,
                count > 3 ? static_cast<unsigned>(std::atoi(words[3])) : 1U);
}
