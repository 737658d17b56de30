// What is said about a running session in a tap or a few words: how the activity went, chips, a line of one's own.
#include <algorithm>
#include <array>

#include "app/parts/forms.h"
#include "app/session/session.h"
#include "app/widgets/tally.h"

namespace pegboard {
namespace {

constexpr float note_pad = 20;
constexpr std::array<std::string_view, 5> chips{"Tired", "Needed a break", "New skill", "Joined in well",
                                                "Unsettled today"};
constexpr std::array responses{std::pair{Response::loved, "Loved it"}, std::pair{Response::fine, "Fine"},
                               std::pair{Response::hard, "Hard"}, std::pair{Response::refused, "Not today"}};

QuickNote quick_note(SessionId session, ChildId child, std::string words, bool chip) {
    QuickNote note;
    note.child = child;
    note.session = session;
    note.text = std::move(words);
    note.chip = chip;
    return note;
}

Response response_of(const LiveView& view, ChildId child) {
    if (view.block != nullptr)
        for (const BlockChild& each : view.block->children)
            if (each.child == child) return each.response;
    return Response::not_noted;
}

const QuickNote* chip_note(const SessionScreen& self, ChildId child, std::string_view chip) {
    const auto found = std::ranges::find_if(
        self.notes, [&](const QuickNote& each) { return each.chip && each.child == child && each.text == chip; });
    return found == self.notes.end() ? nullptr : &*found;
}

float draw_responses(SessionScreen& self, Ui& ui, Rect in, ChildId child) {
    const LiveView& view = self.view;
    text(ui, {in.x, in.y}, "How it went: " + view.block->title,
         {.type = Type::caption_medium, .role = Role::ink_2, .max_w = in.w});
    const Response now = response_of(view, child);
    Wrap wrap(in.x, in.y + 22, in.w, large_chip_h);
    for (const auto& [response, label] : responses) {
        const bool on = now == response;
        if (large_chip(ui, wrap.place(large_chip_width(ui, label, on)), label, on))
            send_live(self, ui, SetResponse{view.of, view.block->id, child, on ? Response::not_noted : response});
    }
    return wrap.bottom() + metrics::m;
}

float draw_chips(SessionScreen& self, Ui& ui, Rect in, ChildId child) {
    Wrap wrap(in.x, in.y, in.w, large_chip_h);
    for (const std::string_view chip : chips) {
        const QuickNote* kept = chip_note(self, child, chip);
        if (!large_chip(ui, wrap.place(large_chip_width(ui, chip, kept != nullptr)), chip, kept != nullptr)) continue;
        if (kept != nullptr)
            send_live(self, ui, RemoveQuickNote{kept->id});
        else
            send_live(self, ui, AddQuickNote{quick_note(self.view.of, child, std::string(chip), true)});
    }
    return wrap.bottom() + metrics::m;
}

/// What is being typed about a child belongs to that child.
std::string draft_of(const SessionScreen& self, ChildId child) {
    return "session.note." + std::to_string(self.view.of.value) + "." + std::to_string(child.value);
}

void keep_words(SessionScreen& self, Ui& ui, ChildId child) {
    const std::string draft = draft_of(self, child), words = draft_text(ui, draft);
    if (words.empty()) return;
    ui.outbox->send(AddQuickNote{quick_note(self.view.of, child, words, false)},
                    [&self, drafts = ui.drafts, toasts = ui.toasts, draft](const Status& status) {
                        self.error = status.ok() ? std::string() : status.error().message;
                        drafts->refuse(draft, !status.ok());
                        if (status.ok())
                            drafts->drop(draft);
                        else
                            toasts->warn(status.error().message);
                    });
    read_again(self, ui);
}

float draw_words(SessionScreen& self, Ui& ui, Rect in, ChildId child) {
    const std::string draft = draft_of(self, child);
    const ButtonLook look{.kind = ButtonKind::tonal,
                          .icon = icon::plus,
                          .height = metrics::button_large,
                          .enabled = !draft_text(ui, draft).empty(),
                          .name = "Keep the note"};
    const float button_w = button_width(ui, "Keep", look);
    std::string words = ui.drafts->text(draft);
    bool entered = false;
    const bool asked = std::exchange(self.note_focus, false);
    if (asked) scroll_to(ui, {in.x, in.y, in.w, metrics::touch + metrics::m});
    // What is pressed after the note is a key of the session again, not one more letter of it.
    const FieldLook line{.hint = "A few words, then Enter",
                         .label_above = false,
                         .focus_now = asked,
                         .focus_at_end = true,
                         .lets_go = true,
                         .large = true};
    {
        const Scope scope(ui, std::to_string(child.value));  // each child's field is its own
        if (live_field(ui, {in.x, in.y + 2, in.w - button_w - metrics::s, metrics::touch}, "Quick note", words, line,
                       &entered))
            ui.drafts->set(draft, words);
    }
    if (button(ui, Rect{in.right() - button_w, in.y, button_w, 48}, "Keep", look) || entered)
        keep_words(self, ui, child);
    float y = in.y + 56;
    for (const QuickNote& note : self.notes) {
        if (note.chip || note.child != child) continue;
        const Rect row{in.x, y, in.w, 44};
        text_in(ui, {row.x, row.y, row.w - 52, row.h}, note.text, {.role = Role::ink_2});
        if (icon_button(ui, {row.right() - 44, row.y}, icon::close, "Take out: " + note.text, {.size = 44}))
            send_live(self, ui, RemoveQuickNote{note.id});
        y += 44;
    }
    return y;
}

}  // namespace

void keep_typed_notes(SessionScreen& self, Ui& ui) {
    for (const LiveChild& each : self.view.children) keep_words(self, ui, each.child->id);
}

float draw_quick_note(SessionScreen& self, Ui& ui, Rect rect) {
    const LiveChild* child = shown_child(self);
    if (child == nullptr) return rect.y;
    const ChildId id = child->child->id;
    const Scope scope(ui, "Quick note card");
    if (self.note_h > 0) card(ui, {rect.x, rect.y, rect.w, self.note_h});
    const Rect in{rect.x + note_pad, rect.y, rect.w - 2 * note_pad, 0};
    text(ui, {in.x, rect.y + 16}, "Quick note", {.type = Type::section, .heading = true});
    const bool half = !draft_text(ui, draft_of(self, id)).empty();
    text(ui, {in.right(), rect.y + 20}, half ? "Typed, not kept yet" : "Goes into today's note",
         {.type = Type::caption, .role = Role::ink_2, .max_w = in.w - 110, .align = Align::right});
    float y = rect.y + 52;
    if (self.view.block != nullptr) y = draw_responses(self, ui, {in.x, y, in.w, 0}, id);
    y = draw_chips(self, ui, {in.x, y, in.w, 0}, id);
    y = draw_words(self, ui, {in.x, y, in.w, 0}, id) + metrics::m;
    if (y - rect.y != self.note_h) ui.wake_in(0);
    self.note_h = y - rect.y;
    return y;
}

}  // namespace pegboard
