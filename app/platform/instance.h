// One window per caseload: a second start of the program asks the first to come forward.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>

namespace pegboard {

/// True when another running copy has this caseload open and raised its window.
bool raise_other_window(const std::filesystem::path& caseload);

/// Listens while the caseload is open; `on_raise` is called from a thread of its own.
class Instance {
 public:
    Instance(const std::filesystem::path& caseload, std::function<void()> on_raise);
    ~Instance();
    Instance(const Instance&) = delete;
    Instance& operator=(const Instance&) = delete;

 private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace pegboard
