// The points of a chart as a table and as text: the same data for whoever prefers rows.
#include <algorithm>
#include <array>

#include "app/widgets/chart/chart.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

std::string_view kind_words(const ChartPoint& point) {
    if (point.mark == ChartMark::before) return "Baseline";
    if (point.mark == ChartMark::left_out) return "Not counted";
    if (point.reached) return "Reached the goal";
    return point.outside ? "Outside a session" : "Session";
}

/// One cell of text: no tabs and no line breaks.
std::string cell(std::string words) {
    std::ranges::replace(words, '\t', ' ');
    std::ranges::replace(words, '\n', ' ');
    return words;
}

}  // namespace

ChartReply chart_table(Ui& ui, Rect rect, const GoalChart& chart, ChartView& view, float& bottom) {
    ChartReply reply;
    const bool help = chart.help.has_value();
    const std::array columns{Column{"Date", 116}, Column{"Value", 140}, Column{"", 132},
                             Column{help ? "Help given" : "", help ? 132.0F : 1.0F}, Column{"More"}};
    TableState none{.sort = -1};
    card(ui,
         {rect.x, rect.y, rect.w, metrics::table_head + metrics::table_row * static_cast<float>(chart.points.size())},
         {.shadow = 0});
    const std::vector<Rect> cells = table_head(ui, {rect.x, rect.y, rect.w, metrics::table_head}, columns, none);
    float y = rect.y + metrics::table_head;
    for (std::size_t i = chart.points.size(); i-- > 0; y += metrics::table_row) {
        const ChartPoint& point = chart.points[i];
        const Rect row{rect.x, y, rect.w, metrics::table_row};
        if (!visible(ui, row)) continue;
        const std::string date = say(point.day);
        if (table_row(ui, row, date + ", " + point.words, static_cast<int>(i) == view.marked, i == 0)) {
            view.marked = static_cast<int>(i);
            reply.chosen = i;
        }
        if (static_cast<int>(i) == view.marked) reply.at = {cells[0].x, y, 200, metrics::table_row};
        const auto put = [&](std::size_t column, std::string_view words, Role role) {
            if (words.empty()) return;
            text_in(ui, {cells[column].x, y, cells[column].w - 8, metrics::table_row}, words,
                    {.type = column == 1 ? Type::label : Type::body, .role = role});
        };
        const Role plain = point.mark == ChartMark::left_out ? Role::ink_3 : Role::ink;
        put(0, date, plain);
        put(1, point.words, plain);
        put(2, kind_words(point), point.reached ? Role::good : Role::ink_2);
        put(3, point.help_words, Role::ink_2);
        put(4, point.note.empty() ? point.detail : point.note, Role::ink_2);
    }
    bottom = y;
    return reply;
}

std::string chart_text(const GoalChart& chart) {
    std::string text = "Date\tValue\tKind\tHelp\tMore\tNote\n";
    for (const ChartPoint& point : chart.points) {
        text += iso(point.day) + "\t" + cell(point.words) + "\t" + std::string(kind_words(point)) + "\t" +
                cell(point.help_words) + "\t" + cell(point.detail) + "\t" + cell(point.note) + "\n";
    }
    return text;
}

}  // namespace pegboard
