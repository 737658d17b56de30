// Settings of this machine: a TOML file in the XDG config folder, readable before unlock and free of
// personal words.
#pragma once
#include <filesystem>
#include <string>

#include "core/model/date.h"
#include "core/result.h"

namespace pegboard {

enum class ThemeChoice { light, dark, system };
/// How dates in numbers are read: as the language of this machine has them, or as chosen.
enum class DateChoice { system, month_first, day_first };

struct MachineSettings {
    ThemeChoice theme = ThemeChoice::system;
    int text_percent = 100;  ///< 80..200
    bool reduce_motion = false;
    DateChoice dates = DateChoice::system;
    bool lock_minimised = false;  ///< a window that is put away locks the caseload
    std::string last_file;        ///< caseload opened last
    int window_w = 1440, window_h = 900;
    bool set_aside = false;  ///< of this start: the file could not be read, and the usual settings serve; never written
    bool operator==(const MachineSettings&) const = default;
};

/// The order of dates in numbers: the chosen one, else that of the machine's language.
DateOrder date_order(const MachineSettings& settings);
/// From now on times of day are said with twelve or twenty-four hours, as the language of this machine has them.
void say_hours_of_system();
/// Where this machine is, by the settings of its language: "US"; empty where they name no region.
std::string system_region();
/// Reads the file; what is missing or absurd keeps its default. One that cannot be read is set aside
/// ("<file>.unreadable").
MachineSettings load_machine_settings(const std::filesystem::path& file);
/// Writes by temporary file and rename, mode 0600.
Status save_machine_settings(const std::filesystem::path& file, const MachineSettings& settings);

/// Our folders by the XDG rules (relative or empty variables are ignored), made with mode 0700.
struct Folders {
    std::filesystem::path config, state, cache, documents;
};
Folders xdg_folders();

}  // namespace pegboard
