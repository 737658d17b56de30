// Who opened, looked, locked, copied and saved, in the file itself: only added to, each line chained to the one before
// by a hash, the end sealed with the records. It refuses anything that could be somebody's words.
#pragma once
#include <algorithm>
#include <limits>
#include <set>
#include <vector>

#include "core/model/access.h"
#include "core/result.h"
#include "core/store/seals/seals.h"

namespace pegboard::store {

/// The next number of a chain that has come to `count`, where somebody may have put in `newest` past the program.
inline std::int64_t number_after(std::int64_t count, std::int64_t newest) {
    constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
    const std::int64_t before = std::max(count, newest);
    return before == last ? last : before + 1;
}
/// Adds a line in a transaction that is open; its number is given here. Errors: invalid, when the detail is no key.
Status add_access(Database& db, Seals& seals, AccessEvent event);
/// Newest first; of one child when `child` is given.
std::vector<AccessEvent> read_access(Database& db, ChildId child, int limit);
/// What a person has seen and goes on with, as lines that fit say of others: told no more.
struct Accepted {
    std::set<std::int64_t> entries;  ///< of the history
    std::set<std::string> copies;    ///< kept copies that are further than the file, as mark_of says
    std::string newest_utc;          ///< when the file was last put back or accepted
};
/// The list read from its first line to its last.
struct AccessWalk {
    std::vector<std::int64_t> faults;  ///< numbers of lines that do not fit the chain and were not accepted
    Head end;
    Accepted accepted;
};
AccessWalk walk_access(Database& db);
/// "1234_9c1f23ab": how far a file has come.
std::string mark_of(const Head& journal);

}  // namespace pegboard::store
