// Typing into a rectangle: see the header.
#include "app/widgets/fields/edit_box.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/fields/edit_letters.h"

namespace pegboard {

namespace {

constexpr double blink_s = 0.5, blink_for_s = 10;
constexpr char32_t bullet = 0x2022;
constexpr Type type = Type::body;

/// Where every character stands.
struct Layout {
    std::vector<TextRow> rows;
    std::function<float(char32_t)> advance;
    float row_h = 0;

    [[nodiscard]] float x_of(std::u32string_view text, std::size_t row, std::size_t at) const {
        float x = 0;
        for (std::size_t i = rows[row].begin; i < at && i < rows[row].end; ++i) x += advance(text[i]);
        return x;
    }
    [[nodiscard]] std::size_t at_x(std::u32string_view text, std::size_t row, float x) const {
        float left = 0;
        for (std::size_t i = rows[row].begin; i < rows[row].end; ++i) {
            const float w = advance(text[i]);
            if (x < left + w / 2) return i;
            left += w;
        }
        return row_end(text, row);
    }
    /// Last place of the caret in a row: before the space that wrapped it.
    [[nodiscard]] std::size_t row_end(std::u32string_view text, std::size_t row) const {
        const TextRow& r = rows[row];
        const bool wrapped = !r.hard && row + 1 < rows.size();
        return wrapped && r.end > r.begin && text[r.end - 1] == U' ' ? r.end - 1
               : wrapped && r.end > r.begin                          ? r.end - 1
                                                                     : r.end;
    }
    [[nodiscard]] float height() const { return row_h * static_cast<float>(rows.size()); }
};

Layout lay_out(const Ui& ui, std::u32string_view text, const EditAsk& ask) {
    Layout layout;
    ImFontBaked* baked = paint::font(ui, type)->GetFontBaked(paint::font_px(ui, type));
    const bool secret = ask.secret;
    layout.advance = [baked, secret](char32_t c) { return baked->GetCharAdvance(secret ? bullet : c); };
    layout.row_h = std::round(ui.px(style_of(type).line));
    if (ask.lines)
        layout.rows = wrap_rows(text, ask.inside.GetWidth(), layout.advance);
    else
        layout.rows = {{0, text.size(), false}};
    return layout;
}

std::size_t place_at(const Layout& layout, const FieldEdit& field, const EditAsk& ask, ImVec2 mouse) {
    const float y = mouse.y - ask.inside.Min.y + field.scroll_y;
    const float row =
        ask.lines ? std::clamp(std::floor(y / layout.row_h), 0.0F, static_cast<float>(layout.rows.size() - 1)) : 0;
    return layout.at_x(field.edit.text(), static_cast<std::size_t>(row), mouse.x - ask.inside.Min.x + field.scroll_x);
}

void go_rows(FieldEdit& field, const Layout& layout, int by, bool keep) {
    const std::size_t row = row_of(layout.rows, field.edit.caret());
    if (field.goal_x < 0) field.goal_x = layout.x_of(field.edit.text(), row, field.edit.caret());
    const float goal = field.goal_x;
    const int wanted = static_cast<int>(row) + by;
    if (wanted < 0)
        field.edit.go(0, keep);
    else if (wanted >= static_cast<int>(layout.rows.size()))
        field.edit.go(field.edit.text().size(), keep);
    else
        field.edit.go(layout.at_x(field.edit.text(), static_cast<std::size_t>(wanted), goal), keep);
    field.goal_x = goal;
}

/// Moves of the caret; true when a key was one.
bool move_keys(FieldEdit& field, const Layout& layout, const EditAsk& ask) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool keep = io.KeyShift;
    const TextEdit::Step step = io.KeyCtrl ? TextEdit::Step::word : TextEdit::Step::character;
    TextEdit& edit = field.edit;
    const std::size_t row = row_of(layout.rows, edit.caret());
    const int page = std::max(1, static_cast<int>(ask.inside.GetHeight() / layout.row_h) - 1);
    const float goal = field.goal_x;
    field.goal_x = -1;
    if (key_pressed(ImGuiKey_LeftArrow)) return edit.left(step, keep), true;
    if (key_pressed(ImGuiKey_RightArrow)) return edit.right(step, keep), true;
    if (key_pressed(ImGuiKey_Home)) return edit.go(io.KeyCtrl ? 0 : layout.rows[row].begin, keep), true;
    if (key_pressed(ImGuiKey_End))
        return edit.go(io.KeyCtrl ? edit.text().size() : layout.row_end(edit.text(), row), keep), true;
    field.goal_x = goal;
    if (!ask.lines) return false;
    if (key_pressed(ImGuiKey_UpArrow)) return go_rows(field, layout, -1, keep), true;
    if (key_pressed(ImGuiKey_DownArrow)) return go_rows(field, layout, 1, keep), true;
    if (key_pressed(ImGuiKey_PageUp)) return go_rows(field, layout, -page, keep), true;
    if (key_pressed(ImGuiKey_PageDown)) return go_rows(field, layout, page, keep), true;
    return false;
}

/// Clipboard and undo; true when a key was one of them.
bool command_keys(TextEdit& edit, const EditAsk& ask) {
    const ImGuiIO& io = ImGui::GetIO();
    const auto copy = [&] {
        if (edit.selecting() && !ask.secret) ImGui::SetClipboardText(edit.selected().c_str());
    };
    const auto paste = [&] {
        if (const char* words = ImGui::GetClipboardText()) edit.insert(pasted(words, ask.secret));
    };
    if (io.KeyShift && key_pressed(ImGuiKey_Insert)) return paste(), true;
    if (io.KeyShift && key_pressed(ImGuiKey_Delete, false) && edit.selecting())
        return copy(), edit.erase_left(TextEdit::Step::character), true;
    if (!io.KeyCtrl || io.KeyAlt) return false;
    if (key_pressed(ImGuiKey_A, false)) return edit.select_all(), true;
    if (key_pressed(ImGuiKey_C, false) || key_pressed(ImGuiKey_Insert, false)) return copy(), true;
    if (key_pressed(ImGuiKey_X, false)) {
        copy();
        if (edit.selecting() && !ask.secret) edit.erase_left(TextEdit::Step::character);
        return true;
    }
    if (key_pressed(ImGuiKey_V)) return paste(), true;
    if (key_pressed(ImGuiKey_Y) || (io.KeyShift && key_pressed(ImGuiKey_Z))) return edit.redo(), true;
    if (key_pressed(ImGuiKey_Z)) return edit.undo(), true;
    return false;
}

bool enter_pressed() { return key_pressed(ImGuiKey_Enter, false) || key_pressed(ImGuiKey_KeypadEnter, false); }

/// Typing and erasing; true when a key did either.
bool typing_keys(TextEdit& edit, const EditAsk& ask, bool erase) {
    ImGuiIO& io = ImGui::GetIO();
    const TextEdit::Step step = io.KeyCtrl ? TextEdit::Step::word : TextEdit::Step::character;
    bool any = false;
    if (erase && key_pressed(ImGuiKey_Backspace)) any = true, edit.erase_left(step);
    if (erase && key_pressed(ImGuiKey_Delete) && !io.KeyShift) any = true, edit.erase_right(step);
    if (erase && ask.lines && !io.KeyCtrl && (key_pressed(ImGuiKey_Enter) || key_pressed(ImGuiKey_KeypadEnter)))
        any = true, edit.type(U'\n');
    if (!(io.KeyCtrl && !io.KeyAlt))
        for (const ImWchar c : io.InputQueueCharacters) {
            // Tab and Enter come as keys; private use is where our icons live.
            if (c < 32 || c == 127 || (c >= 0xE000 && c <= 0xF8FF)) continue;
            edit.type(static_cast<char32_t>(c));
            any = true;
        }
    io.InputQueueCharacters.resize(0);
    return any;
}

void own_keys(ImGuiID id, bool lines) {
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Delete,
          ImGuiKey_Backspace, ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Escape, ImGuiKey_Space})
        own_key(key, id);
    ImGuiContext& g = *GImGui;
    // A press elsewhere ends the edit and is taken there, in one.
    g.ActiveIdAllowOverlap = !g.IO.MouseDown[0];
    g.ActiveIdUsingNavDirMask |= (1U << ImGuiDir_Left) | (1U << ImGuiDir_Right);
    if (!lines) return;
    for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown})
        own_key(key, id);
    g.ActiveIdUsingNavDirMask |= (1U << ImGuiDir_Up) | (1U << ImGuiDir_Down);
}

void pointer(FieldEdit& field, const Layout& layout, const EditAsk& ask, bool hovered) {
    const ImGuiIO& io = ImGui::GetIO();
    if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Middle))
        field.edit.go(place_at(layout, field, ask, io.MousePos));
    if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        const std::size_t at = place_at(layout, field, ask, io.MousePos);
        field.clicks = io.MouseClickedCount[0];
        if (field.clicks >= 3)
            field.edit.select_line(at);
        else if (field.clicks == 2)
            field.edit.select_word(at);
        else
            field.edit.go(at, io.KeyShift);
        field.goal_x = -1;
        field.follow = false;
    } else if (field.clicks == 1 && ImGui::IsMouseDown(ImGuiMouseButton_Left) &&
               ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2)) {
        field.edit.go(place_at(layout, field, ask, io.MousePos), true);
        field.follow = true;
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) field.clicks = 0;
}

void scroll_to_caret(FieldEdit& field, const Layout& layout, const EditAsk& ask) {
    const std::size_t row = row_of(layout.rows, field.edit.caret());
    if (ask.lines) {
        const float top = layout.row_h * static_cast<float>(row);
        const float room = ask.inside.GetHeight();
        if (top < field.scroll_y) field.scroll_y = top;
        if (top + layout.row_h > field.scroll_y + room) field.scroll_y = top + layout.row_h - room;
        return;
    }
    const float x = layout.x_of(field.edit.text(), row, field.edit.caret());
    const float room = ask.inside.GetWidth() - 2;
    if (x < field.scroll_x) field.scroll_x = std::max(0.0F, x - room / 4);
    if (x > field.scroll_x + room) field.scroll_x = x - room;
}

void wheel(Ui& ui, ImGuiID id, const Layout& layout, const EditAsk& ask, bool hovered) {
    WidgetMemory& m = memory(ui);
    const float most = std::max(0.0F, layout.height() - ask.inside.GetHeight());
    const auto active = m.edits.find(id);
    float& scroll = active != m.edits.end() ? active->second.scroll_y : m.note_scroll[id];
    if (hovered && most > 0) {
        own_key(ImGuiKey_MouseWheelY, id);
        scroll -= std::round(ImGui::GetIO().MouseWheel * 3) * layout.row_h;
    }
    scroll = std::clamp(scroll, 0.0F, most);
}

void end_edit(ImGuiID id, bool lets_go = false) {
    if (lets_go) ImGui::SetNavCursorVisible(false);
    if (GImGui->ActiveId == id) ImGui::ClearActiveID();
}

/// The keyboard is at the field and that can be seen, but nobody types in it.
bool shows_ring(const Ui& ui, ImGuiID id) { return ring_at(ui, id) && GImGui->ActiveId == 0; }

bool letter_typed() {
    const ImGuiIO& io = ImGui::GetIO();
    return !io.KeyCtrl && !io.KeySuper &&
           std::ranges::any_of(io.InputQueueCharacters, [](ImWchar c) { return c > ' ' && c != 0x7F; });
}

/// Starts editing when asked by pointer, keyboard or code; true in that frame.
bool start_edit(Ui& ui, ImGuiID id, const EditAsk& ask, bool clicked, const std::string& text) {
    ImGuiContext& g = *GImGui;
    const bool by_keys = g.NavActivateId == id && g.ActiveId != id;
    const bool by_letter = shows_ring(ui, id) && !by_keys && letter_typed();
    if (!ask.enabled || !(clicked || by_keys || by_letter || ask.focus_now) || g.ActiveId == id) return false;
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImGui::SetActiveID(id, window);
    ImGui::SetFocusID(id, window);
    ImGui::FocusWindow(window);
    WidgetMemory& m = memory(ui);
    FieldEdit field{TextEdit(text, ask.lines)};
    field.touched_s = ui.clock.time_s;
    field.began = m.frame;
    const bool by_tab = by_keys && (g.NavActivateFlags & ImGuiActivateFlags_FromTabbing) != 0;
    field.by_code = !clicked && !by_tab && !by_letter;
    if (field.by_code) field.asking = asking_key(m, ask.by_screen, by_keys);
    field.scroll_y = ask.lines ? m.note_scroll[id] : 0;
    // A letter goes on with what stands there: it was left with Esc, and shows its ring. So does a text of one's own.
    // What a secret says cannot be seen: Tab takes all of it, to be typed anew.
    const bool at_end = by_letter || (ask.focus_at_end && (ask.focus_now || !ask.secret));
    if (!clicked && at_end) field.edit.go(field.edit.text().size(), false);
    if (!clicked && !at_end && !ask.lines) field.edit.select_all();
    m.edits.insert_or_assign(id, std::move(field));
    return true;
}

/// One frame of keys for the field that has the keyboard.
void take_keys(Ui& ui, ImGuiID id, const EditAsk& ask, FieldEdit& field, EditNews& news) {
    const std::u32string before = field.edit.text();
    const std::size_t caret = field.edit.caret();
    const Layout layout = lay_out(ui, before, ask);
    drop_asking_letter(memory(ui), field);
    // The key that opened the field is not also one for it; letters are.
    const bool opening = field.by_code && memory(ui).frame == field.began;
    const bool moved = !opening && move_keys(field, layout, ask);
    const bool commanded = !opening && !moved && command_keys(field.edit, ask);
    const bool typed = typing_keys(field.edit, ask, !opening);
    if (moved || commanded || typed) {
        field.touched_s = ui.clock.time_s;
        field.follow = true;
    }
    if (typed || commanded) field.goal_x = -1;
    news.changed = field.edit.text() != before;
    if (field.edit.caret() != caret || news.changed) field.touched_s = ui.clock.time_s;
    const bool enter = !ask.lines && !opening && enter_pressed();
    news.entered = enter && !with_command_key();  // with Ctrl it is a shortcut, which a dialog reads itself
    if (enter || esc_pressed(ui)) end_edit(id, ask.lets_go);
}

}  // namespace

EditNews edit_input(Ui& ui, ImGuiID id, const EditAsk& ask, std::string& text) {
    WidgetMemory& m = memory(ui);
    ImGuiContext& g = *GImGui;
    EditNews news;
    const ImGuiItemFlags flags = ImGuiItemFlags_Inputable | (ask.enabled ? 0 : ImGuiItemFlags_Disabled);
    news.visible = ImGui::ItemAdd(ask.hit, id, nullptr, flags);
    news.hovered = news.visible && ImGui::ItemHoverable(ask.hit, id, flags);
    if (news.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    m.last = {id, ask.hit, news.hovered, false};
    const bool clicked = news.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    const bool pasted_by_middle =
        ask.enabled && news.hovered && ui.selected_elsewhere && ImGui::IsMouseClicked(ImGuiMouseButton_Middle);
    const bool started = start_edit(ui, id, ask, clicked || pasted_by_middle, text);
    const auto found = m.edits.find(id);
    if (found != m.edits.end()) {
        FieldEdit& field = found->second;
        field.frame = m.frame;
        if (!started && g.ActiveId == id && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !news.hovered) end_edit(id);
        if (g.ActiveId == id) {
            // A dialog that opens hands the focus to its first control; Tab goes on from where the letters go.
            if (!started && g.NavId != id) ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
            own_keys(id, ask.lines);
            if (clicked) own_key(ImGuiKey_MouseLeft, id);
            pointer(field, lay_out(ui, field.edit.text(), ask), ask, news.hovered);
            if (pasted_by_middle) field.edit.insert(pasted(ui.selected_elsewhere(), ask.secret));
            take_keys(ui, id, ask, field, news);
            news.changed = news.changed || pasted_by_middle;
            if (field.follow) scroll_to_caret(field, lay_out(ui, field.edit.text(), ask), ask);
        }
        text = field.edit.utf8();
        news.active = g.ActiveId == id;
        news.ended = !news.active;
        if (news.ended) {
            if (ask.lines) m.note_scroll[id] = field.scroll_y;
            m.edits.erase(found);
            ui.wake_in(0);
        }
    }
    // Letters are for what shows its ring: as a key of the page they would record what nobody did.
    if (ask.enabled && shows_ring(ui, id)) want_letters();
    if (ask.lines) wheel(ui, id, lay_out(ui, to_chars(text), ask), ask, news.hovered);
    news.focused = g.NavId == id;
    news.ring = ring_at(ui, id);
    return news;
}

void edit_replace(Ui& ui, ImGuiID id, std::string_view text) {
    WidgetMemory& m = memory(ui);
    const auto found = m.edits.find(id);
    if (found == m.edits.end()) return;
    found->second.edit.select_all();
    found->second.edit.insert(text);
}

namespace {

void draw_caret(Ui& ui, const FieldEdit& field, const Layout& layout, ImVec2 origin) {
    const std::size_t row = row_of(layout.rows, field.edit.caret());
    const ImVec2 at{std::round(origin.x + layout.x_of(field.edit.text(), row, field.edit.caret())),
                    origin.y + layout.row_h * static_cast<float>(row)};
    const double idle = ui.clock.time_s - field.touched_s;
    const double phase = std::fmod(idle, 2 * blink_s);
    if (idle < blink_for_s) ui.wake_in(phase < blink_s ? blink_s - phase : 2 * blink_s - phase);
    if (idle >= blink_for_s || phase < blink_s)
        paint::list().AddRectFilled({at.x, at.y + ui.px(1)},
                                    {at.x + paint::line_px(ui, 1.5F), at.y + layout.row_h - ui.px(1)},
                                    paint::colour(ui, Role::primary));
    want_letters();
    ImGuiPlatformImeData& ime = GImGui->PlatformImeData;
    ime.WantVisible = true;
    ime.InputPos = at;
    ime.InputLineHeight = layout.row_h;
}

void draw_selection(Ui& ui, const FieldEdit& field, const Layout& layout, std::size_t row, ImVec2 at) {
    const TextRow& r = layout.rows[row];
    const std::size_t from = std::max(field.edit.first(), r.begin);
    const std::size_t to = std::min(field.edit.last(), r.end);
    const bool break_too = r.hard && field.edit.first() <= r.end && field.edit.last() > r.end;
    if (from >= to && !break_too) return;
    const float left = at.x + layout.x_of(field.edit.text(), row, from);
    const float right = at.x + layout.x_of(field.edit.text(), row, to) + (break_too ? ui.px(4) : 0);
    paint::list().AddRectFilled({left, at.y}, {right, at.y + layout.row_h}, paint::colour(ui, Role::tonal_press));
}

}  // namespace

void edit_draw(Ui& ui, ImGuiID id, const EditAsk& ask, const EditNews& news, std::string_view text) {
    if (!news.visible) return;
    WidgetMemory& m = memory(ui);
    const auto found = m.edits.find(id);
    const FieldEdit* field = news.active && found != m.edits.end() ? &found->second : nullptr;
    const std::u32string chars = field ? field->edit.text() : to_chars(text);
    const Layout layout = lay_out(ui, chars, ask);
    const float scroll_y = field ? field->scroll_y : ask.lines ? m.note_scroll[id] : 0;
    const float top = ask.lines ? ask.inside.Min.y : std::round(ask.inside.GetCenter().y - layout.row_h / 2);
    const ImVec2 origin{ask.inside.Min.x - (field ? std::round(field->scroll_x) : 0), top - std::round(scroll_y)};
    paint::list().PushClipRect({ask.inside.Min.x - 1, ask.inside.Min.y}, {ask.inside.Max.x + 2, ask.inside.Max.y},
                               true);
    if (chars.empty() && !ask.hint.empty())
        paint::words(ui, type, origin, paint::colour(ui, ask.enabled ? Role::ink_3 : Role::disabled), ask.hint);
    const ImU32 ink = paint::colour(ui, ask.enabled ? Role::ink : Role::disabled);
    for (std::size_t row = 0; row < layout.rows.size(); ++row) {
        const ImVec2 at{origin.x, origin.y + layout.row_h * static_cast<float>(row)};
        if (at.y + layout.row_h < ask.inside.Min.y || at.y > ask.inside.Max.y) continue;
        if (field) draw_selection(ui, *field, layout, row, at);
        const TextRow& r = layout.rows[row];
        const std::u32string shown =
            ask.secret ? std::u32string(r.end - r.begin, bullet) : chars.substr(r.begin, r.end - r.begin);
        paint::words(ui, type, at, ink, to_utf8(shown));
    }
    if (field) draw_caret(ui, *field, layout, origin);
    paint::list().PopClipRect();
}

}  // namespace pegboard
