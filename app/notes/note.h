// The note of a session: subjective, objective, assessment and plan, filled from what was recorded, edited until it is
// signed; afterwards it is amended, never rewritten.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/parts/parts.h"
#include "app/ui.h"
#include "core/model/note.h"
#include "core/progress/note_draft.h"

namespace pegboard {

struct NoteScreen {
    SessionId of{};
    ChildId child{};
    std::uint64_t revision = 0;
    bool asked = false, ready = false;
    SessionNote note;  ///< as kept; without an id: as it would begin
    std::vector<progress::GoalLine> lines;
    int part = 3;  ///< where snippets go: S, O, A, P
    float snippets_h = 0, lines_h = 0, parts_h = 0;
    std::string error;
    bool dialog_done = false;
    bool mine = true;      ///< the one who sits here writes it
    bool absent = false;   ///< the child was not there, and nothing was signed: there is nothing to write
    bool differs = false;  ///< its data are no longer those it was signed for
    bool refused = false;  ///< the newest text was not taken: it stays typed
    bool focus = false;    ///< just opened: the cursor goes into the first part
};
void draw(NoteScreen& self, Ui& ui);

// ---- the parts, each in its own file
/// Figures of the session and the therapist's own pieces of text; returns the lowest y.
float draw_note_side(NoteScreen& self, Ui& ui, Rect column);
/// Keeps the note with a changed text; one that is refused stays in `draft`, and is said to be unsaved.
void keep_note(NoteScreen& self, Ui& ui, SessionNote note, std::string draft = {});
/// Asks once more: a signature is final.
void open_sign(Ui& ui);
void draw_note_dialogs(NoteScreen& self, Ui& ui);

}  // namespace pegboard
