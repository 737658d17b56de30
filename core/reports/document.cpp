// Goes through all words of a document.
#include "core/reports/document.h"

namespace pegboard::reports {
namespace {

using Change = std::function<void(std::string&)>;

struct WordVisitor {
    const Change& change;

    void text(Text& words) const {
        for (Run& run : words.runs) change(run.words);
    }
    void cells(std::vector<Cell>& all) const {
        for (Cell& cell : all) for_all_words(cell.blocks, change);
    }
    void operator()(Heading& block) const { text(block.words); }
    void operator()(Paragraph& block) const { text(block.words); }
    void operator()(List& block) const {
        for (Text& item : block.items) text(item);
    }
    void operator()(Strip& block) const {
        for (auto& [label, value] : block.cells) change(label), change(value);
    }
    void operator()(Pills& block) const {
        for (Pill& pill : block.pills) change(pill.words);
    }
    void operator()(Frame& block) const { for_all_words(block.blocks, change); }
    void operator()(Together& block) const { for_all_words(block.blocks, change); }
    void operator()(Columns& block) const {
        for (Blocks& column : block.columns) for_all_words(column, change);
    }
    void operator()(Table& block) const {
        change(block.name);
        cells(block.head);
        for (Row& row : block.rows) cells(row.cells);
    }
    void operator()(Picture& block) const { change(block.says); }
    void operator()(Chart& block) const {
        change(block.chart.name);
        for (ChartStretch& stretch : block.chart.stretches) change(stretch.name);
        for (ChartLevel& level : block.chart.levels) change(level.words);
        change(block.chart.due_words);
        for (ChartEvent& event : block.chart.events) change(event.name);
    }
    void operator()(Signatures& block) const {
        for (auto& [name, below] : block.people) change(name), change(below);
    }
    void operator()(WriteLines& /*block*/) const {}
    void operator()(Gap& /*block*/) const {}
    void operator()(Rule& /*block*/) const {}
    void operator()(NewPage& /*block*/) const {}
};

}  // namespace

std::string words_of(const Text& text) {
    std::string all;
    for (const Run& run : text.runs) all += run.words;
    return all;
}

void for_all_words(Blocks& blocks, const Change& change) {
    const WordVisitor visitor{change};
    for (Block& block : blocks) std::visit(visitor, block.is);
}

std::string words_of(const Document& document) {
    std::string all = document.title + "\n" + document.footer + "\n";
    Blocks blocks = document.blocks;
    for_all_words(blocks, [&](const std::string& words) {
        if (!words.empty()) all += words + "\n";
    });
    return all;
}

}  // namespace pegboard::reports
