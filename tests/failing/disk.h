// The disk below everything: the calls by which SQLite, the C++ library and we reach files go through here in this
// program. They can fail from the nth on, or be written down, so that what a power cut would have left can be made.
// Only files below one folder are minded; the rest of the program keeps its disk.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace pegboard::failing {

/// What a call does; a mask picks those that fail.
enum Kind : unsigned {
    opening = 1,  ///< for writing, or to make a file
    writing = 2,
    syncing = 4,
    cutting = 8,  ///< truncate
    naming = 16,  ///< rename, mkdir
    removing = 32,
    reading = 64,
};
inline constexpr unsigned all_writes = opening | writing | syncing | cutting | naming;
inline constexpr unsigned all_calls = all_writes | removing | reading;

/// How the disk fails.
struct Failure {
    int from = 1;       ///< which call of the kinds fails first; 1 is the next
    bool once = false;  ///< that one alone, else all after it too
    unsigned kinds = all_writes;
    int why = 5;        ///< errno: EIO
    bool half = false;  ///< a write that fails has written half
};

/// Minds files below `folder` from now on.
void mind(const std::filesystem::path& folder);
void fail(const Failure& failure);
/// The disk works again. Returns how many calls of the kinds were seen since fail().
int work_again();
/// How many calls failed since fail(); of those, how many were syncs of a file (SQLite lets those of folders go), and
/// how many should have removed one.
int failed_calls();
int failed_syncs();
int failed_removals();

/// One call that changed what is on the disk.
struct Record {
    enum class What {
        make,
        write,
        cut,
        sync,
        sync_failed,
        rename,
        remove,
        folder,
        folder_sync,
        mark
    } what = What::mark;
    std::uint64_t file = 0;  ///< number of a file; the same while it is renamed
    std::string path, to;    ///< below the folder minded
    std::uint64_t at = 0;
    std::string bytes;  ///< what was written; for cut: the new size is `at`
    int number = 0;     ///< of a mark
};
/// Writes down from now on; files that are `there` have the numbers 1, 2, ... in the order of their names.
void record(const std::map<std::string, std::string>& there = {});
/// Says in the record that so much is acknowledged now.
void mark(int number);
std::vector<Record> recorded();

}  // namespace pegboard::failing
