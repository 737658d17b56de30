// Every widget writes down what it is each frame when asked: tests press by label, the layout lint
// measures, and later a screen reader reads this one list.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"

namespace pegboard {

enum class WidgetRole {
    text,
    heading,
    button,
    link,
    tab,
    chip,
    checkbox,
    radio,
    switch_,
    field,
    note,
    choice,
    menu_item,
    row,
    card,
    image,
    dialog,
    toast,
    nav,
    block,
    chart
};

struct WidgetInfo {
    WidgetRole role = WidgetRole::text;
    std::string label;
    std::string value;  ///< text of a field, chosen option, checked state
    std::string scope;  ///< dialog or region it stands in: "Add child", ""
    bool enabled = true;
    bool selected = false;
    bool focused = false;
    bool ring = false;     ///< and that is drawn: keys go here
    bool clipped = false;  ///< its text was cut with an ellipsis; a tooltip tells the whole of it
    bool scrolls = false;  ///< stands in a region that scrolls
    bool by_tab = true;    ///< Tab stops here when it is enabled and takes input
    int layer = 0;         ///< 0: the page; one more for each dialog or menu over it
    ImGuiID id = 0;        ///< 0 for things that take no input
    ImVec2 min, max;       ///< pixels
    ImVec2 clip_min, clip_max;
};

struct Record {
    std::vector<WidgetInfo> widgets;
    std::vector<std::string> scopes;  ///< current nesting while drawing
    void clear() {
        widgets.clear();
        scopes.clear();
    }
};

}  // namespace pegboard
