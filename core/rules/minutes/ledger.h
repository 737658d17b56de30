// The ledger of minutes: what a child's services promise, and what became of every minute. Pure rules over the child,
// the sessions and the practice's choices; nothing is kept, so that no figure can differ from the sessions behind it.
//
// A service promises minutes by the week or by the month. A week belongs to the service, the month and the term that
// its Wednesday lies in, a month to those of its 15th: a service that changes in mid-week is never promised twice.
// Every session counts in exactly one line: that of its discipline and mode which covers its week or month, else its
// day; where several do, that of the same therapist, then of the same length. One that fits no line is told apart.
// A make-up counts where the session it makes up would have, on that session's day: no minute is counted twice.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/model/child.h"
#include "core/model/minutes_rules.h"
#include "core/model/session.h"

namespace pegboard::minutes {

/// First and last day.
struct Span {
    Date from, to;
    bool operator==(const Span&) const = default;
};
inline bool within(const Span& span, Date day) { return span.from <= day && day <= span.to; }

enum class Period { week, month, term };

/// What one session is to a line; of a co-treatment that is split the half that counts here.
struct Entry {
    const Session* session = nullptr;
    const Session* makes_up = nullptr;  ///< the session it makes up, and is counted with
    int delivered = 0;
    int booked = 0;      ///< planned for today or later
    int not_closed = 0;  ///< planned for a day that is past, neither held nor missed
    int missed = 0;      ///< planned and not given; of a make-up it is missed already with the session it makes up
    std::optional<MissedWhy> why = {};  ///< the main reason of what was missed
    int excused = 0;                    ///< of what was missed; of a session made up only what is left of it
    int owed = 0;
};

/// The figures of one line in one period.
struct Figures {
    int promised = 0;
    int delivered = 0;
    int made_up = 0;  ///< of what was delivered: in sessions that make up others
    int excused = 0;  ///< missed for reasons the practice does not owe
    int owed = 0;     ///< missed for reasons it owes, and not given since
    int booked = 0;
    int not_closed = 0;
    int to_book = 0;                              ///< promised, and neither given, excused, booked nor to be closed
    int over = 0;                                 ///< given or booked beyond the promise
    std::array<int, missed_whys> missed_by = {};  ///< minutes missed at first, made up since or not
    bool operator==(const Figures&) const = default;
};

/// One service, or what fits none, in one period.
struct Line {
    const Service* service = nullptr;  ///< null: sessions no service promises
    Span span;                         ///< the days that were summed, whole weeks or months
    Figures sum;
    std::vector<Entry> entries;  ///< the sessions behind the figures, by date
};

/// All that is asked of one child.
struct Asked {
    const Child& child;
    const std::vector<Session>& sessions;  ///< of the caseload, by date
    const MinutesRules& rules;
    Date today;
};

/// The days of a period around today: this week for a weekly service and this month for a monthly one where the week is
/// asked for. None: the practice has set no term, and the service has no dates.
std::optional<Span> days_of(const Asked& asked, const Service& service, Period period);
/// The line of every service that period has days for, then what fits no service, where there is something.
std::vector<Line> ledger(const Asked& asked, Period period);
/// The same between two days, for a report. The week or month of a service counts by its middle day.
std::vector<Line> ledger(const Asked& asked, Span span);

/// A missed session whose minutes are owed and for which no make-up is booked.
struct Owed {
    const Service* service = nullptr;
    const Session* missed = nullptr;
    int minutes = 0;
};
/// Of this term and the last 90 days, oldest first; never more than is left to book of their week or month.
std::vector<Owed> owed_sessions(const Asked& asked);

/// A promise that would be broken: so many minutes are to be booked by a day.
struct Due {
    const Service* service = nullptr;
    int to_book = 0;
    Date by;  ///< the last school day of the week or month it is promised for, or the last day of the service or term
};
/// Of the week or month we are in; nothing where no day is left to book.
std::vector<Due> dues(const Asked& asked);

}  // namespace pegboard::minutes
