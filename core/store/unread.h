// Cells of the file that say nothing their column can mean: an unknown word, no date, a number out of its range. The
// reader reports them here; they stay in the file as they are.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace pegboard::store {

struct UnreadCell {
    std::string table;
    std::int64_t row = 0;
    std::string column;
    std::string text;     ///< as it stands in the file
    std::string instead;  ///< what is shown and reckoned with; empty: unknown
};

/// Of one connection, each cell once, in the order in which they were met.
class UnreadCells {
 public:
    void note(UnreadCell cell) {
        if (met_.emplace(cell.table, cell.row, cell.column).second) all_.push_back(std::move(cell));
    }
    [[nodiscard]] const std::vector<UnreadCell>& all() const { return all_; }

 private:
    std::set<std::tuple<std::string, std::int64_t, std::string>> met_;
    std::vector<UnreadCell> all_;
};

/// What a whole number of a column may be. Wider than what a form takes, narrower than what breaks a screen.
struct NumberRange {
    std::string_view column;
    std::int64_t least = 0, most = 0;
};
/// The range of `column`: that of an int where none is told.
NumberRange range_of(std::string_view column);

}  // namespace pegboard::store
