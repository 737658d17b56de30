// A field that opens a list. Long lists get a search box; without it, typed letters find the option.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/widgets/fields/field_parts.h"
#include "app/widgets/panels.h"

namespace pegboard {

namespace {

constexpr float pad = 12, row_h = 36, list_pad = 6, arrow = 20, most_rows = 8, least_w = 200;
constexpr std::size_t search_above = 8;
constexpr double letters_s = 1.0;

/// How well an option answers what was typed: 0 it begins so, 1 a word of it does, 2 it has it anywhere; none: not.
std::optional<int> rank_of(std::string_view option, std::string_view wanted) {
    const std::string folded = fold(option);
    if (folded.starts_with(wanted)) return 0;
    bool anywhere = false;
    for (std::size_t at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
        if (const char before = folded[at - 1]; before == ' ' || before == '-' || before == '(') return 1;
        anywhere = true;
    }
    return anywhere ? std::optional(2) : std::nullopt;
}

/// What has the words that were typed, first those that begin so, then those of which a word does.
std::vector<int> matching(std::span<const std::string> options, std::string_view query) {
    std::vector<int> found;
    const std::string wanted = fold(query);
    for (const int rank : {0, 1, 2})
        for (std::size_t i = 0; i < options.size(); ++i)
            if (rank_of(options[i], wanted) == rank) found.push_back(static_cast<int>(i));
    return found;
}

/// The first of them; -1 when none has it.
int option_of_letters(std::span<const std::string> options, std::string_view typed) {
    const std::vector<int> found = matching(options, typed);
    return found.empty() ? -1 : found.front();
}

/// Letters typed in short order go to the option that has them; where none has them all, Enter picks none.
void find_by_letters(Ui& ui, ChoiceState& state, std::span<const std::string> options) {
    ImGuiIO& io = ImGui::GetIO();
    want_letters();
    std::u32string letters;
    for (const ImWchar c : io.InputQueueCharacters)
        if (c >= 32 && !(io.KeyCtrl && !io.KeyAlt)) letters.push_back(static_cast<char32_t>(c));
    io.InputQueueCharacters.resize(0);
    if (letters.empty()) return;
    if (ui.clock.time_s - state.typed_s > letters_s) state.typed.clear();
    state.typed_s = ui.clock.time_s;
    state.typed += to_utf8(letters);
    if (trimmed(state.typed).empty()) return state.typed.clear();
    const int found = option_of_letters(options, state.typed);
    state.unmatched = found < 0;
    if (found >= 0) state.marked = found;
    state.show_marked = true;
}

/// Up, Down, Home, End move the mark; Enter picks it. The place among those shown, or -1.
int list_keys(ChoiceState& state, int count, bool letters_only) {
    const int page = static_cast<int>(most_rows) - 1;
    int to = state.marked;
    if (key_pressed(ImGuiKey_DownArrow)) to += 1;
    if (key_pressed(ImGuiKey_UpArrow)) to -= 1;
    if (key_pressed(ImGuiKey_PageDown)) to += page;
    if (key_pressed(ImGuiKey_PageUp)) to -= page;
    if (letters_only && key_pressed(ImGuiKey_Home, false)) to = 0;
    if (letters_only && key_pressed(ImGuiKey_End, false)) to = count - 1;
    to = std::clamp(to, 0, std::max(0, count - 1));
    if (to != state.marked) {
        state.show_marked = true;
        state.unmatched = false;
    }
    state.marked = to;
    const bool picks = key_pressed(ImGuiKey_Enter, false) || key_pressed(ImGuiKey_KeypadEnter, false) ||
                       (letters_only && key_pressed(ImGuiKey_Space, false) && state.typed.empty());
    return picks && count > 0 && !state.unmatched ? state.marked : -1;
}

struct Option {
    std::string_view label;
    std::string_view note;  ///< at the right end, small
    bool chosen = false;
    bool marked = false;
};

bool option_row(Ui& ui, Rect row, const Option& option) {
    const auto& [label, note, chosen, marked] = option;
    Target target{
        .role = WidgetRole::menu_item, .label = label, .value = chosen ? std::string("chosen") : std::string(note)};
    target.selected = chosen;
    target.no_nav = true;
    const Touch at = touch(ui, row, target);
    if (!at.visible) return at.pressed;
    const float radius = ui.px(metrics::radius_small);
    if (chosen)
        paint::fill(ui, at.box, Role::primary_tint, radius);
    else if (at.held || at.hovered || marked)
        paint::fill(ui, at.box, at.held ? Role::press : Role::hover, radius);
    if (marked && ui.keyboard) paint::focus_inside(ui, at.box, radius);
    const float note_w = note.empty() ? 0 : text_width(ui, note, Type::caption) + 8;
    const float room = row.w - 2 * pad - note_w - (chosen ? arrow + 8 : 0);
    bool cut = false;
    const Type type = chosen ? Type::button : Type::body;
    const std::string words = paint::elide(ui, type, label, ui.px(room), &cut);
    ImRect box = at.box;
    box.Min.x += std::round(ui.px(pad));
    paint::words_in(ui, type, box, paint::colour(ui, chosen ? Role::primary : Role::ink), words);
    if (!note.empty()) {
        const Rect end{row.right() - pad - note_w + 8, row.y, note_w, row_h};
        paint::words_in(ui, Type::caption, paint::pixels(ui, end), paint::colour(ui, Role::ink_3), note);
    }
    if (chosen)
        icon_at(ui, {row.right() - pad - note_w - arrow, row.y + (row_h - arrow) / 2}, icon::check, arrow,
                Role::primary);
    if (cut) tooltip(ui, label);
    return at.pressed;
}

struct List {
    std::span<const std::string> options;
    std::span<const std::string> notes;  ///< empty, or one for each option
    std::vector<int> shown;
    int chosen = -1;
    bool searched = false;
};

/// The rows; the place pressed among those shown, or -1.
int draw_list(Ui& ui, ChoiceState& state, const List& list, Rect rect) {
    const Rect at = begin_scroll(ui, "options", rect);
    int pressed = -1;
    float y = at.y;
    if (list.shown.empty()) text(ui, {at.x + pad, y + 8}, "Nothing matches", {.role = Role::ink_3});
    for (std::size_t i = 0; i < list.shown.size(); ++i, y += row_h) {
        const Rect row{at.x, y, at.w, row_h};
        const int option = list.shown[i];
        const bool marked = static_cast<int>(i) == state.marked && !state.unmatched;
        if (marked && std::exchange(state.show_marked, false)) scroll_to(ui, row);
        if (!visible(ui, row)) continue;
        const auto at_option = static_cast<std::size_t>(option);
        const std::string_view note =
            at_option < list.notes.size() ? std::string_view(list.notes[at_option]) : std::string_view();
        if (option_row(ui, row, {list.options[at_option], note, option == list.chosen, marked}))
            pressed = static_cast<int>(i);
    }
    end_scroll(ui, std::max(y, at.y + row_h));
    return pressed;
}

/// The open list below its field; the option picked.
std::optional<int> open_list(Ui& ui, ImGuiID id, Rect anchor, std::string_view label,
                             std::span<const std::string> options, int chosen,
                             std::span<const std::string> notes = {}) {
    WidgetMemory& m = memory(ui);
    const auto found = m.choices.find(id);
    if (found == m.choices.end()) return std::nullopt;
    const ImGuiID panel = ImHashStr("choice", 0, id);
    if (!ImGui::IsPopupOpen(panel, ImGuiPopupFlags_None)) {
        m.choices.erase(found);
        return std::nullopt;
    }
    ChoiceState& state = found->second;
    List list{options, notes, matching(options, state.query), chosen, options.size() > search_above};
    const float search = list.searched ? metrics::field + list_pad : 0;
    const float rows = std::clamp(static_cast<float>(options.size()), 1.0F, most_rows);
    const float height = 2 * list_pad + search + rows * row_h;
    const Rect place = place_panel(ui, anchor, std::max(anchor.w, least_w), height);
    if (!begin_panel(ui, panel, label, place)) return std::nullopt;
    for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Enter,
                               ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Space})
        own_key(key, panel);
    int picked = -1;
    if (state.opened != m.frame) picked = list_keys(state, static_cast<int>(list.shown.size()), !list.searched);
    Rect inside = place.inset(list_pad);
    if (list.searched) {
        const FieldLook look{
            .hint = "Find", .icon = icon::magnify, .label_above = false, .focus_now = state.opened == m.frame - 1};
        if (live_field(ui, inside.cut_top(metrics::field, list_pad), "Find in the list", state.query, look)) {
            state.unmatched = false;
            list.shown = matching(options, state.query);
            state.marked = 0;
            state.show_marked = true;
        }
        if (state.opened >= m.frame - 1) ui.wake_in(0);
    } else {
        find_by_letters(ui, state, options);
    }
    const int pressed = draw_list(ui, state, list, inside);
    if (pressed >= 0) picked = pressed;
    std::optional<int> option;
    if (picked >= 0 && picked < static_cast<int>(list.shown.size()))
        option = list.shown[static_cast<std::size_t>(picked)];
    if (option) close_panel(ui);
    end_panel(ui);
    return option;
}

ChipLook choice_chip_look(bool any, const char* glyph) {
    return {.selected = any, .icon = glyph, .menu = !any, .removable = any};
}

void open_choice(Ui& ui, ImGuiID id, int chosen) {
    WidgetMemory& m = memory(ui);
    ChoiceState state;
    state.marked = std::max(0, chosen);
    state.opened = m.frame;
    m.choices.insert_or_assign(id, state);
    ImGui::OpenPopupEx(ImHashStr("choice", 0, id));
    ui.wake_in(0);
}

}  // namespace

/// A form's button led here because nothing is chosen: the choice gets the keyboard and says so until something is.
/// Where the form says it itself (`error`), the form also says when it is over.
std::string_view wanted_of_choice(Ui& ui, Rect rect, std::string_view label, ImGuiID id, bool any,
                                  std::string_view error) {
    WidgetMemory& m = memory(ui);
    if (const auto asked = m.asked.find(label); asked != m.asked.end()) {
        if (error.empty()) m.told.insert_or_assign(id, Told{{}, asked->second.words});
        m.asked.erase(asked);
        ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
        if (!m.regions.empty()) scroll_to(ui, rect);
    }
    if (any) m.told.erase(id);
    const auto told = m.told.find(id);
    return told == m.told.end() ? std::string_view() : std::string_view(told->second.words);
}

bool choice(Ui& ui, Rect rect, std::string_view label, std::span<const std::string> options, int& chosen,
            const ChoiceLook& look) {
    const FieldPlaces places = field_places(rect, look.label_above, false, look.large);
    if (look.label_above) field_label(ui, rect, label, look.enabled);
    const bool any = chosen >= 0 && chosen < static_cast<int>(options.size());
    const std::string_view shown = any ? std::string_view(options[static_cast<std::size_t>(chosen)]) : look.hint;
    Rect inside = places.box.inset(pad, 0);
    inside.w -= arrow + 4;
    bool cut = false;
    const std::string words = paint::elide(ui, Type::body, shown, ui.px(inside.w), &cut);
    Target target{.role = WidgetRole::choice, .label = label, .value = any ? std::string(shown) : std::string()};
    target.enabled = look.enabled;
    target.clipped = cut;
    const Touch at = touch(ui, places.box, target);
    const std::string_view wanted = wanted_of_choice(ui, rect, label, at.id, any, look.error);
    const std::string_view error = said_of(ui, at.id, look.error, shown);
    const bool has_focus = GImGui->NavId == at.id && look.enabled;
    if (has_focus) own_key(ImGuiKey_DownArrow, at.id);
    const bool by_key = has_focus && GImGui->ActiveId == 0 && key_pressed(ImGuiKey_DownArrow, false) &&
                        GImGui->OpenPopupStack.Size == GImGui->BeginPopupStack.Size;
    if (at.visible) {
        const bool open = ImGui::IsPopupOpen(ImHashStr("choice", 0, at.id), ImGuiPopupFlags_None);
        field_box(ui, paint::pixels(ui, places.box), at.hovered, at.focused || open, !error.empty() || !wanted.empty(),
                  look.enabled);
        const Role role = !look.enabled ? Role::disabled : any ? Role::ink : Role::ink_3;
        paint::words_in(ui, Type::body, paint::pixels(ui, inside), paint::colour(ui, role), words);
        icon_at(ui, {places.box.right() - pad - arrow + 2, places.box.centre().y - arrow / 2}, icon::chevron_down,
                arrow, look.enabled ? Role::ink_2 : Role::disabled);
        if (cut) tooltip(ui, shown);
    }
    field_below(ui, at.id, places, rect.y, error.empty() ? wanted : error, false, look.hint_below);
    if (at.pressed || by_key) open_choice(ui, at.id, chosen);
    const std::optional<int> picked = open_list(ui, at.id, places.box, label, options, chosen);
    if (!picked || *picked == chosen) return false;
    chosen = *picked;
    return true;
}

bool choice_chip(Ui& ui, Vec pos, std::string_view name, const ChipOptions& options, int& chosen, const char* glyph) {
    const bool any = chosen >= 0 && chosen < static_cast<int>(options.labels.size());
    const std::string label(any ? std::string_view(options.labels[static_cast<std::size_t>(chosen)]) : name);
    const ChipLook look = choice_chip_look(any, glyph);
    const Rect anchor{pos.x, pos.y, chip_width(ui, label, look), metrics::chip};
    const bool pressed = chip(ui, pos, label, look);
    const ImGuiID id = ImGui::GetID(name.data(), name.data() + name.size());
    if (any && pressed) {
        chosen = -1;
        return true;
    }
    if (pressed) open_choice(ui, id, chosen);
    Rect wide = anchor;
    wide.w = std::max(anchor.w, 280.0F);
    const std::optional<int> picked = open_list(ui, id, wide, name, options.labels, chosen, options.notes);
    if (!picked || *picked == chosen) return false;
    chosen = *picked;
    return true;
}

float choice_chip_width(const Ui& ui, std::string_view name, const ChipOptions& options, int chosen,
                        const char* glyph) {
    const bool any = chosen >= 0 && chosen < static_cast<int>(options.labels.size());
    return chip_width(ui, any ? std::string_view(options.labels[static_cast<std::size_t>(chosen)]) : name,
                      choice_chip_look(any, glyph));
}

}  // namespace pegboard
