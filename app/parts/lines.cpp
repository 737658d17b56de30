#include "app/parts/lines.h"

#include <algorithm>

#include "app/parts/forms.h"

namespace pegboard {
namespace {
constexpr float least_h = 32, icon_room = 32;

void begin(LinesState& self, Ui& ui, const std::string& list, int line) {
    self = {.list = list, .line = line, .begun = true, .was_typing = false};
    ui.wake_in(0);
}

/// The field closes itself when the keyboard has left it.
void end_when_left(LinesState& self, Ui& ui) {
    const bool now = typing(ui);
    if (self.was_typing && !now)
        self = {};
    else
        self.was_typing = now;
}

std::optional<std::string> line_field(Ui& ui, LinesState& self, Rect rect, const std::string& list, int line,
                                      const std::string& value, const LinesLook& look) {
    const std::string draft = list + "." + std::to_string(line);
    const bool fresh = self.begun;
    self.begun = false;
    const auto typed = field(ui, rect, look.add, draft, value,
                             {.hint = look.hint, .error = look.error, .label_above = false, .focus_now = fresh});
    if (typed)
        self = {};
    else if (!fresh)
        end_when_left(self, ui);
    return typed;
}

/// One line as text that can be pressed; returns its height.
float draw_line(Ui& ui, LinesState& self, Rect rect, const std::string& list, int line, const std::string& words,
                const LinesLook& look) {
    const float left = look.icon ? icon_room : 0;
    const float room = rect.w - left - metrics::s;
    const float height = std::max(least_h, wrapped_height(ui, words, room) + metrics::m);
    rect.h = height;
    const Pressed pressed = pressable(ui, rect.inset(-metrics::s, 0), "Edit: " + words, WidgetRole::row);
    if (look.icon) icon_at(ui, {rect.x, rect.y + 6}, look.icon, 20, look.role);
    text_wrapped(ui, {rect.x + left, rect.y + metrics::m / 2, room, height}, words);
    if (pressed.clicked) begin(self, ui, list, line);
    return height;
}
}  // namespace

std::optional<std::vector<std::string>> edit_lines(Ui& ui, LinesState& self, Rect rect, const std::string& list,
                                                   const std::vector<std::string>& lines, const LinesLook& look,
                                                   float& bottom) {
    std::optional<std::vector<std::string>> changed;
    float y = rect.y;
    const int count = static_cast<int>(lines.size());
    // A line that was being typed as the program ended is open again, and is taken over as it stands.
    const auto is_open = [&](int line) {
        return self.list.empty() ? ui.drafts->find(list + "." + std::to_string(line)) != nullptr
                                 : self.list == list && self.line == line;
    };
    for (int i = 0; i < count; ++i) {
        const std::string& words = lines[static_cast<std::size_t>(i)];
        const Rect at{rect.x, y, rect.w, metrics::field};
        if (!is_open(i)) {
            y += draw_line(ui, self, at, list, i, words, look);
            continue;
        }
        if (const auto typed = line_field(ui, self, at, list, i, words, look)) {
            changed = lines;
            if (typed->empty())
                changed->erase(changed->begin() + i);
            else
                (*changed)[static_cast<std::size_t>(i)] = *typed;
        }
        y += field_height(false, !look.error.empty());
    }
    if (is_open(count)) {
        if (const auto typed = line_field(ui, self, {rect.x, y, rect.w, metrics::field}, list, count, {}, look);
            typed && !typed->empty()) {
            changed = lines;
            changed->push_back(*typed);
        }
        y += field_height(false, !look.error.empty());
    } else {
        if (link(ui, {rect.x, y + 6}, look.add)) begin(self, ui, list, count);
        y += least_h;
    }
    bottom = y;
    return changed;
}

}  // namespace pegboard
