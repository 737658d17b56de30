// Everything before and around an open caseload: first start, opening, a file that will not open, the
// recovery sheet, who you are, the lock. It refuses to open anything itself; it asks the App.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/ui.h"
#include "core/store/file/backups.h"

namespace pegboard {

enum class GatePage {
    start,     ///< no caseload yet: make one, open one, restore one
    create,    ///< passphrase twice
    open,      ///< the passphrase of a known file
    copies,    ///< kept copies of a file that does not open
    recovery,  ///< the recovery sheet of a new file
    who,       ///< name, credentials, discipline
    locked,
    none  ///< the screens show
};

/// What the gate asks of the App after the frame.
struct GateAsk {
    enum class What {
        open,
        look,  ///< another window writes to it: open to look only
        create,
        restore,
        salvage,  ///< what can be read of a damaged file goes into a new one
        unlock,
        unlock_by_pin,  ///< in the middle of a session
        pick_open,
        pick_create,
        pick_restore,
        save_sheet,
        leave
    } what;
    Key key = {};
    std::filesystem::path backup = {};
};

struct Gate {
    GatePage page = GatePage::start;
    std::filesystem::path file;  ///< caseload to open or make
    std::filesystem::path copy;  ///< copy to restore from, when chosen by hand
    std::string passphrase, again, recovery;
    bool by_pin = false;  ///< a PIN opens this lock
    std::string pin;      ///< what is typed of it
    std::string held;     ///< why what is locked is still in memory; empty when nothing is
    bool by_recovery = false;
    bool in_use = false;         ///< another window has the file open
    bool sheet_kept = false;     ///< the recovery sheet was saved once
    bool sheet_shown = false;    ///< its groups are on screen
    std::string sheet;           ///< groups of the raw key, only on page `recovery`
    std::string problem;         ///< under the field: what went wrong and what to do
    std::string busy;            ///< shown for the one frame before slow work
    int wrong = 0;               ///< wrong passphrases in a row
    double blocked_until_s = 0;  ///< no further try before this
    int discipline = 0;          ///< of the page `who`
    std::vector<Backup> copies;
    std::optional<GateAsk> ask;
    std::optional<GateAsk> asked;  ///< on its way: one frame says what is being done
    bool focus = true;             ///< the first field takes the keyboard
    bool refocus = false;          ///< and goes on where it was left

    /// Turns to a page with empty secrets.
    void turn_to(GatePage next);
    /// A wrong passphrase was typed: says so and makes the next try wait, longer each time.
    void refuse(std::string message, double time_s);
};

void draw_gate(Gate& self, Ui& ui);

}  // namespace pegboard
