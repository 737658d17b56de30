// Words shaped by Pango: one paragraph as lines that have a place and a base line. Fonts are shared by everything that
// is set, behind one lock, so that pages may be made on any thread.
#pragma once
#include <pango/pango.h>

#include <memory>
#include <mutex>
#include <string>

#include "core/reports/document.h"
#include "core/reports/pages.h"

namespace pegboard::reports {

/// Held while anything of Pango is touched.
std::recursive_mutex& fonts_lock();

struct Shaped {
    Shaped() = default;
    Shaped(const Shaped&) = delete;
    Shaped& operator=(const Shaped&) = delete;
    ~Shaped();
    PangoLayout* layout = nullptr;
};

/// What a style is on paper, in points.
struct Face {
    double size = 9.5, line = 13;
    bool strong = false;
};
Face face_of(Style style);

/// The words broken into lines of at most `width`. Words longer than that are broken inside.
std::shared_ptr<const Shaped> shape(const Text& text, double width, double scale);

/// One line of a paragraph: how wide it is, where its base lies in a box of height `h`.
struct LineBox {
    double x = 0, w = 0, h = 0, base = 0;
};
int count_lines(const Shaped& shaped);
LineBox line_box(const Shaped& shaped, int line, double line_height);
/// The width of the words on one line.
double width_of(const Text& text, double scale);

}  // namespace pegboard::reports
