// The component gallery: every widget in every state, for the eye and for picture tests. It shows no
// child and sends nothing.
#pragma once
#include <array>
#include <string>

#include "app/gallery/gallery_charts.h"
#include "app/ui.h"
#include "app/widgets/widgets.h"

namespace pegboard {

/// What the live widgets of the gallery hold.
struct GalleryScreen {
    bool off = false, on = true, focus = true, sound = true, night = false;
    int span = 1, level = -1, tab = 0;
    TableState table;
    std::string search;
    int pressed = 0;
    GalleryCharts charts;
    bool lively = false;  ///< the widgets of the last card were used
};
void draw(GalleryScreen& self, Ui& ui);

}  // namespace pegboard
