// What a fuzz target is: a reader of outside data that gets any bytes at all. Beside not crashing, each
// says what must hold of what it read; a broken promise ends the program.
#pragma once
#include <filesystem>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace pegboard::fuzz {

struct Target {
    std::string_view name;
    void (*read)(const std::string& bytes);
    std::string_view seeds;  ///< folder below tests/data
    /// Makes another input of one, for a target whose inputs have a shape; none: bytes are changed blindly.
    std::string (*change)(const std::string& bytes, std::mt19937& random) = nullptr;
};

/// Every target, by name.
std::span<const Target> targets();
/// The one of that name; null when there is none.
const Target* target_of(std::string_view name);

/// Ends the program with `promise` when it does not hold; the input is kept as a file.
void hold(bool kept, std::string_view promise);
/// A private folder for what a target must write; gone at the end.
const std::filesystem::path& scratch();
std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

// One file each says what it reads.
void read_content_file(const std::string& bytes);
void read_typed_date(const std::string& bytes);
void read_typed_time(const std::string& bytes);
void read_typed_number(const std::string& bytes);
void read_typed_length(const std::string& bytes);
void read_typed_text(const std::string& bytes);
void read_settings(const std::string& bytes);
void read_recovery_sheet(const std::string& bytes);
void read_search(const std::string& bytes);
void read_caseload(const std::string& bytes);
void read_activity_pack(const std::string& bytes);
void read_row_json(const std::string& bytes);
void read_state_notes(const std::string& bytes);
void read_socket(const std::string& bytes);
void read_salvaged(const std::string& bytes);
void read_hostile_rows(const std::string& bytes);
void read_hostile_journal(const std::string& bytes);

}  // namespace pegboard::fuzz
