// A child with services and sessions as the tests of the ledger of minutes write them down: a few words each.
#pragma once
#include <string>
#include <vector>

#include "core/rules/minutes/ledger.h"

namespace pegboard::test {

/// Everything the ledger is asked with; today is Wednesday 7 October 2026.
struct MinutesCase {
    Child child;
    std::vector<Session> sessions;
    MinutesRules rules;
    Date today = *make_date(2026, 10, 7);

    MinutesCase() { child.id = ChildId{1}; }
    Service& serve(int minutes, int times, ServicePer per = ServicePer::week, Discipline discipline = Discipline::ot,
                   ServiceMode mode = ServiceMode::individual) {
        Service service;
        service.id = RowId{static_cast<std::int64_t>(child.services.size()) + 1};
        service.discipline = discipline;
        service.mode = mode;
        service.minutes = minutes;
        service.times = times;
        service.per = per;
        child.services.push_back(service);
        return child.services.back();
    }
    Session& meet(Date date, int minutes, SessionStatus status = SessionStatus::planned, Lead lead = Lead::ot) {
        Session session;
        session.id = SessionId{static_cast<std::int64_t>(sessions.size()) + 1};
        session.child = child.id;
        session.participants = {Participant{.child = child.id}};
        session.date = date;
        session.length_min = minutes;
        session.status = status;
        session.lead = lead;
        session.held_min = status == SessionStatus::held ? minutes : 0;
        sessions.push_back(session);
        return sessions.back();
    }
    Session& miss(Date date, int minutes, NotHeldReason reason) {
        Session& session = meet(date, minutes, SessionStatus::not_held);
        session.not_held_reason = reason;
        return session;
    }
    [[nodiscard]] minutes::Asked asked() const { return {child, sessions, rules, today}; }
    [[nodiscard]] std::vector<minutes::Line> of(minutes::Period period) const {
        return minutes::ledger(asked(), period);
    }
    /// The figures of the first line.
    [[nodiscard]] minutes::Figures first(minutes::Period period) const { return of(period).at(0).sum; }
};

/// A day of autumn 2026: October is 10.
inline Date in_2026(int month, int day) { return *make_date(2026, month, day); }

}  // namespace pegboard::test
