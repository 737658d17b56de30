// The commands of what is written: quick notes during a session, the note afterwards, a therapist's own lists. They are
// part of the one variant in command.h. A final note is amended, never rewritten.
#pragma once
#include <string>
#include <vector>

#include "core/model/note.h"
#include "core/model/therapist.h"

namespace pegboard {

struct AddQuickNote {
    QuickNote note;
};  ///< a chip or a few words about one child in a session
struct RemoveQuickNote {
    QuickNoteId id;
};
struct WriteNote {
    SessionNote note;
};  ///< begins the note, or writes over a draft; the author is who sits at this laptop unless named
struct FinishNote {
    NoteId id;
};  ///< final from today on, by who wrote it
struct AmendNote {
    NoteId id;
    std::string text;
};  ///< added to a final note with date and name
struct CosignNote {
    NoteId id;
};  ///< by the therapist who was asked
struct RemoveNote {
    NoteId id;
};  ///< a draft only
struct SetHelpChoices {
    TherapistId therapist;
    std::vector<HelpChoice> choices;
};  ///< the buttons of the help selector; an empty list brings the usual ones back
struct AddSnippet {
    Snippet snippet;
};
struct EditSnippet {
    Snippet snippet;
};
struct RemoveSnippet {
    SnippetId id;
};

}  // namespace pegboard
