// One line of who did what with the file besides editing it: opened, looked at, locked, copied, saved. It holds kinds,
// numbers and our own keys, never anybody's words.
#pragma once
#include <string>

#include "core/model/enums.h"
#include "core/model/ids.h"

namespace pegboard {

enum class AccessKind {
    opened,  ///< by passphrase or recovery key
    locked,
    unlocked,
    refused,     ///< a passphrase or PIN that did not fit, at the lock
    viewed,      ///< a child's record came in sight
    saved,       ///< something was written to a file of the person's choice
    printed,     ///< handed to a printer
    copied,      ///< to the clipboard
    brought_in,  ///< from a file
    backed_up,
    restored,  ///< this file was put in place from a kept copy
    new_passphrase,
    updated,    ///< to a newer form of the file
    recovered,  ///< from a damaged file
    accepted,   ///< what did not fit was seen and accepted
    erased,     ///< a record, for good
    settings,   ///< of the practice or of this computer were changed
    other,      ///< what only a newer Pegboard knows
    closed
};
template <>
std::span<const Term> terms<AccessKind>();

struct AccessEvent {
    std::int64_t number = 0;  ///< counts from 1 without a gap
    std::string at_utc;
    AccessKind kind = AccessKind::opened;
    TherapistId therapist;  ///< who the file says works with it
    std::string device;
    ChildId child;       ///< none when it concerns no single child
    std::string detail;  ///< a key of ours: "recovery_sheet", "pin"
};

}  // namespace pegboard
