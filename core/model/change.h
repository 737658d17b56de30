// One entry of the history: a change set of the journal, in words.
#pragma once
#include <string>

#include "core/model/ids.h"

namespace pegboard {

struct ChangeSet {
    ChangeSetId id;
    std::string at_utc;  ///< "2026-09-29T09:20:11Z"
    TherapistId therapist;
    std::string device;
    std::string command;  ///< command id, "add_child"
    std::string label;    ///< "Add child Mateo García"
    ChildId child;        ///< none when it concerns no single child
    ChangeSetId undoes;   ///< the change set this one undoes, if any
    bool undone = false;  ///< its effect has been taken back
};

}  // namespace pegboard
