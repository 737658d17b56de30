// Blocks of a document as slices: pieces that are never split, each with what stands in it relative to its own top. The
// pages are filled with them.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/reports/document.h"
#include "core/reports/pages.h"

namespace pegboard::reports {

struct Slice {
    double height = 0;
    double before = 0;                  ///< air above it, unless it stands first on a page
    bool with_next = false;             ///< never the last on a page
    bool new_page = false;              ///< begins one
    std::vector<Placed> placed;         ///< y from the top of the slice
    std::shared_ptr<const Slice> head;  ///< of a table: stands again on top where the slice begins a page
    int table = 0;                      ///< number of the table it belongs to; 0: none
    Bookmark mark;                      ///< words empty: none
};
using Slices = std::vector<Slice>;

/// How blocks are set: the scale of all type, and the tallest piece a page can hold.
struct Setting {
    double scale = 1;
    double tallest = 600;
    int tables = 0;  ///< counted up
};

/// The blocks in a column of `width` points.
Slices set_blocks(Setting& setting, const Blocks& blocks, double width, const SettingWatch& watch = {});
/// A table in a column of `width` points.
Slices set_table(Setting& setting, const Table& table, double width);
/// A chart in a column of `width` points, with what its marks mean below it.
Slices set_chart(const Setting& setting, const Chart& chart, double width);
/// A slice moved to the right and down.
void put(Slice& into, const Slice& piece, double x, double y);
/// All of them below each other as one.
Slice stacked(const Slices& slices);
double height_of(const Slices& slices);

}  // namespace pegboard::reports
