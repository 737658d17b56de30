#include "core/rules/minutes/ledger_words.h"

#include <algorithm>

#include "core/model/first_letter.h"

namespace pegboard::minutes {

std::string say_promise(const Service& service) {
    std::string often;
    if (service.times == 1)
        often = service.per == ServicePer::week ? "once a week" : "once a month";
    else if (service.times == 2)
        often = service.per == ServicePer::week ? "twice a week" : "twice a month";
    else
        often = std::to_string(service.times) + " times " + std::string(words(service.per));
    return std::string(words(service.mode)) + ", " + std::to_string(service.minutes) + " min " + often;
}

std::string say_valid(const Service& service) {
    if (service.from && service.to) return say(*service.from) + " to " + say(*service.to);
    if (service.from) return "from " + say(*service.from);
    return service.to ? "until " + say(*service.to) : std::string();
}

std::string say_min(int minutes) { return std::to_string(minutes) + " min"; }

std::string say_why(MissedWhy why) {
    if (why == MissedWhy::came_late) return "Came late or left early";
    if (why == MissedWhy::ended_early) return "Shorter than planned";
    return std::string(words(static_cast<NotHeldReason>(static_cast<int>(why))));
}

std::string say_makes_up(const Entry& entry) {
    return entry.makes_up == nullptr ? std::string() : "Makes up " + say_day(entry.makes_up->date);
}

std::string say_entry(const Entry& entry) {
    if (entry.booked > 0) return say_min(entry.booked) + " booked";
    if (entry.not_closed > 0) return say_min(entry.not_closed) + ", not closed yet";
    std::string said = entry.delivered > 0 ? say_min(entry.delivered) + " given" : std::string();
    if (entry.missed == 0 || !entry.why) return said.empty() ? "0 min given" : said;
    said += (said.empty() ? "Missed " : ", missed ") + say_min(entry.missed) + ": " + lower_first(say_why(*entry.why));
    if (entry.makes_up != nullptr) return said;
    if (entry.owed > 0) said += ", " + say_min(entry.owed) + " owed";
    if (entry.excused > 0) said += ", " + say_min(entry.excused) + " excused";
    if (entry.owed == 0 && entry.excused == 0) said += ", made up or booked again";
    return said;
}

std::string say_missed(const Figures& figures) {
    std::vector<std::size_t> order;
    for (std::size_t why = 0; why < missed_whys; ++why)
        if (figures.missed_by[why] > 0) order.push_back(why);
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t why) { return figures.missed_by[why]; });
    std::string said;
    for (const std::size_t why : order)
        said += (said.empty() ? "" : ", ") + say_min(figures.missed_by[why]) + " " +
                lower_first(say_why(static_cast<MissedWhy>(why)));
    return said;
}

std::string say_owed(const Owed& owed, const std::string& name) {
    return say_min(owed.minutes) + " of the session on " + say_day(owed.missed->date) + " are owed to " + name +
           ", and no make-up is booked.";
}

std::string say_due(const Due& due) {
    return say_min(due.to_book) + " of " + lower_first(std::string(words(due.service->mode))) + " " +
           std::string(words(due.service->discipline)) + " to book by " + say_day(due.by);
}

}  // namespace pegboard::minutes
