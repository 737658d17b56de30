// Beside a note: the figures of the session, one's own pieces of text, and the dialogs that add a piece or an
// amendment.
#include <algorithm>
#include <array>

#include "app/notes/note.h"
#include "app/parts/forms.h"

namespace pegboard {
namespace {

constexpr float note_side_pad = 20;
constexpr std::string_view amendment_name = "Amendment", snippet_name = "New snippet", sign_name = "Sign";

/// In a co-treatment each therapist notes the goals of the own discipline: what the other recorded is not lost.
std::string say_nothing_recorded(const Ui& ui, const NoteScreen& self) {
    const Session* session = ui.caseload->session(self.of);
    const Therapist* author = ui.caseload->therapist(self.note.author);
    if (session == nullptr || session->lead != Lead::both || author == nullptr)
        return "Nothing was recorded for a goal.";
    const std::string mine(words(author->discipline));
    const std::string other(words(author->discipline == Discipline::ot ? Discipline::pt : Discipline::ot));
    return "Nothing was recorded for " + mine + " goals. What was recorded for " + other +
           " goals is kept and goes into the " + other + " note.";
}

float draw_figures(NoteScreen& self, Ui& ui, Rect rect) {
    if (self.lines_h > 0) card(ui, {rect.x, rect.y, rect.w, self.lines_h});
    const Scope scope(ui, "Figures of the session");
    next_pane(ui);
    const Rect in = rect.inset(note_side_pad, 16);
    text(ui, in.pos(), "Recorded", {.type = Type::section, .heading = true});
    float y = in.y + 36;
    if (self.lines.empty())
        y += text_wrapped(ui, {in.x, y, in.w, 0}, say_nothing_recorded(ui, self), {.role = Role::ink_2}) + 8;
    for (const progress::GoalLine& line : self.lines) {
        divider(ui, {in.x, y}, in.w);
        y += 10 + text_wrapped(ui, {in.x, y + 10, in.w, 0}, line.title, {.type = Type::label});
        y += text_wrapped(ui, {in.x, y, in.w, 0}, line.now + line.help);
        if (!line.tries.empty())
            y += text_wrapped(ui, {in.x, y, in.w, 0}, "By help: " + line.tries,
                              {.type = Type::caption, .role = Role::ink_2});
        if (!line.before.empty())
            y += text_wrapped(
                ui, {in.x, y, in.w, 0},
                "Before: " + line.before + (line.before_on ? " on " + say_short(*line.before_on, ui.clock.today) : ""),
                {.type = Type::caption, .role = Role::ink_2});
        y += 10;
    }
    y += 8;
    if (y - rect.y != self.lines_h) ui.wake_in(0);
    self.lines_h = y - rect.y;
    return y;
}

void insert(NoteScreen& self, Ui& ui, const std::string& words) {
    SessionNote note = self.note;
    const std::array texts{&note.subjective, &note.objective, &note.assessment, &note.plan};
    std::string& text = *texts[static_cast<std::size_t>(self.part)];
    text += (text.empty() || text.ends_with('\n') ? "" : text.ends_with(' ') ? "" : " ") + words;
    keep_note(self, ui, note);
}

float draw_snippets(NoteScreen& self, Ui& ui, Rect rect) {
    if (self.snippets_h > 0) card(ui, {rect.x, rect.y, rect.w, self.snippets_h});
    const Scope scope(ui, "Snippets");
    const Rect in = rect.inset(note_side_pad, 16);
    text(ui, in.pos(), "Your own words", {.type = Type::section, .heading = true});
    const ButtonLook add{.kind = ButtonKind::ghost, .icon = icon::plus, .height = metrics::button_small};
    const float add_w = button_width(ui, "New snippet", add);
    if (button(ui, Vec{in.right() - add_w, in.y - 4}, "New snippet", add)) open_dialog(ui, snippet_name);
    float y = in.y + 36;
    constexpr std::array<std::string_view, 4> parts{"S", "O", "A", "P"};
    text_in(ui, {in.x, y, 90, 36}, "Goes into", {.type = Type::caption, .role = Role::ink_2});
    segmented(ui, {in.x + 90, y, in.w - 90, 36}, "Goes into", parts, self.part);
    y += 48;
    const bool open = self.note.status == NoteStatus::draft;
    for (const Snippet& each : ui.caseload->snippets()) {
        if (each.therapist && each.therapist != ui.caseload->practice().me) continue;
        const Rect row{in.x - 8, y, in.w + 16, 52};
        const Rect press{row.x, row.y, row.w - 40, row.h};
        if (pressable(ui, press, "Insert: " + each.name, WidgetRole::row).clicked && open) insert(self, ui, each.text);
        text(ui, {in.x, y + 6}, each.name, {.type = Type::label, .max_w = in.w - 44});
        text(ui, {in.x, y + 28}, each.text, {.type = Type::caption, .role = Role::ink_2, .max_w = in.w - 44});
        if (icon_button(ui, {row.right() - 36, y + 8}, icon::delete_, "Remove snippet: " + each.name, {.size = 36}))
            ui.outbox->send(RemoveSnippet{each.id});
        y += 52;
    }
    if (ui.caseload->snippets().empty())
        y += text_wrapped(ui, {in.x, y, in.w, 0}, "Sentences you write often can be kept here and inserted by a press.",
                          {.role = Role::ink_2}) +
             8;
    y += 12;
    if (y - rect.y != self.snippets_h) ui.wake_in(0);
    self.snippets_h = y - rect.y;
    return y;
}

void send(NoteScreen& self, Ui& ui, Command command) {
    ui.outbox->send(std::move(command), [&self](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        self.dialog_done = status.ok();
    });
    ui.wake_in(0);
}

void finish_dialog(NoteScreen& self, Ui& ui, std::string_view drafts) {
    self.dialog_done = false;
    ui.drafts->drop_prefix(drafts);
    close_dialog(ui);
}

void draw_amendment(NoteScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, amendment_name, "What has to be added?", 520);
    if (!inside) return;
    Flow flow(*inside);
    // Of this note: what was typed for one is never offered for another.
    const std::string drafts = "amend." + std::to_string(self.note.id.value) + ".", draft = drafts + "text";
    form_note(ui, flow.row(160), "Amendment", draft, {.hint = "It stands below the note with date and name"});
    const std::string words = draft_text(ui, draft);
    const int pressed = end_dialog(
        ui, flow.bottom(), {"Add it", "Cancel"},
        FootLook{.lacks = !words.empty() ? std::string_view() : "Write what has to be added.", .lacks_at = draft});
    if (pressed == 0 && !words.empty()) send(self, ui, AmendNote{self.note.id, words});
    if (pressed == 1 || self.dialog_done) finish_dialog(self, ui, drafts);
}

bool is_blank(const std::string& text) { return trimmed(text).empty(); }

/// Keeps what is there, then signs it.
void sign(NoteScreen& self, Ui& ui) {
    SessionNote note = self.note;
    const bool fresh = !note.id;
    if (fresh) note.id = mint<NoteId>();
    const auto finish = [&self, outbox = ui.outbox, toasts = ui.toasts, id = note.id] {
        outbox->send(FinishNote{id}, [&self, toasts](const Status& status) {
            self.error = status.ok() ? std::string() : status.error().message;
            if (status.ok()) toasts->show("Note signed");
        });
    };
    if (!fresh) return finish();
    ui.outbox->send(WriteNote{note}, [&self, finish](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        if (status.ok()) finish();
    });
}

void draw_sign(NoteScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, sign_name, "Sign this note?", 480);
    if (!inside) return;
    Flow flow(*inside, metrics::s);
    const Rect at = flow.row(20);
    flow.grew(at.y + text_wrapped(ui, at, "A signature is final: the note can be added to later, never changed.",
                                  {.role = Role::ink_2}));
    std::vector<std::string> empty;
    const SessionNote& note = self.note;
    for (const auto& [text, line] :
         {std::pair{&note.subjective, "Subjective is empty: how the child was, what was said."},
          std::pair{&note.assessment, "Assessment is empty: what it means."},
          std::pair{&note.plan, "Plan is empty: what comes next."}})
        if (is_blank(*text)) empty.emplace_back(line);
    draw_warnings(ui, flow, empty);
    const int pressed = end_dialog(ui, flow.bottom(), {"Sign it", "Go on writing"});
    if (pressed < 0) return;
    close_dialog(ui);
    if (pressed == 0) sign(self, ui);
}

void draw_new_snippet(NoteScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, snippet_name, "Which words do you use often?", 520);
    if (!inside) return;
    Flow flow(*inside);
    form_field(ui, flow.row(field_height()), "Name", "snippet.name", {.hint = "Home practice"});
    form_note(ui, flow.row(140), "Text", "snippet.text",
              {.hint = "Practice five minutes a day, stop while it is fun."});
    const std::string name = draft_text(ui, "snippet.name"), words = draft_text(ui, "snippet.text");
    const bool ready = !name.empty() && !words.empty();
    const FootLook foot{.lacks = ready          ? std::string_view()
                                 : name.empty() ? "Give it a name, so that you find it."
                                                : "Write the words to keep.",
                        .lacks_at = name.empty() ? "snippet.name" : "snippet.text"};
    const int pressed = end_dialog(ui, flow.bottom(), {"Keep it", "Cancel"}, foot);
    if (pressed == 0 && ready)
        send(self, ui,
             AddSnippet{
                 {.id = mint<SnippetId>(), .therapist = ui.caseload->practice().me, .name = name, .text = words}});
    if (pressed == 1 || self.dialog_done) finish_dialog(self, ui, "snippet.");
}

}  // namespace

float draw_note_side(NoteScreen& self, Ui& ui, Rect column) {
    const float y = draw_figures(self, ui, column) + metrics::gutter;
    if (self.note.status != NoteStatus::draft || !self.mine) return y;
    return draw_snippets(self, ui, {column.x, y, column.w, 0});
}

void open_sign(Ui& ui) { open_dialog(ui, sign_name); }

void draw_note_dialogs(NoteScreen& self, Ui& ui) {
    draw_amendment(self, ui);
    draw_sign(self, ui);
    draw_new_snippet(self, ui);
}

}  // namespace pegboard
