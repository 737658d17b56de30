// The library as built, opened once for all tests that read it. Tests that change what it shows open their own.
#pragma once
#include <filesystem>
#include <stdexcept>

#include "core/library/library.h"

namespace pegboard {

inline const Library& library() {
    static const auto opened = [] {
        auto result = Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db");
        if (!result) throw std::runtime_error(result.error().message + " " + result.error().detail);
        return result.take();
    }();
    return *opened;
}

}  // namespace pegboard
