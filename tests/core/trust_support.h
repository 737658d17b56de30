// What the trust tests share: temporary folders, small encrypted caseloads with a settable clock, and
// ways to run a step in a child process that may be killed or may not be root.
#pragma once
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/caseload.h"
#include "tests/count.h"

namespace pegboard::trust {

/// A folder of its own under the system's temporary folder, removed at the end.
class TempFolder {
 public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::filesystem::path& name) const { return path_ / name; }

 private:
    std::filesystem::path path_;
};

inline const Key good_key{"marble lantern river", {}};
inline const Key wrong_key{"not the passphrase", {}};
inline const Key next_key{"violet compass meadow", {}};

/// Options with fast key derivation, folders below `root`, and a clock the test moves.
struct Bench {
    TempFolder folder;
    std::int64_t now_ms = 1'790'000'000'000;  // 2026-09-21
    [[nodiscard]] OpenOptions options() const;
    [[nodiscard]] std::filesystem::path file() const { return folder / "caseload.pegboard"; }
};

/// A new caseload with one therapist and children named Child 1 .. `children`.
std::unique_ptr<Caseload> make_caseload(const Bench& bench, int children);
/// Opens or fails the test.
std::unique_ptr<Caseload> open_caseload(const Bench& bench, const Key& key = good_key);
/// "Child N".
Status add_child(Caseload& caseload, int number);
/// All that a reader would see, as text to compare.
std::string dump(const Caseload& caseload);
std::string read_bytes(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

/// Runs `step` in a child process and returns its exit code; 128 + the signal when one killed it.
int in_child(const std::function<int()>& step);
/// The same as user 1500 when the test runs as root; root may read and write anything.
int as_nobody_special(const std::function<int()>& step);
inline constexpr int killed_at_point = 99;
/// Runs `step` in a child process that is killed at the nth fault point. True when that point was reached.
bool killed_at(int nth, const std::function<void()>& step);

}  // namespace pegboard::trust
