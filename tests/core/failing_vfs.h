// A disk that stops working from the nth call on: full, or failing to read, write or sync. It stands
// in for a full disk and for a medium that is pulled out.
#pragma once

namespace pegboard::test {

enum class Calls { writes, reads, all };

/// Makes the disk below SQLite fail with `code` from call `from` (1 is the next) on; once registered
/// it is the default for all files opened later.
void fail_from(int from, int code, Calls calls);
/// The disk works again.
void work_again();
/// How many calls of the kind were seen since fail_from.
int calls_seen();

}  // namespace pegboard::test
