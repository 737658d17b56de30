#include "core/store/undo_steps.h"

#include "core/commands/command.h"
#include "core/store/clock.h"

namespace pegboard::store {

void UndoSteps::note(const Entry& entry) {
    if (entry.erased) return;
    const Date day = local_date(seconds_of(entry.at_utc) * 1000);
    last_.clear();
    switch (entry.kind) {
        case ChangeKind::edit:
            undone_.clear();
            // What was signed is final, and taking back what came before would change what was signed for.
            if (is_signature(entry.command)) {
                done_.clear();
                signed_ = true;
                break;
            }
            if (!done_.empty() && done_.back().next.id == entry.step && entry.step != entry.id) {
                done_.back().next.label = entry.label;
                done_.back().day = day;
            } else {
                done_.push_back({{entry.step, entry.label, false, is_clinical(entry.command)}, entry.child, day});
            }
            last_.push_back(entry);
            break;
        case ChangeKind::undo:
            // The entries read at opening may begin in the middle: then the step is not there.
            if (!done_.empty() && done_.back().next.id == entry.undoes) {
                Step step = std::move(done_.back());
                done_.pop_back();
                step.next.id = entry.id;
                undone_.push_back(std::move(step));
            }
            break;
        case ChangeKind::redo:
            if (!undone_.empty() && undone_.back().next.id == entry.undoes) {
                Step step = std::move(undone_.back());
                undone_.pop_back();
                step.next.id = entry.id;
                done_.push_back(std::move(step));
            }
            break;
        case ChangeKind::final_:
            undone_.clear();
            break;
    }
}

const UndoStep* UndoSteps::next_undo(Date today) const {
    if (done_.empty()) return nullptr;
    undo_ = done_.back().next;
    undo_.earlier_day = done_.back().day < today;
    undo_.child = done_.back().child;
    return &undo_;
}

const UndoStep* UndoSteps::next_redo(Date today) const {
    if (undone_.empty()) return nullptr;
    redo_ = undone_.back().next;
    redo_.earlier_day = undone_.back().day < today;
    redo_.child = undone_.back().child;
    return &redo_;
}

const Entry* UndoSteps::newest() const { return last_.empty() ? nullptr : &last_.front(); }

}  // namespace pegboard::store
