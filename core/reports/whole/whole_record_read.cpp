// The reading of notes for the copy of a whole record: some sessions at a time, in their order.
#include <algorithm>

#include "core/reports/whole/whole_record.h"

namespace pegboard::reports {

WholeRecord::WholeRecord(const Caseload& caseload, const Choices& choices)
    : caseload_(caseload), child_(choices.child) {
    for (const Session& session : caseload.sessions())
        if (is_for(session, child_)) sessions_.push_back(session.id);
}

Result<bool> WholeRecord::read_some(std::size_t sessions) {
    for (std::size_t i = 0; i < sessions && next_ < sessions_.size(); ++i, ++next_) {
        const SessionId id = sessions_[next_];
        SessionWords made;
        for (const NoteHead& head : caseload_.notes(id)) {
            if (head.child != child_) continue;
            auto note = caseload_.note(head.id);
            if (!note.ok()) return note.error();
            made.notes.push_back(note.take());
        }
        auto quick = caseload_.quick_notes(id);
        if (!quick.ok()) return quick.error();
        made.quick = quick.take();
        std::erase_if(made.quick, [&](const QuickNote& each) { return each.child != child_; });
        if (!made.notes.empty() || !made.quick.empty()) words_[id] = std::move(made);
    }
    return next_ >= sessions_.size();
}

double WholeRecord::share() const {
    return sessions_.empty() ? 1 : static_cast<double>(next_) / static_cast<double>(sessions_.size());
}

}  // namespace pegboard::reports
