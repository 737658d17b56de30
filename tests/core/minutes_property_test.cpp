// The ledger of minutes against a simple model that shares no code with it: every minute of every session is a thing of
// its own that is moved by hand. 10,000 random histories; and what must be true of any: no minute twice, none lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/core/minutes_fixture.h"

namespace pegboard::test {
namespace {
namespace minutes_model {
using minutes::Figures;
using minutes::Line;

/// One minute of one session, for one discipline.
enum class Minute { given, booked, open, owed, excused, gone };
struct Piece {
    std::vector<Minute> minutes;
    std::vector<int> why;  ///< of those missed, in their order
};

int monday_of(Date day) {
    while (weekday(day) != 0) day = day - 1;
    return day.day;
}

/// The day that says whose a week or month is.
Date middle_of(const Service& service, Date day) {
    if (service.per == ServicePer::week) return Date{monday_of(day) + 2};
    const YearMonthDay at = parts(day);
    return *make_date(at.year, at.month, 15);
}

bool is_in_force(const Service& service, Date day) {
    if (service.from && day < *service.from) return false;
    return !service.to || day <= *service.to;
}

/// Minutes of a co-treatment are dealt out one to OT, one to PT, and so on.
int dealt(int count, const Session& session, Discipline discipline, const MinutesRules& rules) {
    if (session.lead != Lead::both || !rules.split_cotreat) return count;
    int own = 0;
    for (int i = 0; i < count; ++i) own += (i % 2 == 0) == (discipline == Discipline::ot) ? 1 : 0;
    return own;
}

Piece piece_of(const MinutesCase& of, const Session& session, Discipline discipline) {
    Piece piece;
    const Participant& part = session.participants.front();
    const int planned = dealt(session.length_min, session, discipline, of.rules);
    const auto miss = [&](int count, int why) {
        for (int i = 0; i < count; ++i) {
            piece.minutes.push_back(of.rules.owed[static_cast<std::size_t>(why)] ? Minute::owed : Minute::excused);
            piece.why.push_back(why);
        }
    };
    if (session.status == SessionStatus::not_held) {
        miss(planned, static_cast<int>(session.not_held_reason));
    } else if (part.attendance == Attendance::absent) {
        miss(planned, static_cast<int>(part.absence_reason));
    } else if (session.status == SessionStatus::held) {
        const int away = part.late_min + part.left_early_min;
        int here = session.held_min - away;
        if (here < 0) here = 0;
        const int given = dealt(here, session, discipline, of.rules);
        for (int i = 0; i < given; ++i) piece.minutes.push_back(Minute::given);
        const int by_child = dealt(away, session, discipline, of.rules);
        for (int i = given; i < planned; ++i) miss(1, i - given < by_child ? 6 : 7);
    } else {
        for (int i = 0; i < planned; ++i)
            piece.minutes.push_back(session.date < of.today ? Minute::open : Minute::booked);
    }
    return piece;
}

const Session* found(const MinutesCase& of, SessionId id) {
    for (const Session& session : of.sessions)
        if (session.id == id) return &session;
    return nullptr;
}

/// Where the links end; a circle is no link.
const Session* end_of(const MinutesCase& of, const Session& session) {
    const Session* at = &session;
    for (std::size_t steps = 0; steps <= of.sessions.size() + 1; ++steps) {
        const Session* next = at->makes_up ? found(of, at->makes_up) : nullptr;
        if (next == nullptr) return at;
        at = next;
    }
    return &session;
}

bool leads(const Session& session, Discipline discipline) {
    if (session.lead == Lead::both) return true;
    return (session.lead == Lead::pt) == (discipline == Discipline::pt);
}

/// The place of the service in the child's list; -1: none.
int service_of(const MinutesCase& of, const Session& session, Discipline discipline) {
    const ServiceMode mode = session.participants.size() >= 2 ? ServiceMode::group : ServiceMode::individual;
    const TherapistId who =
        session.lead == Lead::both && discipline == Discipline::pt ? session.co_therapist : session.therapist;
    int best = -1, best_points = -1;
    for (int i = 0; i < static_cast<int>(of.child.services.size()); ++i) {
        const Service& service = of.child.services[static_cast<std::size_t>(i)];
        if (service.discipline != discipline || service.mode != mode) continue;
        int points = 0;
        if (is_in_force(service, middle_of(service, session.date)))
            points += 100;
        else if (!is_in_force(service, session.date))
            continue;
        if (service.therapist == who) points += 10;
        if (service.minutes == session.length_min) points += 1;
        if (points > best_points) {
            best = i;
            best_points = points;
        }
    }
    return best;
}

/// The first minute of the kind becomes another; false where there is none.
bool turn(std::vector<Minute>& all, Minute from, Minute to) {
    for (Minute& each : all)
        if (each == from) {
            each = to;
            return true;
        }
    return false;
}

/// What is left of the minutes missed in `root` once its make-ups are reckoned with, minute by minute.
void reckon(std::vector<Minute>& root, const std::vector<Piece>& make_ups) {
    int coming = 0;
    for (const Piece& piece : make_ups)
        for (const Minute minute : piece.minutes) {
            if (minute == Minute::given && !turn(root, Minute::owed, Minute::gone))
                turn(root, Minute::excused, Minute::gone);
            if (minute == Minute::booked || minute == Minute::open) ++coming;
        }
    for (const Piece& piece : make_ups)
        for (const Minute minute : piece.minutes)
            if (minute == Minute::excused) turn(root, Minute::owed, Minute::excused);
    int owed = 0;
    for (const Minute minute : root) owed += minute == Minute::owed ? 1 : 0;
    for (; coming > owed; --coming) turn(root, Minute::excused, Minute::gone);
}

void count(Figures& sum, const std::vector<Minute>& all, bool make_up) {
    for (const Minute minute : all) {
        sum.delivered += minute == Minute::given ? 1 : 0;
        sum.made_up += minute == Minute::given && make_up ? 1 : 0;
        sum.booked += minute == Minute::booked ? 1 : 0;
        sum.not_closed += minute == Minute::open ? 1 : 0;
        if (make_up) continue;  // what is missed of it is missed already
        sum.owed += minute == Minute::owed ? 1 : 0;
        sum.excused += minute == Minute::excused ? 1 : 0;
    }
}

int promised(const MinutesCase& of, const Service& service, minutes::Span span) {
    Date begin = middle_of(service, of.today);
    for (const Session& session : of.sessions)
        if (leads(session, service.discipline)) begin = std::min(begin, middle_of(service, session.date));
    if (service.from) begin = *service.from;
    int total = 0;
    for (Date day = span.from; day <= span.to; day = day + 1) {
        if (middle_of(service, day) != day || day < begin || !is_in_force(service, day)) continue;
        if (of.child.discharge && day > of.child.discharge->date) continue;
        total += service.minutes * service.times;
    }
    return total;
}

/// The figures of a service, or with -1 of what fits none.
Figures figures(const MinutesCase& of, int which, minutes::Span span) {
    Figures sum;
    for (const Discipline discipline : {Discipline::ot, Discipline::pt})
        for (const Session& root : of.sessions) {
            const bool is_root = end_of(of, root) == &root || !leads(*end_of(of, root), discipline);
            if (!leads(root, discipline) || !is_root || service_of(of, root, discipline) != which) continue;
            const Date counts =
                which < 0 ? root.date : middle_of(of.child.services[static_cast<std::size_t>(which)], root.date);
            if (counts < span.from || counts > span.to) continue;
            Piece own = piece_of(of, root, discipline);
            for (const int why : own.why) ++sum.missed_by[static_cast<std::size_t>(why)];
            std::vector<Piece> make_ups;
            for (const Session& other : of.sessions)
                if (&other != &root && leads(other, discipline) && end_of(of, other) == &root)
                    make_ups.push_back(piece_of(of, other, discipline));
            reckon(own.minutes, make_ups);
            count(sum, own.minutes, false);
            for (const Piece& each : make_ups) count(sum, each.minutes, true);
        }
    if (which < 0) {
        sum.owed = 0;
        return sum;
    }
    sum.promised = promised(of, of.child.services[static_cast<std::size_t>(which)], span);
    const int open = std::max(0, sum.promised - sum.delivered - sum.excused);
    if (sum.owed > open) sum.owed = open;
    const int left = sum.promised - sum.delivered - sum.excused - sum.booked - sum.not_closed;
    if (left > 0) sum.to_book = left;
    const int beyond = sum.delivered + sum.booked + sum.not_closed - sum.promised;
    if (beyond > 0) sum.over = beyond;
    return sum;
}

class Chance {
 public:
    explicit Chance(unsigned seed) : random_(seed) {}
    int to(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most + 1)); }
    bool one_in(int n) { return to(n - 1) == 0; }

 private:
    std::mt19937 random_;
};

void serve(MinutesCase& of, Chance& chance) {
    Service& service = of.serve(15 * (1 + chance.to(3)), 1 + chance.to(2), ServicePer(chance.to(1)),
                                Discipline(chance.to(1)), ServiceMode(chance.to(2)));
    service.therapist = TherapistId{chance.to(2)};
    if (chance.one_in(2)) service.from = of.today + (chance.to(80) - 60);
    if (chance.one_in(2)) service.to = service.from.value_or(of.today) + chance.to(90);
}

void meet(MinutesCase& of, Chance& chance) {
    Session& session = of.meet(of.today + (chance.to(100) - 70), 15 + 5 * chance.to(6), SessionStatus(chance.to(2)),
                               Lead(chance.to(2)));
    session.therapist = TherapistId{chance.to(2)};
    session.co_therapist = TherapistId{chance.to(2)};
    session.not_held_reason = NotHeldReason(chance.to(5));
    if (session.status == SessionStatus::held) session.held_min = 10 + chance.to(40);
    if (chance.one_in(3)) session.participants.push_back({.child = ChildId{2}});
    Participant& part = session.participants.front();
    if (chance.one_in(5)) part.attendance = Attendance::absent;
    part.absence_reason = NotHeldReason(chance.to(5));
    if (chance.one_in(4)) part.late_min = chance.to(20);
    if (chance.one_in(6)) part.left_early_min = chance.to(20);
    if (chance.one_in(2)) session.makes_up = SessionId{1 + chance.to(12)};  // also itself, a circle, one not there
}

MinutesCase history(unsigned seed) {
    Chance chance(seed);
    MinutesCase of;
    for (bool& owed : of.rules.owed) owed = chance.one_in(2);
    of.rules.split_cotreat = chance.one_in(2);
    for (int i = chance.to(4); i > 0; --i) serve(of, chance);
    for (int i = chance.to(12); i > 0; --i) meet(of, chance);
    std::ranges::stable_sort(of.sessions, {}, &Session::date);
    if (chance.one_in(6)) of.child.discharge = Discharge{of.today + (chance.to(60) - 30), {}, {}};
    return of;
}

void compare(const MinutesCase& of, minutes::Span span) {
    const std::vector<Line> lines = minutes::ledger(of.asked(), span);
    std::vector<bool> shown(of.child.services.size() + 1);
    for (const Line& line : lines) {
        const int which = line.service == nullptr ? -1 : static_cast<int>(line.service - of.child.services.data());
        shown[static_cast<std::size_t>(which + 1)] = true;
        const Figures expected = figures(of, which, span);
        EXPECT_EQ(line.sum, expected) << "service " << which << ": to book " << line.sum.to_book << " against "
                                      << expected.to_book << ", owed " << line.sum.owed << " against " << expected.owed
                                      << ", excused " << line.sum.excused << " against " << expected.excused
                                      << ", given " << line.sum.delivered << " against " << expected.delivered;
    }
    for (int which = -1; which < static_cast<int>(of.child.services.size()); ++which) {
        if (shown[static_cast<std::size_t>(which + 1)]) continue;
        const Figures left_out = figures(of, which, span);
        EXPECT_EQ(left_out, Figures{}) << "a line with figures is not shown";
    }
}

TEST(MinutesModel, AgreesOverTenThousandHistories) {
    for (unsigned seed = 1; seed <= 10'000; ++seed) {
        const MinutesCase of = history(seed);
        SCOPED_TRACE("history " + std::to_string(seed));
        compare(of, {of.today - 100, of.today + 100});
        compare(of, {of.today - 20, of.today + 9});
        compare(of, {Date{monday_of(of.today)}, Date{monday_of(of.today)} + 6});
        if (HasFailure()) return;
    }
}

TEST(MinutesModel, NoMinuteIsCountedTwiceOrLost) {
    for (unsigned seed = 1; seed <= 10'000; ++seed) {
        const MinutesCase of = history(seed);
        std::vector<int> seen(14), given(14);
        for (const Line& line : minutes::ledger(of.asked(), {of.today - 200, of.today + 200}))
            for (const minutes::Entry& entry : line.entries) {
                const auto at = static_cast<std::size_t>(entry.session->id.value);
                ++seen[at];
                given[at] += entry.delivered + entry.booked + entry.not_closed + entry.missed;
            }
        for (const Session& session : of.sessions) {
            const auto at = static_cast<std::size_t>(session.id.value);
            const int shares = session.lead == Lead::both ? 2 : 1;
            ASSERT_EQ(seen[at], shares) << "history " << seed << ", session " << session.id.value;
            if (session.status == SessionStatus::held) continue;  // may be longer than planned: the model compares it
            const int counted = shares == 2 && !of.rules.split_cotreat ? 2 * session.length_min : session.length_min;
            ASSERT_EQ(given[at], counted) << "history " << seed << ", session " << session.id.value;
        }
    }
}

}  // namespace minutes_model
}  // namespace
}  // namespace pegboard::test
