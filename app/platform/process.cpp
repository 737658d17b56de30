// Hardens and measures the process. It refuses to be switched off.
#include "app/platform/process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

namespace pegboard {

void harden_process() {
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

std::filesystem::path find_data_dir() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return (program.parent_path().parent_path() / "share" / "pegboard").lexically_normal();
}

double process_age_s() {
    // Field 22 of stat: start in clock ticks since boot. The name in brackets may hold spaces.
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    const std::size_t bracket = text.rfind(')');
    if (bracket == std::string::npos) return 0;
    std::istringstream fields(text.substr(bracket + 2));
    std::string field;
    for (int number = 3; number <= 22; ++number) fields >> field;
    const double started = std::stod(field) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return awake_and_asleep_s() - started;
}

double awake_and_asleep_s(ReadClock read) {
    timespec now{};
    // Not CLOCK_MONOTONIC: that stands still while the laptop sleeps, and eight hours asleep would count as none.
    read(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double peak_memory_mb() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace pegboard
