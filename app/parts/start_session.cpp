#include "app/parts/start_session.h"

#include <algorithm>

#include "core/rules/live.h"

namespace pegboard {

void start_session(Ui& ui, SessionId id) {
    const Session* session = ui.caseload->session(id);
    if (session == nullptr) return;
    const Place place{.screen = Screen::session, .session = id};
    if (is_running(*session)) return ui.nav->go(place);
    // One at a time: the one that runs is shown, so that it can be ended first.
    const auto& all = ui.caseload->sessions();
    if (const auto other = std::ranges::find_if(all, is_running); other != all.end()) {
        ui.nav->go({.screen = Screen::session, .session = other->id});
        return ui.toasts->show("This session still runs. End it before you start the next.");
    }
    ui.outbox->send(StartSession{id}, [nav = ui.nav, toasts = ui.toasts, place](const Status& status) {
        if (status.ok())
            nav->go(place);
        else
            toasts->warn(status.error().message);
    });
    ui.wake_in(0);
}

}  // namespace pegboard
