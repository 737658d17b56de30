// Memory that runs out: every allocation of ours, of SQLite and of OpenSSL is counted in this program, and the nth can
// fail, alone or with all that follow.
#pragma once

namespace pegboard::failing {

/// The nth allocation from now on fails; `once`: that one alone.
void run_out_at(long nth, bool once);
/// There is memory again. Returns how many allocations were asked for since run_out_at().
long enough_again();
/// Allocations that failed since run_out_at().
long refused_allocations();
/// SQLite and OpenSSL ask us for their memory: true when both were told before they asked for any.
bool all_are_counted();

}  // namespace pegboard::failing
