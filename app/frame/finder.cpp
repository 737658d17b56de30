// The command palette (Ctrl K): children by name, interest or precaution first, then their goals and notes, then
// actions and activities. It refuses to change anything itself: it goes somewhere or asks for an action.
#include <algorithm>
#include <string>
#include <utility>

#include "app/frame/overlay.h"
#include "app/frame/shell.h"
#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

using Kind = Finder::Found::Kind;
constexpr std::size_t most_of_a_kind = 6;
constexpr int rows_shown = 9;
constexpr float head_h = 64, row_h = 48;

std::vector<std::string> split_words(const std::string& folded) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end > at) words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// Every typed word begins a word of `text` (3), stands inside it (1), or its letters follow one
/// another in it (0); nothing when a word is not there at all.
std::optional<int> score(const std::string& text, const std::vector<std::string>& typed) {
    int sum = 0;
    for (const std::string& word : typed) {
        const std::size_t at = (" " + text).find(" " + word);
        if (at != std::string::npos) {
            sum += at == 0 ? 4 : 3;
            continue;
        }
        if (text.find(word) != std::string::npos) {
            sum += 1;
            continue;
        }
        if (word.size() < 3) return {};
        std::size_t from = 0;
        for (const char letter : word) {
            from = text.find(letter, from);
            if (from == std::string::npos) return {};
            ++from;
        }
    }
    return sum;
}

void keep_best(std::vector<Finder::Found>& all, std::vector<Finder::Found> some) {
    std::stable_sort(some.begin(), some.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    if (some.size() > most_of_a_kind) some.resize(most_of_a_kind);
    all.insert(all.end(), some.begin(), some.end());
}

/// What a child likes that the typed words stand for; empty when nothing does.
std::string interest_found(const Ui& ui, const Child& child, const std::vector<std::string>& typed) {
    for (const std::string& interest : child.interests) {
        const std::string words = say_interest(*ui.library, interest);
        const std::string folded = fold(words);
        const auto begins = [&](const std::string& word) {
            return (" " + folded).find(" " + word) != std::string::npos;
        };
        if (!typed.empty() && std::ranges::all_of(typed, begins)) return "Likes " + words;
    }
    return {};
}

/// A precaution of the child, by the names it goes by; empty when none is meant.
std::string precaution_found(const Ui& ui, const Child& child, const std::vector<std::string>& typed) {
    for (const ChildPrecaution& each : child.precautions) {
        const Precaution* known = ui.library->precaution(each.code);
        if (known == nullptr || typed.empty()) continue;
        const std::string folded = " " + fold(known->label + " " + known->short_label);
        const auto begins = [&](const std::string& word) { return folded.find(" " + word) != std::string::npos; };
        if (std::ranges::all_of(typed, begins)) return "Precaution: " + known->short_label;
    }
    return {};
}

std::vector<Finder::Found> find_goals(const Ui& ui, const std::vector<std::string>& typed) {
    std::vector<Finder::Found> found;
    const auto& goals = ui.caseload->goals();
    for (std::size_t i = 0; i < goals.size() && !typed.empty(); ++i) {
        const Child* child = ui.caseload->child(goals[i].child);
        if (child == nullptr || child->archived) continue;
        const std::string words = fold(goals[i].title);
        const auto is_there = [&](const std::string& word) { return words.find(word) != std::string::npos; };
        if (!std::ranges::all_of(typed, is_there)) continue;
        found.push_back({Kind::goal, i, *score(words, typed), {}, shown_call_name(ui, *child)});
    }
    return found;
}

/// Notes are in the file, not in memory: asked for between frames, from three letters on.
std::vector<Finder::Found> find_written(Finder& self, Ui& ui) {
    constexpr std::size_t least_letters = 3;
    std::vector<Finder::Found> found;
    if (self.notes_for == self.typed) {
        for (std::size_t i = 0; i < self.notes.size(); ++i) {
            const Child* child = ui.caseload->child(self.notes[i].child);
            const Session* session = ui.caseload->session(self.notes[i].session);
            if (child == nullptr || session == nullptr) continue;
            found.push_back({Kind::note,
                             i,
                             static_cast<int>(self.notes.size() - i),
                             {},
                             shown_call_name(ui, *child) + ", " + say_short(session->date, ui.clock.today)});
        }
        return found;
    }
    self.notes.clear();
    if (fold(self.typed).size() < least_letters) return found;
    ui.outbox->after_frame([&self, words = self.typed](Caseload& caseload) {
        auto notes = caseload.find_notes(words, static_cast<int>(most_of_a_kind));
        self.notes = notes.ok() ? notes.take() : std::vector<NoteFound>{};
        self.notes_for = words;
        self.found_at = 0;  // the list is made anew with them
        self.found_again = true;
    });
    ui.wake_in(0);
    return found;
}

void search(Finder& self, Ui& ui) {
    if (self.found_for == self.typed && self.found_at == ui.caseload->revision() && !self.fresh) return;
    self.found_for = self.typed;
    self.found_at = ui.caseload->revision();
    if (!std::exchange(self.found_again, false)) self.chosen = 0;
    self.hits.clear();
    const std::vector<std::string> typed = split_words(fold(self.typed));
    std::vector<Finder::Found> children, doing, activities, barred;
    const auto& people = ui.caseload->children();
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i].archived && typed.empty()) continue;
        const std::string name = fold(full_name(people[i]) + " " + people[i].first_name);
        if (const auto points = score(name, typed))
            children.push_back({Kind::child, i, *points});
        else if (const std::string likes = people[i].archived ? std::string() : interest_found(ui, people[i], typed);
                 !likes.empty())
            children.push_back({Kind::child, i, 0, {}, likes});
        else if (const std::string care = people[i].archived ? std::string() : precaution_found(ui, people[i], typed);
                 !care.empty())
            children.push_back({Kind::child, i, 1, {}, care});
    }
    for (const ActionRow& row : action_rows()) {
        if (!row.in_palette) continue;
        // What is not possible now is found by its name only, after everything that is, and says why.
        const std::string_view why = ui.actions->why_not(row.id);
        if (!why.empty() && (typed.empty() || row.id == ActionId::gallery)) continue;
        if (const auto points = score(fold(row.label), typed))
            (why.empty() ? doing : barred).push_back({Kind::action, static_cast<std::size_t>(row.id), *points, why});
    }
    if (!typed.empty())
        for (const Hit& hit : ui.library->search(self.typed))
            activities.push_back({Kind::activity, static_cast<std::size_t>(hit.activity), 0});
    keep_best(self.hits, std::move(children));
    keep_best(self.hits, find_goals(ui, typed));
    keep_best(self.hits, find_written(self, ui));
    keep_best(self.hits, std::move(doing));
    keep_best(self.hits, std::move(activities));
    keep_best(self.hits, std::move(barred));
}

/// Letters that were typed stand out in SemiBold.
void draw_matched(Ui& ui, Rect rect, const std::string& words, const std::vector<std::string>& typed) {
    std::size_t bold = 0;  // bytes of the first word that begins with a typed word
    std::size_t start = 0;
    const std::string folded = fold(words);
    if (folded.size() == words.size())  // else the letters do not line up, and plain is honest
        for (const std::string& word : typed) {
            const std::size_t at = (" " + folded).find(" " + word);
            if (at == std::string::npos) continue;
            start = at;
            bold = word.size();
            break;
        }
    if (bold == 0) {
        text_in(ui, rect, words);
        return;
    }
    float x = rect.x;
    const auto piece = [&](std::string_view part, Type type) {
        if (part.empty()) return;
        text_in(ui, {x, rect.y, rect.right() - x, rect.h}, part, {.type = type});
        x += text_width(ui, part, type);
    };
    piece(std::string_view(words).substr(0, start), Type::body);
    piece(std::string_view(words).substr(start, bold), Type::button);
    piece(std::string_view(words).substr(start + bold), Type::body);
}

std::string label_of(const Finder& self, const Ui& ui, const Finder::Found& hit) {
    switch (hit.kind) {
        case Kind::child:
            return shown_name(ui, ui.caseload->children()[hit.index]);
        case Kind::goal:
            return ui.caseload->goals()[hit.index].title;
        case Kind::note:
            return self.notes[hit.index].excerpt;
        case Kind::action:
            return std::string(action_row(static_cast<ActionId>(hit.index)).label);
        case Kind::activity:
            return ui.library->activities()[hit.index].title;
    }
    return {};
}

void follow(const Finder& self, Ui& ui, const Finder::Found& hit) {
    switch (hit.kind) {
        case Kind::child:
            return ui.nav->go({.screen = Screen::child, .child = ui.caseload->children()[hit.index].id});
        case Kind::goal: {
            const Goal& goal = ui.caseload->goals()[hit.index];
            return ui.nav->go({.screen = Screen::goal, .child = goal.child, .goal = goal.id});
        }
        case Kind::note: {
            const NoteFound& note = self.notes[hit.index];
            return ui.nav->go({.screen = Screen::note, .child = note.child, .session = note.session});
        }
        case Kind::action:
            return ui.actions->ask(static_cast<ActionId>(hit.index));
        case Kind::activity:
            return ui.nav->go({.screen = Screen::activities, .detail = ui.library->activities()[hit.index].id});
    }
}

void draw_sign(Ui& ui, Rect rect, const Finder::Found& hit) {
    const Vec at{rect.x, rect.centre().y - 16};
    if (hit.kind == Kind::child) {
        const Child& child = ui.caseload->children()[hit.index];
        return avatar(ui, at, metrics::avatar_s, initials(full_name(child)), child_hue(child.id));
    }
    if (hit.kind == Kind::goal || hit.kind == Kind::note)
        return icon_at(ui, {at.x + 6, at.y + 6}, hit.kind == Kind::goal ? icon::flag_variant : icon::file_document, 20,
                       Role::primary);
    if (hit.kind == Kind::action)
        return icon_at(ui, {at.x + 6, at.y + 6}, action_row(static_cast<ActionId>(hit.index)).icon, 20,
                       hit.why_not.empty() ? Role::primary : Role::ink_2);
    picture_of(ui, {at.x - 2, at.y - 2, 36, 36}, ui.library->activities()[hit.index], metrics::radius_small);
}

std::string kind_of(const Finder::Found& hit) {
    switch (hit.kind) {
        case Kind::child:
            return hit.said.empty() ? "Child" : hit.said;
        case Kind::goal:
            return "Goal, " + hit.said;
        case Kind::note:
            return "Note, " + hit.said;
        case Kind::activity:
            return "Activity";
        case Kind::action:
            break;
    }
    return shortcut_words(action_row(static_cast<ActionId>(hit.index)).shortcut.chord);
}

bool draw_row(const Finder& self, Ui& ui, Rect rect, const Finder::Found& hit, bool chosen,
              const std::vector<std::string>& typed) {
    const std::string label = label_of(self, ui, hit);
    const Pressed pressed = pressable(ui, rect, label, WidgetRole::row, chosen, 0);
    if (chosen || pressed.hovered) fill(ui, rect, chosen ? Role::primary_tint : Role::hover);
    draw_sign(ui, rect.inset(16, 0), hit);
    if (!hit.why_not.empty()) {
        const float label_w = text_width(ui, label) + 24;
        text_in(ui, {rect.x + 62, rect.y, label_w, rect.h}, label, {.role = Role::ink_2});
        text_in(ui, {rect.x + 62 + label_w, rect.y, rect.w - 78 - label_w, rect.h}, hit.why_not,
                {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
        return false;
    }
    std::string right = kind_of(hit);
    if (chosen && hit.said.empty()) right = "Enter";
    const float right_w = text_width(ui, right, Type::caption) + 20;
    draw_matched(ui, {rect.x + 62, rect.y, rect.w - 78 - right_w, rect.h}, label, typed);
    if (right.empty()) return pressed.clicked;
    if ((chosen && hit.said.empty()) || hit.kind == Kind::action)
        pill(ui, {rect.right() - right_w - 16, rect.centre().y - 12}, right);
    else
        text_in(ui, {rect.right() - right_w - 16, rect.y, right_w, rect.h}, right,
                {.type = Type::caption, .role = Role::ink_3, .align = Align::right});
    return pressed.clicked;
}

/// The field and the rows on the card.
void draw_found(Finder& self, Ui& ui, Rect rect, int shown, bool fresh) {
    const Scope scope(ui, "Find");
    const int count = static_cast<int>(self.hits.size());
    bool entered = false;
    icon_at(ui, {rect.x + 20, rect.y + 20}, icon::magnify, 24);
    live_field(
        ui, {rect.x + 56, rect.y + 12, rect.w - 132, metrics::field},
        "Find a child, a goal, a note, an action or an activity", self.typed,
        {.hint = "Children, goals, notes, actions, activities", .label_above = false, .focus_now = fresh, .bare = true},
        &entered);
    pill(ui, {rect.right() - 60, rect.y + 20}, "Esc");
    divider(ui, {rect.x, rect.y + head_h - 1}, rect.w);
    if (count > 0) {
        if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) self.chosen = (self.chosen + 1) % count;
        if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) self.chosen = (self.chosen + count - 1) % count;
    } else {
        text_in(ui, {rect.x + 24, rect.y + head_h, rect.w - 48, row_h}, "Nothing by that name. Try fewer letters.",
                {.role = Role::ink_2});
    }
    const std::vector<std::string> typed = split_words(fold(self.typed));
    const int first = std::clamp(self.chosen - shown + 1, 0, std::max(0, count - shown));
    std::optional<std::size_t> followed;
    for (int i = 0; i < shown; ++i) {
        const Rect row{rect.x + 1, rect.y + head_h + row_h * static_cast<float>(i), rect.w - 2, row_h};
        const auto index = static_cast<std::size_t>(first + i);
        if (draw_row(self, ui, row, self.hits[index], first + i == self.chosen, typed)) followed = index;
    }
    if (entered && count > 0 && self.hits[static_cast<std::size_t>(self.chosen)].why_not.empty())
        followed = static_cast<std::size_t>(self.chosen);
    if (!followed) return;
    follow(self, ui, self.hits[*followed]);
    self.open = false;
    ui.wake_in(0);
}

}  // namespace

void open_finder(Finder& self) {
    self = {};
    self.open = self.fresh = true;
}

void draw_finder(Finder& self, Ui& ui) {
    if (!self.open) return;
    search(self, ui);
    const int count = static_cast<int>(self.hits.size());
    const int room = static_cast<int>((ui.window.h - 200) / row_h);
    const int shown = std::min(count, std::clamp(room, 1, rows_shown));
    const float width = std::min(640.0F, ui.window.w - 32);
    const float height = head_h + (count == 0 ? 56.0F : static_cast<float>(shown) * row_h) + 8;
    const bool fresh = std::exchange(self.fresh, false);
    const Rect card_rect{ui.window.centre().x - width / 2, std::max(16.0F, ui.window.h * 0.12F), width, height};
    if (!begin_overlay(ui, "Find##overlay", self.open, fresh, card_rect)) return;
    draw_found(self, ui, card_rect, shown, fresh);
    end_overlay();
}

}  // namespace pegboard
