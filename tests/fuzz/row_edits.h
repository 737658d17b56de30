// Hostile rows: a small language of edits to the tables of a sound file, and how inputs in it are made. Any bytes are a
// list of edits; the mutator knows tables, columns and what their cells hold.
#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/store/database.h"

namespace pegboard::fuzz {

/// What is put into one cell, or done to one row.
enum class EditKind : std::uint8_t {
    nothing,     ///< NULL
    whole,       ///< the bytes as a number
    odd_whole,   ///< a number at an edge
    odd_real,    ///< a real at an edge
    text,        ///< the bytes as they are
    long_text,   ///< the bytes a thousand times
    blob,        ///< bytes where text belongs
    odd_text,    ///< a word, date or JSON of those that cells hold
    neighbour,   ///< what another row has in this column
    other_id,    ///< the id of a row of any table
    remove_row,  ///< the row goes
    double_row,  ///< the row once more, under a new id
};
inline constexpr unsigned edit_kinds = 12;

struct RowEdit {
    std::uint8_t table = 0, row = 0, column = 0;
    EditKind kind = EditKind::nothing;
    std::string bytes;  ///< at most 255
};

/// A table of the sound file.
struct KnownTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::int64_t> rows;  ///< rowids
};
/// All tables, or those of the journal alone.
std::vector<KnownTable> known_tables(store::Database& db, bool journal_only);

std::vector<RowEdit> edits_of(const std::string& bytes);
std::string bytes_of_edits(const std::vector<RowEdit>& edits);
/// Does what it can: an edit that SQLite refuses is left out.
void apply_edits(store::Database& db, const std::vector<KnownTable>& tables, const std::vector<RowEdit>& edits);

/// One edit more, less or otherwise.
std::string change_edits(const std::string& bytes, std::mt19937& random);

}  // namespace pegboard::fuzz
