// The process itself: private files, no core dumps, where the program's data stand.
#pragma once
#include <time.h>

#include <filesystem>

namespace pegboard {

/// umask 077, no core dumps, not traceable by others; in every build. Call before anything else.
void harden_process();
/// The folder with library.db, fonts and illustrations, found beside the program.
std::filesystem::path find_data_dir();
/// Seconds since this process was started, exec and dynamic linking included.
double process_age_s();
/// How a clock of the machine is read; tests give their own.
using ReadClock = int (*)(clockid_t, timespec*);
/// Steady seconds since the machine was started, sleep included: what idle time is measured by.
double awake_and_asleep_s(ReadClock read = ::clock_gettime);
/// Highest memory use so far in MB.
double peak_memory_mb();

}  // namespace pegboard
