// The mark of the computer that writes to a caseload, inside the file itself and renewed every minute. It keeps two
// computers apart where a shared folder does not carry locks; on one computer the locks do. It names no person.
#pragma once
#include <cstdint>
#include <string>

#include "core/caseload.h"
#include "core/store/database.h"

namespace pegboard::store {

class WriterMark {
 public:
    /// Without a state folder there is no lasting name for this computer, and no mark is kept.
    WriterMark(Database& db, const Places& places);
    /// Another computer renewed its mark within the last minutes.
    [[nodiscard]] bool is_elsewhere(std::int64_t now_s);
    /// Renews our mark when a minute has passed; false when another computer has put its own there.
    bool renew(std::int64_t now_s);
    /// Renewed once at least: the file was taken into use.
    [[nodiscard]] bool is_set() const { return renewed_s_ != 0; }
    /// We write no more.
    void end();

 private:
    Database& db_;
    std::string host_;
    std::int64_t renewed_s_ = 0;
};

}  // namespace pegboard::store
