// The bytes of the open file and of its log, still encrypted, kept in memory after every commit: what a copy is made
// from when the medium is gone or another file lies in its place. It refuses to decrypt.
#pragma once
#include <memory>
#include <string>

#include "core/caseload.h"
#include "core/store/database.h"

namespace pegboard::store {

class ImageKeeper {
 public:
    explicit ImageKeeper(Database& db);
    /// A commit of ours brought the log to `frames` pages; 0 when it went into the file itself.
    void committed(int frames);
    /// Takes file and log anew, after a checkpoint; nothing of before is kept.
    void take_whole();
    /// A command was committed: it is kept itself where its bytes could not be read back.
    void note(const Command& command);
    /// So was something that is no command: where its bytes could not be read back nothing is kept any more.
    void note_other();
    /// A copy of what is kept; null when the commits could not be followed.
    [[nodiscard]] std::shared_ptr<const FileImage> image();

 private:
    bool take_anew();
    Database& db_;
    FileImage kept_;
    int frames_ = 0;
    bool good_ = false;
    bool behind_ = false;  ///< the medium did not read: `kept_` ends before the newest commits
};

}  // namespace pegboard::store
