// Beside the chart of a goal: its phases, what was noted with its points, and events, each phase and event with a way
// to change it and to take it away. Notes of points belong to their session and are only read here.
#include <algorithm>

#include "app/goals/story/story.h"

namespace pegboard {
namespace {

constexpr float note_disc = 24, note_indent = 36, note_tool = 36, note_least_h = 44;

/// One line: a note of a point, an event or a phase.
struct Remark {
    int number = 0;  ///< as in the chart; a phase stands there by its name and counts for itself
    Date day;
    std::string when, words;
    const TimeEvent* event = nullptr;
    const PhaseChange* phase = nullptr;
};

std::string say_span(const Ui& ui, Date from, std::optional<Date> until) {
    return say_short(from, ui.clock.today) + (until ? " to " + say_short(*until, ui.clock.today) : std::string());
}

std::vector<Remark> notes_and_events(const Ui& ui, const GoalPicture& picture) {
    std::vector<Remark> found;
    const GoalChart& chart = picture.chart;
    for (const ChartPoint& point : chart.points)
        if (point.number > 0)
            found.push_back(
                {.number = point.number, .day = point.day, .when = say_span(ui, point.day, {}), .words = point.note});
    for (std::size_t i = 0; i < chart.events.size() && i < picture.events.size(); ++i) {
        const ChartEvent& event = chart.events[i];
        found.push_back({.number = event.number,
                         .day = event.from,
                         .when = say_span(ui, event.from, event.until),
                         .words = event.name,
                         .event = &picture.events[i]});
    }
    std::ranges::sort(found, {}, &Remark::number);
    return found;
}

std::vector<Remark> phases_of(const Ui& ui, const GoalPicture& picture) {
    std::vector<Remark> found;
    for (const PhaseChange& change : picture.changes) {
        const std::string kind(words(change.phase));
        found.push_back({.number = static_cast<int>(found.size()) + 1,
                         .day = change.date,
                         .when = "From " + say_short(change.date, ui.clock.today),
                         .words = change.label.empty() ? kind : kind + ": " + change.label,
                         .phase = &change});
    }
    return found;
}

void remove_phase(Ui& ui, const PhaseChange& change) {
    ui.outbox->send(RemovePhaseChange{change.id},
                    [toasts = ui.toasts](const Status& status) { toasts->tell(status, "Phase removed"); });
}

void remove_event(Ui& ui, const TimeEvent& event) {
    ui.outbox->send(RemoveEvent{event.id},
                    [toasts = ui.toasts](const Status& status) { toasts->tell(status, "Event removed"); });
}

/// Buttons at the right end of a line; what they are called names the line and its day.
void draw_tools(GoalStory& self, Ui& ui, Vec right, const Goal& goal, const Remark& line) {
    if (line.event == nullptr && line.phase == nullptr) return;
    const std::string_view kind = line.phase != nullptr ? "phase: " : "event: ";
    std::string what = line.phase != nullptr ? line.phase->label : line.words;
    if (what.empty()) what = line.words;
    what = std::string(kind) + what + ", " + say_short(line.day, ui.clock.today);
    const Scope scope(ui, std::string(kind.substr(0, kind.size() - 2)) + " " + std::to_string(line.number));
    if (icon_button(ui, {right.x - 2 * note_tool, right.y}, icon::pencil, "Change " + what, {.size = note_tool})) {
        if (line.phase != nullptr)
            open_phase_change(self, ui, goal, line.phase);
        else
            open_event(self, ui, goal, line.event);
    }
    if (!icon_button(ui, {right.x - note_tool, right.y}, icon::delete_, "Remove " + what, {.size = note_tool})) return;
    if (line.phase != nullptr)
        remove_phase(ui, *line.phase);
    else
        remove_event(ui, *line.event);
}

/// Draws one line; returns its height.
float draw_line(GoalStory& self, Ui& ui, Rect at, const Goal& goal, const Remark& line) {
    const Rect disc{at.x, at.y + 2, note_disc, note_disc};
    if (line.phase == nullptr) {
        outline(ui, disc, Role::ink, note_disc / 2, 1);
        text_in(ui, disc, std::to_string(line.number), {.type = Type::caption_strong, .align = Align::centre});
    } else {
        icon_at(ui, disc.pos(), icon::flag_variant, note_disc, Role::ink_2);
    }
    const bool tools = line.event != nullptr || line.phase != nullptr;
    const float room = at.w - note_indent - (tools ? 2 * note_tool + metrics::s : 0);
    text(ui, {at.x + note_indent, at.y}, line.when, {.type = Type::label, .max_w = room});
    const float h = text_wrapped(ui, {at.x + note_indent, at.y + 20, room, 0}, line.words,
                                 {.type = Type::caption, .role = Role::ink_2});
    draw_tools(self, ui, {at.right(), at.y}, goal, line);
    return std::max(note_least_h, 20 + h);
}

/// Lines in columns, row by row; returns the lowest y.
float draw_lines(GoalStory& self, Ui& ui, Rect in, const Goal& goal, const std::vector<Remark>& lines) {
    const int across = in.w > 1000 ? 3 : in.w > 600 ? 2 : 1;
    const float width = (in.w - metrics::l * static_cast<float>(across - 1)) / static_cast<float>(across);
    float y = in.y, bottom = in.y;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int column = static_cast<int>(i) % across;
        if (column == 0) y = bottom;
        const Rect at{in.x + static_cast<float>(column) * (width + metrics::l), y, width, 0};
        bottom = std::max(bottom, y + draw_line(self, ui, at, goal, lines[i]) + metrics::s);
    }
    return bottom;
}

}  // namespace

float draw_story_notes(GoalStory& self, Ui& ui, Rect rect, const Goal& goal) {
    return story_card(self, ui, rect, "Notes and events", [&](Rect in) {
        const ButtonLook look{.kind = ButtonKind::ghost, .icon = icon::plus, .height = metrics::button_small};
        const float width = button_width(ui, "Add an event", look);
        if (button(ui, Vec{in.right() - width, in.y - 4}, "Add an event", look)) open_event(self, ui, goal, nullptr);
        text(ui, in.pos(), "Notes and events",
             {.type = Type::section, .max_w = in.w - width - metrics::s, .heading = true});
        float y = in.y + 40;
        y = draw_lines(self, ui, {in.x, y, in.w, 0}, goal, phases_of(ui, self.picture));
        const std::vector<Remark> found = notes_and_events(ui, self.picture);
        if (!found.empty()) return draw_lines(self, ui, {in.x, y, in.w, 0}, goal, found);
        return y +
               text_wrapped(ui, {in.x, y, in.w, 0},
                            "Nothing noted yet. A new brace, a vacation or an illness may explain what the line does.",
                            {.role = Role::ink_2});
    });
}

}  // namespace pegboard
