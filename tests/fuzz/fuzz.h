// What a fuzz target is: a reader of outside data that gets any bytes at all. Beside not crashing, each
// says what must hold of what it read; a broken promise ends the program.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace pegboard::fuzz {

struct Target {
    std::string_view name;
    void (*read)(const std::string& bytes);
    std::string_view seeds;  ///< folder below tests/data
};

/// Every target, by name.
std::span<const Target> targets();

/// Ends the program with `promise` when it does not hold; the input is kept as a file.
void hold(bool kept, std::string_view promise);
/// A private folder for what a target must write; gone at the end.
const std::filesystem::path& scratch();

// One file each says what it reads.
void read_content_file(const std::string& bytes);
void read_typed_date(const std::string& bytes);
void read_typed_number(const std::string& bytes);
void read_typed_text(const std::string& bytes);
void read_settings(const std::string& bytes);
void read_recovery_sheet(const std::string& bytes);
void read_search(const std::string& bytes);
void read_caseload(const std::string& bytes);

}  // namespace pegboard::fuzz
