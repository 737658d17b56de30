// The pages in the middle: read between frames, set and painted on a worker, shown as textures. What is shown is always
// a page of the choices as they were a moment ago, never of another child or session.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "app/design/page_textures.h"
#include "app/reports/report_parts.h"
#include "app/widgets/grab.h"

namespace pegboard {
namespace {

constexpr int large_page = 0, first_small = 1;  ///< numbers of the textures
constexpr int most_small = 24;                  ///< pages shown small beside the large one
constexpr float small_w = 72, small_column_w = 104, head_h = 56, page_gap = 20;
constexpr float least_zoom = 0.25F, most_zoom = 2.0F, zoom_step = 1.25F;
constexpr double look_again_s = 1.0 / 60;

/// Whom or what the pages are of: pages of another are not shown while the new ones are made.
auto subject_of(const reports::Choices& choices) {
    return std::tuple(choices.kind, choices.child, choices.session, choices.initials_only);
}

void drop_pages(ReportPreview& preview, Ui& ui) {
    preview.document.reset();
    preview.pages.reset();
    preview.read = preview.set = false;
    preview.reader.reset();
    preview.minded.clear();
    preview.drawn = {};
    preview.wanted = {};
    ui.design->pages().forget();
}

/// What a worker made of a document.
struct Made {
    std::shared_ptr<const reports::Pages> pages;
    reports::Bitmap large;
    std::vector<reports::Bitmap> small;
};

Made make_pages(const reports::Document& document, std::shared_ptr<const reports::Pages> pages, reports::Paper paper,
                const ReportPreview::Drawn& wanted, const ReportPreview::Drawn& before, std::atomic<double>& share,
                const std::stop_token& stop) {
    Made made;
    const auto watch = [&](double set) {
        share = set;
        return !stop.stop_requested();
    };
    const bool fresh = pages == nullptr;
    if (fresh) pages = std::make_shared<const reports::Pages>(reports::lay_out(document, paper, watch));
    made.pages = pages;
    const int count = static_cast<int>(pages->pages.size());
    const int page = std::clamp(wanted.page, 0, std::max(0, count - 1));
    if (wanted.scale > 0) made.large = reports::picture_of(*pages, page, wanted.scale);
    const bool small = count > 1 && wanted.small_scale > 0 && (fresh || before.small_scale != wanted.small_scale);
    for (int i = 0; small && i < std::min(count, most_small) && !stop.stop_requested(); ++i)
        made.small.push_back(reports::picture_of(*pages, i, wanted.small_scale));
    return made;
}

void take_pages(ReportPreview& preview, PageTextures& textures, const ReportPreview::Drawn& wanted, Made& made) {
    const bool fresh = preview.pages != made.pages;
    preview.pages = std::move(made.pages);
    preview.set = true;
    preview.drawn = wanted;
    if (fresh && made.small.empty()) textures.forget(first_small);
    textures.put(large_page, made.large.width, made.large.height, made.large.rgba);
    for (std::size_t i = 0; i < made.small.size(); ++i)
        textures.put(first_small + static_cast<int>(i), made.small[i].width, made.small[i].height, made.small[i].rgba);
    if (!made.small.empty()) textures.forget(first_small + static_cast<int>(made.small.size()));
    for (reports::Bitmap* each : {&made.large}) std::fill(each->rgba.begin(), each->rgba.end(), 0);
    for (reports::Bitmap& each : made.small) std::fill(each.rgba.begin(), each.rgba.end(), 0);
}

/// The pages of `document`, or of those that are set already another one or another size.
void start_making(ReportsScreen& self, Ui& ui) {
    ReportPreview& preview = self.preview;
    if (!preview.worker) preview.worker = std::make_unique<Worker>();
    preview.share_set = std::make_shared<std::atomic<double>>(0);
    preview.worker->start([&preview, share = preview.share_set, textures = &ui.design->pages(),
                           document = preview.document, pages = preview.set ? preview.pages : nullptr,
                           paper = preview.of.paper, wanted = preview.wanted,
                           before = preview.drawn](const std::stop_token& stop) -> Worker::Delivery {
        auto made = std::make_shared<Made>(make_pages(*document, pages, paper, wanted, before, *share, stop));
        return [&preview, textures, wanted, made] { take_pages(preview, *textures, wanted, *made); };
    });
}

void read_document(ReportsScreen& self, Ui& ui) {
    if (self.preview.of.kind == reports::Kind::everything) return read_whole_record(self, ui);
    ReportsScreen* screen = &self;
    Ui* view = &ui;
    ui.outbox->after_frame([screen, view, choices = self.preview.of](Caseload& caseload) {
        if (!(screen->preview.of == choices) || view->library == nullptr) return;  // chosen otherwise meanwhile
        take_document(*screen, *view, caseload,
                      reports::document_of(caseload, *view->library, choices, view->clock.today));
    });
}

// ------------------------------------------------------------------ the page in sight

/// Logical units for a point: the whole page in the rect, or as chosen.
float page_scale(const ReportsScreen& self, Rect room) {
    const reports::Pages& pages = *self.preview.pages;
    constexpr float unit_per_point = 96.0F / 72.0F;
    const auto w = static_cast<float>(pages.width), h = static_cast<float>(pages.height);
    if (self.zoom > 0) return self.zoom * unit_per_point;
    return std::max(0.1F, std::min((room.w - 2 * page_gap) / w, (room.h - 2 * page_gap) / h));
}

/// Before the first pages are there: the size of the paper is known already.
float scale_before(const ReportsScreen& self, Rect room) {
    const bool a4 = self.paper == reports::Paper::a4;
    const float w = a4 ? 595.0F : 612.0F, h = a4 ? 842.0F : 792.0F;
    if (self.zoom > 0) return self.zoom * 96.0F / 72.0F;
    return std::max(0.1F, std::min((room.w - 2 * page_gap) / w, (room.h - 2 * page_gap) / h));
}

void turn_page(ReportsScreen& self, Ui& ui, int by) {
    if (self.preview.pages == nullptr) return;
    const int last = std::max(0, static_cast<int>(self.preview.pages->pages.size()) - 1);
    const int next = std::clamp(self.page + by, 0, last);
    if (next == self.page) return;
    self.page = next;
    ui.wake_in(0);
}

void zoom_by(ReportsScreen& self, float now, float times) {
    self.zoom = std::clamp(now * times, least_zoom, most_zoom);
}

void follow_keys(ReportsScreen& self, Ui& ui, float now) {
    if (!page_has_keys(ui)) return;
    if (page_key(ui, ImGuiKey_PageDown)) turn_page(self, ui, 1);
    if (page_key(ui, ImGuiKey_PageUp)) turn_page(self, ui, -1);
    if (page_letter(ui, '+') || page_letter(ui, '=')) zoom_by(self, now, zoom_step);
    if (page_letter(ui, '-')) zoom_by(self, now, 1 / zoom_step);
    if (page_letter(ui, '0')) self.zoom = 0;
}

std::string say_page(const ReportsScreen& self) {
    const std::size_t count = self.preview.pages == nullptr ? 0 : self.preview.pages->pages.size();
    if (count == 0) return {};
    return "Page " + std::to_string(self.page + 1) + " of " + std::to_string(count);
}

constexpr float roomy_w = 400, size_w = 60;

/// "Mateo: Progress report for the school, 1 Jul 2026 to 25 Sep 2026".
std::string pages_title(const ReportsScreen& self, const Ui& ui) {
    const std::vector<ChildId> about = children_of_report(self.preview.of, ui);
    const Child* child = about.size() == 1 ? ui.caseload->child(about.front()) : nullptr;
    const std::string whose = child == nullptr ? std::string() : shown_call_name(ui, *child) + ": ";
    return whose + title_of_report(self.preview.of, ui);
}

/// Height of the title in a row of its own, where it does not fit beside the buttons; it is never cut.
float title_above(const ReportsScreen& self, const Ui& ui, float width) {
    const std::string title = pages_title(self, ui), page = say_page(self);
    const float inside = width - 2 * metrics::l;
    const float tools = 4 * metrics::button + size_w + text_width(ui, page, Type::label) + 2 * metrics::m + metrics::l;
    if (width >= roomy_w && text_width(ui, title, Type::label) <= inside - tools) return 0;
    return wrapped_height(ui, title, inside, Type::label) + metrics::m;
}

/// Title left; right the page and how large it is.
void draw_pages_head(ReportsScreen& self, Ui& ui, Rect head, float now) {
    const float above = title_above(self, ui, head.w);
    if (above > 0)
        text_wrapped(ui, {head.x + metrics::l, head.y + metrics::m, head.w - 2 * metrics::l, above},
                     pages_title(self, ui), {.type = Type::label, .heading = true});
    head.cut_top(above);
    Rect in = head.inset(16, 0);
    const float y = in.y + (in.h - metrics::button) / 2;
    const bool any = self.preview.pages != nullptr, roomy = head.w >= roomy_w;
    const auto place = [&](float after) { return Vec{in.cut_right(metrics::button, after).x, y}; };
    const Vec closer = place(0);
    const Rect size_at = roomy ? in.cut_right(size_w, 0) : Rect{};
    const Vec further = place(8), next = place(0), before = place(8);
    const std::string page = say_page(self);
    const Rect page_at = roomy ? in.cut_right(text_width(ui, page, Type::label), metrics::m) : Rect{};
    // Drawn from left to right, so that Tab goes that way.
    if (above == 0) text_in(ui, in, pages_title(self, ui), {.type = Type::label, .heading = true});
    if (roomy) text_in(ui, page_at, page, {.type = Type::label, .role = Role::ink_2});
    const int count = any ? static_cast<int>(self.preview.pages->pages.size()) : 0;
    if (icon_button(ui, before, icon::chevron_left, "Page before", {.enabled = any && self.page > 0}))
        turn_page(self, ui, -1);
    if (icon_button(ui, next, icon::chevron_right, "Next page", {.enabled = self.page + 1 < count}))
        turn_page(self, ui, 1);
    if (icon_button(ui, further, icon::minus, "Further", {.enabled = any && now > least_zoom}))
        zoom_by(self, now, 1 / zoom_step);
    if (roomy) {
        const std::string size = std::to_string(std::lround(now * 100)) + " %";
        if (pressable(ui, size_at.inset(0, 8), "Show the whole page", WidgetRole::button).clicked) self.zoom = 0;
        text_in(ui, size_at, size, {.type = Type::label, .align = Align::centre});
    }
    if (icon_button(ui, closer, icon::plus, "Closer", {.enabled = any && now < most_zoom}))
        zoom_by(self, now, zoom_step);
}

void draw_small_pages(ReportsScreen& self, Ui& ui, Rect column) {
    const reports::Pages& pages = *self.preview.pages;
    const float h = small_w * static_cast<float>(pages.height / pages.width);
    const Rect list = begin_scroll(ui, "Pages", column);
    float y = list.y + 14;
    const int count = static_cast<int>(pages.pages.size());
    for (int i = 0; i < count; ++i) {
        const Rect at{column.x + (small_column_w - small_w) / 2, y, small_w, h};
        y += h + 34;
        if (!visible(ui, at)) continue;
        const std::string number = std::to_string(i + 1);
        const bool here = i == self.page;
        const Pressed pressed =
            pressable(ui, at.inset(-4, -4), "Page " + number, WidgetRole::button, here, metrics::radius_small);
        paper(ui, at, first_small + i, "Page " + number + ", small", here);
        text_in(ui, {at.x, at.bottom() + 6, at.w, 18}, number,
                {.type = here ? Type::caption_strong : Type::caption,
                 .role = here ? Role::primary : Role::ink_2,
                 .align = Align::centre});
        if (pressed.clicked) turn_page(self, ui, i - self.page);
    }
    end_scroll(ui, y);
}

/// While nothing can be shown: bars where words will be, and what is to be done.
void draw_no_page(const ReportsScreen& self, Ui& ui, Rect room, std::string_view lacks) {
    const float scale = scale_before(self, room);
    const bool a4 = self.paper == reports::Paper::a4;
    const float w = std::min(room.w - 2 * page_gap, (a4 ? 595.0F : 612.0F) * scale);
    const float h = std::min(room.h - 2 * page_gap, (a4 ? 842.0F : 792.0F) * scale);
    const Rect at{room.x + (room.w - w) / 2, room.y + (room.h - h) / 2, w, h};
    fill(ui, at, Role::sheet);
    outline(ui, at, Role::line, 0);
    const bool problem = !self.preview.problem.empty();
    const std::string_view words = !lacks.empty() ? lacks : problem ? std::string_view(self.preview.problem) : "";
    if (words.empty()) return;
    const float words_w = std::min(420.0F, room.w - 48);
    const float words_h = wrapped_height(ui, words, words_w - 56, Type::label) + 28;
    const Rect told{room.x + (room.w - words_w) / 2, room.y + (room.h - words_h) / 2, words_w, words_h};
    card(ui, told);
    icon_at(ui, {told.x + 16, told.y + 13}, problem && lacks.empty() ? icon::alert_circle_outline : icon::arrow_right,
            20, problem && lacks.empty() ? Role::warn : Role::primary);
    text_wrapped(ui, {told.x + 44, told.y + 13, words_w - 56, 0}, words, {.type = Type::label});
}

void draw_large_page(ReportsScreen& self, Ui& ui, Rect room, float scale) {
    const reports::Pages& pages = *self.preview.pages;
    const float w = static_cast<float>(pages.width) * scale, h = static_cast<float>(pages.height) * scale;
    const Rect inside = begin_scroll(ui, "Page " + std::to_string(self.page + 1) + " in sight", room);
    const float x = std::max(inside.x + page_gap, room.x + (room.w - w) / 2);
    const float y = inside.y + std::max(page_gap, (room.h - h) / 2);
    paper(ui, {x, y, w, h}, large_page, say_page(self));
    end_scroll(ui, y + h + page_gap);
}

}  // namespace

void take_document(ReportsScreen& self, Ui& ui, Caseload& caseload, Result<reports::Document> made) {
    ReportPreview& preview = self.preview;
    ui.wake_in(0);
    if (!made) {
        drop_pages(preview, ui);
        preview.problem = made.error().message;
        return;
    }
    preview.problem.clear();
    preview.document = std::make_shared<const reports::Document>(made.take());
    preview.minded = reports::look_over(caseload, *ui.library, preview.of, *preview.document, ui.clock.today);
    preview.read = true;
    preview.set = false;
    if (preview.wanted.scale > 0) start_making(self, ui);
}

void forget_pages(ReportsScreen& self, Ui& ui) {
    if (self.preview.worker) self.preview.worker->cancel();
    if (self.maker) self.maker->cancel();
    drop_pages(self.preview, ui);
    self.preview.asked = false;
    self.preview.problem.clear();
    self.act = ReportAct::none;
}

bool is_making_pages(const ReportsScreen& self) {
    const ReportPreview& preview = self.preview;
    const bool on_the_way = preview.asked && preview.problem.empty() && !preview.set && !preview.stopped;
    return preview.at_work() || on_the_way || (preview.set && !(preview.drawn == preview.wanted));
}

void follow_report_pages(ReportsScreen& self, Ui& ui) {
    ReportPreview& preview = self.preview;
    if (preview.worker) preview.worker->deliver();
    reports::Choices now = choices_of(self, ui);
    const bool fresh = !preview.asked || !(preview.of == now) || preview.revision != ui.caseload->revision() ||
                       preview.today != ui.clock.today;
    if (fresh) {
        if (!(subject_of(preview.of) == subject_of(now))) drop_pages(preview, ui);
        preview.of = std::move(now);
        preview.revision = ui.caseload->revision();
        preview.today = ui.clock.today;
        preview.problem.clear();
        preview.read = preview.stopped = false;
        preview.reader.reset();
        preview.asked = lacks_of(preview.of, ui).empty();
        if (preview.worker) preview.worker->cancel();
        if (preview.asked)
            read_document(self, ui);
        else
            drop_pages(preview, ui);
    }
    if (preview.pages != nullptr)
        self.page = std::clamp(self.page, 0, std::max(0, static_cast<int>(preview.pages->pages.size()) - 1));
    if (is_making_pages(self)) ui.wake_in(look_again_s);
}

void draw_report_pages(ReportsScreen& self, Ui& ui, Rect rect) {
    ReportPreview& preview = self.preview;
    card(ui, rect);
    const Rect head = rect.cut_top(head_h + title_above(self, ui, rect.w));
    divider(ui, {rect.x + 1, rect.y - 1}, rect.w - 2);
    fill(ui, {rect.x + 1, rect.y, rect.w - 2, rect.h - 1}, Role::hover, metrics::radius_card);
    fill(ui, {rect.x + 1, rect.y, rect.w - 2, std::min(rect.h, 24.0F)}, Role::hover);
    const bool several = preview.pages != nullptr && preview.pages->pages.size() > 1 && rect.w > 420;
    Rect room = rect.inset(1, 0);
    const Rect column = several ? room.cut_left(small_column_w) : Rect{};
    const float scale = preview.pages != nullptr ? page_scale(self, room) : scale_before(self, room);
    const float now = scale * 72.0F / 96.0F;
    preview.wanted = {self.page, static_cast<double>(ui.px(scale)),
                      static_cast<double>(ui.px(small_w)) / (self.paper == reports::Paper::a4 ? 595.0 : 612.0)};
    const bool waits = preview.read && !preview.at_work() && !preview.stopped;
    if (waits && (!preview.set || !(preview.drawn == preview.wanted))) {
        start_making(self, ui);
        ui.wake_in(look_again_s);
    }
    draw_pages_head(self, ui, head, now);
    follow_keys(self, ui, now);
    if (preview.pages == nullptr || preview.pages->pages.empty())
        draw_no_page(self, ui, room, lacks_of(preview.of, ui));
    else
        draw_large_page(self, ui, room, scale);
    if (several) draw_small_pages(self, ui, column);
    draw_whole_record_work(self, ui, room);
}

}  // namespace pegboard
