// Text fields of records and forms, and plain live text.
#include "app/widgets/fields/fields.h"

#include "app/widgets/fields/field_parts.h"

namespace pegboard {

namespace {

constexpr float below_h = 20;

/// The text a field of a record shows, and its new value once when editing ends with a change.
std::optional<std::string> record_text(Ui& ui, Rect rect, const FieldAsk& given, std::string_view value) {
    FieldAsk ask = given;
    settle_draft(ui, ask.key, value);
    const std::string* kept = find_draft(ui, ask.key);
    std::string text = kept ? *kept : std::string(value);
    ask.not_saved = kept != nullptr;
    const FieldRun run = run_field(ui, rect, ask, text);
    if (run.news.changed) set_draft(ui, ask.key, text);
    if (!run.news.ended && !is_restored(ui, ask, run)) return std::nullopt;
    const std::string final_text = trimmed(text);
    if (final_text == value) {
        drop_draft(ui, ask.key);
        return std::nullopt;
    }
    hand_over(ui, ask.key, value);
    return final_text;
}

bool form_text(Ui& ui, Rect rect, const FieldAsk& ask) {
    const std::string* kept = find_draft(ui, ask.key);
    std::string text = kept ? *kept : std::string();
    const FieldRun run = run_field(ui, rect, ask, text);
    if (!run.news.changed) return false;
    if (text.empty())
        drop_draft(ui, ask.key);
    else
        set_draft(ui, ask.key, text);
    return true;
}

}  // namespace

bool somebody_types(Ui& ui) { return memory(ui).edits.contains(GImGui->ActiveId); }

float field_height(bool label_above, bool with_note) {
    return (label_above ? metrics::field_label : 0) + metrics::field + (with_note ? below_h : 0);
}

float large_field_height() { return metrics::field_label + metrics::touch; }

std::optional<std::string> field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                 std::string_view value, const FieldLook& look) {
    return record_text(ui, rect, {.label = label, .key = draft, .look = look}, value);
}

std::optional<std::string> note_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                      std::string_view value, const FieldLook& look) {
    return record_text(ui, rect, {.label = label, .key = draft, .look = look, .lines = true}, value);
}

bool form_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft, const FieldLook& look) {
    return form_text(ui, rect, {.label = label, .key = draft, .look = look});
}

bool form_note(Ui& ui, Rect rect, std::string_view label, std::string_view draft, const FieldLook& look) {
    return form_text(ui, rect, {.label = label, .key = draft, .look = look, .lines = true});
}

bool live_field(Ui& ui, Rect rect, std::string_view label, std::string& value, const FieldLook& look, bool* entered) {
    const FieldRun run =
        run_field(ui, rect, {.label = label, .key = "live", .look = look, .own_enter = entered != nullptr}, value);
    if (entered) *entered = run.news.entered;
    return run.news.changed;
}

void read_field(Ui& ui, Rect rect, std::string_view label, const std::string& text) {
    std::string shown = text;
    const FieldLook look;
    const FieldRun run = run_field(ui, rect, {.label = label, .key = "read", .look = look, .lines = true}, shown);
    if (run.news.changed) edit_replace(ui, run.id, text);
}

float read_field_height(const Ui& ui, const std::string& text, float width) {
    constexpr float around_w = 28, around_h = 24;
    const float lines_h =
        wrapped_height(ui, text.empty() ? std::string_view(" ") : std::string_view(text), width - around_w);
    return metrics::field_label + std::max(metrics::field, lines_h + around_h);
}

}  // namespace pegboard
