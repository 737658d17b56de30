// Who opened, looked, locked, copied and saved: noted in the file between frames, in the order in which it happened. It
// refuses to note anybody's words.
#include <algorithm>

#include "app/frame/app_inner.h"

namespace pegboard {

void App::Inner::note(AccessKind kind, ChildId child, std::string_view detail) {
    if (!caseload || caseload->read_only()) return;
    if (kind == AccessKind::viewed && in_sight.contains(child)) return;
    unnoted.push_back({kind, child, std::string(detail)});
}

void App::Inner::write_notes() {
    // While the passphrase changes nothing may be written; what the file does not take is told, and waits.
    if (!caseload || rekeying() || storage_problem || caseload->file_news().state != FileState::ours) return;
    for (std::size_t done = 0; done < unnoted.size(); ++done) {
        const Unnoted& next = unnoted[done];
        if (const Status noted = caseload->note_access(next.kind, next.child, next.detail); !noted) {
            unnoted.erase(unnoted.begin(), unnoted.begin() + static_cast<std::ptrdiff_t>(done));
            return storage_failed(noted.error());
        }
    }
    unnoted.clear();
}

void App::Inner::note_views() {
    if (!caseload || gate.page != GatePage::none) return;
    std::set<ChildId> now;
    const Place& here = nav.here();
    if (here.child && caseload->child(here.child) != nullptr) now.insert(here.child);
    if (const Goal* goal = caseload->goal(here.goal)) now.insert(goal->child);
    if (const Session* session = caseload->session(here.session))
        for (const Participant& each : session->participants) now.insert(each.child);
    for (const ChildId child : now) note(AccessKind::viewed, child, {});
    in_sight = std::move(now);
    if (machine.words_copied()) note(AccessKind::copied, in_sight.empty() ? ChildId{} : *in_sight.begin(), "text");
}

void App::Inner::note_locked() {
    note(AccessKind::locked, {}, {});
    write_notes();
    in_sight.clear();
    refused_at_lock = 0;
}

void App::Inner::note_unlocked(std::string_view how) {
    if (refused_at_lock > 0) note(AccessKind::refused, {}, "tries_" + std::to_string(refused_at_lock));
    refused_at_lock = 0;
    note(AccessKind::unlocked, {}, how);
    write_notes();
}

}  // namespace pegboard
