// Everything of one child, for the family's right to a copy. What lies in the file is read piece by piece, so that
// whoever waits sees how far it is and can stop. It names no other child: those who shared a session stand by initials.
#pragma once
#include <map>
#include <memory>
#include <vector>

#include "core/reports/names.h"
#include "core/reports/reports.h"

namespace pegboard::reports {

/// Notes and quick notes of one session about the child.
struct SessionWords {
    std::vector<SessionNote> notes;
    std::vector<QuickNote> quick;
};

class WholeRecord {
 public:
    WholeRecord(const Caseload& caseload, const Choices& choices);
    /// Reads the words of some more sessions. True: all is read. Errors: missing, storage.
    Result<bool> read_some(std::size_t sessions);
    /// How much is read, 0 to 1.
    [[nodiscard]] double share() const;
    [[nodiscard]] std::size_t done() const { return next_; }
    [[nodiscard]] std::size_t all() const { return sessions_.size(); }
    [[nodiscard]] const std::map<SessionId, SessionWords>& words() const { return words_; }

 private:
    const Caseload& caseload_;
    ChildId child_;
    std::vector<SessionId> sessions_;
    std::size_t next_ = 0;
    std::map<SessionId, SessionWords> words_;
};

/// The document from what was read.
Result<Document> whole_record(const Caseload& caseload, const Library& library, const Choices& choices, Date today,
                              const WholeRecord& read);

}  // namespace pegboard::reports
