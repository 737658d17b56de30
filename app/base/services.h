// What the App does for a screen outside the frame: settings of this machine, backups, keys. Slow
// work runs on a worker with its own connection; `busy` says what is under way.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/machine_settings.h"
#include "core/model/access.h"
#include "core/result.h"
#include "core/store/file/backups.h"

namespace pegboard {

/// How a print job went, as far as the desktop tells.
enum class PrintEnd {
    sent,       ///< to a printer
    cancelled,  ///< in the desktop's dialog
    failed
};

class Services {
 public:
    using Done = std::function<void(const Status&)>;
    virtual ~Services() = default;

    /// Keeps and applies settings of this machine.
    virtual void set_machine(MachineSettings settings) = 0;
    /// Asks for a file and copies the caseload there; a toast tells when it is done.
    virtual void back_up_now() = 0;
    /// Closes the caseload, puts the backup in its place after a safety copy, and asks for the passphrase.
    virtual void restore_backup(const std::filesystem::path& backup) = 0;
    /// Asks for a file first.
    virtual void restore_from_file() = 0;
    /// Kept copies, newest first, as last read.
    [[nodiscard]] virtual const std::vector<Backup>& backups() const = 0;
    /// Reads the kept copies again in the background.
    virtual void read_backups() = 0;
    virtual void change_passphrase(std::string current, std::string next, Done done) = 0;
    /// Asks for a file and writes the recovery sheet there; checks the passphrase first.
    virtual void save_recovery_sheet(std::string passphrase, Done done) = 0;
    /// Asks for a file and writes a text there, readable by this user only; `done` hears how it went.
    virtual void save_text(std::string name, std::string text, Done done) = 0;
    /// Asks for a file and writes a PDF there, readable by this user only, in the place of an older PDF alone; `done`
    /// hears how it went, and nothing when no file was chosen. `child`: whom it is about, for the list of who looked.
    virtual void save_pdf(std::string name, std::string pdf, ChildId child, Done done) = 0;
    /// Hands a PDF to the desktop's print dialog, from memory; `done` hears how it went. False where the desktop has no
    /// such dialog. `title` stands in the printer's queue and names nobody.
    virtual bool print_pdf(std::string title, const std::string& pdf, ChildId child,
                           std::function<void(PrintEnd)> done) = 0;
    /// A text read from a file that was asked for, and the file's name.
    struct TextFile {
        std::string name, text;
    };
    /// Asks for a file and reads it, up to a few megabytes; `done` hears the text or why there is none.
    virtual void read_text(std::function<void(const Result<TextFile>&)> done) = 0;
    /// How the kept copies stand: the newest good one, and why the last one failed.
    [[nodiscard]] virtual const BackupNews& backup_news() const = 0;
    /// For the list of who looked, copied and saved; `detail` is a key of ours, never anybody's words.
    virtual void note(AccessKind kind, ChildId child, std::string_view detail) = 0;
    /// Checks pages, history and every record in the background; a toast or a notice that stays tells what was found.
    virtual void check_everything() = 0;
    /// The file's number and how far it has come, as on the recovery sheet.
    [[nodiscard]] virtual std::string file_mark() const = 0;
    /// Empty when this file goes on from what a recovery sheet says; else a sentence. Errors: it cannot be read.
    [[nodiscard]] virtual Result<std::string> compare_mark(const std::string& words) const = 0;
    /// What is under way in words; empty when nothing is.
    [[nodiscard]] virtual std::string_view busy() const = 0;
};

}  // namespace pegboard
