// The invented caseload of --demo and of the pictures: believable children that do not exist.
#pragma once
#include "core/caseload.h"
#include "core/library/library.h"

namespace pegboard {

/// Fills an empty caseload with about 14 invented children around `today`; with `children` > 14,
/// more of them (names repeat with numbers), ten goals each beyond the first 14.
Status write_demo(Caseload& caseload, const Library& library, Date today, int children = 14);

}  // namespace pegboard
