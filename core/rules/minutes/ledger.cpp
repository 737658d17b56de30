#include "core/rules/minutes/ledger.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

namespace pegboard::minutes {
namespace {
constexpr int wednesday = 2, friday = 4, mid_month = 15;
constexpr int owed_days = 90;  ///< how far back owed minutes are looked for where no term is set

Date first_of_month(Date day) { return day - (parts(day).day - 1); }

/// The week (from Monday) or month a service counts by, around a day.
Span unit_of(const Service& service, Date day) {
    if (service.per == ServicePer::month) {
        const Date first = first_of_month(day);
        return {first, add_months(first, 1) - 1};
    }
    const Date monday = day - weekday(day);
    return {monday, monday + 6};
}

/// The day that says whose a week or month is.
Date middle(const Service& service, const Span& unit) {
    return unit.from + (service.per == ServicePer::month ? mid_month - 1 : wednesday);
}

/// A first or last day that could not be read leaves the service open on that side.
bool covers(const Service& service, Date day) {
    return (!known(service.from) || *service.from <= day) && (!known(service.to) || day <= *service.to);
}

/// The share of an amount that counts for one discipline; of a split one OT has the odd minute.
int share_of(int amount, Discipline discipline, bool split) {
    if (!split) return amount;
    return discipline == Discipline::ot ? (amount + 1) / 2 : amount / 2;
}

/// One whose lead could not be read counts once, for no service.
bool has(Lead lead, Discipline discipline) {
    if (!is_known(lead)) return discipline == Discipline::ot;
    return lead == Lead::both || lead == (discipline == Discipline::ot ? Lead::ot : Lead::pt);
}

/// The session whose place a make-up takes: the first of the chain. Links that lead in a circle count for nothing.
const Session* root_of(const Session& session, ChildId child,
                       const std::unordered_map<std::int64_t, const Session*>& by_id) {
    const Session* at = &session;
    std::set<std::int64_t> seen{session.id.value};
    while (at->makes_up) {
        const auto next = by_id.find(at->makes_up.value);
        if (next == by_id.end() || !is_for(*next->second, child)) return at;
        if (!seen.insert(at->makes_up.value).second) return &session;
        at = next->second;
    }
    return at;
}

/// The service a session counts for, by the day, mode and therapist of the one whose place it takes.
const Service* service_for(const Child& child, const Session& root, Discipline discipline) {
    const ServiceMode mode = root.participants.size() > 1 ? ServiceMode::group : ServiceMode::individual;
    const TherapistId who =
        root.lead == Lead::both && discipline == Discipline::pt ? root.co_therapist : root.therapist;
    const auto rank = [&](const Service& service) {
        const bool whole = covers(service, middle(service, unit_of(service, root.date)));
        return std::tuple(whole, service.therapist == who, service.minutes == root.length_min);
    };
    const Service* best = nullptr;
    if (!is_known(root.lead)) return best;
    for (const Service& service : child.services) {
        if (service.discipline != discipline || service.mode != mode) continue;
        const bool whole = covers(service, middle(service, unit_of(service, root.date)));
        if (!whole && !covers(service, root.date)) continue;
        if (best == nullptr || rank(service) > rank(*best)) best = &service;
    }
    return best;
}

/// A session, the make-ups after it, all shares of one discipline: what is reckoned together.
struct Family {
    const Session* root = nullptr;
    const Service* service = nullptr;
    std::vector<Entry> entries;  ///< the root first
    int missed_owed = 0, missed_excused = 0;
    int excusing = 0;  ///< what make-ups did not give for reasons that are not owed
    std::array<int, missed_whys> missed_by = {};
};

/// Puts what a session is, as if it stood for itself, in an entry; `lost` is what it did not give, by reason.
struct Outcome {
    Entry entry;
    std::array<int, missed_whys> lost = {};
};

/// The reason of most of what was missed, the first of equals.
std::optional<MissedWhy> main_reason(const std::array<int, missed_whys>& lost) {
    const auto most = std::ranges::max_element(lost);
    if (*most == 0) return std::nullopt;
    return static_cast<MissedWhy>(most - lost.begin());
}

/// What a held session gave and what of its plan it did not give.
void hold(Outcome& outcome, int planned, int given, int away) {
    outcome.entry.delivered = given;
    const int lost = std::max(0, planned - given);
    const int by_child = std::min(lost, away);
    outcome.lost[static_cast<std::size_t>(MissedWhy::came_late)] = by_child;
    outcome.lost[static_cast<std::size_t>(MissedWhy::ended_early)] = lost - by_child;
}

Outcome outcome_of(const Asked& asked, const Session& session, Discipline discipline) {
    const bool split = session.lead == Lead::both && asked.rules.split_cotreat;
    const auto share = [&](int amount) { return share_of(amount, discipline, split); };
    Outcome outcome{{.session = &session}};
    const int planned = share(session.length_min);
    const Participant* part = participant(session, asked.child.id);
    // One that is known already not to come to a session ahead is away as much as one who did not come.
    const bool away = part != nullptr && part->attendance == Attendance::absent;
    if (session.status == SessionStatus::not_held) {
        outcome.lost[static_cast<std::size_t>(missed_why(session.not_held_reason))] = planned;
    } else if (away && is_known(session.status)) {
        outcome.lost[static_cast<std::size_t>(missed_why(part->absence_reason))] = planned;
    } else if (session.status == SessionStatus::held) {
        const int short_min = part == nullptr ? 0 : part->late_min + part->left_early_min;
        hold(outcome, planned, share(std::max(0, session.held_min - short_min)), share(short_min));
    } else if (session.status == SessionStatus::planned && session.date >= asked.today) {
        outcome.entry.booked = planned;
    } else {
        outcome.entry.not_closed = planned;
    }
    outcome.entry.missed = std::accumulate(outcome.lost.begin(), outcome.lost.end(), 0);
    outcome.entry.why = main_reason(outcome.lost);
    return outcome;
}

void add_root(Family& family, const MinutesRules& rules, const Outcome& outcome) {
    family.entries.insert(family.entries.begin(), outcome.entry);
    family.missed_by = outcome.lost;
    for (std::size_t why = 0; why < missed_whys; ++why)
        (rules.owed[why] ? family.missed_owed : family.missed_excused) += outcome.lost[why];
}

void add_make_up(Family& family, const MinutesRules& rules, const Outcome& outcome) {
    family.entries.push_back(outcome.entry);
    family.entries.back().makes_up = family.root;
    for (std::size_t why = 0; why < missed_whys; ++why)
        if (!rules.owed[why]) family.excusing += outcome.lost[why];
}

/// What the make-ups leave of what was missed. They fill first what is owed. What the child missed of a make-up for an
/// excused reason is owed no longer. What is booked is no longer excused, so that it is not reckoned twice.
void settle(Family& family) {
    int given = 0, coming = 0;
    Entry& root = family.entries.front();
    for (const Entry& entry : family.entries) {
        if (entry.makes_up == nullptr) continue;
        given += entry.delivered;
        coming += entry.booked + entry.not_closed;
    }
    const int filled = std::min(given, family.missed_owed);
    root.owed = family.missed_owed - filled;
    root.excused = std::max(0, family.missed_excused - (given - filled));
    const int excused_since = std::min(root.owed, family.excusing);
    root.owed -= excused_since;
    root.excused += excused_since;
    root.excused -= std::min(root.excused, std::max(0, coming - root.owed));
}

using FamilyKey = std::pair<std::int64_t, Discipline>;

/// Every share of every session of the child, each in one family.
std::vector<Family> families_of(const Asked& asked) {
    std::unordered_map<std::int64_t, const Session*> by_id;
    std::vector<const Session*> own;
    for (const Session& session : asked.sessions) {
        if (!is_for(session, asked.child.id) || !is_known(session.date)) continue;
        own.push_back(&session);
        by_id[session.id.value] = &session;
    }
    std::map<FamilyKey, Family> families;
    for (const Session* session : own) {
        const Session* chain = root_of(*session, asked.child.id, by_id);
        for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
            if (!has(session->lead, discipline)) continue;
            const Session* root = has(chain->lead, discipline) ? chain : session;
            Family& family = families[{root->id.value, discipline}];
            family.root = root;
            const Outcome outcome = outcome_of(asked, *session, discipline);
            if (root == session) {
                add_root(family, asked.rules, outcome);
            } else {
                add_make_up(family, asked.rules, outcome);
            }
        }
    }
    std::vector<Family> all;
    for (auto& [key, family] : families) {
        settle(family);
        family.service = service_for(asked.child, *family.root, key.second);
        all.push_back(std::move(family));
    }
    return all;
}

/// A service without a first day counts from the first week or month the child has a session of its discipline in.
Date begin_of(const Asked& asked, const Service& service) {
    if (known(service.from)) return *service.from;
    for (const Session& session : asked.sessions)
        if (is_for(session, asked.child.id) && is_known(session.date) && has(session.lead, service.discipline))
            return std::min(unit_of(service, session.date).from, unit_of(service, asked.today).from);
    return unit_of(service, asked.today).from;
}

/// Minutes promised in a week or month: none before the service begins, after it ends or after the discharge.
int promised_in(const Asked& asked, const Service& service, const Span& unit, Date begin) {
    const Date day = middle(service, unit);
    const bool gone = asked.child.discharge && day > asked.child.discharge->date;
    return covers(service, day) && day >= begin && !gone ? service.minutes * service.times : 0;
}

void add(Figures& sum, const Family& family) {
    for (std::size_t why = 0; why < missed_whys; ++why) sum.missed_by[why] += family.missed_by[why];
    for (const Entry& entry : family.entries) {
        sum.delivered += entry.delivered;
        if (entry.makes_up != nullptr) sum.made_up += entry.delivered;
        sum.booked += entry.booked;
        sum.not_closed += entry.not_closed;
        sum.excused += entry.excused;
        sum.owed += entry.owed;
    }
}

void balance(Figures& sum) {
    const int placed = sum.delivered + sum.booked + sum.not_closed;
    sum.owed = std::min(sum.owed, std::max(0, sum.promised - sum.delivered - sum.excused));
    sum.to_book = std::max(0, sum.promised - placed - sum.excused);
    sum.over = std::max(0, placed - sum.promised);
}

void put_in_order(Line& line) {
    std::ranges::stable_sort(line.entries, {}, [](const Entry& entry) {
        return std::tuple(entry.session->date, entry.session->start_min, entry.session->id.value);
    });
}

Line line_of(const Asked& asked, const std::vector<Family>& families, const Service& service, const Span& span) {
    Line line{&service, {}, {}, {}};
    const Date begin = begin_of(asked, service);
    bool first = true;
    Span unit = unit_of(service, span.from);
    for (; unit.from <= span.to; unit = unit_of(service, unit.to + 1)) {
        if (!within(span, middle(service, unit))) continue;
        if (std::exchange(first, false)) line.span.from = unit.from;
        line.span.to = unit.to;
        line.sum.promised += promised_in(asked, service, unit, begin);
    }
    if (first) line.span = span;  // no week or month has its middle here
    for (const Family& family : families) {
        if (family.service != &service) continue;
        if (!within(span, middle(service, unit_of(service, family.root->date)))) continue;
        add(line.sum, family);
        line.entries.insert(line.entries.end(), family.entries.begin(), family.entries.end());
    }
    balance(line.sum);
    put_in_order(line);
    return line;
}

void add_what_fits_none(std::vector<Line>& lines, const std::vector<Family>& families, const Span& span) {
    Line line{nullptr, span, {}, {}};
    for (const Family& family : families) {
        if (family.service != nullptr || !within(span, family.root->date)) continue;
        add(line.sum, family);
        line.entries.insert(line.entries.end(), family.entries.begin(), family.entries.end());
    }
    if (line.entries.empty()) return;
    // Nobody promised them, so nobody owes them.
    line.sum.owed = line.sum.to_book = line.sum.over = 0;
    for (Entry& entry : line.entries) entry.owed = 0;
    put_in_order(line);
    lines.push_back(std::move(line));
}

/// A side the practice left open is the one of the service.
std::optional<Span> term_of(const Asked& asked, const Service& service) {
    const std::optional<Date> from = known(asked.rules.term_from ? asked.rules.term_from : service.from);
    const std::optional<Date> to = known(asked.rules.term_to ? asked.rules.term_to : service.to);
    if (!from || !to || *to < *from) return std::nullopt;
    return Span{*from, *to};
}

/// The days that sessions without a service are gathered from.
std::optional<Span> plain_days(const Asked& asked, Period period) {
    Service plain;
    if (period == Period::term) return term_of(asked, plain);
    plain.per = period == Period::week ? ServicePer::week : ServicePer::month;
    return unit_of(plain, asked.today);
}

bool ended_before(const Service& service, const Span& span) {
    return (known(service.to) && *service.to < span.from) || (known(service.from) && *service.from > span.to);
}
}  // namespace

std::optional<Span> days_of(const Asked& asked, const Service& service, Period period) {
    if (period == Period::week) return unit_of(service, asked.today);
    if (period == Period::month) return plain_days(asked, Period::month);
    return term_of(asked, service);
}

std::vector<Line> ledger(const Asked& asked, Period period) {
    const std::vector<Family> families = families_of(asked);
    std::vector<Line> lines;
    for (const Service& service : asked.child.services) {
        const auto span = days_of(asked, service, period);
        if (!span) continue;
        Line line = line_of(asked, families, service, *span);
        if (ended_before(service, line.span) && line.entries.empty()) continue;
        lines.push_back(std::move(line));
    }
    if (const auto span = plain_days(asked, period)) add_what_fits_none(lines, families, *span);
    return lines;
}

std::vector<Line> ledger(const Asked& asked, Span span) {
    const std::vector<Family> families = families_of(asked);
    std::vector<Line> lines;
    for (const Service& service : asked.child.services) {
        Line line = line_of(asked, families, service, span);
        if (ended_before(service, line.span) && line.entries.empty()) continue;
        lines.push_back(std::move(line));
    }
    add_what_fits_none(lines, families, span);
    return lines;
}

std::vector<Owed> owed_sessions(const Asked& asked) {
    // A new term does not end what is owed of the last one.
    const Date since = std::min(known(asked.rules.term_from).value_or(asked.today), asked.today - owed_days);
    const std::vector<Family> families = families_of(asked);
    // Minutes given or booked in the same week or month without a link fill what is owed, too.
    std::map<std::pair<const Service*, std::int64_t>, int> room;
    std::vector<Owed> owed;
    for (const Family& family : families) {
        if (family.service == nullptr || family.entries.empty() || family.root->date < since) continue;
        int coming = 0;
        for (const Entry& entry : family.entries)
            if (entry.makes_up != nullptr) coming += entry.booked + entry.not_closed;
        const Span unit = unit_of(*family.service, family.root->date);
        const auto [open, fresh] = room.try_emplace({family.service, unit.from.day}, 0);
        if (fresh) open->second = line_of(asked, families, *family.service, unit).sum.to_book;
        const int left = std::min(family.entries.front().owed - coming, open->second);
        if (left <= 0) continue;
        open->second -= left;
        owed.push_back({family.service, family.root, left});
    }
    std::ranges::sort(owed, {}, [](const Owed& one) { return std::pair(one.missed->date, one.missed->id.value); });
    return owed;
}

std::vector<Due> dues(const Asked& asked) {
    const std::vector<Family> families = families_of(asked);
    std::vector<Due> due;
    for (const Service& service : asked.child.services) {
        if (service.mode == ServiceMode::consult) continue;  // a consult is no session, so none can be booked
        const Span unit = unit_of(service, asked.today);
        Date by = unit.to - std::max(0, weekday(unit.to) - friday);
        if (known(service.to)) by = std::min(by, *service.to);
        if (asked.rules.term_to) by = std::min(by, *asked.rules.term_to);
        if (asked.child.discharge) by = std::min(by, asked.child.discharge->date);
        const bool begun = !asked.rules.term_from || *asked.rules.term_from <= by;
        if (by < asked.today || !begun) continue;
        const Line line = line_of(asked, families, service, unit);
        if (line.sum.to_book > 0) due.push_back({&service, line.sum.to_book, by});
    }
    return due;
}

}  // namespace pegboard::minutes
