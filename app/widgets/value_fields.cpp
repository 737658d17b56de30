// Fields whose text means something: dates, times and whole numbers. What cannot be read stays as it
// was typed, with a line that says how to write it.
#include <charconv>

#include "app/widgets/field_parts.h"

namespace pegboard {

namespace {

constexpr float tool = 36, usual_stepper = 36;
constexpr std::string_view no_date = "This is not a date. Try 29 Sep 2026.";
constexpr std::string_view no_time = "This is not a time. Try 9:30 or 2:15 pm.";
constexpr std::string_view no_number = "This is not a whole number. Try 5.";

/// Draft or record text of a field, and what came of this frame.
struct ValueRun {
    std::string text;
    FieldRun run;
};

ValueRun run_value(Ui& ui, Rect rect, const FieldAsk& given, const std::string& record_text,
                   bool unreadable(const Ui&, std::string_view), std::string_view error) {
    FieldAsk ask = given;
    settle_draft(ui, ask.key, record_text);
    const std::string* kept = find_draft(ui, ask.key);
    ValueRun out{kept ? *kept : record_text, {}};
    ask.not_saved = kept != nullptr;
    if (kept && unreadable(ui, *kept)) ask.error = error;
    out.run = run_field(ui, rect, ask, out.text);
    if (out.run.news.changed) set_draft(ui, ask.key, out.text);
    return out;
}

bool is_no_date(const Ui& ui, std::string_view text) {
    const std::string words = trimmed(text);
    return !words.empty() && !read_date(words, ui.clock.today);
}

/// The button beside a date, and the month it opens; the date picked.
std::optional<Date> month_button(Ui& ui, const FieldRun& run, std::string_view label, std::string_view text,
                                 bool enabled) {
    const std::string name = "Calendar for " + std::string(label);
    const Vec at{run.tools.x, run.tools.centre().y - 16};
    const bool by_key = run.news.active && ImGui::GetIO().KeyAlt && key_pressed(ImGuiKey_DownArrow, false);
    if (icon_button(ui, at, icon::calendar_blank, name, {.size = 32, .enabled = enabled, .shortcut = "Alt Down"}) ||
        by_key)
        open_calendar(ui, run.id, read_date(text, ui.clock.today).value_or(ui.clock.today));
    return calendar(ui, run.id, run.box);
}

}  // namespace

std::optional<std::optional<Date>> date_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                              std::optional<Date> value, const FieldLook& look) {
    const std::string shown = value ? say(*value) : std::string();
    const FieldAsk ask{.label = label, .key = draft, .look = look, .tools_w = tool};
    const ValueRun out = run_value(ui, rect, ask, shown, is_no_date, no_date);
    std::optional<std::optional<Date>> changed;
    if (out.run.news.ended) {
        const std::string words = trimmed(out.text);
        const std::optional<Date> read = read_date(words, ui.clock.today);
        if (words.empty() || read) {
            if (read == value)
                drop_draft(ui, draft);
            else
                changed = read;
        }
    }
    if (const std::optional<Date> picked = month_button(ui, out.run, label, out.text, look.enabled)) {
        edit_replace(ui, out.run.id, say(*picked));
        set_draft(ui, draft, say(*picked));
        if (picked != value) changed = picked;
    }
    if (changed) hand_over(ui, draft, shown);
    return changed;
}

bool form_date(Ui& ui, Rect rect, std::string_view label, std::string_view draft, const FieldLook& look) {
    const FieldAsk ask{.label = label, .key = draft, .look = look, .tools_w = tool};
    const std::string* kept = find_draft(ui, draft);
    std::string text = kept ? *kept : std::string();
    FieldAsk asked = ask;
    if (is_no_date(ui, text)) asked.error = no_date;
    const FieldRun run = run_field(ui, rect, asked, text);
    bool changed = run.news.changed;
    // A finished date is written out, so that a wrong guess of the year is seen.
    if (const std::optional<Date> read = run.news.ended ? read_date(trimmed(text), ui.clock.today) : std::nullopt)
        if (text != say(*read)) {
            text = say(*read);
            changed = true;
        }
    if (const std::optional<Date> picked = month_button(ui, run, label, text, look.enabled)) {
        text = say(*picked);
        edit_replace(ui, run.id, text);
        changed = true;
    }
    if (!changed) return false;
    if (text.empty())
        drop_draft(ui, draft);
    else
        set_draft(ui, draft, text);
    return true;
}

std::optional<Date> form_date_value(const Ui& ui, std::string_view draft) {
    const std::string* kept = find_draft(ui, draft);
    return kept ? read_date(trimmed(*kept), ui.clock.today) : std::nullopt;
}

std::optional<int> time_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft, int minute_of_day,
                              const FieldLook& look) {
    const std::string shown = write_time(minute_of_day);
    const auto is_no_time = [](const Ui&, std::string_view text) { return !read_time(trimmed(text)); };
    const ValueRun out = run_value(ui, rect, {.label = label, .key = draft, .look = look}, shown, is_no_time, no_time);
    if (!out.run.news.ended) return std::nullopt;
    const std::optional<int> read = read_time(trimmed(out.text));
    if (!read) return std::nullopt;
    if (*read == minute_of_day) {
        drop_draft(ui, draft);
        return std::nullopt;
    }
    hand_over(ui, draft, shown);
    return read;
}

namespace {

std::optional<int> read_number(std::string_view text) {
    const std::string words = trimmed(text);
    int value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || end != words.data() + words.size()) return std::nullopt;
    return value;
}

/// Minus and plus at the right end; the step taken.
int steppers(Ui& ui, const FieldRun& run, std::string_view label, bool can_less, bool can_more, float stepper) {
    int by = 0;
    const ImRect line = paint::pixels(ui, Rect{run.tools.x, run.tools.y + 8, 1, run.tools.h - 16});
    paint::list().AddRectFilled(line.Min, {line.Min.x + paint::line_px(ui), line.Max.y}, paint::colour(ui, Role::line));
    const float y = run.tools.centre().y - stepper / 2;
    const std::string less = "Less: " + std::string(label);
    const std::string more = "More: " + std::string(label);
    if (icon_button(ui, {run.tools.x + 1, y}, icon::minus, less, {.size = stepper, .enabled = can_less})) by = -1;
    if (icon_button(ui, {run.tools.x + 1 + stepper, y}, icon::plus, more, {.size = stepper, .enabled = can_more}))
        by = 1;
    if (run.news.active && key_pressed(ImGuiKey_DownArrow)) by = -1;
    if (run.news.active && key_pressed(ImGuiKey_UpArrow)) by = 1;
    if (run.news.active)
        for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow}) own_key(key, run.id);
    return by;
}

}  // namespace

std::optional<int> number_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft, int value, int low,
                                int high, int step, std::string_view unit, const FieldLook& look) {
    const std::string shown = std::to_string(value);
    const auto is_no_number = [](const Ui&, std::string_view text) { return !read_number(text); };
    const float stepper = look.large ? metrics::touch : usual_stepper;
    const FieldAsk ask{.label = label, .key = draft, .look = look, .tools_w = 2 * stepper + 3, .unit = unit};
    const ValueRun out = run_value(ui, rect, ask, shown, is_no_number, no_number);
    const auto kept_in = [&](int number) { return number < low ? low : number > high ? high : number; };
    const int now = kept_in(read_number(out.text).value_or(value));
    const int by = steppers(ui, out.run, label, look.enabled && now > low, look.enabled && now < high, stepper);
    std::optional<int> changed;
    if (by != 0) {
        changed = kept_in(now + by * step);
        edit_replace(ui, out.run.id, std::to_string(*changed));
    } else if (out.run.news.ended && read_number(out.text)) {
        changed = now;
    }
    if (!changed) return std::nullopt;
    if (*changed == value) {
        drop_draft(ui, draft);
        return std::nullopt;
    }
    set_draft(ui, draft, std::to_string(*changed));
    hand_over(ui, draft, shown);
    return changed;
}

}  // namespace pegboard
