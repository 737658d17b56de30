// Fields whose text means something: dates, times, numbers and amounts. What cannot be read stays as it
// was typed, with a line that says how to write it.
#include <functional>

#include "app/base/machine_settings.h"
#include "app/widgets/fields/field_parts.h"

namespace pegboard {

namespace {

constexpr float tool = 36, usual_stepper = 36;
constexpr std::string_view no_date = "This is not a date. Try 29 Sep 2026.";
constexpr std::string_view no_time = "This is not a time. Try 9:30 or 2:15 pm.";
constexpr std::string_view taken_for = "Read as ";

/// Draft or record text of a field, and what came of this frame.
struct ValueRun {
    std::string text;
    FieldRun run;
};

using Meaning = FieldMeaning;
using MeaningOf = std::function<Meaning(const std::string&)>;

/// Draws the field with what its text means; a text that changed in this frame is judged anew.
FieldRun run_meant(Ui& ui, Rect rect, FieldAsk ask, std::string& text, bool judged, const MeaningOf& meaning_of) {
    const Meaning meaning = judged ? meaning_of(text) : Meaning{};
    ask.error = meaning.error;
    ask.echo = meaning.echo;
    const FieldRun run = run_field(ui, rect, ask, text);
    if (!run.news.changed) return run;
    const Meaning now = meaning_of(text);
    ask.error = now.error;
    note_red(ui, ask, run.id, text);
    return run;
}

ValueRun run_value(Ui& ui, Rect rect, FieldAsk ask, const std::string& record_text, const MeaningOf& meaning_of) {
    settle_draft(ui, ask.key, record_text);
    const std::string* kept = find_draft(ui, ask.key);
    ValueRun out{kept ? *kept : record_text, {}};
    ask.not_saved = kept != nullptr;
    const bool judged = kept != nullptr || memory(ui).read_dates.contains(ask.key);
    out.run = run_meant(ui, rect, ask, out.text, judged, meaning_of);
    if (out.run.news.changed) set_draft(ui, ask.key, out.text);
    return out;
}

void keep_form_text(Ui& ui, std::string_view draft, const std::string& text) {
    if (text.empty())
        drop_draft(ui, draft);
    else
        set_draft(ui, draft, text);
}

Meaning date_meaning(const Ui& ui, const std::string& text) {
    const std::string words = trimmed(text);
    if (words.empty()) return {};
    const std::optional<Date> read = read_date(words, ui.clock.today, date_order(ui));
    if (!read) return {std::string(no_date), {}};
    if (words == say(*read)) return {};
    // The day of the week shows a slip of the month, and numbers that could be turned around say how they were read.
    const bool month_first = date_order(ui) == DateOrder::month_first;
    const auto turned = read_date(words, ui.clock.today, month_first ? DateOrder::day_first : DateOrder::month_first);
    const std::string_view order = turned == read ? "" : month_first ? " (month first)" : " (day first)";
    return {{}, std::string(taken_for) + say_day(*read).substr(0, 4) + say(*read) + std::string(order)};
}

/// A date in numbers that could be turned around is written out when it is finished; how it was read stays below it.
void keep_reading(Ui& ui, std::string_view draft, const std::string& typed) {
    const Meaning meaning = date_meaning(ui, typed);
    if (!meaning.echo.ends_with(" first)")) return;
    const std::optional<Date> read = read_date(trimmed(typed), ui.clock.today, date_order(ui));
    memory(ui).read_dates.insert_or_assign(std::string(draft), ReadDate{say(*read), meaning.echo, memory(ui).frame});
}

Meaning date_meaning(Ui& ui, std::string_view draft, const std::string& text) {
    Meaning meaning = date_meaning(ui, text);
    WidgetMemory& m = memory(ui);
    const auto kept = m.read_dates.find(draft);
    if (kept == m.read_dates.end()) return meaning;
    const std::optional<Date> read = read_date(trimmed(text), ui.clock.today, date_order(ui));
    const bool away = kept->second.frame < m.frame - 1 || !read || say(*read) != kept->second.text;
    if (away) {
        m.read_dates.erase(kept);
        return meaning;
    }
    kept->second.frame = m.frame;
    if (meaning.error.empty() && meaning.echo.empty()) meaning.echo = kept->second.words;
    return meaning;
}

Meaning time_meaning(const std::string& text) {
    const std::optional<int> read = read_time(trimmed(text));
    if (!read) return {std::string(no_time), {}};
    return {{}, trimmed(text) == write_time(*read) ? std::string() : std::string(taken_for) + say_time(*read)};
}

Meaning amount_meaning(const std::string& text, const NumberAsk& ask) {
    if (trimmed(text).empty()) return {};
    const TypedNumber read = read_number(text, ask);
    if (!read.value) return {say_refusal(read.refusal, text, ask), {}};
    const std::string said = say_amount(*read.value, ask.unit);
    // A number alone is in the unit of the field; unless that stands beside it, it is said.
    const bool bare = !ask.unit_shown && (ask.unit == Unit::seconds || ask.unit == Unit::minutes ||
                                          ask.unit == Unit::centimetres || ask.unit == Unit::millimetres);
    const bool by_itself = trimmed(text) == said || (!bare && trimmed(text) == say_decimal(*read.value));
    return {{}, read.unusual || !by_itself ? std::string(taken_for) + said : std::string()};
}

/// The button beside a date, and the month it opens; the date picked.
std::optional<Date> month_button(Ui& ui, const FieldRun& run, std::string_view label, std::string_view text,
                                 bool enabled) {
    const std::string name = "Calendar for " + std::string(label);
    const Vec at{run.tools.x, run.tools.centre().y - 16};
    const bool by_key = run.news.active && ImGui::GetIO().KeyAlt && key_pressed(ImGuiKey_DownArrow, false);
    if (icon_button(ui, at, icon::calendar_blank, name, {.size = 32, .enabled = enabled, .shortcut = "Alt Down"}) ||
        by_key)
        open_calendar(ui, run.id, read_date(text, ui.clock.today, date_order(ui)).value_or(ui.clock.today));
    return calendar(ui, run.id, run.box);
}

}  // namespace

std::optional<std::optional<Date>> date_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                              std::optional<Date> value, const FieldLook& look) {
    // One that cannot be read is no text to go on with: the field says so, and leaving it empty changes nothing.
    const bool unknown = value && !is_known(*value);
    const std::string shown = value && !unknown ? say(*value) : std::string();
    FieldLook so_shown = look;
    if (unknown) so_shown.hint = "Unknown: it could not be read";
    const FieldAsk ask{.label = label, .key = draft, .look = so_shown, .tools_w = tool};
    const ValueRun out =
        run_value(ui, rect, ask, shown, [&](const std::string& text) { return date_meaning(ui, draft, text); });
    std::optional<std::optional<Date>> changed;
    if (out.run.news.ended) {
        const std::string words = trimmed(out.text);
        const std::optional<Date> read = read_date(words, ui.clock.today, date_order(ui));
        if (words.empty() || read) {
            keep_reading(ui, draft, words);
            if (read == value || (unknown && !read))
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
    const FieldRun run =
        run_meant(ui, rect, ask, text, true, [&](const std::string& typed) { return date_meaning(ui, draft, typed); });
    bool changed = run.news.changed;
    // A finished date is written out, so that a wrong guess of the year is seen.
    if (const std::optional<Date> read =
            run.news.ended ? read_date(trimmed(text), ui.clock.today, date_order(ui)) : std::nullopt)
        if (text != say(*read)) {
            keep_reading(ui, draft, text);
            text = say(*read);
            changed = true;
        }
    if (const std::optional<Date> picked = month_button(ui, run, label, text, look.enabled)) {
        text = say(*picked);
        edit_replace(ui, run.id, text);
        changed = true;
    }
    if (changed) keep_form_text(ui, draft, text);
    return changed;
}

std::optional<Date> form_date_value(const Ui& ui, std::string_view draft) {
    const std::string* kept = find_draft(ui, draft);
    return kept ? read_date(trimmed(*kept), ui.clock.today, date_order(ui)) : std::nullopt;
}

std::optional<int> time_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft, int minute_of_day,
                              const FieldLook& look) {
    const std::string shown = write_time(minute_of_day);
    const ValueRun out = run_value(ui, rect, {.label = label, .key = draft, .look = look}, shown, time_meaning);
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

std::optional<std::string> meant_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                       std::string_view value,
                                       const std::function<FieldMeaning(const std::string&)>& meaning,
                                       const FieldLook& look) {
    const std::string shown(value);
    const auto of_words = [&](const std::string& text) { return meaning(trimmed(text)); };
    const ValueRun out = run_value(ui, rect, {.label = label, .key = draft, .look = look}, shown, of_words);
    if (!out.run.news.ended) return std::nullopt;
    const std::string typed = trimmed(out.text);
    if (!meaning(typed).error.empty()) return std::nullopt;
    if (typed == shown) {
        drop_draft(ui, draft);
        return std::nullopt;
    }
    hand_over(ui, draft, shown);
    return typed;
}

bool form_amount(Ui& ui, Rect rect, std::string_view label, std::string_view draft, const NumberAsk& ask,
                 const FieldLook& look) {
    return form_meant(
        ui, rect, label, draft, [&](const std::string& typed) { return amount_meaning(typed, ask); }, look);
}

bool form_meant(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                const std::function<FieldMeaning(const std::string&)>& meaning, const FieldLook& look) {
    const std::string* kept = find_draft(ui, draft);
    std::string text = kept ? *kept : std::string();
    const FieldRun run = run_meant(ui, rect, {.label = label, .key = draft, .look = look}, text, true, meaning);
    if (run.news.changed) keep_form_text(ui, draft, text);
    return run.news.changed;
}

std::optional<double> form_amount_value(const Ui& ui, std::string_view draft, const NumberAsk& ask) {
    const std::string* kept = find_draft(ui, draft);
    return kept ? read_number(*kept, ask).value : std::nullopt;
}

namespace {

constexpr NumberAsk counted{.unit = Unit::none, .whole = true, .least = 0, .most = 1'000'000};
constexpr NumberAsk out_of{.unit = Unit::none, .whole = true, .least = 1, .most = 1'000'000};

std::string draft_words(const Ui& ui, std::string_view draft) {
    const std::string* kept = find_draft(ui, draft);
    return kept ? trimmed(*kept) : std::string();
}

Meaning ratio_meaning(const std::string& text, const std::string& of_text) {
    if (const auto both = read_ratio(text)) {
        const bool said_twice = !of_text.empty() && read_number(of_text, out_of).value != both->of;
        if (said_twice) return {"Say out of how many once only.", {}};
        return {{}, std::string(taken_for) + std::to_string(both->n) + " of " + std::to_string(both->of)};
    }
    Meaning meaning = amount_meaning(text, counted);
    const auto n = read_number(text, counted).value;
    const auto of = read_number(of_text, out_of).value;
    if (n && of && *n > *of) meaning.error = "That is more than the " + say_decimal(*of) + " there were.";
    return meaning;
}

}  // namespace

bool form_ratio(Ui& ui, const std::array<Rect, 2>& rects, const std::array<std::string_view, 2>& labels,
                const std::array<std::string_view, 2>& drafts, const std::array<FieldLook, 2>& looks) {
    bool changed = false;
    for (const std::size_t i : {0U, 1U}) {
        const std::string* kept = find_draft(ui, drafts[i]);
        std::string text = kept ? *kept : std::string();
        const std::string other = draft_words(ui, drafts[1]);
        const FieldRun run = run_meant(ui, rects[i], {.label = labels[i], .key = drafts[i], .look = looks[i]}, text,
                                       true, [&](const std::string& typed) {
                                           return i == 0 ? ratio_meaning(typed, other) : amount_meaning(typed, out_of);
                                       });
        if (run.news.changed) keep_form_text(ui, drafts[i], text);
        changed = changed || run.news.changed;
    }
    return changed;
}

std::optional<Ratio> form_ratio_value(const Ui& ui, std::string_view n_draft, std::string_view of_draft) {
    const std::string n_text = draft_words(ui, n_draft), of_text = draft_words(ui, of_draft);
    const Meaning meaning = ratio_meaning(n_text, of_text);
    if (!meaning.error.empty()) return std::nullopt;
    if (const auto both = read_ratio(n_text)) return both;
    const auto n = read_number(n_text, counted).value;
    const auto of = read_number(of_text, out_of).value;
    if (!n || !of) return std::nullopt;
    return Ratio{static_cast<int>(*n), static_cast<int>(*of)};
}

DateOrder date_order(const Ui& ui) { return ui.machine ? date_order(*ui.machine) : DateOrder::month_first; }

namespace {

/// What a whole number in this unit may be: minutes can be written as hours, months as years.
NumberAsk whole_number(std::string_view unit, int low, int high) {
    const Unit in = unit == "min"      ? Unit::minutes
                    : unit == "%"      ? Unit::percent
                    : unit == "months" ? Unit::months
                                       : Unit::none;
    return {.unit = in, .whole = true, .least = low, .most = high, .unit_shown = true};
}

std::optional<int> whole_of(const std::string& text, const NumberAsk& ask) {
    const std::optional<double> read = read_number(text, ask).value;
    return read ? std::optional(static_cast<int>(*read)) : std::nullopt;
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
    const float stepper = look.large ? metrics::touch : usual_stepper;
    const FieldAsk ask{.label = label, .key = draft, .look = look, .tools_w = 2 * stepper + 3, .unit = unit};
    const NumberAsk kind = whole_number(unit, low, high);
    const ValueRun out = run_value(ui, rect, ask, shown, [&](const std::string& text) {
        return trimmed(text).empty() ? Meaning{say_refusal(Refusal::empty, text, kind), {}}
                                     : amount_meaning(text, kind);
    });
    const auto kept_in = [&](int number) { return number < low ? low : number > high ? high : number; };
    const int now = whole_of(out.text, kind).value_or(value);
    const int by = steppers(ui, out.run, label, look.enabled && now > low, look.enabled && now < high, stepper);
    std::optional<int> changed;
    if (by != 0) {
        changed = kept_in(now + by * step);
        edit_replace(ui, out.run.id, std::to_string(*changed));
    } else if (out.run.news.ended) {
        changed = whole_of(out.text, kind);
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
