// The charts of the component gallery. It shows invented numbers and no child.
#pragma once
#include "app/widgets/chart/chart.h"

namespace pegboard {

/// What the charts of the gallery show and hold.
struct GalleryCharts {
    ChartView whole, down, many, table;
    GoalChart dense;
    bool begun = false;
};
/// Cards with charts in their states, from the rect's top; returns the lowest y.
float gallery_charts(GalleryCharts& self, Ui& ui, Rect rect);
/// A chart with everything a chart can have, and one of `count` points.
GoalChart sample_chart();
GoalChart dense_sample_chart(int count);

}  // namespace pegboard
