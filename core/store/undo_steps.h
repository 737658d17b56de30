// What undo and redo would do next, rebuilt from the journal's entries. Pure: it writes nothing.
#pragma once
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/store/journal.h"

namespace pegboard::store {

class UndoSteps {
 public:
    /// Takes in one more entry of the journal, in order.
    void note(const Entry& entry);
    /// The next step to take back or to bring back; `today` tells whether it is of an earlier day.
    [[nodiscard]] const UndoStep* next_undo(Date today) const;
    [[nodiscard]] const UndoStep* next_redo(Date today) const;
    /// Nothing is left to take back, and the newest edit is a signature.
    [[nodiscard]] bool end_at_signature() const { return signed_ && done_.empty(); }
    /// The child the step concerns.
    [[nodiscard]] ChildId undo_child() const { return done_.back().child; }
    [[nodiscard]] ChildId redo_child() const { return undone_.back().child; }
    /// The step a new edit may fold into: the newest, when nothing was undone since.
    [[nodiscard]] const Entry* newest() const;

 private:
    struct Step {
        UndoStep next;  ///< id: the step as undo names it, or the undo as redo names it
        ChildId child;
        Date day;
    };
    std::vector<Step> done_, undone_;
    bool signed_ = false;      ///< a signature is what the steps begin after
    std::vector<Entry> last_;  ///< the newest entry, when it is an edit that may be folded into
    mutable UndoStep undo_, redo_;
};

}  // namespace pegboard::store
