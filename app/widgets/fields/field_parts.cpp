// The parts of a field, and how its text and the drafts belong together.
#include "app/widgets/fields/field_parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/widgets/pushing.h"
#include "core/rules/typed/typed_text.h"

namespace pegboard {

namespace {

constexpr float pad = 12, icon_size = 20, below_gap = 4, note_pad = 10, tool = 32;

}  // namespace

FieldPlaces field_places(Rect rect, bool label_above, bool lines, bool large) {
    const float label = label_above ? metrics::field_label : 0;
    float height = rect.h - label;
    // One line is 40 high; a bar of tools may ask for 32 to 48.
    const float most = label_above ? metrics::field : metrics::button_large;
    if (large && !lines)
        height = metrics::touch;
    else if (lines)
        height = std::max(height, metrics::field);
    else if (height < metrics::button_small || height > most)
        height = metrics::field;
    const Rect box{rect.x, rect.y + label, rect.w, height};
    return {box, box.bottom() + below_gap};
}

void field_label(Ui& ui, Rect rect, std::string_view label, bool enabled) {
    text(ui, rect.pos(), label,
         {.type = Type::caption_medium, .role = enabled ? Role::ink_2 : Role::disabled, .max_w = rect.w});
}

void field_box(Ui& ui, const ImRect& box, bool hovered, bool focused, bool error, bool enabled) {
    const float radius = ui.px(metrics::radius);
    paint::fill(ui, box, enabled ? Role::surface : Role::sunken, radius);
    if (focused)
        paint::focus_inside(ui, box, radius);
    else if (error)
        paint::border(ui, box, paint::colour(ui, Role::danger), radius, paint::line_px(ui, 2));
    else
        paint::border(ui, box,
                      paint::colour(ui, !enabled  ? Role::line
                                        : hovered ? Role::ink_2
                                                  : Role::line_strong),
                      radius, paint::line_px(ui));
}

void field_below(Ui& ui, ImGuiID id, const FieldPlaces& places, float top, std::string_view error, bool not_saved,
                 std::string_view hint) {
    constexpr std::string_view unsaved = "Not saved yet";
    constexpr float mark = 16, mark_room = 22;
    const bool marked = !error.empty() || not_saved;
    const std::string_view words = !error.empty() ? error : not_saved ? unsaved : hint;
    if (words.empty()) return;
    WidgetMemory& m = memory(ui);
    const Rect& box = places.box;
    const float left = marked ? mark_room : 0;
    Rect line{box.x + left, places.below, std::max(1.0F, box.w - left), 0};
    line.h = wrapped_height(ui, words, line.w, Type::caption);
    push_below(ui, id, {box.x, line.y, box.w, line.h}, top, error.empty());
    m.saying = id;
    if (marked)
        icon_at(ui, {box.x, line.y}, error.empty() ? icon::pencil : icon::alert_circle_outline, mark,
                error.empty() ? Role::ink_2 : Role::danger);
    const Role role = !error.empty() ? Role::danger : not_saved ? Role::ink_2 : Role::ink_3;
    text_wrapped(ui, line, words, {.type = Type::caption, .role = role});
    if (ui.record && !error.empty()) ui.record->widgets.back().value = "error";
    m.saying = 0;
}

namespace {

void record_field(Ui& ui, const FieldAsk& ask, const FieldRun& run, const std::string& text) {
    if (!ui.record) return;
    WidgetInfo info;
    info.role = ask.lines ? WidgetRole::note : ask.role;
    info.label = ask.label;
    info.value = ask.look.secret ? std::string(text.empty() ? 0 : 3, '*') : text;
    info.enabled = ask.look.enabled;
    info.focused = run.news.focused || run.news.active;
    info.ring = run.news.ring || run.news.active;
    info.id = run.id;
    record(ui, std::move(info), paint::pixels(ui, run.box));
}

/// Focus goes to the first field of a dialog that opens; Enter in its only field is the main act.
void meet_dialog(Ui& ui, const FieldAsk& ask, EditAsk& edit) {
    WidgetMemory& m = memory(ui);
    if (m.panels.empty() || !ask.look.enabled) return;
    if (m.focus_first_field && ImGui::GetCurrentWindow()->RootWindow->Flags & ImGuiWindowFlags_Modal) {
        m.focus_first_field = false;
        edit.focus_now = true;
    }
    for (OpenDialog& dialog : m.dialogs)
        if (dialog.name == m.panels.front().name || dialog.name == m.panels.back().name) ++dialog.fields;
}

/// Enter in a line means the form's button; in a search among other fields it means nothing but the search.
void tell_entered(Ui& ui, const FieldAsk& ask) {
    WidgetMemory& m = memory(ui);
    m.entered = ask.key;
    if (m.panels.empty() || ask.own_enter) return;
    for (OpenDialog& dialog : m.dialogs)
        if (dialog.name == m.panels.back().name && (!ask.look.clear_button || dialog.fields == 1))
            dialog.entered = true;
}

/// A field without a draft is known by its label.
std::string_view name_of(const FieldAsk& ask) { return ask.key == "live" ? ask.label : ask.key; }

/// A form's button led here, or the form has just refused what this field says: it gets the keyboard.
void be_led_to(Ui& ui, const FieldAsk& ask, ImGuiID id, const std::string& text, EditAsk& edit) {
    WidgetMemory& m = memory(ui);
    if (const auto asked = m.asked.find(name_of(ask)); asked != m.asked.end()) {
        m.told.insert_or_assign(id, Told{text, asked->second.words});
        m.asked.erase(asked);
        edit.focus_now = true;
    }
    if (m.lead_to == id) {
        m.lead_to = 0;
        edit.focus_now = true;
        m.told.insert_or_assign(id, Told{text, std::string(ask.error)});
    }
    const Refused& before = m.refused[id];
    const bool new_refusal = !ask.look.error.empty() && (before.words != ask.look.error || before.at != m.refusals);
    said_of(ui, id, ask.look.error, text);
    if (new_refusal && !m.panels.empty() && !somebody_types(ui) && m.frame != m.refusal_frame) {
        m.refusal_frame = m.frame;
        edit.focus_now = true;
    }
    if (edit.focus_now && !edit.enabled) edit.focus_now = false;
}

/// What the field was asked to mend, until its text changes.
std::string_view still_told(WidgetMemory& m, ImGuiID id, const std::string& text) {
    const auto told = m.told.find(id);
    if (told == m.told.end()) return {};
    if (told->second.text != text) {
        m.told.erase(told);
        return {};
    }
    return told->second.words;
}

/// What a narrow field has to say goes into the line of its row, with its label.
void say_in_row(Ui& ui, const FieldAsk& ask, std::string_view error) {
    const std::string_view words = error.empty() ? ask.echo : error;
    if (words.empty()) return;
    memory(ui).row_said.push_back({std::string(ask.label) + ": " + std::string(words), !error.empty()});
}

/// Tab goes past it, so that a space behind a passphrase does not show it; it has a key of its own.
bool secret_tool(Ui& ui, Rect at, ImGuiID id, bool enabled, bool active) {
    const bool by_key = active && ImGui::GetIO().KeyAlt && key_pressed(ImGuiKey_V, false);
    bool& shown = memory(ui).reveal[id];
    const Rect place{at.x, at.centre().y - tool / 2, tool, tool};
    if (icon_button(ui, place.pos(), icon::eye, shown ? "Hide" : "Show",
                    {.size = tool, .on = shown, .enabled = enabled, .shortcut = "Alt V", .no_nav = true}) ||
        by_key)
        shown = !shown;
    return shown;
}

}  // namespace

FieldRun run_field(Ui& ui, Rect rect, const FieldAsk& ask, std::string& text) {
    const FieldLook& look = ask.look;
    const FieldPlaces places = field_places(rect, look.label_above, ask.lines, look.large);
    if (look.label_above) field_label(ui, rect, ask.label, look.enabled);
    FieldRun run;
    run.box = places.box;
    const ImGuiID seed = widget_id(ui, ask.role, ask.label);
    run.id = ImHashStr(ask.key.data(), ask.key.size(), seed);
    const bool clearing = look.clear_button && look.enabled && !text.empty();
    const float own_tools = (look.secret ? tool + 4 : 0) + (clearing ? tool + 4 : 0);
    const float right = ask.tools_w + own_tools;
    const float unit_w = ask.unit.empty() ? 0 : text_width(ui, ask.unit) + 8;
    const float left = pad + (look.icon ? icon_size + 8 : 0);
    Rect inside = ask.lines ? places.box.inset(pad, note_pad) : places.box.inset(0, 2);
    if (!ask.lines)
        inside = {inside.x + left, inside.y, inside.w - left - right - unit_w - (right > 0 ? 4 : pad), inside.h};
    run.tools = {places.box.right() - ask.tools_w, places.box.y, ask.tools_w, places.box.h};
    EditAsk edit;
    edit.hit = paint::pixels(ui, Rect{places.box.x, places.box.y, places.box.w - right, places.box.h});
    edit.inside = paint::pixels(ui, inside);
    edit.hint = look.hint;
    edit.lines = ask.lines;
    edit.enabled = look.enabled;
    edit.focus_now = edit.by_screen = look.focus_now;
    edit.focus_at_end = look.focus_at_end;
    edit.lets_go = look.lets_go;
    edit.secret = look.secret && !memory(ui).reveal[run.id];
    meet_dialog(ui, ask, edit);
    be_led_to(ui, ask, run.id, text, edit);
    if (edit.focus_now && !look.focus_now && !memory(ui).regions.empty()) scroll_to(ui, rect);
    run.news = edit_input(ui, run.id, edit, text);
    if (look.enabled) note_stop(ui, run.id, run.news.visible);
    if (run.news.active || run.news.ended) ++memory(ui).typed_in;
    if (memory(ui).left_unseen.erase(run.id) != 0 && !run.news.active) run.news.ended = true;
    if (run.news.changed) note_touched(memory(ui));
    if (run.news.entered) tell_entered(ui, ask);
    if (!run.news.changed) note_red(ui, ask, run.id, text);
    const std::string_view told = still_told(memory(ui), run.id, text);
    // While someone types, half a date is no mistake.
    const std::string_view own_error = !told.empty() ? told : run.news.active ? std::string_view() : ask.error;
    const std::string_view refused = said_of(ui, run.id, look.error, text);
    const std::string_view error = refused.empty() ? own_error : refused;
    const WidgetState force = memory(ui).force;
    const bool focus = run.news.active || run.news.ring || force == WidgetState::focus;
    if (!look.bare)
        field_box(ui, paint::pixels(ui, places.box), run.news.hovered || force == WidgetState::hover, focus,
                  !error.empty(), look.enabled);
    if (look.icon)
        icon_at(ui, {places.box.x + pad, places.box.centre().y - icon_size / 2}, look.icon, icon_size,
                look.enabled ? Role::ink_2 : Role::disabled);
    edit_draw(ui, run.id, edit, run.news, text);
    if (!ask.unit.empty())
        paint::words_in(ui, Type::body, paint::pixels(ui, Rect{inside.right() + 4, inside.y, unit_w, inside.h}),
                        paint::colour(ui, look.enabled ? Role::ink_2 : Role::disabled), ask.unit);
    record_field(ui, ask, run, text);
    float x = places.box.right() - right;
    if (look.secret) {
        secret_tool(ui, {x, places.box.y, tool, places.box.h}, run.id, look.enabled, run.news.active);
        x += tool + 4;
    }
    if (clearing && icon_button(ui, {x, places.box.centre().y - tool / 2}, icon::close, "Clear", {.size = tool})) {
        text.clear();
        edit_replace(ui, run.id, text);
        run.news.changed = true;
    }
    if (!error.empty() || !ask.echo.empty()) memory(ui).below.emplace(ask.key);
    if (look.row_says)
        say_in_row(ui, ask, error);
    else if (look.label_above || !error.empty() || ask.not_saved || !look.hint_below.empty() || !ask.echo.empty())
        field_below(ui, run.id, places, rect.y, error,
                    ask.not_saved && ask.echo.empty() && !run.news.active && !run.news.ended,
                    ask.echo.empty() ? look.hint_below : ask.echo);
    return run;
}

std::string_view said_of(Ui& ui, ImGuiID id, std::string_view words, std::string_view text) {
    WidgetMemory& m = memory(ui);
    Refused& before = m.refused[id];
    if (before.words != words || before.at != m.refusals) before = {std::string(words), std::string(text), m.refusals};
    return before.text == text ? std::string_view(before.words) : std::string_view();
}

std::string trimmed(std::string_view text) { return std::string(without_blanks(text)); }

void note_red(Ui& ui, const FieldAsk& ask, ImGuiID id, const std::string& text) {
    if (ask.error.empty() || !ask.look.enabled) return;
    WidgetMemory& m = memory(ui);
    m.red.push_back({id, std::string(name_of(ask)), m.panels.empty() ? std::string() : m.panels.back().name,
                     std::string(ask.error), text});
}

bool form_ready(Ui& ui, std::string_view prefix) {
    WidgetMemory& m = memory(ui);
    // The button may be drawn before its fields.
    for (const auto* known : {&m.red, &m.red_before})
        for (const RedField& field : *known)
            if (std::string_view(field.key).starts_with(prefix)) return lead_to(ui, field), false;
    return true;
}

void lead_to(Ui& ui, const RedField& field) {
    WidgetMemory& m = memory(ui);
    m.lead_to = field.id;
    m.told.insert_or_assign(field.id, Told{field.text, field.words});
    ui.wake_in(0);
}

void refused_anew(Ui& ui) { ++memory(ui).refusals; }

void say_row(Ui& ui, Rect row, std::string_view name, std::string_view error) {
    WidgetMemory& m = memory(ui);
    std::vector<RowSaid> said = std::exchange(m.row_said, {});
    if (!error.empty()) said.push_back({std::string(error), true});
    if (said.empty()) return;
    constexpr float mark = 16, mark_room = 22;
    const ImGuiID id = ImHashStr(name.data(), name.size(), widget_id(ui, WidgetRole::text, "row"));
    const Rect line{row.x + mark_room, row.bottom() + below_gap, std::max(1.0F, row.w - mark_room), 0};
    float height = 0;
    for (const RowSaid& each : said) height += wrapped_height(ui, each.words, line.w, Type::caption);
    push_below(ui, id, {row.x, line.y, row.w, height}, row.y, false);
    m.saying = id;
    float y = line.y;
    for (const RowSaid& each : said) {
        if (each.error) icon_at(ui, {row.x, y}, icon::alert_circle_outline, mark, Role::danger);
        y += text_wrapped(ui, {line.x, y, line.w, 200}, each.words,
                          {.type = Type::caption, .role = each.error ? Role::danger : Role::ink_2});
        if (ui.record && each.error) ui.record->widgets.back().value = "error";
    }
    m.saying = 0;
}

void ask_for(Ui& ui, std::string_view draft, std::string_view words) {
    WidgetMemory& m = memory(ui);
    m.asked.insert_or_assign(std::string(draft), WantedField{std::string(words), m.frame});
    ui.wake_in(0);
}

bool line_below(const Ui& ui, std::string_view draft) {
    const WidgetMemory* m = memory(ui);
    return m != nullptr && (m->below.contains(draft) || m->below_before.contains(draft));
}

bool form_entered(const Ui& ui, std::string_view prefix) {
    const WidgetMemory* m = memory(ui);
    return m != nullptr && !m->entered.empty() && std::string_view(m->entered).starts_with(prefix);
}

const std::string* find_draft(const Ui& ui, std::string_view name) {
    return ui.drafts ? ui.drafts->find(name) : nullptr;
}

void set_draft(Ui& ui, std::string_view name, const std::string& text) {
    if (ui.drafts) ui.drafts->set(name, text);
}

void drop_draft(Ui& ui, std::string_view name) {
    if (ui.drafts) ui.drafts->drop(name);
}

void settle_draft(Ui& ui, std::string_view name, std::string_view record_text) {
    WidgetMemory& m = memory(ui);
    const std::string* kept = find_draft(ui, name);
    const auto handed = m.committed.find(name);
    const bool taken = handed != m.committed.end() && handed->second != record_text;
    if (taken) m.committed.erase(handed);
    if (kept && (taken || trimmed(*kept) == trimmed(record_text))) drop_draft(ui, name);
}

void hand_over(Ui& ui, std::string_view name, std::string_view record_text) {
    memory(ui).committed.insert_or_assign(std::string(name), std::string(record_text));
}

bool is_restored(Ui& ui, const FieldAsk& ask, const FieldRun& run) {
    if (!ask.lines || !ask.not_saved || !ask.look.enabled || run.news.active || run.news.ended || run.news.changed)
        return false;
    if (ui.caseload != nullptr && ui.caseload->read_only()) return false;
    return !memory(ui).committed.contains(ask.key);
}

}  // namespace pegboard
