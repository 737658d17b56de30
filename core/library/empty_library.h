// The library where the built-in one cannot be read: nothing in it, so that records can be reached all the same. It
// refuses to offer activities: without the precautions beside them none may be planned.
#pragma once
#include <memory>

#include "core/library/library.h"

namespace pegboard {

std::unique_ptr<Library> empty_library();

}  // namespace pegboard
