// Each kind of block becomes slices.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/reports/setting/shaped.h"
#include "core/reports/setting/slices.h"

namespace pegboard::reports {
namespace {

constexpr double paragraph_gap = 4, item_gap = 2, frame_pad = 9, pill_pad = 6, pill_gap = 5, sign_size = 11;
constexpr int whole_up_to = 10;  ///< lines of a paragraph that stay together

struct Lines {
    std::shared_ptr<const Shaped> shaped;
    std::vector<LineBox> boxes;
    Ink colour = ink::text;
    [[nodiscard]] double height() const {
        double all = 0;
        for (const LineBox& box : boxes) all += box.h;
        return all;
    }
};

Lines lines_of(const Setting& setting, const Text& text, double width) {
    Lines lines{shape(text, std::max(8.0, width), setting.scale), {}, text.colour};
    const double line_height = face_of(text.style).line * setting.scale;
    for (int i = 0; i < count_lines(*lines.shaped); ++i) lines.boxes.push_back(line_box(*lines.shaped, i, line_height));
    return lines;
}

/// Puts all lines; returns the lowest y.
double place(Slice& slice, const Lines& lines, double x, double y) {
    for (std::size_t i = 0; i < lines.boxes.size(); ++i) {
        const LineBox& box = lines.boxes[i];
        slice.placed.emplace_back(
            PlacedLine{x + box.x, y, box.w, box.h, box.base, lines.shaped, static_cast<int>(i), lines.colour});
        y += box.h;
    }
    return y;
}

void tagged(Slice& slice, const char* name) {
    slice.placed.insert(slice.placed.begin(), PlacedTag{name, true});
    slice.placed.emplace_back(PlacedTag{name, false});
}

PlacedPicture sign_at(Sign sign, Ink colour, double x, double y, double size) {
    return {x, y, size, size, std::make_shared<const std::string>(sign_svg(sign, colour))};
}

/// One slice for a short paragraph; one a line, two kept together at both ends, for a long one.
Slices set_text(const Setting& setting, const Text& text, double width, double indent, const char* tag) {
    const Lines lines = lines_of(setting, text, width - indent);
    const std::size_t count = lines.boxes.size();
    Slices slices;
    if (count <= whole_up_to) {
        Slice slice;
        slice.height = place(slice, lines, indent, 0);
        tagged(slice, tag);
        slices.push_back(std::move(slice));
        return slices;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const LineBox& box = lines.boxes[i];
        Slice slice;
        slice.height = box.h;
        slice.with_next = i == 0 || i + 2 == count;
        slice.placed.emplace_back(
            PlacedLine{indent + box.x, 0, box.w, box.h, box.base, lines.shaped, static_cast<int>(i), text.colour});
        tagged(slice, tag);
        slices.push_back(std::move(slice));
    }
    return slices;
}

class Setter {
 public:
    Setter(Setting& setting, double width) : setting_(setting), width_(width) {}

    Slices operator()(const Heading& block) const {
        static constexpr std::array tags{"H1", "H2", "H3"};
        const int level = std::clamp(block.level, 1, 3);
        Slice slice;
        slice.height = place(slice, lines_of(setting_, block.words, width_), 0, 0) + (level == 1 ? 1 : 2);
        slice.before = (level == 1 ? 0 : level == 2 ? 11 : 7) * setting_.scale;
        slice.with_next = true;
        tagged(slice, tags[static_cast<std::size_t>(level - 1)]);
        slice.mark = {words_of(block.words), level, 0, 0};
        return {std::move(slice)};
    }

    Slices operator()(const Paragraph& block) const {
        const double indent = block.sign == Sign::none ? 0 : (sign_size + 5) * setting_.scale;
        Slices slices = set_text(setting_, block.words, width_, indent, "P");
        slices.front().before = paragraph_gap * setting_.scale;
        slices.back().with_next = block.keeps;
        if (indent > 0) {
            const double line = face_of(block.words.style).line * setting_.scale, size = sign_size * setting_.scale;
            auto& placed = slices.front().placed;
            placed.insert(placed.begin(), sign_at(block.sign, block.words.colour, 0, (line - size) / 2, size));
        }
        return slices;
    }

    Slices operator()(const List& block) const {
        Slices slices;
        int number = 0;
        for (const Text& item : block.items) {
            ++number;
            const double line = face_of(item.style).line * setting_.scale;
            const double indent = (block.bullet == Bullet::dot ? 10 : 16) * setting_.scale;
            Slices pieces = set_text(setting_, item, width_, indent, "LI");
            Slice& first = pieces.front();
            first.before = (slices.empty() ? paragraph_gap : item_gap) * setting_.scale;
            if (block.bullet == Bullet::number) {
                Text words = text(std::to_string(number), item.style, ink::primary);
                words.runs.front().strong = true;
                Slice mark;
                place(mark, lines_of(setting_, words, indent), 0, 0);
                first.placed.insert(first.placed.begin() + 1, mark.placed.begin(), mark.placed.end());
            } else if (block.bullet == Bullet::box) {
                const double side = 8.5 * setting_.scale;
                first.placed.insert(first.placed.begin(), PlacedBox{0, (line - side) / 2, side, side, 1.5, ink::paper,
                                                                    ink::rule, false, 0.9});
            } else {
                const double dot = 2.8 * setting_.scale;
                first.placed.insert(first.placed.begin(),
                                    PlacedBox{1.5, (line - dot) / 2, dot, dot, dot / 2, ink::soft, ink::soft, true, 0});
            }
            for (Slice& piece : pieces) slices.push_back(std::move(piece));
        }
        return slices;
    }

    Slices operator()(const Strip& block) const;
    Slices operator()(const Pills& block) const;
    Slices operator()(const Frame& block) const {
        const double pad = frame_pad * setting_.scale;
        Slices inside = set_blocks(setting_, block.blocks, width_ - 2 * pad);
        const double inner = height_of(inside);
        if (inside.empty()) return {};
        if (inner + 2 * pad > setting_.tallest) return inside;
        Slice slice;
        slice.height = inner + 2 * pad;
        slice.before = 6 * setting_.scale;
        slice.placed.emplace_back(
            PlacedBox{0, 0, width_, slice.height, 6, block.fill, ink::line, true, block.line ? 0.75 : 0});
        put(slice, stacked(inside), pad, pad);
        return {std::move(slice)};
    }

    Slices operator()(const Together& block) const {
        Slices slices = set_blocks(setting_, block.blocks, width_);
        if (height_of(slices) <= setting_.tallest)
            for (std::size_t i = 0; i + 1 < slices.size(); ++i) slices[i].with_next = true;
        return slices;
    }

    Slices operator()(const Columns& block) const {
        Slice slice;
        slice.before = paragraph_gap * setting_.scale;
        Slices one_by_one;
        const double gap = 16 * setting_.scale;
        double all = 0, x = 0;
        for (const double share : block.shares) all += share;
        const double room = width_ - gap * static_cast<double>(block.columns.size() - 1);
        for (std::size_t i = 0; i < block.columns.size(); ++i) {
            const double wide = room * block.shares[i] / all;
            const Slices column = set_blocks(setting_, block.columns[i], wide);
            put(slice, stacked(column), x, 0);
            slice.height = std::max(slice.height, height_of(column));
            x += wide + gap;
        }
        if (slice.height <= setting_.tallest) return {std::move(slice)};
        for (const Blocks& column : block.columns)
            for (Slice& each : set_blocks(setting_, column, width_)) one_by_one.push_back(std::move(each));
        return one_by_one;
    }

    Slices operator()(const Table& block) const { return set_table(setting_, block, width_); }

    Slices operator()(const Picture& block) const {
        Slice slice;
        const double grow = std::min(1.0, width_ / std::max(1.0, block.width)) * setting_.scale;
        const double w = block.width * grow, h = block.height * grow;
        slice.height = h;
        slice.before = paragraph_gap;
        if (block.fill != ink::paper)
            slice.placed.emplace_back(PlacedBox{0, 0, w, h, 5, block.fill, block.fill, true, 0});
        slice.placed.emplace_back(PlacedTag{"Figure", true});
        slice.placed.emplace_back(PlacedPicture{0, 0, w, h, std::make_shared<const std::string>(block.svg)});
        slice.placed.emplace_back(PlacedTag{"Figure", false});
        return {std::move(slice)};
    }

    Slices operator()(const Chart& block) const { return set_chart(setting_, block, width_); }

    Slices operator()(const WriteLines& block) const {
        constexpr double pitch = 21;
        Slices slices;
        for (int i = 0; i < block.lines; ++i) {
            Slice slice;
            slice.height = pitch;
            slice.placed.emplace_back(PlacedRule{0, pitch - 0.5, width_, pitch - 0.5, 0.6, ink::rule, 0});
            slices.push_back(std::move(slice));
        }
        return slices;
    }

    Slices operator()(const Signatures& block) const;
    Slices operator()(const Gap& block) const {
        Slice slice;
        slice.height = block.points * setting_.scale;
        return {std::move(slice)};
    }
    Slices operator()(const Rule& block) const {
        Slice slice;
        slice.height = block.thick;
        slice.before = 5;
        slice.placed.emplace_back(
            PlacedRule{0, block.thick / 2, width_, block.thick / 2, block.thick, block.colour, 0});
        return {std::move(slice)};
    }
    Slices operator()(const NewPage& /*block*/) const {
        Slice slice;
        slice.new_page = true;
        return {std::move(slice)};
    }

 private:
    Setting& setting_;
    double width_;
};

Slices Setter::operator()(const Strip& block) const {
    const double pad = 7 * setting_.scale, gap = 2 * pad;
    struct Cell {
        Lines label, value;
        double wide = 0, x = 0;
        std::size_t row = 0;
    };
    std::vector<Cell> cells;
    std::vector<double> used(1, 0);
    for (const auto& [label, value] : block.cells) {
        Text small = text(label, Style::small, ink::soft), strong = text(value, Style::small_strong);
        const double most = width_ - 2 * pad;
        const double wide =
            std::min(most, std::max(width_of(small, setting_.scale), width_of(strong, setting_.scale)) + 1);
        if (used.back() > 0 && used.back() + gap + wide > most) used.push_back(0);
        const double x = used.back() > 0 ? used.back() + gap : 0;
        cells.push_back({lines_of(setting_, small, wide), lines_of(setting_, strong, wide), wide, x, used.size() - 1});
        used.back() = x + wide;
    }
    if (cells.empty()) return {};
    Slice slice;
    slice.before = 6 * setting_.scale;
    double y = pad - 1;
    for (std::size_t row = 0; row < used.size(); ++row) {
        const auto in_row = std::ranges::count(cells, row, &Cell::row);
        const double spare = in_row > 1 ? (width_ - 2 * pad - used[row]) / static_cast<double>(in_row) : 0;
        double lowest = y, number = 0;
        for (const Cell& cell : cells) {
            if (cell.row != row) continue;
            const double x = pad + cell.x + spare * number;
            if (number > 0)
                slice.placed.emplace_back(PlacedRule{x - pad, y, x - pad, y + 23 * setting_.scale, 0.6, ink::line, 0});
            slice.placed.emplace_back(PlacedTag{"P", true});
            lowest = std::max(lowest, place(slice, cell.value, x, place(slice, cell.label, x, y)));
            slice.placed.emplace_back(PlacedTag{"P", false});
            ++number;
        }
        y = lowest + pad - 1;
    }
    slice.height = y;
    slice.placed.insert(slice.placed.begin(), PlacedBox{0, 0, width_, y, 6, ink::sunken, ink::line, true, 0.75});
    return {std::move(slice)};
}

Slices Setter::operator()(const Pills& block) const {
    const double pad = pill_pad * setting_.scale, gap = pill_gap * setting_.scale, sign = 9 * setting_.scale;
    Slice slice;
    slice.before = paragraph_gap * setting_.scale;
    std::vector<double> ends;  // of each row
    double x = 0, y = 0, tall = 0;
    for (const Pill& pill : block.pills) {
        const double before = pad + (pill.sign == Sign::none ? 0 : sign + 3);
        const Text words = text(pill.words, Style::small_strong, pill.colour);
        const double wide = std::min(width_ - before - pad, width_of(words, setting_.scale) + 0.5);
        const Lines lines = lines_of(setting_, words, wide);
        const double h = lines.height() + 4 * setting_.scale, w = before + wide + pad;
        if (x > 0 && x + w > width_ + 0.01) x = 0, y += tall + gap, tall = 0;
        slice.placed.emplace_back(PlacedBox{x, y, w, h, std::min(h / 2, 8.0), pill.fill, pill.fill, true, 0});
        if (pill.sign != Sign::none)
            slice.placed.emplace_back(sign_at(pill.sign, pill.colour, x + pad - 1, y + (h - sign) / 2, sign));
        slice.placed.emplace_back(PlacedTag{"P", true});
        place(slice, lines, x + before, y + 2 * setting_.scale);
        slice.placed.emplace_back(PlacedTag{"P", false});
        x += w + gap;
        tall = std::max(tall, h);
    }
    slice.height = y + tall;
    if (block.align == Align::right && y == 0 && x > 0) {
        Slice shifted;
        put(shifted, slice, width_ - (x - gap), 0);
        slice.placed = std::move(shifted.placed);
    }
    return {std::move(slice)};
}

Slices Setter::operator()(const Signatures& block) const {
    Slices slices;
    const double gap = 22;
    for (std::size_t i = 0; i < block.people.size(); i += 2) {
        Slice slice;
        slice.before = 30;
        const double wide = (width_ - gap) / 2;
        for (std::size_t j = i; j < std::min(i + 2, block.people.size()); ++j) {
            const double x = j == i ? 0 : wide + gap;
            const auto& [name, below] = block.people[j];
            slice.placed.emplace_back(PlacedRule{x, 0, x + wide, 0, 0.8, ink::soft, 0});
            slice.placed.emplace_back(PlacedTag{"P", true});
            double y = place(slice, lines_of(setting_, text(name, Style::strong), wide), x, 4);
            y = place(slice, lines_of(setting_, text(below, Style::small, ink::soft), wide), x, y);
            slice.placed.emplace_back(PlacedTag{"P", false});
            slice.height = std::max(slice.height, y);
        }
        slices.push_back(std::move(slice));
    }
    return slices;
}

}  // namespace

Slices set_blocks(Setting& setting, const Blocks& blocks, double width, const SettingWatch& watch) {
    Slices all;
    for (const Block& block : blocks) {
        const auto done = static_cast<double>(&block - blocks.data());
        if (watch && !watch(done / static_cast<double>(blocks.size()))) break;
        for (Slice& slice : std::visit(Setter(setting, width), block.is)) all.push_back(std::move(slice));
    }
    return all;
}

}  // namespace pegboard::reports
