// How long the ledger of minutes takes for a school therapist's whole caseload: 60 children with two services each and
// a school year of sessions. Today asks all of it anew after each change, so it must be nothing one could notice.
#include <benchmark/benchmark.h>

#include "core/rules/minutes/ledger.h"

namespace pegboard {
namespace {

struct YearOfMinutes {
    std::vector<Child> children;
    std::vector<Session> sessions;
    MinutesRules rules;
    Date today = *make_date(2026, 10, 7);

    YearOfMinutes() {
        const Date first = *make_date(2026, 8, 31);
        rules.term_from = first;
        rules.term_to = *make_date(2027, 6, 11);
        for (int i = 0; i < 60; ++i) {
            Child child;
            child.id = ChildId{i + 1};
            for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
                Service service;
                service.id = RowId{i * 2 + (discipline == Discipline::ot ? 1 : 2)};
                service.discipline = discipline;
                service.times = 2;
                child.services.push_back(service);
            }
            children.push_back(std::move(child));
        }
        for (int week = 0; week < 40; ++week)
            for (const Child& child : children) add(child, first + 7 * week);
    }
    void add(const Child& child, Date monday) {
        for (const int day : {0, 2}) {
            Session session;
            session.id = SessionId{static_cast<std::int64_t>(sessions.size()) + 1};
            session.child = child.id;
            session.participants = {Participant{.child = child.id}};
            session.date = monday + day;
            session.lead = day == 0 ? Lead::ot : Lead::pt;
            session.status = session.date < today ? SessionStatus::held : SessionStatus::planned;
            session.held_min = session.length_min;
            if (session.id.value % 11 == 0 && session.date < today) {
                session.status = SessionStatus::not_held;
                session.not_held_reason = NotHeldReason::therapist_away;
            }
            sessions.push_back(std::move(session));
        }
    }
};

void what_is_to_book_for_sixty_children(benchmark::State& state) {
    const YearOfMinutes year;
    for (auto _ : state) {
        std::size_t found = 0;
        for (const Child& child : year.children) {
            const minutes::Asked asked{child, year.sessions, year.rules, year.today};
            found += minutes::dues(asked).size() + minutes::owed_sessions(asked).size();
        }
        benchmark::DoNotOptimize(found);
    }
    state.counters["sessions"] = static_cast<double>(year.sessions.size());
}
BENCHMARK(what_is_to_book_for_sixty_children)->Unit(benchmark::kMillisecond);

void ledger_of_one_child_and_the_term(benchmark::State& state) {
    const YearOfMinutes year;
    const minutes::Asked asked{year.children.front(), year.sessions, year.rules, year.today};
    for (auto _ : state) benchmark::DoNotOptimize(minutes::ledger(asked, minutes::Period::term));
}
BENCHMARK(ledger_of_one_child_and_the_term)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pegboard
