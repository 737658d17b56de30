// Tables: a head that stands again on each page, rows that stay whole where a page can hold them.
#include <algorithm>
#include <numeric>

#include "core/reports/setting/slices.h"

namespace pegboard::reports {
namespace {

constexpr double pad_x = 6, pad_y = 4, small_row = 60;

struct Ground {
    std::vector<double> widths;
    double width = 0;
    bool grid = false;
};

/// The pieces of each cell that stand in one row, from `taken` on, as many as `most` points can hold.
Slice take_row(const Ground& ground, const std::vector<Slices>& cells, std::vector<std::size_t>& taken, const Row& row,
               double most, const char* tag) {
    Slice slice;
    double x = 0, tallest = 0;
    slice.placed.emplace_back(PlacedTag{"TR", true});
    std::vector<Slice> pieces;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Slices fits;
        double used = 0;
        while (taken[i] < cells[i].size()) {
            const Slice& next = cells[i][taken[i]];
            const double more = next.height + (fits.empty() ? 0 : next.before);
            if (!fits.empty() && used + more > most - 2 * pad_y) break;
            used += more;
            fits.push_back(next);
            ++taken[i];
        }
        tallest = std::max(tallest, used);
        pieces.push_back(stacked(fits));
    }
    slice.height = std::max(tallest + 2 * pad_y, row.least_height);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i < row.cells.size() && row.cells[i].fill != ink::paper)
            slice.placed.emplace_back(
                PlacedBox{x, 0, ground.widths[i], slice.height, 0, row.cells[i].fill, ink::line, true, 0});
        slice.placed.emplace_back(PlacedTag{tag, true});
        put(slice, pieces[i], x + pad_x, pad_y);
        slice.placed.emplace_back(PlacedTag{tag, false});
        x += ground.widths[i];
    }
    slice.placed.emplace_back(PlacedTag{"TR", false});
    const Ink colour = ground.grid ? ink::rule : ink::line;
    slice.placed.emplace_back(PlacedRule{0, slice.height, ground.width, slice.height, 0.6, colour, 0});
    if (!ground.grid) return slice;
    // After the fills of all cells, which would lie over them.
    x = 0;
    for (std::size_t i = 0; i <= cells.size(); ++i) {
        slice.placed.emplace_back(PlacedRule{x, 0, x, slice.height, 0.6, colour, 0});
        if (i < cells.size()) x += ground.widths[i];
    }
    return slice;
}

Slices set_row(Setting& setting, const Ground& ground, const Row& row, const char* tag, double most) {
    std::vector<Slices> cells;
    for (std::size_t i = 0; i < ground.widths.size(); ++i)
        cells.push_back(i < row.cells.size() ? set_blocks(setting, row.cells[i].blocks, ground.widths[i] - 2 * pad_x)
                                             : Slices{});
    double whole = 0;
    for (const Slices& cell : cells) whole = std::max(whole, height_of(cell) + 2 * pad_y);
    std::vector<std::size_t> taken(cells.size(), 0);
    Slices pieces;
    const auto left = [&] {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (taken[i] < cells[i].size()) return true;
        return false;
    };
    do {
        pieces.push_back(take_row(ground, cells, taken, row, whole <= most ? whole + 1 : most, tag));
    } while (left());
    return pieces;
}

}  // namespace

Slices set_table(Setting& setting, const Table& table, double width) {
    Ground ground{{}, width, table.grid};
    const double all = std::accumulate(table.shares.begin(), table.shares.end(), 0.0);
    for (const double share : table.shares) ground.widths.push_back(width * share / all);
    const int number = ++setting.tables;
    Slices slices;
    std::shared_ptr<const Slice> head;
    double head_height = 0;
    if (!table.head.empty()) {
        Row row{table.head};
        for (Cell& cell : row.cells) cell.fill = ink::sunken;
        Slice made = stacked(set_row(setting, ground, row, "TH", setting.tallest));
        const Ink colour = table.grid ? ink::rule : ink::line;
        made.placed.emplace_back(PlacedRule{0, 0, width, 0, 0.6, colour, 0});
        made.with_next = true;
        made.table = number;
        head_height = made.height;
        head = std::make_shared<const Slice>(made);
        made.before = 5 * setting.scale;
        slices.push_back(std::move(made));
    }
    const std::size_t first = slices.size();
    for (const Row& row : table.rows)
        for (Slice& piece : set_row(setting, ground, row, "TD", setting.tallest - head_height)) {
            piece.table = number;
            piece.head = head;
            slices.push_back(std::move(piece));
        }
    // Neither the first row nor the last stands alone, unless rows are as large as paragraphs.
    const auto small = [&](std::size_t row) { return slices[row].height < small_row * setting.scale; };
    if (slices.size() > first + 1) {
        if (small(first)) slices[first].with_next = true;
        if (const std::size_t last = slices.size() - 1; small(last)) slices[last - 1].with_next = true;
    }
    return slices;
}

}  // namespace pegboard::reports
