// The one painter: placed things onto a Cairo context, which is a PDF in memory or pixels.
#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/reports/setting/shaped.h"

namespace pegboard::reports {
namespace {

constexpr double right_angle = 1.5707963267948966;

/// The drawing with each of its colors as light or dark as it is, without hue.
std::string grey_svg(std::string svg) {
    constexpr std::size_t digits = 6;
    for (std::size_t at = svg.find('#'); at != std::string::npos; at = svg.find('#', at + 1)) {
        Ink colour = 0;
        const char* const from = svg.data() + at + 1;
        if (at + digits >= svg.size()) break;
        const auto [end, problem] = std::from_chars(from, from + digits, colour, 16);
        if (problem == std::errc() && end == from + digits) svg.replace(at, digits + 1, svg_of(without_hue(colour)));
    }
    return svg;
}

class Painter {
 public:
    Painter(cairo_t* cairo, bool grey, bool tags) : cairo_(cairo), grey_(grey), tags_(tags) {}

    void operator()(const PlacedLine& line) const {
        PangoLayoutLine* words = pango_layout_get_line_readonly(line.shaped->layout, line.line);
        if (words == nullptr) return;
        colour(line.colour);
        cairo_move_to(cairo_, line.x, line.y + line.base);
        pango_cairo_show_layout_line(cairo_, words);
    }
    void operator()(const PlacedBox& box) const {
        if (box.radius > 0)
            rounded(box);
        else
            cairo_rectangle(cairo_, box.x, box.y, box.w, box.h);
        if (box.filled) {
            colour(box.fill);
            cairo_fill_preserve(cairo_);
        }
        if (box.thick > 0) {
            colour(box.edge);
            cairo_set_line_width(cairo_, box.thick);
            cairo_stroke_preserve(cairo_);
        }
        cairo_new_path(cairo_);
    }
    void operator()(const PlacedRule& rule) const {
        colour(rule.colour);
        cairo_set_line_width(cairo_, rule.thick);
        if (rule.dash > 0) cairo_set_dash(cairo_, &rule.dash, 1, 0);
        cairo_move_to(cairo_, rule.x, rule.y);
        cairo_line_to(cairo_, rule.to_x, rule.to_y);
        cairo_stroke(cairo_);
        cairo_set_dash(cairo_, nullptr, 0, 0);
    }
    void operator()(const PlacedPicture& picture) const {
        const std::string svg = grey_ ? grey_svg(*picture.svg) : *picture.svg;
        RsvgHandle* handle =
            rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr);
        if (handle == nullptr) return;
        const RsvgRectangle viewport{picture.x, picture.y, picture.w, picture.h};
        rsvg_handle_render_document(handle, cairo_, &viewport, nullptr);
        g_object_unref(handle);
    }
    void operator()(const PlacedTag& tag) const {
        if (!tags_) return;
        if (tag.begins)
            cairo_tag_begin(cairo_, tag.name, nullptr);
        else
            cairo_tag_end(cairo_, tag.name);
    }

 private:
    void colour(Ink ink) const {
        const Ink used = grey_ ? without_hue(ink) : ink;
        const auto part = [&](unsigned shift) { return static_cast<double>((used >> shift) & 0xFFU) / 255.0; };
        cairo_set_source_rgb(cairo_, part(16), part(8), part(0));
    }
    void rounded(const PlacedBox& box) const {
        const double r = std::min({box.radius, box.w / 2, box.h / 2});
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, box.x + box.w - r, box.y + r, r, -right_angle, 0);
        cairo_arc(cairo_, box.x + box.w - r, box.y + box.h - r, r, 0, right_angle);
        cairo_arc(cairo_, box.x + r, box.y + box.h - r, r, right_angle, 2 * right_angle);
        cairo_arc(cairo_, box.x + r, box.y + r, r, 2 * right_angle, 3 * right_angle);
        cairo_close_path(cairo_);
    }

    cairo_t* cairo_;
    bool grey_, tags_;
};

cairo_status_t take(void* closure, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void outline(cairo_surface_t* surface, const Pages& pages, int page, std::vector<int>& parents) {
    for (const Bookmark& mark : pages.bookmarks) {
        if (mark.page != page) continue;
        const auto level = static_cast<std::size_t>(mark.level);
        parents.resize(std::max(parents.size(), level + 1), CAIRO_PDF_OUTLINE_ROOT);
        const std::string where =
            "page=" + std::to_string(page + 1) + " pos=[0 " + std::to_string(std::lround(mark.y)) + "]";
        const int id = cairo_pdf_surface_add_outline(surface, parents[level - 1], mark.words.c_str(), where.c_str(),
                                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
        for (std::size_t deeper = level; deeper < parents.size(); ++deeper) parents[deeper] = id;
    }
}

/// The number behind the last `key` of the file; empty where there is none.
std::string number_behind(const std::string& pdf, std::string_view key) {
    const std::size_t at = pdf.rfind(key);
    if (at == std::string::npos) return {};
    const std::size_t from = pdf.find_first_of("0123456789", at + key.size());
    if (from == std::string::npos) return {};
    return pdf.substr(from, pdf.find_first_not_of("0123456789", from) - from);
}

/// Cairo says neither the language nor that the page's structure can be relied on: an update behind the file says both.
/// A file of another shape stays as it is.
std::string with_language(std::string pdf, const std::string& language) {
    const std::string root = number_behind(pdf, "/Root"), info = number_behind(pdf, "/Info"),
                      size = number_behind(pdf, "/Size"), before = number_behind(pdf, "startxref");
    const std::size_t head = pdf.rfind("\n" + root + " 0 obj\n<< /Type /Catalog");
    if (root.empty() || info.empty() || before.empty() || head == std::string::npos ||
        pdf.rfind("\nxref\n") == std::string::npos)
        return pdf;
    const std::size_t from = head + 1, end = pdf.find("endobj", from);
    std::string catalog = pdf.substr(from, end - from);
    catalog.replace(catalog.rfind(">>"), 2,
                    "   /Lang (" + language +
                        ")\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>");
    const std::size_t object = pdf.size();
    pdf += catalog + "endobj\n";
    const std::string place = std::to_string(object), table = std::to_string(pdf.size());
    pdf += "xref\n" + root + " 1\n" + std::string(10 - std::min<std::size_t>(10, place.size()), '0') + place +
           " 00000 n \n";
    pdf += "trailer\n<< /Size " + size + "\n   /Root " + root + " 0 R\n   /Info " + info + " 0 R\n   /Prev " + before +
           "\n>>\nstartxref\n" + table + "\n%%EOF\n";
    return pdf;
}

}  // namespace

Result<std::string> pdf_of(const Pages& pages, const SettingWatch& watch) {
    const std::scoped_lock held(fonts_lock());
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(take, &bytes, pages.width, pages.height);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, pages.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Pegboard");
    cairo_t* cairo = cairo_create(surface);
    std::vector<int> parents(4, CAIRO_PDF_OUTLINE_ROOT);
    bool goes_on = true;
    for (std::size_t i = 0; goes_on && i < pages.pages.size(); ++i) {
        outline(surface, pages, static_cast<int>(i), parents);
        const Painter painter(cairo, pages.grey, true);
        for (const Placed& placed : pages.pages[i].placed) std::visit(painter, placed);
        cairo_show_page(cairo);
        goes_on = !watch || watch(static_cast<double>(i + 1) / static_cast<double>(pages.pages.size()));
    }
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return Error{ErrorKind::storage, {}, "The pages could not be made.", cairo_status_to_string(status)};
    if (!goes_on) return Error{ErrorKind::storage, {}, "The pages were not made to the end.", "stopped"};
    return with_language(std::move(bytes), pages.language);
}

Bitmap picture_of(const Pages& pages, int page, double pixels_per_point) {
    Bitmap made;
    if (page < 0 || static_cast<std::size_t>(page) >= pages.pages.size() || !(pixels_per_point > 0)) return made;
    const std::scoped_lock held(fonts_lock());
    made.width = static_cast<int>(std::lround(pages.width * pixels_per_point));
    made.height = static_cast<int>(std::lround(pages.height * pixels_per_point));
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, made.width, made.height);
    cairo_t* cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, pixels_per_point, pixels_per_point);
    const Painter painter(cairo, pages.grey, false);
    for (const Placed& placed : pages.pages[static_cast<std::size_t>(page)].placed) std::visit(painter, placed);
    const bool sound = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    const auto pixels = static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    if (sound && data != nullptr) {
        made.rgba.resize(pixels * 4);
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
        for (std::size_t y = 0; y < static_cast<std::size_t>(made.height); ++y)
            for (std::size_t x = 0; x < static_cast<std::size_t>(made.width); ++x) {
                const unsigned char* from = data + y * stride + x * 4;
                unsigned char* to = &made.rgba[(y * static_cast<std::size_t>(made.width) + x) * 4];
                to[0] = from[2], to[1] = from[1], to[2] = from[0], to[3] = 255;
            }
    } else {
        made = {};
    }
    cairo_surface_destroy(surface);
    return made;
}

}  // namespace pegboard::reports
