// A therapist of the team, and the practice's own settings.
#pragma once
#include <string>

#include "core/model/enums.h"
#include "core/model/ids.h"

namespace pegboard {

struct Therapist {
    TherapistId id;
    std::string name;
    std::string credentials;  ///< free text such as "OTR/L"
    Discipline discipline = Discipline::ot;
    bool archived = false;
    bool operator==(const Therapist&) const = default;
};

/// Settings that travel with the caseload file.
struct Practice {
    TherapistId me;  ///< who sits at this laptop
    std::string name;
    int idle_lock_min = 10;            ///< minutes without input before the screen locks, 1..30
    bool initials_only = false;        ///< names are drawn as initials
    std::string second_backup_folder;  ///< empty: none
    int plan_variety = 0;              ///< -2..2: how much a plan seeks what was not done lately
    int plan_fun = 0;                  ///< -2..2: how much it follows interests
    int plan_few_materials = 0;        ///< -2..2: how much it saves on things to carry
    int transition_min = 1;            ///< minutes between two blocks, 0..5
    bool operator==(const Practice&) const = default;
};

}  // namespace pegboard
