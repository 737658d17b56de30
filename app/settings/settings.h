// The Settings screen: you and your team, help buttons, places, bags, groups, look, privacy, passphrase and recovery
// sheet, backups.
#pragma once
#include <map>
#include <string>

#include "app/settings/discipline_change.h"
#include "app/settings/help_levels.h"
#include "app/settings/kits.h"
#include "app/settings/session_pin.h"
#include "app/settings/whole_file.h"
#include "app/ui.h"

namespace pegboard {

struct SettingsScreen {
    std::map<std::string, std::string> errors;  ///< by field
    TherapistId editing{};                      ///< therapist whose details are open
    bool adding_therapist = false;              ///< the line of a new one is open
    int new_discipline = 1;                     ///< of that one: OT or PT
    std::string current, next, again;           ///< passphrases being typed: never drafts
    std::string sheet_passphrase;
    std::string passphrase_problem, sheet_problem;
    std::string restore;  ///< backup file asked about
    bool backups_read = false;
    KitsState kits;
    HelpLevelsState help;
    SessionPinState pin;
    DisciplineChange discipline;
    WholeFileState whole;
};
void draw(SettingsScreen& self, Ui& ui);

/// Opens the line of a new therapist, and draws it.
void begin_new_therapist(SettingsScreen& self, Ui& ui);
void draw_new_therapist(SettingsScreen& self, Ui& ui, Rect inside);

}  // namespace pegboard
