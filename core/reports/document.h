// What stands on the pages of a document, before anything is measured: words, tables, pictures and lines to write on,
// in reading order. Plain data that a test can read. It refuses to know points, pages and fonts.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/progress/chart/goal_chart.h"
#include "core/reports/ink.h"

namespace pegboard::reports {

enum class Style { title, heading, subheading, body, strong, small, small_strong, number };
enum class Align { left, middle, right };

struct Run {
    std::string words;
    bool strong = false;
};
/// Words that run on and break where the column ends.
struct Text {
    std::vector<Run> runs;
    Style style = Style::body;
    Ink colour = ink::text;
    Align align = Align::left;
};
inline Text text(std::string words, Style style = Style::body, Ink colour = ink::text, Align align = Align::left) {
    return {{{std::move(words), false}}, style, colour, align};
}
/// "Take care. Shoes on.": the first words stronger than those that follow.
inline Text led(std::string lead, std::string words, Style style = Style::body, Ink colour = ink::text) {
    return {{{std::move(lead), true}, {std::move(words), false}}, style, colour, Align::left};
}
/// All words of a text, one after another.
std::string words_of(const Text& text);

struct Block;
using Blocks = std::vector<Block>;

/// Level 1 is the name of the document, 2 a part, 3 a part of it. It never stands alone at the foot of a page.
struct Heading {
    Text words;
    int level = 2;
};
struct Paragraph {
    Text words;
    Sign sign = Sign::none;  ///< stands before it
    bool keeps = false;      ///< stays with what follows
};
enum class Bullet { dot, number, box };
struct List {
    Bullet bullet = Bullet::dot;
    std::vector<Text> items;
};
/// Small labels with a value each, side by side in one frame: child, age, period.
struct Strip {
    std::vector<std::pair<std::string, std::string>> cells;
};
struct Pill {
    std::string words;
    Ink fill = ink::sunken, colour = ink::text;
    Sign sign = Sign::none;
};
/// Short labels side by side, as many rows as they need.
struct Pills {
    std::vector<Pill> pills;
    Align align = Align::left;
};
/// A filled frame around blocks; it stays in one piece where a page can hold it.
struct Frame {
    Ink fill = ink::sunken;
    bool line = false;
    Blocks blocks;
};
/// Blocks that stand on one page where a page can hold them.
struct Together {
    Blocks blocks;
};
struct Columns {
    std::vector<double> shares;  ///< of the width
    std::vector<Blocks> columns;
};
struct Cell {
    Blocks blocks;
    Ink fill = ink::paper;
};
struct Row {
    std::vector<Cell> cells;
    double least_height = 0;  ///< of a row to write in
};
/// The head is repeated on each page; a row is never split where a page can hold it.
struct Table {
    std::vector<double> shares;  ///< of the width
    std::vector<Cell> head;      ///< empty: none
    std::vector<Row> rows;
    bool grid = false;      ///< lines between columns, too
    std::string name = {};  ///< what it is, for whoever hears the page
};
/// A drawing; `says` is what it tells those who do not see it.
struct Picture {
    std::string svg, says;
    double width = 60, height = 60;
    Ink fill = ink::paper;
};
/// The same description that the screen draws, painted for paper: marks and dashes tell lines apart, not colors alone.
struct Chart {
    GoalChart chart;
    double height = 150;
    bool trend = false;  ///< with the trend line, for those who read one
};
/// Empty lines to write on.
struct WriteLines {
    int lines = 3;
};
/// Lines to sign on, side by side.
struct Signatures {
    std::vector<std::pair<std::string, std::string>> people;  ///< name, and what stands below it
};
struct Gap {
    double points = 6;
};
/// A line across the page.
struct Rule {
    Ink colour = ink::line;
    double thick = 0.75;
};
/// What follows begins a new page.
struct NewPage {};

struct Block {
    std::variant<Heading, Paragraph, List, Strip, Pills, Frame, Together, Columns, Table, Picture, Chart, WriteLines,
                 Signatures, Gap, Rule, NewPage>
        is;
};

struct Document {
    std::string title;  ///< what it is, without anybody's name: "Session plan"
    std::string language = "en-US";
    std::string footer;     ///< at the foot of each page
    bool grey = false;      ///< for paper without color
    bool one_page = false;  ///< set a little smaller where that makes it fit on one page
    Blocks blocks;
};

/// All words of the document in reading order, one block a line: what tests and checks read.
std::string words_of(const Document& document);
/// Calls `change` with every string of words, in reading order: labels, runs of text, what a picture says.
void for_all_words(Blocks& blocks, const std::function<void(std::string&)>& change);

}  // namespace pegboard::reports
