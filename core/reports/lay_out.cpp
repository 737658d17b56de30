// Fills pages with slices: a heading stays with what follows, rows and paragraphs stay whole, each page has its foot.
#include <algorithm>

#include "core/reports/setting/shaped.h"
#include "core/reports/setting/slices.h"

namespace pegboard::reports {
namespace {

constexpr double margin = 45, top = 40, foot_room = 46;
constexpr double letter_w = 612, letter_h = 792, a4_w = 595.276, a4_h = 841.89;

class Filler {
 public:
    Filler(Pages& pages, double height) : pages_(pages), height_(height) {}

    void fill(const Slices& slices) {
        next_page();
        for (std::size_t i = 0; i < slices.size();) {
            std::size_t end = i + 1;
            while (end < slices.size() && slices[end - 1].with_next && !slices[end].new_page) ++end;
            if (slices[i].new_page && !fresh_) next_page();
            if (!fresh_ && y_ + needed(slices, i, end) > height_) next_page();
            for (; i < end; ++i) add(slices[i]);
        }
        leave_table();
        if (pages_.pages.size() > 1 && fresh_) pages_.pages.pop_back();
    }

 private:
    [[nodiscard]] static double needed(const Slices& slices, std::size_t from, std::size_t to) {
        double all = 0;
        for (std::size_t i = from; i < to; ++i) all += slices[i].before + slices[i].height;
        return all;
    }
    void next_page() {
        if (!pages_.pages.empty()) leave_table();
        pages_.pages.emplace_back();
        y_ = 0;
        fresh_ = true;
    }
    std::vector<Placed>& placed() { return pages_.pages.back().placed; }
    void leave_table() {
        if (table_ > 0) placed().emplace_back(PlacedTag{"Table", false});
        table_ = 0;
    }
    void put_down(const Slice& slice) {
        Slice here;
        put(here, slice, margin, top + y_);
        placed().insert(placed().end(), here.placed.begin(), here.placed.end());
        y_ += slice.height;
    }
    void add(const Slice& slice) {
        if (slice.height <= 0 && slice.placed.empty()) return;
        const double before = fresh_ ? 0 : slice.before;
        // A run that is kept together and yet taller than a page breaks where the page ends.
        if (!fresh_ && y_ + before + slice.height > height_) next_page();
        y_ += fresh_ ? 0 : before;
        if (slice.table != table_) {
            leave_table();
            if (slice.table > 0) placed().emplace_back(PlacedTag{"Table", true});
            table_ = slice.table;
            if (fresh_ && slice.head) put_down(*slice.head);
        }
        if (!slice.mark.words.empty()) {
            Bookmark mark = slice.mark;
            mark.page = static_cast<int>(pages_.pages.size()) - 1;
            mark.y = top + y_;
            pages_.bookmarks.push_back(std::move(mark));
        }
        put_down(slice);
        fresh_ = false;
    }

    Pages& pages_;
    double height_, y_ = 0;
    bool fresh_ = true;
    int table_ = 0;
};

constexpr double number_w = 74;

/// The words at the foot of each page; a long name makes them more lines than one.
std::shared_ptr<const Shaped> shape_foot(const std::string& footer, double wide) {
    return shape(text(footer, Style::small, ink::soft), wide - number_w, 1);
}

double foot_height(const Shaped& foot) { return (count_lines(foot) - 1) * face_of(Style::small).line; }

void add_feet(Pages& pages, const std::string& footer) {
    const double wide = pages.width - 2 * margin, line_h = face_of(Style::small).line;
    const auto foot = shape_foot(footer, wide);
    const double top_of_foot = pages.height - foot_room - foot_height(*foot) + 14;
    int number = 0;
    for (Page& page : pages.pages) {
        ++number;
        page.placed.emplace_back(
            PlacedRule{margin, top_of_foot - 5, margin + wide, top_of_foot - 5, 0.6, ink::line, 0});
        const auto put_lines = [&](const std::shared_ptr<const Shaped>& shaped, double x) {
            double y = top_of_foot;
            for (int i = 0; i < count_lines(*shaped); ++i) {
                const LineBox box = line_box(*shaped, i, line_h);
                page.placed.emplace_back(PlacedLine{x + box.x, y, box.w, box.h, box.base, shaped, i, ink::soft});
                y += box.h;
            }
        };
        put_lines(foot, margin);
        const std::string words = "Page " + std::to_string(number) + " of " + std::to_string(pages.pages.size());
        put_lines(shape(text(words, Style::small, ink::soft, Align::right), number_w, 1), margin + wide - number_w);
    }
}

Pages set_at(const Document& document, Paper paper, double scale, const SettingWatch& watch) {
    Pages pages;
    pages.width = paper == Paper::letter ? letter_w : a4_w;
    pages.height = paper == Paper::letter ? letter_h : a4_h;
    pages.margin = margin;
    pages.title = document.title;
    pages.language = document.language;
    pages.grey = document.grey;
    const double foot = foot_height(*shape_foot(document.footer, pages.width - 2 * margin));
    const double height = pages.height - top - foot_room - foot;
    Setting setting{scale, height};
    Filler(pages, height).fill(set_blocks(setting, document.blocks, pages.width - 2 * margin, watch));
    add_feet(pages, document.footer);
    return pages;
}

}  // namespace

Pages lay_out(const Document& document, Paper paper, const SettingWatch& watch) {
    Pages pages = set_at(document, paper, 1, watch);
    if (!document.one_page || pages.pages.size() != 2) return pages;
    for (const double scale : {0.97, 0.94, 0.91, 0.88})
        if (Pages smaller = set_at(document, paper, scale, watch); smaller.pages.size() == 1) return smaller;
    return pages;
}

}  // namespace pegboard::reports
