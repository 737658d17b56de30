// A document set on pages: everything placed, in points, and painted from there by one painter, as a PDF in memory or
// as pixels. Nothing is ever written to disk here.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/reports/document.h"
#include "core/result.h"

namespace pegboard::reports {

enum class Paper { letter, a4 };

/// One paragraph as the font library shaped it; only layout and painter look inside.
struct Shaped;

/// A line of words. The box is what it takes up; the base line lies `base` below its top.
struct PlacedLine {
    double x = 0, y = 0, w = 0, h = 0, base = 0;
    std::shared_ptr<const Shaped> shaped;
    int line = 0;
    Ink colour = ink::text;
};
struct PlacedBox {
    double x = 0, y = 0, w = 0, h = 0, radius = 0;
    Ink fill = ink::paper, edge = ink::paper;
    bool filled = true;
    double thick = 0;  ///< of the edge; 0: none
};
struct PlacedRule {
    double x = 0, y = 0, to_x = 0, to_y = 0, thick = 0.75;
    Ink colour = ink::line;
    double dash = 0;  ///< 0: a whole line
};
struct PlacedPicture {
    double x = 0, y = 0, w = 0, h = 0;
    std::shared_ptr<const std::string> svg;
};
/// Begins or ends a part of the page's structure: "H1", "P", "TR", "Figure".
struct PlacedTag {
    const char* name = nullptr;
    bool begins = true;
};
using Placed = std::variant<PlacedLine, PlacedBox, PlacedRule, PlacedPicture, PlacedTag>;

struct Page {
    std::vector<Placed> placed;  ///< in reading order
};
/// A line of the PDF's outline.
struct Bookmark {
    std::string words;
    int level = 1, page = 0;
    double y = 0;
};
struct Pages {
    double width = 0, height = 0;
    double margin = 0;  ///< left and right; nothing stands beyond it
    std::string title, language;
    bool grey = false;
    std::vector<Page> pages;
    std::vector<Bookmark> bookmarks;
};

/// Hears how much is set, 0 to 1; what it answers says whether to go on.
using SettingWatch = std::function<bool(double)>;
/// Breaks the document into lines and pages. The same document on the same machine always gives the same pages. Where
/// `watch` says not to go on it ends early, with pages nobody wants.
Pages lay_out(const Document& document, Paper paper, const SettingWatch& watch = {});
/// The bytes of a PDF, fonts embedded. Errors: storage, when there is not enough memory, or `watch` says not to go on.
Result<std::string> pdf_of(const Pages& pages, const SettingWatch& watch = {});
struct Bitmap {
    int width = 0, height = 0;
    std::vector<unsigned char> rgba;
};
/// Page `page` (from 0) as pixels; empty when there is no such page.
Bitmap picture_of(const Pages& pages, int page, double pixels_per_point);
/// The words of one placed line, for tests.
std::string words_of(const PlacedLine& line);

}  // namespace pegboard::reports
