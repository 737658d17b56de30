// What is written about a session: quick notes while it runs, and the SOAP note afterwards. A final note is never
// rewritten; what has to be added is an amendment with its own date and name.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/date.h"
#include "core/model/ids.h"
#include "core/model/progress_terms.h"

namespace pegboard {

using QuickNoteId = Id<struct QuickNoteTag>;
using NoteId = Id<struct NoteTag>;
using AmendmentId = Id<struct AmendmentTag>;

/// A chip or a few words during a session.
struct QuickNote {
    QuickNoteId id;
    ChildId child;
    SessionId session;
    std::string at_utc;
    std::string text;
    bool chip = false;  ///< tapped, not written
    bool operator==(const QuickNote&) const = default;
};

/// What was added to a finished note.
struct Amendment {
    AmendmentId id;
    NoteId note;
    ChildId child;
    SessionId session;
    std::string at_utc;
    Date date;
    TherapistId therapist;
    std::string text;
    std::string data = {};  ///< mark of what was recorded when it was written, as of a note's signature
    bool operator==(const Amendment&) const = default;
};

/// One therapist's note on one child in one session; in co-treatment each discipline writes its own.
struct SessionNote {
    NoteId id;
    ChildId child;
    SessionId session;
    TherapistId author;
    std::string subjective, objective, assessment, plan;
    NoteStatus status = NoteStatus::draft;
    std::optional<Date> finished_on;
    TherapistId finished_by;
    TherapistId cosigner;  ///< who is asked to sign as well; none when nobody is
    std::optional<Date> cosigned_on;
    std::string signed_data = {};       ///< mark of what was recorded when it was signed; empty in older files
    std::vector<Amendment> amendments;  ///< in order of time
    bool operator==(const SessionNote&) const = default;
};

/// A note found by its words.
struct NoteFound {
    NoteId id;
    ChildId child;
    SessionId session;
    std::string excerpt;  ///< the words around what was looked for, in one line
};

/// What lists need to know of a note without its texts.
struct NoteHead {
    NoteId id;
    ChildId child;
    SessionId session;
    TherapistId author;
    NoteStatus status = NoteStatus::draft;
    TherapistId cosigner;
    std::optional<Date> cosigned_on;
    bool operator==(const NoteHead&) const = default;
};

}  // namespace pegboard
