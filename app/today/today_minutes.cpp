// Minutes among what needs attention: what is still to book before the week or month it is promised for ends, and owed
// sessions nobody has booked a make-up for. The most pressing few by name, the rest in one line.
#include <algorithm>
#include <set>

#include "app/today/today.h"
#include "core/model/first_letter.h"
#include "core/rules/minutes/ledger_words.h"

namespace pegboard {
namespace {
constexpr int minutes_near_days = 2;  ///< from then on it stands among what is pressing
constexpr std::size_t minutes_by_name = 4;

/// One child's minutes of one service.
struct MinutesToBook {
    const Child* child = nullptr;
    Date by;
    int minutes = 0;
    TodayNote note;
};

bool is_mine(const Service& service, TherapistId me) { return !service.therapist || !me || service.therapist == me; }

TodayNote note_of(const Ui& ui, const Child& child, const minutes::Due& due) {
    const bool near = due.by - ui.clock.today <= minutes_near_days;
    return {near ? BadgeKind::warn : BadgeKind::info,
            icon::calendar_plus,
            shown_name(ui, child),
            minutes::say_due(due),
            "Book",
            {.screen = Screen::child, .child = child.id, .detail = "sessions"}};
}

TodayNote note_of(const Ui& ui, const Child& child, const minutes::Owed& owed) {
    return {BadgeKind::info,
            icon::calendar_plus,
            shown_name(ui, child),
            minutes::say_min(owed.minutes) + " owed of " + say_day(owed.missed->date) + ", no make-up booked",
            "Book",
            {.screen = Screen::child, .child = child.id, .detail = "sessions"}};
}

std::vector<MinutesToBook> minutes_to_book(const Ui& ui) {
    std::vector<MinutesToBook> all;
    const Practice& practice = ui.caseload->practice();
    for (const Child& child : ui.caseload->children()) {
        if (child.services.empty() || !is_current(child, ui.clock.today)) continue;
        const minutes::Asked asked{child, ui.caseload->sessions(), practice.minutes, ui.clock.today};
        for (const minutes::Due& due : minutes::dues(asked)) {
            if (!is_mine(*due.service, practice.me)) continue;
            all.push_back({&child, due.by, due.to_book, note_of(ui, child, due)});
        }
        for (const minutes::Owed& owed : minutes::owed_sessions(asked)) {
            if (owed.minutes < owed.missed->length_min / 2) continue;  // some minutes of a shorter session: not by name
            // What was missed in the week or month we are in is among what is to be booked in it.
            const auto span = minutes::days_of(asked, *owed.service, minutes::Period::week);
            const bool told = span && minutes::within(*span, owed.missed->date);
            if (told || !is_mine(*owed.service, practice.me)) continue;
            all.push_back({&child, owed.missed->date + 365, owed.minutes, note_of(ui, child, owed)});
        }
    }
    std::ranges::stable_sort(all, [](const MinutesToBook& a, const MinutesToBook& b) { return a.by < b.by; });
    return all;
}
}  // namespace

void add_minutes(TodayRows& self, const Ui& ui) {
    std::vector<MinutesToBook> all = minutes_to_book(ui);
    const bool some_more = all.size() > minutes_by_name + 1;
    const std::size_t shown = some_more ? minutes_by_name : all.size();
    for (std::size_t i = 0; i < shown; ++i) self.notes.push_back(std::move(all[i].note));
    if (!some_more) return;
    int more = 0;
    std::set<const Child*> children;
    for (std::size_t i = shown; i < all.size(); ++i) more += all[i].minutes, children.insert(all[i].child);
    self.notes.push_back({BadgeKind::info,
                          icon::calendar_plus,
                          children.size() == 1 ? "More minutes of 1 child"
                                               : "More minutes of " + std::to_string(children.size()) + " children",
                          minutes::say_min(more) + " to book or to make up; each child's page says which",
                          "Look",
                          {.screen = Screen::caseload}});
}

}  // namespace pegboard
