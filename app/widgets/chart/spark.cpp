// A small line that shows where a goal is going: aim dashed, goal dotted, the last point larger.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/widgets/chart/chart.h"
#include "app/widgets/interact.h"

namespace pegboard {
namespace {

struct Range {
    double low = 0, high = 0;
    bool any = false;
    void add(double value) {
        low = any ? std::min(low, value) : value;
        high = any ? std::max(high, value) : value;
        any = true;
    }
};

}  // namespace

void spark(Ui& ui, Rect rect, const Spark& spark, std::string_view words) {
    const ImRect whole = paint::pixels(ui, rect);
    if (!words.empty()) record_words(ui, WidgetRole::image, words, whole);
    if (spark.points.empty()) return;
    const ImRect box = paint::pixels(ui, rect.inset(4, 5));
    Range days, values;
    for (const auto& [day, value] : spark.points) days.add(day), values.add(value);
    if (spark.goal) values.add(*spark.goal);
    if (days.high <= days.low) days.high = days.low + 1;
    if (spark.aim)
        for (const double day : {days.low, days.high}) values.add(spark.aim->at(day));
    if (values.high <= values.low) values.high = values.low + 1;
    const auto at = [&](double day, double value) {
        const double x = (day - days.low) / (days.high - days.low);
        const double y = (value - values.low) / (values.high - values.low);
        return ImVec2{box.Min.x + static_cast<float>(x) * box.GetWidth(),
                      box.Max.y - static_cast<float>(y) * box.GetHeight()};
    };
    ImDrawList& list = paint::list();
    const float thin = paint::line_px(ui, 1);
    const ImU32 quiet = paint::colour(ui, Role::line_strong);
    if (spark.goal) {
        const float y = std::round(at(0, *spark.goal).y) + 0.5F;
        paint::dashes(ui, list, std::array{ImVec2{box.Min.x, y}, ImVec2{box.Max.x, y}}, quiet, thin, 2, 3);
    }
    if (spark.aim)
        paint::dashes(ui, list,
                      std::array{at(days.low, spark.aim->at(days.low)), at(days.high, spark.aim->at(days.high))}, quiet,
                      thin, 4, 3);
    std::vector<ImVec2> line;
    for (const auto& [day, value] : spark.points) line.push_back(at(day, value));
    const ImU32 colour = paint::colour(ui, spark.series);
    if (line.size() > 1) list.AddPolyline(line.data(), static_cast<int>(line.size()), colour, 0, ui.px(1.75F));
    list.AddCircleFilled(line.back(), ui.px(3.25F), colour);
}

}  // namespace pegboard
