// Layout lint: see the header.
#include "tests/ui/layout_lint.h"

#include <algorithm>

#include "imgui_internal.h"

namespace pegboard::test {

namespace {

constexpr float least_target = 32, least_link = 24;

ImRect box_of(const WidgetInfo& widget) { return {widget.min, widget.max}; }

ImRect seen_of(const WidgetInfo& widget) {
    ImRect box = box_of(widget);
    box.ClipWithFull({widget.clip_min, widget.clip_max});
    return box;
}

bool can_be_seen(const WidgetInfo& widget) {
    const ImRect seen = seen_of(widget);
    return seen.GetWidth() > 0 && seen.GetHeight() > 0;
}

std::string name_of(const WidgetInfo& widget) { return "\"" + widget.label + "\" in [" + widget.scope + "]"; }

/// Things other widgets are meant to stand on.
bool is_ground(const WidgetInfo& widget) {
    switch (widget.role) {
        case WidgetRole::row:
        case WidgetRole::card:
        case WidgetRole::block:
        case WidgetRole::chart:
        case WidgetRole::dialog:
        case WidgetRole::toast:
            return true;
        default:
            return false;
    }
}

bool is_words(const WidgetInfo& widget) {
    return (widget.role == WidgetRole::text || widget.role == WidgetRole::heading) && widget.value != "tooltip";
}

void check_target(const WidgetInfo& widget, float scale, std::vector<std::string>& faults) {
    if (widget.id == 0) return;
    const float least = (widget.role == WidgetRole::link ? least_link : least_target) * scale - 1;
    const ImVec2 size = box_of(widget).GetSize();
    if (size.x < least || size.y < least)
        faults.push_back(name_of(widget) + " is too small to press: " + std::to_string(static_cast<int>(size.x)) +
                         " x " + std::to_string(static_cast<int>(size.y)) + " pixels.");
}

/// A button grows with its words; where they are cut all the same, its box is a pixel short.
void check_words(const WidgetInfo& widget, std::vector<std::string>& faults) {
    if (widget.role == WidgetRole::button && widget.clipped)
        faults.push_back("The words of " + name_of(widget) + " are cut.");
    if (widget.value == "error" && widget.clipped)
        faults.push_back("What is wrong is not read whole: " + name_of(widget) + ".");
}

void check_inside(const WidgetInfo& widget, std::vector<std::string>& faults) {
    constexpr float slack = 2;
    const bool wide = widget.min.x < widget.clip_min.x - slack || widget.max.x > widget.clip_max.x + slack;
    const bool tall = widget.min.y < widget.clip_min.y - slack || widget.max.y > widget.clip_max.y + slack;
    if (wide || (tall && !widget.scrolls)) faults.push_back(name_of(widget) + " runs out of its region.");
}

bool overlap(const WidgetInfo& a, const WidgetInfo& b, float shrink_y) {
    ImRect first = seen_of(a);
    ImRect second = seen_of(b);
    first.Expand({-1.5F, -shrink_y});
    second.Expand({-1.5F, -shrink_y});
    if (first.GetWidth() <= 0 || second.GetWidth() <= 0 || first.GetHeight() <= 0 || second.GetHeight() <= 0)
        return false;
    return first.Overlaps(second);
}

/// A field's own button (calendar, steppers, show) stands inside the field.
bool part_of_field(const WidgetInfo& field, const WidgetInfo& part) {
    return (field.role == WidgetRole::field || field.role == WidgetRole::note) && part.role == WidgetRole::button &&
           box_of(field).Contains(box_of(part));
}

void check_pair(const WidgetInfo& a, const WidgetInfo& b, float scale, std::vector<std::string>& faults) {
    if (a.layer != b.layer || a.scope == "Toast" || b.scope == "Toast" || is_ground(a) || is_ground(b)) return;
    const bool both_act = a.id != 0 && b.id != 0;
    const bool both_words = is_words(a) && is_words(b);
    const bool words_and_act = (is_words(a) && b.id != 0) || (is_words(b) && a.id != 0);
    if (both_act && !part_of_field(a, b) && !part_of_field(b, a) && overlap(a, b, 1.5F))
        faults.push_back(name_of(a) + " and " + name_of(b) + " overlap.");
    if (both_words && overlap(a, b, 3 * scale))
        faults.push_back("The words " + name_of(a) + " and " + name_of(b) + " overlap.");
    if (words_and_act && overlap(a, b, 3 * scale)) {
        const WidgetInfo& words = is_words(a) ? a : b;
        const WidgetInfo& act = is_words(a) ? b : a;
        // Words that stand wholly on what is pressed belong to it.
        if (!box_of(act).Contains(box_of(words)))
            faults.push_back("The words " + name_of(words) + " run into " + name_of(act) + ".");
    }
}

}  // namespace

std::vector<std::string> layout_faults(const Record& record, float scale) {
    std::vector<std::string> faults;
    std::vector<const WidgetInfo*> shown;
    for (const WidgetInfo& widget : record.widgets)
        if (can_be_seen(widget)) shown.push_back(&widget);
    for (const WidgetInfo* widget : shown) {
        check_target(*widget, scale, faults);
        check_words(*widget, faults);
        check_inside(*widget, faults);
    }
    for (std::size_t i = 0; i < shown.size(); ++i)
        for (std::size_t j = i + 1; j < shown.size(); ++j) check_pair(*shown[i], *shown[j], scale, faults);
    return faults;
}

}  // namespace pegboard::test
