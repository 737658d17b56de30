// Faults that an eye would find on a screen, found in the record instead.
#pragma once
#include <string>
#include <vector>

#include "app/base/record.h"

namespace pegboard::test {

/// One sentence for each fault; `scale` is pixels per logical unit.
std::vector<std::string> layout_faults(const Record& record, float scale);

}  // namespace pegboard::test
